// The day that all screens show, and the way to another one.
import { ChevronDown, History } from "lucide-react";
import { type KeyboardEvent, type ToggleEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isDay, plusDays } from "../kit/dates";
import { useWorkspace } from "./state";

/** ↑ and ↓ walk through the days and the field below them. None of the panel's keys reach the screen behind. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("button, input")];
  const now = stops.indexOf(document.activeElement as HTMLElement);
  stops[(now + by + stops.length) % stops.length]?.focus();
  event.preventDefault();
}

export function AsOf() {
  const { t } = useTranslation();
  const { asOf, setAsOf, info } = useWorkspace();
  const [text, setText] = useState("");
  const control = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const days = [
    { label: t("asof.monthAgo"), day: plusDays(info.today, -30) },
    { label: t("asof.quarterAgo"), day: plusDays(info.today, -91) },
    { label: t("asof.yearAgo"), day: plusDays(info.today, -365) },
  ];
  const choose = (day: string | undefined) => {
    panel.current?.hidePopover();
    setAsOf(day);
  };
  // Over everything else it has no place of its own: it opens below its control.
  const place = (event: ToggleEvent<HTMLDivElement>) => {
    if (event.newState !== "open" || !control.current) return;
    const { bottom, right } = control.current.getBoundingClientRect();
    event.currentTarget.style.top = `${bottom + 8}px`;
    event.currentTarget.style.right = `${document.documentElement.clientWidth - right}px`;
    setText(asOf ?? "");
  };
  return (
    <>
      <button ref={control} type="button" className={`asof ${asOf ? "past" : ""}`} popoverTarget="asof">
        <History className="icon" aria-hidden />
        <span>
          {t("asof.word")} <b className="num">{asOf ?? t("asof.now")}</b>
        </span>
        <ChevronDown size={14} aria-hidden />
      </button>
      <div
        ref={panel}
        id="asof"
        className="menu"
        popover="auto"
        role="group"
        aria-label={t("asof.word")}
        onBeforeToggle={place}
        onToggle={(e) => e.newState === "open" && panel.current?.querySelector("button")?.focus()}
        onKeyDown={walk}
      >
        {asOf && (
          <button type="button" onClick={() => choose(undefined)}>
            {t("asof.back")}
          </button>
        )}
        {days.map((d) => (
          <button key={d.day} type="button" onClick={() => choose(d.day)}>
            <span className="grow">{d.label}</span>
            <span className="muted num">{d.day}</span>
          </button>
        ))}
        <label className="hint">
          {t("asof.other")}
          <input
            className="input"
            value={text}
            placeholder="2026-01-31"
            onChange={(e) => {
              setText(e.target.value);
              if (isDay(e.target.value) && e.target.value <= info.today) setAsOf(e.target.value);
            }}
          />
        </label>
      </div>
    </>
  );
}
