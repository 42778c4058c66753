import { screen } from "@testing-library/react";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import { fakePlatform, renderInWorkspace } from "../../testing";
import { ControlCheck } from "./ControlCheck";

beforeAll(startWording);

const finding = (what: string, code: string, values = {}) => ({
  what,
  clause: "7.5.2",
  code,
  title: `Title of ${code}`,
  revision: "2.0",
  values,
});

test("each finding stands with its document, in words, and its next step", async () => {
  const findings = [
    finding("approved_by_role", "QP-1", { by: "reader@example.org", role: "reader" }),
    finding("review_overdue", "QP-2", { day: "2026-03-01" }),
    finding("cites_withdrawn", "QP-3", { cited: "QP-0", words: "as QP-0 says" }),
  ];
  fakePlatform({ control_check: () => ({ documents: 2, statements: 1, unread: 2, findings }) });
  renderInWorkspace(<ControlCheck bar={null} />);
  expect(
    await screen.findByText(/Approved by reader@example.org, whose role did not allow it that day: Reader/),
  ).toBeVisible();
  expect(screen.getByText(/1 March 2026/)).toBeVisible();
  expect(screen.getAllByRole("listitem")).toHaveLength(3);
  expect(screen.getByText(/Cites QP-0, which is withdrawn: as QP-0 says/)).toBeVisible();
  expect(screen.getByText(/whose words were not compared: 2/)).toBeVisible();
  expect(screen.getByLabelText("Kind of finding")).toBeVisible();
});

test("where nothing is found, that is said with what was looked at", async () => {
  fakePlatform({ control_check: () => ({ documents: 3, statements: 0, unread: 0, findings: [] }) });
  renderInWorkspace(<ControlCheck bar={null} />);
  expect(await screen.findByText("Nothing found")).toBeVisible();
  expect(screen.getByText("3 documents and 0 statements looked at.")).toBeVisible();
});
