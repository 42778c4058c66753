// What needs a person, soonest first, each with its action; coverage, the load of the months, the last check.
import { useTranslation } from "react-i18next";
import { useChoosing } from "../../here/choosing";
import { Moved } from "../../here/Moved";
import { useWorkspace } from "../../here/state";
import { TopBar } from "../../here/TopBar";
import { WriteButton } from "../../here/WriteButton";
import { number } from "../../i18n";
import { useAsk } from "../../ipc";
import type { Today } from "../../ipc/generated/core";
import { Empty, Loaded, Standing } from "../../kit";
import { longDate } from "../../kit/dates";
import { useFirstPainted } from "../../kit/firstpaint";
import { AgePart } from "./AgePart";
import { CoveragePart } from "./CoveragePart";
import { IntegrityPart } from "./IntegrityPart";
import { LoadPart } from "./LoadPart";
import { LookAgain } from "./LookAgain";
import { OpenPoints } from "./OpenPoints";
import { Questions } from "./Questions";
import { Tasks } from "./Tasks";
import { Waiting } from "./Waiting";
import { WaitsForYou } from "./WaitsForYou";

const needs = (data: Today): number => data.overdue_count + data.next_count;

export function TodayScreen() {
  const { t, i18n } = useTranslation();
  const { when, day, readOnly } = useWorkspace();
  const choose = useChoosing();
  const today = useAsk("today", { ...when });
  const questions = useAsk("question_list", { limit: 0, ...when }, today.data !== undefined);
  // It takes longest on large sets; the list does not wait for it.
  const listed = today.data !== undefined;
  const coverage = useAsk("coverage_columns", { ...when }, listed);
  const proposals = useAsk("proposals_open", { ...when }, listed);
  const rechecks = useAsk("scope_recheck", { limit: 0, ...when }, listed);
  const points = useAsk("points", { limit: 0, ...when }, listed);
  const late = useAsk("points", { due: "overdue", limit: 0, ...when }, listed);
  const underWay = useAsk("approvals_open", { yours: false }, listed);
  const yours = (underWay.data ?? []).filter((a) => a.yours);
  const painted = useFirstPainted();
  // Certificates, points and questions may wait for somebody before the first document is filed.
  const open = (data: Today): number =>
    needs(data) +
    data.doubts_count +
    data.asked_count +
    data.drafts_count +
    data.coming_count +
    data.untold_count +
    data.moved.length +
    (proposals.data?.items.length ?? 0) +
    (questions.data?.asks ?? 0) +
    (points.data?.open ?? 0) +
    yours.length +
    (rechecks.data?.items ?? 0);
  return (
    <>
      <TopBar title={t("nav.today")} />
      <div className="screen">
        <div className="surface scroll" style={{ padding: "0 24px 32px" }} data-region>
          <Loaded ask={today}>
            {(data) => (
              <>
                {(!data.nothing_filed || open(data) > 0) && (
                  <div style={{ maxWidth: 1040 }}>
                    <div
                      style={{
                        display: "flex",
                        gap: 12,
                        alignItems: "baseline",
                        margin: "24px 0 4px",
                        flexWrap: "wrap",
                      }}
                    >
                      <h2 style={{ fontSize: 20, lineHeight: "28px", fontWeight: 600 }}>
                        {longDate(day, i18n.language, readOnly)}
                      </h2>
                      <span className="muted">
                        {needs(data) > 0 &&
                          t(needs(data) === 1 ? "today.summaryOne" : "today.summary", {
                            n: number(needs(data)),
                            overdue: number(data.overdue_count),
                          })}
                      </span>
                    </div>
                    <WaitsForYou approvals={yours} />
                    <Questions open={questions.data?.asks ?? 0} />
                    <OpenPoints open={points.data?.open ?? 0} overdue={late.data?.open ?? 0} />
                    <LookAgain items={rechecks.data?.items ?? 0} />
                    <Tasks
                      title={t("today.overdue")}
                      red
                      count={data.overdue_count}
                      items={data.overdue}
                      day={data.day}
                    />
                    <Tasks
                      title={t(data.next_by_rule ? "today.nextByRule" : "today.next30")}
                      count={data.next_count}
                      items={data.next}
                      day={data.day}
                    />
                    <Moved moved={data.moved} />
                    <Waiting data={data} proposals={proposals.data} underWay={underWay.data ?? []} />
                    {open(data) === 0 && (
                      <p className="muted" style={{ marginTop: 24 }}>
                        {t("today.nothing")}
                      </p>
                    )}
                  </div>
                )}
                {data.nothing_filed && (
                  <Empty
                    title={t("empty.today")}
                    actions={
                      <>
                        <WriteButton className="button primary big" onClick={() => void choose.share()}>
                          {t("import.title")}
                        </WriteButton>
                        <WriteButton className="button outline big" onClick={() => void choose.files()}>
                          {t("filing.some")}
                        </WriteButton>
                      </>
                    }
                  >
                    <p>{t("empty.todayLead")}</p>
                  </Empty>
                )}
              </>
            )}
          </Loaded>
        </div>
        <Standing label={t("today.side")} width={344}>
          {painted && (
            <>
              {coverage.data && <CoveragePart columns={coverage.data} />}
              {today.data && <LoadPart load={today.data.load} />}
              {today.data && <AgePart data={today.data} />}
              <IntegrityPart />
            </>
          )}
        </Standing>
      </div>
    </>
  );
}
