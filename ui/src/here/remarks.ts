// Remarks of the correlation in the language of the page: those that the program composes by code,
// the data's own by their table.
import { useTranslation } from "react-i18next";
import { ofData, titleOf } from "../i18n";
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

/** The editions of the reference data. */
const EDITIONS = ["9001:2015", "20000-1:2018", "27001:2022", "27001:2013"];

/** The title of a clause as `9001 8.5.1` in the language of the page. */
function titleAt(clause: string, title: string): string {
  const [standard = "", number = ""] = clause.split(" ");
  const editions = EDITIONS.filter((edition) => edition.startsWith(`${standard}:`));
  return titleOf(
    editions.map((edition) => `${edition}/${number}`),
    title,
  ).text;
}

export function useRemark(): (said: NoteSaid) => string {
  const { t } = useTranslation();
  return ({ code, values, text }) => {
    if (!code) return ofData(text).text;
    const inWords = (name: string, value: string) => {
      if (RELATIONS.includes(name)) return t(`relation.${value}`);
      if (name === "one" || name === "two") return placeWords(value);
      if (name === "object") return t(`remark.object.${value}`, { defaultValue: value });
      // A title is looked for in the editions of the standard that the clause is of.
      if (name === "title" && values.clause) return titleAt(values.clause, value);
      // What is missing is an open point of the data.
      if (name === "what") return ofData(value).text;
      return name === "standards" ? value.replace(" and ", ` ${t("remark.and")} `) : value;
    };
    const own = Object.entries(values).map(([name, value]) => [name, inWords(name, value)]);
    return t(`remark.${code}`, Object.fromEntries(own) as Record<string, string>);
  };
}
