// Filing what was dropped: each file read and recognised, its clauses asked for and never ticked, all of it filed in
// one step. Files that are not ready stay.
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Replacements } from "../../here/Replacements";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { call, type Refusal, refusal, useWork } from "../../ipc";
import type { ReplacementProposed } from "../../ipc/generated/core";
import { Dialog, Problem, useKey } from "../../kit";
import { plusMonths } from "../../kit/dates";
import { type Entry, type FileAs, missing, newEntry } from "./entry";
import { FileRow } from "./FileRow";
import { FilingForm } from "./FilingForm";

export function FilingSheet({ paths }: { paths: string[] }) {
  const { t } = useTranslation();
  const { setFiling, info, proposed, setProposed } = useWorkspace();
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
        const as = (probe.suggests ?? undefined) as FileAs | undefined;
        change(path, {
          probe,
          as,
          code: probe.code,
          title: probe.title,
          revision: probe.revision || (as === "document" ? "1.0" : ""),
          owner: probe.owner,
          what: as === "record" ? probe.record_kind : probe.document_kind,
          next:
            as === "record"
              ? ""
              : probe.next_review?.precision === "day"
                ? probe.next_review.day
                : plusMonths(info.today, 12),
          collected: as === "record" ? (probe.collected ?? "") : "",
          scope: probe.scope,
          // What a revision satisfied before is carried over; everything else is a question.
          ticked: probe.clauses
            .filter((c) => c.source === "revision")
            .map((c) => ({ reference: c.reference, reason: "" })),
        });
      } catch (e) {
        change(path, { error: refusal(e) });
      }
      await next();
    };
    void next();
    void next();
  }, [paths, change, info.today]);

  useKey("a", () => document.querySelector<HTMLElement>("[data-testid=accept-identical]")?.click(), true);
  const now = entries[at];
  const ready = entries.filter((e) => !e.filed && !missing(e));
  const close = () => {
    setFiling(undefined);
    setProposed(undefined);
  };
  const file = async (which: Entry[]) => {
    if (which.length === 0) return;
    setError(undefined);
    try {
      const answer = await filing.run({
        items: which.map((e) => ({
          paths: [e.path],
          as: e.as ?? "record",
          code: e.code,
          title: e.title,
          what: e.what,
          revision: e.revision,
          owner: e.owner,
          summary: e.summary,
          next_review: e.as === "document" && e.next ? e.next : null,
          collected: e.as === "record" && e.collected ? e.collected : null,
          valid_until: e.as === "record" && e.validUntil ? e.validUntil : null,
          scope: e.scope,
          clauses: e.ticked.map((c) => ({ reference: c.reference, strength: "full", reason: c.reason })),
        })),
      });
      const done = new Set(which.map((e) => e.path));
      const left = entries.filter((e) => !done.has(e.path));
      showDone(t("filing.done", { n: answer.clauses }));
      setReplacements((old) => [...old, ...answer.replacements]);
      // What may be replaced now is shown before the sheet goes.
      if (answer.replacements.length > 0) return setEntries(left);
      if (left.filter((e) => !e.probe?.already).length === 0) return close();
      setEntries(left);
      setAt(0);
    } catch (e) {
      setError(refusal(e));
    }
  };
  if (replacements.length > 0) {
    const rest = entries.some((e) => !e.probe?.already);
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
  const reading = entries.filter((e) => !e.probe && !e.error).length;
  const already = entries.filter((e) => e.probe?.already).length;
  const undecided = entries.length - ready.length - reading - already;

  return (
    <Dialog
      onClose={close}
      calm
      size="min(1240px, calc(100vw - 64px))"
      title={t(entries.length === 1 ? "filing.titleOne" : "filing.title", { n: entries.length })}
      sub={t("filing.originals")}
      onPrimary={() => void file(ready)}
      foot={
        <>
          <span className="hint" role="status">
            {Object.entries({ ready: ready.length, undecided, already, reading })
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
                disabled={Boolean(missing(now)) || filing.running}
                onClick={() => void file([now])}
              >
                {t("filing.one")}
              </button>
            )}
            <button
              type="button"
              className="button primary"
              disabled={ready.length === 0 || filing.running}
              onClick={() => void file(ready)}
              data-testid="file-ready"
            >
              {t("filing.ready", { n: ready.length })} <span className="kbd">Ctrl ↵</span>
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
              probe={now.probe}
              proposed={proposed}
              onChange={(part) => change(now.path, part)}
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}
