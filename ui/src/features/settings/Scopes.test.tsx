import { screen } from "@testing-library/react";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import { fakePlatform, goTo, info, renderInWorkspace } from "../../testing";
import { SettingsScreen } from "./SettingsScreen";

beforeAll(startWording);

test("on a past day settings are those of today, say so, and cannot be changed", async () => {
  const system = { id: "s", code: "QMS", edition: "9001:2015", scope: [], statement: {}, statement_lacks: [] };
  info.systems = [system as never];
  fakePlatform({
    scope_list: () => [{ id: "i", code: "BGO", name: "Bergen", kind: "site", at: [], systems: [] }],
    scope_questions: () => [{ question: "sms_covers_isms", answer: null, reason: "" }],
  });
  goTo("#settings?part=scopes");
  const past = renderInWorkspace(<SettingsScreen />, "2026-01-31");
  expect(screen.getByText(/go back to today to change them/)).toBeInTheDocument();
  expect(await screen.findByRole("checkbox")).toBeDisabled();
  for (const answer of await screen.findAllByRole("button", { name: /^(Yes|Partly|No)$/i }))
    expect(answer).toBeDisabled();
  past.unmount();
  renderInWorkspace(<SettingsScreen />);
  expect(await screen.findByRole("checkbox")).toBeEnabled();
  expect(screen.queryByText(/go back to today/)).toBeNull();
  info.systems = [];
});
