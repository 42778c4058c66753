// No English word in the German window: every screen and dialog, against the table of wordings itself.
import type { Page } from "@playwright/test";
import { readWording } from "../../scripts/wording.mjs";
import { type Bridge, drop, expect, root, strict, test } from "./bridge";

/** What is said in English alone: not what German says by the same word, not names of keys. */
const table = readWording(`${root}/ui/src/i18n/wording.csv`).map(({ en = "", de = "" }) => ({ en, de }));
const german = new Set(table.map((w) => w.de.trim()));
const english = new Set(
  table
    .filter((w) => w.en !== w.de && !w.en.includes("{"))
    .map((w) => w.en.trim())
    .filter((en) => !german.has(en)),
);

/** Every text of the page with its names and hints, but what the organisation and its files say in their own words. */
const said = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const own = '.serif, [aria-label^="Vorschau"], kbd, .kbd';
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.parentElement;
      if (at?.checkVisibility() && !at.closest(own)) texts.push(walker.currentNode.textContent ?? "");
    }
    for (const name of ["title", "aria-label", "placeholder"])
      for (const at of document.querySelectorAll(`[${name}]`))
        if (at.checkVisibility() && !at.closest(own)) texts.push(at.getAttribute(name) ?? "");
    return texts.map((text) => text.trim());
  });

/** What the sample itself says: titles of its documents and records, kinds of records, names in its lists. */
function owned(sample: Bridge): Set<string> {
  const rows = ["document", "record"].flatMap((of) => JSON.parse(sample.cli(of, "list", "--json")).rows);
  const texts = rows.flatMap((row: Record<string, unknown>) => Object.values(row).filter((v) => typeof v === "string"));
  const columns = ["file", "valid_until"];
  return new Set([...texts, ...columns]);
}

const DIALOGS: [string, string, (page: Page) => Promise<unknown>][] = [
  ["today", "#today", async (p) => p.waitForSelector(".tasks")],
  ["review", "#today", async (p) => p.locator(".task[data-kind=document_review] button.outline").first().click()],
  ["another day", "#today", async (p) => p.locator(".asof").click()],
  ["keys", "#today", async (p) => p.keyboard.press("?")],
  ["palette", "#today", async (p) => p.keyboard.press("Control+k")],
  ["documents", "#documents", async (p) => p.waitForSelector("[data-id]")],
  ["a draft", "#documents?open=IS-POL-03", async (p) => p.waitForSelector("[data-testid=satisfies]")],
  ["approve", "#documents?open=IS-POL-03", async (p) => press(p, "Freigeben…")],
  ["withdrawn", "#documents?open=QP-02", async (p) => p.waitForSelector("[data-testid=reinstate]")],
  ["reinstate", "#documents?open=QP-02", async (p) => p.getByTestId("reinstate").click()],
  ["withdraw", "#documents?open=QP-01", async (p) => p.getByTestId("withdraw").click()],
  ["take back", "#documents?open=QP-01", async (p) => p.getByTestId("takeBack").click()],
  ["correct", "#documents?open=QP-01", async (p) => press(p, "Berichtigen")],
  ["history", "#documents?history=QP-02", async (p) => p.locator("[data-seq]").first().click()],
  ["to settle", "#documents?view=settle", async (p) => p.waitForSelector("[data-question]")],
  ["records", "#records", async (p) => p.waitForSelector("[data-id]")],
  ["clauses", "#clauses", async (p) => p.waitForSelector("[data-testid=spine]")],
  ["reviews", "#reviews?view=month", async (p) => p.waitForSelector(".toolbar")],
  ["reviews listed", "#reviews?view=list", async (p) => p.waitForSelector(".toolbar")],
  ["audits", "#audits", async (p) => p.waitForSelector("[data-code]")],
  ["pack", "#audits?pack=AUD-2026-1", async (p) => p.getByTestId("build").click()],
  ["integrity", "#integrity", async (p) => p.waitForSelector("[data-id]")],
  ["applicability", "#settings?applicability=SMS", async (p) => p.waitForSelector("[data-id]")],
  ["a clause decided", "#settings?applicability=QMS&open=8.3", async (p) => p.waitForSelector("[data-testid=made]")],
  ["a control", "#settings?applicability=ISMS&open=A.7.4", async (p) => p.waitForSelector("[data-testid=made]")],
  ["versions", "#settings?applicability=ISMS", async (p) => p.getByTestId("to-versions").click()],
  ["issue", "#settings?applicability=ISMS", async (p) => p.getByTestId("to-issue").click()],
  [
    "own control",
    "#settings?applicability=ISMS",
    async (p) => p.getByRole("button", { name: "Eigene Maßnahme" }).click(),
  ],
  ["claims", "#settings?claims=SMS", async (p) => p.waitForSelector("[data-testid=verdict]")],
  ...["organisation", "scopes", "parties", "certificates", "people", "standards", "window"].map(
    (part): [string, string, (page: Page) => Promise<unknown>] => [
      `settings, ${part}`,
      `#settings?part=${part}`,
      async (p) => p.waitForSelector("main, .card, .segments"),
    ],
  ),
];

const press = (page: Page, name: string) =>
  page.getByTestId("inspector").getByRole("button", { name, exact: true }).click();

test("no wording of the German window is the English one, and no raw word of the core shows", async ({
  page,
  sample,
}) => {
  test.setTimeout(240_000);
  const complaints = strict(page);
  expect(english.size, "there are wordings to look for").toBeGreaterThan(500);
  sample.cli("--as", "quality@example.org", "document", "withdraw", "QP-02", "--reason", "zusammengelegt");
  sample.file("share/Records/one.txt", "eins");
  const index = sample.file("index.csv", "file,valid_until\nRecords/one.txt,03/04/26\n");
  sample.cli("import", `${sample.place}/share`, "--evidence-index", index);
  const theirs = owned(sample);
  await page.addInitScript(() => localStorage.setItem("language", "de"));
  const look = async (name: string) => {
    // What is read afterwards is there when nothing is awaited any more.
    await page.waitForLoadState("networkidle");
    const texts = (await said(page)).filter((text) => !theirs.has(text));
    expect(
      texts.filter((text) => english.has(text)),
      name,
    ).toEqual([]);
    expect(
      texts.filter((text) => /^[a-z]+(_[a-z]+)+$/.test(text)),
      `${name}, raw words`,
    ).toEqual([]);
  };
  for (const [n, [name, hash, open]] of DIALOGS.entries()) {
    await page.goto(`${sample.url}/?${n}${hash}`);
    await page.getByTestId("shell").waitFor();
    await open(page);
    await look(name);
  }
  await page.goto(`${sample.url}/?filing#today`);
  await page.getByTestId("shell").waitFor();
  await drop(page, [sample.file("notiz.txt", "ISO 9001 7.5.3"), sample.file("bericht.txt", "Bericht")]);
  await page.waitForSelector("[data-testid=file-ready]");
  await look("filing");
  expect(complaints).toEqual([]);
});
