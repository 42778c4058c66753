// Where an open point or a planned control stands, and who sees to it, behind what it asks for.
import { useTranslation } from "react-i18next";
import type { DueControl } from "../ipc/generated/core";
import { parseReference } from "../kit/standards";

export function DuePlace({ at, owner }: { at: string; owner: string }) {
  const { t } = useTranslation();
  const { standard, clause } = parseReference(at);
  return (
    <span className="muted"> {t("due.pointAt", { at: `${standard} ${clause}`, owner: owner || t("due.nobody") })}</span>
  );
}

export function DueControlPlace({ control, owner }: { control: DueControl; owner: string }) {
  const { t } = useTranslation();
  const system = control.system;
  return <span className="muted"> {t("due.controlIn", { system, owner: owner || t("due.nobody") })}</span>;
}
