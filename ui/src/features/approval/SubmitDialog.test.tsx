import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import type { DocumentShown, Person, Revision, Role, RuleInForce } from "../../ipc/generated/core";
import { fakePlatform, info, renderInWorkspace, TODAY } from "../../testing";
import { SubmitDialog } from "./SubmitDialog";

beforeAll(startWording);

const person = (name: string, role: Role, more: Partial<Person> = {}): Person => ({
  ...(info.person as Person),
  id: name,
  name,
  email: `${name.toLowerCase()}@x`,
  role,
  ...more,
});
const revision = { id: "r", label: "1.0", state: "draft", author: "Writer", files: [] } as unknown as Revision;
const document = {
  code: "SP-01",
  title: "Change management",
  kind: "procedure",
  approver: "Director",
  revisions: [revision],
} as unknown as DocumentShown;
const people = [
  person("Writer", "approver"),
  person("Director", "approver"),
  person("Author", "author"),
  person("Manager", "quality_manager"),
  person("Auditor", "auditor"),
  person("Gone", "approver", { left: true, left_on: TODAY }),
];

function open(rules: RuleInForce[] = []) {
  const core = fakePlatform({
    person_list: () => people,
    rule_list: () => rules,
    document_approvals: () => [],
    document_submit: () => [],
  });
  renderInWorkspace(<SubmitDialog document={document} revision={revision} onClose={() => {}} />);
  return core;
}

const options = (name: string) =>
  [...(screen.getByRole("combobox", { name }) as HTMLSelectElement).options].filter((o) => o.value);

test("those are offered whose role it is and who are there; the author is named with the reason why not", async () => {
  open();
  await screen.findByRole("combobox", { name: "Reviewers" });
  const free = (name: string) => options(name).filter((o) => !o.disabled);
  expect(free("Reviewers").map((o) => o.value)).toEqual(["director@x", "author@x", "manager@x"]);
  expect(free("Approvers").map((o) => o.value)).toEqual(["manager@x"]);
  const barred = options("Approvers").filter((o) => o.disabled);
  expect(barred.map((o) => o.textContent)).toEqual(["Writer, wrote it and does not decide"]);
});

test("the register's approver is asked unless somebody else is chosen, and the order is the one shown", async () => {
  const core = open();
  const approvers = await screen.findByRole("combobox", { name: "Approvers" });
  await userEvent.selectOptions(approvers, "manager@x");
  await userEvent.click(screen.getByRole("button", { name: "Manager earlier" }));
  await userEvent.click(screen.getByTestId("submit-confirm"));
  expect(core.requests("document_submit")[0]).toMatchObject({
    approvers: ["manager@x", "director@x"],
    quorum: null,
    effective: null,
    in_order: false,
  });
});

test("what a rule asks for is said, and nothing is handed in with less", async () => {
  const rule = (name: RuleInForce["rule"], value: number | boolean): RuleInForce => ({
    rule: name,
    type: "procedure",
    value,
    said: true,
  });
  open([rule("reviewers", 1), rule("in_order", true)]);
  expect(await screen.findByTestId("rule")).toHaveTextContent("One after the other.");
  expect(screen.getByTestId("submit-confirm")).toBeDisabled();
  expect(screen.getByText("Reviewers needed: 1")).toBeInTheDocument();
  expect(screen.getByRole("checkbox", { name: /as a rule asks/ })).toBeDisabled();
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Reviewers" }), "author@x");
  expect(screen.getByTestId("submit-confirm")).toBeEnabled();
});
