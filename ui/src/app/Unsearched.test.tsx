import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../i18n";
import type { Unreadable } from "../ipc/generated/core";
import { fakePlatform, renderInWorkspace } from "../testing";
import { Unsearched } from "./Unsearched";

beforeAll(startWording);

const files: Unreadable[] = [
  {
    kind: "record",
    code: "REC-7",
    title: "Calibration",
    revision: null,
    earlier: false,
    file: "scans/gauge.pdf",
    digest: "00".repeat(32),
    problem: "part_unread",
    unread: [{ name: "2 / 5", problem: "image_only" }],
  },
];

test("the counts lead to the files, each with what in it was not read", async () => {
  fakePlatform({ search_unread: () => ({ count: 3, files }) });
  renderInWorkspace(<Unsearched counts={[{ problem: "part_unread", files: 3 }]} />);
  expect(screen.queryByText(/gauge.pdf/)).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Which?" }));
  expect(await screen.findByRole("button", { name: "REC-7 scans/gauge.pdf" })).toBeVisible();
  expect(screen.getByText(/Not read: 2 \/ 5/)).toBeVisible();
  expect(screen.getByText("2 more")).toBeVisible();
});
