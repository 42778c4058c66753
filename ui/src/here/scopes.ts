// What something can be limited to.
import { useAsk } from "../ipc";
import { useWhen } from "./state";

/** Every scope but the organisation: that one is everything. */
export function useScopes(): { value: string; label: string }[] {
  const when = useWhen();
  const ask = useAsk("scope_list", { ...when });
  return (ask.data ?? []).filter((s) => s.kind !== "organisation").map((s) => ({ value: s.code, label: s.name }));
}

/** Names of scopes by their codes, as they are read aloud: none where the organisation as a whole is meant. */
export function useScopeNames(): (codes: string[]) => string[] {
  const when = useWhen();
  const ask = useAsk("scope_list", { ...when });
  const there = ask.data ?? [];
  return (codes) => {
    const found = codes.map((code) => there.find((s) => s.code === code));
    if (found.some((s) => s?.kind === "organisation")) return [];
    return codes.map((code, n) => found[n]?.name ?? code);
  };
}
