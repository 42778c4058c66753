// Small parts that every screen is made of.
import { Modal } from "@mantine/core";
import { TriangleAlert, X } from "lucide-react";
import { type ReactNode, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { number } from "../i18n";
import type { Refusal } from "../ipc/core";
import type { CoverageState, CoverageSummary, Join, Progress } from "../ipc/generated/core";
import { isDay } from "./dates";
import { parse, tone } from "./standards";

/** How a clause stands: disc, half disc, ring, dash. */
export function Glyph({
  state,
  standard,
  size = 10,
}: {
  state: CoverageState | undefined;
  standard: string;
  size?: number;
}) {
  const { t } = useTranslation();
  const label = t(`state.${state ?? "gap"}`);
  const half = size / 2;
  return (
    <svg
      className={`glyph ${tone(standard)}`}
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
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
      {state === "out_of_scope" && <path d={`M1 ${half}H${size - 1}`} stroke="var(--ink3)" strokeWidth={1.5} />}
    </svg>
  );
}

/** Full, partial and gap as parts of one bar. */
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
  });
  return (
    <div className={`coverage ${tone(standard)} ${thin ? "thin" : ""}`} role="img" aria-label={label}>
      {summary.covered > 0 && <i className="full" style={{ flexGrow: summary.covered }} />}
      {summary.partial > 0 && <i className="half" style={{ flexGrow: summary.partial }} />}
      {summary.gap > 0 && <i className="none" style={{ flexGrow: summary.gap }} />}
    </div>
  );
}

/** What stands between two columns. */
export function Connector({ join, width = 100, strong }: { join: Join; width?: number; strong?: boolean }) {
  const { t } = useTranslation();
  if (join === "nothing") return null;
  const ink = strong ? "var(--ink)" : "var(--lead)";
  const short = join === "no_counterpart" ? 12 : width;
  return (
    <svg
      className="connector"
      width={short}
      height={8}
      viewBox={`0 0 ${short} 8`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t(`join.${join}`)}
    >
      {join === "identical" && <path d={`M0 2.5H${short}M0 5.5H${short}`} stroke={ink} />}
      {join === "similar" && <path d={`M0 4H${short}`} stroke={ink} />}
      {join === "aligned" && <path d={`M0 4L${short} 1V7Z`} stroke={ink} fill="none" />}
      {join === "no_counterpart" && <path d="M0 4H11M11 1V7" stroke={ink} fill="none" />}
      {join === "not_stated" && <path d={`M0 4H${short}`} stroke={ink} strokeDasharray="1.5 4" />}
    </svg>
  );
}

/** A clause with its standard, in that standard's colour. */
export function ClauseChip({
  reference,
  onOpen,
  dashed,
}: {
  reference: string;
  onOpen?: (reference: string) => void;
  dashed?: boolean;
}) {
  const { standard, clause } = parse(reference);
  const inside = (
    <>
      {standard} <b>{clause}</b>
    </>
  );
  const style = dashed ? { border: "1px dashed var(--own)", background: "none" } : undefined;
  if (!onOpen)
    return (
      <span className={`chip clausechip ${tone(standard)}`} style={style}>
        {inside}
      </span>
    );
  return (
    <button
      type="button"
      className={`chip clausechip ${tone(standard)}`}
      style={style}
      onClick={() => onOpen(reference)}
    >
      {inside}
    </button>
  );
}

export function Kbd({ children }: { children: ReactNode }) {
  return <span className="kbd">{children}</span>;
}

/** A refusal: what happened, what to do next. */
export function Problem({
  error,
  line,
  children,
  onClose,
}: {
  error: Refusal;
  line?: boolean;
  children?: ReactNode;
  onClose?: () => void;
}) {
  const { t } = useTranslation();
  const known = t(`code.${error.code}`, { defaultValue: "" });
  const next = t(`hint.${error.code}`, { defaultValue: error.hint });
  return (
    <div className={`problem ${line ? "line" : ""}`} role="alert" data-code={error.code}>
      <TriangleAlert className="icon" aria-hidden />
      <div className="grow">
        <h2>{known || error.message}</h2>
        {known && known !== error.message && <p className="wrap selectable">{error.message}</p>}
        <p className="muted wrap selectable">{next}</p>
        {children}
      </div>
      {onClose && (
        <button type="button" className="iconbutton" aria-label={t("action.close")} onClick={onClose}>
          <X className="icon" />
        </button>
      )}
    </div>
  );
}

/** What an answer shows: the data, with a line above when the last reading failed; never an empty list for a failure. */
export function Shown<T>({
  ask,
  children,
}: {
  ask: { data: T | undefined; error?: Refusal; stale: boolean; since: number };
  children: (data: T) => ReactNode;
}) {
  const { t } = useTranslation();
  const late = useLate(!ask.data && !ask.error);
  if (ask.data === undefined) {
    if (ask.error)
      return (
        <div style={{ padding: 24 }}>
          <Problem error={ask.error} />
        </div>
      );
    return late ? <Skeleton /> : null;
  }
  return (
    <>
      {ask.error && (
        <Problem error={ask.error} line>
          <p>{t("error.load", { time: new Date(ask.since).toTimeString().slice(0, 5) })}</p>
        </Problem>
      )}
      {children(ask.data)}
    </>
  );
}

/** A key for a whole screen, unless somebody writes or a dialog lies over it. */
export function useKey(key: string, run: () => void, inDialog = false): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : undefined;
      const writing =
        target !== undefined &&
        /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) &&
        (target as HTMLInputElement).type !== "checkbox";
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (writing && key !== "Escape") return;
      if (!inDialog && document.querySelector("[role=dialog], [role=menu]")) return;
      run();
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  });
}

/** True once something has lasted 150 ms. */
export function useLate(waiting: boolean, after = 150): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return setLate(false);
    const timer = window.setTimeout(() => setLate(true), after);
    return () => window.clearTimeout(timer);
  }, [waiting, after]);
  return late;
}

export function Skeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div aria-busy="true" style={{ padding: "8px 24px" }}>
      {Array.from({ length: rows }, (_, n) => n).map((n) => (
        <div key={n} style={{ height: 32, display: "flex", alignItems: "center" }}>
          <i
            style={{
              display: "block",
              height: 8,
              width: `${40 + ((n * 37) % 45)}%`,
              background: "var(--line)",
              borderRadius: 4,
            }}
          />
        </div>
      ))}
    </div>
  );
}

/** An empty screen teaches the next step. */
export function Empty({
  title,
  children,
  actions,
  drawing = true,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  drawing?: boolean;
}) {
  return (
    <div className="empty">
      {drawing && (
        <svg width={216} height={96} viewBox="0 0 216 96" aria-hidden>
          {[0, 24, 48, 72].map((y, n) => (
            <g key={y}>
              {n < 3 && <rect x={0} y={y} width={48} height={14} rx={3} fill="var(--s9001-tint)" />}
              <rect x={84} y={y} width={48} height={14} rx={3} fill="var(--s20000-tint)" />
              {n !== 2 && <rect x={168} y={y} width={48} height={14} rx={3} fill="var(--s27001-tint)" />}
              {n < 3 && <path d={n < 2 ? `M54 ${y + 5}H78M54 ${y + 9}H78` : `M54 ${y + 7}H78`} stroke="var(--lead)" />}
              {n !== 2 && (
                <path d={n < 2 ? `M138 ${y + 5}H162M138 ${y + 9}H162` : `M138 ${y + 7}H162`} stroke="var(--lead)" />
              )}
            </g>
          ))}
        </svg>
      )}
      <h2>{title}</h2>
      {children}
      {actions && <div className="actions">{actions}</div>}
    </div>
  );
}

/** How far long work has come, with a way to stop it. */
export function Working({ progress, label, onCancel }: { progress?: Progress; label?: string; onCancel?: () => void }) {
  const { t } = useTranslation();
  const percent = progress && progress.total > 0 ? Math.min(100, (100 * progress.done) / progress.total) : 0;
  return (
    <div>
      <div className="row" style={{ marginBottom: 6 }}>
        <span className="medium" role="status">
          {label ?? (progress ? t(`step.${progress.step}`) : t("step.starting"))}
        </span>
        <span className="muted num end">
          {progress && progress.total > 0
            ? t("progress.of", { done: number(progress.done), total: number(progress.total) })
            : ""}
        </span>
        {onCancel && (
          <button type="button" className="button outline small" onClick={onCancel}>
            {t("action.cancel")}
          </button>
        )}
      </div>
      <div
        className="bar"
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(percent)}
        aria-label={label ?? t(`step.${progress?.step ?? "starting"}`)}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}

export function Field({
  label,
  note,
  wrong,
  children,
  style,
  hideLabel,
}: {
  label: string;
  note?: ReactNode;
  wrong?: string;
  children: (id: string) => ReactNode;
  style?: React.CSSProperties;
  hideLabel?: boolean;
}) {
  const id = useId();
  return (
    <div className="field" style={style}>
      <label className={hideLabel ? "hidden" : "label"} htmlFor={id}>
        {label}
      </label>
      {children(id)}
      {wrong ? (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      ) : note ? (
        <span className="note">{note}</span>
      ) : null}
    </div>
  );
}

export function TextField({
  label,
  value,
  onChange,
  note,
  wrong,
  area,
  autoFocus,
  placeholder,
  style,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  note?: ReactNode;
  wrong?: string;
  area?: boolean;
  autoFocus?: boolean;
  placeholder?: string;
  style?: React.CSSProperties;
}) {
  return (
    <Field label={label} note={note} wrong={wrong} style={style}>
      {(id) =>
        area ? (
          <textarea
            id={id}
            value={value}
            placeholder={placeholder}
            data-autofocus={autoFocus || undefined}
            onChange={(e) => onChange(e.target.value)}
          />
        ) : (
          <input
            id={id}
            value={value}
            placeholder={placeholder}
            autoFocus={autoFocus}
            data-autofocus={autoFocus || undefined}
            onChange={(e) => onChange(e.target.value)}
          />
        )
      }
    </Field>
  );
}

/** A day, written `2026-11-23`. */
export function DayField({
  label,
  value,
  onChange,
  note,
  style,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  note?: ReactNode;
  style?: React.CSSProperties;
}) {
  const { t } = useTranslation();
  const wrong = value !== "" && !isDay(value) ? t("field.dayWrong") : undefined;
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      note={note}
      wrong={wrong}
      placeholder="2026-11-23"
      style={style}
    />
  );
}

export function SelectField({
  label,
  value,
  onChange,
  options,
  note,
  style,
  hideLabel,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: { value: string; label: string }[];
  note?: ReactNode;
  style?: React.CSSProperties;
  hideLabel?: boolean;
}) {
  return (
    <Field label={label} note={note} style={style} hideLabel={hideLabel}>
      {(id) => (
        <select id={id} value={value} onChange={(e) => onChange(e.target.value)}>
          {options.map((o) => (
            <option key={o.value} value={o.value}>
              {o.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function Segments<V extends string>({
  value,
  onChange,
  options,
  label,
}: {
  value: V;
  onChange: (value: V) => void;
  options: { value: V; label: string }[];
  label: string;
}) {
  return (
    <div className="segments" role="group" aria-label={label}>
      {options.map((o) => (
        <button key={o.value} type="button" aria-pressed={o.value === value} onClick={() => onChange(o.value)}>
          {o.label}
        </button>
      ))}
    </div>
  );
}

/** A dialog: Esc goes one step back, the first field has the focus, Ctrl Enter does the main thing. */
export function Dialog({
  open,
  onClose,
  title,
  over,
  sub,
  children,
  foot,
  size = 580,
  onPrimary,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  over?: ReactNode;
  sub?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
  size?: number | string;
  onPrimary?: () => void;
}) {
  const { t } = useTranslation();
  return (
    // Keys come here through the portal, wherever in the dialog the focus is.
    <div
      onKeyDown={(e) => {
        if (e.key === "Enter" && (e.ctrlKey || e.metaKey) && onPrimary) {
          e.preventDefault();
          onPrimary();
        }
      }}
    >
      <Modal.Root
        opened={open}
        onClose={onClose}
        size={size}
        centered
        padding={0}
        lockScroll={false}
        transitionProps={{ duration: 0 }}
      >
        <Modal.Overlay />
        <Modal.Content>
          <div className="column" style={{ maxHeight: "86vh" }}>
            <div style={{ padding: "20px 24px 12px", position: "relative" }}>
              {over && (
                <div className="muted" style={{ fontSize: 12 }}>
                  {over}
                </div>
              )}
              <Modal.Title className="dialogtitle">{title}</Modal.Title>
              {sub && <div className="muted">{sub}</div>}
              <button
                type="button"
                className="iconbutton"
                aria-label={t("action.close")}
                onClick={onClose}
                style={{ position: "absolute", right: 16, top: 16 }}
              >
                <X className="icon" />
              </button>
            </div>
            <div className="scroll" style={{ padding: "4px 24px 20px" }}>
              {children}
            </div>
            {foot && (
              <div
                className="row"
                style={{ padding: "12px 20px", borderTop: "1px solid var(--line)", background: "var(--bg)" }}
              >
                {foot}
              </div>
            )}
          </div>
        </Modal.Content>
      </Modal.Root>
    </div>
  );
}
