// The time zone by which days count from now on.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk, useSubmit } from "../../ipc";
import { Dialog, Problem, SelectField } from "../../kit";
import { DialogFoot } from "../../kit/dialogfoot";
import { showToast } from "../../kit/toast";

export function TimeZoneDialog({ proposed, onClose }: { proposed: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [zone, setZone] = useState(proposed);
  const { data: zones = [zone] } = useAsk("time_zone_list", {});
  const { submit, busy, error } = useSubmit("organisation_set");
  const run = () =>
    submit({ time_zone: zone }, () => {
      showToast(t("settings.timeZoneSet", { zone }));
      onClose();
    });
  return (
    <Dialog
      onClose={onClose}
      title={t("settings.setTimeZone")}
      size={440}
      onPrimary={() => void run()}
      foot={
        <DialogFoot onCancel={onClose} disabled={busy} onPrimary={() => void run()}>
          {t("action.save")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        {error && <Problem error={error} />}
        <SelectField
          label={t("settings.timeZone")}
          value={zone}
          onChange={setZone}
          options={zones.map((name) => ({ value: name, label: name }))}
          note={t("settings.timeZoneNote")}
        />
      </div>
    </Dialog>
  );
}
