// The rows of a list that is taken in: what is asked first, then what they decide, what is left out, what is missing.
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ClauseTitle } from "../../here/clausetitle";
import { number } from "../../i18n";
import type { SoaDoubt, SoaListed, SoaListRow } from "../../ipc/generated/core";
import { DayField, Segments } from "../../kit";
import { isDay } from "../../kit/dates";
import { parseReference } from "../../kit/standards";
import { says } from "./changes";
import { type Answers, openDoubts } from "./taken";

const FIELDS = ["applies", "reason", "grounds", "risks", "implemented", "reach", "owner"] as const;

/** Answers that are a word; all others are the numbers of controls. */
const WORDS = ["take", "leave", "applies", "does_not_apply", "each", "yes", "partly", "no", "open"].concat([
  "services",
  "assets",
  "both",
  "reach_open",
]);

const nameOf = (row: SoaListRow): string => (row.reference ? parseReference(row.reference).clause : row.number);

export function ListedRows({
  data,
  answers,
  onAnswer,
}: {
  data: SoaListed;
  answers: Answers;
  onAnswer: (row: string, doubt: string, answer: string) => void;
}) {
  const { t } = useTranslation();
  const doubts = openDoubts(data.rows);
  const decided = data.rows.filter((row) => row.outcome === "decided");
  const left = data.rows.filter((row) => row.outcome === "left_out");
  return (
    <div className="column s27001" style={{ gap: 20 }}>
      {doubts.length > 0 && (
        <section data-testid="doubts">
          <h2 className="parthead">{t("takeIn.asked", { n: number(doubts.length) })}</h2>
          {doubts.map(({ row, doubt }) => (
            <DoubtLine
              key={`${row.key} ${doubt.what}`}
              row={row}
              doubt={doubt}
              answer={answers[row.key]?.[doubt.what] ?? ""}
              onAnswer={(answer) => onAnswer(row.key, doubt.what, answer)}
            />
          ))}
        </section>
      )}
      <section data-testid="decided">
        <h2 className="parthead">{t("takeIn.decided", { n: number(decided.length) })}</h2>
        <div className="list">
          {decided.map((row) => (
            <div key={row.key} style={{ alignItems: "flex-start" }}>
              <span className="num muted" style={{ width: 48, flex: "none" }}>
                {row.key}
              </span>
              <span className="serif own strong" style={{ width: 72, flex: "none" }}>
                {nameOf(row)}
              </span>
              <span className="serif cut" style={{ width: 220, flex: "none" }}>
                <ClauseTitle reference={row.reference ?? []} title={row.name || row.title} cut />
              </span>
              <span className="grow wrap">
                {becomes(t, row)}
                {row.lacks.length > 0 && (
                  <span className="amber wrap">
                    {" "}
                    {t("applicability.lacksAll", {
                      what: row.lacks.map((lack) => t(`applicability.lacks.${lack}`)).join(", "),
                    })}
                  </span>
                )}
                {row.notes.map((note) => (
                  <span key={note.what} className="hint" style={{ display: "block" }}>
                    {t(`takeIn.note.${note.what}`, { words: note.words })}
                  </span>
                ))}
              </span>
            </div>
          ))}
        </div>
      </section>
      {left.length > 0 && (
        <details data-testid="left-out">
          <summary>{t("takeIn.leftOut", { n: number(left.length) })}</summary>
          {left.map((row) => (
            <p key={row.key} className="muted wrap">
              {row.key}: {[row.number, row.title].filter(Boolean).join(" ")} ·{" "}
              {t(`takeIn.why.${row.why ?? "no_decision"}`, { defaultValue: t("takeIn.why.refused") })}
            </p>
          ))}
        </details>
      )}
      {data.missing.length > 0 && (
        <details>
          <summary>{t("takeIn.missing", { n: number(data.missing.length) })}</summary>
          {data.missing.map((one) => (
            <p key={one.reference} className="muted wrap">
              {parseReference(one.reference).clause} <ClauseTitle reference={one.reference} title={one.title} />
              {one.decided && ` (${t("takeIn.decidedAlready")})`}
            </p>
          ))}
        </details>
      )}
    </div>
  );
}

/** What stands, and what would stand. */
function becomes(t: TFunction, row: SoaListRow): string {
  const fields = FIELDS.filter((field) =>
    row.before ? says(t, row.before, field) !== says(t, row.after, field) : says(t, row.after, field) !== "–",
  );
  return fields
    .map((field) =>
      row.before
        ? t("history.changed", {
            field: t(`applicability.field.${field}`),
            before: says(t, row.before, field),
            after: says(t, row.after, field),
          })
        : field === "implemented"
          ? `${t("applicability.status")}: ${says(t, row.after, field)}`
          : says(t, row.after, field),
    )
    .join(", ");
}

function DoubtLine({
  row,
  doubt,
  answer,
  onAnswer,
}: {
  row: SoaListRow;
  doubt: SoaDoubt;
  answer: string;
  onAnswer: (answer: string) => void;
}) {
  const { t } = useTranslation();
  const words = doubt.choices.filter((choice) => choice !== "day");
  const [day, setDay] = useState(words.includes(answer) ? "" : answer);
  return (
    <div
      className="row"
      style={{ borderBottom: "1px solid var(--line)", padding: "8px 0", flexWrap: "wrap", gap: 12 }}
      data-doubt={doubt.what}
    >
      <span className="num muted" style={{ width: 48 }}>
        {row.key}
      </span>
      <span className="serif own strong" style={{ minWidth: 64 }}>
        {nameOf(row)}
      </span>
      <span className="grow wrap">
        {t(`takeIn.doubt.${doubt.what}`, { words: doubt.words })}{" "}
        <span className="hint">{t(doubt.holds ? "takeIn.holds" : "takeIn.leavesOpen")}</span>
      </span>
      {doubt.choices.includes("day") && (
        <DayField
          label={t("takeIn.day")}
          value={day}
          onChange={(text) => {
            setDay(text);
            // Half a day is no answer yet.
            if (text === "" || isDay(text)) onAnswer(text);
          }}
          style={{ width: 140 }}
        />
      )}
      {words.length > 0 && (
        <Segments
          label={t("applicability.conditionAnswer")}
          value={answer}
          onChange={(choice) => onAnswer(choice === answer ? "" : choice)}
          options={words.map((value) => ({
            value,
            label: WORDS.includes(value) ? t(`takeIn.answer.${value}`) : value,
          }))}
        />
      )}
    </div>
  );
}
