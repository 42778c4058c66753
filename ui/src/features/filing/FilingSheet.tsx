// Filing what was dropped: each file read and recognised, its clauses asked for and never ticked, all of it filed in
// one step. Files that are not ready stay.
import { Check, Copy, FileText, Image as ImageIcon, Loader, TriangleAlert, X } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShared } from "../../app/state";
import { call, type Refusal, refusal, useAsk, useWork } from "../../ipc/core";
import type { Probe, Proposal } from "../../ipc/generated/core";
import { DayField, Dialog, Glyph, Problem, Segments, SelectField, TextField, useKey } from "../../kit";
import { due, isDay, plusMonths } from "../../kit/dates";
import { COLUMNS, parse, tone } from "../../kit/standards";
import { say } from "../../kit/toast";
import { fitting, useClauses } from "../mapping/clauses";

type As = "revision" | "document" | "record";

interface Ticked {
  reference: string;
  reason: string;
}

interface Entry {
  path: string;
  probe?: Probe;
  error?: Refusal;
  as?: As;
  code: string;
  title: string;
  revision: string;
  owner: string;
  what: string;
  summary: string;
  next: string;
  collected: string;
  validUntil: string;
  scope: string[];
  ticked: Ticked[];
  filed?: string;
}

const KINDS = [
  "policy",
  "procedure",
  "instruction",
  "plan",
  "process_description",
  "agreement",
  "contract",
  "form",
  "register",
  "manual",
  "external",
];

function fresh(path: string): Entry {
  return {
    path,
    code: "",
    title: "",
    revision: "",
    owner: "",
    what: "",
    summary: "",
    next: "",
    collected: "",
    validUntil: "",
    scope: [],
    ticked: [],
  };
}

/** What still stops a file from being filed; nothing when it is ready. */
export function lacks(e: Entry): string | undefined {
  if (e.error) return "filing.unreadable";
  if (!e.probe) return "filing.waiting";
  if (e.probe.already) return "filing.duplicateShort";
  if (!e.as) return "filing.chooseWhat";
  if (!e.title.trim()) return "filing.needsTitle";
  if (e.as !== "record" && !e.code.trim()) return "filing.needsCode";
  if (e.as === "document" && !e.what) return "filing.needsKind";
  if ([e.next, e.collected, e.validUntil].some((d) => d && !isDay(d))) return "field.dayWrong";
  return undefined;
}

export function FilingSheet({ paths }: { paths: string[] }) {
  const { t } = useTranslation();
  const { setFiling, info, proposed, setProposed } = useShared();
  const [entries, setEntries] = useState<Entry[]>([]);
  const [at, setAt] = useState(0);
  const [error, setError] = useState<Refusal>();
  const started = useRef(new Set<string>());
  const filing = useWork("file_items");
  const change = useCallback(
    (path: string, part: Partial<Entry>) =>
      setEntries((old) => old.map((e) => (e.path === path ? { ...e, ...part } : e))),
    [],
  );

  useEffect(() => {
    const added = paths.filter((p) => !started.current.has(p));
    if (added.length === 0) return;
    for (const path of added) started.current.add(path);
    setEntries((old) => [...old, ...added.map(fresh)]);
    // Two at a time: hashing and reading are work for the machine.
    const queue = [...added];
    const next = async (): Promise<void> => {
      const path = queue.shift();
      if (!path) return;
      try {
        const probe = (await call("file_probe", { path })).answer;
        const as = (probe.suggests ?? undefined) as As | undefined;
        change(path, {
          probe,
          as,
          code: probe.code,
          title: probe.title,
          revision: probe.revision || (as === "document" ? "1.0" : ""),
          owner: probe.owner,
          what: as === "record" ? probe.record_kind : guess(probe),
          next:
            as === "record"
              ? ""
              : probe.next_review?.precision === "day"
                ? probe.next_review.day
                : plusMonths(info.today, 12),
          collected: as === "record" ? (probe.collected ?? "") : "",
          scope: probe.scope,
          // What a revision satisfied before is carried over; everything else is a question.
          ticked: probe.clauses
            .filter((c) => c.source === "revision")
            .map((c) => ({ reference: c.reference, reason: "" })),
        });
      } catch (e) {
        change(path, { error: refusal(e) });
      }
      await next();
    };
    void next();
    void next();
  }, [paths, change, info.today]);

  useKey("a", () => document.querySelector<HTMLElement>("[data-testid=accept-identical]")?.click(), true);
  const now = entries[at];
  const ready = entries.filter((e) => !e.filed && !lacks(e));
  const close = () => {
    setFiling(undefined);
    setProposed(undefined);
  };
  const file = async (which: Entry[]) => {
    if (which.length === 0) return;
    setError(undefined);
    try {
      const answer = await filing.run(
        {
          items: which.map((e) => ({
            paths: [e.path],
            as: e.as ?? "record",
            code: e.code,
            title: e.title,
            what: e.what,
            revision: e.revision,
            owner: e.owner,
            summary: e.summary,
            next_review: e.as === "document" && e.next ? e.next : null,
            collected: e.as === "record" && e.collected ? e.collected : null,
            valid_until: e.as === "record" && e.validUntil ? e.validUntil : null,
            scope: e.scope,
            clauses: e.ticked.map((c) => ({ reference: c.reference, strength: "full", reason: c.reason })),
          })),
        },
        "file",
      );
      const done = new Set(which.map((e) => e.path));
      const left = entries.filter((e) => !done.has(e.path));
      say(t("filing.done", { n: answer.clauses }), true);
      if (left.filter((e) => !e.probe?.already).length === 0) return close();
      setEntries(left);
      setAt(0);
    } catch (e) {
      setError(refusal(e));
    }
  };
  const reading = entries.filter((e) => !e.probe && !e.error).length;
  const already = entries.filter((e) => e.probe?.already).length;
  const undecided = entries.length - ready.length - reading - already;

  return (
    <Dialog
      open
      onClose={close}
      size="min(1240px, calc(100vw - 64px))"
      title={t(entries.length === 1 ? "filing.titleOne" : "filing.title", { n: entries.length })}
      sub={t("filing.originals")}
      onPrimary={() => void file(ready)}
      foot={
        <>
          <span className="hint" role="status">
            {t("filing.status", { ready: ready.length, undecided, already, reading })}
          </span>
          <div className="row end">
            <button type="button" className="button" onClick={close}>
              {t("action.cancel")}
            </button>
            {entries.length > 1 && now && (
              <button
                type="button"
                className="button outline"
                disabled={Boolean(lacks(now)) || filing.running}
                onClick={() => void file([now])}
              >
                {t("filing.one")}
              </button>
            )}
            <button
              type="button"
              className="button primary"
              disabled={ready.length === 0 || filing.running}
              onClick={() => void file(ready)}
              data-testid="file-ready"
            >
              {t("filing.ready", { n: ready.length })} <span className="kbd">Ctrl ↵</span>
            </button>
          </div>
        </>
      }
    >
      <div
        style={{ display: "grid", gridTemplateColumns: "minmax(220px, 340px) minmax(0, 1fr)", gap: 24, minHeight: 460 }}
      >
        <div className="column" style={{ gap: 2, borderRight: "1px solid var(--line)", paddingRight: 12 }}>
          {entries.map((e, n) => (
            <FileRow
              key={e.path}
              entry={e}
              current={n === at}
              onOpen={() => setAt(n)}
              onRemove={() => {
                setEntries((old) => old.filter((x) => x.path !== e.path));
                setAt(0);
              }}
            />
          ))}
          <p className="hint" style={{ padding: 8 }}>
            {t("filing.dropMore")}
          </p>
        </div>
        <div>
          {error && <Problem error={error} />}
          {now?.error && <Problem error={now.error} />}
          {now?.probe && (
            <Form
              key={now.path}
              entry={now}
              probe={now.probe}
              proposed={proposed}
              onChange={(part) => change(now.path, part)}
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}

function guess(probe: Probe): string {
  const text = `${probe.title} ${probe.name}`.toLowerCase();
  const words: [string, string][] = [
    ["polic", "policy"],
    ["richtlinie", "policy"],
    ["leitlinie", "policy"],
    ["plan", "plan"],
    ["instruction", "instruction"],
    ["anweisung", "instruction"],
    ["agreement", "agreement"],
    ["sla", "agreement"],
    ["contract", "contract"],
    ["vertrag", "contract"],
    ["form", "form"],
    ["register", "register"],
    ["catalogue", "register"],
    ["manual", "manual"],
    ["handbuch", "manual"],
  ];
  return words.find(([w]) => text.includes(w))?.[1] ?? "procedure";
}

function FileRow({
  entry,
  current,
  onOpen,
  onRemove,
}: {
  entry: Entry;
  current: boolean;
  onOpen: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const lack = lacks(entry);
  const name = entry.path.split(/[\\/]/).at(-1) ?? entry.path;
  const Icon = entry.probe?.already ? Copy : entry.probe?.media === "image" ? ImageIcon : FileText;
  const says = !lack
    ? entry.as === "revision"
      ? t("filing.revisionOf", { code: entry.code })
      : entry.as === "record" && entry.probe?.series
        ? t("filing.like", { n: entry.probe.series })
        : t(`filing.as.${entry.as}`)
    : entry.probe?.already
      ? t("filing.duplicate", { code: entry.probe.already })
      : t(lack);
  return (
    <div
      className="row"
      style={{
        background: current ? "var(--sel)" : undefined,
        borderRadius: 6,
        padding: "8px 10px",
        alignItems: "flex-start",
      }}
    >
      <Icon className="icon" aria-hidden style={{ marginTop: 2 }} />
      <button type="button" className="grow" onClick={onOpen} aria-current={current}>
        <span className="medium wrap" style={{ display: "block", lineHeight: "18px" }}>
          {name}
        </span>
        <span
          className={lack && !entry.probe?.already && entry.probe ? "amber" : "muted"}
          style={{ fontSize: 12, lineHeight: "16px", display: "block" }}
        >
          {says}
        </span>
      </button>
      {!entry.probe && !entry.error && <Loader className="icon" aria-label={t("filing.waiting")} />}
      {entry.probe && !lack && <Check className="icon" aria-label={t("filing.isReady")} />}
      {lack && (entry.probe || entry.error) && !entry.probe?.already && (
        <TriangleAlert className="icon amber" aria-hidden />
      )}
      <button
        type="button"
        className="iconbutton"
        style={{ width: 20, height: 20 }}
        aria-label={t("filing.leaveOut", { name })}
        onClick={onRemove}
      >
        <X size={14} />
      </button>
    </div>
  );
}

function Form({
  entry,
  probe,
  proposed,
  onChange,
}: {
  entry: Entry;
  probe: Probe;
  proposed?: string;
  onChange: (part: Partial<Entry>) => void;
}) {
  const { t } = useTranslation();
  const scopes = useAsk("scope_list", {});
  const known = probe.suggests === "revision";
  const options: { value: As; label: string }[] = [
    ...(known ? [{ value: "revision" as As, label: t("filing.revisionOf", { code: probe.code }) }] : []),
    { value: "document", label: t("filing.as.document") },
    { value: "record", label: t("filing.as.record") },
  ];
  return (
    <div className="column" style={{ gap: 14 }}>
      <div className="row">
        <Segments
          value={entry.as ?? ("" as As)}
          onChange={(as) =>
            onChange({
              as,
              what: as === "record" ? probe.record_kind : guess(probe),
              revision: entry.revision || (as === "document" ? "1.0" : ""),
              collected: as === "record" ? entry.collected || (probe.collected ?? "") : "",
            })
          }
          options={options}
          label={t("filing.what")}
        />
        <span className="end mono muted" title={probe.digest}>
          {probe.digest.slice(0, 8)}…
        </span>
      </div>
      {probe.already && <p className="amber">{t("filing.duplicate", { code: probe.already })}</p>}
      {probe.problem && probe.problem !== "image_only" && <p className="amber">{t(`problem.${probe.problem}`)}</p>}
      <div style={{ display: "flex", gap: 12, flexWrap: "wrap" }}>
        {entry.as !== "record" && (
          <TextField
            label={t("field.code")}
            value={entry.code}
            onChange={(code) => onChange({ code })}
            style={{ width: 130 }}
          />
        )}
        <TextField
          label={t(entry.as === "record" ? "records.whatItShows" : "field.title")}
          value={entry.title}
          onChange={(title) => onChange({ title })}
          style={{ flex: "1 1 220px" }}
        />
        {entry.as !== "record" && (
          <TextField
            label={t("field.revision")}
            value={entry.revision}
            onChange={(revision) => onChange({ revision })}
            style={{ width: 76 }}
          />
        )}
        {entry.as === "document" && (
          <SelectField
            label={t("field.kind")}
            value={entry.what}
            onChange={(what) => onChange({ what })}
            options={KINDS.map((k) => ({ value: k, label: t(`kind.${k}`) }))}
            style={{ width: 160 }}
          />
        )}
        {entry.as === "record" && (
          <TextField
            label={t("records.kind")}
            value={entry.what}
            onChange={(what) => onChange({ what })}
            style={{ width: 160 }}
          />
        )}
        {entry.as === "document" && (
          <TextField
            label={t("field.owner")}
            value={entry.owner}
            onChange={(owner) => onChange({ owner })}
            style={{ width: 170 }}
          />
        )}
        {entry.as === "document" && (
          <DayField
            label={t("field.nextReview")}
            value={entry.next}
            onChange={(next) => onChange({ next })}
            style={{ width: 120 }}
          />
        )}
        {entry.as === "record" && (
          <DayField
            label={t("field.collected")}
            value={entry.collected}
            onChange={(collected) => onChange({ collected })}
            style={{ width: 120 }}
          />
        )}
        {entry.as === "record" && (
          <DayField
            label={t("field.validUntil")}
            value={entry.validUntil}
            onChange={(validUntil) => onChange({ validUntil })}
            style={{ width: 120 }}
          />
        )}
      </div>
      {entry.as === "revision" && (
        <TextField label={t("field.whatChanged")} value={entry.summary} onChange={(summary) => onChange({ summary })} />
      )}
      {probe.warnings.map((w) => (
        <p key={w.what} className="amber row" style={{ alignItems: "flex-start" }}>
          <TriangleAlert className="icon" aria-hidden /> {t(`warning.${w.what}`, w)}
        </p>
      ))}
      <Clauses entry={entry} probe={probe} proposed={proposed} onChange={onChange} />
      <div className="field">
        <span className="label">{t("field.countsFor")}</span>
        <div className="chips">
          {(scopes.data ?? [])
            .filter((s) => s.kind !== "organisation")
            .map((s) => {
              const on = entry.scope.includes(s.code);
              return (
                <button
                  key={s.code}
                  type="button"
                  className="chip"
                  aria-pressed={on}
                  style={{ background: on ? "var(--ink)" : undefined, color: on ? "var(--on-ink)" : undefined }}
                  onClick={() =>
                    onChange({ scope: on ? entry.scope.filter((c) => c !== s.code) : [...entry.scope, s.code] })
                  }
                >
                  {s.name}
                </button>
              );
            })}
          {entry.scope.length === 0 && <span className="hint">{t("scope.everywhere")}</span>}
        </div>
      </div>
      {probe.next_review && probe.next_review.precision !== "day" && (
        <p className="amber">{t("filing.nextUnclear", { date: due(probe.next_review) })}</p>
      )}
    </div>
  );
}

interface Offer {
  reference: string;
  title: string;
  source: string;
  from?: Proposal;
}

/** The clauses: what is ticked, what is proposed, in three columns. Nothing proposed is ticked by itself. */
function Clauses({
  entry,
  probe,
  proposed,
  onChange,
}: {
  entry: Entry;
  probe: Probe;
  proposed?: string;
  onChange: (part: Partial<Entry>) => void;
}) {
  const { t } = useTranslation();
  const clauses = useClauses();
  const [text, setText] = useState("");
  const [added, setAdded] = useState<string[]>([]);
  const titles = useMemo(() => new Map(clauses.map((c) => [c.reference, c.title])), [clauses]);
  const base = useMemo(
    () => [...new Set([...(proposed ? [proposed] : []), ...probe.clauses.map((c) => c.reference), ...added])],
    [proposed, probe.clauses, added],
  );
  const ask = useAsk("propose_for", { references: base }, base.length > 0);
  const offers: Offer[] = [
    ...base.map((reference) => ({
      reference,
      title: titles.get(reference) ?? "",
      source:
        probe.clauses.find((c) => c.reference === reference)?.source ?? (reference === proposed ? "drop" : "hand"),
    })),
    ...(base.length > 0 ? (ask.data ?? []) : [])
      .filter((p) => !base.includes(p.reference))
      .map((p) => ({ reference: p.reference, title: p.title, source: p.relation, from: p })),
  ];
  const ticked = (reference: string) => entry.ticked.find((x) => x.reference === reference);
  const set = (reference: string, on: boolean, reason = "") =>
    onChange({
      ticked: on
        ? [...entry.ticked.filter((x) => x.reference !== reference), { reference, reason }]
        : entry.ticked.filter((x) => x.reference !== reference),
    });
  // What the user or the file itself named, and the identical text that follows from it.
  const sure = offers.filter((o) => !o.from?.needs_reason).filter((o) => !ticked(o.reference));
  // Before the correlation has answered, accepting would take a part for the whole.
  const settled = base.length === 0 || ask.error !== undefined || (ask.data !== undefined && !ask.stale);
  const found = fitting(clauses, text, 6);
  const counts = {
    carried: entry.ticked.filter((x) =>
      probe.clauses.some((c) => c.reference === x.reference && c.source === "revision"),
    ).length,
    proposed: offers.length - entry.ticked.length,
  };
  return (
    <section aria-label={t("filing.clauses")}>
      <div className="row" style={{ marginBottom: 8, fontSize: 12 }}>
        <h2 className="strong">{t("filing.clauses")}</h2>
        <span className="muted">
          {t("filing.clausesCount", { ticked: entry.ticked.length, proposed: Math.max(0, counts.proposed) })}
        </span>
        {settled && sure.length > 0 && (
          <button
            type="button"
            className="button outline small end"
            data-testid="accept-identical"
            onClick={() =>
              onChange({ ticked: [...entry.ticked, ...sure.map((o) => ({ reference: o.reference, reason: "" }))] })
            }
          >
            {t("filing.acceptIdentical", { n: sure.length })} <span className="kbd">A</span>
          </button>
        )}
      </div>
      <div style={{ display: "grid", gridTemplateColumns: "repeat(3, minmax(0, 1fr))", gap: 24 }}>
        {COLUMNS.map((standard) => (
          <div key={standard} className={tone(standard)}>
            <div style={{ borderTop: "2px solid var(--own)", padding: "6px 0" }}>
              <b className="own strong" style={{ fontSize: 12 }}>
                {standard}
              </b>
            </div>
            {offers
              .filter((o) => parse(o.reference).standard === standard)
              .map((o) => {
                const on = ticked(o.reference);
                const asks = o.from?.needs_reason;
                return (
                  <div
                    key={o.reference}
                    style={{
                      borderTop: "1px solid var(--line)",
                      padding: "8px 0",
                      display: "flex",
                      gap: 8,
                      alignItems: "flex-start",
                    }}
                  >
                    <input
                      type="checkbox"
                      className="check"
                      checked={Boolean(on)}
                      aria-label={`${standard} ${parse(o.reference).clause} ${o.title}`}
                      onChange={(e) =>
                        set(
                          o.reference,
                          e.target.checked,
                          asks ? t("proposal.reason.same", { clause: parse(o.reference).clause }) : "",
                        )
                      }
                      style={{ marginTop: 2 }}
                    />
                    <div className="grow">
                      <div style={{ lineHeight: "18px" }}>
                        <span className="serif own" style={{ fontWeight: 600 }}>
                          {parse(o.reference).clause}
                        </span>{" "}
                        {o.title}
                      </div>
                      <div className="hint">
                        {o.from
                          ? t(`filing.through.${o.from.relation}`, {
                              from: `${parse(o.from.from).standard} ${parse(o.from.from).clause}`,
                            })
                          : t(`filing.source.${o.source}`)}
                      </div>
                      {on && asks && (
                        <input
                          className="input"
                          style={{ height: 26, marginTop: 4, fontSize: 12 }}
                          value={on.reason}
                          aria-label={t("proposal.because")}
                          onChange={(e) => set(o.reference, true, e.target.value)}
                        />
                      )}
                    </div>
                    <Glyph state={on ? "covered" : "gap"} standard={standard} size={8} />
                  </div>
                );
              })}
          </div>
        ))}
      </div>
      <div style={{ marginTop: 8, maxWidth: 420, position: "relative" }}>
        <input
          className="input"
          value={text}
          placeholder={t("filing.addClause")}
          aria-label={t("filing.addClause")}
          onChange={(e) => setText(e.target.value)}
          onKeyDown={(e) => {
            if (e.key === "Enter" && found[0] && !e.ctrlKey) {
              e.preventDefault();
              setAdded([...added, found[0].reference]);
              set(found[0].reference, true);
              setText("");
            }
          }}
        />
        {text && (
          <div
            className="card"
            style={{ position: "absolute", bottom: 36, left: 0, right: 0, zIndex: 5, boxShadow: "var(--float)" }}
          >
            {found.map((c) => (
              <button
                key={c.reference}
                type="button"
                className="row listrow"
                style={{ width: "100%", padding: "4px 10px" }}
                onClick={() => {
                  setAdded([...added, c.reference]);
                  set(c.reference, true);
                  setText("");
                }}
              >
                <span className={`own strong ${tone(parse(c.reference).standard)}`}>
                  {parse(c.reference).standard} {parse(c.reference).clause}
                </span>{" "}
                <span className="cut">{c.title}</span>
              </button>
            ))}
            {found.length === 0 && (
              <p className="hint" style={{ padding: 8 }}>
                {t("mapping.noSuchClause")}
              </p>
            )}
          </div>
        )}
      </div>
    </section>
  );
}
