// How many questions wait for an answer, with the way to them.
import { CircleQuestionMark } from "lucide-react";
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { number } from "../../i18n";

export function Questions({ open }: { open: number }) {
  const { t } = useTranslation();
  if (open === 0) return null;
  const settle = () => go("documents", { view: "settle" });
  return (
    <div className="card" style={{ marginTop: 24 }}>
      <div className="row" style={{ minHeight: 40, padding: "4px 8px 4px 12px", gap: 16 }}>
        <CircleQuestionMark className="icon amber" aria-hidden />
        <span className="grow">{t(open === 1 ? "today.settleOne" : "today.settle", { n: number(open) })}</span>
        <button type="button" className="button outline small" onClick={settle}>
          {t("today.settleAction")}
        </button>
      </div>
    </div>
  );
}
