import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { ReviewsScreen } from "../features/reviews/ReviewsScreen";
import { LoadPart } from "../features/today/LoadPart";
import { startWording } from "../i18n";
import { at, draw, machine } from "../testing";

beforeAll(startWording);

test("a month of the load leads to the rows of that month, and to no others", async () => {
  const core = machine({ review_page: () => ({ total: 0, rows: [], next: null }) });
  at("#today");
  const part = draw(<LoadPart load={[{ month: "2027-02-01", documents: 2, records: 1 }]} />);
  await userEvent.click(screen.getByRole("button"));
  part.unmount();
  at(window.location.hash);
  draw(<ReviewsScreen />);
  await screen.findByText("Nothing is due in this time.");
  const span = { from: "2027-02-01", to: "2027-02-28" };
  expect(core.of("review_page")).toContainEqual({ ...span, limit: 200, as_of: null, after: null });
});
