// A clause opened: its counterparts, what shows it, what is proposed, what it asks for, how it stands at each place.
import { Link2, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChoosing } from "../../here/choosing";
import { useClauses } from "../../here/clauses";
import { ClauseTitle } from "../../here/clausetitle";
import { useRemark } from "../../here/remarks";
import { go, openItem } from "../../here/router";
import { ScopeWords } from "../../here/scopewords";
import { useWhen, useWorkspace } from "../../here/state";
import { Step, TopBar } from "../../here/TopBar";
import { WriteButton } from "../../here/WriteButton";
import { number, ofData } from "../../i18n";
import { useAsk } from "../../ipc";
import type { ClauseOpened } from "../../ipc/generated/core";
import { Glyph, Loaded, Standing, useKey } from "../../kit";
import {
  clauseName,
  clauseNumber,
  clausesOf,
  editionLabel,
  parseReference,
  STANDARDS,
  standardOf,
  tone,
} from "../../kit/standards";
import { CellPane } from "../mapping/CellPane";
import { Matrix } from "../mapping/Matrix";
import { PointPane } from "../mapping/PointPane";
import { useMatrix } from "../mapping/usematrix";
import { usePoints } from "../mapping/usepoints";
import { AppliesLine } from "./AppliesLine";
import { because } from "./because";
import { ClauseFacts } from "./ClauseFacts";
import { ClausePoints } from "./ClausePoints";
import { CounterpartMap } from "./CounterpartMap";
import { notesOf } from "./notes";
import { wordsAt } from "./wordsat";

export function ClauseOpenedScreen({ reference }: { reference: string }) {
  const { t } = useTranslation();
  const when = useWhen();
  const ask = useAsk("clause_open", { reference, ...when });
  const { clause, standard, edition } = parseReference(ask.data?.reference ?? reference);
  const main = clause.split(".")[0] ?? clause;
  // The controls of the annex stand under its sections.
  const over = main === "A" ? clause.split(".").slice(0, 2).join(".") : main;
  const chapter = useClauses().find((c) => c.reference === `${standard}:${edition}/${over}`);
  useKey("Escape", () => go("clauses"));
  return (
    <>
      <TopBar
        path={
          <>
            <Step go={() => go("clauses")}>{t("nav.clauses")}</Step>
            {chapter && over !== clause && (
              <Step go={() => go("clauses", { standard, main })}>
                {over} <ClauseTitle reference={chapter.reference} title={chapter.title} />
              </Step>
            )}
          </>
        }
        title={
          <>
            {clauseNumber(ask.data?.reference ?? reference)}{" "}
            {/^[0-3]$/.test(clause)
              ? t(`clause.front.${clause}`)
              : ask.data?.clause && <ClauseTitle reference={ask.data.reference} title={ask.data.clause.title} />}
            {ask.data?.clause?.untitled && <span className="ourlabel"> ({t("clause.ourLabel")})</span>}
          </>
        }
      />
      <div className="screen">
        <Loaded ask={ask}>{(data) => <Inside data={data} />}</Loaded>
      </div>
    </>
  );
}

/** What the words of a clause mean in the scope of its system, where that is not the same everywhere. */
function WordsHere({ reference }: { reference: string }) {
  const { info } = useWorkspace();
  const { standard, edition, clause } = parseReference(reference);
  const words = wordsAt(standard, clause);
  const system = info.systems.find((s) => s.edition === `${standard}:${edition}`);
  if (!system || words.length === 0) return null;
  return (
    <div style={{ padding: "0 24px 16px" }}>
      <ScopeWords system={system.code} words={words} />
    </div>
  );
}

/** As many rows and notes stand there at once. */
const ROWS = 40;
const NOTES = 6;

function Inside({ data }: { data: ClauseOpened }) {
  const { t } = useTranslation();
  const { readOnly, setMapping } = useWorkspace();
  const [allNotes, setAllNotes] = useState(false);
  const choose = useChoosing();
  const remark = useRemark();
  const own = parseReference(data.reference);
  const documents = data.evidence.filter((e) => e.kind === "document").length;
  // The introduction and clauses 1 to 3 hold no requirements: nothing is mapped to them.
  const front = /^[0-3]$/.test(own.clause);
  // A group stands as its controls, a limited match as its clauses: each is decided by itself.
  const rows = [
    ...new Set([
      data.reference,
      ...data.answers.flatMap((a) =>
        a.matches.flatMap((m) => (m.parts.length > 0 ? m.parts : [`${a.standard}:${a.edition}/${m.clause}`])),
      ),
    ]),
  ];
  const points = usePoints(data.points, !readOnly);
  const matrix = useMatrix(data.reference, front ? [] : rows.slice(0, ROWS), points.at === undefined, () =>
    points.choose(undefined),
  );
  // What is common is said once: the notes of the matches, and those of all that is proposed from them.
  const notes = notesOf(data, matrix.data?.said ?? [], remark);
  // As many as wait in the matrix, which has a row for all that is proposed here.
  const waiting = matrix.data?.open ?? data.proposals.length;
  const cells = matrix.data && matrix.data.items.length > 0 ? matrix.data : undefined;
  return (
    <>
      <div className="surface scroll" data-region data-clause={data.reference}>
        <CounterpartMap data={data} />
        <WordsHere reference={data.reference} />
        {notes.length > 0 && (
          <div
            style={{
              display: "grid",
              gridTemplateColumns: "repeat(auto-fit, minmax(260px, 1fr))",
              gap: "10px 32px",
              padding: "0 24px 16px",
            }}
          >
            {notes.slice(0, allNotes ? notes.length : NOTES).map(({ text, at }) => (
              <blockquote
                key={text}
                className="hint"
                style={{ margin: 0, paddingLeft: 12, borderLeft: "2px solid var(--linem)" }}
              >
                {at.length > 0 && (
                  <span className="medium" title={at.map(clauseName).join(", ")}>
                    {at.slice(0, 2).map(clauseName).join(", ")}
                    {at.length > 2 && ` +${at.length - 2}`}:{" "}
                  </span>
                )}
                {text}
              </blockquote>
            ))}
            {notes.length > NOTES && (
              <button
                type="button"
                className="link hint"
                style={{ justifySelf: "start" }}
                onClick={() => setAllNotes(!allNotes)}
              >
                {allNotes ? t("today.fewer") : t("proposal.more", { n: number(notes.length - NOTES) })}
              </button>
            )}
          </div>
        )}
        {cells && (
          <Matrix
            data={cells}
            at={points.at ? undefined : matrix.at}
            draft={matrix.draft}
            identical={matrix.identical}
            readOnly={readOnly}
            onAt={matrix.choose}
            onIdentical={matrix.acceptIdentical}
            onSpread={matrix.spread}
            onMore={matrix.more}
          />
        )}
        <ClausePoints data={data} points={points} readOnly={readOnly} />
        <div style={{ borderTop: "1px solid var(--line)", padding: "12px 24px 24px" }}>
          <div className="row" style={{ marginBottom: 4 }}>
            <h2 className="strong">{t("clause.whatShowsIt")}</h2>
            <span className="muted">
              {t("clause.counts", { documents, records: data.evidence.length - documents })}
            </span>
            {!front && (
              <>
                <WriteButton className="button end" onClick={() => setMapping([], [data.reference])}>
                  <Link2 className="icon" aria-hidden /> {t("mapping.map")}
                </WriteButton>
                <WriteButton className="button" onClick={() => void choose.files(data.reference)}>
                  <Plus className="icon" aria-hidden /> {t("action.add")}
                </WriteButton>
              </>
            )}
          </div>
          {data.stands && (
            <p className="hint wrap" style={{ marginBottom: 6 }} data-testid="because">
              {because(t, data.stands)}
            </p>
          )}
          <div className="list">
            {data.evidence.slice(0, 200).map((e) => (
              <button
                key={`${e.kind} ${e.code}`}
                type="button"
                style={{ display: "grid", gridTemplateColumns: "120px minmax(0, 1fr) 120px 120px 140px", gap: 16 }}
                onClick={() => openItem(e.kind, e.code)}
              >
                <span className="medium cut">{e.code}</span>
                <span style={{ minWidth: 0 }}>
                  <span className="cut" style={{ display: "block" }} title={e.title}>
                    {e.title} {e.strength !== "full" && <span className="chip">{t(`strength.${e.strength}`)}</span>}
                  </span>
                  {e.why_not && e.why_not !== "only_part" && e.why_not !== "only_supporting" && (
                    <span className="hint amber wrap" style={{ display: "block" }}>
                      {t(e.why_not.startsWith("control_") ? `clause.${e.why_not}` : `gap.${e.why_not}`)}
                    </span>
                  )}
                </span>
                {STANDARDS.map((s) => {
                  const { shown, more } = clausesOf(e.clauses, s, 2);
                  return (
                    <span key={s} className={`clause cut ${tone(s)}`}>
                      {shown || <span className="muted">–</span>}
                      {more > 0 && <span className="muted"> +{more}</span>}
                    </span>
                  );
                })}
              </button>
            ))}
          </div>
          {data.evidence.length > 200 && <p className="hint">{t("clause.more", { n: data.evidence.length - 200 })}</p>}
          {data.evidence.length === 0 && (
            <p className="muted" style={{ padding: "8px 0" }}>
              {t(front ? "clause.frontNothing" : "clause.nothing")}
            </p>
          )}
        </div>
      </div>
      <Standing label={t("clause.side")} width={366} needed={waiting > 0 || points.at !== undefined}>
        {!front && <AppliesLine reference={data.reference} />}
        {points.at ? (
          <PointPane
            key={points.key}
            point={points.at}
            place={points.place}
            suggested={data.evidence}
            mode={points.mode}
            readOnly={readOnly}
            onMode={points.setMode}
            onNext={points.next}
            onClose={() => points.choose(undefined)}
          />
        ) : (
          <section data-testid="proposals">
            <div className="part row">
              <h2 className="strong">{t("proposal.title")}</h2>
              <span className="muted end" style={{ fontSize: 12 }}>
                {waiting > 0 ? t("proposal.count", { n: waiting }) : t("proposal.none")}
              </span>
            </div>
            <CellPane state={matrix} said={notes.map((note) => note.raw)} readOnly={readOnly} />
          </section>
        )}
        {data.clause && data.clause.required.length > 0 && (
          <section className="part">
            <h2>{t("clause.required")}</h2>
            {data.clause.required.map((r) => (
              <div
                key={r.item}
                className={`row ${tone(own.standard)}`}
                style={{ padding: "3px 0", alignItems: "flex-start" }}
              >
                <span className="grow">
                  <span lang={ofData(r.item).lang}>{ofData(r.item).text}</span>
                  {r.note && (
                    <span className="hint" lang={ofData(r.note).lang}>
                      {" "}
                      {ofData(r.note).text}
                    </span>
                  )}
                </span>
                <span className="muted" style={{ fontSize: 12 }}>
                  {t(r.kind === "maintain" ? "term.maintained" : "term.retained")}
                </span>
              </div>
            ))}
          </section>
        )}
        {data.places.length > 0 && (
          <section className="part">
            <h2>{t("clause.eachPlace")}</h2>
            <div
              style={{
                display: "grid",
                gridTemplateColumns: `minmax(0, 1fr) repeat(${data.editions.length}, 52px)`,
                alignItems: "end",
                gap: "8px 6px",
              }}
            >
              <span />
              {data.editions.map((e) => (
                <span
                  key={e}
                  className={`own medium ${tone(standardOf(e))}`}
                  style={{ fontSize: 11, whiteSpace: "pre" }}
                >
                  {editionLabel(e, data.editions).replace(":", "\n")}
                </span>
              ))}
              {data.places.flatMap((p) => [
                <span key={p.code} className="cut" title={p.name}>
                  {p.name}
                </span>,
                ...data.editions.map((e, n) => (
                  <span key={`${p.code} ${e}`}>
                    {p.states[n] ? (
                      <Glyph state={p.states[n] ?? undefined} standard={standardOf(e)} />
                    ) : (
                      <span className="muted">–</span>
                    )}
                  </span>
                )),
              ])}
            </div>
          </section>
        )}
        {data.clause && <ClauseFacts data={data} clause={data.clause} />}
      </Standing>
    </>
  );
}
