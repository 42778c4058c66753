// Beside the calendar: what is late, to be gone through, and what comes next.
import { BadgeCheck, CalendarClock, CircleDot, FileClock, FilePen, ListTodo } from "lucide-react";
import { useTranslation } from "react-i18next";
import { openDue } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { number } from "../../i18n";
import { useAsk } from "../../ipc";
import type { DueItem } from "../../ipc/generated/core";
import { Standing } from "../../kit";
import { dueText, plusDays } from "../../kit/dates";
import { dueWhole, dueWords } from "../../kit/pointwords";

/** So many are gone through in one go, and so many of the next are named. */
const THROUGH = 200;
const NEXT = 12;

const ICONS = {
  document_review: FileClock,
  document_revision: FilePen,
  record_expiry: CalendarClock,
  open_point: CircleDot,
  certificate: BadgeCheck,
  control: ListTodo,
};

/** What is due of it, as Today draws it. */
function Kind({ kind }: { kind: DueItem["kind"] }) {
  const { t } = useTranslation();
  const Icon = ICONS[kind];
  const name = t(`today.${kind}`);
  return (
    <span className="muted row" role="img" aria-label={name} title={name}>
      <Icon size={14} aria-hidden />
    </span>
  );
}

export function Coming() {
  const { t } = useTranslation();
  const { setReview, day, when, readOnly } = useWorkspace();
  const late = useAsk("review_page", {
    to: plusDays(day, -1),
    kind: "document_review",
    limit: THROUGH,
    ...when,
  }).data;
  const coming = useAsk("review_page", { from: day, limit: NEXT, ...when }).data?.rows;
  const oldest = late?.rows[0];
  const codes = late?.rows.map((i) => i.code) ?? [];
  return (
    <Standing label={t("reviews.side")} width={320}>
      {late && oldest && (
        <div className="band red" style={{ display: "block" }}>
          <div className="red strong">{t("reviews.late", { n: number(late.total) })}</div>
          <p className="red" style={{ fontSize: 12, lineHeight: "16px", margin: "2px 0 10px" }}>
            {t("reviews.lateHint", { day: dueText(oldest.due) })}
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
          {coming?.map((i) => (
            <button key={i.uid} type="button" style={{ display: "block", padding: "6px 0" }} onClick={() => openDue(i)}>
              <span className="row">
                <Kind kind={i.kind} />
                <span className="medium cut">{i.code}</span>
                <span className="num muted end">{dueText(i.due)}</span>
              </span>
              <span className="muted cut" style={{ display: "block", fontSize: 12 }} title={dueWhole(i)}>
                {dueWords(i)}
              </span>
            </button>
          ))}
          {coming?.length === 0 && <p className="muted">{t("reviews.nothing")}</p>}
        </div>
      </section>
    </Standing>
  );
}
