// Made by the core from its command table; `make types` makes it again. Not to be edited.

export type AcceptedOn = { 
/**
 * The relation, as the data name it.
 */
relation: string, 
/**
 * In which direction evidence may be enough; not known of what earlier programs wrote.
 */
direction?: MatchDirection, };

export type AddedClause = { 
/**
 * The clause.
 */
reference: ClauseRef, 
/**
 * The common clause above.
 */
below: Place | null, 
/**
 * Its partners in the other standards; empty where it has none.
 */
partners: Array<AddedPartner>, 
/**
 * Number: `7.5.3`.
 */
clause: string, 
/**
 * Title, or our label where the standard has none.
 */
title: string, };

export type AddedPartner = { 
/**
 * The partner.
 */
reference: ClauseRef, 
/**
 * How the two relate.
 */
relation: Relation, 
/**
 * A match in a small part only.
 */
limited: boolean, };

export type AlreadyFiled = { 
/**
 * Its code.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Documents: label of the revision.
 */
revision: string | null, 
/**
 * Day on which it was filed.
 */
since: Day, };

export type AnchorAnswer = { 
/**
 * The entry that keeps it.
 */
entry: number, 
/**
 * How many entries the stamped checkpoint speaks of.
 */
entries: number, 
/**
 * The answer in the vault.
 */
digest: Digest, 
/**
 * Its size in bytes.
 */
size: number, 
/**
 * The name of its file.
 */
name: string, 
/**
 * The day on which it was kept.
 */
day: Day, };

export type AnchorExport = { 
/**
 * The folder.
 */
out: string, };

export type AnchorExported = { 
/**
 * How many entries the checkpoint speaks of.
 */
entries: number, 
/**
 * The checkpoint's file.
 */
checkpoint: string, 
/**
 * The request's file: `TimeStampReq` of RFC 3161, in DER.
 */
request: string, 
/**
 * SHA-256 of the checkpoint, which the request asks to be stamped.
 */
sha256: Digest, };

export type AnchorImport = { 
/**
 * The answer: `TimeStampResp` of RFC 3161, in DER.
 */
file: string, };

export type Answer = { 
/**
 * The other standard: `9001`.
 */
standard: string, 
/**
 * Its edition: `2015`.
 */
edition: string, 
/**
 * Matched, stated to have no counterpart, or not stated.
 */
outcome: CorrelationOutcome, 
/**
 * Exact matches first, then those through a group, the pivot standard or another edition.
 */
matches: Array<Match>, 
/**
 * What the clause is to the other standard, besides its matches; nothing for common text and plain matches.
 */
own?: OwnClause, 
/**
 * What a person should know where there is no match to hang it on.
 */
notes: Array<string>, 
/**
 * The same by code and values.
 */
said: Array<NoteSaid>, };

export type Applicability = { 
/**
 * The clause or control; one of the organisation's own by its code.
 */
reference: ClauseRef, 
/**
 * Its title.
 */
title: string, 
/**
 * Depth: 1 for a main clause or a group of controls.
 */
level: number, 
/**
 * Whether others stand below it.
 */
heading: boolean, 
/**
 * Whether it is a control.
 */
control: boolean, 
/**
 * Of a control of the organisation's own: where it comes from.
 */
own: OwnControl | null, 
/**
 * Whether its standard lets it be left out.
 */
may_be_left_out: boolean, 
/**
 * What was decided, here or above it.
 */
decision: Decision | null, 
/**
 * Where that stands, if not here.
 */
decided_at: ClauseRef | null, 
/**
 * Who decided; empty where it stands in the scope statement.
 */
by: string, 
/**
 * When; likewise none.
 */
on: Day | null, 
/**
 * The list it was read from.
 */
source: string, 
/**
 * What is lacking.
 */
lacks: Array<DecisionLack>, };

export type ApplicabilityForetell = { 
/**
 * Standard or code of a system.
 */
standard: string, 
/**
 * Clauses, controls, groups of them, or codes of own ones.
 */
clauses: Array<string>, 
/**
 * Whether it applies.
 */
applies: boolean | null, 
/**
 * Why.
 */
reason: string | null, 
/**
 * From where the need comes.
 */
grounds: Array<Ground> | null, 
/**
 * The risks it rests on.
 */
risks: Array<string> | null, 
/**
 * Whether leaving it out was confirmed to affect nothing.
 */
condition_met: boolean | null, 
/**
 * Whether it is in place.
 */
implemented: Implemented | null, 
/**
 * What it reaches.
 */
reach: Array<ControlReach> | null, 
/**
 * Who answers for it.
 */
owner: string | null, };

export type ApplicabilityForetold = { 
/**
 * How many clauses and controls would be decided otherwise.
 */
decides: number, 
/**
 * The clauses of all standards that would stand otherwise.
 */
clauses: Array<ClauseChange>, 
/**
 * The documents and records of which mappings follow from what is decided on.
 */
followed_by: Array<string>, };

export type ApplicabilityList = { 
/**
 * Standard or code of a system; all where none is given.
 */
standard?: string | null, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type ApplicabilityOf = { 
/**
 * Code of the system.
 */
system: string, 
/**
 * Its edition.
 */
edition: string, 
/**
 * Whether its standard has controls that a Statement of Applicability takes in or leaves out.
 */
controls: boolean, 
/**
 * How many controls stand how.
 */
summary: ApplicabilitySummary, 
/**
 * Every clause and control, then the organisation's own controls.
 */
rows: Array<Applicability>, };

export type ApplicabilitySet = { 
/**
 * Standard or code of a system.
 */
standard: string, 
/**
 * Clauses, controls, groups of them, or codes of own ones.
 */
clauses: Array<string>, 
/**
 * Whether it applies.
 */
applies: boolean | null, 
/**
 * Why.
 */
reason: string | null, 
/**
 * From where the need comes.
 */
grounds: Array<Ground> | null, 
/**
 * The risks it rests on.
 */
risks: Array<string> | null, 
/**
 * Whether leaving it out was confirmed to affect nothing.
 */
condition_met: boolean | null, 
/**
 * Whether it is in place.
 */
implemented: Implemented | null, 
/**
 * What it reaches.
 */
reach: Array<ControlReach> | null, 
/**
 * Who answers for it.
 */
owner: string | null, };

export type ApplicabilityShow = { 
/**
 * Standard or code of a system.
 */
standard: string, 
/**
 * The clause, the control, or the code of an own one.
 */
clause: string, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type ApplicabilityShown = { 
/**
 * It, as it stands.
 */
now: Applicability, 
/**
 * Every decision on itself, the newest first.
 */
made: Array<DecisionMade>, 
/**
 * The documents and records of which mappings to other standards were accepted from it: what hangs on it.
 */
followed_by: Array<string>, };

export type ApplicabilitySummary = { 
/**
 * All.
 */
controls: number, 
/**
 * Those that apply.
 */
included: number, 
/**
 * Those that do not.
 */
excluded: number, 
/**
 * Those on which nobody decided.
 */
undecided: number, 
/**
 * Those that apply and are in place as a whole.
 */
in_place: number, 
/**
 * Those that apply and are in place in part.
 */
in_part: number, 
/**
 * Those of both that reach the services.
 */
reach_services: number, };

export type Applied = { 
/**
 * Documents registered.
 */
documents: number, 
/**
 * Revisions filed.
 */
revisions: number, 
/**
 * Records filed.
 */
records: number, 
/**
 * Files filed with them.
 */
files: number, };

export type AppliedControls = { 
/**
 * Controls that are in place as a whole.
 */
in_place: number, 
/**
 * Controls that are in place in part.
 */
in_part: number, 
/**
 * Of both, those that reach the services.
 */
reach_services: number, 
/**
 * All controls that apply.
 */
all: number, };

export type ApprovalEnded = "approved" | "rejected" | "called_off" | "replaced";

export type ApprovalId = string;

export type ApprovalNotice = { "notice": "effective_before_approval", 
/**
 * First day in force.
 */
from: Day, 
/**
 * The day of the approval.
 */
approved: Day, } | { "notice": "replaced_by_older", 
/**
 * Label of that revision.
 */
revision: string, 
/**
 * On which day.
 */
on: Day, } | { "notice": "effective_before_predecessor", 
/**
 * Label of that revision.
 */
revision: string, 
/**
 * Since when.
 */
since: Day, };

export type ApprovalPart = "review" | "approve";

export type ApprovalProgress = "in_review" | "reviewed" | "in_approval" | "approved" | "rejected" | "called_off" | "void";

export type ApprovalShown = { 
/**
 * Identifier.
 */
id: ApprovalId, 
/**
 * Code of the document.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Label of the revision.
 */
label: string, 
/**
 * Who wrote it.
 */
author: string, 
/**
 * How far it is.
 */
progress: ApprovalProgress, 
/**
 * In whose name it was submitted.
 */
submitter: string, 
/**
 * When.
 */
day: Day, 
/**
 * When it ended.
 */
ended_on: Day | null, 
/**
 * What the people asked are told.
 */
reason: string, 
/**
 * Why it was called off.
 */
why: string, 
/**
 * First day in force, where it is said.
 */
planned: Day | null, 
/**
 * So many have to approve.
 */
quorum: number, 
/**
 * Whether one speaks after the other.
 */
in_order: boolean, 
/**
 * Whether signatures are demanded.
 */
signed: boolean, 
/**
 * Who is asked, in order.
 */
steps: Array<ApprovalStep>, 
/**
 * What whoever asks is asked for now, by themselves or for somebody.
 */
yours: ApprovalPart | null, 
/**
 * For whom, where not for themselves: name.
 */
yours_for: string | null, };

export type ApprovalStep = { 
/**
 * For what.
 */
part: ApprovalPart, 
/**
 * Their name.
 */
name: string, 
/**
 * Their e-mail address.
 */
email: string, 
/**
 * Where they stand.
 */
stands: StepStands, 
/**
 * What was said, by them or for them.
 */
statement: Statement | null, 
/**
 * Who stands in for them today, or took over where they have left: name.
 */
deputy: string | null, 
/**
 * The last day they are away, where they are today.
 */
away_until: Day | null, 
/**
 * Whether they have left.
 */
left: boolean, };

export type ApprovalsOpen = { 
/**
 * Whether only what waits for whoever asks.
 */
yours: boolean, };

export type Asked = { 
/**
 * Short name of its standard: `27001`.
 */
standard: string, 
/**
 * Year of its edition: `2013`.
 */
edition: string, 
/**
 * Its number: `A.8.1.1`.
 */
clause: string, };

export type AskedPoint = { 
/**
 * Its number.
 */
id: string, 
/**
 * What is to be shown or said, in our words.
 */
what: string, };

export type Audit = { 
/**
 * Identifier.
 */
id: AuditId, 
/**
 * The organisation's own number.
 */
code: string, 
/**
 * Title.
 */
title: string, 
/**
 * What kind of audit it is.
 */
kind: AuditKind, 
/**
 * The editions audited, together.
 */
editions: Array<EditionId>, 
/**
 * Codes of the scope items; none means all.
 */
scope: Array<string>, 
/**
 * First day of the period under audit.
 */
period_from: Day | null, 
/**
 * Last day of the period under audit.
 */
period_to: Day | null, 
/**
 * Day on which it was planned.
 */
planned: Day, };

export type AuditAdd = { 
/**
 * The organisation's own number.
 */
code: string, 
/**
 * Title.
 */
title: string, 
/**
 * What kind of audit it is; internal where none is given.
 */
kind: AuditKind | null, 
/**
 * The standards audited, together.
 */
standards: Array<string>, 
/**
 * Codes of scope items.
 */
scope: Array<string>, 
/**
 * First day of the period under audit.
 */
from: Day | null, 
/**
 * Last day of the period under audit.
 */
to: Day | null, };

export type AuditAhead = { 
/**
 * Its code.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The first day of its period.
 */
period_from: Day | null, 
/**
 * The last day of its period.
 */
period_to: Day | null, 
/**
 * The clauses of the document that it looks at.
 */
clauses: Array<ClauseRef>, };

export type AuditCorrect = { 
/**
 * Its code.
 */
code: string, 
/**
 * The right values as text, by the name: `title`, `kind`, `period_from`, `period_to`; an empty one clears.
 */
changes: { [key in string]: string }, 
/**
 * The standards audited, where those are corrected.
 */
standards: Array<string> | null, 
/**
 * Codes of scope items, where those are corrected; none means all.
 */
scope: Array<string> | null, 
/**
 * Why.
 */
reason: string, };

export type AuditCorrected = { 
/**
 * Whether it says something else now; not where it said all of that already.
 */
corrected: boolean, 
/**
 * Identifier.
 */
id: AuditId, 
/**
 * The organisation's own number.
 */
code: string, 
/**
 * Title.
 */
title: string, 
/**
 * What kind of audit it is.
 */
kind: AuditKind, 
/**
 * The editions audited, together.
 */
editions: Array<EditionId>, 
/**
 * Codes of the scope items; none means all.
 */
scope: Array<string>, 
/**
 * First day of the period under audit.
 */
period_from: Day | null, 
/**
 * Last day of the period under audit.
 */
period_to: Day | null, 
/**
 * Day on which it was planned.
 */
planned: Day, };

export type AuditId = string;

export type AuditKind = "internal" | "stage1" | "stage2" | "surveillance" | "recertification" | "supplier";

export type AuditList = { 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type AuditShow = { 
/**
 * Code.
 */
code: string, };

export type AuditShown = { 
/**
 * The packs issued for it, oldest first.
 */
packs: Array<Pack>, 
/**
 * Identifier.
 */
id: AuditId, 
/**
 * The organisation's own number.
 */
code: string, 
/**
 * Title.
 */
title: string, 
/**
 * What kind of audit it is.
 */
kind: AuditKind, 
/**
 * The editions audited, together.
 */
editions: Array<EditionId>, 
/**
 * Codes of the scope items; none means all.
 */
scope: Array<string>, 
/**
 * First day of the period under audit.
 */
period_from: Day | null, 
/**
 * Last day of the period under audit.
 */
period_to: Day | null, 
/**
 * Day on which it was planned.
 */
planned: Day, };

export type AuthorRule = Record<symbol, never>;

export type AuthorRuleSet = { 
/**
 * Whether they may.
 */
allowed: boolean, 
/**
 * Why.
 */
reason: string, };

export type AwayId = string;

export type BatchState = "undoable" | "final" | "undone" | "undo";

export type Beat = { 
/**
 * Its number of entries.
 */
size: number, 
/**
 * What the entries since then made stale.
 */
stale: Array<Topic>, };

export type Because = { 
/**
 * Its code.
 */
code: string, 
/**
 * Its reason, by a name.
 */
reason: string, 
/**
 * What its words need.
 */
values: { [key in string]: string }, };

export type Built = { 
/**
 * Its top folder's name.
 */
name: string, 
/**
 * SHA-256 of the file.
 */
sha256: Digest, 
/**
 * Size of the file in bytes.
 */
size: number, 
/**
 * How many files are under its `data/`.
 */
files: number, 
/**
 * How many documents, whatever the number of their files.
 */
documents: number, 
/**
 * How many records, whatever the number of their files.
 */
records: number, 
/**
 * How many entries of the ledger its checkpoint covers.
 */
ledger_size: number, 
/**
 * Whether exactly this pack was issued before; then nothing new is written down.
 */
again: boolean, 
/**
 * What an auditor should know before opening anything.
 */
notes: Array<PackCaveat>, 
/**
 * What was compared before it was built.
 */
compared: PackTables, 
/**
 * What that took.
 */
took: PackTook, };

export type CellHow = "mapped" | "accepted" | "stays";

export type CellMade = { 
/**
 * Code of the document or record.
 */
item: string, 
/**
 * The clause.
 */
reference: ClauseRef, 
/**
 * What became of it.
 */
how: CellHow, 
/**
 * How strongly it counts.
 */
strength: Strength, 
/**
 * The relation by which it was proposed; none where it was not.
 */
relation: string | null, 
/**
 * Whether it needs a reason.
 */
needs_reason: boolean, 
/**
 * How many points opened that keep it partial.
 */
opens: number, };

export type CellsMapped = { 
/**
 * What became of each.
 */
cells: Array<CellMade>, 
/**
 * How the clauses and those above them stand before and after.
 */
clauses: Array<ClauseChange>, };

export type CertificateAdd = { 
/**
 * Code or standard of the system.
 */
system: string, 
/**
 * Its number.
 */
number: string, 
/**
 * The body that issued it.
 */
body: string, 
/**
 * The scope in the certificate's words.
 */
words: string, 
/**
 * Codes of the scope items it names.
 */
scope: Array<string>, 
/**
 * When it was issued.
 */
issued: Day, 
/**
 * Its last day.
 */
valid_until: Day, 
/**
 * The days on which the body comes back.
 */
surveillance: Array<Day>, 
/**
 * The version of the Statement of Applicability that it cites.
 */
statement: string, };

export type CertificateCorrect = { 
/**
 * Its number.
 */
number: string, 
/**
 * The right number.
 */
new_number: string | null, 
/**
 * The right body.
 */
body: string | null, 
/**
 * The right words of the scope.
 */
words: string | null, 
/**
 * Codes of the right scope items.
 */
scope: Array<string> | null, 
/**
 * When it was issued.
 */
issued: Day | null, 
/**
 * Its last day.
 */
valid_until: Day | null, 
/**
 * The days on which the body comes back.
 */
surveillance: Array<Day> | null, 
/**
 * The version of the Statement of Applicability that it cites.
 */
statement: string | null, 
/**
 * Why.
 */
reason: string, };

export type CertificateDay = "surveillance" | "expiry";

export type CertificateId = string;

export type CertificateList = { 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type CertificateNotice = { "what": "unknown_version" } | { "what": "before_version", 
/**
 * The version's day.
 */
day: Day, } | { "what": "outside", 
/**
 * Their codes.
 */
items: Array<string>, };

export type CertificateRow = { 
/**
 * How it stands.
 */
standing: CertificateStanding, 
/**
 * The current version of the Statement of Applicability, where it is newer than the one that is cited.
 */
moved_on: string | null, 
/**
 * What is to be said of it.
 */
notices: Array<CertificateNotice>, 
/**
 * Days of surveillance that have passed and that nobody confirmed.
 */
unconfirmed: Array<Day>, 
/**
 * Identifier.
 */
id: CertificateId, 
/**
 * Its number.
 */
number: string, 
/**
 * Code of the system that it is for.
 */
system: string, 
/**
 * Edition, as `27001:2022`.
 */
edition: string, 
/**
 * The body that issued it.
 */
body: string, 
/**
 * The scope in the certificate's words.
 */
words: string, 
/**
 * Codes of the scope items it names; none means the system's whole scope.
 */
scope: Array<string>, 
/**
 * When it was issued.
 */
issued: Day, 
/**
 * Its last day.
 */
valid_until: Day, 
/**
 * The days on which the body comes back.
 */
surveillance: Array<Surveillance>, 
/**
 * The version of the Statement of Applicability that it cites.
 */
statement: string, 
/**
 * The first day on which it speaks no more, where it was withdrawn.
 */
withdrawn: Day | null, };

export type CertificateShow = { 
/**
 * Its number.
 */
number: string, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type CertificateShown = { 
/**
 * What has been met at each of its scope items, or in the whole system where it names none.
 */
met: Array<MetAt>, 
/**
 * How it stands.
 */
standing: CertificateStanding, 
/**
 * The current version of the Statement of Applicability, where it is newer than the one that is cited.
 */
moved_on: string | null, 
/**
 * What is to be said of it.
 */
notices: Array<CertificateNotice>, 
/**
 * Days of surveillance that have passed and that nobody confirmed.
 */
unconfirmed: Array<Day>, 
/**
 * Identifier.
 */
id: CertificateId, 
/**
 * Its number.
 */
number: string, 
/**
 * Code of the system that it is for.
 */
system: string, 
/**
 * Edition, as `27001:2022`.
 */
edition: string, 
/**
 * The body that issued it.
 */
body: string, 
/**
 * The scope in the certificate's words.
 */
words: string, 
/**
 * Codes of the scope items it names; none means the system's whole scope.
 */
scope: Array<string>, 
/**
 * When it was issued.
 */
issued: Day, 
/**
 * Its last day.
 */
valid_until: Day, 
/**
 * The days on which the body comes back.
 */
surveillance: Array<Surveillance>, 
/**
 * The version of the Statement of Applicability that it cites.
 */
statement: string, 
/**
 * The first day on which it speaks no more, where it was withdrawn.
 */
withdrawn: Day | null, };

export type CertificateStanding = "coming" | "valid" | "expired" | "withdrawn";

export type CertificateSurveyed = { 
/**
 * Its number.
 */
number: string, 
/**
 * The day that was set for it.
 */
day: Day, 
/**
 * When it was; that day where none is given.
 */
on: Day | null, };

export type CertificateWithdraw = { 
/**
 * Its number.
 */
number: string, 
/**
 * The first day on which it speaks no more; today where none is given.
 */
on: Day | null, 
/**
 * Why.
 */
reason: string, };

export type ChangeEntry = { 
/**
 * Position in the ledger.
 */
seq: number, 
/**
 * What happened, in one word: `document.approved`.
 */
kind: string, 
/**
 * What it is about, as far as the tables still know its name.
 */
about: string, };

export type ChangeShown = { 
/**
 * Its first entry.
 */
first: number, 
/**
 * Its last entry.
 */
last: number, 
/**
 * The day, by the organisation's time zone.
 */
day: Day, 
/**
 * What a clock showed there.
 */
time: string, 
/**
 * Who wrote it.
 */
actor: string, 
/**
 * Whether it can be taken back.
 */
state: BatchState, 
/**
 * Its first entries.
 */
entries: Array<ChangeEntry>, 
/**
 * How many more there are.
 */
more: number, 
/**
 * All of its entries, counted by what happened, in the order in which each first stands there.
 */
kinds: Array<[string, number]>, };

export type Changed = { 
/**
 * Its name.
 */
field: string, 
/**
 * What it said; empty where there was no value.
 */
before: string, 
/**
 * What it says.
 */
after: string, };

export type Check = { 
/**
 * What was checked.
 */
name: string, 
/**
 * Whether it passed.
 */
ok: boolean, 
/**
 * How much was looked at, or what is wrong, in words.
 */
detail: string, 
/**
 * How much was looked at, where it passed.
 */
said: CheckFact | null, 
/**
 * The code of the first finding, where it did not.
 */
finding: string | null, };

export type CheckFact = { "code": "readable" } | { "code": "entries", 
/**
 * How many.
 */
entries: number, 
/**
 * The root of their tree, in hex.
 */
root: string, } | { "code": "compared", 
/**
 * How many.
 */
checkpoints: number, } | { "code": "signed_up_to", 
/**
 * How many.
 */
entries: number, } | { "code": "first_key", 
/**
 * Its identifier in notes.
 */
key: string, 
/**
 * The entry that enrols it.
 */
entry: number, } | { "code": "clocks_fit" } | { "code": "hashed", 
/**
 * How many.
 */
files: number, } | { "code": "present", 
/**
 * How many.
 */
files: number, } | { "code": "tables_fit" } | { "code": "tables_compared", 
/**
 * How many.
 */
tables: number, 
/**
 * How many rows they have.
 */
rows: number, } | { "code": "texts_compared", 
/**
 * How many.
 */
texts: number, } | { "code": "texts_not_compared", 
/**
 * How many.
 */
texts: number, } | { "code": "names", 
/**
 * How many.
 */
files: number, 
/**
 * The top folder of the pack.
 */
folder: string, } | { "code": "archive_readable" } | { "code": "manifest", 
/**
 * How many.
 */
files: number, } | { "code": "bag" } | { "code": "consistent", 
/**
 * Entries of the earlier one.
 */
old: number, 
/**
 * Entries of the later one.
 */
new: number, } | { "code": "earlier_form" } | { "code": "long_names", 
/**
 * How many.
 */
files: number, } | { "code": "signed" } | { "code": "proven", 
/**
 * How many.
 */
entries: number, 
/**
 * How many entries that ledger has.
 */
ledger: number, } | { "code": "withheld", 
/**
 * How many.
 */
entries: number, } | { "code": "fits", 
/**
 * The file that was given.
 */
path: string, } | { "code": "held_fits", 
/**
 * How many entries it speaks of.
 */
entries: number, } | { "code": "nothing_outside" } | { "code": "signed_by", 
/**
 * The name that goes with the key.
 */
principal: string, 
/**
 * The key's fingerprint.
 */
fingerprint: string, } | { "code": "compare_key" } | { "code": "pages_compared", 
/**
 * How many pages.
 */
pages: number, 
/**
 * How many files of evidence stand where the entries say.
 */
files: number, } | { "code": "pages_of_earlier_form" } | { "code": "pages_of_withheld", 
/**
 * Their names.
 */
names: string, } | { "code": "pages_not_compared", 
/**
 * Their names.
 */
names: string, } | { "code": "keys_not_enrolled" } | { "code": "states_not_shown" } | { "code": "complete", 
/**
 * How many.
 */
entries: number, 
/**
 * Of how many documents and records.
 */
items: number, } | { "code": "entries_alike", 
/**
 * About how many documents and records.
 */
items: number, 
/**
 * Of how many in the pack that is checked.
 */
of: number, 
/**
 * Among the first how many entries.
 */
entries: number, } | { "code": "omissions_not_compared" } | { "code": "not_comparable" } | { "code": "continues", 
/**
 * The size of that ledger.
 */
entry: number, } | { "code": "continues_all", 
/**
 * How many.
 */
states: number, } | { "code": "statements", 
/**
 * How many.
 */
statements: number, 
/**
 * How many of them are signed.
 */
signed: number, } | { "code": "statements_not_there" } | { "code": "statement_keys_not_shown", 
/**
 * How many statements.
 */
statements: number, } | { "code": "recorded_day_not_said" } | { "code": "key_continues" };

export type Checked = { 
/**
 * When, in milliseconds since 1970.
 */
at: number, 
/**
 * Whether every check passed.
 */
ok: boolean, 
/**
 * Whether every file was read.
 */
deep: boolean, 
/**
 * How many files were looked at.
 */
files: number, 
/**
 * How many entries were looked at.
 */
entries: number, 
/**
 * What was found.
 */
findings: Array<Finding>, };

export type CheckpointSigned = { 
/**
 * Number of entries.
 */
size: number, 
/**
 * The signed note: keep a copy outside of this machine.
 */
checkpoint: string, 
/**
 * The key that checks it.
 */
verifier_key: string, 
/**
 * That key's fingerprint.
 */
fingerprint: string, };

export type CitedBy = { 
/**
 * How many documents.
 */
documents: number, 
/**
 * How many records.
 */
records: number, 
/**
 * How many of both cite a section that changes.
 */
changing: number, 
/**
 * The first of them: those that cite what changes, then by code.
 */
citing: Array<Citing>, 
/**
 * What has no text, so that nobody knows.
 */
not_searched: Array<NotSearched>, };

export type Citing = { 
/**
 * `document` or `record`.
 */
kind: string, 
/**
 * Its code.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its owner; empty for a record.
 */
owner: string, 
/**
 * Where the file lay when it was filed.
 */
file: string, 
/**
 * That file's content.
 */
digest: Digest, 
/**
 * Where in the file it stands.
 */
place: FoundAt | null, 
/**
 * The words around it.
 */
snippet: string, 
/**
 * The sections cited; none where the whole document is.
 */
sections: Array<SectionCited>, 
/**
 * Whether one of them changes.
 */
changes: boolean, };

export type Claim = { 
/**
 * Code of the system.
 */
system: string, 
/**
 * Edition, as `20000-1:2018`.
 */
edition: string, 
/**
 * Whether conformity can be claimed.
 */
verdict: ClaimVerdict, 
/**
 * What is missing of the system itself, whatever the rules say.
 */
lacks: ClaimLacks, 
/**
 * What stands against it.
 */
against: Array<ClaimFinding>, 
/**
 * What must be asked.
 */
ask: Array<ClaimFinding>, 
/**
 * What is to be heeded and keeps nobody from claiming.
 */
heed: Array<ClaimFinding>, 
/**
 * What may be said.
 */
may: Array<ClaimFinding>, };

export type ClaimAbout = "system" | "statement" | "scope_item" | "party" | "certificate" | "clause" | "item" | "requirement";

export type ClaimAboutOne = { 
/**
 * What kind of thing.
 */
kind: ClaimAbout, 
/**
 * Its code, number or name.
 */
name: string, 
/**
 * What it lacks, or with what else it is about, by name.
 */
with: Array<string>, };

export type ClaimCheck = { 
/**
 * Code or standard of the system.
 */
system: string, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type ClaimEffect = "block" | "refuse" | "require" | "warn" | "ask" | "show" | "accept" | "compute";

export type ClaimFinding = { 
/**
 * Its number, as `CL-01`.
 */
rule: string, 
/**
 * What it does.
 */
effect: ClaimEffect, 
/**
 * What it says, in our own words.
 */
says: string, 
/**
 * The clauses that it rests on, as `20000-1/4.3`.
 */
clauses: Array<string>, 
/**
 * What it is about.
 */
about: Array<ClaimAboutOne>, };

export type ClaimLacks = { 
/**
 * What the scope statement does not say.
 */
statement: Array<StatementLack>, 
/**
 * Services, components and processes in the scope of which nobody said who runs them, by code; asked for an SMS.
 */
runners: Array<string>, 
/**
 * Clauses without evidence.
 */
gaps: number, 
/**
 * Clauses covered in part.
 */
partial: number, 
/**
 * Controls that apply of which nobody said whether they are in place.
 */
in_place_unsaid: number, 
/**
 * Controls that apply and are not in place yet.
 */
not_in_place: number, 
/**
 * Clauses and controls of which the scope statement says otherwise than what was decided.
 */
otherwise_stated: Array<string>, };

export type ClaimVerdict = "blocked" | "open" | "clear";

export type ClauseChange = { 
/**
 * The clause.
 */
reference: ClauseRef, 
/**
 * Its title.
 */
title: string, 
/**
 * Before.
 */
before: CoverageState, 
/**
 * After.
 */
after: CoverageState, 
/**
 * How many points decisions on proposals opened there.
 */
opens: number, };

export type ClauseHere = { 
/**
 * How it is covered, and why; none for what coverage does not count.
 */
stands: CoverageRow | null, 
/**
 * The points that keep it, one above or one below it open: the first of them.
 */
points: Array<PointShown>, 
/**
 * How many there are in all.
 */
points_open: number, };

export type ClauseKind = "clause" | "domain" | "objective" | "theme" | "control";

export type ClauseNamedAt = { 
/**
 * The file's name.
 */
file: string, 
/**
 * The page, where the text knows pages.
 */
page?: number | null, 
/**
 * The line of the text, from 1.
 */
line: number, 
/**
 * The heading above it, where the text has one that is numbered.
 */
heading?: string | null, 
/**
 * The clause as the text names it, where one of a later edition holds its place.
 */
of?: ClauseRef, };

export type ClauseOpen = { 
/**
 * The clause, as `20000-1:2018/8.5.1`.
 */
reference: string, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type ClauseOpened = { 
/**
 * The clause.
 */
reference: ClauseRef, 
/**
 * The editions held, in the order of the columns.
 */
editions: Array<EditionId>, 
/**
 * What the reference data says about it.
 */
clause: ClauseView | null, 
/**
 * Its counterparts in each edition held of the other standards.
 */
answers: Array<Answer>, 
/**
 * How it stands in the whole system, and why, by name; none for an edition that is not held.
 */
stands: CoverageRow | null, 
/**
 * How it and its counterparts stand.
 */
states: { [key in string]: Standing }, 
/**
 * The documents and records mapped to it or to a clause above or below it.
 */
evidence: Array<Evidence>, 
/**
 * The points that keep mappings to it open, and those that keep mappings to its counterparts open beside one to it; of
 * clauses above and below too, and settled ones.
 */
points: Array<PointShown>, 
/**
 * What the correlation proposes for it, and for its counterparts from it.
 */
proposals: Array<ItemProposal>, 
/**
 * Per site and edition: how it stands there.
 */
places: Array<PlaceStanding>, };

export type ClauseOrigin = "common" | "added" | "specific";

export type ClauseRef = string;

export type ClauseRow = { 
/**
 * Number: `7.5.3`, `A.8.1.1`.
 */
clause: string, 
/**
 * Title, or our label where the standard has none.
 */
title: string, 
/**
 * Whether the title is our label.
 */
untitled: boolean, 
/**
 * Depth, 1 at the top.
 */
level: number, 
/**
 * Clause, domain, objective, theme or control.
 */
kind: ClauseKind, 
/**
 * Place on the common structure; none for Annex A.
 */
place: Place | null, 
/**
 * Whether its text is the common one (R3).
 */
origin: ClauseOrigin, 
/**
 * How it deviates from the common text, and what to watch.
 */
marks: Array<Mark>, 
/**
 * The common heading, where the standard changed it.
 */
renamed_from: string | null, 
/**
 * What a mark is about, in our words.
 */
note: string | null, };

export type ClauseShow = { 
/**
 * Standard; or standard and clause in one, as `9001/7.5.3`.
 */
standard: string, 
/**
 * Clause; empty where the standard names it.
 */
clause: string, };

export type ClauseShown = { 
/**
 * How it stands here; none without a workspace, and for an edition that it does not hold.
 */
here?: ClauseHere, 
/**
 * Short name of its standard: `27001`.
 */
standard: string, 
/**
 * Year of its edition: `2013`.
 */
edition: string, 
/**
 * The clause or group right above it.
 */
parent: Place | null, 
/**
 * What stands directly below.
 */
children: Array<Place>, 
/**
 * Documented information it asks for.
 */
required: Array<Required>, 
/**
 * Its marks as sentences.
 */
flags: Array<string>, 
/**
 * Why it is its standard's own, where it is.
 */
own: OwnClause | null, 
/**
 * Core processes it is part of, which several standards share.
 */
processes: Array<string>, 
/**
 * Its partners in short, per standard (R11: detail is what `correlate` gives).
 */
correlated: Array<CorrelatedRow>, 
/**
 * What took its place in a later edition.
 */
successors: Array<Place>, 
/**
 * Whose place it took.
 */
predecessors: Array<Place>, 
/**
 * Documents that answer a question better (R36).
 */
sister_documents: Array<SisterDocument>, 
/**
 * See [`GUIDANCE`].
 */
guidance: string, 
/**
 * Number: `7.5.3`, `A.8.1.1`.
 */
clause: string, 
/**
 * Title, or our label where the standard has none.
 */
title: string, 
/**
 * Whether the title is our label.
 */
untitled: boolean, 
/**
 * Depth, 1 at the top.
 */
level: number, 
/**
 * Clause, domain, objective, theme or control.
 */
kind: ClauseKind, 
/**
 * Place on the common structure; none for Annex A.
 */
place: Place | null, 
/**
 * Whether its text is the common one (R3).
 */
origin: ClauseOrigin, 
/**
 * How it deviates from the common text, and what to watch.
 */
marks: Array<Mark>, 
/**
 * The common heading, where the standard changed it.
 */
renamed_from: string | null, 
/**
 * What a mark is about, in our words.
 */
note: string | null, };

export type ClauseTouched = { 
/**
 * Edition and clause.
 */
reference: ClauseRef, 
/**
 * The clause's title.
 */
title: string, 
/**
 * How much of it is satisfied.
 */
strength: Strength, 
/**
 * Why, as it was entered.
 */
reason: string, 
/**
 * The sections that change and that the reason names.
 */
sections: Array<string>, 
/**
 * What becomes of the mapping.
 */
becomes: MappingBecomes, };

export type ClauseView = { 
/**
 * Short name of its standard: `27001`.
 */
standard: string, 
/**
 * Year of its edition: `2013`.
 */
edition: string, 
/**
 * The clause or group right above it.
 */
parent: Place | null, 
/**
 * What stands directly below.
 */
children: Array<Place>, 
/**
 * Documented information it asks for.
 */
required: Array<Required>, 
/**
 * Its marks as sentences.
 */
flags: Array<string>, 
/**
 * Why it is its standard's own, where it is.
 */
own: OwnClause | null, 
/**
 * Core processes it is part of, which several standards share.
 */
processes: Array<string>, 
/**
 * Its partners in short, per standard (R11: detail is what `correlate` gives).
 */
correlated: Array<CorrelatedRow>, 
/**
 * What took its place in a later edition.
 */
successors: Array<Place>, 
/**
 * Whose place it took.
 */
predecessors: Array<Place>, 
/**
 * Documents that answer a question better (R36).
 */
sister_documents: Array<SisterDocument>, 
/**
 * See [`GUIDANCE`].
 */
guidance: string, 
/**
 * Number: `7.5.3`, `A.8.1.1`.
 */
clause: string, 
/**
 * Title, or our label where the standard has none.
 */
title: string, 
/**
 * Whether the title is our label.
 */
untitled: boolean, 
/**
 * Depth, 1 at the top.
 */
level: number, 
/**
 * Clause, domain, objective, theme or control.
 */
kind: ClauseKind, 
/**
 * Place on the common structure; none for Annex A.
 */
place: Place | null, 
/**
 * Whether its text is the common one (R3).
 */
origin: ClauseOrigin, 
/**
 * How it deviates from the common text, and what to watch.
 */
marks: Array<Mark>, 
/**
 * The common heading, where the standard changed it.
 */
renamed_from: string | null, 
/**
 * What a mark is about, in our words.
 */
note: string | null, };

export type ClockConfirm = Record<symbol, never>;

export type Column = { 
/**
 * Edition, as `27001:2013`.
 */
edition: EditionId, 
/**
 * Short name.
 */
standard: string, 
/**
 * Full name.
 */
name: string, 
/**
 * Abbreviation of the system.
 */
system: string, 
/**
 * How many clauses stand how.
 */
summary: CoverageSummary, 
/**
 * The same by main clause: `4` to `10`, and `A` for controls.
 */
mains: Array<[string, CoverageSummary]>, };

export type ColumnWhy = "both" | "name" | "cells" | "remembered" | "chosen" | "nothing" | "taken" | "against" | "running" | "some_date" | "some_clauses" | "foreign";

export type ColumnWords = { 
/**
 * The particular: `status` or `kind`.
 */
under: string, 
/**
 * The column's letters.
 */
letters: string, 
/**
 * Each word, the commonest first.
 */
words: Array<WordMeaning>, };

export type ColumnsChosen = { 
/**
 * The sheet or table: its name, or its number from 1 where it has none.
 */
sheet: string | null, 
/**
 * The row of names, as the list's program numbers it; 0 where there is none.
 */
row: number | null, 
/**
 * What columns mean, by their letters: `A` means `number`.
 */
columns: { [key in string]: string }, 
/**
 * What words mean, by the particular under which they stand: of `status` the word `OK` means `effective`.
 */
words: { [key in string]: { [key in string]: string } }, 
/**
 * What to make of rows that are struck out.
 */
struck: StruckRows | null, 
/**
 * Whether rows that are hidden stay out.
 */
leave_hidden: boolean | null, };

export type Coming = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Label of the revision.
 */
revision: string, 
/**
 * First day in force.
 */
from: Day, };

export type Concluded = { 
/**
 * What came of it.
 */
outcome: ReviewOutcome, 
/**
 * Why.
 */
reason: string, 
/**
 * When.
 */
on: Day, 
/**
 * Who.
 */
reviewer: string, 
/**
 * Next review, where there is one.
 */
next_review: Due | null, };

export type Concordance = { 
/**
 * The editions, in the order of the columns.
 */
columns: Array<Column>, 
/**
 * The rows.
 */
rows: Array<ConcordanceRow>, 
/**
 * Titles of the main clauses.
 */
groups: Array<[string, string]>, 
/**
 * How each clause stands.
 */
states: { [key in string]: Standing }, };

export type ConcordanceCell = { 
/**
 * Short name: `9001`.
 */
standard: string, 
/**
 * Its clauses; none where it has no counterpart.
 */
clauses: Array<ClauseRef>, };

export type ConcordanceRow = { 
/**
 * Main clause it stands under: `4` to `10`, or `A` for controls without a counterpart.
 */
group: string, 
/**
 * Number of the row's clause: that of the middle standard, or of the one it belongs to.
 */
clause: string, 
/**
 * Title of that clause.
 */
title: string, 
/**
 * Whether it is common text; else it belongs to one standard.
 */
common: boolean, 
/**
 * Per standard held, in the order of the columns.
 */
cells: Array<ConcordanceCell>, 
/**
 * Between the columns: how the clause in the middle relates to those on the left and on the right.
 */
joins: Array<Join>, };

export type ConcordanceShow = { 
/**
 * Only at this scope item.
 */
scope: string | null, 
/**
 * An edition held that stands in the column of its standard, where another one was set up first: `27001:2013`.
 */
edition: string | null, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type Consequence = "due_day" | "in_force" | "someone" | "nothing";

export type Consistency = { 
/**
 * The earlier size.
 */
old: number, 
/**
 * Its root.
 */
old_root: string, 
/**
 * Today's size.
 */
new: number, 
/**
 * Its root.
 */
new_root: string, 
/**
 * The proof.
 */
proof: string, 
/**
 * Today's checkpoint.
 */
checkpoint: string, };

export type Contents = { 
/**
 * Name of its top folder.
 */
name: string, 
/**
 * The day for which it holds.
 */
day: Day, 
/**
 * What lies under `documents/`.
 */
documents: Part, 
/**
 * What lies under `records/`.
 */
records: Part, 
/**
 * How many files lie under `approvals/`: statements, their signatures and the keys.
 */
approvals: number, 
/**
 * How many files the pack would have under its `data/`, with its pages and what proves them.
 */
files: number, 
/**
 * How many files there would be in one pack for each standard: a file cited for two counts twice.
 */
without_overlap: number, 
/**
 * One per audited edition, in the audit's order.
 */
indexes: Array<Index>, 
/**
 * What to look at before handing it over.
 */
warnings: Array<PackWarning>, 
/**
 * What an auditor should know before opening anything.
 */
notes: Array<PackCaveat>, 
/**
 * The pack issued last, for any audit: name and day.
 */
last: [string, Day] | null, };

export type ControlAt = { 
/**
 * The control.
 */
reference: ClauseRef, 
/**
 * Its title.
 */
title: string, 
/**
 * How the item stands to it.
 */
state: ControlState, 
/**
 * Mapped: how strongly.
 */
strength: Strength | null, 
/**
 * Mapped: how many open points keep it partial.
 */
open_points: number, 
/**
 * Mapped or declined: why.
 */
reason: string, 
/**
 * Mapped: the decision that keeps it from counting as it says.
 */
less: MappingLess | null, 
/**
 * Mapped, but to the heading above it, which counts for what stands below: that heading.
 */
by?: ClauseRef, 
/**
 * What is proposed, where it waits; `notes` are those that the group does not share.
 */
proposal: Proposal | null, };

export type ControlCheck = Record<symbol, never>;

export type ControlChecked = { 
/**
 * How many documents were looked at.
 */
documents: number, 
/**
 * How many statements.
 */
statements: number, 
/**
 * Of how many documents in force no text is kept, so that nobody knows what they say.
 */
unread: number, 
/**
 * How many files with statements on them were not read, since there are too many: `verify --deep` reads them all.
 */
unread_files: number, 
/**
 * What was found, the gravest first, then by code.
 */
findings: Array<ControlFinding>, };

export type ControlFinding = { 
/**
 * What.
 */
what: Irregular, 
/**
 * The clause that asks for it.
 */
clause: string, 
/**
 * Code of the document.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Label of the revision, where one is concerned.
 */
revision: string | null, 
/**
 * Values that the words need: `by`, `cited`, `day`, `file`, `from`, `older`, `owner`, `reason`, `role`, `stated`, `words`.
 */
values: { [key in string]: string }, };

export type ControlGives = "all" | "own_assets" | "in_part" | "not_in_place" | "excluded";

export type ControlReach = "assets" | "services";

export type ControlRow = { 
/**
 * The control.
 */
reference: ClauseRef, 
/**
 * Its title.
 */
title: string, 
/**
 * How it stands in the whole system; none for an edition that is not held.
 */
stands: CoverageState | null, 
/**
 * How each item stands to it.
 */
cells: Array<ControlAt>, };

export type ControlState = "proposed" | "accepted" | "declined" | "not_proposed";

export type Correlate = { 
/**
 * Standard.
 */
standard: string, 
/**
 * Clause.
 */
clause: string, 
/**
 * Only in this standard.
 */
to: string | null, };

export type CorrelatedRow = { 
/**
 * Short name of the other standard: `9001`.
 */
standard: string, 
/**
 * Year of its edition: `2015`.
 */
edition: string, 
/**
 * Why there are no partners, where there are none.
 */
outcome: CorrelationOutcome, 
/**
 * The partners, with no more notes than what is particular to each.
 */
matches: Array<PartnerRow>, };

export type Correlation = { 
/**
 * The clause asked about.
 */
from: Asked, 
/**
 * One answer per other edition.
 */
answers: Array<Answer>, };

export type CorrelationOutcome = "matched" | "none" | "not_stated";

export type Counts = { 
/**
 * All documents.
 */
documents: number, 
/**
 * Documents whose review is overdue, by one reading of its date at least.
 */
documents_overdue: number, 
/**
 * Drafts.
 */
documents_draft: number, 
/**
 * Documents that are not withdrawn and mapped to no clause.
 */
documents_unmapped: number, 
/**
 * All records.
 */
records: number, 
/**
 * Records whose validity has ended.
 */
records_expired: number, 
/**
 * Records that were replaced or taken back.
 */
records_gone: number, 
/**
 * Records mapped to no clause.
 */
records_unmapped: number, };

export type Coverage = { 
/**
 * Edition, as `27001:2013`.
 */
edition: string, 
/**
 * Code of the scope item asked for; none means the whole system.
 */
scope: string | null, 
/**
 * The day for which this holds.
 */
day: Day, 
/**
 * How many clauses stand how.
 */
summary: CoverageSummary, 
/**
 * Every clause, in the standard's order.
 */
rows: Array<CoverageRow>, };

export type CoverageColumns = { 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type CoverageRow = { 
/**
 * The clause.
 */
reference: ClauseRef, 
/**
 * Its title.
 */
title: string, 
/**
 * Depth: 1 for a main clause.
 */
level: number, 
/**
 * Place on the common structure.
 */
spine: string | null, 
/**
 * Whether other clauses stand below it; its state then sums them up.
 */
heading: boolean, 
/**
 * How far it is covered.
 */
state: CoverageState, 
/**
 * Why it is not covered.
 */
gaps: Array<Gap>, 
/**
 * Why it is covered, where names were asked for.
 */
shown: CoveredBy | null, 
/**
 * How many documents and records are mapped to it or to a clause above it.
 */
items: number, };

export type CoverageShow = { 
/**
 * Only this standard.
 */
standard: string | null, 
/**
 * Only at this scope item.
 */
scope: string | null, 
/**
 * Whether each reason names what it is about, and what is covered says by what.
 */
named: boolean, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type CoverageState = "gap" | "undecided" | "not_in_place" | "partial" | "covered" | "not_applicable" | "out_of_scope";

export type CoverageSummary = { 
/**
 * All that were counted.
 */
clauses: number, 
/**
 * Covered.
 */
covered: number, 
/**
 * Partly covered.
 */
partial: number, 
/**
 * Not covered.
 */
gap: number, 
/**
 * Controls of which nobody said whether they apply.
 */
undecided: number, 
/**
 * Controls that apply and are not in place yet.
 */
not_in_place: number, 
/**
 * Decided as not applicable; not among those counted.
 */
not_applicable: number, };

export type CoveredBy = { 
/**
 * Codes of the first documents in force.
 */
documents: Array<string>, 
/**
 * How many more of them there are.
 */
more_documents: number, 
/**
 * How many records count.
 */
records: number, 
/**
 * The first and the last year of which these speak; none where there are too many to look at.
 */
years: [number, number] | null, };

export type Day = string;

export type DaysDue = { 
/**
 * The day against which overdue is judged.
 */
day: Day, 
/**
 * The days on which something is due, in order.
 */
days: Array<DueDay>, };

export type Decision = { 
/**
 * Whether it applies.
 */
applies: boolean, 
/**
 * Why, either way. Empty only for a clause that applies, and where a list that was taken in says none.
 */
reason?: string, 
/**
 * From where the need comes.
 */
grounds?: Array<Ground>, 
/**
 * The risks or the risk assessment it rests on, as the organisation calls them.
 */
risks?: Array<string>, 
/**
 * Of a requirement of 9001 that does not apply: whether leaving it out was confirmed to affect neither conforming
 * products and services nor customers' satisfaction.
 */
condition_met?: boolean | null, 
/**
 * Whether it is in place; none where nobody said.
 */
implemented?: Implemented | null, 
/**
 * What it reaches; none where nobody said.
 */
reach?: Array<ControlReach>, 
/**
 * Who answers for it.
 */
owner?: string, };

export type DecisionLack = "undecided" | "reason" | "condition" | "risk" | "implemented" | "reach" | "statement";

export type DecisionMade = { 
/**
 * Position in the ledger.
 */
seq: number, 
/**
 * When.
 */
day: Day, 
/**
 * Who.
 */
by: string, 
/**
 * What; none where it was taken back.
 */
decision: Decision | null, 
/**
 * The list it was read from.
 */
source: string, };

export type Digest = string;

export type DocumentAdd = { 
/**
 * The files.
 */
files: Array<string>, 
/**
 * The organisation's own number; the next one by the rule for its type where none is given.
 */
code: string, 
/**
 * Label of the first revision; `1` where none is given.
 */
revision: string | null, 
/**
 * Clauses it satisfies.
 */
clauses: Array<string>, 
/**
 * Codes of the scope items it belongs to.
 */
scope: Array<string>, 
/**
 * That it is filed for another purpose though its content is filed already.
 */
again: boolean, 
/**
 * Title.
 */
title: string, 
/**
 * Kind of documented information.
 */
kind: DocumentKind, 
/**
 * Role that answers for it.
 */
owner: string, 
/**
 * Role that approves it.
 */
approver: string, 
/**
 * Who may see it.
 */
classification: string, 
/**
 * Who gets it.
 */
distribution: string, 
/**
 * How long it is kept, in the organisation's words.
 */
retention: string, 
/**
 * External documents: where it comes from.
 */
source: string, 
/**
 * The language it is written in, in the organisation's words.
 */
language: string, 
/**
 * Months between reviews.
 */
review_interval: number | null, };

export type DocumentApprovals = { 
/**
 * Code of the document.
 */
code: string, };

export type DocumentApprove = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * Which revision; the newest where none is given.
 */
revision: string | null, 
/**
 * First day in force; today where none is given.
 */
effective: Day | null, 
/**
 * Next review; from the review interval where none is given.
 */
next_review: Day | null, 
/**
 * Why; needed where an older revision is to replace a newer one.
 */
reason: string, 
/**
 * How whoever acts signs.
 */
sign: SignWith, };

export type DocumentApproved = { 
/**
 * What has to be said of the approval.
 */
notices: Array<ApprovalNotice>, 
/**
 * Codes of the scope items it belongs to; none means all.
 */
scope: Array<string>, 
/**
 * Whether it is a policy in force of which nobody was told by this day.
 */
not_communicated: boolean, 
/**
 * Months between its reviews: its own interval, else by the rule for its type; none where neither says.
 */
months: number | null, 
/**
 * Since when it is withdrawn, or will be.
 */
withdrawn_from: Day | null, 
/**
 * Its revisions, oldest first.
 */
revisions: Array<Revision>, 
/**
 * The clauses it satisfies.
 */
mappings: Array<Named>, 
/**
 * The points that its mappings open, open and settled.
 */
points: Array<PointShown>, 
/**
 * Its reviews, oldest first.
 */
reviews: Array<Concluded>, 
/**
 * Revisions that reviews asked for, oldest first.
 */
tasks: Array<RevisionTask>, 
/**
 * Moves of its next review, oldest first.
 */
moves: Array<ReviewMoved>, 
/**
 * Doubts about what is approved of it that no review has looked into, oldest first.
 */
doubts: Array<DoubtOpen>, 
/**
 * Identifier.
 */
id: DocumentId, 
/**
 * The organisation's own number.
 */
code: string, 
/**
 * Where it stands.
 */
state: DocumentState, 
/**
 * Whether people go by it: it is in force, or a list says so.
 */
in_use: boolean, 
/**
 * Label of the effective revision, else of the newest.
 */
revision: string | null, 
/**
 * Next review, as far as it is known.
 */
next_review: Due | null, 
/**
 * Day on which it was registered.
 */
registered: Day, 
/**
 * Title.
 */
title: string, 
/**
 * Kind of documented information.
 */
kind: DocumentKind, 
/**
 * Role that answers for it.
 */
owner: string, 
/**
 * Role that approves it.
 */
approver: string, 
/**
 * Who may see it.
 */
classification: string, 
/**
 * Who gets it.
 */
distribution: string, 
/**
 * How long it is kept, in the organisation's words.
 */
retention: string, 
/**
 * External documents: where it comes from.
 */
source: string, 
/**
 * The language it is written in, in the organisation's words.
 */
language: string, 
/**
 * Months between reviews.
 */
review_interval: number | null, };

export type DocumentCallOff = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * Which revision; the newest where none is given.
 */
revision: string | null, 
/**
 * Why.
 */
reason: string, };

export type DocumentChange = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * Why.
 */
reason: string, 
/**
 * Who is to write the new revision; the document's owner where nobody is given.
 */
owner: string | null, 
/**
 * By when; in thirty days where no day is given.
 */
by: Day | null, };

export type DocumentCitedBy = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * Only who cites this section, one within it, or one that it is within.
 */
section: string | null, 
/**
 * The revisions between which it is asked whether a section changes, as in a comparison.
 */
earlier: string | null, 
/**
 * The later one.
 */
later: string | null, 
/**
 * How many are shown at the most.
 */
limit: number, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type DocumentCommunicate = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * Which revision; the one in force, else the one that comes, where none is given.
 */
revision: string | null, 
/**
 * To whom, in words: all staff, one site, a person.
 */
to: string, 
/**
 * When; today where no day is given.
 */
on: Day | null, 
/**
 * How, in words.
 */
how: string, };

export type DocumentCompare = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * Label of the earlier revision; the one in force where none is given.
 */
earlier: string | null, 
/**
 * Label of the later revision; the newest where none is given.
 */
later: string | null, 
/**
 * Of what did not change only so many paragraphs beside each change; all where no number is given.
 */
near: number | null, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type DocumentCorrect = { 
/**
 * Codes of the documents.
 */
codes: Array<string>, 
/**
 * The right values as text, by the name of the particular or `code`; an empty one clears.
 */
changes: { [key in string]: string }, 
/**
 * Codes of the scope items they belong to, where those are corrected; none means all.
 */
scope: Array<string> | null, 
/**
 * The next review of each whose interval is corrected; it stays where none is given.
 */
next_review: Day | null, 
/**
 * Why.
 */
reason: string, };

export type DocumentDecide = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * Which revision; the newest where none is given.
 */
revision: string | null, 
/**
 * Whether they are for it.
 */
approve: boolean, 
/**
 * Why; needed to reject.
 */
reason: string, 
/**
 * First day in force, where another than planned.
 */
effective: Day | null, 
/**
 * How they sign.
 */
sign: SignWith, };

export type DocumentDecided = { 
/**
 * How the approval ended, where this ended it.
 */
ended: ApprovalEnded | null, 
/**
 * Its submissions, newest first.
 */
approvals: Array<ApprovalShown>, 
/**
 * What has to be said of the approval.
 */
notices: Array<ApprovalNotice>, };

export type DocumentDoubt = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * Which revision; the one in force where none is given, else the one that comes.
 */
revision: string | null, 
/**
 * Why.
 */
reason: string, 
/**
 * How they sign.
 */
sign: SignWith, };

export type DocumentFiled = { 
/**
 * What held the content of its files before.
 */
already: Array<AlreadyFiled>, 
/**
 * Codes of the scope items it belongs to; none means all.
 */
scope: Array<string>, 
/**
 * Whether it is a policy in force of which nobody was told by this day.
 */
not_communicated: boolean, 
/**
 * Months between its reviews: its own interval, else by the rule for its type; none where neither says.
 */
months: number | null, 
/**
 * Since when it is withdrawn, or will be.
 */
withdrawn_from: Day | null, 
/**
 * Its revisions, oldest first.
 */
revisions: Array<Revision>, 
/**
 * The clauses it satisfies.
 */
mappings: Array<Named>, 
/**
 * The points that its mappings open, open and settled.
 */
points: Array<PointShown>, 
/**
 * Its reviews, oldest first.
 */
reviews: Array<Concluded>, 
/**
 * Revisions that reviews asked for, oldest first.
 */
tasks: Array<RevisionTask>, 
/**
 * Moves of its next review, oldest first.
 */
moves: Array<ReviewMoved>, 
/**
 * Doubts about what is approved of it that no review has looked into, oldest first.
 */
doubts: Array<DoubtOpen>, 
/**
 * Identifier.
 */
id: DocumentId, 
/**
 * The organisation's own number.
 */
code: string, 
/**
 * Where it stands.
 */
state: DocumentState, 
/**
 * Whether people go by it: it is in force, or a list says so.
 */
in_use: boolean, 
/**
 * Label of the effective revision, else of the newest.
 */
revision: string | null, 
/**
 * Next review, as far as it is known.
 */
next_review: Due | null, 
/**
 * Day on which it was registered.
 */
registered: Day, 
/**
 * Title.
 */
title: string, 
/**
 * Kind of documented information.
 */
kind: DocumentKind, 
/**
 * Role that answers for it.
 */
owner: string, 
/**
 * Role that approves it.
 */
approver: string, 
/**
 * Who may see it.
 */
classification: string, 
/**
 * Who gets it.
 */
distribution: string, 
/**
 * How long it is kept, in the organisation's words.
 */
retention: string, 
/**
 * External documents: where it comes from.
 */
source: string, 
/**
 * The language it is written in, in the organisation's words.
 */
language: string, 
/**
 * Months between reviews.
 */
review_interval: number | null, };

export type DocumentFilter = { 
/**
 * Only this kind.
 */
kind: DocumentKind | null, 
/**
 * Only this state.
 */
state: DocumentState | null, 
/**
 * Only with this in code or title.
 */
text: string | null, 
/**
 * Only this owner.
 */
owner: string | null, 
/**
 * Only those in use whose review was due before this day, by one reading at least.
 */
overdue_on: Day | null, 
/**
 * Only those mapped to no clause.
 */
unmapped: boolean, };

export type DocumentId = string;

export type DocumentImpact = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * Label of the earlier revision; the one in force where none is given.
 */
earlier: string | null, 
/**
 * Label of the later revision; the newest where none is given.
 */
later: string | null, 
/**
 * How many who cite it are shown at the most.
 */
limit: number, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type DocumentItem = { 
/**
 * Identifier.
 */
id: DocumentId, 
/**
 * The organisation's own number.
 */
code: string, 
/**
 * Where it stands.
 */
state: DocumentState, 
/**
 * Whether people go by it: it is in force, or a list says so.
 */
in_use: boolean, 
/**
 * Label of the effective revision, else of the newest.
 */
revision: string | null, 
/**
 * Next review, as far as it is known.
 */
next_review: Due | null, 
/**
 * Day on which it was registered.
 */
registered: Day, 
/**
 * Title.
 */
title: string, 
/**
 * Kind of documented information.
 */
kind: DocumentKind, 
/**
 * Role that answers for it.
 */
owner: string, 
/**
 * Role that approves it.
 */
approver: string, 
/**
 * Who may see it.
 */
classification: string, 
/**
 * Who gets it.
 */
distribution: string, 
/**
 * How long it is kept, in the organisation's words.
 */
retention: string, 
/**
 * External documents: where it comes from.
 */
source: string, 
/**
 * The language it is written in, in the organisation's words.
 */
language: string, 
/**
 * Months between reviews.
 */
review_interval: number | null, };

export type DocumentKind = "policy" | "procedure" | "instruction" | "plan" | "process_description" | "agreement" | "contract" | "form" | "register" | "manual" | "external";

export type DocumentList = { 
/**
 * Which.
 */
filter: DocumentFilter, 
/**
 * In which order.
 */
sort: DocumentSort, 
/**
 * The `next` of the page before.
 */
after: Array<string> | null, 
/**
 * How many at the most.
 */
limit: number, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type DocumentRegister = { 
/**
 * Which.
 */
filter: DocumentFilter, 
/**
 * Only what this finds, see the command `search`.
 */
found: string | null, 
/**
 * In which order.
 */
sort: DocumentSort, 
/**
 * The other way round.
 */
descending: boolean, 
/**
 * First row, from 0.
 */
offset: number, 
/**
 * How many at the most.
 */
limit: number, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type DocumentReinstate = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * Which revision; the one that was in force last where none is given.
 */
revision: string | null, 
/**
 * First day in force; today where none is given.
 */
from: Day | null, 
/**
 * Next review; from the review interval where none is given.
 */
next_review: Day | null, 
/**
 * Why.
 */
reason: string, };

export type DocumentReplaceFiles = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * Which draft; the newest where none is given.
 */
revision: string | null, 
/**
 * The right files.
 */
files: Array<string>, 
/**
 * Why.
 */
reason: string, };

export type DocumentReview = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * What came of it.
 */
outcome: ReviewOutcome, 
/**
 * Why.
 */
reason: string, 
/**
 * Next review; from the review interval where none is given. Only where it is confirmed.
 */
next: Day | null, 
/**
 * Who is to write the new revision, where one is asked for; the document's owner where nobody is given.
 */
owner: string | null, 
/**
 * By when.
 */
revise_by: Day | null, 
/**
 * How whoever acts signs.
 */
sign: SignWith, };

export type DocumentRevise = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * The files.
 */
files: Array<string>, 
/**
 * Label; the one after the newest where none is given.
 */
revision: string | null, 
/**
 * Whether the change is a minor one, where no label is given.
 */
minor: boolean, 
/**
 * What changed.
 */
summary: string, 
/**
 * That it is filed for another purpose though its content is filed already.
 */
again: boolean, };

export type DocumentRow = { 
/**
 * The clauses it satisfies.
 */
clauses: Array<ClauseRef>, 
/**
 * Whether its review is overdue; that of a document out of use is not.
 */
overdue: Overdue, 
/**
 * Whether somebody doubts what is approved of it, and no review has looked into that.
 */
doubted: boolean, 
/**
 * Identifier.
 */
id: DocumentId, 
/**
 * The organisation's own number.
 */
code: string, 
/**
 * Where it stands.
 */
state: DocumentState, 
/**
 * Whether people go by it: it is in force, or a list says so.
 */
in_use: boolean, 
/**
 * Label of the effective revision, else of the newest.
 */
revision: string | null, 
/**
 * Next review, as far as it is known.
 */
next_review: Due | null, 
/**
 * Day on which it was registered.
 */
registered: Day, 
/**
 * Title.
 */
title: string, 
/**
 * Kind of documented information.
 */
kind: DocumentKind, 
/**
 * Role that answers for it.
 */
owner: string, 
/**
 * Role that approves it.
 */
approver: string, 
/**
 * Who may see it.
 */
classification: string, 
/**
 * Who gets it.
 */
distribution: string, 
/**
 * How long it is kept, in the organisation's words.
 */
retention: string, 
/**
 * External documents: where it comes from.
 */
source: string, 
/**
 * The language it is written in, in the organisation's words.
 */
language: string, 
/**
 * Months between reviews.
 */
review_interval: number | null, };

export type DocumentRows = { 
/**
 * How many rows there are in all.
 */
total: number, 
/**
 * The rows asked for.
 */
rows: Array<DocumentRow>, };

export type DocumentSetReview = { 
/**
 * Codes of the documents.
 */
codes: Array<string>, 
/**
 * The day.
 */
next: Day, 
/**
 * Why, which an overdue review needs.
 */
reason: string, };

export type DocumentShow = { 
/**
 * Code.
 */
code: string, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type DocumentShown = { 
/**
 * Codes of the scope items it belongs to; none means all.
 */
scope: Array<string>, 
/**
 * Whether it is a policy in force of which nobody was told by this day.
 */
not_communicated: boolean, 
/**
 * Months between its reviews: its own interval, else by the rule for its type; none where neither says.
 */
months: number | null, 
/**
 * Since when it is withdrawn, or will be.
 */
withdrawn_from: Day | null, 
/**
 * Its revisions, oldest first.
 */
revisions: Array<Revision>, 
/**
 * The clauses it satisfies.
 */
mappings: Array<Named>, 
/**
 * The points that its mappings open, open and settled.
 */
points: Array<PointShown>, 
/**
 * Its reviews, oldest first.
 */
reviews: Array<Concluded>, 
/**
 * Revisions that reviews asked for, oldest first.
 */
tasks: Array<RevisionTask>, 
/**
 * Moves of its next review, oldest first.
 */
moves: Array<ReviewMoved>, 
/**
 * Doubts about what is approved of it that no review has looked into, oldest first.
 */
doubts: Array<DoubtOpen>, 
/**
 * Identifier.
 */
id: DocumentId, 
/**
 * The organisation's own number.
 */
code: string, 
/**
 * Where it stands.
 */
state: DocumentState, 
/**
 * Whether people go by it: it is in force, or a list says so.
 */
in_use: boolean, 
/**
 * Label of the effective revision, else of the newest.
 */
revision: string | null, 
/**
 * Next review, as far as it is known.
 */
next_review: Due | null, 
/**
 * Day on which it was registered.
 */
registered: Day, 
/**
 * Title.
 */
title: string, 
/**
 * Kind of documented information.
 */
kind: DocumentKind, 
/**
 * Role that answers for it.
 */
owner: string, 
/**
 * Role that approves it.
 */
approver: string, 
/**
 * Who may see it.
 */
classification: string, 
/**
 * Who gets it.
 */
distribution: string, 
/**
 * How long it is kept, in the organisation's words.
 */
retention: string, 
/**
 * External documents: where it comes from.
 */
source: string, 
/**
 * The language it is written in, in the organisation's words.
 */
language: string, 
/**
 * Months between reviews.
 */
review_interval: number | null, };

export type DocumentSort = "code" | "title" | "next_review" | "owner";

export type DocumentSpan = { 
/**
 * First day.
 */
from: Day, 
/**
 * First day after it; none for the last one.
 */
until: Day | null, 
/**
 * Where the document stands.
 */
state: DocumentState, 
/**
 * Label of the revision in force, else of the one that comes, else of the newest.
 */
revision: string | null, };

export type DocumentState = "listed" | "draft" | "approved" | "effective" | "superseded" | "withdrawn";

export type DocumentSubmit = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * Which revision; the newest where none is given.
 */
revision: string | null, 
/**
 * E-mail addresses of who reviews it, in order.
 */
reviewers: Array<string>, 
/**
 * E-mail addresses of who approves it, in order; the register's approver where none is given.
 */
approvers: Array<string>, 
/**
 * So many of them have to; all where none is given.
 */
quorum: number | null, 
/**
 * Whether one speaks after the other.
 */
in_order: boolean, 
/**
 * First day in force, where it is planned.
 */
effective: Day | null, 
/**
 * What the people asked are told.
 */
reason: string, 
/**
 * How the author signs.
 */
sign: SignWith, };

export type DocumentTakeBackApproval = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * Which revision; the newest that is approved where none is given.
 */
revision: string | null, 
/**
 * Why.
 */
reason: string, };

export type DocumentTakeBackCommunication = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * Which revision; the one in force, else the one that comes, where none is given.
 */
revision: string | null, 
/**
 * To whom it was said to have been communicated.
 */
to: string, 
/**
 * When; today where no day is given.
 */
on: Day | null, 
/**
 * Why.
 */
reason: string, };

export type DocumentWithdraw = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * Why.
 */
reason: string, 
/**
 * First day out of use; today where none is given.
 */
from: Day | null, 
/**
 * How whoever acts signs.
 */
sign: SignWith, };

export type DocumentWithdrawPreview = { 
/**
 * Code of the document.
 */
code: string, };

export type DocumentsCorrected = { 
/**
 * Codes of those that say something else now.
 */
corrected: Array<string>, 
/**
 * Codes of those that said it already.
 */
unchanged: Array<string>, 
/**
 * The next review of each whose interval was corrected.
 */
next_reviews: Array<NextReview>, };

export type Doubt = { 
/**
 * About what.
 */
on: Doubtful, 
/**
 * What was read; the words in doubt come first.
 */
said: Array<QuestionSaid>, 
/**
 * What it can mean.
 */
readings: Array<QuestionReading>, };

export type DoubtOpen = { 
/**
 * The statement.
 */
id: StatementId, 
/**
 * Its code.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Who answers for it, and so for the review.
 */
owner: string, 
/**
 * Label of the revision.
 */
label: string, 
/**
 * Name of who doubts it.
 */
name: string, 
/**
 * Their e-mail address then.
 */
email: string, 
/**
 * When.
 */
day: Day, 
/**
 * Why.
 */
reason: string, 
/**
 * Whether it is signed.
 */
signed: boolean, };

export type Doubtful = { "date": string } | { "approval_day": string } | { "particular": string } | "status" | { "missing_file": string } | { "document_or_record": { 
/**
 * The code.
 */
code: string, 
/**
 * The title.
 */
title: string, 
/**
 * The type.
 */
kind: DocumentKind, 
/**
 * The label.
 */
label: string, } };

export type DraftWaiting = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Label of the revision.
 */
revision: string, 
/**
 * Who approves it, by what was entered.
 */
approver: string, 
/**
 * When it was filed.
 */
filed: Day, };

export type DropSort = { 
/**
 * What was dropped.
 */
paths: Array<string>, };

export type Dropped = { 
/**
 * Folders: shares to be imported.
 */
folders: Array<string>, 
/**
 * Single files to be filed.
 */
files: Array<string>, 
/**
 * A workbook that reads as a master document list.
 */
master_list: string | null, 
/**
 * A table that reads as an evidence index.
 */
evidence_index: string | null, 
/**
 * A file that reads as scopes.
 */
scopes: string | null, };

export type Due = { "precision": "day", 
/**
 * That day.
 */
day: Day, } | { "precision": "month", 
/**
 * The month's first day.
 */
first: Day, } | { "precision": "ambiguous", 
/**
 * Read with the day before the month.
 */
day_first: Day, 
/**
 * Read with the month before the day.
 */
month_first: Day, };

export type DueControl = { 
/**
 * Code of the system in which it was decided.
 */
system: string, 
/**
 * The control, or the clause; one of the organisation's own by its code.
 */
at: ClauseRef, };

export type DueDay = { 
/**
 * The day.
 */
day: Day, 
/**
 * Documents to be reviewed.
 */
documents: number, 
/**
 * Of these, overdue by every reading of their date.
 */
documents_late: number, 
/**
 * Revisions that were asked for.
 */
revisions: number, 
/**
 * Of these, overdue.
 */
revisions_late: number, 
/**
 * Records whose validity ends.
 */
records: number, 
/**
 * Of these, those whose validity has ended.
 */
records_late: number, 
/**
 * Open points that somebody is to see to.
 */
points: number, 
/**
 * Of these, overdue.
 */
points_late: number, 
/**
 * Days of certificates.
 */
certificates: number, 
/**
 * Of these, those that have passed.
 */
certificates_late: number, 
/**
 * Controls that are planned to be in place.
 */
controls: number, 
/**
 * Of these, those whose day has passed.
 */
controls_late: number, 
/**
 * The first of them.
 */
items: Array<DueItem>, };

export type DueItem = { 
/**
 * What there is to do.
 */
kind: DueKind, 
/**
 * Code of the document or record; number of the certificate; number of the control.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Role that answers for it.
 */
owner: string, 
/**
 * When, as far as it is known.
 */
due: Due, 
/**
 * Whether that day has passed.
 */
overdue: Overdue, 
/**
 * The open point, where it is one.
 */
point: DuePoint | null, 
/**
 * What a certificate's day is, where it is one's.
 */
certificate: CertificateDay | null, 
/**
 * Where a control stands, where it is one.
 */
control: DueControl | null, 
/**
 * Stable identifier, for calendars.
 */
uid: string, };

export type DueKind = "document_review" | "document_revision" | "record_expiry" | "open_point" | "certificate" | "control";

export type DuePoint = { 
/**
 * Number of its row, such as `OP-027`.
 */
id: string, 
/**
 * The clause at which it stands open.
 */
at: ClauseRef, 
/**
 * Where that is in the editions that are mapped to: there, or at what took its place.
 */
stands: Array<ClauseRef>, 
/**
 * What is to be shown or said, in our words.
 */
what: string, };

export type EditionId = string;

export type Engine = { 
/**
 * Its name.
 */
name: string, 
/**
 * Where it lies; nothing where it is not installed.
 */
path: string | null, 
/**
 * Its version, as it says it.
 */
version: string | null, 
/**
 * Whether it may be asked.
 */
on: boolean, 
/**
 * Languages of the pictures it reads, as `deu+eng`; empty for others.
 */
languages: string, };

export type EngineList = Record<symbol, never>;

export type EngineSet = { 
/**
 * Its name.
 */
name: string | null, 
/**
 * Whether it may be asked.
 */
on: boolean, 
/**
 * Languages as `deu+eng`.
 */
languages: string | null, };

export type Engines = { 
/**
 * Each, in their order.
 */
engines: Array<Engine>, 
/**
 * The languages in which pictures can be read here; empty where the program that reads them is not there.
 */
languages: Array<string>, 
/**
 * Those that are wanted and not there: no picture is read before they are.
 */
missing: Array<string>, };

export type Evidence = { 
/**
 * How much of the clause it satisfies.
 */
strength: Strength, 
/**
 * Everything it is mapped to.
 */
clauses: Array<ClauseRef>, 
/**
 * Why it does not cover the clause, wherever it belongs; none where it does.
 */
why_not: GapReason | null, 
/**
 * `document` or `record`.
 */
kind: string, 
/**
 * Its code.
 */
code: string, 
/**
 * Its title.
 */
title: string, };

export type FileAs = "revision" | "document" | "record";

export type FileCheck = { 
/**
 * What is to be filed.
 */
items: Array<FileItem>, 
/**
 * Of each, whether its content is filed already.
 */
held: Array<boolean>, };

export type FileClause = { 
/**
 * The clause, as `9001:2015/7.5`.
 */
reference: string, 
/**
 * `full`, `partial` or `supporting`.
 */
strength: string, 
/**
 * Why; needed for a match that is only similar or aligned.
 */
reason: string, 
/**
 * The clause from which it was proposed; none where a person or the file itself named it.
 */
from: string | null, };

export type FileForetell = { 
/**
 * What would be filed.
 */
item: FileItem, 
/**
 * SHA-256 of its content, as it was read when it was looked at.
 */
digest: Digest, 
/**
 * The clauses that are asked about, whether it is mapped to them or not.
 */
references: Array<string>, };

export type FileItem = { 
/**
 * Its files.
 */
paths: Array<string>, 
/**
 * As what it is filed; nothing where nobody has said it yet, which is not ready.
 */
as: FileAs | null, 
/**
 * Documents: the number.
 */
code: string, 
/**
 * New documents and records: the title.
 */
title: string, 
/**
 * New documents: the kind of documented information. Records: the organisation's own word.
 */
what: string, 
/**
 * Documents: label of the revision; the next one where it is empty.
 */
revision: string, 
/**
 * New documents: role that answers for it.
 */
owner: string, 
/**
 * Documents: what changed.
 */
summary: string, 
/**
 * New documents: next review.
 */
next_review: Day | null, 
/**
 * Records: day of collection.
 */
collected: Day | null, 
/**
 * Records: first day of the period it speaks of.
 */
period_from: Day | null, 
/**
 * Records: last day of that period.
 */
period_to: Day | null, 
/**
 * Records: last day on which it counts.
 */
valid_until: Day | null, 
/**
 * New documents and records: codes of the scope items it belongs to.
 */
scope: Array<string>, 
/**
 * The clauses it satisfies.
 */
clauses: Array<FileClause>, 
/**
 * That it is filed for another purpose though its content is filed already.
 */
again: boolean, };

export type FileItems = { 
/**
 * What to file.
 */
items: Array<FileItem>, };

export type FileOutcome = { "kind": "same_bytes" } | { "kind": "same_text" } | { "kind": "changed", 
/**
 * What changed.
 */
compared: TextsCompared, } | { "kind": "unread", 
/**
 * Of the earlier one.
 */
earlier: Unsearchable | null, 
/**
 * Of the later one.
 */
later: Unsearchable | null, } | { "kind": "gone" } | { "kind": "new" };

export type FileOwner = { 
/**
 * `document` or `record`.
 */
kind: string, 
/**
 * Its code.
 */
code: string, 
/**
 * Its title, of a document with the revision's label.
 */
title: string, 
/**
 * The path the file was filed from.
 */
path: string, };

export type FilePreview = { 
/**
 * Its content hash.
 */
digest: string, };

export type FileProbe = { 
/**
 * The file.
 */
path: string, };

export type FileReading = { 
/**
 * Its content hash.
 */
digest: string, };

export type FileWasRead = { 
/**
 * Why it could not be read, or not wholly.
 */
problem: Unsearchable | null, 
/**
 * The other program that read it, with its version.
 */
engine: string | null, 
/**
 * What in it could not be read: pages of a scan as `2 / 5`, pictures, what is attached or packed.
 */
unread: Array<Unread>, };

export type FiledFile = { 
/**
 * SHA-256 of the content; the vault's key.
 */
digest: Digest, 
/**
 * Size in bytes.
 */
size: number, 
/**
 * The file's own name.
 */
name: string, 
/**
 * Where it lay in the folder that was imported; of a single file its name. Never a path of somebody's disk, which
 * entries of earlier programs may hold.
 */
path: string, 
/**
 * When it was last changed, in milliseconds since 1970, as the file system said.
 */
modified?: number | null, 
/**
 * What it is, by its content.
 */
media: Media, 
/**
 * Why its text cannot be searched, where that is so.
 */
problem?: Unsearchable | null, 
/**
 * Clauses of a standard that its text names; files of earlier programs say none.
 */
clauses?: Array<NamedClause>, };

export type FilesCompared = { 
/**
 * The file of the earlier revision.
 */
earlier: FiledFile | null, 
/**
 * The file of the later revision.
 */
later: FiledFile | null, 
/**
 * What became of it.
 */
outcome: FileOutcome, 
/**
 * Something packed into one of them could not be read, so that there may be more.
 */
partly: boolean, 
/**
 * Comments on it are others. They are no part of what it says, and not compared.
 */
comments: boolean, 
/**
 * Words whose deletion is tracked in either file and neither accepted nor refused. They are no part of what it says.
 */
tracked: TrackedDeletions, };

export type FilesFiled = { 
/**
 * How many points opened that keep clauses partial.
 */
points_opened: number, 
/**
 * Codes of the documents and records, in the order asked.
 */
codes: Array<string>, 
/**
 * How many clauses they were said to satisfy.
 */
clauses: number, 
/**
 * Records in whose place another may stand now, for a person to say.
 */
replacements: Array<ReplacementProposed>, 
/**
 * What held the content of these files before, where they were filed again.
 */
already: Array<AlreadyFiled>, };

export type FilesLook = { 
/**
 * The files.
 */
paths: Array<string>, };

export type FilesLooked = { 
/**
 * What each seems to be.
 */
files: Array<Probe>, 
/**
 * How many lack nothing.
 */
ready: number, 
/**
 * How many are filed already.
 */
already: number, };

export type FilesReplaced = { 
/**
 * Whether the files are others now; not where they were just these.
 */
replaced: boolean, 
/**
 * Codes of the scope items it belongs to; none means all.
 */
scope: Array<string>, 
/**
 * Whether it is a policy in force of which nobody was told by this day.
 */
not_communicated: boolean, 
/**
 * Months between its reviews: its own interval, else by the rule for its type; none where neither says.
 */
months: number | null, 
/**
 * Since when it is withdrawn, or will be.
 */
withdrawn_from: Day | null, 
/**
 * Its revisions, oldest first.
 */
revisions: Array<Revision>, 
/**
 * The clauses it satisfies.
 */
mappings: Array<Named>, 
/**
 * The points that its mappings open, open and settled.
 */
points: Array<PointShown>, 
/**
 * Its reviews, oldest first.
 */
reviews: Array<Concluded>, 
/**
 * Revisions that reviews asked for, oldest first.
 */
tasks: Array<RevisionTask>, 
/**
 * Moves of its next review, oldest first.
 */
moves: Array<ReviewMoved>, 
/**
 * Doubts about what is approved of it that no review has looked into, oldest first.
 */
doubts: Array<DoubtOpen>, 
/**
 * Identifier.
 */
id: DocumentId, 
/**
 * The organisation's own number.
 */
code: string, 
/**
 * Where it stands.
 */
state: DocumentState, 
/**
 * Whether people go by it: it is in force, or a list says so.
 */
in_use: boolean, 
/**
 * Label of the effective revision, else of the newest.
 */
revision: string | null, 
/**
 * Next review, as far as it is known.
 */
next_review: Due | null, 
/**
 * Day on which it was registered.
 */
registered: Day, 
/**
 * Title.
 */
title: string, 
/**
 * Kind of documented information.
 */
kind: DocumentKind, 
/**
 * Role that answers for it.
 */
owner: string, 
/**
 * Role that approves it.
 */
approver: string, 
/**
 * Who may see it.
 */
classification: string, 
/**
 * Who gets it.
 */
distribution: string, 
/**
 * How long it is kept, in the organisation's words.
 */
retention: string, 
/**
 * External documents: where it comes from.
 */
source: string, 
/**
 * The language it is written in, in the organisation's words.
 */
language: string, 
/**
 * Months between reviews.
 */
review_interval: number | null, };

export type FilingForetold = { 
/**
 * Whether it could be filed as it is; nothing is said of afterwards where not.
 */
ready: boolean, 
/**
 * Every clause that was asked about, and above those it is mapped to what stands differently.
 */
clauses: Array<ClauseChange>, };

export type Finding = { 
/**
 * What it is, in one word.
 */
code: string, 
/**
 * Where: a file, an entry, a line.
 */
place: string, 
/**
 * What it is, in a sentence.
 */
message: string, 
/**
 * What the file belongs to, where the tables can still tell; a check by itself knows no documents.
 */
owners?: Array<FileOwner>, 
/**
 * What differs, where a table does.
 */
differs?: TableDiffers, };

export type FolderStanding = { "state": "fits" } | { "state": "behind", 
/**
 * How many entries the kept head speaks of.
 */
kept: number, 
/**
 * How many there are.
 */
entries: number, } | { "state": "beside", 
/**
 * How many entries the kept head speaks of.
 */
kept: number, } | { "state": "unsigned", 
/**
 * The first of them.
 */
from: number, 
/**
 * The last.
 */
to: number, } | { "state": "renamed", 
/**
 * By which it calls itself.
 */
says: string, 
/**
 * Which its entries say.
 */
ledger: string, };

export type Follows = { 
/**
 * In a word.
 */
effect: QuestionEffect, 
/**
 * The day or month, where it sets one.
 */
due: Due | null, 
/**
 * Days until then; less than none where it is past.
 */
days: number | null, 
/**
 * The value that the register has from then on, or the label of the revision concerned.
 */
value: string | null, 
/**
 * Whether it takes a written reason.
 */
needs_reason: boolean, 
/**
 * Whether it cannot be taken back: what follows approves something, or puts it in force or out of use.
 */
for_good: boolean, };

export type Found = { 
/**
 * How many documents were found in all.
 */
documents: number, 
/**
 * How many records.
 */
records: number, 
/**
 * The best of them.
 */
hits: Array<Hit>, 
/**
 * What was not searched.
 */
not_searched: Array<NotSearched>, };

export type FoundAt = { "kind": "page", 
/**
 * From 1.
 */
n: number, } | { "kind": "slide", 
/**
 * From 1.
 */
n: number, } | { "kind": "cell", 
/**
 * The sheet's name.
 */
sheet: string, 
/**
 * Column and row, as `B7`; nothing where only the sheet is known.
 */
cell: string | null, } | { "kind": "paragraph", 
/**
 * From 1.
 */
n: number, } | { "kind": "line", 
/**
 * From 1.
 */
n: number, } | { "kind": "inside", 
/**
 * Its name, behind those of what it lies in.
 */
file: string, 
/**
 * Where in it; nothing where only its name has the words.
 */
place: FoundAt | null, 
/**
 * The paragraph of the whole text.
 */
n: number, };

export type FrontRow = { 
/**
 * Its number, 0 for the introduction.
 */
clause: string, 
/**
 * Its title.
 */
title: string, 
/**
 * `specific_to_each`, where the guidance says so; none where it says nothing.
 */
own: OwnClause | null, };

export type Gap = { 
/**
 * The reason.
 */
why: GapReason, 
/**
 * Codes of the first documents and records it is about, where names were asked for.
 */
items: Array<string>, 
/**
 * How many more of them there are.
 */
more: number, 
/**
 * Codes of scope items: those that lack evidence, or those to which it belongs.
 */
scope: Array<string>, 
/**
 * How many points are open, where names were asked for.
 */
points: number, 
/**
 * Of a heading: how many of its parts are covered, and how many there are.
 */
parts: [number, number] | null, 
/**
 * Of what does not apply or is not in place: the reason that was stated. Of what was accepted from controls: which.
 */
said: string | null, 
/**
 * Of a control that is not in place: the day by which it is planned.
 */
planned: Day | null, 
/**
 * The entry that says so, where it is a decision.
 */
decided_at: ClauseRef | null, };

export type GapReason = "nothing_filed" | "elsewhere" | "no_document" | "no_record" | "only_supporting" | "only_part" | "open_points" | "control_in_part" | "control_off" | "draft" | "coming" | "overdue" | "unclear_date" | "expired" | "replaced" | "superseded" | "listed" | "withdrawn" | "not_yet" | "missing_at" | "undecided" | "not_in_place" | "in_place_in_part" | "not_applicable" | "unconfirmed" | "parts";

export type Grade = "open" | "little" | "some" | "much";

export type Ground = "risk" | "law" | "contract" | "business";

export type GroupOpen = { 
/**
 * The group, as `27001/A.16`.
 */
group: string, 
/**
 * The rows, where they are not the group's controls: a clause and its counterparts.
 */
rows: Array<string>, 
/**
 * Codes of the documents and records; all for which something in it is proposed or decided where none is given.
 */
items: Array<string>, 
/**
 * How many of them stand side by side at the most.
 */
most: number, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type GroupOpened = { 
/**
 * The group, as `27001:2013/A.16`.
 */
group: ClauseRef, 
/**
 * Its title.
 */
title: string, 
/**
 * The first documents and records, in the order of the cells.
 */
items: Array<Item>, 
/**
 * How many there are, as far as was looked.
 */
total: number, 
/**
 * Whether it ended there: in a large organisation there are more.
 */
cut_short: boolean, 
/**
 * What is to be known of all that is proposed, said once.
 */
notes: Array<string>, 
/**
 * The same by code and values.
 */
said: Array<NoteSaid>, 
/**
 * Its controls, or those that took their place in the edition held.
 */
controls: Array<ControlRow>, 
/**
 * How many cells are decided, of all items looked at.
 */
decided: number, 
/**
 * How many wait, of all items looked at.
 */
open: number, };

export type Happened = { 
/**
 * Number of the entry.
 */
seq: number, 
/**
 * Its identifier.
 */
id: string, 
/**
 * When it was recorded: UTC, as RFC 3339 writes it.
 */
at: string, 
/**
 * The day on which it was recorded, by the time zone in force at it.
 */
recorded: Day, 
/**
 * What a clock showed there, as `14:05:09`.
 */
time: string, 
/**
 * The day from which it holds, as far as it is known; none where that is the day on which it was recorded.
 */
holds: Due | null, 
/**
 * Whether it held before it was recorded.
 */
late: boolean, 
/**
 * Who recorded it.
 */
actor: string, 
/**
 * What happened, in one word: `document.approved`.
 */
kind: string, 
/**
 * Documents: label of the revision it is about, or that was the newest then.
 */
revision: string | null, 
/**
 * By what it is proven outside of this machine; none where nobody outside holds a checkpoint over it yet.
 */
held: HeldOutside | null, 
/**
 * Texts by name: `code`, `reason`, `label`, `reference`, `outcome`; `item` is the document or record.
 */
texts: { [key in string]: string }, 
/**
 * Days by name, as far as they are known: `from`, `on`, `next_review`.
 */
days: { [key in string]: Due }, 
/**
 * What says something else since then.
 */
changes: Array<Changed>, };

export type HeldOutside = { 
/**
 * Entries that it covers.
 */
size: number, 
/**
 * Name of the pack.
 */
pack: string, 
/**
 * The day on which that was issued.
 */
since: Day, };

export type HiddenRows = "read" | "leave_out";

export type Hit = { 
/**
 * `document` or `record`.
 */
kind: string, 
/**
 * Its code.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Label of the revision, for documents.
 */
revision: string | null, 
/**
 * How it stands, for records.
 */
state: RecordState | null, 
/**
 * Where the file lay when it was filed that holds the words, else its first one; empty for a document without files.
 */
file: string, 
/**
 * That file's content.
 */
digest: Digest | null, 
/**
 * The words around what was found, as they are written; code and title where only these have them.
 */
snippet: string, 
/**
 * Where in the file they stand.
 */
place: FoundAt | null, 
/**
 * Whether they stand in a revision other than the one the document stands with.
 */
earlier: boolean, };

export type HostActAs = { 
/**
 * E-mail address.
 */
email: string, 
/**
 * Name or role title.
 */
name: string | null, 
/**
 * Role.
 */
role: Role | null, };

export type HostActLater = Record<symbol, never>;

export type HostClose = Record<symbol, never>;

export type HostCreate = { 
/**
 * A new or empty folder; the proposed one where none is given.
 */
folder: string | null, 
/**
 * The organisation.
 */
organisation: string, 
/**
 * Standards.
 */
standards: Array<string>, 
/**
 * Its time zone; the machine's where none is given.
 */
time_zone: Zone | null, };

export type HostDemo = Record<symbol, never>;

export type HostKeepBackground = { 
/**
 * Red, green, blue.
 */
background: [number, number, number], };

export type HostOpen = { 
/**
 * Its folder: one the user chose, or one of the recent ones.
 */
folder: string, };

export type HostStart = Record<symbol, never>;

export type How = "moved" | "same_again" | "new_version" | "looks_like";

export type Implemented = string;

export type Import = { 
/**
 * Folders and files.
 */
paths: Array<string>, 
/**
 * Master document list: a workbook, separated text or a Word table.
 */
master_list: string | null, 
/**
 * Evidence index, in any of these forms.
 */
evidence_index: string | null, 
/**
 * Scopes (JSON).
 */
scopes: string | null, 
/**
 * What was decided about the columns of the lists.
 */
columns: { [key in List]?: ColumnsChosen }, 
/**
 * The same in a file, as `import_lists` writes it.
 */
columns_file: string | null, 
/**
 * Whether what was decided is kept for the next list of the same shape; it is unless that is said.
 */
remember: boolean, 
/**
 * Show it, write nothing.
 */
dry_run: boolean, };

export type ImportLists = { 
/**
 * Folders and files of the share.
 */
paths: Array<string>, 
/**
 * Master document list.
 */
master_list: string | null, 
/**
 * Evidence index.
 */
evidence_index: string | null, 
/**
 * What was decided about the columns so far.
 */
columns: { [key in List]?: ColumnsChosen }, 
/**
 * The same in a file.
 */
columns_file: string | null, };

export type Imported = { 
/**
 * Whether nothing was written.
 */
dry_run: boolean, 
/**
 * Documents of the organisation that have files.
 */
documents: number, 
/**
 * Their revisions.
 */
revisions: number, 
/**
 * Records.
 */
records: number, 
/**
 * Files taken in.
 */
files: number, 
/**
 * Documents from outside.
 */
external: number, 
/**
 * Documents that only the master list knows.
 */
listed_only: number, 
/**
 * Files by kind: document, record, external, system.
 */
by_kind: { [key in string]: number }, 
/**
 * What was new; all zero when an import is repeated.
 */
added: Applied, 
/**
 * Groups of exact copies.
 */
duplicates: Array<Array<string>>, 
/**
 * Files that are filed already, elsewhere or in another version.
 */
recognised: Array<Recognised>, 
/**
 * Files left out.
 */
skipped: Array<Skipped>, 
/**
 * Files and folders whose bytes could not be taken; each is among the problems.
 */
not_taken: number, 
/**
 * The lists, with what was read of them and what not.
 */
lists: Array<ListTaken>, 
/**
 * What a person should look at.
 */
problems: Array<Problem>, 
/**
 * What it asked, and did not ask before; in a dry run what it would ask.
 */
questions: Array<QuestionAsked>, 
/**
 * How many questions wait for an answer, of this import and of earlier ones.
 */
to_settle: number, 
/**
 * Documents and records of this import for which clauses are proposed now; none of them counts before it is accepted.
 */
proposed: number, 
/**
 * Points that opened with what was mapped; they keep their clauses partial.
 */
points_opened: number, 
/**
 * In a dry run: every document as it would be filed.
 */
planned_documents: Array<PlannedDocument>, 
/**
 * In a dry run: every record as it would be filed.
 */
planned_records: Array<PlannedRecord>, };

export type Index = { 
/**
 * As “9001:2015”.
 */
edition: string, 
/**
 * Files cited for it.
 */
files: number, 
/**
 * How many of its clauses are covered, partly covered or gaps.
 */
summary: CoverageSummary, };

export type Info = { 
/**
 * Whether nothing can be written where its folder lies.
 */
read_only: boolean, 
/**
 * Its folder.
 */
folder: string, 
/**
 * Its identity.
 */
id: string, 
/**
 * The organisation.
 */
organisation: string, 
/**
 * Its time zone; UTC where none was ever set.
 */
time_zone: Zone, 
/**
 * Today, by its time zone.
 */
today: Day, 
/**
 * The day of its first entry, before which nothing was recorded; none where there is no entry yet.
 */
began: Day | null, 
/**
 * When another day begins there, in milliseconds since 1970.
 */
next_day_at: number, 
/**
 * In whose name events are written.
 */
actor: string, 
/**
 * The person behind it, where enrolled.
 */
person: Person | null, 
/**
 * Whether authors may approve what they wrote.
 */
author_approves: boolean, 
/**
 * The management systems, in the order of the columns.
 */
systems: Array<System>, 
/**
 * How many entries the ledger has.
 */
entries: number, 
/**
 * The last check on this machine.
 */
checked: Checked | null, 
/**
 * When that was, by the organisation's time zone.
 */
checked_when: Moment | null, };

export type Init = { 
/**
 * The organisation.
 */
organisation: string, 
/**
 * Standards; the guidance's own editions where none is given.
 */
standards: Array<string>, 
/**
 * Its time zone; the machine's where none is given.
 */
time_zone: Zone | null, };

export type Integration = { 
/**
 * First system's code.
 */
a: string, 
/**
 * Second system's code.
 */
b: string, 
/**
 * Whether it is possible; none where the scopes do not say so.
 */
possible: boolean | null, 
/**
 * Why.
 */
why: IntegrationReason, 
/**
 * Codes of the systems that leave it out.
 */
outside: Array<string>, };

export type IntegrationAt = { 
/**
 * Code of the scope item.
 */
item: string, 
/**
 * What it is.
 */
kind: ScopeKind, 
/**
 * Its name.
 */
name: string, 
/**
 * Code of the site where it is delivered, where it is about one.
 */
site: string | null, 
/**
 * Codes of the systems that take it in.
 */
systems: Array<string>, 
/**
 * Two by two.
 */
pairs: Array<Integration>, };

export type IntegrationReason = "both" | "only_first" | "only_second" | "neither" | "not_divided" | "nothing_said" | "kind_not_named";

export type Irregular = "signature_broken" | "signed_file_altered" | "signed_with_other_key" | "approved_by_nobody" | "approved_by_author" | "approved_by_role" | "approved_after_day" | "approved_unsigned" | "approved_by_few" | "reviewed_and_approved_by_one" | "approval_doubted" | "replaced_by_older" | "approval_void" | "text_other_revision" | "text_other_state" | "text_other_approver" | "text_other_day" | "text_other_owner" | "cites_withdrawn" | "asked_has_left" | "nothing_in_force" | "owner_left" | "owner_missing" | "policy_not_told" | "policy_not_shown_understood" | "review_overdue" | "review_missing";

export type Item = { 
/**
 * `document` or `record`.
 */
kind: string, 
/**
 * Its code.
 */
code: string, 
/**
 * Its title.
 */
title: string, };

export type ItemHistory = { 
/**
 * Documents: how it stands in each span of days, past and to come.
 */
spans: Array<DocumentSpan>, 
/**
 * What happened, the entry that was recorded last first.
 */
happened: Array<Happened>, 
/**
 * Entries of the whole ledger.
 */
size: number, 
/**
 * `document` or `record`.
 */
kind: string, 
/**
 * Its code.
 */
code: string, 
/**
 * Its title.
 */
title: string, };

export type ItemHistorySave = { 
/**
 * The file.
 */
out: string, 
/**
 * For which paper.
 */
paper: PaperSize, 
/**
 * In which language.
 */
language: Language, 
/**
 * Whether a file that is there may be written over.
 */
overwrite: boolean, 
/**
 * Its code; a record's identifier is understood, too.
 */
code: string, 
/**
 * Which of the two is meant; else whatever has that code.
 */
kind: ItemKind | null, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type ItemHistoryShow = { 
/**
 * Its code; a record's identifier is understood, too.
 */
code: string, 
/**
 * Which of the two is meant; else whatever has that code.
 */
kind: ItemKind | null, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type ItemKind = "document" | "record";

export type ItemProposal = { 
/**
 * The document or record.
 */
item: Item, 
/**
 * What is proposed.
 */
proposal: Proposal, };

export type ItemsRechecked = { 
/**
 * How many documents and records.
 */
items: number, 
/**
 * How many wait still.
 */
waiting: number, };

export type Join = "identical" | "similar" | "aligned" | "limited" | "added_by_standard" | "no_counterpart" | "not_stated" | "nothing";

export type KindCompared = { 
/**
 * First system's code.
 */
a: string, 
/**
 * Second system's code.
 */
b: string, 
/**
 * The kind.
 */
kind: ScopeKind, 
/**
 * Codes inside both.
 */
both: Array<string>, 
/**
 * Codes in the first alone.
 */
only_a: Array<string>, 
/**
 * Codes in the second alone.
 */
only_b: Array<string>, };

export type Language = "en" | "de";

export type LedgerAccept = { 
/**
 * Why.
 */
reason: string, };

export type LedgerCheckConsistency = { 
/**
 * The file it was written to, as text or JSON.
 */
file: string, 
/**
 * A checkpoint of the earlier ledger, or a pack.
 */
against: string | null, 
/**
 * The verifier key of whoever signs, which came another way.
 */
key: string | null, };

export type LedgerCheckpoint = Record<symbol, never>;

export type LedgerConsistency = { 
/**
 * The earlier size.
 */
size: number, };

export type LedgerEnrol = { 
/**
 * What the machine that vouches for it gave.
 */
voucher: string | null, 
/**
 * Why none does.
 */
reason: string, };

export type LedgerGoOn = Record<symbol, never>;

export type LedgerLog = { 
/**
 * Only entries before this one.
 */
before: number | null, 
/**
 * How many at the most.
 */
limit: number, };

export type LedgerProof = { 
/**
 * Identifier of the entry, its position, or the code of the document or record it registered.
 */
id: string, };

export type LedgerSayDay = { 
/**
 * The first of them.
 */
from: number, 
/**
 * The last; the first where none is given.
 */
to: number | null, 
/**
 * The day.
 */
day: Day, 
/**
 * Why.
 */
reason: string, };

export type LedgerTrust = Record<symbol, never>;

export type LedgerVouch = { 
/**
 * What the other machine showed as its own: its name and its key in one word.
 */
key: string, };

export type LeftOut = { 
/**
 * Row as the list's program numbers it.
 */
row: number, 
/**
 * Why: `section`, `no_number`, `struck`, `hidden`, `beside`, `names`.
 */
why: string, 
/**
 * What stands in it.
 */
words: string, };

export type List = "master_list" | "evidence_index" | "statement_of_applicability";

export type ListColumn = { 
/**
 * Its letters, as in a workbook.
 */
letters: string, 
/**
 * What heads it.
 */
name: string, 
/**
 * What it means: `number`, `next_review`, `clauses 9001`, `clause 9001 8.5.1`, `not_used` …
 */
meaning: string, 
/**
 * By what it is understood.
 */
why: ColumnWhy, 
/**
 * Cells that hold something.
 */
filled: number, 
/**
 * The first different values.
 */
samples: Array<string>, 
/**
 * In which order the column as a whole puts days with slashes: `day_first`, `month_first`.
 */
order: string | null, 
/**
 * Whether it holds numbers of clauses and nobody says of which standard, or whether they are those of controls.
 */
asks_standard: boolean, };

export type ListTaken = { 
/**
 * Which list.
 */
list: List, 
/**
 * Its file.
 */
name: string, 
/**
 * Its sheet or table.
 */
sheet: string, 
/**
 * All sheets or tables of the file.
 */
sheets: Array<string>, 
/**
 * Sheets that look like a list, too, and are not read, with their rows.
 */
beside: Array<[string, number]>, 
/**
 * First and last row of names.
 */
names_in: [number, number] | null, 
/**
 * What it is a list of, where its names speak of something else: `supplier`, `risk`, `asset`.
 */
other: string | null, 
/**
 * Whether its columns were decided on before.
 */
remembered: boolean, 
/**
 * Whether its columns suffice to read rows.
 */
usable: boolean, 
/**
 * Rows that are read.
 */
rows: number, 
/**
 * Rows that are not, and why.
 */
left_out: Array<LeftOut>, 
/**
 * Its columns; those that mean `not_used` with how many cells are passed over.
 */
columns: Array<ListColumn>, 
/**
 * Words for states and types.
 */
words: Array<ColumnWords>, 
/**
 * What is made of rows that are struck out.
 */
struck: StruckRows, 
/**
 * What is made of rows that are hidden.
 */
hidden: HiddenRows, 
/**
 * Rows that are struck out.
 */
struck_rows: number, 
/**
 * Rows that are hidden.
 */
hidden_rows: number, 
/**
 * Whether there was more than is read.
 */
cut: boolean, 
/**
 * The first rows, for whoever decides what columns mean; none in the answer of an import.
 */
preview: Array<PreviewRow>, };

export type ListsLooked = { 
/**
 * The lists.
 */
lists: Array<ListTaken>, 
/**
 * The same as a text that is easily changed by hand; see [`crate::lists::read_form`].
 */
form: string, };

export type Load = { 
/**
 * The month's first day.
 */
month: Day, 
/**
 * Document reviews.
 */
documents: number, 
/**
 * Revisions that were asked for.
 */
revisions: number, 
/**
 * Records whose validity ends.
 */
records: number, 
/**
 * Open points that somebody is to see to.
 */
points: number, 
/**
 * Days of certificates.
 */
certificates: number, 
/**
 * Controls that are planned to be in place.
 */
controls: number, };

export type Log = { 
/**
 * Number of entries in all.
 */
size: number, 
/**
 * Root of the tree over them.
 */
root: string, 
/**
 * The organisation's time zone.
 */
time_zone: Zone, 
/**
 * The entries.
 */
entries: Array<LogEntry>, };

export type LogEntry = { 
/**
 * Position.
 */
seq: number, 
/**
 * Identifier.
 */
id: string, 
/**
 * UTC, as RFC 3339 writes it.
 */
at: string, 
/**
 * Its day, by the time zone in force at it.
 */
day: Day, 
/**
 * What a clock showed there, as `14:05:09`.
 */
time: string, 
/**
 * Who.
 */
actor: string, 
/**
 * What happened, in one word: `document.approved`.
 */
kind: string, 
/**
 * What it is about, as far as the tables still know its name.
 */
about: string, 
/**
 * Whether it is an approval by the revision's own author.
 */
approved_by_author: boolean, 
/**
 * The event itself.
 */
event: unknown, 
/**
 * Texts by name: `code`, `reason`, `label`, `reference`, `outcome`; `item` is the document or record.
 */
texts: { [key in string]: string }, 
/**
 * Days by name, as far as they are known: `from`, `on`, `next_review`.
 */
days: { [key in string]: Due }, 
/**
 * What says something else since then.
 */
changes: Array<Changed>, };

export type MachineKey = { 
/**
 * The entry that enrols it.
 */
entry: number, 
/**
 * The day of that entry.
 */
day: Day, 
/**
 * The machine.
 */
site: string, 
/**
 * The key, as a verifier key of signed notes.
 */
key: string, 
/**
 * Its fingerprint, as a check of a pack says it.
 */
fingerprint: string, 
/**
 * The enrolled key that stands for it.
 */
voucher: string | null, 
/**
 * Why none does.
 */
reason: string | null, };

export type MakeDemo = Record<symbol, never>;

export type MapCell = { 
/**
 * Code or identifier.
 */
item: string, 
/**
 * Clause, as `9001/7.5.3`.
 */
reference: string, };

export type MapCells = { 
/**
 * Which.
 */
cells: Array<MapCell>, 
/**
 * full, partial or supporting.
 */
strength: string, 
/**
 * Why.
 */
reason: string, };

export type MapCellsPreview = { 
/**
 * Which.
 */
cells: Array<MapCell>, 
/**
 * full, partial or supporting.
 */
strength: string, };

export type MapCorrect = { 
/**
 * Code or identifier.
 */
item: string, 
/**
 * The clauses.
 */
references: Array<string>, 
/**
 * The right values as text, by the name: `strength`, `reason`, `variance`; an empty one clears.
 */
changes: { [key in string]: string }, 
/**
 * Codes of the scope items for which they hold, where those are corrected; none means those of the item.
 */
scope: Array<string> | null, 
/**
 * Why.
 */
reason: string, };

export type MapMany = { 
/**
 * Codes.
 */
items: Array<string>, 
/**
 * Clause, as `9001/7.5.3`.
 */
reference: string, 
/**
 * full, partial or supporting.
 */
strength: string, 
/**
 * Why.
 */
reason: string, };

export type MapOne = { 
/**
 * Code or identifier.
 */
item: string, 
/**
 * Clause, as `9001/7.5.3`.
 */
reference: string, 
/**
 * full, partial or supporting.
 */
strength: string, 
/**
 * Why.
 */
reason: string, 
/**
 * What is different for this standard.
 */
variance: string, 
/**
 * Codes of the scope items for which it holds.
 */
scope: Array<string>, };

export type Mapped = { 
/**
 * The document or record.
 */
item: Item, 
/**
 * The clauses it satisfies.
 */
mappings: Array<Named>, 
/**
 * The points that opened just now.
 */
opened: Array<PointShown>, 
/**
 * What followed from a mapping that was corrected or taken back, and fell with it.
 */
fell: Array<MappingFell>, };

export type MappingBecomes = "carried_over" | "asked_again";

export type MappingFell = { 
/**
 * The clause.
 */
reference: ClauseRef, 
/**
 * How it is now; none where it was taken back.
 */
now: Named | null, };

export type MappingLess = { 
/**
 * The clause or control.
 */
decided: ClauseRef, 
/**
 * As what it counts by that.
 */
gives: ControlGives, 
/**
 * The reason of the decision.
 */
reason: string, 
/**
 * The day by which the control is planned.
 */
planned: Day | null, };

export type MappingOrigin = { "by": "hand" } | { "by": "import", 
/**
 * Which list and row.
 */
source: string, } | { "by": "correlation", 
/**
 * The clause the item was mapped to already.
 */
from: ClauseRef, 
/**
 * The relation between the two.
 */
relation: string, } | { "by": "text", 
/**
 * Where.
 */
at: Array<ClauseNamedAt>, };

export type MappingsCorrected = { 
/**
 * How many mappings say something else now; the others said it already.
 */
corrected: number, 
/**
 * The document or record.
 */
item: Item, 
/**
 * The clauses it satisfies.
 */
mappings: Array<Named>, 
/**
 * The points that opened just now.
 */
opened: Array<PointShown>, 
/**
 * What followed from a mapping that was corrected or taken back, and fell with it.
 */
fell: Array<MappingFell>, };

export type Mark = "wording_added" | "new_subclause" | "changed_text" | "renamed" | "stretched_to_services" | "new";

export type Match = { 
/**
 * The partner; in output its number only.
 */
clause: string, 
/**
 * The partner's title, or our label where the standard has none.
 */
title: string, 
/**
 * How the two relate.
 */
relation: Relation, 
/**
 * The group (`A.17`), the pivot clause (`20000-1 8.2.3`) or the other edition the match runs through.
 */
through: string | null, 
/**
 * By which stretches it was found; none for a row that names both clauses.
 */
via: Array<MatchVia>, 
/**
 * A match in a small part only: decided clause by clause, never more than partial (R147).
 */
limited: boolean, 
/**
 * In which direction evidence may be enough.
 */
direction: MatchDirection, 
/**
 * The group of controls the tables name, where this is one of its controls: `A.16`, `27001:2013/A.16`.
 */
group: string | null, 
/**
 * Where the partner is a group, its controls: each is decided by itself (R163).
 */
controls: Array<ClauseRef>, 
/**
 * What it is decided by, where it is decided part by part: the controls of a group, and of a limited match the clauses
 * that have one (R147).
 */
parts: Array<ClauseRef>, 
/**
 * What to know before relying on it.
 */
notes: Array<string>, 
/**
 * The same by code and values.
 */
said: Array<NoteSaid>, 
/**
 * Where it comes from: `table 3; annex b`, `derived from …`.
 */
source: string, };

export type MatchDirection = "both" | "onward" | "back" | "neither";

export type MatchVia = "group" | "member" | "parent" | "pivot" | "edition_map";

export type Measure = { "measure": "scope", 
/**
 * Which.
 */
question: ScopeQuestion, 
/**
 * The answer.
 */
answer: ScopeAnswer | null, 
/**
 * What follows for the grade.
 */
grade: Grade, } | { "measure": "controls", 
/**
 * The controls.
 */
controls: AppliedControls | null, 
/**
 * What follows for the grade.
 */
grade: Grade, };

export type Media = "pdf" | "docx" | "xlsx" | "pptx" | "odt" | "ods" | "odp" | "doc" | "xls" | "ppt" | "rtf" | "email" | "msg" | "mbox" | "mht" | "csv" | "text" | "html" | "image" | "zip" | "empty" | "other";

export type MetAt = { 
/**
 * Code of the scope item; none is the whole system.
 */
item: string | null, 
/**
 * How many clauses hold requirements that apply.
 */
clauses: number, 
/**
 * The clauses that are met there.
 */
met: Array<ClauseRef>, };

export type Missing = "again" | "purpose" | "title" | "code" | "kind" | "clause";

export type Moment = { 
/**
 * The day.
 */
day: Day, 
/**
 * The time, as `14:05:09`.
 */
time: string, };

export type Named = { 
/**
 * Edition and clause, as `27001:2013/A.8.1.1`.
 */
reference: ClauseRef, 
/**
 * The clause's title.
 */
title: string, 
/**
 * How much of it is satisfied.
 */
strength: Strength, 
/**
 * Why.
 */
reason: string, 
/**
 * What is different for this standard.
 */
variance: string, 
/**
 * How it came about; where the clause that it was accepted from is mapped no longer, from what it counts by now.
 */
origin: MappingOrigin, 
/**
 * That clause.
 */
accepted_from?: ClauseRef, 
/**
 * Codes of the scope items for which it holds; none means those of the item.
 */
scope: Array<string>, 
/**
 * What was decided that keeps it from counting so.
 */
less: MappingLess | null, 
/**
 * Whether the organisation holds that edition; else it counts for nothing.
 */
held: boolean, 
/**
 * It counts at no place: it holds outside of the scope of that system alone.
 */
nowhere: boolean, };

export type NamedClause = { 
/**
 * The standard's short name: `9001`.
 */
standard: string, 
/**
 * The year of the edition, where the text says it.
 */
edition?: string | null, 
/**
 * The number as it stands there.
 */
clause: string, 
/**
 * Whether the text calls it a control.
 */
control?: boolean, 
/**
 * The page, where the text knows pages, from 1.
 */
page?: number | null, 
/**
 * The line of the text, from 1.
 */
line: number, 
/**
 * The numbered heading above it.
 */
heading?: string | null, };

export type Neighbour = { 
/**
 * The vocabulary with its edition: `ISO 9000:2015`.
 */
vocabulary: string, 
/**
 * Entry numbers; several where two entries share the idea.
 */
entries: Array<string>, 
/**
 * The words used there.
 */
terms: Array<string>, 
/**
 * How the definitions relate.
 */
relation: TermRelation, 
/**
 * Neighbouring entries, number and word: `3.8.3 objective evidence` (R133).
 */
see_also: Array<string>, };

export type NextCodes = { 
/**
 * The type.
 */
type: DocumentKind, 
/**
 * The codes, in their order.
 */
codes: Array<string>, };

export type NextReview = { 
/**
 * Its code.
 */
code: string, 
/**
 * The day, as far as it is known.
 */
due: Due | null, };

export type NotRead = { 
/**
 * How many there are.
 */
count: number, 
/**
 * The first of them, by code.
 */
files: Array<Unreadable>, };

export type NotSearched = { 
/**
 * The reason.
 */
problem: Unsearchable, 
/**
 * How many files.
 */
files: number, };

export type NoteSaid = { 
/**
 * Which sentence; none for a remark of the data's own.
 */
code: string | null, 
/**
 * What is put into it; relations by their names, as `identical_hls`.
 */
values: { [key in string]: string }, 
/**
 * The same in English.
 */
text: string, };

export type ObsoleteRow = { 
/**
 * The document's number.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its type.
 */
kind: DocumentKind, 
/**
 * Label of the revision; none for a document that never had one.
 */
revision: string | null, 
/**
 * Superseded or withdrawn.
 */
state: RevisionState, 
/**
 * Who approved it.
 */
approved_by: string | null, 
/**
 * Whether that was its own author.
 */
approved_by_author: boolean, 
/**
 * When, as far as that is known.
 */
approved_on: Due | null, 
/**
 * First day in force.
 */
in_force_from: Day | null, 
/**
 * Whether nobody knows that day: it is in force at the latest since then.
 */
in_force_at_latest: boolean, 
/**
 * First day on which it was so no longer, as far as that is known.
 */
until: Day | null, 
/**
 * The revision that took its place.
 */
replaced_by: string | null, 
/**
 * Where its files lay, or what they are called.
 */
filed: Array<string>, };

export type Organisation = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its time zone; none where none was ever set: then its days are UTC days.
 */
time_zone: Zone | null, 
/**
 * Its day.
 */
today: Day, 
/**
 * This machine's time zone.
 */
machine_zone: Zone, };

export type OrganisationSet = { 
/**
 * The right name.
 */
name: string | null, 
/**
 * Why the name is corrected.
 */
reason: string, 
/**
 * The time zone by which days count from here on.
 */
time_zone: Zone | null, };

export type OrganisationShow = Record<symbol, never>;

export type Overdue = "no" | "by_one_reading" | "yes";

export type OwnClause = "added_by_standard" | "new_in_edition" | "specific_to_each";

export type OwnControl = { 
/**
 * What it is called.
 */
title: string, 
/**
 * Where it comes from.
 */
origin?: string, };

export type OwnControlDrop = { 
/**
 * Standard or code of the system.
 */
standard: string, 
/**
 * The organisation's code for it.
 */
code: string, 
/**
 * Why.
 */
reason: string, };

export type OwnControlSet = { 
/**
 * Standard or code of the system.
 */
standard: string, 
/**
 * The organisation's code for it.
 */
code: string, 
/**
 * Why it is corrected.
 */
reason?: string | null, 
/**
 * What it is called.
 */
title: string, 
/**
 * Where it comes from.
 */
origin?: string, };

export type OwnList = { 
/**
 * The edition, as `9001:2015`.
 */
edition: EditionId, 
/**
 * The edition beside it.
 */
beside: EditionId, 
/**
 * In the order of the edition; what stands below one of them is not named again.
 */
clauses: Array<OwnListed>, 
/**
 * The same of the edition that the guidance knows, by whose groups it states this; none where that is this one.
 */
stated: OwnStated | null, };

export type OwnListed = { 
/**
 * The clause.
 */
reference: ClauseRef, 
/**
 * What stands below it and has a partner all the same.
 */
except: Array<Place>, 
/**
 * Number: `7.5.3`.
 */
clause: string, 
/**
 * Title, or our label where the standard has none.
 */
title: string, };

export type OwnShow = { 
/**
 * Beside each other standard, or the one that was named.
 */
beside: Array<OwnList>, 
/**
 * What none of the others asks for (R138); empty where one was named.
 */
alone: Array<OwnListed>, 
/**
 * What it put below common clauses, with what corresponds to it all the same (R86, R149).
 */
added: Array<AddedClause>, };

export type OwnSource = { 
/**
 * The clause.
 */
reference: ClauseRef, 
/**
 * Why it is its standard's own.
 */
own: OwnClause, 
/**
 * Whether something is proposed from it all the same.
 */
proposes: boolean, };

export type OwnStated = { 
/**
 * The edition.
 */
edition: EditionId, 
/**
 * Clauses and groups without a partner.
 */
clauses: Array<OwnListed>, };

export type Pack = { 
/**
 * Given when it was issued; the pack that continues it names it.
 */
id: PackId, 
/**
 * Number of the ledger's entry that issued it.
 */
seq: number, 
/**
 * The audit it was made for.
 */
audit: AuditId, 
/**
 * Its top folder's name.
 */
name: string, 
/**
 * The day for which it holds.
 */
day: Day, 
/**
 * By the end of which day everything in it was recorded; none where all that was known counts.
 */
recorded: Day | null, 
/**
 * SHA-256 of the file.
 */
sha256: Digest, 
/**
 * Size of the file in bytes.
 */
size: number, 
/**
 * How many files are under its `data/`.
 */
files: number, 
/**
 * How far the checkpoint in it reaches.
 */
ledger_size: number, 
/**
 * The earlier pack with which it proves consistency.
 */
previous: PackId | null, };

export type PackBuild = { 
/**
 * Code of the audit.
 */
code: string, 
/**
 * The file to write.
 */
out: string, 
/**
 * Whether a file that is there may be written over.
 */
overwrite: boolean, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type PackCaveat = { "code": "recorded_by", 
/**
 * The end of which day.
 */
recorded: Day, 
/**
 * How many entries about what is in the pack were recorded later.
 */
later: number, 
/**
 * The first of these.
 */
first: Array<RecordedLater>, } | { "code": "marked", 
/**
 * How many of them.
 */
marked: number, 
/**
 * Of how many documents and records.
 */
of: number, } | { "code": "moved", 
/**
 * How many.
 */
documents: number, } | { "code": "left_out", 
/**
 * How many.
 */
documents: number, } | { "code": "outside_period", 
/**
 * First day of the period.
 */
from: Day | null, 
/**
 * Last day of it.
 */
to: Day | null, 
/**
 * How many records were left out; none where nobody can say, since no entry about them is in the pack.
 */
records: number, } | { "code": "late", 
/**
 * New revisions of documents.
 */
revisions: number, 
/**
 * Open points.
 */
points: number, } | { "code": "unclear", 
/**
 * Of how many documents.
 */
documents: number, } | { "code": "foretold", 
/**
 * The day on which it was made.
 */
made: Day, 
/**
 * The day for which it holds.
 */
day: Day, } | { "code": "unsearchable", 
/**
 * How many.
 */
files: number, } | { "code": "statement_lacks", 
/**
 * The system's code.
 */
system: string, 
/**
 * What is missing.
 */
lacks: Array<StatementLack>, } | { "code": "scopes_differ" } | { "code": "scope_answer", 
/**
 * The question with its answer.
 */
asked: ScopeQuestionAsked, } | { "code": "keys_retired", 
/**
 * Of what, by whom and when: `QP-01 (md@example.org, 2026-06-11)`.
 */
statements: Array<string>, } | { "code": "soa_moved", 
/**
 * Its edition.
 */
edition: string, 
/**
 * The version.
 */
version: string, 
/**
 * Since when.
 */
since: Day, } | { "code": "withheld", 
/**
 * How many.
 */
entries: number, 
/**
 * The first of these.
 */
first: Array<RecordedLater>, };

export type PackId = string;

export type PackList = { 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type PackPreview = { 
/**
 * Code of the audit.
 */
code: string, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type PackTables = { 
/**
 * How many tables were compared; none where nothing has been written since they were found equal.
 */
tables: number, 
/**
 * How many rows they have.
 */
rows: number, };

export type PackTook = { 
/**
 * Comparing the tables with the ledger.
 */
comparing: number, 
/**
 * The pack itself.
 */
packing: number, };

export type PackVerify = { 
/**
 * The file.
 */
file: string, 
/**
 * What is held from elsewhere is compared where it is given: the path of a checkpoint, key, proof, pack or workspace, or a
 * key's fingerprint as such.
 */
against: string | null, };

export type PackWarning = { 
/**
 * `overdue`, `unclear`, `expired`, `locked` or `unreadable`.
 */
code: string, 
/**
 * Codes of the documents and records.
 */
items: Array<string>, };

export type Page<T> = { 
/**
 * The rows.
 */
rows: Array<T>, 
/**
 * Hand this back for the next page; none after the last.
 */
next: Array<string> | null, };

export type PageDue = { 
/**
 * How many there are in all.
 */
total: number, 
/**
 * The rows.
 */
rows: Array<DueItem>, 
/**
 * Hand this back for the next page; none after the last.
 */
next: Array<string> | null, };

export type PaperSaved = { 
/**
 * The file.
 */
out: string, 
/**
 * Rows of its lists.
 */
rows: number, 
/**
 * Pages; none for a workbook.
 */
pages: number | null, 
/**
 * Letters that no font of this machine has, printed as their numbers.
 */
missing: Array<string>, };

export type PaperSize = "a4" | "letter";

export type ParagraphBecame = "kept" | "renumbered" | "changed" | "removed" | "added" | "moved_away" | "moved_here";

export type ParagraphCompared = { 
/**
 * What became of it.
 */
fate: ParagraphBecame, 
/**
 * Which of the places that changed, from 1; nothing where nothing did.
 */
place: number | null, 
/**
 * The number it began with, as it was written.
 */
label_before: string | null, 
/**
 * The number it begins with, as it is written.
 */
label: string | null, 
/**
 * The section it stood in.
 */
section_before: string | null, 
/**
 * The section it stands in.
 */
section: string | null, 
/**
 * The heading it stands under, with its number, a heading itself; of what is gone the one of before.
 */
under: string | null, 
/**
 * It is the title of a section.
 */
heading: boolean, 
/**
 * It is a row of a table.
 */
row: boolean, 
/**
 * Its words, in order, without its number.
 */
runs: Array<WordsRun>, 
/**
 * In how many more paragraphs the same changed, as what runs on every page; they share its place.
 */
again: number, 
/**
 * The same changed in one before it, where it is told.
 */
repeats: boolean, 
/**
 * How many paragraphs without a change, or with one that is told before, are left out before it.
 */
left_out: number, };

export type Part = { 
/**
 * How many documents or records.
 */
items: number, 
/**
 * Files, each once.
 */
files: number, 
/**
 * Bytes of all these files.
 */
size: number, };

export type PartnerRow = { 
/**
 * Number: `7.5.3`.
 */
clause: string, 
/**
 * Title, or our label where the standard has none.
 */
title: string, 
/**
 * How the two relate.
 */
relation: Relation, 
/**
 * The group, clause or edition the match runs through; none for a direct one.
 */
through: string | null, 
/**
 * A match in a small part only.
 */
limited: boolean, 
/**
 * What is particular to this pair (R113).
 */
particular: Array<string>, 
/**
 * Where it comes from; what had to be worked out says so (R146).
 */
source: string, };

export type Party = { 
/**
 * Identifier.
 */
id: PartyId, 
/**
 * Its name.
 */
name: string, 
/**
 * Which of the three kinds; none where nobody said so yet.
 */
kind: PartyKind | null, 
/**
 * Whether it belongs to the larger organisation of which the scope covers a part.
 */
within_larger_organisation: boolean, 
/**
 * The lead supplier for which it works.
 */
lead: PartyId | null, 
/**
 * Name of that one.
 */
lead_name: string, 
/**
 * What is on file of it, in the order of the facts.
 */
on_file: Array<PartyOnFile>, };

export type PartyAdd = { 
/**
 * Its name.
 */
name: string, 
/**
 * Which of the three kinds.
 */
kind: PartyKind | null, 
/**
 * Whether it belongs to the larger organisation of which the scope covers a part.
 */
within_larger_organisation: boolean, 
/**
 * Name of the lead supplier for which it works.
 */
lead: string | null, };

export type PartyCorrect = { 
/**
 * Its name.
 */
name: string, 
/**
 * The right name.
 */
new_name: string | null, 
/**
 * The right kind.
 */
kind: PartyKind | null, 
/**
 * Whether it belongs to the larger organisation.
 */
within_larger_organisation: boolean | null, 
/**
 * Name of the lead supplier; empty where there is none.
 */
lead: string | null, 
/**
 * Why.
 */
reason: string, };

export type PartyFact = "serves" | "contract" | "contract_services" | "contract_requirements" | "contract_targets" | "contract_responsibilities" | "contract_authorities" | "agreement" | "service_level_agreement" | "told_approvals" | "told_competence" | "told_performance" | "told_site_checks" | "evaluation_criteria" | "evaluation_results" | "selection_criteria" | "selection_results" | "monitoring_criteria" | "monitoring_results" | "reevaluation_criteria" | "reevaluation_results" | "targets_compared" | "effect" | "risk";

export type PartyHeld = { 
/**
 * Code of the document or record.
 */
document?: string, 
/**
 * In words.
 */
words?: string, };

export type PartyId = string;

export type PartyKind = "external" | "internal" | "customer";

export type PartyList = { 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type PartyNote = { 
/**
 * Its name.
 */
name: string, 
/**
 * What.
 */
fact: PartyFact, 
/**
 * By what it is held; none where it is on file no more.
 */
held: PartyHeld | null, };

export type PartyOnFile = { 
/**
 * What.
 */
fact: PartyFact, 
/**
 * Since when.
 */
on: Day, 
/**
 * Code of the document or record.
 */
document?: string, 
/**
 * In words.
 */
words?: string, };

export type PartyShow = { 
/**
 * Its name.
 */
name: string, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type PartyShown = { 
/**
 * Codes of the systems that it serves; none means that nothing is noted.
 */
serves: Array<string>, 
/**
 * What it runs, or a part of it.
 */
runs: Array<ScopeItem>, 
/**
 * Names of those that work for it.
 */
under_it: Array<string>, 
/**
 * Identifier.
 */
id: PartyId, 
/**
 * Its name.
 */
name: string, 
/**
 * Which of the three kinds; none where nobody said so yet.
 */
kind: PartyKind | null, 
/**
 * Whether it belongs to the larger organisation of which the scope covers a part.
 */
within_larger_organisation: boolean, 
/**
 * The lead supplier for which it works.
 */
lead: PartyId | null, 
/**
 * Name of that one.
 */
lead_name: string, 
/**
 * What is on file of it, in the order of the facts.
 */
on_file: Array<PartyOnFile>, };

export type Passphrase = string;

export type Person = { 
/**
 * Identifier.
 */
id: PersonId, 
/**
 * Name or role title.
 */
name: string, 
/**
 * E-mail address.
 */
email: string, 
/**
 * What the person does.
 */
role: Role, 
/**
 * OpenSSH public key line of the key that speaks today.
 */
key: string | null, 
/**
 * Its fingerprint.
 */
fingerprint: string | null, 
/**
 * First day on which the person is not there, past or to come; none while none is said.
 */
left_on: Day | null, 
/**
 * Whether that day has come.
 */
left: boolean, 
/**
 * E-mail address of who takes over what they looked after.
 */
successor: string | null, 
/**
 * When they are away, from today on.
 */
away: Array<PersonAbsence>, };

export type PersonAbsence = { 
/**
 * Identifier.
 */
id: AwayId, 
/**
 * E-mail address of who decides for them; none where it waits.
 */
deputy: string | null, 
/**
 * First day.
 */
from: Day, 
/**
 * Last day.
 */
until: Day, 
/**
 * Why.
 */
reason: string, };

export type PersonAdd = { 
/**
 * Name or role title.
 */
name: string, 
/**
 * E-mail address.
 */
email: string, 
/**
 * Role.
 */
role: Role, 
/**
 * OpenSSH public key line.
 */
key: string | null, };

export type PersonAwayRequest = { 
/**
 * E-mail address.
 */
email: string, 
/**
 * E-mail address of the deputy.
 */
deputy: string | null, 
/**
 * First day.
 */
from: Day, 
/**
 * Last day.
 */
until: Day, 
/**
 * Why.
 */
reason: string, };

export type PersonBack = { 
/**
 * E-mail address.
 */
email: string, 
/**
 * Why.
 */
reason: string, };

export type PersonCorrect = { 
/**
 * E-mail address.
 */
email: string, 
/**
 * Name or role title, where it changes.
 */
name: string | null, 
/**
 * Role, where it changes.
 */
role: Role | null, 
/**
 * Why.
 */
reason: string, };

export type PersonId = string;

export type PersonKey = { 
/**
 * OpenSSH public key line.
 */
key: string, 
/**
 * First day for which it speaks.
 */
since: Day, 
/**
 * First day for which it speaks no more; none while it does.
 */
until: Day | null, 
/**
 * Why it was retired; empty where another took its place or its person left.
 */
why: string, };

export type PersonKeyEnrol = { 
/**
 * E-mail address.
 */
email: string, 
/**
 * The key file: private or public, of which only the public half is taken.
 */
file: string, };

export type PersonKeyGenerate = { 
/**
 * E-mail address.
 */
email: string, 
/**
 * What unlocks it from now on.
 */
passphrase: Passphrase, };

export type PersonKeyRetire = { 
/**
 * E-mail address.
 */
email: string, 
/**
 * First day for which it does not; today where none is given.
 */
from: Day | null, 
/**
 * Why.
 */
reason: string, };

export type PersonKeyed = { 
/**
 * The person.
 */
person: Person | null, 
/**
 * Where the private key lies, where it was made here.
 */
file: string | null, };

export type PersonKeys = { 
/**
 * E-mail address.
 */
email: string, };

export type PersonLeave = { 
/**
 * E-mail address.
 */
email: string, 
/**
 * Why.
 */
reason: string, 
/**
 * First day on which they are not there; today where none is given.
 */
on: Day | null, 
/**
 * E-mail address of who takes over what they looked after.
 */
successor: string | null, };

export type PersonList = Record<symbol, never>;

export type Place = { 
/**
 * Number: `7.5.3`.
 */
clause: string, 
/**
 * Title, or our label where the standard has none.
 */
title: string, };

export type PlaceStanding = { 
/**
 * Code of the site.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Per edition held, in the order of the columns: the worst of the clause and its counterparts there.
 */
states: Array<CoverageState | null>, };

export type PlannedDocument = { 
/**
 * The organisation's number; a title or path where it has none.
 */
code: string, 
/**
 * Title, of the document itself before that of the list.
 */
title: string, 
/**
 * Kind of documented information.
 */
kind: DocumentKind, 
/**
 * Role that answers for it.
 */
owner: string, 
/**
 * Role that approves it.
 */
approver: string, 
/**
 * Who may see it.
 */
classification: string, 
/**
 * Who gets it.
 */
distribution: string, 
/**
 * How long it is kept, in the organisation's words.
 */
retention: string, 
/**
 * Months between reviews.
 */
review_interval: number | null, 
/**
 * When the next review is due, as far as it is known.
 */
next_review: Due | null, 
/**
 * Whether it is out of use.
 */
withdrawn: boolean, 
/**
 * Since when, where list or file say so.
 */
withdrawn_on: Day | null, 
/**
 * Its row in the master list, from 1.
 */
row: number | null, 
/**
 * The clauses it satisfies: short name of the standard, and clause.
 */
clauses: Array<[string, string]>, 
/**
 * Codes of the scope items it belongs to; none means all.
 */
scope: Array<string>, 
/**
 * Revisions, oldest first; none where only the list knows it.
 */
revisions: Array<PlannedRevision>, 
/**
 * Why it is taken for a document; empty where only the list knows it.
 */
why: Array<Sign>, 
/**
 * What was not decided.
 */
doubts: Array<Doubt>, };

export type PlannedRecord = { 
/**
 * Title: the file's name without its ending.
 */
title: string, 
/**
 * Path of its file, relative to the share.
 */
path: string, 
/**
 * Kind, in the organisation's own words: the folder's name.
 */
kind: string, 
/**
 * Its row in the evidence index, from 1.
 */
row: number | null, 
/**
 * The clauses it satisfies: short name of the standard, and clause.
 */
clauses: Array<[string, string]>, 
/**
 * First day of the period it speaks of.
 */
period_from: Day | null, 
/**
 * Last day of the period it speaks of.
 */
period_to: Day | null, 
/**
 * Day on which it was collected.
 */
collected: Day | null, 
/**
 * Last day on which it counts.
 */
valid_until: Day | null, 
/**
 * The remark of the index, what another program says of it, or the sender of a message.
 */
note: string, 
/**
 * The file of another program that says so.
 */
source: string | null, 
/**
 * Codes of the scope items it belongs to; none means all.
 */
scope: Array<string>, 
/**
 * Why it is taken for a record.
 */
why: Array<Sign>, 
/**
 * The file of which it is an exact copy.
 */
copy_of: string | null, 
/**
 * What was not decided.
 */
doubts: Array<Doubt>, };

export type PlannedRevision = { 
/**
 * The organisation's own label: `2.1`, `C`, `07`.
 */
label: string, 
/**
 * `draft`, `effective` or `superseded`.
 */
state: string, 
/**
 * Paths of its files, relative to the share; the document itself first, then copies of it.
 */
files: Array<string>, 
/**
 * Role or person who approved it.
 */
approver: string, 
/**
 * When it was approved, as far as it is known.
 */
approved_on: Due | null, 
/**
 * Since when it is in force, where that is said beside the approval.
 */
effective_from: Due | null, 
/**
 * Who says the label: `file`, `list`, or `nobody`, so that it only counts.
 */
label_by: string, };

export type PointAssign = { 
/**
 * Which.
 */
points: Array<PointName>, 
/**
 * Role that sees to them.
 */
owner: string, 
/**
 * By which day.
 */
due: Day | null, };

export type PointChoices = { 
/**
 * Roles that see to points, in the order of letters.
 */
owners: Array<string>, 
/**
 * Documents and records that have points, by code; the first of them.
 */
items: Array<Item>, };

export type PointDue = "overdue" | "coming" | "undated";

export type PointKind = "addition" | "other_object" | "narrower" | "wider" | "direction" | "reach" | "vocabulary";

export type PointName = { 
/**
 * Its number, as `OP-027`.
 */
id: string, 
/**
 * Code of the document or record; may be left out where the point stands at one place only.
 */
item: string | null, 
/**
 * The clause at which it stands; likewise.
 */
at: string | null, };

export type PointReopen = { 
/**
 * Which.
 */
points: Array<PointName>, 
/**
 * Why.
 */
reason: string, };

export type PointSettle = { 
/**
 * Which.
 */
points: Array<PointName>, 
/**
 * Code of the document or record that shows them.
 */
evidence: string | null, 
/**
 * Where there is no evidence, why they are met; beside evidence, where in it.
 */
reason: string, };

export type PointSettled = { 
/**
 * The document or record that shows it; none where a person stated why it is met.
 */
evidence: Item | null, 
/**
 * The statement, or where in the evidence.
 */
reason: string, 
/**
 * Who said so.
 */
who: string, 
/**
 * When.
 */
on: Day, 
/**
 * While the point is open: the evidence is not in force yet, rather than no longer.
 */
waits: boolean, 
/**
 * While the point is open: the evidence counts, but no longer wherever the mapping does.
 */
outgrown: boolean, };

export type PointShown = { 
/**
 * Number of its row, such as `OP-027`.
 */
id: string, 
/**
 * The document or record.
 */
item: Item, 
/**
 * What kind of thing stays open; none where the data do not know the number any more.
 */
kind: PointKind | null, 
/**
 * What is to be shown or said, in our words.
 */
what: string, 
/**
 * By what it is settled; none where the data do not know the number any more.
 */
settle_by: SettleBy | null, 
/**
 * The clause at which it stands open.
 */
at: ClauseRef, 
/**
 * Where that is in the editions that are mapped to: there, or at what took its place.
 */
stands: Array<ClauseRef>, 
/**
 * The title of the first of these.
 */
title: string, 
/**
 * The clauses whose evidence is not enough by itself.
 */
from: Array<ClauseRef>, 
/**
 * The clauses of the mappings that it keeps open.
 */
keeps_open: Array<ClauseRef>, 
/**
 * While it is open, the numbers of those that ask the same of the same mappings: one answer settles them all.
 */
alike: Array<string>, 
/**
 * Since when there have been such mappings.
 */
since: Day, 
/**
 * Where it stands.
 */
state: PointState, 
/**
 * How it was settled; while it is open, by what counts no longer.
 */
settled: PointSettled | null, 
/**
 * Role that sees to it; empty for nobody.
 */
owner: string, 
/**
 * By which day.
 */
due: Day | null, };

export type PointState = "open" | "settled" | "left_open";

export type Points = { 
/**
 * Only of this standard.
 */
standard: string | null, 
/**
 * Only of this document or record.
 */
item: string | null, 
/**
 * Only at this clause, or at one above or below it.
 */
clause: string | null, 
/**
 * Only these; all where none is named.
 */
state: PointState | null, 
/**
 * Only those that this role sees to; an empty one asks for those that nobody sees to.
 */
owner: string | null, 
/**
 * Only those that are due like this.
 */
due: PointDue | null, 
/**
 * The `next` of the page before.
 */
after: Array<string> | null, 
/**
 * How many at the most.
 */
limit: number, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type PointsChoices = { 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type PointsPage = { 
/**
 * Open.
 */
open: number, 
/**
 * Settled.
 */
settled: number, 
/**
 * Left open when the document or record that was asked for went out of use.
 */
left_open: number, 
/**
 * The rows.
 */
rows: Array<PointShown>, 
/**
 * Hand this back for the next page; none after the last.
 */
next: Array<string> | null, };

export type PointsRecord = { 
/**
 * Codes.
 */
items: Array<string>, };

export type PointsUnrecorded = { 
/**
 * Only of this document or record.
 */
item: string | null, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type PolicyUntold = { 
/**
 * Its code.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Label of the revision in force.
 */
revision: string, 
/**
 * Who answers for it.
 */
owner: string, };

export type Preview = { 
/**
 * What it is, by its content.
 */
media: Media, 
/**
 * Its text; cells are separated by tabs, rows by line feeds.
 */
text: string, 
/**
 * Whether more text follows.
 */
cut: boolean, 
/**
 * Why there is no text, or not all.
 */
problem: Unsearchable | null, 
/**
 * What is packed into it and could not be read.
 */
unread: Array<Unread>, 
/**
 * The other program that read it, with its version; nothing where this one did.
 */
engine: string | null, };

export type PreviewRow = { 
/**
 * Row as the list's program numbers it.
 */
row: number, 
/**
 * Its cells.
 */
cells: Array<string>, 
/**
 * `names`, `read`, `above`, or why it is left out.
 */
as_what: string, 
/**
 * Whether it is struck out.
 */
struck: boolean, };

export type Probe = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its size in bytes.
 */
size: number, 
/**
 * SHA-256 of its content.
 */
digest: Digest, 
/**
 * What it is, by its content.
 */
media: Media, 
/**
 * Why its text cannot be searched.
 */
problem: Unsearchable | null, 
/**
 * The documents and records that hold this very content already.
 */
already: Array<AlreadyFiled>, 
/**
 * As what it should be filed; nothing where only a person can tell.
 */
suggests: Suggestion<FileAs> | null, 
/**
 * What speaks for that, and what against it.
 */
why: Array<Sign>, 
/**
 * Whether these signs do not suffice, so that an import would ask.
 */
in_doubt: boolean, 
/**
 * Number.
 */
code: Suggestion<string> | null, 
/**
 * Title.
 */
title: Suggestion<string> | null, 
/**
 * Label of the revision; of a registered document, which has it already or has none, the next one.
 */
revision: Suggestion<string> | null, 
/**
 * Owner.
 */
owner: Suggestion<string> | null, 
/**
 * Next review, as the file says.
 */
next_review: Suggestion<Due> | null, 
/**
 * Day of collection, where the file or its name says one; never the day on which it is filed.
 */
collected: Suggestion<Day> | null, 
/**
 * First day of the period it speaks of.
 */
period_from: Suggestion<Day> | null, 
/**
 * Last day of that period.
 */
period_to: Suggestion<Day> | null, 
/**
 * Kind of document.
 */
document_kind: Suggestion<DocumentKind> | null, 
/**
 * Kind of record, in the organisation's own word.
 */
record_kind: Suggestion<string> | null, 
/**
 * How many records of the same series there are.
 */
series: number, 
/**
 * Codes of scope items.
 */
scope: Suggestion<Array<string>> | null, 
/**
 * Clauses it seems to satisfy.
 */
clauses: Array<Suggested>, 
/**
 * What a person should look at.
 */
warnings: Array<Warning>, 
/**
 * Of each type of document that a rule numbers: the next codes, for the first files that carry none.
 */
numbers: Array<NextCodes>, 
/**
 * What it lacks to be filed as it is suggested; nothing where it is ready.
 */
missing: Array<Missing>, };

export type Problem = { 
/**
 * Which list it stands in: `master_list`, `evidence_index`, `scopes`; none for a file.
 */
list: string | null, 
/**
 * Its row, as the list's own program numbers it.
 */
row: number | null, 
/**
 * The file, relative to the folder given.
 */
path: string | null, 
/**
 * The document's number.
 */
doc_no: string | null, 
/**
 * What it is, in one word.
 */
code: string, 
/**
 * What it says exactly, by a name.
 */
says: string, 
/**
 * What its words need.
 */
values: { [key in string]: string }, 
/**
 * By which refusal, where a rule did not let it in.
 */
because: Because | null, };

export type Progress = { 
/**
 * What is being done.
 */
step: Step, 
/**
 * How much is done.
 */
done: number, 
/**
 * Of how much.
 */
total: number, };

export type Proof = { 
/**
 * Position of the entry.
 */
seq: number, 
/**
 * The entry, exactly as it was hashed.
 */
entry: string, 
/**
 * Its leaf hash.
 */
leaf: string, 
/**
 * The proof, with the checkpoint.
 */
proof: string, };

export type Proposal = { 
/**
 * The suggested clause.
 */
reference: ClauseRef, 
/**
 * Its title.
 */
title: string, 
/**
 * The clause from which it follows; none where only the text names it.
 */
from: ClauseRef | null, 
/**
 * `identical_hls`, `similar` or `aligned`; `named` where only the text names it.
 */
relation: string, 
/**
 * The group or clause through which it was found, if not directly.
 */
through: string | null, 
/**
 * By which stretches it was found.
 */
via: Array<MatchVia>, 
/**
 * A match in a small part only (R147).
 */
limited: boolean, 
/**
 * In which direction evidence may be enough (R22).
 */
direction: MatchDirection, 
/**
 * The group of controls it came through, as `27001:2013/A.16`: each control is decided by itself (R163).
 */
group: string | null, 
/**
 * Why the clause it follows from is its standard's own (R149).
 */
own: OwnClause | null, 
/**
 * What to look at before accepting.
 */
notes: Array<string>, 
/**
 * The same by code and values.
 */
said: Array<NoteSaid>, 
/**
 * Where the match comes from: `table 3; annex b`, `derived from …`; empty where only the text names it.
 */
source: string, 
/**
 * What is to be known of the control it follows from, before it counts for anything else.
 */
control: SourceControl | null, 
/**
 * The most it can be accepted as: no more than its source, partial where the match is limited or one way only.
 */
at_most: Strength, 
/**
 * Whether accepting needs a reason.
 */
needs_reason: boolean, 
/**
 * Codes of the scope items for which it would hold; none means those of the item.
 */
scope: Array<string>, 
/**
 * Where the files name the clause.
 */
named: Array<ClauseNamedAt>, };

export type ProposalAccept = { 
/**
 * Code or identifier.
 */
item: string, 
/**
 * The proposed clauses.
 */
references: Array<string>, 
/**
 * full, partial or supporting; as strong as each can be where none is given.
 */
strength: string | null, 
/**
 * Why: one each, or one for all that are alike.
 */
reasons: Array<string>, };

export type ProposalCell = { 
/**
 * Code or identifier.
 */
item: string, 
/**
 * The proposed clause.
 */
reference: string, 
/**
 * Whether it counts; it is declined where not.
 */
counts: boolean, 
/**
 * full, partial or supporting; as strong as it can be where none is given.
 */
strength: string | null, 
/**
 * Why.
 */
reason: string, };

export type ProposalDecline = { 
/**
 * Code or identifier.
 */
item: string, 
/**
 * The proposed clauses.
 */
references: Array<string>, 
/**
 * Why: one each, or one for all that are alike.
 */
reasons: Array<string>, };

export type ProposalDeclined = { 
/**
 * The clause.
 */
reference: ClauseRef, 
/**
 * Its title.
 */
title: string, 
/**
 * Why.
 */
reason: string, };

export type ProposalGroup = { 
/**
 * The group, as `27001:2013/A.16`; its controls may be those of a later edition.
 */
group: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The clause from which the group follows, where all its proposals follow from one.
 */
from: ClauseRef | null, 
/**
 * The relation, where it is one for all.
 */
relation: string | null, 
/**
 * What is to be known of all of them.
 */
notes: Array<string>, 
/**
 * The same by code and values.
 */
said: Array<NoteSaid>, 
/**
 * Its controls.
 */
controls: Array<ControlAt>, };

export type ProposalList = { 
/**
 * Code or identifier.
 */
item: string, };

export type ProposalReopen = { 
/**
 * Code or identifier.
 */
item: string, 
/**
 * The declined clauses.
 */
references: Array<string>, };

export type ProposalsDecide = { 
/**
 * What is decided.
 */
cells: Array<ProposalCell>, };

export type ProposalsOf = { 
/**
 * Every clause by itself, in the order of the standards.
 */
proposals: Array<Proposal>, 
/**
 * The groups of controls among them.
 */
groups: Array<ProposalGroup>, 
/**
 * The mappings that say why nothing or little follows from them.
 */
own: Array<OwnSource>, 
/**
 * Editions for which nothing is proposed since the item lies outside of the scope of their systems.
 */
outside: Array<EditionId>, 
/**
 * What was declined; accepting takes it up again.
 */
declined: Array<ProposalDeclined>, };

export type ProposalsOfItem = { 
/**
 * How many clauses are proposed for it.
 */
count: number, 
/**
 * `document` or `record`.
 */
kind: string, 
/**
 * Its code.
 */
code: string, 
/**
 * Its title.
 */
title: string, };

export type ProposalsOpen = { 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type ProposalsPreview = { 
/**
 * What would be decided.
 */
cells: Array<ProposalCell>, };

export type ProposalsWaiting = { 
/**
 * The first documents and records, those mapped last in front.
 */
items: Array<ProposalsOfItem>, 
/**
 * Whether there may be more.
 */
more: boolean, };

export type ProposeFor = { 
/**
 * Clauses, as `9001:2015/7.5`.
 */
references: Array<string>, 
/**
 * Codes of the scope items that it belongs to.
 */
scope: Array<string>, };

export type Pulse = { 
/**
 * How far it reached when this was asked last.
 */
since: number | null, };

export type QuestionAsked = { 
/**
 * Its name; none in a dry run.
 */
code: string | null, 
/**
 * What it is about, in a word.
 */
kind: QuestionKind, 
/**
 * The particular; empty where it is about none.
 */
particular: string, 
/**
 * The document's or record's code, or the path of a file that is not there.
 */
about: string, 
/**
 * The words in doubt.
 */
words: string, };

export type QuestionCell = { 
/**
 * What heads the column.
 */
column: string, 
/**
 * The words in it.
 */
words: string, };

export type QuestionDiffers = { "on": "points", 
/**
 * The clause at which they would stand open.
 */
at: ClauseRef, 
/**
 * Its title.
 */
title: string, 
/**
 * The points.
 */
points: Array<AskedPoint>, } | { "on": "relation", 
/**
 * The mapped clause.
 */
at: ClauseRef, 
/**
 * Its title.
 */
title: string, 
/**
 * The clause from which it was accepted.
 */
from: ClauseRef, 
/**
 * On what.
 */
was: AcceptedOn, 
/**
 * What the data say today; nothing where they see no correspondence.
 */
now: AcceptedOn | null, };

export type QuestionEffect = "review_overdue" | "review_due" | "no_review" | "expired" | "counts_until" | "no_end" | "says" | "says_nothing" | "approved" | "in_force" | "in_force_again" | "out_of_use" | "becomes_document" | "draft_waits" | "draft_corrects" | "draft_taken_back" | "points_open" | "points_left" | "mapping_stays" | "mapping_taken_back" | "unchanged";

export type QuestionGroup = { 
/**
 * What hangs on them.
 */
follows: Consequence, 
/**
 * How many there are.
 */
count: number, 
/**
 * How many are to be answered, where those that are alike are asked once.
 */
asks: number, 
/**
 * The first of them; those put off come last.
 */
rows: Array<QuestionShown>, };

export type QuestionId = string;

export type QuestionKind = "date" | "particular" | "status" | "changed_file" | "missing_file" | "document_or_record" | "row_gone" | "points" | "relation";

export type QuestionLeft = { 
/**
 * The question.
 */
code: string, 
/**
 * The name of the refusal.
 */
reason: string, };

export type QuestionList = { 
/**
 * Only of this kind.
 */
kind: QuestionKind | null, 
/**
 * Those that were answered, too.
 */
all: boolean, 
/**
 * Each by itself, though one stands for others that are asked with it.
 */
each: boolean, 
/**
 * How many of each group at the most; with none only what there is is counted.
 */
limit: number, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type QuestionPutOff = { 
/**
 * Its name, as `Q-57`.
 */
question: string, 
/**
 * Whether it is to be answered later.
 */
aside: boolean, };

export type QuestionReading = { "date": Due } | "no_date" | { "value": string } | { "new_revision": { 
/**
 * Its own label.
 */
label?: string | null, } } | "correction" | "not_kept" | "document" | "in_force" | "out_of_use" | "kept" | "other_list" | "open" | "left" | "taken_back";

export type QuestionSaid = { 
/**
 * The words as they stand there.
 */
words: string, 
/**
 * Where.
 */
source: QuestionSource, 
/**
 * The list's file, or the file's path.
 */
name?: string, 
/**
 * The list's row, from 1.
 */
row?: number | null, 
/**
 * What heads them: the column, or the label beside.
 */
column?: string, 
/**
 * What else stands in the row, as far as it tells the row from others.
 */
beside?: Array<QuestionCell>, };

export type QuestionSettle = { 
/**
 * Its name, as `Q-57`.
 */
question: string, 
/**
 * By one of its readings, from 1.
 */
reading: number | null, 
/**
 * By a value of its own: a day, a text, the label of a revision.
 */
value: string | null, 
/**
 * The same for all like it.
 */
all_like: boolean, 
/**
 * Why.
 */
reason: string, };

export type QuestionShown = { 
/**
 * Identifier.
 */
id: QuestionId, 
/**
 * Its name.
 */
code: string, 
/**
 * What it is about, in a word.
 */
kind: QuestionKind, 
/**
 * The particular it is about; empty where it is about none.
 */
particular: string, 
/**
 * The document or record.
 */
item: Item | null, 
/**
 * The file that is not there, where it is about one.
 */
path: string | null, 
/**
 * Day on which it was asked.
 */
asked: Day, 
/**
 * What the data say and was decided otherwise, where it is about that.
 */
differs: QuestionDiffers | null, 
/**
 * What was read, with the place where it stood.
 */
said: Array<QuestionSaid>, 
/**
 * What it can mean.
 */
readings: Array<QuestionReading>, 
/**
 * What follows from each.
 */
follows: Array<Follows>, 
/**
 * The clauses for which the document or record stands.
 */
clauses: Array<string>, 
/**
 * Whether another answer than the readings may be written.
 */
writable: boolean, 
/**
 * How many other open questions are like it.
 */
alike: number, 
/**
 * For how many of them it stands in a list: they are asked once, and are answered with it.
 */
stands_for: number, 
/**
 * What some of those like it are about: their codes or paths.
 */
others: Array<string>, 
/**
 * Where it stands.
 */
state: QuestionState, 
/**
 * Whether it is to be answered later.
 */
aside: boolean, 
/**
 * The answer.
 */
answer: QuestionReading | null, 
/**
 * Who gave it.
 */
settled_by: string | null, 
/**
 * When.
 */
settled_on: Day | null, 
/**
 * Why.
 */
reason: string, };

export type QuestionSource = "master_list" | "evidence_index" | "statement_of_applicability" | "file" | "register" | "reference_data";

export type QuestionState = "open" | "settled" | "closed";

export type Questions = { 
/**
 * The list that raised the last of them, and the day.
 */
left_by: QuestionsLeftBy | null, 
/**
 * The open ones, the worst first.
 */
groups: Array<QuestionGroup>, 
/**
 * Those that were answered, where they are asked for, the last first.
 */
answered: Array<QuestionShown>, 
/**
 * Waiting for an answer.
 */
open: number, 
/**
 * How many answers that takes, where those that are alike are asked once.
 */
asks: number, 
/**
 * Answered.
 */
settled: number, };

export type QuestionsLeftBy = { 
/**
 * The list's file; empty where it was the share.
 */
name: string, 
/**
 * The day.
 */
day: Day, };

export type QuestionsSettled = { 
/**
 * The questions.
 */
settled: Array<string>, 
/**
 * Those like it that the answer does not fit; they stay open.
 */
left: Array<QuestionLeft>, };

export type Rebuild = Record<symbol, never>;

export type Rebuilt = { 
/**
 * How many entries were applied.
 */
entries: number, 
/**
 * How the folder stands: a rebuild makes nothing right in the ledger.
 */
standing: FolderStanding, 
/**
 * Whether it called itself by another identity than its entries say, which was put right.
 */
identity_put_right: boolean, };

export type Recheck = { 
/**
 * Number of the entry that changed the scope.
 */
entry: number, 
/**
 * Code of the system whose scope changed.
 */
system: string, 
/**
 * Code of the scope item.
 */
scope_item: string, 
/**
 * `added` or `removed`.
 */
change: string, 
/**
 * When.
 */
on: Day, 
/**
 * How many documents and records wait.
 */
count: number, 
/**
 * The first of them, by code.
 */
items: Array<Item>, };

export type Rechecks = { 
/**
 * How many documents and records wait, each counted once.
 */
items: number, 
/**
 * The changes of scope they wait for, oldest first.
 */
changes: Array<Recheck>, 
/**
 * The revisions they wait for, whose sections they rest on, oldest first.
 */
revisions: Array<SectionsRecheck>, };

export type Recognised = { 
/**
 * Path relative to the folder given.
 */
path: string, 
/**
 * The document or record.
 */
code: string, 
/**
 * As what.
 */
how: How, 
/**
 * Where it lay, the version there was, or how many words of a hundred are the same.
 */
was: string, };

export type RecordAdd = { 
/**
 * The files.
 */
files: Array<string>, 
/**
 * Clauses it is evidence for.
 */
clauses: Array<string>, 
/**
 * Codes of the scope items it belongs to.
 */
scope: Array<string>, 
/**
 * That it is filed for another purpose though its content is filed already.
 */
again: boolean, 
/**
 * What it shows.
 */
title: string, 
/**
 * The organisation's own word for its kind.
 */
kind: string, 
/**
 * First day of the period it speaks of.
 */
period_from: Day | null, 
/**
 * Last day of the period it speaks of.
 */
period_to: Day | null, 
/**
 * Day on which it was collected.
 */
collected: Day | null, 
/**
 * Last day on which it counts as evidence.
 */
valid_until: Day | null, 
/**
 * How long it is kept, in the organisation's words.
 */
retention: string, 
/**
 * A remark.
 */
note: string, };

export type RecordCorrect = { 
/**
 * Codes or identifiers.
 */
records: Array<string>, 
/**
 * The right values as text, by the name of the particular; an empty one clears.
 */
changes: { [key in string]: string }, 
/**
 * Codes of the scope items they belong to, where those are corrected; none means all.
 */
scope: Array<string> | null, 
/**
 * Why.
 */
reason: string, };

export type RecordExit = "replaced" | "taken_back";

export type RecordExited = { 
/**
 * Whether it was replaced or taken back.
 */
exit: RecordExit, 
/**
 * Since which day.
 */
on: Day, 
/**
 * Why.
 */
reason: string, 
/**
 * Who said so.
 */
who: string, 
/**
 * The record in its place.
 */
by: RecordName | null, };

export type RecordFiled = { 
/**
 * What held the content of its files before.
 */
already: Array<AlreadyFiled>, 
/**
 * Codes of the scope items it belongs to; none means all.
 */
scope: Array<string>, 
/**
 * Its files.
 */
files: Array<FiledFile>, 
/**
 * The clauses it is evidence for.
 */
mappings: Array<Named>, 
/**
 * The points that its mappings open, open and settled.
 */
points: Array<PointShown>, 
/**
 * Why it counts no longer; empty where it counts as its dates say.
 */
exited: Array<RecordExited>, 
/**
 * The records in whose place it stands.
 */
replaces: Array<RecordName>, 
/**
 * Where it may stand in another's place, or another in its.
 */
replacements: Array<ReplacementProposed>, 
/**
 * How it stands.
 */
state: RecordState, 
/**
 * Identifier.
 */
id: RecordId, 
/**
 * Short code, given by the ledger.
 */
code: string, 
/**
 * Day on which it was filed.
 */
filed: Day, 
/**
 * What it shows.
 */
title: string, 
/**
 * The organisation's own word for its kind.
 */
kind: string, 
/**
 * First day of the period it speaks of.
 */
period_from: Day | null, 
/**
 * Last day of the period it speaks of.
 */
period_to: Day | null, 
/**
 * Day on which it was collected.
 */
collected: Day | null, 
/**
 * Last day on which it counts as evidence.
 */
valid_until: Day | null, 
/**
 * How long it is kept, in the organisation's words.
 */
retention: string, 
/**
 * A remark.
 */
note: string, };

export type RecordFilter = { 
/**
 * Only of this kind.
 */
kind: string | null, 
/**
 * Only with this in the title.
 */
text: string | null, 
/**
 * Only those whose validity ended before this day; not what was replaced or taken back.
 */
expired_on: Day | null, 
/**
 * Only those mapped to no clause; not what was replaced or taken back.
 */
unmapped: boolean, 
/**
 * Only those that stand so on a day.
 */
state: [RecordState, Day] | null, 
/**
 * Only those that were replaced or taken back.
 */
gone: boolean, };

export type RecordId = string;

export type RecordList = { 
/**
 * Which.
 */
filter: RecordFilter, 
/**
 * In which order.
 */
sort: RecordSort, 
/**
 * The `next` of the page before.
 */
after: Array<string> | null, 
/**
 * How many at the most.
 */
limit: number, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type RecordName = { 
/**
 * Identifier.
 */
id: RecordId, 
/**
 * Code.
 */
code: string, 
/**
 * Title.
 */
title: string, };

export type RecordNumbering = { 
/**
 * The next number is shown by this rule; by the one in force where none is given.
 */
pattern: string | null, };

export type RecordNumberingSet = { 
/**
 * The rule, with a place for the number.
 */
pattern: string, 
/**
 * Why, where somebody says so.
 */
reason: string, };

export type RecordNumbers = { 
/**
 * The rule in force, as `REC-{year}-{number:3}`.
 */
pattern: string, 
/**
 * The number that the next record is given.
 */
next: string, };

export type RecordRegister = { 
/**
 * Which.
 */
filter: RecordFilter, 
/**
 * Only what this finds, see the command `search`.
 */
found: string | null, 
/**
 * In which order.
 */
sort: RecordSort, 
/**
 * The other way round.
 */
descending: boolean, 
/**
 * First row, from 0.
 */
offset: number, 
/**
 * How many at the most.
 */
limit: number, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type RecordReinstate = { 
/**
 * Code or identifier.
 */
record: string, 
/**
 * Why.
 */
reason: string, };

export type RecordReplace = { 
/**
 * Code or identifier of the one that counts no longer.
 */
record: string, 
/**
 * Code or identifier of the one in its place.
 */
by: string, 
/**
 * Why.
 */
reason: string, };

export type RecordRow = { 
/**
 * The clauses it is evidence for.
 */
clauses: Array<ClauseRef>, 
/**
 * How it stands.
 */
state: RecordState, 
/**
 * Identifier.
 */
id: RecordId, 
/**
 * Short code, given by the ledger.
 */
code: string, 
/**
 * Day on which it was filed.
 */
filed: Day, 
/**
 * What it shows.
 */
title: string, 
/**
 * The organisation's own word for its kind.
 */
kind: string, 
/**
 * First day of the period it speaks of.
 */
period_from: Day | null, 
/**
 * Last day of the period it speaks of.
 */
period_to: Day | null, 
/**
 * Day on which it was collected.
 */
collected: Day | null, 
/**
 * Last day on which it counts as evidence.
 */
valid_until: Day | null, 
/**
 * How long it is kept, in the organisation's words.
 */
retention: string, 
/**
 * A remark.
 */
note: string, };

export type RecordRows = { 
/**
 * How many rows there are in all.
 */
total: number, 
/**
 * How many of each kind, in the order of the kinds.
 */
kinds: Array<[string, number]>, 
/**
 * The rows asked for.
 */
rows: Array<RecordRow>, };

export type RecordShow = { 
/**
 * Code or identifier.
 */
record: string, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type RecordShown = { 
/**
 * Codes of the scope items it belongs to; none means all.
 */
scope: Array<string>, 
/**
 * Its files.
 */
files: Array<FiledFile>, 
/**
 * The clauses it is evidence for.
 */
mappings: Array<Named>, 
/**
 * The points that its mappings open, open and settled.
 */
points: Array<PointShown>, 
/**
 * Why it counts no longer; empty where it counts as its dates say.
 */
exited: Array<RecordExited>, 
/**
 * The records in whose place it stands.
 */
replaces: Array<RecordName>, 
/**
 * Where it may stand in another's place, or another in its.
 */
replacements: Array<ReplacementProposed>, 
/**
 * How it stands.
 */
state: RecordState, 
/**
 * Identifier.
 */
id: RecordId, 
/**
 * Short code, given by the ledger.
 */
code: string, 
/**
 * Day on which it was filed.
 */
filed: Day, 
/**
 * What it shows.
 */
title: string, 
/**
 * The organisation's own word for its kind.
 */
kind: string, 
/**
 * First day of the period it speaks of.
 */
period_from: Day | null, 
/**
 * Last day of the period it speaks of.
 */
period_to: Day | null, 
/**
 * Day on which it was collected.
 */
collected: Day | null, 
/**
 * Last day on which it counts as evidence.
 */
valid_until: Day | null, 
/**
 * How long it is kept, in the organisation's words.
 */
retention: string, 
/**
 * A remark.
 */
note: string, };

export type RecordSort = "filed" | "title" | "valid_until" | "kind";

export type RecordState = "in_date" | "ended" | "replaced" | "taken_back";

export type RecordStated = { 
/**
 * How it stands.
 */
state: RecordState, 
/**
 * Identifier.
 */
id: RecordId, 
/**
 * Short code, given by the ledger.
 */
code: string, 
/**
 * Day on which it was filed.
 */
filed: Day, 
/**
 * What it shows.
 */
title: string, 
/**
 * The organisation's own word for its kind.
 */
kind: string, 
/**
 * First day of the period it speaks of.
 */
period_from: Day | null, 
/**
 * Last day of the period it speaks of.
 */
period_to: Day | null, 
/**
 * Day on which it was collected.
 */
collected: Day | null, 
/**
 * Last day on which it counts as evidence.
 */
valid_until: Day | null, 
/**
 * How long it is kept, in the organisation's words.
 */
retention: string, 
/**
 * A remark.
 */
note: string, };

export type RecordTakeBack = { 
/**
 * Code or identifier.
 */
record: string, 
/**
 * Why.
 */
reason: string, };

export type RecordTakenBack = { 
/**
 * Its code.
 */
code: string, 
/**
 * Codes of the records that it had replaced, which count again.
 */
reinstated: Array<string>, };

export type RecordedLater = { 
/**
 * The day that the clock said, UTC, as `2026-04-01`.
 */
on: string, 
/**
 * What happened, as kinds of events are called.
 */
what: string, 
/**
 * Codes of the documents and records in the pack that it is about.
 */
about: Array<string>, };

export type RecordsCorrected = { 
/**
 * Codes of the records that say something else now.
 */
corrected: Array<string>, 
/**
 * Codes of those that said it already.
 */
unchanged: Array<string>, };

export type Register = { 
/**
 * The day on which it stands so.
 */
day: Day, 
/**
 * What is in use, will be, or is a draft; by code.
 */
documents: Array<RegisterRow>, 
/**
 * How many are left out: they were recorded later, and nothing is known of them on that day.
 */
left_out: number, 
/**
 * Revisions that were replaced, and documents out of use; by code, the oldest first.
 */
obsolete: Array<ObsoleteRow>, };

export type RegisterCounts = { 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type RegisterForm = "xlsx" | "pdf";

export type RegisterRow = { 
/**
 * The organisation's own number.
 */
code: string, 
/**
 * Title.
 */
title: string, 
/**
 * Type.
 */
kind: DocumentKind, 
/**
 * Label of the revision.
 */
revision: string | null, 
/**
 * Where the document stands.
 */
state: DocumentState, 
/**
 * Doubts about what is approved that no review has looked into, oldest first.
 */
doubts: Array<DoubtOpen>, 
/**
 * Who approved the revision, by what stood on that day.
 */
approved_by: string | null, 
/**
 * Whether that was its own author.
 */
approved_by_author: boolean, 
/**
 * When it was approved, as far as that is known.
 */
approved_on: Due | null, 
/**
 * First day in force, past or to come.
 */
in_force_from: Day | null, 
/**
 * Whether nobody knows that day: it is in force at the latest since then.
 */
in_force_at_latest: boolean, 
/**
 * Next review.
 */
next_review: Due | null, 
/**
 * Whether that has passed.
 */
overdue: Overdue, 
/**
 * Who answers for it.
 */
owner: string, 
/**
 * Who may see it.
 */
classification: string, 
/**
 * Where its files lay, or what they are called.
 */
filed: Array<string>, };

export type RegisterSave = { 
/**
 * The file.
 */
out: string, 
/**
 * As what.
 */
form: RegisterForm, 
/**
 * What is obsolete alone.
 */
obsolete: boolean, 
/**
 * For which paper.
 */
paper: PaperSize, 
/**
 * In which language.
 */
language: Language, 
/**
 * Whether a file that is there may be written over.
 */
overwrite: boolean, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type RegisterShow = { 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type Relation = "identical_hls" | "aligned" | "similar" | "none" | "successor" | "predecessor";

export type ReplacementProposed = { 
/**
 * Code of the earlier record.
 */
record: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Code of the later one.
 */
by: string, 
/**
 * Its title.
 */
by_title: string, };

export type Reply = { 
/**
 * The command's answer.
 */
answer: unknown, 
/**
 * The entries it wrote, and no other program: what undoing it takes back.
 */
entries: Array<Span>, 
/**
 * The first of them, where one undo takes all that was written back.
 */
undo: number | null, 
/**
 * What became stale.
 */
stale: Array<Topic>, };

export type Report = { 
/**
 * Whether every check passed.
 */
ok: boolean, 
/**
 * One per check, in order.
 */
checks: Array<Check>, 
/**
 * Everything that was found, the most serious first in each check.
 */
findings: Array<Finding>, 
/**
 * What is to be asked about though nothing is wrong yet: a key for which nobody stands, a ledger that is unsigned.
 */
warnings: Array<Finding>, 
/**
 * How many entries were looked at.
 */
entries: number, 
/**
 * How many files were looked at.
 */
files: number, 
/**
 * Which checks could not be made, in whole or in part, though nothing is wrong: an earlier program made the pack, entries are
 * withheld.
 */
unmet: Array<Unmet>, 
/**
 * What to know besides: keys, sizes.
 */
facts: Array<CheckFact>, };

export type Required = { 
/**
 * Whether it is maintained or retained.
 */
kind: RequiredKind, 
/**
 * What is asked for, in our words.
 */
item: string, 
/**
 * How far it is needed and in what form, where that is left open.
 */
note: string | null, };

export type RequiredKind = "maintain" | "retain";

export type Requirement = { 
/**
 * Identifier.
 */
id: RequirementId, 
/**
 * Its number, as `REQ-3`.
 */
number: string, 
/**
 * Whose it is.
 */
whose: RequirementKind, 
/**
 * What is required.
 */
text: string, 
/**
 * With whom and where it is agreed; empty where nobody has to agree.
 */
agreed: string, 
/**
 * Code of the service that it is about.
 */
service: string | null, 
/**
 * Since when.
 */
on: Day, };

export type RequirementAdd = { 
/**
 * Whose it is.
 */
whose: RequirementKind, 
/**
 * What is required, in the organisation's own words.
 */
text: string, 
/**
 * With whom and where it is agreed.
 */
agreed: string, 
/**
 * Code of the service that it is about.
 */
service: string | null, 
/**
 * Whether it is only implied; refused for a service requirement.
 */
implied: boolean, };

export type RequirementDrop = { 
/**
 * Its number, as `REQ-3`.
 */
number: string, 
/**
 * Why.
 */
reason: string, };

export type RequirementId = string;

export type RequirementKind = "service" | "legal" | "regulatory" | "other";

export type RequirementList = Record<symbol, never>;

export type RestingClause = { 
/**
 * Edition and clause.
 */
reference: ClauseRef, 
/**
 * Why it was accepted.
 */
reason: string, 
/**
 * The sections that changed and that the reason names.
 */
sections: Array<string>, };

export type RestingItem = { 
/**
 * `document` or `record`.
 */
kind: string, 
/**
 * Its code.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its owner; empty for a record.
 */
owner: string, 
/**
 * The sections that changed and that it cites.
 */
sections: Array<string>, };

export type ReviewCalendar = { 
/**
 * The file.
 */
out: string, 
/**
 * Whether a file that is there may be written over.
 */
overwrite: boolean, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type ReviewDays = { 
/**
 * Its first day.
 */
from: Day, 
/**
 * Its last day.
 */
to: Day, 
/**
 * So many rows of each day come along.
 */
first: number, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type ReviewId = string;

export type ReviewList = { 
/**
 * Only what is due until then.
 */
until: Day | null, 
/**
 * Write it to this calendar file, too.
 */
ics: string | null, 
/**
 * Whether a file that is there may be written over.
 */
overwrite: boolean, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type ReviewMoved = { 
/**
 * The next review before.
 */
before: Due | null, 
/**
 * The next review from then on.
 */
next: Day, 
/**
 * Why.
 */
reason: string, 
/**
 * When it was moved.
 */
on: Day, 
/**
 * Who moved it.
 */
who: string, };

export type ReviewOutcome = "confirmed" | "revise" | "withdraw";

export type ReviewPage = { 
/**
 * Only what is due from this day on.
 */
from: Day | null, 
/**
 * Only what is due until then.
 */
to: Day | null, 
/**
 * Only this.
 */
kind: DueKind | null, 
/**
 * The `next` of the page before.
 */
after: Array<string> | null, 
/**
 * How many at the most.
 */
limit: number, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type ReviewRecheck = { 
/**
 * Codes of the documents and records.
 */
items: Array<string>, 
/**
 * Why they still count.
 */
reason: string, 
/**
 * Only for the scope of this system.
 */
system: string | null, 
/**
 * Only for this scope item.
 */
scope_item: string | null, 
/**
 * Only for the change of that entry.
 */
entry: number | null, 
/**
 * Only for the mapping to this clause, whose reason names a section that changed.
 */
reference: string | null, };

export type ReviewsDue = { 
/**
 * The day against which overdue is judged.
 */
day: Day, 
/**
 * How many are overdue by every reading of their date.
 */
overdue: number, 
/**
 * How many are overdue by one reading of an unclear date.
 */
unclear: number, 
/**
 * Everything, soonest first.
 */
items: Array<DueItem>, 
/**
 * Statements of Applicability that moved on, and certificates that cite an older version.
 */
moved: Array<StatementMoved>, };

export type ReviewsMoved = { 
/**
 * The day.
 */
next: Day, 
/**
 * How many.
 */
documents: number, };

export type Revision = { 
/**
 * Identifier.
 */
id: RevisionId, 
/**
 * The organisation's own label.
 */
label: string, 
/**
 * Where it stands.
 */
state: RevisionState, 
/**
 * What changed.
 */
summary: string, 
/**
 * Who wrote it.
 */
author: string, 
/**
 * Day on which it was filed.
 */
filed: Day, 
/**
 * Who approved it.
 */
approved_by: string | null, 
/**
 * When, as far as it is known.
 */
approved_on: Due | null, 
/**
 * Whether that was its own author, which the organisation's rule allowed.
 */
approved_by_author: boolean, 
/**
 * First day in force, past or to come.
 */
effective_from: Day | null, 
/**
 * Approved, and never in force: on its day another one stands, or the document is withdrawn before.
 */
never_in_force: boolean, 
/**
 * Whether nobody knows that day: it is in force at the latest since then.
 */
effective_at_latest: boolean, 
/**
 * Day on which it was superseded or withdrawn, or will be.
 */
ended_on: Day | null, 
/**
 * When the withdrawn document was put in force again with it, oldest first.
 */
reinstatements: Array<RevisionReinstated>, 
/**
 * Whom it was communicated to, oldest first.
 */
communications: Array<RevisionCommunicated>, 
/**
 * Its files.
 */
files: Array<FiledFile>, };

export type RevisionCallOff = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * Why.
 */
reason: string, };

export type RevisionCommunicated = { 
/**
 * When.
 */
on: Day, 
/**
 * To whom.
 */
to: string, 
/**
 * How; empty where nobody said.
 */
how: string, };

export type RevisionCompared = { 
/**
 * Its label.
 */
label: string, 
/**
 * How it stands.
 */
state: RevisionState, 
/**
 * What its author says has changed.
 */
summary: string, };

export type RevisionId = string;

export type RevisionImpact = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Label of the earlier revision; nothing where there is one alone.
 */
earlier: string | null, 
/**
 * Label of the later revision.
 */
later: string | null, 
/**
 * The sections in which something changes.
 */
sections: Array<string>, 
/**
 * How many files could not be compared: what changes in them touches more than is said here.
 */
unread: number, 
/**
 * Who cites the document.
 */
cited: CitedBy, 
/**
 * The clauses it is mapped to, by standard.
 */
clauses: Array<ClauseTouched>, 
/**
 * The audits ahead.
 */
audits: Array<AuditAhead>, };

export type RevisionReinstated = { 
/**
 * Who did it.
 */
by: string, 
/**
 * The day on which it was recorded.
 */
on: Day, 
/**
 * First day in force again.
 */
from: Day, 
/**
 * Why.
 */
reason: string, };

export type RevisionState = "draft" | "approved" | "effective" | "superseded" | "withdrawn";

export type RevisionTask = { 
/**
 * The review or the request that asked for it.
 */
review: ReviewId, 
/**
 * Who is to write it.
 */
owner: string, 
/**
 * By when.
 */
due: Day, 
/**
 * When it was asked for.
 */
asked: Day, 
/**
 * Why.
 */
reason: string, 
/**
 * When it ended.
 */
ended: Day | null, 
/**
 * How it ended.
 */
how: RevisionTaskEnd | null, 
/**
 * Why it was called off.
 */
why: string, 
/**
 * Who asked for it.
 */
who: string, 
/**
 * Whether a review asked for it; else it was a request for a change.
 */
reviewed: boolean, };

export type RevisionTaskEnd = "done" | "withdrawn" | "called_off";

export type RevisionsCompared = { 
/**
 * Code of the document.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The earlier revision.
 */
earlier: RevisionCompared, 
/**
 * The later revision.
 */
later: RevisionCompared, 
/**
 * Their files, in the order of the later revision; then those that it has no more.
 */
files: Array<FilesCompared>, 
/**
 * How many places changed, in all files.
 */
places: number, 
/**
 * The sections in which they are.
 */
sections: Array<string>, 
/**
 * How many files could not be compared: nobody knows what changed in them.
 */
unread: number, };

export type Role = "quality_manager" | "author" | "approver" | "auditor" | "reader";

export type Rule = "reviewers" | "approvers" | "in_order" | "signed" | "interval" | "notice" | "numbering";

export type RuleEffect = { 
/**
 * Which rule.
 */
rule: Rule, 
/**
 * What it says now.
 */
now: RuleValue, 
/**
 * What it would say.
 */
then: RuleValue, 
/**
 * How many documents it is for.
 */
documents: number, 
/**
 * Of an interval: how many of them have none of their own, so that their next review is set by it from their next
 * approval or confirmation on.
 */
without_interval: number, 
/**
 * Of a notice: how many reviews of them are announced today, and how many would be.
 */
announced: [number, number] | null, 
/**
 * Of a numbering: the codes that the next document would be proposed as things are, and by it; none where a person
 * gives them.
 */
next: [string | null, string | null] | null, 
/**
 * How many of them are under way; they keep the rules under which they were submitted.
 */
under_way: number, 
/**
 * The first of them, by code.
 */
codes: Array<string>, };

export type RuleInForce = { 
/**
 * Which.
 */
rule: Rule, 
/**
 * Type of document; empty for all.
 */
type: string, 
/**
 * What it says.
 */
value: RuleValue, 
/**
 * Whether the organisation said so; else it is the program's own.
 */
said: boolean, };

export type RuleList = Record<symbol, never>;

export type RuleSet = { 
/**
 * Which rule.
 */
rule: Rule, 
/**
 * Type of document; all where none is given.
 */
type: DocumentKind | null, 
/**
 * What it says; none where it is taken away.
 */
value: RuleValue | null, 
/**
 * Why.
 */
reason: string, };

export type RuleSetPreview = { 
/**
 * Which rule.
 */
rule: Rule, 
/**
 * Type of document; all where none is given.
 */
type: DocumentKind | null, 
/**
 * What it would say; none where it would be taken away.
 */
value: RuleValue | null, };

export type RuleValue = boolean | number | string;

export type RunBy = "own" | "shared" | "others";

export type ScopeAdd = { 
/**
 * Short code.
 */
code: string, 
/**
 * What it is.
 */
kind: ScopeKind, 
/**
 * Name.
 */
name: string, 
/**
 * Codes of the sites where it is delivered.
 */
at: Array<string>, };

export type ScopeAnswer = "yes" | "partly" | "no";

export type ScopeAnswerGive = { 
/**
 * Which.
 */
question: ScopeQuestion, 
/**
 * The answer.
 */
answer: ScopeAnswer, 
/**
 * Why, or for which part; needed unless the answer is yes.
 */
reason: string, };

export type ScopeCompare = Record<symbol, never>;

export type ScopeCompareStore = Record<symbol, never>;

export type ScopeComparison = { 
/**
 * First system's code.
 */
a: string, 
/**
 * Second system's code.
 */
b: string, 
/**
 * Items inside both: integration is possible here.
 */
both: Array<string>, 
/**
 * Items only in the first scope: nothing in the second to correlate with.
 */
only_a: Array<string>, 
/**
 * Items only in the second scope.
 */
only_b: Array<string>, };

export type ScopeDiff = { 
/**
 * Code or standard of the system.
 */
system: string, 
/**
 * The one.
 */
before: number, 
/**
 * The other.
 */
after: number, };

export type ScopeItem = { 
/**
 * Identifier.
 */
id: ScopeItemId, 
/**
 * Short code.
 */
code: string, 
/**
 * What it is.
 */
kind: ScopeKind, 
/**
 * Name.
 */
name: string, 
/**
 * Codes of the sites where it is delivered.
 */
at: Array<string>, 
/**
 * Codes of the systems whose scope takes it in.
 */
systems: Array<string>, 
/**
 * Who provides or runs it; none where nobody said so.
 */
run_by: RunBy | null, 
/**
 * The parties that run it, or a part of it.
 */
parties: Array<PartyId>, 
/**
 * Why it was said.
 */
run_reason: string, };

export type ScopeItemId = string;

export type ScopeKind = "organisation" | "site" | "service" | "product" | "unit" | "asset" | "activity" | "function" | "process" | "component";

export type ScopeList = { 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type ScopePreview = { 
/**
 * Code of the system.
 */
system: string, 
/**
 * Codes of what would come in.
 */
added: Array<string>, 
/**
 * Codes of what would go out.
 */
removed: Array<string>, 
/**
 * How many documents and records would have to be looked at again, each counted once.
 */
count: number, 
/**
 * These, item by item.
 */
changes: Array<ScopeTouched>, };

export type ScopeQuestion = "isms_covers_services" | "assets_are_the_same";

export type ScopeQuestionAsked = { 
/**
 * Which.
 */
question: ScopeQuestion, 
/**
 * The question in words.
 */
text: string, 
/**
 * What follows from the answer that was given, or from there being none.
 */
follows: string, 
/**
 * The answer.
 */
answer: ScopeAnswer | null, 
/**
 * Why, or for which part.
 */
reason: string, 
/**
 * Who answered.
 */
by: string, 
/**
 * When.
 */
on: Day | null, };

export type ScopeQuestions = Record<symbol, never>;

export type ScopeRecheck = { 
/**
 * Of each change of scope, the first so many documents and records.
 */
limit: number, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type ScopeRunBySet = { 
/**
 * Code of the scope item.
 */
item: string, 
/**
 * Who.
 */
by: RunBy, 
/**
 * Names of the parties that run it, or a part of it.
 */
parties: Array<string>, 
/**
 * Why.
 */
reason: string, };

export type ScopeSet = { 
/**
 * Code or standard of the system.
 */
system: string, 
/**
 * Codes of everything inside.
 */
items: Array<string>, };

export type ScopeSetPreview = { 
/**
 * Code or standard of the system.
 */
system: string, 
/**
 * Codes of everything inside.
 */
items: Array<string>, };

export type ScopeSharing = Record<symbol, never>;

export type ScopeStatement = { 
/**
 * The organisation and its boundaries.
 */
boundaries: string, 
/**
 * Whether the scope takes in all of the organisation or a part of it.
 */
whole_organisation: boolean | null, 
/**
 * Who manages and delivers the services.
 */
provider: string, 
/**
 * The services covered: all, or those named.
 */
services: Array<string>, 
/**
 * Whether these are all services of the organisation in scope, or some of them.
 */
all_services: boolean | null, 
/**
 * Kinds of products and services offered.
 */
offerings: Array<string>, 
/**
 * Whether these are all kinds, or some of them.
 */
all_offerings: boolean | null, 
/**
 * Activities covered.
 */
activities: Array<string>, 
/**
 * Whether these are all activities of the organisation in scope, or some of them.
 */
all_activities: boolean | null, 
/**
 * What does not apply, as `8.3: nothing is developed`: clauses or controls and a reason, a line each; `none` where all
 * apply.
 */
not_applicable: Array<string>, 
/**
 * Whether it was confirmed that none of it has a bearing on conforming products and services, or on customers'
 * satisfaction.
 */
unaffected: boolean | null, 
/**
 * Activities of other parties that were taken into account.
 */
other_parties: string, 
/**
 * The statement in words.
 */
text: string, };

export type ScopeStatementShow = { 
/**
 * Code or standard of the system.
 */
system: string, 
/**
 * Its number; the last one where none is given.
 */
version: number | null, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type ScopeTouched = { 
/**
 * Code of the scope item.
 */
scope_item: string, 
/**
 * `added` or `removed`.
 */
change: string, 
/**
 * The documents and records to look at again, by code.
 */
items: Array<Item>, };

export type ScopeVersions = { 
/**
 * Code or standard of the system.
 */
system: string, };

export type ScopeWord = { 
/**
 * The word.
 */
word: ScopeWordName, 
/**
 * The standard that reads it so.
 */
standard: string, 
/**
 * How.
 */
sense: ScopeWordSense, 
/**
 * What it means here, by name.
 */
names: Array<string>, };

export type ScopeWordName = "organisation" | "service" | "external" | "supplier" | "internal_supplier" | "outsourced" | "top_management" | "service_requirement";

export type ScopeWordSense = "part_in_scope" | "whole_organisation" | "services_in_scope" | "services_offered" | "no_own_meaning" | "outside_larger_organisation" | "outside_organisation" | "outside_sisters_open" | "three_kinds" | "one_notion" | "within_larger_organisation" | "as_an_option" | "stays_inside" | "directs_the_part" | "directs_the_organisation" | "written_and_agreed";

export type ScopeWords = { 
/**
 * Code or standard of the system.
 */
system: string, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type ScopesCompared = { 
/**
 * Two by two.
 */
pairs: Array<ScopeComparison>, 
/**
 * Per scope item: the systems that take it in, and so where integration is possible (R44).
 */
items: Array<ScopeItem>, 
/**
 * Two by two, kind by kind.
 */
kinds: Array<KindCompared>, 
/**
 * Item by item, and of each service or product at its sites: whether two systems can be integrated there, and why.
 */
places: Array<IntegrationAt>, };

export type Search = { 
/**
 * Words, phrases in quotes, `-word`, and the operators `owner:`, `type:`, `clause:`, `after:`, `before:`.
 */
query: string, 
/**
 * How many documents are shown at the most, and how many records.
 */
limit: number, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type SearchUnread = { 
/**
 * Of one reason alone.
 */
problem: Unsearchable | null, 
/**
 * How many are shown at the most.
 */
limit: number, };

export type SectionCited = { 
/**
 * Its number, as it is cited.
 */
number: string, 
/**
 * Whether something in it changes between the revisions that were asked about.
 */
changes: boolean, };

export type SectionsRecheck = { 
/**
 * Number of the entry that noted it.
 */
entry: number, 
/**
 * Code of the document.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Label of the revision.
 */
revision: string, 
/**
 * Since when it is in force.
 */
on: Day, 
/**
 * How many mappings, documents and records wait.
 */
count: number, 
/**
 * The first mappings of the document, by clause.
 */
clauses: Array<RestingClause>, 
/**
 * The first documents and records, by code.
 */
items: Array<RestingItem>, };

export type SettleBy = "evidence" | "statement" | "either";

export type Sharing = { 
/**
 * How much.
 */
grade: Grade, 
/**
 * What it rests on.
 */
measures: Array<Measure>, };

export type Sign = { 
/**
 * Which: `listed`, `indexed`, `filed`, `control_table`, `number`, `version`, `section`, `title`, `headings`, `folder`, `neighbours`,
 * `blanks`, `filled`, `day`, `type`, `program`, `exported`, `nothing`.
 */
sign: string, 
/**
 * What of it: the words, a number, a folder's name.
 */
words: string, 
/**
 * What it speaks for: `document`, `record` or `external`.
 */
speaks_for: string, };

export type SignWith = { 
/**
 * A private key file of their own; where none is named, the key that was made here or the agent's is taken.
 */
key: string | null, 
/**
 * What unlocks it.
 */
passphrase: Passphrase | null, };

export type SisterDocument = { 
/**
 * Its number: `ISO/IEC 27013`.
 */
document: string, 
/**
 * The question it answers.
 */
answers: string, };

export type Skipped = { 
/**
 * Path relative to the folder given.
 */
path: string, 
/**
 * Why: `office_owner`, `office_lock`, `windows`, `macos`, `temporary`.
 */
reason: string, };

export type SoaCalled = { 
/**
 * Its title.
 */
title: string, 
/**
 * Where one of the organisation's own comes from.
 */
origin: string | null, };

export type SoaChange = { 
/**
 * Its number or code.
 */
code: string, 
/**
 * Its title in the later statement, or the earlier where it is there no more.
 */
title: string, 
/**
 * How it was called before; none where it was not in the statement.
 */
called_before: SoaCalled | null, 
/**
 * How it is called after; none where it is no more in the statement.
 */
called_after: SoaCalled | null, 
/**
 * What was decided before; none where it was undecided or not there.
 */
before: Decision | null, 
/**
 * What is decided after; likewise.
 */
after: Decision | null, 
/**
 * Names of what differs: `control`, `title`, `origin`, `applies`, `reason`, `grounds`, `risks`, `implemented`, `reach`,
 * `owner`.
 */
fields: Array<string>, };

export type SoaControl = { 
/**
 * Its number, or the organisation's own code.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Of a control from elsewhere than Annex A: where it comes from.
 */
origin?: string | null, 
/**
 * What was decided; none in a draft where nobody had.
 */
decision?: Decision | null, };

export type SoaControls = { 
/**
 * Standard or code of the system.
 */
standard: string, 
/**
 * Which version; the last one where none is given.
 */
version?: string | null, };

export type SoaCounts = { 
/**
 * Rows that decide something.
 */
decided: number, 
/**
 * Of them, those on controls on which something else stands.
 */
otherwise: number, 
/**
 * Rows that say what stands.
 */
unchanged: number, 
/**
 * Rows that ask first.
 */
asked: number, 
/**
 * Rows that decide nothing.
 */
left_out: number, 
/**
 * Questions that leave a part of a decision open.
 */
open: number, 
/**
 * Controls of which the list says nothing.
 */
missing: number, };

export type SoaDiff = { 
/**
 * Standard or code of the system.
 */
standard: string, 
/**
 * Version before.
 */
from: string, 
/**
 * Version after, or `now`.
 */
to: string, };

export type SoaDifference = { 
/**
 * Version before.
 */
from: string, 
/**
 * Version after; `now` for what is decided and not issued.
 */
to: string, 
/**
 * The controls that differ, in the order of the later statement.
 */
controls: Array<SoaChange>, };

export type SoaDoubt = { 
/**
 * What.
 */
what: SoaDoubtKind, 
/**
 * Whether the row decides nothing until it is answered.
 */
holds: boolean, 
/**
 * The words in question.
 */
words: string, 
/**
 * What may be answered: a control's number, `take`, `leave`, `applies`, `does_not_apply`, `each`, `yes`, `partly`, `no`,
 * `open`, `services`, `assets`, `both`, `reach_open`; `day` stands for any day.
 */
choices: Array<string>, 
/**
 * What was answered.
 */
answer: string | null, };

export type SoaDoubtKind = "struck" | "which_control" | "merged" | "split" | "group" | "applies_unknown" | "contradiction" | "duplicate" | "applies_remark" | "status_unknown" | "in_progress" | "planned_without_day" | "day_unclear" | "reach_unknown";

export type SoaExport = { 
/**
 * Standard or code of the system.
 */
standard: string, 
/**
 * Which version; the last one where none is given.
 */
version?: string | null, 
/**
 * The folder.
 */
out: string, 
/**
 * Whether files that are there may be written over.
 */
replace: boolean, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type SoaExported = { 
/**
 * Name of the text.
 */
text: string, 
/**
 * Whether it is signed; else there is nothing to check it by.
 */
signed: boolean, 
/**
 * What checks it, in the folder.
 */
check: string, };

export type SoaImport = { 
/**
 * Standard or code of the system; 27001 where none is given.
 */
standard?: string | null, 
/**
 * The list: a workbook, separated text or a Word table.
 */
path: string, 
/**
 * The edition of which it speaks, where a person says it: `2013`.
 */
edition?: string | null, 
/**
 * What was decided about its columns.
 */
columns?: ColumnsChosen | null, 
/**
 * The same in a file, as `soa_look` writes it.
 */
columns_file?: string | null, 
/**
 * Whether what was decided about columns is kept for the next list of the same shape; it is unless that is said.
 */
remember?: boolean | null, 
/**
 * Answers to what is doubtful, by the key of the row.
 */
answers?: Record<string, string[]>, };

export type SoaIssue = { 
/**
 * Standard or code of the system.
 */
standard: string, 
/**
 * A draft, which may hold controls that are not decided.
 */
draft: boolean, 
/**
 * What this version is for.
 */
reason?: string | null, 
/**
 * A private key file of their own; where none is named, the key that was made here or the agent's is taken.
 */
key: string | null, 
/**
 * What unlocks it.
 */
passphrase: Passphrase | null, };

export type SoaKept = { 
/**
 * What heads it.
 */
column: string, 
/**
 * What stands in it.
 */
words: string, };

export type SoaListRow = { 
/**
 * By what it is answered: its number, with its sheet where there are several (`People!12`).
 */
key: string, 
/**
 * Row as the list's program numbers it.
 */
row: number, 
/**
 * Its sheet, where the list has several.
 */
sheet: string | null, 
/**
 * The control as the list writes it.
 */
number: string, 
/**
 * What the list calls it.
 */
title: string, 
/**
 * On what it decides, in the edition that is held; none where that is open.
 */
reference: ClauseRef | null, 
/**
 * What the standard, or the organisation, calls that.
 */
name: string, 
/**
 * The control of the list's own edition, where that is another.
 */
listed_as: ClauseRef | null, 
/**
 * Whether it is a control from elsewhere than Annex A.
 */
own: boolean, 
/**
 * What becomes of it.
 */
outcome: SoaOutcome, 
/**
 * Why it decides nothing: `group`, `clause`, `no_such_control`, `no_control`, `no_decision`, `no_counterpart`, `repeated`,
 * `other_row`, `together`, `answered`, or the name of a refusal.
 */
why: string | null, 
/**
 * What stands.
 */
before: Decision | null, 
/**
 * What would stand.
 */
after: Decision | null, 
/**
 * What that would lack.
 */
lacks: Array<DecisionLack>, 
/**
 * What is doubtful.
 */
doubts: Array<SoaDoubt>, 
/**
 * What is to be said.
 */
notes: Array<SoaNote>, 
/**
 * Cells that decide nothing.
 */
kept: Array<SoaKept>, };

export type SoaListed = { 
/**
 * Code of the system.
 */
system: string, 
/**
 * The edition that is held.
 */
edition: string, 
/**
 * The edition of which the list speaks.
 */
listed_edition: string, 
/**
 * Whether a person said so.
 */
edition_said: boolean, 
/**
 * Whether it was written: else it was only looked at.
 */
written: boolean, 
/**
 * How many rows come to what.
 */
counts: SoaCounts, 
/**
 * The list: what its columns and words mean, which lines are none of its rows.
 */
list: ListTaken, 
/**
 * Its rows.
 */
rows: Array<SoaListRow>, 
/**
 * Controls of the edition held of which it says nothing.
 */
missing: Array<SoaMissing>, 
/**
 * What the columns mean as a text that is easily changed by hand.
 */
form: string, };

export type SoaLook = { 
/**
 * Standard or code of the system; 27001 where none is given.
 */
standard?: string | null, 
/**
 * The list: a workbook, separated text or a Word table.
 */
path: string, 
/**
 * The edition of which it speaks, where a person says it: `2013`.
 */
edition?: string | null, 
/**
 * What was decided about its columns.
 */
columns?: ColumnsChosen | null, 
/**
 * The same in a file, as `soa_look` writes it.
 */
columns_file?: string | null, 
/**
 * Whether what was decided about columns is kept for the next list of the same shape; it is unless that is said.
 */
remember?: boolean | null, 
/**
 * Answers to what is doubtful, by the key of the row.
 */
answers?: Record<string, string[]>, };

export type SoaMissing = { 
/**
 * The control.
 */
reference: ClauseRef, 
/**
 * What it is called.
 */
title: string, 
/**
 * Whether something was decided on it already.
 */
decided: boolean, };

export type SoaMoved = { 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type SoaNote = { 
/**
 * What: `through_map`, `other_edition`, `read_by_title`, `read_by_order`, `by_grounds`, `by_reason`, `by_status`,
 * `other_reason`, `end_of_period`, `hidden`, `struck`, `uncomputed`, `below_ended`, `own_named`, `own_title`, `several`,
 * `became_one`.
 */
what: string, 
/**
 * The words in question.
 */
words: string, };

export type SoaOutcome = "decided" | "unchanged" | "asked" | "left_out";

export type SoaSave = { 
/**
 * Standard or code of the system.
 */
standard: string, 
/**
 * Which version; the last one where none is given, `now` for what is decided and not issued.
 */
version?: string | null, 
/**
 * The file.
 */
out: string, 
/**
 * As what.
 */
form: RegisterForm, 
/**
 * Also who answers, on which risk a decision rests, and what a control reaches.
 */
inside: boolean, 
/**
 * For which paper.
 */
paper: PaperSize, 
/**
 * In which language.
 */
language: Language, 
/**
 * Whether a file that is there may be written over.
 */
overwrite: boolean, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type SoaShow = { 
/**
 * Standard or code of the system; 27001 where none is given.
 */
standard: string, 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type SoaShown = { 
/**
 * Its edition.
 */
edition: string, 
/**
 * The last version that is no draft; none where none was issued.
 */
current: SoaVersion | null, 
/**
 * All versions, the newest first.
 */
versions: Array<SoaVersion>, 
/**
 * How many controls stand how, as decided now.
 */
summary: ApplicabilitySummary, 
/**
 * What was decided otherwise since the last version; everything that is decided where there is none.
 */
changes: Array<SoaChange>, 
/**
 * Since when the last version no longer says what is decided; none while it does, and where there is none.
 */
moved_on: Day | null, 
/**
 * Controls that keep it from being issued: undecided ones, those without a reason, and those that apply and do not say
 * whether they are in place.
 */
blocks: Array<string>, 
/**
 * Controls that are left out on no risk assessment that is named (CL-19).
 */
without_risk: Array<string>, };

export type SoaVersion = { 
/**
 * Identifier.
 */
id: StatementId, 
/**
 * Position in the ledger.
 */
seq: number, 
/**
 * What it is called: `3`, `4 draft 1`.
 */
label: string, 
/**
 * Its number.
 */
version: number, 
/**
 * Which draft of it; 0 for the version itself.
 */
draft: number, 
/**
 * When it was issued.
 */
day: Day, 
/**
 * What it is for.
 */
reason: string, 
/**
 * The organisation then.
 */
organisation: string, 
/**
 * The scope in words then.
 */
scope: string, 
/**
 * Who issued it.
 */
email: string, 
/**
 * Fingerprint of the key that signed it; none where it is unsigned.
 */
fingerprint: string | null, 
/**
 * How many controls it holds.
 */
controls: number, 
/**
 * How many of them apply.
 */
included: number, 
/**
 * How many do not.
 */
excluded: number, 
/**
 * How many are undecided, in a draft.
 */
undecided: number, };

export type SoaVersionShown = { 
/**
 * The version.
 */
version: SoaVersion, 
/**
 * Its controls.
 */
controls: Array<SoaControl>, };

export type SourceControl = "excluded" | "not_in_place" | "in_part" | "own_assets" | "reach_unsaid";

export type Span = { 
/**
 * The first.
 */
from: number, 
/**
 * The one behind the last.
 */
to: number, };

export type StandardList = Record<symbol, never>;

export type StandardOwn = { 
/**
 * Standard, as `9001` or `27001:2022`.
 */
standard: string, 
/**
 * Beside this one only.
 */
beside: string | null, };

export type StandardRow = { 
/**
 * Short name: `27001`.
 */
standard: string, 
/**
 * Year of the edition: `2013`.
 */
edition: string, 
/**
 * Full name: `ISO/IEC 27001:2013`.
 */
name: string, 
/**
 * What it manages: `information security`.
 */
subject: string, 
/**
 * Abbreviation of the system it asks for: `ISMS`.
 */
system: string, 
/**
 * The vocabulary that belongs to it: `ISO/IEC 27000:2018`.
 */
vocabulary: string, 
/**
 * Whether it follows the common structure.
 */
follows_common_structure: boolean, 
/**
 * Whether it is meant when no year is given.
 */
default: boolean, 
/**
 * Whether certificates to it are issued or stand today.
 */
certifiable: boolean, 
/**
 * How many clauses and subclauses it has.
 */
clauses: number, 
/**
 * How many controls its Annex A has; 0 without one.
 */
controls: number, 
/**
 * What to know before choosing it.
 */
note: string | null, };

export type StandardShow = { 
/**
 * Standard, as `9001` or `27001:2022`.
 */
standard: string, };

export type StandardView = { 
/**
 * The edition and its size.
 */
standard: StandardRow, 
/**
 * The common structure with this standard's subject filled in (R2).
 */
common_structure: Array<Place>, 
/**
 * The introduction and clauses 1 to 3, which hold no requirements (R148).
 */
front: Array<FrontRow>, 
/**
 * Every clause and control in order.
 */
clauses: Array<ClauseRow>, 
/**
 * See [`GUIDANCE`].
 */
guidance: string, };

export type StandardsView = { 
/**
 * One line per edition, in the order of the columns.
 */
standards: Array<StandardRow>, 
/**
 * Documents that answer a question better (R36).
 */
sister_documents: Array<SisterDocument>, 
/**
 * See [`GUIDANCE`].
 */
guidance: string, };

export type Standing = { 
/**
 * Its state.
 */
state: CoverageState, 
/**
 * How many documents and records are mapped to it.
 */
items: number, };

export type Start = { 
/**
 * The folder that is open.
 */
open: string | null, 
/**
 * Whether nobody has said yet who works in it on this machine.
 */
who_is_open: boolean, 
/**
 * Folders of workspaces that are still there, the last first.
 */
recent: Array<string>, 
/**
 * Where a new workspace would be put.
 */
home: string, 
/**
 * The machine's time zone: proposed to a new organisation.
 */
time_zone: Zone, 
/**
 * The program's version.
 */
version: string, };

export type Statement = { 
/**
 * Identifier.
 */
id: StatementId, 
/**
 * Number of its entry in the ledger.
 */
seq: number, 
/**
 * Code of the document or record, as it was then.
 */
code: string, 
/**
 * Documents: label of the revision.
 */
label: string, 
/**
 * Documents: the revision.
 */
revision: RevisionId | null, 
/**
 * Hashes of its files.
 */
files: Array<Digest>, 
/**
 * What is said.
 */
meaning: StatementMeaning, 
/**
 * Why.
 */
reason: string, 
/**
 * When.
 */
day: Day, 
/**
 * Approved: first day in force.
 */
effective: Day | null, 
/**
 * Who said it.
 */
signer: PersonId, 
/**
 * Their name today.
 */
name: string, 
/**
 * Their e-mail address then.
 */
email: string, 
/**
 * E-mail address of whom they stood in for; empty where for nobody.
 */
for: string, 
/**
 * OpenSSH public key line of the key that signed; none where it is unsigned.
 */
key: string | null, 
/**
 * Its fingerprint.
 */
fingerprint: string | null, 
/**
 * The signature, armoured.
 */
signature: string | null, };

export type StatementDiff = { 
/**
 * The one.
 */
before: StatementVersion, 
/**
 * The other.
 */
after: StatementVersion, 
/**
 * What differs; none where both say the same.
 */
differences: Array<StatementDifference>, };

export type StatementDifference = { 
/**
 * The part, as [`ScopeStatement`] calls it.
 */
part: string, 
/**
 * What the earlier one says.
 */
before: Array<string>, 
/**
 * What the later one says.
 */
after: Array<string>, };

export type StatementExport = { 
/**
 * Code of the document or record.
 */
item: string, 
/**
 * The folder.
 */
out: string, 
/**
 * Whether files that are there may be written over.
 */
replace: boolean, };

export type StatementId = string;

export type StatementLack = { 
/**
 * The part of the statement it is about, as [`ScopeStatement`] calls it; `shortened` where too much is left out.
 */
code: string, 
/**
 * What is missing, in words.
 */
text: string, };

export type StatementList = { 
/**
 * Code of the document or record.
 */
item: string, };

export type StatementMeaning = "authored" | "reviewed" | "approved" | "rejected" | "doubted" | "confirmed" | "revise" | "withdrawn";

export type StatementMoved = { 
/**
 * Code of the system.
 */
system: string, 
/**
 * Its edition, as `27001:2022`.
 */
edition: string, 
/**
 * The version that was issued last.
 */
version: string, 
/**
 * Number of the certificate that cites another one; none where it is the version itself that moved.
 */
certificate: string | null, 
/**
 * The version as the certificate cites it.
 */
cites: string, 
/**
 * Since when.
 */
since: Day, 
/**
 * The controls on which it is decided otherwise; none for a certificate.
 */
controls: Array<string>, };

export type StatementProof = "signed" | "unsigned" | "broken" | "key_not_theirs";

export type StatementShown = { 
/**
 * Its text, byte for byte.
 */
text: string, 
/**
 * How far it is proven.
 */
proof: StatementProof, 
/**
 * Identifier.
 */
id: StatementId, 
/**
 * Number of its entry in the ledger.
 */
seq: number, 
/**
 * Code of the document or record, as it was then.
 */
code: string, 
/**
 * Documents: label of the revision.
 */
label: string, 
/**
 * Documents: the revision.
 */
revision: RevisionId | null, 
/**
 * Hashes of its files.
 */
files: Array<Digest>, 
/**
 * What is said.
 */
meaning: StatementMeaning, 
/**
 * Why.
 */
reason: string, 
/**
 * When.
 */
day: Day, 
/**
 * Approved: first day in force.
 */
effective: Day | null, 
/**
 * Who said it.
 */
signer: PersonId, 
/**
 * Their name today.
 */
name: string, 
/**
 * Their e-mail address then.
 */
email: string, 
/**
 * E-mail address of whom they stood in for; empty where for nobody.
 */
for: string, 
/**
 * OpenSSH public key line of the key that signed; none where it is unsigned.
 */
key: string | null, 
/**
 * Its fingerprint.
 */
fingerprint: string | null, 
/**
 * The signature, armoured.
 */
signature: string | null, };

export type StatementVersion = { 
/**
 * Code of the system.
 */
system: string, 
/**
 * Edition, as `27001:2013`.
 */
edition: string, 
/**
 * Its number.
 */
version: number, 
/**
 * When it was made.
 */
on: Day, 
/**
 * Who made it.
 */
by: string, 
/**
 * The statement.
 */
statement: ScopeStatement, 
/**
 * What it lacks for its standard.
 */
lacks: Array<StatementLack>, };

export type StatementsExported = { 
/**
 * Names of the texts, in order.
 */
texts: Array<string>, 
/**
 * How many of them are signed.
 */
signed: number, 
/**
 * How many keys `allowed_signers` names.
 */
keys: number, };

export type Step = "reading" | "filing" | "checking" | "comparing" | "packing" | "rebuilding" | "looking_back";

export type StepStands = "spoke" | "turn" | "later" | "not_needed";

export type Strength = "full" | "partial" | "supporting";

export type StruckRows = "ask" | "leave_out" | "read";

export type Suggested = { 
/**
 * The clause.
 */
reference: ClauseRef, 
/**
 * Its title.
 */
title: string, 
/**
 * Where it was found.
 */
origin: SuggestionOrigin, };

export type Suggestion<T> = { 
/**
 * The value.
 */
value: T, 
/**
 * Where it was found.
 */
origin: SuggestionOrigin, };

export type SuggestionOrigin = { "from": "register" } | { "from": "table" } | { "from": "properties" } | { "from": "name" } | { "from": "text" } | { "from": "title" } | { "from": "folder" } | { "from": "unnumbered" } | { "from": "series", 
/**
 * How many have it.
 */
has: number, 
/**
 * Of how many.
 */
of: number, };

export type Surveillance = { 
/**
 * The day that was set.
 */
day: Day, 
/**
 * When it was; none where nobody said so.
 */
held: Day | null, };

export type System = { 
/**
 * Identifier.
 */
id: SystemId, 
/**
 * Short code.
 */
code: string, 
/**
 * Name.
 */
name: string, 
/**
 * Edition, as `27001:2013`.
 */
edition: string, 
/**
 * Codes of the items inside its scope.
 */
scope: Array<string>, 
/**
 * The scope in words.
 */
statement: ScopeStatement, 
/**
 * What the statement lacks for this standard.
 */
statement_lacks: Array<StatementLack>, };

export type SystemAdd = { 
/**
 * Standard, as `9001` or `27001:2022`.
 */
standard: string, };

export type SystemId = string;

export type SystemList = Record<symbol, never>;

export type SystemState = { 
/**
 * Code or standard of the system.
 */
system: string, 
/**
 * The parts to set.
 */
statement: ScopeStatement, };

export type TableDiffers = { 
/**
 * `field_changed`, `row_added`, `row_missing`, `index_wrong`, `part_changed`, `part_added`, `part_missing`;
 * of a pack's pages `page_field`, `page_added`, `page_missing`, `page_other`; of what a pack leaves out `entry_left_out`,
 * `item_left_out`.
 */
how: string, 
/**
 * The table; or the name of a table, index, trigger or view that differs itself.
 */
table: string, 
/**
 * `document`, `record`, `person` and so on; empty where it is about none.
 */
kind: string, 
/**
 * Its code or name.
 */
item: string, 
/**
 * The column.
 */
field: string, 
/**
 * What the ledger says.
 */
ledger: string, 
/**
 * What the table says.
 */
shown: string, };

export type TermKind = "common" | "service";

export type TermList = { 
/**
 * The terms that answer, or the nearest spellings.
 */
terms: Array<TermShow>, 
/**
 * See [`NOTES_TO_ENTRIES`].
 */
warning: string, };

export type TermRelation = "identical" | "differs" | "related" | "not_defined";

export type TermShow = { 
/**
 * Where its meaning is another elsewhere, as sentences (R134).
 */
warnings: Array<string>, 
/**
 * Entry number: `3.2.1`.
 */
entry: string, 
/**
 * The word that is defined.
 */
term: string, 
/**
 * Whether all management systems use it.
 */
kind: TermKind, 
/**
 * What it is in ISO 9000 and in ISO/IEC 27000, in this order.
 */
neighbours: Array<Neighbour>, 
/**
 * The same word means something else, or something narrower, elsewhere (R134).
 */
false_friend: boolean, 
/**
 * In what the meanings differ, in our words.
 */
note: string | null, };

export type Terms = { 
/**
 * What the term or its entry holds; all without it.
 */
query: string | null, };

export type TextsCompared = { 
/**
 * Its paragraphs, in order.
 */
paragraphs: Array<ParagraphCompared>, 
/**
 * How many paragraphs without a change are left out behind the last.
 */
left_out: number, 
/**
 * How many places changed; what was moved is one.
 */
places: number, 
/**
 * The sections in which they are, in order: by the number of today, of what is gone by that of before.
 */
sections: Array<string>, 
/**
 * Sections that have another number alone: before, and now.
 */
renumbered: Array<[string, string]>, 
/**
 * Every number, of before and of now, under which something is otherwise.
 */
touched: Array<string>, 
/**
 * Words that stand in both.
 */
kept: number, 
/**
 * Words of the earlier text alone.
 */
removed: number, 
/**
 * Words of the later text alone.
 */
added: number, };

export type TextsRead = Record<symbol, never>;

export type TextsWereRead = { 
/**
 * How many files.
 */
files: number, };

export type TimeZoneList = Record<symbol, never>;

export type Today = { 
/**
 * The day for which it holds.
 */
day: Day, 
/**
 * Whether there is no document and no record at all.
 */
nothing_filed: boolean, 
/**
 * How many are overdue, or may be.
 */
overdue_count: number, 
/**
 * The first of them, soonest first.
 */
overdue: Array<DueItem>, 
/**
 * Whether the organisation said how long before a review is announced; else what falls due in the next 30 days is.
 */
next_by_rule: boolean, 
/**
 * How many fall due and are announced.
 */
next_count: number, 
/**
 * The first of them, soonest first.
 */
next: Array<DueItem>, 
/**
 * How many drafts wait for their approval; ten thousand stand for that many or more.
 */
drafts_count: number, 
/**
 * The first of them, the one filed first in front.
 */
drafts: Array<DraftWaiting>, 
/**
 * How many revisions come into force later.
 */
coming_count: number, 
/**
 * The first of them, soonest first.
 */
coming: Array<Coming>, 
/**
 * How many policies in force nobody was told of; ten thousand stand for that many or more.
 */
untold_count: number, 
/**
 * The first of them, by code.
 */
untold: Array<PolicyUntold>, 
/**
 * How many changes were asked for that are due later than that.
 */
asked_count: number, 
/**
 * The first of them, soonest first.
 */
asked: Array<DueItem>, 
/**
 * How many doubts about approved revisions no review has looked into.
 */
doubts_count: number, 
/**
 * The first of them, oldest first.
 */
doubts: Array<DoubtOpen>, 
/**
 * Statements of Applicability that moved on, and certificates that cite an older version.
 */
moved: Array<StatementMoved>, 
/**
 * What falls due in each of the next twelve months, this one's remaining days first.
 */
load: Array<Load>, 
/**
 * Records by age: collected within a quarter, a year, longer ago, unknown.
 */
ages: [number, number, number, number], };

export type TodayShow = { 
/**
 * As recorded by the end of this day: what was written later is not known.
 */
as_of?: Day | null, 
/**
 * In force on this day, which may lie ahead. Without it the day is that of `as_of`, else today.
 */
in_force?: Day | null, };

export type Topic = "people" | "rules" | "systems" | "parties" | "requirements" | "certificates" | "documents" | "records" | "statements" | "approval" | "mapping" | "reviews" | "audits" | "packs" | "questions" | "ledger" | "checks";

export type TrackedDeletions = { 
/**
 * In the earlier file.
 */
earlier: string, 
/**
 * In the later file.
 */
later: string, };

export type Trust = { 
/**
 * How the folder stands to the head that this machine kept.
 */
standing: FolderStanding, 
/**
 * How many entries the head speaks of that this machine kept; none where it kept none of this workspace.
 */
kept: number | null, 
/**
 * The machines' keys, in the order of their enrolment.
 */
keys: Array<MachineKey>, 
/**
 * The entries that enrol keys in this machine's name which are not its own: lost ones, or somebody else's.
 */
in_own_name: Array<number>, 
/**
 * This machine and its key in one word, for the machine that is to vouch for it; none where nothing can be written.
 */
own: string | null, 
/**
 * This machine's key, as a verifier key.
 */
own_key: string | null, 
/**
 * Its fingerprint.
 */
own_fingerprint: string | null, 
/**
 * Whether nothing can be written where the folder lies.
 */
read_only: boolean, 
/**
 * The day of the last entry, where another machine wrote it and nobody went on from there yet.
 */
elsewhere: Day | null, 
/**
 * What time-stamp authorities answered.
 */
answers: Array<AnchorAnswer>, };

export type Undo = { 
/**
 * Any entry of the change; without one the newest that can be taken back.
 */
of: number | null, 
/**
 * Where none is named: that what lies before a final change is taken back, too, which itself stays.
 */
past_final: boolean, };

export type UndoList = { 
/**
 * How many at the most.
 */
limit: number, };

export type Undone = { 
/**
 * What was taken back.
 */
taken_back: ChangeShown, 
/**
 * Newer changes of the same person that stay: they are final, or were taken back in another way.
 */
passed: Array<ChangeShown>, 
/**
 * The change of the same person before it, which still holds: a long import is several. It can be taken back next, or
 * it is final and stays.
 */
before: ChangeShown | null, };

export type Unmap = { 
/**
 * Code or identifier.
 */
item: string, 
/**
 * Clause.
 */
reference: string, 
/**
 * Why.
 */
reason: string, };

export type Unmet = { 
/**
 * Which one, as the checks are called.
 */
check: string, 
/**
 * Why, or what of it.
 */
said: CheckFact, };

export type Unread = { 
/**
 * Its name, as the file says it.
 */
name: string, 
/**
 * Why.
 */
problem: Unsearchable, };

export type Unreadable = { 
/**
 * `document` or `record`.
 */
kind: string, 
/**
 * Its code.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Label of the revision, for documents.
 */
revision: string | null, 
/**
 * Whether it is another revision than the one the document stands with.
 */
earlier: boolean, 
/**
 * Where the file lay when it was filed.
 */
file: string, 
/**
 * Its content.
 */
digest: Digest, 
/**
 * Why it was not read, or not wholly.
 */
problem: Unsearchable, 
/**
 * What in it was not read.
 */
unread: Array<Unread>, };

export type Unrecorded = { 
/**
 * The document or record.
 */
item: Item, 
/**
 * The points.
 */
points: Array<UnrecordedPoint>, };

export type UnrecordedPoint = { 
/**
 * Its number, as `OP-027`.
 */
id: string, 
/**
 * The clause at which it would stand open.
 */
at: ClauseRef, 
/**
 * Where that is in the editions that are mapped to: there, or at what took its place.
 */
stands: Array<ClauseRef>, 
/**
 * What is to be shown or said, in our words.
 */
what: string, 
/**
 * Why a person left it unrecorded; nothing while nobody did.
 */
left: string | null, };

export type Unsearchable = "empty" | "damaged" | "locked" | "image_only" | "unknown_type" | "too_large" | "part_unread" | "no_letters" | "reader_ended" | "took_too_long" | "not_started";

export type Verify = { 
/**
 * Read every file, not only its presence and length.
 */
deep: boolean, 
/**
 * Read the text of every file again, and compare it with what is searched: as long as filing them took.
 */
texts: boolean, 
/**
 * A checkpoint kept outside of this machine, or a pack.
 */
against: string | null, };

export type Voucher = { 
/**
 * One word, which the other machine takes.
 */
voucher: string, };

export type Warning = { "what": "other_owner", 
/**
 * As the file says.
 */
file: string, 
/**
 * As the register says.
 */
register: string, } | { "what": "other_title", 
/**
 * As the register says.
 */
register: string, } | { "what": "revision_there", 
/**
 * Its label.
 */
label: string, } | { "what": "several_places", 
/**
 * Their names.
 */
names: string, } | { "what": "several_days", 
/**
 * How many.
 */
days: number, };

export type WatchAct = { 
/**
 * Its path in the folder.
 */
path: string, 
/**
 * What.
 */
action: WatchAction, 
/**
 * The document of which it is a new version.
 */
code: string | null, 
/**
 * The content it had when it was found; where it has another by now nothing is done.
 */
digest: Digest | null, };

export type WatchActed = { 
/**
 * What was filed, as an import tells it; nothing where no file was to be filed.
 */
imported: Imported | null, 
/**
 * Drafts that were filed: the document and the version.
 */
revised: Array<[string, string]>, 
/**
 * Files of which something was noted.
 */
noted: number, };

export type WatchAction = "file" | "revise" | "moved" | "leave" | "ask";

export type WatchAdd = { 
/**
 * The folder.
 */
folder: string, 
/**
 * How it is called; by its own name where nothing is said.
 */
name: string | null, };

export type WatchDo = { 
/**
 * The folder's name.
 */
name: string, 
/**
 * What about which file.
 */
acts: Array<WatchAct>, };

export type WatchFinding = { 
/**
 * Its path in the folder.
 */
path: string, 
/**
 * What became of it.
 */
what: WatchWhat, 
/**
 * The document or record concerned.
 */
code: string | null, 
/**
 * Its title.
 */
title: string | null, 
/**
 * Whether that is a record.
 */
record: boolean, 
/**
 * The version that it is: as the file says, or as which its content is filed.
 */
version: string | null, 
/**
 * The version that counts.
 */
approved: string | null, 
/**
 * Where it lay when it was filed.
 */
was: string | null, 
/**
 * How many words of a hundred are those of what is filed.
 */
percent: number | null, 
/**
 * How many words were added to what is filed.
 */
added: number | null, 
/**
 * How many were taken out of it.
 */
removed: number | null, 
/**
 * Why it could not be looked at, in one word.
 */
problem: string | null, 
/**
 * Its content.
 */
digest: Digest | null, 
/**
 * Whether a person said that it is to be left as it is.
 */
left: boolean, 
/**
 * What can be done about it.
 */
can: Array<WatchAction>, };

export type WatchFound = { 
/**
 * In each folder.
 */
folders: Array<WatchLooked>, };

export type WatchList = Record<symbol, never>;

export type WatchLooked = { 
/**
 * The folder's name.
 */
name: string, 
/**
 * Whether it is not there, or empty though it was not: a share that is not mounted, not one of which all is gone.
 */
away: boolean, 
/**
 * Its files.
 */
files: number, 
/**
 * Those that are as they were filed.
 */
as_filed: number, 
/**
 * Files of operating systems and programs, which are no business of ours.
 */
skipped: number, 
/**
 * What is to be said, the worst first; what is to be left comes last.
 */
findings: Array<WatchFinding>, };

export type WatchRemove = { 
/**
 * Its name.
 */
name: string, };

export type WatchRun = { 
/**
 * At the folder of this name alone.
 */
name: string | null, };

export type WatchWhat = "drift" | "gone" | "version" | "changed" | "new" | "moved" | "unreadable";

export type WatchedFolder = { 
/**
 * Under which name what was seen in it is kept.
 */
id: string, 
/**
 * How it is called.
 */
name: string, 
/**
 * Where it lies on this machine.
 */
folder: string, };

export type WatchedFolders = { 
/**
 * By their names.
 */
folders: Array<WatchedFolder>, };

export type WordMeaning = { 
/**
 * As it stands there.
 */
words: string, 
/**
 * In how many rows.
 */
count: number, 
/**
 * What it means; nothing where nobody knows.
 */
meaning: string | null, 
/**
 * By what it is understood.
 */
why: ColumnWhy, };

export type WordsBecame = "kept" | "removed" | "added";

export type WordsRun = { 
/**
 * What became of them.
 */
became: WordsBecame, 
/**
 * The words, with one blank between, and a tab between two cells of a row.
 */
words: string, 
/**
 * No blank stands before them.
 */
joined: boolean, };

export type WorkspaceInfo = Record<symbol, never>;

export type WorkspaceMade = { 
/**
 * Its folder.
 */
folder: string, 
/**
 * Its identity.
 */
id: string, 
/**
 * The organisation.
 */
organisation: string, 
/**
 * Its time zone.
 */
time_zone: Zone, 
/**
 * The editions it holds.
 */
standards: Array<EditionId>, };

export type Zone = string;

/** Every command by name. */
export interface Commands {
  review_list: { request: ReviewList; answer: ReviewsDue };
  review_calendar: { request: ReviewCalendar; answer: number };
  review_days: { request: ReviewDays; answer: DaysDue };
  review_page: { request: ReviewPage; answer: PageDue };
  revision_call_off: { request: RevisionCallOff; answer: DocumentShown };
  review_recheck: { request: ReviewRecheck; answer: ItemsRechecked };
  applicability_list: { request: ApplicabilityList; answer: Array<ApplicabilityOf> };
  applicability_show: { request: ApplicabilityShow; answer: ApplicabilityShown };
  applicability_set: { request: ApplicabilitySet; answer: Array<Applicability> };
  applicability_foretell: { request: ApplicabilityForetell; answer: ApplicabilityForetold };
  own_control_set: { request: OwnControlSet; answer: Array<Applicability> };
  own_control_drop: { request: OwnControlDrop; answer: Array<Applicability> };
  document_change: { request: DocumentChange; answer: DocumentShown };
  document_submit: { request: DocumentSubmit; answer: Array<ApprovalShown> };
  document_decide: { request: DocumentDecide; answer: DocumentDecided };
  document_call_off: { request: DocumentCallOff; answer: Array<ApprovalShown> };
  document_approvals: { request: DocumentApprovals; answer: Array<ApprovalShown> };
  approvals_open: { request: ApprovalsOpen; answer: Array<ApprovalShown> };
  document_approve: { request: DocumentApprove; answer: DocumentApproved };
  document_take_back_approval: { request: DocumentTakeBackApproval; answer: DocumentShown };
  document_withdraw_preview: { request: DocumentWithdrawPreview; answer: Array<ClauseRef> };
  document_withdraw: { request: DocumentWithdraw; answer: DocumentShown };
  document_reinstate: { request: DocumentReinstate; answer: DocumentShown };
  audit_add: { request: AuditAdd; answer: Audit };
  audit_list: { request: AuditList; answer: Array<Audit> };
  audit_show: { request: AuditShow; answer: AuditShown };
  author_rule_set: { request: AuthorRuleSet; answer: boolean };
  author_rule: { request: AuthorRule; answer: boolean };
  certificate_list: { request: CertificateList; answer: Array<CertificateRow> };
  certificate_show: { request: CertificateShow; answer: CertificateShown };
  certificate_add: { request: CertificateAdd; answer: CertificateRow };
  certificate_correct: { request: CertificateCorrect; answer: CertificateRow };
  certificate_surveyed: { request: CertificateSurveyed; answer: CertificateRow };
  certificate_withdraw: { request: CertificateWithdraw; answer: CertificateRow };
  control_check: { request: ControlCheck; answer: ControlChecked };
  claim_check: { request: ClaimCheck; answer: Claim };
  scope_words: { request: ScopeWords; answer: Array<ScopeWord> };
  soa_moved: { request: SoaMoved; answer: Array<StatementMoved> };
  document_communicate: { request: DocumentCommunicate; answer: DocumentShown };
  document_take_back_communication: { request: DocumentTakeBackCommunication; answer: DocumentShown };
  document_correct: { request: DocumentCorrect; answer: DocumentsCorrected };
  document_replace_files: { request: DocumentReplaceFiles; answer: FilesReplaced };
  map_correct: { request: MapCorrect; answer: MappingsCorrected };
  audit_correct: { request: AuditCorrect; answer: AuditCorrected };
  concordance: { request: ConcordanceShow; answer: Concordance };
  coverage_columns: { request: CoverageColumns; answer: Array<Column> };
  clause_open: { request: ClauseOpen; answer: ClauseOpened };
  coverage_show: { request: CoverageShow; answer: Array<Coverage> };
  group_open: { request: GroupOpen; answer: GroupOpened };
  proposals_preview: { request: ProposalsPreview; answer: Array<ClauseChange> };
  proposals_decide: { request: ProposalsDecide; answer: Array<ClauseChange> };
  document_add: { request: DocumentAdd; answer: DocumentFiled };
  document_revise: { request: DocumentRevise; answer: DocumentFiled };
  document_review: { request: DocumentReview; answer: DocumentShown };
  document_list: { request: DocumentList; answer: Page<DocumentItem> };
  document_show: { request: DocumentShow; answer: DocumentShown };
  document_set_review: { request: DocumentSetReview; answer: ReviewsMoved };
  document_doubt: { request: DocumentDoubt; answer: DocumentShown };
  engine_list: { request: EngineList; answer: Engines };
  engine_set: { request: EngineSet; answer: Engines };
  file_reading: { request: FileReading; answer: FileWasRead | null };
  file_probe: { request: FileProbe; answer: Probe };
  files_look: { request: FilesLook; answer: FilesLooked };
  file_check: { request: FileCheck; answer: Array<Array<Missing>> };
  drop_sort: { request: DropSort; answer: Dropped };
  propose_for: { request: ProposeFor; answer: Array<Proposal> };
  file_items: { request: FileItems; answer: FilesFiled };
  file_foretell: { request: FileForetell; answer: FilingForetold };
  item_history: { request: ItemHistoryShow; answer: ItemHistory };
  document_compare: { request: DocumentCompare; answer: RevisionsCompared };
  document_cited_by: { request: DocumentCitedBy; answer: CitedBy };
  document_impact: { request: DocumentImpact; answer: RevisionImpact };
  import: { request: Import; answer: Imported };
  import_lists: { request: ImportLists; answer: ListsLooked };
  workspace_info: { request: WorkspaceInfo; answer: Info };
  pulse: { request: Pulse; answer: Beat };
  today: { request: TodayShow; answer: Today };
  proposals_open: { request: ProposalsOpen; answer: ProposalsWaiting };
  person_key_generate: { request: PersonKeyGenerate; answer: PersonKeyed };
  person_key_enrol: { request: PersonKeyEnrol; answer: PersonKeyed };
  person_key_retire: { request: PersonKeyRetire; answer: Person | null };
  person_keys: { request: PersonKeys; answer: Array<PersonKey> };
  person_away: { request: PersonAwayRequest; answer: Person | null };
  person_back: { request: PersonBack; answer: Person | null };
  ledger_log: { request: LedgerLog; answer: Log };
  ledger_checkpoint: { request: LedgerCheckpoint; answer: CheckpointSigned };
  ledger_proof: { request: LedgerProof; answer: Proof };
  ledger_consistency: { request: LedgerConsistency; answer: Consistency };
  verify: { request: Verify; answer: Report };
  map_cells_preview: { request: MapCellsPreview; answer: CellsMapped };
  map_cells: { request: MapCells; answer: CellsMapped };
  map: { request: MapOne; answer: Mapped };
  unmap: { request: Unmap; answer: Mapped };
  proposal_list: { request: ProposalList; answer: ProposalsOf };
  proposal_accept: { request: ProposalAccept; answer: Mapped };
  proposal_decline: { request: ProposalDecline; answer: ProposalsOf };
  proposal_reopen: { request: ProposalReopen; answer: ProposalsOf };
  map_many: { request: MapMany; answer: number };
  organisation_show: { request: OrganisationShow; answer: Organisation };
  organisation_set: { request: OrganisationSet; answer: Organisation };
  time_zone_list: { request: TimeZoneList; answer: Array<string> };
  pack_build: { request: PackBuild; answer: Built };
  pack_list: { request: PackList; answer: Array<Pack> };
  pack_verify: { request: PackVerify; answer: Report };
  pack_preview: { request: PackPreview; answer: Contents };
  register_show: { request: RegisterShow; answer: Register };
  register_save: { request: RegisterSave; answer: PaperSaved };
  item_history_save: { request: ItemHistorySave; answer: PaperSaved };
  party_list: { request: PartyList; answer: Array<Party> };
  party_show: { request: PartyShow; answer: PartyShown };
  party_add: { request: PartyAdd; answer: Party };
  party_correct: { request: PartyCorrect; answer: Party };
  party_note: { request: PartyNote; answer: Party };
  scope_run_by: { request: ScopeRunBySet; answer: ScopeItem };
  person_add: { request: PersonAdd; answer: Person | null };
  person_correct: { request: PersonCorrect; answer: Person | null };
  person_leave: { request: PersonLeave; answer: Person | null };
  person_list: { request: PersonList; answer: Array<Person> };
  points: { request: Points; answer: PointsPage };
  points_choices: { request: PointsChoices; answer: PointChoices };
  point_settle: { request: PointSettle; answer: Array<PointShown> };
  point_reopen: { request: PointReopen; answer: Array<PointShown> };
  point_assign: { request: PointAssign; answer: Array<PointShown> };
  file_preview: { request: FilePreview; answer: Preview };
  question_list: { request: QuestionList; answer: Questions };
  question_settle: { request: QuestionSettle; answer: QuestionsSettled };
  question_put_off: { request: QuestionPutOff; answer: QuestionShown };
  record_correct: { request: RecordCorrect; answer: RecordsCorrected };
  record_take_back: { request: RecordTakeBack; answer: RecordTakenBack };
  record_replace: { request: RecordReplace; answer: RecordShown };
  record_reinstate: { request: RecordReinstate; answer: RecordShown };
  record_numbering: { request: RecordNumbering; answer: RecordNumbers };
  record_numbering_set: { request: RecordNumberingSet; answer: RecordNumbers };
  record_add: { request: RecordAdd; answer: RecordFiled };
  record_list: { request: RecordList; answer: Page<RecordStated> };
  record_show: { request: RecordShow; answer: RecordShown };
  document_register: { request: DocumentRegister; answer: DocumentRows };
  record_register: { request: RecordRegister; answer: RecordRows };
  register_counts: { request: RegisterCounts; answer: Counts };
  requirement_list: { request: RequirementList; answer: Array<Requirement> };
  requirement_add: { request: RequirementAdd; answer: Array<Requirement> };
  requirement_drop: { request: RequirementDrop; answer: Array<Requirement> };
  rule_list: { request: RuleList; answer: Array<RuleInForce> };
  rule_set_preview: { request: RuleSetPreview; answer: RuleEffect };
  rule_set: { request: RuleSet; answer: Array<RuleInForce> };
  soa_show: { request: SoaShow; answer: SoaShown };
  soa_controls: { request: SoaControls; answer: SoaVersionShown };
  soa_issue: { request: SoaIssue; answer: SoaShown };
  soa_diff: { request: SoaDiff; answer: SoaDifference };
  soa_save: { request: SoaSave; answer: PaperSaved };
  soa_export: { request: SoaExport; answer: SoaExported };
  scope_set_preview: { request: ScopeSetPreview; answer: ScopePreview };
  scope_statement: { request: ScopeStatementShow; answer: StatementVersion };
  scope_versions: { request: ScopeVersions; answer: Array<StatementVersion> };
  scope_diff: { request: ScopeDiff; answer: StatementDiff };
  scope_sharing: { request: ScopeSharing; answer: Sharing | null };
  search: { request: Search; answer: Found };
  search_unread: { request: SearchUnread; answer: NotRead };
  texts_read: { request: TextsRead; answer: TextsWereRead };
  soa_look: { request: SoaLook; answer: SoaListed };
  soa_import: { request: SoaImport; answer: SoaListed };
  standard_list: { request: StandardList; answer: StandardsView };
  standard_show: { request: StandardShow; answer: StandardView };
  standard_own: { request: StandardOwn; answer: OwnShow };
  clause_show: { request: ClauseShow; answer: ClauseShown | null };
  correlate: { request: Correlate; answer: Correlation };
  terms: { request: Terms; answer: TermList };
  statement_list: { request: StatementList; answer: Array<StatementShown> };
  statement_export: { request: StatementExport; answer: StatementsExported };
  system_list: { request: SystemList; answer: Array<System> };
  system_add: { request: SystemAdd; answer: System };
  system_state: { request: SystemState; answer: System };
  scope_list: { request: ScopeList; answer: Array<ScopeItem> };
  scope_add: { request: ScopeAdd; answer: ScopeItem };
  scope_set: { request: ScopeSet; answer: System };
  scope_compare: { request: ScopeCompare; answer: ScopesCompared };
  scope_compare_store: { request: ScopeCompareStore; answer: ScopesCompared };
  scope_recheck: { request: ScopeRecheck; answer: Rechecks };
  scope_questions: { request: ScopeQuestions; answer: Array<ScopeQuestionAsked> };
  scope_answer: { request: ScopeAnswerGive; answer: Array<ScopeQuestionAsked> };
  ledger_trust: { request: LedgerTrust; answer: Trust };
  ledger_accept: { request: LedgerAccept; answer: Trust };
  ledger_vouch: { request: LedgerVouch; answer: Voucher };
  ledger_enrol: { request: LedgerEnrol; answer: Trust };
  ledger_say_day: { request: LedgerSayDay; answer: Trust };
  clock_confirm: { request: ClockConfirm; answer: null };
  anchor_export: { request: AnchorExport; answer: AnchorExported };
  anchor_import: { request: AnchorImport; answer: Trust };
  ledger_check_consistency: { request: LedgerCheckConsistency; answer: Report };
  ledger_go_on: { request: LedgerGoOn; answer: null };
  undo: { request: Undo; answer: Undone };
  undo_list: { request: UndoList; answer: Array<ChangeShown> };
  points_unrecorded: { request: PointsUnrecorded; answer: Array<Unrecorded> };
  points_record: { request: PointsRecord; answer: number };
  watch_add: { request: WatchAdd; answer: WatchedFolders };
  watch_list: { request: WatchList; answer: WatchedFolders };
  watch_remove: { request: WatchRemove; answer: WatchedFolders };
  watch_run: { request: WatchRun; answer: WatchFound };
  watch_do: { request: WatchDo; answer: WatchActed };
  init: { request: Init; answer: WorkspaceMade };
  demo: { request: MakeDemo; answer: WorkspaceMade };
  rebuild: { request: Rebuild; answer: Rebuilt };
  host_start: { request: HostStart; answer: Start };
  host_open: { request: HostOpen; answer: Start };
  host_create: { request: HostCreate; answer: Start };
  host_demo: { request: HostDemo; answer: Start };
  host_close: { request: HostClose; answer: Start };
  host_keep_background: { request: HostKeepBackground; answer: Start };
  host_act_as: { request: HostActAs; answer: Start };
  host_act_later: { request: HostActLater; answer: Start };
}

/** What the answer of each question is read from: a change to it makes the answer stale. */
export const READS: { readonly [N in keyof Commands]?: readonly Topic[] } = {
  review_list: ["systems", "documents", "records", "mapping", "reviews", "certificates"],
  review_calendar: ["systems", "documents", "records", "mapping", "reviews", "certificates"],
  review_days: ["systems", "documents", "records", "mapping", "reviews", "certificates"],
  review_page: ["systems", "documents", "records", "mapping", "reviews", "certificates"],
  applicability_list: ["systems"],
  applicability_show: ["systems", "documents", "records", "mapping"],
  applicability_foretell: ["systems", "documents", "records", "mapping"],
  document_approvals: ["documents", "approval", "people"],
  approvals_open: ["documents", "approval", "people"],
  document_withdraw_preview: ["documents", "records", "mapping", "systems"],
  audit_list: ["systems", "audits"],
  audit_show: ["systems", "audits", "packs"],
  author_rule: ["people"],
  certificate_list: ["certificates", "systems"],
  certificate_show: ["certificates", "systems", "documents", "records", "mapping", "reviews"],
  control_check: ["people", "rules", "documents", "statements", "approval", "reviews", "records"],
  claim_check: ["people", "systems", "parties", "requirements", "certificates", "documents", "records", "mapping"],
  scope_words: ["systems", "parties", "requirements", "certificates"],
  soa_moved: ["systems", "certificates"],
  concordance: ["systems", "documents", "records", "mapping"],
  coverage_columns: ["systems", "documents", "records", "mapping"],
  clause_open: ["systems", "documents", "records", "mapping"],
  coverage_show: ["systems", "documents", "records", "mapping"],
  group_open: ["systems", "documents", "records", "mapping", "reviews"],
  proposals_preview: ["systems", "documents", "records", "mapping", "reviews"],
  document_list: ["documents", "mapping"],
  document_show: ["people", "systems", "documents", "statements", "mapping", "reviews"],
  engine_list: [],
  engine_set: [],
  file_reading: ["documents", "records"],
  file_probe: ["systems", "rules", "documents", "records", "mapping"],
  files_look: ["systems", "rules", "documents", "records", "mapping"],
  file_check: [],
  drop_sort: [],
  propose_for: ["systems"],
  file_foretell: ["systems", "documents", "records", "mapping", "reviews"],
  item_history: ["ledger"],
  document_compare: ["documents"],
  document_cited_by: ["documents", "records"],
  document_impact: ["systems", "documents", "records", "mapping", "audits"],
  import_lists: ["questions"],
  workspace_info: ["people", "systems", "ledger", "checks"],
  pulse: ["ledger"],
  today: ["people", "rules", "systems", "documents", "records", "statements", "mapping", "reviews", "certificates"],
  proposals_open: ["systems", "documents", "records", "mapping"],
  person_keys: ["people"],
  ledger_log: ["ledger"],
  verify: ["ledger"],
  map_cells_preview: ["systems", "documents", "records", "mapping", "reviews"],
  proposal_list: ["systems", "documents", "records", "mapping"],
  organisation_show: ["systems"],
  time_zone_list: [],
  pack_list: ["audits", "packs"],
  pack_verify: [],
  pack_preview: ["ledger"],
  register_show: ["documents", "mapping", "statements", "reviews"],
  register_save: ["documents", "mapping", "statements", "reviews"],
  item_history_save: ["ledger"],
  party_list: ["parties"],
  party_show: ["parties", "systems"],
  person_list: ["people"],
  points: ["systems", "documents", "records", "mapping"],
  points_choices: ["documents", "records", "mapping"],
  file_preview: [],
  question_list: ["questions", "documents", "records", "mapping"],
  record_numbering: ["records"],
  record_list: ["records", "mapping"],
  record_show: ["systems", "records", "mapping"],
  document_register: ["documents", "mapping", "statements", "reviews"],
  record_register: ["records", "mapping"],
  register_counts: ["documents", "records", "mapping"],
  requirement_list: ["requirements", "systems"],
  rule_list: ["rules"],
  rule_set_preview: ["rules", "documents", "approval"],
  soa_show: ["systems"],
  soa_controls: ["systems"],
  soa_diff: ["systems"],
  soa_save: ["systems"],
  soa_export: ["systems"],
  scope_set_preview: ["systems", "documents", "records", "reviews", "mapping"],
  scope_statement: ["systems"],
  scope_versions: ["systems"],
  scope_diff: ["systems"],
  scope_sharing: ["systems"],
  search: ["systems", "documents", "records", "mapping"],
  search_unread: ["documents", "records"],
  texts_read: [],
  soa_look: ["systems", "questions"],
  standard_list: [],
  standard_show: [],
  standard_own: ["systems"],
  clause_show: ["systems", "documents", "records", "mapping"],
  correlate: [],
  terms: [],
  statement_list: ["documents", "records", "statements", "people"],
  statement_export: [],
  system_list: ["systems"],
  scope_list: ["systems"],
  scope_compare: ["systems"],
  scope_recheck: ["systems", "documents", "records", "mapping", "reviews"],
  scope_questions: ["systems"],
  ledger_trust: ["ledger"],
  ledger_vouch: ["ledger"],
  ledger_check_consistency: [],
  undo_list: ["ledger"],
  points_unrecorded: ["documents", "records", "mapping"],
  watch_add: [],
  watch_list: [],
  watch_remove: [],
  watch_run: ["documents", "records"],
};
