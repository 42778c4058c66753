// What a check of the whole workspace came to.
import { useTranslation } from "react-i18next";
import type { Report } from "../../ipc/generated/core";
import { CheckList } from "../../kit/checklist";
import { factText } from "../../kit/checktext";

export function VerifyReport({ report }: { report: Report }) {
  const { t } = useTranslation();
  return (
    <div>
      <p className={report.ok ? "medium" : "red strong"} role="status" data-testid="verdict">
        {t(report.ok ? "integrity.allSound" : "integrity.found")}
      </p>
      <CheckList checks={report.checks} />
      {report.facts.map((f) => (
        <p key={f.code} className="hint" style={{ marginTop: 6 }}>
          {factText(t, f)}
        </p>
      ))}
    </div>
  );
}
