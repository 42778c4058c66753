//! Reading a whole object at once, for those who show it.

use std::io::Read;

use super::{Vault, refusals};
use crate::digest::Digest;
use crate::error::{Error, Result};

/// Larger files are opened in their own program.
const LARGEST: u64 = 64 * 1024 * 1024;

impl Vault {
    /// The bytes of an object, if they are still what was filed.
    ///
    /// # Errors
    /// `object_altered`, `object_missing`; `refused` for a file too large to be shown.
    pub fn read_object(&self, digest: &Digest) -> Result<Vec<u8>> {
        let path = self.path_of(digest);
        let mut file = self.open_object(digest)?;
        let size = file.metadata().map_err(|e| Error::io(&path, e))?.len();
        if size > LARGEST {
            return Err(refusals::preview_too_large());
        }
        let mut bytes = Vec::with_capacity(size as usize);
        file.read_to_end(&mut bytes).map_err(|e| Error::io(&path, e))?;
        if Digest::of(&bytes) != *digest {
            return Err(refusals::stored_file_altered(digest));
        }
        Ok(bytes)
    }
}
