// On which day an entry was written that a wrong clock wrote: said once, all days follow.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { number } from "../../i18n";
import { useSubmit } from "../../ipc";
import type { LogEntry } from "../../ipc/generated/core";
import { DayField, TextField } from "../../kit";
import { isDay } from "../../kit/dates";
import { ReasonDialog } from "../../kit/reasondialog";

export function SayDay({ entry, onClose }: { entry: LogEntry; onClose: () => void }) {
  const { t } = useTranslation();
  const [day, setDay] = useState("");
  const [to, setTo] = useState(String(entry.seq));
  const { submit, busy, error } = useSubmit("ledger_say_day");
  const last = Number(to);
  return (
    <ReasonDialog
      title={t("trust.sayDayTitle", { n: number(entry.seq) })}
      lead={t("trust.sayDayLead")}
      action={t("trust.sayDay")}
      ready={isDay(day) && Number.isInteger(last) && last >= entry.seq}
      busy={busy}
      error={error}
      onRun={(reason) => void submit({ from: entry.seq, to: last, day, reason }, onClose)}
      onClose={onClose}
    >
      <DayField label={t("trust.day")} value={day} onChange={setDay} autoFocus />
      <TextField label={t("trust.lastEntry")} value={to} onChange={setTo} />
    </ReasonDialog>
  );
}
