import { expect, test } from "vitest";
import { fresh, lacks } from "./entry";

test("a file is ready only when nothing is missing", () => {
  const base = fresh("/a");
  expect(lacks(base)).toBe("filing.waiting");
  const probe = { already: null } as never;
  expect(lacks({ ...base, probe })).toBe("filing.chooseWhat");
  expect(lacks({ ...base, probe, as: "record" })).toBe("filing.needsTitle");
  expect(lacks({ ...base, probe, as: "record", title: "x" })).toBeUndefined();
  expect(lacks({ ...base, probe, as: "document", title: "x" })).toBe("filing.needsCode");
  expect(lacks({ ...base, probe, as: "document", title: "x", code: "A-1", what: "policy", next: "soon" })).toBe(
    "field.dayWrong",
  );
  expect(lacks({ ...base, probe: { already: "QP-1" } as never, as: "record", title: "x" })).toBe(
    "filing.duplicateShort",
  );
});
