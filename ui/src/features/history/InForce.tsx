// What was in force when: a strip with a handle, and in words what stood on the day at the handle.
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { useWorkspace } from "../../here/state";
import type { DocumentShown, ItemHistory } from "../../ipc/generated/core";
import { DayField, useKey } from "../../kit";
import { dueText, isDay, plusDays } from "../../kit/dates";
import { axisOf, barsOf, dayAt, nextSpan, place, standingOn, ticksOf } from "./strip";

export function InForce({ history, document }: { history: ItemHistory; document: DocumentShown }) {
  const { t } = useTranslation();
  const { look, when, info, day: shown } = useWorkspace();
  const [at, setAt] = useState(shown);
  const [text, setText] = useState(shown);
  const track = useRef<HTMLDivElement>(null);
  const { spans } = history;
  const axis = axisOf(spans, info.today);
  const there = standingOn(spans, at);
  const revision = document.revisions.find((r) => r.label === there?.revision);
  const goTo = (day: string | undefined) => {
    if (!day) return;
    setAt(day);
    setText(day);
  };
  const step = (by: 1 | -1) => goTo(plusDays(at, by));
  const leap = (by: 1 | -1) => goTo(nextSpan(spans, at, by));
  useKey("[", () => step(-1));
  useKey("]", () => step(1));
  useKey("{", () => leap(-1));
  useKey("}", () => leap(1));
  useKey("Home", () => goTo(info.today));
  const onKeyDown = (event: KeyboardEvent) => {
    const by = ({ ArrowLeft: -1, ArrowRight: 1 } as const)[event.key];
    if (!by) return;
    event.preventDefault();
    if (event.shiftKey) leap(by);
    else step(by);
  };
  const point = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (!box || event.buttons !== 1) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    goTo(dayAt(axis, (100 * (event.clientX - box.left)) / box.width));
  };
  const tense = at > info.today ? "coming" : "was";
  const words =
    there?.state === "effective" ? (
      <>
        <b>
          {t("field.rev")} {there.revision}
        </b>{" "}
        {revision?.approved_by && (
          <span className="muted">
            {t("history.approvedBy", { day: dueText(revision.approved_on), by: revision.approved_by })}
          </span>
        )}
      </>
    ) : (
      <span className="muted">
        {there?.state === "withdrawn" ? t("history.withdrawn") : t(`history.nothing.${tense}`)}
      </span>
    );
  return (
    <section className="inforce" aria-label={t("history.strip")}>
      <div className="row">
        <div className="row grow onday">
          <DayField
            label={t("asof.in_force")}
            value={text}
            onChange={(day) => {
              setText(day);
              if (isDay(day)) setAt(day);
            }}
          />
          <span className="cut" role="status" data-testid="in-force-on">
            {words}
          </span>
        </div>
        <button
          type="button"
          className="button outline"
          disabled={at === shown}
          onClick={() => {
            look({ ...when, in_force: at });
            go("documents", { open: document.code });
          }}
        >
          {t(at > info.today ? "history.openAsItWillBe" : "history.openAsItWas")}
        </button>
      </div>
      <div className="strip" ref={track} onPointerDown={point} onPointerMove={point} data-testid="strip">
        {barsOf(spans, axis, info.today).map((bar) => {
          const left = place(axis, bar.from);
          const inside = bar.from <= at && at < bar.until;
          const kind = `${bar.withdrawn ? "gone" : ""} ${bar.coming ? "coming" : ""} ${inside ? "inside" : ""}`;
          const label = bar.withdrawn ? t("state.withdrawn") : `${t("field.rev")} ${bar.revision}`;
          return (
            <div
              key={`${bar.from} ${bar.revision}`}
              className={`bar ${kind}`}
              style={{ left: `${left}%`, width: `${place(axis, bar.until) - left}%` }}
              title={`${label}, ${bar.from} – ${bar.until}`}
            >
              {(!bar.coming || bar.from > plusDays(info.today, 1)) && label}
            </div>
          );
        })}
        {ticksOf(axis).map((tick) => (
          <i key={tick.day} className={tick.year ? "tick year" : "tick"} style={{ left: `${place(axis, tick.day)}%` }}>
            {tick.year && Math.abs(place(axis, tick.day) - place(axis, info.today)) > 5 && <span>{tick.year}</span>}
          </i>
        ))}
        <i className="now" style={{ left: `${place(axis, info.today)}%` }}>
          {Math.abs(place(axis, at) - place(axis, info.today)) > 3 && <span>{t("asof.now")}</span>}
        </i>
        <div
          className="handle"
          style={{ left: `${place(axis, at)}%` }}
          role="slider"
          tabIndex={0}
          aria-label={t("asof.in_force")}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(place(axis, at))}
          aria-valuetext={at}
          onKeyDown={onKeyDown}
        />
      </div>
    </section>
  );
}
