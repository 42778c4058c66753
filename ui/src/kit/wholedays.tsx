// A sentence whose days stay whole: none is broken at its hyphens.
import type { ReactNode } from "react";

export const wholeDays = (text: string): ReactNode =>
  text.split(/(\d{4}-\d{2}-\d{2})/).map((part, n) =>
    n % 2 ? (
      <span key={n} style={{ whiteSpace: "nowrap" }}>
        {part}
      </span>
    ) : (
      part
    ),
  );
