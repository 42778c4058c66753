// A clause in the middle of its counterparts, joined through the middle column.
import { useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ClauseTitle } from "../../here/clausetitle";
import { useOurLabels } from "../../here/ourlabels";
import { openClause } from "../../here/router";
import { number } from "../../i18n";
import type { Answer, ClauseOpened } from "../../ipc/generated/core";
import { Glyph } from "../../kit";
import { parseReference, STANDARDS, SUBJECT, tone } from "../../kit/standards";

/** How a line is drawn; the same signs as between the columns of the common structure. */
type BoxJoin = "identical" | "similar" | "aligned" | "limited";

interface Box {
  reference: string;
  title: string;
  column: number;
  join: BoxJoin;
  /** How it relates, where that is not how the first of its column does. */
  how: string;
}

const LINES: Record<BoxJoin, { strokeWidth?: number; strokeDasharray?: string }> = {
  identical: { strokeWidth: 4 },
  similar: {},
  aligned: { strokeDasharray: "2 4" },
  limited: { strokeDasharray: "8 4" },
};

/** So many counterparts of a standard are drawn. */
const BOXES = 12;

export function CounterpartMap({ data }: { data: ClauseOpened }) {
  const { t } = useTranslation();
  const ours = useOurLabels();
  const place = useRef<HTMLDivElement>(null);
  const [paths, setPaths] = useState<{ reference: string; d: string; join: BoxJoin }[]>([]);
  const own = parseReference(data.reference);
  const ownColumn = STANDARDS.indexOf(own.standard as (typeof STANDARDS)[number]);
  const title = data.clause?.title ?? "";
  const boxes: Box[] = [{ reference: data.reference, title, column: ownColumn, join: "identical", how: "" }];
  const answerOf = (column: number): Answer | undefined => data.answers.find((a) => a.standard === STANDARDS[column]);
  for (const answer of data.answers) {
    const column = STANDARDS.indexOf(answer.standard as (typeof STANDARDS)[number]);
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
      boxes.push({ reference: `${answer.standard}:${answer.edition}/${m.clause}`, title: m.title, column, join, how });
    }
  }
  const more = (column: number) => (answerOf(column)?.matches.length ?? 0) - BOXES;
  const relation = (column: number): string => {
    const answer = answerOf(column);
    if (!answer) return "";
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
  useLayoutEffect(() => {
    const draw = () => {
      const root = place.current;
      if (!root) return;
      const base = root.getBoundingClientRect();
      const at = (reference: string) =>
        root.querySelector<HTMLElement>(`[data-box="${CSS.escape(reference)}"]`)?.getBoundingClientRect();
      const from = at(data.reference);
      if (!from) return;
      setPaths(
        boxes.slice(1).flatMap((b) => {
          const to = at(b.reference);
          if (!to) return [];
          const right = b.column > ownColumn;
          const x1 = (right ? from.right : from.left) - base.left;
          const x2 = (right ? to.left : to.right) - base.left;
          const y1 = from.top + from.height / 2 - base.top;
          const y2 = to.top + to.height / 2 - base.top;
          const middle = (x1 + x2) / 2;
          const d = `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
          return [{ reference: b.reference, d, join: b.join }];
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
          <g key={reference} className="follow" data-join={join} onClick={() => openClause(reference)}>
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
          <div className="column" style={{ gap: 8, margin: "auto 0" }}>
            {boxes
              .filter((b) => b.column === n)
              .map((b) => (
                <button
                  key={b.reference}
                  type="button"
                  data-box={b.reference}
                  data-clause={b.reference}
                  onClick={() => b.reference !== data.reference && openClause(b.reference)}
                  style={{
                    background: "var(--tint)",
                    borderRadius: 6,
                    padding: "6px 10px",
                    position: "relative",
                    zIndex: 1,
                    minHeight: b.reference === data.reference ? 60 : 40,
                  }}
                >
                  <span className="row">
                    <span className="serif own" style={{ fontWeight: 600 }}>
                      {parseReference(b.reference).clause}
                    </span>
                    {b.how && <span className="hint">{b.how}</span>}
                    {data.states[b.reference] && (
                      <span className="end">
                        <Glyph state={data.states[b.reference]?.state} standard={standard} />
                      </span>
                    )}
                  </span>
                  <span style={{ display: "block", lineHeight: "16px", fontSize: 12 }}>
                    <ClauseTitle reference={b.reference} title={b.title} of={ours} />
                  </span>
                  <Opened data={data} reference={b.reference} />
                </button>
              ))}
            {more(n) > 0 && (
              <span className="muted" style={{ fontSize: 12 }}>
                {t("proposal.more", { n: number(more(n)) })}
              </span>
            )}
            {boxes.every((b) => b.column !== n) && (
              <span className="muted" style={{ fontSize: 12 }}>
                {relation(n)}
              </span>
            )}
          </div>
        </div>,
        n < 2 ? (
          <span
            key={`${standard} to`}
            className="hint"
            style={{ textAlign: "center", alignSelf: "start", paddingTop: 10 }}
          >
            {boxes.some((b) => b.column === (n < ownColumn ? n : n + 1)) && relation(n < ownColumn ? n : n + 1)}
          </span>
        ) : null,
      ])}
    </div>
  );
}

/** How many points a standard adds at a clause, and how many of them are open. */
function Opened({ data, reference }: { data: ClauseOpened; reference: string }) {
  const { t } = useTranslation();
  const own = data.points.filter((p) => p.keeps_open.includes(reference) || p.at === reference);
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
