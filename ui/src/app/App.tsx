// The first screen, or a workspace.
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { forget, type Refusal, refusal, steps, useAsk } from "../ipc/core";
import { Problem } from "../kit";
import { Toast } from "../kit/toast";
import { platform } from "../platform";
import { useKeptBackground } from "./background";
import { Shell } from "./Shell";
import { SharedState } from "./state";
import { WaitingFor, WaitingHere } from "./WaitingFor";

const StartScreen = lazy(async () => ({ default: (await import("../features/start/StartScreen")).StartScreen }));

export function App() {
  const queries = useQueryClient();
  const start = useAsk("host_start", {});
  const [first, setFirst] = useState<Refusal>();
  useKeptBackground();
  useEffect(() => {
    void platform()
      .firstProblem()
      .then((problem) => problem && setFirst(refusal(problem)));
  }, []);
  const opened = () => {
    steps.length = 0;
    void forget(queries);
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
    <SharedState info={info.data}>
      <Shell />
      <WaitingHere />
    </SharedState>
  );
}
