import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import type { DocumentShown, Info, Person } from "../../ipc/generated/core";
import { fakePlatform, info, renderInWorkspace } from "../../testing";
import { ApproveDialog } from "./ApproveDialog";
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
