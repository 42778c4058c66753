// The register and a history as files: saved from the window, in its language, for the day that it shows.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, strict, test } from "./bridge";

const text = (file: string): string => (existsSync(file) ? readFileSync(file, "latin1") : "");

for (const language of ["en", "de"] as const) {
  const says = (en: string, de: string): string => (language === "de" ? de : en);

  test(`the register and a history are saved as files (${language})`, async ({ page, sample }) => {
    const complaints = strict(page);
    await page.addInitScript((l) => localStorage.setItem("language", l), language);
    await page.goto(`${sample.url}/#documents`);
    const menu = page.getByRole("button", { name: says("Export", "Exportieren"), exact: true });
    const register = says("Register of documents", "Register der Dokumente");
    for (const [form, begins] of [
      ["PDF", "%PDF"],
      ["XLSX", "PK"],
    ] as const) {
      const out = join(sample.place, `register.${form}`);
      await sample.answer(out);
      await menu.click();
      await page.getByRole("button", { name: `${register} ${form}` }).click();
      await expect(page.getByTestId("toast").last()).toContainText(says("rows", "Zeilen"), { ignoreCase: true });
      await expect.poll(() => text(out).startsWith(begins), "the file is there").toBe(true);
    }
    expect(text(join(sample.place, "register.PDF")), "it says its language").toContain(`/Lang (${language})`);
    await menu.click();
    await page.getByRole("button", { name: "Letter" }).click();
    await page.keyboard.press("Escape");
    await page.goto(`${sample.url}/#documents?history=QP-01`);
    const out = join(sample.place, "history.pdf");
    await sample.answer(out);
    await page.getByRole("button", { name: says("Print", "Drucken") }).click();
    await expect.poll(() => text(out), "on the paper that was chosen").toContain("/MediaBox [0 0 792 612]");
    expect(complaints).toEqual([]);
  });
}
