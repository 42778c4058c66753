// The columns of the grid. What there is no room for stands below each row.
import type { TFunction } from "i18next";
import { Check, X } from "lucide-react";
import { ClauseTitle } from "../../here/clausetitle";
import { number } from "../../i18n";
import type { Applicability, CoverageRow } from "../../ipc/generated/core";
import type { Column } from "../../kit/register";
import { parseReference, tone } from "../../kit/standards";
import { lacksOf, statusOf } from "./decisions";

export interface Told {
  t: TFunction;
  day: string;
  standard: string;
  controls: boolean;
  /** How wide the grid is, in pixels. */
  width: number;
  coverage: Map<string, CoverageRow>;
  /** Clauses without a title of their own. */
  ours: Set<string>;
  /** References of rows of which something is typed and not saved. */
  typed: Set<string>;
}

/** What of a reason is lacking stands in the cell of the reason; the rest where it belongs. */
const IN_WHY = ["reason", "risk", "condition"];

export function StatusText({ row, day, t }: { row: Applicability; day: string; t: TFunction }) {
  const status = statusOf(row, day);
  const until = row.decision?.implemented ?? "";
  if (status === "none") return <span className="muted">–</span>;
  if (status === "unsaid") return <span className="amber">{t("applicability.unsaid")}</span>;
  if (status === "late")
    return (
      <span className="red strong num" title={t("applicability.late", { day: until })}>
        {t("applicability.by", { day: until })}
      </span>
    );
  if (status === "planned") return <span className="num">{t("applicability.by", { day: until })}</span>;
  return <span className={status === "yes" ? "" : "medium"}>{t(`inPlace.${status}`)}</span>;
}

export function Applies({ row, t }: { row: Applicability; t: TFunction }) {
  const applies = row.decision?.applies ?? (row.control ? undefined : true);
  if (applies === undefined) return <span className="muted">–</span>;
  const Icon = applies ? Check : X;
  return (
    <span className="row" style={{ gap: 6 }}>
      <Icon size={14} aria-hidden className={applies ? "muted" : ""} /> {t(applies ? "applies.yes" : "applies.no")}
    </span>
  );
}

function Why({ row, told }: { row: Applicability; told: Told }) {
  const { t, typed } = told;
  const { decision } = row;
  const unsaved = typed.has(row.reference) && <span className="chip">{t("applicability.typed")}</span>;
  if (!decision)
    return row.control ? (
      <span className="row">
        <span className="amber strong">{t("applies.undecided")}</span> {unsaved}
      </span>
    ) : (
      unsaved || <span className="muted">–</span>
    );
  const lacks = lacksOf(row)
    .filter((lack) => IN_WHY.includes(lack))
    .map((lack) => t(`applicability.without.${lack}`));
  const risks = decision.risks ?? [];
  const said = [risks.join(", "), decision.reason].filter(Boolean).join(": ");
  return (
    <span className="row" style={{ gap: 6 }} title={[said, ...lacks].filter(Boolean).join(", ")}>
      {unsaved}
      {(decision.grounds ?? []).map((ground) => (
        <span key={ground} className="chip">
          {t(`ground.${ground}`)}
        </span>
      ))}
      <span className="cut">
        {risks.length > 0 && <span className="muted">{risks.join(", ")} </span>}
        {decision.reason}
      </span>
      {lacks.length > 0 && (
        <span className="amber strong" style={{ flex: "none" }}>
          {lacks.join(", ")}
        </span>
      )}
    </span>
  );
}

function Reach({ row, t }: { row: Applicability; t: TFunction }) {
  if (!row.decision?.applies || !row.control) return <span className="muted">–</span>;
  const reach = row.decision.reach ?? [];
  if (reach.length > 0) return reach.map((one) => t(`reach.${one}`)).join(", ");
  if (row.lacks.includes("reach")) return <span className="amber">{t("applicability.unsaid")}</span>;
  return <span className="muted">–</span>;
}

/** The first documents that show it and how many records; where it is not shown in full, how much is mapped to it. */
export function shownBy(t: TFunction, row: CoverageRow | undefined): string {
  if (!row?.shown) return row && row.items > 0 ? t("applicability.mapped", { n: number(row.items) }) : "";
  const { documents, more_documents, records } = row.shown;
  const first = documents[0];
  const more = documents.length - 1 + more_documents;
  const count = t(records === 1 ? "because.record" : "because.records", { n: number(records) });
  return [first && (more > 0 ? `${first} +${number(more)}` : first), records > 0 && count].filter(Boolean).join(", ");
}

/** So wide is what stands below a row, by and large: its name and what it says. */
const BELOW = 200;
/** What a row has beside it: the margins, the tick and the number. */
const BESIDE = 160;

/** The columns for which there is room, and what of the others stands below each row. */
export function gridOf(told: Told) {
  const all = columnsOf(told);
  const columns = all.filter((column) => told.width >= (column.from ?? 0));
  const folded = all.filter((column) => told.width < (column.from ?? 0));
  const perLine = Math.max(1, Math.floor((told.width - BESIDE) / BELOW));
  const below = folded.length > 0 && {
    lines: Math.ceil(folded.length / perLine),
    show: (row: Applicability) =>
      folded.map((column) => (
        <span key={column.key} className="cut" data-column={column.key}>
          <span className="muted">{column.title}:</span> {column.show(row)}
        </span>
      )),
  };
  return { columns, below: below || undefined };
}

function columnsOf(told: Told): (Column<Applicability> & { from?: number })[] {
  const { t, controls, coverage, standard } = told;
  const all: (Column<Applicability> & { from?: number; only?: boolean })[] = [
    {
      key: "clause",
      title: t(controls ? "term.control" : "term.clause"),
      width: "76px",
      show: (row) => (
        <span className={`serif own strong ${tone(standard)}`} style={{ fontSize: 14 }}>
          {parseReference(row.reference).clause}
        </span>
      ),
    },
    {
      key: "title",
      title: t("field.title"),
      width: "minmax(120px, 1.2fr)",
      show: (row) => (
        <span
          className={`serif ${row.heading ? "medium" : ""}`}
          style={{ fontSize: 14, paddingLeft: controls ? 0 : (row.level - 2) * 14 }}
        >
          <ClauseTitle reference={row.reference} title={row.title} of={told.ours} cut />
        </span>
      ),
    },
    { key: "applies", title: t("applicability.applies"), width: "72px", show: (row) => <Applies row={row} t={t} /> },
    {
      key: "why",
      title: t("applicability.why"),
      width: "minmax(120px, 1.4fr)",
      show: (row) => <Why row={row} told={told} />,
    },
    {
      key: "status",
      title: t("applicability.status"),
      width: "108px",
      only: controls,
      from: 480,
      show: (row) => <StatusText row={row} day={told.day} t={t} />,
    },
    {
      key: "reach",
      title: t("applicability.reach"),
      width: "92px",
      only: controls,
      from: 900,
      show: (row) => <Reach row={row} t={t} />,
    },
    {
      key: "owner",
      title: t("field.owner"),
      width: "108px",
      from: 1000,
      show: (row) => <span title={row.decision?.owner}>{row.decision?.owner || <span className="muted">–</span>}</span>,
    },
    {
      key: "shown",
      title: t("applicability.shownBy"),
      width: "128px",
      from: 700,
      show: (row) => {
        const text = shownBy(t, coverage.get(row.reference));
        return text ? <span title={text}>{text}</span> : <span className="muted">–</span>;
      },
    },
  ];
  return all.filter((column) => column.only !== false);
}
