// What may show a point: documents and records mapped to the clause at which it stands.
import { useWhen } from "../../here/state";
import { useAsk } from "../../ipc";
import type { Item, PointShown } from "../../ipc/generated/core";

/** Of several points those of the clause that all of them share; nothing where they stand at different ones. */
export function useSuggested(points: PointShown[]): Item[] {
  const when = useWhen();
  const [first] = points;
  const reference = first?.stands[0] ?? "";
  const alike = first !== undefined && points.every((p) => p.at === first.at);
  const ask = useAsk("clause_open", { reference, ...when }, alike);
  return alike ? (ask.data?.evidence ?? []) : [];
}
