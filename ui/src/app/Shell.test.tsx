import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { speak, startWording } from "../i18n";
import { Toast } from "../kit/toast";
import { draw, machine } from "../testing";
import { Shell } from "./Shell";

beforeAll(startWording);
beforeEach(() => speak("en"));

const window_ = (
  <>
    <Shell />
    <Toast />
  </>
);

test("what the menu does is said in the language of the moment, and the machine is listened to once", async () => {
  const core = machine();
  draw(window_);
  act(() => speak("de"));
  await act(async () => core.heard.menu?.("file"));
  expect(core.choose).toHaveBeenCalledWith("files", "Dateien zum Ablegen wählen");
  expect(core.onMenu).toHaveBeenCalledOnce();
  expect(core.onDrop).toHaveBeenCalledOnce();
});

test("on a past day nothing is taken in and nothing undone: it is said why, with the way back", async () => {
  const core = machine({ drop_sort: () => ({ folders: [], files: ["/a.txt"] }) });
  draw(window_, "2026-01-31");
  await act(async () => core.heard.menu?.("file"));
  await act(async () => core.heard.menu?.("import"));
  await userEvent.keyboard("{Control>}n{/Control}");
  document.elementFromPoint = () => null;
  await act(async () => core.heard.drop?.({ paths: ["/a.txt"], x: 1, y: 1 }));
  await act(async () => core.heard.menu?.("undo"));
  expect(core.choose).not.toHaveBeenCalled();
  expect(core.of("drop_sort")).toEqual([]);
  expect(screen.getByTestId("toast")).toHaveTextContent("A past day is shown");
  await userEvent.click(screen.getByTestId("toast").querySelector("button") as HTMLElement);
  await act(async () => core.heard.drop?.({ paths: ["/a.txt"], x: 1, y: 1 }));
  await waitFor(() => expect(core.of("drop_sort")).toHaveLength(1));
});
