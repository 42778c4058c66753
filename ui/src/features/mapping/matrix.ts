// A matrix of clauses against documents and records: its cells, which of them wait, and what is decided on them.
import type { ControlAt, GroupOpened, ProposalCell } from "../../ipc/generated/core";

/** A cell, by its row and its column. */
export interface Cell {
  row: number;
  column: number;
}

/** What a person says of a cell. */
export type Says = "counts" | "partly" | "not";

/** What is about to be decided: alike for all these cells. */
export interface Draft {
  cells: Cell[];
  says: Says;
  reason: string;
}

export const cellAt = (data: GroupOpened, at: Cell | undefined): ControlAt | undefined =>
  at && data.controls[at.row]?.cells[at.column];

export const sameCell = (a: Cell | undefined, b: Cell): boolean => a?.row === b.row && a.column === b.column;

const needsReason = (cell: ControlAt | undefined): boolean => cell?.proposal?.needs_reason ?? true;

/** The cells that wait for a decision, row by row; those of identical text first where that is asked for. */
export function undecided(data: GroupOpened): Cell[] {
  return data.controls.flatMap((control, row) =>
    control.cells.flatMap((cell, column) => (cell.state === "proposed" ? [{ row, column }] : [])),
  );
}

/** Identical text that waits: it needs no reason. What a text names only needs none either, and is not identical. */
export const identicalCells = (data: GroupOpened): Cell[] =>
  undecided(data).filter((at) => {
    const cell = cellAt(data, at);
    return !needsReason(cell) && cell?.proposal?.relation === "identical_hls";
  });

/** Where to begin: identical text needs no reason, and goes first. */
export function firstCell(data: GroupOpened): Cell | undefined {
  const open = undecided(data);
  return open.find((at) => !needsReason(cellAt(data, at))) ?? open[0];
}

/** Whether a cell stands behind another one, row by row. */
export const isAfter = (a: Cell, b: Cell): boolean => a.row > b.row || (a.row === b.row && a.column > b.column);

/** The next cell that waits, after this one and round again. */
export function nextUndecided(data: GroupOpened, at: Cell | undefined): Cell | undefined {
  const open = undecided(data);
  const after = open.find((c) => at && isAfter(c, at));
  return after ?? open.find((c) => !sameCell(at, c));
}

/** The undecided cells of the same row or column; what is decided stays as it is. */
export function along(data: GroupOpened, at: Cell, by: "row" | "column"): Cell[] {
  return undecided(data).filter((c) => c[by] === at[by]);
}

/** Whether a decision leaves nothing of it: its control is excluded or not in place. */
export const countsForNothing = (cell: ControlAt): boolean =>
  cell.state === "accepted" && (cell.less?.gives === "excluded" || cell.less?.gives === "not_in_place");

/** How strongly it counts by what was decided. */
export const countsAs = (cell: ControlAt): string => {
  if (countsForNothing(cell)) return "nothing";
  return cell.less && cell.strength === "full" ? "partial" : (cell.strength ?? "full");
};

/** The name of a cell's mark: how strongly it counts, or where it stands. */
export const markOf = (cell: ControlAt): string =>
  cell.state === "accepted" ? ["accepted", countsAs(cell)].join(".") : cell.state;

/** What a decided cell says. */
export function saidOf(cell: ControlAt): Says | undefined {
  if (cell.state === "declined") return "not";
  if (cell.state !== "accepted") return undefined;
  return cell.strength === "full" ? "counts" : "partly";
}

/** What a row or a column repeats: what is being decided, else what the cell says, else what was decided right before. */
export function spreads(
  data: GroupOpened,
  at: Cell,
  draft: Draft | undefined,
  last: Draft | undefined,
): { at: Cell; says: Says; reason: string } | undefined {
  const cell = cellAt(data, at);
  const own = cell && saidOf(cell);
  if (draft) return { at, says: draft.says, reason: draft.reason || (cell?.reason ?? "") };
  if (own) return { at, says: own, reason: cell.reason };
  const [before] = last?.cells ?? [];
  const made = cellAt(data, before);
  // What was taken back meanwhile is not repeated.
  return last && before && made && saidOf(made) ? { at: before, says: last.says, reason: last.reason } : undefined;
}

/** Whether all of it can be decided without a reason: identical text that counts in full. */
export function reasonNeeded(data: GroupOpened, draft: Draft): boolean {
  return draft.says !== "counts" || draft.cells.some((at) => needsReason(cellAt(data, at)));
}

/** What is sent: no stronger than each cell can be. */
export function requestOf(data: GroupOpened, draft: Draft, reason: string): ProposalCell[] {
  return draft.cells.flatMap((at) => {
    const cell = cellAt(data, at);
    const item = data.items[at.column];
    if (!cell?.proposal || !item) return [];
    const partly = draft.says === "partly" && cell.proposal.at_most === "full";
    return [
      {
        item: item.code,
        reference: cell.reference,
        counts: draft.says !== "not",
        strength: partly ? "partial" : null,
        reason,
      },
    ];
  });
}

/** The reasons given in this matrix, those used most first. */
export function reasonsOf(data: GroupOpened): [string, number][] {
  const used = new Map<string, number>();
  for (const cell of data.controls.flatMap((c) => c.cells))
    if (cell.reason) used.set(cell.reason, (used.get(cell.reason) ?? 0) + 1);
  return [...used].sort((a, b) => b[1] - a[1]);
}
