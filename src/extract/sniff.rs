//! What a file is, told by its content.

use std::io::Cursor;

use zip::ZipArchive;

use super::model::Media;
use super::{compound, encodings, parts};

/// Behind it stands a version, or the next word: a text that speaks of the format has neither.
fn is_rtf(bytes: &[u8]) -> bool {
    let behind = bytes.strip_prefix(b"{\\rtf").and_then(|rest| rest.first());
    behind.is_some_and(|next| next.is_ascii_digit() || *next == b'\\')
}

/// The type of some content.
pub(super) fn media(bytes: &[u8]) -> Media {
    if bytes.is_empty() {
        Media::Empty
    } else if is_zip(bytes) {
        zipped(bytes)
    } else if is_compound(bytes) {
        of_before_2007(bytes)
    } else if is_picture(bytes) {
        Media::Image
    } else if is_pdf(bytes) {
        Media::Pdf
    } else if is_rtf(bytes) {
        Media::Rtf
    } else if encodings::is_text(bytes) {
        textual(&encodings::decode(&bytes[..bytes.len().min(64 * 1024)]))
    } else {
        Media::Other
    }
}

/// The type of content that is read by no reader, where its first bytes say that: nothing is taken apart for it.
pub(super) fn unread(bytes: &[u8]) -> Option<Media> {
    match () {
        () if bytes.is_empty() => Some(Media::Empty),
        () if is_zip(bytes) || is_compound(bytes) => None,
        () if is_picture(bytes) => Some(Media::Image),
        () if is_pdf(bytes) || is_rtf(bytes) || encodings::is_text(bytes) => None,
        () => Some(Media::Other),
    }
}

/// Whether some content begins as a ZIP does.
fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
}

/// By what pictures begin with, most of which begins a text as well: no picture is one from its first byte to its last. `BM` says the
/// size of its head behind it.
fn is_picture(bytes: &[u8]) -> bool {
    begins_picture(bytes) && (bytes[..bytes.len().min(4)].iter().any(|b| *b >= 0x80) || !encodings::is_text(bytes))
}

fn begins_picture(bytes: &[u8]) -> bool {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    let head = bytes.get(14..18).map(|size| u32::from_le_bytes([size[0], size[1], size[2], size[3]]));
    starts(b"\x89PNG\r\n\x1a\n")
        || starts(b"\xff\xd8\xff")
        || starts(b"GIF87a")
        || starts(b"GIF89a")
        || starts(b"II*\0")
        || starts(b"MM\0*")
        || (starts(b"BM") && head.is_some_and(|size| [12, 40, 52, 56, 64, 108, 124].contains(&size)))
        || (starts(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"))
        || matches!(bytes.get(4..12), Some(b"ftypheic" | b"ftypheix" | b"ftypmif1" | b"ftypavif"))
}

/// A PDF says so at its beginning; where something stands before it, as some programs leave it, it also has an end. A text
/// that speaks of PDF has none.
fn is_pdf(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    let Some(at) = find(head, b"%PDF-") else { return false };
    let before = head[..at].iter().all(|b| b.is_ascii_whitespace() || [0xef, 0xbb, 0xbf].contains(b));
    before || find(&bytes[bytes.len().saturating_sub(2048)..], b"startxref").is_some() && !looks_like_mail(head)
}

fn looks_like_mail(head: &[u8]) -> bool {
    matches!(textual(&String::from_utf8_lossy(head)), Media::Email | Media::Mbox | Media::Mht)
}

/// Office files are told by the parts in them. A truncated archive keeps its first local names, and with them
/// what it was meant to be.
fn zipped(bytes: &[u8]) -> Media {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok();
    let names = archive.as_ref().map(parts::names).unwrap_or_default();
    let has = |part: &str| {
        if names.is_empty() { find(bytes, part.as_bytes()).is_some() } else { names.iter().any(|n| n == part) }
    };
    // An archive of office files holds their names too, in the whole of its bytes; only its own first names count.
    if has("word/document.xml") {
        return Media::Docx;
    } else if has("xl/workbook.xml") || has("xl/workbook.bin") {
        return Media::Xlsx;
    } else if has("ppt/presentation.xml") {
        return Media::Pptx;
    }
    // Which part is the main one, the archive says itself.
    if parts::main_of(bytes, "wordprocessingml").is_some() {
        return Media::Docx;
    }
    // It should be the first, and is not where another program packed the file again.
    let said = archive.as_mut().filter(|_| has("content.xml")).and_then(|archive| parts::part(archive, "mimetype"));
    let said = said.unwrap_or_else(|| bytes[..bytes.len().min(200)].to_vec());
    let says = |kind: &[u8]| find(&said, kind).is_some();
    if says(b"opendocument.text") {
        Media::Odt
    } else if says(b"opendocument.spreadsheet") {
        Media::Ods
    } else if says(b"opendocument.presentation") {
        Media::Odp
    } else {
        Media::Zip
    }
}

/// What a compound file is, by the streams in it.
fn of_before_2007(bytes: &[u8]) -> Media {
    let Some(file) = compound::open(bytes) else { return Media::Other };
    let kinds = [
        ("/WordDocument", Media::Doc),
        ("/Workbook", Media::Xls),
        ("/Book", Media::Xls),
        ("/PowerPoint Document", Media::Ppt),
        ("/__properties_version1.0", Media::Msg),
    ];
    kinds.into_iter().find(|(stream, _)| file.is_stream(stream)).map_or(Media::Other, |(_, media)| media)
}

/// An OLE container that holds an encrypted Office file, or one under rights management.
pub(super) fn locked_container(bytes: &[u8]) -> bool {
    let utf16 = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    is_compound(bytes)
        && ["EncryptedPackage", "DRMContent", "EncryptionInfo"].iter().any(|n| find(bytes, &utf16(n)).is_some())
}

fn textual(head: &str) -> Media {
    let head = head.trim_start_matches('\u{feff}');
    let start: String = head.trim_start().chars().take(2048).collect::<String>().to_lowercase();
    const PAGE: [&str; 4] = ["<!doctype html", "<html", "<head", "<body"];
    // A part of a page, as editors and mails leave it.
    const PART: [&str; 14] = [
        "<p>", "<p ", "<div", "<table", "<h1", "<h2", "<h3", "<ul>", "<ul ", "<ol>", "<span", "<meta ", "<title>",
        "<section",
    ];
    let page = PAGE.iter().chain(&PART).any(|tag| start.starts_with(tag));
    if let Some(media) = flat(&start) {
        return media;
    }
    // XHTML begins as XML does, and comments may stand before the page.
    let page = page
        || (start.starts_with("<?xml") || start.starts_with("<!--"))
            && (start.contains("<html") || start.contains("<!doctype html"));
    if page {
        return Media::Html;
    }
    // A mailbox begins with who sent the first mail, and when.
    let mailbox = head.split_once('\n').filter(|(first, _)| begins_mail(first.as_bytes()));
    if mailbox.is_some_and(|(_, rest)| headers(rest).count >= 2) {
        return Media::Mbox;
    }
    let found = headers(head);
    if (found.from || found.mime) && found.count >= 2 && found.first {
        return if found.related { Media::Mht } else { Media::Email };
    }
    let head = unquoted(head);
    let lines: Vec<&str> = head.lines().take(20).filter(|l| !l.trim().is_empty()).collect();
    let separated = [',', ';', '\t'].iter().any(|separator| {
        let counts: Vec<usize> = lines.iter().map(|l| l.matches(*separator).count()).collect();
        lines.len() >= 2 && counts[0] >= 1 && counts.iter().take(3).all(|c| *c >= counts[0])
    });
    if separated { Media::Csv } else { Media::Text }
}

/// Office documents that are one file of XML.
fn flat(start: &str) -> Option<Media> {
    let xml = start.starts_with("<?xml") || start.starts_with("<office:document");
    let says = |part: &str| xml && start.contains(part);
    match () {
        () if says("<office:document") && says("opendocument.text") => Some(Media::Odt),
        () if says("<office:document") && says("opendocument.spreadsheet") => Some(Media::Ods),
        () if says("<office:document") && says("opendocument.presentation") => Some(Media::Odp),
        () if says("progid=\"word.document\"") || says("<w:worddocument") => Some(Media::Docx),
        () => None,
    }
}

/// A text without what stands in quotes: there a separator separates nothing, and a line may end. As it is where the quotes do not end.
fn unquoted(head: &str) -> std::borrow::Cow<'_, str> {
    if head.matches('"').count() % 2 == 1 || !head.contains('"') {
        return head.into();
    }
    head.split('"').step_by(2).collect::<Vec<_>>().join("\"").into()
}

/// Whether a line begins a message: it says who sent it and at what time. A sentence that begins with *From* says none.
pub(super) fn begins_mail(line: &[u8]) -> bool {
    let time = |word: &[u8]| word.len() >= 5 && word[..2].iter().all(u8::is_ascii_digit) && word[2] == b':';
    line.starts_with(b"From ") && line.split(|b| *b == b' ').any(time)
}

/// The lines that head a message.
#[expect(clippy::struct_excessive_bools, reason = "each is a sign of its own")]
struct Headers {
    /// The first line is one.
    first: bool,
    from: bool,
    /// It says of what kind it is, as mails without a sender do, and pages that a program keeps in such a form.
    mime: bool,
    /// How many of the usual ones there are.
    count: usize,
    /// A web page with its pictures.
    related: bool,
}

fn headers(head: &str) -> Headers {
    let lines: Vec<String> = head.lines().take_while(|l| !l.trim().is_empty()).map(str::to_lowercase).collect();
    let has = |name: &str| lines.iter().any(|l| l.starts_with(name));
    let usual = ["from:", "subject:", "date:", "to:", "mime-version:", "content-type:", "message-id:", "received:"];
    let first = lines.first().is_some_and(|l| l.split_once(':').is_some_and(|(n, _)| !n.contains(' ')));
    let related = lines.iter().any(|l| l.contains("multipart/related"))
        && (has("snapshot-content-location:")
            || has("from: <saved by")
            || has("from: \"saved by")
            || has("content-location:"));
    let mime = has("mime-version:") && has("content-type:");
    Headers { first, mime, from: has("from:"), count: usual.iter().filter(|name| has(name)).count(), related }
}

/// Where `needle` first stands.
pub(super) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|window| window == needle)
}
