//! What other programs keep: mail folders and mailboxes, exports of CISO Assistant, packs of this program. Each is filed with
//! what it says, and none is trusted without a word.

use std::io::{Cursor, Read, Write};
use std::path::PathBuf;

use clausebook::import::{CheckPack, Sources};
use clausebook::items::ItemId;
use clausebook::records::{self, Record};
use clausebook::search::TextCache;
use clausebook::{checked, mapping};
use serde_json::{Value, json};

use super::words::said_under;
use super::{Intake, only};
use crate::fixtures::files::email;
use crate::support::organisation::Organisation;
use crate::support::{day, file};

impl Intake {
    /// The record of the file that lay there.
    fn record_of(&self, path: &str) -> Record {
        let held = records::held(self.at.db()).unwrap();
        let found = held.iter().find(|(_, there, _)| there == path).unwrap_or_else(|| panic!("{path}: {held:#?}"));
        records::find(self.at.db(), &found.0).unwrap()
    }

    /// The clauses that count for a record.
    fn clauses_of(&self, record: &Record) -> Vec<String> {
        let links = mapping::of_item(self.at.db(), ItemId::Record(record.id)).unwrap();
        let mut clauses: Vec<String> = links.iter().map(|link| link.reference.short()).collect();
        clauses.sort();
        clauses
    }

    fn holding(editions: &[&str]) -> Self {
        let at = Organisation::holding(editions);
        let cache = TextCache::open(&at.workspace.text_db()).unwrap();
        Self { at, cache }
    }

    fn share_at(&self) -> PathBuf {
        self.at.place.path("share")
    }
}

fn dated(subject: &str, date: &str) -> Vec<u8> {
    let mail = String::from_utf8(email(subject, "text", "a,b")).unwrap();
    format!("Date: {date}\r\n{mail}").into_bytes()
}

#[test]
fn each_mail_of_a_folder_is_a_record_with_its_day_sender_and_attachments() {
    let mut intake = Intake::new();
    let share = intake.share_at();
    file(&share, "Mail/cur/1700000000.M123P45.host", &dated("Order 4711", "Mon, 4 May 2026 23:30:00 -0500"));
    file(&share, "Mail/Complaint of the customer.eml", &dated("Re: it", "Tue, 5 May 2026 08:00:00 +0200"));
    intake.import(&only(&[share]));
    let order = intake.record_of("Mail/cur/1700000000.M123P45.host");
    assert_eq!(order.title, "Order 4711", "a name that a program gave says nothing");
    assert_eq!(order.collected, Some(day(2026, 5, 4)), "the day by its sender's clock");
    assert_eq!(order.note, "From: Service Desk <desk@example.org>; Attached: list.csv");
    let complaint = intake.record_of("Mail/Complaint of the customer.eml");
    assert_eq!((complaint.title.as_str(), complaint.collected), ("Complaint of the customer", Some(day(2026, 5, 5))));
    intake.at.rebuilds_the_same();
}

#[test]
fn a_mailbox_is_filed_and_each_of_its_messages_by_itself() {
    let mut intake = Intake::new();
    let share = intake.share_at();
    let mut mailbox = Vec::new();
    for n in 1..=3 {
        mailbox.extend(b"From desk@example.org Mon May  4 10:00:00 2026\n");
        mailbox.extend(dated(&format!("Report {n}"), &format!("Mon, {n} Jun 2026 10:00:00 +0000")));
        mailbox.extend(b"\n\n");
    }
    file(&share, "Inbox.mbox", &mailbox);
    let planned = serde_json::to_value(intake.try_import(&only(std::slice::from_ref(&share)), true).unwrap()).unwrap();
    let done = intake.import(&only(std::slice::from_ref(&share)));
    assert_eq!((&done["records"], &planned["records"]), (&json!(4), &json!(4)), "the mailbox and its messages");
    let third = intake.record_of("Inbox.mbox/00003.eml");
    assert_eq!((third.title.as_str(), third.collected), ("Report 3", Some(day(2026, 6, 3))));
    assert_eq!(said_under(&done, "export_opened").len(), 1);
    assert!(std::fs::read_dir(intake.at.place.path("ws/tmp")).unwrap().next().is_none(), "nothing stays beside");
    let size = intake.size();
    intake.import(&only(&[share]));
    assert_eq!(intake.size(), size, "once more changes nothing");
}

fn zipped(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        out.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// An export of a domain, as CISO Assistant writes it.
fn export() -> Vec<u8> {
    let object = |model: &str, id: &str, fields: Value| json!({"model": model, "id": id, "fields": fields});
    let assessed = |requirement: &str, result: &str, evidences: Value, controls: Value| {
        let requirement = format!("urn:intuitem:risk:req_node:{requirement}");
        object(
            "core.requirementassessment",
            requirement.as_str(),
            json!({"requirement": requirement, "result": result, "evidences": evidences, "applied_controls": controls}),
        )
    };
    let revision = |evidence: &str, version: u32, attachment: &str| {
        object(
            "core.evidencerevision",
            attachment,
            json!({"evidence": evidence, "version": version, "attachment": attachment, "observation": null,
                   "created_at": "2026-03-04T10:00:00Z", "link": null}),
        )
    };
    let evidence = |id: &str, name: &str| {
        object(
            "core.evidence",
            id,
            json!({"name": name, "description": "from the drill", "status": "approved", "expiry_date": "2027-03-31"}),
        )
    };
    let data = json!({
        "meta": {"media_version": "v2.0.0", "schema_version": 4, "exported_at": "2026-11-01T00:00:00Z"},
        "objects": [
            evidence("e1", "Restore drill"), evidence("e2", "Guest list"),
            revision("e1", 1, "drill_a1.txt"), revision("e2", 1, "guests.csv"),
            object("core.appliedcontrol", "c1", json!({"name": "Backup", "evidences": ["e1"]})),
            assessed("iso27001-2022:a.8.13", "compliant", json!([]), json!(["c1"])),
            assessed("iso27001-2022:7.5", "partially_compliant", json!(["e1"]), json!([])),
            assessed("nist-csf-2.0:pr.ds-11", "compliant", json!(["e1"]), json!([])),
            assessed("iso27001-2022:a.7.2", "non_compliant", json!(["e2"]), json!([])),
        ],
    });
    zipped(&[
        ("attachments/evidence-revisions/e1_v1_drill_a1.txt", b"restored in four hours".to_vec()),
        ("attachments/evidence-revisions/e2_v1_guests.csv", b"name,day\nA,2026-03-01\n".to_vec()),
        ("data.json", serde_json::to_vec(&data).unwrap()),
    ])
}

#[test]
fn evidence_of_ciso_assistant_comes_with_what_was_found_compliant_and_the_rest_as_its_word() {
    let mut intake = Intake::holding(&["9001:2015", "27001:2022"]);
    let share = intake.share_at();
    file(&share, "domain.zip", &export());
    let done = intake.import(&only(&[share]));
    assert_eq!(done["records"], json!(3), "{done:#}");
    let drill = intake.record_of("domain.zip/attachments/evidence-revisions/e1_v1_drill_a1.txt");
    assert_eq!(drill.title, "Restore drill");
    assert_eq!((drill.collected, drill.valid_until), (Some(day(2026, 3, 4)), Some(day(2027, 3, 31))));
    assert_eq!(intake.clauses_of(&drill), ["27001 A.8.13"], "only what was called compliant");
    assert!(drill.note.contains("27001:2022 7.5: partially compliant") && drill.note.contains("from the drill"));
    let guests = intake.record_of("domain.zip/attachments/evidence-revisions/e2_v1_guests.csv");
    assert_eq!(intake.clauses_of(&guests), Vec::<String>::new());
    assert!(guests.note.contains("A.7.2: non compliant"), "{}", guests.note);
    assert!(said_under(&done, "export_other_frameworks")[0].contains("nist-csf-2.0"));
    intake.at.rebuilds_the_same();
}

#[test]
fn clauses_of_an_edition_that_is_not_held_are_named_and_map_nothing() {
    let mut intake = Intake::holding(&["27001:2013"]);
    let share = intake.share_at();
    file(&share, "domain.zip", &export());
    let done = intake.import(&only(&[share]));
    let drill = intake.record_of("domain.zip/attachments/evidence-revisions/e1_v1_drill_a1.txt");
    assert_eq!(intake.clauses_of(&drill), Vec::<String>::new());
    assert!(said_under(&done, "unknown_clause")[0].contains("A.8.13"), "{:#}", done["problems"]);
}

#[test]
fn an_assessment_as_a_table_is_kept_and_said_to_be_somebody_elses_word() {
    let mut intake = Intake::new();
    let share = intake.share_at();
    let table = "\u{feff}urn;ref_id;name;description;compliance_result;requirement_progress;score;observations\n\
                 urn:intuitem:risk:req_node:iso27001-2022:a.5.1;A.5.1;Policies;x;compliant;done;;\n";
    file(&share, "audit_export.csv", table.as_bytes());
    let done = intake.import(&only(&[share]));
    assert_eq!((said_under(&done, "assessment_kept").len(), &done["records"]), (1, &json!(1)));
}

#[test]
fn a_pack_is_evidence_with_what_it_says_and_its_mappings_do_not_count() {
    let mut intake = Intake::new();
    let share = intake.share_at();
    let pack = include_bytes!("../fixtures/packs/form-5.zip");
    file(&share, "Supplier pack.zip", pack);
    let check: CheckPack = |path, contained| {
        let report = checked::pack(path, None, contained, &|_, _| {}, &std::sync::atomic::AtomicBool::new(false))?;
        Ok(report.findings.into_iter().map(|found| found.code.into_owned()).collect())
    };
    let without = only(&[share]);
    let with = Sources { check_pack: Some(check), ..without.clone() };
    let planned = serde_json::to_value(intake.try_import(&without, true).unwrap()).unwrap();
    assert_eq!(said_under(&planned, "pack_doubtful").len(), 1, "what nobody checked is not relied on");
    let done = intake.import(&with);
    assert_eq!(said_under(&done, "pack_checked").len(), 1, "{:#}", done["problems"]);
    assert_eq!(
        (&done["documents"], &done["records"]),
        (&json!(0), &json!(5)),
        "nobody's document comes into force here"
    );
    let minutes = intake.record_of("Supplier pack.zip/records/REC-2026-001 Minutes.txt");
    assert_eq!(minutes.title, "Minutes");
    assert!(minutes.note.contains("Works & Co") && minutes.note.contains("27001:2022 9.3 full"), "{}", minutes.note);
    assert_eq!(intake.clauses_of(&minutes), Vec::<String>::new());
    let audit = intake.record_of("Supplier pack.zip/documents/PR-2 Audit rev 1.txt");
    assert!(audit.note.contains("ap@example.org; 2026-11-28"), "{}", audit.note);
}

#[test]
fn a_pack_that_was_altered_is_said_to_be_doubtful() {
    let mut intake = Intake::new();
    let share = intake.share_at();
    let mut pack = zip::ZipArchive::new(Cursor::new(&include_bytes!("../fixtures/packs/form-5.zip")[..])).unwrap();
    let files: Vec<(String, Vec<u8>)> = (0..pack.len())
        .map(|n| {
            let mut part = pack.by_index(n).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            let name = String::from_utf8(part.name_raw().to_vec()).unwrap();
            if name.ends_with("Minutes.txt") { (name, b"other".to_vec()) } else { (name, bytes) }
        })
        .collect();
    let files: Vec<(&str, Vec<u8>)> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    file(&share, "pack.zip", &zipped(&files));
    let check: CheckPack = |_, _| Ok(vec![String::from("file_altered")]);
    let done = intake.import(&Sources { check_pack: Some(check), ..only(&[share]) });
    let said = said_under(&done, "pack_doubtful");
    assert!(said.len() == 1 && said[0].contains("file altered"), "{said:?}");
}
