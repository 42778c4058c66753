// What each standard adds to the common text, point by point: open or settled, and by what.
import { Check, ChevronDown, ChevronRight, Circle, FileText, MessageSquare } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { openItem } from "../../here/router";
import { number } from "../../i18n";
import type { PointShown } from "../../ipc/generated/core";
import { Kbd } from "../../kit";
import { pointWords } from "../../kit/pointwords";
import { clauseName, tone } from "../../kit/standards";
import { type Adding, byEvidence, byStatement, pointKey, pointPlace } from "./points";

/** How a point is to be settled. */
export type PointMode = "evidence" | "reason";

export function PointMark({ state }: { state: PointShown["state"] }) {
  const { t } = useTranslation();
  const label = t(`point.state.${state}`);
  return state === "settled" ? (
    <Check size={14} className="muted" role="img" aria-label={label} />
  ) : (
    <Circle size={12} className={state === "open" ? "amber" : "muted"} role="img" aria-label={label} />
  );
}

/** By what a point is settled; while it is open, by what that counts no longer. */
export function PointBy({ point }: { point: PointShown }) {
  const { t } = useTranslation();
  const { settled } = point;
  if (!settled) return null;
  const { evidence } = settled;
  const gone = settled.waits ? "point.notYet" : settled.outgrown ? "point.outgrown" : "point.noLonger";
  return (
    <span className="row hint" style={{ minWidth: 0 }}>
      {evidence ? (
        <FileText className="icon" style={{ width: 14 }} aria-hidden />
      ) : (
        <MessageSquare className="icon" style={{ width: 14 }} aria-hidden />
      )}
      {evidence && (
        <button type="button" className="medium" onClick={() => openItem(evidence.kind, evidence.code)}>
          {evidence.code}
        </button>
      )}
      <span className="cut" title={settled.reason}>
        {point.state === "settled" ? settled.reason : t(gone)}
      </span>
    </span>
  );
}

export function AddedPoints({
  added,
  several,
  at,
  readOnly,
  onAt,
}: {
  added: Adding;
  /** Whether points of several documents or records stand here. */
  several: boolean;
  at: string | undefined;
  readOnly: boolean;
  onAt: (point: PointShown, mode?: PointMode) => void;
}) {
  const { t } = useTranslation();
  const [closed, setClosed] = useState(false);
  const count = added.points.length;
  return (
    <section className={tone(added.standard)} aria-label={t("point.adds", { standard: added.standard })}>
      <button type="button" className="questiongroup" aria-expanded={!closed} onClick={() => setClosed(!closed)}>
        {closed ? <ChevronRight size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
        <span className="strong own">{t("point.adds", { standard: added.standard })}</span>
        <span className="muted">
          {added.open === 0
            ? t("point.allSettled", { n: number(count) })
            : t("point.someOpen", { n: number(count), open: number(added.open) })}
        </span>
        {added.open > 0 && <span className="hint">{t("point.needs")}</span>}
      </button>
      {!closed && (
        <div role="list">
          {added.points.map((p, n) => {
            const key = pointKey(p);
            const here = key === at;
            const words = pointWords(p);
            return (
              <div
                key={key}
                role="listitem"
                className="pointrow"
                aria-current={here || undefined}
                data-point={key}
                onClick={() => onAt(p)}
              >
                <PointMark state={p.state} />
                <span className="muted num">{n + 1}</span>
                <span className="pointwhat">
                  <span lang={words.lang} className="serif">
                    {words.text}
                  </span>{" "}
                  <span className="hint">
                    {pointPlace(p)} {t("pointlist.from", { from: p.from.map(clauseName).join(", ") })}
                    {several && `, ${p.item.code}`}
                  </span>
                </span>
                {p.state !== "open" || readOnly ? (
                  <PointBy point={p} />
                ) : (
                  <span className="row">
                    {byEvidence(p) && (
                      <button
                        type="button"
                        className="button outline small"
                        onClick={(e) => {
                          e.stopPropagation();
                          onAt(p, "evidence");
                        }}
                      >
                        {t("point.evidence")} {here && <Kbd>E</Kbd>}
                      </button>
                    )}
                    {byStatement(p) && (
                      <button
                        type="button"
                        className="button outline small"
                        onClick={(e) => {
                          e.stopPropagation();
                          onAt(p, "reason");
                        }}
                      >
                        {t("point.reason")} {here && <Kbd>W</Kbd>}
                      </button>
                    )}
                    {p.settled && <PointBy point={p} />}
                  </span>
                )}
              </div>
            );
          })}
        </div>
      )}
    </section>
  );
}
