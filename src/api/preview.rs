//! A stored file to be looked at: its text or its rows; bytes only for what a window draws itself.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, commands};
use crate::error::Result;
use crate::extract::{self, Preview};

commands! { FilePreview }

/// Reads what a stored file holds.
#[derive(Debug, Deserialize, TS)]
pub struct FilePreview {
    /// Its content hash.
    pub digest: String,
}

impl Command for FilePreview {
    type Answer = Preview;
    const NAME: &'static str = "file_preview";
    const EFFECT: Effect = Effect::Reads(&[]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let bytes = stored_bytes(session, &self.digest)?;
        Ok(Preview::of(extract::read(&bytes, &session.here().contained)))
    }
}

/// The bytes of a stored file, if they are still what was filed.
///
/// # Errors
/// `object_altered`, `object_missing`; `refused` for a file too large to be shown.
pub fn stored_bytes(session: &mut Session, digest: &str) -> Result<Vec<u8>> {
    session.workspace()?.vault().read_object(&digest.parse()?)
}
