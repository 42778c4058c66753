//! What a file is: weighed from all that it and its place say, shown with its reasons, asked where it is in doubt.

use std::path::Path;

use clausebook::import::Sources;
use clausebook::questions::{self, Answer};
use serde_json::Value;

use super::Intake;

const POLICY: &str =
    "Access policy\n\n1 Purpose\nIt says who may enter.\n\n2 Scope\nAll sites.\n\n3 Responsibilities\nAll.\n";
const REPORT: &str = "Visit\n\nAttendees\nThe team.\n\nFindings\nTwo doors were open.\n";

/// Writes files below a folder, imports the folder without writing, and answers what was planned.
fn planned(intake: &mut Intake, root: &Path, files: &[(&str, &str)]) -> Value {
    for (path, text) in files {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    dry(intake, root)
}

fn dry(intake: &mut Intake, path: &Path) -> Value {
    let sources = Sources { paths: vec![path.to_owned()], ..Sources::default() };
    serde_json::to_value(intake.try_import(&sources, true).unwrap()).unwrap()
}

fn codes(plan: &Value) -> Vec<&str> {
    plan["planned_documents"].as_array().unwrap().iter().map(|d| d["code"].as_str().unwrap()).collect()
}

fn records(plan: &Value) -> Vec<&str> {
    let records = plan["planned_records"].as_array();
    records.map(|all| all.iter().map(|r| r["path"].as_str().unwrap()).collect()).unwrap_or_default()
}

#[test]
fn a_folder_alone_makes_nothing_a_record_external_or_withdrawn() {
    let (mut intake, share) = (Intake::new(), tempfile::tempdir().unwrap());
    let plan = planned(
        &mut intake,
        share.path(),
        &[
            ("7.5 Documents and records/QP-75 Document control v3.0.txt", "a"),
            ("8.4 External providers/QP-84 Supplier evaluation v2.0.txt", "b"),
            ("Old/QP-12 Purchasing v1.0.txt", "c"),
            ("Records/Access policy.txt", POLICY),
            ("Policies/Visit report 2026-03.txt", REPORT),
        ],
    );
    assert_eq!(codes(&plan), ["Access policy", "QP-12", "QP-75", "QP-84"]);
    assert_eq!(records(&plan), ["Policies/Visit report 2026-03.txt"], "a report is a record wherever it lies");
    let old = &plan["planned_documents"][1];
    assert_eq!(old["withdrawn"], false, "that it lies among the old is asked");
    assert_eq!((&old["doubts"][0]["on"], &old["revisions"][0]["state"]), (&"status".into(), &"draft".into()));
}

#[test]
fn a_folder_and_the_one_above_give_the_same() {
    let (mut intake, share) = (Intake::new(), tempfile::tempdir().unwrap());
    let files = [
        ("All/Records/2026/Visit.txt", "The visit."),
        ("All/Records/2026/Kitchen rota.txt", "Ann, Bob"),
        ("All/External documents/Terms of a supplier.txt", "Terms"),
        ("All/Policies/Parking.txt", "Where to park."),
    ];
    let whole = planned(&mut intake, share.path(), &files);
    for part in ["Records", "Records/2026", "External documents", "Policies"] {
        let below = dry(&mut intake, &share.path().join("All").join(part));
        let sort = |plan: &Value, name: &str| -> Option<&'static str> {
            let document = |d: &Value| d["revisions"][0]["files"][0].as_str().unwrap().ends_with(name);
            let found = plan["planned_documents"].as_array().and_then(|all| all.iter().find(|d| document(d)));
            let record = records(plan).iter().any(|path| path.ends_with(name));
            match found.map(|d| d["kind"] == "external") {
                Some(true) => Some("external"),
                Some(false) => Some("document"),
                None => record.then_some("record"),
            }
        };
        for (path, _) in files.iter().filter(|(path, _)| path.contains(&format!("/{part}/"))) {
            let name = path.rsplit('/').next().unwrap();
            assert!(sort(&whole, name).is_some(), "{path}");
            assert_eq!(sort(&whole, name), sort(&below, name), "{path}, from {part}");
        }
    }
}

#[test]
fn a_doubt_is_a_question_and_its_answer_makes_a_document_of_the_record() {
    let (mut intake, share) = (Intake::new(), tempfile::tempdir().unwrap());
    let plan = planned(&mut intake, share.path(), &[("Team/Parking.txt", "Where to park.")]);
    assert_eq!(plan["questions"][0]["kind"], "document_or_record");
    assert_eq!(
        plan["planned_records"][0]["why"][0]["sign"], "nothing",
        "the reason is shown: nothing speaks for either"
    );
    let sources = Sources { paths: vec![share.path().to_owned()], ..Sources::default() };
    let done = intake.import(&sources);
    let code = done["questions"][0]["code"].as_str().unwrap().to_owned();
    intake.at.workspace.transact(|tx| questions::settle(tx, &code, &Answer::Reading(1), false, "").map(drop)).unwrap();
    let document = intake.document("Parking");
    assert_eq!(intake.revisions("Parking")[0].files[0].path, "Team/Parking.txt");
    assert_eq!(document.particulars.title, "Parking");
    let again = intake.import(&sources);
    assert_eq!((&again["added"]["records"], &again["added"]["files"]), (&0.into(), &0.into()), "it is a document now");
    assert_eq!(again["questions"].as_array().unwrap().len(), 0, "what was answered is not asked again");
}

#[test]
fn one_name_in_two_folders_and_two_texts_of_one_title_stay_apart() {
    let (mut intake, share) = (Intake::new(), tempfile::tempdir().unwrap());
    let plan = planned(
        &mut intake,
        share.path(),
        &[
            ("hr/Retention policy.txt", "of staff"),
            ("finance/Retention policy.txt", "of books"),
            ("Policies/Parking policy.txt", "one"),
            ("Policies/Parking policy (final).txt", "two"),
            ("Policies/New parking policy.txt", "three"),
            ("Policies/Copy of Parking policy.txt", "one"),
            ("a/README.md", "# Policies of a\n\nread me"),
            ("b/README.md", "# Policies of b\n\nread me"),
        ],
    );
    let wanted = [
        "New parking policy",
        "Parking policy",
        "Parking policy (final)",
        "Retention policy (finance)",
        "Retention policy (hr)",
    ];
    assert_eq!(codes(&plan), wanted);
    let files = |n: usize| plan["planned_documents"][n]["revisions"][0]["files"].as_array().unwrap().len();
    assert_eq!((files(1), files(2)), (2, 1), "an exact copy is one of the same document");
    assert_eq!(records(&plan), ["a/README.md", "b/README.md"]);
    let sources = Sources { paths: vec![share.path().to_owned()], ..Sources::default() };
    intake.import(&sources);
    let size = intake.size();
    assert_eq!(intake.import(&sources)["added"]["files"], 0);
    assert_eq!(intake.size(), size, "taken in again it is what it was");
}

#[test]
fn what_moved_or_comes_again_is_recognised_and_not_filed_twice() {
    let (mut intake, share) = (Intake::new(), tempfile::tempdir().unwrap());
    let root = share.path();
    planned(
        &mut intake,
        root,
        &[
            ("All/Policies/Parking policy.txt", POLICY),
            ("All/Policies/POL-07 Access policy v1.0.txt", "Purpose\n\nWho may enter."),
            ("All/Records/Visit report.txt", REPORT),
            ("All/Records/Other report.txt", "Findings\n\nNone."),
        ],
    );
    let of = |path: &Path| Sources { paths: vec![path.to_owned()], ..Sources::default() };
    intake.import(&of(root));
    let how = |done: &Value| -> Vec<(String, String)> {
        let all = done["recognised"].as_array().unwrap().iter();
        all.map(|r| (r["path"].as_str().unwrap().to_owned(), r["how"].as_str().unwrap().to_owned())).collect()
    };
    let below = intake.import(&of(&root.join("All")));
    assert_eq!(
        (&below["added"]["files"], how(&below).len()),
        (&0.into(), 4),
        "from a folder below it is the same again"
    );
    assert!(how(&below).iter().all(|(_, how)| how == "same_again"), "{below}");

    std::fs::create_dir(root.join("All/Rules")).unwrap();
    std::fs::rename(root.join("All/Policies/Parking policy.txt"), root.join("All/Rules/Parking rule.txt")).unwrap();
    std::fs::rename(root.join("All/Records/Visit report.txt"), root.join("All/Records/Visit of May.txt")).unwrap();
    std::fs::write(root.join("All/Policies/POL-07 Access policy v1.1.txt"), "Purpose\n\nWho may enter, and when.")
        .unwrap();
    let done = intake.import(&of(root));
    let wanted = [
        ("All/Rules/Parking rule.txt", "moved"),
        ("All/Policies/POL-07 Access policy v1.1.txt", "new_version"),
        ("All/Records/Visit of May.txt", "moved"),
    ];
    let mut found = how(&done);
    found.sort();
    let mut wanted = wanted.map(|(path, how)| (path.to_owned(), how.to_owned()));
    wanted.sort();
    assert_eq!(found, wanted, "{done}");
    assert_eq!((&done["added"]["documents"], &done["added"]["records"]), (&0.into(), &0.into()));
}

#[test]
fn its_place_alone_raises_no_doubt_against_what_a_file_is() {
    let (mut intake, share) = (Intake::new(), tempfile::tempdir().unwrap());
    let prose = "Everyone who leaves hands in the card and the keys on the last day.\n".repeat(8);
    let data = r#"{"controls": [{"id": "AC-1", "title": "Policy"}, {"id": "AC-2", "title": "Accounts"}]}"#.repeat(4);
    let plan = planned(
        &mut intake,
        share.path(),
        &[
            ("templates/procedures/leavers.tmpl", &format!("# Leavers\n\n{prose}")),
            ("templates/standards/controls.json", &data),
            ("templates/README.md", "# Templates\n\nHow to use them."),
            ("templates/.github/labels.yml", "a: 1"),
            ("Policies/Access policy.txt", POLICY),
            ("Policies/Backup policy.txt", &POLICY.replace("Access", "Backup")),
            ("Policies/Supplier policy.txt", &POLICY.replace("Access", "Supplier")),
            ("Policies/Passwords.txt", &prose),
        ],
    );
    assert_eq!(plan["questions"], serde_json::json!([]), "where signs agree nobody is asked");
    assert_eq!(codes(&plan), ["Access policy", "Backup policy", "leavers", "Passwords", "Supplier policy"]);
    let others = ["templates/.github/labels.yml", "templates/README.md", "templates/standards/controls.json"];
    assert_eq!(records(&plan), others);
}

#[test]
fn files_of_one_sort_are_asked_about_once_and_answered_in_one_step() {
    let (mut intake, share) = (Intake::new(), tempfile::tempdir().unwrap());
    let file = |path: String, text: String| crate::support::file(share.path(), &path, text.as_bytes());
    for site in ["Berlin", "Lyon", "Madrid"] {
        file(format!("{site}/Risk register.csv"), format!("Risk,Level,Owner\nFire,2,{site}\nFlood,1,{site}\n"));
        file(format!("{site}/Notes.txt"), format!("Notes of {site}"));
    }
    intake.import(&Sources { paths: vec![share.path().to_owned()], ..Sources::default() });
    let list = |intake: &Intake, each| {
        let wanted = questions::Wanted { kind: None, all: false, each, limit: 50 };
        questions::list(intake.at.db(), wanted, crate::support::organisation::today()).unwrap()
    };
    let once = list(&intake, false);
    assert_eq!((once.counts.open, once.counts.asks), (6, 4), "where nothing speaks, each folder is asked about");
    let register = once.groups[0].rows.iter().find(|row| row.said[0].name.ends_with(".csv")).unwrap();
    assert_eq!((register.stands_for, register.alike), (2, 2));
    assert_eq!(register.others, ["Lyon/Risk register.csv", "Madrid/Risk register.csv"]);
    assert_eq!(list(&intake, true).groups[0].rows.len(), 6, "each can be seen by itself");
    let code = register.code.clone();
    let settled =
        intake.at.workspace.transact(|tx| questions::settle(tx, &code, &Answer::Reading(1), true, "")).unwrap();
    assert_eq!(settled.settled.len(), 3);
    assert_eq!(list(&intake, false).counts.asks, 3);
    clausebook::undo::undo(&mut intake.at.workspace).unwrap();
    assert_eq!((list(&intake, false).counts.asks, list(&intake, false).counts.open), (4, 6), "undone in one step");
    intake.at.rebuilds_the_same();
}

#[test]
fn lists_of_other_things_are_kept_as_files_and_that_is_said() {
    let (mut intake, share) = (Intake::new(), tempfile::tempdir().unwrap());
    let controls: String = (1..=37).map(|n| format!("A.5.{n};Control {n};yes;Needed\n")).collect();
    let cited: String = (1..=9).map(|n| format!("A.5.{n};Control {n};yes;Needed\n")).collect();
    let plan = planned(
        &mut intake,
        share.path(),
        &[
            ("a.csv", "Lieferant;Adresse;Bewertung;Zugelassen am\nStahlwerk;Essen;A;2026-01-02\n"),
            ("b.csv", "Our risks,,,\nNr,Risk,Likelihood,Impact\n1,Fire,2,4\n2,Flood,1,5\n"),
            ("c.csv", &format!("Control;Name;Applies;Reason\n{controls}")),
            ("d.csv", &format!("Control;Name;Done;By\n{cited}")),
            ("e.csv", "Doc No,Title,Version,Owner\nQP-01,Purchasing,1.0,Buyer\n"),
        ],
    );
    let said: Vec<(&str, &str)> = plan["problems"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|p| p["code"].as_str().unwrap().ends_with("_kept"))
        .map(|p| (p["path"].as_str().unwrap(), p["code"].as_str().unwrap()))
        .collect();
    assert_eq!(said, [("a.csv", "suppliers_kept"), ("b.csv", "risks_kept"), ("c.csv", "statement_kept")]);
}
