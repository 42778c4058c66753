// One place to find anything: clauses, documents, records, audits and what can be done.

import { BookOpen, FileText, FileUp, FolderCheck, FolderInput, Package, Search, ShieldCheck } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useChoosing } from "../here/choosing";
import { fitting, useClauses } from "../here/clauses";
import { go, openClause, openItem, SCREENS } from "../here/router";
import { useShared } from "../here/state";
import { useAsk } from "../ipc";
import { Kbd, Problem } from "../kit";
import { Overlay, OverlayTitle } from "../kit/overlay";
import { parse, tone } from "../kit/standards";
import { ICONS } from "./Rail";

interface Hit {
  key: string;
  group: string;
  icon: ReactNode;
  code: ReactNode;
  text: string;
  /** Words of the file around what was asked for. */
  found?: string;
  side?: string;
  run: () => void;
}

/** The words of a text that were asked for stand out. */
function Marked({ text, words }: { text: string; words: string }) {
  const asked = words.trim().split(/\s+/).filter(Boolean);
  if (asked.length === 0) return text;
  const any = new RegExp(`(${asked.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "gi");
  return text.split(any).map((part, n) => (n % 2 ? <b key={n}>{part}</b> : part));
}

/** A line has room for few words: those around the first that was asked for. */
function around(snippet: string, words: string): string {
  const first = words.toLowerCase().split(/\s+/)[0] ?? "";
  const at = snippet.toLowerCase().indexOf(first);
  if (at < 24) return snippet;
  const start = snippet.indexOf(" ", at - 24) + 1;
  return `…${snippet.slice(Math.min(start, at))}`;
}

export function Palette() {
  const { t } = useTranslation();
  const { asOf, setPalette } = useShared();
  const choose = useChoosing();
  const [text, setText] = useState("");
  const [slow, setSlow] = useState("");
  const [at, setAt] = useState(0);
  const clauses = useClauses();
  const audits = useAsk("audit_list", { as_of: asOf ?? null });
  useEffect(() => {
    const timer = window.setTimeout(() => setSlow(text.trim()), 120);
    return () => window.clearTimeout(timer);
  }, [text]);
  const search = useAsk("search", { query: slow, limit: 40, as_of: asOf ?? null }, slow.length > 1);
  const list = (): Hit[] => {
    const folded = text.toLowerCase().trim();
    const says = (words: string) => folded === "" || folded.split(/\s+/).every((w) => words.toLowerCase().includes(w));
    const current = audits.data?.at(-1);
    const packs: Hit[] = (audits.data ?? [])
      .filter((a) => says(`${t("action.buildPack")} pack ${a.code} ${a.title}`))
      .reverse()
      .map((a) => ({
        key: `pack ${a.code}`,
        group: t("palette.actions"),
        icon: <Package className="icon" />,
        code: t("action.buildPack"),
        text: `${a.code} ${a.title}`,
        run: () => go("audits", { pack: a.code }),
      }));
    const actions: Hit[] = [
      {
        key: "file",
        group: t("palette.actions"),
        icon: <FileUp className="icon" />,
        code: t("filing.some"),
        text: "",
        side: "Ctrl N",
        run: () => void choose.files(),
      },
      {
        key: "import",
        group: t("palette.actions"),
        icon: <FolderInput className="icon" />,
        code: t("import.title"),
        text: "",
        run: () => void choose.share(),
      },
      {
        key: "verify",
        group: t("palette.actions"),
        icon: <ShieldCheck className="icon" />,
        code: t("action.verifyNow"),
        text: "",
        run: () => go("integrity", { verify: "now" }),
      },
      ...SCREENS.map((s): Hit => {
        const Icon = ICONS[s];
        return {
          key: s,
          group: t("palette.screens"),
          icon: <Icon className="icon" />,
          code: t(`nav.${s}`),
          text: "",
          run: () => go(s),
        };
      }),
    ].filter((a) => says(String(a.code)));
    if (!folded) return [...(current ? packs.slice(0, 1) : []), ...actions];
    const inClauses: Hit[] = fitting(clauses, text, 5).map((c) => ({
      key: c.reference,
      group: t("nav.clauses"),
      icon: <BookOpen className="icon" />,
      code: (
        <span className={`serif own ${tone(parse(c.reference).standard)}`} style={{ fontWeight: 600 }}>
          {parse(c.reference).clause}
        </span>
      ),
      text: c.title,
      side: parse(c.reference).standard,
      run: () => openClause(c.reference),
    }));
    const seen = new Set<string>();
    const found = (slow.length > 1 ? (search.data?.hits ?? []) : []).filter(
      (h) => !seen.has(h.code) && seen.add(h.code),
    );
    const items = (kind: string): Hit[] =>
      found
        .filter((h) => h.kind === kind)
        .slice(0, 6)
        .map((h) => ({
          key: `${kind} ${h.code}`,
          group: t(kind === "document" ? "nav.documents" : "nav.records"),
          icon: kind === "document" ? <FileText className="icon" /> : <FolderCheck className="icon" />,
          code: <span className="medium">{h.code}</span>,
          text: h.title,
          found: h.snippet.toLowerCase().includes(h.title.toLowerCase()) ? "" : around(h.snippet, slow),
          run: () => openItem(kind, h.code),
        }));
    return [...packs.slice(0, 3), ...inClauses, ...items("document"), ...items("record"), ...actions];
  };
  const hits = list();
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
          {text ? t("palette.found", { n: hits.length }) : ""}
        </span>
      </div>
      {search.error && (
        <div style={{ padding: 12 }}>
          <Problem error={search.error} />
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
                <span className={`cut ${hit.found ? "" : "grow"}`} style={{ maxWidth: hit.found ? "50%" : undefined }}>
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
        {hits.length === 0 && (
          <p className="muted" style={{ padding: 16 }}>
            {t("palette.nothing")}
          </p>
        )}
      </div>
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
