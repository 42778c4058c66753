//! Private keys in OpenSSH's own form (PROTOCOL.key): made here under a passphrase, or the user's own. Ed25519 alone.

use std::fmt;

use base64::Engine as _;
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
        let mut key = PrivateKey::from_openssh(text.trim_start()).map_err(|_| unreadable(text))?;
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
    let key = PrivateKey::from_openssh(text.trim_start()).map_err(|_| unreadable(text))?;
    if key.algorithm() != ssh_key::Algorithm::Ed25519 {
        return Err(refusals::key_of_another_type(key.algorithm()));
    }
    PublicKey::from_openssh(&key.public_key().to_openssh().map_err(|e| unexpected(&e))?)
}

/// Why a private key cannot be read: it may be of a type whose form the library knows in part only.
fn unreadable(text: &str) -> Error {
    match type_in(text) {
        Some(other) if other != "ssh-ed25519" => refusals::key_of_another_type(other),
        _ => refusals::private_key_unusable(),
    }
}

/// The type of key that OpenSSH's form names in front of its public half, which is never locked.
fn type_in(text: &str) -> Option<String> {
    let inner = text.trim().strip_prefix("-----BEGIN OPENSSH PRIVATE KEY-----")?;
    let inner: String = inner.split("-----END").next()?.split_whitespace().collect();
    let bytes = base64::engine::general_purpose::STANDARD.decode(inner).ok()?;
    let mut rest = bytes.strip_prefix(b"openssh-key-v1\0")?;
    let mut part = || -> Option<&[u8]> {
        let (size, behind) = rest.split_first_chunk::<4>()?;
        let (part, behind) = behind.split_at_checked(u32::from_be_bytes(*size) as usize)?;
        rest = behind;
        Some(part)
    };
    // How it is locked, with what, and by which numbers.
    for _ in 0..3 {
        part()?;
    }
    // How many keys there are, then the public half of the first, which begins with its type.
    let public = rest.get(4..)?.split_first_chunk::<4>().map(|(_, public)| public)?;
    let (size, behind) = public.split_first_chunk::<4>()?;
    let name = behind.get(..u32::from_be_bytes(*size) as usize)?;
    Some(String::from_utf8_lossy(name).into_owned()).filter(|name| name.bytes().all(|b| b.is_ascii_graphic()))
}

fn unexpected(cause: &ssh_key::Error) -> Error {
    Error::internal(format_args!("key: {cause}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_type_of_a_key_is_told_where_the_rest_cannot_be_read() {
        let part = |bytes: &[u8]| [&u32::try_from(bytes.len()).unwrap().to_be_bytes(), bytes].concat();
        let public = [part(b"ecdsa-sha2-nistp256"), part(b"nistp256"), part(&[4; 65])].concat();
        let mut bytes = b"openssh-key-v1\0".to_vec();
        bytes.extend([part(b"none"), part(b"none"), part(b""), vec![0, 0, 0, 1], part(&public), part(b"?")].concat());
        let file = |bytes: &[u8]| {
            let text = base64::engine::general_purpose::STANDARD.encode(bytes);
            format!("-----BEGIN OPENSSH PRIVATE KEY-----\n{text}\n-----END OPENSSH PRIVATE KEY-----\n")
        };
        assert_eq!(unreadable(&file(&bytes)).reason().name, "key_of_another_type");
        for cut in 0..bytes.len() {
            let _ = unreadable(&file(&bytes[..cut]));
        }
        assert_eq!(unreadable("no key").reason().name, "private_key_unusable");
    }
}
