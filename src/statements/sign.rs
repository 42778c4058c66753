//! By which key a person signs: the file that they name, else the one that was made here, else the one their agent holds.
//! Whoever has a key signs; whoever has none says it unsigned, where no rule asks for more.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use uuid::Uuid;

use super::model::NAMESPACE;
use super::refusals;
use crate::day::Day;
use crate::disk;
use crate::error::{Error, Result};
use crate::people::{Person, keys};
use crate::saved::write_private_bytes;
use crate::signing::{Agent, Passphrase, PublicKey, SigningKey, private_key_unusable, public_half};

/// The longest key file that is read, in bytes; one of Ed25519 takes about 500.
const KEY_FILE_MOST: u64 = 64 * 1024;

/// Where people's private keys are: never in a workspace.
#[derive(Debug, Clone)]
pub struct Keys {
    folder: PathBuf,
    agent: Option<Agent>,
}

/// How a person signs now.
#[derive(Debug, Clone, Copy)]
pub struct Signing<'a> {
    /// The workspace that the statement stands in.
    pub workspace: Uuid,
    /// Where keys are.
    pub keys: &'a Keys,
    /// A private key file of the user's own; of a public one, the agent holds the other half.
    pub file: Option<&'a Path>,
    /// What unlocks the key, where it is locked.
    pub passphrase: Option<&'a Passphrase>,
}

/// A signature with the key that made it.
#[derive(Debug, Clone)]
pub struct Signature {
    /// OpenSSH public key line.
    pub key: String,
    /// SSHSIG, armoured.
    pub armour: String,
}

impl Keys {
    /// The keys in a user's configuration folder, and the agent that holds others.
    pub fn of(config: &Path, agent: Option<Agent>) -> Self {
        Self { folder: config.join("people"), agent }
    }

    /// Makes a key for a person and keeps it under a passphrase; answers its public key line and where it lies.
    ///
    /// # Errors
    /// `invalid_value` for a short passphrase; `io`.
    pub fn generate(&self, email: &str, passphrase: &Passphrase) -> Result<(String, PathBuf)> {
        let key = SigningKey::generate()?;
        let place = self.place(&key.public());
        write_private_bytes(&place, key.to_locked(passphrase, email)?.as_bytes())?;
        Ok((key.public().to_openssh()?, place))
    }

    /// The private key file of a key that was made here.
    fn place(&self, key: &PublicKey) -> PathBuf {
        self.folder.join(format!("{}.key", hex::encode(key.as_bytes())))
    }
}

/// The public half of a key file that the user names: private or public.
///
/// # Errors
/// `file_not_found`, `key_unusable`.
pub fn public_of(file: &Path) -> Result<PublicKey> {
    let text = read(file)?;
    let line = text.trim();
    // A public key of another type is told as what it is, not as a private key that is none.
    let public = ["ssh-", "ecdsa-", "sk-"].iter().any(|begin| line.starts_with(begin));
    PublicKey::from_openssh(line).or_else(|refused| if public { Err(refused) } else { public_half(&text) })
}

fn read(file: &Path) -> Result<String> {
    let bytes = disk::read_named(file, KEY_FILE_MOST).map_err(|refused| match refused.reason().name {
        "file_too_large" => private_key_unusable(),
        _ => refused,
    })?;
    String::from_utf8(bytes).map_err(|_| private_key_unusable())
}

impl Signing<'_> {
    /// Signs a text as a person on a day; nothing where they have no key.
    ///
    /// # Errors
    /// `key_unusable` for a key that is not theirs, is not found, or does not open.
    pub fn sign(&self, db: &Connection, person: &Person, day: Day, text: &str) -> Result<Option<Signature>> {
        let enrolled = keys::on(db, person.id, day)?;
        let named = self.file.map(public_of).transpose()?;
        let Some(enrolled) = enrolled else {
            return match named {
                Some(named) => Err(not_theirs(db, person, &named)?),
                None => Ok(None),
            };
        };
        let key = PublicKey::from_openssh(&enrolled.key)?;
        if let Some(named) = named.filter(|named| *named != key) {
            return Err(not_theirs(db, person, &named)?);
        }
        let place = self.file.map_or_else(|| self.keys.place(&key), Path::to_owned);
        let armour = match read(&place) {
            Ok(private) if PublicKey::from_openssh(private.trim()).is_err() => {
                SigningKey::from_file(&private, self.passphrase)?.sign_openssh(NAMESPACE, text.as_bytes())?
            }
            // A public key, or no file of that key here: the other half may lie with the agent.
            Ok(_) | Err(_) => match &self.keys.agent {
                Some(agent) => agent.sign_openssh(&key, NAMESPACE, text.as_bytes()).map_err(|cause| {
                    refusals::statement_key_elsewhere(&person.email, key.fingerprint()).caused_by(cause)
                })?,
                None => return Err(refusals::statement_key_elsewhere(&person.email, key.fingerprint())),
            },
        };
        Ok(Some(Signature { key: enrolled.key, armour }))
    }
}

/// Why a key that was named does not speak for a person.
fn not_theirs(db: &Connection, person: &Person, named: &PublicKey) -> Result<Error> {
    let all = keys::all(db, person.id)?;
    if let Some(until) = all.iter().find(|key| keys::same(&key.key, named)).and_then(|key| key.until) {
        return Ok(refusals::statement_key_retired(&person.email, until));
    }
    Ok(match &person.fingerprint {
        Some(fingerprint) => refusals::statement_key_of_another(&person.email, fingerprint),
        None => refusals::statement_key_not_enrolled(&person.email),
    })
}
