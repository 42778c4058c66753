//! What a record is told by besides its name: its kind, which is the organisation's own word, and its day.

use std::collections::HashMap;

use rusqlite::Connection;

use super::bytes::{Reader, Writer};
use super::items::Items;
use super::query::Term;
use super::since::Touched;
use crate::day::Day;
use crate::error::Result;
use crate::ids::RecordId;
use crate::text::words;

/// By the places of records; documents have neither.
#[derive(Clone)]
pub(super) struct Told {
    /// The words of each kind, the first of them none.
    kinds: Vec<String>,
    known: HashMap<String, u32>,
    kind: Vec<u32>,
    day: Vec<Option<Day>>,
}

impl Told {
    pub(super) fn read(db: &Connection, items: &Items) -> Result<Self> {
        let (kinds, known) = (vec![String::new()], HashMap::from([(String::new(), 0)]));
        let mut told = Self { kinds, known, kind: vec![0; items.len()], day: vec![None; items.len()] };
        let mut all = db.prepare_cached("SELECT id, kind, coalesce(collected, period_to, filed) FROM record")?;
        let mut rows = all.query([])?;
        while let Some(row) = rows.next()? {
            if let Some(place) = items.place(row.get::<_, RecordId>(0)?.0) {
                told.set(place as usize, row.get_ref(1)?.as_str().unwrap_or_default(), row.get(2)?);
            }
        }
        Ok(told)
    }

    pub(super) fn write(&self, out: &mut Writer) {
        out.list(self.kinds.iter(), |out, kind| out.text(kind));
        out.list(self.known.iter(), |out, (kind, number)| {
            out.text(kind);
            out.small(*number);
        });
        out.list(self.kind.iter(), |out, kind| out.small(*kind));
        out.list(self.day.iter(), |out, day| out.text(&day.map(|day| day.to_string()).unwrap_or_default()));
    }

    /// What was written, of so many items.
    pub(super) fn parse(from: &mut Reader<'_>, items: usize) -> Option<Self> {
        let kinds = from.list(|from| from.text().map(str::to_owned))?;
        let within = |number: &u32| (*number as usize) < kinds.len();
        let known = from.list(|from| Some((from.text()?.to_owned(), from.small().filter(within)?)))?;
        let kind = from.list(|from| from.small().filter(within))?;
        let day = from.list(|from| match from.text()? {
            "" => Some(None),
            day => day.parse().ok().map(Some),
        })?;
        let fits = kind.len() == items && day.len() == items;
        fits.then(|| Self { known: known.into_iter().collect(), kinds, kind, day })
    }

    fn set(&mut self, place: usize, kind: &str, day: Option<Day>) {
        let number = match self.known.get(kind) {
            Some(known) => *known,
            None => {
                let new = self.kinds.len() as u32;
                self.known.insert(kind.to_owned(), new);
                self.kinds.push(words(kind));
                new
            }
        };
        (self.kind[place], self.day[place]) = (number, day);
    }

    /// The same after a change.
    pub(super) fn after(&self, items: &Items, touched: &[Touched]) -> Self {
        let mut told = self.clone();
        told.kind.resize(items.len(), 0);
        told.day.resize(items.len(), None);
        for (now, place) in touched.iter().filter_map(|t| Some((t.now.as_ref()?, items.place(t.id)?))) {
            if let Some(kind) = &now.kind {
                told.set(place as usize, kind, now.day);
            }
        }
        told
    }

    /// Which of some terms each kind has: a bit for each.
    pub(super) fn masks(&self, terms: &[Term]) -> Vec<u32> {
        let keys: Vec<Vec<String>> = terms.iter().map(Term::keys).collect();
        let has = |kind: &String| {
            let any = |keys: &[String]| keys.iter().any(|key| kind.contains(key.as_str()));
            keys.iter().enumerate().fold(0, |mask, (n, keys)| mask | u32::from(any(keys)) << n)
        };
        self.kinds.iter().map(has).collect()
    }

    /// The number of the kind of what is at a place.
    pub(super) fn kind(&self, place: usize) -> usize {
        self.kind[place] as usize
    }

    pub(super) fn day(&self, place: usize) -> Option<Day> {
        self.day[place]
    }
}
