// A pack from anybody, checked here; and held against what was kept from before.
import { FileCheck2, FileUp, FolderOpen } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Refusal, refusal, useWork } from "../../ipc";
import type { Report } from "../../ipc/generated/core";
import { Problem, TextField, Working } from "../../kit";
import { platform } from "../../platform";
import { Findings } from "./Findings";
import { VerifyReport } from "./VerifyReport";

/** What was chosen by its name; a fingerprint, which may hold slashes, as it stands. */
const nameOf = (path: string) => (path.startsWith("SHA256:") ? path : (path.split(/[\\/]/).pop() ?? path));

export function PackCheck() {
  const { t } = useTranslation();
  const check = useWork("pack_verify");
  const [pack, setPack] = useState<string>();
  const [held, setHeld] = useState<string>();
  const [fingerprint, setFingerprint] = useState("");
  const [report, setReport] = useState<Report>();
  const [error, setError] = useState<Refusal>();
  const run = async (file: string, against?: string) => {
    setPack(file);
    setHeld(against);
    setError(undefined);
    setReport(undefined);
    try {
      setReport(await check.run({ file, against: against ?? null }));
    } catch (e) {
      setError(refusal(e));
    }
  };
  const choose = async (what: "file" | "folder", title: string, then: (path: string) => Promise<void>) => {
    const [path] = await platform().choose(what, title);
    if (path) await then(path);
  };
  return (
    <section className="part" data-testid="pack-check">
      <h2 className="strong">{t("packcheck.title")}</h2>
      <p className="hint">{t("packcheck.hint")}</p>
      <div className="row" style={{ marginTop: 10, flexWrap: "wrap" }}>
        <button
          type="button"
          className="button outline"
          disabled={check.running}
          onClick={() => void choose("file", t("packcheck.choose"), (path) => run(path))}
        >
          <FileCheck2 className="icon" aria-hidden /> {t("packcheck.choose")}
        </button>
      </div>
      {pack && (
        <p className="wrap selectable" style={{ marginTop: 10 }}>
          {held ? t("packcheck.beside", { pack: nameOf(pack), held: nameOf(held) }) : nameOf(pack)}
        </p>
      )}
      {check.running && <Working progress={check.progress} onCancel={check.cancel} />}
      {error && <Problem error={error} />}
      {report && (
        <div style={{ marginTop: 8 }}>
          {report.findings.length > 0 && <Findings findings={report.findings} />}
          <VerifyReport report={report} of="pack" />
        </div>
      )}
      {pack && !check.running && (
        <>
          <p className="hint" style={{ marginTop: 10 }}>
            {t("packcheck.heldHint")}
          </p>
          <div className="row" style={{ marginTop: 8, flexWrap: "wrap" }}>
            <button
              type="button"
              className="button outline"
              onClick={() => void choose("file", t("packcheck.heldFile"), (path) => run(pack, path))}
            >
              <FileUp className="icon" aria-hidden /> {t("packcheck.heldFile")}
            </button>
            <button
              type="button"
              className="button outline"
              onClick={() => void choose("folder", t("packcheck.heldFolder"), (path) => run(pack, path))}
            >
              <FolderOpen className="icon" aria-hidden /> {t("packcheck.heldFolder")}
            </button>
          </div>
          <form
            className="row"
            style={{ marginTop: 8, flexWrap: "wrap", alignItems: "flex-end" }}
            onSubmit={(event) => {
              event.preventDefault();
              void run(pack, fingerprint.trim());
            }}
          >
            <TextField label={t("packcheck.fingerprint")} value={fingerprint} onChange={setFingerprint} />
            <button type="submit" className="button outline" disabled={!/^SHA256:\S{43}$/.test(fingerprint.trim())}>
              {t("packcheck.compareFingerprint")}
            </button>
          </form>
        </>
      )}
    </section>
  );
}
