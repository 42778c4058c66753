// Points between the standards: their work list, the matrix by keys, and several things mapped at once.
import { drop, expect, strict, test } from "./bridge";

test("points are worked off from a list: given to somebody, settled several at once, taken back", async ({
  page,
  sample,
}) => {
  const complaints = strict(page);
  const counts = () => {
    const { open, settled } = JSON.parse(sample.cli("point", "list", "--all", "--json"));
    return { open, settled };
  };
  const first = counts();
  await page.goto(`${sample.url}/#today`);
  await expect(page.getByTestId("open-points")).toContainText(`${first.open} points`);
  await page.getByTestId("open-points").getByRole("button", { name: "Work through" }).click();
  const rows = page.getByTestId("point-list").locator("[data-point]");
  await expect(rows.first()).toBeVisible();
  await expect(page.getByRole("tab", { name: /^Open/ })).toContainText(String(first.open));
  // By keys: down, choose, down, choose.
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(page.getByRole("heading", { name: "2 points" })).toBeVisible();
  await page.keyboard.press("o");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Owner" }).fill("Service Manager");
  await dialog.getByRole("textbox", { name: "By which day" }).fill("2026-01-31");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("toast")).toContainText("Assigned: 2");
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: /^Overdue/ }).click();
  await expect(rows).toHaveCount(2);
  await page.goto(`${sample.url}/#today`);
  await expect(page.getByTestId("open-points")).toContainText("2 overdue");
  await page.getByTestId("open-points").getByRole("button", { name: "Work through" }).click();
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("Service Manager");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("heading", { name: "Nothing matches these filters" })).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(rows.first()).toBeVisible();
  // One of those that a statement settles: by a reason, and open again.
  await page.getByRole("combobox", { name: "Document or record" }).selectOption("SCP-01");
  await expect(rows.filter({ hasText: "SCP-01" }).first()).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("w");
  await page.getByRole("textbox", { name: "It is met, because" }).fill("The boundaries are the same");
  await page.keyboard.press("Enter");
  // What asks the same is settled with it.
  await expect(page.getByTestId("toast")).toContainText(/Points? settled/);
  const said = Number((await page.getByTestId("toast").innerText()).match(/settled: (\d+)/)?.[1] ?? 1);
  const settled = (n: number) => ({ open: first.open - n, settled: first.settled + n });
  await expect.poll(counts).toEqual(settled(said));
  await page.getByRole("tab", { name: /^Settled/ }).click();
  await expect(rows).toHaveCount(said);
  await page.keyboard.press("j");
  await page.getByTestId("settled-by").getByRole("button", { name: "Open again" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("They are not");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("toast")).toContainText("Point open again");
  await expect.poll(counts).toEqual(settled(said - 1));
  await page.keyboard.press("Control+z");
  await expect.poll(counts).toEqual(settled(said));
  await page.keyboard.press("Control+z");
  await expect.poll(counts).toEqual(first);
  expect(complaints).toEqual([]);
});

test("a matrix is decided by keys: cell by cell, a row, a column, each one step back", async ({ page, sample }) => {
  const complaints = strict(page);
  await page.goto(`${sample.url}/#clauses?open=20000-1%3A2018%2F8.6.1`);
  const matrix = page.getByTestId("matrix");
  const state = (name: string) => matrix.locator(`td[data-state=${name}]`);
  const chosen = matrix.locator("td[data-chosen]");
  await expect(state("proposed").first()).toBeVisible();
  const [open, accepted, declined] = [
    await state("proposed").count(),
    await state("accepted").count(),
    await state("declined").count(),
  ];
  expect(open).toBeGreaterThan(3);
  await matrix.locator("td[data-state=proposed] button").first().click();
  const here = () => chosen.evaluate((e) => `${(e.parentElement as HTMLTableRowElement).rowIndex}`);
  const row = await here();
  await page.keyboard.press("ArrowDown");
  await expect.poll(here).not.toBe(row);
  await page.keyboard.press("ArrowUp");
  await expect.poll(here).toBe(row);
  await page.keyboard.press("Tab");
  await expect(chosen).toHaveAttribute("data-state", "proposed");
  // Without a word about whether it counts, nothing is spread.
  await page.keyboard.press("c");
  await expect(page.getByTestId("toast")).toContainText("Say first");
  await page.keyboard.press("3");
  const reason = page.getByTestId("deciding").locator("#cell-reason");
  await expect(reason).toBeFocused();
  await expect(reason).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("deciding")).toHaveCount(0);
  await expect(matrix, "one step back leaves the clause open").toBeVisible();
  await page.keyboard.press("2");
  await reason.fill("Only for the service desk");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("toast")).toContainText("Decided");
  await expect(state("accepted")).toHaveCount(accepted + 1);
  await page.keyboard.press("Control+z");
  await expect(state("accepted")).toHaveCount(accepted);
  // One that does not count, then the same for the rest of its column.
  await matrix.locator("td[data-state=proposed] button").first().click();
  await page.keyboard.press("3");
  await reason.fill("It speaks of something else");
  await page.keyboard.press("Enter");
  await expect(state("declined")).toHaveCount(declined + 1);
  await expect(page.getByTestId("toast")).toContainText("Decided");
  await state("declined").first().locator("button").click();
  await expect(chosen).toHaveAttribute("data-state", "declined");
  await page.keyboard.press("c");
  await expect(reason).toHaveValue("It speaks of something else");
  await expect(reason).toBeFocused();
  const spread = await matrix.locator("td[data-also]").count();
  expect(spread).toBeGreaterThan(0);
  const before = sample.entries();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("toast")).toContainText(`Decided: ${spread}`);
  await expect(state("declined")).toHaveCount(declined + 1 + spread);
  expect(sample.entries()).toBe(before + spread);
  await page.keyboard.press("Control+z");
  await expect(state("declined"), "one step back for the whole column").toHaveCount(declined + 1);
  expect(complaints).toEqual([]);
});

test("keys go on from the cell after arriving and after a decision, and identical text is seen before it is written", async ({
  page,
  sample,
}) => {
  const complaints = strict(page);
  const matrix = page.getByTestId("matrix");
  const chosen = matrix.locator("td[data-chosen]");
  const deciding = page.getByTestId("deciding");
  await page.goto(`${sample.url}/#clauses?open=20000-1%3A2018%2F8.6.1`);
  await expect(chosen.locator("button"), "on arrival").toBeFocused();
  const here = () =>
    chosen.evaluate(
      (e) => `${(e.parentElement as HTMLTableRowElement).rowIndex} ${(e as HTMLTableCellElement).cellIndex}`,
    );
  const first = await here();
  await page.keyboard.press("Tab");
  await expect.poll(here).not.toBe(first);
  await page.keyboard.press("2");
  await page.keyboard.type("Only for the service desk");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("toast")).toContainText("Decided");
  await expect(chosen.locator("button"), "after a decision").toBeFocused();
  // The column repeats what was decided right before, although the choice has moved on.
  await page.keyboard.press("c");
  await expect(deciding.locator("#cell-reason")).toHaveValue("Only for the service desk");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  // Behind it: the same person's next entry would be the newest, and what is undone.
  await expect(page.getByTestId("toast")).toContainText("Undone");
  // Identical text of a clause: first its effect, then one step.
  sample.cli("--as", "quality@example.org", "map", "QM-POL-01", "20000-1/5.3");
  await page.goto(`${sample.url}/#clauses?open=20000-1%3A2018%2F5.3`);
  await expect(page.getByRole("button", { name: /^Accept identical/ })).toBeVisible();
  const before = sample.entries();
  await page.keyboard.press("a");
  await expect(deciding.getByTestId("preview")).toContainText("points opened");
  expect(sample.entries(), "nothing is written yet").toBe(before);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("toast")).toContainText("Points opened");
  expect(sample.entries()).toBeGreaterThan(before);
  expect(complaints).toEqual([]);
});

test("a limited match has its clauses as rows, and the front matter opens", async ({ page, sample }) => {
  const complaints = strict(page);
  sample.cli("--as", "quality@example.org", "map", "QM-POL-01", "20000-1/8.5");
  await page.goto(`${sample.url}/#clauses?open=20000-1%3A2018%2F8.5`);
  const matrix = page.getByTestId("matrix");
  for (const clause of ["8.2.1", "8.4.1", "8.5.1"])
    await expect(matrix.getByRole("row").filter({ has: page.getByText(clause, { exact: true }) })).toBeVisible();
  const waiting = await page
    .getByTestId("proposals")
    .getByText(/none of them counts yet/)
    .textContent();
  await expect(matrix.locator("td[data-state=proposed]")).toHaveCount(Number.parseInt(waiting ?? "", 10));
  await page.goto(`${sample.url}/#clauses?open=9001%3A2015%2F1`);
  await expect(page.locator('[data-clause="9001:2015/1"]').first()).toBeVisible();
  await expect(page.getByText("specific to each standard").first()).toBeVisible();
  await page.goto(`${sample.url}/#clauses?open=9001%3A2015%2F7.1.4`);
  await expect(page.getByText("added by this standard").first()).toBeVisible();
  await page.goto(`${sample.url}/#clauses?standard=20000-1&beside=none`);
  await expect(page.locator("[data-clause]")).toHaveCount(8);
  await page.goto(`${sample.url}/#clauses?standard=9001&beside=added`);
  await expect(page.locator('[data-clause="9001:2015/7.1.6"]')).toContainText("20000-1 7.6");
  expect(complaints).toEqual([]);
});

test("several documents are mapped to several clauses in one step, seen beforehand", async ({ page, sample }) => {
  const complaints = strict(page);
  await page.goto(`${sample.url}/#documents`);
  await page.locator('[data-id="QM-POL-01"]').click();
  await page.locator('[data-id="SM-POL-01"]').click({ modifiers: ["Control"] });
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog");
  for (const clause of ["9001 7.1.3", "20000-1 8.2.2"]) {
    await dialog.getByRole("textbox", { name: "Which clause" }).fill(clause);
    await expect(dialog.getByRole("option").first()).toBeVisible();
    await page.keyboard.press("Enter");
  }
  const cells = dialog.getByTestId("map-cells").getByRole("checkbox");
  await expect(cells).toHaveCount(4);
  await expect(dialog.getByTestId("map-cells")).toContainText(/by hand|mapped already/);
  await expect(dialog.getByTestId("map-cells")).toContainText(/then|stays/);
  await cells.last().uncheck();
  const before = sample.entries();
  const mapped = () =>
    ["QM-POL-01", "SM-POL-01"].map((code) =>
      JSON.parse(sample.cli("document", "show", code, "--json"))
        .mappings.map((m: { reference: string }) => m.reference)
        .filter((r: string) => /9001:2015\/7\.1\.3$|20000-1:2018\/8\.2\.2$/.test(r)),
    );
  const [one, other] = mapped();
  const reason = dialog.getByRole("textbox", { name: "Reason" });
  if (await reason.count()) await reason.fill("Both speak of it");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("toast")).toContainText("Mapped to");
  expect(mapped().flat().length - [...(one ?? []), ...(other ?? [])].length).toBe(3);
  expect(sample.entries()).toBeGreaterThan(before);
  await page.keyboard.press("Control+z");
  await expect.poll(mapped).toEqual([one, other]);
  expect(complaints).toEqual([]);
});

test("a file's clauses are accepted as what they are, a similar one by a reason that nobody wrote for it", async ({
  page,
  sample,
}) => {
  const complaints = strict(page);
  await page.goto(`${sample.url}/#clauses`);
  await page.waitForSelector("[data-testid=spine]");
  const path = sample.file("Change log Birch.txt", "Changes by ISO/IEC 20000-1:2018, clause 8.5.1.");
  await drop(page, [path]);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByTestId("stands").first()).toBeVisible();
  await expect(
    dialog.getByTestId("accept-identical"),
    "identical text and what was named are counted apart",
  ).toHaveText(/Accept named: 1 A|Accept named: 1, identical: \d+ A/);
  await expect(dialog.locator("input.check:checked")).toHaveCount(0);
  // A clause that is covered is drawn as covered, though its box is not ticked.
  const glyph = dialog.getByTestId("stands").first().getByRole("img").first();
  const concordance = JSON.parse(sample.cli("coverage", "--standard", "20000-1", "--json"));
  const state = (Array.isArray(concordance) ? concordance : [concordance])
    .flatMap((c: { rows: { reference: string; state: string }[] }) => c.rows)
    .find((r: { reference: string }) => r.reference === "20000-1:2018/8.5.1")?.state;
  expect(state).toBeDefined();
  await expect(dialog.getByTestId("stands").getByRole("img", { name: state }).first()).toBeVisible();
  await expect(glyph).toBeVisible();
  const asks = dialog.locator("input.check").nth(1);
  await asks.check();
  const reason = dialog.getByRole("textbox", { name: "It counts, because" });
  await expect(reason, "nobody else writes it").toHaveValue("");
  await expect(dialog.getByText("Needs a reason for a clause")).toBeVisible();
  await reason.fill("The same log");
  await expect(dialog.getByText("Needs a reason for a clause")).toHaveCount(0);
  expect(complaints).toEqual([]);
});
