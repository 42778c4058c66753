// What a check of the whole workspace, or of a pack, came to.
import { useTranslation } from "react-i18next";
import type { Report } from "../../ipc/generated/core";
import { CheckList } from "../../kit/checklist";
import { factText } from "../../kit/checktext";
import { Said } from "./Findings";

/** Pages that another program made: anything may stand there. */
const UNREAD = ["pages_not_compared", "pages_of_earlier_form"];

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
              ? report.unmet.some(({ said }) => UNREAD.includes(said.code))
                ? "packcheck.pagesNotCompared"
                : report.unmet.length > 0
                  ? "packcheck.soundInPart"
                  : "packcheck.sound"
              : unsigned
                ? "integrity.unsigned"
                : "integrity.allSound",
        )}
      </p>
      {report.warnings.map((w) => (
        <div key={`${w.code} ${w.place}`} className="wrap" style={{ margin: "8px 0" }} data-testid="warning">
          <p className="medium">{t(`finding.${w.code}`, { defaultValue: w.message })}</p>
          <div className="hint selectable">
            <Said finding={w} />
          </div>
          <p className="hint">{t(`finding.${w.code}.do`, { defaultValue: "" })}</p>
        </div>
      ))}
      <CheckList checks={report.checks} />
      {report.unmet.length > 0 && (
        <section style={{ marginTop: 10 }} data-testid="unmet">
          <h3 className="medium">{t("packcheck.unmet")}</h3>
          <div className="list" style={{ fontSize: 12 }}>
            {report.unmet.map(({ check, said }) => (
              <div key={`${check} ${said.code}`} style={{ alignItems: "flex-start", minHeight: 24 }}>
                <span className="medium amber" style={{ width: 84, flex: "none" }}>
                  {t(`check.${check}`)}
                </span>
                <span className="muted wrap selectable">{factText(t, said)}</span>
              </div>
            ))}
          </div>
        </section>
      )}
      {report.facts.map((f) => (
        <p key={f.code} className="hint wrap selectable" style={{ marginTop: 6 }}>
          {factText(t, f)}
        </p>
      ))}
    </div>
  );
}
