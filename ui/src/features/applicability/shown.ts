/** Which rows of the grid are shown, and how many there would be under each filter. */
import { useMemo } from "react";
import type { ApplicabilityOf } from "../../ipc/generated/core";
import { parseReference } from "../../kit/standards";
import { countsOf, type Filter, fits, groupsOf, rowsOf, saysWords } from "./decisions";

export function useShown(
  of: ApplicabilityOf,
  controls: boolean,
  { filter, text, owner, ground }: { filter: Filter; text: string; owner: string; ground: string },
) {
  const all = useMemo(() => rowsOf(of.rows, controls), [of.rows, controls]);
  const owners = useMemo(
    () => [...new Set(all.flatMap((row) => row.decision?.owner || []))].sort((a, b) => a.localeCompare(b)),
    [all],
  );
  const near = useMemo(
    () =>
      all.filter(
        (row) =>
          (!text.trim() || saysWords(row, text.trim())) &&
          (!owner || row.decision?.owner === owner) &&
          (!ground || row.decision?.grounds?.some((one) => one === ground)),
      ),
    [all, text, owner, ground],
  );
  const counts = useMemo(() => countsOf(near), [near]);
  const rows = useMemo(() => near.filter((row) => fits(row, filter)), [near, filter]);
  const kinds = useMemo(() => groupsOf(rows), [rows]);
  const titles = useMemo(
    () => new Map(of.rows.map((row) => [parseReference(row.reference).clause, row.title])),
    [of.rows],
  );
  return { all, owners, counts, rows, kinds, titles };
}
