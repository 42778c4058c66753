// The window around every screen: what is dropped on it, chosen from its menu or typed anywhere arrives here.
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useChoosing, useMayWrite } from "../here/choosing";
import { go, SCREENS, usePlace } from "../here/router";
import { useWorkspace } from "../here/state";
import { undoNewest } from "../here/undo";
import { ask, call, useAsk, useForgetWorkspace } from "../ipc";
import { useOtherWriters } from "../ipc/otherwriters";
import { useTextsRead } from "../ipc/textsread";
import { Problem } from "../kit";
import { tellCutWords } from "../kit/cutwords";
import { showRefusal } from "../kit/toast";
import { type Drop, platform } from "../platform";
import { ClockQuestion } from "./ClockQuestion";
import { FolderBanner } from "./FolderBanner";
import { useDailyNotice, useNewDay } from "./notice";
import { Page, readPalette, Sheets } from "./pages";
import { Rail } from "./Rail";
import { useWhoActs } from "./whoacts";

export function Shell() {
  const { t } = useTranslation();
  const shared = useWorkspace();
  const { info } = shared;
  const place = usePlace();
  const forgetWorkspace = useForgetWorkspace();
  const refused = useOtherWriters();
  useTextsRead();
  const today = useAsk("today", { ...shared.when });
  const [over, setOver] = useState(false);
  useWhoActs();
  useDailyNotice(info.id);
  useNewDay();
  useEffect(tellCutWords, []);

  const choose = useChoosing();
  const mayWrite = useMayWrite();

  const openOther = async () => {
    const [folder] = await platform().choose("folder", t("action.openWorkspace"));
    if (!folder) return;
    try {
      await ask("host_open", { folder });
      await forgetWorkspace();
    } catch (error) {
      showRefusal(error);
    }
  };
  const close = async () => {
    try {
      await call("host_close", {});
    } catch (error) {
      showRefusal(error);
    }
    await forgetWorkspace();
  };

  const undoHere = () => {
    if (mayWrite()) void undoNewest();
  };

  // The platform is subscribed to once; what is done then is done as the window stands: its language, its day.
  const dropped = useEffectEvent(async ({ paths, x, y }: Drop) => {
    setOver(false);
    if (!mayWrite()) return;
    const under = document
      .elementFromPoint(x / (platform().desktop ? window.devicePixelRatio : 1), y)
      ?.closest<HTMLElement>("[data-clause]");
    shared.setProposed(under?.dataset.clause);
    try {
      const sorted = (await call("drop_sort", { paths })).answer;
      if (sorted.folders.length > 0) shared.setImporting(paths);
      else if (sorted.files.length > 0) shared.setFiling(sorted.files);
    } catch (error) {
      showRefusal(error);
    }
  });
  const chosen = useEffectEvent((item: string) => {
    if (item === "file") void choose.files();
    if (item === "import") void choose.share();
    if (item === "open") void openOther();
    if (item === "close") void close();
    if (item === "undo") undoHere();
    if (item === "find") shared.setPalette(true);
    if (item === "keys") shared.setKeys(true);
  });
  useEffect(() => {
    const { onDrag, onDrop, onMenu } = platform();
    const stops = [onDrag(setOver), onDrop((drop) => void dropped(drop)), onMenu((item) => chosen(item))];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const control = event.ctrlKey || event.metaKey;
      const writing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      const screen = SCREENS[Number(event.key) - 1];
      if (event.key === "Control" || event.key === "Meta") void readPalette();
      if (control && event.key === "k") shared.setPalette(true);
      else if (control && screen && event.key >= "1" && event.key <= "8") go(screen);
      else if (control && event.key === "n") void choose.files();
      else if (control && event.key === "z" && !writing) undoHere();
      else if (event.key === "?" && !writing) shared.setKeys(true);
      else if (event.key === "F6") nextRegion(event.shiftKey ? -1 : 1);
      else if (event.key === "r" && !writing && place.screen === "today" && !control) firstTask();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  });

  const waiting = today.data ? today.data.overdue_count : 0;
  return (
    <div className="shell" data-testid="shell">
      <Rail waiting={waiting} />
      <main className="main">
        {refused && (
          <div style={{ position: "fixed", top: 56, left: "30%", right: "20%", zIndex: 300 }}>
            <Problem error={refused} />
          </div>
        )}
        <FolderBanner onClose={() => void close()} />
        <Page screen={place.screen} />
      </main>
      {over && (
        <div className="dropover">
          <div>{t("filing.dropHere")}</div>
        </div>
      )}
      <Sheets />
      <ClockQuestion />
    </div>
  );
}

/** F6: the next region of the window. */
function nextRegion(by: number): void {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")];
  const now = regions.findIndex((r) => r.contains(document.activeElement));
  const next = regions[(now + by + regions.length) % regions.length];
  const target = next?.querySelector<HTMLElement>('[aria-current="page"], [tabindex="0"], button, input');
  target?.focus();
}

/** R: the first review that is due. */
function firstTask(): void {
  document.querySelector<HTMLElement>('.task[data-kind="document_review"] .button')?.click();
}
