// Beside the calendar: what is late, to be gone through, and what comes next.
import { useTranslation } from "react-i18next";
import { openDue } from "../../app/router";
import { useShared } from "../../app/state";
import { number } from "../../i18n";
import type { ReviewsDue } from "../../ipc/generated/core";
import { due, earliest } from "../../kit/dates";

export function Coming({ data }: { data: ReviewsDue }) {
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
            <button key={i.uid} type="button" style={{ display: "block", padding: "6px 0" }} onClick={() => openDue(i)}>
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
