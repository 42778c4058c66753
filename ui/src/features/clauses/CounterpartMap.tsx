// A clause in the middle of its counterparts, joined through the middle column.
import { Fragment, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ClauseTitle } from "../../here/clausetitle";
import { useOurLabels } from "../../here/ourlabels";
import { openClause } from "../../here/router";
import { number } from "../../i18n";
import type { Answer, ClauseOpened } from "../../ipc/generated/core";
import { Glyph } from "../../kit";
import { clauseNumber, parseReference, STANDARDS, SUBJECT, tone } from "../../kit/standards";
import { pointsAt } from "../mapping/points";
import { type BoxJoin, LINES, linePath } from "./counterpartlines";

interface Box {
  reference: string;
  title: string;
  column: number;
  join: BoxJoin;
  /** How it relates, where that is not how the first of its column does. */
  how: string;
}

/** So many counterparts of a standard are drawn. */
const BOXES = 12;

/** So far are lanes from each other. */
const LANE = 7;

export function CounterpartMap({ data }: { data: ClauseOpened }) {
  const { t } = useTranslation();
  const ours = useOurLabels();
  const place = useRef<HTMLDivElement>(null);
  const [paths, setPaths] = useState<{ reference: string; d: string; join: BoxJoin }[]>([]);
  const own = parseReference(data.reference);
  const ownColumn = STANDARDS.indexOf(own.standard as (typeof STANDARDS)[number]);
  const title = data.clause?.title ?? "";
  const boxes: Box[] = [{ reference: data.reference, title, column: ownColumn, join: "identical", how: "" }];
  const columnOf = (answer: Answer) => STANDARDS.indexOf(answer.standard as (typeof STANDARDS)[number]);
  const answersOf = (column: number): Answer[] => data.answers.filter((a) => columnOf(a) === column);
  for (const answer of data.answers) {
    const [first] = answer.matches;
    for (const m of answer.matches.slice(0, BOXES)) {
      // What stands above the lines is how the first one relates; others say it themselves.
      const other = m.limited !== first?.limited || m.relation !== first?.relation;
      const how = other ? t(m.limited ? "join.limited" : `relation.${m.relation}`) : "";
      const join = m.limited
        ? "limited"
        : m.relation === "similar" || m.relation === "aligned"
          ? m.relation
          : "identical";
      const reference = `${editionOf(answer)}/${m.clause}`;
      boxes.push({ reference, title: m.title, column: columnOf(answer), join, how });
    }
  }
  const relation = (answer: Answer): string => {
    const [first] = answer.matches;
    const added = answer.own === "added_by_standard" ? t("join.added_by_standard") : "";
    if (first) {
      const how = t(first.limited ? "join.limited" : `relation.${first.relation}`);
      // What a standard added has at most a match beside it.
      return added ? `${added}, ${how}` : how;
    }
    if (added) return added;
    if (answer.own === "specific_to_each") return t("join.specific_to_each");
    return t(answer.outcome === "none" ? "join.no_counterpart" : "join.not_stated");
  };
  /** Above the lines to a column; where two editions stand in it, each says it itself. */
  const above = (column: number): string => {
    const [only, ...more] = answersOf(column);
    return only && more.length === 0 && only.matches.length > 0 ? relation(only) : "";
  };
  // Where a column stands between, each line past it has a lane below what stands there.
  const targets: { reference: string; column: number; join: BoxJoin }[] = [
    ...boxes.slice(1),
    ...data.answers
      .filter((a) => a.matches.length === 0 && a.own !== "added_by_standard")
      .map((a) => ({
        reference: editionOf(a),
        column: columnOf(a),
        join: a.outcome === "none" ? ("no_counterpart" as const) : ("not_stated" as const),
      })),
  ];
  const isPast = (column: number) => Math.abs(column - ownColumn) > 1;
  const past = targets.filter((b) => isPast(b.column) && b.join !== "no_counterpart");
  const lanes = past.length === 0 ? 0 : LANE * (past.length + 1);
  useLayoutEffect(() => {
    const draw = () => {
      const root = place.current;
      if (!root) return;
      const base = root.getBoundingClientRect();
      const at = (name: string, value: string) =>
        root.querySelector<HTMLElement>(`[data-${name}="${CSS.escape(value)}"]`)?.getBoundingClientRect();
      const from = at("box", data.reference);
      if (!from) return;
      const middle = at("column", "1");
      setPaths(
        targets.flatMap((b) => {
          const to = at("box", b.reference);
          if (!to) return [];
          const right = b.column > ownColumn;
          const edge = (of: DOMRect, towards: boolean) => (towards ? of.right : of.left) - base.left;
          const start = { x: edge(from, right), y: from.top + from.height / 2 - base.top };
          const end = { x: edge(to, !right), y: to.top + to.height / 2 - base.top };
          const between = isPast(b.column) &&
            middle && {
              near: edge(middle, !right),
              far: edge(middle, right),
              lane: middle.bottom - base.top - lanes + LANE * (past.findIndex((p) => p.reference === b.reference) + 1),
            };
          return [{ reference: b.reference, join: b.join, d: linePath(b.join, start, end, between || undefined) }];
        }),
      );
    };
    draw();
    const watch = new ResizeObserver(draw);
    if (place.current) watch.observe(place.current);
    return () => watch.disconnect();
  }, [data]);
  return (
    <div
      ref={place}
      style={{
        position: "relative",
        display: "grid",
        gridTemplateColumns: "1fr 80px 1fr 80px 1fr",
        padding: "16px 24px",
        alignItems: "center",
      }}
    >
      <svg aria-hidden style={{ position: "absolute", inset: 0, width: "100%", height: "100%", pointerEvents: "none" }}>
        {paths.map(({ reference, d, join }) => (
          <g
            key={reference}
            className={reference.includes("/") ? "follow" : undefined}
            data-join={join}
            onClick={() => reference.includes("/") && openClause(reference)}
          >
            <path d={d} fill="none" stroke="var(--lead)" {...LINES[join]} />
            {/* Identical text is a double line: the ground between its two edges. */}
            {join === "identical" && <path d={d} fill="none" stroke="var(--bg)" strokeWidth={2} />}
            <path d={d} fill="none" stroke="transparent" strokeWidth={12} style={{ pointerEvents: "stroke" }} />
          </g>
        ))}
      </svg>
      {STANDARDS.flatMap((standard, n) => [
        <div
          key={standard}
          className={tone(standard)}
          style={{ alignSelf: "stretch", display: "flex", flexDirection: "column", minWidth: 0 }}
        >
          <div style={{ borderTop: "2px solid var(--own)", paddingTop: 8, marginBottom: 12 }}>
            <b className="own strong">{standard}</b>{" "}
            <span className="muted" style={{ marginLeft: 4 }}>
              {SUBJECT[standard]}
            </span>
          </div>
          <div
            className="column"
            data-column={n}
            style={{ gap: 8, margin: "auto 0", paddingBottom: n === 1 ? lanes : undefined }}
          >
            {n === ownColumn && boxes[0] && <BoxButton box={boxes[0]} data={data} standard={standard} ours={ours} />}
            {answersOf(n).map((answer, _, all) => (
              <Fragment key={editionOf(answer)}>
                {all.length > 1 && (
                  <span style={{ fontSize: 12 }}>
                    <span className="own medium">{editionOf(answer)}</span>{" "}
                    {answer.matches.length > 0 && <span className="hint">{relation(answer)}</span>}
                  </span>
                )}
                {boxes
                  .filter((b) => b.reference !== data.reference && b.reference.startsWith(`${editionOf(answer)}/`))
                  .map((b) => (
                    <BoxButton key={b.reference} box={b} data={data} standard={standard} ours={ours} />
                  ))}
                {answer.matches.length > BOXES && (
                  <span className="muted" style={{ fontSize: 12 }}>
                    {t("proposal.more", { n: number(answer.matches.length - BOXES) })}
                  </span>
                )}
                {answer.matches.length === 0 && (
                  <span className="muted" style={{ fontSize: 12, justifySelf: "start" }} data-box={editionOf(answer)}>
                    {relation(answer)}
                  </span>
                )}
              </Fragment>
            ))}
          </div>
        </div>,
        n < 2 ? (
          <span
            key={`${standard} to`}
            className="hint"
            style={{ textAlign: "center", alignSelf: "start", paddingTop: 10 }}
          >
            {above(n < ownColumn ? n : n + 1)}
          </span>
        ) : null,
      ])}
    </div>
  );
}

const editionOf = (answer: Answer): string => `${answer.standard}:${answer.edition}`;

function BoxButton({
  box,
  data,
  standard,
  ours,
}: {
  box: Box;
  data: ClauseOpened;
  standard: string;
  ours: ReturnType<typeof useOurLabels>;
}) {
  const own = box.reference === data.reference;
  const state = data.states[box.reference]?.state;
  return (
    <button
      type="button"
      data-box={box.reference}
      data-clause={box.reference}
      onClick={() => !own && openClause(box.reference)}
      style={{
        background: "var(--tint)",
        borderRadius: 6,
        padding: "6px 10px",
        position: "relative",
        zIndex: 1,
        minHeight: own ? 60 : 40,
      }}
    >
      <span className="row">
        <span className="serif own" style={{ fontWeight: 600 }}>
          {clauseNumber(box.reference)}
        </span>
        {box.how && <span className="hint">{box.how}</span>}
        {state && (
          <span className="end">
            <Glyph state={state} standard={standard} />
          </span>
        )}
      </span>
      <span style={{ display: "block", lineHeight: "16px", fontSize: 12 }}>
        <ClauseTitle reference={box.reference} title={box.title} of={ours} />
      </span>
      <Opened data={data} reference={box.reference} />
    </button>
  );
}

/** How many points a standard adds at a clause, and how many of them are open. */
function Opened({ data, reference }: { data: ClauseOpened; reference: string }) {
  const { t } = useTranslation();
  const own = pointsAt(data.points, reference);
  if (own.length === 0) return null;
  const open = own.filter((p) => p.state === "open").length;
  return (
    <span style={{ display: "block", fontSize: 12 }} data-testid="card-points">
      {open === 0
        ? t("point.allSettled", { n: number(own.length) })
        : t("point.someOpen", { n: number(own.length), open: number(open) })}
    </span>
  );
}
