// A refusal: what happened, what to do next.
import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../ipc/refusal";
import { CloseButton } from "./closebutton";

export function Problem({
  error,
  line,
  children,
  onClose,
}: {
  error: Refusal;
  line?: boolean;
  children?: ReactNode;
  onClose?: () => void;
}) {
  const { t } = useTranslation();
  const known = t(`code.${error.code}`, { defaultValue: "" });
  const next = t(`hint.${error.code}`, { defaultValue: error.hint });
  return (
    <div className={`problem ${line ? "line" : ""}`} role="alert" data-code={error.code}>
      <TriangleAlert className="icon" aria-hidden />
      <div className="grow">
        <h2>{known || error.message}</h2>
        {known && known !== error.message && <p className="wrap selectable">{error.message}</p>}
        <p className="muted wrap selectable">{next}</p>
        {children}
      </div>
      {onClose && <CloseButton onClick={onClose} />}
    </div>
  );
}
