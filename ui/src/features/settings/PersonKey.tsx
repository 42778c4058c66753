// The key by which a person signs: which it is, since when it speaks, how one is made or enrolled, and those of the past.
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { WriteButton } from "../../here/WriteButton";
import { useAsk, useChange } from "../../ipc";
import type { Person } from "../../ipc/generated/core";
import { showRefusal, showToast } from "../../kit/toast";
import { wholeDays } from "../../kit/wholedays";
import { platform } from "../../platform";
import { GenerateKeyDialog, RetireKeyDialog } from "./KeyDialogs";

export function PersonKey({ person }: { person: Person }) {
  const { t } = useTranslation();
  const keys = useAsk("person_keys", { email: person.email });
  const enrol = useChange("person_key_enrol");
  const [making, setMaking] = useState(false);
  const [retiring, setRetiring] = useState(false);
  const now = keys.data?.find((k) => k.key === person.key);
  const past = (keys.data ?? []).filter((k) => k !== now);
  const fromFile = async () => {
    const [file] = await platform().choose("file", t("keys.person.chooseFile"));
    if (!file) return;
    try {
      await enrol.run({ email: person.email, file });
      showToast(t("keys.person.enrolled", { name: person.name }));
    } catch (error) {
      showRefusal(error);
    }
  };
  return (
    <section data-testid="person-key">
      <h3 className="parthead">{t("keys.person.title")}</h3>
      <div className="row" style={{ alignItems: "flex-start", gap: 12 }}>
        <KeyRound className={`icon ${person.key ? "" : "muted"}`} aria-hidden style={{ marginTop: 2 }} />
        <div className="grow">
          {person.fingerprint ? (
            <>
              <div className="mono wrap selectable" data-testid="fingerprint">
                {person.fingerprint}
              </div>
              <p className="hint">
                {now && wholeDays(t("keys.person.since", { day: now.since }))} {t("keys.person.kind")}
              </p>
            </>
          ) : (
            <p className="muted">{t("keys.person.none")}</p>
          )}
        </div>
      </div>
      <div className="row" style={{ marginTop: 8, flexWrap: "wrap" }}>
        {!person.left && (
          <>
            <WriteButton className="button outline small" onClick={() => setMaking(true)} data-testid="make-key">
              {t(person.key ? "keys.person.makeAnother" : "keys.person.make")}
            </WriteButton>
            <WriteButton className="button outline small" onClick={() => void fromFile()} disabled={enrol.busy}>
              {t("keys.person.fromFile")}
            </WriteButton>
          </>
        )}
        {person.key && (
          <WriteButton className="button outline small" onClick={() => setRetiring(true)}>
            {t("keys.person.retire")}
          </WriteButton>
        )}
      </div>
      {past.length > 0 && (
        <div className="list" style={{ marginTop: 8, fontSize: 12 }} data-testid="past-keys">
          {past.map((key) => (
            <div key={`${key.key} ${key.since}`} style={{ alignItems: "flex-start" }}>
              <span className="grow">
                <span className="mono wrap selectable">{key.key}</span>
                {key.why && <span className="muted wrap"> {key.why}</span>}
              </span>
              <span className="muted">
                {wholeDays(
                  key.until
                    ? t("keys.person.span", { from: key.since, until: key.until })
                    : t("keys.person.since", { day: key.since }),
                )}
              </span>
            </div>
          ))}
        </div>
      )}
      {making && <GenerateKeyDialog person={person} onClose={() => setMaking(false)} />}
      {retiring && <RetireKeyDialog person={person} onClose={() => setRetiring(false)} />}
    </section>
  );
}
