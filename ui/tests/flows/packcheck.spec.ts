// A pack from anybody is checked in the window: a sound one, a forged one, and one against what was kept from before.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type Bridge, expect, strict, test } from "./bridge";

/** The part of the screen that checks packs. */
const part = (page: Page) => page.getByTestId("pack-check");

/** A pack of the sample's audit, and a checkpoint taken just before. */
function packed(sample: Bridge): { pack: string; kept: string } {
  const kept = sample.file("checkpoint.txt", sample.cli("ledger", "checkpoint"));
  const pack = join(sample.place, "pack.zip");
  sample.cli("pack", "build", "AUD-2026-1", "--out", pack);
  return { pack, kept };
}

async function check(page: Page, sample: Bridge, pack: string): Promise<void> {
  await sample.answer(pack);
  await part(page).getByRole("button", { name: "Choose a pack…" }).click();
}

test("a sound pack: what was checked is said, and it fits what was kept from before", async ({ page, sample }) => {
  const complaints = strict(page);
  const { pack, kept } = packed(sample);
  await page.goto(`${sample.url}/#integrity`);
  await check(page, sample, pack);
  await expect(part(page).getByTestId("verdict")).toHaveText("The pack is sound.");
  await expect(part(page)).toContainText("pages say what the entries say");
  await expect(part(page).getByTestId("unmet"), "a pack of today meets every check").toHaveCount(0);

  await sample.answer(kept);
  await part(page).getByRole("button", { name: "Compare with a file…" }).click();
  await expect(part(page)).toContainText("pack.zip, beside checkpoint.txt");
  await expect(part(page).getByTestId("verdict")).toHaveText("The pack is sound.");
  await expect(part(page)).toContainText("checkpoint.txt fits");

  await sample.answer(join(sample.place, "ws"));
  await part(page).getByRole("button", { name: "Compare with a folder…" }).click();
  await expect(part(page)).toContainText(/all [\d,]+ entries of the workspace about \d+ documents and records/);
  expect(complaints).toEqual([]);
});

test("a forged pack is named with what is wrong and what to do", async ({ page, sample }) => {
  const { pack } = packed(sample);
  const forged = join(sample.place, "forged.zip");
  const bytes = readFileSync(pack);
  const at = bytes.indexOf("approved by");
  expect(at).toBeGreaterThan(0);
  bytes.write("approved bx", at);
  writeFileSync(forged, bytes);
  await page.goto(`${sample.url}/#integrity`);
  await check(page, sample, forged);
  await expect(part(page).getByTestId("verdict")).toHaveClass(/red/);
  await expect(part(page).getByRole("alert")).toContainText("Do not");
  await check(page, sample, pack);
  await expect(part(page).getByTestId("verdict"), "the next one starts anew").toHaveText("The pack is sound.");
});

test("another history is said where the checkpoint is of another workspace", async ({ page, sample }) => {
  const { pack } = packed(sample);
  const other = join(sample.place, "other");
  sample.cli("demo", other);
  const kept = sample.file("theirs.txt", sample.cli("ledger", "checkpoint", "-w", other));
  await page.goto(`${sample.url}/#integrity`);
  await check(page, sample, pack);
  await sample.answer(kept);
  await part(page).getByRole("button", { name: "Compare with a file…" }).click();
  await expect(part(page).getByTestId("verdict")).toHaveClass(/red/);
  await expect(part(page).getByRole("alert")).toBeVisible();
});

test("in German no English word stands in the check of a pack", async ({ page, sample }) => {
  const { pack, kept } = packed(sample);
  await page.addInitScript(() => localStorage.setItem("language", "de"));
  await page.goto(`${sample.url}/#integrity`);
  await sample.answer(pack);
  await part(page).getByRole("button", { name: "Paket wählen…" }).click();
  await expect(part(page).getByTestId("verdict")).toHaveText("Das Paket ist in Ordnung.");
  await sample.answer(kept);
  await part(page).getByRole("button", { name: "Mit einer Datei vergleichen…" }).click();
  await expect(part(page)).toContainText("checkpoint.txt passt");
  const said = (await part(page).innerText()).split("\n");
  expect(said.filter((line) => /\b(entries|pages|files|signed|proven|the|fits)\b/.test(line))).toEqual([]);
});
