//! Private keys in OpenSSH's own form (PROTOCOL.key): made here under a passphrase, or the user's own. Ed25519 alone.

use std::fmt;

use serde::Deserialize;
use ssh_key::private::{Ed25519Keypair, KeypairData};
use ssh_key::rand_core::OsRng;
use ssh_key::{LineEnding, PrivateKey};
use ts_rs::TS;

use super::{PublicKey, SigningKey, refusals};
use crate::error::{Error, Result};

/// The fewest letters of a passphrase for a key that is made here.
pub const PASSPHRASE_LEAST: usize = 8;

/// A passphrase. It never shows itself: not in a log, an error or an event.
#[derive(Clone, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct Passphrase(String);

impl Passphrase {
    /// What was typed.
    pub fn new(typed: impl Into<String>) -> Self {
        Self(typed.into())
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(secret)")
    }
}

impl SigningKey {
    /// The private key file of this key, locked with a passphrase, as `ssh-keygen` writes one.
    ///
    /// # Errors
    /// `invalid_value` for a passphrase that is too short.
    pub fn to_locked(&self, passphrase: &Passphrase, comment: &str) -> Result<String> {
        if passphrase.0.chars().count() < PASSPHRASE_LEAST {
            return Err(refusals::passphrase_short(PASSPHRASE_LEAST));
        }
        let pair = KeypairData::Ed25519(Ed25519Keypair::from_seed(&self.to_seed()));
        let locked = PrivateKey::new(pair, comment).and_then(|key| key.encrypt(&mut OsRng, passphrase.0.as_bytes()));
        let text = locked.and_then(|key| key.to_openssh(LineEnding::LF)).map_err(|e| unexpected(&e))?;
        Ok(text.to_string())
    }

    /// Reads a private key file, unlocked by a passphrase where it is locked.
    ///
    /// # Errors
    /// `key_unusable` for what is no OpenSSH key or no Ed25519 key; `passphrase_needed`; `passphrase_wrong`.
    pub fn from_file(text: &str, passphrase: Option<&Passphrase>) -> Result<Self> {
        let mut key = PrivateKey::from_openssh(text.trim_start()).map_err(|_| refusals::private_key_unusable())?;
        if key.algorithm() != ssh_key::Algorithm::Ed25519 {
            return Err(refusals::key_of_another_type(key.algorithm()));
        }
        if key.is_encrypted() {
            let passphrase = passphrase.ok_or_else(refusals::passphrase_needed)?;
            key = key.decrypt(passphrase.0.as_bytes()).map_err(|_| refusals::passphrase_wrong())?;
        }
        let pair = key.key_data().ed25519().ok_or_else(refusals::private_key_unusable)?;
        Ok(Self::from_seed(pair.private.to_bytes()))
    }
}

/// The public half of a private key file, which is never locked.
///
/// # Errors
/// As [`SigningKey::from_file`], but for the passphrase.
pub fn public_half(text: &str) -> Result<PublicKey> {
    let key = PrivateKey::from_openssh(text.trim_start()).map_err(|_| refusals::private_key_unusable())?;
    if key.algorithm() != ssh_key::Algorithm::Ed25519 {
        return Err(refusals::key_of_another_type(key.algorithm()));
    }
    PublicKey::from_openssh(&key.public_key().to_openssh().map_err(|e| unexpected(&e))?)
}

fn unexpected(cause: &ssh_key::Error) -> Error {
    Error::internal(format_args!("key: {cause}"))
}
