// A checkpoint to keep outside: signed anew, copied, or compared with one that was kept.
import { Copy, FileUp, PenLine } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { WriteButton } from "../../here/WriteButton";
import { useChange } from "../../ipc";
import { showRefusal, showToast } from "../../kit/toast";
import { platform } from "../../platform";

export function Checkpoint({ onCompare }: { onCompare: (path: string) => void }) {
  const { t } = useTranslation();
  const [note, setNote] = useState<string>();
  const sign = useChange("ledger_checkpoint");
  return (
    <section className="part">
      <h2 className="strong">
        {t("ledger.checkpoint")}
        {note && (
          <button
            type="button"
            className="end row medium"
            onClick={() => {
              void navigator.clipboard?.writeText(note);
              showToast(t("action.copied"));
            }}
          >
            <Copy className="icon" aria-hidden /> {t("action.copy")}
          </button>
        )}
      </h2>
      {note && (
        <pre
          className="mono selectable wrap"
          tabIndex={0}
          style={{
            background: "var(--sunk)",
            borderRadius: 6,
            padding: 12,
            whiteSpace: "pre-wrap",
            margin: "0 0 10px",
          }}
        >
          {note}
        </pre>
      )}
      <p className="hint">{t("integrity.giveOutside")}</p>
      <div className="row" style={{ marginTop: 10, flexWrap: "wrap" }}>
        <WriteButton
          className="button outline"
          disabled={sign.busy}
          onClick={async () => {
            try {
              setNote((await sign.run({})).checkpoint);
            } catch (e) {
              showRefusal(e);
            }
          }}
        >
          <PenLine className="icon" aria-hidden /> {t("action.signCheckpoint")}
        </WriteButton>
        <button
          type="button"
          className="button outline"
          onClick={async () => {
            const [path] = await platform().choose("file", t("action.compareCheckpoint"));
            if (path) onCompare(path);
          }}
        >
          <FileUp className="icon" aria-hidden /> {t("action.compareCheckpoint")}
        </button>
      </div>
    </section>
  );
}
