// One place to find anything: clauses, documents, records, audits and what can be done.
import { Search } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../here/state";
import { number, wholeTitle } from "../i18n";
import { Kbd, Problem } from "../kit";
import { Overlay, OverlayTitle } from "../kit/overlay";
import { type Hit, usePaletteHits } from "./palettehits";
import { Unsearched } from "./Unsearched";

/** The words of a text that were asked for stand out. */
function Marked({ text, words }: { text: string; words: string }) {
  const asked = words.trim().split(/\s+/).filter(Boolean);
  if (asked.length === 0) return text;
  const any = new RegExp(`(${asked.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "gi");
  return text.split(any).map((part, n) => (n % 2 ? <b key={n}>{part}</b> : part));
}

export function Palette() {
  const { t } = useTranslation();
  const { setPalette } = useWorkspace();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const { hits, found, error } = usePaletteHits(text);
  const chosen = Math.min(at, hits.length - 1);
  const run = (hit: Hit | undefined) => {
    if (!hit) return;
    setPalette(false);
    hit.run();
  };
  let group = "";
  return (
    <Overlay onClose={() => setPalette(false)} size={680} top="12vh">
      <OverlayTitle className="hidden">{t("nav.find")}</OverlayTitle>
      <div className="row" style={{ padding: "14px 20px", borderBottom: "1px solid var(--line)" }}>
        <Search className="icon" aria-hidden />
        <input
          // At once, or the first letters typed after the key are lost.
          autoFocus
          data-autofocus
          value={text}
          onChange={(e) => {
            setText(e.target.value);
            setAt(0);
          }}
          placeholder={t("palette.placeholder")}
          aria-label={t("nav.find")}
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-hits"
          aria-activedescendant={hits[chosen] ? `hit-${chosen}` : undefined}
          style={{
            flex: 1,
            border: 0,
            background: "none",
            color: "var(--ink)",
            font: "400 16px/24px var(--sans)",
            outline: "none",
          }}
          onKeyDown={(e) => {
            if (e.key === "ArrowDown") setAt(Math.min(hits.length - 1, chosen + 1));
            else if (e.key === "ArrowUp") setAt(Math.max(0, chosen - 1));
            else if (e.key === "Enter") run(hits[chosen]);
            else return;
            e.preventDefault();
          }}
        />
        <span className="muted" style={{ fontSize: 12 }}>
          {found ? t("palette.found", { documents: number(found.documents), records: number(found.records) }) : ""}
        </span>
      </div>
      {error && (
        <div style={{ padding: 12 }}>
          <Problem error={error} />
        </div>
      )}
      <div
        id="palette-hits"
        role="listbox"
        aria-label={t("nav.find")}
        className="scroll"
        style={{ maxHeight: "min(460px, 60vh)", padding: "4px 8px 8px" }}
      >
        {hits.map((hit, n) => {
          const head = hit.group !== group;
          group = hit.group;
          return (
            <div key={hit.key} role="presentation">
              {head && (
                <div className="muted" role="presentation" style={{ fontSize: 11, padding: "8px 12px 4px" }}>
                  {hit.group}
                </div>
              )}
              <div
                id={`hit-${n}`}
                role="option"
                tabIndex={-1}
                aria-selected={n === chosen}
                className="row"
                style={{
                  padding: "6px 12px",
                  borderRadius: 6,
                  gap: 12,
                  background: n === chosen ? "var(--sel)" : undefined,
                  minHeight: 34,
                }}
                onMouseMove={() => setAt(n)}
                onClick={() => run(hit)}
                ref={(el) => {
                  if (n === chosen) el?.scrollIntoView({ block: "nearest" });
                }}
              >
                {hit.icon}
                <span style={{ minWidth: 76, whiteSpace: "nowrap" }}>{hit.code}</span>
                <span
                  className={`cut ${hit.found ? "" : "grow"}`}
                  style={{ maxWidth: hit.found ? "50%" : undefined }}
                  title={hit.tip && wholeTitle({ text: hit.text, english: hit.tip })}
                >
                  <Marked text={hit.text} words={text} />
                </span>
                {hit.found && (
                  <span className="muted cut grow" style={{ fontSize: 12 }}>
                    <Marked text={hit.found} words={text} />
                  </span>
                )}
                {hit.side && (
                  <span className="muted cut" style={{ fontSize: 12, maxWidth: 220 }}>
                    {hit.side}
                  </span>
                )}
                {n === chosen && <Kbd>Enter</Kbd>}
              </div>
            </div>
          );
        })}
        {hits.length === 0 && !error && (
          <p className="muted" style={{ padding: 16 }}>
            {t("palette.nothing")}
          </p>
        )}
      </div>
      {found && found.not_searched.length > 0 && <Unsearched counts={found.not_searched} />}
      {!text && (
        <p className="hint" style={{ padding: "8px 20px", borderTop: "1px solid var(--line)" }} data-testid="operators">
          {t("palette.operators")}
        </p>
      )}
      <div
        className="row hint"
        style={{ padding: "8px 20px", gap: 16, borderTop: "1px solid var(--line)", background: "var(--bg)" }}
      >
        <span className="row" style={{ gap: 4 }}>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t("keys.move")}
        </span>
        <span className="row" style={{ gap: 4 }}>
          <Kbd>Enter</Kbd> {t("keys.open")}
        </span>
        <span className="row" style={{ gap: 4 }}>
          <Kbd>Esc</Kbd> {t("action.close")}
        </span>
      </div>
    </Overlay>
  );
}
