// What the last check said, and the way to the next.
import { ShieldCheck, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { number } from "../../i18n";

export function IntegrityPart() {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const checked = info.checked;
  return (
    <section className="part" style={{ borderBottom: 0 }}>
      <h2 className="strong">
        {t("nav.integrity")}
        <button type="button" className="end medium" onClick={() => go("integrity", { verify: "now" })}>
          {t("action.verifyNow")}
        </button>
      </h2>
      <div className="row" style={{ alignItems: "flex-start" }}>
        {checked && !checked.ok ? (
          <TriangleAlert className="icon red" aria-hidden />
        ) : (
          <ShieldCheck className="icon" aria-hidden />
        )}
        <div>
          <div>
            <b className="medium">
              {checked ? t(checked.ok ? "integrity.intact" : "integrity.found") : t("integrity.never")}
            </b>{" "}
            {checked && (
              <span className="muted">
                {t("integrity.counts", { files: number(checked.files), entries: number(checked.entries) })}
              </span>
            )}
          </div>
          <p className="hint">
            {checked
              ? t("integrity.lastCheck", {
                  day: info.checked_when?.day,
                  time: info.checked_when?.time.slice(0, 5),
                })
              : t("integrity.neverHint")}
          </p>
        </div>
      </div>
    </section>
  );
}
