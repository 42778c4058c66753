// What something can be limited to.
import { useAsk } from "../ipc";
import { useWorkspace } from "./state";

/** Every scope but the organisation: that one is everything. */
export function useScopes(): { value: string; label: string }[] {
  const { asOf } = useWorkspace();
  const ask = useAsk("scope_list", { as_of: asOf ?? null });
  return (ask.data ?? []).filter((s) => s.kind !== "organisation").map((s) => ({ value: s.code, label: s.name }));
}
