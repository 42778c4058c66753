//! Signed notes from the reader's side.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest as _, Sha256};

use super::merkle::Hash;

/// What a checkpoint says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Statement {
    pub(super) origin: String,
    pub(super) size: u64,
    pub(super) root: Hash,
}

/// Reads a checkpoint; nothing where it is none.
pub(super) fn statement(note: &str) -> Option<Statement> {
    let (text, signatures) = note.split_once("\n\n")?;
    if !signatures.starts_with('\u{2014}') {
        return None;
    }
    let mut lines = text.split('\n');
    let (origin, size, root) = (lines.next()?, lines.next()?, lines.next()?);
    // One number is written in one way: without a sign, without a zero before it.
    if origin.is_empty() || !size.bytes().all(|b| b.is_ascii_digit()) || (size.len() > 1 && size.starts_with('0')) {
        return None;
    }
    Some(Statement { origin: origin.to_owned(), size: size.parse().ok()?, root: hash(root)? })
}

/// The identifier of the key that signed a note first.
pub(super) fn signer(text: &str) -> Option<[u8; 4]> {
    let (_, signatures) = text.split_once("\n\n")?;
    let (_, encoded) = signatures.lines().next()?.rsplit_once(' ')?;
    BASE64.decode(encoded).ok()?.first_chunk().copied()
}

/// A hash in base64.
pub(super) fn hash(text: &str) -> Option<Hash> {
    BASE64.decode(text).ok()?.try_into().ok()
}

/// A verifier key `name+id+key`: its name and public key.
pub(super) fn key(text: &str) -> Option<(String, [u8; 32])> {
    let text = text.trim();
    let (rest, encoded) = text.split_once('+').and_then(|(name, rest)| {
        let (id, key) = rest.split_once('+')?;
        Some(((name, id), key))
    })?;
    let (name, id) = rest;
    let bytes = BASE64.decode(encoded).ok()?;
    let (algorithm, public) = bytes.split_first()?;
    let public: [u8; 32] = public.try_into().ok()?;
    if *algorithm != 1 || hex::encode(key_id(name, &public)) != id {
        return None;
    }
    Some((name.to_owned(), public))
}

/// A verifier key as signed notes write it.
pub(super) fn key_text(name: &str, public: &[u8; 32]) -> String {
    let bytes: Vec<u8> = std::iter::once(1).chain(public.iter().copied()).collect();
    format!("{name}+{}+{}", hex::encode(key_id(name, public)), BASE64.encode(bytes))
}

/// A checkpoint that says nothing besides, under one signature; nothing where it is none.
pub(super) fn plain(text: &str) -> Option<String> {
    let Statement { origin, size, root } = statement(text)?;
    let (_, signatures) = text.split_once("\n\n")?;
    let (name, encoded) = signatures.lines().next()?.strip_prefix("\u{2014} ")?.rsplit_once(' ')?;
    let signature = BASE64.encode(BASE64.decode(encoded).ok()?);
    Some(format!("{origin}\n{size}\n{}\n\n\u{2014} {name} {signature}\n", BASE64.encode(root)))
}

/// The checkpoint in a text that went through the post: other line ends, blanks behind lines, marks of a quotation before
/// them, a greeting around, a signature broken from its name. Nothing where there is none.
pub(super) fn in_text(text: &str) -> Option<String> {
    let bare = |line: &'_ str| line.trim_start_matches(|c: char| c == '>' || c.is_whitespace()).trim_end().to_owned();
    let lines: Vec<String> = text.trim_start_matches('\u{feff}').lines().map(bare).collect();
    let begins = |at: &usize| {
        let size = lines[*at + 1].parse::<u64>().is_ok();
        !lines[*at].is_empty() && size && hash(&lines[*at + 2]).is_some()
    };
    let at = (0..lines.len().saturating_sub(2)).find(begins)?;
    let mut behind = lines[at + 3..].iter().skip_while(|line| line.is_empty()).peekable();
    let mut signatures = String::new();
    while let Some(line) = behind.next_if(|line| line.starts_with('\u{2014}')) {
        signatures += line;
        if line.split(' ').count() == 2 {
            signatures.push(' ');
            signatures += behind.next().map_or("", String::as_str);
        }
        signatures.push('\n');
    }
    let note = format!("{}\n{}\n{}\n\n{signatures}", lines[at], lines[at + 1], lines[at + 2]);
    statement(&note).map(|_| note)
}

/// How notes call a key.
pub(super) fn key_id(name: &str, public: &[u8; 32]) -> [u8; 4] {
    let mut h = Sha256::new();
    h.update(name);
    h.update(b"\n\x01");
    h.update(public);
    let full: Hash = h.finalize().into();
    [full[0], full[1], full[2], full[3]]
}

/// Whether this key signed the note.
pub(super) fn signed_by(note: &str, name: &str, public: &[u8; 32]) -> bool {
    let Some((text, signatures)) = note.split_once("\n\n") else { return false };
    let Ok(key) = VerifyingKey::from_bytes(public) else { return false };
    let signed = format!("{text}\n");
    signatures.lines().any(|line| {
        let Some(rest) = line.strip_prefix("\u{2014} ") else { return false };
        let Some((signer, encoded)) = rest.rsplit_once(' ') else { return false };
        let Ok(bytes) = BASE64.decode(encoded) else { return false };
        signer == name
            && bytes.len() == 68
            && bytes[..4] == key_id(name, public)
            && Signature::from_slice(&bytes[4..]).is_ok_and(|s| key.verify_strict(signed.as_bytes(), &s).is_ok())
    })
}
