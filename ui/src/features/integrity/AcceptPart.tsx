// Entries that lay under no signature when the next ones were written: whoever knows how they came there accepts them with a reason.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { WriteButton } from "../../here/WriteButton";
import { useSubmit } from "../../ipc";
import type { Finding } from "../../ipc/generated/core";
import { ReasonDialog } from "../../kit/reasondialog";

/** Whether something was found that a person may accept. */
export const acceptable = (findings: Finding[]) => findings.some((f) => f.code === "signed_late");

export function AcceptPart({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { submit, busy, error } = useSubmit("ledger_accept");
  const accepted = () => {
    setOpen(false);
    onDone();
  };
  return (
    <div style={{ padding: "4px 24px 8px" }}>
      <WriteButton className="button outline" onClick={() => setOpen(true)} data-testid="accept-late">
        {t("integrity.acceptLate")}
      </WriteButton>
      {open && (
        <ReasonDialog
          title={t("integrity.acceptLateTitle")}
          lead={t("folder.unsignedLead")}
          action={t("integrity.acceptLate")}
          busy={busy}
          error={error}
          onRun={(reason) => void submit({ reason }, accepted)}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
