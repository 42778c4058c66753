// What is seen at a start before the program itself is read.
import { expect, test } from "./bridge";

for (const [theme, background] of [
  ["dark", "rgb(23, 24, 27)"],
  ["light", "rgb(251, 250, 248)"],
] as const) {
  test(`before the program is read the window has the background of its theme, ${theme}`, async ({ page, sample }) => {
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    await page.route(/\/assets\/program-.*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.emulateMedia({ colorScheme: theme === "dark" ? "light" : "dark" });
    await page.addInitScript((chosen) => localStorage.setItem("theme", chosen), theme);
    await page.goto(sample.url, { waitUntil: "commit" });
    await expect(page.locator("body")).toHaveCSS("background-color", background);
    await expect(page.locator("#root")).toBeEmpty();
    release();
    await expect(page.getByTestId("shell")).toBeVisible();
    await expect(page.locator("body")).toHaveCSS("background-color", background);
  });
}
