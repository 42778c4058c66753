import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test, vi } from "vitest";
import { startWording } from "../i18n";
import { ActDialog } from "./actdialog";

beforeAll(startWording);

const dialog = (more: { ready?: boolean; busy?: boolean }, onRun: () => void) => (
  <ActDialog title="Do it" action="Do" busy={false} error={undefined} onRun={onRun} onClose={() => {}} {...more}>
    <input aria-label="Reason" />
  </ActDialog>
);

test("it begins in its first field, not at the cross, and its button is called what it does", async () => {
  render(dialog({}, () => {}));
  await waitFor(() => expect(screen.getByLabelText("Reason")).toHaveFocus());
  expect(screen.getByRole("button", { name: "Do" })).toHaveAttribute("aria-keyshortcuts", "Control+Enter");
});

test("neither the button nor the keys do the thing before all is answered, nor while it is done", async () => {
  const run = vi.fn();
  const shown = render(dialog({ ready: false }, run));
  const press = async () => {
    await userEvent.click(screen.getByRole("button", { name: /^Do/ }));
    await userEvent.type(screen.getByLabelText("Reason"), "x{Control>}{Enter}{/Control}");
  };
  await press();
  shown.rerender(dialog({ busy: true }, run));
  await press();
  expect(run).not.toHaveBeenCalled();
  shown.rerender(dialog({}, run));
  await press();
  expect(run).toHaveBeenCalledTimes(2);
});

test("what is refused is looked at however often, whatever the browser answers to that", async () => {
  const looked = vi.fn(() => Promise.resolve());
  Element.prototype.scrollIntoView = looked as unknown as typeof Element.prototype.scrollIntoView;
  const refused = (reason: string) => ({ code: "refused", reason, message: reason, hint: "", values: {} });
  const shown = (reason?: string) => (
    <ActDialog
      title="Do it"
      action="Do"
      busy={false}
      error={reason ? (refused(reason) as never) : undefined}
      onRun={() => {}}
      onClose={() => {}}
    >
      <p>Asked</p>
    </ActDialog>
  );
  const { rerender } = render(shown("one"));
  rerender(shown("another"));
  rerender(shown());
  expect(looked).toHaveBeenCalled();
  expect(screen.getByText("Asked")).toBeVisible();
});
