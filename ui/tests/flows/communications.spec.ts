// Whom a policy was communicated to: recorded in the window, out of Today with it, taken back and undone.
import { type Bridge, expect, strict, test } from "./bridge";

const shown = (sample: Bridge, code: string) => JSON.parse(sample.cli("document", "show", code, "--json"));
const waits = (sample: Bridge): string[] =>
  JSON.parse(sample.cli("today", "--json")).untold.map((policy: { code: string }) => policy.code);

for (const language of ["en", "de"] as const) {
  const says = (en: string, de: string) => (language === "en" ? en : de);
  test(`a policy in force waits in Today until somebody was told, ${language}`, async ({ page, sample }) => {
    const complaints = strict(page);
    const code = waits(sample)[0] ?? "";
    expect(code, "the sample has a policy that nobody was told of").not.toBe("");
    await page.addInitScript((l) => localStorage.setItem("language", l), language);
    await page.goto(`${sample.url}/#today`);
    const part = page.getByRole("region", {
      name: says("Policies in force, not communicated yet", "Richtlinien in Kraft, noch nicht bekannt gemacht"),
    });
    await part.locator(`[data-code="${code}"]`).getByRole("button", { name: code }).click();
    const inspector = page.getByTestId("inspector");
    const band = inspector.getByTestId("not-communicated");
    await band.getByRole("button").click();
    const dialog = page.getByRole("dialog");
    const to = dialog.getByLabel(says("To whom", "Wem"));
    await expect(to).toBeFocused();
    const run = page.getByTestId("communicate-confirm");
    await expect(run, "an audience is needed").toBeDisabled();
    await to.fill("Site Oslo");
    const on = dialog.getByLabel(says("On", "Am"), { exact: true });
    await on.fill("2001-01-01");
    await run.click();
    await expect(dialog.locator('[data-code="invalid_value"]'), "not before its approval").toBeVisible();
    await on.fill(new Date().toISOString().slice(0, 10));
    await dialog.getByLabel(says("How", "Wie"), { exact: true }).fill("Staff meeting");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByTestId("toast")).toContainText("Site Oslo");
    await expect(band).toHaveCount(0);
    const list = inspector.getByTestId("communications");
    await expect(list).toContainText("Staff meeting");
    expect(waits(sample)).not.toContain(code);
    await list.getByRole("button", { name: says("Take back: Site Oslo", "Zurücknehmen: Site Oslo") }).click();
    await dialog.getByLabel(says("Reason", "Begründung")).fill("It was Bergen");
    await page.getByTestId("with-reason").click();
    await expect(band).toBeVisible();
    expect(shown(sample, code).not_communicated).toBe(true);
    await page.keyboard.press("Control+z");
    await expect(list).toContainText("Site Oslo");
    await inspector.getByTestId("history").click();
    const row = page.locator("[data-kind='document.communicated']").first();
    await expect(row).toContainText(says("Communicated to Site Oslo", "Bekannt gemacht am"));
    expect(complaints).toEqual([]);
  });
}
