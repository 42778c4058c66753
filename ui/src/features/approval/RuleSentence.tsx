// What a rule asks for, in words: how many, in which order, signed or not, and that the author is not among them.
import { Users } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ApprovalShown } from "../../ipc/generated/core";
import type { Way } from "./way";

export function RuleSentence({
  way,
  author,
  authorApproves,
}: {
  way: Pick<Way, "reviewers" | "approvers" | "inOrder" | "signed">;
  author: string;
  authorApproves: boolean;
}) {
  const { t } = useTranslation();
  return (
    <div className="rulebox" data-testid="rule">
      <Users className="icon muted" aria-hidden />
      <p className="wrap">
        <b className="strong">{t("approval.rule.asks", { approvers: way.approvers, reviewers: way.reviewers })}</b>{" "}
        {way.inOrder && `${t("approval.rule.inOrder")} `}
        {way.signed && `${t("approval.rule.signed")} `}
        {author && t(authorApproves ? "approval.rule.authorMay" : "approval.rule.authorNot", { author })}
      </p>
    </div>
  );
}

/** The rule under which something was handed in, which stays its own. */
export function AskedSentence({
  approval,
  author,
  authorApproves,
}: {
  approval: ApprovalShown;
  author: string;
  authorApproves: boolean;
}) {
  const { t } = useTranslation();
  const of = approval.steps.filter((s) => s.part === "approve").length;
  return (
    <div className="rulebox" data-testid="rule">
      <Users className="icon muted" aria-hidden />
      <p className="wrap">
        <b className="strong">
          {approval.quorum < of
            ? t("approval.rule.some", { n: approval.quorum, of })
            : t(of === 1 ? "approval.rule.one" : "approval.rule.all", { n: of })}
        </b>{" "}
        {approval.in_order && `${t("approval.rule.inOrder")} `}
        {approval.signed && `${t("approval.rule.signed")} `}
        {author && t(authorApproves ? "approval.rule.authorMay" : "approval.rule.authorNot", { author })}
      </p>
    </div>
  );
}
