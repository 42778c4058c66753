// Filing what was dropped: each file read and recognised, its clauses asked for and never ticked, all of it filed in
// one step. Files that are not ready stay.
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Replacements } from "../../here/Replacements";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { number } from "../../i18n";
import { call, type Refusal, refusal, useWork } from "../../ipc";
import type { ReplacementProposed } from "../../ipc/generated/core";
import { Dialog, Problem, useKey } from "../../kit";
import { type Entry, held, item, newEntry, state, suggested, twin } from "./entry";
import { FileRow } from "./FileRow";
import { FilingForm } from "./FilingForm";
import { askLacks, useLacks } from "./lacks";

export function FilingSheet({ paths }: { paths: string[] }) {
  const { t } = useTranslation();
  const { setFiling, proposed, setProposed } = useWorkspace();
  const [entries, setEntries] = useState<Entry[]>([]);
  const [at, setAt] = useState(0);
  const [error, setError] = useState<Refusal>();
  const [replacements, setReplacements] = useState<ReplacementProposed[]>([]);
  const started = useRef(new Set<string>());
  const filing = useWork("file_items");
  const change = useCallback(
    (path: string, part: Partial<Entry>) =>
      setEntries((old) => old.map((e) => (e.path === path ? { ...e, ...part } : e))),
    [],
  );

  useEffect(() => {
    const added = paths.filter((p) => !started.current.has(p));
    if (added.length === 0) return;
    for (const path of added) started.current.add(path);
    setEntries((old) => [...old, ...added.map(newEntry)]);
    // Two at a time: hashing and reading are work for the machine.
    const queue = [...added];
    const next = async (): Promise<void> => {
      const path = queue.shift();
      if (!path) return;
      try {
        const probe = (await call("file_probe", { path })).answer;
        change(path, suggested(probe));
      } catch (e) {
        change(path, { error: refusal(e) });
      }
      await next();
    };
    void next();
    void next();
  }, [paths, change]);

  useKey("a", () => document.querySelector<HTMLElement>("[data-testid=accept-identical]")?.click(), true);
  const now = entries[at];
  const lacks = useLacks(entries);
  const states = entries.map((e) => state(e, lacks.get(e.path)));
  const counted = (how: string) => states.filter((s) => s === how).length;
  const ready = counted("ready");
  const close = () => {
    setFiling(undefined);
    setProposed(undefined);
  };
  const file = async (some: Entry[]) => {
    setError(undefined);
    try {
      // What was typed a moment ago counts too: the core is asked, not what is shown.
      const lack = await askLacks(entries);
      const which = some.filter((e) => state(e, lack.get(e.path)) === "ready");
      if (which.length === 0) return;
      const answer = await filing.run({ items: which.map(item) });
      const done = new Set(which.map((e) => e.path));
      const left = entries.filter((e) => !done.has(e.path));
      const opened = answer.points_opened;
      showDone(
        t(opened > 0 ? "filing.doneOpened" : "filing.done", { n: number(answer.clauses), points: number(opened) }),
      );
      setReplacements((old) => [...old, ...answer.replacements]);
      // What has the content of one that was filed is filed already now.
      for (const e of left.filter((e) => twin(e, entries))) {
        change(e.path, { probe: (await call("file_probe", { path: e.path })).answer });
      }
      // What may be replaced now is shown before the sheet goes.
      if (answer.replacements.length > 0) return setEntries((old) => old.filter((e) => !done.has(e.path)));
      if (left.every((e) => held(e, entries))) return close();
      setEntries((old) => old.filter((e) => !done.has(e.path)));
      setAt(0);
    } catch (e) {
      setError(refusal(e));
    }
  };
  if (replacements.length > 0) {
    const rest = entries.some((e) => !held(e, entries));
    const on = () => (rest ? setReplacements([]) : close());
    return (
      <Dialog
        onClose={on}
        calm
        size={560}
        title={t("records.proposed")}
        sub={t("records.proposedLead")}
        onPrimary={on}
        foot={
          <button type="button" className="button primary end" onClick={on} data-testid="proposed-done">
            {t(rest ? "filing.goOn" : "action.finish")}
          </button>
        }
      >
        <Replacements of={replacements} />
      </Dialog>
    );
  }
  const [already, reading] = [counted("already"), counted("reading")];
  const undecided = entries.length - ready - reading - already;

  return (
    <Dialog
      onClose={close}
      calm
      size="min(1240px, calc(100vw - 64px))"
      title={t(entries.length === 1 ? "filing.titleOne" : "filing.title", { n: entries.length })}
      sub={t("filing.originals")}
      onPrimary={() => void file(entries)}
      foot={
        <>
          <span className="hint" role="status">
            {Object.entries({ ready, undecided, already, reading })
              .filter(([, n]) => n > 0)
              .map(([how, n]) => t(`filing.status.${how}`, { n }))
              .join(", ")}
          </span>
          <div className="row end">
            <button type="button" className="button" onClick={close}>
              {t("action.cancel")}
            </button>
            {entries.length > 1 && now && (
              <button
                type="button"
                className="button outline"
                disabled={states[at] !== "ready" || filing.running}
                onClick={() => void file([now])}
              >
                {t("filing.one")}
              </button>
            )}
            <button
              type="button"
              className="button primary"
              disabled={ready === 0 || filing.running}
              onClick={() => void file(entries)}
              data-testid="file-ready"
            >
              {t("filing.ready", { n: ready })} <span className="kbd">Ctrl ↵</span>
            </button>
          </div>
        </>
      }
    >
      <div
        style={{ display: "grid", gridTemplateColumns: "minmax(220px, 340px) minmax(0, 1fr)", gap: 24, minHeight: 460 }}
      >
        <div className="column" style={{ gap: 2, borderRight: "1px solid var(--line)", paddingRight: 12 }}>
          {entries.map((e, n) => (
            <FileRow
              key={e.path}
              entry={e}
              lacks={lacks.get(e.path)}
              twin={twin(e, entries)}
              current={n === at}
              onOpen={() => setAt(n)}
              onRemove={() => {
                setEntries((old) => old.filter((x) => x.path !== e.path));
                setAt(0);
              }}
            />
          ))}
          <p className="hint" style={{ padding: 8 }}>
            {t("filing.dropMore")}
          </p>
        </div>
        <div>
          {error && <Problem error={error} />}
          {now?.error && <Problem error={now.error} />}
          {now?.probe && (
            <FilingForm
              key={now.path}
              entry={now}
              entries={entries}
              probe={now.probe}
              twin={twin(now, entries)}
              proposed={proposed}
              onChange={(part) => change(now.path, part)}
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}
