// A folder behind or beside what this machine knows of it: it can be read, and is written into once it is accepted.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { number } from "../i18n";
import { useAsk, useSubmit } from "../ipc";
import { ReasonDialog } from "../kit/reasondialog";

export function FolderBanner() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const trust = useAsk("ledger_trust", {});
  const { submit, busy, error } = useSubmit("ledger_accept");
  const standing = trust.data?.standing;
  if (!standing || standing.state === "fits") return null;
  const said =
    standing.state === "behind"
      ? t("folder.behind", { kept: number(standing.kept), entries: number(standing.entries) })
      : t("folder.beside", { kept: number(standing.kept) });
  return (
    <div className="problem" role="alert" data-testid="folder-banner" style={{ margin: "12px 24px 0" }}>
      <div className="grow">
        <p className="strong wrap">{said}</p>
        <p className="muted wrap">{t("folder.readOnly")}</p>
      </div>
      <button type="button" className="button outline" onClick={() => setOpen(true)}>
        {t("folder.accept")}
      </button>
      {open && (
        <ReasonDialog
          title={t("folder.acceptTitle")}
          lead={t("folder.acceptLead")}
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
