// What every screen knows: the workspace, the day it looks at, and the sheets that lie over all screens.
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Info } from "../ipc/generated/core";
import { nameBeside } from "../kit/standards";
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

/** The two times of every question, as the core asks for them. */
export interface When {
  /** As recorded by the end of this day: what was written later is not known. */
  as_of: string | null;
  /** In force on this day, which may lie ahead. */
  in_force: string | null;
}

/** Today, by all that is known. */
export const NOW: When = { as_of: null, in_force: null };

interface Workspace {
  info: Info;
  /** For which day the screens ask, and by what was known when. */
  when: When;
  /** Looks at another day, or at another state of knowledge. */
  look: (when: When) => void;
  /** A past day by which it must have been recorded, or nothing. */
  asOf: string | undefined;
  /** Looks at a past day as it was known then; without a day at today. */
  setAsOf: (day: string | undefined) => void;
  /** The day everything is judged by. */
  day: string;
  /** Whether a past day is shown, or another one than today. */
  past: boolean;
  /** Whether nothing can be changed: of a past day, and where nothing can be written. */
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
  /** Clauses to which they may be mapped, where that is known before. */
  mappingTo: string[];
  setMapping: (codes: string[] | undefined, to?: string[]) => void;
}

const Context = createContext<Workspace | undefined>(undefined);

export function WorkspaceState({ info, children }: { info: Info; children: ReactNode }) {
  // Below this every clause is named as this organisation has to tell it from others.
  nameBeside(info.systems.map((system) => system.edition));
  const [when, setWhen] = useState<When>(NOW);
  const [filing, setFiling] = useState<string[]>();
  const [proposed, setProposed] = useState<string>();
  const [importing, setImporting] = useState<string[]>();
  const [review, setReview] = useState<ReviewRequest>();
  const [who, setWho] = useState<WhoRequest>();
  const [palette, setPalette] = useState(false);
  const [keys, setKeys] = useState(false);
  const [mapped, setMapped] = useState<{ codes: string[]; to: string[] }>();
  const value = useMemo<Workspace>(() => {
    const look = ({ as_of, in_force }: When) => {
      // Undo beside a notice belongs to the day on which it was said.
      clearToast();
      const recorded = as_of && as_of < info.today ? as_of : null;
      // In force on the day that is looked back at is what is asked without saying so.
      setWhen({ as_of: recorded, in_force: in_force === (recorded ?? info.today) ? null : in_force });
    };
    return {
      info,
      when,
      look,
      asOf: when.as_of ?? undefined,
      setAsOf: (day) => look({ as_of: day ?? null, in_force: null }),
      day: when.in_force ?? when.as_of ?? info.today,
      past: when.as_of !== null || when.in_force !== null,
      readOnly: info.read_only || when.as_of !== null || when.in_force !== null,
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
      mapping: mapped?.codes,
      mappingTo: mapped?.to ?? [],
      setMapping: (codes, to = []) => setMapped(codes && { codes, to }),
    };
  }, [info, when, filing, proposed, importing, review, who, palette, keys, mapped]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useWorkspace(): Workspace {
  const value = useContext(Context);
  if (!value) throw new Error("outside of a workspace");
  return value;
}

/** The two times that every question takes: `{ ...when }` in its request. */
export const useWhen = (): When => useWorkspace().when;
