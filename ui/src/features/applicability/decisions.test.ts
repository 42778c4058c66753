import { expect, test } from "vitest";
import { speak, startWording } from "../../i18n";
import type { Applicability, Decision } from "../../ipc/generated/core";
import {
  bulkChange,
  bulkWhole,
  changeOf,
  countsOf,
  type Draft,
  draftOf,
  EMPTY,
  fits,
  groupsOf,
  isChanged,
  isWhole,
  NOTHING,
  rowsOf,
  saysWords,
  statusOf,
  turned,
} from "./decisions";

const row = (clause: string, decision: Decision | null, more: Partial<Applicability> = {}): Applicability => ({
  reference: `27001:2022/${clause}`,
  title: `Title of ${clause}`,
  level: 2,
  heading: false,
  control: true,
  own: null,
  may_be_left_out: true,
  decision,
  decided_at: null,
  by: "qm@example.org",
  on: null,
  source: "",
  lacks: decision ? [] : ["undecided"],
  ...more,
});
const included: Decision = {
  applies: true,
  reason: "Access risks",
  grounds: ["risk"],
  risks: ["RA-1"],
  implemented: "yes",
  reach: ["services"],
  owner: "ISMS Manager",
};
const excluded: Decision = { applies: false, reason: "No premises", risks: ["RA-1"], owner: "ISMS Manager" };
const draft = (change: Partial<Draft>, of: Decision | null = null): Draft => ({ ...draftOf(of), ...change });

test("what stands and is not touched changes nothing", () => {
  for (const decision of [included, excluded, { ...included, implemented: "2027-01-31" }])
    expect(changeOf(draftOf(decision), decision, true)).toEqual({});
  expect(isChanged(changeOf(EMPTY, null, true))).toBe(false);
});

test("only what is said otherwise is handed on", () => {
  expect(changeOf(draft({ owner: "CISO" }, included), included, true)).toEqual({ owner: "CISO" });
  expect(changeOf(draft({ implemented: "by", day: "2027-01-31" }, included), included, true)).toEqual({
    implemented: "2027-01-31",
  });
  expect(changeOf(draft({ reach: [], grounds: ["risk", "law"] }, included), included, true)).toEqual({
    reach: [],
    grounds: ["risk", "law"],
  });
});

test("decided the other way round, all but who answers for it is said anew, and nothing of what cannot be", () => {
  const turned = draft({ applies: false, reason: "No premises" }, included);
  expect(changeOf(turned, included, true)).toEqual({ applies: false, reason: "No premises", risks: ["RA-1"] });
  const back = changeOf(draft({ applies: true, implemented: "no" }, excluded), excluded, true);
  expect(back).toEqual({ applies: true, reason: "No premises", risks: ["RA-1"], implemented: "no" });
});

test("a clause that is left out hands its confirmation on, again where the reason is another", () => {
  const stands: Decision = { applies: false, reason: "Nothing is developed", condition_met: true };
  expect(changeOf(draft({ reason: "Designs come from customers" }, stands), stands, false)).toEqual({
    reason: "Designs come from customers",
    condition_met: true,
  });
  expect(isWhole(draft({ applies: false, reason: "Nothing is developed" }), false)).toBe(false);
  expect(isWhole(draft({ applies: false, reason: "Nothing is developed", condition: false }), false)).toBe(true);
  expect(isWhole(draft({ applies: true }), false)).toBe(true);
});

test("a control needs a reason both ways, and a day where one is planned", () => {
  expect(isWhole(draft({ reason: "Access risks" }), true)).toBe(false);
  expect(isWhole(draft({ applies: true, reason: " – " }), true)).toBe(false);
  expect(isWhole(draft({ applies: false, reason: "No premises" }), true)).toBe(true);
  expect(isWhole(draft({ applies: true, reason: "Risks", implemented: "by", day: "soon" }), true)).toBe(false);
  expect(isWhole(draft({ applies: true, reason: "Risks", implemented: "by", day: "2027-01-31" }), true)).toBe(true);
});

test("each filter counts what it lets through", () => {
  const rows = [
    row("A.5.1", included),
    row("A.5.2", { ...included, implemented: "2026-12-31" }),
    row("A.5.3", { ...included, implemented: undefined }, { lacks: ["implemented"] }),
    row("A.7.4", excluded, { lacks: ["risk"] }),
    row("A.8.1", null),
  ];
  expect(countsOf(rows)).toEqual({ all: 5, included: 3, excluded: 1, undecided: 1, off: 1, lacking: 2 });
  expect(rows.filter((one) => fits(one, "off")).map((one) => one.reference)).toEqual(["27001:2022/A.5.2"]);
  expect(rows.map((one) => statusOf(one, "2026-11-23"))).toEqual(["yes", "planned", "unsaid", "none", "none"]);
  expect(statusOf(row("A.5.2", { ...included, implemented: "2026-11-22" }), "2026-11-23")).toBe("late");
});

test("groups stand in the list's order, own controls last; headings of an edition are no rows", () => {
  const rows = [
    row("A.9", null, { heading: true, level: 1 }),
    row("A.9.2", null, { heading: true }),
    row("A.9.2.1", null),
    row("A.11.1.1", null),
    row("A.11.1.6", null),
    row("K-1", null, { own: { title: "Red team" } }),
    row("6.1", null, { control: false }),
  ];
  expect(groupsOf(rowsOf(rows, true))).toEqual([
    ["A.9", 1],
    ["A.11", 2],
    ["own", 1],
  ]);
});

test("words are looked for in number, title, reason, risks and who answers for it", () => {
  expect(saysWords(row("A.5.1", included), "a.5.1 access ra-1 ciso")).toBe(false);
  expect(saysWords(row("A.5.1", included), "a.5.1 access ra-1 manager")).toBe(true);
});

test("in a German window the German title is looked for as well", async () => {
  await startWording();
  const control = row("A.7.4", null, { title: "Physical security monitoring" });
  await speak("de");
  expect(["sicherheitsüberwachung", "monitoring"].map((text) => saysWords(control, text))).toEqual([true, true]);
  await speak("en");
  expect(saysWords(control, "sicherheitsüberwachung")).toBe(false);
});

test("of several, what is not touched stays; turning them needs one reason", () => {
  const rows = [row("A.5.1", included), row("A.7.4", excluded)];
  expect(bulkChange(NOTHING, true)).toEqual({});
  expect(bulkWhole(NOTHING, rows, true)).toBe(false);
  expect(bulkChange({ ...NOTHING, owner: "CISO", reach: ["assets"] }, true)).toEqual({
    owner: "CISO",
    reach: ["assets"],
  });
  expect(bulkWhole({ ...NOTHING, applies: "no" }, rows, true)).toBe(false);
  expect(bulkWhole({ ...NOTHING, applies: "no", reason: "Gone" }, rows, true)).toBe(true);
  expect(bulkWhole({ ...NOTHING, applies: "no", reason: "Gone" }, rows, false)).toBe(false);
  expect(bulkChange({ ...NOTHING, applies: "no", reason: "Gone", implemented: "yes" }, true)).toEqual({
    applies: false,
    reason: "Gone",
  });
});

test("a reason for one way is none for the other, and what was typed stays", () => {
  const draft = draftOf(included);
  const out = turned(draft, included, false);
  expect(out).toMatchObject({ applies: false, reason: "" });
  expect(isWhole(out, true)).toBe(false);
  expect(turned(out, included, true).reason).toBe(included.reason);
  expect(turned({ ...draft, reason: "Typed" }, included, false).reason).toBe("Typed");
  expect(turned({ ...EMPTY, reason: "Typed first" }, null, false).reason).toBe("Typed first");
});
