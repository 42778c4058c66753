//! Who cites a document, by whatever dash, and which section; and what is not searched is counted.

use clausebook::documents;
use clausebook::questions::{self, About, Matter, NewQuestion, Reading, Said};
use serde_json::{Value, json};

use super::{CHANGE, House, QUALITY, changed};
use crate::fixtures::files::png;

fn told(found: &Value) -> Vec<String> {
    let citing = found["citing"].as_array().unwrap().iter().map(|citing| {
        let section = |section: &Value| {
            format!(
                "{}{}",
                section["number"].as_str().unwrap(),
                if section["changes"] == json!(true) { "!" } else { "" }
            )
        };
        let sections: Vec<String> = citing["sections"].as_array().unwrap().iter().map(section).collect();
        format!("{} {}", citing["code"].as_str().unwrap(), sections.join(" ")).trim().to_owned()
    });
    citing.collect()
}

fn house() -> House {
    let house = House::new();
    house.document("SP-01", "Change management", CHANGE, &[]);
    house.document(
        "SP-04",
        "Emergency",
        "As SP\u{2011}01, section 5.1 says, two approve.",
        &["--owner", "Service Manager"],
    );
    house.document("FRM-012", "Form", "Fill in as Abschnitt 3.2 der SP–01 says.", &[]);
    house.document("SP-011", "Other", "This is SP-011 and XSP-01, SP-01-A.", &[]);
    house.document("SLA/1", "Workplace", "Changes follow SP 01.", &[]);
    house.document("N-1", "Named", "See Change management, 6.1 for how long.", &[]);
    house.document("N-2", "Words", "Our change management is good.", &[]);
    house.document("OLD-1", "Gone", "SP-01 §5.1", &[]);
    house.ask(&["document", "withdraw", "OLD-1", "--reason", "not used"]);
    house.revise("SP-01", "SP-01 second.txt", changed().as_bytes());
    house
}

#[test]
fn documents_and_records_cite_by_code_or_title_with_a_section() {
    let house = house();
    let record = house.path("minutes.txt", b"Decided by sp-01 Kap. 4.1 and 6.1");
    house.ask(&["record", "add", &record, "--title", "Minutes", "--kind", "minutes"]);
    let scan = house.path("scan.png", &png());
    house.ask(&["document", "add", &scan, "--code", "SC-1", "--title", "Scan", "--type", "policy"]);
    let found = house.ask(&["document", "cited-by", "SP-01"]);
    let expected = ["SP-04 5.1!", "R-2026-0001 4.1! 6.1", "FRM-012 3.2", "N-1 6.1", "SLA/1"];
    let mut all = told(&found);
    all[1] = all[1].replace(found["citing"][1]["code"].as_str().unwrap(), "R-2026-0001");
    assert_eq!(all, expected);
    assert_eq!((&found["documents"], &found["records"], &found["changing"]), (&json!(4), &json!(1), &json!(2)));
    let first = &found["citing"][0];
    assert_eq!((&first["owner"], &first["place"]["n"]), (&json!("Service Manager"), &json!(1)));
    assert_eq!(first["file"], json!("SP-04 Emergency.txt"));
    assert_eq!(found["not_searched"], json!([{"problem": "image_only", "files": 1}]));
    let within = house.ask(&["document", "cited-by", "SP-01", "--section", "5"]);
    assert_eq!(told(&within), ["SP-04 5.1!"]);
    let read = house.read(&["document", "cited-by", "SP-01"]);
    assert!(read.contains("SP-04 Emergency, Service Manager: cites 5.1 (changes)"), "{read}");
    assert!(read.contains("1 file cannot be searched"), "{read}");
}

#[test]
fn codes_of_every_form_are_found_and_longer_ones_are_not() {
    let house = House::new();
    let cases = [
        ("QP 4.2.3", "Records", "see QP 4.2.3 and", "see QP 4.2.31 and QP 4.2.3.1"),
        ("НД-7", "Порядок", "согласно НД–7", "согласно НД-71"),
        ("品質-01", "手順", "品質‐01による", "品質‐011による"),
        ("IT/SEC/02", "Security", "by IT/SEC/02.", "by IT/SEC/021 or A-IT/SEC/02"),
        ("Ä-5", "Ärger", "nach ä‑5", "nach A-5, Ä-50"),
    ];
    for (n, (code, title, hit, miss)) in cases.iter().enumerate() {
        house.document(code, title, "Text of its own.", &[]);
        house.document(&format!("HIT{n}X"), "Hit", hit, &[]);
        house.document(&format!("MISS{n}X"), "Miss", miss, &[]);
        assert_eq!(told(&house.ask(&["document", "cited-by", code])), [format!("HIT{n}X")], "{code}");
    }
    house.document("QP 4.2.3-B", "Longer", "Text", &[]);
    house.document("USE", "Use", "only QP 4.2.3-B", &[]);
    assert_eq!(told(&house.ask(&["document", "cited-by", "QP 4.2.3"])), ["HIT0X"]);
    assert_eq!(told(&house.ask(&["document", "cited-by", "QP 4.2.3-B"])), ["USE"]);
}

#[test]
fn an_impact_says_which_mappings_rest_on_what_changes() {
    let house = house();
    let map = |clause: &str, reason: &str| {
        house.ask(&["map", "SP-01", clause, "--strength", "partial", "--reason", reason]);
    };
    map("9001/8.5.6", "Section 3 asks for a request");
    map("27001/A.8.9", "Section 4.1 restricts packages");
    house.ask(&["audit", "add", "IA-1", "--title", "Internal", "--kind", "internal", "--standard", "27001"]);
    let found = house.ask(&["document", "impact", "SP-01"]);
    let clauses: Vec<_> =
        found["clauses"].as_array().unwrap().iter().map(|c| (c["becomes"].clone(), c["sections"].clone())).collect();
    assert_eq!(clauses, [(json!("asked_again"), json!(["4.1"])), (json!("carried_over"), json!([]))]);
    assert_eq!(found["audits"][0]["code"], json!("IA-1"));
    let read = house.read(&["document", "impact", "SP-01"]);
    assert!(read.contains("asked again: the reason rests on 4.1"), "{read}");
    assert_eq!(house.ask(&["review", "rechecks"])["items"], json!(0), "the revision is not in force");
    house.ask(&["document", "approve", "SP-01"]);
    let waiting = house.ask(&["review", "rechecks"])["revisions"].clone();
    assert_eq!(waiting[0]["clauses"][0]["sections"], json!(["4.1"]));
    assert_eq!(waiting[0]["items"][0]["code"], json!("SP-04"), "its owner looks at what it cites");
    let read = house.read(&["review", "rechecks"]);
    assert!(read.contains("SP-04  Emergency, Service Manager: cites 5.1, which changed"), "{read}");
    let one = ["review", "recheck", "SP-01", "--clause", "27001/A.8.9", "--reason", "packages stay restricted"];
    assert_eq!(house.ask(&one)["waiting"], json!(1));
}

#[test]
fn ranges_and_second_numbers_cite_each_section_they_name() {
    let house = House::new();
    house.document("SP-01", "Change management", CHANGE, &[]);
    for (code, text) in [
        ("A-1", "See SP-01, sections 3.1 to 3.3."),
        ("A-2", "Nach den Abschnitten 3.1 bis 3.3 der SP-01."),
        ("A-3", "See sections 3.1 and 3.3 of SP-01."),
        ("A-4", "See SP-01, 3.1 – 3.3."),
        ("A-5", "See SP-01, section 3.1, to be signed."),
    ] {
        house.document(code, code, text, &[]);
    }
    let found = house.ask(&["document", "cited-by", "SP-01"]);
    let expected = ["A-1 3.1 3.2 3.3", "A-2 3.1 3.2 3.3", "A-3 3.1 3.3", "A-4 3.1 3.2 3.3", "A-5 3.1"];
    assert_eq!(told(&found), expected);
    assert_eq!(told(&house.ask(&["document", "cited-by", "SP-01", "--section", "3.2"])).len(), 3);
}

#[test]
fn an_answer_that_approves_asks_again_what_rests_on_a_section_as_any_approval_does() {
    let house = house();
    let waits = |house: &House| -> Vec<String> {
        let rechecks = house.ask(&["review", "rechecks"]);
        let all = rechecks["revisions"].as_array().unwrap().clone();
        all.iter().flat_map(|r| r["items"].as_array().unwrap().clone()).map(|item| item["code"].to_string()).collect()
    };
    assert_eq!(waits(&house), [""; 0]);
    let mut workspace = house.0.reopen().unwrap();
    workspace.act_as(QUALITY);
    let code = workspace.transact(|tx| {
        let document = documents::by_code(tx.db(), "SP-01")?;
        let revision = documents::revisions(tx.db(), document.id)?[1].id;
        let new = NewQuestion {
            about: About::Document(document.id),
            matter: Matter::ApprovalDay { revision, by: "Director".into() },
            said: vec![Said::file("list.xlsx", "", "effective")],
            readings: vec![Reading::InForce, Reading::Kept],
        };
        Ok(questions::ask(tx, new)?.code)
    });
    let code = code.unwrap();
    drop(workspace);
    house.ask(&["question", "settle", &code, "--reading", "1"]);
    assert_eq!(waits(&house), ["\"SP-04\""]);
    house.ask(&["document", "take-back-approval", "SP-01", "--reason", "not yet"]);
    assert_eq!(waits(&house), [""; 0]);
}
