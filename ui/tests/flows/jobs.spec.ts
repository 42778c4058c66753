// The three jobs, and what goes wrong in them, against the real core.
import { spawn } from "node:child_process";
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "@playwright/test";
import { drop, expect, strict, test } from "./bridge";

test("first run: a workspace, a share taken in, clauses covered", async ({ page, fresh }) => {
  const complaints = strict(page);
  for (let n = 0; n < 12; n += 1)
    fresh.file(`share/02 Procedures/QP-${10 + n} Procedure ${n} v1.0.txt`, `Procedure ${n}`);
  for (let n = 0; n < 8; n += 1) fresh.file(`share/04 Records/Reports/Report 2026-0${n + 1}.txt`, `Report ${n}`);
  await page.goto(fresh.url);
  await expect(page.getByRole("textbox", { name: "Organisation" })).toBeFocused();
  await page.keyboard.type("Example Services");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Name or role title" })).toBeFocused();
  await page.keyboard.type("Ada");
  await page.getByRole("textbox", { name: "E-mail address" }).fill("ada@example.org");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: /Drop your file share here/ })).toBeVisible();
  await drop(page, [join(fresh.place, "share")]);
  const run = page.getByTestId("import-run");
  await expect(run).toBeEnabled();
  await expect(page.getByText("20", { exact: true })).toBeVisible();
  await run.click();
  await expect(page.getByRole("heading", { name: "Imported" })).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  await page.keyboard.press("Control+2");
  await expect(page.locator("[data-id]")).toHaveCount(12);
  await page.keyboard.press("Control+3");
  await expect(page.locator("[data-id]")).toHaveCount(8);
  expect(complaints).toEqual([]);
});

test("days are the organisation's: chosen at first, set in Settings, the same in the terminal", async ({
  page,
  fresh,
}) => {
  const complaints = strict(page);
  await page.goto(fresh.url);
  await page.getByRole("textbox", { name: "Organisation" }).fill("Example Services");
  await page.getByRole("combobox", { name: "Time zone" }).selectOption("Pacific/Kiritimati");
  await page.getByRole("button", { name: "Create workspace" }).click();
  await expect(page.getByRole("heading", { name: /Drop your file share here/ })).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Later" }).click();
  const folder = join(fresh.place, "home", "Example Services");
  const shown = () => JSON.parse(fresh.cli("-w", folder, "organisation", "show", "--json"));
  const east = shown();
  expect(east.time_zone).toBe("Pacific/Kiritimati");
  await page.goto(`${fresh.url}/#settings`);
  await expect(page.getByText(`there it is ${east.today}`)).toBeVisible();
  await page.getByRole("button", { name: "Change" }).click();
  await page.getByRole("combobox", { name: "Time zone" }).selectOption("Pacific/Pago_Pago");
  await page.getByRole("button", { name: "Save" }).click();
  await expect.poll(() => shown().time_zone).toBe("Pacific/Pago_Pago");
  // 25 hours apart: another day at every moment.
  const west = shown();
  expect(west.today < east.today).toBe(true);
  await expect(page.getByText(`there it is ${west.today}`)).toBeVisible();
  await page.getByRole("button", { name: "Correct" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Organisation" }).fill("Example Service Ltd");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("As in the register of companies");
  await dialog.getByRole("button", { name: "Correct" }).click();
  await expect(page.getByText("Example Service Ltd", { exact: true }).first()).toBeVisible();
  expect(shown().name).toBe("Example Service Ltd");
  await page.goto(`${fresh.url}/#integrity`);
  await expect(page.getByText("Days and times by Pacific/Pago_Pago")).toBeVisible();
  await expect(page.getByText("Name of the organisation corrected")).toBeVisible();
  expect(complaints).toEqual([]);
});

test("what an import could not decide is settled by keys, for all like it, and undone", async ({ page, sample }) => {
  const complaints = strict(page);
  for (const name of ["one", "two", "three"]) sample.file(`share/Records/${name}.txt`, name);
  const rows = "Records/one.txt,03/04/26\nRecords/two.txt,05/06/26\nRecords/three.txt,7/8/2026\n";
  const index = sample.file("index.csv", `file,valid_until\n${rows}`);
  sample.cli("import", join(sample.place, "share"), "--evidence-index", index);
  const counts = () => {
    const { open, settled } = JSON.parse(sample.cli("question", "list", "--json"));
    return [open, settled];
  };
  await page.goto(`${sample.url}/#today`);
  await page.getByRole("button", { name: "Settle" }).click();
  await expect(page.locator("[data-question]")).toHaveCount(3);
  await expect(page.locator("[data-question][aria-current]")).toContainText("03/04/26");
  await page.keyboard.press("s");
  await page.keyboard.press("1");
  await expect(page.locator("[data-question]")).toHaveCount(1);
  await expect.poll(counts).toEqual([1, 2]);
  await page.getByTestId("toast").getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("[data-question]")).toHaveCount(3);
  await expect.poll(counts).toEqual([3, 0]);
  await page.keyboard.press("w");
  await page.getByLabel("Valid until").fill("2027-01-31");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-question]")).toHaveCount(2);
  const dates = () =>
    JSON.parse(sample.cli("record", "list", "--json")).rows.map((r: { valid_until: string }) => r.valid_until);
  await expect.poll(dates).toContain("2027-01-31");
  expect(complaints).toEqual([]);
});

test("file a dropped file, mapped to three standards, in four actions", async ({ page, sample }) => {
  await page.goto(`${sample.url}/#clauses`);
  await page.waitForSelector("[data-testid=spine]");
  const report = sample.file(
    "Internal audit report Larch.txt",
    "Internal audit against ISO/IEC 20000-1:2018, clause 9.2.2.",
  );
  let actions = 0;
  await drop(page, [report]);
  actions += 1;
  await expect(page.getByTestId("accept-identical")).toBeVisible();
  await expect(page.locator("input.check:checked")).toHaveCount(0, { timeout: 1000 });
  await page.getByRole("heading", { name: /File 1/ }).click({ trial: true });
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.locator("[role=dialog]").first().focus();
  await page.keyboard.press("a");
  actions += 1;
  await expect(page.locator("[role=dialog] input.check:checked")).toHaveCount(3);
  await page.keyboard.press("Control+Enter");
  actions += 1;
  await expect(page.getByTestId("toast")).toContainText("mapped to 3 clauses");
  expect(actions).toBeLessThanOrEqual(4);
  const found = JSON.parse(sample.cli("search", "Larch", "--json"));
  expect(found.hits.some((h: { title: string }) => h.title.includes("Larch"))).toBe(true);
  await page.getByTestId("toast").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByTestId("toast")).toContainText("Undone");
  await expect.poll(() => sample.cli("record", "list", "--json")).not.toContain("Larch");
});

test("build a pack in six actions, checked before the auditor sees it", async ({ page, sample }) => {
  await page.goto(`${sample.url}/#today`);
  await page.waitForSelector(".tasks");
  const out = join(sample.place, "pack.zip");
  await sample.answer(out);
  let actions = 0;
  await page.keyboard.press("Control+k");
  actions += 1;
  await page.keyboard.type("pack");
  await expect(page.getByRole("option", { selected: true })).toContainText("AUD-2026-1");
  await page.keyboard.press("Enter");
  actions += 2;
  await page.getByTestId("build").click();
  actions += 1;
  await page.getByTestId("build-confirm").click();
  actions += 1;
  // Choosing where to save is the sixth; here the answer was given before.
  actions += 1;
  await expect(page.getByTestId("pack-built")).toContainText("valid");
  expect(actions).toBeLessThanOrEqual(6);
  expect(JSON.parse(sample.cli("pack", "verify", out, "--json")).ok).toBe(true);
});

test("confirm a review in three actions; the next one is offered", async ({ page, sample }) => {
  await page.goto(`${sample.url}/#today`);
  const task = page.locator(".task", { hasText: "SP-03" });
  let actions = 0;
  await task.getByRole("button", { name: "Review" }).click();
  actions += 1;
  await expect(page.getByRole("textbox", { name: "Why it is still right" })).toBeFocused();
  await page.keyboard.type("Checked against the exercise in Bergen; nothing changed.");
  actions += 1;
  await page.keyboard.press("Control+Enter");
  actions += 1;
  await expect(page.getByTestId("toast")).toContainText("SP-03 confirmed");
  expect(actions).toBeLessThanOrEqual(3);
  // What was said goes after a while: the next one is opened before anything else is looked at.
  await page.getByTestId("toast").getByRole("button", { name: /Next:/ }).click();
  await expect(page.getByRole("textbox", { name: "Why it is still right" })).toBeFocused();
  // Without a reason nothing is concluded.
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("alert")).toContainText("reason");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("radiogroup")).toHaveCount(0);
  await expect(task).toHaveCount(0);
  expect(JSON.parse(sample.cli("document", "show", "SP-03", "--json")).reviews.at(-1).outcome).toBe("confirmed");
});

test("a proposal is accepted with a reason, seen beforehand, and taken back", async ({ page, sample }) => {
  const complaints = strict(page);
  await page.goto(`${sample.url}/#clauses?open=20000-1%3A2018%2F8.5.1`);
  await page.getByTestId("proposal").getByRole("button", { name: "Counts…" }).click();
  const deciding = page.getByTestId("deciding");
  await expect(deciding.getByTestId("preview")).toContainText(/stays|then/);
  const before = sample.entries();
  // Nothing is written without a reason, and none is filled in.
  await expect(deciding.getByRole("textbox").or(deciding.getByRole("combobox"))).toHaveValue("");
  await expect(deciding.getByRole("button", { name: /^Decide/ })).toBeDisabled();
  await page.keyboard.type("Section 4 governs it");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("toast")).toContainText("Decided");
  expect(sample.entries()).toBe(before + 1);
  await page.keyboard.press("Control+z");
  await expect(page.getByTestId("toast")).toContainText("Undone");
  expect(complaints).toEqual([]);
});

test("points between three standards are settled one by one, by evidence or not yet", async ({ page, sample }) => {
  const complaints = strict(page);
  const policy = sample.file("policy.txt", "An integrated policy");
  const clauses = ["9001/5.2", "20000-1/5.2", "27001/5.2"].flatMap((c) => ["--clause", c]);
  sample.cli("document", "add", policy, "--code", "IM-01", "--title", "Policy", "--type", "policy", ...clauses);
  // What is not in force shows nothing.
  sample.cli("--as", "director@example.org", "document", "approve", "IM-01");
  await page.goto(`${sample.url}/#clauses?open=20000-1%3A2018%2F5.2`);
  const points = page.locator("[data-point]");
  await expect(points.first()).toBeVisible();
  const all = await points.count();
  const open = page.locator("[data-point]").filter({ has: page.getByRole("img", { name: "open", exact: true }) });
  await page.keyboard.press("j");
  await expect(page.getByTestId("point")).toContainText("point 1 of");
  const before = sample.entries();
  await page.keyboard.press("l");
  await expect(page.getByTestId("point")).toContainText("point 2 of");
  expect(sample.entries()).toBe(before);
  // The document that opened the point has to be told where it shows it.
  await page.getByRole("button", { name: /IM-01 itself/ }).click();
  await page.getByRole("textbox", { name: "Where in IM-01" }).press("Enter");
  await expect(page.getByRole("alert")).toContainText("IM-01");
  await page.getByRole("textbox", { name: "Where in IM-01" }).fill("Section 3");
  await page.getByRole("textbox", { name: "Where in IM-01" }).press("Enter");
  // What asks the same is settled with it, wherever it stands.
  await expect(page.getByTestId("toast")).toContainText("Points settled: 2");
  await expect(open).toHaveCount(all - 1);
  await page.keyboard.press("Escape");
  await page.goto(`${sample.url}/?1#clauses?open=20000-1%3A2018%2F5.2`);
  await expect(open).toHaveCount(all - 1);
  await page.keyboard.press("Control+z");
  await expect(open).toHaveCount(all);
  expect(complaints).toEqual([]);
});

test("another program writes, and the window shows it by itself", async ({ page, sample }) => {
  await page.goto(`${sample.url}/#documents`);
  await page.waitForSelector("[data-id]");
  const path = sample.file("extra.txt", "an extra policy");
  sample.cli("document", "add", path, "--code", "ZZ-POL-9", "--title", "Written elsewhere", "--type", "policy");
  await expect(page.locator('[data-id="ZZ-POL-9"]')).toBeVisible({ timeout: 10_000 });
});

test("a past day shows that day, and nothing can be written in it", async ({ page, sample }) => {
  await page.goto(`${sample.url}/#documents`);
  await page.waitForSelector("[data-id]");
  const now = await page.locator("[data-id]").count();
  await page.getByRole("button", { name: /As of/ }).click();
  await page.getByRole("button", { name: /A year ago/ }).click();
  await expect(page.getByTestId("dayband")).toContainText("What was known by the end of");
  await expect.poll(() => page.locator("[data-id]").count()).toBeLessThan(now);
  await expect(page.getByRole("button", { name: "File documents" })).toHaveCount(0);
  await page.getByTestId("dayband").getByRole("button", { name: "Back to today" }).click();
  await expect.poll(() => page.locator("[data-id]").count()).toBe(now);
});

test("an altered object is named, with what to do, and never shown as its file", async ({ page, sample }) => {
  const shown = JSON.parse(sample.cli("document", "show", "QP-01", "--json"));
  const { digest } = shown.revisions.at(-1).files[0];
  const object = join(sample.place, "ws/objects", digest.slice(0, 2), digest);
  const bytes = readFileSync(object);
  chmodSync(object, 0o644);
  bytes[5] = (bytes[5] ?? 0) ^ 1;
  writeFileSync(object, bytes);
  await page.goto(`${sample.url}/#documents?open=QP-01`);
  await expect(page.locator('[data-code="object_altered"]')).toContainText("no longer what was filed");
  await page.goto(`${sample.url}/#integrity`);
  await page.getByTestId("verify").click();
  await expect(page.getByTestId("findings")).toContainText("no longer what was filed");
  await expect(page.getByTestId("findings")).toContainText("backup");
  await expect(page.locator("[data-id]").first()).toBeVisible();
});

test("when a list cannot be read again it stays, with a line above it", async ({ page, sample }) => {
  await page.goto(`${sample.url}/#documents`);
  await page.waitForSelector("[data-id]");
  const rows = await page.locator("[data-id]").count();
  let asked = 0;
  await page.route("**/call", async (route) => {
    if (route.request().postDataJSON().name !== "document_register") return route.continue();
    asked += 1;
    const error = { code: "workspace_damaged", reason: "database_damaged", values: {} };
    await route.fulfill({ body: `${JSON.stringify({ error })}\n` });
  });
  await page.getByRole("columnheader", { name: "Title" }).getByRole("button").click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  expect(asked).toBeGreaterThan(0);
  await expect(page.locator("[data-id]")).toHaveCount(rows);
  await expect(page.getByText("No documents yet")).toHaveCount(0);
});

test("a damaged database is named when it is opened, and no empty workspace is shown", async ({ page, sample }) => {
  const close = { name: "host_close", request: {}, job: 1 };
  await fetch(`${sample.url}/call`, { method: "POST", body: JSON.stringify(close) }).then((r) => r.text());
  const file = join(sample.place, "ws/clausebook.db");
  for (const end of ["-wal", "-shm"]) rmSync(file + end, { force: true });
  const before = "no database any more ".repeat(40_000);
  writeFileSync(file, before);
  await page.goto(sample.url);
  await page.getByRole("button", { name: /\bws\b/ }).click();
  await expect(page.getByRole("alert").first()).toContainText("backup");
  await expect(page.getByTestId("shell")).toHaveCount(0);
  expect(readFileSync(file, "utf8")).toBe(before);
});

test("a locked workspace is explained, and the work succeeds afterwards", async ({ page, sample }) => {
  test.setTimeout(60_000);
  await page.goto(`${sample.url}/#documents`);
  await page.waitForSelector("[data-id]");
  const holder = spawn("python3", [
    "-c",
    `import sqlite3,time;c=sqlite3.connect(${JSON.stringify(join(sample.place, "ws/clausebook.db"))},isolation_level=None);c.execute("BEGIN IMMEDIATE");print("held",flush=True);time.sleep(30)`,
  ]);
  await new Promise((done) => holder.stdout.once("data", done));
  await page.locator("[data-id]").nth(1).click();
  await page.keyboard.press("m");
  await page.waitForSelector("[role=listbox]");
  await page.keyboard.type("20000-1 8.2.6");
  await page.getByRole("option").first().click();
  await page.getByRole("button", { name: "Map", exact: true }).click();
  await expect(page.locator(`[role=dialog] .problem[data-code="workspace_locked"]:not(.line)`)).toContainText(
    "Another program",
    {
      timeout: 25_000,
    },
  );
  await expect(page.locator("[data-id]").first()).toBeVisible();
  holder.kill();
  await page.getByRole("button", { name: "Map", exact: true }).click();
  await expect(page.getByTestId("toast")).toContainText("8.2.6", { timeout: 15_000 });
});

test("a full disk stops filing, says so, and what was chosen is still there", async ({ page, sample }) => {
  await page.goto(`${sample.url}/#documents`);
  await page.waitForSelector("[data-id]");
  const rows = await page.locator("[data-id]").count();
  await drop(page, [sample.file("Backup report.txt", "ISO/IEC 27001 A.8.13: the backup was restored.")]);
  await page
    .getByRole("radio", { name: "Record" })
    .or(page.getByRole("button", { name: "Record", exact: true }))
    .first()
    .click();
  // A record without a clause is not ready.
  await expect(page.getByTestId("file-ready")).toBeDisabled();
  await page.getByTestId("accept-identical").click();
  await expect(page.getByTestId("file-ready")).toBeEnabled();
  // Every write of the database fails as on a full disk.
  const log = join(sample.place, "strace.log");
  const fault = [
    "-f",
    "-p",
    String(sample.pid),
    "-o",
    log,
    "-e",
    "trace=pwrite64",
    "-e",
    "inject=pwrite64:error=ENOSPC",
  ];
  const strace = spawn("strace", fault);
  await expect.poll(() => existsSync(log)).toBe(true);
  await expect
    .poll(() => readFileSync(`/proc/${sample.pid}/status`, "utf8").match(/TracerPid:\s+(\d+)/)?.[1])
    .not.toBe("0");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator('[data-code="disk_full"]')).toContainText("the disk is full", { timeout: 15_000 });
  await expect(page.locator('[data-code="disk_full"]')).toContainText("Free some space");
  expect(readFileSync(log, "utf8")).toContain("INJECTED");
  const gone = new Promise((done) => strace.once("exit", done));
  strace.kill("SIGINT");
  await gone;
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("toast")).toContainText("Filed", { timeout: 15_000 });
  await page.goto(`${sample.url}/?again#documents`);
  await expect(page.locator("[data-id]")).toHaveCount(rows);
  expect(JSON.parse(sample.cli("verify", "--deep", "--json")).ok).toBe(true);
});

test("what lies over the window goes with Esc, and the focus is back where it was", async ({ page, sample }) => {
  await page.goto(`${sample.url}/#today`);
  const asOf = page.getByRole("button", { name: /As of/ });
  const find = page.getByRole("button", { name: "Find anything" });
  const confirm = page.locator(".tasks button.outline").first();
  const lays = async (opener: Locator, over: Locator, key: string) => {
    await opener.focus();
    await page.keyboard.press(key);
    await expect(over).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(over).toBeHidden();
    await expect(opener).toBeFocused();
  };
  const month = page.getByRole("button", { name: /A month ago/ });
  await lays(asOf, month, "Enter");
  await lays(find, page.getByRole("combobox"), "Enter");
  await lays(find, page.getByRole("combobox"), "Control+k");
  await lays(find, page.getByRole("heading", { name: "Keys" }), "?");
  await lays(confirm, page.locator("[role=dialog] :focus"), "Enter");
  await asOf.focus();
  await page.keyboard.press("Enter");
  await expect(month).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.type("2026-01-31");
  await expect(page.getByRole("button", { name: "Back to today" }).first()).toBeVisible();
  await page.goto(`${sample.url}/?again#documents?open=QP-01`);
  await expect(page.getByTestId("inspector")).toBeVisible();
  await lays(asOf, month, "Enter");
  await expect(page.getByTestId("inspector")).toBeVisible();
});

test("everything is reached by keyboard", async ({ page, sample }) => {
  await page.goto(`${sample.url}/#documents`);
  await page.waitForSelector("[data-id]");
  for (let n = 0; n < 40; n += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement?.classList.contains("body"))) break;
  }
  await page.keyboard.press("ArrowDown");
  await expect(page.locator('[role=row][aria-selected="true"]')).toHaveCount(1);
  await expect(page.getByTestId("inspector")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("r");
  await expect(page.getByRole("radiogroup")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("inspector")).toHaveCount(0);
  const outline = await page.evaluate(() => {
    const button = document.querySelector<HTMLElement>(".navitem");
    button?.focus();
    return button ? getComputedStyle(button).outlineStyle : "";
  });
  expect(outline).not.toBe("none");
});
