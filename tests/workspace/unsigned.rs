//! Entries that no enrolled key signed: nothing is written on top of them until a person accepts them, and then they are named for
//! good. And another identity, by which a folder would get round what is kept of it.

use clausebook::error::Result;
use clausebook::ledger::{Appender, Checkpoint};
use clausebook::people::{self, Role};
use clausebook::signing::SigningKey;
use clausebook::verify::{self, Held, Report};
use clausebook::workspace::{LedgerEvent, Standing, Workspace};
use rusqlite::Connection;
use serde_json::Value;
use uuid::Uuid;

use crate::support::{Place, file};

fn change(workspace: &mut Workspace, name: &str) -> Result<()> {
    let address = format!("{name}@example.org");
    workspace.transact(|tx| people::enrol(tx, "Auditor", &address, Role::Auditor, None)).map(drop)
}

fn check(place: &Place) -> Report {
    let stop = std::sync::atomic::AtomicBool::new(false);
    verify::workspace(&place.path("ws"), true, Held::default(), &|_, _| {}, &stop).unwrap()
}

fn found(report: &Report) -> Vec<&str> {
    report.findings.iter().map(|found| found.code.as_ref()).collect()
}

fn warned(report: &Report) -> Vec<&str> {
    report.warnings.iter().map(|warning| warning.code.as_ref()).collect()
}

fn db(place: &Place) -> Connection {
    Connection::open(place.path("ws/clausebook.db")).unwrap()
}

/// A workspace with entries of two machines, and two more that somebody put behind them without any key, in the name of the
/// first: the tree goes on, and the database has nothing against it.
fn with_forged_tail() -> Place {
    let place = Place::new();
    let mut workspace = place.workspace();
    change(&mut workspace, "first").unwrap();
    change(&mut place.open_with("another").unwrap(), "second").unwrap();
    drop(workspace);
    put_behind(&place, 2);
    place
}

fn put_behind(place: &Place, count: u64) {
    let db = db(place);
    let mut appender = Appender::load(&db).unwrap();
    let bytes: Vec<u8> = db.query_row("SELECT bytes FROM entry WHERE seq = 1", [], |r| r.get(0)).unwrap();
    let like: Value = serde_json::from_slice(&bytes).unwrap();
    let site = Uuid::parse_str(like["site"].as_str().unwrap()).unwrap();
    for n in 0..count {
        let event = LedgerEvent::Accepted { reason: format!("Forged {n}"), entries: n, root: appender.head().root };
        let (said_at, event) = (appender.last_at(), serde_json::to_string(&event).unwrap());
        appender.append(&db, site, "quality@example.org", said_at, &event).unwrap();
    }
}

#[test]
fn nothing_is_written_on_top_of_entries_that_no_enrolled_key_signed() {
    let place = with_forged_tail();
    for config in ["config", "another", "a third"] {
        let mut workspace = place.open_with(config).unwrap();
        assert_eq!(workspace.standing().unwrap(), Standing::Unsigned { from: 4, to: 5 }, "{config}");
        let refused = change(&mut workspace, "third").unwrap_err();
        assert_eq!(refused.to_string(), "ledger_unsigned (from: 4, to: 5)", "{config}");
        assert!(workspace.checkpoint().is_err() && workspace.continues().is_err(), "nor is it signed, nor handed out");
        workspace.rebuild(&|_, _| Ok(())).unwrap();
        assert_eq!(
            workspace.standing().unwrap(),
            Standing::Unsigned { from: 4, to: 5 },
            "a rebuild makes nothing right"
        );
        assert_eq!(found(&check(&place)), ["tail_unsigned"], "{config}");
    }
}

#[test]
fn entries_that_are_accepted_are_named_for_good() {
    let place = with_forged_tail();
    for config in ["config", "a third"] {
        let size = db(&place).query_row("SELECT count(*) FROM entry", [], |r| r.get::<_, u64>(0)).unwrap();
        let first = if config == "config" { 4 } else { size - 2 };
        let mut workspace = place.open_with(config).unwrap();
        assert_eq!(workspace.accept(" ").unwrap_err().reason().name, "folder_accepted_without_reason");
        workspace.accept("The old tool wrote them").unwrap();
        assert_eq!(workspace.standing().unwrap(), Standing::Fits);
        assert_eq!(workspace.accept("again").unwrap_err().reason().name, "folder_fits_already");
        change(&mut workspace, &format!("after-{first}")).unwrap();
        workspace.rebuild(&|_, _| Ok(())).unwrap();
        drop(workspace);
        let report = check(&place);
        assert_eq!(found(&report), [""; 0], "{config}");
        let mut named = report.warnings.iter().filter(|warning| warning.code == "unsigned_accepted");
        let last = named.next_back().unwrap();
        assert!(last.message.contains(&format!("Entries {first}–{}", first + 1)), "{}", last.message);
        assert!(last.message.contains("The old tool wrote them"), "{}", last.message);
        // The next time by a machine whose key is enrolled only when it accepts.
        put_behind(&place, 2);
    }
}

#[test]
fn whoever_accepts_in_the_forged_entries_themselves_accepts_nothing() {
    let place = with_forged_tail();
    let db = db(&place);
    let mut appender = Appender::load(&db).unwrap();
    let event = LedgerEvent::UnsignedAccepted { from: 4, to: 5, reason: "All is well".into() };
    let (at, event) = (appender.last_at(), serde_json::to_string(&event).unwrap());
    appender.append(&db, Uuid::from_u128(7), "quality@example.org", at, &event).unwrap();
    drop(db);
    let mut workspace = place.reopen().unwrap();
    assert_eq!(workspace.standing().unwrap(), Standing::Unsigned { from: 4, to: 6 });
    assert_eq!(change(&mut workspace, "third").unwrap_err().reason().name, "ledger_unsigned");
    drop(workspace);
    assert_eq!(found(&check(&place)), ["tail_unsigned"]);
}

#[test]
fn a_signature_by_a_key_that_only_a_table_knows_is_none() {
    let place = with_forged_tail();
    let db = db(&place);
    let workspace = place.reopen().unwrap();
    let (key, head, origin) = (SigningKey::from_seed([66; 32]), workspace.head().unwrap(), workspace.origin());
    drop(workspace);
    let note = Checkpoint { origin: origin.clone(), size: head.size, root: head.root }.sign(&key);
    clausebook::ledger::store_checkpoint(&db, &note).unwrap();
    db.execute("UPDATE machine_key SET key = ?1", [key.verifier(&origin).to_string()]).unwrap();
    drop(db);
    assert_eq!(change(&mut place.reopen().unwrap(), "third").unwrap_err().reason().name, "ledger_unsigned");
}

#[test]
fn a_table_that_lost_the_keys_accuses_no_entry() {
    let place = Place::new();
    change(&mut place.workspace(), "first").unwrap();
    db(&place).execute("DELETE FROM machine_key", []).unwrap();
    let workspace = place.reopen().unwrap();
    assert_eq!(workspace.standing().unwrap(), Standing::Fits, "the entries enrol them");
}

#[test]
fn what_an_earlier_program_signed_over_is_found_all_the_same() {
    let place = with_forged_tail();
    let workspace = place.reopen().unwrap();
    let (key, origin) = (workspace.signing_key().unwrap(), workspace.origin());
    drop(workspace);
    // An honest change of a program that did not look, with the machine's own key.
    let db = db(&place);
    let mut appender = Appender::load(&db).unwrap();
    let event = serde_json::json!({"kind": "rule.set", "data": {"rule": "review_months", "value": 12}}).to_string();
    let bytes: Vec<u8> = db.query_row("SELECT bytes FROM entry WHERE seq = 1", [], |r| r.get(0)).unwrap();
    let site = serde_json::from_slice::<Value>(&bytes).unwrap()["site"].as_str().unwrap().parse().unwrap();
    let now = appender.last_at() + 1_000;
    appender.append(&db, site, "local", now, &event).unwrap();
    let head = appender.head();
    clausebook::ledger::store_checkpoint(&db, &Checkpoint { origin, size: head.size, root: head.root }.sign(&key))
        .unwrap();
    drop(db);
    let report = check(&place);
    assert_eq!(found(&report), ["signed_late"], "{report:?}");
    assert!(report.findings[0].message.contains("Entries 4–5"), "{}", report.findings[0].message);
    let terminal = |args: &[&str]| String::from_utf8(place.run(args).stdout).unwrap();
    assert!(terminal(&["ledger", "accept", "--reason", "The old tool wrote them"]).contains("continues"));
    let report = check(&place);
    assert_eq!((found(&report), warned(&report)), (vec![], vec!["key_not_vouched", "unsigned_accepted"]), "{report:?}");
    let refused = place.refused(&["ledger", "accept", "--reason", "again"]);
    assert_eq!(refused["reason"], "folder_fits_already");
}

#[test]
fn another_identity_in_the_database_is_refused_and_put_right() {
    let place = Place::new();
    let mut workspace = place.workspace();
    change(&mut workspace, "first").unwrap();
    let (true_id, other) = (workspace.id(), Uuid::now_v7());
    drop(workspace);
    db(&place).execute("UPDATE workspace SET value = ?1 WHERE key = 'id'", [other.to_string()]).unwrap();
    let mut workspace = place.reopen().unwrap();
    assert_eq!(workspace.standing().unwrap(), Standing::Renamed { says: other, ledger: true_id });
    assert_eq!(change(&mut workspace, "second").unwrap_err().reason().name, "ledger_renamed");
    assert_eq!(workspace.accept("It is right").unwrap_err().reason().name, "ledger_renamed");
    assert!(workspace.continues().is_err(), "nothing is handed out");
    assert!(found(&check(&place)).contains(&"identity_differs"));
    workspace.rebuild(&|_, _| Ok(())).unwrap();
    assert_eq!(workspace.id(), true_id);
    change(&mut workspace, "second").unwrap();
    drop(workspace);
    assert!(check(&place).ok);
}

#[test]
fn an_identity_that_is_gone_is_the_one_that_the_entries_say() {
    let place = Place::new();
    let mut workspace = place.workspace();
    change(&mut workspace, "first").unwrap();
    let id = workspace.id();
    drop(workspace);
    for key in ["id", "projections"] {
        db(&place).execute("DELETE FROM workspace WHERE key = ?1", [key]).unwrap();
        if key == "id" {
            assert_eq!(place.reopen().unwrap().id(), id, "it opens all the same");
            assert_eq!(found(&check(&place)), ["identity_differs"]);
        }
        place.json(&["rebuild"]);
        assert!(check(&place).ok, "{key} is put back");
    }
    assert_eq!(place.reopen().unwrap().id(), id);
}

#[test]
fn a_ledger_of_which_nothing_is_kept_is_not_said_to_continue_it() {
    let place = Place::new();
    change(&mut place.workspace(), "first").unwrap();
    let trust = place.json(&["ledger", "trust"]);
    assert_eq!((&trust["standing"]["state"], &trust["kept"]), (&"fits".into(), &2.into()));
    std::fs::remove_dir_all(place.path("config/heads")).unwrap();
    assert_eq!(place.json(&["ledger", "trust"])["kept"], Value::Null);
    let said = String::from_utf8(place.run(&["ledger", "trust"]).stdout).unwrap();
    assert!(said.contains("Nothing is kept of this folder") && !said.contains("continues"), "{said}");
}

#[test]
fn a_key_in_this_machines_name_that_is_not_its_own_is_named() {
    let place = Place::new();
    change(&mut place.workspace(), "first").unwrap();
    assert_eq!(place.json(&["verify"])["warnings"], serde_json::json!([]));
    // Lost, or never there: this machine cannot tell.
    std::fs::remove_dir_all(place.path("config/keys")).unwrap();
    let report = place.json(&["verify"]);
    assert_eq!(report["warnings"][0]["code"], "own_name_other_key", "{report}");
    let trust = place.json(&["ledger", "trust"]);
    assert_eq!(trust["in_own_name"], serde_json::json!([0]), "{trust}");
}

#[test]
fn the_terminal_says_at_a_rebuild_what_stays_wrong() {
    let place = with_forged_tail();
    let said = String::from_utf8(place.run(&["rebuild"]).stdout).unwrap();
    assert!(said.contains("No enrolled key signed entries 4 to 5"), "{said}");
    let paper = file(place.folder.path(), "x.txt", b"x").display().to_string();
    assert_eq!(place.refused(&["record", "add", &paper, "--title", "X"])["reason"], "ledger_unsigned");
    let report: Value = serde_json::from_slice(&place.run(&["verify", "--json"]).stdout).unwrap();
    assert_eq!(report["findings"][0]["code"], "tail_unsigned", "and verify names them still: {report}");
}

#[test]
fn the_reason_why_nobody_vouches_can_be_given_after_the_first_change() {
    let place = Place::new();
    change(&mut place.workspace(), "first").unwrap();
    let mut there = place.open_with("another").unwrap();
    change(&mut there, "second").unwrap();
    there.enrol_key(None, "The old laptop is lost").unwrap();
    assert_eq!(there.enrol_key(None, "again").unwrap_err().reason().name, "machine_key_enrolled");
    let report = check(&place);
    assert_eq!(warned(&report), ["key_not_vouched"]);
    assert!(report.warnings[0].message.contains("The old laptop is lost"), "{:?}", report.warnings);
    assert_eq!(place.reopen().unwrap().enrol_key(None, "why").unwrap_err().reason().name, "machine_key_enrolled");
}
