// What rests on a section that a revision in force changed: the mappings whose reasons name it, and who cites it.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { go, openClause, openItem } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { number } from "../../i18n";
import { type Refusal, refusal, useChange } from "../../ipc";
import type { SectionsRecheck } from "../../ipc/generated/core";
import { ReasonDialog } from "../../kit/reasondialog";
import { clauseName } from "../../kit/standards";

interface Wish {
  of: SectionsRecheck;
  item: string;
  /** The mapping; nothing where the item itself cites the section. */
  reference: string | null;
  sections: string[];
}

export function SectionRechecks({ revisions }: { revisions: SectionsRecheck[] }) {
  const { t } = useTranslation();
  const { readOnly } = useWorkspace();
  const change = useChange("review_recheck");
  const [wish, setWish] = useState<Wish>();
  const [error, setError] = useState<Refusal>();
  const named = (w: Wish) => (w.reference ? `${w.item}, ${clauseName(w.reference)}` : w.item);
  const close = () => {
    setWish(undefined);
    setError(undefined);
  };
  const run = async (w: Wish, reason: string) => {
    try {
      const { item, reference, of } = w;
      await change.run({ items: [item], reason, system: null, scope_item: null, entry: of.entry, reference });
      showDone(t("recheck.said", { items: named(w) }));
      close();
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <>
      {revisions.map((r) => (
        <div key={r.entry} className="card" data-testid="sections-changed">
          <div className="row" style={{ minHeight: 40, padding: "4px 8px 4px 14px", gap: 12 }}>
            <span className="grow">
              <b className="medium">
                {r.code} {r.title}
              </b>{" "}
              <span className="amber">{t("recheck.sections", { revision: r.revision, day: r.on })}</span>
            </span>
            <button
              type="button"
              className="button outline small"
              onClick={() => go("documents", { compare: r.code, to: r.revision })}
            >
              {t("compare.title")}
            </button>
          </div>
          <ul style={{ listStyle: "none", margin: 0, padding: 0 }}>
            {r.clauses.map((c) => (
              <Row
                key={c.reference}
                name={clauseName(c.reference)}
                title={c.reason}
                says={t("recheck.rests", { sections: c.sections.join(", ") })}
                onOpen={() => openClause(c.reference)}
                action={t("recheck.stillHolds")}
                onWish={
                  readOnly
                    ? undefined
                    : () => setWish({ of: r, item: r.code, reference: c.reference, sections: c.sections })
                }
              />
            ))}
            {r.items.map((i) => (
              <Row
                key={`${i.kind} ${i.code}`}
                name={i.code}
                title={[i.title, i.owner].filter(Boolean).join(", ")}
                says={t("recheck.cites", { sections: i.sections.join(", ") })}
                onOpen={() => openItem(i.kind, i.code)}
                action={t("recheck.stillCounts")}
                onWish={
                  readOnly ? undefined : () => setWish({ of: r, item: i.code, reference: null, sections: i.sections })
                }
              />
            ))}
          </ul>
          {r.count > r.clauses.length + r.items.length && (
            <p className="muted" style={{ padding: "8px 14px", borderTop: "1px solid var(--line)" }}>
              {t("recheck.more", { n: number(r.count - r.clauses.length - r.items.length) })}
            </p>
          )}
        </div>
      ))}
      {wish && (
        <ReasonDialog
          title={t("recheck.stillCounts")}
          sub={named(wish)}
          lead={t("recheck.sectionsLead", {
            code: wish.of.code,
            revision: wish.of.revision,
            day: wish.of.on,
            sections: wish.sections.join(", "),
          })}
          action={t("recheck.stillCounts")}
          busy={change.busy}
          error={error}
          onRun={(reason) => void run(wish, reason)}
          onClose={close}
        />
      )}
    </>
  );
}

function Row({
  name,
  title,
  says,
  onOpen,
  action,
  onWish,
}: {
  name: string;
  title: string;
  says: string;
  onOpen: () => void;
  action: string;
  onWish: (() => void) | undefined;
}) {
  return (
    <li
      className="row"
      style={{ minHeight: 36, padding: "2px 8px 2px 14px", gap: 12, borderTop: "1px solid var(--line)" }}
    >
      <button type="button" className="strong cut" style={{ width: 128, textAlign: "left" }} onClick={onOpen}>
        {name}
      </button>
      <span className="cut grow" title={title}>
        {title}
      </span>
      <span className="amber">{says}</span>
      {onWish && (
        <button type="button" className="button outline small" aria-label={`${action}: ${name}`} onClick={onWish}>
          {action}
        </button>
      )}
    </li>
  );
}
