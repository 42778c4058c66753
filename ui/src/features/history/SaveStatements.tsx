// Writes all that was said of a thing into a folder that the user chooses, for stock tools to check.
import { FolderDown } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { number } from "../../i18n";
import { refusal, useChange } from "../../ipc";
import { Dialog } from "../../kit";
import { DialogFoot } from "../../kit/dialogfoot";
import { showRefusal, showToast } from "../../kit/toast";
import { platform } from "../../platform";

export function SaveStatements({ code }: { code: string }) {
  const { t } = useTranslation();
  const { run, busy } = useChange("statement_export");
  const [taken, setTaken] = useState<string>();
  const write = async (out: string, replace: boolean) => {
    try {
      const { texts, signed } = await run({ item: code, out, replace });
      showToast(t("proof.saved", { n: number(texts.length), signed: number(signed) }));
      setTaken(undefined);
    } catch (error) {
      if (!replace && refusal(error).code === "already_exists") setTaken(out);
      else showRefusal(error);
    }
  };
  const choose = async () => {
    const [out] = await platform().choose("folder_to_write", t("proof.chooseFolder"));
    if (out) await write(out, false);
  };
  const replace = () => {
    if (taken) void write(taken, true);
  };
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={busy}
        onClick={() => void choose()}
        data-testid="save-statements"
      >
        <FolderDown className="icon" aria-hidden /> {t("proof.save")}
      </button>
      {taken && (
        <Dialog
          onClose={() => setTaken(undefined)}
          title={t("proof.taken")}
          size={460}
          calm
          onPrimary={replace}
          foot={
            <DialogFoot onCancel={() => setTaken(undefined)} onPrimary={replace} disabled={busy} keys>
              {t("proof.replace")}
            </DialogFoot>
          }
        >
          <p className="wrap">{t("proof.takenLead", { folder: taken })}</p>
        </Dialog>
      )}
    </>
  );
}
