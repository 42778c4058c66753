// All keys, shown by the question mark.
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../here/state";
import { Dialog, Kbd } from "../kit";

const KEYS: [string, string][] = [
  ["Ctrl K", "keys.find"],
  ["Ctrl 1–8", "keys.screens"],
  ["Ctrl N", "keys.file"],
  ["F6", "keys.region"],
  ["↑ ↓ J K", "keys.move"],
  ["X", "keys.select"],
  ["Enter", "keys.open"],
  ["Esc", "keys.back"],
  ["M", "keys.map"],
  ["R", "keys.review"],
  ["O I T S", "keys.correct"],
  ["A", "keys.accept"],
  ["1 2 3", "keys.outcome"],
  ["1 2", "keys.approval"],
  ["R C", "keys.matrix"],
  ["E W L O", "keys.points"],
  ["[ ] ← →", "keys.dayStep"],
  ["Shift ← →", "keys.revisionStep"],
  ["Home", "keys.toToday"],
  ["S", "keys.proof"],
  ["S W L", "keys.settle"],
  ["Ctrl Enter", "keys.primary"],
  ["Ctrl Z", "keys.undo"],
  ["?", "keys.all"],
];

export function KeysDialog() {
  const { t } = useTranslation();
  const { setKeys } = useWorkspace();
  return (
    <Dialog onClose={() => setKeys(false)} title={t("keys.title")} size={760} calm>
      <div className="list" style={{ display: "grid", gridTemplateColumns: "1fr 1fr", columnGap: 32 }}>
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <span className="grow">{t(what)}</span>
            <Kbd>{key}</Kbd>
          </div>
        ))}
      </div>
    </Dialog>
  );
}
