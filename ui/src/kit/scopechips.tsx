// Where something counts: its scopes as chips, or everywhere.
import { useTranslation } from "react-i18next";

export function ScopeChips({ scope }: { scope: string[] }) {
  const { t } = useTranslation();
  return (
    <div className="chips">
      {scope.length ? (
        scope.map((s) => (
          <span key={s} className="chip">
            {s}
          </span>
        ))
      ) : (
        <span className="muted">{t("scope.everywhere")}</span>
      )}
    </div>
  );
}
