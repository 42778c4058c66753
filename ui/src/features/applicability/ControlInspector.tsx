// One clause or control beside the grid: what is decided on it, what that would do, and what was decided before.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ClauseTitle } from "../../here/clausetitle";
import { openClause } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { WriteButton } from "../../here/WriteButton";
import { type Refusal, refusal, useAsk, useChange } from "../../ipc";
import type { Applicability } from "../../ipc/generated/core";
import { CloseButton, Kbd, Loaded } from "../../kit";
import { clauseName, parseReference, tone } from "../../kit/standards";
import { Affected, useForetold } from "./Affected";
import { DecisionFields } from "./DecisionFields";
import { changeOf, type Draft, draftOf, isChanged, isWhole } from "./decisions";
import { MadeList } from "./Made";
import { OwnControlPart } from "./OwnControlPart";

export function ControlInspector({
  system,
  row,
  typed,
  onTyped,
  onClose,
}: {
  system: string;
  row: Applicability;
  /** What was typed here and not saved. */
  typed: Draft | undefined;
  onTyped: (draft: Draft | undefined) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { when, readOnly } = useWorkspace();
  const { clause, standard } = parseReference(row.reference);
  const ask = useAsk("applicability_show", { standard: system, clause, ...when });
  const set = useChange("applicability_set");
  const [error, setError] = useState<Refusal>();
  // What stands above it is not yet a decision of its own.
  const stands = row.decided_at ? null : row.decision;
  const draft = typed ?? draftOf(row.decision);
  const change = changeOf(draft, row.decision, row.control);
  const changed = isChanged(change);
  const whole = changed && isWhole(draft, row.control);
  const foretold = useForetold(system, [clause], change, whole && !readOnly);
  const save = async () => {
    if (!whole || set.busy || readOnly) return;
    try {
      await set.run({ standard: system, clauses: [clause], ...change });
      setError(undefined);
      onTyped(undefined);
      showDone(t("applicability.saved", { name: clause }));
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <aside
      className={`inspector ${tone(standard)}`}
      aria-label={clause}
      data-region
      data-testid="inspector"
      onKeyDown={(e) => {
        if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
          e.preventDefault();
          void save();
        }
      }}
    >
      <header>
        <div className="serif own strong">{clause}</div>
        <h2 className="serif wrap">
          <ClauseTitle reference={row.reference} title={row.title} />
        </h2>
        {row.own && <p className="hint wrap">{row.own.origin || t("applicability.ownControl")}</p>}
        {!row.own && (
          <button
            type="button"
            className="link muted"
            style={{ fontSize: 12 }}
            onClick={() => openClause(row.reference)}
          >
            {t("applicability.openClause")}
          </button>
        )}
        <CloseButton onClick={onClose} style={{ position: "absolute", right: 16, top: 12 }} />
      </header>
      {row.decided_at && (
        <p className="hint wrap" style={{ padding: "12px 20px 0" }}>
          {t("applicability.decidedAt", { name: clauseName(row.decided_at) })}
        </p>
      )}
      {row.decision && !row.by && !row.decided_at && (
        <p className="hint wrap" style={{ padding: "12px 20px 0" }}>
          {t("applicability.inStatement")}
        </p>
      )}
      {row.lacks.length > 0 && (
        <p className="amber wrap" style={{ padding: "12px 20px 0", fontSize: 12 }} data-testid="lacks">
          {t("applicability.lacksAll", { what: row.lacks.map((lack) => t(`applicability.lacks.${lack}`)).join(", ") })}
        </p>
      )}
      {row.may_be_left_out || stands ? (
        <section className="part">
          <fieldset disabled={readOnly} style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
            <legend className="hidden">{t("applicability.decision")}</legend>
            <DecisionFields
              row={row}
              draft={draft}
              error={error}
              onChange={(next) => {
                setError(undefined);
                onTyped(next);
              }}
            />
          </fieldset>
          <div className="row" style={{ marginTop: 14 }}>
            <WriteButton
              className="button primary"
              disabled={!whole || set.busy}
              onClick={() => void save()}
              data-testid="decide"
            >
              {t("action.save")} <Kbd>Ctrl ↵</Kbd>
            </WriteButton>
            {typed && (
              <button
                type="button"
                className="button"
                onClick={() => {
                  setError(undefined);
                  onTyped(undefined);
                }}
              >
                {t("applicability.asItWas")}
              </button>
            )}
          </div>
        </section>
      ) : (
        <p className="part wrap">{t("applicability.cannotBeLeftOut", { name: clauseName(row.reference) })}</p>
      )}
      <Affected ask={foretold} followedBy={ask.data?.followed_by ?? []} />
      {row.own && <OwnControlPart system={system} code={clause} control={row.own} onDropped={onClose} />}
      <Loaded ask={ask}>{(shown) => <MadeList made={shown.made} control={row.control} />}</Loaded>
    </aside>
  );
}
