// A long list: any part of it at once, kept in pages; rows are drawn only where they are seen.
import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Refusal, refusal } from "../ipc/core";
import { Problem } from "./problem";

const PAGE = 100;
/** So long (ms) a page that was left is kept: scrolled through, 100,000 rows would fill the memory. */
const KEPT = 20_000;

export interface Column<R> {
  key: string;
  title: ReactNode;
  width: string;
  sort?: string;
  className?: string;
  show: (row: R) => ReactNode;
}

export interface Part<R> {
  total: number;
  rows: R[];
  kinds?: [string, number][];
}

interface Props<R> {
  label: string;
  queryKey: unknown[];
  read: (offset: number, limit: number) => Promise<Part<R>>;
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
  groupName?: (kind: string) => string;
  empty: ReactNode;
  onTotal?: (total: number) => void;
}

type Line = { group: string; count: number } | { index: number };

export function Register<R>(props: Props<R>) {
  const { t } = useTranslation();
  const body = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState(0);
  const [closed, setClosed] = useState<Set<string>>(new Set());
  const [span, setSpan] = useState<[number, number]>([0, 60]);
  const firstPage = Math.floor(span[0] / PAGE);
  const lastPage = Math.floor(span[1] / PAGE);
  // The page before and the page behind come along, so that scrolling on meets rows that are there.
  const [from, to] = [Math.max(0, firstPage - 1), lastPage + 1];
  const known = useQueryClient().getQueryData<Part<R>>([...props.queryKey, 0])?.total ?? 0;
  const wanted = [...new Set([0, ...Array.from({ length: to - from + 1 }, (_, n) => from + n)])].filter(
    (page) => page === 0 || page * PAGE < known,
  );
  const pages = useQueries({
    queries: wanted.map((page) => ({
      queryKey: [...props.queryKey, page],
      queryFn: () => props.read(page * PAGE, PAGE),
      gcTime: KEPT,
      placeholderData: (before: Part<R> | undefined) => (page === 0 ? before : undefined),
    })),
  });
  // When another order or filter cannot be read, the list stays as it was, with a line above it.
  const kept = useRef<Part<R> | undefined>(undefined);
  const first = pages[0]?.data ?? (pages[0]?.isError ? kept.current : undefined);
  useEffect(() => {
    if (first) kept.current = first;
  }, [first]);
  const error: Refusal | undefined = pages
    .map((p) => p.error)
    .filter(Boolean)
    .map(refusal)[0];
  const total = first?.total ?? 0;
  const rowAt = (index: number): R | undefined => {
    const page = wanted.indexOf(Math.floor(index / PAGE));
    const part = page === 0 ? first : pages[page]?.data;
    return page < 0 ? undefined : part?.rows[index % PAGE];
  };
  useEffect(() => {
    if (first) props.onTotal?.(first.total);
  }, [first, props.onTotal]);

  // With groups, headers stand among the rows; their counts come with the first page.
  const kinds = props.grouped ? (first?.kinds ?? []) : [];
  let before = 0;
  const groups = kinds.map(([kind, count]) => {
    const start = before;
    before += count;
    return { kind, count, start };
  });
  const lines: { count: number; at: (n: number) => Line } = (() => {
    if (!props.grouped) return { count: total, at: (n) => ({ index: n }) };
    const starts: { line: number; kind: string; count: number; start: number; open: boolean }[] = [];
    let line = 0;
    for (const g of groups) {
      const open = !closed.has(g.kind);
      starts.push({ line, ...g, open });
      line += 1 + (open ? g.count : 0);
    }
    return {
      count: line,
      at: (n) => {
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
          const middle = Math.ceil((low + high) / 2);
          if ((starts[middle]?.line ?? 0) <= n) low = middle;
          else high = middle - 1;
        }
        const group = starts[low];
        if (!group || group.line === n) return { group: group?.kind ?? "", count: group?.count ?? 0 };
        return { index: group.start + (n - group.line - 1) };
      },
    };
  })();

  const list = useVirtualizer({
    count: lines.count,
    getScrollElement: () => body.current,
    estimateSize: () => 32,
    overscan: 24,
  });
  const items = list.getVirtualItems();
  const shown = items.map((item) => lines.at(item.index));
  const indexes = shown.flatMap((line) => ("index" in line ? [line.index] : []));
  const low = indexes[0] ?? 0;
  const high = indexes.at(-1) ?? 0;
  useEffect(() => {
    setSpan((old) =>
      Math.floor(old[0] / PAGE) === Math.floor(low / PAGE) && Math.floor(old[1] / PAGE) === Math.floor(high / PAGE)
        ? old
        : [low, high],
    );
  }, [low, high]);
  const key = JSON.stringify(props.queryKey);
  useEffect(() => {
    setFocus(0);
    list.scrollToOffset(0);
  }, [key]);

  const choose = useCallback(
    (line: number, event?: { ctrlKey?: boolean; metaKey?: boolean; shiftKey?: boolean }) => {
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
    },
    [props, lines, focus],
  );
  const rowsOf = (ids: string[]): R[] =>
    pages.flatMap((p) => p.data?.rows ?? []).filter((r) => ids.includes(props.idOf(r)));

  const onKeyDown = (event: KeyboardEvent) => {
    const move = (by: number) => {
      event.preventDefault();
      let next = Math.max(0, Math.min(lines.count - 1, focus + by));
      if (!("index" in lines.at(next)) && next + Math.sign(by) >= 0 && next + Math.sign(by) < lines.count)
        next += Math.sign(by);
      list.scrollToIndex(next, { align: "auto" });
      if (event.shiftKey) choose(next, { shiftKey: true });
      else choose(next);
      setFocus(next);
    };
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key === "a") {
        event.preventDefault();
        const all = pages.flatMap((p) => p.data?.rows ?? []);
        props.onSelect(all.map(props.idOf), all);
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
              style={place}
              onClick={(e: MouseEvent) => choose(item.index, e)}
              onDoubleClick={() => row && props.onOpen?.(row)}
            >
              {props.columns.map((c) => (
                <div key={c.key} role="gridcell" className={`cut ${c.className ?? ""}`}>
                  {row ? c.show(row) : <i />}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
