// What an answer shows, and what stands there while it is awaited.
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../ipc/refusal";
import { Problem } from "./problem";

/** What an answer shows: the data, with a line above when the last reading failed; never an empty list for a failure. */
export function Loaded<T>({
  ask,
  children,
}: {
  ask: { data: T | undefined; error?: Refusal; stale: boolean; since: number };
  children: (data: T) => ReactNode;
}) {
  const { t } = useTranslation();
  const late = useLate(!ask.data && !ask.error);
  if (ask.data === undefined) {
    if (ask.error)
      return (
        <div style={{ padding: 24 }}>
          <Problem error={ask.error} />
        </div>
      );
    return late ? <Skeleton /> : null;
  }
  return (
    <>
      {ask.error && (
        <Problem error={ask.error} line>
          <p>{t("error.load", { time: new Date(ask.since).toTimeString().slice(0, 5) })}</p>
        </Problem>
      )}
      {children(ask.data)}
    </>
  );
}

/** True once something has lasted 150 ms. */
function useLate(waiting: boolean, after = 150): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return setLate(false);
    const timer = window.setTimeout(() => setLate(true), after);
    return () => window.clearTimeout(timer);
  }, [waiting, after]);
  return late;
}

function Skeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div aria-busy="true" style={{ padding: "8px 24px" }}>
      {Array.from({ length: rows }, (_, n) => n).map((n) => (
        <div key={n} style={{ height: 32, display: "flex", alignItems: "center" }}>
          <i
            style={{
              display: "block",
              height: 8,
              width: `${40 + ((n * 37) % 45)}%`,
              background: "var(--line)",
              borderRadius: 4,
            }}
          />
        </div>
      ))}
    </div>
  );
}
