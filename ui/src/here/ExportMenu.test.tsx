import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { startWording } from "../i18n";
import { fakePlatform, renderInWorkspace, TODAY } from "../testing";
import { ExportMenu } from "./ExportMenu";
import { paperSize } from "./paper";

beforeAll(startWording);
// The tests' own page knows no popovers.
beforeAll(() => {
  HTMLElement.prototype.hidePopover ??= () => {};
});
beforeEach(() => localStorage.clear());

const saved = { out: "/out/r", rows: 3, pages: 2, missing: [] };
const item = (name: string) => screen.getByRole("button", { name, hidden: true });

test("a register is saved where the user says, for the day that is shown", async () => {
  const core = fakePlatform({ register_save: () => saved });
  core.choose.mockResolvedValue(["/out/r"]);
  renderInWorkspace(<ExportMenu onList={vi.fn()} />, "2026-10-01");
  await userEvent.click(item("Register of documents XLSX"));
  await userEvent.click(item("What is obsolete PDF"));
  const asked = {
    out: "/out/r",
    overwrite: true,
    language: "en",
    paper: paperSize(),
    as_of: "2026-10-01",
    in_force: null,
  };
  expect(core.requests("register_save")).toEqual([
    { ...asked, form: "xlsx", obsolete: false },
    { ...asked, form: "pdf", obsolete: true },
  ]);
  expect(core.choose.mock.calls.map((call) => (call as unknown[])[2])).toEqual([
    "Register of documents 2026-10-01.xlsx",
    "Obsolete 2026-10-01.pdf",
  ]);
});

test("nothing is written where no file was chosen, and the filtered list goes its own way", async () => {
  const core = fakePlatform({ register_save: () => saved });
  const list = vi.fn();
  renderInWorkspace(<ExportMenu onList={list} />);
  await userEvent.click(item("Register of documents PDF"));
  await userEvent.click(item("This list, as it is filtered CSV"));
  expect([core.requests("register_save"), list.mock.calls.length]).toEqual([[], 1]);
  expect(core.choose).toHaveBeenCalledWith("save", "Export", `Register of documents ${TODAY}.pdf`);
});

test("the size of paper is kept, and that of the country before anybody chose", async () => {
  const language = vi.spyOn(navigator, "language", "get");
  for (const [spoken, size] of [
    ["en-US", "letter"],
    ["de-DE", "a4"],
    ["es-MX", "letter"],
    ["en", "a4"],
  ] as const) {
    language.mockReturnValue(spoken);
    expect(paperSize(), spoken).toBe(size);
  }
  fakePlatform();
  renderInWorkspace(<ExportMenu onList={vi.fn()} />);
  expect(item("A4")).toHaveAttribute("aria-pressed", "true");
  await userEvent.click(item("Letter"));
  expect(item("Letter")).toHaveAttribute("aria-pressed", "true");
  expect(paperSize()).toBe("letter");
  language.mockRestore();
});
