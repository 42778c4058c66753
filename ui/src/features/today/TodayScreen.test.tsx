import { screen } from "@testing-library/react";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import { fakePlatform, goTo, renderInWorkspace } from "../../testing";
import { TodayScreen } from "./TodayScreen";

beforeAll(startWording);

const today = {
  day: "2026-03-31",
  nothing_filed: true,
  overdue: [],
  overdue_count: 0,
  next: [],
  next_count: 0,
  next_by_rule: false,
  doubts: [],
  doubts_count: 0,
  asked: [],
  asked_count: 0,
  drafts: [],
  drafts_count: 0,
  coming: [],
  coming_count: 0,
  untold: [],
  untold_count: 0,
  moved: [],
  load: [],
  ages: [],
};

test("what is open is shown before anything is filed, beside the way to file something", async () => {
  fakePlatform({ today: () => today, points: () => ({ rows: [], open: 3, next: null }) });
  goTo("#today");
  renderInWorkspace(<TodayScreen />);
  expect(await screen.findByText("Drop your file share here. It is read, not changed.")).toBeInTheDocument();
  expect(await screen.findByTestId("open-points")).toHaveTextContent("3 points between the standards are open");
});

test("where nothing is open, an empty workspace says how it begins and no more", async () => {
  fakePlatform({ today: () => today });
  goTo("#today");
  renderInWorkspace(<TodayScreen />);
  expect(await screen.findByText("Drop your file share here. It is read, not changed.")).toBeInTheDocument();
  expect(screen.queryByText("Nothing needs you today.")).toBeNull();
});
