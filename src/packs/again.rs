//! A pack's pages made again from the entries in it, and held against what stands in it.

use rusqlite::Connection;

use super::content::Content;
use super::differing::{Again, Given, Whose, cells, evidence, known, rows, says};
use super::entries::When;
use super::item::PackItem;
use super::pagesform::PAGES;
use super::{entries, inpart, page, pages, pagesform};
use crate::audits;
use crate::digest::Digest;
use crate::error::Result;
use crate::items::ItemId;
use crate::workspace::Read::{InPart, Whole};
use crate::workspace::{Projector, Tell};

/// What the entries in a pack say of it.
pub struct Reread(pub(super) Content);

/// Reads the entries in a pack by themselves; what relies on one that is withheld is left out.
///
/// # Errors
/// What makes of the entries no history that can be read.
pub fn reread(projector: Projector, given: &Given<'_>, progress: Tell<'_>) -> Result<Reread> {
    let Whose { audit, day, until, recorded, foretold, withheld, form, .. } = given.whose;
    let read = if withheld.is_empty() { Whole } else { InPart };
    let made = |pages: i64| {
        let found = |db: &Connection| audits::by_code(db, audit);
        let when = When { until: *until, day: *day, recorded: *recorded, foretold: *foretold, pages };
        entries::content(projector, given.entries, when, (found, read), progress)
    };
    let pages = pagesform::number(form);
    if pages < PAGES {
        // Where only the tag says otherwise, the pages are today's.
        let today = made(PAGES)?;
        let page = page::page(&today)?;
        if given.whose.files.get("index.html") == Some(&Digest::of(page.as_bytes())) {
            return Ok(Reread(today));
        }
    }
    Ok(Reread(made(pages)?))
}

impl Reread {
    /// The documents and records in it.
    pub fn items(&self) -> Vec<ItemId> {
        self.0.items.iter().map(PackItem::id).collect()
    }

    /// Makes the pages again and compares them: all of a pack that was made in the same way, byte by byte; of any other the
    /// columns that entries alone say. Where entries are withheld, what only they can say is named and not compared.
    ///
    /// # Errors
    /// A list that cannot be read as such.
    pub fn compare(&self, given: &Given<'_>) -> Result<Again> {
        let mut again = Again::default();
        known(&mut again, given)?;
        if given.whose.withheld.is_empty() {
            evidence(&mut again, &self.0, given, |_| false)?;
            says(&mut again, &self.0, given);
            whole(&mut again, &self.0, given)?;
        } else {
            inpart::compare(&mut again, &self.0, given)?;
        }
        Ok(again)
    }
}

fn whole(again: &mut Again, content: &Content, given: &Given<'_>) -> Result<()> {
    let same_form = given.whose.form == pages::form();
    for (path, bytes) in pages::pages(content, &given.whose.origin)? {
        let list = path.strip_suffix(".csv");
        match given.whose.files.get(&path) {
            Some(there) if *there == Digest::of(&bytes) => again.pages += 1,
            None if same_form => again.differs(&path, "", "", "", &Digest::of(&bytes).to_string()),
            None => again.not_compared.push(path),
            Some(there) => match (list, given.lists.get(path.as_str())) {
                (Some(name), Some(shown)) => {
                    let before = again.found();
                    rows(again, name, cells(shown)?, cells(&bytes)?, same_form, |_| false);
                    if same_form && again.found() == before {
                        // The same cells in other bytes: other line ends, other quotes, a row twice.
                        again.differs(&path, "", "", &there.to_string(), &Digest::of(&bytes).to_string());
                    }
                    again.pages += usize::from(again.found() == before);
                }
                _ if same_form => again.differs(&path, "", "", &there.to_string(), &Digest::of(&bytes).to_string()),
                _ => again.not_compared.push(path),
            },
        }
    }
    Ok(())
}
