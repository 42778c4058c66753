// Twelve months, each day with its dots.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { go, openDue } from "../../here/router";
import { useWhen, useWorkspace } from "../../here/state";
import { number } from "../../i18n";
import { useAsk } from "../../ipc";
import type { DueDay } from "../../ipc/generated/core";
import { Loaded } from "../../kit";
import { monthName, plusMonths } from "../../kit/dates";
import { dueTitle } from "../../kit/pointwords";
import { byDay, dots, dueCount, monthCells, weekdays } from "./calendar";
import { Dot } from "./Dot";

export function Year({ start, last }: { start: string; last: string }) {
  const when = useWhen();
  const ask = useAsk("review_days", { from: start, to: last, first: 1, ...when });
  return <Loaded ask={ask}>{(data) => <Months days={data.days} start={start} />}</Loaded>;
}

function Months({ days: given, start }: { days: DueDay[]; start: string }) {
  const { t, i18n } = useTranslation();
  const { day } = useWorkspace();
  const days = useMemo(() => byDay(given), [given]);
  const names = weekdays(i18n.language, "narrow");
  return (
    <div
      className="scroll"
      style={{
        display: "grid",
        gridTemplateColumns: "repeat(auto-fill, minmax(max(190px, 21%), 1fr))",
        gap: "28px 32px",
        padding: "12px 24px 24px",
        alignContent: "start",
      }}
    >
      {Array.from({ length: 12 }, (_, n) => plusMonths(start, n)).map((first) => {
        const cells = monthCells(first);
        const count = cells.reduce((sum, d) => {
          const due = d ? days.get(d) : undefined;
          return sum + (due ? dueCount(due) : 0);
        }, 0);
        return (
          <section key={first} aria-label={`${monthName(first, i18n.language)} ${first.slice(0, 4)}`}>
            <div className="row" style={{ marginBottom: 6 }}>
              <button
                type="button"
                className="strong"
                onClick={() => go("reviews", { view: "month", month: first.slice(0, 7) })}
              >
                {monthName(first, i18n.language)}{" "}
                {(first === start || first.slice(5, 7) === "01") && (
                  <span className="muted" style={{ fontWeight: 400 }}>
                    {first.slice(0, 4)}
                  </span>
                )}
              </button>
              <span className="end muted num" style={{ fontSize: 12 }}>
                {count ? number(count) : t("reviews.none")}
              </span>
            </div>
            <div style={{ display: "grid", gridTemplateColumns: "repeat(7, 1fr)", textAlign: "center", fontSize: 12 }}>
              {names.map((name, i) => (
                <span key={i} className="muted" style={{ fontSize: 11 }}>
                  {name}
                </span>
              ))}
              {cells.map((d, i) => {
                const due = d ? days.get(d) : undefined;
                const [one] = due?.items ?? [];
                const isToday = d === day;
                return (
                  <span key={i} style={{ height: 29, lineHeight: "18px" }}>
                    {d &&
                      (due ? (
                        <button
                          type="button"
                          title={[
                            one ? `${one.code} ${dueTitle(one)}` : "",
                            dueCount(due) > 1 ? t("reviews.more", { n: number(dueCount(due) - 1) }) : "",
                          ]
                            .filter(Boolean)
                            .join("\n")}
                          aria-label={t("reviews.dayLabel", { day: d, n: number(dueCount(due)) })}
                          style={{ width: 24, minHeight: 26 }}
                          onClick={() =>
                            one && dueCount(due) === 1
                              ? openDue(one)
                              : go("reviews", { view: "month", month: d.slice(0, 7) })
                          }
                        >
                          <span
                            className="strong"
                            style={{
                              display: "block",
                              borderRadius: 4,
                              background: isToday ? "var(--ink)" : undefined,
                              color: isToday ? "var(--on-ink)" : undefined,
                            }}
                          >
                            {Number(d.slice(8))}
                          </span>
                          <span className="row" style={{ gap: 2, justifyContent: "center", height: 6 }}>
                            {dots(due).map((dot, n) => (
                              <Dot key={n} {...dot} />
                            ))}
                          </span>
                        </button>
                      ) : (
                        <span
                          className="muted"
                          style={{
                            display: "inline-block",
                            width: 24,
                            borderRadius: 4,
                            background: isToday ? "var(--ink)" : undefined,
                            color: isToday ? "var(--on-ink)" : undefined,
                          }}
                        >
                          {Number(d.slice(8))}
                        </span>
                      ))}
                  </span>
                );
              })}
            </div>
          </section>
        );
      })}
    </div>
  );
}
