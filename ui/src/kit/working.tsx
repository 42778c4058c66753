// How far long work has come, with a way to stop it.
import { useTranslation } from "react-i18next";
import { number } from "../i18n";
import type { Progress } from "../ipc/generated/core";

export function Working({ progress, label, onCancel }: { progress?: Progress; label?: string; onCancel?: () => void }) {
  const { t } = useTranslation();
  const percent = progress && progress.total > 0 ? Math.min(100, (100 * progress.done) / progress.total) : 0;
  return (
    <div>
      <div className="row" style={{ marginBottom: 6 }}>
        <span className="medium" role="status">
          {label ?? (progress ? t(`step.${progress.step}`) : t("step.starting"))}
        </span>
        <span className="muted num end">
          {progress && progress.total > 0
            ? t("progress.of", { done: number(progress.done), total: number(progress.total) })
            : ""}
        </span>
        {onCancel && (
          <button type="button" className="button outline small" onClick={onCancel}>
            {t("action.cancel")}
          </button>
        )}
      </div>
      <div
        className="bar"
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(percent)}
        aria-label={label ?? t(`step.${progress?.step ?? "starting"}`)}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}
