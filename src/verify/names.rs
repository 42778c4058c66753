//! Which names a pack may hold, by the table of `docs/pack-format.md`: what some file system, unpacker or checking tool
//! would read differently has no place in one.

use std::collections::HashSet;

use sha2::{Digest as _, Sha256};

use crate::text::nfc;

/// Longest component, in bytes of UTF-8; longest path, in UTF-16 units, as Windows counts.
const COMPONENT: usize = 255;
const PATH: usize = 180;

/// The tag files, in the order in which they stand in the ZIP.
const TAGS: [&str; 5] =
    ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "tagmanifest-sha256.txt.sig"];

/// What may lie under `data/` besides evidence.
const MADE: [&str; 23] = [
    "VERIFY.txt",
    "applicability.csv",
    "approvals/allowed_signers",
    "coverage.csv",
    "documents.csv",
    "files.csv",
    "history.csv",
    "index.html",
    "ledger/allowed_signers",
    "ledger/checkpoint",
    "ledger/consistency",
    "ledger/earlier",
    "ledger/entries.jsonl",
    "ledger/previous-checkpoint",
    "ledger/proofs.txt",
    "ledger/verifier-key",
    "ledger/withheld.txt",
    "mappings.csv",
    "matrix.xlsx",
    "points.csv",
    "records.csv",
    "statements.csv",
    "statements_of_applicability.csv",
];

/// The folders with evidence.
const EVIDENCE: [&str; 2] = ["data/documents/", "data/records/"];

/// Statements: each a text, and its signature beside it.
pub(super) const STATED: &str = "data/approvals/";

/// What Windows keeps for devices, with any ending.
const DEVICES: [&str; 7] = ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"];

/// Why a path cannot be in a pack; nothing where it can. Lengths are [`long`]'s.
pub(super) fn unsafe_because(path: &str) -> Option<&'static str> {
    if path.len() > 16 * COMPONENT {
        return Some("is longer than any name");
    }
    if !path.is_ascii() && nfc(path) != path {
        return Some("is not composed (NFC)");
    }
    path.split('/').find_map(|part| match part {
        "" | "." | ".." => Some("leaves its folder"),
        _ if part.contains(['<', '>', ':', '"', '\\', '|', '?', '*', '%']) => Some("holds a character of other uses"),
        _ if part.chars().any(unseen) => Some("holds a character that is not seen"),
        _ if part.starts_with(|c: char| c == '.' || c == '~' || c.is_whitespace()) => {
            Some("begins with a blank, a dot or a tilde")
        }
        _ if part.ends_with(|c: char| c == '.' || c.is_whitespace()) => Some("ends with a blank or a dot"),
        _ if device(part) => Some("is the name of a device"),
        _ => None,
    })
}

/// Why the name of the top folder is none.
pub(super) fn top_unsafe_because(top: &str) -> Option<&'static str> {
    match unsafe_because(top) {
        None if !top.starts_with(char::is_alphanumeric) => Some("does not begin with a letter or digit"),
        None if top.contains('/') => Some("leaves its folder"),
        found => found,
    }
}

/// Why a shell would read a name as more than one; nothing where it would not. The names that a pack's instructions have
/// somebody type are the top folder's and those of statements.
pub(super) fn run_because(name: &str) -> Option<&'static str> {
    let typed = |c: char| c.is_ascii_alphanumeric() || " ._@+,-".contains(c);
    let quotes = |c: char| ('\u{2018}'..='\u{201f}').contains(&c);
    let run = name.chars().any(|c| (c.is_ascii() && !typed(c)) || quotes(c));
    run.then_some("holds a character that a shell runs or takes for a quotation")
}

/// Whether a whole path is longer than every file system takes.
pub(super) fn long(path: &str) -> bool {
    path.encode_utf16().count() > PATH || path.split('/').any(|part| part.len() > COMPONENT)
}

/// Where a file stands in a pack: its place in the order of the ZIP. Nothing where it is none of a pack's files.
pub(super) fn order(name: &str) -> Option<(usize, &str)> {
    if let Some(place) = TAGS.iter().position(|tag| *tag == name) {
        return Some((place, ""));
    }
    let made = name.strip_prefix("data/").is_some_and(|rest| MADE.contains(&rest));
    let evidence = EVIDENCE.iter().any(|folder| name.strip_prefix(folder).is_some_and(|file| !file.contains('/')));
    let stated = name
        .strip_prefix(STATED)
        .is_some_and(|file| !file.contains('/') && (file.ends_with(".txt") || file.ends_with(".txt.sig")));
    (made || evidence || stated).then_some((TAGS.len(), name))
}

/// Whether files of a pack lie in that folder.
pub(super) fn folder(name: &str) -> bool {
    ["data", "data/ledger", "data/approvals"].contains(&name)
        || EVIDENCE.iter().any(|folder| folder.strip_suffix('/') == Some(name))
}

/// What systems put into folders that somebody looks at.
const STREWN: [&str; 9] = [
    ".directory",
    ".ds_store",
    ".fseventsd",
    ".localized",
    ".spotlight-v100",
    ".trashes",
    "desktop.ini",
    "ehthumbs.db",
    "thumbs.db",
];

/// Why something in an unpacked pack is none of it, where not a person but a system put it there.
pub(super) fn strewn_because(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next().unwrap_or_default().to_lowercase();
    let there = STREWN.contains(&name.as_str()) || name.starts_with("._");
    there.then_some("is no file of the pack: your computer made it. Delete it and check again")
}

/// Control characters, those that turn or hide text, blanks that look like the blank, and what is no character.
fn unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{a0}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}'
            | '\u{205f}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
        || (u32::from(c) & 0xfffe) == 0xfffe
}

fn device(part: &str) -> bool {
    let base = part.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let port = |name: &str| {
        let rest = base.strip_prefix(name)?;
        let mut rest = rest.chars();
        let number = rest.next()?;
        (rest.next().is_none() && (number.is_ascii_digit() || "¹²³".contains(number))).then_some(())
    };
    DEVICES.contains(&base.as_str()) || port("com").is_some() || port("lpt").is_some()
}

/// Names that were seen, in the form in which no file system tells two apart.
#[derive(Default)]
pub(super) struct Seen(HashSet<[u8; 16]>);

impl Seen {
    /// Notes a name; false where it, or its twin, was there.
    pub(super) fn add(&mut self, name: &str) -> bool {
        // By upper case first: ß and SS, ſ and S, ς and σ are one.
        let twin =
            if name.is_ascii() { name.to_ascii_lowercase() } else { nfc(&nfc(name).to_uppercase().to_lowercase()) };
        let hash: [u8; 32] = Sha256::digest(twin.as_bytes()).into();
        self.0.insert(*hash.first_chunk().unwrap_or(&[0; 16]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_of_the_table_refuses_its_names_and_no_others() {
        for good in
            ["a", "data/documents/QP-01 Prüfung 手順.txt", "a/b.c", "console.txt", "com10", "ａ　b", "-x", "👍🏽.png"]
        {
            assert_eq!(unsafe_because(good), None, "{good}");
        }
        let bad = [
            "",
            "/a",
            "a/",
            "a//b",
            "a/../b",
            "./a",
            "u\u{308}",
            "a:b",
            "a\\b",
            "a%41",
            "a\nb",
            "a\u{85}b",
            "a\u{202e}txt",
            "a\u{200d}b",
            "a\u{a0}b",
            "a\u{ad}b",
            "a.",
            "a ",
            "a/b /c",
            "a\u{3000}",
            ".a",
            " a",
            "~a",
            "CON",
            "con.txt",
            "a/Nul.tar.gz",
            "com1",
            "LPT9.x",
            "COM¹.txt",
            "aux .txt",
            "CONIN$",
            "a\u{fffe}",
        ];
        for bad in bad {
            assert!(unsafe_because(bad).is_some(), "{bad:?}");
        }
        for top in ["-a", "_a", "a/b", "(a)", ".."] {
            assert!(top_unsafe_because(top).is_some(), "{top}");
        }
    }

    #[test]
    fn what_a_shell_runs_has_no_place_in_a_name_that_is_typed() {
        for good in ["A1 audit pack 2026-06-30", "003-QP-01-2-approved-md@example.org.txt", "ÜA-2026_1 品"] {
            assert_eq!(run_because(good), None, "{good}");
        }
        for bad in [
            "a$b",
            "a`b",
            "a(b)",
            "a&b",
            "a;b",
            "a'b",
            "a!b",
            "a#b",
            "a{b",
            "a[b",
            "a^b",
            "a=b",
            "a\u{2019}b",
            "a\u{201d}b",
        ] {
            assert!(run_because(bad).is_some(), "{bad}");
        }
    }

    #[test]
    fn twins_are_names_that_some_file_system_takes_for_one() {
        let twins =
            [("a", "A"), ("é", "É"), ("ß", "SS"), ("ς", "Σ"), ("ſ", "s"), ("K", "k"), ("ü", "u\u{308}"), ("ŉ", "ʼN")];
        for (one, other) in twins {
            let mut seen = Seen::default();
            assert!(seen.add(one) && !seen.add(other), "{one} {other}");
        }
    }

    #[test]
    fn lengths_count_bytes_of_a_component_and_units_of_a_path() {
        assert!(!long(&"品".repeat(85)) && long(&"品".repeat(86)));
        assert!(!long(&"a".repeat(180)) && long(&format!("{}/b", "a".repeat(179))));
        assert!(long(&["👍👍👍👍👍👍👍👍👍"; 10].join("/")), "a pair of units each");
    }
}
