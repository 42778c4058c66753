//! The dependency rule, read from the `use` lines, and that no file is forgotten.

mod circles;
mod days;
mod shell;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Rooms in their order; a room may use those of earlier groups, and in its own group only where it says so. Some have
/// their place before they are built, so that whoever builds them need not ask where they go.
const ORDER: &[&[&str]] = &[
    // The base.
    &["error", "day", "digest", "disk", "ids", "saved", "text", "words"],
    // Bytes and facts: they know no domain.
    &["contained", "signing"],
    &["extract", "ledger", "named", "paging", "print", "standards", "vault"],
    &["bag"],
    &["filed", "workspace"],
    // The domains, in their line.
    &["people"],
    &["rules"],
    &["systems"],
    &["applicability", "parties", "processes", "requirements"],
    &["certificates"],
    &["documents", "records"],
    &["items"],
    &["statements", "views"],
    &["approval", "soa"],
    &["mapping"],
    &["reviews"],
    &["registers"],
    &["coverage"],
    &["claims", "planner"],
    &["audits"],
    &["findings"],
    &["distribution", "retention"],
    &["packs"],
    // Above the domains.
    &["questions"],
    &["agenda"],
    &["rebuild"],
    &["log", "undo"],
    &["search"],
    &["impact"],
    &["reading"],
    &["checks"],
    &["lists"],
    &["filing"],
    &["import"],
    &["soalist", "watch"],
    &["demo"],
    // Joins the checker with what the program reads itself.
    &["checked"],
    // The top.
    &["api"],
    &["host"],
    &["cli"],
];

/// Within the base, and the workspace's use of the form of a file.
const BESIDE: &[(&str, &str)] = &[
    ("day", "error"),
    ("digest", "error"),
    ("disk", "error"),
    ("saved", "disk"),
    ("saved", "error"),
    ("words", "error"),
    ("words", "text"),
    ("workspace", "filed"),
];

/// The checker stands apart: it may use the base alone.
const VERIFIER: &str = "verify";

fn rank(room: &str) -> Option<usize> {
    ORDER.iter().position(|group| group.contains(&room))
}

/// Why a room may not use another; nothing when it may.
fn broken(room: &str, uses: &str) -> Option<String> {
    if room == uses || BESIDE.contains(&(room, uses)) {
        return None;
    }
    let why = || Some(format!("{room} uses {uses}"));
    if room == VERIFIER {
        return if rank(uses) == Some(0) { None } else { why() };
    }
    if uses == VERIFIER {
        return if ["checked", "api", "host", "cli"].contains(&room) { None } else { why() };
    }
    match (rank(room), rank(uses)) {
        (Some(mine), Some(theirs)) if theirs < mine => None,
        _ => why(),
    }
}

/// The rooms a source names.
fn rooms_in(source: &str) -> BTreeSet<String> {
    named_after("crate::", source)
}

/// What a source names after this beginning: `crate::room` anywhere outside of comments, and the parts of
/// `use crate::{…}`.
fn named_after(beginning: &str, source: &str) -> BTreeSet<String> {
    let code: String = source.lines().filter(|l| !l.trim_start().starts_with("//")).map(|l| format!("{l}\n")).collect();
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut out = BTreeSet::new();
    for part in code.split(beginning).skip(1) {
        if let Some(group) = part.strip_prefix('{') {
            let mut depth = 0;
            let mut item = String::new();
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        out.insert(word(item.trim()));
                        item.clear();
                        continue;
                    }
                    _ => {}
                }
                item.push(c);
            }
            out.insert(word(item.trim()));
        } else {
            out.insert(word(part));
        }
    }
    out.remove("");
    out
}

fn sources(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = walkdir::WalkDir::new(root).into_iter().flatten().map(walkdir::DirEntry::into_path);
    files.filter(|p| p.extension().is_some_and(|e| e == "rs")).collect()
}

fn room_of(path: &Path) -> String {
    let below = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    below.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs").to_owned()
}

#[test]
fn dependencies_go_one_way() {
    let mut bad = Vec::new();
    for path in sources("src") {
        let room = room_of(&path);
        if ["lib", "main"].contains(&room.as_str()) {
            continue;
        }
        assert!(rank(&room).is_some() || room == VERIFIER, "{room} has no place in the order");
        let source = std::fs::read_to_string(&path).unwrap();
        bad.extend(
            rooms_in(&source)
                .iter()
                .filter_map(|uses| broken(&room, uses))
                .map(|why| format!("{}: {why}", path.display())),
        );
        assert!(!source.contains("tauri"), "{}: the core cannot name the window's framework", path.display());
    }
    assert_eq!(bad, Vec::<String>::new());
}

#[test]
fn the_rule_can_be_broken() {
    let uses = rooms_in(
        "use crate::error::Error;\n// use crate::cli::x;\nuse crate::{api, packs::{self, Pack}};\nlet x = crate::ledger::head();",
    );
    assert_eq!(uses.into_iter().collect::<Vec<_>>(), ["api", "error", "ledger", "packs"]);
    assert_eq!(broken("ledger", "documents").as_deref(), Some("ledger uses documents"));
    assert_eq!(broken("people", "systems").as_deref(), Some("people uses systems"));
    assert_eq!(broken("verify", "ledger").as_deref(), Some("verify uses ledger"));
    assert_eq!(broken("packs", "verify").as_deref(), Some("packs uses verify"));
    assert_eq!(broken("api", "packs"), None);
}

#[test]
fn only_the_terminal_program_prints_and_one_place_reads_the_environment() {
    for path in sources("src") {
        let room = room_of(&path);
        let source = std::fs::read_to_string(&path).unwrap();
        for word in ["println!", "print!(", "eprintln!"] {
            assert!(!source.contains(word) || room == "cli" || room == "main", "{}: {word}", path.display());
        }
        // The window and the terminal ask one place where the user's folders lie, and one for the machine's time zone.
        let asks = path.ends_with("src/host/folders.rs") || path.ends_with("src/host/machine.rs");
        for word in ["env::var", "std::env"] {
            assert!(!source.contains(word) || asks, "{}: {word}", path.display());
        }
    }
}

#[test]
fn no_test_file_is_forgotten() {
    for path in sources("tests") {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let parent = path.parent().unwrap();
        let (module, includer) = match (name, parent.ends_with("tests")) {
            ("main", true) => continue,
            ("mod", _) => {
                let above = parent.parent().unwrap();
                let includer = if above.ends_with("tests") { "main.rs" } else { "mod.rs" };
                (parent.file_name().unwrap().to_str().unwrap(), above.join(includer))
            }
            (_, true) => (name, parent.join("main.rs")),
            _ => (name, parent.join("mod.rs")),
        };
        let text = std::fs::read_to_string(&includer).unwrap_or_default();
        assert!(
            text.contains(&format!("mod {module};")),
            "{} is not included by {}",
            path.display(),
            includer.display()
        );
    }
}

/// Lines of a file; a longer one is two.
const LONGEST: usize = 350;

/// Lines of `api` for each of its commands: enough to read a request, to check it and to call.
const API: usize = 43;

#[test]
fn no_file_grows_over_what_can_be_read_at_once() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let lines = |path: &Path| std::fs::read_to_string(path).unwrap().lines().count();
    let of = |folder: &str, ends: &'static [&'static str]| {
        let files = walkdir::WalkDir::new(root.join(folder)).into_iter().flatten().map(walkdir::DirEntry::into_path);
        files.filter(move |p| p.extension().is_some_and(|e| ends.iter().any(|end| e == *end)))
    };
    let sources = of("src", &["rs"]).chain(of("src-tauri/src", &["rs"])).chain(of("ui/src", &["ts", "tsx", "css"]));
    let long: Vec<_> = sources
        .filter(|path| !path.components().any(|part| part.as_os_str() == "generated"))
        .map(|path| (lines(&path), path))
        .filter(|(lines, _)| *lines > LONGEST)
        .collect();
    assert_eq!(long, [], "each of these does more than one thing");
    let api: usize = of("src/api", &["rs"]).map(|path| lines(&path)).sum();
    let commands = clausebook::api::table().count();
    assert!(
        api <= API * commands,
        "api has {api} lines for {commands} commands: a rule stands there that belongs below"
    );
}
