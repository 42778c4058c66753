// The chosen cell: why it is proposed, what is decided and why, how clauses stand before and after.
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ClauseTitle } from "../../here/clausetitle";
import { openClause } from "../../here/router";
import { WhyProposed } from "../../here/whyproposed";
import { number } from "../../i18n";
import { useAsk } from "../../ipc";
import type { GroupOpened } from "../../ipc/generated/core";
import { ClauseChip, Glyph, Kbd, Problem } from "../../kit";
import { clauseName, parseReference } from "../../kit/standards";
import { CountsLess } from "./CountsLess";
import { type Draft, markOf, nextUndecided, reasonNeeded, reasonsOf, requestOf } from "./matrix";
import type { MatrixState } from "./usematrix";

export function CellPane({
  state,
  said,
  readOnly,
}: {
  state: MatrixState;
  /** What stands above the matrix already. */
  said: string[];
  readOnly: boolean;
}) {
  const { t } = useTranslation();
  const { data, at, cell, draft, busy, error } = state;
  if (!data || !at || !cell) return null;
  const item = data.items[at.column];
  const reasons = reasonsOf(data);
  const bare = data.controls.filter((c) => c.stands === "gap" || c.stands === "undecided");
  return (
    <div data-testid={cell.state === "proposed" ? "proposal" : "cell"}>
      <section className="part">
        <div className="row" style={{ marginBottom: 4 }}>
          <span className="medium cut" title={item?.title}>
            {item?.code}
          </span>{" "}
          → <ClauseChip reference={cell.reference} onOpen={openClause} />
        </div>
        <p className="hint cut" title={item?.title}>
          {item?.title}
        </p>
        {cell.proposal ? (
          <WhyProposed proposal={cell.proposal} said={said} />
        ) : (
          <p>
            {t(`matrix.mark.${markOf(cell)}`)}
            {cell.by && ` (${t("matrix.byHeading", { clause: clauseName(cell.by) })})`}
            {cell.open_points > 0 && `, ${t("point.stillOpen", { n: number(cell.open_points) })}`}
            {cell.reason && (
              <span className="hint wrap selectable" style={{ display: "block" }}>
                {cell.reason}
              </span>
            )}
          </p>
        )}
        {cell.less && <CountsLess reference={cell.reference} less={cell.less} />}
        {error && <Problem error={error} />}
        {cell.state === "proposed" && !draft && !readOnly && (
          <div className="row" style={{ marginTop: 10, flexWrap: "wrap" }}>
            <button type="button" className="button outline small" disabled={busy} onClick={() => state.say("counts")}>
              {t(cell.proposal?.needs_reason ? "proposal.counts" : "proposal.accept")} <Kbd>1</Kbd>
            </button>
            <button type="button" className="button outline small" disabled={busy} onClick={() => state.say("partly")}>
              {t("proposal.partly")} <Kbd>2</Kbd>
            </button>
            <button type="button" className="button small end" disabled={busy} onClick={() => state.say("not")}>
              {t("proposal.not")} <Kbd>3</Kbd>
            </button>
          </div>
        )}
        {draft && <Deciding key={draft.says} data={data} draft={draft} reasons={reasons} state={state} />}
      </section>
      {reasons.length > 0 && (
        <section className="part">
          <h2>
            {t("matrix.reasons")}
            <span className="end hint">{number(reasons.length)}</span>
          </h2>
          <div className="list">
            {reasons.slice(0, 5).map(([reason, n]) => (
              <button
                key={reason}
                type="button"
                disabled={!draft}
                onClick={() => draft && state.setDraft({ ...draft, reason })}
              >
                <span className="cut grow" title={reason}>
                  {reason}
                </span>
                <span className="muted num">{n}</span>
              </button>
            ))}
          </div>
        </section>
      )}
      {bare.length > 0 && (
        <section className="part">
          <h2>{t("matrix.bare")}</h2>
          {bare.slice(0, 6).map((c) => (
            <p key={c.reference} className="row" style={{ marginBottom: 4 }}>
              <span style={{ flex: "none", lineHeight: 0 }}>
                <Glyph state={c.stands ?? undefined} standard={parseReference(c.reference).standard} />
              </span>
              <ClauseChip reference={c.reference} onOpen={openClause} />
              <span className="serif cut">
                <ClauseTitle reference={c.reference} title={c.title} cut />
              </span>
            </p>
          ))}
        </section>
      )}
      {nextUndecided(data, at) && !readOnly && (
        <p className="part hint">
          <button type="button" className="link" onClick={() => state.choose(nextUndecided(data, at))}>
            {t("matrix.next")}
          </button>{" "}
          <Kbd>Tab</Kbd>
        </p>
      )}
    </div>
  );
}

/** What is about to be decided, with its reason, and what it changes. */
function Deciding({
  data,
  draft,
  reasons,
  state,
}: {
  data: GroupOpened;
  draft: Draft;
  reasons: [string, number][];
  state: MatrixState;
}) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  // Nothing of it is kept: any reason does for the look.
  const preview = useAsk("proposals_preview", { cells: requestOf(data, draft, "?") });
  const needed = reasonNeeded(data, draft);
  const ready = !state.busy && (!needed || draft.reason.trim() !== "");
  useEffect(() => {
    // In its own turn: the key that opens the field is not written into it.
    window.setTimeout(() => field.current?.focus());
  }, []);
  return (
    <form
      style={{ marginTop: 10 }}
      data-testid="deciding"
      onKeyDown={(e) => {
        if (e.key !== "Escape") return;
        e.stopPropagation();
        state.setDraft(undefined);
      }}
      onSubmit={(e) => {
        e.preventDefault();
        if (ready) state.decide(draft);
      }}
    >
      {draft.cells.length > 1 && (
        <p className="medium" style={{ marginBottom: 6 }}>
          {t("matrix.alike", { n: number(draft.cells.length) })}
        </p>
      )}
      <label className="label" htmlFor="cell-reason">
        {t(`matrix.because.${draft.says}`)}
      </label>
      <input
        id="cell-reason"
        ref={field}
        className="input"
        placeholder={needed ? undefined : t("matrix.noReason")}
        value={draft.reason}
        list="reasons-so-far"
        onChange={(e) => state.setDraft({ ...draft, reason: e.target.value })}
      />
      <datalist id="reasons-so-far">
        {reasons.map(([reason]) => (
          <option key={reason} value={reason} />
        ))}
      </datalist>
      <h2 className="parthead" style={{ margin: "12px 0 6px" }}>
        {t("matrix.changes")}
      </h2>
      {preview.error && <Problem error={preview.error} line />}
      <div data-testid="preview">
        {(preview.data ?? []).map((change) => {
          const { standard } = parseReference(change.reference);
          return (
            <p key={change.reference} className="row" style={{ marginBottom: 4 }}>
              <ClauseChip reference={change.reference} />
              <Glyph state={change.before} standard={standard} />
              <span className="hint">
                {change.before === change.after
                  ? t("matrix.stays", { state: t(`state.${change.before}`) })
                  : t("matrix.becomes", {
                      before: t(`state.${change.before}`),
                      after: t(`state.${change.after}`),
                    })}
                {change.opens > 0 && `, ${t("matrix.opens", { n: number(change.opens) })}`}
              </span>
              <Glyph state={change.after} standard={standard} />
            </p>
          );
        })}
      </div>
      <div className="row" style={{ marginTop: 8 }}>
        <button type="submit" className="button primary small" disabled={!ready}>
          {draft.cells.length > 1 ? t("matrix.decideMany", { n: number(draft.cells.length) }) : t("matrix.decide")}{" "}
          <Kbd>↵</Kbd>
        </button>
        <button type="button" className="button small" onClick={() => state.setDraft(undefined)}>
          {t("action.cancel")}
        </button>
      </div>
    </form>
  );
}
