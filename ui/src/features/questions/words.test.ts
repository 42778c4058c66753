import { expect, test } from "vitest";
import { valueText } from "./words";

test("clauses are said by their standard, with the edition only beside another one", () => {
  expect(valueText("9001:2015/7.5; 9001:2015/9.3.1; 27001:2013/A.5.1.1")).toBe("9001 7.5, 9.3.1; 27001 A.5.1.1");
  expect(valueText("27001:2013/A.8.1.1; 27001:2022/A.5.9")).toBe("27001:2013 A.8.1.1; 27001:2022 A.5.9");
});

test("what is no list of clauses stays as it is", () => {
  for (const value of ["", "Quality Manager", "Site A; Site B", "9001:2015/7.5; and more", "12/24"])
    expect(valueText(value)).toBe(value);
});
