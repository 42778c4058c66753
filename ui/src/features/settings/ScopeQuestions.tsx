// The two questions that a comparison of scopes does not answer.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../here/state";
import { type Refusal, refusal, useAsk, useChange } from "../../ipc";
import type { ScopeAnswer, ScopeQuestion } from "../../ipc/generated/core";
import { Problem, Segments } from "../../kit";
import { answerText } from "../../kit/scopetext";

export function ScopeQuestions() {
  const { t } = useTranslation();
  const { readOnly } = useWorkspace();
  const ask = useAsk("scope_questions", {});
  const give = useChange("scope_answer");
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const [error, setError] = useState<Refusal>();
  if (!ask.data || ask.data.length === 0) return null;
  const answer = async (question: ScopeQuestion, value: ScopeAnswer, reason: string) => {
    setError(undefined);
    try {
      await give.run({ question, answer: value, reason });
    } catch (e) {
      setError(refusal(e));
    }
  };
  return (
    <section>
      <h2 className="parthead">{t("settings.questions")}</h2>
      {error && <Problem error={error} />}
      {ask.data.map((q) => {
        const reason = reasons[q.question] ?? q.reason;
        return (
          <div key={q.question} className="card" style={{ padding: 14, marginBottom: 8 }}>
            <div className="row" style={{ gap: 12, flexWrap: "wrap" }}>
              <span className="grow">{t(`scope.question.${q.question}`)}</span>
              <Segments
                value={q.answer ?? ("none" as ScopeAnswer)}
                onChange={(value) => void answer(q.question, value, reason)}
                disabled={readOnly}
                label={t(`scope.question.${q.question}`)}
                options={(["yes", "partly", "no"] as const).map((value) => ({
                  value,
                  label: t(`scope.answer.${value}`),
                }))}
              />
            </div>
            <input
              className="input"
              style={{ marginTop: 8 }}
              value={reason}
              placeholder={t("scope.answerReason")}
              aria-label={t("scope.answerReason")}
              disabled={readOnly}
              onChange={(e) => setReasons({ ...reasons, [q.question]: e.target.value })}
              onBlur={() => q.answer && reason !== q.reason && void answer(q.question, q.answer, reason)}
            />
            <p className="hint" style={{ marginTop: 6 }}>
              {answerText(t, q)}
            </p>
          </div>
        );
      })}
    </section>
  );
}
