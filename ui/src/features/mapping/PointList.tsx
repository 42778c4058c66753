// The work list of points: who sees to which by when, one settled after the other or several alike.
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../../here/choosing";
import { go, openClause } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { TopBar } from "../../here/TopBar";
import { number } from "../../i18n";
import type { PointShown } from "../../ipc/generated/core";
import { usePages } from "../../ipc/pages";
import { CloseButton, Empty, Loaded, useKey } from "../../kit";
import { pointWords } from "../../kit/pointwords";
import { NothingFits, SelectionBar } from "../../kit/registerbar";
import { AssignDialog } from "./AssignDialog";
import { PointFilters, PointTabs } from "./PointFilters";
import { PointLine } from "./PointLine";
import { PointPane } from "./PointPane";
import type { PointMode } from "./PointRows";
import { filtered, filterOf, requestFor } from "./pointfilter";
import { pointKey, pointPlace } from "./points";
import { SettlePoints } from "./SettlePoints";
import { useSuggested } from "./suggested";

/** So many rows are read at a time. */
const PAGE = 100;

/** So many of those chosen are named; what can be done with all of them stays in view. */
const NAMED = 6;

export function PointList({ params, bar }: { params: Record<string, string>; bar: ReactNode }) {
  const { t } = useTranslation();
  const { when, readOnly, day } = useWorkspace();
  const mayWrite = useMayWrite();
  const filter = filterOf(params);
  const list = usePages("points", { ...requestFor(filter), limit: PAGE, ...when });
  const rows = (list.data ?? []).flatMap((page) => page.rows);
  const [at, setAt] = useState<string>();
  const [mode, setMode] = useState<PointMode>();
  const [chosen, setChosen] = useState<string[]>([]);
  const [assigning, setAssigning] = useState<PointShown[]>();
  const n = rows.findIndex((p) => pointKey(p) === at);
  const here = rows[n];
  const several = rows.filter((p) => chosen.includes(pointKey(p)));
  const suggested = useSuggested(several.length > 1 ? several : here ? [here] : []);
  const choose = (point: PointShown | undefined, how?: PointMode) => {
    setAt(point && pointKey(point));
    setMode(how);
    if (point)
      window.setTimeout(() =>
        document.querySelector(`[data-point="${CSS.escape(pointKey(point))}"]`)?.scrollIntoView({ block: "nearest" }),
      );
  };
  const move = (by: number) => choose(rows[Math.max(0, Math.min(rows.length - 1, n < 0 ? 0 : n + by))]);
  const toggle = (point: PointShown | undefined) => {
    if (point?.state !== "open") return;
    const key = pointKey(point);
    setChosen(chosen.includes(key) ? chosen.filter((k) => k !== key) : [...chosen, key]);
  };
  const next = () => choose(rows[n + 1] ?? rows[n - 1]);
  const how = (wanted: PointMode) => {
    if ((here?.state === "open" || several.length > 1) && !readOnly && mayWrite()) setMode(wanted);
  };
  useKey("j", () => move(1));
  useKey("k", () => move(-1));
  useKey("ArrowDown", () => move(1));
  useKey("ArrowUp", () => move(-1));
  useKey("x", () => toggle(here));
  useKey("Enter", () => here && openClause(here.keeps_open[0] ?? here.at));
  useKey("e", () => how("evidence"));
  useKey("w", () => how("reason"));
  useKey("o", () => {
    const some = several.length > 1 ? several : here?.state === "open" ? [here] : [];
    if (some.length > 0 && !readOnly && mayWrite()) setAssigning(some);
  });
  useKey("Escape", () => {
    if (mode) setMode(undefined);
    else if (chosen.length > 0) setChosen([]);
    else choose(undefined);
  });
  const change = (part: Record<string, string | undefined>) => {
    setChosen([]);
    choose(undefined);
    go("clauses", { ...params, ...part });
  };
  return (
    <>
      <TopBar title={t("pointlist.title")} />
      <div className="screen">
        <div className="surface" data-region>
          {several.length > 1 ? (
            <SelectionBar count={several.length} onClear={() => setChosen([])}>
              {!readOnly && (
                <button type="button" className="button outline" onClick={() => mayWrite() && setAssigning(several)}>
                  {t("point.assign")}
                </button>
              )}
            </SelectionBar>
          ) : (
            <div className="toolbar">
              {bar}
              <PointTabs filter={filter} onChange={change} />
            </div>
          )}
          <PointFilters filter={filter} onChange={change} />
          <Loaded ask={{ ...list, data: list.data }}>
            {() =>
              rows.length > 0 ? (
                <div className="scroll grow" data-testid="point-list">
                  <div role="list" aria-label={t("pointlist.title")}>
                    {rows.map((point) => (
                      <PointLine
                        key={pointKey(point)}
                        point={point}
                        day={day}
                        here={pointKey(point) === at}
                        chosen={chosen.includes(pointKey(point))}
                        readOnly={readOnly}
                        onAt={() => choose(point)}
                        onToggle={() => toggle(point)}
                      />
                    ))}
                  </div>
                  {list.more && (
                    <div className="questionmore">
                      <button type="button" className="link" disabled={list.reading} onClick={list.more}>
                        {t("pointlist.more", { n: number(rows.length) })}
                      </button>
                    </div>
                  )}
                </div>
              ) : filtered(filter) ? (
                <NothingFits onClear={() => go("clauses", { view: "points" })} />
              ) : (
                <Empty title={t("pointlist.nothing")}>
                  <p>{t("pointlist.nothingLead")}</p>
                </Empty>
              )
            }
          </Loaded>
        </div>
        {several.length > 1 ? (
          <aside className="inspector" aria-label={t("register.selection")} data-region>
            <header>
              <div className="muted" style={{ fontSize: 12 }}>
                {t("register.selection")}
              </div>
              <h2>{t("pointlist.several", { n: number(several.length) })}</h2>
              <CloseButton onClick={() => setChosen([])} style={{ position: "absolute", right: 16, top: 12 }} />
            </header>
            <section className="part">
              {several.slice(0, NAMED).map((p) => (
                <p key={pointKey(p)} className="cut" title={pointWords(p).text} lang={pointWords(p).lang}>
                  <span className="medium">{pointPlace(p)}</span> {pointWords(p).text}
                </p>
              ))}
              {several.length > NAMED && (
                <p className="hint">{t("clause.more", { n: number(several.length - NAMED) })}</p>
              )}
            </section>
            {!readOnly && (
              <SettlePoints
                key={chosen.join()}
                points={several}
                suggested={suggested}
                mode={mode}
                onMode={setMode}
                onDone={() => setChosen([])}
                onLeave={() => setChosen([])}
              />
            )}
          </aside>
        ) : (
          here && (
            <aside className="inspector" aria-label={t("pointlist.one")} data-region>
              <PointPane
                key={at}
                point={here}
                place=""
                suggested={suggested}
                mode={mode}
                readOnly={readOnly}
                onMode={setMode}
                onNext={next}
                onClose={() => choose(undefined)}
              />
            </aside>
          )
        )}
      </div>
      {assigning && <AssignDialog points={assigning} onClose={() => setAssigning(undefined)} />}
    </>
  );
}
