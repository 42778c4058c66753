//! Time stamps of RFC 3161, as far as this program needs them: the request for one, and whether an answer is about certain
//! bytes. Whoever trusts the authority checks the answer with `openssl ts -verify`.

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

/// The hashes that a `TimeStampResp` could be about: what stands in it as octet strings of 32 bytes.
///
/// # Errors
/// `timestamp_unreadable` for anything else; `timestamp_refused` where the authority granted no time stamp.
pub fn stamped_hashes(answer: &[u8]) -> Result<Vec<Digest>> {
    let unreadable = refusals::timestamp_unreadable;
    let (0x30, all, []) = read(answer).ok_or_else(unreadable)? else { return Err(unreadable()) };
    let (0x30, status, token) = read(all).ok_or_else(unreadable)? else { return Err(unreadable()) };
    let (0x02, [status], _) = read(status).ok_or_else(unreadable)? else { return Err(unreadable()) };
    if *status > 1 || token.is_empty() {
        return Err(refusals::timestamp_refused(status));
    }
    let hashes = token.windows(34).filter(|part| part[..2] == [0x04, 32]);
    Ok(hashes.filter_map(|part| part[2..].try_into().ok().map(Digest::from_bytes)).collect())
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
