//! Word documents and presentations of 2007 and later: body, tables, headers, notes, comments, text boxes, charts and
//! drawings.

use super::counted::Counted;
use super::model::{APART, COMMENTS, Extracted, Media, Unsearchable};
use super::slides::slides;
use super::{parts, xml};

/// Reads one.
pub(super) fn read(bytes: &[u8], media: Media) -> Extracted {
    let mut archive = match parts::open(bytes) {
        Ok(archive) => archive,
        Err(problem) => return Extracted::unsearchable(media, problem),
    };
    let mut names = parts::in_order(parts::names(&archive).into_iter().filter(|n| wanted(n)).collect());
    // The body first, then headers and what is drawn; each slide with its notes.
    let slides = if media == Media::Pptx { slides(bytes) } else { Vec::new() };
    let place = |name: &String| slides.iter().position(|parts| parts.contains(name)).unwrap_or(slides.len());
    let comments = |name: &str| name.starts_with("word/comments.");
    let first = |name: &str| name.ends_with("/document.xml") || name.starts_with("ppt/slides/");
    names.sort_by_cached_key(|n| (place(n), comments(n), !first(n)));
    let mut counted = (media == Media::Docx).then(|| Counted::of(&mut archive));
    let (mut text, mut running) = (String::new(), String::new());
    let mut before = 0;
    for name in names {
        // Slides are parted by form feeds; what comes behind them belongs to none.
        let at = place(&name);
        if media == Media::Pptx && at > before {
            let parted = if at == slides.len() { ('\x0b', 1) } else { ('\x0c', at - before) };
            text.extend(std::iter::repeat_n(parted.0, parted.1));
            before = at;
        }
        if comments(&name) {
            text.push_str(COMMENTS);
        }
        let from = text.len();
        let read = parts::part(&mut archive, &name);
        let body = name == "word/document.xml";
        match read.and_then(|xml| xml::numbered(&xml, &mut text, counted.as_mut().filter(|_| body))) {
            // What stands beside the body, as headers do, belongs to none of its paragraphs.
            Some(()) if body => text.push_str(APART),
            Some(()) => {
                text.push('\n');
                if name.starts_with("word/header") || name.starts_with("word/footer") {
                    running.push_str(&text[from..]);
                }
            }
            None => return Extracted::unsearchable(media, Unsearchable::Damaged),
        }
    }
    let problem = if text.trim().is_empty() { Some(Unsearchable::ImageOnly) } else { None };
    Extracted { properties: parts::properties(bytes), running, problem, ..Extracted::text(media, text) }
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
