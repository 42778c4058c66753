// Once a day the system itself says what is due: today, tomorrow and this week, and what is late.
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { number } from "../i18n";
import { useAsk, useAskAgain } from "../ipc";
import { earliest, localDay, plusDays, untilMidnight } from "../kit/dates";
import { platform } from "../platform";

/** What is due today is told once, whatever day the screens show. */
export function useDailyNotice(workspace: string): void {
  const { t } = useTranslation();
  const today = useAsk("today", { as_of: null }).data;
  useEffect(() => {
    if (!today) return;
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
  }, [today, workspace, t]);
}

/** When another day has begun everything is asked again: it is judged by the day. */
export function useNewDay(): void {
  const askAgain = useAskAgain();
  useEffect(() => {
    let day = localDay();
    let timer = 0;
    const look = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(look, untilMidnight());
      if (localDay() === day) return;
      day = localDay();
      void askAgain();
    };
    look();
    // A machine that slept missed its midnight.
    window.addEventListener("focus", look);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener("focus", look);
    };
  }, [askAgain]);
}
