// A button that writes; while a past day is shown it leads back instead, where nothing can be written it says why it cannot.
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
  const { info, past, setAsOf } = useWorkspace();
  if (info.read_only) {
    return (
      <button type="button" className={className} disabled title={t("folder.cannotWrite")} {...rest}>
        {children}
      </button>
    );
  }
  if (past) {
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
