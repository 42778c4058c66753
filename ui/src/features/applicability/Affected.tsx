// What a decision would do, before it is made: clauses that would stand otherwise, and whose mappings follow from it.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ClauseTitle } from "../../here/clausetitle";
import { openClause } from "../../here/router";
import { number } from "../../i18n";
import { useAsk } from "../../ipc";
import type { ClauseChange } from "../../ipc/generated/core";
import { Glyph } from "../../kit";
import { refusalWords } from "../../kit/refusalwords";
import { clauseName, parseReference, tone } from "../../kit/standards";
import type { Change } from "./decisions";

/** How long (ms) typing rests before the core is asked. */
const REST = 250;
const SHOWN = 8;

function useRested<V>(value: V): V {
  const [rested, setRested] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(value), REST);
    return () => window.clearTimeout(timer);
  }, [text]);
  return rested;
}

export function useForetold(standard: string, clauses: string[], change: Change, wanted: boolean) {
  const request = useRested({ standard, clauses, ...change, wanted });
  const { wanted: asks, ...asked } = request;
  const ask = useAsk("applicability_foretell", asked, asks && wanted);
  return wanted && asks ? ask : undefined;
}

function Moved({ change }: { change: ClauseChange }) {
  const { t } = useTranslation();
  const { standard } = parseReference(change.reference);
  return (
    <button type="button" onClick={() => openClause(change.reference)}>
      <span className={`own medium ${tone(standard)}`} style={{ minWidth: 92 }}>
        {clauseName(change.reference)}
      </span>
      <span className="cut grow serif">
        <ClauseTitle reference={change.reference} title={change.title} cut />
      </span>
      <span className="row" style={{ gap: 6, fontSize: 12 }}>
        <Glyph state={change.before} standard={standard} /> <span aria-hidden>→</span>{" "}
        <Glyph state={change.after} standard={standard} /> {t(`state.${change.after}`)}
      </span>
    </button>
  );
}

export function Affected({
  ask,
  followedBy,
  several = false,
}: {
  ask: ReturnType<typeof useForetold>;
  /** Documents and records of which mappings follow from it, as it stands. */
  followedBy: string[];
  several?: boolean;
}) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const told = ask?.data;
  const codes = told?.followed_by ?? followedBy;
  const clauses = told?.clauses ?? [];
  const shown = all ? clauses : clauses.slice(0, SHOWN);
  return (
    <section className="part" data-testid="affected" aria-live="polite">
      <h2>{t("applicability.affected")}</h2>
      {ask?.error && <p className="amber wrap">{refusalWords(ask.error).message}</p>}
      {told && !ask?.error && (
        <>
          <p className="hint wrap" style={{ marginBottom: 6 }}>
            {several && `${t("applicability.decides", { n: number(told.decides) })} `}
            {clauses.length === 0
              ? t("applicability.movesNothing")
              : t("applicability.moves", { n: number(clauses.length) })}
          </p>
          {clauses.length > 0 && (
            <div className="list">
              {shown.map((change) => (
                <Moved key={change.reference} change={change} />
              ))}
            </div>
          )}
          {clauses.length > SHOWN && (
            <button type="button" className="link hint" onClick={() => setAll(!all)}>
              {all ? t("today.fewer") : t("clause.more", { n: number(clauses.length - SHOWN) })}
            </button>
          )}
        </>
      )}
      <p className="hint wrap">
        {codes.length === 0
          ? t("applicability.followsNothing")
          : t("applicability.follows", {
              n: number(codes.length),
              codes: codes.slice(0, 6).join(", ") + (codes.length > 6 ? ", …" : ""),
            })}
      </p>
    </section>
  );
}
