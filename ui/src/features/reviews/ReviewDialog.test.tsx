import { screen } from "@testing-library/react";
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
