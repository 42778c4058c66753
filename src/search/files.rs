//! The names of the files that documents stand with and records have: what a file is called often says what is in it.

use std::collections::HashMap;

use rusqlite::Connection;
use rusqlite::types::FromSql;

use super::bytes::{Reader, Writer};
use super::items::Items;
use super::query::Term;
use super::since::Since;
use crate::error::Result;
use crate::ids::{RecordId, RevisionId};
use crate::text::words;

/// All names one behind the other in comparable form.
#[derive(Clone, Default)]
pub(super) struct FileNames {
    text: String,
    all: Vec<FileName>,
}

#[derive(Clone, Copy)]
struct FileName {
    /// Whose it is, by place.
    item: u32,
    start: u32,
    /// Where the ending begins: no name is found by that alone, or `pdf` would find every second one.
    ending: u32,
    end: u32,
}

impl FileNames {
    pub(super) fn read(db: &Connection, items: &Items, current: &HashMap<RevisionId, u32>) -> Result<Self> {
        let mut all = Self::default();
        all.add(db, "SELECT revision, name FROM revision_file", |id: RevisionId| current.get(&id).copied())?;
        all.add(db, "SELECT record, name FROM record_file", |id: RecordId| items.place(id.0))?;
        Ok(all)
    }

    fn add<Id: FromSql>(&mut self, db: &Connection, sql: &str, item: impl Fn(Id) -> Option<u32>) -> Result<()> {
        let mut statement = db.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if let Some(item) = item(row.get(0)?) {
                self.push(item, row.get_ref(1)?.as_str().unwrap_or_default());
            }
        }
        Ok(())
    }

    fn push(&mut self, item: u32, name: &str) {
        let (stem, ending) = parted(name);
        let start = self.text.len();
        self.text.push_str(&words(stem));
        let at = self.text.len();
        let ending = words(ending);
        // One blank parts the words on both sides.
        self.text.push_str(if at > start { ending.trim_start() } else { &ending });
        let [Ok(start), Ok(at), Ok(end)] = [start, at, self.text.len()].map(u32::try_from) else { return };
        self.all.push(FileName { item, start, ending: at, end });
    }

    /// The same after a change: what was touched, by place, has the names of now.
    pub(super) fn after(&self, items: &Items, touched: &[bool], since: &Since) -> Self {
        let mut all = self.clone();
        all.all.retain(|name| !touched[name.item as usize]);
        for now in since.touched.iter().filter_map(|touched| touched.now.as_ref()) {
            let Some(item) = items.place(now.item.uuid()) else { continue };
            let held = now.files.iter().filter(|file| file.revision == now.current);
            held.for_each(|file| all.push(item, &file.name));
        }
        all
    }

    /// Which of some terms the names of the files of each item have: a bit for each, by place.
    pub(super) fn masks(&self, items: usize, terms: &[Term]) -> Vec<u32> {
        let mut masks = vec![0; items];
        for (n, term) in terms.iter().enumerate() {
            let keys = term.keys();
            for name in &self.all {
                if keys.iter().any(|key| self.has(*name, key)) {
                    masks[name.item as usize] |= 1 << n;
                }
            }
        }
        masks
    }

    fn has(&self, name: FileName, key: &str) -> bool {
        let said = &self.text[name.start as usize..name.end as usize];
        // The blank before an ending belongs to the stem.
        said.find(key).is_some_and(|at| at + 1 < (name.ending - name.start) as usize)
    }

    pub(super) fn write(&self, out: &mut Writer) {
        out.text(&self.text);
        out.list(self.all.iter(), |out, name| {
            for n in [name.item, name.start, name.ending, name.end] {
                out.small(n);
            }
        });
    }

    /// What was written, of so many items.
    pub(super) fn parse(from: &mut Reader<'_>, items: usize) -> Option<Self> {
        let text = from.text()?.to_owned();
        let all = from.list(|from| {
            let name =
                FileName { item: from.small()?, start: from.small()?, ending: from.small()?, end: from.small()? };
            let said = name.start <= name.ending && text.get(name.start as usize..name.end as usize).is_some();
            (said && (name.item as usize) < items).then_some(name)
        })?;
        Some(Self { text, all })
    }
}

/// A file's name and its ending; what is no ending belongs to the name.
fn parted(name: &str) -> (&str, &str) {
    let is_ending = |end: &str| (1..=5).contains(&end.len()) && end.bytes().all(|b| b.is_ascii_alphanumeric());
    match name.rsplit_once('.').filter(|(stem, end)| !stem.is_empty() && is_ending(end)) {
        Some((stem, end)) if end.bytes().any(|b| b.is_ascii_alphabetic()) => (stem, end),
        _ => (name, ""),
    }
}

/// Whether a file's name has all words, with its ending, and not by that alone.
pub(super) fn is_named(name: &str, terms: &[Term]) -> bool {
    let mut one = FileNames::default();
    one.push(0, name);
    one.masks(1, terms)[0] == (1u32 << terms.len()) - 1
}

#[cfg(test)]
mod tests {
    use super::super::query::Query;
    use super::*;

    #[test]
    fn a_file_is_found_by_its_name_with_its_ending_and_never_by_that_alone() {
        for (name, query, found) in [
            ("Kalibrierprotokoll Waage_4711.pdf", "kalibrier", true),
            ("Kalibrierprotokoll Waage_4711.pdf", "4711.pdf", true),
            ("Kalibrierprotokoll Waage_4711.pdf", "waage 4711", true),
            ("Kalibrierprotokoll Waage_4711.pdf", "pdf", false),
            ("Kalibrierprotokoll Waage_4711.pdf", "p", false),
            ("pdf.pdf", "pdf", true),
            ("A.8.24", "A.8.24", true),
            ("QP-07 v2.1", "v2.1", true),
            (".gitignore", "gitignore", true),
            ("提供者評価.xlsx", "評価", true),
        ] {
            assert_eq!(is_named(name, &Query::parse(query).unwrap().wanted), found, "{name} {query}");
        }
    }
}
