// Statements of Applicability that moved on, each with the day since when and the way to it.
import { FileDiff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { number } from "../i18n";
import type { StatementMoved } from "../ipc/generated/core";
import { go } from "./router";

export function Moved({ moved }: { moved: StatementMoved[] }) {
  const { t } = useTranslation();
  if (moved.length === 0) return null;
  return (
    <section style={{ marginTop: 24 }} aria-label={t("moved.title")} data-testid="moved">
      <h2 className="strong muted" style={{ marginBottom: 8, fontSize: 12 }}>
        {t("moved.title")} <span style={{ fontWeight: 400 }}>{number(moved.length)}</span>
      </h2>
      <div className="card tasks" role="list">
        {moved.map((one) => {
          const { certificate, system } = one;
          const open = () =>
            certificate
              ? go("settings", { part: "certificates", open: certificate })
              : go("settings", { applicability: system });
          const words = certificate
            ? t("moved.certificate", { cites: one.cites, version: one.version })
            : t(one.controls.length === 1 ? "moved.versionOne" : "moved.version", {
                version: one.version,
                n: number(one.controls.length),
              });
          return (
            <div key={certificate ?? system} className="task" role="listitem" data-code={certificate ?? system}>
              <FileDiff className="icon amber" aria-hidden />
              <button type="button" className="strong cut" onClick={open}>
                {certificate ?? system}
              </button>
              <span className="cut" title={`${words}: ${one.controls.join(", ")}`}>
                {words}
              </span>
              <span className="muted num">{t("moved.since", { day: one.since })}</span>
              <span />
              <button type="button" className="button outline small" onClick={open}>
                {t("action.open")}
              </button>
            </div>
          );
        })}
      </div>
    </section>
  );
}
