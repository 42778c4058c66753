// What is due as a list, soonest first, each with its action.
import { useTranslation } from "react-i18next";
import { DueAction } from "../../here/DueAction";
import { DueControlPlace, DuePlace } from "../../here/DuePlace";
import { Moved } from "../../here/Moved";
import { openDue } from "../../here/router";
import { useWhen, useWorkspace } from "../../here/state";
import { number } from "../../i18n";
import { useAsk } from "../../ipc";
import type { DueItem } from "../../ipc/generated/core";
import { usePages } from "../../ipc/pages";
import { Empty, Loaded } from "../../kit";
import { distance, dueText, earliest } from "../../kit/dates";
import { dueWhole, dueWords } from "../../kit/pointwords";
import { Dot } from "./Dot";

/** So many rows are read at once. */
const PAGE = 200;

export function ReviewList({ from, to }: { from?: string; to: string }) {
  const { t } = useTranslation();
  const when = useWhen();
  const ask = usePages("review_page", { from: from ?? null, to, limit: PAGE, ...when });
  const moved = useAsk("soa_moved", { ...when }).data ?? [];
  return (
    <Loaded ask={ask}>
      {(pages) => {
        const items = pages.flatMap((p) => p.rows);
        const left = (pages.at(-1)?.total ?? 0) - items.length;
        if (items.length === 0 && moved.length === 0) return <Empty title={t("reviews.nothing")} drawing={false} />;
        return (
          <div className="scroll" style={{ padding: "0 24px 24px" }}>
            <Moved moved={moved} />
            {items.length > 0 && <Rows items={items} />}
            {ask.more && (
              <button
                type="button"
                className="button outline"
                style={{ marginTop: 12 }}
                disabled={ask.reading}
                onClick={ask.more}
              >
                {t("reviews.more", { n: number(left) })}
              </button>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

function Rows({ items }: { items: DueItem[] }) {
  const { t } = useTranslation();
  const { day } = useWorkspace();
  return (
    <div className="card tasks" role="list">
      {items.map((i) => (
        <div key={i.uid} className="task" role="listitem">
          <Dot kind={i.kind} late={i.overdue === "yes"} />
          <button type="button" className="medium cut" onClick={() => openDue(i)}>
            {i.code}
          </button>
          <span className="cut" title={dueWhole(i)}>
            {dueWords(i)}
            {i.point && <DuePlace point={i.point} owner={i.owner} />}
            {i.kind === "document_revision" && (
              <span className="muted"> {t("due.revisionOf", { owner: i.owner || t("due.nobody") })}</span>
            )}
            {i.control && <DueControlPlace control={i.control} owner={i.owner} />}
          </span>
          <span className="num muted">{dueText(i.due)}</span>
          <span
            className={i.overdue === "yes" ? "red" : i.overdue === "by_one_reading" ? "amber" : "muted"}
            style={{ fontSize: 12 }}
          >
            {i.overdue === "by_one_reading" ? t("date.unclear") : distance(day, earliest(i.due))}
          </span>
          <DueAction item={i} />
        </div>
      ))}
    </div>
  );
}
