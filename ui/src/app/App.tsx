// The first screen, or a workspace.
import { lazy, Suspense, useEffect, useState } from "react";
import { WorkspaceState } from "../here/state";
import { type Refusal, refusal, useAsk, useForgetWorkspace } from "../ipc";
import { Problem } from "../kit";
import { Toast } from "../kit/toast";
import { platform } from "../platform";
import { useKeptBackground } from "./background";
import { Shell } from "./Shell";
import { WaitingFor, WaitingInWorkspace } from "./WaitingFor";

const StartScreen = lazy(async () => ({ default: (await import("../features/start/StartScreen")).StartScreen }));

export function App() {
  const forgetWorkspace = useForgetWorkspace();
  const start = useAsk("host_start", {});
  const [first, setFirst] = useState<Refusal>();
  useKeptBackground();
  useEffect(() => {
    void platform()
      .firstProblem()
      .then((problem) => problem && setFirst(refusal(problem)));
  }, []);
  const opened = () => {
    void forgetWorkspace();
  };
  if (!start.data) return start.error ? <Problem error={start.error} /> : <WaitingFor />;
  return (
    <>
      {start.data.open ? (
        <Opened key={start.data.open} />
      ) : (
        <Suspense fallback={null}>
          <StartScreen start={start.data} problem={first} onOpened={opened} />
          <WaitingFor />
        </Suspense>
      )}
      <Toast />
    </>
  );
}

function Opened() {
  const info = useAsk("workspace_info", {});
  if (!info.data) {
    if (!info.error) return null;
    return (
      <div style={{ padding: 48, maxWidth: 720 }}>
        <Problem error={info.error} />
      </div>
    );
  }
  return (
    <WorkspaceState info={info.data}>
      <Shell />
      <WaitingInWorkspace />
    </WorkspaceState>
  );
}
