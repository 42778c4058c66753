// The hash of a file, short, with a way to take the whole of it along.
import { Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import { say } from "./toast";

export function Digest({ digest }: { digest: string }) {
  const { t } = useTranslation();
  return (
    <>
      <span>SHA-256</span>
      <span className="mono end">{digest.slice(0, 8)}…</span>
      <button
        type="button"
        className="iconbutton"
        aria-label={t("action.copyHash")}
        onClick={() => {
          void navigator.clipboard?.writeText(digest);
          say(t("action.copied"));
        }}
      >
        <Copy className="icon" />
      </button>
    </>
  );
}
