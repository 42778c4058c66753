//! OpenDocument: text, tables and presentations with headers, notes and comments; what was deleted is no text.

use super::heard::Form;
use super::model::{Extracted, Media, Unsearchable};
use super::pictured::may_be_scan;
use super::within::Within;
use super::{encodings, ods, parts, sniff, tracked, xml};

/// Reads one.
pub(super) fn read(bytes: &[u8], media: Media, within: &Within<'_>) -> Extracted {
    if !bytes.starts_with(b"PK") {
        return flat(bytes, media);
    }
    let mut archive = match parts::open(bytes) {
        Ok(archive) => archive,
        Err(problem) => return Extracted::unsearchable(media, problem),
    };
    // Each part is bounded; an encrypted one is there, but is no XML.
    let locked = parts::part(&mut archive, "META-INF/manifest.xml")
        .is_some_and(|manifest| super::sniff::find(&manifest, b"encryption-data").is_some());
    if locked {
        return Extracted::unsearchable(media, Unsearchable::Locked);
    }
    let (mut text, mut running, mut damaged) = (String::new(), String::new(), Vec::new());
    let body = parts::part(&mut archive, "content.xml").unwrap_or_default();
    let tracked = tracked::deleted(&body, Form::Open);
    if content(&body, media, &mut text).is_none() || body.is_empty() {
        return Extracted::unsearchable(media, Unsearchable::Damaged);
    }
    if media == Media::Odp {
        // What follows is on no slide.
        text.push('\x0b');
    }
    // Headers and footers. A file without them has no styles, which is no fault.
    if let Some(styles) = parts::part(&mut archive, "styles.xml") {
        text.push('\n');
        if xml::words(&styles, Form::Open, &mut running).is_none() {
            damaged.push(String::from("styles.xml"));
        }
        text.push_str(&running);
    }
    // Charts and formulas lie in files of their own within this one.
    let objects =
        parts::names(&archive).into_iter().filter(|n| n.starts_with("Object ") && n.ends_with("/content.xml"));
    for name in parts::in_order(objects.collect()) {
        if let Some(object) = parts::part(&mut archive, &name) {
            text.push('\n');
            if xml::words(&object, Form::Open, &mut text).is_none() {
                damaged.push(name);
            }
        }
    }
    let silent = text.trim().is_empty();
    let properties = parts::properties(bytes);
    let mut found = Extracted { running, tracked, properties, ..Extracted::text(media, text) };
    // Those that the text shows; what only a style has lies behind every page.
    let shown = |name: &String| name.starts_with("Pictures/") && sniff::find(&body, name.as_bytes()).is_some();
    let shown = parts::in_order(parts::names(&archive).into_iter().filter(shown).collect());
    for name in &shown {
        let Some(content) = parts::part(&mut archive, name) else { continue };
        if may_be_scan(&content) || silent && sniff::media(&content) == Media::Image {
            within.picture(name.trim_start_matches("Pictures/"), &content, &mut found);
        }
    }
    for name in &damaged {
        found.part_damaged(name);
    }
    if silent {
        found.problem = Some(if shown.is_empty() { Unsearchable::Empty } else { Unsearchable::ImageOnly });
    }
    found
}

fn content(xml: &[u8], media: Media, out: &mut String) -> Option<()> {
    match media {
        Media::Ods => ods::sheets(xml, out),
        _ => xml::words(xml, Form::Open, out),
    }
}

/// One that is a single file of XML. What it says of itself is none of its text.
fn flat(bytes: &[u8], media: Media) -> Extracted {
    let mut xml = encodings::decode(bytes);
    if let (Some(from), Some(to)) = (xml.find("<office:meta>"), xml.find("</office:meta>"))
        && from < to
    {
        xml.replace_range(from..to, "<office:meta>");
    }
    let mut found = Extracted::text(media, String::new());
    if content(xml.as_bytes(), media, &mut found.text).is_none() {
        found.problem = Some(Unsearchable::Damaged);
    }
    found
}
