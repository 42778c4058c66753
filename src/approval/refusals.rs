//! What is refused about approvals.

use crate::error::reasons;

reasons! {
    part_unknown(text, known) = InvalidValue;
    /// Nobody was named who approves it.
    approval_without_approver(code, label) = InvalidValue;
    /// The organisation's rule asks for more reviewers.
    approval_reviewers_few(code, label, needed, named) = Refused;
    /// The organisation's rule asks for more approvers.
    approval_approvers_few(code, label, needed, named) = Refused;
    approval_quorum(quorum, named) = InvalidValue;
    /// Fewer would have to approve than the organisation's rule asks for.
    approval_quorum_few(code, label, needed, quorum) = Refused;
    /// Somebody is named twice for one part.
    approval_named_twice(email) = InvalidValue;
    /// The author is asked to review or approve what they wrote.
    approval_of_author(code, label, email) = Refused;
    approval_open_already(code, label, since) = AlreadyExists;
    approval_not_open(code, label) = NotFound;
    /// The files are not those that were submitted.
    approval_void(code, label) = Refused;
    /// Somebody said no to it: it is handed in anew.
    approval_rejected(code, label, on) = Refused;
    /// Others speak first.
    approval_not_yet(code, label, first) = Refused;
    approval_not_asked(code, label, email) = Refused;
    approval_decided_already(code, label, email) = AlreadyExists;
    /// Two parts that two people have to take.
    approval_four_eyes(code, label, email) = Refused;
    approval_reject_without_reason(code, label) = ReasonNeeded;
    approval_called_off_without_reason(code, label) = ReasonNeeded;
    /// The approvers before said another day.
    approval_day_differs(code, label, day, said) = Refused;
    /// Only an approver says from when it is in force.
    approval_day_not_asked(code, label, day) = InvalidValue;
    /// The revision was not there on that day.
    approval_day_before_filed(code, label, day, filed) = InvalidValue;
    approval_planned_in_the_past(code, label, day) = InvalidValue;
    /// The organisation's rule asks for a review or for several approvals.
    approval_needs_submission(code, label, reviewers, approvers) = Refused;
}
