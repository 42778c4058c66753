// Every date that needs a person: by year, by month, as a list; and the file for other calendars.
import { ChevronLeft, ChevronRight, Download } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { go, openItem, usePlace } from "../../app/router";
import { useShared } from "../../app/state";
import { TopBar } from "../../app/TopBar";
import { WriteButton } from "../../app/WriteButton";
import { number } from "../../i18n";
import { call, useAsk } from "../../ipc/core";
import type { DueItem, ReviewsDue } from "../../ipc/generated/core";
import { Empty, Segments, Shown } from "../../kit";
import { distance, due, earliest, month, plusMonths } from "../../kit/dates";
import { complain, say } from "../../kit/toast";
import { platform } from "../../platform";

type View = "year" | "month" | "list";

export function ReviewsScreen() {
  const { t } = useTranslation();
  const { asOf, day } = useShared();
  const { params } = usePlace();
  const view: View = params.view === "month" || params.view === "list" ? params.view : "year";
  const start = params.month ? `${params.month}-01` : `${day.slice(0, 7)}-01`;
  const span = view === "year" ? 12 : 1;
  const until = plusMonths(start, view === "list" && !params.month ? 12 : Math.max(span, 1));
  const ask = useAsk("review_list", { until, as_of: asOf ?? null });
  const move = (by: number) =>
    go("reviews", { view: params.view, month: plusMonths(start, by * (view === "year" ? 12 : 1)).slice(0, 7) });
  const save = async () => {
    const [path] = await platform().choose("save", t("action.calendarFile"), "reviews.ics");
    if (!path) return;
    try {
      const { answer } = await call("review_list", { as_of: asOf ?? null, ics: path });
      say(t("reviews.saved", { n: number(answer.items.length) }));
    } catch (error) {
      complain(error);
    }
  };
  return (
    <>
      <TopBar title={t("nav.reviews")}>
        <button type="button" className="button" onClick={() => void save()}>
          <Download className="icon" aria-hidden /> {t("action.calendarFile")}
        </button>
      </TopBar>
      <div className="screen">
        <div className="surface" data-region>
          <div className="toolbar">
            <Segments
              value={view}
              onChange={(v) => go("reviews", { view: v === "year" ? undefined : v, month: params.month })}
              label={t("reviews.view")}
              options={(["year", "month", "list"] as const).map((v) => ({ value: v, label: t(`reviews.${v}`) }))}
            />
            <div className="row" style={{ gap: 4 }}>
              <button type="button" className="iconbutton" aria-label={t("reviews.before")} onClick={() => move(-1)}>
                <ChevronLeft className="icon" />
              </button>
              <Span start={start} months={view === "list" && !params.month ? 12 : span} />
              <button type="button" className="iconbutton" aria-label={t("reviews.after")} onClick={() => move(1)}>
                <ChevronRight className="icon" />
              </button>
            </div>
            <div className="row end hint" style={{ gap: 16 }}>
              <span className="row" style={{ gap: 6 }}>
                <Dot kind="document_review" /> {t("reviews.document")}
              </span>
              <span className="row" style={{ gap: 6 }}>
                <Dot kind="record_expiry" /> {t("reviews.record")}
              </span>
              <span className="row red" style={{ gap: 6 }}>
                <Dot kind="document_review" late /> {t("reviews.overdue")}
              </span>
            </div>
          </div>
          <Shown ask={ask}>
            {(data) =>
              view === "year" ? (
                <Year data={data} start={start} />
              ) : view === "month" ? (
                <Month data={data} start={start} />
              ) : (
                <List data={data} from={params.month ? start : undefined} until={until} />
              )
            }
          </Shown>
        </div>
        {view !== "month" && ask.data && <Side data={ask.data} />}
      </div>
    </>
  );
}

function Span({ start, months }: { start: string; months: number }) {
  const { t, i18n } = useTranslation();
  const end = plusMonths(start, months - 1);
  const name = (day: string) => `${month(day, i18n.language)} ${day.slice(0, 4)}`;
  return (
    <span className="strong" style={{ minWidth: 120, textAlign: "center" }}>
      {months === 1 ? name(start) : t("reviews.span", { from: name(start), to: name(end) })}
    </span>
  );
}

function Dot({ kind, late }: { kind: string; late?: boolean }) {
  const colour = late ? "var(--red)" : kind === "document_review" ? "var(--ink2)" : "var(--ink3)";
  return (
    <i
      style={{
        width: 6,
        height: 6,
        borderRadius: "50%",
        display: "inline-block",
        background: kind === "document_review" ? colour : "transparent",
        border: `1px solid ${colour}`,
      }}
    />
  );
}

/** Days of a month, beginning with Monday; nothing before the first. */
function grid(start: string): (string | undefined)[] {
  const [y = 0, m = 1] = start.split("-").map(Number);
  const first = (new Date(Date.UTC(y, m - 1, 1)).getUTCDay() + 6) % 7;
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return [
    ...Array.from({ length: first }, () => undefined),
    ...Array.from({ length: last }, (_, n) => `${start.slice(0, 7)}-${String(n + 1).padStart(2, "0")}`),
  ];
}

function weekdays(language: string, style: "narrow" | "long"): string[] {
  const form = new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", { weekday: style, timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, n) => form.format(new Date(Date.UTC(2026, 0, 5 + n))));
}

function byDay(data: ReviewsDue): Map<string, DueItem[]> {
  const map = new Map<string, DueItem[]>();
  for (const item of data.items) {
    const at = earliest(item.due);
    map.set(at, [...(map.get(at) ?? []), item]);
  }
  return map;
}

function Year({ data, start }: { data: ReviewsDue; start: string }) {
  const { t, i18n } = useTranslation();
  const { day } = useShared();
  const days = useMemo(() => byDay(data), [data]);
  const names = weekdays(i18n.language, "narrow");
  return (
    <div
      className="scroll"
      style={{
        display: "grid",
        gridTemplateColumns: "repeat(auto-fill, minmax(190px, 1fr))",
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
                              ? openItem(items[0].kind === "document_review" ? "document" : "record", items[0].code)
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

function Month({ data, start }: { data: ReviewsDue; start: string }) {
  const { t, i18n } = useTranslation();
  const { day, setReview, readOnly } = useShared();
  const days = useMemo(() => byDay(data), [data]);
  const cells = grid(start);
  while (cells.length % 7) cells.push(undefined);
  const most = 4;
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
          const items = d ? (days.get(d) ?? []) : [];
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
              {items.slice(0, most).map((x) => (
                <button
                  key={x.uid}
                  type="button"
                  className="row cut"
                  style={{ width: "100%", gap: 6, fontSize: 12, minHeight: 24 }}
                  title={`${x.code} ${x.title}`}
                  onClick={() =>
                    x.kind === "document_review" && !readOnly
                      ? setReview({ code: x.code })
                      : openItem(x.kind === "document_review" ? "document" : "record", x.code)
                  }
                >
                  <Dot kind={x.kind} late={x.overdue === "yes"} />{" "}
                  <span className={`cut ${x.overdue === "yes" ? "red" : ""}`}>{x.code}</span>
                </button>
              ))}
              {items.length > most && (
                <button
                  type="button"
                  className="hint"
                  onClick={() => go("reviews", { view: "list", month: start.slice(0, 7) })}
                >
                  {t("reviews.more", { n: items.length - most })}
                </button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function List({ data, from, until }: { data: ReviewsDue; from?: string; until: string }) {
  const { t } = useTranslation();
  const { day, setReview } = useShared();
  const items = data.items.filter((i) => (!from || earliest(i.due) >= from) && earliest(i.due) < until);
  const [most, setMost] = useState(200);
  if (items.length === 0) return <Empty title={t("reviews.nothing")} drawing={false} />;
  return (
    <div className="scroll" style={{ padding: "0 24px 24px" }}>
      <div className="card tasks" role="list">
        {items.slice(0, most).map((i) => (
          <div key={i.uid} className="task" role="listitem">
            <Dot kind={i.kind} late={i.overdue === "yes"} />
            <button
              type="button"
              className="medium cut"
              onClick={() => openItem(i.kind === "document_review" ? "document" : "record", i.code)}
            >
              {i.code}
            </button>
            <span className="cut" title={i.title}>
              {i.title}
            </span>
            <span className="num muted">{due(i.due)}</span>
            <span
              className={i.overdue === "yes" ? "red" : i.overdue === "by_one_reading" ? "amber" : "muted"}
              style={{ fontSize: 12 }}
            >
              {i.overdue === "by_one_reading" ? t("date.unclear") : distance(day, earliest(i.due))}
            </span>
            {i.kind === "document_review" ? (
              <WriteButton className="button outline small" onClick={() => setReview({ code: i.code })}>
                {t("action.review")}
              </WriteButton>
            ) : (
              <button type="button" className="button outline small" onClick={() => openItem("record", i.code)}>
                {t("action.open")}
              </button>
            )}
          </div>
        ))}
      </div>
      {items.length > most && (
        <button type="button" className="button outline" style={{ marginTop: 12 }} onClick={() => setMost(most + 500)}>
          {t("reviews.more", { n: items.length - most })}
        </button>
      )}
    </div>
  );
}

function Side({ data }: { data: ReviewsDue }) {
  const { t } = useTranslation();
  const { setReview, day, readOnly } = useShared();
  const late = data.items.filter((i) => i.kind === "document_review" && i.overdue !== "no");
  const coming = data.items.filter((i) => earliest(i.due) >= day).slice(0, 12);
  const codes = late.map((i) => i.code);
  return (
    <aside className="inspector narrow" style={{ width: 320 }} aria-label={t("reviews.coming")} data-region>
      {late.length > 0 && late[0] && (
        <div className="band red" style={{ display: "block" }}>
          <div className="red strong">{t("reviews.late", { n: number(late.length) })}</div>
          <p className="red" style={{ fontSize: 12, lineHeight: "16px", margin: "2px 0 10px" }}>
            {t("reviews.lateHint", { day: due(late[0].due) })}
          </p>
          {!readOnly && (
            <button
              type="button"
              className="button outline"
              onClick={() => setReview({ code: codes[0] ?? "", then: codes.slice(1) })}
            >
              {t("action.goThrough")}
            </button>
          )}
        </div>
      )}
      <section className="part" style={{ borderBottom: 0 }}>
        <h2>{t("reviews.coming")}</h2>
        <div className="list">
          {coming.map((i) => (
            <button
              key={i.uid}
              type="button"
              style={{ display: "block", padding: "6px 0" }}
              onClick={() => openItem(i.kind === "document_review" ? "document" : "record", i.code)}
            >
              <span className="row">
                <span className="medium cut">{i.code}</span> <span className="num muted end">{due(i.due)}</span>
              </span>
              <span className="muted cut" style={{ display: "block", fontSize: 12 }}>
                {i.kind === "document_review" ? i.title : t("today.expires")}
              </span>
            </button>
          ))}
          {coming.length === 0 && <p className="muted">{t("reviews.nothing")}</p>}
        </div>
      </section>
    </aside>
  );
}
