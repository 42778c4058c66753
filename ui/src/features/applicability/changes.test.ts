import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import type { SoaChange } from "../../ipc/generated/core";
import { changeLines } from "./changes";

beforeAll(startWording);

const called = { title: "Island mode", origin: "Law on operators" };
const change = (over: Partial<SoaChange>): SoaChange => ({
  code: "K-1",
  title: "Island mode",
  called_before: called,
  called_after: called,
  before: null,
  after: null,
  fields: [],
  ...over,
});
const lines = (over: Partial<SoaChange>) => changeLines(i18next.t, change(over));

test("a control is new or gone by whether it stands in the statement, not by whether it is decided", () => {
  expect(lines({ called_before: null, fields: ["control"] })).toEqual(["New in the statement"]);
  expect(lines({ called_after: null, fields: ["control"] })).toEqual(["No more in the statement"]);
});

test("another title or origin is named, also where nobody decided", () => {
  const after = { title: "Island operation", origin: "Contract" };
  expect(lines({ called_after: after, fields: ["title", "origin"] })).toEqual([
    "Title: Island mode → Island operation",
    "Where it comes from: Law on operators → Contract",
  ]);
});
