import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { tellCutWords } from "./cutwords";

/** As wide as its place, or wider. */
function words(text: string, wide: number, title?: string): HTMLElement {
  const at = document.createElement("span");
  at.className = "cut";
  at.textContent = text;
  if (title) at.title = title;
  Object.defineProperties(at, { scrollWidth: { value: wide }, clientWidth: { value: 100 } });
  document.body.append(at);
  return at;
}

test("what is cut short says all of itself under the pointer, unless something is said there already", async () => {
  const stop = tellCutWords();
  const user = userEvent.setup();
  const [cut, whole, said] = [words("All  of it", 300), words("Short", 100), words("Cut", 300, "Its own words")];
  await user.hover(cut);
  expect(cut.title).toBe("All of it");
  await user.hover(whole);
  expect(cut).not.toHaveAttribute("title");
  expect(whole).not.toHaveAttribute("title");
  await user.hover(said);
  await user.unhover(said);
  expect(said.title).toBe("Its own words");
  stop();
  await user.hover(cut);
  expect(cut).not.toHaveAttribute("title");
});
