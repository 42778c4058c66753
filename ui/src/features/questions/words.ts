// Readings, and what follows from them, in words.
import { date, plain } from "../../i18n";
import type { AcceptedOn, Due, QuestionReading, QuestionShown } from "../../ipc/generated/core";
import { dueText } from "../../kit/dates";
import { parseReference } from "../../kit/standards";

type Follows = QuestionShown["follows"][number];

/** The days and months among readings. */
const dues = (readings: QuestionReading[]): Due[] =>
  readings.flatMap((r) => (typeof r === "object" && "date" in r ? [r.date] : []));

const yearOf = (due: Due): string =>
  (due.precision === "day" ? due.day : due.precision === "month" ? due.first : "").slice(0, 4);

/** A day in words; the year is left out where all the readings have the same. */
function dayInWords(due: Due, language: string, withYear: boolean): string {
  if (due.precision === "ambiguous") return dueText(due);
  if (due.precision === "month") return date(due.first, language, { month: "long", year: "numeric" });
  return date(due.day, language, { day: "numeric", month: "long", ...(withYear ? { year: "numeric" } : {}) });
}

/** Clauses, as the core writes several: `9001:2015/7.5; 9001:2015/9.3.1`. */
const CLAUSES = /^[\w-]+:\d{4}\/\S+(; [\w-]+:\d{4}\/\S+)*$/;

/** A value as people say it: clauses by their standard, `9001 7.5, 9.3.1`, with its edition where it stands beside another. */
export function valueText(value: string): string {
  if (!CLAUSES.test(value)) return value;
  const there = value.split("; ").map(parseReference);
  const headed = new Map<string, string[]>();
  for (const { standard, edition, clause } of there) {
    const both = there.some((other) => other.standard === standard && other.edition !== edition);
    const head = both ? `${standard}:${edition}` : standard;
    headed.set(head, [...(headed.get(head) ?? []), clause]);
  }
  return [...headed].map(([head, clauses]) => `${head} ${clauses.join(", ")}`).join("; ");
}

/** A reading as its button says it. */
export function readingText(reading: QuestionReading, all: QuestionReading[], language: string): string {
  if (typeof reading === "string") return plain(`question.reading.${reading}`);
  if ("date" in reading) {
    const years = new Set(dues(all).map(yearOf));
    return dayInWords(reading.date, language, years.size > 1 || dues(all).length < 2);
  }
  if ("value" in reading) return valueText(reading.value) || plain("question.reading.nothing");
  const { label } = reading.new_revision;
  return label ? plain("question.reading.labelled", { label }) : plain("question.reading.new_revision");
}

/** What heads a reading in the part beside: a day as tables write it, else the reading itself. */
export function readingHead(reading: QuestionReading, all: QuestionReading[], language: string): string {
  return typeof reading === "object" && "date" in reading ? dueText(reading.date) : readingText(reading, all, language);
}

/** Days in words: days up to two months, then months. */
const span = (days: number): string =>
  days > 62
    ? plain("question.months", { n: Math.round(days / 30.44) })
    : plain(days === 1 ? "question.day" : "question.days", { n: days });

/** The same behind "in", which German says otherwise. */
const spanAhead = (days: number): string =>
  days > 62
    ? plain("question.inMonths", { n: Math.round(days / 30.44) })
    : plain(days === 1 ? "question.inDay" : "question.inDays", { n: days });

/** What follows, in a sentence. */
export function followsText(follows: Follows): string {
  return plain(`question.effect.${follows.effect}`, {
    days: span(Math.abs(follows.days ?? 0)),
    ahead: spanAhead(Math.abs(follows.days ?? 0)),
    day: follows.due ? dueText(follows.due) : "",
    value: valueText(follows.value ?? ""),
  });
}

/** Whether an answer cannot be undone, by a reading from 1 or as it was written. */
export const staysForGood = (question: QuestionShown, reading: number | undefined): boolean =>
  reading === undefined
    ? question.follows.some((follows) => follows.effect === "approved")
    : question.follows[reading - 1]?.for_good === true;

/** Whether clauses lose or gain by it. */
export const touchesClauses = (follows: Follows): boolean =>
  ["review_overdue", "expired", "out_of_use", "in_force", "in_force_again", "approved", "points_open"].includes(
    follows.effect,
  );

/** What the question is about, as a field is called. */
export const particularText = (question: QuestionShown): string =>
  question.particular ? plain(`question.particular.${question.particular}`) : plain(`question.kind.${question.kind}`);

/** On what a mapping was accepted, or would be today. */
export function acceptedText(on: AcceptedOn | null): string {
  if (!on) return plain("question.differs.none");
  const relation = plain(`relation.${on.relation}`);
  return on.direction && on.direction !== "both"
    ? `${relation}, ${plain(`question.differs.${on.direction}`)}`
    : relation;
}

/** The words in doubt, as they stand there; where the data ask, the clause and what about it. */
export function rawWords(question: QuestionShown): string {
  const { differs } = question;
  if (differs?.on === "points") return `${valueText(differs.at)}: ${differs.points.map((p) => p.id).join(", ")}`;
  if (differs?.on === "relation") {
    return `${valueText(differs.at)}: ${acceptedText(differs.was)} → ${acceptedText(differs.now)}`;
  }
  const words = question.said[0]?.words ?? "";
  // Where two places disagree both are the doubt.
  return question.kind === "particular" ? question.said.map((s) => s.words || "–").join(" / ") : words;
}
