import { beforeEach, expect, test } from "vitest";
import { drop, pictureIn, pictureOf, show } from "./picture";

function view(html: string): Element {
  const holder = document.createElement("div");
  holder.innerHTML = html;
  return holder.firstElementChild as Element;
}

/** A page that came with a picture, as the core puts it there. */
function pageWith(html: string): void {
  document.body.innerHTML = `<div id="picture" lang="en" hidden inert aria-hidden="true">${html}</div>`;
}

beforeEach(() => {
  document.body.innerHTML = "";
  window.location.hash = "";
});

test("a picture is drawn as the view was, and is gone when the screen is there", async () => {
  const html = pictureOf(view('<div class="shell" data-testid="shell" style="height: 30px"><b id="a">Due</b></div>'));
  expect(html).not.toMatch(/ style=| id=|data-testid/);
  pageWith(html);
  const picture = pictureIn("en");
  if (!picture) throw new Error("there is no picture");
  await show(picture);
  const shown = picture.querySelector<HTMLElement>(".shell");
  expect(shown?.textContent).toBe("Due");
  expect(shown?.style.height).toBe("30px");
  expect(picture.hidden).toBe(false);
  drop();
  expect(document.getElementById("picture")).toBeNull();
});

test("a picture in another language, or of another screen, is taken away", () => {
  pageWith("<b>Due</b>");
  expect(pictureIn("de")).toBeUndefined();
  expect(document.getElementById("picture")).toBeNull();
  pageWith("<b>Due</b>");
  window.location.hash = "documents";
  expect(pictureIn("en")).toBeUndefined();
  expect(document.getElementById("picture")).toBeNull();
});

test("a page without one has none", () => {
  expect(pictureIn("en")).toBeUndefined();
});
