import { act } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useAsk } from "../ipc/core";
import { draw, machine } from "../testing";
import { forgetPicture, kept } from "./picture";
import { useNextPicture } from "./usepicture";

const START = { open: "/ws", recent: [], home: "/home", version: "0.1.0" };
const LOCKED = { code: "workspace_locked", message: "Another program writes", hint: "Try again." };

beforeEach(() => {
  forgetPicture();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function First({ fit }: { fit: boolean }) {
  useAsk("host_start", {});
  const today = useAsk("today", { as_of: null });
  useNextPicture(fit);
  return <div className="shell">{today.error ? today.error.message : "what is due"}</div>;
}

async function later(): Promise<void> {
  for (let n = 0; n < 5; n += 1) await act(() => vi.advanceTimersByTimeAsync(1000));
}

test("a picture is kept once everything is answered", async () => {
  machine({ host_start: () => START, today: () => ({}) });
  draw(<First fit />);
  await later();
  expect(kept()?.html).toContain("what is due");
});

test("none is kept of a screen with something over it, of one still asked, or of one that was refused", async () => {
  machine({ host_start: () => START, today: () => ({}) });
  const covered = draw(<First fit={false} />);
  await later();
  covered.unmount();
  machine({ host_start: () => START });
  const asked = draw(<First fit />);
  await later();
  asked.unmount();
  machine({
    host_start: () => START,
    today: () => {
      throw LOCKED;
    },
  });
  const refused = draw(<First fit />);
  await later();
  expect(refused.container).toHaveTextContent("Another program writes");
  expect(kept()).toBeUndefined();
});
