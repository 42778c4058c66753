// How much evidence is to be looked at again because a scope changed, with the way to it.
import { Replace } from "lucide-react";
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { number } from "../../i18n";

export function LookAgain({ items }: { items: number }) {
  const { t } = useTranslation();
  if (items === 0) return null;
  return (
    <div className="card" style={{ marginTop: 24 }}>
      <div className="row" style={{ minHeight: 40, padding: "4px 8px 4px 12px", gap: 16 }}>
        <Replace className="icon amber" aria-hidden />
        <span className="grow">{t(items === 1 ? "today.recheckOne" : "today.recheck", { n: number(items) })}</span>
        <button type="button" className="button outline small" onClick={() => go("settings", { part: "scopes" })}>
          {t("today.recheckAction")}
        </button>
      </div>
    </div>
  );
}
