//! Who holds which contents of the cache: which documents, by which revision, and which records.

use std::cmp::Ordering;
use std::collections::HashMap;

use rusqlite::Connection;
use uuid::Uuid;

use super::bytes::{Reader, Writer};
use super::cache::TextCache;
use super::items::{Items, each};
use super::since::Since;
use crate::digest::Digest;
use crate::error::Result;
use crate::ids::{DocumentId, RecordId, RevisionId};

const REVISIONS: &str = "SELECT document, id FROM revision ORDER BY document, position";
const OF_REVISIONS: &str = "SELECT digest, revision FROM revision_file ORDER BY digest";
const OF_RECORDS: &str = "SELECT digest, record FROM record_file ORDER BY digest";
/// What is read of all there are: each from an index that holds it.
#[cfg(test)]
pub(super) const READ: [&str; 3] = [REVISIONS, OF_REVISIONS, OF_RECORDS];

/// A document or record that holds a content.
#[derive(Clone, Copy)]
pub(super) struct Holder {
    /// Its place among the items.
    pub(super) item: u32,
    /// The revision, of a document.
    pub(super) revision: Option<RevisionId>,
    /// It is not the one the document stands with.
    pub(super) earlier: bool,
}

/// The holders of all contents of the cache.
pub(super) struct Holders {
    /// The contents that anything holds, by their ids, with the place of their first holder.
    contents: Vec<(i64, usize)>,
    holders: Vec<Holder>,
}

impl Holders {
    pub(super) fn read(
        db: &Connection,
        cache: &TextCache,
        items: &Items,
        current: &HashMap<RevisionId, u32>,
    ) -> Result<Self> {
        let mut revisions: HashMap<RevisionId, u32> = HashMap::with_capacity(2 * items.len());
        each(db, REVISIONS, |document: DocumentId, id| {
            if let Some(item) = items.place(document.0) {
                revisions.insert(id, item);
            }
        })?;
        // Both by digest: each is gone through once.
        let known = cache.by_digest()?;
        let mut found: Vec<(i64, Holder)> = Vec::with_capacity(known.len());
        let mut at = Beside { known: &known, at: 0 };
        each(db, OF_REVISIONS, |digest: Digest, id: RevisionId| {
            if let (Some(content), Some(item)) = (at.id(&digest), revisions.get(&id)) {
                let earlier = !current.contains_key(&id);
                found.push((content, Holder { item: *item, revision: Some(id), earlier }));
            }
        })?;
        at.at = 0;
        each(db, OF_RECORDS, |digest: Digest, id: RecordId| {
            if let (Some(content), Some(item)) = (at.id(&digest), items.place(id.0)) {
                found.push((content, Holder { item, revision: None, earlier: false }));
            }
        })?;
        Ok(Self::of_all(found))
    }

    /// The same after a change: what was touched, by place, holds what it holds now, and contents that were read since are held by
    /// whoever has their files.
    pub(super) fn after(
        &self,
        db: &Connection,
        cache: &TextCache,
        items: &Items,
        touched: &[bool],
        since: &Since,
    ) -> Result<Self> {
        let untouched = |holder: &Holder| !touched[holder.item as usize];
        let mut found: Vec<(i64, Holder)> = Vec::with_capacity(self.holders.len() + since.touched.len());
        for (n, (content, first)) in self.contents.iter().enumerate() {
            let end = self.contents.get(n + 1).map_or(self.holders.len(), |(_, next)| *next);
            found.extend(self.holders[*first..end].iter().filter(|h| untouched(h)).map(|h| (*content, *h)));
        }
        for now in since.touched.iter().filter_map(|touched| touched.now.as_ref()) {
            let Some(item) = items.place(now.item.uuid()) else { continue };
            for file in &now.files {
                let Some(content) = cache.id(&file.digest)? else { continue };
                let earlier = file.revision.is_some() && file.revision != now.current;
                found.push((content, Holder { item, revision: file.revision, earlier }));
            }
        }
        few(db, cache, items, &since.contents, &mut |place, holder| {
            if untouched(&holder) {
                found.push((since.contents[place], holder));
            }
        })?;
        Ok(Self::of_all(found))
    }

    pub(super) fn write(&self, out: &mut Writer) {
        out.list(self.contents.iter(), |out, (content, first)| {
            out.number(*content as usize);
            out.number(*first);
        });
        out.list(self.holders.iter(), |out, holder| {
            out.small(holder.item);
            out.0.push(u8::from(holder.earlier));
            out.id(holder.revision.map_or(Uuid::nil(), |revision| revision.0));
        });
    }

    /// What was written, of so many items.
    pub(super) fn parse(from: &mut Reader<'_>, items: usize) -> Option<Self> {
        let contents = from.list(|from| Some((from.number()? as i64, from.number()?)))?;
        let holders = from.list(|from| {
            let item = from.small().filter(|item| (*item as usize) < items)?;
            let (earlier, rest) = from.0.split_first()?;
            from.0 = rest;
            let revision = Some(from.id()?).filter(|id| !id.is_nil()).map(RevisionId);
            Some(Holder { item, revision, earlier: *earlier != 0 })
        })?;
        let rises = contents.is_sorted_by(|a, b| a.0 < b.0 && a.1 <= b.1);
        let ends = contents.last().is_none_or(|(_, first)| *first <= holders.len());
        (rises && ends).then_some(Self { contents, holders })
    }

    fn of_all(mut found: Vec<(i64, Holder)>) -> Self {
        found.sort_by_key(|(content, holder)| (*content, holder.revision));
        let mut contents: Vec<(i64, usize)> = Vec::with_capacity(found.len());
        for (place, (content, _)) in found.iter().enumerate() {
            if contents.last().is_none_or(|(last, _)| last != content) {
                contents.push((*content, place));
            }
        }
        Self { contents, holders: found.into_iter().map(|(_, holder)| holder).collect() }
    }

    /// Who holds a content.
    pub(super) fn of(&self, content: i64) -> &[Holder] {
        let Ok(place) = self.contents.binary_search_by_key(&content, |(id, _)| *id) else { return &[] };
        let end = self.contents.get(place + 1).map_or(self.holders.len(), |(_, first)| *first);
        &self.holders[self.contents[place].1..end]
    }
}

/// A list by digest that is gone through beside another.
struct Beside<'l> {
    known: &'l [(Digest, i64)],
    at: usize,
}

impl Beside<'_> {
    fn id(&mut self, digest: &Digest) -> Option<i64> {
        loop {
            let (known, id) = self.known.get(self.at)?;
            match known.cmp(digest) {
                Ordering::Less => self.at += 1,
                Ordering::Equal => return Some(*id),
                Ordering::Greater => return None,
            }
        }
    }
}

/// Hands on who holds a few contents, with the place of the content among them, without reading of all others.
pub(super) fn few(
    db: &Connection,
    cache: &TextCache,
    items: &Items,
    contents: &[i64],
    see: &mut dyn FnMut(usize, Holder),
) -> Result<()> {
    let mut of_documents = db.prepare_cached(
        "SELECT r.document, r.id, d.current IS NOT r.id FROM revision_file f JOIN revision r ON r.id = f.revision
         JOIN document d ON d.id = r.document WHERE f.digest = ?1",
    )?;
    let mut of_records = db.prepare_cached("SELECT record FROM record_file WHERE digest = ?1")?;
    for (place, content) in contents.iter().enumerate() {
        let Some(digest) = cache.digest(*content)? else { continue };
        let mut rows = of_documents.query([digest])?;
        while let Some(row) = rows.next()? {
            if let Some(item) = items.place(row.get::<_, DocumentId>(0)?.0) {
                see(place, Holder { item, revision: Some(row.get(1)?), earlier: row.get(2)? });
            }
        }
        let mut rows = of_records.query([digest])?;
        while let Some(row) = rows.next()? {
            if let Some(item) = items.place(row.get::<_, RecordId>(0)?.0) {
                see(place, Holder { item, revision: None, earlier: false });
            }
        }
    }
    Ok(())
}
