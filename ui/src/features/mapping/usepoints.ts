// Which point is looked at, and the keys that go from one to the next and settle it.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../../here/choosing";
import { number } from "../../i18n";
import type { PointShown } from "../../ipc/generated/core";
import { useKey } from "../../kit";
import type { PointMode } from "./PointRows";
import { adding, byEvidence, byStatement, pointKey } from "./points";

export function usePoints(all: PointShown[], writable: boolean) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const [key, setKey] = useState<string>();
  const [mode, setMode] = useState<PointMode>();
  const added = adding(all);
  const order = added.flatMap((a) => a.points);
  const n = order.findIndex((p) => pointKey(p) === key);
  const at = order[n];
  const group = added.find((a) => at && a.points.includes(at));
  const choose = (point: PointShown | undefined, how?: PointMode) => {
    setKey(point && pointKey(point));
    setMode(how);
  };
  const move = (by: number) => {
    const next = order[Math.max(0, Math.min(order.length - 1, n < 0 ? 0 : n + by))];
    if (next) choose(next);
  };
  /** The next one that is open, and round again; where none is left the point stays in view. */
  const next = () => {
    const open = (p: PointShown) => p.state === "open" && p !== at;
    const found = order.slice(n + 1).find(open) ?? order.find(open);
    choose(found ?? at);
  };
  const how = (wanted: PointMode) => {
    if (at?.state !== "open" || !writable || !mayWrite()) return;
    if (wanted === "evidence" ? byEvidence(at) : byStatement(at)) setMode(wanted);
  };
  useKey("j", () => move(1));
  useKey("k", () => move(-1));
  useKey("e", () => how("evidence"));
  useKey("w", () => how("reason"));
  const place = group
    ? t("point.place", {
        n: number(group.points.indexOf(at as PointShown) + 1),
        of: number(group.points.length),
      })
    : "";
  return { added, order, at, key, place, mode, setMode, choose, next };
}

export type PointsState = ReturnType<typeof usePoints>;
