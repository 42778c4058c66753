import { expect, test } from "vitest";
import type { ControlAt, GroupOpened } from "../../ipc/generated/core";
import { along, countsForNothing, type Draft, identicalCells, markOf, spreads } from "./matrix";

const cell = (state: string, relation = "similar", strength: string | null = null) =>
  ({
    reference: "9001:2015/7.2",
    state,
    strength,
    reason: state === "accepted" ? "why" : "",
    proposal: state === "proposed" ? { relation, needs_reason: relation === "similar" } : null,
  }) as unknown as ControlAt;

const matrix = (...rows: ControlAt[][]) =>
  ({ controls: rows.map((cells) => ({ cells })), items: [] }) as unknown as GroupOpened;

test("identical text is gathered, and not what only a text names", () => {
  const data = matrix([cell("proposed", "identical_hls"), cell("proposed", "named"), cell("proposed")]);
  expect(identicalCells(data)).toEqual([{ row: 0, column: 0 }]);
});

test("a row or a column repeats the decision made right before", () => {
  const data = matrix([cell("accepted", "similar", "full"), cell("proposed")], [cell("proposed"), cell("proposed")]);
  const last: Draft = { cells: [{ row: 0, column: 0 }], says: "counts", reason: "why" };
  const moved = { row: 1, column: 1 };
  const said = spreads(data, moved, undefined, last);
  expect(said).toEqual({ at: { row: 0, column: 0 }, says: "counts", reason: "why" });
  expect(along(data, said?.at ?? moved, "column")).toEqual([{ row: 1, column: 0 }]);
  expect(spreads(data, moved, undefined, undefined), "nothing was said").toBeUndefined();
  // What is being decided goes first, and what the cell itself says.
  expect(spreads(data, moved, { cells: [moved], says: "not", reason: "no" }, last)?.says).toBe("not");
  expect(spreads(data, { row: 0, column: 0 }, undefined, undefined)?.says).toBe("counts");
});

test("a decision that was taken back is not repeated", () => {
  const data = matrix([cell("proposed"), cell("proposed")]);
  const last: Draft = { cells: [{ row: 0, column: 0 }], says: "counts", reason: "why" };
  expect(spreads(data, { row: 0, column: 1 }, undefined, last)).toBeUndefined();
});

test("what a decision leaves of a mapping is what its mark says", () => {
  const held = (gives: string, strength = "full") =>
    ({ ...cell("accepted", "similar", strength), less: { gives } }) as never;
  for (const [gives, strength, mark, nothing] of [
    ["excluded", "full", "accepted.nothing", true],
    ["not_in_place", "partial", "accepted.nothing", true],
    ["in_part", "full", "accepted.partial", false],
    ["own_assets", "supporting", "accepted.supporting", false],
  ] as const) {
    expect(markOf(held(gives, strength))).toBe(mark);
    expect(countsForNothing(held(gives, strength))).toBe(nothing);
  }
  expect(markOf(cell("accepted", "similar", "full"))).toBe("accepted.full");
  expect(markOf({ ...cell("declined"), less: null })).toBe("declined");
});
