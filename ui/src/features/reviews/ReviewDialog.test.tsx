import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
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
