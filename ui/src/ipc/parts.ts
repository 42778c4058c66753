// Long lists: any part of them at once, read where it is looked at.
import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Refusal, refusal } from "./refusal";

/** Rows of one part. */
const SIZE = 100;
/** So long (ms) a part that was left is kept: scrolled through, 100,000 rows would fill the memory. */
const KEPT = 20_000;

export interface Part<R> {
  /** Rows of the whole list. */
  total: number;
  rows: R[];
  /** Where the list is in groups: their names and sizes, in its order. */
  kinds?: [string, number][];
}

/** A long list as far as it is read. */
export interface Parts<R> {
  /** Another one when the list is another: by order, filter or day. */
  key: string;
  /** The first part, once it is there; it knows the total and the groups. */
  first: Part<R> | undefined;
  /** A row by its place, where it is read. */
  rowAt: (index: number) => R | undefined;
  /** Every row that is read. */
  rows: R[];
  error: Refusal | undefined;
  /** Tells which rows are in view; they are read with those before and behind. */
  look: (from: number, to: number) => void;
}

const partOf = (index: number): number => Math.floor(index / SIZE);

export function useParts<R>(queryKey: unknown[], read: (offset: number, limit: number) => Promise<Part<R>>): Parts<R> {
  const [[low, high], setSpan] = useState<[number, number]>([0, 0]);
  const known = useQueryClient().getQueryData<Part<R>>([...queryKey, 0])?.total ?? 0;
  // The part before and the part behind come along, so that scrolling on meets rows that are there.
  const from = Math.max(0, low - 1);
  const near = Array.from({ length: high + 2 - from }, (_, n) => from + n);
  const numbers = [...new Set([0, ...near])].filter((part) => part === 0 || part * SIZE < known);
  const parts = useQueries({
    queries: numbers.map((part) => ({
      queryKey: [...queryKey, part],
      queryFn: () => read(part * SIZE, SIZE),
      gcTime: KEPT,
      placeholderData: (before: Part<R> | undefined) => (part === 0 ? before : undefined),
    })),
  });
  // When another order or filter cannot be read, the list stays as it was, beside what went wrong.
  const kept = useRef<Part<R> | undefined>(undefined);
  const first = parts[0]?.data ?? (parts[0]?.isError ? kept.current : undefined);
  useEffect(() => {
    if (first) kept.current = first;
  }, [first]);
  const look = useCallback((lowest: number, highest: number) => {
    const span: [number, number] = [partOf(lowest), partOf(highest)];
    setSpan((old) => (old[0] === span[0] && old[1] === span[1] ? old : span));
  }, []);
  const failed = parts.find((part) => part.error);
  return {
    key: JSON.stringify(queryKey),
    first,
    rowAt: (index) => {
      const place = numbers.indexOf(partOf(index));
      const part = place === 0 ? first : parts[place]?.data;
      return part?.rows[index % SIZE];
    },
    rows: parts.flatMap((part) => part.data?.rows ?? []),
    error: failed ? refusal(failed.error) : undefined,
    look,
  };
}
