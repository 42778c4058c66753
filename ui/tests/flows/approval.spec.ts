// One document from its draft into force: handed in, reviewed, rejected, mended, handed in anew, approved by two in order,
// one of them through a deputy; signed with keys made in the window. The same by hand in German.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { type Bridge, expect, strict, test } from "./bridge";

const PASSPHRASE = "correct horse battery";
const PEOPLE = [
  ["Service Manager", "reviewer", "approver"],
  ["Operations Director", "md", "approver"],
  ["Deputy Director", "deputy", "approver"],
] as const;

async function organisation(sample: Bridge): Promise<void> {
  for (const [name, who, role] of PEOPLE) await sample.call("person_add", { name, email: `${who}@example.org`, role });
  const file = sample.file("SP-90.txt", "3.1 Every change starts with a request.");
  const more = ["--title", "Change of services", "--type", "procedure", "--review-interval", "12"];
  sample.cli("--as", "author@example.org", "document", "add", file, "--code", "SP-90", "--revision", "1.0", ...more);
}

let visits = 0;

/** Goes somewhere as somebody, in a window that is opened anew. */
async function as(page: Page, sample: Bridge, who: string, hash: string): Promise<void> {
  await sample.call("host_act_as", { email: `${who}@example.org` });
  visits += 1;
  await page.goto(`${sample.url}/?visit=${visits}#${hash}`);
}

const axe = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.target.join(" ")}`)).toEqual([]);
};

const standing = (sample: Bridge) =>
  JSON.parse(sample.cli("document", "show", "SP-90", "--json")) as {
    state: string;
    revisions: { state: string; effective_from: string | null; approved_by: string | null }[];
  };

const WORDS = {
  en: {
    again: "The passphrase once more",
    passphrase: "Passphrase",
    reviewers: "Reviewers",
    approvers: "Approvers",
    inOrder: "One after the other, in this order",
    words: "Words to those who are asked",
    why: /needed to reject/,
    wrong: "does not open this key",
    notYet: "You are asked after",
    author: "You wrote rev. 1.0",
    waits: "Waits for your statement",
    deputy: "For Operations Director",
    rejected: "rejected rev. 1.0",
    until: "Last day",
    deputyField: "Who decides meanwhile",
    approved: "is approved",
    signed: "Signed by Deputy Director",
  },
  de: {
    again: "Die Passphrase noch einmal",
    passphrase: "Passphrase",
    reviewers: "Prüfer",
    approvers: "Freigeber",
    inOrder: "Einer nach dem anderen, in dieser Reihenfolge",
    words: "Worte an die Gefragten",
    why: /zum Ablehnen nötig/,
    wrong: "öffnet diesen Schlüssel nicht",
    notYet: "Gefragt wird hier erst",
    author: "verfasst hat, entscheidet nicht",
    waits: "Wartet auf die eigene Erklärung",
    deputy: "Für Operations Director",
    rejected: "hat Rev. 1.0 abgelehnt",
    until: "Letzter Tag",
    deputyField: "Wer solange entscheidet",
    approved: "ist freigegeben",
    signed: "Signiert von Deputy Director",
  },
} as const;

for (const language of ["en", "de"] as const) {
  const words = WORDS[language];

  test(`a revision goes from hand to hand into force, each step signed, ${language}`, async ({ page, sample }) => {
    test.setTimeout(300_000);
    const complaints = strict(page);
    await page.addInitScript((l) => localStorage.setItem("language", l), language);
    await organisation(sample);

    const makeKey = async (who: string) => {
      await as(page, sample, "quality", `settings?part=people&open=${who}%40example.org`);
      await page.getByTestId("make-key").click();
      await page.getByLabel(words.passphrase, { exact: true }).fill(PASSPHRASE);
      await page.getByLabel(words.again).fill(PASSPHRASE);
      await page.keyboard.press("Control+Enter");
      await expect(page.getByTestId("fingerprint")).toContainText("SHA256:");
    };
    for (const who of ["author", "reviewer", "quality", "deputy"]) await makeKey(who);
    await axe(page);

    const handIn = async () => {
      await as(page, sample, "author", "documents?open=SP-90");
      await page.getByTestId("hand-in").click();
      const chosen = (label: string) => page.getByRole("combobox", { name: label, exact: true });
      await expect(chosen(words.approvers)).toBeVisible();
    };
    const say = async (approve: boolean, passphrase: string) => {
      await page.getByTestId(approve ? "say-approve" : "say-reject").waitFor();
      await page.keyboard.press(approve ? "1" : "2");
      if (!approve) await page.getByRole("textbox", { name: words.why }).fill("5.1 is missing");
      await page.keyboard.press("Control+Enter");
      await page.getByRole("dialog").getByLabel(words.passphrase).fill(passphrase);
      await page.keyboard.press("Control+Enter");
    };

    // Handed in: who wrote it can be asked for nothing; the order is the one shown.
    await handIn();
    const dialog = page.getByRole("dialog");
    const choose = async (label: string, who: string) =>
      dialog.getByRole("combobox", { name: label, exact: true }).selectOption(`${who}@example.org`);
    await expect(dialog.getByRole("combobox", { name: words.reviewers, exact: true })).toContainText("Document Author");
    await choose(words.reviewers, "reviewer");
    await choose(words.approvers, "quality");
    await choose(words.approvers, "md");
    await dialog.getByLabel(words.inOrder).check();
    await dialog.getByLabel(words.words).fill("Please read 3.1");
    await dialog.getByLabel(words.passphrase).fill(PASSPHRASE);
    await axe(page);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByTestId("not-yours")).toContainText(words.author);
    await axe(page);

    // Out of turn nothing can be pressed; a wrong passphrase is said at its field.
    await as(page, sample, "quality", "documents?approval=SP-90");
    await expect(page.getByTestId("not-yours")).toContainText(words.notYet);
    await expect(page.getByTestId("sign")).toHaveCount(0);
    await as(page, sample, "reviewer", "today");
    const task = page.getByTestId("waits-for-you");
    await expect(task).toContainText(words.waits);
    await task.locator("[data-code=SP-90]").getByRole("button").last().click();
    await say(true, "wrong words here");
    await expect(dialog.getByRole("alert")).toContainText(words.wrong);
    await axe(page);
    await dialog.getByLabel(words.passphrase).fill(PASSPHRASE);
    await page.keyboard.press("Control+Enter");
    await expect(dialog).toHaveCount(0);
    await as(page, sample, "quality", "documents?approval=SP-90");
    await say(false, PASSPHRASE);
    await expect(page.getByTestId("not-yours")).toContainText(words.rejected);
    await axe(page);

    // Mended and handed in anew: the same people are offered again.
    const mended = sample.file("SP-90.txt", "3.1 Every change starts with a request. 5.1 Emergencies.");
    sample.cli("--as", "author@example.org", "document", "replace-files", "SP-90", mended, "--reason", "5.1 added");
    await handIn();
    await expect(dialog.getByRole("group", { name: words.approvers })).toContainText("Operations Director");
    await dialog.getByLabel(words.passphrase).fill(PASSPHRASE);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByTestId("earlier")).toContainText("5.1 is missing");
    await as(page, sample, "reviewer", "documents?approval=SP-90");
    await say(true, PASSPHRASE);
    await expect(dialog).toHaveCount(0);

    // The second approver is away; the deputy decides for them, after the first.
    await as(page, sample, "quality", "settings?part=people&open=md%40example.org");
    await page.getByTestId("go-away").click();
    await dialog.getByLabel(words.until).fill("2099-12-31");
    await dialog.getByLabel(words.deputyField).selectOption("deputy@example.org");
    await axe(page);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByTestId("absences")).toContainText("Deputy Director");
    await page.evaluate(() => {
      window.location.hash = "documents?approval=SP-90";
    });
    await say(true, PASSPHRASE);
    await expect(dialog).toHaveCount(0);
    await expect.poll(() => standing(sample).revisions[0]?.state).toBe("draft");
    await as(page, sample, "deputy", "documents?view=approval&show=mine");
    await page.getByTestId("under-way").locator("[data-code=SP-90]").click();
    await expect(page.getByTestId("your-statement")).toContainText(words.deputy);
    await say(true, PASSPHRASE);
    await expect(page.getByTestId("not-yours")).toContainText(words.approved);
    await expect.poll(() => standing(sample).state).toBe("effective");

    // The history shows the pen and the text; what is saved is what stock tools check.
    const out = join(sample.place, "statements");
    await page.evaluate(() => {
      window.location.hash = "documents?history=SP-90";
    });
    await page.locator("[data-kind='statement.made']").first().click();
    await expect(page.getByTestId("proof")).toContainText(words.signed);
    await expect(page.getByTestId("statement")).toContainText("meaning approved");
    await axe(page);
    await sample.answer(out);
    await page.getByTestId("save-statements").click();
    await expect(page.getByTestId("toast")).toContainText("7");
    const texts = readdirSync(out).filter((name) => name.endsWith(".txt"));
    expect(texts).toHaveLength(7);
    for (const name of texts) {
      const text = readFileSync(join(out, name));
      const signer = String(text).match(/^signer (\S+)/)?.[1] ?? "";
      const checks = ["-Y", "verify", "-f", join(out, "allowed_signers"), "-I", signer, "-n", "clausebook-statement"];
      execFileSync("ssh-keygen", [...checks, "-s", join(out, `${name}.sig`)], { input: text });
    }
    // Nothing of what was typed stays on the page or in its store.
    const kept = await page.evaluate(
      () => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.body.innerHTML,
    );
    expect(kept).not.toContain(PASSPHRASE);
    expect(complaints).toEqual([]);
  });
}

test("called off with a reason, which stays in view", async ({ page, sample }) => {
  await organisation(sample);
  sample.cli("--as", "author@example.org", "document", "submit", "SP-90", "--approver", "md@example.org");
  await as(page, sample, "author", "documents?approval=SP-90");
  await page.getByTestId("call-off").click();
  await page.getByRole("textbox", { name: "Reason" }).fill("Not ready");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("not-yours")).toContainText("called off: “Not ready”");
  await expect(page.getByTestId("hand-in-again")).toBeEnabled();
});

test("a rule is set after its effect was shown, and taken back by Undo", async ({ page, sample }) => {
  const complaints = strict(page);
  await organisation(sample);
  await as(page, sample, "quality", "settings?part=rules");
  await page.locator("[data-rule='approvers procedure']").click();
  await page.getByRole("textbox", { name: "Value" }).fill("2");
  await expect(page.getByTestId("effect")).toContainText("Now: 1. Then: 2.");
  await axe(page);
  await page.getByRole("textbox", { name: "Reason" }).fill("Four eyes");
  await page.keyboard.press("Control+Enter");
  const cell = page.locator("[data-rule='approvers procedure']");
  await expect(cell).toHaveText("2");
  await axe(page);
  await as(page, sample, "quality", "documents?open=SP-90");
  await expect(page.getByTestId("hand-in")).toBeVisible();
  await expect(page.getByRole("button", { name: "Approve…" })).toHaveCount(0);
  await page.evaluate(() => {
    window.location.hash = "settings?part=rules";
  });
  await cell.waitFor();
  await page.keyboard.press("Control+z");
  await expect(cell).toHaveText("1");
  expect(complaints).toEqual([]);
});
