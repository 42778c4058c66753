//! Word documents and presentations of 2007 and later: body, tables, headers, notes, comments, text boxes, charts and
//! drawings.

use super::counted::Counted;
use super::heard::Form;
use super::model::{APART, COMMENTS, Extracted, Media, Unsearchable};
use super::slides::slides;
use super::within::Within;
use super::{embedded, encodings, parts, tracked, xml};

/// Reads one.
pub(super) fn read(bytes: &[u8], media: Media, within: &Within<'_>) -> Extracted {
    if !bytes.starts_with(b"PK") {
        return flat(bytes, media);
    }
    let main = (media == Media::Docx).then(|| parts::main_of(bytes, "wordprocessingml")).flatten();
    let main = main.unwrap_or_else(|| String::from("word/document.xml"));
    let mut archive = match parts::open(bytes) {
        Ok(archive) => archive,
        Err(problem) => return Extracted::unsearchable(media, problem),
    };
    let mut names = parts::in_order(parts::names(&archive).into_iter().filter(|n| wanted(n) || *n == main).collect());
    // The body first, then headers and what is drawn; each slide with its notes.
    let slides = if media == Media::Pptx { slides(bytes) } else { Vec::new() };
    let place = |name: &String| slides.iter().position(|parts| parts.contains(name)).unwrap_or(slides.len());
    let comments = |name: &str| name.starts_with("word/comments.");
    let first = |name: &String| *name == main || name.ends_with("/document.xml") || name.starts_with("ppt/slides/");
    names.sort_by_cached_key(|n| (place(n), comments(n), !first(n)));
    let mut counted = (media == Media::Docx).then(|| Counted::of(&mut archive));
    let mut found = Extracted::text(media, String::new());
    let mut before = 0;
    let commented = names.iter().position(|name| comments(name)).unwrap_or(names.len());
    let last = names.len();
    for (n, name) in names.into_iter().enumerate() {
        // Slides are parted by form feeds; what comes behind them belongs to none.
        let at = place(&name);
        if media == Media::Pptx && at > before {
            let parted = if at == slides.len() { ('\x0b', 1) } else { ('\x0c', at - before) };
            found.text.extend(std::iter::repeat_n(parted.0, parted.1));
            before = at;
        }
        if n == commented {
            embedded::read(&mut archive, within, &mut found);
            found.text.push_str(COMMENTS);
        }
        let from = found.text.len();
        let read = parts::part(&mut archive, &name);
        let body = name == main;
        if body {
            found.tracked = read.as_deref().map(|xml| tracked::deleted(xml, Form::Office)).unwrap_or_default();
        }
        match read.and_then(|xml| xml::numbered(&xml, Form::Office, &mut found.text, counted.as_mut().filter(|_| body)))
        {
            // What stands beside the body, as headers do, belongs to none of its paragraphs.
            Some(()) if body => found.text.push_str(APART),
            Some(()) => {
                found.text.push('\n');
                if name.starts_with("word/header") || name.starts_with("word/footer") {
                    found.running.push_str(&found.text[from..]);
                }
            }
            None => return Extracted::unsearchable(media, Unsearchable::Damaged),
        }
    }
    if commented == last {
        if media == Media::Pptx && before < slides.len() {
            found.text.push('\x0b');
        }
        embedded::read(&mut archive, within, &mut found);
    }
    if found.text.trim().is_empty() {
        let pictures = parts::names(&archive).iter().any(|name| name.contains("/media/"));
        found.problem = Some(if pictures { Unsearchable::ImageOnly } else { Unsearchable::Empty });
    }
    found.properties = parts::properties(bytes);
    found
}

/// A document that is one file of XML with all its parts.
fn flat(bytes: &[u8], media: Media) -> Extracted {
    let mut found = Extracted::text(media, String::new());
    if xml::words(encodings::decode(bytes).as_bytes(), Form::Office, &mut found.text).is_none() {
        found.problem = Some(Unsearchable::Damaged);
    }
    found
}

/// The parts with text, of the three kinds alike: layouts and masters hold none of the author's.
pub(super) fn wanted(name: &str) -> bool {
    let Some((folder, file)) = name.rsplit_once('/') else { return false };
    if !file.ends_with(".xml") {
        return false;
    }
    let begins = |beginnings: &[&str]| beginnings.iter().any(|b| file.starts_with(b));
    match folder {
        "word" => begins(&["document", "header", "footer", "footnotes", "endnotes", "comments."]),
        "ppt/slides" | "ppt/notesSlides" | "ppt/comments" | "xl/threadedComments" => true,
        "word/diagrams" | "ppt/diagrams" | "xl/diagrams" => begins(&["data"]),
        "word/charts" | "ppt/charts" | "xl/charts" => begins(&["chart"]),
        "xl/drawings" => begins(&["drawing"]),
        "xl" | "xl/comments" => begins(&["comments", "comment"]),
        _ => false,
    }
}
