// Below a clause's cards: the common text with what counts for it, then what each standard adds, point by point.
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { openItem } from "../../here/router";
import type { ClauseOpened } from "../../ipc/generated/core";
import { AddedPoints } from "../mapping/PointRows";
import type { PointsState } from "../mapping/usepoints";

export function ClausePoints({
  data,
  points,
  readOnly,
}: {
  data: ClauseOpened;
  points: PointsState;
  readOnly: boolean;
}) {
  const { t } = useTranslation();
  const identical = data.answers.some((a) => a.matches.some((m) => m.relation === "identical_hls"));
  if (points.order.length === 0)
    return identical && data.evidence.length > 0 ? (
      <p className="hint" style={{ padding: "8px 24px" }}>
        {t("point.none")}
      </p>
    ) : null;
  const counts = data.evidence.filter((e) => e.strength === "full" && e.clauses.includes(data.reference));
  const several = new Set(points.order.map((p) => p.item.code)).size > 1;
  return (
    <div data-testid="points">
      {identical && counts.length > 0 && (
        <section aria-label={t("point.common")}>
          <div className="questiongroup">
            <span className="strong">{t("point.common")}</span>
            <span className="hint">{t("point.commonLead")}</span>
          </div>
          {counts.slice(0, 6).map((e) => (
            <div key={`${e.kind} ${e.code}`} className="pointrow">
              <Check size={14} className="muted" aria-hidden />
              <span />
              <button type="button" className="cut" title={e.title} onClick={() => openItem(e.kind, e.code)}>
                <span className="strong">{e.code}</span> {e.title}
              </button>
              <span />
            </div>
          ))}
        </section>
      )}
      {points.added.map((added) => (
        <AddedPoints
          key={added.standard}
          added={added}
          several={several}
          at={points.key}
          readOnly={readOnly}
          onAt={points.choose}
        />
      ))}
      <p className="hint" style={{ padding: "8px 24px" }}>
        {t("point.rule")}
      </p>
    </div>
  );
}
