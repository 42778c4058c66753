// What waits for an answer, grouped by what hangs on it, the worst first.
import { ChevronDown, ChevronRight } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../../here/choosing";
import { useWorkspace } from "../../here/state";
import { showDone } from "../../here/undo";
import { number } from "../../i18n";
import { useAsk, useChange } from "../../ipc";
import type { QuestionGroup, QuestionShown, Questions } from "../../ipc/generated/core";
import { Empty, Loaded, useKey } from "../../kit";
import { showRefusal } from "../../kit/toast";
import { ForGood } from "./ForGood";
import { QuestionPane } from "./QuestionPane";
import { QuestionRow } from "./QuestionRow";
import { staysForGood } from "./words";

/** Rows of a group that stand there at first. */
const FEW = 4;

type Given = { reading: number; reason?: string } | { value: string; reason: string };

/** An answer that stays for good and is given for several at once: it waits until that was said. */
interface Asked {
  question: QuestionShown;
  given: Given;
  count: number;
}

export function ToSettle({ bar }: { bar: ReactNode }) {
  const { t } = useTranslation();
  const { when } = useWorkspace();
  const [each, setEach] = useState(false);
  const list = useAsk("question_list", { each, ...when });
  const done = list.data ? list.data.open + list.data.settled : 0;
  return (
    <Inside
      data={list.data}
      each={each}
      onEach={setEach}
      bar={
        <>
          {bar}
          {list.data && done > 0 && (
            <span className="row end muted" style={{ fontSize: 12 }}>
              <progress max={done} value={list.data.settled} aria-label={t("question.progressLabel")} />
              {t("question.progress", { n: number(list.data.settled), of: number(done) })}
            </span>
          )}
        </>
      }
    >
      {(shown) => <Loaded ask={list}>{shown}</Loaded>}
    </Inside>
  );
}

/** The rows that stand there: the first of each group that is open, all of those that were unfolded. */
function useRows(data: Questions | undefined) {
  const [closed, setClosed] = useState<string[]>([]);
  const [whole, setWhole] = useState<string[]>([]);
  const rowsOf = (group: QuestionGroup): QuestionShown[] => {
    if (closed.includes(group.follows)) return [];
    return whole.includes(group.follows) ? group.rows : group.rows.slice(0, FEW);
  };
  const rows = useMemo(() => (data?.groups ?? []).flatMap(rowsOf), [data, closed, whole]);
  const toggle = (name: string, list: string[]) =>
    list.includes(name) ? list.filter((n) => n !== name) : [...list, name];
  return {
    rows,
    rowsOf,
    isClosed: (name: string) => closed.includes(name),
    close: (name: string) => setClosed(toggle(name, closed)),
    unfold: (name: string) => setWhole([...whole, name]),
  };
}

function Inside({
  data,
  each,
  onEach,
  bar,
  children,
}: {
  data: Questions | undefined;
  /** Whether each stands by itself, though one may stand for others. */
  each: boolean;
  onEach: (each: boolean) => void;
  bar: ReactNode;
  children: (shown: (data: Questions) => ReactNode) => ReactNode;
}) {
  const { t } = useTranslation();
  const { readOnly } = useWorkspace();
  const mayWrite = useMayWrite();
  const settle = useChange("question_settle");
  const putOff = useChange("question_put_off");
  const { rows, rowsOf, isClosed, close, unfold } = useRows(data);
  const [at, setAt] = useState(0);
  const [alike, setAlike] = useState(false);
  const [writing, setWriting] = useState(false);
  /** The answer that waits for its reason. */
  const [reasonFor, setReasonFor] = useState<{ code: string; reading: number }>();
  const [asked, setAsked] = useState<Asked>();
  /** Where there is no room for it beside, whether the question lies over the list. */
  const [peek, setPeek] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const here = rows[Math.min(at, rows.length - 1)];
  const code = here?.code;
  useEffect(() => {
    // What stands for others is answered for all of them, unless somebody says otherwise.
    setAlike((here?.stands_for ?? 0) > 0);
    setWriting(false);
    body.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [code]);

  const answer = async (question: QuestionShown, given: Given, sure = false) => {
    if (!mayWrite() || settle.busy) return;
    // The field for it stands beside the question, which is the one in focus then.
    if ("reading" in given && given.reason === undefined && question.follows[given.reading - 1]?.needs_reason) {
      setAt(rows.indexOf(question));
      const waiting = { code: question.code, reading: given.reading };
      // In its own turn: the key that answered is not written into the field.
      window.setTimeout(() => setReasonFor(waiting));
      return;
    }
    setReasonFor(undefined);
    const all = question.code === code ? alike : question.stands_for > 0;
    const forGood = staysForGood(question, "reading" in given ? given.reading : undefined);
    if (forGood && all && question.alike > 0 && !sure) {
      setAsked({ question, given, count: question.alike + 1 });
      return;
    }
    try {
      const { settled, left } = await settle.run({
        question: question.code,
        reading: "reading" in given ? given.reading : null,
        value: "value" in given ? given.value : null,
        all_like: all,
        reason: given.reason ?? "",
      });
      const n = settled.length;
      const said =
        n === 1
          ? t("question.settledOne", { code: question.item?.code ?? question.code })
          : t("question.settled", { n: number(n) });
      const stays = forGood && t(n === 1 ? "question.staysOne" : "question.stays");
      showDone(
        [said, stays, left.length > 0 && t("question.left", { n: number(left.length) })].filter(Boolean).join(" "),
      );
    } catch (error) {
      showRefusal(error);
    }
  };
  const later = async () => {
    if (!here || !mayWrite()) return;
    try {
      await putOff.run({ question: here.code, aside: !here.aside });
    } catch (error) {
      showRefusal(error);
    }
  };
  const move = (by: number) => setAt(Math.max(0, Math.min(rows.length - 1, Math.min(at, rows.length - 1) + by)));
  useKey("j", () => move(1));
  useKey("k", () => move(-1));
  useKey("ArrowDown", () => move(1));
  useKey("ArrowUp", () => move(-1));
  const choose = (reading: number) => {
    if (here && reading <= here.readings.length) void answer(here, { reading });
  };
  useKey("1", () => choose(1));
  useKey("2", () => choose(2));
  useKey("3", () => choose(3));
  useKey("4", () => choose(4));
  useKey("s", () => here && here.alike > 0 && mayWrite() && setAlike(!alike));
  // In its own turn: the key that opens the field is not written into it.
  useKey("w", () => here?.writable && mayWrite() && window.setTimeout(() => setWriting(true)));
  useKey(" ", () => setPeek(!peek));
  useKey("l", () => void later());

  return (
    <>
      <div className="surface" data-region>
        <div className="toolbar">{bar}</div>
        {children((shown) =>
          shown.open === 0 ? (
            <Nothing data={shown} />
          ) : (
            <>
              <p className="hint" style={{ padding: "0 24px 10px" }}>
                {shown.left_by &&
                  t(shown.left_by.name ? "question.leftBy" : "question.leftByShare", { ...shown.left_by })}{" "}
                {t("question.rule")}{" "}
                {(each || shown.asks < shown.open) && (
                  <button type="button" className="link" onClick={() => onEach(!each)}>
                    {each
                      ? t("question.alikeOnce")
                      : t("question.eachByItself", { n: number(shown.open), asks: number(shown.asks) })}
                  </button>
                )}
              </p>
              <div className="scroll grow" ref={body} data-testid="to-settle">
                {shown.groups.map((group) => (
                  <section key={group.follows} aria-label={t(`question.group.${group.follows}`)}>
                    <button
                      type="button"
                      className="questiongroup"
                      aria-expanded={!isClosed(group.follows)}
                      onClick={() => close(group.follows)}
                    >
                      {isClosed(group.follows) ? (
                        <ChevronRight size={14} aria-hidden />
                      ) : (
                        <ChevronDown size={14} aria-hidden />
                      )}
                      <span className="strong">{t(`question.group.${group.follows}`)}</span>
                      <span className="muted">{number(group.count)}</span>
                      <span className="muted">{t(`question.why.${group.follows}`)}</span>
                    </button>
                    <div role="list">
                      {rowsOf(group).map((question) => (
                        <QuestionRow
                          key={question.code}
                          question={question}
                          focused={question.code === code}
                          alike={alike && question.code === code}
                          readOnly={readOnly}
                          onFocus={() => setAt(rows.indexOf(question))}
                          onAlike={() => setAlike(!alike)}
                          onAnswer={(reading) => void answer(question, { reading })}
                        />
                      ))}
                    </div>
                    {!isClosed(group.follows) && rowsOf(group).length < group.rows.length && (
                      <div className="questionmore">
                        <button type="button" className="link" onClick={() => unfold(group.follows)}>
                          {t("question.more", { n: number(group.asks - rowsOf(group).length) })}
                        </button>
                      </div>
                    )}
                  </section>
                ))}
              </div>
            </>
          ),
        )}
      </div>
      {here && (
        <QuestionPane
          question={here}
          writing={writing}
          forAll={alike ? here.alike + 1 : 1}
          peek={peek || writing || reasonFor?.code === code}
          reasonFor={reasonFor?.code === code ? reasonFor?.reading : undefined}
          onReason={(reason) =>
            reason === undefined || !reasonFor
              ? setReasonFor(undefined)
              : void answer(here, { reading: reasonFor.reading, reason })
          }
          onWrite={(on) => (on ? mayWrite() && setWriting(true) : setWriting(false))}
          onWritten={(value, reason) => void answer(here, { value, reason })}
          onLater={() => void later()}
        />
      )}
      {asked && (
        <ForGood
          question={asked.question}
          reading={"reading" in asked.given ? asked.given.reading : undefined}
          count={asked.count}
          onClose={() => setAsked(undefined)}
          onSure={() => {
            setAsked(undefined);
            void answer(asked.question, asked.given, true);
          }}
        />
      )}
    </>
  );
}

function Nothing({ data }: { data: Questions }) {
  const { t } = useTranslation();
  return (
    <Empty title={t("question.nothing")}>
      <p>
        {data.settled > 0
          ? t(data.settled === 1 ? "question.nothingOne" : "question.nothingOf", { n: number(data.settled) })
          : t("question.nothingYet")}
      </p>
    </Empty>
  );
}
