// A list of which one thing is chosen, by hand or by keys; where it is long, rows are drawn only where they are seen.
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";

/** A list of so many rows is drawn whole. */
const WHOLE = 60;
const ROW = 44;

export function LongList<R>({
  label,
  rows,
  idOf,
  selected,
  onSelect,
  show,
}: {
  label: string;
  rows: R[];
  idOf: (row: R) => string;
  selected: string | undefined;
  onSelect: (id: string) => void;
  show: (row: R) => ReactNode;
}) {
  const body = useRef<HTMLDivElement>(null);
  const own = useId();
  const long = rows.length > WHOLE;
  const list = useVirtualizer({
    count: long ? rows.length : 0,
    getScrollElement: () => body.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const at = rows.findIndex((row) => idOf(row) === selected);
  useEffect(() => {
    if (long && at >= 0) list.scrollToIndex(at, { align: "auto" });
  }, [long, at]);
  const move = (event: KeyboardEvent, to: number) => {
    event.preventDefault();
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (row) onSelect(idOf(row));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "j") move(event, at + 1);
    else if (event.key === "ArrowUp" || event.key === "k") move(event, at - 1);
    else if (event.key === "Home") move(event, 0);
    else if (event.key === "End") move(event, rows.length - 1);
  };
  const option = (row: R, n: number, style?: React.CSSProperties) => (
    <div
      key={idOf(row)}
      id={`${own}${n}`}
      role="option"
      aria-selected={n === at}
      aria-posinset={n + 1}
      aria-setsize={rows.length}
      className="row longrow"
      onClick={() => onSelect(idOf(row))}
      style={{ minHeight: ROW, ...style }}
    >
      {show(row)}
    </div>
  );
  return (
    <div
      ref={body}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={at >= 0 ? `${own}${at}` : undefined}
      className={`card longlist ${long ? "long" : ""}`}
      onKeyDown={onKeyDown}
    >
      {long ? (
        <div role="presentation" style={{ height: list.getTotalSize(), position: "relative" }}>
          {list.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return (
              row !== undefined &&
              option(row, item.index, { position: "absolute", top: item.start, left: 0, right: 0, height: ROW })
            );
          })}
        </div>
      ) : (
        rows.map((row, n) => option(row, n))
      )}
    </div>
  );
}
