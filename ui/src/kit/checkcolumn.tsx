// From two rows on, each row shows whether it is among those chosen.
import type { Column } from "./register";

export function checkColumn<R>(
  selected: string[],
  idOf: (row: R) => string,
  label: (name: string) => string,
  head: string,
): Column<R>[] {
  if (selected.length < 2) return [];
  return [
    {
      key: "check",
      // The column needs a name, though none is seen.
      title: <span className="hidden">{head}</span>,
      width: "16px",
      show: (row) => (
        <input
          type="checkbox"
          className="check"
          tabIndex={-1}
          readOnly
          checked={selected.includes(idOf(row))}
          aria-label={label(idOf(row))}
        />
      ),
    },
  ];
}
