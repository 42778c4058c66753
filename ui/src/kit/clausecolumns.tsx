// Columns of a register: the clauses that each row satisfies, one column for each standard.
import type { Column } from "./register";
import { clausesOf, heldTwice, STANDARDS, tone } from "./standards";

export function clauseColumns<R extends { clauses: string[] }>(most: number): Column<R>[] {
  return STANDARDS.map((standard) => ({
    key: standard,
    title: <span className={`own medium ${tone(standard)}`}>{standard}</span>,
    // Years take room.
    width: heldTwice(standard)
      ? "minmax(88px, 168px)"
      : { "9001": "minmax(56px, 72px)", "20000-1": "minmax(56px, 84px)", "27001": "minmax(64px, 104px)" }[standard],
    className: tone(standard),
    show: (row) => {
      const { shown, more } = clausesOf(row.clauses, standard, most);
      return shown ? (
        <span className="clause">
          {shown}
          {more > 0 && (
            <span className="muted" style={{ fontWeight: 400 }}>
              {" "}
              +{more}
            </span>
          )}
        </span>
      ) : (
        <span className="muted">–</span>
      );
    },
  }));
}
