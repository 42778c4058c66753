// What is seen at a start before the program itself is read.
import type { Page } from "@playwright/test";
import { expect, test } from "./bridge";

/** Holds the program back until the answer is called: as slow a start as one likes. */
async function holdProgram(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route(/\/assets\/(main|start)-.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

const picture = (page: Page) => page.locator("#picture");

/** Starts, and waits until the picture of the first screen is kept. */
async function startAndKeep(page: Page, url: string): Promise<void> {
  const kept = page.waitForResponse((answer) => /host_keep_picture/.test(answer.request().postData() ?? ""));
  await page.goto(url);
  await (await kept).finished();
}

test("the next start shows the last first screen at once, and it is the same to the dot", async ({ page, sample }) => {
  await startAndKeep(page, sample.url);
  const release = await holdProgram(page);
  await page.reload();
  await expect(picture(page)).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  const shown = await page.screenshot();
  release();
  await expect(picture(page)).toHaveCount(0);
  await expect(page.getByTestId("shell")).toBeVisible();
  expect(Buffer.compare(shown, await page.screenshot())).toBe(0);
});

test("no picture is shown of what is not so any more, and a new one is kept", async ({ page, sample }) => {
  await startAndKeep(page, sample.url);
  await page.goto("about:blank");
  sample.cli("person", "add", "Night manager", "--email", "night@example.org", "--role", "reader");
  const release = await holdProgram(page);
  // The program is read once it is decided whether there is a picture.
  const decided = page.waitForRequest(/\/assets\/(main|start)-/);
  await page.goto(sample.url);
  await decided;
  await expect(picture(page)).toHaveCount(0);
  release();
  await expect(page.getByTestId("shell")).toBeVisible();
  await startAndKeep(page, sample.url);
  const releaseAgain = await holdProgram(page);
  await page.reload();
  await expect(picture(page)).toBeVisible();
  releaseAgain();
  await expect(picture(page)).toHaveCount(0);
});
