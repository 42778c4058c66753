// The rail on the left, the bar on top, the screen, and the sheets that lie over every screen.
import { Menu, Tooltip } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import {
  BookOpen,
  CalendarDays,
  ChevronDown,
  ClipboardCheck,
  FileText,
  FolderCheck,
  History,
  type LucideIcon,
  Search,
  Settings,
  ShieldCheck,
  Sun,
  TriangleAlert,
} from "lucide-react";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { TodayScreen } from "../features/today/TodayScreen";
import { number } from "../i18n";
import { call, forget, useAsk, usePulse } from "../ipc/core";
import type { Today } from "../ipc/generated/core";
import { Kbd, Problem } from "../kit";
import { earliest, isDay, plusDays, time } from "../kit/dates";
import { complain, undoLast } from "../kit/toast";
import { platform } from "../platform";
import { KeysDialog } from "./KeysDialog";
import { Palette } from "./Palette";
import { go, SCREENS, type Screen, usePlace } from "./router";
import { useShared } from "./state";

// The first screen comes with the page; the others are read when they are first wanted, from the same folder.
const AuditsScreen = lazy(async () => ({ default: (await import("../features/audits/AuditsScreen")).AuditsScreen }));
const ClausesScreen = lazy(async () => ({
  default: (await import("../features/clauses/ClausesScreen")).ClausesScreen,
}));
const DocumentsScreen = lazy(async () => ({
  default: (await import("../features/documents/DocumentsScreen")).DocumentsScreen,
}));
const IntegrityScreen = lazy(async () => ({
  default: (await import("../features/integrity/IntegrityScreen")).IntegrityScreen,
}));
const RecordsScreen = lazy(async () => ({
  default: (await import("../features/records/RecordsScreen")).RecordsScreen,
}));
const ReviewsScreen = lazy(async () => ({
  default: (await import("../features/reviews/ReviewsScreen")).ReviewsScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import("../features/settings/SettingsScreen")).SettingsScreen,
}));
const MapDialog = lazy(async () => ({ default: (await import("../features/documents/MapDialog")).MapDialog }));
const FilingSheet = lazy(async () => ({ default: (await import("../features/filing/FilingSheet")).FilingSheet }));
const ImportSheet = lazy(async () => ({ default: (await import("../features/importing/ImportSheet")).ImportSheet }));
const ReviewDialog = lazy(async () => ({ default: (await import("../features/reviews/ReviewDialog")).ReviewDialog }));

const ICONS: Record<Screen, LucideIcon> = {
  today: Sun,
  documents: FileText,
  records: FolderCheck,
  clauses: BookOpen,
  reviews: CalendarDays,
  audits: ClipboardCheck,
  integrity: ShieldCheck,
  settings: Settings,
};

const PAGES: Record<Screen, () => ReactNode> = {
  today: () => <TodayScreen />,
  documents: () => <DocumentsScreen />,
  records: () => <RecordsScreen />,
  clauses: () => <ClausesScreen />,
  reviews: () => <ReviewsScreen />,
  audits: () => <AuditsScreen />,
  integrity: () => <IntegrityScreen />,
  settings: () => <SettingsScreen />,
};

export function Mark({ size = 27 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 27 27" aria-hidden>
      <rect width="27" height="27" rx="6" fill="var(--ink)" />
      <path
        d="M8 6.5v14M13.5 6.5v14M19 6.5v14M8 11h5.5M13.5 16H19"
        stroke="var(--on-ink)"
        strokeWidth="2"
        fill="none"
      />
    </svg>
  );
}

export function Shell() {
  const { t } = useTranslation();
  const shared = useShared();
  const { info } = shared;
  const place = usePlace();
  const queries = useQueryClient();
  const refused = usePulse(true);
  const today = useAsk("today", { as_of: shared.asOf ?? null });
  const [over, setOver] = useState(false);
  useNotice(today.data, info.id);

  useEffect(() => {
    const machine = platform();
    const drag = machine.onDrag(setOver);
    const drop = machine.onDrop(async ({ paths, x, y }) => {
      setOver(false);
      const under = document
        .elementFromPoint(x / (platform().desktop ? window.devicePixelRatio : 1), y)
        ?.closest<HTMLElement>("[data-clause]");
      shared.setProposed(under?.dataset.clause);
      await take(paths);
    });
    const menu = machine.onMenu((item) => {
      if (item === "file") void chooseFiles();
      if (item === "import") void chooseShare();
      if (item === "open") void openOther();
      if (item === "close") void close();
      if (item === "undo") void undoLast(t("undo.nothing"), t("undo.done"));
      if (item === "find") shared.setPalette(true);
      if (item === "keys") shared.setKeys(true);
    });
    return () => {
      drag();
      drop();
      menu();
    };
  }, []);

  const take = async (paths: string[]) => {
    try {
      const sorted = (await call("drop_sort", { paths })).answer;
      if (sorted.folders.length > 0) shared.setImporting(paths);
      else if (sorted.files.length > 0) shared.setFiling(sorted.files);
    } catch (error) {
      complain(error);
    }
  };
  const chooseFiles = async () => {
    const paths = await platform().choose("files", t("filing.choose"));
    if (paths.length > 0) shared.setFiling(paths);
  };
  const chooseShare = async () => {
    const paths = await platform().choose("folder", t("import.choose"));
    if (paths.length > 0) shared.setImporting(paths);
  };
  const openOther = async () => {
    const [folder] = await platform().choose("folder", t("action.openWorkspace"));
    if (!folder) return;
    try {
      await call("host_open", { folder });
      await forget(queries);
    } catch (error) {
      complain(error);
    }
  };
  const close = async () => {
    await call("host_close", {});
    await forget(queries);
  };

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const control = event.ctrlKey || event.metaKey;
      const writing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      const screen = SCREENS[Number(event.key) - 1];
      if (control && event.key === "k") shared.setPalette(true);
      else if (control && screen && event.key >= "1" && event.key <= "8") go(screen);
      else if (control && event.key === "n") void chooseFiles();
      else if (control && event.key === "z" && !writing) void undoLast(t("undo.nothing"), t("undo.done"));
      else if (event.key === "?" && !writing) shared.setKeys(true);
      else if (event.key === "F6") nextRegion(event.shiftKey ? -1 : 1);
      else if (event.key === "r" && !writing && place.screen === "today" && !control) firstTask();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  });

  const waiting = today.data ? today.data.overdue_count : 0;
  const checked = info.checked;
  const name = info.person?.name ?? info.actor;
  return (
    <div className="shell" data-testid="shell">
      <nav className="rail" aria-label={t("nav.label")} data-region>
        <div className="brand">
          <Mark />
          <div className="cut">
            <strong className="cut">{info.organisation}</strong>
            <span className="cut">{info.systems.map((s) => s.code).join(" · ")}</span>
          </div>
        </div>
        <div className="nav">
          {SCREENS.map((screen) => {
            const Icon = ICONS[screen];
            return (
              <Tooltip
                key={screen}
                label={t(`nav.${screen}`)}
                position="right"
                openDelay={400}
                disabled={window.innerWidth >= 1360}
              >
                <button
                  type="button"
                  className="navitem"
                  aria-current={place.screen === screen ? "page" : undefined}
                  aria-label={t(`nav.${screen}`)}
                  onClick={() => go(screen)}
                >
                  <Icon className="icon" aria-hidden />
                  <span className="text">{t(`nav.${screen}`)}</span>
                  {screen === "today" && waiting > 0 && <span className="count">{waiting}</span>}
                  {screen === "integrity" && checked && !checked.ok && (
                    <span className="count red row" style={{ gap: 4 }}>
                      <TriangleAlert size={14} aria-hidden /> {checked.findings.length}
                    </span>
                  )}
                </button>
              </Tooltip>
            );
          })}
        </div>
        <div className="railfoot">
          <button
            type="button"
            onClick={() => go("integrity")}
            aria-label={checked ? t(checked.ok ? "integrity.intact" : "integrity.found") : t("integrity.never")}
          >
            {checked && !checked.ok ? (
              <TriangleAlert className="icon red" aria-hidden />
            ) : (
              <ShieldCheck className="icon" aria-hidden />
            )}
            <span className="text">
              {!checked && t("integrity.never")}
              {checked?.ok && t("integrity.intactAt", { time: time(checked.at) })}
              {checked && !checked.ok && (
                <span className="red">{t("integrity.foundCount", { n: checked.findings.length })}</span>
              )}
            </span>
          </button>
          <button type="button" onClick={() => go("settings", { part: "people" })} aria-label={name}>
            <span className="avatar" aria-hidden>
              {name
                .split(/\s+/)
                .map((w) => w[0]?.toUpperCase())
                .slice(0, 2)
                .join("")}
            </span>
            <span className="text cut">{name}</span>
          </button>
        </div>
      </nav>
      <main className="main">
        {refused && (
          <div style={{ position: "fixed", top: 56, left: "30%", right: "20%", zIndex: 300 }}>
            <Problem error={refused} />
          </div>
        )}
        <Suspense fallback={null}>{PAGES[place.screen]()}</Suspense>
      </main>
      {over && (
        <div className="dropover">
          <div>{t("filing.dropHere")}</div>
        </div>
      )}
      <Suspense fallback={null}>
        {shared.filing && <FilingSheet paths={shared.filing} />}
        {shared.importing && <ImportSheet paths={shared.importing} />}
        {shared.review && <ReviewDialog wish={shared.review} />}
        {shared.mapping && <MapDialog codes={shared.mapping} />}
      </Suspense>
      <Palette
        open={shared.palette}
        onClose={() => shared.setPalette(false)}
        onFile={() => void chooseFiles()}
        onImport={() => void chooseShare()}
      />
      <KeysDialog open={shared.keys} onClose={() => shared.setKeys(false)} />
    </div>
  );
}

/** Once a day the system itself says what is due: today, tomorrow and this week, and what is late. */
function useNotice(today: Today | undefined, workspace: string): void {
  const { t } = useTranslation();
  const { asOf } = useShared();
  useEffect(() => {
    if (!today || asOf) return;
    const key = `noticed ${workspace}`;
    if (localStorage.getItem(key) === today.day) return;
    localStorage.setItem(key, today.day);
    const soon = today.next.filter((item) => earliest(item.due) <= plusDays(today.day, 7));
    if (today.overdue_count + soon.length === 0) return;
    const named = [...today.overdue, ...soon].slice(0, 4).map((item) => `${item.code} ${item.title}`);
    platform().notice(
      t("notice.due", { overdue: number(today.overdue_count), soon: number(soon.length) }),
      named.join("\n"),
    );
  }, [today, workspace, asOf, t]);
}

/** F6: the next region of the window. */
function nextRegion(by: number): void {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")];
  const now = regions.findIndex((r) => r.contains(document.activeElement));
  const next = regions[(now + by + regions.length) % regions.length];
  const target = next?.querySelector<HTMLElement>('[aria-current="page"], [tabindex="0"], button, input');
  target?.focus();
}

function firstTask(): void {
  document.querySelector<HTMLElement>(".tasks button")?.click();
}

/** The bar on top of every screen. */
export function TopBar({ title, children }: { title: ReactNode; children?: ReactNode }) {
  const { t } = useTranslation();
  const { setPalette } = useShared();
  return (
    <header className="topbar" data-region>
      <h1 className="cut">{title}</h1>
      <div className="row end" style={{ gap: 8 }}>
        {children}
        <AsOf />
      </div>
      <button type="button" className="find" onClick={() => setPalette(true)}>
        <Search className="icon" aria-hidden />
        <span className="cut">{t("nav.find")}</span>
        <Kbd>Ctrl K</Kbd>
      </button>
    </header>
  );
}

/** The day that all screens show. */
function AsOf() {
  const { t } = useTranslation();
  const { asOf, setAsOf, info } = useShared();
  const [text, setText] = useState("");
  const days = [
    { label: t("asof.monthAgo"), day: plusDays(info.today, -30) },
    { label: t("asof.quarterAgo"), day: plusDays(info.today, -91) },
    { label: t("asof.yearAgo"), day: plusDays(info.today, -365) },
  ];
  return (
    <Menu position="bottom-end" width={248} transitionProps={{ duration: 0 }} onOpen={() => setText(asOf ?? "")}>
      <Menu.Target>
        <button type="button" className={`asof ${asOf ? "past" : ""}`}>
          <History className="icon" aria-hidden />
          <span>
            {t("asof.word")} <b className="num">{asOf ?? t("asof.now")}</b>
          </span>
          <ChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {asOf && <Menu.Item onClick={() => setAsOf(undefined)}>{t("asof.back")}</Menu.Item>}
        {days.map((d) => (
          <Menu.Item
            key={d.day}
            onClick={() => setAsOf(d.day)}
            rightSection={<span className="muted num">{d.day}</span>}
          >
            {d.label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <div style={{ padding: "6px 10px 10px" }}>
          <label className="hint" htmlFor="asof-day">
            {t("asof.other")}
          </label>
          <input
            id="asof-day"
            className="input"
            value={text}
            placeholder="2026-01-31"
            onChange={(e) => {
              setText(e.target.value);
              if (isDay(e.target.value) && e.target.value <= info.today) setAsOf(e.target.value);
            }}
          />
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}

/** A button that writes; while a past day is shown it leads back instead. */
export function WriteButton({
  onClick,
  className,
  children,
  disabled,
  ...rest
}: {
  onClick: () => void;
  className: string;
  children: ReactNode;
  disabled?: boolean;
  "data-testid"?: string;
}) {
  const { t } = useTranslation();
  const { readOnly, setAsOf } = useShared();
  if (readOnly) {
    return (
      <button type="button" className={className.replace("primary", "outline")} onClick={() => setAsOf(undefined)}>
        {t("asof.back")}
      </button>
    );
  }
  return (
    <button type="button" className={className} onClick={onClick} disabled={disabled} {...rest}>
      {children}
    </button>
  );
}
