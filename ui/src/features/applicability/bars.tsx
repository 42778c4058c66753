// Above the grid: which system and what is shown of it, or what can be done with the rows chosen.
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { useWorkspace } from "../../here/state";
import { number } from "../../i18n";
import type { System } from "../../ipc/generated/core";
import { Segments, SelectField } from "../../kit";
import { FilterInput, SelectionBar } from "../../kit/registerbar";
import { Tabs } from "../../kit/tabs";
import { type BulkDraft, type Filter, GROUNDS } from "./decisions";

export function ChosenBar({
  count,
  matching,
  controls,
  bulk,
  onBulk,
  onAll,
  onClear,
}: {
  count: number;
  /** How many the filters let through. */
  matching: number;
  controls: boolean;
  bulk: BulkDraft;
  onBulk: (draft: BulkDraft) => void;
  onAll: () => void;
  onClear: () => void;
}) {
  const { t } = useTranslation();
  const { readOnly } = useWorkspace();
  return (
    <SelectionBar count={count} onClear={onClear}>
      {count < matching ? (
        <button type="button" className="button outline" onClick={onAll}>
          {t("applicability.selectAll", { n: number(matching) })}
        </button>
      ) : (
        <span className="muted">{t("applicability.allSelected", { n: number(matching) })}</span>
      )}
      {!readOnly && (
        <>
          <button
            type="button"
            className="button outline"
            aria-pressed={bulk.applies === "yes"}
            onClick={() => onBulk({ ...bulk, applies: "yes" })}
          >
            {t(controls ? "soa.included" : "applicability.doesApply")}
          </button>
          <button
            type="button"
            className="button outline"
            aria-pressed={bulk.applies === "no"}
            onClick={() => onBulk({ ...bulk, applies: "no" })}
          >
            {t(controls ? "soa.excluded" : "applicability.doesNot")}
          </button>
        </>
      )}
    </SelectionBar>
  );
}

export function FilterBar({
  system,
  systems,
  controls,
  filters,
  filter,
  counts,
  onFilter,
  ground,
  onGround,
  owner,
  owners,
  onOwner,
  text,
  onText,
}: {
  system: string;
  systems: System[];
  controls: boolean;
  filters: Filter[];
  filter: Filter;
  counts: Record<Filter, number>;
  onFilter: (filter: Filter) => void;
  ground: string;
  onGround: (ground: string) => void;
  owner: string;
  owners: string[];
  onOwner: (owner: string) => void;
  text: string;
  onText: (text: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="toolbar">
      {systems.length > 1 && (
        <Segments
          label={t("settings.systems")}
          value={system}
          options={systems.map((s) => ({ value: s.code, label: s.code }))}
          onChange={(code) => go("settings", { applicability: code })}
        />
      )}
      {filters.length > 1 && (
        <Tabs
          label={t("register.views")}
          value={filter}
          tabs={filters.map((f) => ({
            value: f,
            label: t(controls ? `applicability.filter.${f}` : `applicability.clauses.${f}`),
            count: number(counts[f]),
            hue: counts[f] > 0 && (f === "undecided" || f === "lacking" || f === "off") ? "amber" : "",
          }))}
          onChange={onFilter}
        />
      )}
      <span className="grow" />
      {controls && (
        <SelectField
          label={t("applicability.grounds")}
          hideLabel
          value={ground}
          onChange={onGround}
          options={[
            { value: "", label: t("applicability.anyGround") },
            ...GROUNDS.map((value) => ({ value: value as string, label: t(`ground.${value}`) })),
          ]}
          style={{ width: 132 }}
        />
      )}
      {owners.length > 0 && (
        <SelectField
          label={t("field.owner")}
          hideLabel
          value={owner}
          onChange={onOwner}
          options={[
            { value: "", label: t("applicability.anyOwner") },
            ...owners.map((value) => ({ value, label: value })),
          ]}
          style={{ width: 148 }}
        />
      )}
      <FilterInput value={text} onChange={onText} width={140} />
    </div>
  );
}
