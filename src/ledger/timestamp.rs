//! Time stamps of RFC 3161, as far as this program needs them: the request for one, and whether an answer is about certain
//! bytes. Whoever trusts the authority checks the answer with `openssl ts -verify`.

use sha2::{Digest as _, Sha256, Sha384, Sha512};

use super::refusals;
use crate::digest::Digest;
use crate::error::{Error, Result};

/// `AlgorithmIdentifier` of SHA-256 with its empty parameters (RFC 5754), in DER.
const SHA256: [u8; 15] = [0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00];

/// A `TimeStampReq` over bytes with that hash, in DER: version 1, a nonce, the authority's certificate wanted.
pub fn stamp_request(digest: &Digest) -> Result<Vec<u8>> {
    let mut nonce = [0u8; 8];
    getrandom::fill(&mut nonce).map_err(|e| Error::internal(format_args!("no randomness: {e}")))?;
    // A positive integer without a leading zero.
    nonce[0] = nonce[0] & 0x7f | 0x40;
    let hash = element(0x04, digest.as_bytes());
    let imprint = element(0x30, &[&SHA256[..], &hash].concat());
    Ok(element(0x30, &[&element(0x02, &[1])[..], &imprint, &element(0x02, &nonce), &element(0x01, &[0xff])].concat()))
}

/// A DER element; what is written here is shorter than 128 bytes.
fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag, content.len() as u8];
    out.extend_from_slice(content);
    out
}

/// `id-signedData` (RFC 5652) and `id-ct-TSTInfo` (RFC 3161), the attribute `id-messageDigest`, and SHA-256, as DER has them.
const SIGNED_DATA: [u8; 9] = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
const TST_INFO: [u8; 11] = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x04];
const MESSAGE_DIGEST: [u8; 11] = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x04];
const SHA256_OID: [u8; 9] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];

/// The hash that a `TimeStampResp` says was stamped. Whether it is one, whole, is read; whether what it signs is the stamp
/// that it holds is compared; the authority's signature itself is checked by whoever trusts the authority.
///
/// # Errors
/// `timestamp_unreadable` for anything else; `timestamp_refused` where the authority granted no time stamp.
pub fn stamped_hash(answer: &[u8]) -> Result<Digest> {
    let unreadable = refusals::timestamp_unreadable;
    let (0x30, all, []) = read(answer).ok_or_else(unreadable)? else { return Err(unreadable()) };
    let (0x30, status, token) = read(all).ok_or_else(unreadable)? else { return Err(unreadable()) };
    let (0x02, [status], _) = read(status).ok_or_else(unreadable)? else { return Err(unreadable()) };
    if *status > 1 || token.is_empty() {
        return Err(refusals::timestamp_refused(status));
    }
    imprint(token).ok_or_else(unreadable)
}

/// The imprint in a time-stamp token, where what the token's signer signed is the stamp in it.
fn imprint(token: &[u8]) -> Option<Digest> {
    let (content, rest) = of(token, 0x30)?;
    let (kind, content) = of(content, 0x06)?;
    let (signed, _) = of(of(content, 0xa0)?.0, 0x30)?;
    let (_, signed) = of(signed, 0x02)?;
    let (_, signed) = of(signed, 0x31)?;
    let (encapsulated, mut signers) = of(signed, 0x30)?;
    let (inner, encapsulated) = of(encapsulated, 0x06)?;
    let (stamp, _) = of(of(encapsulated, 0xa0)?.0, 0x04)?;
    // Certificates and lists of revoked ones stand in between.
    while signers.first().is_some_and(|tag| *tag == 0xa0 || *tag == 0xa1) {
        signers = read(signers)?.2;
    }
    let (signer, _) = of(of(signers, 0x31)?.0, 0x30)?;
    (kind == SIGNED_DATA && inner == TST_INFO && rest.is_empty() && vouches(signer, stamp)).then_some(())?;
    let (said, _) = of(stamp, 0x30)?;
    let (_, said) = of(said, 0x02)?;
    let (_, said) = of(said, 0x06)?;
    let (imprint, _) = of(said, 0x30)?;
    let (algorithm, hash) = of(imprint, 0x30)?;
    let (hash, _) = of(hash, 0x04)?;
    (of(algorithm, 0x06)?.0 == SHA256_OID).then_some(())?;
    hash.try_into().ok().map(Digest::from_bytes)
}

/// Whether the hash in a signer's attributes is that of the stamp. By other algorithms than SHA-2 it is not worked out.
fn vouches(signer: &[u8], stamp: &[u8]) -> bool {
    let Some(at) = signer.windows(MESSAGE_DIGEST.len()).position(|part| part == MESSAGE_DIGEST) else { return false };
    let attribute = of(&signer[at + MESSAGE_DIGEST.len()..], 0x31).and_then(|(values, _)| of(values, 0x04));
    let Some((said, _)) = attribute else { return false };
    match said.len() {
        32 => said == &Sha256::digest(stamp)[..],
        48 => said == &Sha384::digest(stamp)[..],
        64 => said == &Sha512::digest(stamp)[..],
        _ => true,
    }
}

/// The content of the first element of DER where it has that tag, and what follows.
fn of(der: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    read(der).filter(|(found, ..)| *found == tag).map(|(_, content, rest)| (content, rest))
}

/// The first element of DER: its tag, its content, what follows.
fn read(der: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (tag, rest) = der.split_first()?;
    let (first, rest) = rest.split_first()?;
    let (length, rest) = if *first < 0x80 {
        (usize::from(*first), rest)
    } else {
        let count = usize::from(first & 0x7f);
        let bytes = rest.get(..count).filter(|bytes| (1..=4).contains(&bytes.len()))?;
        (bytes.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte)), &rest[count..])
    };
    Some((*tag, rest.get(..length)?, &rest[length..]))
}
