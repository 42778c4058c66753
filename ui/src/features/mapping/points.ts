// Points as the window speaks of them: by what they may be settled, how they are named, in which order they stand.
import type { PointName, PointShown } from "../../ipc/generated/core";
import { clauseName, parseReference, STANDARDS } from "../../kit/standards";

/** A point stands once for each item and clause. */
export const pointKey = (p: PointShown): string => `${p.id} ${p.item.code} ${p.at}`;

export const pointName = (p: PointShown): PointName => ({ id: p.id, item: p.item.code, at: p.at });

/** Whether evidence settles it; where the data do not know the number any more, either does. */
export const byEvidence = (p: PointShown): boolean => p.settle_by !== "statement";

/** Whether a statement settles it. */
export const byStatement = (p: PointShown): boolean => p.settle_by !== "evidence";

/** Where a point stands, in the editions that are mapped to. */
export const pointPlace = (p: Pick<PointShown, "stands">): string => p.stands.map(clauseName).join(", ");

/** The points that keep a clause open, by a mapping to it or to one above or below it. */
export function pointsAt(points: PointShown[], reference: string): PointShown[] {
  const around = (open: string) =>
    open === reference || open.startsWith(`${reference}.`) || reference.startsWith(`${open}.`);
  return points.filter((p) => p.keeps_open.some(around));
}

export interface Adding {
  standard: string;
  points: PointShown[];
  open: number;
}

/** What each standard adds, in the order of the columns; one that adds nothing is left out. */
export function adding(points: PointShown[]): Adding[] {
  return STANDARDS.map((standard) => {
    const own = points.filter((p) => parseReference(p.at).standard === standard);
    return { standard, points: own, open: own.filter((p) => p.state === "open").length };
  }).filter((a) => a.points.length > 0);
}
