// Who runs something that a scope takes in: the organisation, others, or both; with the parties, and why.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { useAsk, useSubmit } from "../../ipc";
import type { RunBy, ScopeItem } from "../../ipc/generated/core";
import { Dialog, Problem, Segments, TextField } from "../../kit";
import { Choice } from "../../kit/choice";
import { DialogFoot } from "../../kit/dialogfoot";

const WAYS: RunBy[] = ["own", "shared", "others"];

export function RunByDialog({ item, onClose }: { item: ScopeItem; onClose: () => void }) {
  const { t } = useTranslation();
  const { when } = useWorkspace();
  const ask = useAsk("party_list", { ...when });
  const all = ask.data ?? [];
  const [by, setBy] = useState<RunBy | undefined>(item.run_by ?? undefined);
  const [named, setNamed] = useState<string[]>();
  const [reason, setReason] = useState("");
  const { submit, busy, error } = useSubmit("scope_run_by");
  const refused = error ?? ask.error;
  const parties = named ?? all.filter((one) => item.parties.includes(one.id)).map((one) => one.name);
  const ready = by !== undefined && reason.trim() !== "" && !busy && ask.data !== undefined;
  const run = () => {
    if (!ready || !by) return;
    void submit({ item: item.code, by, parties: by === "own" ? [] : parties, reason }, () => {
      showDone(t("scopes.runBySet", { item: item.code, by: t(`runBy.${by}`) }));
      onClose();
    });
  };
  return (
    <Dialog
      onClose={onClose}
      over={`${item.code} ${item.name}`}
      title={t("scopes.whoRuns")}
      size={480}
      calm
      onPrimary={run}
      foot={
        <DialogFoot onCancel={onClose} disabled={!ready} onPrimary={run} keys data-testid="run-by-save">
          {t("action.set")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        {refused && <Problem error={refused} />}
        <Segments
          value={by ?? ("" as RunBy)}
          onChange={setBy}
          label={t("scopes.whoRuns")}
          options={WAYS.map((way) => ({ value: way, label: t(`runBy.${way}`) }))}
        />
        {by && by !== "own" && all.length > 0 && (
          <Choice
            label={t("settings.parties")}
            options={all.map((one) => ({ value: one.name, label: one.name }))}
            value={parties}
            onChange={setNamed}
          />
        )}
        {by && by !== "own" && ask.data && all.length === 0 && <p className="amber">{t("scopes.noParties")}</p>}
        <TextField label={t("field.reason")} value={reason} onChange={setReason} area />
      </div>
    </Dialog>
  );
}
