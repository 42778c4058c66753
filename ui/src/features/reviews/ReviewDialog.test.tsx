import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import type { Person } from "../../ipc/generated/core";
import { fakePlatform, info, renderInWorkspace } from "../../testing";
import { ReviewDialog } from "./ReviewDialog";

beforeAll(startWording);

test("who will be recorded is told, not asked", async () => {
  const document = { code: "QP-1", title: "Control of documents", reviews: [], mappings: [], next_review: null };
  fakePlatform({ document_show: () => document });
  renderInWorkspace(<ReviewDialog wish={{ code: "QP-1" }} />);
  expect(await screen.findByText(info.person?.name ?? "")).toBeInTheDocument();
  expect(screen.getAllByRole("textbox").map((e) => (e as HTMLInputElement).value)).not.toContain(info.person?.name);
});

test("a revision is asked for with an owner and a day, which nothing fills in", async () => {
  const document = {
    code: "QP-1",
    title: "Control of documents",
    owner: "Ada",
    review_interval: null,
    reviews: [],
    mappings: [],
    next_review: null,
  };
  const core = fakePlatform({ document_show: () => document, document_review: () => document });
  renderInWorkspace(<ReviewDialog wish={{ code: "QP-1" }} />);
  await userEvent.click(await screen.findByRole("radio", { name: /Revise/ }));
  expect(screen.getByRole("textbox", { name: "Written by" })).toHaveValue("Ada");
  const by = screen.getByRole("textbox", { name: "New revision by" });
  expect(by).toHaveValue("");
  await userEvent.type(screen.getByRole("textbox", { name: "Reason" }), "new suppliers");
  expect(screen.getByTestId("review-conclude")).toBeDisabled();
  await userEvent.type(by, "2027-01-31");
  await userEvent.click(screen.getByTestId("review-conclude"));
  const asked = core.requests("document_review")[0];
  expect(asked).toMatchObject({ outcome: "revise", owner: "Ada", revise_by: "2027-01-31", next: null });
});

test("an outcome is signed by whoever has a key, and a locked key asks for its passphrase at the field", async () => {
  const document = {
    code: "QP-1",
    title: "Control",
    review_interval: 12,
    months: 12,
    reviews: [],
    mappings: [],
    next_review: null,
  };
  let tries = 0;
  const core = fakePlatform({
    document_show: () => document,
    document_review: () => {
      tries += 1;
      if (tries === 1) throw { code: "key_unusable", reason: "passphrase_needed", values: {} };
      return document;
    },
  });
  const person = { ...(info.person as Person), key: "ssh-ed25519 A", fingerprint: "SHA256:a" };
  renderInWorkspace(<ReviewDialog wish={{ code: "QP-1" }} />, undefined, { ...info, person });
  await userEvent.type(await screen.findByRole("textbox", { name: "Why it is still right" }), "walked through");
  await userEvent.click(screen.getByTestId("review-conclude"));
  expect(await screen.findByRole("alert")).toHaveTextContent("The key is locked");
  const field = screen.getByLabelText("Passphrase");
  expect(field).toHaveFocus();
  await userEvent.type(field, "several words{Control>}{Enter}{/Control}");
  expect(core.requests("document_review").map((r) => r.sign)).toEqual([
    { key: null, passphrase: null },
    { key: null, passphrase: "several words" },
  ]);
});

test("the interval of the rule fills the day in and says so; what is wanting is said beside the button", async () => {
  const document = {
    code: "QP-1",
    title: "Control",
    review_interval: null,
    months: 24,
    reviews: [],
    mappings: [{ reference: "9001/7.5" }],
    next_review: { precision: "day", day: "2999-01-01" },
  };
  fakePlatform({ document_show: () => document });
  renderInWorkspace(<ReviewDialog wish={{ code: "QP-1" }} />);
  expect(await screen.findByText("24 months from today, by the rule")).toBeInTheDocument();
  const next = screen.getByRole("textbox", { name: "Next review" });
  expect(next).not.toHaveValue("");
  expect(screen.queryByText("Counts in full again:")).toBeNull();
  await userEvent.clear(next);
  expect(screen.getByTestId("review-conclude")).toBeDisabled();
  expect(screen.getByText(/The day of the next review is missing/)).toBeInTheDocument();
});
