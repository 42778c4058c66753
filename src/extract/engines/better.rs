//! What the crates could not read is given to a program that may.

use super::super::model::{Extracted, Media, Unsearchable};
use super::super::within::found_again;
use super::packed::{self, Again};
use super::read::{Read, named, printed};
use super::scan::page_of;
use super::{office, pdf, pictures};
use crate::contained::{COPY, Containment, Tool};

/// Whether a file that was read so far can be given to a program.
pub(super) fn may_read(program: &str, media: Media, problem: Option<Unsearchable>) -> bool {
    use Media::{Doc, Docx, Image, Odp, Ods, Odt, Other, Pdf, Ppt, Pptx, Rtf, Xls, Xlsx};
    use Unsearchable::{
        Damaged, Empty, ImageOnly, Locked, NoLetters, PartUnread, ReaderEnded, TookTooLong, UnknownType,
    };
    // It knows ways to encrypt that need no password to be read, and are unknown to the crate.
    let pages = matches!(problem, Some(NoLetters | ImageOnly | Locked));
    let not_read = matches!(problem, Some(Damaged | ReaderEnded | TookTooLong));
    match (program, media) {
        // What is packed into it may be anything.
        _ if problem == Some(PartUnread) => true,
        // Also where all seems well: it knows fonts and angles that the crate does not.
        ("pdftotext", Pdf) => not_read || pages || matches!(problem, None | Some(Empty)),
        ("pdftoppm" | "tesseract", Pdf) => not_read || pages,
        ("tesseract", Image) => matches!(problem, Some(ImageOnly | TookTooLong)),
        // Pictures lie in it, and nothing else that says anything.
        ("tesseract", Docx | Pptx | Xlsx | Odt | Odp | Ods) if problem == Some(ImageOnly) => true,
        ("antiword" | "catdoc" | "soffice", Doc)
        | ("soffice", Docx | Odt | Rtf | Xls | Xlsx | Ods | Ppt | Pptx | Odp) => not_read,
        ("soffice", Other) => problem == Some(UnknownType),
        _ => false,
    }
}

/// What a reader found, or what another program reads better; it is named then.
/// `again` reads what is packed into it like any other file.
pub(in super::super) fn better(found: Extracted, bytes: &[u8], contained: &Containment, again: Again) -> Extracted {
    let pictures = found.problem == Some(Unsearchable::ImageOnly) && !found.unread.is_empty();
    if found.media != Media::Pdf && (pictures || found.problem == Some(Unsearchable::PartUnread)) {
        return packed::better(found, bytes, contained, again);
    }
    let tools = contained.tools();
    let tool =
        |name: &str| tools.iter().find(|tool| tool.name == name).filter(|_| may_read(name, found.media, found.problem));
    let ask = |tool: &Tool, args: &[&str]| printed(contained, tool, args, bytes);
    if found.media == Media::Pdf {
        let may = |name: &str| tool(name).cloned();
        let tools = pdf::Tools { written: may("pdftotext"), draw: may("pdftoppm"), read: may("tesseract") };
        let before = if found.inside.is_empty() { String::new() } else { found.text.clone() };
        let mut better = pdf::read(found, bytes, contained, &tools);
        found_again(&mut better.inside, &before, &better.text);
        let attached = better.unread.iter().any(|part| page_of(part).is_none());
        return if attached { packed::better(better, bytes, contained, again) } else { better };
    }
    let read = match found.media {
        Media::Image => match tool("tesseract").map_or(Ok(None), |tool| pictures::read(tool, bytes, contained)) {
            Ok(read) => read,
            Err(problem) if Some(problem) == found.problem => return found,
            Err(problem) => return Extracted { problem: Some(problem), engine: tool("tesseract").map(named), ..found },
        },
        media => {
            let antiword = tool("antiword").and_then(|tool| ask(tool, &["-m", "UTF-8.txt", COPY]));
            let old = antiword.or_else(|| tool("catdoc").and_then(|tool| ask(tool, &["-d", "utf-8", COPY])));
            old.or_else(|| office::read(tool("soffice")?, media, bytes, contained))
        }
    };
    match read {
        Some(Read { text, engine, problem }) => {
            Extracted { text, problem, unread: Vec::new(), inside: Vec::new(), engine: Some(engine), ..found }
        }
        None => found,
    }
}
