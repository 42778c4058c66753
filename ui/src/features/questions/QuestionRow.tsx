// One question: what it is about, the words as they stand there, and its readings as buttons.
import { Repeat2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { number } from "../../i18n";
import type { QuestionShown } from "../../ipc/generated/core";
import { Kbd } from "../../kit";
import { rawWords, readingText } from "./words";

export function QuestionRow({
  question,
  focused,
  alike,
  readOnly,
  onFocus,
  onAlike,
  onAnswer,
}: {
  question: QuestionShown;
  focused: boolean;
  alike: boolean;
  readOnly: boolean;
  onFocus: () => void;
  onAlike: () => void;
  onAnswer: (reading: number) => void;
}) {
  const { t, i18n } = useTranslation();
  const title = question.item?.title ?? question.path ?? "";
  return (
    <div
      className="questionrow"
      role="listitem"
      aria-current={focused || undefined}
      data-question={question.code}
      onClick={onFocus}
    >
      <span className="strong cut">{question.item?.code ?? "–"}</span>
      <span className="cut" title={title}>
        {title}
        {question.stands_for > 0 && (
          <span className="chip" style={{ marginLeft: 6 }} data-testid="stands-for">
            {t("question.standsFor", { n: number(question.stands_for) })}
          </span>
        )}
        {question.aside && (
          <span className="chip" style={{ marginLeft: 6 }}>
            {t("question.later")}
          </span>
        )}
      </span>
      <span className="mono cut" title={rawWords(question)}>
        {rawWords(question)}
      </span>
      <span className="readings">
        {question.readings.map((reading, n) => (
          <button
            key={n}
            type="button"
            className="button outline small"
            disabled={readOnly}
            onClick={(event) => {
              event.stopPropagation();
              onAnswer(n + 1);
            }}
          >
            <span className="cut" title={readingText(reading, question.readings, i18n.language)}>
              {readingText(reading, question.readings, i18n.language)}
            </span>
            {focused && <Kbd>{n + 1}</Kbd>}
          </button>
        ))}
        {focused && question.alike > 0 && (
          <button
            type="button"
            className="button outline small same"
            aria-pressed={alike}
            disabled={readOnly}
            onClick={(event) => {
              event.stopPropagation();
              onAlike();
            }}
          >
            <Repeat2 className="icon" aria-hidden />
            {t("question.same", { n: number(question.alike) })}
            <Kbd>S</Kbd>
          </button>
        )}
      </span>
    </div>
  );
}
