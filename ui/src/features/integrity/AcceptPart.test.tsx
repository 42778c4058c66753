import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test, vi } from "vitest";
import { startWording } from "../../i18n";
import { fakePlatform, renderInWorkspace } from "../../testing";
import { AcceptPart, acceptable } from "./AcceptPart";

beforeAll(startWording);

const found = (code: string) => ({ code, place: "entry 4", message: "in English" });

test("only entries over which a signature came later are accepted here", () => {
  expect(acceptable([found("object_altered"), found("signed_late")])).toBe(true);
  expect(acceptable([found("ledger_rewritten"), found("tail_unsigned")])).toBe(false);
});

test("they are accepted with a reason only, and checked again at once", async () => {
  const { requests } = fakePlatform({ ledger_accept: () => ({}) });
  const done = vi.fn();
  renderInWorkspace(<AcceptPart onDone={done} />);
  await userEvent.click(screen.getByTestId("accept-late"));
  expect(await screen.findByRole("dialog")).toHaveTextContent(/every check names them/);
  expect(screen.getByTestId("with-reason")).toBeDisabled();
  await userEvent.type(screen.getByRole("textbox"), "By the old tool");
  await userEvent.click(screen.getByTestId("with-reason"));
  await waitFor(() => expect(done).toHaveBeenCalledOnce());
  expect(requests("ledger_accept")).toEqual([{ reason: "By the old tool" }]);
});
