//! What may be done to people.

use super::events::PersonEvent;
use super::model::Role;
use super::{queries, refusals};
use crate::error::Result;
use crate::ids::PersonId;
use crate::signing::PublicKey;
use crate::workspace::Tx;

/// Enrols a person. `key` is an OpenSSH Ed25519 public key line.
///
/// # Errors
/// `already_exists` for a known address, `invalid_value` for an address that is none, `key_unusable` for such a key.
pub fn enrol(tx: &mut Tx<'_>, name: &str, email: &str, role: Role, key: Option<String>) -> Result<PersonId> {
    let email = email.trim();
    let usable = email.split_once('@').is_some_and(|(user, host)| !user.is_empty() && !host.is_empty())
        && !email.contains(char::is_whitespace);
    if !usable || name.trim().is_empty() {
        return Err(refusals::person_incomplete(name.trim(), email));
    }
    if queries::by_email(tx.db(), email)?.is_some() {
        return Err(refusals::person_already_enrolled(email));
    }
    if let Some(line) = &key {
        PublicKey::from_openssh(line)?;
    }
    let id = PersonId::new();
    tx.append(&PersonEvent::Enrolled { id, name: name.trim().into(), email: email.into(), role, key })?;
    Ok(id)
}
