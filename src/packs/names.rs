//! Names in a pack: readable, and such that every file system an auditor may unpack it on takes them.

use std::collections::{HashMap, HashSet};

use super::pagesform::{INERT, YEARS};
use crate::bag::names::{COMPONENT, PATH, alike, inert, length, plain};
use crate::digest::Digest;

/// The top folder's name is no longer than this, in UTF-16 units; the rest of a path is for what lies in it.
const TOP: usize = 60;

/// Hands out names within one pack.
pub(super) struct Names {
    top: usize,
    /// Whether those that are made here are typed as they stand: programs of earlier pages left in what a shell runs.
    inert: bool,
    /// Whether none holds what a spreadsheet takes for the end of a cell: a list names every file as it is called.
    whole: bool,
    taken: HashSet<String>,
    /// How often names said the same so far: none of the numbers up to there is free.
    twice: HashMap<String, usize>,
}

impl Names {
    /// `top` is the name of the pack's folder, `pages` the form of its pages.
    pub(super) fn new(top: &str, pages: i64) -> Self {
        Self {
            top: length(top).1,
            inert: pages >= INERT,
            whole: pages >= YEARS,
            taken: HashSet::new(),
            twice: HashMap::new(),
        }
    }

    /// The same for a file whose name stands in a line that somebody types.
    pub(super) fn typed(&mut self, folder: &str, says: &str, original: &str) -> String {
        let mark = if self.inert { [" ", ""] } else { [" (", ")"] };
        let says = if self.inert { inert(&plain(says)) } else { says.to_owned() };
        self.marked(folder, &says, original, mark)
    }

    /// A path below `data/` in a folder, from what the name should say and the original's ending. One that has to be
    /// shortened and then says the same as another carries a short hash of the whole.
    pub(super) fn place(&mut self, folder: &str, says: &str, original: &str) -> String {
        self.marked(folder, says, original, [" (", ")"])
    }

    /// `mark` is what stands around the number of one that says the same.
    fn marked(&mut self, folder: &str, says: &str, original: &str, mark: [&str; 2]) -> String {
        let ending = ending(original);
        let units = PATH.saturating_sub(self.top + "/data/".len() + length(folder).1 + 1);
        let stem = if self.whole { plain(says).replace(';', ",") } else { plain(says) };
        let fits = |mark: &str| {
            let kept = cut(&stem, mark.len() + ending.len(), units);
            (format!("{folder}/{kept}{mark}{ending}"), kept.len() < stem.len())
        };
        let (mut path, shortened) = fits("");
        if shortened && self.taken.contains(&alike(&path)) {
            let hash: String = Digest::of(stem.as_bytes()).to_string().chars().take(8).collect();
            path = fits(&format!(" {hash}")).0;
        }
        if self.taken.insert(alike(&path)) {
            return path;
        }
        let n = self.twice.entry(alike(&path)).or_insert(1);
        loop {
            *n += 1;
            path = fits(&format!("{}{n}{}", mark[0], mark[1])).0;
            if self.taken.insert(alike(&path)) {
                return path;
            }
        }
    }
}

/// The name of a pack's folder: it begins with a letter or digit, and no shell reads it as more than a name.
pub(super) fn top(says: &str, pages: i64) -> String {
    // A tag of the bag says it, too, and holds plain blanks.
    let name = plain(&says.split_whitespace().collect::<Vec<_>>().join(" "));
    let name = if name.starts_with(char::is_alphanumeric) { name } else { plain(&format!("Audit {name}")) };
    let name = if pages >= INERT { inert(&name) } else { name };
    cut(&name, 0, TOP).to_owned()
}

/// So much of a name as fits with `more` plain bytes behind it; it does not end with a blank or a dot.
fn cut(name: &str, more: usize, units: usize) -> &str {
    let (bytes, units) = (COMPONENT.saturating_sub(more), units.saturating_sub(more));
    let mut used = 0;
    let end = name.char_indices().find_map(|(at, c)| {
        used += c.len_utf16();
        (used > units || at + c.len_utf8() > bytes).then_some(at)
    });
    name[..end.unwrap_or(name.len())].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '~'))
}

/// The original's ending, where it says what kind of file it is.
fn ending(original: &str) -> String {
    match original.rsplit_once('.') {
        Some((stem, end))
            if !stem.is_empty() && (1..=12).contains(&end.len()) && end.chars().all(|c| c.is_ascii_alphanumeric()) =>
        {
            format!(".{}", end.to_lowercase())
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::pagesform::PAGES;
    use super::*;

    proptest! {
        #[test]
        fn no_name_breaks_a_rule_and_no_two_collide(says in proptest::collection::vec(("[\\PC\u{1f000}-\u{1faff}品]{0,220}", "\\PC{0,12}"), 1..40)) {
            let mut names = Names::new("AUD-1 pack", PAGES);
            let mut seen = HashSet::new();
            for (text, original) in says {
                let place = names.place("documents", &text, &original);
                let name = place.strip_prefix("documents/").unwrap();
                prop_assert_eq!(plain(name), name);
                prop_assert!(name.len() <= COMPONENT);
                prop_assert!(length("AUD-1 pack/data/").1 + length(&place).1 <= PATH);
                prop_assert!(seen.insert(alike(&place)), "{} collides", place);
            }
            prop_assert_eq!(plain(&top("«1»", PAGES)), top("«1»", PAGES));
        }
    }

    #[test]
    fn long_names_keep_their_ending_and_are_told_apart_by_a_hash() {
        let mut names = Names::new(&top("A1 audit pack 2026-06-30", PAGES), PAGES);
        let says = |end: &str| format!("R-1 {}{end}", "質".repeat(120));
        let first = names.place("records", &says("甲"), "a.XLSX");
        let other = names.place("records", &says("乙"), "b.xlsx");
        let same = names.place("records", &says("乙"), "c.xlsx");
        let all = [&first, &other, &same];
        assert!(
            all.iter().all(|path| path.ends_with(".xlsx") && path["records/".len()..].len() <= COMPONENT),
            "{all:?}"
        );
        let hash = other.trim_end_matches(".xlsx").rsplit(' ').next().unwrap();
        assert!(hash.len() == 8 && hash.chars().all(|c| c.is_ascii_hexdigit()), "{other}");
        assert!(same.ends_with(" (2).xlsx"), "the same name twice is counted: {same}");
        let mut again = Names::new(&top("A1 audit pack 2026-06-30", PAGES), PAGES);
        again.place("records", &says("丙"), "x.xlsx");
        assert_eq!(again.place("records", &says("乙"), "b.xlsx"), other, "the hash is the name's, not the order's");
    }

    #[test]
    fn a_top_folder_begins_with_a_letter_or_digit() {
        for (says, name) in
            [("-1 pack", "Audit -1 pack"), ("A1 pack", "A1 pack"), ("(x)", "Audit _x_"), ("%", "Audit _")]
        {
            assert_eq!(top(says, PAGES), name);
        }
        assert!(length(&top(&"👍".repeat(99), PAGES)).1 <= TOP + "Audit ".len());
    }

    #[test]
    fn what_is_typed_holds_nothing_that_a_shell_runs() {
        let says = "A$(touch PWNED) `x` & b'c; \u{201c}d\u{201d} !1 #2 {e} [f] ^g =h ü品";
        let mut names = Names::new(&top(says, PAGES), PAGES);
        let (first, second) = (names.typed("approvals", says, "x.txt"), names.typed("approvals", says, "x.txt"));
        for name in
            [&top(says, PAGES), &first["approvals/".len()..].to_owned(), &second["approvals/".len()..].to_owned()]
        {
            assert_eq!(*name, inert(name));
            assert!(
                !name.contains(['$', '(', ')', '`', '&', '\'', ';', '\u{201c}', '!', '#', '{', '[', '^', '=']),
                "{name}"
            );
            assert!(name.contains('ü') && name.contains('品'), "{name}: letters stay");
        }
        assert_ne!(first, second);
        let mut before = Names::new(&top(says, 5), 5);
        assert!(
            before.typed("approvals", says, "x.txt").contains("$(touch"),
            "packs of earlier pages are as they were"
        );
    }
}
