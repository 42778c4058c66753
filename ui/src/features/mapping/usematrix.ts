// The matrix with its keys: where it is, what is about to be decided, and how that is written in one step.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../../here/choosing";
import { useWhen } from "../../here/state";
import { showDone } from "../../here/undo";
import { number } from "../../i18n";
import { useAsk, useSubmit } from "../../ipc";
import type { GroupOpened } from "../../ipc/generated/core";
import { useKey } from "../../kit";
import { showToast } from "../../kit/toast";
import {
  along,
  type Cell,
  cellAt,
  type Draft,
  firstCell,
  identicalCells,
  nextUndecided,
  reasonNeeded,
  requestOf,
  type Says,
  spreads,
} from "./matrix";

/** So many documents and records stand side by side at first, and so many more each time. */
const STEP = 40;

const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] } as const;

/** `active` is false while the keys belong to something else on the screen. */
export function useMatrix(group: string, rows: string[], active: boolean, onActive: () => void) {
  const { t } = useTranslation();
  const when = useWhen();
  const [most, setMost] = useState(STEP);
  const ask = useAsk("group_open", { group, rows, items: [], most, ...when }, rows.length > 0);
  const mayWrite = useMayWrite();
  const { submit, busy, error } = useSubmit("proposals_decide");
  const [chosen, setChosen] = useState<Cell>();
  const [draft, setDraft] = useState<Draft>();
  /** What was decided last, which a row or a column may repeat: the choice has moved on by then. */
  const [last, setLast] = useState<Draft>();
  const data: GroupOpened | undefined = ask.data;
  const at = data && (cellAt(data, chosen) ? chosen : firstCell(data));
  const cell = data && cellAt(data, at);

  const choose = (next: Cell | undefined) => {
    onActive();
    if (!next) return;
    setChosen(next);
    setDraft(undefined);
    setLast(undefined);
  };
  const decide = (given: Draft) => {
    if (!data || busy || !mayWrite()) return;
    const cells = requestOf(data, given, given.reason.trim());
    void submit({ cells }, (changes) => {
      const opened = changes.reduce((n, change) => n + change.opens, 0);
      const done = t(cells.length === 1 ? "matrix.decidedOne" : "matrix.decidedMany", { n: number(cells.length) });
      showDone(opened > 0 ? `${done}. ${t("matrix.opened", { n: number(opened) })}` : done);
      setDraft(undefined);
      setLast(given);
      // After identical text the next of its kind comes, which needs no reason either.
      setChosen(reasonNeeded(data, given) ? nextUndecided(data, at) : undefined);
    });
  };
  const say = (says: Says) => {
    if (!data || !at || cell?.state !== "proposed" || !mayWrite()) return;
    const next: Draft = { cells: draft?.cells ?? [at], says, reason: draft?.reason ?? "" };
    // Identical text is accepted by a word; everything else is asked why.
    if (reasonNeeded(data, next)) setDraft(next);
    else decide(next);
  };
  const identical = data ? identicalCells(data) : [];
  /** Identical text, all of it in one step, once its effect was seen; what is only similar stays. */
  const acceptIdentical = () => {
    if (identical.length === 0 || !mayWrite()) return;
    onActive();
    setDraft({ cells: identical, says: "counts", reason: "" });
  };
  const spread = (by: "row" | "column") => {
    if (!data || !at || !cell || !mayWrite()) return;
    const said = spreads(data, at, draft, last);
    const cells = said ? along(data, said.at, by) : [];
    if (!said) showToast(t("matrix.firstSay"));
    else if (cells.length === 0) showToast(t("matrix.nothingLeft"));
    else setDraft({ cells, says: said.says, reason: said.reason });
  };
  const move = ([down, right]: readonly [number, number]) => {
    if (!data || !at) return;
    let next = { row: at.row + down, column: at.column + right };
    // A dash cannot be chosen: the way goes on behind it.
    while (cellAt(data, next)?.state === "not_proposed") next = { row: next.row + down, column: next.column + right };
    if (cellAt(data, next)) choose(next);
  };
  useKey("ArrowUp", () => active && move(ARROWS.ArrowUp));
  useKey("ArrowDown", () => active && move(ARROWS.ArrowDown));
  useKey("ArrowLeft", () => active && move(ARROWS.ArrowLeft));
  useKey("ArrowRight", () => active && move(ARROWS.ArrowRight));
  useKey("1", () => active && say("counts"));
  useKey("2", () => active && say("partly"));
  useKey("3", () => active && say("not"));
  useKey("r", () => active && spread("row"));
  useKey("c", () => active && spread("column"));
  useKey("a", () => active && acceptIdentical());
  return {
    ask,
    data,
    at,
    cell,
    draft,
    busy,
    error,
    identical: identical.length,
    choose,
    setDraft,
    say,
    spread,
    decide,
    more: () => setMost(most + STEP),
    acceptIdentical,
  };
}

export type MatrixState = ReturnType<typeof useMatrix>;
