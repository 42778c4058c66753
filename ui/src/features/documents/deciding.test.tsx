import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import type { DocumentShown, Info, Person } from "../../ipc/generated/core";
import { fakePlatform, info, renderInWorkspace } from "../../testing";
import { ApproveDialog } from "./ApproveDialog";
import { ChangeDialog } from "./ChangeDialog";
import { DoubtDialog } from "./DoubtDialog";
import { decisionsOf } from "./decisions";
import { WaitsForOwner } from "./WaitsForOwner";
import { WithdrawDialog } from "./WithdrawDialog";

beforeAll(startWording);

const document = {
  code: "SP-01",
  title: "Change management",
  state: "draft",
  review_interval: 12,
  revisions: [{ id: "r", label: "1.0", state: "draft", author: "Writer", summary: "", files: [] }],
} as unknown as DocumentShown;
const person = { ...(info.person as Person), key: "ssh-ed25519 A", fingerprint: "SHA256:a" };
const signer: Info = { ...info, person };

test("an approval alone and a withdrawal are signed as well", async () => {
  const core = fakePlatform({
    document_withdraw_preview: () => [],
    document_approve: () => ({ ...document, notices: [] }),
    document_withdraw: () => document,
  });
  const first = renderInWorkspace(<ApproveDialog document={document} onClose={() => {}} />, undefined, signer);
  await userEvent.type(screen.getByLabelText("Passphrase"), "several words");
  await userEvent.click(screen.getByTestId("approve-confirm"));
  first.unmount();
  renderInWorkspace(<WithdrawDialog document={document} onClose={() => {}} />, undefined, signer);
  await userEvent.type(screen.getByRole("textbox", { name: "Reason" }), "joined");
  await userEvent.type(screen.getByLabelText("Passphrase"), "several words");
  await userEvent.click(screen.getByTestId("withdraw-confirm"));
  const signed = { key: null, passphrase: "several words" };
  expect(core.requests("document_approve")[0]?.sign).toEqual(signed);
  expect(core.requests("document_withdraw")[0]?.sign).toEqual(signed);
});

test("where a rule demands a signature, whoever has no key is led to making one", async () => {
  fakePlatform({
    document_approve: () => {
      throw { code: "key_unusable", reason: "statement_unsigned", values: { email: "qm@x" } };
    },
  });
  renderInWorkspace(<ApproveDialog document={document} onClose={() => {}} />);
  await userEvent.click(screen.getByTestId("approve-confirm"));
  expect(await screen.findByRole("alert")).toHaveTextContent("A rule asks for signatures");
  await userEvent.click(screen.getByRole("button", { name: "Make a key" }));
  expect(window.location.hash).toContain("settings?part=people&open=");
});

const inForce = {
  ...document,
  state: "effective",
  in_use: true,
  revision: "1.0",
  owner: "Change Manager",
  revisions: [{ ...(document.revisions[0] as object), state: "effective", effective_from: "2026-01-01" }],
  tasks: [],
  doubts: [],
} as unknown as DocumentShown;

test("a change is asked for of its owner, once until a revision answers it", async () => {
  const core = fakePlatform({ document_change: () => inForce, undo_list: () => [] });
  expect(decisionsOf(inForce)).toEqual(["change", "doubt", "takeBack", "withdraw"]);
  renderInWorkspace(<ChangeDialog document={inForce} onClose={() => {}} />);
  await userEvent.type(screen.getByRole("textbox", { name: "Reason" }), "a new form");
  await userEvent.click(screen.getByTestId("change-confirm"));
  expect(core.requests("document_change")[0]).toMatchObject({
    code: "SP-01",
    reason: "a new form",
    owner: "Change Manager",
  });
  const task = { review: "t", owner: "Change Manager", due: "2027-03-01", reason: "a new form", how: null };
  const asked = { ...inForce, tasks: [task] } as unknown as DocumentShown;
  expect(decisionsOf(asked)).not.toContain("change");
  renderInWorkspace(<WaitsForOwner document={asked} day="2026-11-27" onReview={() => {}} />);
  expect(screen.getByTestId("change-asked")).toHaveTextContent("Change asked for of Change Manager by 2027-03-01");
  expect(screen.getByTestId("change-asked")).toHaveTextContent("“a new form”");
});

test("what is approved is doubted with a signature, and the doubt stands there with its review", async () => {
  const core = fakePlatform({ document_doubt: () => inForce });
  const first = renderInWorkspace(<DoubtDialog document={inForce} onClose={() => {}} />, undefined, signer);
  await userEvent.type(screen.getByRole("textbox", { name: "Reason" }), "the limit is wrong");
  await userEvent.type(screen.getByLabelText("Passphrase"), "several words");
  await userEvent.click(screen.getByTestId("doubt-confirm"));
  expect(core.requests("document_doubt")[0]).toEqual({
    code: "SP-01",
    revision: "1.0",
    reason: "the limit is wrong",
    sign: { key: null, passphrase: "several words" },
  });
  first.unmount();
  const doubt = { id: "d", label: "1.0", name: "Bob", day: "2026-11-20", reason: "the limit is wrong", signed: true };
  const doubted = { ...inForce, doubts: [doubt] } as unknown as DocumentShown;
  let reviewed = 0;
  renderInWorkspace(<WaitsForOwner document={doubted} day="2026-11-27" onReview={() => reviewed++} />);
  expect(screen.getByTestId("doubted")).toHaveTextContent("Revision 1.0 doubted by Bob on 2026-11-20");
  await userEvent.click(screen.getByRole("button", { name: "Review" }));
  expect(reviewed).toBe(1);
});
