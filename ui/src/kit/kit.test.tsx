import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { beforeAll, expect, test, vi } from "vitest";
import { startWording } from "../i18n";
import { Dialog, Glyph, Loaded, TextField } from "./index";
import { clauseName, clausesOf, nameBeside, parseReference } from "./standards";
import { showToast, Toast } from "./toast";

beforeAll(startWording);
const show = (what: ReactNode) => render(what);

test("a failure is shown as what it is, and the last answer stays", () => {
  const refusal = { code: "workspace_locked", reason: "database_locked", values: {} };
  const none = show(
    <Loaded ask={{ data: undefined, error: refusal, stale: false, since: 0 }}>{() => <p>an empty list</p>}</Loaded>,
  );
  expect(screen.getByRole("alert")).toHaveTextContent("Another program is writing");
  expect(screen.queryByText("an empty list")).toBeNull();
  none.unmount();
  show(<Loaded ask={{ data: ["a row"], error: refusal, stale: false, since: 0 }}>{(rows) => <p>{rows[0]}</p>}</Loaded>);
  expect(screen.getByRole("alert")).toBeInTheDocument();
  expect(screen.getByText("a row")).toBeInTheDocument();
});

test("glyphs are told in words", () => {
  show(<Glyph state="partial" standard="9001" />);
  expect(screen.getByRole("img")).toHaveAccessibleName("partial");
});

test("Control and Enter do the main thing of a dialog, Escape closes it", async () => {
  const [main, close] = [vi.fn(), vi.fn()];
  show(
    <Dialog onClose={close} onPrimary={main} title="A question">
      text
    </Dialog>,
  );
  expect(screen.getByRole("dialog")).toHaveAccessibleName("A question");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  expect(main).toHaveBeenCalledOnce();
  await userEvent.keyboard("{Escape}");
  expect(close).toHaveBeenCalledOnce();
});

test.each([false, true])("a field that is to be written in has the cursor as soon as it is seen (area: %s)", (area) => {
  // Nothing is waited for: what is typed at once is not lost.
  show(
    <Dialog onClose={vi.fn()} title="A question">
      <TextField label="Why" value="" onChange={vi.fn()} area={area} autoFocus />
    </Dialog>,
  );
  expect(screen.getByRole("textbox", { name: "Why" })).toHaveFocus();
});

test("what was said goes after a while, but not while it is pointed at", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  try {
    show(<Toast />);
    act(() => showToast("Filed"));
    await user.hover(screen.getByText("Filed"));
    act(() => vi.advanceTimersByTime(60_000));
    expect(screen.getByText("Filed")).toBeInTheDocument();
    await user.unhover(screen.getByText("Filed"));
    act(() => vi.advanceTimersByTime(60_000));
    expect(screen.queryByText("Filed")).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test("clauses are read and shown short", () => {
  expect(parseReference("27001:2013/A.8.1.1")).toEqual({ standard: "27001", edition: "2013", clause: "A.8.1.1" });
  expect(clausesOf(["9001:2015/7.5", "27001:2013/A.8.1", "27001:2013/A.8.2", "27001:2013/A.8.3"], "27001")).toEqual({
    shown: "A.8.1, A.8.2",
    more: 1,
  });
});

test("the year is said where another edition of the standard is held", () => {
  const [older, newer] = ["27001:2013/7.1", "27001:2022/7.1"];
  nameBeside(["9001:2015", "27001:2022"]);
  expect([clauseName(newer), clauseName(older), clauseName("9001:2015/7.1")]).toEqual([
    "27001 7.1",
    "27001:2013 7.1",
    "9001 7.1",
  ]);
  nameBeside(["27001:2022", "27001:2013"]);
  expect([clauseName(newer), clauseName(older)]).toEqual(["27001:2022 7.1", "27001:2013 7.1"]);
  expect(clausesOf([older, newer], "27001").shown).toBe("7.1 (2013), 7.1 (2022)");
  nameBeside([]);
});
