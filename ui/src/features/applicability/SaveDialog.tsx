// The statement as a file: as customers get it, with what stays inside, or signed for stock tools.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { keepPaperSize, paperSize } from "../../here/paper";
import { save } from "../../here/save";
import { useWorkspace } from "../../here/state";
import { call, type Refusal, refusal, useChange } from "../../ipc";
import type { SoaShown } from "../../ipc/generated/core";
import { Dialog, Problem, Segments, SelectField } from "../../kit";
import { DialogFoot } from "../../kit/dialogfoot";
import { showToast } from "../../kit/toast";
import { platform } from "../../platform";
import { NOW, versionName } from "./StatementPane";

type Form = "xlsx" | "pdf" | "signed";

export function SaveDialog({ system, shown, onClose }: { system: string; shown: SoaShown; onClose: () => void }) {
  const { t } = useTranslation();
  const { when } = useWorkspace();
  const { run, busy } = useChange("soa_export");
  const [version, setVersion] = useState(shown.current?.label ?? NOW);
  const [form, setForm] = useState<Form>("xlsx");
  const [inside, setInside] = useState(false);
  const [paper, setPaper] = useState(paperSize);
  const [taken, setTaken] = useState<string>();
  const [error, setError] = useState<Refusal>();
  const signed = form === "signed";
  // Only what was issued has a signature.
  const ready = !busy && !(signed && version === NOW);
  const folder = async (out: string, replace: boolean) => {
    setError(undefined);
    try {
      const made = await run({ standard: system, version, out, replace, ...when });
      showToast(t(made.signed ? "applicability.exported" : "applicability.exportedUnsigned", { text: made.text }));
      onClose();
    } catch (e) {
      const refused = refusal(e);
      if (!replace && refused.code === "already_exists") setTaken(out);
      else setError(refused);
    }
  };
  const start = async () => {
    if (!ready) return;
    if (taken) return folder(taken, true);
    if (signed) {
      const [out] = await platform().choose("folder_to_write", t("proof.chooseFolder"));
      if (out) await folder(out, false);
      return;
    }
    const named = version === NOW ? t("applicability.now") : version;
    await save(`${t("term.soa")} ${named}.${form}`, async (how) => {
      const request = { standard: system, version, form, inside, ...how, paper, ...when };
      return (await call("soa_save", request)).answer;
    });
    onClose();
  };
  return (
    <Dialog
      onClose={onClose}
      title={t("applicability.saveTitle")}
      size={480}
      onPrimary={() => void start()}
      foot={
        <DialogFoot onCancel={onClose} disabled={!ready} onPrimary={() => void start()} keys data-testid="save-soa">
          {t(taken ? "proof.replace" : "action.export")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        {error && <Problem error={error} />}
        <SelectField
          label={t("applicability.version")}
          value={version}
          onChange={setVersion}
          options={[
            ...shown.versions.map((one) => ({ value: one.label, label: versionName(t, one) })),
            { value: NOW, label: t("applicability.now") },
          ]}
        />
        <div className="field">
          <span className="label">{t("applicability.form")}</span>
          <Segments
            label={t("applicability.form")}
            value={form}
            onChange={(next) => {
              setTaken(undefined);
              setForm(next);
            }}
            options={[
              { value: "xlsx", label: t("applicability.xlsx") },
              { value: "pdf", label: "PDF" },
              { value: "signed", label: t("applicability.signedFolder") },
            ]}
          />
          <span className="note">{t(signed ? "applicability.signedNote" : "applicability.paperNote")}</span>
        </div>
        {signed && version === NOW && <p className="amber wrap">{t("applicability.nowUnsigned")}</p>}
        {taken && <p className="amber wrap">{t("proof.takenLead", { folder: taken })}</p>}
        {!signed && (
          <div className="field">
            <span className="label">{t("export.paper")}</span>
            <Segments
              label={t("export.paper")}
              value={paper}
              onChange={(size) => {
                keepPaperSize(size);
                setPaper(size);
              }}
              options={(["a4", "letter"] as const).map((value) => ({ value, label: t(`export.${value}`) }))}
            />
          </div>
        )}
        {!signed && (
          <label className="row" style={{ gap: 8 }}>
            <input type="checkbox" className="check" checked={inside} onChange={(e) => setInside(e.target.checked)} />
            <span className="wrap">
              <span className="medium">{t("applicability.inside")}</span>{" "}
              <span className="hint">{t("applicability.insideNote")}</span>
            </span>
          </label>
        )}
      </div>
    </Dialog>
  );
}
