// What a system applies to, in the words its standard asks for.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSubmit } from "../../ipc";
import type { ScopeStatement, System } from "../../ipc/generated/core";
import { Dialog, Problem, TextField } from "../../kit";
import { DialogFoot } from "../../kit/dialogfoot";
import { standardOf } from "../../kit/standards";
import { showToast } from "../../kit/toast";

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
      showToast(t("settings.statementSet", { system: system.code }));
      onClose();
    });
  return (
    <Dialog
      onClose={onClose}
      title={t("settings.statementOf", { system: system.code })}
      onPrimary={() => void run()}
      foot={
        <DialogFoot onCancel={onClose} disabled={busy} onPrimary={() => void run()}>
          {t("action.save")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        {error && <Problem error={error} />}
        <TextField
          label={t("scope.boundaries")}
          value={statement.boundaries ?? ""}
          onChange={(boundaries) => setStatement({ ...statement, boundaries })}
          area
          autoFocus
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
        {standard === "9001" && (
          <TextField
            label={t("scope.offerings")}
            value={(statement.offerings ?? []).join("\n")}
            onChange={(v) => setStatement({ ...statement, offerings: lines(v) })}
            area
            note={t("scope.oneLine")}
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
      </div>
    </Dialog>
  );
}
