// One document: what it is, what it satisfies, its revisions with their files, what was decided about it.
import { Copy, Link2, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { openClause } from "../../app/router";
import { useShared } from "../../app/state";
import { WriteButton } from "../../app/WriteButton";
import { bytes } from "../../i18n";
import { useAsk, useChange } from "../../ipc/core";
import type { DocumentShown, Named, Proposal, Revision } from "../../ipc/generated/core";
import { ClauseChip, Dialog, Shown } from "../../kit";
import { distance, due, earliest } from "../../kit/dates";
import { FilePreview } from "../../kit/preview";
import { COLUMNS, parse } from "../../kit/standards";
import { complain, say } from "../../kit/toast";

export function DocumentInspector({ code, onClose }: { code: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { asOf } = useShared();
  const ask = useAsk("document_show", { code, as_of: asOf ?? null });
  return (
    <aside className="inspector" aria-label={code} data-region data-testid="inspector">
      <Shown ask={ask}>{(data) => <Inside data={data} onClose={onClose} />}</Shown>
      {!ask.data && (
        <button type="button" className="button" onClick={onClose}>
          {t("action.close")}
        </button>
      )}
    </aside>
  );
}

function Inside({ data, onClose }: { data: DocumentShown; onClose: () => void }) {
  const { t } = useTranslation();
  const { day, setReview, setMapping, readOnly } = useShared();
  const approve = useChange("document_approve");
  const current = data.revisions.find((r) => r.label === data.revision) ?? data.revisions.at(-1);
  const draft = data.revisions.find((r) => r.state === "draft");
  const next = data.next_review;
  const late = next && ["effective", "listed"].includes(data.state) && earliest(next) < day;
  const unclear = next?.precision === "ambiguous";
  const [open, setOpen] = useState<Revision>();
  const shown = open ?? current;
  const file = shown?.files[0];
  return (
    <>
      <header>
        <div className="row muted" style={{ fontSize: 12 }}>
          {data.code}
          <button type="button" className="iconbutton end" aria-label={t("action.close")} onClick={onClose}>
            <X className="icon" />
          </button>
        </div>
        <h2 className="wrap selectable">{data.title}</h2>
        <div className="row" style={{ marginTop: 6, fontSize: 12, flexWrap: "wrap" }}>
          <span className="chip">{t(`state.${data.state}`)}</span>
          {data.revision && (
            <span className="chip">
              {t("field.rev")} {data.revision}
            </span>
          )}
          <span className="muted">{[t(`kind.${data.kind}`), data.classification].filter(Boolean).join(", ")}</span>
        </div>
      </header>
      {late && next && (
        <div className={`band ${unclear ? "amber" : "red"}`}>
          <div className="grow">
            <div className={`strong ${unclear ? "amber" : "red"}`}>
              {unclear
                ? t("documents.unclear", { days: due(next) })
                : t("documents.wasDue", { when: distance(day, earliest(next)) })}
            </div>
            <div className={unclear ? "amber" : "red"} style={{ fontSize: 12, lineHeight: "16px" }}>
              {t("documents.partialUntil")}
            </div>
          </div>
          <WriteButton className="button outline" onClick={() => setReview({ code: data.code })}>
            {unclear ? t("today.setDate") : t("action.review")}
          </WriteButton>
        </div>
      )}
      {draft && !late && (
        <div className="band amber">
          <div className="grow amber">
            <span className="strong">{t("documents.draftWaits", { label: draft.label })}</span>
          </div>
          <WriteButton
            className="button outline"
            disabled={approve.busy}
            onClick={async () => {
              try {
                await approve.run({ code: data.code, revision: draft.label });
                say(t("documents.approved", { code: data.code, label: draft.label }));
              } catch (error) {
                complain(error);
              }
            }}
          >
            {t("documents.approve")}
          </WriteButton>
        </div>
      )}
      <section className="part">
        <dl className="facts">
          <dt>{t("field.owner")}</dt>
          <dd>{data.owner || "–"}</dd>
          <dt>{t("field.approved")}</dt>
          <dd>
            {current?.approved_by
              ? t("documents.approvedBy", { day: due(current.approved_on), by: current.approved_by })
              : "–"}
          </dd>
          <dt>{t("field.interval")}</dt>
          <dd>{data.review_interval ? t("documents.everyMonths", { n: data.review_interval }) : "–"}</dd>
          <dt>{t("field.nextReview")}</dt>
          <dd className="num">{due(next)}</dd>
          {data.distribution && [<dt key="a">{t("field.distribution")}</dt>, <dd key="b">{data.distribution}</dd>]}
          {data.retention && [<dt key="a">{t("field.retention")}</dt>, <dd key="b">{data.retention}</dd>]}
          <dt>{t("field.countsFor")}</dt>
          <dd>{data.scope.length ? data.scope.join(", ") : t("scope.everywhere")}</dd>
          {file && [
            <dt key="a">{t("field.file")}</dt>,
            <dd key="b" className="wrap">
              {file.name}, {bytes(file.size)}
            </dd>,
          ]}
        </dl>
      </section>
      <Satisfies
        item={data.code}
        mappings={data.mappings}
        label={t("field.satisfies")}
        onMap={() => setMapping([data.code])}
        readOnly={readOnly}
      />
      <section className="part">
        <h2>{t("documents.revisions")}</h2>
        <div className="list">
          {[...data.revisions].reverse().map((r) => (
            <button key={r.id} type="button" onClick={() => setOpen(r)} aria-pressed={shown?.id === r.id}>
              <b className="strong" style={{ width: 40 }}>
                {r.label}
              </b>
              <span className="num">{due(r.approved_on) !== "–" ? due(r.approved_on) : r.filed}</span>
              <span className="muted grow cut" title={r.summary}>
                {t(`state.${r.state}`)}
                {r.summary ? `, ${r.summary}` : ""}
              </span>
              {r.files[0] && <span className="mono muted">{r.files[0].digest.slice(0, 8)}</span>}
            </button>
          ))}
          {data.revisions.length === 0 && <p className="muted">{t("documents.noFile")}</p>}
        </div>
      </section>
      {file && (
        <section className="part" style={{ padding: 0, minHeight: 420, display: "flex" }}>
          <FilePreview file={file} height={420} />
        </section>
      )}
      {data.reviews.length > 0 && (
        <section className="part">
          <h2>{t("documents.history")}</h2>
          <div className="list">
            {[...data.reviews].reverse().map((r) => (
              <div key={`${r.on} ${r.outcome}`} style={{ alignItems: "flex-start" }}>
                <span className="grow">
                  <span className="medium">{t(`outcome.${r.outcome}`)}</span>{" "}
                  <span className="muted">{t("documents.by", { by: r.reviewer })}</span>
                  <br />
                  <span className="muted wrap selectable">{r.reason}</span>
                </span>
                <span className="num muted">{r.on}</span>
              </div>
            ))}
          </div>
        </section>
      )}
      <footer>{file ? <Digest digest={file.digest} /> : t("documents.noFile")}</footer>
    </>
  );
}

export function Digest({ digest }: { digest: string }) {
  const { t } = useTranslation();
  return (
    <>
      <span>SHA-256</span>
      <span className="mono end">{digest.slice(0, 8)}…</span>
      <button
        type="button"
        className="iconbutton"
        aria-label={t("action.copyHash")}
        onClick={() => {
          void navigator.clipboard?.writeText(digest);
          say(t("action.copied"));
        }}
      >
        <Copy className="icon" />
      </button>
    </>
  );
}

/** The clauses something satisfies, in three colours, with what the correlation proposes besides. */
export function Satisfies({
  item,
  mappings,
  label,
  onMap,
  readOnly,
}: {
  item: string;
  mappings: Named[];
  label: string;
  onMap: () => void;
  readOnly: boolean;
}) {
  const { t } = useTranslation();
  const proposals = useAsk("proposal_list", { item }, !readOnly);
  const [chosen, setChosen] = useState<Named>();
  const [asked, setAsked] = useState<Proposal>();
  const notes = mappings.filter((m) => m.variance || m.reason);
  return (
    <section className="part" data-testid="satisfies">
      <h2>
        {label}
        {!readOnly && (
          <button type="button" className="end row medium" onClick={onMap}>
            <Link2 className="icon" aria-hidden /> {t("action.mapToClause")}
          </button>
        )}
      </h2>
      <div className="column" style={{ gap: 6 }}>
        {COLUMNS.map((standard) => {
          const own = mappings.filter((m) => parse(m.reference).standard === standard);
          const proposed = (readOnly ? [] : (proposals.data ?? [])).filter(
            (p) => parse(p.reference).standard === standard,
          );
          if (own.length + proposed.length === 0) return null;
          return (
            <div key={standard} className="chips">
              {own.map((m) => (
                <ClauseChip key={m.reference} reference={m.reference} onOpen={() => setChosen(m)} />
              ))}
              {proposed.slice(0, 8).map((p) => (
                <ClauseChip key={p.reference} reference={p.reference} dashed onOpen={() => setAsked(p)} />
              ))}
              {proposed.length > 8 && <span className="hint">{t("proposal.more", { n: proposed.length - 8 })}</span>}
            </div>
          );
        })}
        {mappings.length === 0 && <p className="muted">{t("documents.noClause")}</p>}
        {proposals.data && proposals.data.length > 0 && !readOnly && (
          <p className="hint">{t("proposal.dashed", { n: proposals.data.length })}</p>
        )}
        {notes.slice(0, 3).map((m) => (
          <blockquote
            key={m.reference}
            className="hint"
            style={{ margin: 0, paddingLeft: 10, borderLeft: "2px solid var(--line)" }}
          >
            {m.variance || m.reason}{" "}
            <span>
              ({parse(m.reference).standard} {parse(m.reference).clause})
            </span>
          </blockquote>
        ))}
      </div>
      {chosen && (
        <MappingDialog item={item} mapping={chosen} readOnly={readOnly} onClose={() => setChosen(undefined)} />
      )}
      {asked && <ProposalDialog item={item} proposal={asked} onClose={() => setAsked(undefined)} />}
    </section>
  );
}

function MappingDialog({
  item,
  mapping,
  readOnly,
  onClose,
}: {
  item: string;
  mapping: Named;
  readOnly: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const unmap = useChange("unmap");
  const origin = mapping.origin;
  return (
    <Dialog
      open
      onClose={onClose}
      size={480}
      over={item}
      title={
        <>
          <ClauseChip reference={mapping.reference} /> {mapping.title}
        </>
      }
      foot={
        <>
          <button
            type="button"
            className="button"
            onClick={() => {
              onClose();
              openClause(mapping.reference);
            }}
          >
            {t("clause.open")}
          </button>
          {!readOnly && (
            <button
              type="button"
              className="button outline end"
              onClick={async () => {
                try {
                  await unmap.run({ item, reference: mapping.reference, reason: "" }, "unmap");
                  say(t("mapping.removed", { clause: parse(mapping.reference).clause }), true);
                  onClose();
                } catch (error) {
                  complain(error);
                }
              }}
            >
              {t("mapping.remove")}
            </button>
          )}
        </>
      }
    >
      <dl className="facts">
        <dt>{t("mapping.strength")}</dt>
        <dd>{t(`strength.${mapping.strength}`)}</dd>
        {mapping.reason && [
          <dt key="a">{t("mapping.reason")}</dt>,
          <dd key="b" className="wrap">
            {mapping.reason}
          </dd>,
        ]}
        <dt>{t("mapping.origin")}</dt>
        <dd>
          {origin.by === "correlation"
            ? t("mapping.byCorrelation", {
                relation: t(`relation.${origin.relation}`),
                from: `${parse(origin.from).standard} ${parse(origin.from).clause}`,
              })
            : origin.by === "import"
              ? t("mapping.byImport", { source: origin.source })
              : t("mapping.byHand")}
        </dd>
      </dl>
    </Dialog>
  );
}

/** One proposal: a question, answered with a reason where the match is not identical text. */
export function ProposalDialog({ item, proposal, onClose }: { item: string; proposal: Proposal; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      open
      onClose={onClose}
      size={480}
      over={item}
      title={
        <>
          <ClauseChip reference={proposal.reference} /> {proposal.title}
        </>
      }
    >
      <Decide item={item} proposal={proposal} onDone={onClose} />
      <p style={{ marginTop: 12 }}>
        <button
          type="button"
          className="link"
          onClick={() => {
            onClose();
            openClause(proposal.reference);
          }}
        >
          {t("clause.open")}
        </button>
      </p>
    </Dialog>
  );
}

/** The answers to a proposal: it counts, only partly, or not. */
export function Decide({ item, proposal, onDone }: { item: string; proposal: Proposal; onDone: () => void }) {
  const { t } = useTranslation();
  const accept = useChange("proposal_accept");
  const decline = useChange("proposal_decline");
  const [mode, setMode] = useState<"counts" | "partly" | "not">();
  const [reason, setReason] = useState("");
  const from = parse(proposal.from);
  const short = `${from.standard} ${from.clause}`;
  const suggestions = [
    t("proposal.reason.same", { clause: parse(proposal.reference).clause }),
    t("proposal.reason.section"),
  ];
  const run = async (strength: string | undefined, why: string) => {
    try {
      if (strength) await accept.run({ item, reference: proposal.reference, strength, reason: why }, "accept");
      else await decline.run({ item, reference: proposal.reference, reason: why }, "decline");
      say(
        t(strength ? "proposal.accepted" : "proposal.declined", { item, clause: parse(proposal.reference).clause }),
        true,
      );
      onDone();
    } catch (error) {
      complain(error);
    }
  };
  const busy = accept.busy || decline.busy;
  return (
    <div>
      <p className="hint">
        {t(`proposal.why.${proposal.relation}`, { from: short })} {proposal.notes[0] ?? ""}
      </p>
      {!mode ? (
        <div className="row" style={{ marginTop: 10, flexWrap: "wrap" }}>
          {proposal.needs_reason ? (
            <>
              <button type="button" className="button outline small" disabled={busy} onClick={() => setMode("counts")}>
                {t("proposal.counts")}
              </button>
              <button type="button" className="button outline small" disabled={busy} onClick={() => setMode("partly")}>
                {t("proposal.partly")}
              </button>
            </>
          ) : (
            <button type="button" className="button outline small" disabled={busy} onClick={() => void run("full", "")}>
              {t("proposal.accept")}
            </button>
          )}
          <button type="button" className="button small end" disabled={busy} onClick={() => setMode("not")}>
            {t("proposal.not")}
          </button>
        </div>
      ) : (
        <div className="column" style={{ gap: 8, marginTop: 10 }}>
          <label className="hint medium" htmlFor={`why ${item} ${proposal.reference}`}>
            {t(mode === "not" ? "proposal.notBecause" : "proposal.because")}
          </label>
          {mode === "counts" &&
            suggestions.map((s) => (
              <button
                key={s}
                type="button"
                className="button outline"
                style={{ justifyContent: "flex-start" }}
                disabled={busy}
                onClick={() => void run("full", s)}
              >
                {s}
              </button>
            ))}
          <form
            className="row"
            onSubmit={(e) => {
              e.preventDefault();
              if (reason.trim()) void run(mode === "not" ? undefined : mode === "partly" ? "partial" : "full", reason);
            }}
          >
            <input
              id={`why ${item} ${proposal.reference}`}
              className="input"
              value={reason}
              placeholder={t("proposal.write")}
              onChange={(e) => setReason(e.target.value)}
            />
            <button type="submit" className="button outline" disabled={!reason.trim() || busy}>
              {t("action.enter")}
            </button>
          </form>
          <button type="button" className="hint" style={{ alignSelf: "flex-start" }} onClick={() => setMode(undefined)}>
            {t("action.back")}
          </button>
        </div>
      )}
    </div>
  );
}
