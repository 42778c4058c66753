// Where an open point or a planned control stands, and who sees to it, behind what it asks for.
import { useTranslation } from "react-i18next";
import type { DueControl, DuePoint } from "../ipc/generated/core";
import { clauseName } from "../kit/standards";

export function DuePlace({ point, owner }: { point: DuePoint; owner: string }) {
  const { t } = useTranslation();
  const at = point.stands.map(clauseName).join(", ");
  return <span className="muted"> {t("due.pointAt", { at, owner: owner || t("due.nobody") })}</span>;
}

export function DueControlPlace({ control, owner }: { control: DueControl; owner: string }) {
  const { t } = useTranslation();
  const system = control.system;
  return <span className="muted"> {t("due.controlIn", { system, owner: owner || t("due.nobody") })}</span>;
}
