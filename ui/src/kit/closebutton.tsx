// The cross that closes what it stands in.
import { X } from "lucide-react";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";

export function CloseButton({ onClick, end, style }: { onClick: () => void; end?: boolean; style?: CSSProperties }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={end ? "iconbutton end" : "iconbutton"}
      aria-label={t("action.close")}
      onClick={onClick}
      style={style}
    >
      <X className="icon" />
    </button>
  );
}
