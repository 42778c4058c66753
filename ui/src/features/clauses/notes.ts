// What is to be known of a clause and its counterparts, each remark once, with the counterparts that it is about.
import type { ClauseOpened, NoteSaid } from "../../ipc/generated/core";

export interface NoteAt {
  text: string;
  /** The same in English, as the core composes it. */
  raw: string;
  /** The counterparts that it holds for; none where it holds for all of a standard, or for the clause itself. */
  at: string[];
}

export function notesOf(data: ClauseOpened, shared: NoteSaid[], remark: (said: NoteSaid) => string): NoteAt[] {
  const found = new Map<string, NoteAt>();
  const add = (said: NoteSaid, at: string[]) => {
    const text = remark(said);
    const known = found.get(text);
    if (!known) found.set(text, { text, raw: said.text, at });
    else if (known.at.length > 0) known.at = at.length > 0 ? [...new Set([...known.at, ...at])] : [];
  };
  for (const answer of data.answers) {
    for (const said of answer.said ?? []) add(said, []);
    const several = answer.matches.length > 1;
    for (const match of answer.matches)
      for (const said of match.said) {
        const all = answer.matches.every((m) => m.said.some((other) => other.text === said.text));
        add(said, several && !all ? [`${answer.standard}:${answer.edition}/${match.clause}`] : []);
      }
  }
  for (const said of shared) add(said, []);
  return [...found.values()];
}
