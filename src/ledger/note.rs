//! Checkpoints as signed notes: C2SP `tlog-checkpoint` in `signed-note`, Ed25519.

use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest as _, Sha256};

use super::refusals::{checkpoint_key_differs, checkpoint_unreadable, verifier_key_unreadable};
use crate::digest::Digest;
use crate::error::{Error, Result};
use crate::signing::{PublicKey, SigningKey};

/// Algorithm byte of Ed25519 in signed notes.
const ED25519: u8 = 0x01;

impl SigningKey {
    /// The public half, under the name by which signed notes know it: a ledger's origin.
    pub fn verifier(&self, name: &str) -> VerifierKey {
        VerifierKey { name: name.to_owned(), key: self.public() }
    }
}

/// The public half of a signing key, under the name that signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    key: PublicKey,
}

impl VerifierKey {
    fn id(&self) -> [u8; 4] {
        let mut hash = Sha256::new();
        hash.update(self.name.as_bytes());
        hash.update([b'\n', ED25519]);
        hash.update(self.key.as_bytes());
        let full: [u8; 32] = hash.finalize().into();
        [full[0], full[1], full[2], full[3]]
    }

    /// The key's fingerprint, as OpenSSH and `pack verify` write it.
    pub fn fingerprint(&self) -> String {
        self.key.fingerprint()
    }

    /// The name under which it signs: a ledger's origin.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether the plain signature over a message is this key's.
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        self.key.verifies(message, signature)
    }

    /// The key's identifier in a note, in hexadecimal: it tells signers of one ledger apart.
    pub fn signer(&self) -> String {
        hex::encode(self.id())
    }
}

impl std::fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut key = vec![ED25519];
        key.extend_from_slice(self.key.as_bytes());
        write!(f, "{}+{}+{}", self.name, self.signer(), BASE64.encode(key))
    }
}

/// Reads `name+identifier+key`; the identifier has to be the key's own.
impl FromStr for VerifierKey {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let unreadable = verifier_key_unreadable;
        let mut parts = text.trim().splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(unreadable());
        };
        let bytes = BASE64.decode(key).map_err(|_| unreadable())?;
        let public = bytes.strip_prefix(&[ED25519]).and_then(|rest| <&[u8; 32]>::try_from(rest).ok());
        let key = public.and_then(PublicKey::from_bytes).ok_or_else(unreadable)?;
        let read = Self { name: name.to_owned(), key };
        if read.signer() == id { Ok(read) } else { Err(unreadable()) }
    }
}

/// A ledger's size and root, under its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The ledger's name.
    pub origin: String,
    /// Number of entries.
    pub size: u64,
    /// Root of the tree over them.
    pub root: Digest,
}

impl Checkpoint {
    fn text(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, BASE64.encode(self.root.as_bytes()))
    }

    /// The signed note.
    pub fn sign(&self, key: &SigningKey) -> String {
        let text = self.text();
        let mut signature = key.verifier(&self.origin).id().to_vec();
        signature.extend_from_slice(&key.sign(text.as_bytes()));
        format!("{text}\n\u{2014} {} {}\n", self.origin, BASE64.encode(signature))
    }

    /// Reads a checkpoint without checking who signed it.
    pub fn parse(note: &str) -> Result<Self> {
        let (text, _) = note.split_once("\n\n").ok_or_else(checkpoint_unreadable)?;
        let mut lines = text.lines();
        let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next()) else {
            return Err(checkpoint_unreadable());
        };
        let root: [u8; 32] =
            BASE64.decode(root).ok().and_then(|bytes| bytes.try_into().ok()).ok_or_else(checkpoint_unreadable)?;
        Ok(Self {
            origin: origin.to_owned(),
            size: written_size(size).ok_or_else(checkpoint_unreadable)?,
            root: Digest::from_bytes(root),
        })
    }

    /// Reads a checkpoint and checks that `key` signed it; signatures of others are passed over.
    ///
    /// # Errors
    /// `key_unusable` where no signature of `key` fits.
    pub fn verify(note: &str, key: &VerifierKey) -> Result<Self> {
        let checkpoint = Self::parse(note)?;
        let (text, signatures) = note.split_once("\n\n").ok_or_else(checkpoint_unreadable)?;
        let text = format!("{text}\n");
        let signed = signatures.lines().any(|line| {
            let Some((name, encoded)) = line.strip_prefix("\u{2014} ").and_then(|rest| rest.split_once(' ')) else {
                return false;
            };
            let Ok(bytes) = BASE64.decode(encoded) else { return false };
            name == key.name && bytes.get(..4) == Some(&key.id()[..]) && key.key.verifies(text.as_bytes(), &bytes[4..])
        });
        if signed { Ok(checkpoint) } else { Err(checkpoint_key_differs()) }
    }
}

/// A size as a note has it: one number is written in one way, without a sign and without a zero before it. Whoever read another
/// way would sign on top of what nobody else takes for signed.
fn written_size(text: &str) -> Option<u64> {
    let one_way = text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    if one_way { text.parse().ok() } else { None }
}

/// Which key signed a note first, as [`VerifierKey::signer`] names it.
pub fn signer(note: &str) -> Result<String> {
    let (_, signatures) = note.split_once("\n\n").ok_or_else(checkpoint_unreadable)?;
    let encoded = signatures.lines().next().and_then(|line| line.rsplit_once(' ')).ok_or_else(checkpoint_unreadable)?.1;
    let bytes = BASE64.decode(encoded).map_err(|_| checkpoint_unreadable())?;
    bytes.get(..4).map(hex::encode).ok_or_else(checkpoint_unreadable)
}
