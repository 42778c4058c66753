import { expect, test } from "vitest";
import { csv } from "./csv";

test("cells that begin like a formula are told to be text, and marks inside are doubled", () => {
  const rows = [
    ["=1+1", "+49", "-1", "@a"],
    ['say "yes"', "one, two", null, ["a", "b"]],
    [{ precision: "month", first: "2026-01-01" }, 7, undefined, "plain"],
  ];
  expect(csv(["a", "b", "c", "d"], rows)).toBe(
    [
      '\ufeff"a","b","c","d"',
      `"'=1+1","'+49","'-1","'@a"`,
      '"say ""yes""","one, two","","a; b"',
      '"2026-01","7","","plain"',
      "",
    ].join("\r\n"),
  );
});
