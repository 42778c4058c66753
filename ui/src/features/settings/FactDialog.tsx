// One fact that may be on file of a party: by which document, or in which words.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { useSubmit } from "../../ipc";
import type { Party, PartyFact, PartyHeld } from "../../ipc/generated/core";
import { Dialog, Problem, SelectField, TextField } from "../../kit";
import { Choice } from "../../kit/choice";
import { DialogFoot } from "../../kit/dialogfoot";
import { standardOf, tone } from "../../kit/standards";
import { heldOf, systemsOf, WORDS } from "./partyfacts";

export function FactDialog({ party, fact, onClose }: { party: Party; fact: PartyFact; onClose: () => void }) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const before = heldOf(party, fact);
  const [document, setDocument] = useState(before?.document ?? "");
  const [words, setWords] = useState(before?.words ?? "");
  const { submit, busy, error } = useSubmit("party_note");
  const given = WORDS[fact];
  const ready = (document.trim() !== "" || words.trim() !== "") && !busy;
  const note = (held: PartyHeld | null) =>
    void submit({ name: party.name, fact, held }, () => {
      showDone(t(held ? "parties.noted" : "parties.noMore", { fact: t(`party.fact.${fact}`), name: party.name }));
      onClose();
    });
  const run = () => {
    if (ready) note({ document: document.trim(), words: words.trim() });
  };
  return (
    <Dialog
      onClose={onClose}
      over={party.name}
      title={t(`party.fact.${fact}`)}
      size={460}
      onPrimary={run}
      foot={
        <>
          {before && (
            <button type="button" className="button outline" disabled={busy} onClick={() => note(null)}>
              {t("parties.takeOff")}
            </button>
          )}
          <DialogFoot onCancel={onClose} disabled={!ready} onPrimary={run} keys data-testid="fact-save">
            {t("action.save")}
          </DialogFoot>
        </>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        {error && <Problem error={error} />}
        {fact === "serves" ? (
          <Choice
            label={t("parties.serves")}
            options={info.systems.map((s) => ({
              value: s.code,
              label: `${s.code} ${s.edition}`,
              tone: tone(standardOf(s.edition)),
            }))}
            value={systemsOf(words)}
            onChange={(codes) => setWords(codes.join(", "))}
            note={t("parties.servesNote")}
          />
        ) : (
          <>
            {given && (
              <SelectField
                label={t(`parties.asked.${fact}`)}
                value={words}
                onChange={setWords}
                options={[
                  { value: "", label: "–" },
                  ...given.map((word) => ({ value: word, label: t(`parties.word.${word}`) })),
                ]}
              />
            )}
            <TextField
              label={t("parties.document")}
              value={document}
              onChange={setDocument}
              note={t("parties.documentNote")}
              autoFocus
            />
            {!given && <TextField label={t("parties.words")} value={words} onChange={setWords} area />}
          </>
        )}
      </div>
    </Dialog>
  );
}
