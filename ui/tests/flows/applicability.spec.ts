// From nothing to a Statement of Applicability: a group decided at once, a control excluded, that undone, a draft and a
// version issued, the next change told. The same by hand in German.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { type Bridge, expect, strict, test } from "./bridge";

const axe = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.target.join(" ")}`)).toEqual([]);
};

interface Listed {
  summary: { included: number; excluded: number; undecided: number };
  rows: {
    reference: string;
    control: boolean;
    heading: boolean;
    decision: { applies: boolean; reason?: string } | null;
  }[];
}
const listed = (bare: Bridge): Listed => JSON.parse(bare.cli("applicability", "list", "27001", "--json"))[0] as Listed;
const decision = (bare: Bridge, clause: string) =>
  listed(bare).rows.find((row) => row.reference === `27001:2022/${clause}`)?.decision;

const WORDS = {
  en: {
    system: "Statement of Applicability",
    included: "Included",
    excluded: "Excluded",
    undecided: /Undecided/,
    reason: "One reason for all of them",
    own: "Reason, from the risk assessment",
    risks: "Risks",
    inPlace: "yes",
    services: "services",
    undo: "Undo",
    all: /Select all/,
    nothing: "Nothing can be left out",
  },
  de: {
    system: "Erklärung zur Anwendbarkeit",
    included: "Einbezogen",
    excluded: "Ausgeschlossen",
    undecided: /Nicht entschieden/,
    reason: "Eine Begründung für alle",
    own: "Begründung aus der Risikobeurteilung",
    risks: "Risiken",
    inPlace: "ja",
    services: "Services",
    undo: "Rückgängig",
    all: /Alle \d+ Treffer auswählen/,
    nothing: "Nichts kann entfallen",
  },
} as const;

for (const [language, scheme] of [
  ["en", "light"],
  ["de", "dark"],
] as const) {
  const words = WORDS[language];

  test(`controls are decided, excluded and taken back, ${language}`, async ({ page, bare }) => {
    test.setTimeout(240_000);
    const complaints = strict(page);
    await page.addInitScript(
      ([l, theme]) => {
        localStorage.setItem("language", l);
        localStorage.setItem("theme", theme);
      },
      [language, scheme] as const,
    );
    const before = listed(bare).summary;
    expect(before).toMatchObject({ included: 0, excluded: 0, undecided: 93 });

    // From the settings; the grid says how many stand how.
    await page.goto(`${bare.url}/#settings`);
    await page.locator("main, .surface").getByRole("button", { name: words.system, exact: true }).click();
    const row = (clause: string) => page.locator(`[data-id="27001:2022/${clause}"]`);
    await expect(page.getByRole("tab", { name: words.undecided })).toContainText("93");
    await axe(page);

    // A group at once: chosen from one to another, decided with one reason, in one step.
    await row("A.5.1").click();
    await row("A.5.4").click({ modifiers: ["Shift"] });
    const bulk = page.getByTestId("bulk");
    await expect(page.getByRole("button", { name: words.all })).toBeVisible();
    await bulk.getByRole("button", { name: words.included, exact: true }).click();
    await expect(bulk.getByTestId("decide-several")).toBeDisabled();
    await bulk.getByLabel(words.reason).fill("Access risks");
    await bulk.getByRole("button", { name: words.inPlace, exact: true }).click();
    await bulk.getByRole("button", { name: words.services, exact: true }).click();
    await expect(bulk.getByTestId("affected")).toContainText("4");
    await axe(page);
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => listed(bare).summary.included).toBe(4);
    expect(decision(bare, "A.5.3")).toMatchObject({ applies: true, reason: "Access risks" });
    await page.keyboard.press("Escape");

    // One by keys: down to it, into the form, excluded with its risk; what it would touch is said before.
    await row("A.5.4").click();
    await page.keyboard.press("ArrowDown");
    const inspector = page.getByTestId("inspector");
    await expect(inspector).toHaveAttribute("aria-label", "A.5.5");
    await page.keyboard.press("Enter");
    await expect(inspector.getByRole("button", { name: words.included, exact: true })).toBeFocused();
    await inspector.getByRole("button", { name: words.excluded, exact: true }).click();
    await expect(inspector.getByTestId("decide")).toBeDisabled();
    await inspector.getByLabel(words.own).fill("No authority asks");
    // What is typed and not saved is there again after another was looked at.
    await row("A.5.6").click();
    await row("A.5.5").click();
    await expect(inspector.getByLabel(words.own)).toHaveValue("No authority asks");
    await inspector.getByLabel(words.risks).fill("RA-7");
    await axe(page);
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => decision(bare, "A.5.5")?.applies).toBe(false);
    await expect(inspector.getByTestId("made")).toContainText("RA-7");

    // Taken back where it was done.
    await page.getByRole("button", { name: words.undo, exact: true }).click();
    await expect.poll(() => decision(bare, "A.5.5") ?? null).toBeNull();
    await expect(page.getByRole("tab", { name: words.undecided })).toContainText("89");

    // The service system has nothing to leave out, and needs no statement.
    await page.getByRole("button", { name: "SMS", exact: true }).click();
    await expect(page.getByTestId("nothing-left-out")).toContainText(words.nothing);
    await axe(page);

    // An opened control says how it stands, and leads there.
    await page.goto(`${bare.url}/?control#clauses?open=27001%3A2022%2FA.5.3`);
    await page.getByTestId("applies-line").getByRole("button").click();
    await expect(inspector).toHaveAttribute("aria-label", "A.5.3");
    expect(complaints).toEqual([]);
  });

  test(`a statement is issued as a draft, then whole, and tells what changed since, ${language}`, async ({
    page,
    bare,
  }) => {
    test.setTimeout(240_000);
    const complaints = strict(page);
    await page.addInitScript((l) => localStorage.setItem("language", l), language);
    await page.goto(`${bare.url}/#settings?applicability=ISMS`);

    // What is undecided keeps the version from being issued, and is named; a draft may hold it.
    await page.getByTestId("to-issue").click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByTestId("blocks")).toContainText("A.5.1");
    await dialog.getByRole("checkbox").uncheck();
    await expect(dialog.getByTestId("issue")).toBeDisabled();
    await dialog.getByRole("checkbox").check();
    await axe(page);
    await dialog.getByTestId("issue").click();
    await expect(dialog).toHaveCount(0);

    // All that is undecided, at once.
    await page.getByRole("tab", { name: words.undecided }).click();
    await page.locator("[data-id]").nth(0).click();
    await page
      .locator("[data-id]")
      .nth(1)
      .click({ modifiers: ["Control"] });
    await page.getByRole("button", { name: words.all }).click();
    const bulk = page.getByTestId("bulk");
    await bulk.getByRole("button", { name: words.included, exact: true }).click();
    await bulk.getByLabel(words.reason).fill("Risk assessment of this year");
    await bulk.getByRole("button", { name: words.inPlace, exact: true }).click();
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => listed(bare).summary.undecided).toBe(0);

    await page.getByTestId("to-issue").click();
    await expect(dialog.getByTestId("blocks")).toHaveCount(0);
    await dialog.getByRole("textbox").first().fill("For the audit");
    await dialog.getByTestId("issue").click();
    await expect(dialog).toHaveCount(0);

    // One decided otherwise: the change since the version is told, and leads to the control.
    const why = ["--applies", "no", "--reason", "No premises of our own", "--risk", "RA-7"];
    bare.cli("--as", "quality@example.org", "applicability", "set", "27001", "A.7.4", ...why);
    await page.goto(`${bare.url}/?again#settings?applicability=ISMS`);
    await page.getByTestId("to-versions").click();
    const statement = page.getByTestId("statement");
    await expect(statement.getByTestId("versions")).toContainText("For the audit");
    await expect(statement.getByTestId("since")).toContainText("A.7.4");
    await expect(statement.getByTestId("compare")).toContainText("A.5.1");
    await axe(page);
    await statement.getByTestId("since").getByRole("button").first().click();
    await expect(page.getByTestId("inspector")).toHaveAttribute("aria-label", "A.7.4");
    expect(complaints).toEqual([]);
  });
}

test("a requirement of 9001 is left out only with its reason and the condition confirmed; own controls come and go", async ({
  page,
  bare,
}) => {
  test.setTimeout(180_000);
  const complaints = strict(page);
  const clause = () =>
    (JSON.parse(bare.cli("applicability", "list", "9001", "--json"))[0] as Listed).rows.find(
      (row) => row.reference === "9001:2015/8.5.3",
    )?.decision;
  await page.goto(`${bare.url}/#settings?applicability=QMS&open=8.5.3`);
  const inspector = page.getByTestId("inspector");
  await inspector.getByRole("button", { name: "Does not apply" }).click();
  await inspector.getByLabel("Reason", { exact: true }).fill("Nothing of customers is kept");
  await expect(inspector.getByTestId("decide")).toBeDisabled();
  // Answered with yes it is refused, at the question; what was typed stays.
  const condition = inspector.getByTestId("condition");
  await condition.getByRole("button", { name: "Yes", exact: true }).click();
  await inspector.getByTestId("decide").click();
  await expect(condition.getByRole("alert")).toContainText("8.5.3");
  await expect(inspector.getByLabel("Reason", { exact: true })).toHaveValue("Nothing of customers is kept");
  await axe(page);
  await condition.getByRole("button", { name: "No, neither" }).click();
  await expect(inspector.getByTestId("affected")).toContainText("9001 8.5.3");
  await inspector.getByTestId("decide").click();
  await expect.poll(() => clause()?.applies).toBe(false);

  // A control of our own: named, corrected with a reason, decided, dropped.
  await page.getByRole("button", { name: "ISMS", exact: true }).click();
  await page.getByRole("button", { name: "Own control", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Code").fill("A.5.38");
  await dialog.getByLabel("Title").fill("Red team");
  await page.keyboard.press("Control+Enter");
  await expect(dialog.getByRole("alert")).toContainText("could be taken for a number");
  await dialog.getByLabel("Code").fill("K-1");
  await axe(page);
  await page.keyboard.press("Control+Enter");
  await expect(inspector).toHaveAttribute("aria-label", "K-1");
  await inspector.getByRole("button", { name: "Correct", exact: true }).click();
  await dialog.getByLabel("Title").fill("Red team twice a year");
  await dialog.getByLabel("Reason").fill("More often");
  await page.keyboard.press("Control+Enter");
  await expect(inspector.getByRole("heading", { level: 2 }).first()).toContainText("twice a year");
  await inspector.getByRole("button", { name: "Drop", exact: true }).click();
  await dialog.getByLabel("Reason").fill("Done by others");
  await page.keyboard.press("Control+Enter");
  await expect(inspector).toHaveCount(0);
  await expect(page.locator('[data-id="27001:2022/K-1"]')).toHaveCount(0);

  // Keys: what is ticked stays while they move; all that match are said and taken.
  await page.locator('[data-id="27001:2022/A.5.1"]').click();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(page.getByTestId("bulk")).toContainText("A.5.1, A.5.3");
  await page.keyboard.press("Control+a");
  await expect(page.getByTestId("bulk")).toContainText("93 controls");
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox").fill("cryptography");
  await expect(page.locator("[data-id]")).toHaveCount(1);
  expect(complaints).toEqual([]);
});
