// What is due as a list, soonest first, each with its action.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { openDue, openItem } from "../../app/router";
import { useShared } from "../../app/state";
import { WriteButton } from "../../app/WriteButton";
import type { ReviewsDue } from "../../ipc/generated/core";
import { Empty } from "../../kit";
import { distance, due, earliest } from "../../kit/dates";
import { Dot } from "./Dot";

export function ReviewList({ data, from, until }: { data: ReviewsDue; from?: string; until: string }) {
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
            <button type="button" className="medium cut" onClick={() => openDue(i)}>
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
