//! Forms that are kept in `snapshots`, each with the version that stands for it. A form that changes under the same
//! version is refused before anything can be accepted: programs tell by the version alone what they may read.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What things look like at a version: tables by name, events by kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Form {
    pub(super) version: i64,
    pub(super) parts: BTreeMap<String, Value>,
}

/// Compares with what is kept. `version` says which number has to be raised, and where it stands.
pub(super) fn check(name: &str, version: &str, now: &Form) {
    if let Some(why) = kept(name).and_then(|kept| refused(&kept, now, version)) {
        panic!("{why}");
    }
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_json_snapshot!(name, now);
    });
}

/// What is kept under a name; nothing before it was accepted for the first time.
pub(super) fn kept(name: &str) -> Option<Form> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/forms/snapshots/{name}.snap"));
    let text = std::fs::read_to_string(path).ok()?;
    let (_, json) = text.split_once("\n---\n").unwrap();
    Some(serde_json::from_str(json).unwrap())
}

/// Why the present form may not take the place of the kept one; nothing where it is the same or has another version.
fn refused(kept: &Form, now: &Form, version: &str) -> Option<String> {
    if now.version < kept.version {
        return Some(format!("{version} went back from {} to {}: it only ever goes up.", kept.version, now.version));
    }
    let names = kept.parts.keys().chain(now.parts.keys());
    let changed: std::collections::BTreeSet<&String> =
        names.filter(|name| kept.parts.get(*name) != now.parts.get(*name)).collect();
    let list = changed.into_iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    (kept.version == now.version && !list.is_empty()).then(|| {
        format!(
            "The form of {list} changed, and {version} is still {}. Raise it, so that a workspace of an earlier program \
             is brought up and an earlier program keeps its hands off a new one; then look at the new form and accept \
             it with `INSTA_UPDATE=always cargo test forms::`.",
            now.version
        )
    })
}

#[test]
fn a_form_that_changes_under_the_same_version_is_refused() {
    let form = |version, sql: &str| Form {
        version,
        parts: [("person", "CREATE TABLE person (id BLOB)"), ("document", sql)]
            .map(|(name, sql)| (name.to_owned(), Value::from(sql)))
            .into(),
    };
    let (before, after) = ("CREATE TABLE document (id BLOB)", "CREATE TABLE document (id BLOB, code TEXT)");
    let kept = form(4, before);
    let why = refused(&kept, &form(4, after), "VERSION in src/rebuild.rs").unwrap();
    assert!(
        why.starts_with("The form of document changed, and VERSION in src/rebuild.rs is still 4. Raise it"),
        "{why}"
    );
    assert_eq!(refused(&kept, &form(4, before), "VERSION"), None, "nothing changed");
    assert_eq!(refused(&kept, &form(5, after), "VERSION"), None, "it was raised");
    assert!(refused(&kept, &form(3, before), "VERSION").unwrap().contains("only ever goes up"));
    let mut gone = kept.clone();
    gone.parts.remove("person");
    assert!(refused(&kept, &gone, "VERSION").unwrap().contains("form of person"), "one that is gone");
    assert!(refused(&gone, &kept, "VERSION").unwrap().contains("form of person"), "one that is new");
}
