// From a party to a claim: a supplier is entered, runs what the scope takes in, and what may be said of the system follows.
import AxeBuilder from "@axe-core/playwright";
import { expect, strict, test } from "./bridge";

test("a party is entered, runs every service, and conformity cannot be claimed until it runs a part only", async ({
  page,
  sample,
}) => {
  test.setTimeout(120_000);
  const complaints = strict(page);
  sample.cli("--as", "quality@example.org", "scope", "add", "NIGHT", "--kind", "service", "--name", "Night watch");
  await page.goto(`${sample.url}/#settings?part=parties`);
  await page.getByTestId("add-party").click();
  await page.getByRole("textbox", { name: "Name" }).fill("Data centre Ltd");
  await page.getByRole("combobox", { name: "Kind" }).selectOption("external");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("toast")).toContainText("Data centre Ltd added");
  const inspector = page.getByTestId("inspector");
  await expect(inspector, "what was entered is opened").toContainText("External supplier");

  await inspector.getByRole("button", { name: "Note: Written contract" }).click();
  await expect(page.getByTestId("fact-save"), "nothing holds it yet").toBeDisabled();
  await page.getByRole("textbox", { name: "Document or record" }).fill("NO-SUCH-CODE");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("dialog").getByRole("alert")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Document or record" }), "nothing typed is lost").toHaveValue(
    "NO-SUCH-CODE",
  );
  await page.getByRole("textbox", { name: "Document or record" }).fill("QP-01");
  await page.keyboard.press("Control+Enter");
  await expect(inspector.locator("[data-fact=contract]")).toContainText("QP-01");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(inspector, "Esc goes one step back").toHaveCount(0);

  // The service comes into the scope only after what that touches was seen.
  await page.goto(`${sample.url}/#settings?part=scopes`);
  const sms: string[] = JSON.parse(sample.cli("system", "list", "--json")).find(
    (s: { code: string }) => s.code === "SMS",
  ).scope;
  await page.getByRole("checkbox", { name: "Night watch in the scope of SMS" }).check();
  const draft = page.getByTestId("scope-draft-SMS");
  await expect(draft).toContainText("comes in: NIGHT");
  await draft.getByRole("button", { name: "Set the scope" }).click();
  await expect(page.getByTestId("toast")).toContainText("Scope of the SMS set");
  const inside = JSON.parse(sample.cli("scope", "list", "--json")).filter(
    (item: { kind: string; systems: string[] }) => item.kind === "service" && item.systems.includes("SMS"),
  );
  expect(inside.map((item: { code: string }) => item.code)).toContain("NIGHT");
  expect(sms).not.toContain("NIGHT");

  const runs = async (name: string, by: string) => {
    await page.getByRole("button", { name: new RegExp(`^Who runs ${name}:`) }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: by }).click();
    await dialog.getByRole("checkbox", { name: "Data centre Ltd" }).check();
    await dialog.getByRole("textbox", { name: "Reason" }).fill("As agreed");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  };
  for (const item of inside) await runs(item.name, "by others");

  await page.goto(`${sample.url}/#settings?claims=SMS`);
  const verdict = page.getByTestId("verdict");
  await expect(verdict).toHaveAttribute("data-verdict", "blocked");
  const blocking = page.getByTestId("claims-against").locator("[data-rule=CL-01]");
  await expect(blocking).toContainText("NIGHT");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.target.join(" ")}`)).toEqual([]);

  // The way leads to where it is settled.
  await blocking.getByRole("button", { name: "NIGHT" }).click();
  await expect(page.locator("[data-code=NIGHT]")).toBeVisible();
  await runs("Night watch", "together with others");
  await page.goto(`${sample.url}/#settings?claims=SMS`);
  await expect(page.getByTestId("claims-against").locator("[data-rule=CL-01]")).toHaveCount(0);
  await expect(verdict).not.toHaveAttribute("data-verdict", "blocked");

  // Undone: all is run by others again.
  await page.keyboard.press("Control+z");
  await expect(verdict).toHaveAttribute("data-verdict", "blocked");
  expect(complaints).toEqual([]);
});

test("a certificate is entered, surveyed and withdrawn, and leads from the agenda", async ({ page, sample }) => {
  const complaints = strict(page);
  const today = new Date().toISOString().slice(0, 10);
  const ahead = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  await page.goto(`${sample.url}/#settings?part=certificates`);
  await page.getByRole("button", { name: "Add a certificate" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "System" }).selectOption("ISMS");
  await dialog.getByRole("textbox", { name: "Number" }).fill("IS-100");
  await dialog.getByRole("textbox", { name: "Issued by" }).fill("Certification body");
  await dialog.getByRole("textbox", { name: "Issued on" }).fill(ahead(-300));
  await dialog.getByRole("textbox", { name: "Valid until" }).fill(ahead(700));
  await dialog.getByRole("textbox", { name: "Surveillance" }).fill(ahead(20));
  await page.keyboard.press("Control+Enter");
  await expect(dialog.getByRole("alert"), "one of an ISMS cites a version").toContainText("Statement of Applicability");
  await expect(dialog.getByRole("textbox", { name: "Number" })).toHaveValue("IS-100");
  await dialog.getByLabel("Cites version").fill("1");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("inspector").getByTestId("met")).toContainText("clauses");
  await page.goto(`${sample.url}/#reviews?view=list`);
  await page.getByRole("button", { name: "IS-100" }).first().click();
  await expect(page.getByTestId("inspector")).toContainText("Certification body");
  await page.getByRole("button", { name: "The body came back" }).click();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("inspector")).toContainText(`was on ${today}`);
  await page.getByRole("button", { name: "Withdraw…" }).click();
  await page.getByRole("textbox", { name: "Reason" }).fill("Another body");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("inspector")).toContainText("withdrawn");
  expect(complaints).toEqual([]);
});
