import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import type { ApprovalShown, DocumentShown, Info, Person, Revision } from "../../ipc/generated/core";
import { fakePlatform, info, renderInWorkspace, TODAY } from "../../testing";
import { ApprovalScreen } from "./ApprovalScreen";

beforeAll(startWording);

const me = info.person as Person;
const signer: Info = {
  ...info,
  person: { ...me, key: "ssh-ed25519 AAAA", fingerprint: "SHA256:abcdefghijklmnopqrst" },
};

const revision = {
  id: "r",
  label: "2.0",
  state: "draft",
  summary: "",
  author: "Writer",
  filed: TODAY,
  effective_from: null,
  files: [],
} as unknown as Revision;

const document = {
  code: "SP-01",
  title: "Change management",
  kind: "procedure",
  revisions: [revision],
  review_interval: 12,
} as unknown as DocumentShown;

const step = (name: string, stands: string, more: object = {}) => ({
  part: "approve",
  name,
  email: `${name}@x`,
  stands,
  statement: null,
  deputy: null,
  away_until: null,
  left: false,
  ...more,
});

const approval = (more: object): ApprovalShown =>
  ({
    id: "1",
    code: "SP-01",
    title: "Change management",
    label: "2.0",
    author: "Writer",
    progress: "in_approval",
    submitter: "writer@x",
    day: "2026-11-20",
    ended_on: null,
    reason: "Please read section 4",
    why: "",
    planned: "2026-12-01",
    quorum: 1,
    in_order: true,
    signed: false,
    steps: [step("Ada", "turn")],
    yours: null,
    yours_for: null,
    ...more,
  }) as ApprovalShown;

function show(approvals: ApprovalShown[], of: Info = signer, answers: object = {}) {
  const core = fakePlatform({
    document_approvals: () => approvals,
    document_show: () => document,
    person_list: () => [],
    rule_list: () => [],
    ...answers,
  });
  renderInWorkspace(<ApprovalScreen code="SP-01" label={undefined} />, undefined, of);
  return core;
}

const refused = (code: string, reason: string, values = {}) => {
  throw { code, reason, values };
};

test("who is not asked reads why, and finds nothing to press that would be refused", async () => {
  show([approval({})]);
  const part = await screen.findByTestId("not-yours");
  expect(part).toHaveTextContent("Waits for Ada");
  expect(screen.queryByTestId("sign")).not.toBeInTheDocument();
  expect(screen.queryByTestId("say-approve")).not.toBeInTheDocument();
});

test("what was rejected says by whom and why, and leads to handing it in anew", async () => {
  const no = { meaning: "rejected", reason: "5.1 is missing", name: "Ada", day: TODAY, for: "", fingerprint: null };
  show([approval({ progress: "rejected", steps: [step("Ada", "spoke", { statement: no })] })]);
  const part = await screen.findByTestId("not-yours");
  expect(part).toHaveTextContent("Ada rejected rev. 2.0: “5.1 is missing”");
  expect(within(part).getByTestId("hand-in-again")).toBeEnabled();
});

test("files that changed void it, in words, with the next step", async () => {
  show([approval({ progress: "void" })]);
  expect(await screen.findByTestId("not-yours")).toHaveTextContent("The approval is void");
  expect(screen.getByTestId("hand-in-again")).toBeEnabled();
});

test("nothing is chosen beforehand, and to reject needs a reason", async () => {
  show([approval({ yours: "approve" })]);
  const sign = await screen.findByTestId("sign");
  expect(sign).toBeDisabled();
  await userEvent.keyboard("2");
  expect(sign).toBeDisabled();
  await userEvent.type(screen.getByRole("textbox", { name: /needed to reject/ }), "5.1 is missing");
  expect(sign).toBeEnabled();
});

test("a wrong passphrase is said at its field, and what was typed is gone once it is signed", async () => {
  let tries = 0;
  const core = show([approval({ yours: "approve" })], signer, {
    document_decide: () => {
      tries += 1;
      if (tries === 1) refused("key_unusable", "passphrase_wrong");
      return { ended: "approved", approvals: [], notices: [] };
    },
  });
  await screen.findByTestId("sign");
  await userEvent.keyboard("1");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByText("2026-12-01")).toBeInTheDocument();
  const field = within(dialog).getByLabelText("Passphrase");
  expect(field).toHaveAttribute("type", "password");
  await userEvent.type(field, "wrong words");
  await userEvent.click(within(dialog).getByTestId("signed"));
  expect(await within(dialog).findByRole("alert")).toHaveTextContent("does not open this key");
  await userEvent.clear(field);
  await userEvent.type(field, "right words");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  const asked = core.requests("document_decide");
  expect(asked.map((a) => (a.sign as { passphrase: string }).passphrase)).toEqual(["wrong words", "right words"]);
  await userEvent.click(screen.getByTestId("sign"));
  expect(within(await screen.findByRole("dialog")).getByLabelText("Passphrase")).toHaveValue("");
});

test("a key that lies elsewhere leads to its file", async () => {
  const core = show([approval({ yours: "approve" })], signer, {
    document_decide: () =>
      refused("key_unusable", "statement_key_elsewhere", { email: "a@x", fingerprint: "SHA256:x" }),
  });
  core.choose.mockResolvedValue(["/stick/mykey"]);
  await screen.findByTestId("sign");
  await userEvent.keyboard("1");
  await userEvent.click(screen.getByTestId("sign"));
  await userEvent.click(await screen.findByTestId("signed"));
  await userEvent.click(await screen.findByRole("button", { name: "Choose the key file" }));
  expect(core.choose).toHaveBeenCalledWith("file", "Choose the key file");
  expect(await screen.findByText("mykey")).toBeInTheDocument();
  await userEvent.click(screen.getByTestId("signed"));
  expect(core.requests("document_decide")[1]?.sign).toMatchObject({ key: "/stick/mykey" });
});

test("without a key it is said that nothing is signed, and no passphrase is asked for", async () => {
  show([approval({ yours: "approve" })], info);
  await screen.findByTestId("sign");
  await userEvent.keyboard("1");
  expect(screen.getByTestId("sign")).toHaveTextContent("Approve, unsigned");
  await userEvent.click(screen.getByTestId("sign"));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByTestId("unsigned")).toHaveTextContent("recorded unsigned");
  expect(within(dialog).queryByLabelText("Passphrase")).not.toBeInTheDocument();
});

test("what has to be said of an approval stays in view though nothing is left to decide", async () => {
  let now = approval({ yours: "approve" });
  const answers = {
    document_approvals: () => [now],
    document_decide: () => {
      now = approval({ progress: "approved", ended_on: TODAY });
      const notice = { notice: "effective_before_approval", from: "2026-01-02", approved: TODAY };
      return { ended: "approved", approvals: [now], notices: [notice] };
    },
  };
  const core = show([], info, answers);
  core.call.mockImplementation(
    ((original) => async (name: string, request: unknown) => {
      const reply = await original(name, request);
      return name === "document_decide" ? { ...reply, stale: ["approval"] } : reply;
    })(core.call.getMockImplementation() as (name: string, request: unknown) => Promise<object>) as never,
  );
  await screen.findByTestId("sign");
  await userEvent.keyboard("1");
  await userEvent.click(screen.getByTestId("sign"));
  await userEvent.click(await screen.findByTestId("signed"));
  expect(await screen.findByTestId("notice")).toHaveTextContent("In force from 2026-01-02");
  expect(screen.getByTestId("not-yours")).toHaveTextContent("is approved");
});

test("Escape leaves what is being written before it leaves the screen", async () => {
  show([approval({ yours: "approve" })]);
  window.location.hash = "documents?approval=SP-01";
  const why = await screen.findByRole("textbox", { name: /Why/ });
  await userEvent.type(why, "half a thought{Escape}");
  expect(window.location.hash).toBe("#documents?approval=SP-01");
  expect(why).toHaveValue("half a thought");
  await userEvent.keyboard("{Escape}");
  expect(window.location.hash).toBe("#documents?open=SP-01");
});
