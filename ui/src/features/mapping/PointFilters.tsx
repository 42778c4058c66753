// Above the work list: its views with how many each holds, and what narrows them.
import { useTranslation } from "react-i18next";
import { useWhen } from "../../here/state";
import { number } from "../../i18n";
import { useAsk } from "../../ipc";
import { SelectField } from "../../kit";
import { STANDARDS } from "../../kit/standards";
import { Tabs } from "../../kit/tabs";
import { DUES, NOBODY, POINT_VIEWS, type PointFilterHere, requestFor } from "./pointfilter";

export function PointFilters({
  filter,
  onChange,
}: {
  filter: PointFilterHere;
  onChange: (part: Record<string, string | undefined>) => void;
}) {
  const { t } = useTranslation();
  const when = useWhen();
  const choices = useAsk("points_choices", { ...when });
  const fields: [keyof PointFilterHere, string, { value: string; label: string }[]][] = [
    ["standard", t("pointlist.standard"), STANDARDS.map((s) => ({ value: s, label: s }))],
    [
      "item",
      t("pointlist.item"),
      (choices.data?.items ?? []).map((i) => ({ value: i.code, label: `${i.code} ${i.title}` })),
    ],
    [
      "owner",
      t("field.owner"),
      [
        { value: NOBODY, label: t("pointlist.nobody") },
        ...(choices.data?.owners ?? []).map((o) => ({ value: o, label: o })),
      ],
    ],
    ...(filter.view === "open"
      ? ([["due", t("pointlist.due"), DUES.map((d) => ({ value: d, label: t(`pointlist.due.${d}`) }))]] as [
          keyof PointFilterHere,
          string,
          { value: string; label: string }[],
        ][])
      : []),
  ];
  return (
    <div className="toolbar pointfilters">
      {fields.map(([key, label, options]) => (
        <SelectField
          key={key}
          label={label}
          hideLabel
          value={filter[key]}
          onChange={(value) => onChange({ [key]: value || undefined })}
          options={[{ value: "", label: t("pointlist.any", { what: label }) }, ...options]}
          style={{ width: key === "item" ? 264 : key === "owner" ? 168 : 136 }}
        />
      ))}
    </div>
  );
}

/** The views, each with how many it holds. */
export function PointTabs({
  filter,
  onChange,
}: {
  filter: PointFilterHere;
  onChange: (part: Record<string, string | undefined>) => void;
}) {
  const { t } = useTranslation();
  const when = useWhen();
  const whole = useAsk("points", { ...requestFor({ ...filter, view: "all" }), limit: 0, ...when });
  const late = useAsk("points", { ...requestFor({ ...filter, view: "overdue" }), limit: 0, ...when });
  const count = {
    open: whole.data?.open,
    overdue: late.data?.open,
    settled: whole.data?.settled,
    all: whole.data && whole.data.open + whole.data.settled,
  };
  return (
    <Tabs
      label={t("register.views")}
      value={filter.view}
      tabs={POINT_VIEWS.map((value) => ({
        value,
        label: t(`pointlist.view.${value}`),
        count: count[value] === undefined ? "" : number(count[value] ?? 0),
        hue: value === "overdue" && count.overdue ? "red" : value === "open" && count.open ? "amber" : "",
      }))}
      onChange={(view) => onChange({ show: view === "open" ? undefined : view, due: undefined })}
    />
  );
}
