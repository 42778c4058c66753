// By what the work list of points is narrowed, as it stands in the address.
import type { PointDue, PointState } from "../../ipc/generated/core";

/** The views as tabs: those that are open come first. */
export const POINT_VIEWS = ["open", "overdue", "settled", "all"] as const;
export type PointView = (typeof POINT_VIEWS)[number];

export const DUES = ["coming", "undated"] as const;

/** Asks for those that nobody sees to; a role is never called so. */
export const NOBODY = "-";

export interface PointFilterHere {
  view: PointView;
  standard: string;
  item: string;
  owner: string;
  due: (typeof DUES)[number] | "";
}

export function filterOf(params: Record<string, string>): PointFilterHere {
  return {
    view: POINT_VIEWS.find((v) => v === params.show) ?? "open",
    standard: params.standard ?? "",
    item: params.item ?? "",
    owner: params.owner ?? "",
    due: DUES.find((d) => d === params.due) ?? "",
  };
}

/** Whether anything but the view narrows it, or the view is not the first one. */
export const filtered = (f: PointFilterHere): boolean =>
  f.view !== "open" || [f.standard, f.item, f.owner, f.due].some((value) => value !== "");

export function requestFor(f: PointFilterHere) {
  const state: PointState | null = f.view === "all" ? null : f.view === "settled" ? "settled" : "open";
  const due: PointDue | null = f.view === "overdue" ? "overdue" : f.due || null;
  return {
    standard: f.standard || null,
    item: f.item || null,
    owner: f.owner === NOBODY ? "" : f.owner || null,
    clause: null,
    state,
    due,
  };
}
