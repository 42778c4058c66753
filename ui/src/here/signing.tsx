// How whoever acts signs: with the key made here, with a file of their own, or not at all, which is said plainly. What
// was typed lives as long as the form that asks for it.
import { FolderKey, PenLine, PenOff, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../ipc";
import type { SignWith } from "../ipc/generated/core";
import { shortFingerprint } from "../kit/digest";
import { PassphraseField } from "../kit/passphrase";
import { refusalWords } from "../kit/refusalwords";
import { platform } from "../platform";
import { go } from "./router";
import { useWorkspace } from "./state";

/** At which part of the form a refusal of a signature is answered. */
const PLACES: Record<string, "passphrase" | "file" | "none"> = {
  passphrase_needed: "passphrase",
  passphrase_wrong: "passphrase",
  statement_key_elsewhere: "file",
  statement_key_of_another: "file",
  statement_key_retired: "file",
  statement_key_not_enrolled: "file",
  private_key_unusable: "file",
  public_key_unusable: "file",
  key_of_another_type: "file",
  statement_unsigned: "none",
};

export interface Signing {
  /** For the request. */
  sign: SignWith;
  /** Where the refusal given is answered here; nothing where the form has to show it. */
  at: "passphrase" | "file" | "none" | undefined;
  refused: Refusal | undefined;
  passphrase: string;
  setPassphrase: (text: string) => void;
  file: string | undefined;
  setFile: (path: string | undefined) => void;
}

/** What a form has to sign with; `refused` is what its last try was refused for. */
export function useSigning(refused: Refusal | undefined): Signing {
  const [passphrase, setPassphrase] = useState("");
  const [file, setFile] = useState<string>();
  const sign = { key: file ?? null, passphrase: passphrase || null };
  return { sign, at: refused && PLACES[refused.reason], refused, passphrase, setPassphrase, file, setFile };
}

export function SigningFields({
  signing,
  autoFocus,
  onLeave,
}: {
  signing: Signing;
  autoFocus?: boolean;
  /** Goes away for the settings. */
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const { person } = info;
  const { at, refused, file } = signing;
  const words = refused && at ? refusalWords(refused) : undefined;
  const wrong = (place: Signing["at"]) => (at === place && words ? `${words.message}. ${words.hint}` : undefined);
  if (!person) return null;
  if (!person.key && !file) {
    return (
      <div className="row" style={{ alignItems: "flex-start", gap: 12 }} data-testid="unsigned">
        <PenOff className="icon muted" aria-hidden style={{ marginTop: 2 }} />
        <div className="grow">
          {wrong("none") ? (
            <div className="field" role="alert">
              <span className="wrong">{wrong("none")}</span>
            </div>
          ) : (
            <p>{t("sign.unsigned", { name: person.name })}</p>
          )}
          <button
            type="button"
            className="link"
            onClick={() => {
              onLeave();
              go("settings", { part: "people", open: person.email });
            }}
          >
            {t("sign.makeKey")}
          </button>
        </div>
      </div>
    );
  }
  const choose = async () => {
    const [path] = await platform().choose("file", t("sign.chooseFile"));
    if (path) signing.setFile(path);
  };
  return (
    <div className="column" style={{ gap: 8 }} data-testid="signing">
      <div className="row muted">
        <PenLine className="icon" aria-hidden />
        <span className="wrap">
          {t("sign.as", { name: person.name })}{" "}
          {person.fingerprint && (
            <span className="mono" title={person.fingerprint}>
              {shortFingerprint(person.fingerprint)}
            </span>
          )}
        </span>
      </div>
      <PassphraseField
        label={t("sign.passphrase")}
        value={signing.passphrase}
        onChange={signing.setPassphrase}
        note={t("sign.passphraseNote")}
        wrong={wrong("passphrase")}
        again={at === "passphrase" ? refused : undefined}
        autoFocus={autoFocus}
      />
      <div className="row" style={{ minHeight: 28 }}>
        <FolderKey className="icon muted" aria-hidden />
        {file ? (
          <>
            <span className="cut grow" title={file}>
              {file.split(/[\\/]/).at(-1)}
            </span>
            <button
              type="button"
              className="iconbutton"
              aria-label={t("sign.otherKey")}
              onClick={() => signing.setFile(undefined)}
            >
              <X className="icon" aria-hidden />
            </button>
          </>
        ) : (
          <button type="button" className="link" onClick={() => void choose()}>
            {t("sign.keyFile")}
          </button>
        )}
      </div>
      {at === "file" && (
        <div role="alert" className="field">
          <span className="wrong">{wrong("file")}</span>
          <button type="button" className="button outline small" onClick={() => void choose()} autoFocus>
            {t("sign.chooseFile")}
          </button>
        </div>
      )}
    </div>
  );
}
