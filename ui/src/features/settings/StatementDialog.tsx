// What a system applies to, in the words its standard asks for.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { showDone } from "../../here/undo";
import { useSubmit } from "../../ipc";
import type { ScopeStatement, System } from "../../ipc/generated/core";
import { Segments, TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { standardOf } from "../../kit/standards";

export function StatementDialog({ system, onClose }: { system: System; onClose: () => void }) {
  const { t } = useTranslation();
  const standard = standardOf(system.edition);
  const [statement, setStatement] = useState<ScopeStatement>(system.statement);
  const { submit, busy, error } = useSubmit("system_state");
  const lines = (text: string) =>
    text
      .split("\n")
      .map((l) => l.trim())
      .filter(Boolean);
  const run = () =>
    submit({ system: system.code, statement }, () => {
      showDone(t("settings.statementSet", { system: system.code }));
      onClose();
    });
  return (
    <ActDialog
      onClose={onClose}
      title={t("settings.statementOf", { system: system.code })}
      size={580}
      action={t("action.save")}
      busy={busy}
      error={error}
      onRun={() => void run()}
    >
      <TextField
        label={t("scope.boundaries")}
        value={statement.boundaries ?? ""}
        onChange={(boundaries) => setStatement({ ...statement, boundaries })}
        area
        autoFocus
      />
      <AllOrSome
        label={t("scope.part.whole_organisation")}
        value={statement.whole_organisation}
        onChange={(whole_organisation) => setStatement({ ...statement, whole_organisation })}
      />
      {standard === "20000-1" && (
        <TextField
          label={t("scope.provider")}
          value={statement.provider ?? ""}
          onChange={(provider) => setStatement({ ...statement, provider })}
        />
      )}
      {standard === "20000-1" && (
        <TextField
          label={t("scope.services")}
          value={(statement.services ?? []).join("\n")}
          onChange={(v) => setStatement({ ...statement, services: lines(v) })}
          area
          note={t("scope.oneLine")}
        />
      )}
      {standard === "20000-1" && (statement.services ?? []).length > 0 && (
        <AllOrSome
          label={t("scope.part.all_services")}
          value={statement.all_services}
          onChange={(all_services) => setStatement({ ...statement, all_services })}
        />
      )}
      {standard === "9001" && (
        <TextField
          label={t("scope.offerings")}
          value={(statement.offerings ?? []).join("\n")}
          onChange={(v) => setStatement({ ...statement, offerings: lines(v) })}
          area
          note={t("scope.oneLine")}
        />
      )}
      {standard === "9001" && (statement.offerings ?? []).length > 0 && (
        <AllOrSome
          label={t("scope.part.all_offerings")}
          value={statement.all_offerings}
          onChange={(all_offerings) => setStatement({ ...statement, all_offerings })}
        />
      )}
      <TextField
        label={t("scope.part.activities")}
        value={(statement.activities ?? []).join("\n")}
        onChange={(v) => setStatement({ ...statement, activities: lines(v) })}
        area
        note={t("scope.oneLine")}
      />
      {(statement.activities ?? []).length > 0 && (
        <AllOrSome
          label={t("scope.part.all_activities")}
          value={statement.all_activities}
          onChange={(all_activities) => setStatement({ ...statement, all_activities })}
        />
      )}
      {standard === "9001" && (
        <TextField
          label={t("scope.notApplicable")}
          value={(statement.not_applicable ?? []).join("\n")}
          onChange={(v) => setStatement({ ...statement, not_applicable: lines(v) })}
          area
          note={t("scope.notApplicableNote")}
        />
      )}
      {standard === "9001" && (statement.not_applicable ?? []).length > 0 && (
        <label className="row" style={{ gap: 8, alignItems: "flex-start" }}>
          <input
            type="checkbox"
            className="check"
            checked={statement.unaffected ?? false}
            onChange={(e) => setStatement({ ...statement, unaffected: e.target.checked || null })}
          />
          {t("scope.unaffected")}
        </label>
      )}
      {standard === "27001" && (
        <TextField
          label={t("scope.controlsNotApplicable")}
          value={(statement.not_applicable ?? []).join("\n")}
          onChange={(v) => setStatement({ ...statement, not_applicable: lines(v) })}
          area
          note={t("scope.controlsNotApplicableNote")}
        />
      )}
      {standard === "27001" && (
        <TextField
          label={t("scope.others")}
          value={statement.other_parties ?? ""}
          onChange={(other_parties) => setStatement({ ...statement, other_parties })}
          area
        />
      )}
      <TextField
        label={t("scope.words")}
        value={statement.text ?? ""}
        onChange={(text) => setStatement({ ...statement, text })}
        area
      />
    </ActDialog>
  );
}

/** Whether it is all of something or a part of it; nothing is chosen before somebody has. */
function AllOrSome({
  label,
  value,
  onChange,
}: {
  label: string;
  value: boolean | null | undefined;
  onChange: (value: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="row" style={{ flexWrap: "wrap" }}>
      <span className="grow">{label}</span>
      <Segments
        value={typeof value === "boolean" ? (value ? "all" : "some") : ("none" as "all" | "some")}
        label={label}
        onChange={(chosen) => onChange(chosen === "all")}
        options={[
          { value: "all", label: t("scope.allOfIt") },
          { value: "some", label: t("scope.someOfIt") },
        ]}
      />
    </div>
  );
}
