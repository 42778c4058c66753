// The bar on top of every screen: its name, what can be done there, the day that is shown, the way to find.
import { Menu } from "@mantine/core";
import { ChevronDown, History, Search } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Kbd } from "../kit";
import { isDay, plusDays } from "../kit/dates";
import { useShared } from "./state";

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
