// Maps one or several documents or records to one or several clauses: each cell says beforehand what it would change.
import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { matchingClauses, useClauses } from "../../here/clauses";
import { ClauseTitle } from "../../here/clausetitle";
import { useOurLabels } from "../../here/ourlabels";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { number } from "../../i18n";
import { type Refusal, refusal, useAsk, useChange } from "../../ipc";
import { ClauseChip, Dialog, Problem, Segments, TextField } from "../../kit";
import { DialogFoot } from "../../kit/dialogfoot";
import { clauseName } from "../../kit/standards";
import { showToast } from "../../kit/toast";
import { ControlLines } from "./ControlLines";
import { FindItem } from "./FindItem";
import { cellKey, MapCells } from "./MapCells";

/** So many cells are looked at beforehand; of more only what they are is said. */
const FORETOLD = 400;

export function MapDialog({ codes, to }: { codes: string[]; to: string[] }) {
  const { t } = useTranslation();
  const { setMapping } = useWorkspace();
  const clauses = useClauses();
  const ours = useOurLabels();
  const [items, setItems] = useState(codes);
  const [text, setText] = useState("");
  const [strength, setStrength] = useState<"full" | "partial" | "supporting">("full");
  const [reason, setReason] = useState("");
  const [chosen, setChosen] = useState<string[]>(to);
  const [off, setOff] = useState<string[]>([]);
  const [error, setError] = useState<Refusal>();
  const change = useChange("map_cells");
  const found = matchingClauses(clauses, text, 8);
  // What is typed is meant, as long as nothing is chosen.
  const first = chosen.length === 0 ? found[0]?.reference : undefined;
  const references = first ? [first] : chosen;
  const cells = references.flatMap((reference) =>
    items.map((item) => ({ item, reference })).filter((cell) => !off.includes(cellKey(cell))),
  );
  const look = cells.length > 0 && cells.length <= FORETOLD;
  const preview = useAsk("map_cells_preview", { cells, strength }, look);
  const asks = strength !== "full" || (look && preview.data?.cells.some((cell) => cell.needs_reason));
  const ready = cells.length > 0 && (!asks || reason.trim() !== "") && !change.busy;
  const close = () => setMapping(undefined);
  const toggle = (reference: string) => {
    setChosen(chosen.includes(reference) ? chosen.filter((c) => c !== reference) : [...chosen, reference]);
    setText("");
  };
  const run = async () => {
    if (!ready) return;
    setError(undefined);
    try {
      const made = (await change.run({ cells, strength, reason: reason.trim() })).cells;
      const n = made.filter((cell) => cell.how !== "stays").length;
      const clause = [...new Set(made.map((cell) => clauseName(cell.reference)))].join(", ");
      if (n === 0) showToast(t("mapping.already", { n: number(0), clause }));
      else showDone(t("mapping.done", { n: number(n), clause }));
      close();
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <Dialog
      onClose={close}
      title={t("action.mapToClause")}
      over={items.length > 1 ? t("register.selected", { n: items.length }) : items[0]}
      size={items.length > 1 || references.length > 1 ? "min(920px, calc(100vw - 64px))" : 560}
      onPrimary={() => void run()}
      foot={
        <DialogFoot hint={t("mapping.undoable")} onCancel={close} disabled={!ready} onPrimary={() => void run()} keys>
          {cells.length > 1 ? t("mapping.mapMany", { n: number(cells.length) }) : t("mapping.map")}
        </DialogFoot>
      }
    >
      <div className="column" style={{ gap: 14 }}>
        <div
          onKeyDown={(e) => {
            if (e.key !== "Enter" || e.ctrlKey || e.metaKey || !found[0]) return;
            e.preventDefault();
            toggle(found[0].reference);
          }}
        >
          <TextField
            label={t("mapping.which")}
            value={text}
            onChange={setText}
            placeholder="8.5.1, A.12.1.2, …"
            autoFocus={codes.length > 0}
          />
        </div>
        {chosen.length > 0 && (
          <div className="chips">
            {chosen.map((reference) => (
              <span key={reference} className="row" style={{ gap: 2 }}>
                <ClauseChip reference={reference} />
                <button
                  type="button"
                  className="iconbutton"
                  style={{ width: 20, height: 20 }}
                  aria-label={t("mapping.leaveOut", { clause: clauseName(reference) })}
                  onClick={() => toggle(reference)}
                >
                  <X size={12} />
                </button>
              </span>
            ))}
          </div>
        )}
        {(text !== "" || chosen.length === 0) && (
          <div
            className="list"
            role="listbox"
            aria-multiselectable
            aria-label={t("mapping.which")}
            style={{ minHeight: 120 }}
          >
            {found.map((c) => {
              const on = references.includes(c.reference);
              return (
                <button
                  key={c.reference}
                  type="button"
                  role="option"
                  aria-selected={on}
                  style={{ padding: "4px 8px", background: on ? "var(--sel)" : undefined }}
                  onClick={() => toggle(c.reference)}
                >
                  <span style={{ flex: "none", width: 112 }}>
                    <ClauseChip reference={c.reference} />
                  </span>
                  <span className="serif cut">
                    <ClauseTitle reference={c.reference} title={c.title} of={ours} cut />
                  </span>
                </button>
              );
            })}
            {text && found.length === 0 && <p className="muted">{t("mapping.noSuchClause")}</p>}
          </div>
        )}
        {(codes.length === 0 || items.length > codes.length) && (
          <FindItem
            label={t("mapping.findItem")}
            focus={codes.length === 0}
            onChoose={(item) => !items.includes(item.code) && setItems([...items, item.code])}
          />
        )}
        {references.length > 0 && items.length > 0 && (
          <MapCells
            items={items}
            references={references}
            off={off}
            made={look ? preview.data : undefined}
            onOff={(key) => setOff(off.includes(key) ? off.filter((k) => k !== key) : [...off, key])}
          />
        )}
        {references.length > 0 && <ControlLines items={items} references={references} />}
        {preview.error && <Problem error={preview.error} line />}
        <div className="field">
          <span className="label">{t("mapping.strength")}</span>
          <Segments
            value={strength}
            onChange={setStrength}
            label={t("mapping.strength")}
            options={(["full", "partial", "supporting"] as const).map((s) => ({ value: s, label: t(`strength.${s}`) }))}
          />
        </div>
        {asks && <TextField label={t("mapping.reason")} value={reason} onChange={setReason} />}
        {error && <Problem error={error} />}
      </div>
    </Dialog>
  );
}
