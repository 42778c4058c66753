// What stands beside the work can be folded, and unfolds by itself when it is worked in.
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Standing } from "./standing";

const side = (needed: boolean) => (
  <Standing label="Coverage" width={344} needed={needed}>
    inside
  </Standing>
);

test("it is folded until it is asked for or needed, and can be folded again", async () => {
  const { rerender } = render(side(false));
  const fold = screen.getByRole("button", { name: "Coverage" });
  expect(fold).toHaveAttribute("aria-expanded", "false");
  rerender(side(true));
  expect(fold).toHaveAttribute("aria-expanded", "true");
  await userEvent.click(fold);
  expect(fold).toHaveAttribute("aria-expanded", "false");
});
