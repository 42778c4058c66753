// A button that writes; while a past day is shown it leads back instead.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "./state";

export function WriteButton({
  onClick,
  className,
  children,
  disabled,
  ...rest
}: {
  onClick: () => void;
  className: string;
  children: ReactNode;
  disabled?: boolean;
  "data-testid"?: string;
}) {
  const { t } = useTranslation();
  const { readOnly, setAsOf } = useWorkspace();
  if (readOnly) {
    return (
      <button type="button" className={className.replace("primary", "outline")} onClick={() => setAsOf(undefined)}>
        {t("asof.back")}
      </button>
    );
  }
  return (
    <button type="button" className={className} onClick={onClick} disabled={disabled} {...rest}>
      {children}
    </button>
  );
}
