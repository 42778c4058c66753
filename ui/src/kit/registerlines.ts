// The lines of a register: its rows, and between them the heads of groups, which can be closed.

/** The head of a group with its size, or a row by its place in the list. */
export type Line = { group: string; count: number } | { index: number };

export interface Lines {
  count: number;
  at: (line: number) => Line;
}

export function plainLines(total: number): Lines {
  return { count: total, at: (line) => ({ index: line }) };
}

/** Rows in groups, given in the list's order with their sizes. Rows of a closed group are no lines. */
export function groupedLines(kinds: [string, number][], closed: Set<string>): Lines {
  const heads: { line: number; group: string; size: number; firstRow: number }[] = [];
  let count = 0;
  let row = 0;
  for (const [group, size] of kinds) {
    heads.push({ line: count, group, size, firstRow: row });
    count += 1 + (closed.has(group) ? 0 : size);
    row += size;
  }
  return {
    count,
    at: (line) => {
      let low = 0;
      let high = heads.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((heads[middle]?.line ?? 0) <= line) low = middle;
        else high = middle - 1;
      }
      const head = heads[low];
      if (!head || head.line === line) return { group: head?.group ?? "", count: head?.size ?? 0 };
      return { index: head.firstRow + (line - head.line - 1) };
    },
  };
}
