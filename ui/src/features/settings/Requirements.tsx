// Service requirements, written and agreed, with those of law beside them.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePlace } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { WriteButton } from "../../here/WriteButton";
import { useAsk, useSubmit } from "../../ipc";
import type { Requirement, RequirementKind } from "../../ipc/generated/core";
import { Loaded, SelectField, TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { ReasonDialog } from "../../kit/reasondialog";

const KINDS: RequirementKind[] = ["service", "legal", "regulatory", "other"];

export function Requirements() {
  const { t } = useTranslation();
  const { readOnly } = useWorkspace();
  const { requirement } = usePlace().params;
  const ask = useAsk("requirement_list", {});
  const [adding, setAdding] = useState(false);
  const [dropping, setDropping] = useState<Requirement>();
  return (
    <section data-testid="requirements">
      <div className="row" style={{ marginBottom: 8 }}>
        <h2 className="parthead" style={{ margin: 0 }}>
          {t("requirements.title")}
        </h2>
        <WriteButton className="button outline small end" onClick={() => setAdding(true)}>
          {t("requirements.add")}
        </WriteButton>
      </div>
      <Loaded ask={ask}>
        {(all) => (
          <div className="card" style={{ maxHeight: "50vh", overflow: "auto" }}>
            {all.map((one) => (
              <div
                key={one.id}
                className="row"
                style={{
                  padding: "8px 14px",
                  borderBottom: "1px solid var(--line)",
                  gap: 12,
                  alignItems: "flex-start",
                  background: one.number === requirement ? "var(--sel)" : undefined,
                }}
                ref={(el) => {
                  if (one.number === requirement) el?.scrollIntoView?.({ block: "nearest" });
                }}
              >
                <span className="medium" style={{ width: 64 }}>
                  {one.number}
                </span>
                <span className="grow wrap selectable" style={{ lineHeight: "18px" }}>
                  {one.text}
                  <span
                    className={`wrap ${one.whose === "service" && !one.agreed ? "amber" : "hint"}`}
                    style={{ display: "block", fontSize: 12 }}
                  >
                    {t(`requirements.whose.${one.whose}`)}
                    {one.service && `, ${one.service}`}
                    {one.agreed
                      ? `, ${t("requirements.agreedWith", { agreed: one.agreed })}`
                      : one.whose === "service" && `, ${t("requirements.notAgreed")}`}
                  </span>
                </span>
                {!readOnly && (
                  <button
                    type="button"
                    className="button outline small"
                    aria-label={`${t("requirements.drop")}: ${one.number}`}
                    onClick={() => setDropping(one)}
                  >
                    {t("requirements.drop")}
                  </button>
                )}
              </div>
            ))}
            {all.length === 0 && (
              <p className="muted" style={{ padding: 14 }}>
                {t("requirements.none")}
              </p>
            )}
          </div>
        )}
      </Loaded>
      {adding && <RequirementDialog onClose={() => setAdding(false)} />}
      {dropping && <DropDialog requirement={dropping} onClose={() => setDropping(undefined)} />}
    </section>
  );
}

function RequirementDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { when } = useWorkspace();
  const [whose, setWhose] = useState<RequirementKind>("service");
  const [text, setText] = useState("");
  const [agreed, setAgreed] = useState("");
  const [service, setService] = useState("");
  const services = (useAsk("scope_list", { ...when }).data ?? []).filter((item) => item.kind === "service");
  const { submit, busy, error } = useSubmit("requirement_add");
  const ready = text.trim() !== "";
  const run = () => {
    void submit({ whose, text, agreed, service: service || null, implied: false }, (all) => {
      showDone(t("settings.added", { name: all.at(-1)?.number ?? "" }));
      onClose();
    });
  };
  return (
    <ActDialog
      onClose={onClose}
      title={t("requirements.add")}
      size={480}
      action={t("action.add")}
      ready={ready}
      busy={busy}
      error={error}
      onRun={run}
    >
      <TextField label={t("requirements.text")} value={text} onChange={setText} area autoFocus />
      <SelectField
        label={t("requirements.whose")}
        value={whose}
        onChange={setWhose}
        options={KINDS.map((kind) => ({ value: kind, label: t(`requirements.whose.${kind}`) }))}
      />
      <TextField
        label={t("requirements.agreed")}
        value={agreed}
        onChange={setAgreed}
        note={t(whose === "service" ? "requirements.agreedNeeded" : "requirements.agreedNot")}
      />
      {services.length > 0 && (
        <SelectField
          label={t("scope.kind.service")}
          value={service}
          onChange={setService}
          options={[
            { value: "", label: "–" },
            ...services.map((item) => ({ value: item.code, label: `${item.code} ${item.name}` })),
          ]}
        />
      )}
    </ActDialog>
  );
}

function DropDialog({ requirement, onClose }: { requirement: Requirement; onClose: () => void }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit("requirement_drop");
  const { number, text } = requirement;
  return (
    <ReasonDialog
      title={t("requirements.drop")}
      sub={number}
      lead={text}
      action={t("requirements.drop")}
      busy={busy}
      error={error}
      onRun={(reason) =>
        void submit({ number, reason }, () => {
          showDone(t("requirements.dropped", { number }));
          onClose();
        })
      }
      onClose={onClose}
    />
  );
}
