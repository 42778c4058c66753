// Folders that stay where they are: what is new in them, changed, moved or gone, and which copies are not the approved file,
// each with what can be done about it. They are looked at when this is opened and again while it is.
import { FolderSearch } from "lucide-react";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../../here/choosing";
import { showDone } from "../../here/undo";
import { number } from "../../i18n";
import { call, refusal, useAsk, useChange, useWork } from "../../ipc";
import type { WatchAction, WatchedFolder, WatchFinding, WatchLooked } from "../../ipc/generated/core";
import { Empty, Loaded, Working } from "../../kit";
import { showRefusal, showToast } from "../../kit/toast";
import { platform } from "../../platform";
import { Found } from "./Found";
import "./watching.css";

/** How long until they are looked at again, in ms. */
const AGAIN = 300_000;

export function Watched({ bar }: { bar: ReactNode }) {
  const { t } = useTranslation();
  const list = useAsk("watch_list", {});
  const work = useWork("watch_run");
  const [found, setFound] = useState<WatchLooked[]>([]);
  const folders = list.data?.folders ?? [];
  const look = useCallback(async () => {
    try {
      setFound((await work.run({ name: null })).folders);
    } catch (e) {
      if (refusal(e).code !== "cancelled") showRefusal(e);
    }
  }, [work.run]);
  const names = folders.map((folder) => folder.name).join("\n");
  useEffect(() => {
    if (!names) return;
    void look();
    const timer = window.setInterval(() => void look(), AGAIN);
    return () => window.clearInterval(timer);
  }, [look, names]);
  const add = async () => {
    const [folder] = await platform().choose("folder", t("watch.choose"));
    if (!folder) return;
    await call("watch_add", { folder, name: null }).then(() => list.again(), showRefusal);
  };
  const remove = (name: string) => call("watch_remove", { name }).then(() => list.again(), showRefusal);
  return (
    <div className="surface" data-region data-testid="watched">
      <div className="toolbar">
        {bar}
        <span className="row end" style={{ gap: 8 }}>
          {folders.length > 0 && (
            <button type="button" className="button outline" disabled={work.running} onClick={() => void look()}>
              {t("watch.look")}
            </button>
          )}
          <button type="button" className="button outline" data-testid="watch-add" onClick={() => void add()}>
            <FolderSearch className="icon" aria-hidden /> {t("watch.add")}
          </button>
        </span>
      </div>
      <Loaded ask={list}>
        {(shown) =>
          shown.folders.length === 0 ? (
            <Empty title={t("watch.none")}>
              <p>{t("watch.noneWhy")}</p>
            </Empty>
          ) : (
            <div className="scroll grow">
              <p className="hint" style={{ padding: "0 24px 4px" }}>
                {t("watch.readOnly")}
              </p>
              {work.running && (
                <div style={{ padding: "10px 24px" }}>
                  <Working progress={work.progress} onCancel={work.cancel} />
                </div>
              )}
              {shown.folders.map((folder) => (
                <Folder
                  key={folder.id}
                  folder={folder}
                  found={found.find((one) => one.name === folder.name)}
                  onRemove={() => void remove(folder.name)}
                  onDone={look}
                />
              ))}
            </div>
          )
        }
      </Loaded>
    </div>
  );
}

function Folder({
  folder,
  found,
  onRemove,
  onDone,
}: {
  folder: WatchedFolder;
  found: WatchLooked | undefined;
  onRemove: () => void;
  onDone: () => Promise<void>;
}) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const change = useChange("watch_do");
  const act = async (findings: WatchFinding[], action: WatchAction) => {
    const writes = action === "file" || action === "revise";
    if (change.busy || (writes && !mayWrite())) return;
    const acts = findings.map(({ path, code, digest }) => ({ path, action, code, digest }));
    try {
      const { imported, revised, noted } = await change.run({ name: folder.name, acts });
      if (imported) showDone(t("watch.done.file", { n: number(imported.added.files) }));
      else if (revised.length > 0) showDone(t("watch.done.revise", { n: number(revised.length) }));
      else showToast(t("watch.done.noted", { n: number(noted) }));
      await onDone();
    } catch (error) {
      showRefusal(error);
    }
  };
  return (
    <section aria-label={folder.name}>
      <div className="row watchfolder">
        <h2 className="strong">{folder.name}</h2>
        <span className="muted cut grow" title={folder.folder}>
          {folder.folder}
        </span>
        {found && !found.away && (
          <span className="muted num">
            {t("watch.counts", { files: number(found.files), same: number(found.as_filed) })}
          </span>
        )}
        <button type="button" className="button small" onClick={onRemove}>
          {t("watch.remove")}
        </button>
      </div>
      {found?.away && <p className="amber watchfolder">{t("watch.away")}</p>}
      {found && !found.away && found.findings.length === 0 && <p className="muted watchfolder">{t("watch.allWell")}</p>}
      {found && <Found findings={found.findings} busy={change.busy} onAct={(some, action) => void act(some, action)} />}
    </section>
  );
}
