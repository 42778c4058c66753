import { expect, test } from "vitest";
import type { SoaDoubt, SoaListRow } from "../../ipc/generated/core";
import { type Answers, answered, openDoubts, requestOf } from "./taken";

const doubt = (what: SoaDoubt["what"], holds: boolean): SoaDoubt => ({
  what,
  holds,
  words: "",
  choices: [],
  answer: null,
});
const row = (key: string, outcome: SoaListRow["outcome"], doubts: SoaDoubt[]) =>
  ({ key, outcome, doubts }) as SoaListRow;

test("what is answered of one row stands beside what was answered of it before, and can be taken back", () => {
  let answers: Answers = {};
  answers = answered(answers, "12", "which_control", "A.5.1");
  answers = answered(answers, "12", "day_unclear", "2026-03-04");
  answers = answered(answers, "14", "duplicate", "take");
  expect(requestOf(answers)).toEqual({ "12": ["A.5.1", "2026-03-04"], "14": ["take"] });
  answers = answered(answers, "12", "which_control", "A.5.10");
  answers = answered(answers, "14", "duplicate", "");
  expect(requestOf(answers)).toEqual({ "12": ["2026-03-04", "A.5.10"] });
});

test("what holds a row back is asked first; a row that is left out asks nothing", () => {
  const open = openDoubts([
    row("1", "decided", [doubt("day_unclear", false)]),
    row("2", "asked", [doubt("duplicate", true)]),
    row("3", "left_out", [doubt("duplicate", true)]),
  ]);
  expect(open.map(({ row }) => row.key)).toEqual(["2", "1"]);
});
