// Answers to what is doubtful about a list that is taken in, as the core takes them: by the key of the row.
import type { SoaDoubt, SoaListRow } from "../../ipc/generated/core";

/** By row and kind of doubt. */
export type Answers = Record<string, Record<string, string>>;

export function answered(answers: Answers, row: string, doubt: string, answer: string): Answers {
  const { [doubt]: _, ...others } = answers[row] ?? {};
  return { ...answers, [row]: answer ? { ...others, [doubt]: answer } : others };
}

export function requestOf(answers: Answers): Record<string, string[]> {
  const said = Object.entries(answers).map(([row, of]): [string, string[]] => [row, Object.values(of)]);
  return Object.fromEntries(said.filter(([, of]) => of.length > 0));
}

/** What is still asked, those first that hold their row back. */
export function openDoubts(rows: SoaListRow[]): { row: SoaListRow; doubt: SoaDoubt }[] {
  const all = rows
    .filter((row) => row.outcome !== "left_out")
    .flatMap((row) => row.doubts.map((doubt) => ({ row, doubt })));
  return [...all.filter(({ doubt }) => doubt.holds), ...all.filter(({ doubt }) => !doubt.holds)];
}
