// Over everything, while a question takes so long that it tells how far it is.
import { useEffect } from "react";
import { useWorkspace } from "../here/state";
import { useWaiting } from "../ipc";
import { Working } from "../kit";
import { platform } from "../platform";

export function WaitingFor({ onStop }: { onStop?: () => void }) {
  const waiting = useWaiting();
  if (!waiting) return null;
  const stop = () => {
    platform().cancel(waiting.job);
    onStop?.();
  };
  return (
    <div className="waitingfor">
      <Working progress={waiting.progress} onCancel={stop} />
    </div>
  );
}

/** The same in an open workspace. Who stops looking back is shown today; what was still asked of that day ends, too. */
export function WaitingInWorkspace() {
  const { asOf, setAsOf } = useWorkspace();
  const waiting = useWaiting();
  const back = waiting?.progress.step === "looking_back";
  const left = back && asOf === undefined ? waiting.job : undefined;
  useEffect(() => {
    if (left !== undefined) platform().cancel(left);
  }, [left]);
  if (left !== undefined) return null;
  return <WaitingFor onStop={back ? () => setAsOf(undefined) : undefined} />;
}
