// Takes the picture of the last start away once the screen itself is there, and keeps a new one for the next.
import { useIsFetching, useQueryClient } from "@tanstack/react-query";
import i18next from "i18next";
import { useCallback, useEffect, useRef } from "react";
import { call } from "../ipc/core";
import type { Info } from "../ipc/generated/core";
import { useSettled } from "../kit/settled";
import { drop, pictureOf } from "./picture";
import { useShared } from "./state";

/** Does something a while after the screen was drawn and nothing is asked any more. */
function useQuiet(wanted: boolean, after: number, act: () => void): void {
  const queries = useQueryClient();
  const quiet = useIsFetching() === 0;
  const settled = useSettled();
  useEffect(() => {
    if (!wanted || !quiet || !settled) return;
    // What was drawn just now may have asked more.
    const timer = setTimeout(() => queries.isFetching() === 0 && act(), after);
    return () => clearTimeout(timer);
  }, [wanted, quiet, settled, after, act, queries]);
}

/** Takes the picture away, whatever is on view by then. */
export function usePictureUntilDrawn(): void {
  useQuiet(true, 0, drop);
}

/** Keeps a picture; `fit` says whether the first screen is on view with nothing over it. */
export function useNextPicture(fit: boolean): void {
  const queries = useQueryClient();
  const { info } = useShared();
  const sent = useRef<{ info: Info; language: string }>(undefined);
  const take = useCallback(() => {
    const view = document.querySelector(".shell");
    const refused = queries
      .getQueryCache()
      .getAll()
      .some((query) => query.state.status === "error");
    const { language } = i18next;
    const same = sent.current?.info === info && sent.current.language === language;
    if (!view || refused || same) return;
    sent.current = { info, language };
    // Without a picture the next start draws the screen itself.
    call("host_keep_picture", { language, info, html: pictureOf(view) }).catch(() => {});
  }, [queries, info]);
  useQuiet(fit, 500, take);
}
