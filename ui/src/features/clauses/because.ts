// Why a clause stands as it does, in words: by what it is covered, or why it is not.
import type { TFunction } from "i18next";
import { number } from "../../i18n";
import type { CoverageRow, CoveredBy, Gap } from "../../ipc/generated/core";
import { clauseName } from "../../kit/standards";

/** The first codes, and how many more there are. */
const some = (t: TFunction, codes: string[], more: number): string =>
  more > 0 ? t("because.more", { codes: codes.join(", "), n: number(more) }) : codes.join(", ");

/** Why, and at which entry that was decided where it is another than the one shown. */
export function gapText(t: TFunction, gap: Gap, reference?: string): string {
  const [covered = 0, of = 0] = gap.parts ?? [];
  const planned = gap.planned ?? "";
  const words = t(`gap.${gap.why}`, { scope: gap.scope.join(", "), covered, of, said: gap.said ?? "", planned });
  // What stands in brackets is said where a day is planned.
  const said = gap.why === "not_in_place" ? words.replace(/\[([^\]]*)\]/g, planned ? "$1" : "") : words;
  const above = gap.decided_at && reference && gap.decided_at !== reference ? clauseName(gap.decided_at) : undefined;
  const what = above ? t("because.decidedAt", { what: said, name: above }) : said;
  return gap.items.length > 0 && gap.why !== "elsewhere"
    ? t("because.about", { what, items: some(t, gap.items, gap.more) })
    : what;
}

export function coveredBy(t: TFunction, by: CoveredBy): string {
  const [first, last] = by.years ?? [];
  const records = t(by.records === 1 ? "because.record" : "because.records", { n: number(by.records) });
  const years =
    first === undefined || last === undefined
      ? ""
      : first === last
        ? String(first)
        : t("because.years", { first, last });
  return [
    by.documents.length > 0 && t("because.inForce", { items: some(t, by.documents, by.more_documents) }),
    by.records > 0 && (years ? t("because.of", { records, years }) : records),
  ]
    .filter(Boolean)
    .join(", ");
}

export const because = (t: TFunction, row: CoverageRow): string =>
  row.shown ? coveredBy(t, row.shown) : row.gaps.map((gap) => gapText(t, gap, row.reference)).join(", ");
