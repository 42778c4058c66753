// A certificate as its body issued it: entered, or corrected with a reason.
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { useAsk, useSubmit } from "../../ipc";
import type { CertificateRow } from "../../ipc/generated/core";
import { DayField, Field, SelectField, TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { Choice } from "../../kit/choice";
import { isDay } from "../../kit/dates";
import { standardOf } from "../../kit/standards";
import { changesOf, changesSomething, daysOf, daysStand, EMPTY, type Typed, typedOf } from "./certificatewords";

export function CertificateDialog({
  before,
  onDone,
  onClose,
}: {
  before?: CertificateRow;
  onDone: (number: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { info, when } = useWorkspace();
  const [typed, setTyped] = useState<Typed>(
    before ? typedOf(before) : { ...EMPTY, system: info.systems[0]?.code ?? "" },
  );
  const [reason, setReason] = useState("");
  const add = useSubmit("certificate_add");
  const correct = useSubmit("certificate_correct");
  const { busy, error } = before ? correct : add;
  const system = info.systems.find((s) => s.code === typed.system);
  const items = useAsk("scope_list", { ...when }).data ?? [];
  const inside = items.filter((item) => system?.scope.includes(item.code) || typed.scope.includes(item.code));
  const cites = system !== undefined && standardOf(system.edition) === "27001";
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change });
  const change = before && changesOf(before, typed, reason);
  const ready =
    daysStand(typed) &&
    !busy &&
    system !== undefined &&
    (!change || (changesSomething(change) && reason.trim() !== ""));
  const run = () => {
    const done = (certificate: CertificateRow) => {
      showDone(t(before ? "settings.corrected" : "settings.added", { name: certificate.number }));
      onDone(certificate.number);
      onClose();
    };
    if (change) void correct.submit(change, done);
    else {
      const statement = cites ? typed.statement.trim() : "";
      void add.submit({ ...typed, statement, surveillance: daysOf(typed.surveillance) }, done);
    }
  };
  const badDays = daysOf(typed.surveillance).some((day) => !isDay(day));
  return (
    <ActDialog
      onClose={onClose}
      title={t(before ? "settings.correctOf" : "certificates.add", { name: before?.number })}
      size={580}
      action={t(before ? "action.correct" : "action.add")}
      ready={ready}
      busy={busy}
      error={error}
      onRun={run}
      data-testid="certificate-save"
    >
      {!before && (
        <SelectField
          label={t("certificates.system")}
          value={typed.system}
          onChange={(code) => set({ system: code, scope: [] })}
          options={info.systems.map((s) => ({ value: s.code, label: `${s.code} ${s.edition}` }))}
        />
      )}
      <div className="row" style={{ alignItems: "flex-start", flexWrap: "wrap" }}>
        <TextField
          label={t("certificates.number")}
          value={typed.number}
          onChange={(number) => set({ number })}
          autoFocus
          style={{ width: 180 }}
        />
        <TextField
          label={t("certificates.body")}
          value={typed.body}
          onChange={(body) => set({ body })}
          style={{ flex: 1, minWidth: 200 }}
        />
      </div>
      <div className="row" style={{ alignItems: "flex-start" }}>
        <DayField
          label={t("certificates.issued")}
          value={typed.issued}
          onChange={(issued) => set({ issued })}
          style={{ width: 160 }}
        />
        <DayField
          label={t("certificates.validUntil")}
          value={typed.valid_until}
          onChange={(valid_until) => set({ valid_until })}
          style={{ width: 160 }}
        />
      </div>
      <TextField
        label={t("certificates.surveillance")}
        value={typed.surveillance}
        onChange={(surveillance) => set({ surveillance })}
        area
        note={t("certificates.surveillanceNote")}
        wrong={badDays ? t("field.dayWrong") : undefined}
      />
      {cites && <Cited system={typed.system} value={typed.statement} onChange={(statement) => set({ statement })} />}
      <TextField
        label={t("certificates.words")}
        value={typed.words}
        onChange={(words) => set({ words })}
        area
        note={t("certificates.wordsNote")}
      />
      {inside.length > 0 && (
        <Choice
          label={t("certificates.scope")}
          options={inside.map((item) => ({ value: item.code, label: `${item.code} ${item.name}` }))}
          value={typed.scope}
          onChange={(scope) => set({ scope })}
          note={t("certificates.scopeNote")}
        />
      )}
      {before && <TextField label={t("field.reason")} value={reason} onChange={setReason} area />}
    </ActDialog>
  );
}

/** The version of the Statement of Applicability that it cites: one that was issued here, or words of one from before. */
function Cited({ system, value, onChange }: { system: string; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const list = useId();
  const ask = useAsk("soa_show", { standard: system });
  const versions = (ask.data?.versions ?? []).filter((version) => version.draft === 0);
  return (
    <Field label={t("certificates.cites")} note={t("certificates.citesNote")}>
      {(id) => (
        <>
          <input id={id} list={list} value={value} onChange={(e) => onChange(e.target.value)} />
          <datalist id={list}>
            {versions.map((version) => (
              <option key={version.id} value={version.label}>
                {version.day}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
