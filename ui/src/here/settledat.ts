// Where what a claim is about is settled: a place among the settings.
import type { ClaimAboutOne } from "../ipc/generated/core";

/** Rules whose statement is the Statement of Applicability; that of the others is the scope in words. */
const OF_CONTROLS = ["CL-14", "CL-15", "CL-16", "CL-17", "CL-18", "CL-19", "CL-20", "CL-25"];

/** Which of its lines a rule is about. */
const SHOWS: Record<string, string> = { "CL-14": "undecided", "CL-15": "lacking", "CL-19": "lacking" };

/** Whether a line names a clause, as `27001 A.15.1.1`. */
const namesClause = (name: string): boolean => /^(9001|20000-1|27001)(:\d{4})? \S+$/.test(name);

/** The parameters of the address; nothing where it is settled at a document or record. */
export function settledAt(
  system: string,
  rule: string,
  { kind, name }: Pick<ClaimAboutOne, "kind" | "name">,
): Record<string, string> | undefined {
  const statement = { part: "scopes", statement: system };
  switch (kind) {
    case "party":
      return { part: "parties", open: name };
    case "certificate":
      return { part: "certificates", open: name };
    case "scope_item":
      return { part: "scopes", open: name };
    case "requirement":
      return { part: "parties", requirement: name };
    case "clause":
      return namesClause(name) ? { applicability: system, open: name.split(" ")[1] ?? name } : statement;
    case "statement":
    case "system":
      if (!OF_CONTROLS.includes(rule)) return statement;
      return { applicability: system, ...(SHOWS[rule] && { show: SHOWS[rule] }) };
    case "item":
      return undefined;
  }
}
