import { beforeEach, expect, test, vi } from "vitest";
import type { Info, Start } from "../ipc/generated/core";
import { type Platform, setPlatform } from "../platform";
import { drop, forgetPicture, keep, kept, show, subject, subjectNow } from "./picture";

const START = { open: "/quality", recent: [], home: "/home", version: "0.1.0" } as Start;
const INFO = { id: "0192", today: "2026-11-25", entries: 41 } as unknown as Info;

function view(html: string): Element {
  const holder = document.createElement("div");
  holder.innerHTML = html;
  return holder.firstElementChild as Element;
}

beforeEach(() => {
  drop();
  forgetPicture();
});

test("a kept picture is drawn as it was, cannot be used, and is gone when the screen is there", async () => {
  keep("one", view('<div class="shell" data-testid="shell" style="height: 30px"><b id="a">Overdue</b></div>'));
  const picture = kept();
  if (!picture) throw new Error("nothing was kept");
  expect(picture.html).not.toMatch(/ style=| id=|data-testid/);
  await show(picture);
  const shown = document.querySelector<HTMLElement>("#picture .shell");
  expect(shown?.textContent).toBe("Overdue");
  expect(shown?.style.height).toBe("30px");
  expect(document.getElementById("picture")?.hasAttribute("inert")).toBe(true);
  drop();
  expect(document.getElementById("picture")).toBeNull();
});

test("the first picture of a subject stays, another subject takes its place", () => {
  keep("one", view("<div>as it opens</div>"));
  keep("one", view("<div>after some clicks</div>"));
  expect(kept()?.html).toContain("as it opens");
  keep("two", view("<div>a day later</div>"));
  expect(kept()?.html).toContain("a day later");
});

test("a subject is another one with every entry, day, workspace and language", () => {
  const of = subject("en", START, INFO);
  expect(subject("en", { ...START, recent: ["/other"] }, INFO)).toBe(of);
  for (const other of [
    subject("de", START, INFO),
    subject("en", { ...START, open: "/other" }, INFO),
    subject("en", START, { ...INFO, entries: 42 }),
    subject("en", START, { ...INFO, today: "2026-11-26" }),
  ]) {
    expect(other).not.toBe(of);
  }
});

test("what the core says now is the subject; where it refuses there is none", async () => {
  const call = vi.fn(async (name: string) => ({ answer: name === "host_start" ? START : INFO, from: 0, to: 0 }));
  setPlatform({ call } as unknown as Platform);
  expect(await subjectNow("en")).toBe(subject("en", START, INFO));
  call.mockRejectedValue({ code: "workspace_locked", message: "", hint: "" });
  expect(await subjectNow("en")).toBeUndefined();
});

test("what is not a picture is none", () => {
  localStorage.setItem("picture", "{");
  expect(kept()).toBeUndefined();
});
