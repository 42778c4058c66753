// One document: what it is, what it satisfies, its revisions with their files, what was decided about it.
import { History, Pencil } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FilePreview } from "../../here/FilePreview";
import { go, usePlace } from "../../here/router";
import { useScopeNames } from "../../here/scopes";
import { useWhen, useWorkspace } from "../../here/state";
import { WriteButton } from "../../here/WriteButton";
import { bytes } from "../../i18n";
import { useAsk } from "../../ipc";
import type { DocumentShown, Revision } from "../../ipc/generated/core";
import { CloseButton, Loaded } from "../../kit";
import { distance, dueText, earliest } from "../../kit/dates";
import { Digest } from "../../kit/digest";
import { wholeDays } from "../../kit/wholedays";
import { DraftBand } from "../approval/DraftBand";
import { newestOf, progressWord } from "../approval/standing";
import { SatisfiedClauses } from "../mapping/SatisfiedClauses";
import { Asked } from "./Asked";
import { CommunicateDialog } from "./CommunicateDialog";
import { Communications } from "./Communications";
import { CorrectDialog } from "./CorrectDialog";
import { DecisionDialog } from "./DecisionDialog";
import { comingOf, type Decision, decisionsOf, draftOf, standingOf } from "./decisions";
import type { Particular } from "./particulars";
import { ReplaceFilesDialog } from "./ReplaceFilesDialog";
import { RevisionList } from "./RevisionList";
import { WaitsForOwner } from "./WaitsForOwner";

/** What was entered about a document, as far as the head and the facts above do not show it: text, in the list's order. */
const REST = ["approver", "distribution", "retention", "language", "source"] as const satisfies readonly Particular[];

export function DocumentInspector({ code, onClose }: { code: string; onClose: () => void }) {
  const { t } = useTranslation();
  const when = useWhen();
  const ask = useAsk("document_show", { code, ...when });
  return (
    <aside className="inspector" aria-label={code} data-region data-testid="inspector">
      <Loaded ask={ask}>{(data) => <Inside data={data} onClose={onClose} />}</Loaded>
      {!ask.data && (
        <button type="button" className="button" onClick={onClose}>
          {t("action.close")}
        </button>
      )}
    </aside>
  );
}

/** The second axis, with its revision where the document stands by another one. */
const farChip = (document: DocumentShown, draft: Revision | undefined, progress: string): string =>
  draft && draft.label !== document.revision ? `${draft.label}: ${progress}` : progress;

function Inside({ data, onClose }: { data: DocumentShown; onClose: () => void }) {
  const { t } = useTranslation();
  const { day, setReview, setMapping, readOnly } = useWorkspace();
  const scope = useScopeNames()(data.scope);
  const [deciding, setDeciding] = useState<Decision>();
  const current = data.revisions.find((r) => r.label === data.revision) ?? data.revisions.at(-1);
  const draft = draftOf(data);
  const approvals = useAsk("document_approvals", { code: data.code }).data ?? [];
  const far = draft && newestOf(approvals, draft.label)?.progress;
  const next = data.next_review;
  const late = next && data.in_use && earliest(next) < day;
  const unclear = next?.precision === "ambiguous";
  const [open, setOpen] = useState<Revision>();
  const [correcting, setCorrecting] = useState(false);
  const [replacing, setReplacing] = useState<Revision>();
  const [telling, setTelling] = useState<Revision>();
  // The one that is open as it stands now: its files may have been replaced.
  const { params } = usePlace();
  const found = data.revisions.find((r) => r.files.some((f) => f.digest === params.file));
  const shown = data.revisions.find((r) => r.id === open?.id) ?? found ?? current;
  const standing = (revision: Revision) => {
    const { key, values } = standingOf(revision);
    return wholeDays(t(key, values));
  };
  const file = shown?.files.find((f) => f.digest === params.file) ?? shown?.files[0];
  return (
    <>
      <header>
        <div className="row muted" style={{ fontSize: 12 }}>
          {data.code}
          <CloseButton end onClick={onClose} />
        </div>
        <h2 className="wrap selectable">{data.title}</h2>
        <div className="row" style={{ marginTop: 6, fontSize: 12, flexWrap: "wrap" }}>
          <span className="chip">{t(`state.${data.state}`)}</span>
          {far && <span className="chip">{farChip(data, draft, t(progressWord(far)))}</span>}
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
                ? t("documents.unclear", { days: dueText(next) })
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
      {draft && <DraftBand document={data} draft={draft} onApprove={() => setDeciding("approve")} />}
      {data.not_communicated && current && (
        <div className="band amber" data-testid="not-communicated">
          <div className="grow amber">
            <span className="strong">{t("communicate.waits", { label: current.label })}</span>
          </div>
          <WriteButton className="button outline" onClick={() => setTelling(current)}>
            {t("communicate.action")}
          </WriteButton>
        </div>
      )}
      <WaitsForOwner document={data} day={day} onReview={() => setReview({ code: data.code })} />
      {data.withdrawn_from && data.state !== "withdrawn" && (
        <div className="band sunk" data-testid="to-be-withdrawn">
          <span className="grow">{wholeDays(t("documents.withdrawnFrom", { day: data.withdrawn_from }))}</span>
          <WriteButton className="button outline" onClick={() => setDeciding("reinstate")}>
            {t("reinstate.callOffDo")}
          </WriteButton>
        </div>
      )}
      {comingOf(data).map((r) => (
        <div key={r.id} className="band sunk" data-testid="coming">
          <span className="grow">
            {r.effective_from && !r.never_in_force
              ? wholeDays(t("documents.comes", { label: r.label, day: r.effective_from }))
              : t(r.never_in_force ? "documents.comesNever" : "documents.comesSomeDay", { label: r.label })}
          </span>
        </div>
      ))}
      <div className="part row" style={{ flexWrap: "wrap", padding: "10px 20px" }}>
        <button
          type="button"
          className="button outline small"
          onClick={() => go("documents", { history: data.code })}
          data-testid="history"
        >
          <History className="icon" aria-hidden /> {t("history.title")}
        </button>
        {!readOnly &&
          decisionsOf(data).map((decision) => (
            <button
              key={decision}
              type="button"
              className="button outline small"
              onClick={() => setDeciding(decision)}
              data-testid={decision}
            >
              {t(`documents.decide.${decision}`)}
            </button>
          ))}
      </div>
      {deciding && <DecisionDialog decision={deciding} document={data} onClose={() => setDeciding(undefined)} />}
      <section className="part">
        <h2>
          {t("documents.entered")}
          {!readOnly && (
            <button type="button" className="end row medium" onClick={() => setCorrecting(true)}>
              <Pencil className="icon" aria-hidden /> {t("action.correct")}
            </button>
          )}
        </h2>
        <dl className="facts">
          <dt>{t("field.owner")}</dt>
          <dd>{data.owner || "–"}</dd>
          {current && [<dt key="a">{t("field.state")}</dt>, <dd key="b">{standing(current)}</dd>]}
          <dt>{t("field.approved")}</dt>
          <dd>
            {current?.approved_by
              ? t(current.approved_by_author ? "documents.approvedByAuthor" : "documents.approvedBy", {
                  day: dueText(current.approved_on),
                  by: current.approved_by,
                })
              : "–"}
          </dd>
          <dt>{t("field.interval")}</dt>
          <dd>
            {data.months
              ? t(data.review_interval ? "documents.everyMonths" : "documents.everyMonthsByRule", { n: data.months })
              : "–"}
          </dd>
          <dt>{t("field.nextReview")}</dt>
          <dd className="num">{dueText(next)}</dd>
          {REST.map((name) =>
            data[name]
              ? [
                  <dt key={name}>{t(`particular.${name}`)}</dt>,
                  <dd key={`${name}d`} className="wrap">
                    {data[name]}
                  </dd>,
                ]
              : null,
          )}
          <dt>{t("field.countsFor")}</dt>
          <dd>{scope.length ? scope.join(", ") : t("scope.everywhere")}</dd>
          {file && [
            <dt key="a">{t("field.file")}</dt>,
            <dd key="b" className="wrap">
              {file.name}, {bytes(file.size)}
            </dd>,
          ]}
        </dl>
      </section>
      <SatisfiedClauses
        item={data.code}
        mappings={data.mappings}
        label={t("field.satisfies")}
        onMap={() => setMapping([data.code])}
        readOnly={readOnly}
      />
      <RevisionList
        document={data}
        approvals={approvals}
        shown={shown}
        onShow={setOpen}
        onReplace={draft && !readOnly ? () => setReplacing(draft) : undefined}
      />
      {shown && (
        <Communications document={data} revision={shown} onRecord={() => setTelling(shown)} readOnly={readOnly} />
      )}
      {file && (
        <section className="part" style={{ padding: "0 4px", minHeight: 420, display: "flex" }}>
          <FilePreview file={file} height={420} />
        </section>
      )}
      <Asked data={data} />
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
      {telling && <CommunicateDialog document={data} revision={telling} onClose={() => setTelling(undefined)} />}
      {correcting && <CorrectDialog document={data} onClose={() => setCorrecting(false)} />}
      {replacing && (
        <ReplaceFilesDialog code={data.code} revision={replacing} onClose={() => setReplacing(undefined)} />
      )}
    </>
  );
}
