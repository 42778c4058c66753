//! Statements dropped, added, changed and exchanged by whoever holds the pack's key, and entries that claim what nobody signed.

use clausebook::documents;
use clausebook::people;
use clausebook::signing::{SigningKey, allowed_signer};
use clausebook::statements::{self, Meant, StatementEvent};

use super::Forger;
use super::bag::Bag;
use crate::packs::stated::{DIRECTOR, stated};
use crate::packs::{build, sample};

const SIGNERS: &str = "data/approvals/allowed_signers";

#[test]
fn no_statement_is_dropped_added_changed_or_moved_whoever_seals() {
    let mut forger = Forger::of(stated());
    let (bag, key) = (forger.bag(), forger.key.clone());
    let texts: Vec<String> = bag
        .files
        .keys()
        .filter(|name| name.starts_with("data/approvals/") && name.ends_with(".txt"))
        .cloned()
        .collect();
    let signature = |name: &String| format!("{name}.sig");
    let signed: Vec<&String> = texts.iter().filter(|name| bag.files.contains_key(&signature(name))).collect();
    let unsigned = texts.iter().find(|name| !signed.contains(name)).unwrap();
    let (one, two) = (signed[0], signed[1]);
    let other = SigningKey::from_seed([7; 32]);
    let line = allowed_signer(DIRECTOR, "clausebook-statement", &other.public()).unwrap();
    let text = bag.text(one);
    let swap = |bag: &mut Bag, a: &str, b: &str| {
        let (first, second) = (bag.files[a].clone(), bag.files[b].clone());
        bag.set(a, second);
        bag.set(b, first);
    };
    type Change<'c> = (&'c str, &'c str, Box<dyn Fn(&mut Bag) + 'c>);
    let changes: Vec<Change<'_>> = vec![
        (
            "statement_missing",
            "a statement left out",
            Box::new(|bag| {
                bag.files.remove(one);
                bag.files.remove(&signature(one));
            }),
        ),
        ("statement_missing", "an unsigned one left out", Box::new(|bag| drop(bag.files.remove(unsigned)))),
        (
            "statement_unproven",
            "a byte changed",
            Box::new(|bag| {
                bag.set(
                    one,
                    text.replacen("meaning approved", "meaning rejected", 1).replacen("signer m", "signer n", 1),
                )
            }),
        ),
        ("statement_unproven", "a line behind", Box::new(|bag| bag.set(one, text.clone() + "for ceo@example.org\n"))),
        (
            "statement_unproven",
            "changed and signed with another key",
            Box::new(|bag| {
                let changed = text.replacen("day 2026", "day 2025", 1);
                let made = other.sign_openssh("clausebook-statement", changed.as_bytes()).unwrap();
                bag.set(one, changed);
                bag.set(&signature(one), made);
                bag.set(SIGNERS, line.clone());
            }),
        ),
        ("statement_signature_moved", "without its signature", Box::new(|bag| drop(bag.files.remove(&signature(one))))),
        (
            "statement_signature_moved",
            "signatures exchanged",
            Box::new(|bag| swap(bag, &signature(one), &signature(two))),
        ),
        (
            "statement_signature_moved",
            "a signature beside what nobody signed",
            Box::new(|bag| {
                bag.set(&signature(unsigned), bag.files[&signature(one)].clone());
            }),
        ),
        (
            "statement_signature_moved",
            "signed by another key",
            Box::new(|bag| {
                bag.set(&signature(one), other.sign_openssh("clausebook-statement", text.as_bytes()).unwrap());
            }),
        ),
        (
            "statement_unproven",
            "a signature alone",
            Box::new(|bag| {
                bag.set("data/approvals/x.txt.sig", bag.files[&signature(one)].clone());
            }),
        ),
        (
            "statement_unproven",
            "a statement that no entry made",
            Box::new(|bag| {
                bag.set("data/approvals/999-x.txt", text.replace("QP-", "QX-"));
            }),
        ),
        (
            "statement_unproven",
            "one twice",
            Box::new(|bag| {
                bag.set("data/approvals/999-x.txt", text.clone());
                bag.set("data/approvals/999-x.txt.sig", bag.files[&signature(one)].clone());
            }),
        ),
        (
            "page_differs",
            "two in each other's place",
            Box::new(|bag| {
                swap(bag, one, two);
                swap(bag, &signature(one), &signature(two));
            }),
        ),
        (
            "page_differs",
            "under another name",
            Box::new(|bag| {
                let text = bag.files.remove(one).unwrap();
                let made = bag.files.remove(&signature(one)).unwrap();
                bag.set("data/approvals/001-other.txt", text);
                bag.set("data/approvals/001-other.txt.sig", made);
            }),
        ),
        ("statement_signers_differ", "another key beside", Box::new(|bag| bag.set(SIGNERS, bag.text(SIGNERS) + &line))),
        ("statement_signers_differ", "another key in its place", Box::new(|bag| bag.set(SIGNERS, line.clone()))),
        (
            "statement_signers_differ",
            "anybody's name",
            Box::new(|bag| bag.set(SIGNERS, bag.text(SIGNERS).replacen(DIRECTOR, "*", 1))),
        ),
        ("statement_signers_differ", "a comment", Box::new(|bag| bag.set(SIGNERS, bag.text(SIGNERS) + "# all\n"))),
        ("statement_signers_differ", "no signers", Box::new(|bag| drop(bag.files.remove(SIGNERS)))),
        ("file_outside", "a note beside", Box::new(|bag| bag.set("data/approvals/readme.md", "x"))),
        ("file_outside", "a folder within", Box::new(|bag| bag.set("data/approvals/a/b.txt", "x"))),
    ];
    for (code, what, change) in &changes {
        let mut forged = bag.clone();
        change(&mut forged);
        assert_ne!(forged.files, bag.files, "{what}: the forgery is one");
        forged.seal(&key);
        let report = forger.try_archive(what, &forged.archive()).unwrap();
        assert!(report.findings.iter().any(|found| found.code == *code), "{what}: {:?}", report.findings);
    }
    forger.ended("statements", &[]);
}

#[test]
fn an_entry_that_claims_a_signature_is_believed_as_far_as_the_signature_goes() {
    for (code, whose) in
        [("statement_forged", "nobody"), ("statement_key_foreign", "another"), ("statement_forged", "moved")]
    {
        let (place, mut workspace, audit) = sample();
        let (theirs, other) = (SigningKey::from_seed([3; 32]), SigningKey::from_seed([4; 32]));
        let line = theirs.public().to_openssh().unwrap();
        workspace
            .transact(|tx| people::enrol(tx, "Director", DIRECTOR, people::Role::Approver, Some(line)).map(drop))
            .unwrap();
        let document = documents::by_code(workspace.db(), "QP-02").unwrap();
        let subject = statements::document_said(workspace.db(), &document).unwrap();
        let person = people::who_acts(workspace.db(), DIRECTOR).unwrap();
        let (id, today) = (workspace.id(), super::super::TODAY());
        let text = statements::Text {
            workspace: id,
            subject: &subject,
            meaning: Meant::Approved,
            reason: "",
            day: today,
            effective: None,
            email: DIRECTOR,
            instead_of: "",
        }
        .written();
        let signer = if whose == "another" { &other } else { &theirs };
        let over = if whose == "nobody" { "another text" } else { &text };
        let space = if whose == "moved" { "clausebook-pack" } else { "clausebook-statement" };
        let made = StatementEvent::Made {
            id: clausebook::ids::StatementId::new(),
            subject,
            meaning: Meant::Approved,
            reason: String::new(),
            day: today,
            effective: None,
            signer: person.id,
            email: DIRECTOR.into(),
            instead_of: String::new(),
            key: Some(signer.public().to_openssh().unwrap()),
            signature: Some(signer.sign_openssh(space, over.as_bytes()).unwrap()),
        };
        workspace.transact(|tx| tx.append(&made).map(drop)).unwrap();
        let pack = place.path("a.zip");
        build(&mut workspace, &audit, &pack).unwrap();
        let report = crate::packs::verified(&pack);
        let found: Vec<&str> = report.findings.iter().map(|found| &*found.code).collect();
        assert_eq!(found, [code], "{whose}: {:?}", report.findings);
    }
}
