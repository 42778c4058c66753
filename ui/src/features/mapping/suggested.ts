// What may show a point: documents and records mapped to the clause at which it stands.
import { useWhen } from "../../here/state";
import { useAsk } from "../../ipc";
import type { Item, PointShown } from "../../ipc/generated/core";

/** Of several points those of the clause that all of them share; nothing where they stand at different ones. */
export function useSuggested(points: PointShown[]): Item[] {
  const when = useWhen();
  const reference = points[0]?.at ?? "";
  const alike = points.length > 0 && points.every((p) => p.at === reference);
  const ask = useAsk("clause_open", { reference, ...when }, alike);
  return alike ? (ask.data?.evidence ?? []) : [];
}
