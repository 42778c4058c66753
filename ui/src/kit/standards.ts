// How clauses are written and coloured: one colour per standard everywhere, columns always in this order.
export const STANDARDS = ["9001", "20000-1", "27001"] as const;
export const STANDARD_NAMES: Record<string, string> = {
  "9001": "ISO 9001",
  "20000-1": "ISO/IEC 20000-1",
  "27001": "ISO/IEC 27001",
};
export const SUBJECT: Record<string, string> = { "9001": "QMS", "20000-1": "SMS", "27001": "ISMS" };

export interface Reference {
  standard: string;
  edition: string;
  clause: string;
}

/** Reads `27001:2013/A.8.1.1`. */
export function parseReference(reference: string): Reference {
  const [edition = "", clause = ""] = reference.split("/");
  const [standard = "", year = ""] = edition.split(":");
  return { standard, edition: year, clause };
}

/** The standard of an edition, `27001` of `27001:2013`. */
export const standardOf = (edition: string): string => parseReference(`${edition}/`).standard;

/** Editions in the order of the columns. */
export const byColumn = (a: string, b: string): number =>
  STANDARDS.indexOf(standardOf(a) as never) - STANDARDS.indexOf(standardOf(b) as never);

/** The editions held, beside which clauses are named; whoever knows the workspace says it. */
let held: string[] = [];

export const nameBeside = (editions: string[]): void => {
  held = editions;
};

/** Whether a clause needs its year: another edition of its standard is held, whose numbers are not its own. */
function needsYear(reference: string): boolean {
  const { standard, edition } = parseReference(reference);
  return held.some((e) => standardOf(e) === standard && e !== `${standard}:${edition}`);
}

/** Whether two editions of a standard are held, so that its numbers are told apart by their years. */
export const heldTwice = (standard: string): boolean => held.filter((e) => standardOf(e) === standard).length > 1;

/** The standard of a clause, with its year where it needs one: `27001`, `27001:2013`. */
export function standardName(reference: string): string {
  const { standard, edition } = parseReference(reference);
  return needsYear(reference) ? `${standard}:${edition}` : standard;
}

/** A clause with its standard, `27001 A.8.1.1`. */
export const clauseName = (reference: string): string =>
  `${standardName(reference)} ${parseReference(reference).clause}`;

/** A clause where its standard stands above it, `A.8.1.1`; with its year where it needs one. */
export function clauseNumber(reference: string): string {
  const { edition, clause } = parseReference(reference);
  return needsYear(reference) ? `${clause} (${edition})` : clause;
}

/** The edition of a clause as people name it, `ISO/IEC 27001:2013`. */
export function editionName(reference: string): string {
  const { standard, edition } = parseReference(reference);
  return `${STANDARD_NAMES[standard] ?? standard}:${edition}`;
}

/** What an edition is called beside others: by its standard, with the year where two editions of it are held. */
export function editionLabel(edition: string, all: string[]): string {
  const standard = standardOf(edition);
  return all.filter((e) => standardOf(e) === standard).length > 1 ? edition : standard;
}

/** How an edition is asked for: the first one of its standard by that, others by themselves. */
export function editionKey(edition: string, all: string[]): string {
  const standard = standardOf(edition);
  return all.find((e) => standardOf(e) === standard) === edition ? standard : edition;
}

export const tone = (standard: string): string =>
  standard === "9001" ? "s9001" : standard === "20000-1" ? "s20000" : "s27001";

/** The clauses of one standard, as a register's cell shows them: the first ones, and how many more. */
export function clausesOf(references: string[], standard: string, most = 2): { shown: string; more: number } {
  const own = references.filter((r) => parseReference(r).standard === standard);
  return {
    shown: own.slice(0, most).map(clauseNumber).join(", "),
    more: Math.max(0, own.length - most),
  };
}
