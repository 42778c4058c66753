// Where an open point stands, and who sees to it, behind what it asks for.
import { useTranslation } from "react-i18next";
import { parseReference } from "../kit/standards";

export function DuePlace({ at, owner }: { at: string; owner: string }) {
  const { t } = useTranslation();
  const { standard, clause } = parseReference(at);
  return (
    <span className="muted"> {t("due.pointAt", { at: `${standard} ${clause}`, owner: owner || t("due.nobody") })}</span>
  );
}
