import { expect, test } from "vitest";
import type { ApprovalShown, ApprovalStep, Person, RuleInForce, Statement } from "../../ipc/generated/core";
import { dayOf, newestOf, signLabel, spoken, waitsFor, whyNot, wrote } from "./standing";
import { atOnce, wayOf } from "./way";

const person = (email: string): Person => ({
  id: email,
  name: email.split("@")[0] ?? "",
  email,
  role: "approver",
  key: null,
  fingerprint: null,
  left_on: null,
  left: false,
  successor: null,
  away: [],
});

const said = (meaning: Statement["meaning"], effective: string | null = null) =>
  ({ meaning, effective, reason: "because", name: "a" }) as Statement;

const step = (email: string, stands: ApprovalStep["stands"], statement: Statement | null = null): ApprovalStep => ({
  part: "approve",
  name: email.split("@")[0] ?? "",
  email,
  stands,
  statement,
  deputy: null,
  away_until: null,
  left: false,
});

const approval = (more: Partial<ApprovalShown>): ApprovalShown => ({
  id: "1",
  code: "SP-01",
  title: "Change management",
  label: "2.0",
  author: "Writer",
  progress: "in_approval",
  submitter: "writer@x",
  day: "2026-11-20",
  ended_on: null,
  reason: "",
  why: "",
  planned: null,
  quorum: 1,
  in_order: true,
  signed: false,
  steps: [step("a@x", "turn"), step("b@x", "later")],
  yours: null,
  yours_for: null,
  ...more,
});

const key = (more: Partial<ApprovalShown>, who: Person | null, rule = false) => whyNot(approval(more), who, rule)?.key;

test("whoever may speak now is told nothing, everybody else why they do not", () => {
  expect(key({ yours: "approve" }, person("a@x"))).toBeUndefined();
  expect(key({}, person("b@x"))).toBe("approval.not.later");
  expect(key({ steps: [step("a@x", "spoke"), step("b@x", "turn")] }, person("a@x"))).toBe("approval.not.spoke");
  expect(key({}, person("writer@x"))).toBe("approval.not.author");
  expect(key({}, person("c@x"))).toBe("approval.not.asked");
  expect(key({}, null)).toBe("approval.not.nobody");
});

test("an author whom a rule lets decide is not told that they wrote it", () => {
  expect(key({}, person("writer@x"), true)).toBe("approval.not.asked");
});

test("what ended is said before anything of who looks at it", () => {
  for (const progress of ["void", "rejected", "called_off", "approved"] as const) {
    expect(key({ progress, yours: "approve" }, person("a@x"))).toBe(`approval.is.${progress}`);
  }
  const no = whyNot(approval({ progress: "rejected", steps: [step("a@x", "spoke", said("rejected"))] }), null, false);
  expect(no?.values).toMatchObject({ by: "a", reason: "because" });
});

test("names and addresses are compared as the core does, and nobody is nobody", () => {
  expect(wrote({ name: "Change Manager", email: "cm@x" }, " change manager ")).toBe(true);
  expect(wrote({ name: "Change Manager", email: "cm@x" }, "CM@X")).toBe(true);
  expect(wrote({ name: "", email: "" }, "")).toBe(false);
});

test("a day that was said by one approver is not asked of the next", () => {
  expect(dayOf(approval({ planned: "2026-12-01" }), "2026-11-23")).toEqual({ day: "2026-12-01", free: true });
  expect(dayOf(approval({ planned: "2026-11-01" }), "2026-11-23")).toEqual({ day: "2026-11-23", free: true });
  const steps = [step("a@x", "spoke", said("approved", "2026-12-05")), step("b@x", "turn")];
  expect(dayOf(approval({ planned: "2026-12-01", steps }), "2026-11-23")).toEqual({ day: "2026-12-05", free: false });
});

test("who is not asked any more is not counted among those who have to speak", () => {
  const steps = [step("a@x", "spoke", said("approved")), step("b@x", "not_needed"), step("c@x", "turn")];
  expect(spoken(approval({ steps }))).toEqual([1, 2]);
  expect(waitsFor(approval({ steps }))).toBe("c");
});

test("the newest submission of a revision is the one that counts", () => {
  const all = [approval({ id: "2" }), approval({ id: "1" }), approval({ id: "0", label: "1.0" })];
  expect([newestOf(all, "2.0")?.id, newestOf(all, "1.0")?.id, newestOf(all)?.id, newestOf(all, "3")?.id]).toEqual([
    "2",
    "0",
    "2",
    undefined,
  ]);
});

test("a button never says sign where nothing is signed", () => {
  for (const yours of ["review", "approve"] as const)
    for (const approve of [true, false, undefined]) {
      expect(signLabel(approve, approval({ yours }), false)).toMatch(/Unsigned$/);
      expect(signLabel(approve, approval({ yours }), true)).toMatch(/Sign$/);
    }
});

test("a type's own rule comes before the one for all, and one person alone decides only where no rule asks for more", () => {
  const rule = (name: RuleInForce["rule"], type: string, value: RuleInForce["value"]): RuleInForce => ({
    rule: name,
    type,
    value,
    said: true,
  });
  const rules = [rule("approvers", "", 1), rule("approvers", "policy", 2), rule("signed", "", true)];
  expect(wayOf(rules, "policy")).toMatchObject({ approvers: 2, reviewers: 0, signed: true, inOrder: false });
  expect(atOnce(wayOf(rules, "procedure"))).toBe(true);
  expect(atOnce(wayOf(rules, "policy"))).toBe(false);
  expect(atOnce(wayOf([...rules, rule("reviewers", "", 1)], "procedure"))).toBe(false);
});
