// Open points are given to a role by a day; an empty role and no day take them back.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { showDone } from "../../here/undo";
import { number } from "../../i18n";
import { useSubmit } from "../../ipc";
import type { PointShown } from "../../ipc/generated/core";
import { DayField, TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { isDay } from "../../kit/dates";
import { pointName } from "./points";

export function AssignDialog({ points, onClose }: { points: PointShown[]; onClose: () => void }) {
  const { t } = useTranslation();
  const only = points.length === 1 ? points[0] : undefined;
  const [owner, setOwner] = useState(only?.owner ?? "");
  const [due, setDue] = useState<string>(only?.due ?? "");
  const { submit, busy, error } = useSubmit("point_assign");
  const ready = due === "" || isDay(due);
  const run = () => {
    void submit({ points: points.map(pointName), owner: owner.trim(), due: due || null }, () => {
      showDone(t("point.assigned", { n: number(points.length) }));
      onClose();
    });
  };
  return (
    <ActDialog
      onClose={onClose}
      size={420}
      title={t("point.assign")}
      over={only ? `${only.id}, ${only.item.code}` : t("register.selected", { n: points.length })}
      hint={t("mapping.undoable")}
      action={t("point.assignAction")}
      ready={ready}
      busy={busy}
      error={error}
      onRun={run}
    >
      <TextField label={t("field.owner")} value={owner} onChange={setOwner} autoFocus />
      <DayField label={t("point.dueDay")} value={due} onChange={setDue} />
      <p className="hint">{t("point.assignNote")}</p>
    </ActDialog>
  );
}
