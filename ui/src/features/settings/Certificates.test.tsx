import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import type { CertificateRow, CertificateShown, System } from "../../ipc/generated/core";
import { fakePlatform, goTo, info, renderInWorkspace } from "../../testing";
import { SettingsScreen } from "./SettingsScreen";

beforeAll(startWording);

const isms = { id: "s", code: "ISMS", edition: "27001:2022", scope: ["A"], statement: {}, statement_lacks: [] };
const row: CertificateRow = {
  id: "c",
  number: "IS-1",
  system: "ISMS",
  edition: "27001:2022",
  body: "Certification body",
  words: "Hosting at site A",
  scope: ["A"],
  issued: "2025-01-01",
  valid_until: "2028-01-01",
  surveillance: [{ day: "2026-01-10", held: null }],
  statement: "1",
  withdrawn: null,
  standing: "valid",
  moved_on: "2",
  notices: [],
  unconfirmed: [],
};
const shown: CertificateShown = { ...row, met: [{ item: "A", clauses: 120, met: ["27001:2022/4.1"] }] };

function open(answers: object = {}) {
  const core = fakePlatform({
    certificate_list: () => [row],
    certificate_show: () => shown,
    scope_list: () => [{ id: "a", code: "A", name: "Bergen", kind: "site", at: [], systems: ["ISMS"], parties: [] }],
    soa_show: () => ({ versions: [{ id: "v", label: "2", draft: 0, day: "2026-10-01" }] }),
    ...answers,
  });
  goTo("#settings?part=certificates&open=IS-1");
  renderInWorkspace(<SettingsScreen />, undefined, { ...info, systems: [isms as unknown as System] });
  return core;
}

test("a certificate says what warns, and what was met where it speaks", async () => {
  open();
  const inspector = within(await screen.findByTestId("inspector"));
  expect(
    await inspector.findByText("Cites version 1; the Statement of Applicability is at version 2"),
  ).toBeInTheDocument();
  expect(inspector.getByTestId("met")).toHaveTextContent("Bergen 1 of 120 clauses");
});

test("what is refused stays in view with all that was typed", async () => {
  const core = open({
    certificate_add: () => {
      throw { code: "conflict", reason: "certificate_taken", message: "taken", hint: "", values: { number: "IS-1" } };
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Add a certificate" }));
  const dialog = within(screen.getByRole("dialog"));
  await userEvent.type(dialog.getByLabelText("Number"), "IS-1");
  await userEvent.type(dialog.getByLabelText("Issued by"), "Body");
  await userEvent.type(dialog.getByLabelText("Issued on"), "2026-01-01");
  expect(dialog.getByTestId("certificate-save")).toBeDisabled();
  await userEvent.type(dialog.getByLabelText("Valid until"), "2029-01-01");
  await userEvent.type(dialog.getByLabelText("Cites version"), "2");
  await userEvent.click(dialog.getByRole("checkbox", { name: "A Bergen" }));
  await userEvent.click(dialog.getByTestId("certificate-save"));
  expect(await dialog.findByRole("alert")).toBeInTheDocument();
  expect(dialog.getByLabelText("Number")).toHaveValue("IS-1");
  expect(core.requests("certificate_add")[0]).toMatchObject({ system: "ISMS", statement: "2", scope: ["A"] });
});

test("a surveillance that was not said is said, with its day", async () => {
  const core = open({ certificate_surveyed: () => row });
  await userEvent.click(await screen.findByRole("button", { name: "The body came back" }));
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() =>
    expect(core.requests("certificate_surveyed")).toEqual([{ number: "IS-1", day: "2026-01-10", on: "2026-01-10" }]),
  );
});
