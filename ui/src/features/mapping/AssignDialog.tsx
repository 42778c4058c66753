// Open points are given to a role by a day; an empty role and no day take them back.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { showDone } from "../../here/undo";
import { number } from "../../i18n";
import { useSubmit } from "../../ipc";
import type { PointShown } from "../../ipc/generated/core";
import { DayField, Dialog, Problem, TextField } from "../../kit";
import { isDay } from "../../kit/dates";
import { DialogFoot } from "../../kit/dialogfoot";
import { pointName } from "./points";

export function AssignDialog({ points, onClose }: { points: PointShown[]; onClose: () => void }) {
  const { t } = useTranslation();
  const only = points.length === 1 ? points[0] : undefined;
  const [owner, setOwner] = useState(only?.owner ?? "");
  const [due, setDue] = useState<string>(only?.due ?? "");
  const { submit, busy, error } = useSubmit("point_assign");
  const ready = (due === "" || isDay(due)) && !busy;
  const run = () => {
    if (!ready) return;
    void submit({ points: points.map(pointName), owner: owner.trim(), due: due || null }, () => {
      showDone(t("point.assigned", { n: number(points.length) }));
      onClose();
    });
  };
  return (
    <Dialog
      onClose={onClose}
      size={420}
      title={t("point.assign")}
      over={only ? `${only.id}, ${only.item.code}` : t("register.selected", { n: points.length })}
      onPrimary={run}
      foot={
        <DialogFoot hint={t("mapping.undoable")} onCancel={onClose} disabled={!ready} onPrimary={run} keys>
          {t("point.assignAction")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        {error && <Problem error={error} />}
        <TextField label={t("field.owner")} value={owner} onChange={setOwner} autoFocus />
        <DayField label={t("point.dueDay")} value={due} onChange={setDue} />
        <p className="hint">{t("point.assignNote")}</p>
      </div>
    </Dialog>
  );
}
