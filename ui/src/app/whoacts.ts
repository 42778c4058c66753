// Who works here is asked when a workspace is opened for the first time on this machine, and when something needs a person.
import { useEffect, useRef } from "react";
import { useWorkspace } from "../here/state";
import { onPersonNeeded, useAsk } from "../ipc";

export function useWhoActs(): void {
  const { who, setWho } = useWorkspace();
  const open = useAsk("host_start", {}).data?.who_is_open;
  const asked = useRef(false);
  useEffect(() => {
    if (!open || asked.current) return;
    asked.current = true;
    setWho({ first: true });
  }, [open, setWho]);
  const now = useRef(who);
  now.current = who;
  useEffect(
    () =>
      onPersonNeeded(async () => {
        // It is being asked already: what is refused then is shown there.
        if (now.current) return false;
        return new Promise<boolean>((done) => setWho({ done }));
      }),
    [setWho],
  );
}
