//! Statements as files that stock `ssh-keygen -Y verify` checks: each as `NAME.txt` with `NAME.txt.sig`, and one
//! `allowed_signers` with the keys of those who signed.

use std::path::Path;

use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use super::model::NAMESPACE;
use super::queries::Statement;
use crate::bag::names::plain;
use crate::error::{Error, Result};
use crate::saved::Target;
use crate::signing::{PublicKey, allowed_signer};

/// So many characters of a code, a label or an address stand in the name of a file.
const NAME_PART_MOST: usize = 32;

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "StatementsExported")]
pub struct Exported {
    /// Names of the texts, in order.
    pub texts: Vec<String>,
    /// How many of them are signed.
    pub signed: usize,
    /// How many keys `allowed_signers` names.
    pub keys: usize,
}

/// The name of a statement's text, by its place among those about the same thing.
pub fn file_name(statement: &Statement, place: usize) -> String {
    let parts = [statement.code.as_str(), &statement.label, statement.meaning.name(), &statement.email];
    let short = |part: &str| plain(&part.chars().take(NAME_PART_MOST).collect::<String>()).replace(' ', "_");
    let said: Vec<String> = parts.iter().filter(|part| !part.is_empty()).map(|part| short(part)).collect();
    format!("{:03}-{}.txt", place + 1, said.join("-"))
}

/// A line of `allowed_signers` for every key that signed one of these, in order of name; no day limits it, so that what was
/// signed before a key was retired still checks. Which day a key was retired on, `check` and the ledger say.
pub fn signers<'a>(statements: impl IntoIterator<Item = &'a Statement>) -> Result<String> {
    let mut lines = Vec::new();
    for statement in statements {
        if let Some(key) = &statement.key {
            lines.push(allowed_signer(&statement.email, NAMESPACE, &PublicKey::from_openssh(key)?)?);
        }
    }
    lines.sort_unstable();
    lines.dedup();
    Ok(lines.concat())
}

/// Writes statements into a folder, which is made where it is not there; a file that is there is not written over, unless
/// `replace` says so.
///
/// # Errors
/// `already_exists`, `io`.
pub fn export(statements: &[Statement], workspace: Uuid, out: &Path, replace: bool) -> Result<Exported> {
    let mut files = Vec::new();
    let mut exported = Exported { texts: Vec::new(), signed: 0, keys: 0 };
    for (place, statement) in statements.iter().enumerate() {
        let name = file_name(statement, place);
        files.push((name.clone(), statement.text(workspace)));
        if let Some(signature) = &statement.signature {
            files.push((format!("{name}.sig"), signature.clone()));
            exported.signed += 1;
        }
        exported.texts.push(name);
    }
    let allowed = signers(statements)?;
    exported.keys = allowed.lines().count();
    files.push((String::from("allowed_signers"), allowed));

    std::fs::create_dir_all(out).map_err(|e| Error::io(out, e))?;
    let places: Vec<_> = files.iter().map(|(name, _)| out.join(name)).collect();
    let target = |path| Target { path, overwrite: replace };
    places.iter().try_for_each(|path| target(path).check())?;
    for (path, (_, text)) in places.iter().zip(&files) {
        target(path).write(text.as_bytes())?;
    }
    Ok(exported)
}
