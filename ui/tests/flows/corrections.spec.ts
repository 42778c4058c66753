// What was entered is corrected in the window: of one, of twenty at once, of a mapping, of an audit, and a draft's file.
import { type Bridge, expect, strict, test } from "./bridge";

const shown = (sample: Bridge, code: string) => JSON.parse(sample.cli("document", "show", code, "--json"));
const register = (sample: Bridge) => JSON.parse(sample.cli("document", "list", "--json")).rows;

/** Twenty documents at the least. */
function twenty(sample: Bridge): void {
  for (const n of [1, 2, 3]) {
    const path = sample.file(`WI-${n}.txt`, `Instruction ${n}`);
    const kind = ["--type", "instruction", "--owner", "Service Manager"];
    sample.cli("document", "add", path, "--code", `WI-0${n}`, "--title", `Instruction ${n}`, ...kind);
  }
}

for (const language of ["en", "de"] as const) {
  const says = (en: string, de: string) => (language === "en" ? en : de);
  test(`the owner of twenty documents is corrected at once and undone in one step, ${language}`, async ({
    page,
    sample,
  }) => {
    const complaints = strict(page);
    twenty(sample);
    await page.addInitScript((l) => localStorage.setItem("language", l), language);
    await page.goto(`${sample.url}/#documents`);
    await page.waitForSelector("[data-id]");
    await page.locator("[data-id]").nth(0).click();
    await page
      .locator("[data-id]")
      .nth(19)
      .click({ modifiers: ["Shift"] });
    const chosen = register(sample).slice(0, 20);
    const already = chosen.filter((d: { owner: string }) => d.owner === "Service Manager").length;
    expect(already).toBeGreaterThan(0);
    const before = sample.entries();
    await page.keyboard.press("o");
    const form = page.getByTestId("correct-several");
    const owner = form.getByRole("textbox", { name: says("Owner", "Verantwortlich") });
    await expect(owner).toBeFocused();
    await owner.fill("Service Manager");
    await expect(form).toContainText(
      says(`${20 - already} change, ${already} stay as they are.`, `${20 - already} ändern sich, ${already} bleiben.`),
    );
    const run = page.getByTestId("correct-run");
    await expect(run).toBeDisabled();
    await form.getByRole("textbox", { name: says("Why it is corrected", "Begründung der Berichtigung") }).fill("Moved");
    await expect(run).toContainText(says(`Correct ${20 - already}`, `${20 - already} berichtigen`));
    await page.keyboard.press("Control+Enter");
    await expect(page.getByTestId("toast")).toContainText(
      says(`Corrected: ${20 - already}.`, `Berichtigt: ${20 - already}.`),
    );
    expect(sample.entries() - before).toBe(20 - already);
    const now = register(sample).slice(0, 20);
    expect(new Set(now.map((d: { owner: string }) => d.owner))).toEqual(new Set(["Service Manager"]));
    await page.getByTestId("toast").getByRole("button").first().click();
    await expect(page.getByTestId("toast")).toContainText(says("Undone", "Zurückgenommen"));
    await expect.poll(() => register(sample).slice(0, 20)).toEqual(chosen);
    expect(complaints).toEqual([]);
  });
}

test("one document is corrected, its number too, and the next review moves only where that is ticked", async ({
  page,
  sample,
}) => {
  await page.goto(`${sample.url}/#documents?open=QP-01`);
  const inspector = page.getByTestId("inspector");
  const before = shown(sample, "QP-01");
  await inspector.getByRole("button", { name: "Correct", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Owner").fill("Change Manager");
  await expect(dialog).toContainText(`Until now: ${before.owner}`);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(inspector, "Esc goes one step back").toBeVisible();
  await inspector.getByRole("button", { name: "Correct", exact: true }).click();
  await dialog.getByLabel("Code").fill("QP-99");
  await dialog.getByLabel("Review interval in months").fill("6");
  await expect(dialog).toContainText(`The next review stays ${before.next_review.day}.`);
  await dialog.getByLabel("Why it is corrected").fill("Numbered wrongly");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("toast")).toContainText("QP-99 corrected");
  await expect(inspector).toContainText("every 6 months");
  await expect(page.locator('[data-id="QP-99"]')).toBeVisible();
  expect(shown(sample, "QP-99").next_review).toEqual(before.next_review);
  expect(sample.cli("ledger", "log", "--limit", "1")).toContain("code: QP-01 → QP-99");
  await inspector.getByRole("button", { name: "Correct", exact: true }).click();
  await dialog.getByLabel("Review interval in months").fill("3");
  await dialog.getByRole("checkbox", { name: /^Move it to/ }).check();
  await dialog.getByLabel("Why it is corrected").fill("Every quarter");
  await page.keyboard.press("Control+Enter");
  await expect(inspector).toContainText("every 3 months");
  await expect.poll(() => shown(sample, "QP-99").next_review).not.toEqual(before.next_review);
});

test("a code that is in use is refused in the dialog, and nothing is lost", async ({ page, sample }) => {
  await page.goto(`${sample.url}/#documents?open=QP-01`);
  await page.getByTestId("inspector").getByRole("button", { name: "Correct", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Code").fill("qp-02");
  await dialog.getByLabel("Why it is corrected").fill("Numbered wrongly");
  await page.keyboard.press("Control+Enter");
  await expect(dialog.locator('[data-code="already_exists"]')).toContainText("QP-02 is used already");
  await expect(dialog.getByLabel("Why it is corrected")).toHaveValue("Numbered wrongly");
});

test("the wrong file of a draft is replaced, and undo brings it back", async ({ page, sample }) => {
  const wrong = sample.file("wrong.txt", "Another procedure");
  const right = sample.file("right.txt", "The right one");
  sample.cli("document", "revise", "QP-01", wrong, "--revision", "9.0", "--summary", "New suppliers");
  await page.goto(`${sample.url}/#documents?open=QP-01`);
  await page.getByRole("button", { name: "Replace the file of 9.0" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("wrong.txt");
  await sample.answer(right);
  await dialog.getByRole("button", { name: "Choose files" }).click();
  await expect(dialog).toContainText("right.txt");
  await dialog.getByLabel("Why it is corrected").fill("That was another procedure");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("toast")).toContainText("rev. 9.0, replaced");
  const files = () =>
    shown(sample, "QP-01")
      .revisions.at(-1)
      .files.map((f: { name: string }) => f.name);
  await expect.poll(files).toEqual(["right.txt"]);
  await page.keyboard.press("Control+z");
  await expect(page.getByTestId("toast")).toContainText("Undone");
  await expect.poll(files).toEqual(["wrong.txt"]);
});

test("a mapping is corrected on its chip, and alike for all of the document", async ({ page, sample }) => {
  await page.goto(`${sample.url}/#documents?open=QP-01`);
  await page.getByTestId("satisfies").locator(".chips button").first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Correct", exact: true }).click();
  await dialog.getByRole("button", { name: "a part" }).click();
  const run = dialog.getByRole("button", { name: "Correct", exact: true });
  await dialog.getByLabel("Why it is corrected").fill("Read again");
  await expect(run, "what is not full says why").toBeDisabled();
  await dialog.getByLabel("Why it is no more than that").fill("Only storage");
  await dialog.getByRole("checkbox", { name: /^Alike for all/ }).check();
  await run.click();
  await expect(page.getByTestId("toast")).toContainText("Mappings of QP-01 corrected");
  const strengths = shown(sample, "QP-01").mappings.map((m: { strength: string }) => m.strength);
  expect(new Set(strengths)).toEqual(new Set(["partial"]));
});

test("an audit is corrected where its pack is built", async ({ page, sample }) => {
  await page.goto(`${sample.url}/#audits?pack=AUD-2026-1`);
  await page.getByRole("button", { name: "Correct", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Title").fill("Second surveillance audit");
  await dialog.getByLabel("Why it is corrected").fill("It is the second");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "Second surveillance audit", exact: true })).toBeVisible();
  expect(JSON.parse(sample.cli("audit", "show", "AUD-2026-1", "--json")).title).toBe("Second surveillance audit");
});
