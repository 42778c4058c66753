//! What a file is, told by its content.

use std::io::Cursor;

use zip::ZipArchive;

use super::model::Media;
use super::{office, plain};

/// The type of some content.
pub(super) fn media(bytes: &[u8]) -> Media {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    if bytes.is_empty() {
        Media::Empty
    } else if bytes.get(..1024.min(bytes.len())).is_some_and(|head| find(head, b"%PDF-").is_some()) {
        Media::Pdf
    } else if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        zipped(bytes)
    } else if starts(b"\x89PNG\r\n\x1a\n")
        || starts(b"\xff\xd8\xff")
        || starts(b"GIF8")
        || starts(b"II*\0")
        || starts(b"MM\0*")
        || starts(b"BM")
        || (starts(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"))
    {
        Media::Image
    } else if plain::is_text(bytes) {
        textual(&plain::decode(&bytes[..bytes.len().min(64 * 1024)]))
    } else {
        Media::Other
    }
}

/// Office files are told by the parts in them. A truncated archive keeps its first local names, and with them
/// what it was meant to be.
fn zipped(bytes: &[u8]) -> Media {
    let names: Vec<String> = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => office::file_names(&archive),
        Err(_) => Vec::new(),
    };
    let has = |part: &str| {
        if names.is_empty() { find(bytes, part.as_bytes()).is_some() } else { names.iter().any(|n| n == part) }
    };
    if has("word/document.xml") {
        Media::Docx
    } else if has("xl/workbook.xml") || has("xl/workbook.bin") {
        Media::Xlsx
    } else if has("ppt/presentation.xml") {
        Media::Pptx
    } else if find(&bytes[..bytes.len().min(200)], b"opendocument.text").is_some() {
        Media::Odt
    } else if find(&bytes[..bytes.len().min(200)], b"opendocument.spreadsheet").is_some() {
        Media::Ods
    } else {
        Media::Zip
    }
}

/// Whether this is a whole archive: one that was cut off has lost the directory at its end.
pub(super) fn opens_as_zip(bytes: &[u8]) -> bool {
    ZipArchive::new(Cursor::new(bytes)).is_ok()
}

/// An OLE container that holds an encrypted Office file, or one under rights management.
pub(super) fn locked_container(bytes: &[u8]) -> bool {
    let utf16 = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
        && ["EncryptedPackage", "DRMContent", "EncryptionInfo"].iter().any(|n| find(bytes, &utf16(n)).is_some())
}

fn textual(head: &str) -> Media {
    let start = head.trim_start().get(..512).unwrap_or(head.trim_start()).to_lowercase();
    if start.starts_with("<!doctype html") || start.starts_with("<html") {
        return Media::Html;
    }
    let headers: Vec<&str> = head.lines().take_while(|l| !l.is_empty()).collect();
    let header = |name: &str| headers.iter().any(|l| l.to_lowercase().starts_with(name));
    let mail_like = headers.first().is_some_and(|l| l.split_once(':').is_some_and(|(n, _)| !n.contains(' ')));
    if mail_like && header("from:") && (header("subject:") || header("date:") || header("to:")) {
        return Media::Email;
    }
    let lines: Vec<&str> = head.lines().take(20).filter(|l| !l.trim().is_empty()).collect();
    let separated = [',', ';', '\t'].iter().any(|separator| {
        let counts: Vec<usize> = lines.iter().map(|l| l.matches(*separator).count()).collect();
        lines.len() >= 2 && counts[0] >= 1 && counts.iter().take(3).all(|c| *c >= counts[0])
    });
    if separated { Media::Csv } else { Media::Text }
}

/// Where `needle` first stands.
pub(super) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|window| window == needle)
}
