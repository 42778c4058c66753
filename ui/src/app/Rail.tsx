// The rail on the left: whose workspace it is, the screens, the last check, who is at work.
import {
  BookOpen,
  CalendarDays,
  ClipboardCheck,
  FileText,
  FolderCheck,
  type LucideIcon,
  Settings,
  ShieldCheck,
  Sun,
  TriangleAlert,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { go, SCREENS, type Screen, usePlace } from "../here/router";
import { useWorkspace } from "../here/state";
import { number } from "../i18n";
import { Logo } from "../kit";

export const ICONS: Record<Screen, LucideIcon> = {
  today: Sun,
  documents: FileText,
  records: FolderCheck,
  clauses: BookOpen,
  reviews: CalendarDays,
  audits: ClipboardCheck,
  integrity: ShieldCheck,
  settings: Settings,
};

export function Rail({ waiting }: { waiting: number }) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const place = usePlace();
  // Below that the words are not shown.
  const narrow = window.innerWidth < 1360;
  const checked = info.checked;
  const name = info.person?.name ?? info.actor;
  return (
    <nav className="rail" aria-label={t("nav.label")} data-region>
      <div className="brand">
        <Logo />
        <div className="cut">
          <strong title={info.organisation}>{info.organisation}</strong>
          <span className="cut">{info.systems.map((s) => s.code).join(" · ")}</span>
        </div>
      </div>
      <div className="nav">
        {SCREENS.map((screen) => {
          const Icon = ICONS[screen];
          return (
            <button
              key={screen}
              type="button"
              className="navitem"
              aria-current={place.screen === screen ? "page" : undefined}
              aria-label={t(`nav.${screen}`)}
              title={narrow ? t(`nav.${screen}`) : undefined}
              onClick={() => go(screen)}
            >
              <Icon className="icon" aria-hidden />
              <span className="text">{t(`nav.${screen}`)}</span>
              {screen === "today" && waiting > 0 && <span className="count">{number(waiting)}</span>}
              {screen === "integrity" && checked && !checked.ok && (
                <span className="count red row" style={{ gap: 4 }}>
                  <TriangleAlert size={14} aria-hidden /> {number(checked.findings.length)}
                </span>
              )}
            </button>
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
            {checked?.ok && t("integrity.intactAt", { time: info.checked_when?.time.slice(0, 5) })}
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
  );
}
