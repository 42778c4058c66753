// The line between two columns: how the clauses on its sides correspond.
import { useTranslation } from "react-i18next";
import type { Join } from "../ipc/generated/core";

export function Connector({
  join,
  width = 100,
  strong,
  fill,
}: {
  join: Join;
  width?: number;
  strong?: boolean;
  /** As wide as its place, so that all of a column end at the next one. */
  fill?: boolean;
}) {
  const { t } = useTranslation();
  if (join === "nothing") return null;
  const ink = strong ? "var(--ink)" : "var(--lead)";
  const short = join === "no_counterpart" || join === "added_by_standard" ? 12 : width;
  return (
    <svg
      className="connector"
      width={short}
      height={8}
      viewBox={`0 0 ${short} 8`}
      preserveAspectRatio="none"
      style={fill ? { width: "100%" } : undefined}
      role="img"
      aria-label={t(`join.${join}`)}
    >
      {join === "identical" && <path d={`M0 2.5H${short}M0 5.5H${short}`} stroke={ink} />}
      {join === "similar" && <path d={`M0 4H${short}`} stroke={ink} />}
      {join === "aligned" && <path d={`M0 4L${short} 1V7Z`} stroke={ink} fill="none" />}
      {join === "limited" && <path d={`M0 4H${short}`} stroke={ink} strokeDasharray="8 4" />}
      {join === "added_by_standard" && <path d="M0 4H11M6 1V7" stroke={ink} fill="none" />}
      {join === "no_counterpart" && <path d="M0 4H11M11 1V7" stroke={ink} fill="none" />}
      {join === "not_stated" && <path d={`M0 4H${short}`} stroke={ink} strokeDasharray="1.5 4" />}
    </svg>
  );
}
