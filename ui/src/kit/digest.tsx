// The hash of a file, short, with a way to take the whole of it along.
import { Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import { showToast } from "./toast";

/** A sentence with its hashes short. */
export const withShortHashes = (text: string): string => text.replace(/\b([0-9a-f]{8})[0-9a-f]{56}\b/g, "$1…");

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
          showToast(t("action.copied"));
        }}
      >
        <Copy className="icon" />
      </button>
    </>
  );
}

/** The fingerprint of a key, short: its kind and what tells two keys apart at a glance. */
export const shortFingerprint = (fingerprint: string): string =>
  fingerprint.length > 20 ? `${fingerprint.slice(0, 12)}…${fingerprint.slice(-4)}` : fingerprint;
