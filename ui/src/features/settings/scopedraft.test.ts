import { expect, test } from "vitest";
import type { System } from "../../ipc/generated/core";
import { lineKey, scopeOf, ticked } from "./scopedraft";

const sms = { code: "SMS", scope: ["A", "B"] } as unknown as System;
const isms = { code: "ISMS", scope: ["A"] } as unknown as System;

test("what is ticked stands beside the scope until it is set, each system by itself", () => {
  const one = ticked({}, sms, "C", true);
  expect(one).toEqual({ SMS: ["A", "B", "C"] });
  expect(scopeOf(isms, one)).toEqual(["A"]);
  expect(ticked(one, isms, "A", false)).toEqual({ SMS: ["A", "B", "C"], ISMS: [] });
});

test("a scope that is as it was is no change, in whatever order it was ticked", () => {
  const out = ticked({}, sms, "A", false);
  expect(ticked(out, sms, "A", true)).toEqual({});
  expect(ticked({}, sms, "A", true)).toEqual({});
});

test("all or some is said in words, and so is what was confirmed; a line that only looks like it stays", () => {
  expect(lineKey("all_services", "true")).toBe("scope.allOfIt");
  expect(lineKey("whole_organisation", "false")).toBe("scope.someOfIt");
  expect(lineKey("unaffected", "true")).toBe("scopes.confirmed");
  expect(lineKey("services", "Hosting")).toBeUndefined();
});
