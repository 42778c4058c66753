// The day that all screens show, and the way to another one: two questions, as recorded by a day and in force on a day.
import { ChevronDown, History } from "lucide-react";
import { type KeyboardEvent, type ToggleEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isDay, plusDays } from "../kit/dates";
import { useWorkspace, type When } from "./state";

/** ↑ and ↓ walk through the days and the fields. None of the panel's keys reach the screen behind. */
export function walk(event: KeyboardEvent<HTMLElement>): void {
  if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("button, input")];
  const now = stops.indexOf(document.activeElement as HTMLElement);
  stops[(now + by + stops.length) % stops.length]?.focus();
  event.preventDefault();
}

/** The two times as one name: "as_of", "in_force", "both", or "now". */
export function asked({ as_of, in_force }: When): "as_of" | "in_force" | "both" | "now" {
  if (as_of && in_force) return "both";
  return as_of ? "as_of" : in_force ? "in_force" : "now";
}

export function AsOf() {
  const { t } = useTranslation();
  const { when, look, setAsOf, past, info } = useWorkspace();
  const [texts, setTexts] = useState({ as_of: "", in_force: "" });
  const control = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const choose = (to: Partial<When> | undefined) => {
    panel.current?.hidePopover();
    if (to) look({ ...when, ...to });
    else setAsOf(undefined);
  };
  // Over everything else it has no place of its own: it opens below its control.
  const place = (event: ToggleEvent<HTMLDivElement>) => {
    if (event.newState !== "open" || !control.current) return;
    const { bottom, right } = control.current.getBoundingClientRect();
    event.currentTarget.style.top = `${bottom + 8}px`;
    event.currentTarget.style.right = `${document.documentElement.clientWidth - right}px`;
    setTexts({ as_of: when.as_of ?? "", in_force: when.in_force ?? "" });
  };
  const days: Record<keyof When, [label: string, day: string][]> = {
    as_of: [
      [t("asof.monthAgo"), plusDays(info.today, -30)],
      [t("asof.quarterAgo"), plusDays(info.today, -91)],
      [t("asof.yearAgo"), plusDays(info.today, -365)],
      [t("asof.beginning"), info.began ?? ""],
    ],
    in_force: [
      [t("asof.inMonth"), plusDays(info.today, 30)],
      [t("asof.inQuarter"), plusDays(info.today, 91)],
    ],
  };
  // What is known by a day to come, or by one before anything was recorded, nobody can say.
  const answerable = (name: keyof When, day: string) =>
    name === "in_force" || (day <= info.today && day >= (info.began ?? info.today));
  const question = (name: keyof When) => (
    <div className="question" role="group" aria-label={t(`asof.${name}`)}>
      <h2>{t(`asof.${name}`)}</h2>
      <p className="hint">{t(`asof.${name}.means`)}</p>
      {days[name]
        .filter(([, day]) => answerable(name, day))
        .map(([label, day]) => (
          <button key={day} type="button" aria-pressed={when[name] === day} onClick={() => choose({ [name]: day })}>
            <span className="grow">{label}</span>
            <span className="muted num">{day}</span>
          </button>
        ))}
      <label className="hint">
        {t("asof.other")}
        <input
          className="input"
          value={texts[name]}
          placeholder="2026-01-31"
          onChange={(e) => {
            const day = e.target.value;
            setTexts({ ...texts, [name]: day });
            if (day === "") look({ ...when, [name]: null });
            else if (isDay(day) && answerable(name, day)) look({ ...when, [name]: day });
          }}
        />
      </label>
      {isDay(texts[name]) && !answerable(name, texts[name]) && (
        <Unanswerable day={texts[name]} onInForce={() => choose({ as_of: null, in_force: texts[name] })} />
      )}
    </div>
  );
  return (
    <>
      <button ref={control} type="button" className={`asof ${past ? "past" : ""}`} popoverTarget="asof">
        <History className="icon" aria-hidden />
        <DayWords when={when} />
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
        {past && (
          <button type="button" onClick={() => choose(undefined)}>
            {t("asof.back")}
          </button>
        )}
        {question("as_of")}
        {question("in_force")}
      </div>
    </>
  );
}

/** Why nothing is known by a day, and what can be asked instead. */
function Unanswerable({ day, onInForce }: { day: string; onInForce: () => void }) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const refusal = day > info.today ? "refusal.as_of_ahead" : "refusal.as_of_before";
  const values = { day, first: info.began };
  return (
    <div role="alert" data-testid="unanswerable">
      <p className="hint red wrap">{t(refusal, values)}</p>
      <p className="hint wrap">{t(`${refusal}.hint`, values)}</p>
      <button type="button" onClick={onInForce}>
        {t("asof.inForceInstead", { day })}
      </button>
    </div>
  );
}

/** Which day is shown, in a few words. */
function DayWords({ when }: { when: When }) {
  const { t } = useTranslation();
  if (asked(when) === "now") {
    return (
      <span>
        {t("asof.word")} <b>{t("asof.now")}</b>
      </span>
    );
  }
  return (
    <span className="row">
      {(["in_force", "as_of"] as const).map(
        (name) =>
          when[name] && (
            <span key={name}>
              {t(`asof.${name}`)} <b className="num">{when[name]}</b>
            </span>
          ),
      )}
    </span>
  );
}

/** Under the bar of every screen while another day is shown: which question it answers, and the way back. */
export function DayBand() {
  const { t } = useTranslation();
  const { when, setAsOf, info } = useWorkspace();
  const which = asked(when);
  if (which === "now") return null;
  const ahead = which === "in_force" && (when.in_force ?? "") > info.today;
  return (
    <div className="dayband" role="status" data-testid="dayband">
      <span className="grow">
        {t(ahead ? "asof.answers.ahead" : `asof.answers.${which}`, { ...when })}{" "}
        <span className="muted">{t("asof.readOnly")}</span>
      </span>
      <button type="button" className="medium" onClick={() => setAsOf(undefined)}>
        {t("asof.back")}
      </button>
    </div>
  );
}
