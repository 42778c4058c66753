// Evidence to look at again because a scope or a section changed, by change; each row, or all of a change, still counts for a reason.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { openItem } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { number } from "../../i18n";
import { type Refusal, refusal, useAsk, useChange } from "../../ipc";
import type { Recheck } from "../../ipc/generated/core";
import { ReasonDialog } from "../../kit/reasondialog";
import { SectionRechecks } from "./SectionRechecks";

/** Of each change, so many are shown at once. */
const SHOWN = 50;

interface Wish {
  change: Recheck;
  codes: string[];
}

export function Rechecks() {
  const { t } = useTranslation();
  const { readOnly } = useWorkspace();
  const ask = useAsk("scope_recheck", { limit: SHOWN });
  const change = useChange("review_recheck");
  const [wish, setWish] = useState<Wish>();
  const [error, setError] = useState<Refusal>();
  if (!ask.data || ask.data.items === 0) return null;
  const moved = (r: Recheck) => ({
    system: r.system,
    item: r.scope_item,
    change: t(`settings.change.${r.change}`),
    day: r.on,
  });
  const named = (codes: string[]) =>
    codes.length === 1 ? (codes[0] ?? "") : t("recheck.several", { n: number(codes.length) });
  const close = () => {
    setWish(undefined);
    setError(undefined);
  };
  const run = async ({ change: of, codes }: Wish, reason: string) => {
    try {
      const { system, scope_item, entry } = of;
      await change.run({ items: codes, reason, system, scope_item, entry, reference: null });
      showDone(t("recheck.said", { items: named(codes) }));
      close();
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <section data-testid="rechecks">
      <h2 className="parthead">{t("settings.recheck")}</h2>
      <div className="column" style={{ gap: 12 }}>
        {ask.data.changes.map((r) => (
          <div key={`${r.entry} ${r.system} ${r.scope_item}`} className="card">
            <div className="row" style={{ minHeight: 40, padding: "4px 8px 4px 14px", gap: 12 }}>
              <span className="grow">
                <b className="medium">{r.system}</b> <span className="amber">{t("recheck.line", moved(r))}</span>
              </span>
              {r.items.length > 1 && !readOnly && (
                <button
                  type="button"
                  className="button outline small"
                  onClick={() => setWish({ change: r, codes: r.items.map((i) => i.code) })}
                >
                  {t("recheck.allCount")}
                </button>
              )}
            </div>
            <ul style={{ listStyle: "none", margin: 0, padding: 0 }}>
              {r.items.map((i) => (
                <li
                  key={`${i.kind} ${i.code}`}
                  className="row"
                  style={{ minHeight: 36, padding: "2px 8px 2px 14px", gap: 12, borderTop: "1px solid var(--line)" }}
                >
                  <button
                    type="button"
                    className="strong cut"
                    style={{ width: 112, textAlign: "left" }}
                    onClick={() => openItem(i.kind, i.code)}
                  >
                    {i.code}
                  </button>
                  <span className="cut grow" title={i.title}>
                    {i.title}
                  </span>
                  {!readOnly && (
                    <button
                      type="button"
                      className="button outline small"
                      aria-label={`${t("recheck.stillCounts")}: ${i.code}`}
                      onClick={() => setWish({ change: r, codes: [i.code] })}
                    >
                      {t("recheck.stillCounts")}
                    </button>
                  )}
                </li>
              ))}
            </ul>
            {r.count > r.items.length && (
              <p className="muted" style={{ padding: "8px 14px", borderTop: "1px solid var(--line)" }}>
                {t("recheck.more", { n: number(r.count - r.items.length) })}
              </p>
            )}
          </div>
        ))}
        <SectionRechecks revisions={ask.data.revisions} />
      </div>
      {wish && (
        <ReasonDialog
          title={t("recheck.stillCounts")}
          sub={named(wish.codes)}
          lead={t("recheck.lead", moved(wish.change))}
          action={t("recheck.stillCounts")}
          busy={change.busy}
          error={error}
          onRun={(reason) => void run(wish, reason)}
          onClose={close}
        />
      )}
    </section>
  );
}
