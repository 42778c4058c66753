// What an entry of the ledger says, in the window's words: the core hands over values by name, and no sentence.
import { plain } from "../i18n";
import type { Changed, Due } from "../ipc/generated/core";
import { dueText } from "./dates";
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

/** What the core tells an entry is about; a particular in doubt or an outcome in words. */
export function told(kind: string, about: string): string {
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

/** A correction as its field with what it said and what it says. */
export function changed({ field, before, after }: Changed): string {
  const says = (text: string): string => {
    const words = WORDS[field];
    return words ? plain(`${words}.${text}`, { defaultValue: text }) : text;
  };
  return plain("history.changed", {
    field: plain(`field.${field}`, { defaultValue: field }),
    before: says(before) || "–",
    after: says(after) || "–",
  });
}

/** Which things an entry is about, by what people call them. */
export function about(entry: Entry): string {
  const { texts } = entry;
  const names = [texts.item ?? texts.code, texts.title ?? texts.name, texts.label ?? texts.revision];
  const more = ["reference", "outcome", "to"].map((name) => value(entry, name));
  return [...names, ...more, ...entry.changes.map(changed)].filter(Boolean).join(", ");
}
