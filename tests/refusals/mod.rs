//! Refusals: each is declared by the room it is of and stands in the one list by which the shells find their words. The
//! core itself has no sentence for any, least of all one for a terminal.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use clausebook::error::Reason;
use clausebook::{api, cli, host};
use regex::Regex;
use serde_json::json;

use crate::api::Window;

/// What a room's reasons may be about: the first words of their names. Of the base there are those that any room may meet.
const NOUNS: &[(&str, &[&str])] = &[
    ("error", &["internal", "file", "disk_full", "path_not_text", "database", "workspace_missing", "check_stopped"]),
    ("day", &["day", "time_zone"]),
    ("digest", &["digest"]),
    ("disk", &["folder"]),
    ("saved", &["target", "private_file"]),
    ("applicability", &["decision", "ground", "implemented", "own_control", "reach"]),
    ("soa", &["soa"]),
    ("signing", &["agent", "key", "passphrase", "private_key", "public_key", "signer"]),
    ("ledger", &["ledger", "checkpoint", "verifier_key", "timestamp"]),
    ("named", &["number", "particular"]),
    ("paging", &["page"]),
    ("standards", &["standard", "edition", "clause"]),
    ("vault", &["file", "filing", "stored_file", "original", "disk", "write", "preview"]),
    ("bag", &["bag"]),
    (
        "workspace",
        &[
            "workspace",
            "folder",
            "database",
            "machine_file",
            "machine_key",
            "change",
            "ledger",
            "clock",
            "voucher",
            "anchor",
        ],
    ),
    ("people", &["person", "role"]),
    ("rules", &["rule"]),
    ("statements", &["statement", "meaning"]),
    ("approval", &["approval", "part"]),
    ("systems", &["organisation", "system", "scope"]),
    ("parties", &["party"]),
    ("requirements", &["requirement"]),
    ("certificates", &["certificate"]),
    ("documents", &["document", "revision"]),
    ("records", &["record"]),
    ("items", &["item"]),
    ("mapping", &["mapping", "point", "proposal", "strength"]),
    ("reviews", &["review", "outcome", "document"]),
    ("claims", &["claim"]),
    ("audits", &["audit"]),
    ("packs", &["pack"]),
    ("questions", &["question"]),
    ("undo", &["change"]),
    ("agenda", &["due"]),
    ("search", &["search"]),
    ("lists", &["columns"]),
    ("soalist", &["soa_list"]),
    ("filing", &["file"]),
    ("import", &["import", "share", "master_list", "evidence_index", "scopes_file", "soa_list"]),
    ("verify", &["checkpoint", "pack"]),
    ("impact", &["revision"]),
    ("watch", &["watched", "watch", "folder", "look"]),
    ("api", &["command", "request", "rebuild", "entry", "engine", "as_of"]),
    ("host", &["file", "workspace", "work", "request"]),
    ("cli", &["answer", "config", "document", "passphrase", "planner", "record", "rule"]),
];

/// Every source of `src`: its room, its path and its text without tests.
fn sources() -> Vec<(String, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = files.filter(|file| file.path().extension().is_some_and(|e| e == "rs"));
    files
        .map(|file| {
            let path = file.path().strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
            let room = path.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
            let text = std::fs::read_to_string(file.path()).unwrap();
            (room, path, text.split("#[cfg(test)]").next().unwrap().to_owned())
        })
        .collect()
}

/// What the sources declare: each reason's room, by its name with its values.
fn declared() -> BTreeMap<String, String> {
    let block = Regex::new(r"(?ms)^reasons! \{\n(.*?)^\}").unwrap();
    let reason = Regex::new(r"(?m)^    (\w+)\(([\w, ]*)\) = \w+;$").unwrap();
    let mut declared = BTreeMap::new();
    for (room, path, text) in sources() {
        for found in block.captures_iter(&text) {
            let lines = found[1].lines().filter(|line| !line.trim_start().starts_with("///")).count();
            assert_eq!(reason.captures_iter(&found[1]).count(), lines, "{path}: each reason is read");
            for found in reason.captures_iter(&found[1]) {
                let there = declared.insert(format!("{}({})", &found[1], &found[2]), room.clone());
                assert_eq!(there, None, "{path}: {}", &found[1]);
            }
        }
    }
    declared
}

fn all() -> Vec<&'static Reason> {
    api::refusals().chain(host::REASONS).chain(cli::REASONS).collect()
}

#[test]
fn every_reason_of_the_sources_stands_in_the_one_list() {
    let declared: BTreeSet<String> = declared().into_keys().collect();
    let listed: BTreeSet<String> = all().iter().map(|r| format!("{}({})", r.name, r.values.join(", "))).collect();
    assert!(listed.len() > 100, "the list is read: {}", listed.len());
    assert_eq!(declared, listed);
}

#[test]
fn a_reason_has_one_name_over_all_rooms() {
    let mut seen = BTreeSet::new();
    for reason in all() {
        assert!(seen.insert(reason.name), "{} is declared twice", reason.name);
        let values: BTreeSet<_> = reason.values.iter().collect();
        assert_eq!(values.len(), reason.values.len(), "{}: each value has a name of its own", reason.name);
    }
}

#[test]
fn a_reason_begins_with_what_its_room_is_about() {
    for (reason, room) in declared() {
        let nouns = NOUNS.iter().find(|(name, _)| *name == room).map_or(&[][..], |(_, nouns)| *nouns);
        let name = reason.split('(').next().unwrap();
        let begins =
            |noun: &&str| name.strip_prefix(*noun).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'));
        assert!(nouns.iter().any(begins), "{room}: {name} is about none of {nouns:?}");
    }
}

#[test]
fn no_command_of_the_terminal_is_named_outside_of_it() {
    let command = Regex::new(r#"".*\bclausebook [a-z]"#).unwrap();
    for (room, path, text) in sources() {
        // What a pack tells its auditor to type is the pack's own text.
        if room == "cli" || path == "packs/text.rs" {
            continue;
        }
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            assert!(!command.is_match(line), "{path}: {}", line.trim());
        }
    }
}

#[test]
fn a_refusal_says_its_reason_and_values_whatever_the_shell() {
    let refusal = "2026-13-45".parse::<clausebook::day::Day>().unwrap_err();
    assert_eq!(refusal.to_string(), "day_unreadable (text: 2026-13-45)");
    assert_eq!(refusal.value("text"), Some("2026-13-45"));
    assert_eq!(refusal.value("day"), None);
    assert_eq!(refusal.values().collect::<Vec<_>>(), [("text", "2026-13-45")]);
    let json = r#"{"code":"invalid_value","reason":"day_unreadable","values":{"text":"2026-13-45"}}"#;
    assert_eq!(serde_json::to_string(&refusal).unwrap(), json);
}

#[test]
fn a_value_that_its_own_type_refuses_keeps_its_reason_in_a_request() {
    let window = Window::new();
    let reason = |name: &str, request| {
        let refusal = window.host.call(name, request, 0, |_| {}).unwrap_err();
        (refusal.reason().name, refusal.values().map(|(_, value)| value.to_owned()).collect::<Vec<_>>().join(" | "))
    };
    assert_eq!(reason("coverage_show", json!({"as_of": "2026-13-45"})), ("day_unreadable", "2026-13-45".into()));
    let kind = json!({"files": [], "code": "X-1", "title": "x", "kind": "poem"});
    let (name, values) = reason("document_add", kind);
    assert!(name == "document_kind_unknown" && values.starts_with("poem | policy, "), "{name}: {values}");
    // A request that lacks something was never a value's own fault, whatever was refused before.
    let (name, values) = reason("document_add", json!({"files": [], "title": "x"}));
    assert!(name == "request_unreadable" && values.starts_with("document_add | missing field"), "{name}: {values}");
    assert_eq!(reason("document_dance", json!({})), ("command_unknown", "document_dance".into()));
}

#[test]
fn a_mapping_to_no_clause_is_told_by_the_edition() {
    use clausebook::items::ItemId;
    use clausebook::mapping::{self, NewLink, Origin, Strength};
    let reference = clausebook::standards::EditionId::new("9001", "2015").at("77.5");
    let item = ItemId::Document(clausebook::ids::DocumentId::new());
    let (reason, variance, scope) = (String::new(), String::new(), Vec::new());
    let (strength, origin) = (Strength::Full, Origin::Hand);
    let new = NewLink { item, reference, strength, reason, variance, scope, origin, basis: None };
    let mut workspace = crate::support::Place::new().workspace();
    let refusal = workspace.transact(|tx| mapping::link(tx, new)).unwrap_err();
    assert_eq!(refusal.to_string(), "clause_unknown (standard: 9001:2015, edition: 9001:2015, clause: 77.5)");
}
