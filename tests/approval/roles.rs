//! Role × action × state, as a table: what is refused in the core, whoever asks.

use clausebook::approval::{self, AtOnce};

use super::{Desk, Submitted, email, usual};

/// Where the revision stands when somebody acts.
#[derive(Debug, Clone, Copy)]
enum State {
    Draft,
    InReview,
    InApproval,
    Approved,
}

#[derive(Debug, Clone, Copy)]
enum Action {
    Submit,
    Approve,
    Reject,
    ApproveAtOnce,
    CallOff,
}

fn desk_in(state: State) -> Desk {
    let mut desk = Desk::new();
    // Whoever acts below is asked for each part, so that only their role and the state decide.
    let submission = Submitted { approvers: vec!["first", "manager"], ..usual() };
    match state {
        State::Draft => return desk,
        State::InReview => desk.submits(&submission).unwrap(),
        State::InApproval | State::Approved => {
            desk.submits(&submission).unwrap();
            desk.decides("reviewer", true).unwrap();
        }
    }
    if matches!(state, State::Approved) {
        desk.decides("first", true).unwrap();
        desk.decides("manager", true).unwrap();
    }
    desk
}

fn acts(desk: &mut Desk, who: &'static str, action: Action) -> &'static str {
    let done = match action {
        Action::Submit => desk.submits(&Submitted { by: who, ..usual() }),
        Action::Approve => desk.decides(who, true).map(drop),
        Action::Reject => desk.decides(who, false).map(drop),
        Action::ApproveAtOnce => desk.acts(who, |tx, document, signing| {
            approval::approve_at_once(tx, document, AtOnce::default(), signing).map(drop)
        }),
        Action::CallOff => desk.acts(who, |tx, document, _| approval::call_off(tx, document, None, "not yet")),
    };
    done.map_or_else(|refused| refused, |()| "")
}

#[test]
fn what_each_role_may_in_each_state() {
    use Action::{Approve, ApproveAtOnce, CallOff, Reject, Submit};
    use State::{Approved, Draft, InApproval, InReview};
    const NOT: &str = "person_may_not";
    const ASKED: &str = "approval_not_asked";
    // Who, and what comes of it in: draft, in review, in approval, approved.
    let table: &[(&str, Action, [&str; 4])] = &[
        ("manager", Submit, ["", "approval_open_already", "approval_open_already", "revision_not_draft"]),
        ("first", Submit, ["", "approval_open_already", "approval_open_already", "revision_not_draft"]),
        ("author", Submit, ["", "approval_open_already", "approval_open_already", "revision_not_draft"]),
        ("auditor", Submit, [NOT; 4]),
        ("reader", Submit, [NOT; 4]),
        ("manager", Approve, ["approval_not_open", "approval_not_yet", "", "approval_not_open"]),
        ("first", Approve, ["approval_not_open", "approval_not_yet", "", "approval_not_open"]),
        ("reviewer", Approve, ["approval_not_open", "", "approval_decided_already", "approval_not_open"]),
        ("second", Approve, ["approval_not_open", ASKED, ASKED, "approval_not_open"]),
        ("author", Approve, ["approval_not_open", ASKED, ASKED, "approval_not_open"]),
        ("auditor", Approve, ["approval_not_open", ASKED, ASKED, "approval_not_open"]),
        ("reader", Approve, ["approval_not_open", ASKED, ASKED, "approval_not_open"]),
        ("manager", Reject, ["approval_not_open", "approval_not_yet", "", "approval_not_open"]),
        ("reviewer", Reject, ["approval_not_open", "", "approval_decided_already", "approval_not_open"]),
        ("reader", Reject, ["approval_not_open", ASKED, ASKED, "approval_not_open"]),
        ("manager", ApproveAtOnce, ["", "approval_open_already", "approval_open_already", "revision_not_draft"]),
        ("second", ApproveAtOnce, ["", "approval_open_already", "approval_open_already", "revision_not_draft"]),
        ("author", ApproveAtOnce, [NOT; 4]),
        ("auditor", ApproveAtOnce, [NOT; 4]),
        ("reader", ApproveAtOnce, [NOT; 4]),
        ("manager", CallOff, ["approval_not_open", "", "", "approval_not_open"]),
        ("author", CallOff, ["approval_not_open", "", "", "approval_not_open"]),
        ("auditor", CallOff, [NOT; 4]),
        ("reader", CallOff, [NOT; 4]),
    ];
    for (who, action, expected) in table {
        for (state, expected) in [Draft, InReview, InApproval, Approved].into_iter().zip(expected) {
            let mut desk = desk_in(state);
            assert_eq!(acts(&mut desk, who, *action), *expected, "{} {action:?} in {state:?}", email(who));
        }
    }
}

#[test]
fn whoever_lost_their_role_or_left_decides_no_more() {
    use clausebook::people::{self, Role};
    let mut desk = desk_in(State::InApproval);
    desk.at.workspace.act_as(email("manager"));
    desk.at.does(|tx| people::correct(tx, &email("first"), None, Some(Role::Reader), "another post"));
    assert_eq!(desk.decides("first", true), Err("person_may_not"));
    desk.at.workspace.act_as(email("manager"));
    desk.at.does(|tx| people::leave(tx, &email("first"), None, Some("second@example.org"), "left"));
    assert_eq!(desk.decides("first", true), Err("person_left"));
}
