//! A signed version as files that stock `ssh-keygen -Y verify` checks: its text, the signature, and whose key that was.

use std::path::Path;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use super::queries::{Version, controls_of};
use crate::error::{Error, Result};
use crate::saved::Target;
use crate::standards::EditionId;
use crate::statements::NAMESPACE;

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SoaExported {
    /// Name of the text.
    pub text: String,
    /// Whether it is signed; else there is nothing to check it by.
    pub signed: bool,
    /// What checks it, in the folder.
    pub check: String,
}

/// Writes a version into a folder, which is made where it is not there.
///
/// # Errors
/// `already_exists` unless `replace` says so; `io`.
pub fn export(
    db: &Connection,
    edition: &EditionId,
    version: &Version,
    workspace: Uuid,
    out: &Path,
    replace: bool,
) -> Result<SoaExported> {
    let name = version.file_name(edition);
    let text = version.text(workspace, edition, &controls_of(db, version.id)?);
    let mut files = vec![(name.clone(), text)];
    let mut check = String::new();
    if let (Some(allowed), Some(signature)) = (version.allowed_signer()?, &version.signature) {
        files.push((format!("{name}.sig"), signature.clone()));
        files.push((String::from("allowed_signers"), allowed));
        check = format!(
            "ssh-keygen -Y verify -f allowed_signers -I {} -n {NAMESPACE} -s {name}.sig < {name}",
            version.email
        );
    }
    std::fs::create_dir_all(out).map_err(|e| Error::io(out, e))?;
    let places: Vec<_> = files.iter().map(|(name, _)| out.join(name)).collect();
    let target = |path| Target { path, overwrite: replace };
    places.iter().try_for_each(|path| target(path).check())?;
    for (path, (_, text)) in places.iter().zip(&files) {
        target(path).write(text.as_bytes())?;
    }
    Ok(SoaExported { text: name, signed: version.signature.is_some(), check })
}
