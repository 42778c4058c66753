// A share that stays where it is: watched, looked at, and what is found dealt with; nothing is written there.
import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { drop, expect, strict, test } from "./bridge";

const POLICY = `Visitor policy

1 Purpose
This policy says who may bring visitors into rooms in which servers stand, who stays with them, and who takes their cards back
when they leave.

2 Scope
All sites and all people who work there.

3 Responsibilities
The head of each site keeps the list of visitors and looks through it twice a year.
`;

/** Pictures in both themes, where somebody wants to look at them. */
async function pictures(page: Page, name: string): Promise<void> {
  if (!process.env.CLAUSEBOOK_PICTURES) return;
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const scheme of ["light", "dark"] as const) {
    await page.evaluate((to) => document.documentElement.setAttribute("data-mantine-color-scheme", to), scheme);
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(process.env.CLAUSEBOOK_PICTURES, `${name}-${scheme}.png`) });
  }
}

test("a watched folder is looked at, and what is found is filed, revised and left", async ({ page, sample }) => {
  const errors = strict(page);
  const share = join(sample.place, "Quality share");
  const put = (name: string, text: string) => {
    mkdirSync(join(share, name, ".."), { recursive: true });
    writeFileSync(join(share, name), text);
  };
  put("Policies/VIS-01 Visitor policy v1.0.txt", POLICY);
  sample.cli("--as", "quality@example.org", "import", share);
  sample.cli("--as", "director@example.org", "document", "approve", "VIS-01");
  put("Policies/VIS-01 Visitor policy v1.1.txt", `${POLICY}\n4 Exceptions\nThe director allows them in writing.\n`);
  put("Desk/VIS-01 Visitor policy v1.0.txt", POLICY.replace("twice a year", "once a year"));
  put("Policies/VIS-02 Parking policy v1.0.txt", "Parking policy\nPurpose\nWho may park where.\n");
  put("notes.txt", "to be done");
  const before = readdirSync(share, { recursive: true }).map((name) => [
    name,
    statSync(join(share, String(name))).mtimeMs,
  ]);

  await page.goto(`${sample.url}#documents?view=watch`);
  await expect(page.getByText("No folder is watched")).toBeVisible();
  await sample.answer(share);
  await page.getByTestId("watch-add").click();
  const watched = page.getByTestId("watched");
  await expect(watched.getByText("5 files, 1 as filed")).toBeVisible();
  const drift = watched.locator('[data-finding="Desk/VIS-01 Visitor policy v1.0.txt"]');
  await expect(drift).toContainText("approved is 1.0");
  await expect(drift).toContainText("words added: 1, taken out: 1");
  await pictures(page, "watch");
  await watched
    .locator('[data-finding="Policies/VIS-01 Visitor policy v1.1.txt"]')
    .getByRole("button", { name: "New version of VIS-01" })
    .click();
  await expect(page.getByText("Filed as drafts: 1")).toBeVisible();
  await watched
    .locator('[data-finding="Policies/VIS-02 Parking policy v1.0.txt"]')
    .getByRole("button", { name: "File it" })
    .click();
  await expect(page.getByText("Filed: 1")).toBeVisible();
  await watched.locator('[data-finding="notes.txt"]').getByRole("button", { name: "Leave it" }).click();
  await expect(watched.getByRole("region", { name: "Left as they are" })).toContainText("notes.txt");
  await expect(watched.locator("[data-finding]")).toHaveCount(2);
  const states = JSON.parse(sample.cli("document", "show", "VIS-01", "--json")).revisions as { state: string }[];
  expect(states.map((revision) => revision.state).sort()).toEqual(["draft", "effective"]);
  const after = readdirSync(share, { recursive: true }).map((name) => [
    name,
    statSync(join(share, String(name))).mtimeMs,
  ]);
  expect(after).toEqual(before);
  expect(errors).toEqual([]);
});

test("files of one sort are asked about once, and one answer is for all of them", async ({ page, sample }) => {
  const errors = strict(page);
  const share = join(sample.place, "share");
  for (const site of ["Berlin", "Lyon", "Madrid", "Oslo"]) {
    mkdirSync(join(share, site), { recursive: true });
    writeFileSync(join(share, site, "Risk register.csv"), `Risk,Level,Owner\nFire,2,${site}\nFlood,1,${site}\n`);
  }
  await page.goto(sample.url);
  await drop(page, [share]);
  await page.getByTestId("import-run").click();
  await page.getByRole("button", { name: "Done" }).click();
  await page.goto(`${sample.url}#documents?view=settle`);
  const row = page.locator(".questionrow").filter({ hasText: "Risk register" });
  await expect(row).toHaveCount(1);
  await expect(row.getByTestId("stands-for")).toHaveText("and 3 like it");
  await row.click();
  await expect(page.getByTestId("question")).toContainText("Lyon/Risk register.csv");
  await pictures(page, "settle-alike");
  await page.getByRole("button", { name: /one by one/ }).click();
  await expect(row).toHaveCount(4);
  await page.getByRole("button", { name: "Ask once where they are alike" }).click();
  await row.getByRole("button", { name: /document/i }).click();
  await expect(page.getByText("4 settled.")).toBeVisible();
  await expect(row).toHaveCount(0);
  expect(errors).toEqual([]);
});
