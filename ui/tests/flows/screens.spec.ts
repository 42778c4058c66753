// Every screen in both themes: it shows what it should, complains about nothing, and axe finds nothing.
import AxeBuilder from "@axe-core/playwright";
import { type Bridge, expect, strict, test } from "./bridge";

const SCREENS: [string, string, string][] = [
  ["today", "#today", ".mains"],
  ["documents", "#documents", "[data-id]"],
  ["a document", "#documents?open=QP-01", "[data-testid=satisfies]"],
  ["the history of a document", "#documents?history=QP-01", "[data-seq]"],
  ["the approval of a document", "#documents?approval=QP-01", "[data-testid=not-yours]"],
  ["what is under way", "#documents?view=approval", ".segments"],
  ["records", "#records", "[data-id]"],
  ["a record", "#records?open=RECORD", "[data-testid=satisfies]"],
  ["clauses", "#clauses", "[data-testid=spine]"],
  ["one standard", "#clauses?standard=27001", "[data-clause]"],
  ["a clause", "#clauses?open=20000-1%3A2018%2F8.5.1", "[data-testid=proposals]"],
  ["open points", "#clauses?view=points", "[data-point]"],
  ["reviews, year", "#reviews", "section"],
  ["reviews, month", "#reviews?view=month", ".toolbar"],
  ["reviews, list", "#reviews?view=list", ".toolbar"],
  ["audits", "#audits", "[data-code]"],
  ["pack", "#audits?pack=AUD-2026-1", "[data-testid=build]"],
  ["integrity", "#integrity", "[data-id]"],
  ["settings, organisation", "#settings", ".card"],
  ["applicability", "#settings?applicability=QMS", "[data-id]"],
  ["a statement of applicability", "#settings?applicability=ISMS&open=A.7.4", "[data-testid=made]"],
  ["settings, scopes", "#settings?part=scopes", ".card"],
  ["settings, parties", "#settings?part=parties", "[data-testid=requirements]"],
  ["settings, certificates", "#settings?part=certificates", ".longrow"],
  ["a certificate", "#settings?part=certificates&open=IS-27-0413", "[data-testid=met]"],
  ["a party", "#settings?part=parties&open=Network%20carrier", "[data-fact=contract]"],
  ["claims", "#settings?claims=SMS", "[data-testid=verdict]"],
  ["settings, people", "#settings?part=people", ".card"],
  ["settings, a person", "#settings?part=people&open=quality%40example.org", "[data-testid=absences]"],
  ["settings, rules", "#settings?part=rules", "[data-rule]"],
  ["settings, standards", "#settings?part=standards", ".card"],
  ["settings, window", "#settings?part=window", ".segments"],
];

/** The code of the first record: numbers follow the year. */
const recorded = (sample: Bridge): string => JSON.parse(sample.cli("record", "list", "--json")).rows[0].code;

for (const scheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any screen, ${scheme}`, async ({ page, sample }) => {
    test.setTimeout(300_000);
    const complaints = strict(page);
    await page.addInitScript((theme) => localStorage.setItem("theme", theme), scheme);
    for (const [n, [name, hash, wait]] of SCREENS.entries()) {
      // Another query makes it another page: each screen is met as if it were the first.
      await page.goto(`${sample.url}/?${n}${hash.replace("RECORD", recorded(sample))}`);
      await page.waitForSelector(wait);
      await page.waitForTimeout(150);
      const shell = await page.getByTestId("shell").boundingBox();
      expect(shell, `${name} fills the window and no more`).toEqual({ x: 0, y: 0, width: 1440, height: 900 });
      const dates = await page
        .locator(".num")
        .evaluateAll((all) =>
          all
            .filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== "inline")
            .map((e) => e.textContent),
        );
      expect(dates, `${name}: dates and numbers are whole`).toEqual([]);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const told = violations.map(
        (v) =>
          `${v.id}: ${v.nodes
            .slice(0, 3)
            .map((n) => n.target.join(" "))
            .join(" | ")}`,
      );
      expect(told, name).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });

  test(`axe finds nothing in dialogs and on the first screen, ${scheme}`, async ({ page, sample, fresh }) => {
    test.setTimeout(120_000);
    await page.addInitScript((theme) => localStorage.setItem("theme", theme), scheme);
    const look = async (name: string) => {
      await page.waitForTimeout(200);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map((v) => `${v.id}: ${v.nodes[0]?.target.join(" ")}`),
        name,
      ).toEqual([]);
    };
    await page.goto(fresh.url);
    await page.waitForSelector("form");
    await look("first run");
    await page.goto(`${sample.url}/?decide#documents?open=IS-POL-03`);
    for (const [opens, name] of [
      [/^Approve…/, "approve"],
      [/^Withdraw…/, "withdraw"],
    ] as const) {
      await page.getByTestId("inspector").getByRole("button", { name: opens }).click();
      await page.waitForSelector("[role=dialog] input");
      await look(name);
      await page.keyboard.press("Escape");
    }
    await page.goto(`${sample.url}/?today#today`);
    await page.locator(".tasks button.outline").first().click();
    await page.waitForSelector("[role=radiogroup]");
    await look("review");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /As of/ }).click();
    await look("another day");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.waitForSelector("[role=combobox]");
    await page.keyboard.type("change");
    await page.waitForTimeout(300);
    await look("palette");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await look("keys");
    await page.keyboard.press("Escape");
    await page.evaluate(
      (path) => (window as never as { dropForTest: (p: string[]) => void }).dropForTest([path]),
      sample.file("note.txt", "ISO 9001 7.5.3"),
    );
    await page.waitForSelector("[data-testid=file-ready]");
    await look("filing");
    await page.keyboard.press("Escape");
    await page.goto(`${sample.url}/#documents`);
    await page.locator("[data-id]").nth(2).click();
    await page.keyboard.press("m");
    await page.waitForSelector("[role=listbox]");
    await page.keyboard.type("8.5.1");
    await look("map");
  });
}

test("the window speaks German, with no key left over", async ({ page, sample }) => {
  const complaints = strict(page);
  await page.addInitScript(() => localStorage.setItem("language", "de"));
  for (const [, hash, wait] of SCREENS) {
    await page.goto(`${sample.url}/${hash.replace("RECORD", recorded(sample))}`);
    await page.waitForSelector(wait);
    const text = await page.locator("body").innerText();
    expect(
      text.match(
        /\b(action|nav|field|today|documents|records|clause|pack|audit|review|integrity|settings)\.[a-z]\w+/g,
      ) ?? [],
    ).toEqual([]);
    expect(text).toContain("Dokumente");
  }
  expect(complaints).toEqual([]);
});
