//! A file's own words, each with where it stands: its control table before its name, its name before its text.

use rusqlite::Connection;

use super::item::FileAs;
use super::origin::{Origin, Suggestion, said};
use crate::day::{Day, Due};
use crate::documents::DocumentKind;
use crate::error::Result;
use crate::extract::{Extracted, Media};
use crate::reading::{self, Control, FileName, Period, control_table, file_name, stem};
use crate::standards::{Clause, ClauseRef, EditionId, catalogue};
use crate::systems::{self, ScopeItem, ScopeKind};
use crate::text::{at_home, fold, nfc};
use crate::words::Header;

/// What a file says of itself.
pub(super) struct Words<'a> {
    found: &'a Extracted,
    table: Option<Control>,
    /// Name without folders and ending.
    stem: String,
    named: FileName,
}

impl<'a> Words<'a> {
    pub(super) fn read(name: &str, found: &'a Extracted) -> Self {
        Self { found, table: control_table(found), stem: stem(name), named: file_name(name) }
    }

    fn in_table(&self, part: impl Fn(&Control) -> Option<&str>) -> Option<Suggestion<String>> {
        said(self.table.as_ref().and_then(part), Origin::Table)
    }

    pub(super) fn code(&self) -> Option<Suggestion<String>> {
        self.in_table(|t| t.number.as_deref()).or_else(|| said(self.named.number.as_deref(), Origin::Name))
    }

    pub(super) fn title(&self) -> Option<Suggestion<String>> {
        // A browser that prints a page calls it by where that lies.
        let property = self.found.properties.get("title").map(|title| at_home(&nfc(title), |_| false).into_owned());
        let table = self.in_table(|t| t.title.as_deref()).map(|title| match &property {
            Some(property) if *property == title.value && !self.found.text.contains(&title.value) => {
                Suggestion::new(title.value, Origin::Properties)
            }
            _ => title,
        });
        // A name that says nothing beside its number, `VA-07_A`, is no title where the text has one.
        let heading = || {
            let only = self.named.title.chars().filter(|c| c.is_alphanumeric()).count() < 4;
            reading::title_for(self.found, &self.named).filter(|_| only)
        };
        let heading = || said(heading().as_deref(), Origin::Text);
        table
            .or_else(heading)
            .or_else(|| said(Some(&self.named.title), Origin::Name))
            .or_else(|| said(Some(&self.stem), Origin::Name))
    }

    pub(super) fn version(&self) -> Option<Suggestion<String>> {
        self.in_table(|t| t.version.as_deref()).or_else(|| said(self.named.version.as_deref(), Origin::Name))
    }

    pub(super) fn owner(&self) -> Option<Suggestion<String>> {
        self.in_table(|t| t.owner.as_deref())
    }

    pub(super) fn next_review(&self) -> Option<Suggestion<Due>> {
        let written = self.in_table(|t| t.next_review.as_deref())?;
        Some(Suggestion::new(reading::due(&written.value)?, written.origin))
    }

    /// The kind of document that its type, its title or its name speaks of; a record's table may say a type too.
    pub(super) fn kind(&self) -> Option<Suggestion<DocumentKind>> {
        let typed = reading::labelled(&self.found.text, Header::Kind);
        let typed =
            typed.iter().find_map(|text| reading::kind_in_words(text)).map(|k| Suggestion::new(k, Origin::Table));
        let title = || {
            let title = self.title()?;
            Some(Suggestion::new(reading::kind_in_words(&title.value)?, title.origin))
        };
        let name = || Some(Suggestion::new(reading::kind_in_words(&self.stem)?, Origin::Name));
        typed.or_else(title).or_else(name)
    }

    /// The day that the file calls its date, else the only one in its name, else the only one in its text.
    ///
    /// # Errors
    /// How many days there are, where there are several and none of them is its date.
    pub(super) fn collected(&self) -> std::result::Result<Option<Suggestion<Day>>, usize> {
        let text = &self.found.text;
        if let Some(day) = reading::own_date(text) {
            return Ok(Some(Suggestion::new(day, Origin::Text)));
        }
        for (days, origin) in
            [(reading::days_in_name(&self.named.behind), Origin::Name), (reading::free_days(text), Origin::Text)]
        {
            match (days.len(), days.first()) {
                (1, Some(day)) => return Ok(Some(Suggestion::new(*day, origin))),
                (0, _) => {}
                (several, _) => return Err(several),
            }
        }
        Ok(None)
    }

    /// The period that the name speaks of, else the days between which the text says it lies, else the month or quarter
    /// that it speaks of.
    pub(super) fn period(&self) -> Option<Suggestion<Period>> {
        let text = &self.found.text;
        let ends = || {
            let ends =
                (reading::labelled_day(text, Header::PeriodFrom)?, reading::labelled_day(text, Header::PeriodTo)?);
            Some(ends).filter(|(from, to)| from <= to)
        };
        let named = reading::period_in_name(&self.named.behind).map(|p| Suggestion::new(p, Origin::Name));
        named.or_else(|| ends().or_else(|| reading::period_in_text(text)).map(|p| Suggestion::new(p, Origin::Text)))
    }

    /// As what it is filed, where it is no revision of a registered document. A picture alone says nothing.
    pub(super) fn suggests(&self, series: usize, in_folder: bool, media: Media) -> Option<Suggestion<FileAs>> {
        let (kind, origin) = if series > 0 {
            (FileAs::Record, Origin::Series { has: series, of: series })
        } else if media == Media::Image {
            return None;
        } else if self.table.as_ref().is_some_and(Control::is_table) {
            (FileAs::Document, Origin::Table)
        } else if in_folder {
            (FileAs::Record, Origin::Folder)
        } else if self.named.number.is_some() {
            (FileAs::Document, Origin::Name)
        } else {
            (FileAs::Record, Origin::Unnumbered)
        };
        Some(Suggestion::new(kind, origin))
    }

    /// The clauses it names, and those whose titles are its own.
    pub(super) fn clauses(&self, held: &[EditionId]) -> Vec<(ClauseRef, Origin)> {
        let mut out = Vec::new();
        for (text, origin) in [(&self.stem, Origin::Name), (&self.found.text, Origin::Text)] {
            out.extend(reading::clauses_in_text(text, held).into_iter().map(|reference| (reference, origin)));
        }
        let title = self.title().map(|title| fold(&title.value)).unwrap_or_default();
        for edition in held {
            let same = |c: &&Clause| c.level >= 2 && !title.is_empty() && fold(&c.title) == title;
            out.extend(catalogue().clauses(edition).find(same).map(|c| (c.reference.clone(), Origin::Title)));
        }
        out
    }
}

/// The scope items that a file names, by code or name; in its text only sites, whose names mean nothing else.
///
/// The inner result is the names of several of one kind: then none of them is meant for certain.
pub(super) fn places(
    db: &Connection,
    own: &Words<'_>,
) -> Result<std::result::Result<Option<Suggestion<Vec<String>>>, String>> {
    let items = systems::scope_items(db)?;
    let sites: Vec<ScopeItem> = items.iter().filter(|item| item.kind == ScopeKind::Site).cloned().collect();
    for (text, items, origin) in [(&own.named.behind, &items, Origin::Name), (&own.found.text, &sites, Origin::Text)] {
        let names: Vec<Vec<String>> = items.iter().map(names_of).collect();
        let named: Vec<&ScopeItem> = reading::named_in(text, &names).into_iter().map(|n| &items[n]).collect();
        let twice = named.iter().any(|one| named.iter().filter(|other| other.kind == one.kind).count() > 1);
        if twice {
            let names: Vec<&str> = named.iter().map(|item| item.name.as_str()).collect();
            return Ok(Err(names.join(", ")));
        }
        if !named.is_empty() {
            return Ok(Ok(Some(Suggestion::new(named.iter().map(|item| item.code.clone()).collect(), origin))));
        }
    }
    Ok(Ok(None))
}

/// The names by which a scope item is spoken of: its code, its name, and what stands in it before a comma or a bracket.
fn names_of(item: &ScopeItem) -> Vec<String> {
    let short = item.name.split([',', '(']).next().unwrap_or_default().trim().to_owned();
    vec![item.code.clone(), item.name.clone(), short]
}
