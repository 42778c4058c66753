// What needs a person, a few first, each with its action.
import { BadgeCheck, CalendarClock, CalendarX2, CircleDot, FileClock, FilePen, ListTodo } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DueAction } from "../../here/DueAction";
import { DueControlPlace, DuePlace } from "../../here/DuePlace";
import { go, openDue } from "../../here/router";
import { number } from "../../i18n";
import type { DueItem } from "../../ipc/generated/core";
import { distance, dueText, earliest } from "../../kit/dates";
import { dueWhole, dueWords } from "../../kit/pointwords";

const FEW = 6;
const ICONS = {
  document_review: FileClock,
  document_revision: FilePen,
  open_point: CircleDot,
  certificate: BadgeCheck,
  control: ListTodo,
};

export function Tasks({
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
            {all
              ? t("today.fewer")
              : t(count > items.length ? "today.first" : "today.all", { n: number(items.length) })}
          </button>
        )}
      </div>
      <div className="card tasks" role="list">
        {shown.map((item) => {
          const unclear = item.overdue === "by_one_reading";
          const late = item.overdue === "yes";
          const Icon = item.kind === "record_expiry" ? (late ? CalendarX2 : CalendarClock) : ICONS[item.kind];
          const hue = late ? "red" : unclear ? "amber" : "muted";
          return (
            <div key={item.uid} className="task" role="listitem" data-code={item.code} data-kind={item.kind}>
              <Icon className={`icon ${hue}`} aria-hidden />
              <button type="button" className="strong cut" onClick={() => openDue(item)}>
                {item.code}
              </button>
              <span className="cut" title={dueWhole(item)}>
                {dueWords(item)}
                {item.point && <DuePlace point={item.point} owner={item.owner} />}
                {item.kind === "document_revision" && (
                  <span className="muted"> {t("due.revisionOf", { owner: item.owner || t("due.nobody") })}</span>
                )}
                {item.control && <DueControlPlace control={item.control} owner={item.owner} />}
              </span>
              <span className="muted num">{late || unclear ? dueText(item.due) : t(`today.${item.kind}`)}</span>
              <span className={`medium ${hue}`} style={{ fontSize: 12 }}>
                {unclear ? t("date.unclear") : distance(day, earliest(item.due))}
              </span>
              <DueAction item={item} then={codes.slice(codes.indexOf(item.code) + 1)} />
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
