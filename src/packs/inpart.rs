//! The pages of a pack that withholds entries. The history in the pack says what each of those is and what it is about, and so of
//! which rows and columns only they can speak: these are named. Everything else is compared, and what differs is a fault.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{Column, From};
use super::content::Content;
use super::differing::{Again, Cells, Given, cells, evidence, rows, says};
use super::{pages, withheld};
use crate::digest::Digest;
use crate::error::Result;

/// What the withheld entries may say.
struct Unshown {
    /// Their places.
    places: BTreeSet<String>,
    /// Codes of the documents and records that they are about, and of what only those lead to.
    codes: BTreeSet<String>,
    /// The kinds of those that are about none of them.
    kinds: BTreeSet<String>,
}

/// Compares what can be compared, page by page.
pub(super) fn compare(again: &mut Again, content: &Content, given: &Given<'_>) -> Result<()> {
    let same_form = given.whose.form == pages::form();
    let made = pages::pages(content, &given.whose.origin)?;
    let Some(history) = given.lists.get("history.csv") else {
        again.withheld.extend(made.into_iter().map(|(path, _)| path));
        return Ok(());
    };
    let unshown = Unshown::of(again, given, cells(history)?)?;
    let theirs = unshown.files(given)?;
    evidence(again, content, given, |path| theirs.contains(path))?;
    if !unshown.may_say("audit.* system.*") {
        says(again, content, given);
    }
    for (path, bytes) in made {
        let list = path.strip_suffix(".csv").map(str::to_owned);
        match (list, given.whose.files.get(&path), given.lists.get(path.as_str())) {
            (Some(list), Some(_), Some(shown)) => {
                let (mut shown, mut made) = (cells(shown)?, cells(&bytes)?);
                let without = unshown.take_out(&mut shown);
                unshown.take_out(&mut made);
                if !without.is_empty() {
                    again.withheld.push(format!("{path}: {}", named(&without)));
                }
                let before = again.differs.len();
                let columns = super::columns::columns(&list).filter(|column| unshown.says(column));
                let columns: Vec<&str> = columns.map(|column| column.name.as_str()).collect();
                if !columns.is_empty() {
                    again.withheld.push(format!("{path}: {}", columns.join(", ")));
                }
                rows(again, &list, shown, made, same_form, |column| unshown.says(column));
                again.pages += usize::from(again.differs.len() == before);
            }
            (None, Some(there), _) if path == "VERIFY.txt" && same_form && !unshown.may_say("audit.* system.*") => {
                if *there == Digest::of(&bytes) {
                    again.pages += 1;
                } else {
                    again.differs(&path, "", "", &there.to_string(), &Digest::of(&bytes).to_string());
                }
            }
            (_, None, _) if same_form => again.differs(&path, "", "", "", &Digest::of(&bytes).to_string()),
            _ => again.withheld.push(path),
        }
    }
    Ok(())
}

impl Unshown {
    /// What the pack's history says of them; each has to stand there.
    fn of(again: &mut Again, given: &Given<'_>, (head, history): Cells) -> Result<Self> {
        let place = |name: &str| head.iter().position(|column| column == name).unwrap_or(usize::MAX);
        let cell = |row: &Vec<String>, name: &str| row.get(place(name)).cloned().unwrap_or_default();
        let told: BTreeMap<String, (String, String)> =
            history.iter().map(|row| (cell(row, "entry"), (cell(row, "what"), cell(row, "about")))).collect();
        let mut out = Self { places: BTreeSet::new(), codes: BTreeSet::new(), kinds: BTreeSet::new() };
        // Entries of the first form come before all of the second.
        let second = given
            .entries
            .iter()
            .find(|(_, bytes)| serde_json::from_slice::<serde_json::Value>(bytes).is_ok_and(|entry| entry["v"] == 2));
        let second = second.map_or(u64::MAX, |(seq, _)| *seq);
        for place in &given.whose.withheld {
            let seq = place.to_string();
            if let Some((what, _)) = told
                .get(&seq)
                .filter(|(what, _)| given.whose.form == pages::form() && *place > second && !withheld::may_hold(what))
            {
                let why = "an entry that may hold a path of a disk";
                again.differs("ledger/withheld.txt", &seq, "what", what, why);
            }
            match told.get(&seq) {
                None => again.differs("history.csv", &seq, "", "", &format!("entry {seq}")),
                Some((what, about)) if about.is_empty() => drop(out.kinds.insert(what.clone())),
                Some((_, about)) => out.codes.extend(about.split("; ").map(str::to_owned)),
            }
            out.places.insert(seq);
        }
        // What settles a point of one of these may be in the pack for that alone.
        if let Some(points) = given.lists.get("points.csv") {
            let (head, points) = cells(points)?;
            let at = |name: &str| head.iter().position(|column| column == name).unwrap_or(usize::MAX);
            let (code, by) = (at("code"), at("settled by"));
            let of_these = points.iter().filter(|row| row.get(code).is_some_and(|code| out.codes.contains(code)));
            let more: Vec<String> =
                of_these.filter_map(|row| row.get(by).filter(|by| !by.is_empty()).cloned()).collect();
            out.codes.extend(more);
        }
        Ok(out)
    }

    /// Where the files and statements of what they are about stand, as the pack says.
    fn files(&self, given: &Given<'_>) -> Result<BTreeSet<String>> {
        let mut found = BTreeSet::new();
        for (list, stated) in [("files.csv", false), ("statements.csv", true)] {
            let Some(shown) = given.lists.get(list) else { continue };
            let (head, rows) = cells(shown)?;
            let at = |name: &str| head.iter().position(|column| column == name).unwrap_or(usize::MAX);
            let (code, place) = (at("code"), at("file in this pack"));
            let of_these = rows.iter().filter(|row| row.get(code).is_some_and(|code| self.codes.contains(code)));
            for path in of_these.filter_map(|row| row.get(place)?.strip_prefix("data/")) {
                found.insert(path.to_owned());
                if stated {
                    // A check of the statements by themselves looks at these.
                    found.extend([format!("{path}.sig"), String::from("approvals/allowed_signers")]);
                }
            }
        }
        Ok(found)
    }

    /// Whether one of them that is about nothing in the pack may be of these kinds.
    fn may_say(&self, kinds: &str) -> bool {
        let fits = |pattern: &str, kind: &String| match pattern.strip_suffix('*') {
            Some(beginning) => kind.starts_with(beginning),
            None => kind == pattern,
        };
        kinds.split(' ').any(|pattern| self.kinds.iter().any(|kind| fits(pattern, kind)))
    }

    /// Whether only they may say what stands in a column.
    fn says(&self, column: &Column) -> bool {
        let of_several = ["coverage", "points"].contains(&column.list.as_str()) && column.from == From::Counted;
        (of_several && !self.codes.is_empty()) || (column.entries != "*" && self.may_say(&column.entries))
    }

    /// Takes the rows out of a list that are about what they are about, and in the others its codes; says which these were.
    fn take_out(&self, (head, rows): &mut Cells) -> BTreeSet<String> {
        let at = |name: &str| head.iter().position(|column| column == name).unwrap_or(usize::MAX);
        let (code, entry) = (at("code"), at("entry"));
        let mut out = BTreeSet::new();
        rows.retain(|row| {
            let unshown = row.get(code).filter(|code| self.codes.contains(*code));
            let unshown = unshown.or_else(|| row.get(entry).filter(|entry| self.places.contains(*entry)));
            out.extend(unshown.cloned());
            unshown.is_none()
        });
        for cell in rows.iter_mut().flatten().filter(|cell| self.codes.iter().any(|code| cell.contains(code.as_str())))
        {
            // `QP-01`, or with the clause through which it counts: `QP-01 (7.5)`.
            let code = |part: &str| part.rsplit_once(" (").map_or(part, |(code, _)| code).to_owned();
            let stays = |part: &&str| !self.codes.contains(*part) && !self.codes.contains(&code(part));
            *cell = cell.split("; ").filter(stays).collect::<Vec<_>>().join("; ");
        }
        out
    }
}

/// The first of them, and how many more.
fn named(all: &BTreeSet<String>) -> String {
    const NAMED: usize = 20;
    let first = all.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    if all.len() > NAMED { format!("{first} and {} more", all.len() - NAMED) } else { first }
}
