// The rows of lists in which a question's words stand: one row once, whatever many of its cells are in doubt.
import type { QuestionSaid } from "../../ipc/generated/core";

interface Cell {
  column: string;
  words: string;
}

export interface RowSaid {
  key: string;
  source: QuestionSaid["source"];
  name: string;
  row: number | null;
  /** What else stands in the row. */
  beside: Cell[];
  /** What the question is about. */
  inDoubt: Cell[];
}

export function rowsOf(said: QuestionSaid[]): RowSaid[] {
  const rows = new Map<string, RowSaid>();
  for (const one of said) {
    if (one.source !== "master_list" && one.source !== "evidence_index") continue;
    const { source, name = "", row = null, column = "" } = one;
    const key = JSON.stringify([source, name, row]);
    const there = rows.get(key) ?? { key, source, name, row, beside: [], inDoubt: [] };
    for (const cell of one.beside ?? []) {
      if (!there.beside.some((known) => known.column === cell.column)) there.beside.push(cell);
    }
    const doubt = { column, words: one.words };
    if (!there.inDoubt.some((known) => known.column === column)) there.inDoubt.push(doubt);
    rows.set(key, there);
  }
  // A cell that is in doubt itself stands there as that alone.
  return [...rows.values()].map((row) => ({
    ...row,
    beside: row.beside.filter((cell) => !row.inDoubt.some((doubt) => doubt.column === cell.column)),
  }));
}
