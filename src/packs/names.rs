//! Names in a pack: readable, and safe on every file system an auditor may unpack it on.

use std::collections::HashSet;

use crate::text::{fold, nfc};

/// Longest path in a pack, in characters, with the top folder.
const LONGEST: usize = 180;

const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Hands out names within one pack.
pub(super) struct Names {
    top: usize,
    taken: HashSet<String>,
}

impl Names {
    /// `top` is the name of the pack's folder.
    pub(super) fn new(top: &str) -> Self {
        Self { top: top.chars().count(), taken: HashSet::new() }
    }

    /// A path below `data/` in a folder, from what the name should say and the original's ending.
    pub(super) fn place(&mut self, folder: &str, says: &str, original: &str) -> String {
        let ending = ending(original);
        let room = LONGEST - self.top - "/data/".len() - folder.chars().count() - 1 - ending.chars().count();
        let stem = safe(says);
        let mut n = 1;
        loop {
            let mark = if n == 1 { String::new() } else { format!(" ({n})") };
            let keep = room.saturating_sub(mark.chars().count());
            let short: String = stem.chars().take(keep).collect();
            let name = format!("{}{mark}{ending}", short.trim_end_matches([' ', '.']));
            let path = format!("{folder}/{name}");
            // By the form in which a file system that ignores case would compare them.
            if self.taken.insert(fold(&path)) {
                return path;
            }
            n += 1;
        }
    }
}

/// A name without anything that some file system or checking tool stumbles over.
pub(super) fn safe(text: &str) -> String {
    let mut out: String = nfc(text)
        .chars()
        .map(|c| match c {
            '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' | '%' => '_',
            c if c.is_control() => '_',
            // Blanks of other kinds, and marks that cannot be seen.
            '\u{a0}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => ' ',
            c => c,
        })
        .collect();
    while out.contains("  ") {
        out = out.replace("  ", " ");
    }
    let trimmed = out.trim_matches([' ', '.', '~']);
    let mut out = if trimmed.is_empty() { String::from("unnamed") } else { trimmed.to_owned() };
    let base = out.split('.').next().unwrap_or_default().trim().to_lowercase();
    if RESERVED.contains(&base.as_str()) {
        out.insert(0, '_');
    }
    out
}

fn ending(original: &str) -> String {
    match original.rsplit_once('.') {
        Some((stem, end))
            if !stem.is_empty() && (1..=8).contains(&end.len()) && end.chars().all(|c| c.is_ascii_alphanumeric()) =>
        {
            format!(".{}", end.to_lowercase())
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_name_breaks_a_rule_and_no_two_collide(says in proptest::collection::vec(("\\PC{0,220}", "\\PC{0,12}"), 1..40)) {
            let mut names = Names::new("AUD-1 pack");
            let mut seen = HashSet::new();
            for (text, original) in says {
                let place = names.place("documents", &text, &original);
                let name = place.strip_prefix("documents/").unwrap();
                prop_assert!(!name.is_empty() && !name.contains(['/', '\\', '%', '\r', '\n', ':', '*', '?', '"', '<', '>', '|']));
                prop_assert!(!name.ends_with(['.', ' ']) && !name.starts_with([' ', '.']));
                prop_assert!(place.chars().count() + "AUD-1 pack/data/".chars().count() <= LONGEST);
                prop_assert_eq!(nfc(name), name);
                prop_assert!(!RESERVED.contains(&name.split('.').next().unwrap().to_lowercase().as_str()));
                prop_assert!(seen.insert(place.to_lowercase()), "{} collides", place);
            }
        }
    }
}
