// Making a key on this machine under a passphrase, and saying from which day on one speaks no more.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { useSubmit } from "../../ipc";
import type { Person } from "../../ipc/generated/core";
import { DayField, Dialog, Problem } from "../../kit";
import { isDay } from "../../kit/dates";
import { DialogFoot } from "../../kit/dialogfoot";
import { PassphraseField } from "../../kit/passphrase";
import { ReasonDialog } from "../../kit/reasondialog";
import { showToast } from "../../kit/toast";

export function GenerateKeyDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const { submit, busy, error } = useSubmit("person_key_generate");
  const short = error?.reason === "passphrase_short";
  const differs = second !== "" && first !== second;
  const ready = first !== "" && first === second && !busy;
  const run = () => {
    if (!ready) return;
    void submit({ email: person.email, passphrase: first }, (answer) => {
      showToast(t("keys.person.made", { name: person.name, file: answer.file ?? "" }));
      onClose();
    });
  };
  return (
    <Dialog
      onClose={onClose}
      title={t("keys.person.makeFor", { name: person.name })}
      sub={person.email}
      size={480}
      onPrimary={run}
      foot={
        <DialogFoot onCancel={onClose} disabled={!ready} onPrimary={run} keys data-testid="key-made">
          {t("keys.person.makeDo")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        <p className="wrap">{t("keys.person.makeLead")}</p>
        {person.key && <p className="amber wrap">{t("keys.person.replaces")}</p>}
        {error && !short && <Problem error={error} />}
        <PassphraseField
          label={t("sign.passphrase")}
          value={first}
          onChange={setFirst}
          note={t("keys.person.words")}
          wrong={short ? t("keys.person.short", { least: error?.values.least ?? "" }) : undefined}
          again={short ? error : undefined}
          autoFocus
        />
        <PassphraseField
          label={t("keys.person.again")}
          value={second}
          onChange={setSecond}
          wrong={differs ? t("keys.person.differs") : undefined}
        />
        <p className="muted wrap">{t("keys.person.lost")}</p>
      </div>
    </Dialog>
  );
}

export function RetireKeyDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const [from, setFrom] = useState(info.today);
  const { submit, busy, error } = useSubmit("person_key_retire");
  return (
    <ReasonDialog
      title={t("keys.person.retireOf", { name: person.name })}
      sub={person.fingerprint ?? undefined}
      lead={t("keys.person.retireLead")}
      action={t("keys.person.retireDo")}
      ready={isDay(from)}
      busy={busy}
      error={error}
      onClose={onClose}
      onRun={(reason) =>
        void submit({ email: person.email, from, reason }, () => {
          showToast(t("keys.person.retired", { name: person.name, day: from }));
          onClose();
        })
      }
    >
      <DayField
        label={t("keys.person.retireFrom")}
        value={from}
        onChange={setFrom}
        style={{ width: 200 }}
        note={t("keys.person.retireNote")}
        autoFocus
      />
    </ReasonDialog>
  );
}
