// Lists that go on where their last page ended.
import { useInfiniteQuery } from "@tanstack/react-query";
import type { Request } from "./call";
import type { Commands } from "./generated/core";
import { ask } from "./questions";
import { refusal } from "./refusal";

/** The commands that answer page by page. */
type Paged = {
  [N in keyof Commands]: Commands[N]["answer"] extends { rows: unknown[]; next: string[] | null } ? N : never;
}[keyof Commands];

/** A list by pages, as many as were asked for. */
export function usePages<N extends Paged>(name: N, request: Request<N>) {
  const query = useInfiniteQuery({
    queryKey: [name, request, "pages"],
    queryFn: ({ pageParam }) => ask(name, { ...request, after: pageParam } as Request<N>),
    initialPageParam: null as string[] | null,
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  });
  return {
    data: query.data?.pages,
    error: query.error ? refusal(query.error) : undefined,
    stale: query.isPlaceholderData,
    since: query.dataUpdatedAt,
    /** Reads the next page, where there is one. */
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    reading: query.isFetchingNextPage,
  };
}
