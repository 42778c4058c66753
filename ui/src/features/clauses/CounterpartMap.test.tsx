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
