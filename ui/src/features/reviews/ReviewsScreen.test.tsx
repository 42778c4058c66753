import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import { fakePlatform, goTo, renderInWorkspace, TODAY } from "../../testing";
import { dots } from "./calendar";
import { ReviewsScreen } from "./ReviewsScreen";

beforeAll(startWording);

const item = (code: string, day: string) => ({
  kind: "document_review",
  code,
  title: `Title of ${code}`,
  owner: "",
  due: { precision: "day", day },
  overdue: "no",
  uid: code,
});
const none = () => ({ total: 0, rows: [], next: null });

test("the list is read page by page", async () => {
  const core = fakePlatform({
    review_page: ({ kind, from, after }: { kind?: string; from?: string; after?: string[] | null }) => {
      if (kind || from) return none();
      return after
        ? { total: 2, rows: [item("B-2", "2027-01-02")], next: null }
        : { total: 2, rows: [item("A-1", "2027-01-01")], next: ["document_review", "1", "a-1"] };
    },
  });
  goTo("#reviews?view=list");
  renderInWorkspace(<ReviewsScreen />);
  expect(await screen.findByText("A-1")).toBeInTheDocument();
  expect(screen.queryByText("B-2")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "1 more" }));
  expect(await screen.findByText("B-2")).toBeInTheDocument();
  expect(screen.getByText("A-1")).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByRole("button", { name: /more$/ })).toBeNull());
  expect(core.requests("review_page").at(-1)?.after).toEqual(["document_review", "1", "a-1"]);
});

test("the year asks for counts, the month for its own rows, each as of the day shown", async () => {
  const counts = {
    documents: 2,
    documents_late: 1,
    revisions: 0,
    revisions_late: 0,
    records: 300,
    records_late: 0,
    points: 0,
    points_late: 0,
    certificates: 0,
    certificates_late: 0,
    controls: 0,
    controls_late: 0,
  };
  const core = fakePlatform({
    review_days: () => ({ day: TODAY, days: [{ day: "2026-01-20", ...counts, items: [item("A-1", "2026-01-20")] }] }),
    review_page: none,
  });
  goTo("#reviews");
  const year = renderInWorkspace(<ReviewsScreen />, "2026-01-15");
  expect(await screen.findByRole("button", { name: "2026-01-20, due: 302" })).toBeInTheDocument();
  const first = { from: "2026-01-01", as_of: "2026-01-15", in_force: null };
  expect(core.requests("review_days")).toEqual([{ ...first, to: "2026-12-31", first: 1 }]);
  for (const request of core.requests("review_page")) expect(request.as_of).toBe("2026-01-15");
  year.unmount();
  goTo("#reviews?view=month");
  renderInWorkspace(<ReviewsScreen />, "2026-01-15");
  expect(await screen.findByRole("button", { name: "301 more" })).toBeInTheDocument();
  expect(core.requests("review_days").at(-1)).toEqual({ ...first, to: "2026-01-31", first: 4 });
});

test("a day shows three dots at the most, what is late first", () => {
  const day = { day: TODAY, items: [] };
  const of = (documents: number, documents_late: number, records: number, records_late: number) =>
    dots({
      ...day,
      documents,
      documents_late,
      revisions: 0,
      revisions_late: 0,
      records,
      records_late,
      points: 0,
      points_late: 0,
      certificates: 0,
      certificates_late: 0,
      controls: 0,
      controls_late: 0,
    }).map((d) => `${d.kind[0]}${d.late ? "!" : ""}`);
  expect(of(1, 0, 0, 0)).toEqual(["d"]);
  expect(of(2, 1, 1, 0)).toEqual(["d!", "d", "r"]);
  expect(of(900, 0, 5, 5)).toEqual(["d", "d", "d"]);
  expect(of(0, 0, 2, 2)).toEqual(["r!", "r!"]);
});
