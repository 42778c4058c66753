import { screen } from "@testing-library/react";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import type { Contents } from "../../ipc/generated/core";
import { fakePlatform, renderInWorkspace } from "../../testing";
import { PackContents } from "./PackContents";

const part = { items: 2, files: 3, size: 10 };
const index = (edition: string) => ({
  edition,
  files: 1,
  summary: { clauses: 9, covered: 1, partial: 0, gap: 8, undecided: 0, not_in_place: 0, not_applicable: 0 },
});
const contents = (editions: string[]) =>
  ({
    name: "AUD-1 audit pack",
    documents: part,
    records: part,
    approvals: 5,
    files: 31,
    without_overlap: 7,
    indexes: editions.map(index),
  }) as unknown as Contents;

beforeAll(startWording);

test("two editions of a standard are told apart by their years, and all files are counted", () => {
  fakePlatform();
  renderInWorkspace(<PackContents contents={contents(["9001:2015", "27001:2013", "27001:2022"])} stale={false} />);
  expect(screen.getByText("ISO/IEC 27001:2013")).toBeInTheDocument();
  expect(screen.getByText("ISO/IEC 27001:2022")).toBeInTheDocument();
  expect(screen.getByText("ISO 9001")).toBeInTheDocument();
  expect(screen.getByText("approvals/")).toBeInTheDocument();
  expect(screen.getByText(/in 6 files.* 31 files/)).toBeInTheDocument();
});
