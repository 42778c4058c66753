import { act } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { speak, startWording } from "../i18n";
import { useAsk } from "../ipc/core";
import { draw, info, machine } from "../testing";
import { useNextPicture } from "./usepicture";

const START = { open: "/ws", recent: [], home: "/home", version: "0.1.0" };
const LOCKED = { code: "workspace_locked", message: "Another program writes", hint: "Try again." };

beforeAll(startWording);
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const OPEN = { host_start: () => START, host_keep_picture: () => START };

function First({ fit }: { fit: boolean }) {
  useAsk("host_start", {});
  const today = useAsk("today", { as_of: null });
  useNextPicture(fit);
  return <div className="shell">{today.error ? today.error.message : "what is due"}</div>;
}

let come = (_fit: boolean) => {};

function ComesAndGoes() {
  const [fit, setFit] = useState(true);
  come = setFit;
  return <First fit={fit} />;
}

async function later(): Promise<void> {
  for (let n = 0; n < 5; n += 1) await act(() => vi.advanceTimersByTimeAsync(1000));
}

test("a picture is kept once everything is answered, and once only", async () => {
  const core = machine({ ...OPEN, today: () => ({}) });
  draw(<First fit />);
  await later();
  const html = expect.stringContaining("what is due");
  expect(core.of("host_keep_picture")).toEqual([{ language: "en", info, html }]);
});

test("another is kept in another language", async () => {
  const core = machine({ ...OPEN, today: () => ({}) });
  draw(<ComesAndGoes />);
  await later();
  act(() => come(false));
  act(() => speak("de"));
  act(() => come(true));
  await later();
  act(() => speak("en"));
  expect(core.of("host_keep_picture").map((kept) => kept.language)).toEqual(["en", "de"]);
});

test("none is kept of a screen with something over it, of one still asked, or of one that was refused", async () => {
  const core = machine({ ...OPEN, today: () => ({}) });
  const covered = draw(<First fit={false} />);
  await later();
  covered.unmount();
  expect(core.of("host_keep_picture")).toEqual([]);
  const open = machine(OPEN);
  const asked = draw(<First fit />);
  await later();
  asked.unmount();
  expect(open.of("host_keep_picture")).toEqual([]);
  const refuses = machine({
    ...OPEN,
    today: () => {
      throw LOCKED;
    },
  });
  const refused = draw(<First fit />);
  await later();
  expect(refused.container).toHaveTextContent("Another program writes");
  expect(refuses.of("host_keep_picture")).toEqual([]);
});
