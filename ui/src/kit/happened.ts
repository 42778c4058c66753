// What an entry of the ledger says, in the window's words: the core hands over values by name, and no sentence.
import { plain } from "../i18n";
import type { Changed, Due } from "../ipc/generated/core";
import { dueText, isDay } from "./dates";
import { saidByImport } from "./saidbyimport";
import { clauseName } from "./standards";

/** What an entry says, as lists and histories hand it over. */
export interface Entry {
  kind: string;
  texts: { [name in string]?: string };
  days: { [name in string]?: Due };
  changes: Changed[];
}

/** Values that are a word of an enumeration, and where their words stand. */
const WORDS: Record<string, string> = {
  strength: "strength",
  outcome: "outcome",
  document_kind: "kind",
  kind: "kind",
  in_order: "inOrder",
  meaning: "meaning",
  part: "approvalPart",
  relation: "relation",
  rule: "rule",
  signature: "signature",
  type: "kind",
};

/** A value as a reader knows it; nothing where the entry does not say it. */
function value({ texts, days }: Entry, name: string): string | undefined {
  const text = texts[name];
  if (text === undefined) return days[name] && dueText(days[name]);
  if (name === "reference" || (name === "from" && text.includes("/"))) return clauseName(text);
  const words = WORDS[name];
  return words ? plain(`${words}.${text}`, { defaultValue: text }) : text;
}

/** Puts an entry's values at their places. */
export const fill = (words: string, entry: Entry): string => fillWith(words, (name) => value(entry, name));

/** Puts values at their places; what stands in `[…]` is left out where a value in it is missing. */
export function fillWith(words: string, value: (name: string) => string | undefined): string {
  const parts = words.split(/\[([^\]]*)\]/).map((part, n) => {
    let whole = true;
    const text = part.replace(/\{(\w+)\}/g, (_, name: string) => {
      const there = value(name);
      whole &&= there !== undefined;
      return there ?? "–";
    });
    // Every second part stood in brackets.
    return n % 2 === 0 || whole ? text : "";
  });
  return parts.join("");
}

/** What kind of thing happened, in two words. */
export const eventName = (kind: string): string => plain(`event.${kind}`, { defaultValue: kind });

/** Words that end what the core tells of a room's entries, and where the window's stand. */
const LAST: Record<string, string[]> = { question: ["question.particular", "question.kind"], review: ["outcome"] };

/** Behind the name, a word of an enumeration. */
const SECOND: Record<string, string> = { "party.noted": "party.fact", "system.run_by_set": "runBy" };

/** What the core tells an entry is about; a particular in doubt, an outcome, a fact on file in words. */
export function told(kind: string, about: string): string {
  const second = SECOND[kind];
  if (second) {
    const [name = "", ...rest] = about.split(", ");
    return [name, ...rest.map((one) => plain(`${second}.${one}`, { defaultValue: one }))].join(", ");
  }
  const keys = LAST[kind.split(".")[0] ?? ""];
  if (!keys || !about) return about;
  const parts = about.split(", ");
  const last = parts.pop() ?? "";
  const words = keys.reduceRight((otherwise, key) => plain(`${key}.${last}`, { defaultValue: otherwise }), last);
  return [...parts, words].join(", ");
}

/** What happened, in a sentence without its reason. */
export function happened(entry: Entry): string {
  const words = plain(`happened.${entry.kind}`, { skipInterpolation: true, defaultValue: "" });
  return words ? fill(words, entry) : eventName(entry.kind);
}

/** Why, or what changed with it; nothing where nobody said. */
export const why = ({ texts }: Entry): string | undefined => {
  const said = texts.reason ?? texts.summary;
  return said && saidByImport(said);
};

/** What a decision on a clause or control says, each of several a word of an enumeration, and where their words stand. */
const DECIDED: Record<string, string> = {
  applies: "applies",
  condition_met: "applies",
  grounds: "ground",
  implemented: "inPlace",
  reach: "reach",
};

/** What a field is called: in lists, of documents and records, of what was decided; else its own name. */
function fieldName(field: string): string {
  const decided = plain(`applicability.field.${field}`, { defaultValue: field.replace(/_/g, " ") });
  return plain(`field.${field}`, { defaultValue: plain(`particular.${field}`, { defaultValue: decided }) });
}

/** A correction as its field with what it said and what it says. */
export function changed({ field, before, after }: Changed): string {
  const says = (text: string): string => {
    const decided = DECIDED[field];
    if (decided)
      return text
        .split(", ")
        .map((one) => decidedWord(decided, one))
        .join(", ");
    const words = WORDS[field];
    if (text === "true" || text === "false") return plain(text === "true" ? "rules.yes" : "rules.no");
    return words ? plain(`${words}.${text}`, { defaultValue: text }) : text;
  };
  return plain("history.changed", {
    field: fieldName(field),
    before: says(before) || "–",
    after: says(after) || "–",
  });
}

function decidedWord(words: string, said: string): string {
  const key = { true: "yes", false: "no" }[said] ?? said;
  // A day is that by which it is planned.
  const otherwise = words === "inPlace" && isDay(said) ? plain("inPlace.by", { day: said }) : said;
  return said && plain(`${words}.${key}`, { defaultValue: otherwise });
}

/** Which things an entry is about, by what people call them. */
export function about(entry: Entry): string {
  const { texts } = entry;
  const names = [texts.item ?? texts.code, texts.title ?? texts.name, texts.label ?? texts.revision];
  const more = ["reference", "outcome", "to"].map((name) => value(entry, name));
  return [...names, ...more, ...entry.changes.map(changed)].filter(Boolean).join(", ");
}
