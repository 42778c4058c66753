import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import type { ParagraphCompared, WordsRun } from "../../ipc/generated/core";
import { fakePlatform, renderInWorkspace } from "../../testing";
import { Comparison } from "./Comparison";

beforeAll(async () => {
  await startWording();
  Element.prototype.scrollIntoView = () => {};
});

const paragraph = (more: Partial<ParagraphCompared>): ParagraphCompared => ({
  ...{ fate: "kept", place: null, label_before: null, label: null, section_before: null, section: null },
  ...{ heading: false, row: false, under: null, runs: [], again: 0, repeats: false, left_out: 0, ...more },
});
const kept = (words: string): WordsRun => ({ became: "kept", words, joined: false });
const paragraphs = [
  paragraph({
    heading: true,
    label: "4",
    label_before: "4",
    runs: [kept("Packages")],
    under: "4 Packages",
    left_out: 5,
  }),
  paragraph({
    ...{ fate: "changed", place: 1, label: "4.1", label_before: "4.1", under: "4 Packages" },
    runs: [
      kept("Packages are"),
      { became: "removed", words: "not changed.", joined: false },
      { became: "added", words: "agreed.", joined: false },
    ],
  }),
  paragraph({
    fate: "moved_away",
    place: 2,
    label_before: "5.1",
    runs: [{ became: "removed", words: "Elsewhere now", joined: false }],
  }),
  paragraph({
    fate: "added",
    place: 3,
    row: true,
    under: "6 Roles",
    again: 2,
    runs: [{ became: "added", words: "Role\tTask", joined: false }],
  }),
];
const compared = {
  ...{ paragraphs, left_out: 1, places: 3, sections: ["4.1", "5.1"], renumbered: [], touched: [] },
  ...{ kept: 3, removed: 2, added: 3 },
};
const file = (outcome: unknown) => ({
  earlier: { name: "a.docx", digest: "aa" },
  later: { name: "b.docx", digest: "bb" },
  ...{ outcome, partly: false, comments: false, tracked: { earlier: "", later: "five days\nlost" } },
});
const answer = (files: unknown[], places: number, unread: number) => ({
  ...{ code: "SP-01", title: "Change management", files, places, sections: ["4.1", "5.1"], unread },
  earlier: { label: "1.0", state: "effective", summary: "" },
  later: { label: "2.0", state: "draft", summary: "Packages" },
});

test("what is gone is struck and what is new is marked, by place, and the unchanged is folded", async () => {
  const core = fakePlatform({ document_compare: () => answer([file({ kind: "changed", compared })], 3, 0) });
  renderInWorkspace(<Comparison document="SP-01" />);
  expect(await screen.findByText(/3 places in 2 sections/)).toHaveTextContent("“Packages”");
  expect(screen.getByText(/Deletions that nobody accepted stand in the later file/)).toHaveTextContent(
    "“five days”, “lost”",
  );
  expect(screen.getAllByText("not changed.")[0]?.tagName).toBe("DEL");
  expect(screen.getAllByText("agreed.")[0]?.tagName).toBe("INS");
  expect(screen.getAllByText("Elsewhere now")[0]?.tagName).toBe("SPAN");
  expect(screen.getByText("6 Roles")).toBeInTheDocument();
  expect(screen.queryByText("4 Packages", { selector: ".muted" })).toBeNull();
  expect(screen.getAllByText("the same 2 times more").length).toBeGreaterThan(0);
  expect(screen.getByText("5 more paragraphs without a change")).toBeInTheDocument();
  await userEvent.keyboard("nn");
  expect(screen.getByText("2 of 3")).toBeInTheDocument();
  await userEvent.keyboard("p");
  expect(screen.getByText("1 of 3")).toBeInTheDocument();
  await userEvent.click(screen.getAllByText("Show all of it")[0] as HTMLElement);
  expect(core.requests("document_compare").at(-1)).toMatchObject({ code: "SP-01", near: null });
});

test("in one column a number that changed stands with the one before it, also where none is left", async () => {
  const paragraphs = [
    paragraph({ fate: "renumbered", label_before: "4.1", label: "4.2", runs: [kept("Packages")] }),
    paragraph({ fate: "changed", place: 1, label_before: "4.3", label: null, runs: [kept("Forms")] }),
  ];
  const renumbered = { ...compared, paragraphs, places: 1, left_out: 0 };
  fakePlatform({ document_compare: () => answer([file({ kind: "changed", compared: renumbered })], 1, 0) });
  const { container } = renderInWorkspace(<Comparison document="SP-01" />);
  await userEvent.click(await screen.findByRole("button", { name: "One column" }));
  const column = [...container.querySelectorAll(".line .both")].map((line) => line.textContent);
  expect(column).toEqual(["4.1 is 4.2Packages", "4.3 is –Forms"]);
  expect([...container.querySelectorAll(".label .is")].map((label) => label.textContent)).toEqual(["4.2", ""]);
});

test("a file without text is never told as unchanged", async () => {
  const unread = { kind: "unread", earlier: null, later: "image_only" };
  fakePlatform({ document_compare: () => answer([file(unread)], 0, 1) });
  renderInWorkspace(<Comparison document="SP-01" />);
  expect(await screen.findByText(/1 file could not be compared/)).toBeInTheDocument();
  expect(screen.getByText(/A picture without text/)).toBeInTheDocument();
  expect(screen.queryByText(/No word changed/)).toBeNull();
});
