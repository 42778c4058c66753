import { screen, waitFor } from "@testing-library/react";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import { fakePlatform, goTo, renderInWorkspace } from "../../testing";
import { RecordsScreen } from "./RecordsScreen";

beforeAll(startWording);

test("on a past day the inspector asks for the record of that day, and for its series", async () => {
  const core = fakePlatform({
    record_show: () => ({ code: "R-3", title: "Minutes", kind: "minutes", scope: [], files: [], mappings: [] }),
  });
  goTo("#records?open=R-3");
  renderInWorkspace(<RecordsScreen />, "2026-01-31");
  expect(await screen.findByRole("heading", { name: "Minutes" })).toBeInTheDocument();
  expect(core.requests("record_show")).toEqual([{ record: "R-3", as_of: "2026-01-31" }]);
  await waitFor(() => expect(core.requests("record_register").some((r) => r.limit === 6)).toBe(true));
  for (const request of core.requests("record_register")) expect(request.as_of).toBe("2026-01-31");
});
