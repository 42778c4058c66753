// What words mean in the scope of a system, said small where the words are used. Whoever knows them switches them off.
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../ipc";
import type { ScopeWord, ScopeWordName } from "../ipc/generated/core";
import { useWhen } from "./state";

const KEY = "scopewords";
const listeners = new Set<() => void>();

const wordsAreSaid = (): boolean => localStorage.getItem(KEY) !== "off";

/** Remembered on this machine. */
export function sayWords(on: boolean): void {
  if (on) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, "off");
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useWordsAreSaid = (): boolean => useSyncExternalStore(listen, wordsAreSaid);

/** So many names stand there; the rest is counted. */
const NAMES = 4;

/** What a word means here: its sense, and what it is filled with. */
function Meaning({ word }: { word: ScopeWord }) {
  const { t } = useTranslation();
  const more = word.names.length - NAMES;
  return (
    <>
      {word.names.length > 0 && (
        <>
          <span className="medium">{word.names.slice(0, NAMES).join(", ")}</span>
          {more > 0 && ` ${t("scopewords.more", { n: more })}`}
          {": "}
        </>
      )}
      {t(`scope.sense.${word.sense}`)}
    </>
  );
}

/** The words wanted, as the standard of a system reads them in its scope. What a standard does not define is left out. */
export function ScopeWords({ system, words }: { system: string; words: ScopeWordName[] }) {
  const { t } = useTranslation();
  const when = useWhen();
  const said = useWordsAreSaid();
  const ask = useAsk("scope_words", { system, ...when }, said && words.length > 0);
  const wanted = (ask.data ?? []).filter((one) => words.includes(one.word) && one.sense !== "no_own_meaning");
  if (!said || wanted.length === 0) return null;
  return (
    <details className="scopewords hint" data-testid="scope-words">
      <summary>{t("scopewords.here", { system })}</summary>
      <dl className="facts" style={{ gridTemplateColumns: "132px minmax(0, 1fr)", gap: "4px 12px", marginTop: 6 }}>
        {wanted.flatMap((one) => [
          <dt key={one.word} className="medium">
            {t(`scope.word.${one.word}`)}
          </dt>,
          <dd key={`${one.word} means`} className="wrap selectable">
            <Meaning word={one} />
          </dd>,
        ])}
      </dl>
    </details>
  );
}
