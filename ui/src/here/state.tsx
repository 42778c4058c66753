// What every screen knows: the workspace, the day it looks at, and the sheets that lie over all screens.
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Info } from "../ipc/generated/core";
import { clearToast } from "../kit/toast";

export interface ReviewRequest {
  code: string;
  /** Further codes to go through afterwards. */
  then?: string[];
}

/** Somebody is asked who they are. */
export interface WhoRequest {
  /** For the first time here, of oneself: whoever answers later is not asked again by itself. */
  first?: boolean;
  /** Told whether it was said. */
  done?: (said: boolean) => void;
}

interface Workspace {
  info: Info;
  /** A past day, or nothing for today. */
  asOf: string | undefined;
  setAsOf: (day: string | undefined) => void;
  /** The day everything is judged by. */
  day: string;
  readOnly: boolean;
  filing: string[] | undefined;
  setFiling: (paths: string[] | undefined) => void;
  proposed: string | undefined;
  setProposed: (reference: string | undefined) => void;
  importing: string[] | undefined;
  setImporting: (paths: string[] | undefined) => void;
  review: ReviewRequest | undefined;
  setReview: (wish: ReviewRequest | undefined) => void;
  who: WhoRequest | undefined;
  setWho: (wish: WhoRequest | undefined) => void;
  palette: boolean;
  setPalette: (open: boolean) => void;
  keys: boolean;
  setKeys: (open: boolean) => void;
  mapping: string[] | undefined;
  setMapping: (codes: string[] | undefined) => void;
}

const Context = createContext<Workspace | undefined>(undefined);

export function WorkspaceState({ info, children }: { info: Info; children: ReactNode }) {
  const [asOf, setAsOf] = useState<string>();
  const [filing, setFiling] = useState<string[]>();
  const [proposed, setProposed] = useState<string>();
  const [importing, setImporting] = useState<string[]>();
  const [review, setReview] = useState<ReviewRequest>();
  const [who, setWho] = useState<WhoRequest>();
  const [palette, setPalette] = useState(false);
  const [keys, setKeys] = useState(false);
  const [mapping, setMapping] = useState<string[]>();
  const value = useMemo<Workspace>(
    () => ({
      info,
      asOf,
      setAsOf: (day) => {
        // Undo beside a notice belongs to the day on which it was said.
        clearToast();
        setAsOf(day === info.today ? undefined : day);
      },
      day: asOf ?? info.today,
      readOnly: asOf !== undefined,
      filing,
      setFiling,
      proposed,
      setProposed,
      importing,
      setImporting,
      review,
      setReview,
      who,
      setWho,
      palette,
      setPalette,
      keys,
      setKeys,
      mapping,
      setMapping,
    }),
    [info, asOf, filing, proposed, importing, review, who, palette, keys, mapping],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useWorkspace(): Workspace {
  const value = useContext(Context);
  if (!value) throw new Error("outside of a workspace");
  return value;
}
