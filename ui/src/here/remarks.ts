// Remarks of the correlation in the language of the page: those that the program composes by code, the data's own as they stand.
import { useTranslation } from "react-i18next";
import type { NoteSaid } from "../ipc/generated/core";

/** Values that are relations, which have words of their own. */
const RELATIONS = ["first", "second"];

export function useRemark(): (said: NoteSaid) => string {
  const { t } = useTranslation();
  return ({ code, values, text }) => {
    if (!code) return text;
    const own = Object.entries(values).map(([name, value]) => [
      name,
      RELATIONS.includes(name) ? t(`relation.${value}`) : value,
    ]);
    return t(`remark.${code}`, Object.fromEntries(own) as Record<string, string>);
  };
}
