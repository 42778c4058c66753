import { expect, test } from "vitest";
import { missing, newEntry } from "./entry";

test("a file is ready only when nothing is missing", () => {
  const base = newEntry("/a");
  expect(missing(base)).toBe("filing.waiting");
  const probe = { already: null } as never;
  expect(missing({ ...base, probe })).toBe("filing.chooseWhat");
  expect(missing({ ...base, probe, as: "record" })).toBe("filing.needsTitle");
  expect(missing({ ...base, probe, as: "record", title: "x" })).toBeUndefined();
  expect(missing({ ...base, probe, as: "document", title: "x" })).toBe("filing.needsCode");
  expect(missing({ ...base, probe, as: "document", title: "x", code: "A-1", what: "policy", next: "soon" })).toBe(
    "field.dayWrong",
  );
  expect(missing({ ...base, probe: { already: "QP-1" } as never, as: "record", title: "x" })).toBe(
    "filing.duplicateShort",
  );
});
