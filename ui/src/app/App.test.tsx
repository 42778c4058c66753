import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test, vi } from "vitest";
import { startWording } from "../i18n";
import { CoreProvider } from "../ipc/provider";
import { type Platform, setPlatform } from "../platform";
import { App } from "./App";

beforeAll(startWording);

test("a workspace that is brought up to date says how far that is, and can be stopped", async () => {
  const cancel = vi.fn();
  const asked: number[] = [];
  const fake: Partial<Platform> = {
    call: (_, __, job, progress) => {
      asked.push(job);
      progress({ step: "rebuilding", done: 512, total: 2048 });
      return new Promise(() => {});
    },
    cancel,
    firstProblem: async () => undefined,
  };
  setPlatform(fake as Platform);
  render(
    <CoreProvider>
      <App />
    </CoreProvider>,
  );
  expect(await screen.findByRole("progressbar")).toHaveAttribute("aria-valuenow", "25");
  expect(screen.getByText("512 of 2,048")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(cancel).toHaveBeenCalledWith(asked[0]);
});
