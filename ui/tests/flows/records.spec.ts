// The life of a record after filing, in both languages: corrected in bulk, replaced, taken back after an approval and a
// restart, and let count again.
import AxeBuilder from "@axe-core/playwright";
import { type Bridge, expect, strict, test } from "./bridge";

interface Row {
  code: string;
  title: string;
  state: string;
  retention: string;
}

const rows = (sample: Bridge): Row[] => JSON.parse(sample.cli("record", "list", "--json")).rows;

const WORDS = {
  en: {
    bulk: "Retention",
    reason: "Reason",
    why: "Why it is corrected",
    takeBack: "Take back",
    replace: "Replace",
    count: "Let it count",
    state: "taken back",
  },
  de: {
    bulk: "Aufbewahrung",
    reason: "Begründung",
    why: "Begründung der Berichtigung",
    takeBack: "Zurücknehmen",
    replace: "Ersetzen",
    count: "Gelten lassen",
    state: "zurückgenommen",
  },
};

for (const language of ["en", "de"] as const) {
  const words = WORDS[language];

  test(`a record is corrected, replaced, taken back and let count again, ${language}`, async ({ page, sample }) => {
    test.setTimeout(120_000);
    const complaints = strict(page);
    await page.addInitScript((l) => localStorage.setItem("language", l), language);
    const axe = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.target.join(" ")}`)).toEqual([]);
    };

    // In bulk: one particular of three, in one step.
    await page.goto(`${sample.url}/#records`);
    await page.waitForSelector("[data-id]");
    await page.locator("[data-id]").nth(0).click();
    for (const n of [1, 2])
      await page
        .locator("[data-id]")
        .nth(n)
        .click({ modifiers: ["Control"] });
    await page.locator(".toolbar.selected").getByRole("button", { name: words.bulk }).click();
    const form = page.locator("aside.inspector form");
    await form.getByLabel(words.bulk, { exact: true }).fill("5 years");
    await form.getByLabel(words.why).fill("As in the schedule");
    await axe();
    await page.getByTestId("correct-run").click();
    await expect(form).toHaveCount(0);
    await expect.poll(() => rows(sample).filter((r) => r.retention === "5 years").length).toBe(3);

    // Taken back after an approval elsewhere, by a window that was opened anew.
    const [first, second, third] = rows(sample) as [Row, Row, Row];
    sample.cli("document", "add", sample.file("r.txt", "rule"), "--code", "QP-90", "--title", "Rule", "--type", "plan");
    sample.cli("--as", "director@example.org", "document", "approve", "QP-90");
    await page.goto(`${sample.url}/?again#records?open=${first.code}`);
    const actions = page.getByTestId("record-actions");
    await actions.getByRole("button", { name: words.takeBack }).click();
    await page.getByLabel(words.reason).fill("Filed twice");
    await axe();
    await page.getByTestId("with-reason").click();
    await expect(page.getByTestId("standing")).toContainText("Filed twice");
    await expect(page.getByTestId("inspector")).toContainText(words.state);
    await expect.poll(() => rows(sample).find((r) => r.code === first.code)?.state).toBe("taken_back");
    await actions.getByRole("button", { name: words.count }).click();
    await page.getByLabel(words.reason).fill("It was right");
    await page.getByTestId("with-reason").click();
    await expect(page.getByTestId("standing")).toHaveCount(0);

    // One stands in the place of another, and it is shown both ways.
    await page.goto(`${sample.url}/?third#records?open=${second.code}`);
    await actions.getByRole("button", { name: words.replace }).click();
    await page.getByRole("dialog").getByRole("textbox").first().fill(third.title);
    // The list follows what is typed: the one that is meant, not the first that stood there.
    await page.getByRole("radio", { name: new RegExp(third.code) }).check();
    await page.getByLabel(words.reason).fill("Newer");
    await page.getByTestId("with-reason").click();
    await expect(page.getByTestId("standing")).toContainText(third.code);
    await axe();
    await page.getByTestId("standing").getByRole("button", { name: third.code }).click();
    await expect(page.getByTestId("inspector")).toContainText(second.code);
    expect(complaints).toEqual([]);
  });
}
