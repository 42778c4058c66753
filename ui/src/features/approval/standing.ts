// Where an approval stands, for whoever looks at it: what they can do now, or in a sentence why they cannot.
import type {
  ApprovalProgress,
  ApprovalShown,
  ApprovalStep,
  DocumentShown,
  Person,
  Revision,
} from "../../ipc/generated/core";

/** Whether people are still asked about it. */
export const underWay = ({ progress }: Pick<ApprovalShown, "progress">): boolean =>
  progress === "in_review" || progress === "reviewed" || progress === "in_approval";

/** How far it is, as a key of the wording that fits into a chip. */
export const progressWord = (progress: ApprovalProgress): string =>
  progress === "void" ? "approval.voidShort" : `approvalProgress.${progress}`;

/** Those whose turn it is. */
export const atTurn = (approval: ApprovalShown): ApprovalStep[] => approval.steps.filter((s) => s.stands === "turn");

/** Names of those it waits for, in order. */
export const waitsFor = (approval: ApprovalShown): string =>
  atTurn(approval)
    .map((s) => s.name)
    .join(", ");

/** The newest submission of a revision; of the newest revision that was submitted where none is named. */
export const newestOf = (approvals: ApprovalShown[], label?: string): ApprovalShown | undefined =>
  approvals.find((a) => label === undefined || a.label === label);

/** Whether a person wrote it, as the core compares: by name or address, whatever the case. */
export function wrote(person: Pick<Person, "name" | "email">, author: string): boolean {
  const fold = (text: string) => text.trim().toLowerCase();
  return fold(author) !== "" && [person.name, person.email].some((name) => fold(name) === fold(author));
}

/** What a person is called who was recorded by name or address; as recorded where they are not enrolled. */
export const called = (people: Person[], recorded: string): string =>
  people.find((p) => wrote(p, recorded))?.name ?? recorded;

export interface Sentence {
  key: string;
  values: Record<string, string>;
}

/** Why it is not for them to decide now; nothing where it is. */
export function whyNot(approval: ApprovalShown, person: Person | null, authorApproves: boolean): Sentence | undefined {
  const names = waitsFor(approval);
  const values = { names, label: approval.label, author: approval.author, why: approval.why };
  const { progress } = approval;
  if (progress === "void" || progress === "called_off") return { key: `approval.is.${progress}`, values };
  if (progress === "rejected") {
    const no = approval.steps.find((s) => s.statement?.meaning === "rejected");
    return {
      key: "approval.is.rejected",
      values: { ...values, by: no?.statement?.name ?? no?.name ?? "", reason: no?.statement?.reason ?? "" },
    };
  }
  if (progress === "approved") return { key: "approval.is.approved", values };
  if (!person) return { key: "approval.not.nobody", values };
  if (approval.yours) return undefined;
  const own = approval.steps.filter((s) => s.email === person.email);
  if (own.some((s) => s.stands === "later")) return { key: "approval.not.later", values };
  if (own.some((s) => s.stands === "spoke")) return { key: "approval.not.spoke", values };
  if (wrote(person, approval.author) && !authorApproves) return { key: "approval.not.author", values };
  return { key: "approval.not.asked", values };
}

/** The first day in force that an approver may still say: none once another has said it. */
export function dayOf(approval: ApprovalShown, today: string): { day: string; free: boolean } {
  const said = approval.steps.find((s) => s.statement?.meaning === "approved")?.statement?.effective;
  if (said) return { day: said, free: false };
  const { planned } = approval;
  return { day: planned && planned > today ? planned : today, free: true };
}

/** How many have spoken of how many whose word counts. */
export const spoken = (approval: ApprovalShown): [number, number] => [
  approval.steps.filter((s) => s.stands === "spoke").length,
  approval.steps.filter((s) => s.stands !== "not_needed").length,
];

/** The revision that is looked at: the one named, else the one last handed in, else the newest. */
export const revisionOf = (
  document: DocumentShown,
  approvals: ApprovalShown[],
  label: string | undefined,
): Revision | undefined => {
  const wanted = label ?? newestOf(approvals)?.label;
  return document.revisions.findLast((r) => r.label === wanted) ?? document.revisions.at(-1);
};

/** What the button that says it is called. */
export function signLabel(approve: boolean | undefined, { yours }: ApprovalShown, key: boolean): string {
  if (approve === false) return key ? "approval.do.rejectSign" : "approval.do.rejectUnsigned";
  if (yours === "review") return key ? "approval.do.reviewSign" : "approval.do.reviewUnsigned";
  return key ? "approval.do.approveSign" : "approval.do.approveUnsigned";
}
