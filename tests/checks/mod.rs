//! What the check finds: each irregularity fires where it is there, and is silent where it is not.

mod people_and_files;

use std::collections::BTreeSet;

use clausebook::checks::{self, Checked, Irregular, Texts};
use clausebook::day::Due;
use clausebook::digest::Digest;
use clausebook::documents::{self, Approval, Communication, DocumentKind, NewDocument};
use clausebook::extract::extract_bytes;
use clausebook::ids::DocumentId;
use clausebook::items::ItemId;
use clausebook::people::{self, Role};
use clausebook::rules::{self, Rule, Value};
use clausebook::search::{Shelf, TextCache};

use crate::approval::{Desk, usual};
use crate::support::day;
use crate::support::organisation::{Organisation, approval, paper, revision, today};

/// The check, with the kept texts of some files.
pub fn check(at: &Organisation, texts: &[&str]) -> Checked {
    let folder = tempfile::tempdir().unwrap();
    let cache = TextCache::open(&folder.path().join("text.db")).unwrap();
    let read = |text: &&str| (Digest::of(text.as_bytes()), extract_bytes(text.as_bytes()));
    cache.put_many(&texts.iter().map(read).collect::<Vec<_>>()).unwrap();
    let look = || {
        let texts = Texts { cache: &cache, shelf: &Shelf::default(), stored: None };
        checks::run(at.db(), at.workspace.id(), &texts).unwrap()
    };
    let first = look();
    assert_eq!(look(), first, "what was read of the texts is kept as it was found");
    first
}

fn found(at: &Organisation) -> Vec<(Irregular, String)> {
    let checked = check(at, &[]);
    checked.findings.into_iter().map(|f| (f.what, f.code)).collect()
}

fn kinds(at: &Organisation) -> BTreeSet<Irregular> {
    found(at).into_iter().map(|(what, _)| what).collect()
}

/// A document with an owner, reviewed every year, approved as given.
fn document(at: &mut Organisation, code: &str, owner: &str, author: &str, given: Option<Approval>) -> DocumentId {
    at.does(|tx| {
        let mut new = NewDocument::new(code, code, DocumentKind::Procedure);
        new.review_interval = Some(12);
        new.owner = owner.into();
        let id = documents::register(tx, new)?;
        let mut first = revision(code);
        first.author = author.into();
        documents::file_revision(tx, id, first)?;
        if let Some(given) = given {
            documents::take_over_approval(tx, id, given)?;
        }
        Ok(id)
    })
}

fn by(who: &str) -> Approval {
    Approval { by: who.into(), ..approval(today()) }
}

#[test]
fn a_register_in_order_has_nothing_found() {
    let mut at = Organisation::new();
    at.does(|tx| people::enrol(tx, "Approver", "approver@example.org", Role::Approver, None));
    document(&mut at, "P-1", "Manager", "author@example.org", Some(by("approver@example.org")));
    assert_eq!(found(&at), []);
    let checked = check(&at, &[]);
    assert_eq!((checked.documents, checked.statements), (1, 0));
}

#[test]
fn approvals_that_the_rules_do_not_allow_are_found() {
    let mut at = Organisation::new();
    for (name, role) in [("Reader", Role::Reader), ("Approver", Role::Approver)] {
        at.does(|tx| people::enrol(tx, name, &format!("{name}@example.org"), role, None).map(drop));
    }
    document(&mut at, "NOBODY", "O", "", Some(by("")));
    document(&mut at, "OWN", "O", "The Author", Some(by("the author")));
    document(&mut at, "OWN-BY-NAME", "O", "Approver", Some(by("approver@example.org")));
    document(&mut at, "ROLE", "O", "", Some(by("Reader")));
    let late = Some(Due::Day { day: today().plus_days(3) });
    document(&mut at, "LATE", "O", "", Some(Approval { on: late, ..by("Somebody else") }));
    let expected = [
        (Irregular::ApprovedByNobody, "NOBODY"),
        (Irregular::ApprovedByAuthor, "OWN"),
        (Irregular::ApprovedByAuthor, "OWN-BY-NAME"),
        (Irregular::ApprovedByRole, "ROLE"),
        (Irregular::ApprovedAfterDay, "LATE"),
    ];
    assert_eq!(found(&at), expected.map(|(what, code)| (what, code.to_owned())));
}

#[test]
fn what_stands_without_owner_review_or_force_is_found() {
    let mut at = Organisation::new();
    at.does(|tx| people::enrol(tx, "Gone", "gone@example.org", Role::Author, None));
    at.does(|tx| people::leave(tx, "gone@example.org", None, None, "left"));
    document(&mut at, "OWNERLESS", " ", "", Some(by("a")));
    document(&mut at, "LEFT", "gone@EXAMPLE.org", "", Some(by("a")));
    document(&mut at, "DRAFT", "O", "", None);
    let id = document(&mut at, "UNREVIEWED", "O", "", Some(by("a")));
    at.does(|tx| documents::set_next_review(tx, id, None));
    document(&mut at, "OVERDUE", "O", "", Some(by("a")));
    let id = document(&mut at, "GONE", "", "", Some(by("")));
    at.does(|tx| documents::withdraw(tx, id, "not used", tx.today()));
    let mut codes = found(&at);
    codes.retain(|(what, _)| *what != Irregular::ApprovedByNobody);
    let expected = [
        (Irregular::NothingInForce, "DRAFT"),
        (Irregular::OwnerLeft, "LEFT"),
        (Irregular::OwnerMissing, "OWNERLESS"),
        (Irregular::ReviewMissing, "UNREVIEWED"),
    ];
    assert_eq!(codes, expected.map(|(what, code)| (what, code.to_owned())), "what is withdrawn is nobody's worry");
    at.turn_to(day(2027, 2, 1));
    let overdue = found(&at).into_iter().filter(|(what, _)| *what == Irregular::ReviewOverdue).count();
    assert_eq!(overdue, 3, "a year later the reviews of all in force are");
}

#[test]
fn what_was_signed_or_handed_in_and_does_not_hold_any_more_is_found() {
    let mut desk = Desk::new();
    desk.submits(&usual()).unwrap();
    assert!(!kinds(&desk.at).contains(&Irregular::ApprovalVoid));
    let document = desk.document;
    desk.at.does(|tx| documents::replace_files(tx, document, None, vec![paper("mended")], "a word was wrong"));
    assert!(kinds(&desk.at).contains(&Irregular::ApprovalVoid));
    desk.submits(&usual()).unwrap();
    desk.at.workspace.act_as("manager@example.org");
    desk.at.does(|tx| people::leave(tx, "first@example.org", None, None, "left"));
    assert!(kinds(&desk.at).contains(&Irregular::AskedHasLeft));

    desk.at.does(|tx| rules::set(tx, Rule::Signed, "", Some(Value::YesNo(true)), "the auditor asked"));
    assert!(!kinds(&desk.at).contains(&Irregular::ApprovedUnsigned), "nothing is approved yet");
    let at = &mut desk.at;
    at.does(|tx| documents::take_over_approval(tx, document, by("second@example.org")));
    assert!(kinds(at).contains(&Irregular::ApprovedUnsigned));
}

#[test]
fn policies_are_told_and_the_quality_policy_is_shown_to_be_understood() {
    let mut at = Organisation::new();
    let id = at.does(|tx| {
        let mut new = NewDocument::new("PO-1", "Quality policy", DocumentKind::Policy);
        (new.owner, new.review_interval) = ("Manager".into(), Some(12));
        let id = documents::register(tx, new)?;
        documents::file_revision(tx, id, revision("policy"))?;
        documents::take_over_approval(tx, id, by("Director"))?;
        Ok(id)
    });
    at.map(ItemId::Document(id), "9001/5.2");
    assert_eq!(kinds(&at), [Irregular::PolicyNotTold, Irregular::PolicyNotShownUnderstood].into());
    let told = Communication { label: None, on: today(), to: "All staff".into(), how: String::new() };
    at.does(|tx| documents::communicate(tx, id, told));
    let record = at.record("Interviews");
    at.map(ItemId::Record(record), "9001/7.3");
    assert_eq!(kinds(&at), BTreeSet::new());
}

/// A document in force, owned and approved by roles, whose file has this text.
fn written(at: &mut Organisation, code: &str, text: &str) -> DocumentId {
    at.does(|tx| {
        let mut new = NewDocument::new(code, code, DocumentKind::Procedure);
        (new.review_interval, new.owner) = (Some(12), "Quality Manager".into());
        let id = documents::register(tx, new)?;
        let mut first = revision(code);
        (first.label, first.files) = (Some("2.0".into()), vec![paper(text)]);
        documents::file_revision(tx, id, first)?;
        documents::take_over_approval(tx, id, by("Managing Director"))?;
        Ok(id)
    })
}

#[test]
fn a_text_in_force_that_cites_what_is_withdrawn_is_found() {
    let mut at = Organisation::new();
    let old = written(&mut at, "PR-1", "Changes");
    let texts = [
        "Requests are handled as PR-1 says.",
        "See PR-1.2 and PR-10, which are others.",
        "Changes of services.\nThis procedure replaces PR-1.",
        "As in PR-1, which is still a draft.",
    ];
    written(&mut at, "PR-2", texts[0]);
    written(&mut at, "PR-3", texts[1]);
    written(&mut at, "PR-4", texts[2]);
    at.draft("PR-5");
    at.does(|tx| documents::replace_files(tx, "PR-5", None, vec![paper(texts[3])], "the right one"));
    let cites = |at: &Organisation| -> Vec<(String, String)> {
        let all = check(at, &texts).findings.into_iter().filter(|one| one.what == Irregular::CitesWithdrawn);
        all.map(|one| (one.code, format!("{} {}", one.values["cited"], one.values["words"]))).collect()
    };
    assert_eq!(cites(&at), [], "in force it may be cited");
    at.does(|tx| documents::withdraw(tx, old, "not used", tx.today()));
    assert_eq!(cites(&at), [("PR-2".into(), "PR-1 Requests are handled as PR-1 says.".into())]);
    let other = "Requests are handled by the service desk.";
    at.does(|tx| {
        let mut next = revision("next");
        next.files = vec![paper(other)];
        documents::file_revision(tx, "PR-2", next)?;
        documents::take_over_approval(tx, "PR-2", by("Managing Director"))
    });
    assert_eq!(cites(&at), [], "the revision in force does not cite it any more");
    assert_eq!(check(&at, &[]).unread, 3, "where no text is kept nobody knows");
}

#[test]
fn a_control_table_that_says_otherwise_than_the_register_is_found() {
    let table = |version: &str, owner: &str, approver: &str, from: &str| {
        format!(
            "Document number: PR-1\nVersion: {version}\nOwner: {owner}\nApproved by: {approver}\nValid from: {from}\n"
        )
    };
    let of = |text: &str| -> Vec<Irregular> {
        let mut at = Organisation::new();
        at.does(|tx| people::enrol(tx, "The Owner", "owner@example.org", Role::Approver, None));
        written(&mut at, "PR-1", text);
        let checked = check(&at, &[text]);
        assert_eq!(checked.unread, 0);
        checked.findings.into_iter().map(|one| one.what).collect()
    };
    let (owner, approver, from) = ("Quality Manager", "Managing Director", "2026-01-15");
    assert_eq!(today().to_string(), from);
    assert_eq!(of(&table("2.0", owner, approver, from)), []);
    assert_eq!(
        of(&table("v2", "quality manager", "The Managing Director", "15.01.2026")),
        [],
        "other ways to write it"
    );
    assert_eq!(of(&table("3.0", "Nobody", "Nobody else", "2026-02-01")), [Irregular::TextOtherRevision]);
    assert_eq!(of(&table("2.0", "IT Manager", approver, from)), [Irregular::TextOtherOwner]);
    assert_eq!(of(&table("2.0", owner, "IT Manager", from)), [Irregular::TextOtherApprover]);
    assert_eq!(of(&table("2.0", owner, approver, "2026-02-01")), [Irregular::TextOtherDay]);
    assert_eq!(of(&table("2.0", "The Owner", approver, from)), [], "a person may have that role");
    assert_eq!(of(&format!("{}Status: Draft\n", table("2.0", owner, approver, from))), [Irregular::TextOtherState]);
    assert_eq!(of(&format!("{}Status: Approved\n", table("2.0", owner, approver, from))), []);
    assert_eq!(
        of(&table("3.0", "Nobody", "Nobody", from).replace("PR-1", "PR-7")),
        [],
        "the table of another document"
    );
    assert_eq!(of("A text without any table.\n"), []);
}

#[test]
fn every_irregularity_has_its_words_in_the_terminal() {
    let words = include_str!("../../src/cli/checks.csv");
    let told: BTreeSet<&str> = words.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(told, Irregular::ALL.iter().map(|what| what.name()).collect());
}

#[test]
fn a_rule_holds_for_what_is_approved_from_its_day_on_and_a_signed_confirmation_makes_it_good() {
    use clausebook::reviews::{self, Concluding, Outcome};
    use clausebook::statements::{Keys, Signing};
    let mut at = Organisation::new();
    for (name, role) in [("other", Role::Approver), ("manager", Role::QualityManager)] {
        at.does(|tx| people::enrol(tx, name, &format!("{name}@example.org"), role, None).map(drop));
    }
    at.workspace.act_as("manager@example.org");
    document(&mut at, "BEFORE", "O", "", Some(by("other@example.org")));
    at.turn_to(today().plus_days(1));
    at.does(|tx| rules::set(tx, Rule::Signed, "", Some(Value::YesNo(true)), "r"));
    at.does(|tx| rules::set(tx, Rule::Approvers, "", Some(Value::Number(2)), "r"));
    assert_eq!(found(&at), [], "what was approved before the rule is as the rule then asked");
    let tomorrow = today().plus_days(1);
    let given = Approval { by: "other@example.org".into(), ..approval(tomorrow) };
    let given = Approval { on: Some(Due::Day { day: tomorrow }), ..given };
    document(&mut at, "AFTER", "O", "", Some(given));
    let both = [Irregular::ApprovedUnsigned, Irregular::ApprovedByFew];
    assert_eq!(found(&at), both.map(|what| (what, "AFTER".to_owned())));

    let keys = Keys::of(&at.place.path("config"), None);
    let passphrase = clausebook::signing::Passphrase::new("correct horse");
    let (line, _) = keys.generate("manager@example.org", &passphrase).unwrap();
    at.does(|tx| people::enrol_key(tx, "manager@example.org", &line));
    let signing = Signing { workspace: at.workspace.id(), keys: &keys, file: None, passphrase: Some(&passphrase) };
    let confirmed =
        Concluding { outcome: Outcome::Confirmed, reason: "still right", next: None, owner: None, revise_by: None };
    at.does(|tx| reviews::conclude_as(tx, "AFTER", confirmed, &signing));
    assert_eq!(found(&at), [], "the next step of each finding ends it");
    at.rebuilds_the_same();
}
