import { expect, test } from "vitest";
import type { Party, PartyFact } from "../../ipc/generated/core";
import { byLead, FACTS, onFile, systemsOf } from "./partyfacts";

const party = (name: string, lead: string | null = null): Party => ({
  id: name,
  name,
  kind: "external",
  within_larger_organisation: false,
  lead,
  lead_name: lead ?? "",
  on_file: [{ fact: "contract", on: "2026-01-01", document: "C-1" }],
});

test("every fact has one place, in one group", () => {
  const all: PartyFact[] = FACTS.flatMap(([, facts]) => facts);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toHaveLength(24);
});

test("those that work for a lead stand under it, and none is lost in a circle", () => {
  const parties = [party("b", "a"), party("a"), party("c", "b"), party("x", "y"), party("y", "x")];
  expect(byLead(parties).map((one) => one.name)).toEqual(["a", "b", "c", "x", "y"]);
});

test("what is on file is counted by group, systems are read from their words", () => {
  expect(onFile(party("a"), ["contract", "agreement"])).toBe(1);
  expect(systemsOf("SMS, ISMS")).toEqual(["SMS", "ISMS"]);
  expect(systemsOf(undefined)).toEqual([]);
});
