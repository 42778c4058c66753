// The lines of the map of counterparts: how each is drawn, and where it runs so that it can be followed.

/** How a line is drawn; the same signs as between the columns of the common structure. */
export type BoxJoin = "identical" | "similar" | "aligned" | "limited" | "not_stated" | "no_counterpart";

export const LINES: Record<BoxJoin, { strokeWidth?: number; strokeDasharray?: string }> = {
  identical: { strokeWidth: 4 },
  similar: {},
  // A wedge.
  aligned: {},
  limited: { strokeDasharray: "8 4" },
  not_stated: { strokeDasharray: "1.5 4" },
  // A bar at which it ends.
  no_counterpart: {},
};

export interface Point {
  x: number;
  y: number;
}

/** What stands between: its two edges, in the direction of the line, and below it the lane that is free. */
export interface Between {
  near: number;
  far: number;
  lane: number;
}

/** Half of a wedge's wide end. */
const WIDE = 3;

/** As long is what ends at a bar. */
const SHORT = 11;

/** The path of a line from a clause to a counterpart; past a column that stands between, below what stands there. */
export function linePath(join: BoxJoin, from: Point, to: Point, between?: Between): string {
  if (join === "no_counterpart") {
    const towards = to.x > from.x ? -SHORT : SHORT;
    return `M${to.x + towards} ${to.y}H${to.x + towards / 4}M${to.x + towards / 4} ${to.y - WIDE}V${to.y + WIDE}`;
  }
  const start = between ? { x: between.far, y: between.lane } : from;
  const first = between ? `${curve(from, { x: between.near, y: between.lane })}H${between.far}` : "";
  const move = `M${from.x} ${from.y}${first}`;
  if (join !== "aligned") return `${move}${curve(start, to)}`;
  const [above, below] = [to.y - WIDE, to.y + WIDE];
  return `${move}${curve(start, { x: to.x, y: above })}V${below}${curve({ x: to.x, y: below }, start)}`;
}

function curve(from: Point, to: Point): string {
  const middle = (from.x + to.x) / 2;
  return `C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
}
