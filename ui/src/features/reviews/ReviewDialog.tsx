// Concluding a review: confirm, revise or withdraw, always with a reason. The cursor stands in the reason.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SigningFields, useSigning } from "../../here/signing";
import { type ReviewRequest, useWorkspace } from "../../here/state";
import { type Refusal, refusal, useAsk, useChange } from "../../ipc";
import type { DocumentShown } from "../../ipc/generated/core";
import { ClauseChip, DayField, Dialog, Kbd, Problem, TextField, useKey } from "../../kit";
import { distance, dueText, earliest, isDay, latest, plusMonths } from "../../kit/dates";
import { DialogFoot } from "../../kit/dialogfoot";
import { showToast } from "../../kit/toast";

const OUTCOMES = ["confirmed", "revise", "withdraw"] as const;

export function ReviewDialog({ wish }: { wish: ReviewRequest }) {
  const { t } = useTranslation();
  const { setReview } = useWorkspace();
  const ask = useAsk("document_show", { code: wish.code });
  if (!ask.data || ask.stale) {
    if (!ask.error) return null;
    return (
      <Dialog onClose={() => setReview(undefined)} title={t("action.review")}>
        <Problem error={ask.error} />
      </Dialog>
    );
  }
  return <Inside key={wish.code} document={ask.data} wish={wish} />;
}

function Inside({ document, wish }: { document: DocumentShown; wish: ReviewRequest }) {
  const { t } = useTranslation();
  const { setReview, info } = useWorkspace();
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>("confirmed");
  const [reason, setReason] = useState("");
  // No day is filled in unless an interval gives one: the document's own, else that of the rule for its type.
  const months = document.months;
  const [next, setNext] = useState(months ? plusMonths(info.today, months) : "");
  const [owner, setOwner] = useState(document.owner);
  const [by, setBy] = useState("");
  const [error, setError] = useState<Refusal>();
  const signing = useSigning(error);
  const change = useChange("document_review");
  const last = document.reviews.at(-1);
  const close = () => setReview(undefined);
  const then = wish.then?.[0];
  useKey("1", () => setOutcome("confirmed"), true);
  useKey("2", () => setOutcome("revise"), true);
  useKey("3", () => setOutcome("withdraw"), true);
  const ready = !change.busy && (outcome !== "confirmed" || isDay(next)) && (outcome !== "revise" || isDay(by));
  const run = async () => {
    if (!ready) return;
    if (!reason.trim()) {
      setError({ code: "reason_needed", reason: "review_without_reason", values: {} });
      return;
    }
    setError(undefined);
    try {
      const revise = outcome === "revise";
      await change.run({
        code: document.code,
        outcome,
        reason,
        next: outcome === "confirmed" ? next : null,
        owner: revise ? owner : null,
        revise_by: revise ? by : null,
        sign: signing.sign,
      });
      const day = { confirmed: next, revise: by, withdraw: info.today }[outcome];
      showToast(
        t(`review.said.${outcome}`, { code: document.code, day }),
        then
          ? { label: t("review.next", { code: then }), run: () => setReview({ code: then, then: wish.then?.slice(1) }) }
          : undefined,
      );
      close();
    } catch (e) {
      setError(refusal(e));
    }
  };
  const when = document.next_review;
  const late = when !== null && when !== undefined && latest(when) < info.today;
  const wanting =
    outcome === "confirmed" && !isDay(next)
      ? "review.needsNext"
      : outcome === "revise" && !isDay(by)
        ? "review.needsBy"
        : undefined;
  return (
    <Dialog
      onClose={close}
      over={`${document.code}${document.revision ? `, ${t("field.rev")} ${document.revision}` : ""}`}
      title={t("review.title", { title: document.title })}
      sub={
        <>
          {when
            ? when.precision === "ambiguous"
              ? t("documents.unclear", { days: dueText(when) })
              : t("review.due", { day: dueText(when), when: distance(info.today, earliest(when)) })
            : t("review.noDate")}{" "}
          {last && t("review.last", { day: last.on, by: last.reviewer })}
        </>
      }
      onPrimary={() => void run()}
      foot={
        <DialogFoot
          hint={t(wanting ?? "review.inLedger")}
          onCancel={close}
          disabled={!ready}
          onPrimary={() => void run()}
          data-testid="review-conclude"
          keys
        >
          {t(`review.do.${outcome}`)}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 16 }}>
        <div className="card" role="radiogroup" aria-label={t("review.outcome")}>
          {OUTCOMES.map((o, n) => (
            <label
              key={o}
              className="row"
              style={{
                gap: 12,
                padding: "10px 14px",
                borderTop: n ? "1px solid var(--line)" : 0,
                background: o === outcome ? "var(--sel)" : undefined,
              }}
            >
              <input
                type="radio"
                className="check"
                name="outcome"
                checked={o === outcome}
                onChange={() => setOutcome(o)}
              />
              <span className="grow">
                <span className="medium">{t(`review.outcome.${o}`)}</span>
                <br />
                <span className="muted" style={{ fontSize: 12 }}>
                  {t(`review.outcome.${o}.means`, { revision: document.revision ?? "" })}
                </span>
              </span>
              <Kbd>{n + 1}</Kbd>
            </label>
          ))}
        </div>
        <TextField
          label={t(outcome === "confirmed" ? "field.whyStillRight" : "mapping.reason")}
          value={reason}
          onChange={setReason}
          area
          autoFocus
        />
        {error && !signing.at && <Problem error={error} />}
        {outcome === "confirmed" && (
          <div style={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 16 }}>
            <DayField
              label={t("field.nextReview")}
              value={next}
              onChange={setNext}
              note={
                months
                  ? t(document.review_interval ? "review.months" : "review.monthsByRule", { n: months })
                  : undefined
              }
            />
          </div>
        )}
        {outcome === "revise" && (
          <div style={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 16 }}>
            <TextField label={t("review.reviseOwner")} value={owner} onChange={setOwner} />
            <DayField label={t("review.reviseBy")} value={by} onChange={setBy} />
          </div>
        )}
        <dl className="facts">
          <dt>{t("review.by")}</dt>
          <dd>{info.person?.name ?? info.actor}</dd>
        </dl>
        <SigningFields signing={signing} onLeave={close} />
        {document.mappings.length > 0 && (outcome === "withdraw" || (outcome === "confirmed" && late)) && (
          <div className="row" style={{ flexWrap: "wrap", gap: 6 }}>
            <span className="muted">{t(outcome === "confirmed" ? "review.countsAgain" : "review.opensUp")}</span>
            {document.mappings.map((m) => (
              <ClauseChip key={m.reference} reference={m.reference} />
            ))}
          </div>
        )}
        {outcome === "revise" && <p className="muted">{t("review.reviseHow")}</p>}
      </div>
    </Dialog>
  );
}
