// How a clause stands, and how much of a standard is covered.
import { useTranslation } from "react-i18next";
import type { CoverageState, CoverageSummary } from "../ipc/generated/core";
import { tone } from "./standards";

/** How a clause stands: disc, half disc, ring, broken ring, square, dash. */
export function Glyph({
  state,
  standard,
  size = 10,
  label,
}: {
  state: CoverageState | undefined;
  standard: string;
  size?: number;
  /** What it means where it does not mean how a clause stands. */
  label?: string;
}) {
  const { t } = useTranslation();
  const half = size / 2;
  return (
    <svg
      className={`glyph ${tone(standard)}`}
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label ?? t(`state.${state ?? "gap"}`)}
    >
      {state === "covered" && <circle cx={half} cy={half} r={half} fill="var(--own)" />}
      {state === "partial" && (
        <>
          <circle cx={half} cy={half} r={half - 0.75} fill="none" stroke="var(--amber)" strokeWidth={1.5} />
          <path d={`M${half} 0.75 A${half - 0.75} ${half - 0.75} 0 0 0 ${half} ${size - 0.75} Z`} fill="var(--amber)" />
        </>
      )}
      {(state === "gap" || !state) && (
        <circle cx={half} cy={half} r={half - 0.75} fill="none" stroke="var(--red)" strokeWidth={1.5} />
      )}
      {state === "undecided" && (
        <circle
          cx={half}
          cy={half}
          r={half - 0.75}
          fill="none"
          stroke="var(--ink3)"
          strokeWidth={1.5}
          strokeDasharray="2 1.5"
        />
      )}
      {state === "not_in_place" && (
        <rect
          x={0.75}
          y={0.75}
          width={size - 1.5}
          height={size - 1.5}
          fill="none"
          stroke="var(--ink3)"
          strokeWidth={1.5}
        />
      )}
      {(state === "out_of_scope" || state === "not_applicable") && (
        <path d={`M1 ${half}H${size - 1}`} stroke="var(--ink3)" strokeWidth={1.5} />
      )}
    </svg>
  );
}

/** Full, partial, gap, not in place and undecided as parts of one bar. */
export function CoverageBar({
  summary,
  standard,
  thin,
}: {
  summary: CoverageSummary;
  standard: string;
  thin?: boolean;
}) {
  const { t } = useTranslation();
  const label = t("coverage.bar", {
    covered: summary.covered,
    of: summary.clauses,
    partial: summary.partial,
    gap: summary.gap,
    not_in_place: summary.not_in_place,
    undecided: summary.undecided,
  });
  return (
    <div className={`coverage ${tone(standard)} ${thin ? "thin" : ""}`} role="img" aria-label={label}>
      {summary.covered > 0 && <i className="full" style={{ flexGrow: summary.covered }} />}
      {summary.partial > 0 && <i className="half" style={{ flexGrow: summary.partial }} />}
      {summary.gap > 0 && <i className="none" style={{ flexGrow: summary.gap }} />}
      {summary.not_in_place > 0 && <i className="off" style={{ flexGrow: summary.not_in_place }} />}
      {summary.undecided > 0 && <i className="open" style={{ flexGrow: summary.undecided }} />}
    </div>
  );
}
