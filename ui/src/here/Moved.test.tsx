import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../i18n";
import type { StatementMoved } from "../ipc/generated/core";
import { fakePlatform, goTo, renderInWorkspace } from "../testing";
import { Moved } from "./Moved";

beforeAll(startWording);

const version: StatementMoved = {
  system: "ISMS",
  edition: "27001:2022",
  version: "2",
  certificate: null,
  cites: "",
  since: "2026-10-14",
  controls: ["A.7.4", "A.8.30"],
};
const certificate: StatementMoved = { ...version, certificate: "IS-1", cites: "1", since: "2026-06-08", controls: [] };

test("what moved on is named with the day since when, and leads to where it is settled", async () => {
  fakePlatform();
  goTo("#today");
  renderInWorkspace(<Moved moved={[version, certificate]} />);
  const [first, second] = screen.getAllByRole("listitem");
  expect(first).toHaveTextContent("Version 2 no longer says what is decided on 2 controls");
  expect(first).toHaveTextContent("since 2026-10-14");
  expect(second).toHaveTextContent("Cites version 1 of the Statement of Applicability, which is at version 2 now");
  await userEvent.click(screen.getByRole("button", { name: "IS-1" }));
  expect(window.location.hash).toBe("#settings?part=certificates&open=IS-1");
  await userEvent.click(screen.getByRole("button", { name: "ISMS" }));
  expect(window.location.hash).toBe("#settings?applicability=ISMS");
});

test("nothing stands there while nothing moved", () => {
  fakePlatform();
  const { container } = renderInWorkspace(<Moved moved={[]} />);
  expect(container).toHaveTextContent("");
});
