// The views of the clauses: the common structure, each standard by itself, and the work list of points.
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { useWhen } from "../../here/state";
import { number } from "../../i18n";
import { useAsk } from "../../ipc";
import { Segments } from "../../kit";
import { editionKey, editionLabel } from "../../kit/standards";

export function ClauseViews({ at, show }: { at: string; show?: string }) {
  const { t } = useTranslation();
  const when = useWhen();
  const columns = useAsk("coverage_columns", { ...when });
  const points = useAsk("points", { limit: 0, ...when });
  const editions = (columns.data ?? []).map((c) => c.edition);
  const open = points.data?.open ?? 0;
  const to = (view: string) =>
    view === "points"
      ? go("clauses", { view })
      : go("clauses", { standard: view === "spine" ? undefined : view, show });
  return (
    <Segments
      value={at}
      onChange={to}
      label={t("clauses.view")}
      options={[
        { value: "spine", label: t("clauses.spine") },
        ...editions.map((e) => ({ value: editionKey(e, editions), label: editionLabel(e, editions) })),
        { value: "points", label: open > 0 ? t("pointlist.viewOpen", { n: number(open) }) : t("pointlist.view") },
      ]}
    />
  );
}
