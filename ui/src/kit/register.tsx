// A long list as a table: rows are drawn only where they are seen, and chosen by hand or by keys.
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../ipc/refusal";
import { Problem } from "./problem";
import { groupedLines, plainLines } from "./registerlines";

export interface Column<R> {
  key: string;
  title: ReactNode;
  width: string;
  sort?: string;
  className?: string;
  show: (row: R) => ReactNode;
}

/** The rows of a register as far as they are read. */
interface Rows<R> {
  /** Another one when the list is another: by order, filter or day. */
  key: string;
  /** What is known of the whole list, once something is. */
  first: { total: number; kinds?: [string, number][] } | undefined;
  rowAt: (index: number) => R | undefined;
  /** Every row that is read. */
  rows: R[];
  error: Refusal | undefined;
  /** Told which rows are in view, so that they are read. */
  look: (from: number, to: number) => void;
}

interface Props<R> {
  label: string;
  parts: Rows<R>;
  columns: Column<R>[];
  idOf: (row: R) => string;
  sort: string;
  descending: boolean;
  onSort: (sort: string) => void;
  selected: string[];
  onSelect: (ids: string[], rows: R[]) => void;
  onOpen?: (row: R) => void;
  onKey?: (key: string, row: R) => boolean;
  grouped?: boolean;
  groupName?: (kind: string) => ReactNode;
  /** Keys that move leave what is selected as it is: rows are selected one by one. */
  keepSelection?: boolean;
  /** The row that is brought into view at first, and whenever `started` is another. */
  start?: number;
  started?: unknown;
  empty: ReactNode;
  /** What stands below each row where its columns have no room, in so many lines. */
  below?: { lines: number; show: (row: R) => ReactNode };
}

/** Heights of a row, and of a line below it, in pixels. */
const ROW = 32;
const LINE = 18;

export function Register<R>(props: Props<R>) {
  const { t } = useTranslation();
  const { first, rowAt, error, key, look } = props.parts;
  const body = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState(0);
  const [closed, setClosed] = useState<Set<string>>(new Set());
  const total = first?.total ?? 0;
  const lines = props.grouped ? groupedLines(first?.kinds ?? [], closed) : plainLines(total);
  const tall = ROW + (props.below?.lines ?? 0) * LINE;
  const list = useVirtualizer({
    count: lines.count,
    getScrollElement: () => body.current,
    estimateSize: (index) => ("group" in lines.at(index) ? ROW : tall),
    overscan: 24,
  });
  useEffect(() => list.measure(), [tall]);
  const items = list.getVirtualItems();
  const shown = items.map((item) => lines.at(item.index));
  const indexes = shown.flatMap((line) => ("index" in line ? [line.index] : []));
  const low = indexes[0] ?? 0;
  const high = indexes.at(-1) ?? 0;
  useEffect(() => look(low, high), [look, low, high]);
  useEffect(() => {
    setFocus(0);
    list.scrollToOffset(0);
  }, [key]);
  const { start } = props;
  const there = first !== undefined;
  useEffect(() => {
    if (start === undefined || start < 0 || !there) return;
    const line = Array.from({ length: lines.count }, (_, n) => n).find((n) => {
      const at = lines.at(n);
      return "index" in at && at.index === start;
    });
    if (line === undefined) return;
    setFocus(line);
    list.scrollToIndex(line, { align: "center" });
  }, [there, start, props.started]);

  const choose = (line: number, event?: { ctrlKey?: boolean; metaKey?: boolean; shiftKey?: boolean }) => {
    const at = lines.at(line);
    if (!("index" in at)) return;
    const row = rowAt(at.index);
    if (!row) return;
    const id = props.idOf(row);
    if (event?.ctrlKey || event?.metaKey) {
      const next = props.selected.includes(id) ? props.selected.filter((s) => s !== id) : [...props.selected, id];
      props.onSelect(next, rowsOf(next));
    } else if (event?.shiftKey) {
      const [a, b] = [Math.min(focus, line), Math.max(focus, line)];
      const next = new Set(props.selected);
      for (let n = a; n <= b; n += 1) {
        const between = lines.at(n);
        const r = "index" in between ? rowAt(between.index) : undefined;
        if (r) next.add(props.idOf(r));
      }
      props.onSelect([...next], rowsOf([...next]));
    } else {
      props.onSelect([id], [row]);
    }
    setFocus(line);
  };
  const rowsOf = (ids: string[]): R[] => props.parts.rows.filter((r) => ids.includes(props.idOf(r)));

  const onKeyDown = (event: KeyboardEvent) => {
    const move = (by: number) => {
      event.preventDefault();
      let next = Math.max(0, Math.min(lines.count - 1, focus + by));
      if (!("index" in lines.at(next)) && next + Math.sign(by) >= 0 && next + Math.sign(by) < lines.count)
        next += Math.sign(by);
      list.scrollToIndex(next, { align: "auto" });
      if (event.shiftKey) choose(next, { shiftKey: true });
      else if (!props.keepSelection) choose(next);
      setFocus(next);
    };
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key === "a") {
        event.preventDefault();
        props.onSelect(props.parts.rows.map(props.idOf), props.parts.rows);
      }
      return;
    }
    const at = lines.at(focus);
    const row = "index" in at ? rowAt(at.index) : undefined;
    if (event.key === "ArrowDown" || event.key === "j") move(1);
    else if (event.key === "ArrowUp" || event.key === "k") move(-1);
    else if (event.key === "PageDown") move(20);
    else if (event.key === "PageUp") move(-20);
    else if (event.key === "Home") move(-lines.count);
    else if (event.key === "End") move(lines.count);
    else if (event.key === "x" && row) choose(focus, { ctrlKey: true });
    else if (event.key === "Enter" && "group" in at) toggle(at.group);
    else if (event.key === "Enter" && row) props.onOpen?.(row);
    else if (row && props.onKey?.(event.key, row)) event.preventDefault();
  };
  const toggle = (kind: string) =>
    setClosed((old) => {
      const next = new Set(old);
      if (!next.delete(kind)) next.add(kind);
      return next;
    });

  // The head leaves room for the body's scroll bar, whatever its width on this machine.
  const bar = body.current ? body.current.offsetWidth - body.current.clientWidth : 0;
  const grid = { gridTemplateColumns: props.columns.map((c) => c.width).join(" ") };
  if (!first && error)
    return (
      <div style={{ padding: 24 }}>
        <Problem error={error} />
      </div>
    );
  if (first && total === 0 && !error) return <>{props.empty}</>;
  return (
    <div
      className="register"
      role="grid"
      aria-label={props.label}
      aria-rowcount={lines.count + 1}
      aria-multiselectable="true"
    >
      {error && <Problem error={error} line />}
      <div role="rowgroup">
        <div className="head" role="row" aria-rowindex={1} style={{ ...grid, paddingRight: 24 + bar }}>
          {props.columns.map((c) => (
            <div
              key={c.key}
              role="columnheader"
              className={`cut ${c.className ?? ""}`}
              aria-sort={c.sort === props.sort ? (props.descending ? "descending" : "ascending") : undefined}
            >
              {c.sort ? (
                <button type="button" onClick={() => props.onSort(c.sort ?? "")}>
                  {c.title}
                  {c.sort === props.sort &&
                    (props.descending ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
                </button>
              ) : (
                c.title
              )}
            </div>
          ))}
        </div>
      </div>
      <div
        className="body"
        ref={body}
        tabIndex={0}
        onKeyDown={onKeyDown}
        role="rowgroup"
        aria-label={t("register.rows")}
      >
        <div role="presentation" style={{ height: list.getTotalSize() }} />
        {items.map((item, n) => {
          const line = shown[n] ?? { index: 0 };
          const place = { ...grid, transform: `translateY(${item.start}px)`, top: 0 };
          if ("group" in line) {
            return (
              <div
                key={`group ${line.group}`}
                role="row"
                aria-rowindex={item.index + 2}
                className="group"
                style={{ ...place, display: "flex", gap: 8 }}
                data-focus={item.index === focus}
              >
                <div role="gridcell">
                  <button
                    type="button"
                    tabIndex={-1}
                    aria-expanded={!closed.has(line.group)}
                    onClick={() => toggle(line.group)}
                  >
                    {closed.has(line.group) ? (
                      <ChevronRight size={14} aria-hidden />
                    ) : (
                      <ChevronDown size={14} aria-hidden />
                    )}
                    {props.groupName?.(line.group) ?? line.group} <span className="muted">{line.count}</span>
                  </button>
                </div>
              </div>
            );
          }
          const row = rowAt(line.index);
          const id = row ? props.idOf(row) : `waiting ${line.index}`;
          return (
            <div
              key={id}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={props.selected.includes(id)}
              data-focus={item.index === focus}
              data-id={id}
              className={row ? undefined : "waiting"}
              style={{ ...place, height: tall, gridTemplateRows: props.below && `${ROW - 2}px 1fr` }}
              onClick={(e: MouseEvent) => choose(item.index, e)}
              onDoubleClick={() => row && props.onOpen?.(row)}
            >
              {props.columns.map((c) => (
                <div key={c.key} role="gridcell" className={`cut ${c.className ?? ""}`}>
                  {row ? c.show(row) : <i />}
                </div>
              ))}
              {row && props.below && (
                <div role="gridcell" className="below" data-testid="below">
                  {props.below.show(row)}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
