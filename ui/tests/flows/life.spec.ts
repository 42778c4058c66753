// The life of a document: approved for a day ahead, taken back, withdrawn, put in force again, and its history.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, strict, test } from "./bridge";

const ahead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What the inspector says of how the document stands. */
const inspector = (page: Page) => page.getByTestId("inspector");

async function lookOn(page: Page, day: string): Promise<void> {
  await page.locator(".asof").click();
  await page.getByRole("group", { name: "In force on" }).getByRole("textbox").fill(day);
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("dayband")).toContainText(day);
}

test("a planned day comes: approved now, in force on its day, seen in the strip", async ({ page, sample }) => {
  const complaints = strict(page);
  const day = ahead(40);
  await page.goto(`${sample.url}/#documents?open=IS-POL-03`);
  await expect(inspector(page).getByRole("button", { name: "Review" }), "a draft is not reviewed").toHaveCount(0);
  await inspector(page).getByRole("button", { name: "Approve…" }).click();
  const from = page.getByRole("textbox", { name: "In force from" });
  await expect(from).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(inspector(page), "Esc goes one step back, not two").toBeVisible();
  await inspector(page).getByRole("button", { name: "Approve…" }).click();
  await from.fill(day);
  await expect(page.getByRole("dialog")).toContainText("Comes into force by itself on that day.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("toast")).toContainText(`in force from ${day}`);
  await expect(page.getByTestId("coming")).toContainText(`comes into force on ${day}`);
  await lookOn(page, ahead(39));
  await expect(inspector(page)).toContainText(`approved, in force from ${day}`);
  await expect(inspector(page).getByTestId("withdraw"), "another day is not changed").toHaveCount(0);
  await lookOn(page, day);
  await expect(inspector(page)).toContainText(`in force since ${day}`);
  await page.getByTestId("dayband").getByRole("button", { name: "Back to today" }).click();
  await inspector(page).getByTestId("history").click();
  const stood = page.getByTestId("in-force-on");
  await expect(stood).toContainText("Nothing was in force");
  await page.getByRole("slider").focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByRole("textbox", { name: "In force on" })).toHaveValue(day);
  await expect(stood).toContainText("Rev. 0.9");
  await page.keyboard.press("[");
  await expect(stood).toContainText("Nothing is planned for this day");
  await page.keyboard.press("]");
  await page.getByRole("button", { name: "Open as it will be" }).click();
  await expect(inspector(page)).toContainText(`in force since ${day}`);
  expect(complaints).toEqual([]);
});

test("a day before the approval is said, an older revision over a newer one asks why", async ({ page, sample }) => {
  const file = sample.file("older.txt", "an older text");
  sample.cli("document", "revise", "QP-01", file, "--revision", "1.5", "--summary", "found late");
  await page.goto(`${sample.url}/#documents?open=QP-01`);
  await inspector(page).getByRole("button", { name: "Approve…" }).click();
  await page.getByTestId("approve-confirm").click();
  await expect(page.getByRole("alert")).toContainText("is older than rev. 2.0");
  await expect(page.getByTestId("approve-confirm")).toBeDisabled();
  await page.getByRole("textbox", { name: "Why the older revision" }).fill("The newer one was wrong.");
  await page.getByRole("textbox", { name: "In force from" }).fill("2026-01-02");
  await page.getByTestId("approve-confirm").click();
  await expect(page.getByTestId("notice").first()).toContainText("In force from 2026-01-02, before its approval");
  await page.getByRole("button", { name: "Close" }).last().click();
  await inspector(page).getByTestId("history").click();
  const row = page.locator("[data-kind='document.approved']").first();
  await expect(row).toContainText("“The newer one was wrong.”");
  await expect(row).toContainText("holds since 2026-01-02");
});

test("withdrawn with its gaps named, put in force again with a reason", async ({ page, sample }) => {
  await page.goto(`${sample.url}/#documents?open=QP-01`);
  await inspector(page).getByTestId("withdraw").click();
  await expect(page.getByTestId("withdraw-gaps").locator(".clausechip").first()).toBeVisible();
  await expect(page.getByTestId("withdraw-confirm")).toBeDisabled();
  await page.getByRole("textbox", { name: "Reason" }).fill("Joined with another.");
  await page.getByTestId("withdraw-confirm").click();
  await expect(page.getByTestId("toast")).toContainText("QP-01 withdrawn");
  await expect(inspector(page)).toContainText("withdrawn, in force");
  await inspector(page).getByTestId("reinstate").click();
  await page.getByRole("textbox", { name: "Reason" }).fill("Still needed.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("toast")).toContainText("in force again");
  await expect(inspector(page)).toContainText("in force since");
  await expect.poll(() => JSON.parse(sample.cli("document", "show", "QP-01", "--json")).state).toBe("effective");
});

test("an approval is taken back with a reason, and the revision before it is in force", async ({ page, sample }) => {
  await page.goto(`${sample.url}/#documents?open=QP-01`);
  await inspector(page).getByTestId("takeBack").click();
  await expect(page.getByTestId("take-back-confirm")).toBeDisabled();
  await page.getByRole("textbox", { name: "Reason" }).fill("The wrong file was approved.");
  await page.getByTestId("take-back-confirm").click();
  await expect(page.getByTestId("toast")).toContainText("Approval of QP-01, rev. 2.0, taken back");
  await expect(inspector(page)).toContainText("Rev. 2.0 is a draft");
  await expect(inspector(page).locator(".chip", { hasText: "Rev. 1.0" })).toBeVisible();
});

test("a record's history, its proof saved and found in the ledger", async ({ page, sample }) => {
  const out = join(sample.place, "proof.txt");
  await sample.answer(out);
  await page.goto(`${sample.url}/#records`);
  await page.locator("[data-id]").first().click();
  await inspector(page).getByTestId("history").click();
  await expect(page.getByTestId("strip")).toHaveCount(0);
  await page.getByRole("listbox").focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByTestId("proof")).toContainText("Two times");
  const seq = await page.locator("[data-seq][aria-selected=true]").getAttribute("data-seq");
  await page.keyboard.press("s");
  await expect(page.getByTestId("toast")).toContainText("Proof of entry");
  const proof = readFileSync(out, "utf8");
  expect(proof).toContain("c2sp.org/tlog-proof@v1");
  expect(proof).toContain(`\nindex ${seq}\n`);
  await page.getByRole("button", { name: "Show in ledger" }).click();
  await expect(page.getByRole("heading", { name: `Entry ${seq}` })).toBeVisible();
});

test("no English word stands in the German history and ledger", async ({ page, sample }) => {
  sample.cli("--as", "quality@example.org", "document", "withdraw", "QP-02", "--reason", "zusammengelegt");
  sample.cli("pack", "build", "AUD-2026-1", "--out", join(sample.place, "pack.zip"));
  await page.addInitScript(() => localStorage.setItem("language", "de"));
  const english =
    /\b(approved|draft|effective|withdrawn|superseded|in force|confirmed|filed|mapped|reviewed|since|entry|held)\b/i;
  for (const hash of ["#documents?history=QP-01", "#documents?history=QP-02", "#documents?open=QP-02", "#integrity"]) {
    await page.goto(`${sample.url}/?${encodeURIComponent(hash)}${hash}`);
    await page.waitForSelector("[data-seq], [data-id]");
    await page.waitForTimeout(300);
    // What the file itself says is in its own language.
    await page.locator('[aria-label^="Vorschau"]').evaluateAll((all: HTMLElement[]) => {
      for (const one of all) one.style.display = "none";
    });
    const said = (await page.locator("main").innerText()).split("\n");
    expect(said.filter((line) => english.test(line.replace(/„[^“]*“/g, "")))).toEqual([]);
  }
});
