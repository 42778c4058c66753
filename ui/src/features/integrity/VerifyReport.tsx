// What a check of the whole workspace, or of a pack, came to.
import { useTranslation } from "react-i18next";
import type { Report } from "../../ipc/generated/core";
import { CheckList } from "../../kit/checklist";
import { factText } from "../../kit/checktext";

export function VerifyReport({ report, of = "workspace" }: { report: Report; of?: "workspace" | "pack" }) {
  const { t } = useTranslation();
  const unsigned = report.warnings.some((w) => w.code === "unsigned");
  return (
    <div>
      <p className={report.ok ? "medium" : "red strong"} role="status" data-testid="verdict">
        {t(
          !report.ok
            ? "integrity.found"
            : of === "pack"
              ? "packcheck.sound"
              : unsigned
                ? "integrity.unsigned"
                : "integrity.allSound",
        )}
      </p>
      {report.warnings.map((w) => (
        <div key={`${w.code} ${w.place}`} className="wrap" style={{ margin: "8px 0" }} data-testid="warning">
          <p className="medium">{t(`finding.${w.code}`, { defaultValue: w.message })}</p>
          <p className="hint selectable">{w.message}</p>
          <p className="hint">{t(`finding.${w.code}.do`, { defaultValue: "" })}</p>
        </div>
      ))}
      <CheckList checks={report.checks} />
      {report.facts.map((f) => (
        <p key={f.code} className="hint" style={{ marginTop: 6 }}>
          {factText(t, f)}
        </p>
      ))}
    </div>
  );
}
