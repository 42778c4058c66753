//! A picture of the first screen: kept on this machine, and put into the page of the next start, where it is seen while
//! the program is still read. It is put there only where all that it shows is still so.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::desk;
use crate::digest::Digest;
use crate::error::{Error, Result};

const FILE: &str = "picture.json";

/// A screen larger than this draws itself, in bytes.
const LARGEST: usize = 1_000_000;

/// What a picture shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Subject {
    /// The page that drew it, which is another with each build.
    pub(super) page: Digest,
    /// The workspace's folder.
    pub(super) folder: PathBuf,
    /// The workspace in a few words, as `workspace_info` answers: another with each entry and day.
    pub(super) info: Value,
}

/// What is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    of: Subject,
    language: String,
    html: String,
}

/// Keeps a picture. The first of a subject stays: the screen as it opens, not as it stands after some clicks.
pub(super) fn keep(config: &Path, of: Subject, language: String, html: String) -> Result<()> {
    let same = |kept: &Kept| kept.of == of && kept.language == language;
    if html.len() > LARGEST || read(config).as_ref().is_some_and(same) {
        return Ok(());
    }
    desk::write(config, FILE, &serde_json::to_vec(&Kept { of, language, html })?)
}

/// Puts the picture into a page, where it is of this subject. The page shows it once it can be drawn.
pub(super) fn put_into(page: &str, config: &Path, now: &Subject) -> Option<String> {
    let Kept { of, language, html } = read(config)?;
    let short = language.len() <= 8 && language.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let (before, after) = page.rsplit_once("</body>")?;
    (of == *now && short).then(|| {
        format!(
            r#"{before}<div id="picture" lang="{language}" hidden inert aria-hidden="true">{html}</div></body>{after}"#
        )
    })
}

/// Forgets it: nothing of a workspace that was closed stays.
pub(super) fn forget(config: &Path) -> Result<()> {
    let path = config.join(FILE);
    match std::fs::remove_file(&path) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(Error::io(&path, e)),
        _ => Ok(()),
    }
}

/// What cannot be read is none.
fn read(config: &Path) -> Option<Kept> {
    serde_json::from_slice(&std::fs::read(config.join(FILE)).ok()?).ok()
}
