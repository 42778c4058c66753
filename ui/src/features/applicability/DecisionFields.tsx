// The fields of a decision on one clause or control.
import { useTranslation } from "react-i18next";
import type { Refusal } from "../../ipc";
import type { Applicability } from "../../ipc/generated/core";
import { DayField, Problem, TextField } from "../../kit";
import { refusalWords } from "../../kit/refusalwords";
import { type Draft, GROUNDS, REACHES, REFUSED_AT, turned } from "./decisions";
import { OneOf, Toggles } from "./Toggles";

/** What is asked before a requirement of 9001 is left out. */
export function Condition({
  value,
  onChange,
  wrong,
}: {
  value: boolean | undefined;
  onChange: (value: boolean) => void;
  wrong?: string;
}) {
  const { t } = useTranslation();
  return (
    <div data-testid="condition">
      <p className="wrap" style={{ marginBottom: 6 }}>
        {t("applicability.condition")}
      </p>
      <OneOf
        label={t("applicability.conditionAnswer")}
        value={value === undefined ? undefined : value ? "met" : "not"}
        options={[
          { value: "met", label: t("applicability.conditionMet") },
          { value: "not", label: t("applicability.conditionNot") },
        ]}
        onChange={(said) => onChange(said === "met")}
        wrong={wrong}
      />
    </div>
  );
}

export function DecisionFields({
  row,
  draft,
  onChange,
  error,
}: {
  row: Applicability;
  draft: Draft;
  onChange: (draft: Draft) => void;
  error: Refusal | undefined;
}) {
  const { t } = useTranslation();
  const { control } = row;
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  const place = error && REFUSED_AT[error.reason];
  const words = error && refusalWords(error);
  const wrong = (at: typeof place) => (place === at && words ? `${words.message}. ${words.hint}` : undefined);
  const out = draft.applies === false;
  return (
    <div className="column" style={{ gap: 14 }}>
      {error && !place && <Problem error={error} />}
      <OneOf
        label={t("applicability.applies")}
        value={draft.applies === undefined ? undefined : draft.applies ? "yes" : "no"}
        options={[
          { value: "yes", label: t(control ? "soa.included" : "applicability.doesApply") },
          { value: "no", label: t(control ? "soa.excluded" : "applicability.doesNot") },
        ]}
        onChange={(said) => onChange(turned(draft, row.decision, said === "yes"))}
      />
      <TextField
        label={t(out && control ? "soa.reason" : "field.reason")}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        area
        wrong={wrong("reason")}
        note={t(control ? "applicability.bothNeed" : "applicability.outNeeds")}
      />
      {out && !control && (
        <Condition value={draft.condition} onChange={(condition) => set({ condition })} wrong={wrong("condition")} />
      )}
      {!out && control && (
        <Toggles
          label={t("applicability.grounds")}
          value={draft.grounds}
          options={GROUNDS.map((value) => ({ value, label: t(`ground.${value}`) }))}
          onChange={(grounds) => set({ grounds })}
        />
      )}
      {control && (
        <TextField
          label={t("applicability.risks")}
          value={draft.risks}
          onChange={(risks) => set({ risks })}
          area
          note={t("applicability.risksNote")}
        />
      )}
      {!out && control && (
        <>
          <OneOf
            label={t("applicability.status")}
            value={draft.implemented || undefined}
            options={(["yes", "partly", "no", "by"] as const).map((value) => ({
              value,
              label: value === "by" ? t("applicability.planned") : t(`inPlace.${value}`),
            }))}
            onChange={(implemented) => set({ implemented })}
            wrong={wrong("implemented")}
          />
          {draft.implemented === "by" && (
            <DayField label={t("applicability.plannedBy")} value={draft.day} onChange={(day) => set({ day })} />
          )}
          <Toggles
            label={t("applicability.reach")}
            value={draft.reach}
            options={REACHES.map((value) => ({ value, label: t(`reach.${value}`) }))}
            onChange={(reach) => set({ reach })}
            note={t("applicability.reachNote")}
          />
        </>
      )}
      <TextField label={t("applicability.answers")} value={draft.owner} onChange={(owner) => set({ owner })} />
    </div>
  );
}
