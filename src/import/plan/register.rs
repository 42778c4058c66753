//! What is filed already, by which files of a share are recognised: by their bytes first, then by where they lie.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use crate::digest::Digest;
use crate::documents;
use crate::error::Result;
use crate::reading::number_key;
use crate::records;
use crate::text::fold;

/// As what a file is filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FiledAs {
    /// A file of the document with this code.
    Document(String),
    /// A file of the record with this code.
    Record(String),
}

/// The documents and records that there are, by their files.
#[derive(Debug, Default)]
pub struct Register {
    bytes: HashMap<Digest, FiledAs>,
    paths: HashMap<String, FiledAs>,
    codes: HashSet<String>,
    /// Codes by what numbers are compared by; nothing where two codes are one number.
    spelt: HashMap<String, Option<String>>,
}

impl Register {
    /// Reads what is filed.
    pub fn read(db: &Connection) -> Result<Self> {
        let mut out = Self::default();
        for (code, path, digest) in records::held(db)? {
            out.bytes.insert(digest, FiledAs::Record(code.clone()));
            out.paths.insert(path, FiledAs::Record(code));
        }
        for place in documents::all_places(db)? {
            if out.codes.insert(fold(&place.code)) {
                let code = place.code.clone();
                out.spelt.entry(number_key(&code)).and_modify(|known| *known = None).or_insert(Some(code));
            }
            out.bytes.insert(place.digest, FiledAs::Document(place.code.clone()));
            out.paths.insert(place.path, FiledAs::Document(place.code));
        }
        Ok(out)
    }

    /// As what a file is filed: one with these bytes, else one that lay there.
    pub(super) fn filed(&self, path: &str, digest: &Digest) -> Option<&FiledAs> {
        self.bytes.get(digest).or_else(|| self.paths.get(path))
    }

    /// The code of the document as which a file is filed.
    pub(super) fn document(&self, path: &str, digest: &Digest) -> Option<&str> {
        match self.filed(path, digest) {
            Some(FiledAs::Document(code)) => Some(code),
            _ => None,
        }
    }

    /// Whether the document with this code holds these very bytes.
    pub(super) fn holds(&self, code: &str, digest: &Digest) -> bool {
        matches!(self.bytes.get(digest), Some(FiledAs::Document(known)) if fold(known) == fold(code))
    }

    /// How the register writes a number; nothing where no document that has files bears it.
    pub(super) fn spelt(&self, number: &str) -> Option<&str> {
        self.spelt.get(&number_key(number))?.as_deref()
    }

    /// Whether a document that has files has this code.
    pub fn has(&self, code: &str) -> bool {
        self.codes.contains(&fold(code))
    }
}
