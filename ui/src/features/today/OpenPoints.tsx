// How many points between the standards are open, with the way to their list.
import { CircleDashed } from "lucide-react";
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { number } from "../../i18n";

export function OpenPoints({ open, overdue }: { open: number; overdue: number }) {
  const { t } = useTranslation();
  if (open === 0) return null;
  return (
    <div className="card" style={{ marginTop: 24 }} data-testid="open-points">
      <div className="row" style={{ minHeight: 40, padding: "4px 8px 4px 12px", gap: 16 }}>
        <CircleDashed className="icon amber" aria-hidden />
        <span className="grow">
          {t(open === 1 ? "today.pointsOne" : "today.points", { n: number(open) })}
          {overdue > 0 && <span className="red strong">, {t("today.pointsOverdue", { n: number(overdue) })}</span>}
        </span>
        <button
          type="button"
          className="button outline small"
          onClick={() => go("clauses", { view: "points", show: overdue > 0 ? "overdue" : undefined })}
        >
          {t("today.pointsAction")}
        </button>
      </div>
    </div>
  );
}
