// Once a day the system itself says what is due: today, tomorrow and this week, and what is late.
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { number } from "../i18n";
import type { Today } from "../ipc/generated/core";
import { earliest, plusDays } from "../kit/dates";
import { platform } from "../platform";
import { useShared } from "./state";

export function useNotice(today: Today | undefined, workspace: string): void {
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
