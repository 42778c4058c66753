// What the palette finds: actions and screens, packs, clauses, and what the search of the core answers.
import {
  BookOpen,
  FileText,
  FileUp,
  FolderCheck,
  FolderInput,
  ListChecks,
  Package,
  Scale,
  ShieldCheck,
} from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useChoosing } from "../here/choosing";
import { matchingClauses, useClauses } from "../here/clauses";
import { address, placeText } from "../here/foundat";
import { go, openClause, openItem, SCREENS } from "../here/router";
import { useWorkspace } from "../here/state";
import { number, titleOf } from "../i18n";
import { type Refusal, useAsk } from "../ipc";
import type { Found } from "../ipc/generated/core";
import { clauseNumber, parseReference, standardOf, tone } from "../kit/standards";
import { ICONS } from "./Rail";

export interface Hit {
  key: string;
  group: string;
  icon: ReactNode;
  code: ReactNode;
  text: string;
  /** The standard's own words, where the text is in another language. */
  tip?: string;
  /** Words of the file around what was asked for. */
  found?: string;
  side?: string;
  run: () => void;
}

/** How long (ms) typing rests before the core is asked. */
const REST = 120;

/** A line has room for few words: those around the first that was asked for. */
function around(snippet: string, words: string): string {
  const first = words.toLowerCase().split(/\s+/)[0] ?? "";
  const at = snippet.toLowerCase().indexOf(first);
  if (at < 24) return snippet;
  const start = snippet.indexOf(" ", at - 24) + 1;
  return `…${snippet.slice(Math.min(start, at))}`;
}

/** So many documents and records are shown. */
const SHOWN = 6;

/** What fits the text: found at once where the page knows it, after a rest where the core is asked. */
export function usePaletteHits(text: string): { hits: Hit[]; found: Found | undefined; error: Refusal | undefined } {
  const { t } = useTranslation();
  const { info, when } = useWorkspace();
  const choose = useChoosing();
  const [slow, setSlow] = useState("");
  const clauses = useClauses();
  const audits = useAsk("audit_list", { ...when });
  useEffect(() => {
    const timer = window.setTimeout(() => setSlow(text.trim()), REST);
    return () => window.clearTimeout(timer);
  }, [text]);
  const search = useAsk("search", { query: slow, limit: SHOWN, ...when }, slow.length > 1);
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
      ...info.systems.map(
        (s): Hit => ({
          key: `applicability ${s.code}`,
          group: t("palette.screens"),
          icon: <ListChecks className="icon" />,
          code: t(standardOf(s.edition) === "27001" ? "term.soa" : "applicability.title"),
          text: s.code,
          run: () => go("settings", { applicability: s.code }),
        }),
      ),
      ...info.systems.map(
        (s): Hit => ({
          key: `claims ${s.code}`,
          group: t("palette.screens"),
          icon: <Scale className="icon" />,
          code: t("claims.title"),
          text: s.code,
          run: () => go("settings", { claims: s.code }),
        }),
      ),
    ].filter((a) => says(`${a.code} ${a.text}`));
    if (!folded) return [...(current ? packs.slice(0, 1) : []), ...actions];
    const inClauses: Hit[] = matchingClauses(clauses, text, 5).map((c) => ({
      key: c.reference,
      group: t("nav.clauses"),
      icon: <BookOpen className="icon" />,
      code: (
        <span className={`serif own ${tone(parseReference(c.reference).standard)}`} style={{ fontWeight: 600 }}>
          {clauseNumber(c.reference)}
        </span>
      ),
      text: titleOf(c.reference, c.title).text,
      tip: titleOf(c.reference, c.title).english,
      side: parseReference(c.reference).standard,
      run: () => openClause(c.reference),
    }));
    const found = slow.length > 1 ? search.data : undefined;
    const items = (kind: "document" | "record"): Hit[] => {
      const screen = kind === "document" ? "documents" : "records";
      const total = found?.[screen] ?? 0;
      const hits = (found?.hits ?? []).filter((h) => h.kind === kind);
      const name = t(`nav.${screen}`);
      const group =
        total > hits.length ? t("palette.group", { name, total: number(total), shown: number(hits.length) }) : name;
      const icon = kind === "document" ? <FileText className="icon" /> : <FolderCheck className="icon" />;
      const shown = hits.map((h): Hit => {
        const place = placeText(t, h.place);
        const inTitle = h.snippet === `${h.code} ${h.title}`;
        const state = h.state && h.state !== "in_date" ? t(`recordState.${h.state}`) : undefined;
        const earlier = h.earlier ? t("palette.earlier", { revision: h.revision ?? "" }) : undefined;
        return {
          key: `${kind} ${h.code}`,
          group,
          icon,
          code: <span className={h.state === "taken_back" ? "medium struck" : "medium"}>{h.code}</span>,
          text: h.title,
          side: [state ?? earlier, place].filter(Boolean).join(", ") || undefined,
          found: inTitle ? "" : around(h.snippet, slow),
          run: () => openItem(kind, h.code, inTitle ? {} : { file: h.digest ?? undefined, at: address(h.place) }),
        };
      });
      if (total <= hits.length) return shown;
      return [
        ...shown,
        {
          key: `${kind} all`,
          group,
          icon,
          code: t("palette.showAll", { n: number(total) }),
          text: "",
          run: () => go(screen, { find: slow }),
        },
      ];
    };
    return [...packs.slice(0, 3), ...inClauses, ...items("document"), ...items("record"), ...actions];
  };
  const asked = slow.length > 1 && text.trim().length > 1;
  return { hits: list(), found: asked ? search.data : undefined, error: asked ? search.error : undefined };
}
