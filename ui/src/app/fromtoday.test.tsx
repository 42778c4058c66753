import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { ReviewsScreen } from "../features/reviews/ReviewsScreen";
import { LoadPart } from "../features/today/LoadPart";
import { startWording } from "../i18n";
import { fakePlatform, goTo, renderInWorkspace } from "../testing";

beforeAll(startWording);

test("a month of the load leads to the rows of that month, and to no others", async () => {
  const core = fakePlatform({ review_page: () => ({ total: 0, rows: [], next: null }) });
  goTo("#today");
  const part = renderInWorkspace(
    <LoadPart
      load={[{ month: "2027-02-01", documents: 2, revisions: 0, records: 1, points: 0, certificates: 0, controls: 0 }]}
    />,
  );
  await userEvent.click(screen.getByRole("button"));
  part.unmount();
  goTo(window.location.hash);
  renderInWorkspace(<ReviewsScreen />);
  await screen.findByText("Nothing is due in this time.");
  const span = { from: "2027-02-01", to: "2027-02-28" };
  expect(core.requests("review_page")).toContainEqual({
    ...span,
    limit: 200,
    as_of: null,
    in_force: null,
    after: null,
  });
});
