// One decision on several clauses or controls: what is not touched stays as it is on each of them. One step, undone in one.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { WriteButton } from "../../here/WriteButton";
import { number } from "../../i18n";
import { type Refusal, refusal, useChange } from "../../ipc";
import type { Applicability } from "../../ipc/generated/core";
import { CloseButton, DayField, Kbd, Problem, TextField } from "../../kit";
import { refusalWords } from "../../kit/refusalwords";
import { parseReference } from "../../kit/standards";
import { Affected, useForetold } from "./Affected";
import { Condition } from "./DecisionFields";
import { type BulkDraft, bulkChange, bulkWhole, GROUNDS, NOTHING, REACHES, REFUSED_AT } from "./decisions";
import { OneOf, Toggles } from "./Toggles";

const NAMED = 8;

export function Bulk({
  system,
  rows,
  controls,
  draft,
  onDraft,
  onClose,
}: {
  system: string;
  rows: Applicability[];
  controls: boolean;
  draft: BulkDraft;
  onDraft: (draft: BulkDraft) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { readOnly } = useWorkspace();
  const change_ = useChange("applicability_set");
  const [error, setError] = useState<Refusal>();
  const clauses = rows.map((row) => parseReference(row.reference).clause);
  const change = bulkChange(draft, controls);
  const whole = bulkWhole(draft, rows, controls);
  const foretold = useForetold(system, clauses, change, whole && !readOnly);
  const set = (next: Partial<BulkDraft>) => {
    setError(undefined);
    onDraft({ ...draft, ...next });
  };
  const at = error && REFUSED_AT[error.reason];
  const words = error && refusalWords(error);
  const wrong = (place: typeof at) => (at === place && words ? `${words.message}. ${words.hint}` : undefined);
  const run = async () => {
    if (!whole || change_.busy || readOnly) return;
    try {
      const done = await change_.run({ standard: system, clauses, ...change });
      setError(undefined);
      onDraft(NOTHING);
      showDone(t("applicability.savedSeveral", { n: number(done.length) }));
    } catch (e) {
      setError(refusal(e));
    }
  };
  const out = draft.applies === "no";
  const stays = (touched: boolean) => (touched ? undefined : t("applicability.stays"));
  return (
    <aside
      className="inspector"
      aria-label={t("register.selection")}
      data-region
      data-testid="bulk"
      onKeyDown={(e) => {
        if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
          e.preventDefault();
          void run();
        }
      }}
    >
      <header>
        <div className="muted" style={{ fontSize: 12 }}>
          {t("register.selection")}
        </div>
        <h2>{t(controls ? "applicability.several" : "applicability.severalClauses", { n: number(rows.length) })}</h2>
        <p className="muted wrap">
          {clauses.slice(0, NAMED).join(", ")}{" "}
          {clauses.length > NAMED && t("clause.more", { n: number(clauses.length - NAMED) })}
        </p>
        <CloseButton onClick={onClose} style={{ position: "absolute", right: 16, top: 12 }} />
      </header>
      <section className="part">
        <fieldset
          disabled={readOnly}
          className="column"
          style={{ border: 0, padding: 0, margin: 0, minWidth: 0, gap: 14 }}
        >
          <legend className="hidden">{t("applicability.decision")}</legend>
          {error && !at && <Problem error={error} />}
          <OneOf
            label={t("applicability.applies")}
            value={draft.applies || undefined}
            options={[
              { value: "yes", label: t(controls ? "soa.included" : "applicability.doesApply") },
              { value: "no", label: t(controls ? "soa.excluded" : "applicability.doesNot") },
            ]}
            onChange={(applies) => set({ applies: applies === draft.applies ? "" : applies })}
            note={stays(draft.applies !== "")}
          />
          <TextField
            label={t("applicability.oneReason")}
            value={draft.reason}
            onChange={(reason) => set({ reason })}
            area
            wrong={wrong("reason")}
            note={stays(draft.reason !== "")}
          />
          {out && !controls && (
            <Condition
              value={draft.condition}
              onChange={(condition) => set({ condition })}
              wrong={wrong("condition")}
            />
          )}
          {controls && !out && (
            <>
              <Toggles
                label={t("applicability.grounds")}
                value={draft.grounds ?? []}
                options={GROUNDS.map((value) => ({ value, label: t(`ground.${value}`) }))}
                onChange={(grounds) => set({ grounds })}
                note={stays(draft.grounds !== undefined)}
              />
              <OneOf
                label={t("applicability.status")}
                value={draft.implemented || undefined}
                options={(["yes", "partly", "no", "by"] as const).map((value) => ({
                  value,
                  label: value === "by" ? t("applicability.planned") : t(`inPlace.${value}`),
                }))}
                onChange={(said) => set({ implemented: said === draft.implemented ? "" : said })}
                note={stays(draft.implemented !== "")}
              />
              {draft.implemented === "by" && (
                <DayField label={t("applicability.plannedBy")} value={draft.day} onChange={(day) => set({ day })} />
              )}
              <Toggles
                label={t("applicability.reach")}
                value={draft.reach ?? []}
                options={REACHES.map((value) => ({ value, label: t(`reach.${value}`) }))}
                onChange={(reach) => set({ reach })}
                note={stays(draft.reach !== undefined)}
              />
            </>
          )}
          {controls && (
            <TextField
              label={t("applicability.risks")}
              value={draft.risks}
              onChange={(risks) => set({ risks })}
              area
              note={stays(draft.risks !== "") ?? t("applicability.risksNote")}
            />
          )}
          <TextField
            label={t("applicability.answers")}
            value={draft.owner}
            onChange={(owner) => set({ owner })}
            note={stays(draft.owner !== "")}
          />
        </fieldset>
        <div className="row" style={{ marginTop: 14 }}>
          <WriteButton
            className="button primary"
            disabled={!whole || change_.busy}
            onClick={() => void run()}
            data-testid="decide-several"
          >
            {t("applicability.decideSeveral", { n: number(rows.length) })} <Kbd>Ctrl ↵</Kbd>
          </WriteButton>
        </div>
      </section>
      <Affected ask={foretold} followedBy={[]} several />
      <p className="hint wrap" style={{ padding: "12px 20px" }}>
        {t("applicability.oneStep")}
      </p>
    </aside>
  );
}
