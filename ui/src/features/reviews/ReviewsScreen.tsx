// Every date that needs a person: by year, by month, as a list; and the file for other calendars.
import { ChevronLeft, ChevronRight, Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { go, usePlace } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { TopBar } from "../../here/TopBar";
import { number } from "../../i18n";
import { call } from "../../ipc";
import { Segments } from "../../kit";
import { monthName, plusDays, plusMonths } from "../../kit/dates";
import { showRefusal, showToast } from "../../kit/toast";
import { platform } from "../../platform";
import { Coming } from "./Coming";
import { Dot } from "./Dot";
import { Month } from "./Month";
import { ReviewList } from "./ReviewList";
import { Year } from "./Year";

type View = "year" | "month" | "list";

export function ReviewsScreen() {
  const { t } = useTranslation();
  const { when, day } = useWorkspace();
  const { params } = usePlace();
  const view: View = params.view === "month" || params.view === "list" ? params.view : "year";
  const start = params.month ? `${params.month}-01` : `${day.slice(0, 7)}-01`;
  const months = view === "month" || (view === "list" && params.month) ? 1 : 12;
  const last = plusDays(plusMonths(start, months), -1);
  const move = (by: number) =>
    go("reviews", { view: params.view, month: plusMonths(start, by * (view === "year" ? 12 : 1)).slice(0, 7) });
  const save = async () => {
    const [path] = await platform().choose("save", t("action.calendarFile"), "reviews.ics");
    if (!path) return;
    try {
      const { answer } = await call("review_calendar", { ...when, out: path, overwrite: true });
      showToast(t("reviews.saved", { n: number(answer) }));
    } catch (error) {
      showRefusal(error);
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
              <Span start={start} months={months} />
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
          {view === "year" && <Year start={start} last={last} />}
          {view === "month" && <Month start={start} last={last} />}
          {view === "list" && <ReviewList from={params.month ? start : undefined} to={last} />}
        </div>
        {view !== "month" && <Coming />}
      </div>
    </>
  );
}

function Span({ start, months }: { start: string; months: number }) {
  const { t, i18n } = useTranslation();
  const end = plusMonths(start, months - 1);
  const name = (day: string) => `${monthName(day, i18n.language)} ${day.slice(0, 4)}`;
  return (
    <span className="strong" style={{ minWidth: 120, textAlign: "center" }}>
      {months === 1 ? name(start) : t("reviews.span", { from: name(start), to: name(end) })}
    </span>
  );
}
