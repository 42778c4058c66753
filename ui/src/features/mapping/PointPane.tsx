// The point beside the list: what it asks, by what it is settled, who sees to it.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { openClause, openItem } from "../../here/router";
import { showDone } from "../../here/undo";
import { useSubmit } from "../../ipc";
import type { Item, PointShown } from "../../ipc/generated/core";
import { ClauseChip, CloseButton } from "../../kit";
import { pointWords } from "../../kit/pointwords";
import { ReasonDialog } from "../../kit/reasondialog";
import { clauseName, parseReference, tone } from "../../kit/standards";
import { AssignDialog } from "./AssignDialog";
import { PointBy, type PointMode } from "./PointRows";
import { pointName, pointPlace } from "./points";
import { SettlePoints } from "./SettlePoints";

export function PointPane({
  point,
  place,
  suggested,
  mode,
  readOnly,
  onMode,
  onNext,
  onClose,
}: {
  point: PointShown;
  /** Which of how many it is. */
  place: string;
  suggested: Item[];
  mode: PointMode | undefined;
  readOnly: boolean;
  onMode: (mode: PointMode | undefined) => void;
  onNext: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<"reopen" | "assign">();
  const { submit, busy, error } = useSubmit("point_reopen");
  const { settled } = point;
  const words = pointWords(point);
  return (
    <div data-testid="point">
      <header className={tone(parseReference(point.at).standard)}>
        <div className="row" style={{ fontSize: 12, paddingRight: 28 }}>
          <button type="button" className="own medium" onClick={() => openClause(point.stands[0] ?? point.at)}>
            {pointPlace(point)}
          </button>
          <span className="muted">{place}</span>
        </div>
        <h2 className="serif wrap selectable" lang={words.lang}>
          {words.text}
        </h2>
        <p className="hint">
          <button
            type="button"
            className="link"
            title={point.item.title}
            onClick={() => openItem(point.item.kind, point.item.code)}
          >
            {point.item.code}
          </button>{" "}
          {t("point.from", { from: point.from.map(clauseName).join(", ") })}
          {point.kind && ` ${t(`point.kind.${point.kind}`)}`}
        </p>
        {point.alike.length > 0 && (
          <p className="hint" data-testid="alike">
            {t("point.alike", { ids: point.alike.join(", ") })}
          </p>
        )}
        <CloseButton onClick={onClose} style={{ position: "absolute", right: 16, top: 16 }} />
      </header>
      {point.state === "open" && settled && (
        <div className="part">
          <PointBy point={point} />
        </div>
      )}
      {point.state === "open" && !readOnly && (
        <SettlePoints
          key={`${point.id} ${point.item.code} ${point.at}`}
          points={[point]}
          suggested={suggested}
          mode={mode}
          onMode={onMode}
          onDone={onNext}
          onLeave={onNext}
        />
      )}
      {point.state === "settled" && settled && (
        <section className="part" data-testid="settled-by">
          <h2>{t(settled.evidence ? "point.shownBy" : "point.because")}</h2>
          {settled.evidence && (
            <p>
              <button
                type="button"
                className="link"
                onClick={() => settled.evidence && openItem(settled.evidence.kind, settled.evidence.code)}
              >
                {settled.evidence.code}
              </button>{" "}
              {settled.evidence.title}
            </p>
          )}
          {settled.reason && <p className="wrap selectable">{settled.reason}</p>}
          <p className="hint">
            {settled.who}, <span className="num">{settled.on}</span>
          </p>
          {!readOnly && (
            <button type="button" className="button outline small" onClick={() => setAsking("reopen")}>
              {t("point.reopen")}
            </button>
          )}
        </section>
      )}
      <section className="part">
        <h2>
          {t("point.keepsOpen")}
          {!readOnly && point.state === "open" && (
            <button type="button" className="link end" onClick={() => setAsking("assign")}>
              {t("point.assign")}
            </button>
          )}
        </h2>
        <div className="chips">
          {point.keeps_open.map((reference) => (
            <ClauseChip key={reference} reference={reference} onOpen={openClause} />
          ))}
        </div>
        <p className="hint" style={{ marginTop: 8 }}>
          {t("point.since", { day: point.since })}
          {point.owner && ` ${t("point.owner", { owner: point.owner })}`}
          {point.due && ` ${t("point.due", { day: point.due })}`}
        </p>
      </section>
      {asking === "assign" && <AssignDialog points={[point]} onClose={() => setAsking(undefined)} />}
      {asking === "reopen" && (
        <ReasonDialog
          title={t("point.reopen")}
          sub={`${point.id}, ${point.item.code}`}
          lead={t("point.reopenLead")}
          action={t("point.reopen")}
          busy={busy}
          error={error}
          onClose={() => setAsking(undefined)}
          onRun={(reason) =>
            void submit({ points: [pointName(point)], reason }, () => {
              showDone(t("point.reopened"));
              setAsking(undefined);
            })
          }
        />
      )}
    </div>
  );
}
