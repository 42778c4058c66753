import { beforeEach, expect, test } from "vitest";
import { chooseTheme, chosenTheme, colorScheme, onTheme, showTheme } from "./theme";

beforeEach(() => localStorage.clear());

test("the page follows the system until a theme is chosen, and again when that is taken back", () => {
  showTheme();
  expect([chosenTheme(), colorScheme()]).toEqual(["auto", "light"]);
  chooseTheme("dark");
  expect(document.documentElement.dataset.mantineColorScheme).toBe("dark");
  chooseTheme("auto");
  expect(document.documentElement.dataset.mantineColorScheme).toBe("light");
  expect(localStorage.getItem("theme")).toBeNull();
});

test("what is kept but is no theme counts as none", () => {
  localStorage.setItem("theme", "sepia");
  expect(chosenTheme()).toBe("auto");
});

test("those who listen are told of another theme", () => {
  const seen: string[] = [];
  const stop = onTheme(() => seen.push(colorScheme()));
  chooseTheme("dark");
  stop();
  chooseTheme("light");
  expect(seen).toEqual(["dark"]);
});
