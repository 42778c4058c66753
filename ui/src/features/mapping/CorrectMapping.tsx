// Correcting a mapping, or alike all mappings of the same document or record.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useScopes } from "../../here/scopes";
import { showDone } from "../../here/undo";
import { type Refusal, refusal, useChange } from "../../ipc";
import type { Named } from "../../ipc/generated/core";
import { CorrectDialog } from "../../kit/correctdialog";
import type { Correction, Particular } from "../../kit/correction";
import { clauseName } from "../../kit/standards";

const STRENGTHS = ["full", "partial", "supporting"] as const;

export function CorrectMapping({
  item,
  mapping,
  all,
  onClose,
}: {
  item: string;
  mapping: Named;
  /** The clauses it is mapped to, this one among them. */
  all: string[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const scopes = useScopes();
  const [alike, setAlike] = useState(false);
  const [error, setError] = useState<Refusal>();
  const change = useChange("map_correct");
  const clause = clauseName(mapping.reference);
  // What is not full says why.
  const particulars = ({ strength }: Record<string, string>): Particular[] => [
    {
      name: "strength",
      label: t("mapping.strength"),
      form: "few",
      words: STRENGTHS.map((s) => ({ value: s, label: t(`strength.${s}`) })),
      wide: true,
    },
    {
      name: "reason",
      label: t(strength === "full" ? "mapping.reason" : "mapping.whyNotFull"),
      form: "text",
      needed: strength !== "full",
      wide: true,
    },
    { name: "variance", label: t("particular.variance"), form: "text", wide: true },
  ];
  const run = async (correction: Correction) => {
    setError(undefined);
    try {
      const answer = await change.run({ item, references: alike ? all : [mapping.reference], ...correction });
      showDone(alike ? t("mapping.correctedAll", { item, n: answer.corrected }) : t("mapping.corrected", { clause }));
      onClose();
    } catch (e) {
      setError(refusal(e));
    }
  };
  const { strength, reason, variance } = mapping;
  return (
    <CorrectDialog
      over={`${item}, ${clause}`}
      title={t("mapping.correct")}
      size={520}
      particulars={particulars}
      before={{ strength, reason, variance }}
      scopes={scopes}
      scope={mapping.scope}
      scopeNote={t("mapping.scopeOfItem")}
      extra={() =>
        all.length > 1 && (
          <label className="row" style={{ gap: 10 }}>
            <input type="checkbox" className="check" checked={alike} onChange={(e) => setAlike(e.target.checked)} />
            <span>{t("mapping.alike", { item, n: all.length })}</span>
          </label>
        )
      }
      busy={change.busy}
      error={error}
      onClose={onClose}
      onRun={(correction) => void run(correction)}
    />
  );
}
