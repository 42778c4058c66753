//! Reading what a file says of itself whose content is not filed: its number and version, and the document that it looks like.

use std::path::Path;

use super::known::{Filed, Known};
use super::seen::SeenFile;
use super::told::Told;
use crate::contained::Containment;
use crate::digest::Digest;
use crate::error::Result;
use crate::extract::extract;
use crate::reading::{control_table, file_name};
use crate::search::{Likeness, TextCache};
use crate::text::{compare, same_words};

/// By what files are told.
pub(super) struct Teller<'a> {
    pub(super) cache: &'a TextCache,
    pub(super) contained: &'a Containment,
    pub(super) likeness: Option<Likeness>,
    pub(super) known: &'a Known,
    pub(super) entries: u64,
}

impl Teller<'_> {
    /// What a file says: what was kept of it as long as that holds, else what it says now. `here` is filed from its place.
    pub(super) fn told(&self, full: &Path, file: &SeenFile, here: &[&Filed]) -> Result<Told> {
        let against = here.first().map(|filed| filed.digest);
        let holds = |told: &&Told| told.entries == self.entries && (against.is_none() || told.against == against);
        if let Some(told) = file.told.as_ref().filter(holds) {
            return Ok(told.clone());
        }
        // Its text is kept like any other's: another state of the register is no reason to read a file again.
        let text = if file.told.is_some() { self.cache.text_of(&file.digest)? } else { None };
        let (number, version, text) = match (&file.told, text) {
            (Some(told), Some(text)) => (told.number.clone(), told.version.clone(), text),
            _ => self.read(full, file.digest)?,
        };
        self.beside(number, version, &text, against)
    }

    /// Its number, its version and its text.
    fn read(&self, full: &Path, digest: Digest) -> Result<(Option<String>, Option<String>, String)> {
        let found = extract(full, self.contained)?;
        let name = file_name(&full.file_name().unwrap_or_default().to_string_lossy());
        let control = control_table(&found).unwrap_or_default();
        let text = found.text.clone();
        self.cache.put_many(&[(digest, found)])?;
        Ok((control.number.or(name.number), control.version.or(name.version), text))
    }

    /// What it is beside what is filed. `here` is filed from its place.
    fn beside(
        &self,
        number: Option<String>,
        version: Option<String>,
        text: &str,
        here: Option<Digest>,
    ) -> Result<Told> {
        let by_number = || number.as_deref().and_then(|number| self.known.current(number)).map(|filed| filed.digest);
        let against = here.or_else(by_number);
        let like = match (&against, &self.likeness) {
            (None, Some(likeness)) => likeness.of(self.cache, text)?,
            _ => None,
        };
        let other = against.or(like.as_ref().map(|like| like.digest));
        let before = other.map(|digest| self.cache.text_of(&digest)).transpose()?.flatten().unwrap_or_default();
        let changes = (!before.is_empty() && !text.is_empty()).then(|| {
            let changes = compare(before.as_str(), text);
            (same_words(&before, text), changes.added, changes.removed)
        });
        Ok(Told { entries: self.entries, against, number, version, like, changes })
    }
}
