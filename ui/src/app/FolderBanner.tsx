// Where the folder comes from: behind or beside what this machine knows of it, with entries that nobody signed, last written on another machine, or in a
// place where nothing can be written.
import { Lock } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { number } from "../i18n";
import { useAsk, useSubmit } from "../ipc";
import { Dialog, Problem } from "../kit";
import { DialogFoot } from "../kit/dialogfoot";
import { ReasonDialog } from "../kit/reasondialog";

export function FolderBanner({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  // The day that somebody went on from, once asked.
  const [goneOn, setGoneOn] = useState<string>();
  const trust = useAsk("ledger_trust", {}).data;
  const { submit, busy, error } = useSubmit("ledger_accept");
  const goOn = useSubmit("ledger_go_on");
  if (!trust) return null;
  if (trust.read_only) {
    return (
      <p className="hint row wrap" role="status" data-testid="read-only" style={{ margin: "10px 24px 0" }}>
        <Lock className="icon" aria-hidden /> {t("folder.cannotWrite")}
      </p>
    );
  }
  const { standing, elsewhere } = trust;
  if (standing.state === "fits") {
    if (!elsewhere || elsewhere === goneOn) return null;
    const answered = () => void goOn.submit({}, () => setGoneOn(elsewhere));
    return (
      <Dialog
        onClose={() => setGoneOn(elsewhere)}
        title={t("folder.elsewhereTitle")}
        size={480}
        calm
        foot={
          <DialogFoot onCancel={onClose} cancel={t("folder.close")} onPrimary={answered} data-testid="go-on">
            {t("folder.goOn")}
          </DialogFoot>
        }
      >
        <p className="wrap">{t("folder.elsewhere", { day: elsewhere })}</p>
        {goOn.error && <Problem error={goOn.error} />}
      </Dialog>
    );
  }
  const said = () => {
    switch (standing.state) {
      case "behind":
        return t("folder.behind", { kept: number(standing.kept), entries: number(standing.entries) });
      case "beside":
        return t("folder.beside", { kept: number(standing.kept) });
      case "unsigned":
        return t("folder.unsigned", { from: number(standing.from), to: number(standing.to) });
      case "renamed":
        return t("folder.renamed", { says: standing.says, ledger: standing.ledger });
    }
  };
  // Another identity is put right by filling the tables again, not by accepting it.
  const acceptable = standing.state !== "renamed";
  return (
    <div className="problem" role="alert" data-testid="folder-banner" style={{ margin: "12px 24px 0" }}>
      <div className="grow">
        <p className="strong wrap">{said()}</p>
        {acceptable && <p className="muted wrap">{t("folder.readOnly")}</p>}
      </div>
      {acceptable && (
        <button type="button" className="button outline" onClick={() => setOpen(true)}>
          {t("folder.accept")}
        </button>
      )}
      {open && (
        <ReasonDialog
          title={t("folder.acceptTitle")}
          lead={t(standing.state === "unsigned" ? "folder.unsignedLead" : "folder.acceptLead")}
          action={t("folder.accept")}
          busy={busy}
          error={error}
          onRun={(reason) => void submit({ reason }, () => setOpen(false))}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
