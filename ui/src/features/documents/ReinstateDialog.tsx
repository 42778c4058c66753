// Putting a withdrawn document in force again, with one of its revisions, from a day on.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { useSubmit } from "../../ipc";
import type { DocumentShown } from "../../ipc/generated/core";
import { DayField, SelectField, TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { isDay, plusMonths } from "../../kit/dates";
import { showToast } from "../../kit/toast";
import { onlyCalledOff, standingOf } from "./decisions";

export function ReinstateDialog({ document, onClose }: { document: DocumentShown; onClose: () => void }) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const there = document.revisions.filter((r) => r.approved_by).toReversed();
  // The one that was in force last comes first to mind.
  const last = there.toSorted((a, b) => (b.effective_from ?? "").localeCompare(a.effective_from ?? ""))[0];
  const [label, setLabel] = useState(last?.label ?? "");
  const [reason, setReason] = useState("");
  const [from, setFrom] = useState(info.today);
  const months = document.months;
  const [next, setNext] = useState(months ? plusMonths(info.today, months) : "");
  const { submit, busy, error } = useSubmit("document_reinstate");
  const callsOff = onlyCalledOff(document);
  const ready = reason.trim() !== "" && isDay(from) && (next === "" || isDay(next));
  const run = () =>
    submit(
      callsOff
        ? { code: document.code, reason }
        : { code: document.code, revision: label, reason, from, next_review: next || null },
      () => {
        const { code } = document;
        showToast(callsOff ? t("reinstate.calledOff", { code }) : t("reinstate.done", { code, label, day: from }));
        onClose();
      },
    );
  return (
    <ActDialog
      onClose={onClose}
      over={document.code}
      title={t("reinstate.title", { title: document.title })}
      action={t("reinstate.do")}
      ready={ready}
      busy={busy}
      error={error}
      onRun={() => void run()}
      data-testid="reinstate-confirm"
    >
      {!callsOff && (
        <SelectField
          label={t("field.revision")}
          value={label}
          onChange={setLabel}
          options={there.map((r) => {
            const { key, values } = standingOf(r);
            return { value: r.label, label: `${r.label}, ${t(key, values)}` };
          })}
        />
      )}
      <TextField label={t("mapping.reason")} value={reason} onChange={setReason} area autoFocus />
      {!callsOff && (
        <div style={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 16 }}>
          <DayField label={t("approve.from")} value={from} onChange={setFrom} />
          <DayField
            label={t("field.nextReview")}
            value={next}
            onChange={setNext}
            note={months ? t("documents.everyMonths", { n: months }) : t("approve.noInterval")}
          />
        </div>
      )}
      <p className="muted">{t(callsOff ? "reinstate.callOff" : "reinstate.plansAnew")}</p>
    </ActDialog>
  );
}
