import { beforeAll, expect, test } from "vitest";
import { speak, startWording } from "../../i18n";
import { oddityWords } from "./oddity";

beforeAll(async () => {
  await startWording();
  await speak("de");
});

const nowhere = { list: null, row: null, path: null, doc_no: null, because: null };

const approved = (by: string) => ({
  ...nowhere,
  code: "approval_not_taken",
  says: "approval_of_draft",
  values: { code: "QP-01", by, words: "{by}" },
});

test("a sentence has its values, and leaves out what nobody says", () => {
  expect(oddityWords(approved("QMB"))).toContain("dass QP-01 von QMB am {by} freigegeben");
  expect(oddityWords(approved(""))).toContain("dass QP-01 am {by} freigegeben");
});

test("a refusal is said with its next step", () => {
  const because = { code: "already_exists", reason: "document_code_taken", values: { code: "QP-01", title: "Audit" } };
  const said = oddityWords({ ...nowhere, code: "not_filed", says: "not_filed", values: {}, because });
  expect(said).toMatch(/^Sie wurde nicht abgelegt: .*QP-01.*\.$/);
});

test("what the wording does not know is shown with its values", () => {
  expect(oddityWords({ ...nowhere, code: "x", says: "of_tomorrow", values: { row: "3" } })).toBe("of tomorrow, row: 3");
});
