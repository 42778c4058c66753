// Remarks of the correlation in the language of the page: those that the program composes by code,
// the data's own by their table.
import { useTranslation } from "react-i18next";
import { ofData } from "../i18n";
import type { NoteSaid } from "../ipc/generated/core";

/** Values that are relations, which have words of their own; so have the objects of systems, and what stands between two. */
const RELATIONS = ["first", "second"];

const PLACE = /\b(table|annex b|row|section|heading|general|indirect|edition map|derived from|derived)\b/gi;

/** A place in the guidance, as `table 3 row 6.1`, in the language of the page. */
export const placeWords = (place: string): string =>
  place.replaceAll(PLACE, (word) => {
    const known = ofData(word.toLowerCase());
    return known.lang === "en" ? word : known.text;
  });

export function useRemark(): (said: NoteSaid) => string {
  const { t } = useTranslation();
  return ({ code, values, text }) => {
    if (!code) return ofData(text).text;
    const inWords = (name: string, value: string) => {
      if (RELATIONS.includes(name)) return t(`relation.${value}`);
      if (name === "one" || name === "two") return placeWords(value);
      if (name === "object") return t(`remark.object.${value}`, { defaultValue: value });
      // What is missing is an open point of the data.
      if (name === "what") return ofData(value).text;
      return name === "standards" ? value.replace(" and ", ` ${t("remark.and")} `) : value;
    };
    const own = Object.entries(values).map(([name, value]) => [name, inWords(name, value)]);
    return t(`remark.${code}`, Object.fromEntries(own) as Record<string, string>);
  };
}
