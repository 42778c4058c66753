//! The statements in a pack: as text, on the page and in a list, checked by stock `ssh-keygen`, with the entries that a check
//! of their keys needs and no others about people.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use clausebook::audits::Audit;
use clausebook::checked;
use clausebook::contained::Containment;
use clausebook::documents;
use clausebook::ids::DocumentId;
use clausebook::items::ItemId;
use clausebook::packs::{Caveat, Wanted};
use clausebook::people::{self, Going, Role};
use clausebook::rebuild;
use clausebook::records;
use clausebook::signing::Passphrase;
use clausebook::statements::{self, Keys, Meant, Proof, Said, Signing, Subject};
use clausebook::verify::Fact;
use clausebook::workspace::{Clock, Tx, Workspace};
use serde_json::Value;

use super::{TODAY, build, sample, to, unpacked};
use crate::support::{Place, noon, tool};

pub const DIRECTOR: &str = "md@example.org";
pub const READER: &str = "reader@example.org";
const PASSPHRASE: &str = "correct horse";

pub fn says(workspace: &mut Workspace, keys: &Keys, who: &str, subject: &Subject, meaning: Meant, reason: &str) {
    let (id, passphrase) = (workspace.id(), Passphrase::new(PASSPHRASE));
    let signing = Signing { workspace: id, keys, file: None, passphrase: Some(&passphrase) };
    let said = Said { subject, meaning, reason, effective: None, instead_of: None, signed: false };
    workspace.act_as(who);
    let work = |tx: &mut Tx<'_>| {
        let person = people::who_acts(tx.db(), who)?;
        statements::make(tx, &person, said, &signing).map(drop)
    };
    workspace.transact(work).unwrap();
}

pub fn document(workspace: &Workspace, code: &str) -> (DocumentId, Subject) {
    let document = documents::by_code(workspace.db(), code).unwrap();
    (document.id, statements::document_said(workspace.db(), &document).unwrap())
}

/// The sample in which a director with a key and a reader without one said something, and others came and went.
pub fn stated() -> (Place, Workspace, Audit) {
    let (place, mut workspace, audit) = sample();
    let keys = Keys::of(&place.path("config"), None);
    let (line, _) = keys.generate(DIRECTOR, &Passphrase::new(PASSPHRASE)).unwrap();
    workspace
        .transact(|tx| {
            people::enrol(tx, "Managing Director", DIRECTOR, Role::Approver, Some(line))?;
            people::enrol(tx, "Service Reader", READER, Role::Approver, None)?;
            people::enrol(tx, "Nobody Asked", "nobody@example.org", Role::Reader, None).map(drop)
        })
        .unwrap();
    let (_, one) = document(&workspace, "QP-02");
    says(&mut workspace, &keys, READER, &one, Meant::Reviewed, "reads well: «5.1», ok");
    says(&mut workspace, &keys, DIRECTOR, &one, Meant::Approved, "read\nit \\ all");
    let (_, other) = document(&workspace, "QP-01");
    says(&mut workspace, &keys, DIRECTOR, &other, Meant::Confirmed, "");
    let record = records::list(workspace.db(), &records::Filter::default(), records::Sort::Filed, None, 1)
        .unwrap()
        .rows
        .remove(0);
    let files = records::files(workspace.db(), record.id).unwrap().iter().map(|file| file.digest).collect();
    let item = ItemId::Record(record.id);
    let of_record = Subject { item, code: record.code, revision: None, label: String::new(), files };
    says(&mut workspace, &keys, DIRECTOR, &of_record, Meant::Reviewed, "complete");
    (place, workspace, audit)
}

fn checks(pack: &Path) -> clausebook::verify::Report {
    checked::pack(pack, None, &Containment::here(), &|_, _| {}, &AtomicBool::new(false)).unwrap()
}

#[test]
fn stock_ssh_keygen_accepts_each_statement_of_an_unpacked_pack_and_no_changed_one() {
    let (place, mut workspace, audit) = stated();
    let pack = place.path("a.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let report = checks(&pack);
    assert!(report.ok && report.unmet.is_empty() && report.warnings.is_empty(), "{report:?}");
    let bag = unpacked(&pack, &place.path("out"));
    let folder = bag.join("data/approvals");
    let stock = |name: &str, signer: &str| {
        let line = format!(
            "ssh-keygen -Y verify -f allowed_signers -I {signer} -n clausebook-statement -s '{name}.sig' < '{name}'"
        );
        tool("sh", "openssh-client", &["-c", &line], &folder).status.success()
    };
    let mut texts: Vec<String> =
        std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    texts.retain(|name| name.ends_with(".txt"));
    let all = texts.len();
    // What the sample issued of its own is checked in `decided`.
    texts.retain(|name| !name.starts_with("statement-of-applicability"));
    texts.sort();
    let mut signed = 0;
    for name in &texts {
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        let signer = text.lines().next().unwrap().strip_prefix("signer ").unwrap().to_owned();
        if !folder.join(format!("{name}.sig")).exists() {
            assert_eq!(signer, READER, "only who has no key said it unsigned");
            continue;
        }
        signed += 1;
        assert!(stock(name, &signer), "{name}");
        assert!(!stock(name, READER), "{name}: another signer");
        std::fs::write(folder.join(name), text.replacen("meaning ", "meaning  ", 1)).unwrap();
        assert!(!stock(name, &signer), "{name}: a changed byte");
        std::fs::write(folder.join(name), &text).unwrap();
    }
    assert!(signed >= 2 && texts.len() > signed, "{texts:?}");
    assert!(report.checks.iter().any(|check| check.said == Some(Fact::Statements { statements: all, signed })));

    let page = std::fs::read_to_string(bag.join("data/index.html")).unwrap();
    let list = std::fs::read_to_string(bag.join("data/statements.csv")).unwrap();
    assert_eq!(list.lines().count(), texts.len() + 1 + 1, "one row each, one with a line break in it");
    for name in &texts {
        assert!(page.contains(&format!(">{name}<")) && list.contains(&format!("data/approvals/{name}")), "{name}");
    }
    assert!(page.contains("unsigned") && page.contains("signed, SHA256:"));
    let how = std::fs::read_to_string(bag.join("data/VERIFY.txt")).unwrap();
    assert!(how.contains("-n clausebook-statement"));
}

#[test]
fn of_people_a_pack_says_who_signed_and_with_which_key_and_nothing_else() {
    let (place, mut workspace, audit) = stated();
    workspace.act_as(DIRECTOR);
    let today = super::TODAY();
    workspace
        .transact(|tx| {
            people::go_away(
                tx,
                DIRECTOR,
                &Going { deputy: Some(READER), from: today, until: today.plus_days(3), reason: "ill" },
            )
            .map(drop)
        })
        .unwrap();
    let pack = place.path("a.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let bag = unpacked(&pack, &place.path("out"));
    let entries = std::fs::read_to_string(bag.join("data/ledger/entries.jsonl")).unwrap();
    let events: Vec<Value> =
        entries.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["event"].take()).collect();
    let of = |kind: &str| -> Vec<&Value> {
        events.iter().filter(|e| e["kind"].as_str().unwrap().starts_with(kind)).collect()
    };
    let made = [of("statement.made"), of("soa.issued")].concat();
    let signers: BTreeSet<&str> = made.iter().map(|e| e["data"]["signer"].as_str().unwrap()).collect();
    let told: BTreeSet<&str> = of("person.").iter().map(|e| e["data"]["id"].as_str().unwrap()).collect();
    assert_eq!(told, signers, "those who signed, and only they");
    for event in of("person.") {
        let kind = event["kind"].as_str().unwrap();
        assert!(
            ["person.enrolled", "person.corrected", "person.key_enrolled", "person.key_retired"].contains(&kind),
            "{kind}"
        );
    }
    assert!(!entries.contains("\"ill\"") && !entries.contains("nobody@example.org"));
    drop(workspace);
    let against = Some(place.path("ws"));
    let report =
        checked::pack(&pack, against.as_deref(), &Containment::here(), &|_, _| {}, &AtomicBool::new(false)).unwrap();
    assert!(report.ok && report.checks.iter().any(|check| check.name == "complete" && check.ok), "{report:?}");
}

#[test]
fn a_pack_without_statements_has_no_files_of_any() {
    let (place, mut workspace, audit) = sample();
    let pack = place.path("a.zip");
    build(&mut workspace, &audit, &pack).unwrap();
    let bag = unpacked(&pack, &place.path("out"));
    let said = checks(&pack).checks.into_iter().find(|check| check.name == "statements").unwrap().said;
    let there = bag.join("data/approvals").exists();
    assert_eq!(there, said != Some(Fact::Statements { statements: 0, signed: 0 }));
}

#[test]
fn a_key_that_was_retired_later_is_said_and_the_day_is_the_first_for_which_it_does_not_speak() {
    // How many days after the signature it was retired, and from which day, counted from the signature.
    for (later, from, stands) in [(0, 0, true), (0, 1, true), (3, 1, true), (3, 0, false), (3, -1, false)] {
        let (place, mut workspace, audit) = sample();
        let keys = Keys::of(&place.path("config"), None);
        let (line, _) = keys.generate(DIRECTOR, &Passphrase::new(PASSPHRASE)).unwrap();
        let role = Role::QualityManager;
        workspace.transact(|tx| people::enrol(tx, "Managing Director", DIRECTOR, role, Some(line)).map(drop)).unwrap();
        let signed = TODAY().plus_days(10);
        workspace.set_clock(Clock::Fixed(noon(signed)));
        let (id, subject) = document(&workspace, "QP-02");
        says(&mut workspace, &keys, DIRECTOR, &subject, Meant::Confirmed, "");
        workspace.set_clock(Clock::Fixed(noon(signed.plus_days(later))));
        let first = if from < 0 { signed.minus_days(1) } else { signed.plus_days(u64::from(from == 1)) };
        workspace.transact(|tx| people::retire_key(tx, DIRECTOR, Some(first), "lost")).unwrap();
        let said = statements::about(workspace.db(), ItemId::Document(id)).unwrap().pop().unwrap();
        let proof = said.proof(workspace.db(), workspace.id()).unwrap();
        assert_eq!(proof == Proof::Signed, stands, "{later} {from}: as the program says");

        let end = signed.plus_days(5);
        workspace.set_clock(Clock::Fixed(noon(end)));
        let pack = place.path("a.zip");
        let wanted = Wanted { audit: audit.clone(), recorded: None, day: end, out: to(&pack) };
        let never = AtomicBool::new(false);
        let built = rebuild::build_pack(&mut workspace, wanted, &|_, _| Ok(()), &|_, _| {}, &never).unwrap();
        let named = |note: &Caveat| matches!(note, Caveat::KeysRetired { statements } if statements.len() == 1);
        let told = built.notes.iter().any(named);
        assert_eq!(told, !stands, "{later} {from}: whoever builds it is told: {:?}", built.notes);
        let bag = crate::packs::forged::bag::Bag::of(&pack);
        for (list, code, column) in [("statements", 0, 11), ("documents", 0, 12)] {
            let text = bag.text(&format!("data/{list}.csv"));
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let named = |row: &csv::StringRecord| &row[code] == "QP-02" && row[column].contains("for that day");
            let said = reader.records().map(Result::unwrap).filter(named).count();
            assert_eq!(said, usize::from(!stands), "{later} {from}: {list}.csv says it as well");
        }
        let report = checked::pack(&pack, None, &Containment::here(), &|_, _| {}, &never).unwrap();
        assert!(report.ok, "{later} {from}: {:?}", report.findings);
        let warned = report.warnings.iter().any(|found| found.code == "statement_key_retired");
        assert_eq!(warned, !stands, "{later} {from}: as the checker says: {:?}", report.warnings);
    }
}
