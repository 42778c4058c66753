// What a look at one folder found, by what became of the files, the worst first; what is to be left comes last.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { openItem } from "../../here/router";
import { number } from "../../i18n";
import type { WatchAction, WatchFinding } from "../../ipc/generated/core";

/** Rows of a group that stand there at first. */
const FEW = 50;

/** What may be done about many at once: each of them says by itself of what it is a version. */
const FOR_ALL: WatchAction[] = ["file", "moved", "leave"];

type Act = (findings: WatchFinding[], action: WatchAction) => void;

export function Found({ findings, busy, onAct }: { findings: WatchFinding[]; busy: boolean; onAct: Act }) {
  const { t } = useTranslation();
  const groups = new Map<string, WatchFinding[]>();
  for (const found of findings) {
    const name = found.left ? "left" : found.what;
    groups.set(name, [...(groups.get(name) ?? []), found]);
  }
  return [...groups].map(([name, some]) => (
    <Group
      key={name}
      title={t(name === "left" ? "watch.left" : `watch.what.${name}`)}
      some={some}
      busy={busy}
      onAct={onAct}
    />
  ));
}

function Group({ title, some, busy, onAct }: { title: string; some: WatchFinding[]; busy: boolean; onAct: Act }) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  const shown = whole ? some : some.slice(0, FEW);
  const forAll = FOR_ALL.filter((action) => some.length > 1 && some.every((found) => found.can.includes(action)));
  return (
    <section aria-label={title}>
      <div className="watchhead">
        <span className="strong">{title}</span>
        <span className="muted">{number(some.length)}</span>
        <span className="row end" style={{ gap: 6 }}>
          {forAll.map((action) => (
            <button
              key={action}
              type="button"
              className="button outline small"
              disabled={busy}
              onClick={() => onAct(some, action)}
            >
              {t("watch.forAll", { n: number(some.length) })}: {t(`watch.action.${action}`)}
            </button>
          ))}
        </span>
      </div>
      {shown.map((found) => (
        <Row key={found.path} found={found} busy={busy} onAct={onAct} />
      ))}
      {shown.length < some.length && (
        <div className="questionmore">
          <button type="button" className="link" onClick={() => setWhole(true)}>
            {t("question.more", { n: number(some.length - shown.length) })}
          </button>
        </div>
      )}
    </section>
  );
}

function Row({ found, busy, onAct }: { found: WatchFinding; busy: boolean; onAct: Act }) {
  const { t } = useTranslation();
  const { code, version, approved, was, percent, added, removed, problem } = found;
  const said = [
    version && t("watch.isVersion", { version }),
    approved && t("watch.approved", { label: approved }),
    was && t("watch.was", { was }),
    percent !== null && percent < 100 && t("watch.same", { n: percent }),
    added !== null && removed !== null && t("watch.changes", { added: number(added), removed: number(removed) }),
    problem && t(`oddity.${problem}`, { defaultValue: problem.replaceAll("_", " ") }),
  ].filter(Boolean);
  return (
    <div className="watchrow" data-finding={found.path}>
      <span className="wrap">{found.path}</span>
      <span>
        {code && (
          <button
            type="button"
            className="link"
            title={found.title ?? undefined}
            onClick={() => openItem(found.record ? "record" : "document", code)}
          >
            {code}
          </button>
        )}
        {said.length > 0 && (
          <span className="muted wrap">
            {code ? " · " : ""}
            {said.join(" · ")}
          </span>
        )}
      </span>
      <span className="acts">
        {found.can.map((action) => (
          <button
            key={action}
            type="button"
            className="button outline small"
            disabled={busy}
            onClick={() => onAct([found], action)}
          >
            {t(`watch.action.${action}`, { code: code ?? "" })}
          </button>
        ))}
      </span>
    </div>
  );
}
