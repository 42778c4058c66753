// Takes the picture of the last start away once the screen itself is there, and keeps a new one for the next.
import { useIsFetching, useQueryClient } from "@tanstack/react-query";
import i18next from "i18next";
import { useCallback, useEffect, useRef } from "react";
import { call } from "../ipc/core";
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
  const sent = useRef<unknown>(undefined);
  const take = useCallback(() => {
    const view = document.querySelector(".shell");
    const refused = queries
      .getQueryCache()
      .getAll()
      .some((query) => query.state.status === "error");
    if (!view || refused || sent.current === info) return;
    sent.current = info;
    // Without a picture the next start draws the screen itself.
    call("host_keep_picture", { language: i18next.language, info, html: pictureOf(view) }).catch(() => {});
  }, [queries, info]);
  useQuiet(fit, 500, take);
}
