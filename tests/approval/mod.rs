//! Revisions on their way to approval: order, quorum, deputies, rejections, and who may not.

mod roles;

use clausebook::approval::{self, AtOnce, Decision, Ended, Progress, Submission};
use clausebook::day::Day;
use clausebook::documents::{self, RevisionState};
use clausebook::error::Result;
use clausebook::ids::DocumentId;
use clausebook::people::{self, Going, Role};
use clausebook::rules::{self, Rule, Value};
use clausebook::statements::{self, Keys, Meant, Signing};
use clausebook::workspace::Tx;

use crate::support::day;
use crate::support::organisation::{Organisation, paper, revision, today};

/// Somebody of every role, each at `NAME@example.org`, and a draft by the author.
pub(crate) struct Desk {
    pub(crate) at: Organisation,
    pub(crate) keys: Keys,
    pub(crate) document: DocumentId,
}

pub(crate) fn email(name: &str) -> String {
    format!("{name}@example.org")
}

impl Desk {
    pub(crate) fn new() -> Self {
        let mut at = Organisation::new();
        for (name, role) in [
            ("author", Role::Author),
            ("reviewer", Role::Approver),
            ("first", Role::Approver),
            ("second", Role::Approver),
            ("deputy", Role::Approver),
            ("auditor", Role::Auditor),
            ("reader", Role::Reader),
            ("manager", Role::QualityManager),
        ] {
            at.does(|tx| people::enrol(tx, &format!("The {name}"), &email(name), role, None));
        }
        let document = at.draft("PR-1");
        let keys = Keys::of(&at.place.path("config"), None);
        let mut desk = Self { at, keys, document };
        desk.revise("2");
        desk
    }

    /// A draft by the author, filed as the newest revision.
    fn revise(&mut self, content: &str) {
        let document = self.document;
        let mut new = revision(content);
        new.author = email("author");
        self.at.does(|tx| documents::file_revision(tx, document, new));
    }

    pub(crate) fn acts<T>(
        &mut self,
        who: &str,
        work: impl FnOnce(&mut Tx<'_>, DocumentId, &Signing<'_>) -> Result<T>,
    ) -> Result<T, &'static str> {
        self.at.workspace.act_as(email(who));
        let before = self.at.workspace.head().unwrap();
        let keys = self.keys.clone();
        let signing = Signing { workspace: self.at.workspace.id(), keys: &keys, file: None, passphrase: None };
        let document = self.document;
        let done = self.at.workspace.transact(|tx| work(tx, document, &signing));
        if done.is_err() {
            assert_eq!(self.at.workspace.head().unwrap(), before, "what is refused writes nothing");
        }
        done.map_err(|e| e.reason().name)
    }

    pub(crate) fn submits(&mut self, submission: &Submitted) -> Result<(), &'static str> {
        let [reviewers, approvers] =
            [&submission.reviewers, &submission.approvers].map(|all| all.iter().map(|n| email(n)).collect::<Vec<_>>());
        let (quorum, in_order, planned) = (submission.quorum, submission.in_order, submission.planned);
        self.acts(submission.by, |tx, document, signing| {
            let (reviewers, approvers) = (&reviewers[..], &approvers[..]);
            let submission = Submission { label: None, reviewers, approvers, quorum, in_order, planned, reason: "" };
            approval::submit(tx, document, submission, signing).map(drop)
        })
    }

    pub(crate) fn decides(&mut self, who: &str, approve: bool) -> Result<Option<Ended>, &'static str> {
        self.says(who, approve, None)
    }

    fn says(&mut self, who: &str, approve: bool, effective: Option<Day>) -> Result<Option<Ended>, &'static str> {
        let decision = Decision { label: None, approve, reason: "as read", effective };
        self.acts(who, |tx, document, signing| Ok(approval::decide(tx, document, decision, signing)?.ended))
    }

    fn shown(&self) -> approval::ApprovalShown {
        let document = documents::by_id(self.at.db(), self.document).unwrap();
        approval::shown_of(self.at.db(), &document, self.at.workspace.actor()).unwrap().remove(0)
    }

    fn state(&self) -> RevisionState {
        documents::revisions(self.at.db(), self.document).unwrap().last().unwrap().state
    }

    fn said(&self) -> Vec<(Meant, String)> {
        let all = statements::about(self.at.db(), clausebook::items::ItemId::Document(self.document)).unwrap();
        all.into_iter().map(|s| (s.meaning, s.email)).collect()
    }
}

/// What is handed in, by names.
pub(crate) struct Submitted {
    pub(crate) by: &'static str,
    pub(crate) reviewers: Vec<&'static str>,
    pub(crate) approvers: Vec<&'static str>,
    pub(crate) quorum: Option<u32>,
    pub(crate) in_order: bool,
    pub(crate) planned: Option<Day>,
}

/// To one reviewer and two approvers, by the author.
pub(crate) fn usual() -> Submitted {
    Submitted {
        by: "author",
        reviewers: vec!["reviewer"],
        approvers: vec!["first", "second"],
        quorum: None,
        in_order: false,
        planned: None,
    }
}

#[test]
fn in_order_each_waits_for_the_one_before_and_the_last_brings_it_about() {
    let mut desk = Desk::new();
    let planned = today().plus_days(10);
    desk.submits(&Submitted { in_order: true, planned: Some(planned), ..usual() }).unwrap();
    assert_eq!(desk.shown().progress, Progress::InReview);
    assert_eq!(desk.decides("second", true), Err("approval_not_yet"));
    assert_eq!(desk.decides("first", true), Err("approval_not_yet"));
    assert_eq!(desk.decides("reviewer", true), Ok(None));
    assert_eq!(desk.shown().progress, Progress::Reviewed);
    assert_eq!(desk.decides("reviewer", true), Err("approval_decided_already"));
    assert_eq!(desk.decides("second", true), Err("approval_not_yet"), "the second approver before the first");
    assert_eq!(desk.decides("first", true), Ok(None));
    assert_eq!((desk.shown().progress, desk.state()), (Progress::InApproval, RevisionState::Draft));
    assert_eq!(desk.decides("second", true), Ok(Some(Ended::Approved)));
    assert_eq!((desk.shown().progress, desk.state()), (Progress::Approved, RevisionState::Approved));
    assert_eq!(desk.decides("second", true), Err("approval_not_open"), "two approvals of one revision");
    let expected = [
        (Meant::Authored, email("author")),
        (Meant::Reviewed, email("reviewer")),
        (Meant::Approved, email("first")),
        (Meant::Approved, email("second")),
    ];
    assert_eq!(desk.said(), expected);
    let approved = documents::revisions(desk.at.db(), desk.document).unwrap().pop().unwrap();
    assert_eq!(approved.approved_by.as_deref(), Some("first@example.org, second@example.org"));
    assert_eq!(approved.effective_from, Some(planned), "the day itself brings it into force");
    desk.at.turn_to(planned);
    assert_eq!(desk.state(), RevisionState::Effective);
    desk.at.rebuilds_the_same();
}

#[test]
fn side_by_side_reviewers_come_before_approvers_and_a_quorum_is_enough() {
    let mut desk = Desk::new();
    desk.submits(&Submitted { approvers: vec!["first", "second", "manager"], quorum: Some(2), ..usual() }).unwrap();
    assert_eq!(desk.decides("second", true), Err("approval_not_yet"));
    desk.decides("reviewer", true).unwrap();
    assert_eq!(desk.decides("manager", true), Ok(None), "in any order");
    assert_eq!(desk.decides("first", true), Ok(Some(Ended::Approved)), "two of three");
    assert_eq!(desk.decides("second", true), Err("approval_not_open"));
    let last = desk.shown().steps.into_iter().find(|step| step.email == email("second")).unwrap();
    assert_eq!(last.stands, approval::Stands::NotNeeded);
    desk.at.rebuilds_the_same();
}

#[test]
fn a_rejection_ends_it_and_erases_nothing_and_it_is_handed_in_anew() {
    let mut desk = Desk::new();
    desk.submits(&usual()).unwrap();
    desk.decides("reviewer", true).unwrap();
    desk.decides("first", true).unwrap();
    let without = Decision { label: None, approve: false, reason: " ", effective: None };
    let refused =
        desk.acts("second", |tx, document, signing| approval::decide(tx, document, without, signing).map(drop));
    assert_eq!(refused, Err("approval_reject_without_reason"));
    assert_eq!(desk.decides("second", false), Ok(Some(Ended::Rejected)));
    assert_eq!((desk.shown().progress, desk.state()), (Progress::Rejected, RevisionState::Draft));
    assert_eq!(desk.said().len(), 4, "what was said before stands beside it");
    assert_eq!(desk.decides("second", true), Err("approval_not_open"));
    desk.submits(&usual()).unwrap();
    assert_eq!(desk.decides("first", true), Err("approval_not_yet"), "what was said of it before does not count again");
    desk.at.rebuilds_the_same();
}

#[test]
fn changed_files_void_what_was_handed_in_and_only_a_person_moves_on() {
    let mut desk = Desk::new();
    desk.submits(&usual()).unwrap();
    desk.decides("reviewer", true).unwrap();
    let document = desk.document;
    desk.at.does(|tx| documents::replace_files(tx, document, None, vec![paper("mended")], "a word was wrong"));
    assert_eq!(desk.shown().progress, Progress::Void);
    assert_eq!(desk.decides("first", true), Err("approval_void"));
    assert!(approval::waiting(desk.at.db(), &email("first"), true).unwrap().is_empty(), "nobody is asked about it");
    desk.submits(&usual()).unwrap();
    assert_eq!(desk.shown().progress, Progress::InReview, "everybody is asked about the new files");
    desk.at.rebuilds_the_same();
}

#[test]
fn while_it_is_under_way_it_is_not_approved_past_those_who_were_asked() {
    let mut desk = Desk::new();
    desk.submits(&usual()).unwrap();
    assert_eq!(desk.submits(&usual()), Err("approval_open_already"));
    let at_once = |desk: &mut Desk, who: &str| {
        desk.acts(who, |tx, document, signing| {
            approval::approve_at_once(tx, document, AtOnce::default(), signing).map(drop)
        })
    };
    assert_eq!(at_once(&mut desk, "manager"), Err("approval_open_already"));
    let called_off = desk.acts("author", |tx, document, _| approval::call_off(tx, document, None, " "));
    assert_eq!(called_off, Err("approval_called_off_without_reason"));
    desk.acts("author", |tx, document, _| approval::call_off(tx, document, None, "not yet")).unwrap();
    assert_eq!(desk.shown().progress, Progress::CalledOff);
    at_once(&mut desk, "manager").unwrap();
    assert_eq!(
        desk.said().last().unwrap(),
        &(Meant::Approved, email("manager")),
        "whoever approves alone says so, too"
    );
    desk.at.rebuilds_the_same();
}

#[test]
fn a_deputy_speaks_for_whoever_is_away_and_for_one_alone() {
    let mut desk = Desk::new();
    let going = |from, until| Going { deputy: Some("deputy@example.org"), from, until, reason: "" };
    let (from, until) = (today(), today().plus_days(5));
    for who in ["first", "second"] {
        desk.acts(who, |tx, _, _| people::go_away(tx, &email(who), &going(from, until)).map(drop)).unwrap();
    }
    desk.submits(&Submitted { reviewers: vec![], ..usual() }).unwrap();
    desk.at.turn_to(until.plus_days(1));
    assert_eq!(desk.decides("deputy", true), Err("approval_not_asked"), "they are back");
    desk.at.turn_to(until);
    assert_eq!(approval::waiting(desk.at.db(), &email("deputy"), true).unwrap().len(), 1, "it waits for the deputy");
    assert_eq!(desk.decides("deputy", true), Ok(None));
    assert_eq!(desk.decides("deputy", true), Err("approval_four_eyes"), "two eyes are not four");
    let said =
        statements::about(desk.at.db(), clausebook::items::ItemId::Document(desk.document)).unwrap().pop().unwrap();
    assert_eq!((said.email.as_str(), said.instead_of.as_str()), ("deputy@example.org", "first@example.org"));
    assert_eq!(desk.decides("second", true), Ok(Some(Ended::Approved)), "whoever is away may still decide");
    desk.at.rebuilds_the_same();
}

#[test]
fn an_author_neither_approves_nor_lets_a_deputy_and_by_the_rule_it_is_marked() {
    let mut desk = Desk::new();
    let document = desk.document;
    desk.at.workspace.act_as(email("manager"));
    desk.at.does(|tx| people::correct(tx, &email("author"), None, Some(Role::QualityManager), "promoted"));
    assert_eq!(desk.submits(&Submitted { approvers: vec!["author"], ..usual() }), Err("approval_of_author"));
    assert_eq!(desk.submits(&Submitted { reviewers: vec!["author"], ..usual() }), Err("approval_of_author"));
    let at_once = |desk: &mut Desk| {
        desk.acts("author", |tx, document, signing| {
            approval::approve_at_once(tx, document, AtOnce::default(), signing).map(drop)
        })
    };
    assert_eq!(at_once(&mut desk), Err("revision_own"));

    // The author stands in for an approver: the author's eyes are the author's.
    let going = Going { deputy: Some("author@example.org"), from: today(), until: today().plus_days(5), reason: "" };
    desk.acts("first", |tx, _, _| people::go_away(tx, &email("first"), &going).map(drop)).unwrap();
    desk.submits(&Submitted { reviewers: vec![], approvers: vec!["first"], ..usual() }).unwrap();
    assert_eq!(desk.decides("author", true), Err("approval_of_author"));

    desk.acts("manager", |tx, _, _| people::set_author_rule(tx, true, "few people")).unwrap();
    assert_eq!(desk.decides("author", true), Ok(Some(Ended::Approved)));
    let approved = documents::revisions(desk.at.db(), document).unwrap().pop().unwrap();
    assert!(approved.approved_by_author, "it is marked");
    desk.at.rebuilds_the_same();
}

#[test]
fn an_author_known_by_name_alone_is_known() {
    let mut desk = Desk::new();
    let document = desk.document;
    let mut new = revision("3");
    new.author = "the MANAGER".into();
    desk.at.does(|tx| documents::file_revision(tx, document, new));
    let at_once = desk.acts("manager", |tx, document, signing| {
        approval::approve_at_once(tx, document, AtOnce::default(), signing).map(drop)
    });
    assert_eq!(at_once, Err("revision_own"));
}

#[test]
fn the_organisations_rules_are_asked_when_it_is_handed_in_and_hold_until_it_ends() {
    let mut desk = Desk::new();
    let rule = |desk: &mut Desk, rule, value| {
        desk.acts("manager", |tx, _, _| rules::set(tx, rule, "procedure", Some(value), "four eyes")).unwrap();
    };
    rule(&mut desk, Rule::Approvers, Value::Number(2));
    rule(&mut desk, Rule::Reviewers, Value::Number(1));
    rule(&mut desk, Rule::InOrder, Value::YesNo(true));
    let at_once = desk.acts("manager", |tx, document, signing| {
        approval::approve_at_once(tx, document, AtOnce::default(), signing).map(drop)
    });
    assert_eq!(at_once, Err("approval_needs_submission"));
    assert_eq!(desk.submits(&Submitted { reviewers: vec![], ..usual() }), Err("approval_reviewers_few"));
    assert_eq!(desk.submits(&Submitted { approvers: vec!["first"], ..usual() }), Err("approval_approvers_few"));
    assert_eq!(desk.submits(&Submitted { quorum: Some(1), ..usual() }), Err("approval_quorum_few"));
    desk.submits(&usual()).unwrap();
    rule(&mut desk, Rule::Signed, Value::YesNo(true));
    desk.decides("reviewer", true).unwrap();
    assert_eq!(desk.decides("second", true), Err("approval_not_yet"), "in order by the rule");
    desk.decides("first", true).unwrap();
    desk.decides("second", true).unwrap();
    desk.revise("3");
    assert_eq!(desk.submits(&usual()), Err("statement_unsigned"), "from the next one on signatures are demanded");
}

#[test]
fn who_is_asked_is_named_rightly() {
    let mut desk = Desk::new();
    let mut refused = |submission: Submitted| desk.submits(&submission).unwrap_err();
    assert_eq!(refused(Submitted { approvers: vec![], ..usual() }), "approval_without_approver");
    assert_eq!(refused(Submitted { approvers: vec!["nobody"], ..usual() }), "person_not_enrolled");
    assert_eq!(refused(Submitted { approvers: vec!["first", "first"], ..usual() }), "approval_named_twice");
    assert_eq!(refused(Submitted { approvers: vec!["author"], ..usual() }), "person_may_not");
    assert_eq!(refused(Submitted { quorum: Some(3), ..usual() }), "approval_quorum");
    assert_eq!(refused(Submitted { quorum: Some(0), ..usual() }), "approval_quorum");
    let document = desk.document;
    let wanted = [("approver".to_owned(), "the FIRST".to_owned())].into();
    desk.at.does(|tx| documents::correct(tx, document, &wanted, None, "as in the manual"));
    desk.submits(&Submitted { approvers: vec![], ..usual() }).unwrap();
    assert_eq!(desk.shown().steps.last().unwrap().email, email("first"), "whom the register names");
}

#[test]
fn approvers_agree_on_one_day() {
    let mut desk = Desk::new();
    desk.submits(&Submitted { reviewers: vec![], planned: Some(day(2026, 2, 1)), ..usual() }).unwrap();
    desk.says("first", true, Some(day(2026, 2, 15))).unwrap();
    assert_eq!(desk.says("second", true, Some(day(2026, 3, 1))), Err("approval_day_differs"));
    assert_eq!(desk.says("second", true, None), Ok(Some(Ended::Approved)));
    let approved = documents::revisions(desk.at.db(), desk.document).unwrap().pop().unwrap();
    assert_eq!(approved.effective_from, Some(day(2026, 2, 15)), "the first approver's day");
}

#[test]
fn a_day_that_passed_while_it_waited_is_not_made_up_for() {
    let mut desk = Desk::new();
    desk.submits(&Submitted { reviewers: vec![], planned: Some(day(2026, 2, 1)), ..usual() }).unwrap();
    desk.at.turn_to(day(2026, 2, 10));
    desk.decides("first", true).unwrap();
    desk.at.turn_to(day(2026, 2, 12));
    desk.decides("second", true).unwrap();
    let approved = documents::revisions(desk.at.db(), desk.document).unwrap().pop().unwrap();
    assert_eq!(approved.effective_from, Some(day(2026, 2, 12)), "it is in force from its approval on");
}

#[test]
fn what_is_withdrawn_or_decided_takes_no_submission() {
    let mut desk = Desk::new();
    let keys = desk.keys.clone();
    let signing = Signing { workspace: desk.at.workspace.id(), keys: &keys, file: None, passphrase: None };
    desk.at.workspace.act_as(email("manager"));
    let document = desk.document;
    desk.at.does(|tx| approval::withdraw(tx, document, "not used", tx.today(), &signing));
    assert_eq!(desk.said(), [(Meant::Withdrawn, email("manager"))]);
    assert_eq!(desk.submits(&usual()), Err("document_withdrawn"));
}

#[test]
fn what_was_rejected_or_changed_on_the_way_is_not_approved_alone() {
    let at_once = |desk: &mut Desk| {
        desk.acts("manager", |tx, document, signing| {
            approval::approve_at_once(tx, document, AtOnce::default(), signing).map(drop)
        })
    };
    let replaced = |desk: &mut Desk| {
        let document = desk.document;
        desk.at.does(|tx| documents::replace_files(tx, document, None, vec![paper("mended")], "mended"));
    };
    let mut desk = Desk::new();
    desk.submits(&Submitted { reviewers: vec![], ..usual() }).unwrap();
    assert_eq!(desk.decides("first", false), Ok(Some(Ended::Rejected)));
    assert_eq!(at_once(&mut desk), Err("approval_rejected"));
    replaced(&mut desk);
    assert_eq!(at_once(&mut desk), Err("approval_rejected"), "mended or not, it is handed in anew");

    let mut desk = Desk::new();
    desk.submits(&usual()).unwrap();
    replaced(&mut desk);
    assert_eq!(at_once(&mut desk), Err("approval_void"));
}

#[test]
fn what_was_approved_in_another_way_is_not_on_its_way_any_more() {
    let mut desk = Desk::new();
    desk.submits(&usual()).unwrap();
    let document = desk.document;
    desk.at.does(|tx| documents::take_over_approval(tx, document, crate::support::organisation::approval(today())));
    assert!(approval::open_all(desk.at.db()).unwrap().is_empty());
    desk.at.does(|tx| documents::take_back_approval(tx, document, None, "The wrong one"));
    let call_off =
        |desk: &mut Desk| desk.acts("manager", |tx, document, _| approval::call_off(tx, document, None, "r"));
    assert_eq!(call_off(&mut desk), Err("approval_not_open"));
    assert!(desk.submits(&usual()).is_ok());
}

#[test]
fn days_that_contradict_are_refused() {
    let mut desk = Desk::new();
    let past = today().minus_days(1);
    assert_eq!(desk.submits(&Submitted { planned: Some(past), ..usual() }), Err("approval_planned_in_the_past"));
    desk.submits(&usual()).unwrap();
    assert_eq!(desk.says("reviewer", true, Some(today())), Err("approval_day_not_asked"), "a reviewer says no day");
    desk.decides("reviewer", true).unwrap();
    assert_eq!(desk.says("first", true, Some(past)), Err("approval_day_before_filed"));
    assert_eq!(desk.says("first", false, Some(today())), Err("approval_day_not_asked"), "nor does whoever rejects");
}

#[test]
fn a_successor_decides_for_whoever_has_left_and_can_what_is_asked() {
    let mut desk = Desk::new();
    desk.submits(&Submitted { reviewers: vec![], approvers: vec!["first", "second"], ..usual() }).unwrap();
    let leaves = |desk: &mut Desk, successor: &str| {
        let successor = email(successor);
        desk.acts("manager", |tx, _, _| people::leave(tx, &email("first"), None, Some(&successor), "another post"))
    };
    assert_eq!(leaves(&mut desk, "reader"), Err("person_may_not"));
    assert_eq!(leaves(&mut desk, "author"), Err("person_may_not"));
    leaves(&mut desk, "deputy").unwrap();
    assert_eq!(desk.shown().steps[0].deputy.as_deref(), Some("The deputy"));
    assert_eq!(desk.decides("deputy", true), Ok(None));
    assert_eq!(desk.said().last().unwrap().1, email("deputy"));
    assert_eq!(desk.decides("second", true), Ok(Some(Ended::Approved)));
    desk.at.rebuilds_the_same();
}

#[test]
fn whoever_spoke_for_themselves_is_not_asked_for_another() {
    let mut desk = Desk::new();
    let (deputy, until) = (email("second"), today().plus_days(5));
    let going = Going { deputy: Some(&deputy), from: today(), until, reason: "" };
    desk.acts("first", |tx, _, _| people::go_away(tx, &email("first"), &going).map(drop)).unwrap();
    desk.submits(&Submitted { reviewers: vec![], approvers: vec!["first", "second"], ..usual() }).unwrap();
    desk.decides("second", true).unwrap();
    assert_eq!(approval::waiting(desk.at.db(), &deputy, true).unwrap(), []);
}
