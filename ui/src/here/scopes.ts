// What something can be limited to.
import { useAsk } from "../ipc";
import { useWhen } from "./state";

/** Every scope but the organisation: that one is everything. */
export function useScopes(): { value: string; label: string }[] {
  const when = useWhen();
  const ask = useAsk("scope_list", { ...when });
  return (ask.data ?? []).filter((s) => s.kind !== "organisation").map((s) => ({ value: s.code, label: s.name }));
}
