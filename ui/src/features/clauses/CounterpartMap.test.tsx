import { beforeAll, expect, test, vi } from "vitest";
import { startWording } from "../../i18n";
import { fakePlatform, renderInWorkspace } from "../../testing";
import { CounterpartMap } from "./CounterpartMap";

beforeAll(startWording);

test("two lines of one shape are two lines", () => {
  vi.stubGlobal("CSS", { escape: (text: string) => text });
  const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
  fakePlatform();
  const match = (clause: string) => ({ clause, title: clause, relation: "similar", notes: [] });
  const data = {
    reference: "9001:2015/8.4",
    clause: { title: "Control" },
    answers: [{ standard: "20000-1", edition: "2018", outcome: "matched", matches: [match("8.3.2"), match("8.3.4")] }],
    states: {},
    points: [],
  };
  // Nothing has a size here, so both lines have the same shape.
  const { container } = renderInWorkspace(<CounterpartMap data={data as never} />);
  expect(container.querySelectorAll("path[stroke='var(--lead)']")).toHaveLength(2);
  expect(complaints).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
  complaints.mockRestore();
});

test("two editions of a standard stand in its column, each with its year", () => {
  vi.stubGlobal("CSS", { escape: (text: string) => text });
  fakePlatform();
  const match = (clause: string) => ({ clause, title: clause, relation: "similar", notes: [] });
  const data = {
    reference: "20000-1:2018/8.6.1",
    editions: ["20000-1:2018", "27001:2013", "27001:2022"],
    clause: { title: "Incidents" },
    answers: [
      { standard: "9001", edition: "2015", outcome: "none", matches: [] },
      { standard: "27001", edition: "2013", outcome: "matched", matches: [match("A.16")] },
      { standard: "27001", edition: "2022", outcome: "matched", matches: [match("A.5.24")] },
    ],
    states: {},
    points: [],
  };
  const { container, getByText } = renderInWorkspace(<CounterpartMap data={data as never} />);
  expect(getByText("27001:2013")).toBeTruthy();
  expect(getByText("27001:2022")).toBeTruthy();
  const boxes = [...container.querySelectorAll("[data-clause]")].map((box) => box.getAttribute("data-clause"));
  expect(boxes).toEqual(["20000-1:2018/8.6.1", "27001:2013/A.16", "27001:2022/A.5.24"]);
  // What has no counterpart has its sign, too.
  expect(container.querySelectorAll("g[data-join=no_counterpart]")).toHaveLength(1);
  vi.unstubAllGlobals();
});
