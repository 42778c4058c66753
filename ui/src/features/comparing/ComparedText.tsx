// The paragraphs of two texts beside each other: gone is struck, new is underlined, what was moved says where.
import { useTranslation } from "react-i18next";
import { number } from "../../i18n";
import type { ParagraphCompared, TextsCompared, WordsRun } from "../../ipc/generated/core";

export function ComparedText({
  compared,
  offset,
  at,
  onWhole,
}: {
  compared: TextsCompared;
  /** How many places come before those of this text. */
  offset: number;
  /** The place that is looked at. */
  at: number;
  onWhole: () => void;
}) {
  const { t } = useTranslation();
  const folded = (n: number) => (
    <p className="line folded">
      <span />
      <span className="muted">{t(n === 1 ? "compare.foldedOne" : "compare.folded", { n: number(n) })}</span>
      <span />
      <span>
        <button type="button" className="link" onClick={onWhole}>
          {t("compare.showAll")}
        </button>
      </span>
    </p>
  );
  let last = 0;
  let under: string | null = null;
  return (
    <>
      {compared.paragraphs.map((p, n) => {
        const place = p.place === null ? undefined : p.place + offset;
        // A place of several paragraphs has its number at the first.
        const begins = place !== undefined && place !== last;
        if (place !== undefined) last = place;
        // A heading says itself where it is.
        const heading = p.under !== under && !p.heading ? p.under : null;
        under = p.under;
        return (
          <div key={n} className="stretch">
            {p.left_out > 0 && folded(p.left_out)}
            {heading && (
              <p className="line folded">
                <span />
                <span className="muted wrap">{heading}</span>
              </p>
            )}
            <Line p={p} place={place} begins={begins} current={place !== undefined && place === at} />
          </div>
        );
      })}
      {compared.left_out > 0 && folded(compared.left_out)}
    </>
  );
}

function Line({
  p,
  place,
  begins,
  current,
}: {
  p: ParagraphCompared;
  place: number | undefined;
  begins: boolean;
  current: boolean;
}) {
  const { t } = useTranslation();
  const before = p.fate !== "added" && p.fate !== "moved_here";
  const after = p.fate !== "removed" && p.fate !== "moved_away";
  const label = p.label ?? p.label_before;
  // A number that nothing stands under any more is told as well.
  const renumbered = after && p.label_before !== null && p.label !== p.label_before;
  const numbered = { before: p.label_before, label: p.label ?? "–" };
  const away = p.fate === "moved_away";
  return (
    <div
      className={`line ${p.fate} ${p.heading ? "heading" : ""} ${current ? "current" : ""}`}
      data-place={begins ? place : undefined}
      aria-current={current || undefined}
    >
      <span className="num muted label">
        {!p.heading && (
          <>
            <span className="was">{before ? (p.label_before ?? p.label) : label}</span>
            <span className="is">{after ? p.label : label}</span>
          </>
        )}
      </span>
      <span className={`text before ${before ? "" : "blank"}`}>
        {before && (
          <>
            {p.heading && label && `${p.label_before ?? label} `}
            <Words runs={p.runs} leave="added" plain={away} />
            {away && <span className="chip">{t("compare.movedAway", { n: number(place ?? 0) })}</span>}
            {!after && <Again p={p} />}
          </>
        )}
      </span>
      <span className="number">{begins && <b className="num">{number(place ?? 0)}</b>}</span>
      <span className={`text after ${after ? "" : "blank"}`}>
        {after && (
          <>
            {p.heading && label && `${label} `}
            {renumbered && !p.heading && <span className="chip">{t("compare.renumbered", numbered)}</span>}
            <Words runs={p.runs} leave="removed" plain={false} />
            {p.fate === "moved_here" && <span className="chip">{t("compare.movedHere")}</span>}
            <Again p={p} />
          </>
        )}
      </span>
      <span className="text both">
        {p.heading && label && `${label} `}
        {renumbered && <span className="chip">{t("compare.renumbered", numbered)}</span>}
        <Words runs={p.runs} plain={away} />
        {away && <span className="chip">{t("compare.movedAway", { n: number(place ?? 0) })}</span>}
        {p.fate === "moved_here" && <span className="chip">{t("compare.movedHere")}</span>}
        <Again p={p} />
      </span>
    </div>
  );
}

/** In how many more paragraphs the same changed. */
function Again({ p }: { p: ParagraphCompared }) {
  const { t } = useTranslation();
  if (p.again === 0) return null;
  return <span className="chip">{t("compare.again", { n: number(p.again) })}</span>;
}

/** Words with what became of them, without those that stand in the other text alone. */
function Words({ runs, leave, plain }: { runs: WordsRun[]; leave?: "added" | "removed"; plain: boolean }) {
  return runs
    .filter((run) => run.became !== leave)
    .map((run, n) => {
      const words = run.words
        .split("\t")
        .flatMap((cell, i) => (i ? [<i key={`${i} ${cell}`} className="cell" />, cell] : [cell]));
      const Tag = plain || run.became === "kept" ? "span" : run.became === "removed" ? "del" : "ins";
      return (
        <span key={n}>
          {n > 0 && !run.joined && " "}
          <Tag>{words}</Tag>
        </span>
      );
    });
}
