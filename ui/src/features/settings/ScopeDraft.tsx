// A scope as it was ticked, before it is set: what comes in, what goes out, and which evidence that touches.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { openItem } from "../../here/router";
import { showDone } from "../../here/undo";
import { number } from "../../i18n";
import { useAsk, useSubmit } from "../../ipc";
import type { ScopePreview } from "../../ipc/generated/core";
import { Problem } from "../../kit";

export function ScopeDraft({ system, items, onDone }: { system: string; items: string[]; onDone: () => void }) {
  const { t } = useTranslation();
  const ask = useAsk("scope_set_preview", { system, items });
  const { submit, busy, error } = useSubmit("scope_set");
  const seen = ask.data !== undefined && !ask.stale;
  const run = () =>
    void submit({ system, items }, () => {
      showDone(t("scopes.set", { system }));
      onDone();
    });
  return (
    <div className="card" style={{ padding: "10px 14px" }} data-testid={`scope-draft-${system}`}>
      <div className="row" style={{ flexWrap: "wrap" }}>
        <span className="strong">{t("scopes.draft", { system })}</span>
        <span className="grow muted wrap">{ask.data && <Moves preview={ask.data} />}</span>
        <button type="button" className="button outline small" onClick={onDone}>
          {t("action.cancel")}
        </button>
        <button type="button" className="button primary small" disabled={!seen || busy} onClick={run}>
          {t("scopes.setScope")}
        </button>
      </div>
      {error && <Problem error={error} />}
      {ask.error && <Problem error={ask.error} />}
      {ask.data && <Touched preview={ask.data} />}
    </div>
  );
}

function Moves({ preview }: { preview: ScopePreview }) {
  const { t } = useTranslation();
  const { added, removed } = preview;
  return (
    <>
      {added.length > 0 && t("scopes.comesIn", { items: added.join(", ") })}
      {added.length > 0 && removed.length > 0 && "; "}
      {removed.length > 0 && t("scopes.goesOut", { items: removed.join(", ") })}
    </>
  );
}

/** So many documents and records of one change stand there at once. */
const SHOWN = 20;

function Touched({ preview }: { preview: ScopePreview }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const longest = Math.max(0, ...preview.changes.map((change) => change.items.length));
  if (preview.count === 0) return <p className="hint">{t("scopes.touchesNothing")}</p>;
  return (
    <div role="status" data-testid="touched" style={{ marginTop: 6 }}>
      <p className="amber">
        {t(preview.count === 1 ? "scopes.touchesOne" : "scopes.touches", { n: number(preview.count) })}
      </p>
      <div style={{ maxHeight: 240, overflow: "auto" }}>
        {preview.changes.map((change) => (
          <p key={`${change.scope_item} ${change.change}`} className="wrap" style={{ margin: "4px 0" }}>
            <span className="medium">
              {change.scope_item} {t(`settings.change.${change.change}`)}
            </span>
            :{" "}
            {change.items.slice(0, all ? change.items.length : SHOWN).map((item) => (
              <span key={`${item.kind} ${item.code}`}>
                <button
                  type="button"
                  className="link"
                  title={item.title}
                  onClick={() => openItem(item.kind, item.code)}
                >
                  {item.code}
                </button>{" "}
              </span>
            ))}
          </p>
        ))}
      </div>
      {longest > SHOWN && (
        <button type="button" className="link hint" onClick={() => setAll(!all)}>
          {all ? t("today.fewer") : t("today.all", { n: number(preview.count) })}
        </button>
      )}
    </div>
  );
}
