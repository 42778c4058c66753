import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import type { Gap, GapReason } from "../../ipc/generated/core";
import { gapText } from "./because";

beforeAll(startWording);

const gap = (why: GapReason, more: Partial<Gap> = {}): Gap => ({
  why,
  items: [],
  more: 0,
  scope: [],
  points: 0,
  parts: null,
  said: null,
  planned: null,
  decided_at: null,
  ...more,
});
const says = (of: Gap, reference?: string) => gapText(i18next.t, of, reference);

test("what is not in place says the day by which it is planned where there is one", () => {
  expect(says(gap("not_in_place"))).toBe("not in place yet");
  expect(says(gap("not_in_place", { planned: "2027-01-31" }))).toBe("not in place yet, planned by 2027-01-31");
});

test("a decision above is named, one on the clause itself is not", () => {
  const left = gap("not_applicable", { said: "nothing is developed [yet]", decided_at: "9001:2015/8.3" });
  expect(says(left, "9001:2015/8.3")).toBe("not applicable: nothing is developed [yet]");
  expect(says(left, "9001:2015/8.3.4")).toBe("not applicable: nothing is developed [yet], decided at 9001 8.3");
});

test("what follows from a control names it", () => {
  expect(says(gap("control_off", { said: "27001 A.5.1" }))).toContain("(27001 A.5.1) is excluded or not in place");
});
