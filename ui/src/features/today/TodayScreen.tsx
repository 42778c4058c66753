// What needs a person, soonest first, each with its action; coverage, the load of the months, the last check.
import { CalendarClock, CalendarX2, FileClock, ShieldCheck, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { go, openItem } from "../../app/router";
import { useShared } from "../../app/state";
import { TopBar } from "../../app/TopBar";
import { WriteButton } from "../../app/WriteButton";
import { number } from "../../i18n";
import { useAsk } from "../../ipc/core";
import type { Concordance, DueItem, Load, Today } from "../../ipc/generated/core";
import { CoverageBar, Empty, Shown } from "../../kit";
import { distance, due, earliest, long, month, plusMonths, time } from "../../kit/dates";
import { FULL, tone } from "../../kit/standards";
import { platform } from "../../platform";

const FEW = 6;

export function TodayScreen() {
  const { t, i18n } = useTranslation();
  const { asOf, day, setFiling, setImporting } = useShared();
  const today = useAsk("today", { as_of: asOf ?? null });
  const counts = useAsk("register_counts", { as_of: asOf ?? null });
  const concordance = useAsk("concordance", { as_of: asOf ?? null });
  const empty = counts.data && counts.data.documents + counts.data.records === 0;
  return (
    <>
      <TopBar title={t("nav.today")} />
      <div className="screen">
        <div className="surface scroll" style={{ padding: "0 24px 32px" }} data-region>
          <Shown ask={today}>
            {(data) =>
              empty ? (
                <Empty
                  title={t("empty.today")}
                  actions={
                    <>
                      <button
                        type="button"
                        className="button primary big"
                        onClick={async () => {
                          const p = await platform().choose("folder", t("import.choose"));
                          if (p.length) setImporting(p);
                        }}
                      >
                        {t("import.title")}
                      </button>
                      <button
                        type="button"
                        className="button outline big"
                        onClick={async () => {
                          const p = await platform().choose("files", t("filing.choose"));
                          if (p.length) setFiling(p);
                        }}
                      >
                        {t("filing.some")}
                      </button>
                    </>
                  }
                >
                  <p>{t("empty.todayLead")}</p>
                </Empty>
              ) : (
                <div style={{ maxWidth: 1040 }}>
                  <div
                    style={{ display: "flex", gap: 12, alignItems: "baseline", margin: "24px 0 4px", flexWrap: "wrap" }}
                  >
                    <h2 style={{ fontSize: 20, lineHeight: "28px", fontWeight: 600 }}>{long(day, i18n.language)}</h2>
                    <span className="muted">
                      {t("today.summary", {
                        n: number(data.overdue_count + data.next_count),
                        overdue: number(data.overdue_count),
                      })}
                    </span>
                  </div>
                  <Tasks
                    title={t("today.overdue")}
                    red
                    count={data.overdue_count}
                    items={data.overdue}
                    day={data.day}
                  />
                  <Tasks title={t("today.next30")} count={data.next_count} items={data.next} day={data.day} />
                  {data.overdue_count + data.next_count === 0 && (
                    <p className="muted" style={{ marginTop: 24 }}>
                      {t("today.nothing")}
                    </p>
                  )}
                </div>
              )
            }
          </Shown>
        </div>
        <aside className="inspector narrow" aria-label={t("today.side")} data-region>
          {concordance.data && <CoveragePart data={concordance.data} />}
          {today.data && <LoadPart load={today.data.load} />}
          {today.data && <AgePart data={today.data} />}
          <IntegrityPart />
        </aside>
      </div>
    </>
  );
}

function Tasks({
  title,
  red,
  count,
  items,
  day,
}: {
  title: string;
  red?: boolean;
  count: number;
  items: DueItem[];
  day: string;
}) {
  const { t } = useTranslation();
  const { setReview } = useShared();
  const [all, setAll] = useState(false);
  if (count === 0) return null;
  const shown = all ? items : items.slice(0, FEW);
  const codes = items.filter((i) => i.kind === "document_review").map((i) => i.code);
  return (
    <section style={{ marginTop: 24 }} aria-label={title}>
      <div className="row" style={{ marginBottom: 8, fontSize: 12 }}>
        <h2 className={`strong ${red ? "red" : "muted"}`}>
          {title} <span style={{ fontWeight: 400 }}>{number(count)}</span>
        </h2>
        {items.length > FEW && (
          <button type="button" className="muted end medium" onClick={() => setAll(!all)}>
            {all ? t("today.fewer") : t("today.all", { n: number(count) })}
          </button>
        )}
      </div>
      <div className="card tasks" role="list">
        {shown.map((item) => {
          const unclear = item.overdue === "by_one_reading";
          const late = item.overdue === "yes";
          const Icon = item.kind === "document_review" ? FileClock : late ? CalendarX2 : CalendarClock;
          const hue = late ? "red" : unclear ? "amber" : "muted";
          return (
            <div key={item.uid} className="task" role="listitem" data-code={item.code}>
              <Icon className={`icon ${hue}`} aria-hidden />
              <button
                type="button"
                className="strong cut"
                onClick={() => openItem(item.kind === "document_review" ? "document" : "record", item.code)}
              >
                {item.code}
              </button>
              <span className="cut" title={item.title}>
                {item.title}
              </span>
              <span className="muted num">
                {late || unclear
                  ? due(item.due)
                  : t(item.kind === "document_review" ? "today.review" : "today.expires")}
              </span>
              <span className={`medium ${hue}`} style={{ fontSize: 12 }}>
                {unclear ? t("date.unclear") : distance(day, earliest(item.due))}
              </span>
              {item.kind === "document_review" ? (
                <WriteButton
                  className="button outline small"
                  onClick={() => setReview({ code: item.code, then: codes.slice(codes.indexOf(item.code) + 1) })}
                >
                  {unclear ? t("today.setDate") : t("action.review")}
                </WriteButton>
              ) : (
                <button type="button" className="button outline small" onClick={() => openItem("record", item.code)}>
                  {t("action.open")}
                </button>
              )}
            </div>
          );
        })}
      </div>
      {all && count > items.length && (
        <button
          type="button"
          className="muted medium"
          style={{ marginTop: 8 }}
          onClick={() => go("reviews", { view: "list" })}
        >
          {t("today.rest", { n: number(count - items.length) })}
        </button>
      )}
    </section>
  );
}

export function CoveragePart({ data }: { data: Concordance }) {
  const { t } = useTranslation();
  return (
    <section className="part">
      <h2>{t("coverage.title")}</h2>
      <div className="column" style={{ gap: 16 }}>
        {data.columns.map((c) => (
          <div key={c.edition} className={tone(c.standard)}>
            <div className="row" style={{ marginBottom: 6 }}>
              <button type="button" className="own medium" onClick={() => go("clauses", { standard: c.standard })}>
                {FULL[c.standard] ?? c.name}
              </button>
              <span className="end num">
                <b className="strong">{c.summary.covered}</b>{" "}
                <span className="muted">{t("coverage.of", { n: c.summary.clauses })}</span>
              </span>
            </div>
            <CoverageBar summary={c.summary} standard={c.standard} />
            <div className="mains">
              {c.mains.map(([main, summary]) => (
                <button
                  key={main}
                  type="button"
                  title={`${main}: ${t("coverage.bar", { ...summary, of: summary.clauses })}`}
                  onClick={() => go("clauses", { standard: c.standard, main })}
                >
                  <CoverageBar summary={summary} standard={c.standard} thin />
                  {main}
                </button>
              ))}
            </div>
            <div className="row" style={{ gap: 16, marginTop: 6, fontSize: 12 }}>
              <button
                type="button"
                className="amber"
                onClick={() => go("clauses", { standard: c.standard, show: "partial" })}
              >
                ◐ {t("coverage.partial", { n: c.summary.partial })}
              </button>
              <button
                type="button"
                className="red"
                onClick={() => go("clauses", { standard: c.standard, show: "gap" })}
              >
                ○ {t("coverage.gaps", { n: c.summary.gap })}
              </button>
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}

function LoadPart({ load }: { load: Load[] }) {
  const { t, i18n } = useTranslation();
  const most = Math.max(1, ...load.map((l) => l.documents + l.records));
  const height = 72;
  return (
    <section className="part">
      <h2>
        {t("today.loadTitle")}{" "}
        <span className="end" style={{ fontWeight: 400 }}>
          {t("today.loadSpan")}
        </span>
      </h2>
      <div style={{ display: "grid", gridTemplateColumns: `repeat(${load.length}, 1fr)`, gap: 6, alignItems: "end" }}>
        {load.map((l) => {
          const total = l.documents + l.records;
          const of = (n: number) => Math.round((n / most) * height);
          const name = month(l.month, i18n.language);
          return (
            <button
              key={l.month}
              type="button"
              aria-label={t("today.loadMonth", { month: name, documents: l.documents, records: l.records })}
              title={t("today.loadMonth", { month: name, documents: l.documents, records: l.records })}
              onClick={() => go("reviews", { view: "list", month: l.month.slice(0, 7), until: plusMonths(l.month, 1) })}
              style={{ textAlign: "center", fontSize: 11, lineHeight: "16px", color: "var(--ink2)" }}
            >
              {total > 999 ? `${Math.round(total / 1000)}k` : total}
              <i
                style={{
                  display: "block",
                  height: of(l.records),
                  background: "var(--linem)",
                  borderRadius: "2px 2px 0 0",
                  marginBottom: l.records && l.documents ? 1 : 0,
                }}
              />
              <i style={{ display: "block", height: of(l.documents), background: "var(--ink2)", borderRadius: 2 }} />
              {month(l.month, i18n.language, "narrow")}
            </button>
          );
        })}
      </div>
      <div className="row hint" style={{ gap: 16, marginTop: 8 }}>
        <span className="row" style={{ gap: 6 }}>
          <i style={{ width: 8, height: 8, borderRadius: 2, background: "var(--ink2)" }} /> {t("nav.documents")}
        </span>
        <span className="row" style={{ gap: 6 }}>
          <i style={{ width: 8, height: 8, borderRadius: 2, background: "var(--linem)" }} /> {t("today.expiring")}
        </span>
      </div>
    </section>
  );
}

function AgePart({ data }: { data: Today }) {
  const { t } = useTranslation();
  const total = data.ages.reduce((a, b) => a + b, 0);
  if (total === 0) return null;
  const shades = ["var(--ink2)", "var(--lead)", "var(--linem)", "transparent"];
  const names = ["today.age0", "today.age1", "today.age2", "today.age3"];
  return (
    <section className="part">
      <h2>{t("today.ageTitle")}</h2>
      <button
        type="button"
        style={{ width: "100%" }}
        onClick={() => go("records", { sort: "filed" })}
        aria-label={data.ages.map((n, i) => `${t(names[i] ?? "")}: ${n}`).join(", ")}
      >
        <span style={{ display: "flex", gap: 2, height: 8 }}>
          {data.ages.map(
            (n, i) =>
              n > 0 && (
                <i
                  key={names[i]}
                  style={{
                    flexGrow: n,
                    minWidth: 3,
                    background: shades[i],
                    border: i === 3 ? "1px solid var(--line2)" : 0,
                    borderRadius: 2,
                  }}
                />
              ),
          )}
        </span>
      </button>
      <div className="hint" style={{ display: "grid", gridTemplateColumns: "1fr auto", gap: "4px 12px", marginTop: 8 }}>
        {data.ages.map(
          (n, i) =>
            n > 0 && [
              <span key={`n${names[i]}`} className="row" style={{ gap: 6 }}>
                <i
                  style={{
                    width: 8,
                    height: 8,
                    borderRadius: 2,
                    background: shades[i],
                    border: i === 3 ? "1px solid var(--line2)" : 0,
                  }}
                />{" "}
                {t(names[i] ?? "")}
              </span>,
              <span key={`c${names[i]}`} className="num">
                {number(n)}
              </span>,
            ],
        )}
      </div>
    </section>
  );
}

function IntegrityPart() {
  const { t } = useTranslation();
  const { info } = useShared();
  const checked = info.checked;
  return (
    <section className="part" style={{ borderBottom: 0 }}>
      <h2>
        {t("nav.integrity")}
        <button type="button" className="end medium" onClick={() => go("integrity", { verify: "now" })}>
          {t("action.verifyNow")}
        </button>
      </h2>
      <div className="row" style={{ alignItems: "flex-start" }}>
        {checked && !checked.ok ? (
          <TriangleAlert className="icon red" aria-hidden />
        ) : (
          <ShieldCheck className="icon" aria-hidden />
        )}
        <div>
          <div>
            <b className="medium">
              {checked ? t(checked.ok ? "integrity.intact" : "integrity.found") : t("integrity.never")}
            </b>{" "}
            {checked && (
              <span className="muted">
                {t("integrity.counts", { files: number(checked.files), entries: number(checked.entries) })}
              </span>
            )}
          </div>
          <p className="hint">
            {checked
              ? t("integrity.lastCheck", {
                  day: new Date(checked.at).toISOString().slice(0, 10),
                  time: time(checked.at),
                })
              : t("integrity.neverHint")}
          </p>
        </div>
      </div>
    </section>
  );
}
