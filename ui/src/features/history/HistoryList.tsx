// All that happened, by revision, the newest first.
import {
  Anchor,
  CalendarDays,
  Check,
  FileText,
  Flag,
  Hash,
  Link2,
  type LucideIcon,
  Megaphone,
  Package,
  PencilLine,
  PenLine,
  Undo2,
  Unlink2,
} from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { number } from "../../i18n";
import type {
  DocumentShown,
  Happened,
  ItemHistory,
  Revision,
  StatementProof,
  StatementShown,
} from "../../ipc/generated/core";
import { Segments } from "../../kit";
import { dueText } from "../../kit/dates";
import { changed, happened, why } from "../../kit/happened";
import { grouped, SORTS, type Sort, sortOf } from "./rows";
import { Pen } from "./StatementPart";

export function HistoryList({
  history,
  document,
  statements,
  selected,
  onSelect,
}: {
  history: ItemHistory;
  document: DocumentShown | undefined;
  statements: StatementShown[];
  selected: number | undefined;
  onSelect: (seq: number | undefined) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const [sort, setSort] = useState<Sort | "all">("all");
  const count = (of: Sort) => history.happened.filter((row) => sortOf(row) === of).length;
  const sorts = SORTS.filter((of) => count(of) > 0);
  const options = [
    { value: "all" as const, label: t("history.all", { n: number(history.happened.length) }) },
    ...sorts.map((of) => ({ value: of, label: t(`history.sort.${of}`, { n: number(count(of)) }) })),
  ];
  const groups = grouped(history, document, sort);
  const proofs = new Map(statements.map((s) => [s.seq, s.proof]));
  const rows = groups.flatMap((group) => group.rows);
  const move = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (!by || event.ctrlKey || event.metaKey || rows.length === 0) return;
    event.preventDefault();
    const now = rows.findIndex((row) => row.seq === selected);
    const next = rows[Math.min(rows.length - 1, Math.max(0, now + by))];
    onSelect(next?.seq);
    globalThis.document.getElementById(`${id}${next?.seq}`)?.scrollIntoView({ block: "nearest" });
  };
  return (
    <>
      <div className="toolbar">
        <Segments label={t("history.title")} value={sort} onChange={setSort} options={options} />
        <div className="row end hint" style={{ gap: 16 }}>
          <span className="row" style={{ gap: 4 }}>
            <PenLine size={14} aria-hidden /> {t("proof.signed")}
          </span>
          <span className="row" style={{ gap: 4 }}>
            <Hash size={14} aria-hidden /> {t("history.entrySign")}
          </span>
          <span className="row" style={{ gap: 4 }}>
            <Anchor size={14} aria-hidden /> {t("history.heldSign")}
          </span>
        </div>
      </div>
      <div
        className="scroll grow happened"
        role="listbox"
        tabIndex={0}
        aria-label={t("history.title")}
        aria-activedescendant={selected === undefined ? undefined : `${id}${selected}`}
        onKeyDown={move}
      >
        {groups.map((group) => (
          <div key={group.label ?? ""} role="group" aria-label={group.label}>
            {group.label !== undefined && <Head label={group.label} revision={group.revision} />}
            {group.rows.map((row) => (
              <Row
                key={row.seq}
                id={`${id}${row.seq}`}
                row={row}
                proof={proofs.get(row.seq)}
                chosen={row.seq === selected}
                onChoose={() => onSelect(row.seq)}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

/** A revision with the days of its life. */
function Head({ label, revision }: { label: string; revision: Revision | undefined }) {
  const { t } = useTranslation();
  const end = revision?.state === "withdrawn" ? "history.ended.withdrawn" : "history.ended.replaced";
  const days: [string, string | undefined][] = revision
    ? [
        ["history.filed", revision.filed],
        ["history.approved", revision.approved_on ? dueText(revision.approved_on) : undefined],
        [
          revision.effective_at_latest ? "history.inForceAtLatest" : "history.inForce",
          revision.effective_from ?? undefined,
        ],
        [end, revision.ended_on ?? undefined],
      ]
    : [];
  return (
    <div className="head">
      <b>
        {t("field.rev")} {label}
      </b>
      <span className="chip">{t(revision ? `state.${revision.state}` : "history.takenBack")}</span>
      {days.map(
        ([word, day]) =>
          day && (
            <span key={word} className="muted">
              {t(word)} <span className="num">{day}</span>
            </span>
          ),
      )}
      {revision?.files[0] && <span className="mono muted end">{revision.files[0].digest.slice(0, 8)}</span>}
    </div>
  );
}

const ICONS: Record<Sort, LucideIcon> = {
  approvals: Check,
  communications: Megaphone,
  reviews: CalendarDays,
  files: FileText,
  clauses: Link2,
  corrections: PencilLine,
  packs: Package,
};

function iconOf(row: Happened): LucideIcon {
  if (row.kind === "mapping.unlinked") return Unlink2;
  if (row.kind.includes("taken_back")) return Undo2;
  if (row.kind === "document.withdrawn" || row.kind === "document.reinstated") return Flag;
  return ICONS[sortOf(row)];
}

function Row({
  id,
  row,
  proof,
  chosen,
  onChoose,
}: {
  id: string;
  row: Happened;
  proof: StatementProof | undefined;
  chosen: boolean;
  onChoose: () => void;
}) {
  const { t } = useTranslation();
  const Icon = iconOf(row);
  const reason = why(row);
  const says = [happened(row), ...row.changes.map(changed)].join("; ");
  return (
    <div
      id={id}
      className="row"
      role="option"
      aria-selected={chosen}
      data-seq={row.seq}
      data-kind={row.kind}
      onClick={onChoose}
    >
      <span className="num">{row.recorded}</span>
      <Icon className="icon" aria-hidden />
      <span className="cut what" title={reason ? `${says}: “${reason}”` : says}>
        {says}
        {reason && <span className="muted">{t("history.quoted", { reason })}</span>}
        {row.late && row.holds && (
          <span className="chip" style={{ marginLeft: 8 }}>
            {t("history.late", { day: dueText(row.holds) })}
          </span>
        )}
      </span>
      <span className="cut muted who" title={row.actor}>
        {row.actor}
      </span>
      <span className="held pen">{proof && <Pen proof={proof} />}</span>
      <span className="num muted right">{number(row.seq)}</span>
      <span className="held">{row.held && <Anchor size={14} role="img" aria-label={t("history.heldSign")} />}</span>
    </div>
  );
}
