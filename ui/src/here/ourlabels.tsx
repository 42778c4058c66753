// Clauses to which a standard gives no title: what stands there is our own label, and says so.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../ipc";
import type { StandardView } from "../ipc/generated/core";

/** The references of all clauses of the editions held that carry our own label. */
export function useOurLabels(): Set<string> {
  const first = useAsk("standard_show", { standard: "9001" }).data;
  const second = useAsk("standard_show", { standard: "20000-1" }).data;
  const third = useAsk("standard_show", { standard: "27001" }).data;
  return useMemo(() => new Set([first, second, third].flatMap(ours)), [first, second, third]);
}

const ours = (shown: StandardView | undefined): string[] =>
  (shown?.clauses ?? [])
    .filter((c) => c.untitled)
    .map((c) => `${shown?.standard.standard}:${shown?.standard.edition}/${c.clause}`);

/** Says so behind a title. */
export function OurLabel({ reference, of }: { reference: string; of: Set<string> }) {
  const { t } = useTranslation();
  if (!of.has(reference)) return null;
  return <span className="ourlabel"> ({t("clause.ourLabel")})</span>;
}
