// The entries of the ledger, the last one first.
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { number } from "../../i18n";
import { call } from "../../ipc";
import type { LogEntry } from "../../ipc/generated/core";
import { useParts } from "../../ipc/parts";
import { about, eventName, told } from "../../kit/happened";
import { type Column, Register } from "../../kit/register";

export function LedgerRegister({
  selected,
  onSelect,
}: {
  selected: LogEntry | undefined;
  onSelect: (entry: LogEntry | undefined) => void;
}) {
  const { t } = useTranslation();
  const read = useCallback(async (offset: number, limit: number) => {
    const first = (await call("ledger_log", { limit: 1 })).answer;
    const before = first.size - offset;
    if (before <= 0) return { total: first.size, rows: [] };
    const { answer } = await call("ledger_log", { before, limit });
    return { total: answer.size, rows: answer.entries };
  }, []);
  const parts = useParts(["ledger_log"], read);
  const columns = useMemo<Column<LogEntry>[]>(
    () => [
      {
        key: "seq",
        title: t("ledger.entry"),
        width: "64px",
        className: "right num muted",
        // Counted as everywhere else: the terminal, a check and the names of records speak of the same number.
        show: (e) => number(e.seq),
      },
      {
        key: "at",
        title: t("ledger.when"),
        width: "124px",
        className: "num muted",
        show: (e) => `${e.day} ${e.time.slice(0, 5)}`,
      },
      { key: "who", title: t("ledger.who"), width: "minmax(80px, 150px)", show: (e) => e.actor },
      {
        key: "what",
        title: t("ledger.what"),
        width: "minmax(150px, 240px)",
        className: "medium",
        show: (e) => {
          const name = eventName(e.approved_by_author ? `${e.kind}.own` : e.kind);
          return <span title={name}>{name}</span>;
        },
      },
      {
        key: "about",
        title: t("ledger.about"),
        width: "minmax(120px, 1fr)",
        className: "muted",
        show: (e) => {
          const what = about(e) || told(e.kind, e.about);
          return <span title={what}>{what}</span>;
        },
      },
    ],
    [t],
  );
  return (
    <Register<LogEntry>
      label={t("ledger.title")}
      parts={parts}
      columns={columns}
      idOf={(e) => e.id}
      sort=""
      descending={false}
      onSort={() => {}}
      selected={selected ? [selected.id] : []}
      onSelect={(_, rows) => onSelect(rows.at(-1))}
      empty={
        <p className="muted" style={{ padding: 24 }}>
          {t("integrity.noEntry")}
        </p>
      }
    />
  );
}
