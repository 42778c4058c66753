//! The answer of a time-stamp authority (RFC 3161, RFC 5652), made by hand: whole in form, without an authority behind it.

use sha2::{Digest as _, Sha256};

/// A DER element.
fn element(tag: u8, content: &[&[u8]]) -> Vec<u8> {
    let content = content.concat();
    let length = u8::try_from(content.len()).unwrap();
    let head = if length < 0x80 { vec![tag, length] } else { vec![tag, 0x81, length] };
    [head, content].concat()
}

fn oid(bytes: &[u8]) -> Vec<u8> {
    element(6, &[bytes])
}

/// An answer over a hash; what its signer signed is `stamped`, which in a sound one is the hash of the stamp.
fn made(hash: &[u8], stamped: impl Fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let sha256 = element(0x30, &[&oid(&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1])]);
    let policy = oid(&[0x2a, 3, 4, 1]);
    let time = element(0x18, &[b"20260601120000Z"]);
    let imprint = element(0x30, &[&sha256, &element(4, &[hash])]);
    let stamp = element(0x30, &[&[2, 1, 1], &policy, &imprint, &[2, 1, 7], &time]);
    let holds = element(0xa0, &[&element(4, &[&stamp])]);
    let encapsulated = element(0x30, &[&oid(&[0x2a, 0x86, 0x48, 0x86, 0xf7, 13, 1, 9, 16, 1, 4]), &holds]);
    let attribute = element(
        0x30,
        &[&oid(&[0x2a, 0x86, 0x48, 0x86, 0xf7, 13, 1, 9, 4]), &element(0x31, &[&element(4, &[&stamped(&stamp)])])],
    );
    let signer = element(0x30, &[&[2, 1, 1], &element(0xa0, &[&attribute])]);
    let signed = element(0x30, &[&[2, 1, 3], &element(0x31, &[&sha256]), &encapsulated, &element(0x31, &[&signer])]);
    let token = element(0x30, &[&oid(&[0x2a, 0x86, 0x48, 0x86, 0xf7, 13, 1, 7, 2]), &element(0xa0, &[&signed])]);
    let body = [&[0x30, 3, 2, 1, 0][..], &token].concat();
    let length = u16::try_from(body.len()).unwrap().to_be_bytes();
    [&[0x30, 0x82, length[0], length[1]][..], &body].concat()
}

/// One over a hash.
pub fn answer(hash: &[u8]) -> Vec<u8> {
    made(hash, |stamp| Sha256::digest(stamp).to_vec())
}

/// One whose stamp was exchanged after it was signed.
pub fn exchanged(hash: &[u8]) -> Vec<u8> {
    made(hash, |_| Sha256::digest(b"another stamp").to_vec())
}
