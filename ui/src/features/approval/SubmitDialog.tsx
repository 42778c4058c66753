// Handing in a draft: what the rules ask for, who reviews and approves it in which order, and from when it is planned.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { go } from "../../here/router";
import { SigningFields, useSigning } from "../../here/signing";
import { useWorkspace } from "../../here/state";
import { useAsk, useSubmit } from "../../ipc";
import type { DocumentShown, Person, Revision, RuleInForce } from "../../ipc/generated/core";
import { DayField, Dialog, Problem, SelectField, TextField } from "../../kit";
import { ActDialog } from "../../kit/actdialog";
import { isDay } from "../../kit/dates";
import { showToast } from "../../kit/toast";
import { askable, PeopleInOrder } from "./PeopleInOrder";
import { RuleSentence } from "./RuleSentence";
import { called, newestOf, waitsFor, wrote } from "./standing";
import { wayOf } from "./way";

interface Props {
  document: DocumentShown;
  revision: Revision;
  onClose: () => void;
}

export function SubmitDialog(props: Props) {
  const { t } = useTranslation();
  const people = useAsk("person_list", {});
  const rules = useAsk("rule_list", {});
  const before = useAsk("document_approvals", { code: props.document.code });
  const error = people.error ?? rules.error;
  if (people.data && rules.data && before.data) {
    const last = newestOf(before.data);
    const asked = (part: string) => (last?.steps ?? []).filter((s) => s.part === part).map((s) => s.email);
    const again = last && { reviewers: asked("review"), approvers: asked("approve"), inOrder: last.in_order };
    return <Inside {...props} people={people.data} rules={rules.data} again={again} />;
  }
  if (!error) return null;
  return (
    <Dialog onClose={props.onClose} title={t("submit.title", { title: props.document.title })}>
      <Problem error={error} />
    </Dialog>
  );
}

function Inside({
  document,
  revision,
  onClose,
  people,
  rules,
  again,
}: Props & {
  people: Person[];
  rules: RuleInForce[];
  /** Who was asked the last time, which is offered again. */
  again: { reviewers: string[]; approvers: string[]; inOrder: boolean } | undefined;
}) {
  const { t } = useTranslation();
  const { info } = useWorkspace();
  const way = wayOf(rules, document.kind);
  const forReview = askable(people, "review", revision.author, info.author_approves);
  const forApproval = askable(people, "approve", revision.author, info.author_approves);
  const among = (emails: string[], fit: Person[]) => emails.filter((e) => fit.some((p) => p.email === e));
  const registered = forApproval.fit.filter((p) => wrote(p, document.approver)).map((p) => p.email);
  const [reviewers, setReviewers] = useState(among(again?.reviewers ?? [], forReview.fit));
  const [approvers, setApprovers] = useState(among(again?.approvers ?? registered, forApproval.fit));
  const [quorum, setQuorum] = useState("all");
  const [inOrder, setInOrder] = useState(way.inOrder || again?.inOrder === true);
  const [planned, setPlanned] = useState("");
  const [reason, setReason] = useState("");
  const { submit, busy, error } = useSubmit("document_submit");
  const signing = useSigning(error);
  const needed = quorum === "all" ? approvers.length : Math.min(Number(quorum), approvers.length);
  const few =
    reviewers.length < way.reviewers
      ? t("submit.fewReviewers", { n: way.reviewers })
      : approvers.length < Math.max(1, way.approvers)
        ? t("submit.fewApprovers", { n: Math.max(1, way.approvers) })
        : needed < way.approvers
          ? t("submit.fewNeeded", { n: way.approvers })
          : undefined;
  const both = people.filter((p) => reviewers.includes(p.email) && approvers.includes(p.email)).map((p) => p.name);
  const ready = few === undefined && (planned === "" || isDay(planned));
  const own = info.person ? wrote(info.person, revision.author) : false;
  const run = () => {
    const request = {
      code: document.code,
      revision: revision.label,
      reviewers,
      approvers,
      quorum: quorum === "all" ? null : needed,
      in_order: inOrder,
      effective: planned || null,
      reason,
      sign: signing.sign,
    };
    void submit(request, (approvals) => {
      const now = newestOf(approvals, revision.label);
      showToast(t("submit.done", { code: document.code, label: revision.label, names: now ? waitsFor(now) : "" }));
      onClose();
      go("documents", { approval: document.code, rev: revision.label });
    });
  };
  return (
    <ActDialog
      onClose={onClose}
      over={`${document.code}, ${t("field.rev")} ${revision.label}`}
      title={t("submit.title", { title: document.title })}
      size={600}
      hint={few ?? t("submit.hint")}
      action={t("submit.do")}
      ready={ready}
      busy={busy}
      error={signing.at ? undefined : error}
      onRun={run}
      data-testid="submit-confirm"
    >
      <RuleSentence way={way} author={called(people, revision.author)} authorApproves={info.author_approves} />
      <PeopleInOrder
        part="review"
        people={forReview.fit}
        barred={forReview.barred}
        chosen={reviewers}
        onChange={setReviewers}
        note={way.reviewers === 0 ? t("submit.reviewOptional") : undefined}
      />
      <PeopleInOrder
        part="approve"
        people={forApproval.fit}
        barred={forApproval.barred}
        chosen={approvers}
        onChange={setApprovers}
      />
      {both.length > 0 && <p className="amber wrap">{t("submit.both", { names: both.join(", ") })}</p>}
      <div className="twofields">
        <SelectField
          label={t("submit.quorum")}
          value={quorum}
          onChange={setQuorum}
          options={[
            { value: "all", label: t("submit.all", { n: approvers.length }) },
            // Fewer than the rule asks for are not offered.
            ...approvers
              .slice(1)
              .map((_, n) => n + 1)
              .filter((n) => n >= way.approvers)
              .map((n) => ({ value: String(n), label: t("submit.some", { n, of: approvers.length }) })),
          ]}
        />
        <DayField label={t("submit.planned")} value={planned} onChange={setPlanned} note={t("submit.plannedNote")} />
      </div>
      <label className="row">
        <input
          type="checkbox"
          className="check"
          checked={inOrder}
          disabled={way.inOrder}
          onChange={(e) => setInOrder(e.target.checked)}
        />
        {t(way.inOrder ? "submit.inOrderByRule" : "submit.inOrder")}
      </label>
      <TextField label={t("submit.words")} value={reason} onChange={setReason} area />
      {own ? (
        <SigningFields signing={signing} onLeave={onClose} />
      ) : (
        <p className="hint">
          {revision.author ? t("submit.notAuthor", { author: called(people, revision.author) }) : t("submit.noAuthor")}
        </p>
      )}
    </ActDialog>
  );
}
