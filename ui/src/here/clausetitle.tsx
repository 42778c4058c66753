// The title of a clause in the language of the page, the standard's own words at hand.
import { useTranslation } from "react-i18next";
import { titleOf, wholeTitle } from "../i18n";
import { OurLabel } from "./ourlabels";

export function ClauseTitle({
  reference,
  title,
  of,
  cut,
}: {
  /** The clause, or those of which it is one. */
  reference: string | string[];
  title: string;
  /** Clauses whose title is our own label, which says so. */
  of?: Set<string>;
  /** There may be no room for all of it. */
  cut?: boolean;
}) {
  // Drawn anew where another language is spoken.
  useTranslation();
  const said = titleOf(reference, title);
  return (
    <>
      <span title={cut ? wholeTitle(said) : said.english}>{said.text}</span>
      {of && typeof reference === "string" && <OurLabel reference={reference} of={of} />}
    </>
  );
}
