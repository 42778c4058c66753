// A register whose columns the program cannot know for sure: understood together with the user, and known the next time.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drop, expect, strict, test } from "./bridge";

const REGISTER = [
  "Document register;;;;;;;;;;",
  ";;;;;;;;Rev. 2026-10;;",
  "Doc ID;Name;Vers.;Resp.;Kind;State;Next rev.;Q;SM;Annex A;Remarks",
  "XP-01;Control of documents;2.0;QM;PRO;OK;27/07/27;7.5;7.5;5.37;",
  "XP-02;Internal audit;1.0;QM;PRO;OK;28/01/27;9.2;9.2;5.35;",
  "XP-04;Management review;1.0;QM;PRO;OK;18/01/27;9.3;9.3;;with the board",
  "XS-01;Change management;1.0;SM;PRO;wip;29/03/27;6.3;8.5.1;8.32;",
  "XI-02;Access control policy;1.0;ISO;POL;OK;17/11/26;;;5.15;",
  "XS-00;Old network plan;0.3;SM;PLN;frozen;;;;;see XS-05",
  ";Holiday plan;;;;;;;;;wall, Oslo",
];

test("columns are understood together with the user, and known the next time", async ({ page, sample }) => {
  const errors = strict(page);
  const share = join(sample.place, "share");
  mkdirSync(share, { recursive: true });
  writeFileSync(join(share, "XP-01 Control of documents v2.0.txt"), "control");
  writeFileSync(join(share, "Document register 2026.csv"), `\ufeff${REGISTER.join("\r\n")}\r\n`);
  await page.goto(sample.url);
  await drop(page, [share]);
  await page.getByTestId("columns-of-master_list").click();
  const table = page.getByTestId("columns-table");
  const meaning = (name: string) => table.getByLabel(`Meaning of ${name}`, { exact: true });
  await expect(meaning("Doc ID")).toHaveValue("number");
  await expect(meaning("Annex A")).toHaveValue("clauses 27001 A");
  await expect(meaning("Q")).toHaveValue("not_used");
  await meaning("Q").selectOption("clauses 9001");
  await meaning("SM").selectOption("clauses 20000-1");
  const words = page.getByTestId("columns-words");
  await words.getByLabel(/frozen/).selectOption("withdrawn");
  await expect(words.getByText("All are understood.")).toBeVisible();
  await expect(page.getByTestId("columns-done")).toContainText("6 rows");
  if (process.env.CLAUSEBOOK_PICTURES) {
    await page.setViewportSize({ width: 1440, height: 900 });
    for (const scheme of ["light", "dark"] as const) {
      await page.evaluate((to) => document.documentElement.setAttribute("data-mantine-color-scheme", to), scheme);
      await page.screenshot({ path: join(process.env.CLAUSEBOOK_PICTURES, `columns-${scheme}.png`) });
    }
  }
  await page.getByTestId("columns-done").click();
  await page.getByTestId("import-run").click();
  await expect(page.getByRole("heading", { name: "Imported" })).toBeVisible();
  const state = JSON.parse(sample.cli("document", "show", "XS-00", "--json")).state;
  expect(state).toBe("withdrawn");
  const mapped = JSON.parse(sample.cli("document", "show", "XP-01", "--json")).mappings as { reference: string }[];
  expect(mapped.map((m) => m.reference).sort()).toEqual(["20000-1:2018/7.5", "27001:2022/A.5.37", "9001:2015/7.5"]);
  const list = join(share, "Document register 2026.csv");
  const next = sample.cli("import", share, "--master-list", list, "--dry-run", "--json");
  expect(JSON.parse(next).lists[0].remembered).toBe(true);
  expect(errors).toEqual([]);
});
