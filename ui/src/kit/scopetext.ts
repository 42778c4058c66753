// What scope statements lack, and what the answers about SMS and ISMS mean, in words.
import type { TFunction } from "i18next";
import type { ScopeQuestionAsked, StatementLack } from "../ipc/generated/core";

export function missingText(t: TFunction, lacks: StatementLack[]): string {
  return lacks.map((lack) => t(`statement.lacks.${lack.code}`)).join("; ");
}

export function answerText(t: TFunction, { question, answer }: ScopeQuestionAsked): string {
  return t(answer ? `scope.follows.${question}.${answer}` : "scope.follows.none");
}
