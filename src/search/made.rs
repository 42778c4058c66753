//! What rooms above this one make of texts: made once for each content and kept beside its text, so that nobody reads ten
//! thousand texts to compare them with the register.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params};

use super::cache::TextCache;
use crate::digest::Digest;
use crate::error::Result;
use crate::extract::Media;

/// So many texts are in memory at once.
const BATCH: usize = 256;

/// What is made of a text.
type Make<'m> = dyn Fn(Media, &str) -> Option<String> + Sync + 'm;

impl TextCache {
    /// What is made of some contents, under a name that changes whenever it is made otherwise: as it was kept, else made now
    /// and kept. A content of which there is no text is not among them.
    pub fn made<'d>(
        &self,
        name: &str,
        wanted: impl IntoIterator<Item = &'d Digest>,
        make: &Make<'_>,
    ) -> Result<HashMap<Digest, Option<String>>> {
        let (mut out, mut missing) = (HashMap::new(), Vec::new());
        let mut kept = self.db.prepare_cached(
            "SELECT f.id, m.id IS NOT NULL, m.made FROM file f LEFT JOIN made m ON m.name = ?1 AND m.id = f.id
             WHERE f.digest = ?2",
        )?;
        for digest in wanted {
            let row = |r: &rusqlite::Row<'_>| Ok((r.get::<_, i64>(0)?, r.get::<_, bool>(1)?, r.get(2)?));
            match kept.query_row(params![name, digest], row).optional()? {
                Some((_, true, made)) => drop(out.insert(*digest, made)),
                Some((id, false, _)) => missing.push(id),
                None => {}
            }
        }
        missing.sort_unstable();
        missing.dedup();
        for batch in missing.chunks(BATCH) {
            let new = self.make(batch, make)?;
            self.keep_made(name, &new)?;
            out.extend(new.into_iter().map(|(_, digest, made)| (digest, made)));
        }
        Ok(out)
    }

    /// Makes it of some texts, on two threads.
    fn make(&self, contents: &[i64], make: &Make<'_>) -> Result<Vec<(i64, Digest, Option<String>)>> {
        let mut texts = Vec::with_capacity(contents.len());
        for id in contents {
            if let Some((digest, media, text)) = self.text(*id)?.filter(|(_, _, text)| !text.is_empty()) {
                texts.push((*id, digest, media, text));
            }
        }
        let half = |part: &[(i64, Digest, Media, String)]| -> Vec<_> {
            part.iter().map(|(id, digest, media, text)| (*id, *digest, make(*media, text))).collect()
        };
        let (first, second) = texts.split_at(texts.len() / 2);
        Ok(std::thread::scope(|scope| {
            let other = scope.spawn(|| half(first));
            let mut made = half(second);
            made.extend(other.join().unwrap_or_default());
            made
        }))
    }

    fn keep_made(&self, name: &str, new: &[(i64, Digest, Option<String>)]) -> Result<()> {
        if self.read_only || new.is_empty() {
            return Ok(());
        }
        let batch = Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate)?;
        let mut keep = batch.prepare_cached("INSERT OR REPLACE INTO made (name, id, made) VALUES (?1, ?2, ?3)")?;
        for (id, _, made) in new {
            keep.execute(params![name, id, made])?;
        }
        drop(keep);
        batch.commit()?;
        Ok(())
    }
}
