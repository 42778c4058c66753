//! Which reader reads which kind of file.

use super::model::{Extracted, MOST_TEXT, Media, Unsearchable};
use super::within::{Read, Within, without};
use super::{archive, doc, encodings, html, mail, mbox, msg, odf, ooxml, pdf, ppt, rtf, sheet, sniff};

/// Every kind that is read; of any other it is said why not.
const READERS: &[(Media, Read)] = &[
    (Media::Pdf, pdf::read),
    (Media::Docx, |bytes, within| ooxml::read(bytes, Media::Docx, within)),
    (Media::Pptx, |bytes, within| ooxml::read(bytes, Media::Pptx, within)),
    (Media::Xlsx, |bytes, within| sheet::read(bytes, Media::Xlsx, within)),
    (Media::Xls, |bytes, within| sheet::read(bytes, Media::Xls, within)),
    (Media::Odt, |bytes, within| odf::read(bytes, Media::Odt, within)),
    (Media::Ods, |bytes, within| odf::read(bytes, Media::Ods, within)),
    (Media::Odp, |bytes, within| odf::read(bytes, Media::Odp, within)),
    (Media::Doc, |bytes, _| doc::read(bytes)),
    (Media::Ppt, |bytes, _| ppt::read(bytes)),
    (Media::Rtf, |bytes, _| rtf::read(bytes)),
    (Media::Html, |bytes, _| html::read(bytes)),
    (Media::Text, |bytes, _| Extracted::text(Media::Text, encodings::decode(bytes))),
    (Media::Csv, |bytes, _| Extracted::text(Media::Csv, encodings::decode(bytes))),
    (Media::Email, |bytes, within| mail::read(bytes, Media::Email, within)),
    (Media::Mht, |bytes, within| mail::read(bytes, Media::Mht, within)),
    (Media::Mbox, mbox::read),
    (Media::Msg, msg::read),
    (Media::Zip, archive::read),
];

/// What is known of content that no reader reads, without a look into it: pictures, films, programs are not handed to anybody.
pub(super) fn unread(bytes: &[u8]) -> Option<Extracted> {
    sniff::unread(bytes).map(|media| Extracted::unsearchable(media, why_not(media, bytes)))
}

/// Reads content of any kind.
pub(super) fn read(bytes: &[u8], within: &Within<'_>) -> Extracted {
    let media = sniff::media(bytes);
    let mut found = match READERS.iter().find(|(kind, _)| *kind == media) {
        Some((_, reader)) => reader(bytes, within),
        None => Extracted::unsearchable(media, why_not(media, bytes)),
    };
    if encodings::cut(&mut found.text, MOST_TEXT) {
        found.problem = Some(Unsearchable::TooLarge);
    }
    if matches!(media, Media::Text | Media::Csv) && found.text.contains('\x1b') {
        found.text = uncoloured(&found.text);
    }
    // No word holds one, and each would take six bytes on its way out of a child.
    without(&mut found, |c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0b' | '\x0c'));
    found
}

/// A text without the codes by which terminals colour it.
fn uncoloured(text: &str) -> String {
    let mut parts = text.split("\x1b[");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| ('@'..='~').contains(&c));
        out.push_str(end.map_or(part, |end| &part[end + 1..]));
    }
    out
}

fn why_not(media: Media, bytes: &[u8]) -> Unsearchable {
    match media {
        Media::Empty => Unsearchable::Empty,
        Media::Image => Unsearchable::ImageOnly,
        _ if sniff::locked_container(bytes) => Unsearchable::Locked,
        _ => Unsearchable::UnknownType,
    }
}
