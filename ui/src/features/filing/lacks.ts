// What each file still lacks, by the rule of the core.
import { useEffect, useRef, useState } from "react";
import { call } from "../../ipc";
import type { Missing } from "../../ipc/generated/core";
import { type Entry, held, item } from "./entry";

export type Lacks = Map<string, Missing[]>;

/** Asks the core what these files lack; those that are still read, or cannot be, are not asked for. */
export async function askLacks(entries: Entry[]): Promise<Lacks> {
  const known = entries.filter((e) => e.probe);
  if (known.length === 0) return new Map();
  const request = { items: known.map(item), held: known.map((e) => held(e, entries)) };
  const { answer } = await call("file_check", request);
  return new Map(known.map((e, n) => [e.path, answer[n] ?? []]));
}

/** What each file lacks as it is entered now; the answer before stands until the next one is there. */
export function useLacks(entries: Entry[]): Lacks {
  const [lacks, setLacks] = useState<Lacks>(new Map());
  const asked = useRef(0);
  useEffect(() => {
    asked.current += 1;
    const mine = asked.current;
    // Where the core cannot answer nothing is ready; filing itself says why.
    void askLacks(entries)
      .catch((): Lacks => new Map())
      .then((answer) => {
        if (mine === asked.current) setLacks(answer);
      });
  }, [entries]);
  return lacks;
}
