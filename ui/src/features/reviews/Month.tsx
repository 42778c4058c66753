// One month, each day with the codes of what is due.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { go, openDue } from "../../here/router";
import { useWhen, useWorkspace } from "../../here/state";
import { number } from "../../i18n";
import { useAsk } from "../../ipc";
import type { DueDay } from "../../ipc/generated/core";
import { Loaded } from "../../kit";
import { dueTitle } from "../../kit/pointwords";
import { byDay, dueCount, monthCells, weekdays } from "./calendar";
import { Dot } from "./Dot";

/** So many are named on each day. */
const NAMED = 4;

export function Month({ start, last }: { start: string; last: string }) {
  const when = useWhen();
  const ask = useAsk("review_days", { from: start, to: last, first: NAMED, ...when });
  return <Loaded ask={ask}>{(data) => <Days days={data.days} start={start} />}</Loaded>;
}

function Days({ days: given, start }: { days: DueDay[]; start: string }) {
  const { t, i18n } = useTranslation();
  const { day, setReview, readOnly } = useWorkspace();
  const days = useMemo(() => byDay(given), [given]);
  const cells = monthCells(start);
  while (cells.length % 7) cells.push(undefined);
  return (
    <div className="column" style={{ flex: 1, minHeight: 0 }}>
      <div
        style={{
          display: "grid",
          gridTemplateColumns: "repeat(7, minmax(0, 1fr))",
          borderBottom: "1px solid var(--line)",
        }}
      >
        {weekdays(i18n.language, "long").map((name) => (
          <span key={name} className="muted cut" style={{ padding: "4px 12px", fontSize: 12 }}>
            {name}
          </span>
        ))}
      </div>
      <div
        className="scroll"
        style={{
          flex: 1,
          display: "grid",
          gridTemplateColumns: "repeat(7, minmax(0, 1fr))",
          gridAutoRows: "minmax(96px, 1fr)",
        }}
      >
        {cells.map((d, n) => {
          const due = d ? days.get(d) : undefined;
          const items = due?.items ?? [];
          const more = due ? dueCount(due) - items.length : 0;
          return (
            <div
              key={n}
              style={{
                borderRight: "1px solid var(--line)",
                borderBottom: "1px solid var(--line)",
                padding: 8,
                background: d ? undefined : "var(--sunk)",
                minWidth: 0,
              }}
            >
              {d && (
                <span
                  className="num"
                  style={{
                    padding: "0 4px",
                    borderRadius: 4,
                    background: d === day ? "var(--ink)" : undefined,
                    color: d === day ? "var(--on-ink)" : "var(--ink2)",
                  }}
                >
                  {Number(d.slice(8))}
                </span>
              )}
              {items.map((x) => (
                <button
                  key={x.uid}
                  type="button"
                  className="row cut"
                  style={{ width: "100%", gap: 6, fontSize: 12, minHeight: 24 }}
                  title={`${x.code} ${dueTitle(x)}`}
                  onClick={() => (x.kind === "document_review" && !readOnly ? setReview({ code: x.code }) : openDue(x))}
                >
                  <Dot kind={x.kind} late={x.overdue === "yes"} />{" "}
                  <span className={`cut ${x.overdue === "yes" ? "red" : ""}`}>{x.code}</span>
                </button>
              ))}
              {more > 0 && (
                <button
                  type="button"
                  className="hint"
                  onClick={() => go("reviews", { view: "list", month: start.slice(0, 7) })}
                >
                  {t("reviews.more", { n: number(more) })}
                </button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
