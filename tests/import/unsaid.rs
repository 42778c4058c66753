//! What nobody says is not made up: a version, a state, a kind, a number, a title.

use clausebook::import::Sources;
use serde_json::{Value, json};

use super::{Intake, only};

fn text(title: &str) -> String {
    format!("# {title}\n\n## Purpose\n\nWhat {title} is for.\n\n## Scope\n\nAll sites.\n")
}

/// What an import of these files would do.
fn plan(files: &[(&str, &str)]) -> Value {
    let mut intake = Intake::new();
    for (path, text) in files {
        intake.puts(path, text);
    }
    let share = intake.at.place.path("share");
    let sources = Sources { paths: vec![share], ..Sources::default() };
    serde_json::to_value(intake.try_import(&sources, true).unwrap()).unwrap()
}

/// Each document with its title, and each version with where it stands.
fn told(plan: &Value) -> Vec<String> {
    let all = plan["planned_documents"].as_array().unwrap().iter();
    let of = |document: &Value| {
        let versions = document["revisions"].as_array().unwrap().iter();
        let versions: Vec<String> = versions.map(|r| format!("{} {}", r["label"], r["state"])).collect();
        format!("{}: {} ({})", document["code"], document["title"], versions.join(", ")).replace('"', "")
    };
    all.map(of).collect()
}

/// The files of which it is asked what they are.
fn asked(plan: &Value) -> Vec<&str> {
    let all = plan["questions"].as_array().unwrap().iter();
    all.filter(|q| q["kind"] == "document_or_record").map(|q| q["about"].as_str().unwrap()).collect()
}

#[test]
fn a_newer_draft_replaces_nothing() {
    let manual = |version: &str, status: &str| {
        format!(
            "# Manual\n\n| Document ID | QM-01 |\n|--|--|\n| Version | {version} |\n{status}\n## Purpose\n\nText {version}\n"
        )
    };
    let two = [("QM-01 Manual a.md", manual("11", "")), ("QM-01 Manual b.md", manual("13", ""))];
    let two = two.each_ref().map(|(path, text)| (*path, text.as_str()));
    assert_eq!(told(&plan(&two)), ["QM-01: Manual (11 draft, 13 draft)"]);
    let held = [
        ("QM-01 Manual a.md", manual("11", "| Status | Superseded |\n")),
        ("QM-01 Manual b.md", manual("12", "| Status | In force |\n")),
        ("QM-01 Manual c.md", manual("13", "| Status | Draft |\n")),
    ];
    let held = held.each_ref().map(|(path, text)| (*path, text.as_str()));
    assert_eq!(told(&plan(&held)), ["QM-01: Manual (11 superseded, 12 effective, 13 draft)"]);
}

#[test]
fn what_says_nothing_of_itself_is_asked_whatever_lies_beside_it() {
    let policies: Vec<(String, String)> = ["Access", "Backup", "Supplier", "Network", "Password", "Incident", "Change"]
        .map(|name| (format!("share/{name} policy.md"), text(&format!("{name} policy"))))
        .to_vec();
    let form = "NC No\tNC-42-882\nDate NC found:\t18th September 2022\n1. Details: backup was not tested.\n";
    let open = "Membership\nName: ______\nFirst name: ______\nI ask to be a member.\nDate, signature: ______\n";
    let mut files: Vec<(&str, &str)> = policies.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    files.extend([
        ("share/Video link.txt", "https://share.example/video"),
        ("share/Nonconformity form.txt", form),
        ("share/Membership.txt", open),
        ("share/requirements.txt", "# Required for parsing HTML content in SOP documents\nmarkdown>=3.6\n"),
        ("share/Log.txt:Zone.Identifier", "[ZoneTransfer]"),
    ]);
    let found = plan(&files);
    assert_eq!(asked(&found), ["share/Nonconformity form.txt", "share/Video link.txt"]);
    let codes: Vec<&str> =
        found["planned_documents"].as_array().unwrap().iter().map(|d| d["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"Membership"), "what waits for a hand is a form: {codes:?}");
    assert!(!codes.contains(&"requirements"), "what a program needs is none");
    assert_eq!(found["skipped"].as_array().unwrap().len(), 1);
}

#[test]
fn a_heading_that_names_a_standard_puts_nothing_in_force_from_outside() {
    let words = "How we got the certificate and what our own scripts in this folder do for it. ".repeat(4);
    let found = plan(&[
        ("README.md", "# ISO 27001\n\nHow we got the certificate."),
        ("ISO 27001.md", &format!("# ISO 27001\n\n{words}")),
        ("Standards/ISO-iec-27017-2015-txt.txt", "ISO/IEC 27017"),
    ]);
    assert_eq!(told(&found), ["EXT ISO-iec-27017-2015-txt: ISO-iec-27017-2015-txt (1 effective)"]);
    assert_eq!(asked(&found), ["ISO 27001.md"]);
}

#[test]
fn a_title_keeps_its_beginning_and_loses_its_number_and_version() {
    let found = plan(&[
        ("Plan 2026.md", &text("Plan 2026 - Sales and objectives")),
        ("NIS2 Incident Procedure.md", &text("NIS2 Incident Procedure (Germany)")),
        (
            "0050_Contacts_and_Escalation.md",
            "# Contacts and Escalation\n\n**Document ID:** BCM-0050\n**Version:** 1.0\n\n## Purpose\n\nWho.\n",
        ),
        ("QP-07 Purchasing.md", &text("QP 07 - Purchasing - Rev. 04")),
        ("QP-1 Sales.md", &text("QP-10 Sales")),
        ("isms-scope.es.md", "# Alcance del sistema\n\n## Objetivo\n\nUno.\n\n## Alcance\n\nTodo.\n"),
        ("Asset register.txt.txt", "Purpose\n\nAll assets.\n\nScope\n\nAll.\n"),
    ]);
    let wanted = [
        "Asset register: Asset register (1 draft)",
        "BCM-0050: Contacts and Escalation (1.0 draft)",
        "isms-scope.es: Alcance del sistema (1 draft)",
        "NIS2 Incident Procedure: NIS2 Incident Procedure (Germany) (1 draft)",
        "Plan 2026: Plan 2026 - Sales and objectives (1 draft)",
        "QP-07: Purchasing (04 draft)",
        "QP-1: QP-10 Sales (1 draft)",
    ];
    assert_eq!(told(&found), wanted);
}

#[test]
fn numbers_with_blanks_are_learnt_and_their_formats_are_one_document() {
    let names = ["PG 01 Documents", "PG 02 Direction", "RPG 02 01 Aims", "PP 05 01 Support", "IT 02 Manual"];
    let own: Vec<(String, String)> =
        names.iter().map(|name| (format!("{name}.md"), text(&format!("{name} - Rev. 07")))).collect();
    let mut files: Vec<(&str, &str)> = own.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    files.push(("pdf/PG 01 Docs.txt", "Documents\n\nPurpose\n\nThe same.\n\nScope\n\nAll.\n\nVersion: 07\n"));
    let mut intake = Intake::new();
    files.iter().for_each(|(path, text)| intake.puts(path, text));
    let share = intake.at.place.path("share");
    intake.import(&only(std::slice::from_ref(&share)));
    let document = intake.document("PG 01");
    assert_eq!(document.particulars.title, "Documents");
    assert_eq!(intake.revisions("RPG 02 01")[0].label, "07");
    let again = intake.import(&only(&[share]));
    assert_eq!((&again["added"]["documents"], &again["added"]["files"]), (&json!(0), &json!(0)), "{again:#}");
}

#[test]
fn what_was_filed_by_its_title_stays_it_when_the_names_beside_it_teach_a_number() {
    let mut intake = Intake::new();
    intake.puts("PG 01 Documents procedure.md", &text("PG 01 Documents procedure"));
    let share = intake.at.place.path("share");
    intake.import(&only(std::slice::from_ref(&share)));
    assert_eq!(intake.revisions("PG 01 Documents procedure").len(), 1);
    for name in ["PG 02 Direction", "PG 03 Faults", "PG 04 Audits", "PG 05 Service", "PG 06 People"] {
        intake.puts(&format!("{name}.md"), &text(name));
    }
    let done = intake.import(&only(&[share]));
    assert_eq!(done["added"]["documents"], 5, "{done:#}");
    assert_eq!(intake.revisions("PG 01 Documents procedure").len(), 1);
}

#[test]
fn texts_of_one_number_that_are_kept_apart_have_each_their_own_version() {
    let found = plan(&[
        ("GR-003_Plan_A.md", "# Plan A\n\n- **Document ID:** GR-003\n- **Version:** 1.4\n\n## Purpose\n\nOne.\n"),
        ("GR-003_Procedure_B.md", "# Procedure B\n\n*Version*: 1.4\n\n## Purpose\n\nTwo.\n"),
        ("GR-004_Plan_C.md", "# Plan C\n\n**Version 0.1 – DRAFT, April 2026**\n\n## Purpose\n\nThree.\n"),
    ]);
    let all = told(&found);
    assert_eq!(all[0], "GR-003: Plan A (1.4 draft)");
    assert_eq!(all[1], "GR-003 (GR-003_Procedure_B): Procedure B (1.4 draft)");
    assert_eq!(all[2], "GR-004: Plan C (0.1 draft)");
}
