//! A stored file to be looked at: its text or its rows; bytes only for what a window draws itself.

use std::io::Read;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, commands, refusals};
use crate::digest::Digest;
use crate::error::{Error, Result};
use crate::extract::{Media, Unsearchable, extract_bytes};

commands! { FilePreview }

/// Larger files are opened in their own program.
const LARGEST: u64 = 64 * 1024 * 1024;
/// More text than this is cut.
const MOST_TEXT: usize = 400_000;

/// Reads what a stored file holds.
#[derive(Debug, Deserialize, TS)]
pub struct FilePreview {
    /// Its content hash.
    pub digest: String,
}

/// What a stored file holds.
#[derive(Debug, Serialize, TS)]
pub struct Preview {
    /// What it is, by its content.
    pub media: Media,
    /// Its text; cells are separated by tabs, rows by line feeds.
    pub text: String,
    /// Whether more text follows.
    pub cut: bool,
    /// Why there is no text, or not all.
    pub problem: Option<Unsearchable>,
}

impl Command for FilePreview {
    type Answer = Preview;
    const NAME: &'static str = "file_preview";
    const EFFECT: Effect = Effect::Reads(&[]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let bytes = stored_bytes(session, &self.digest)?;
        let found = extract_bytes(&bytes);
        let cut = found.text.len() > MOST_TEXT;
        let mut text = found.text;
        if cut {
            let end = (0..=MOST_TEXT).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
            text.truncate(end);
        }
        Ok(Preview { media: found.media, text, cut, problem: found.problem })
    }
}

/// The bytes of a stored file, if they are still what was filed.
///
/// # Errors
/// `object_altered`, `object_missing`; `refused` for a file too large to be shown.
pub fn stored_bytes(session: &mut Session, digest: &str) -> Result<Vec<u8>> {
    let digest: Digest = digest.parse()?;
    let mut file = session.workspace()?.vault().open_object(&digest)?;
    let size = file.metadata().map_err(|e| Error::io(session.folder(), e))?.len();
    if size > LARGEST {
        return Err(refusals::preview_too_large());
    }
    let mut bytes = Vec::with_capacity(size as usize);
    file.read_to_end(&mut bytes).map_err(|e| Error::io(session.folder(), e))?;
    if Digest::of(&bytes) != digest {
        return Err(refusals::stored_file_altered(digest));
    }
    Ok(bytes)
}
