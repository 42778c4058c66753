// Once a day the system itself says what is due: today, tomorrow and this week, and what is late.
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { NOW } from "../here/state";
import { number } from "../i18n";
import { useAsk, useAskAgain } from "../ipc";
import { earliest, plusDays } from "../kit/dates";
import { dueTitle } from "../kit/pointwords";
import { platform } from "../platform";

/** What is due today is told once, whatever day the screens show. */
export function useDailyNotice(workspace: string): void {
  const { t } = useTranslation();
  const today = useAsk("today", NOW).data;
  useEffect(() => {
    if (!today) return;
    const key = `noticed ${workspace}`;
    if (localStorage.getItem(key) === today.day) return;
    localStorage.setItem(key, today.day);
    const soon = today.next.filter((item) => earliest(item.due) <= plusDays(today.day, 7));
    if (today.overdue_count + soon.length === 0) return;
    const named = [...today.overdue, ...soon].slice(0, 4).map((item) => `${item.code} ${dueTitle(item)}`);
    platform().notice(
      t("notice.due", { overdue: number(today.overdue_count), soon: number(soon.length) }),
      named.join("\n"),
    );
  }, [today, workspace, t]);
}

/** A browser waits no longer than 24 days; so often it looks at the clock at the least. */
const LONGEST = 3_600_000;

/** When another day has begun for the organisation everything is asked again: it is judged by the day. */
export function useNewDay(): void {
  const askAgain = useAskAgain();
  const { data: info, again } = useAsk("workspace_info", {});
  const known = useRef(info?.today);
  // Also where its time zone was set, here or by another program, and it is another day by that.
  useEffect(() => {
    const before = known.current;
    known.current = info?.today;
    if (before && before !== info?.today) void askAgain();
  }, [info?.today, askAgain]);
  const ends = info?.next_day_at;
  useEffect(() => {
    if (ends === undefined) return;
    let timer = 0;
    let asked = false;
    const look = () => {
      window.clearTimeout(timer);
      const left = ends - Date.now();
      if (left > 0) timer = window.setTimeout(look, Math.min(left, LONGEST));
      else if (!asked) {
        asked = true;
        void again();
      }
    };
    look();
    // A machine that slept missed its midnight.
    window.addEventListener("focus", look);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener("focus", look);
    };
  }, [ends, again]);
}
