//! The tag files of a bag, each of which is known before the first byte of the payload is copied.

use super::model::{Bag, Source};
use crate::digest::Digest;
use crate::error::Result;

/// Names and contents, in the order in which they stand in the ZIP. The payload is in its order already.
pub(super) fn tags(bag: &Bag<'_>, total: u64) -> Result<Vec<(&'static str, Vec<u8>)>> {
    let bagit = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".to_vec();
    let mut info = String::new();
    for (name, value) in bag.info {
        info.push_str(&format!("{name}: {}\n", one_line(value)));
    }
    info.push_str(&format!("Payload-Oxum: {total}.{}\n", bag.payload.len()));
    let info = info.into_bytes();
    let mut manifest = String::new();
    for file in &bag.payload {
        let digest = match &file.source {
            Source::Made(bytes) => Digest::of(bytes),
            Source::Filed(digest, _) => *digest,
        };
        manifest.push_str(&format!("{digest}  data/{}\n", file.path));
    }
    let manifest = manifest.into_bytes();
    let mut tagmanifest = String::new();
    for (name, bytes) in [("bag-info.txt", &info), ("bagit.txt", &bagit), ("manifest-sha256.txt", &manifest)] {
        tagmanifest.push_str(&format!("{}  {name}\n", Digest::of(bytes)));
    }
    let signature = bag.key.sign_openssh(bag.namespace, tagmanifest.as_bytes())?;
    Ok(vec![
        ("bagit.txt", bagit),
        ("bag-info.txt", info),
        ("manifest-sha256.txt", manifest),
        ("tagmanifest-sha256.txt", tagmanifest.into_bytes()),
        ("tagmanifest-sha256.txt.sig", signature.into_bytes()),
    ])
}

/// A value that begins a line of its own would be another tag.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
