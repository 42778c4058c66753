// Days in both languages: a planned one comes by the clock alone, an unclear one is settled, and what was withdrawn or
// taken back stands again or no longer, after a restart too.
import type { Page } from "@playwright/test";
import { type Bridge, expect, strict, test } from "./bridge";

const shown = (sample: Bridge, code: string) => JSON.parse(sample.cli("document", "show", code, "--json"));

const ahead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The window is closed before the program ends: what breaks off then is no complaint. */
const leave = (page: Page) => page.goto("about:blank");

const inspector = (page: Page) => page.getByTestId("inspector");

for (const language of ["en", "de"] as const) {
  const says = (en: string, de: string) => (language === "en" ? en : de);

  test.describe(`days, ${language}`, () => {
    test.beforeEach(async ({ page }) => {
      await page.addInitScript((l) => {
        // A page that was left keeps nothing.
        if (location.protocol !== "about:") localStorage.setItem("language", l);
      }, language);
    });

    test("a planned day comes when the clock is put forward, and nothing else is done", async ({ page, sample }) => {
      const complaints = strict(page);
      const day = ahead(40);
      await page.goto(`${sample.url}/#documents?open=IS-POL-03`);
      await inspector(page)
        .getByRole("button", { name: says("Approve…", "Freigeben…"), exact: true })
        .click();
      await page.getByRole("textbox", { name: says("In force from", "In Kraft ab") }).fill(day);
      await page.getByTestId("approve-confirm").click();
      await expect(page.getByTestId("coming")).toContainText(day);
      const size = sample.entries();
      await page.goto(`${sample.url}/?coming#today`);
      const coming = page.getByRole("region", { name: says("Coming into force", "Treten in Kraft") });
      await expect(coming.locator('[data-code="IS-POL-03"]')).toContainText(day);
      await leave(page);
      await sample.again(ahead(39));
      await page.goto(`${sample.url}/#documents?open=IS-POL-03`);
      await expect(page.getByTestId("coming")).toContainText(day);
      await leave(page);
      await sample.again(day);
      await page.goto(`${sample.url}/#documents?open=IS-POL-03`);
      await expect(inspector(page)).toContainText(says(`in force since ${day}`, `in Kraft seit ${day}`));
      await expect(page.getByTestId("coming")).toHaveCount(0);
      await page.goto(`${sample.url}/?came#today`);
      await expect(page.locator(".tasks").first()).toBeVisible();
      await expect(coming).toHaveCount(0);
      expect(sample.entries(), "the day itself acts; nothing is written").toBe(size);
      expect(complaints).toEqual([]);
    });

    test("an unclear date is settled from Today by one of its readings", async ({ page, sample }) => {
      const complaints = strict(page);
      sample.file("share/Records/one.txt", "one");
      const index = sample.file("index.csv", "file,valid_until\nRecords/one.txt,03/04/2027\n");
      sample.cli("import", `${sample.place}/share`, "--evidence-index", index);
      await page.goto(`${sample.url}/#today`);
      await page.getByRole("button", { name: says("Settle", "Klären"), exact: true }).click();
      const question = page.locator("[data-question]");
      await expect(question).toContainText("03/04/2027");
      await question.getByRole("button", { name: says("3 April", "3. April") }).click();
      await expect(question).toHaveCount(0);
      const until = () =>
        JSON.parse(sample.cli("record", "list", "--json")).rows.map((r: { valid_until: string }) => r.valid_until);
      await expect.poll(until).toContain("2027-04-03");
      await page.goto(`${sample.url}/?settled#today`);
      await expect(page.locator(".tasks").first()).toBeVisible();
      await expect(page.getByRole("button", { name: says("Settle", "Klären"), exact: true })).toHaveCount(0);
      expect(complaints).toEqual([]);
    });

    test("a document is withdrawn and put in force again with a reason, after a restart", async ({ page, sample }) => {
      const complaints = strict(page);
      const reason = page.getByRole("textbox", { name: says("Reason", "Begründung") });
      await page.goto(`${sample.url}/#documents?open=QP-01`);
      await inspector(page).getByTestId("withdraw").click();
      await reason.fill("QP-02");
      await page.getByTestId("withdraw-confirm").click();
      await expect(inspector(page).getByTestId("reinstate")).toBeVisible();
      await leave(page);
      await sample.again();
      await sample.call("host_act_as", { email: "quality@example.org" });
      await page.goto(`${sample.url}/#documents?open=QP-01`);
      await inspector(page).getByTestId("reinstate").click();
      await reason.fill("QP-02");
      await page.keyboard.press("Control+Enter");
      await expect(page.getByTestId("toast")).toContainText(says("in force again", "wieder in Kraft"));
      await expect.poll(() => shown(sample, "QP-01").state).toBe("effective");
      expect(complaints).toEqual([]);
    });

    test("a record is taken back after an approval and a restart", async ({ page, sample }) => {
      const complaints = strict(page);
      const [record] = JSON.parse(sample.cli("record", "list", "--json")).rows;
      sample.cli("--as", "director@example.org", "document", "approve", "IS-POL-03");
      await leave(page);
      await sample.again();
      await sample.call("host_act_as", { email: "quality@example.org" });
      await page.goto(`${sample.url}/#records?open=${record.code}`);
      const actions = page.getByTestId("record-actions");
      await actions.getByRole("button", { name: says("Take back", "Zurücknehmen"), exact: true }).click();
      await page.getByLabel(says("Reason", "Begründung"), { exact: true }).fill("REC");
      await page.getByTestId("with-reason").click();
      await expect(page.getByTestId("standing")).toContainText("REC");
      const state = () => JSON.parse(sample.cli("record", "show", record.code, "--json")).state;
      await expect.poll(state).toBe("taken_back");
      expect(shown(sample, "IS-POL-03").state, "the approval stands").toBe("effective");
      expect(complaints).toEqual([]);
    });
  });
}
