// Records in whose place a later one of their series may stand: each proposed with one button, none done by itself.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../ipc";
import type { ReplacementProposed } from "../ipc/generated/core";
import { showRefusal } from "../kit/toast";
import { openItem } from "./router";
import { useWorkspace } from "./state";
import { showDone } from "./undo";

export function Replacements({ of }: { of: ReplacementProposed[] }) {
  const { t } = useTranslation();
  const { readOnly } = useWorkspace();
  const replace = useChange("record_replace");
  const [done, setDone] = useState<string[]>([]);
  const key = (p: ReplacementProposed) => `${p.record} ${p.by}`;
  const run = async (p: ReplacementProposed) => {
    try {
      await replace.run({ record: p.record, by: p.by, reason: t("records.laterOfSeries") });
      setDone((old) => [...old, key(p)]);
      showDone(t("records.replacedDone", { record: p.record, by: p.by }));
    } catch (error) {
      showRefusal(error);
    }
  };
  return (
    <div className="column" style={{ gap: 12 }} data-testid="replacements">
      {of.map((p) => (
        <div key={key(p)} className="column" style={{ gap: 6, alignItems: "flex-start" }}>
          <p className="wrap">
            <button type="button" className="link" onClick={() => openItem("record", p.by)}>
              {p.by}
            </button>{" "}
            {p.by_title} {t("records.isLaterThan")}{" "}
            <button type="button" className="link" onClick={() => openItem("record", p.record)}>
              {p.record}
            </button>{" "}
            {p.title}
          </p>
          {!readOnly && (
            <button
              type="button"
              className="button outline small"
              disabled={replace.busy || done.includes(key(p))}
              onClick={() => void run(p)}
              aria-label={t("records.replaceBy", { record: p.record, by: p.by })}
            >
              {t("records.action.replace")}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
