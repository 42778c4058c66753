import { expect, test } from "vitest";
import { settledAt } from "./settledat";

const at = (rule: string, kind: string, name: string) => settledAt("ISMS", rule, { kind: kind as never, name });

test("each thing that a claim is about leads to where it is settled", () => {
  expect(at("CL-35", "party", "Data centre Ltd")).toEqual({ part: "parties", open: "Data centre Ltd" });
  expect(at("CL-28", "certificate", "IS-1")).toEqual({ part: "certificates", open: "IS-1" });
  expect(at("CL-01", "scope_item", "SVC-1")).toEqual({ part: "scopes", open: "SVC-1" });
  expect(at("CL-55", "requirement", "REQ-3")).toEqual({ part: "parties", requirement: "REQ-3" });
  expect(at("CL-21", "clause", "27001 A.15.1.1")).toEqual({ applicability: "ISMS", open: "A.15.1.1" });
});

test("the scope statement and the Statement of Applicability are two things, as rules and lines say", () => {
  expect(at("CL-14", "statement", "ISMS")).toEqual({ applicability: "ISMS", show: "undecided" });
  expect(at("CL-52", "statement", "ISMS")).toEqual({ part: "scopes", statement: "ISMS" });
  // A line that was written before lines were checked names no clause.
  expect(at("CL-10", "clause", "8.3: because")).toEqual({ part: "scopes", statement: "ISMS" });
});
