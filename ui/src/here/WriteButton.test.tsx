import { screen } from "@testing-library/react";
import { beforeAll, expect, test, vi } from "vitest";
import { startWording } from "../i18n";
import { fakePlatform, info, renderInWorkspace } from "../testing";
import { WriteButton } from "./WriteButton";

beforeAll(startWording);

test("where nothing can be written the button says why it does nothing", () => {
  fakePlatform();
  renderInWorkspace(
    <WriteButton className="button primary" onClick={vi.fn()}>
      File
    </WriteButton>,
    undefined,
    { ...info, read_only: true },
  );
  const button = screen.getByRole("button", { name: "File" });
  expect(button).toBeDisabled();
  expect(button).toHaveAttribute("title", expect.stringMatching(/copy the folder/i));
});
