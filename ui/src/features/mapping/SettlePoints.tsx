// Settling points, one or several alike: by what shows it, by a reason, or not yet. What is refused stays in view.
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { showDone } from "../../here/undo";
import { number } from "../../i18n";
import { useSubmit } from "../../ipc";
import type { Item, PointShown } from "../../ipc/generated/core";
import { Kbd, Problem, useKey } from "../../kit";
import { FindItem } from "./FindItem";
import type { PointMode } from "./PointRows";
import { byEvidence, byStatement, pointName } from "./points";

/** As many stand as buttons with a number. */
const NUMBERED = 3;

export function SettlePoints({
  points,
  suggested,
  mode,
  onMode,
  onDone,
  onLeave,
}: {
  points: PointShown[];
  /** Documents and records mapped to the same clause. */
  suggested: Item[];
  mode: PointMode | undefined;
  onMode: (mode: PointMode | undefined) => void;
  onDone: () => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit("point_settle");
  const [chosen, setChosen] = useState<Item>();
  const [reason, setReason] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const may = { evidence: points.every(byEvidence), reason: points.every(byStatement) };
  const items = [...new Map(points.map((p) => [p.item.code, p.item])).values()];
  const others = suggested.filter((s) => items.every((i) => i.code !== s.code));
  // The document that opened the point may hold the answer, too: then it is to be said where.
  const offers = may.evidence ? [...others.slice(0, NUMBERED - items.length), ...items].slice(0, NUMBERED) : [];
  const itself = (item: Item) => items.some((i) => i.code === item.code);
  const settle = (evidence: string | null, why: string) =>
    void submit({ points: points.map(pointName), evidence, reason: why }, (settled) => {
      // Those that ask the same are settled with it.
      showDone(t(settled.length === 1 ? "point.settledOne" : "point.settledMany", { n: number(settled.length) }));
      setReason("");
      setChosen(undefined);
      onDone();
    });
  const choose = (item: Item | undefined) => {
    if (!item || busy) return;
    if (itself(item)) {
      setChosen(item);
      onMode(undefined);
    } else settle(item.code, "");
  };
  useKey("1", () => choose(offers[0]));
  useKey("2", () => choose(offers[1]));
  useKey("3", () => choose(offers[2]));
  useKey("l", onLeave);
  // In its own turn: the key that opens the field is not written into it.
  const open = chosen !== undefined || (mode === "reason" && may.reason);
  useEffect(() => {
    if (open) window.setTimeout(() => field.current?.focus());
  }, [open, chosen]);
  return (
    <section className="part" data-testid="settle-points">
      {error && <Problem error={error} />}
      {offers.length > 0 && <h2>{t("point.shownBy")}</h2>}
      <div className="column" style={{ gap: 8 }}>
        {offers.map((item, n) => (
          <button
            key={item.code}
            type="button"
            className="button outline offer"
            aria-pressed={chosen?.code === item.code}
            disabled={busy}
            onClick={() => choose(item)}
          >
            <span className="cut" title={item.title}>
              {itself(item) ? t("point.itself", { code: item.code }) : `${item.code}, ${item.title}`}
            </span>
            <Kbd>{n + 1}</Kbd>
          </button>
        ))}
      </div>
      {may.evidence && mode === "evidence" && <FindItem label={t("point.find")} onChoose={choose} focus />}
      {open && (
        <form
          style={{ marginTop: 10 }}
          onKeyDown={(e) => {
            if (e.key !== "Escape") return;
            e.stopPropagation();
            setChosen(undefined);
            onMode(undefined);
          }}
          onSubmit={(e) => {
            e.preventDefault();
            if (!busy) settle(chosen?.code ?? null, reason.trim());
          }}
        >
          <label className="label" htmlFor="point-reason">
            {chosen ? t("point.where", { code: chosen.code }) : t("point.because")}
          </label>
          <div className="row">
            <input
              id="point-reason"
              ref={field}
              className="input"
              value={reason}
              onChange={(e) => setReason(e.target.value)}
            />
            <button type="submit" className="button outline" disabled={busy}>
              {t("action.enter")}
            </button>
          </div>
        </form>
      )}
      <div className="row" style={{ marginTop: 10, fontSize: 12 }}>
        {may.reason && (
          <button type="button" className="medium" onClick={() => onMode("reason")}>
            {t("proposal.write")} <Kbd>W</Kbd>
          </button>
        )}
        {may.evidence && (
          <button type="button" className="medium" onClick={() => onMode("evidence")}>
            {t("point.other")} <Kbd>E</Kbd>
          </button>
        )}
        <button type="button" className="end muted" onClick={onLeave}>
          {t("point.leave")} <Kbd>L</Kbd>
        </button>
      </div>
      {!may.evidence && <p className="hint">{t(may.reason ? "point.onlyReason" : "point.mixed")}</p>}
      {!may.reason && may.evidence && <p className="hint">{t("point.onlyEvidence")}</p>}
    </section>
  );
}
