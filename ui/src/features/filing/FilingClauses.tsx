// The clauses: what is ticked, what is proposed, in three columns. Nothing proposed is ticked by itself.
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { matchingClauses, useClauses } from "../../here/clauses";
import { ClauseTitle } from "../../here/clausetitle";
import { ControlSays } from "../../here/controlsays";
import { WhyProposed } from "../../here/whyproposed";
import { number, titleOf } from "../../i18n";
import { useAsk } from "../../ipc";
import type { ClauseChange, Probe, Proposal, SuggestionOrigin } from "../../ipc/generated/core";
import { Glyph } from "../../kit";
import { clauseName, clauseNumber, parseReference, STANDARDS, tone } from "../../kit/standards";
import { type Entry, foretold } from "./entry";
import { useOrigin } from "./Origin";

interface Offer {
  reference: string;
  title: string;
  source: string;
  origin?: SuggestionOrigin;
  from?: Proposal;
}

export function FilingClauses({
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
  const section = useRef<HTMLElement>(null);
  const say = useOrigin();
  const clauses = useClauses();
  const [text, setText] = useState("");
  const [added, setAdded] = useState<string[]>([]);
  const titles = useMemo(() => new Map(clauses.map((c) => [c.reference, c.title])), [clauses]);
  const base = useMemo(
    () => [...new Set([...(proposed ? [proposed] : []), ...probe.clauses.map((c) => c.reference), ...added])],
    [proposed, probe.clauses, added],
  );
  const ask = useAsk("propose_for", { references: base, scope: entry.scope }, base.length > 0);
  const offers: Offer[] = [
    ...base.map((reference) => ({
      reference,
      title: titles.get(reference) ?? "",
      source: reference === proposed ? "drop" : "hand",
      origin: probe.clauses.find((c) => c.reference === reference)?.origin,
    })),
    ...(base.length > 0 ? (ask.data ?? []) : [])
      .filter((p) => !base.includes(p.reference))
      .map((p) => ({ reference: p.reference, title: p.title, source: p.relation, from: p })),
  ];
  const ticked = (reference: string) => entry.ticked.find((x) => x.reference === reference);
  const set = (reference: string, on: boolean, reason = "", asks = false) => {
    const there = entry.ticked.some((x) => x.reference === reference);
    const from = offers.find((o) => o.reference === reference)?.from?.from ?? undefined;
    const next = { reference, reason, asks, from };
    const ticked = there
      ? entry.ticked.flatMap((x) => (x.reference !== reference ? [x] : on ? [next] : []))
      : [...entry.ticked, ...(on ? [next] : [])];
    onChange({ ticked });
  };
  /** How it relates, and whether it can be a part only: what that rests on stands there once it is ticked. */
  const through = (p: Proposal) =>
    [
      t(p.limited ? "filing.through.limited" : `filing.through.${p.relation}`, {
        from: p.from ? clauseName(p.from) : "",
      }),
      p.at_most !== "full" && t("filing.atMost"),
    ]
      .filter(Boolean)
      .join(", ");
  // Column by column: each remark stands at the first clause ticked that it is about.
  const shown = STANDARDS.flatMap((standard) =>
    offers.filter((o) => o.from && ticked(o.reference) && parseReference(o.reference).standard === standard),
  );
  const before = (o: Offer) => shown.slice(0, shown.indexOf(o)).flatMap((p) => p.from?.said.map((n) => n.text) ?? []);
  // What the user or the file itself named, and the identical text that follows from it: each is counted as what it is.
  const sure = offers.filter((o) => !o.from?.needs_reason).filter((o) => !ticked(o.reference));
  const identical = sure.filter((o) => o.from).length;
  const named = sure.length - identical;
  const references = offers.map((o) => o.reference);
  const foretell = useAsk(
    "file_foretell",
    { item: foretold(entry), digest: probe.digest, references },
    references.length > 0,
  );
  const stands = new Map((foretell.data?.clauses ?? []).map((c) => [c.reference, c]));
  const ready = foretell.data?.ready ?? false;
  const above = (foretell.data?.clauses ?? []).filter((c) => !references.includes(c.reference));
  // Before the correlation has answered, accepting would take a part for the whole.
  const answered = base.length === 0 || ask.error !== undefined || (ask.data !== undefined && !ask.stale);
  const found = matchingClauses(clauses, text, 6);
  const counts = {
    carried: entry.ticked.filter((x) =>
      probe.clauses.some((c) => c.reference === x.reference && c.origin.from === "register"),
    ).length,
    proposed: offers.length - entry.ticked.length,
  };
  return (
    <section aria-label={t("filing.clauses")} ref={section} tabIndex={-1} style={{ outline: "none" }}>
      <div className="row" style={{ marginBottom: 8, fontSize: 12 }}>
        <h2 className="strong">{t("filing.clauses")}</h2>
        <span className="muted">
          {t("filing.clausesCount", { ticked: entry.ticked.length, proposed: Math.max(0, counts.proposed) })}
        </span>
        {answered && sure.length > 0 && (
          <button
            type="button"
            className="button outline small end"
            data-testid="accept-identical"
            onClick={() => {
              onChange({
                ticked: [
                  ...entry.ticked,
                  ...sure.map((o) => ({ reference: o.reference, reason: "", from: o.from?.from ?? undefined })),
                ],
              });
              // The button goes; the keys of the sheet stay where the focus is.
              section.current?.focus();
            }}
          >
            {named === 0
              ? t("filing.acceptIdentical", { n: number(identical) })
              : identical === 0
                ? t("filing.acceptNamed", { n: number(named) })
                : t("filing.acceptBoth", { named: number(named), n: number(identical) })}{" "}
            <span className="kbd">A</span>
          </button>
        )}
      </div>
      <div style={{ display: "grid", gridTemplateColumns: "repeat(3, minmax(0, 1fr))", gap: 24 }}>
        {STANDARDS.map((standard) => (
          <div key={standard} className={tone(standard)}>
            <div style={{ borderTop: "2px solid var(--own)", padding: "6px 0" }}>
              <b className="own strong" style={{ fontSize: 12 }}>
                {standard}
              </b>
            </div>
            {offers
              .filter((o) => parseReference(o.reference).standard === standard)
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
                      aria-label={`${clauseName(o.reference)} ${titleOf(o.reference, o.title).text}`}
                      onChange={(e) => set(o.reference, e.target.checked, "", asks)}
                      style={{ marginTop: 2 }}
                    />
                    <div className="grow">
                      <div style={{ lineHeight: "18px" }}>
                        <span className="serif own" style={{ fontWeight: 600 }}>
                          {clauseNumber(o.reference)}
                        </span>{" "}
                        <ClauseTitle reference={o.reference} title={o.title} />
                      </div>
                      {o.from && on ? (
                        <WhyProposed proposal={o.from} said={before(o)} />
                      ) : (
                        <div className="hint">
                          {o.from
                            ? through(o.from)
                            : o.origin && o.origin.from !== "register"
                              ? say(o.origin)
                              : t(`filing.source.${o.origin?.from ?? o.source}`)}
                        </div>
                      )}
                      {o.from && !on && <ControlSays proposal={o.from} />}
                      {on && asks && (
                        <input
                          className="input"
                          style={{ height: 26, marginTop: 4, fontSize: 12 }}
                          value={on.reason}
                          placeholder={t("proposal.because")}
                          aria-label={t("proposal.because")}
                          onChange={(e) => set(o.reference, true, e.target.value, true)}
                        />
                      )}
                    </div>
                    <Stands change={stands.get(o.reference)} ready={ready} />
                  </div>
                );
              })}
          </div>
        ))}
      </div>
      {ready && above.length > 0 && (
        <p className="row hint" style={{ marginTop: 8, flexWrap: "wrap" }}>
          {t("filing.above")}
          {above.slice(0, 8).map((c) => (
            <span key={c.reference} className={`row ${tone(parseReference(c.reference).standard)}`} style={{ gap: 4 }}>
              <span className="own medium">{clauseName(c.reference)}</span> <Stands change={c} ready />
            </span>
          ))}
          {above.length > 8 && t("proposal.more", { n: number(above.length - 8) })}
        </p>
      )}
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
                <span className={`own strong ${tone(parseReference(c.reference).standard)}`}>
                  {clauseName(c.reference)}
                </span>{" "}
                <span className="cut">
                  <ClauseTitle reference={c.reference} title={c.title} cut />
                </span>
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

/** How a clause stands, and how it would stand once this is filed; a box that is not ticked changes nothing of it. */
function Stands({ change, ready }: { change: ClauseChange | undefined; ready: boolean }) {
  if (!change) return null;
  const { standard } = parseReference(change.reference);
  return (
    <span className="row" style={{ gap: 4, flex: "none", marginTop: 5 }} data-testid="stands">
      <Glyph state={change.before} standard={standard} size={8} />
      {ready && change.before !== change.after && (
        <>
          <span className="muted" aria-hidden style={{ fontSize: 11, lineHeight: "8px" }}>
            →
          </span>
          <Glyph state={change.after} standard={standard} size={8} />
        </>
      )}
    </span>
  );
}
