// Twelve months, each day with its dots.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { go, openDue } from "../../app/router";
import { useShared } from "../../app/state";
import type { ReviewsDue } from "../../ipc/generated/core";
import { month, plusMonths } from "../../kit/dates";
import { byDay, grid, weekdays } from "./calendar";
import { Dot } from "./Dot";

export function Year({ data, start }: { data: ReviewsDue; start: string }) {
  const { t, i18n } = useTranslation();
  const { day } = useShared();
  const days = useMemo(() => byDay(data), [data]);
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
        const cells = grid(first);
        const count = cells.reduce((sum, d) => sum + (d ? (days.get(d)?.length ?? 0) : 0), 0);
        return (
          <section key={first} aria-label={`${month(first, i18n.language)} ${first.slice(0, 4)}`}>
            <div className="row" style={{ marginBottom: 6 }}>
              <button
                type="button"
                className="strong"
                onClick={() => go("reviews", { view: "month", month: first.slice(0, 7) })}
              >
                {month(first, i18n.language)}{" "}
                {(first === start || first.slice(5, 7) === "01") && (
                  <span className="muted" style={{ fontWeight: 400 }}>
                    {first.slice(0, 4)}
                  </span>
                )}
              </button>
              <span className="end muted num" style={{ fontSize: 12 }}>
                {count || t("reviews.none")}
              </span>
            </div>
            <div style={{ display: "grid", gridTemplateColumns: "repeat(7, 1fr)", textAlign: "center", fontSize: 12 }}>
              {names.map((name, i) => (
                <span key={i} className="muted" style={{ fontSize: 11 }}>
                  {name}
                </span>
              ))}
              {cells.map((d, i) => {
                const items = d ? days.get(d) : undefined;
                const isToday = d === day;
                return (
                  <span key={i} style={{ height: 29, lineHeight: "18px" }}>
                    {d &&
                      (items ? (
                        <button
                          type="button"
                          title={items.map((x) => `${x.code} ${x.title}`).join("\n")}
                          aria-label={t("reviews.dayLabel", { day: d, n: items.length })}
                          style={{ width: 24, minHeight: 26 }}
                          onClick={() =>
                            items.length === 1 && items[0]
                              ? openDue(items[0])
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
                            {items.slice(0, 3).map((x) => (
                              <Dot key={x.uid} kind={x.kind} late={x.overdue === "yes"} />
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
