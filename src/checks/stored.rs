//! Whether the files that people stand by are what they were: their bytes, as far as they are read in a moment.

use std::collections::HashMap;

use super::found::Found;
use super::model::Irregular;
use crate::digest::Digest;
use crate::documents::{Revision, RevisionState};
use crate::error::Result;
use crate::statements::Statement;
use crate::vault::{Condition, Vault};

/// So many bytes are read at the most; of the others it is said that they were not.
const MOST: u64 = 64 << 20;

/// Compares stored files with what statements say of them.
pub(super) struct Stored<'v> {
    vault: Option<&'v Vault>,
    left: u64,
    known: HashMap<Digest, bool>,
    /// How many files were not read.
    pub(super) unread: usize,
}

impl<'v> Stored<'v> {
    pub(super) fn of(vault: Option<&'v Vault>) -> Self {
        Self { vault, left: MOST, known: HashMap::new(), unread: 0 }
    }

    /// Looks at the files of each revision that a statement is about.
    pub(super) fn look(&mut self, found: &mut Found<'_>, revisions: &[Revision], said: &[Statement]) -> Result<()> {
        let Some(vault) = self.vault else { return Ok(()) };
        let stands = |r: &Revision| u8::from(r.state != RevisionState::Effective);
        let mut of: Vec<&Revision> =
            revisions.iter().filter(|r| said.iter().any(|s| s.revision == Some(r.id))).collect();
        of.sort_by_key(|r| stands(r));
        for revision in of {
            for file in &revision.files {
                if self.is_altered(vault, &file.digest, file.size)? {
                    let values = [("file", file.name.clone())];
                    found.note(Irregular::SignedFileAltered, Some(&revision.label), &values);
                }
            }
        }
        Ok(())
    }

    fn is_altered(&mut self, vault: &Vault, digest: &Digest, size: u64) -> Result<bool> {
        if let Some(altered) = self.known.get(digest) {
            return Ok(*altered);
        }
        let altered = if !vault.present(digest, size) {
            true
        } else if size <= self.left {
            self.left -= size;
            !matches!(vault.check(digest, Some(size))?, Condition::Intact)
        } else {
            self.unread += 1;
            false
        };
        self.known.insert(*digest, altered);
        Ok(altered)
    }
}
