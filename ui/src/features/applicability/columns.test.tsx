import { render } from "@testing-library/react";
import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import { startWording } from "../../i18n";
import type { Applicability } from "../../ipc/generated/core";
import { gridOf } from "./columns";

beforeAll(startWording);

const row: Applicability = {
  reference: "27001:2022/A.7.4",
  title: "Physical security monitoring",
  level: 2,
  heading: false,
  control: true,
  own: null,
  may_be_left_out: true,
  decision: {
    applies: true,
    reason: "a risk",
    implemented: "2027-01-31",
    reach: ["services"],
    owner: "Service Manager",
  },
  decided_at: null,
  by: "qm@example.org",
  on: "2026-01-01",
  source: "",
  lacks: [],
};
const grid = (width: number, controls = true) =>
  gridOf({
    t: i18next.t,
    day: "2026-11-23",
    standard: controls ? "27001" : "9001",
    controls,
    width,
    coverage: new Map(),
    ours: new Set(),
    typed: new Set(),
  });

/** What a row says at a width: the keys of its columns, and of what stands below them. */
function keys(width: number, controls = true): string[] {
  const { columns, below } = grid(width, controls);
  const { container, unmount } = render(<div>{below?.show(row)}</div>);
  const under = [...container.querySelectorAll<HTMLElement>("[data-column]")].map((one) => one.dataset.column ?? "");
  unmount();
  return [...columns.map((column) => column.key), ...under];
}

test("however narrow the grid is, a row says everything: in its columns or below them", () => {
  const wide = keys(1400);
  expect(wide).toEqual(["clause", "title", "applies", "why", "status", "reach", "owner", "shown"]);
  for (const width of [320, 479, 480, 640, 699, 700, 899, 900, 999, 1000]) {
    expect(keys(width).sort(), `${width} px`).toEqual([...wide].sort());
    expect(keys(width, false).sort()).toEqual(keys(1400, false).sort());
  }
});

test("below a row each says its name, in as many lines as they need", () => {
  const { below } = grid(640);
  const { container } = render(<div>{below?.show(row)}</div>);
  expect(container).toHaveTextContent("Reach: services");
  expect(container).toHaveTextContent("Owner: Service Manager");
  expect(grid(1200).below).toBeUndefined();
  expect(grid(940).below?.lines).toBe(1);
  expect(grid(320).below?.lines).toBeGreaterThan(2);
});
