//! What operators let through: by owner, kind, clause and day.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use uuid::Uuid;

use super::items::Items;
use super::query::Only;
use super::refusals;
use super::shelf::Shelf;
use crate::day::Day;
use crate::documents::DocumentKind;
use crate::error::Result;
use crate::extract::Media;
use crate::items::ItemId;
use crate::mapping;
use crate::standards::catalogue;
use crate::systems;
use crate::text::words;
use crate::words::document;

/// Kinds of files by the words that people have for them.
const FILES: &[(&str, &[Media])] = &[
    ("pdf", &[Media::Pdf]),
    ("word", &[Media::Docx, Media::Doc, Media::Odt, Media::Rtf]),
    ("docx", &[Media::Docx]),
    ("doc", &[Media::Doc]),
    ("odt", &[Media::Odt]),
    ("rtf", &[Media::Rtf]),
    ("excel", &[Media::Xlsx, Media::Xls, Media::Ods, Media::Csv]),
    ("xlsx", &[Media::Xlsx]),
    ("xls", &[Media::Xls]),
    ("ods", &[Media::Ods]),
    ("csv", &[Media::Csv]),
    ("powerpoint", &[Media::Pptx, Media::Ppt, Media::Odp]),
    ("pptx", &[Media::Pptx]),
    ("ppt", &[Media::Ppt]),
    ("odp", &[Media::Odp]),
    ("email", &[Media::Email, Media::Msg, Media::Mbox]),
    ("e mail", &[Media::Email, Media::Msg, Media::Mbox]),
    ("msg", &[Media::Msg]),
    ("html", &[Media::Html, Media::Mht]),
    ("picture", &[Media::Image]),
    ("bild", &[Media::Image]),
    ("image", &[Media::Image]),
    ("zip", &[Media::Zip]),
    ("text", &[Media::Text]),
];

/// Which documents and records an operator lets through, by their places.
///
/// # Errors
/// `invalid_value` where its value means nothing.
pub(super) fn narrow(db: &Connection, shelf: &Shelf, only: &Only) -> Result<Vec<bool>> {
    let mut through = Through { items: shelf.items(db)?, lets: vec![false; shelf.items(db)?.len()] };
    let dated = |fits: &dyn Fn(Day) -> bool| -> Result<Vec<bool>> {
        Ok(shelf.days(db)?.iter().map(|day| day.is_some_and(fits)).collect())
    };
    match only {
        Only::Owner(term) => {
            let sql = "SELECT DISTINCT owner FROM document";
            let names = distinct(db, sql, |name| {
                let fits = |(words, whole): (&str, bool)| {
                    if whole && term.whole { name.trim() == words } else { name.contains(&format!(" {words}")) }
                };
                term.ways().any(fits)
            })?;
            through.read(db, "SELECT id FROM document WHERE owner IN", &names)?;
        }
        Only::Clause(text) => {
            let reference = catalogue().reference(text, &systems::editions_held(db)?)?;
            mapping::items_of_clause(db, &reference)?.into_iter().for_each(|item| through.add(item.uuid()));
        }
        Only::Type(text) => of_type(db, shelf, text, &mut through)?,
        Only::After(first) => return dated(&|day| day >= *first),
        Only::Before(first) => return dated(&|day| day < *first),
    }
    Ok(through.lets)
}

/// What is let through.
struct Through<'s> {
    items: &'s Items,
    lets: Vec<bool>,
}

impl Through<'_> {
    fn add(&mut self, id: Uuid) {
        if let Some(place) = self.items.place(id) {
            self.lets[place as usize] = true;
        }
    }

    fn every(&mut self, fits: fn(&ItemId) -> bool) {
        self.lets.iter_mut().zip(&self.items.ids).for_each(|(lets, item)| *lets |= fits(item));
    }

    /// Adds those that a statement says, which ends with a list of values.
    fn read(&mut self, db: &Connection, sql: &str, values: &[Value]) -> Result<()> {
        let mut statement = db.prepare_cached(&format!("{sql} ({})", vec!["?"; values.len()].join(", ")))?;
        let mut rows = statement.query(params_from_iter(values))?;
        while let Some(row) = rows.next()? {
            self.add(Uuid::from_bytes(row.get(0)?));
        }
        Ok(())
    }
}

fn of_type(db: &Connection, shelf: &Shelf, text: &str, through: &mut Through<'_>) -> Result<()> {
    let wanted = words(text).trim().to_owned();
    match wanted.as_str() {
        "document" | "documents" | "dokument" | "dokumente" => {
            through.every(|item| matches!(item, ItemId::Document(_)));
            return Ok(());
        }
        "record" | "records" | "aufzeichnung" | "aufzeichnungen" | "nachweis" | "nachweise" => {
            through.every(|item| matches!(item, ItemId::Record(_)));
            return Ok(());
        }
        _ => {}
    }
    if let Some((_, kinds)) = FILES.iter().find(|(name, _)| *name == wanted) {
        for (_, item) in shelf.media(db)?.iter().filter(|(media, _)| kinds.contains(media)) {
            through.lets[*item as usize] = true;
        }
        return Ok(());
    }
    let kind = DocumentKind::parse(text).ok().or_else(|| DocumentKind::parse(document(text)?).ok());
    if let Some(kind) = kind {
        through.read(db, "SELECT id FROM document WHERE kind IN", &[Value::Text(kind.to_string())])?;
    }
    let of_records = distinct(db, "SELECT DISTINCT kind FROM record", |kind| kind.contains(&format!(" {wanted}")))?;
    if kind.is_none() && of_records.is_empty() {
        let known = DocumentKind::NAMES.iter().copied().chain(FILES.iter().map(|(name, _)| *name));
        return Err(refusals::search_type_unknown(text, known.collect::<Vec<_>>().join(", ")));
    }
    through.read(db, "SELECT id FROM record WHERE kind IN", &of_records)
}

/// The texts of a column whose words fit.
fn distinct(db: &Connection, sql: &str, fits: impl Fn(&str) -> bool) -> Result<Vec<Value>> {
    let mut statement = db.prepare_cached(sql)?;
    let all = statement.query_map([], |r| r.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(all.into_iter().filter(|text| fits(&words(text))).map(Value::Text).collect())
}
