import { expect, test } from "vitest";
import type { Probe } from "../../ipc/generated/core";
import { daysWrong, held, item, newEntry, numbered, state, suggested, twin } from "./entry";

const nothing: Probe = {
  path: "/a",
  name: "a",
  size: 1,
  digest: "aa",
  media: "text",
  problem: null,
  already: [],
  suggests: null,
  why: [],
  in_doubt: false,
  code: null,
  title: null,
  revision: null,
  owner: null,
  next_review: null,
  collected: null,
  period_from: null,
  period_to: null,
  document_kind: null,
  record_kind: null,
  series: 0,
  scope: null,
  clauses: [],
  warnings: [],
  numbers: [],
  missing: ["purpose"],
};
const table = { from: "table" } as const;

test("what is not suggested stays open and is not sent", () => {
  const open = { ...newEntry("/a"), ...suggested(nothing) };
  const sent = item(open);
  expect([sent.as, sent.next_review, sent.collected, sent.period_from, sent.valid_until]).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  expect([sent.code, sent.title, sent.what, sent.revision, sent.owner].join("")).toBe("");
  const document: Probe = { ...nothing, suggests: { value: "document", origin: table } };
  const unknown = item({ ...newEntry("/a"), ...suggested(document) });
  expect([unknown.what, unknown.revision, unknown.next_review], "no kind, label or review is invented").toEqual([
    "",
    "",
    null,
  ]);
  const due: Probe = {
    ...document,
    next_review: { value: { precision: "month", first: "2027-03-01" }, origin: table },
  };
  expect(suggested(due).next, "a month is no day").toBe("");
});

test("only what a revision satisfied before is ticked", () => {
  const clause = (reference: string, from: "register" | "text") => ({ reference, title: "", origin: { from } });
  const probe: Probe = { ...nothing, clauses: [clause("9001:2015/7.5", "register"), clause("9001:2015/8.4", "text")] };
  expect(suggested(probe).ticked?.map((c) => c.reference)).toEqual(["9001:2015/7.5"]);
});

test("a file is ready only when the core says that it lacks nothing", () => {
  const read = { ...newEntry("/a"), ...suggested(nothing) };
  expect(state(newEntry("/a"), undefined)).toBe("reading");
  expect(state(read, undefined), "before it has answered").toBe("undecided");
  expect(state(read, ["clause"])).toBe("undecided");
  expect(state(read, ["again", "clause"])).toBe("already");
  expect(state(read, [])).toBe("ready");
  expect(state({ ...read, collected: "soon" }, [])).toBe("undecided");
  expect(daysWrong({ ...read, periodTo: "2026-02-31" })).toBe(true);
});

test("content that is filed, or comes twice, is held", () => {
  const a = { ...newEntry("/a"), ...suggested(nothing) };
  const b = { ...newEntry("/b"), ...suggested(nothing) };
  const c = { ...newEntry("/c"), ...suggested({ ...nothing, digest: "cc" }) };
  expect([held(a, [a, b, c]), held(b, [a, b, c]), held(c, [a, b, c])]).toEqual([false, true, false]);
  expect(twin(b, [a, b])).toBe(a);
  const filed = { code: "QP-1", title: "T", revision: "1", since: "2026-01-01" };
  expect(held({ ...c, ...suggested({ ...nothing, already: [filed] }) }, [])).toBe(true);
});

test("a new document is proposed the next code of its type that no other file of the step has", () => {
  const probe: Probe = {
    ...nothing,
    numbers: [
      { type: "policy", codes: ["PO-004", "PO-005"] },
      { type: "form", codes: ["FO-11"] },
    ],
  };
  const [one, two] = [newEntry("/a"), newEntry("/b")];
  const code = (part: object, entry = one, others = [two]) => numbered(entry, probe, part, [entry, ...others]).code;
  expect(code({ as: "document", what: "policy" })).toBe("PO-004");
  expect(code({ as: "document", what: "policy" }, one, [{ ...two, code: "PO-004" }])).toBe("PO-005");
  expect(code({ as: "document", what: "plan" }), "no rule numbers plans").toBe("");
  const given = { ...one, as: "document" as const, code: "X-1" };
  expect(code({ what: "form" }, given), "a code that a person gave stays").toBeUndefined();
  const proposed = { ...given, code: "PO-004" };
  expect([code({ what: "form" }, proposed), code({ as: "record" }, proposed)]).toEqual(["FO-11", ""]);
});
