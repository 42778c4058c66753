// A statement that was kept elsewhere, taken in: its columns, what each row would decide, what is doubtful, all in one step.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { showDone } from "../../here/undo";
import { number } from "../../i18n";
import { useAsk, useSubmit } from "../../ipc";
import type { ColumnsChosen, SoaListed } from "../../ipc/generated/core";
import { Dialog, Problem } from "../../kit";
import { DialogFoot } from "../../kit/dialogfoot";
import { ColumnsBody, NOTHING_CHOSEN, Sub } from "../importing/ColumnsStep";
import { ListedRows } from "./ListedRows";
import { type Answers, answered, requestOf } from "./taken";

export function TakeInDialog({ system, path, onClose }: { system: string; path: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [columns, setColumns] = useState<ColumnsChosen>(NOTHING_CHOSEN);
  const [answers, setAnswers] = useState<Answers>({});
  const [remember, setRemember] = useState(true);
  const [step, setStep] = useState<"columns" | "rows">("columns");
  const request = { standard: system, path, columns, answers: requestOf(answers), remember };
  const { data, error, stale } = useAsk("soa_look", request);
  const take = useSubmit("soa_import");
  const list = data?.list;
  const usable = list?.usable === true;
  const n = data?.counts.decided ?? 0;
  const ready = step === "columns" ? usable : n > 0 && !take.busy && !stale;
  const run = () => {
    if (!ready) return;
    if (step === "columns") return setStep("rows");
    void take.submit(request, (done) => {
      showDone(t("takeIn.done", { n: number(done.counts.decided) }));
      onClose();
    });
  };
  return (
    <Dialog
      onClose={onClose}
      calm
      size="min(1340px, 96vw)"
      title={t(step === "columns" ? "columns.title" : "takeIn.title")}
      sub={
        list &&
        (step === "columns" ? (
          <Sub found={list} onSheet={(sheet) => setColumns({ ...columns, sheet, row: null, columns: {} })} />
        ) : (
          <Summary data={data} />
        ))
      }
      onPrimary={run}
      foot={
        <>
          {step === "columns" && (
            <label className="row" style={{ gap: 8 }}>
              <input
                type="checkbox"
                className="check"
                checked={remember}
                onChange={(e) => setRemember(e.target.checked)}
              />
              <span className="medium">{t("columns.remember")}</span>
            </label>
          )}
          <DialogFoot
            onCancel={step === "columns" ? onClose : () => setStep("columns")}
            cancel={step === "columns" ? undefined : t("action.back")}
            disabled={!ready}
            onPrimary={run}
            data-testid="take-in"
            keys
          >
            {step === "columns"
              ? t(list?.rows === 1 ? "columns.useOne" : "columns.use", { n: number(list?.rows ?? 0) })
              : t("takeIn.run", { n: number(n) })}
          </DialogFoot>
        </>
      }
    >
      {(take.error ?? error) && <Problem error={take.error ?? error ?? { code: "", reason: "", values: {} }} />}
      {step === "columns" && list && (
        <ColumnsBody
          found={list}
          stale={stale}
          own={columns}
          onChange={(part) => setColumns({ ...columns, ...part })}
        />
      )}
      {step === "rows" && data && (
        <ListedRows
          data={data}
          answers={answers}
          onAnswer={(row, doubt, answer) => setAnswers(answered(answers, row, doubt, answer))}
        />
      )}
    </Dialog>
  );
}

/** How many rows come to what, and of which edition the list speaks. */
function Summary({ data }: { data: SoaListed | undefined }) {
  const { t } = useTranslation();
  if (!data) return null;
  const { counts } = data;
  return (
    <span className="wrap">
      {t("takeIn.counts", {
        decided: number(counts.decided),
        otherwise: number(counts.otherwise),
        unchanged: number(counts.unchanged),
        asked: number(counts.asked),
        left: number(counts.left_out),
      })}
      {data.listed_edition !== data.edition &&
        ` ${t("takeIn.otherEdition", { listed: data.listed_edition, held: data.edition })}`}
    </span>
  );
}
