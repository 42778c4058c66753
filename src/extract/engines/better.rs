//! What the crates could not read is given to a program that may.

use std::time::Duration;

use super::super::model::{Extracted, Media, Unsearchable};
use super::super::sniff;
use super::packed::{self, Again};
use super::read::{Read, named};
use super::{office, pdf};
use crate::contained::{COPY, Containment, Errand, Tool};
use crate::text::words;

/// So many pages of a scan are read.
const MOST_PAGES: usize = 40;
/// How long a program may take for a file, or for a page that is a picture.
const TIME: Duration = Duration::from_secs(60);

/// Whether a file that was read so far can be given to a program.
pub(super) fn may_read(program: &str, media: Media, problem: Option<Unsearchable>) -> bool {
    use Media::{Doc, Docx, Image, Odp, Ods, Odt, Other, Pdf, Ppt, Pptx, Rtf, Xls, Xlsx};
    use Unsearchable::{Damaged, ImageOnly, NoLetters, PartUnread, ReaderEnded, TookTooLong, UnknownType};
    let not_read = matches!(problem, Some(Damaged | ReaderEnded | TookTooLong));
    match (program, media) {
        // What is packed into it may be anything.
        _ if problem == Some(PartUnread) => true,
        // Also where all seems well: it knows fonts and angles that the crate does not.
        ("pdftotext", Pdf) => not_read || matches!(problem, None | Some(NoLetters | ImageOnly)),
        ("pdftoppm" | "tesseract", Pdf) => not_read || matches!(problem, Some(NoLetters | ImageOnly)),
        ("tesseract", Image) => problem == Some(ImageOnly),
        ("antiword" | "catdoc" | "soffice", Doc)
        | ("soffice", Docx | Odt | Rtf | Xls | Xlsx | Ods | Ppt | Pptx | Odp) => not_read,
        ("soffice", Other) => problem == Some(UnknownType),
        _ => false,
    }
}

/// What a reader found, or what another program reads better; it is named then.
/// `again` reads what is packed into it like any other file.
pub(in super::super) fn better(found: Extracted, bytes: &[u8], contained: &Containment, again: Again) -> Extracted {
    if found.problem == Some(Unsearchable::PartUnread) && found.media != Media::Pdf {
        return packed::better(found, bytes, contained, again);
    }
    let tools = contained.tools();
    let tool =
        |name: &str| tools.iter().find(|tool| tool.name == name).filter(|_| may_read(name, found.media, found.problem));
    let ask = |tool: &Tool, args: &[&str]| text(contained, tool, args, bytes);
    let read = match found.media {
        Media::Pdf if matches!(found.problem, None | Some(Unsearchable::PartUnread)) => {
            tool("pdftotext").and_then(|tool| ask(tool, pdf::ARGUMENTS)).and_then(|read| pdf::joined(&found, read))
        }
        Media::Pdf => {
            let written = tool("pdftotext").and_then(|tool| ask(tool, pdf::ARGUMENTS));
            written.or_else(|| pages(tool("pdftoppm")?, tool("tesseract")?, bytes, contained))
        }
        Media::Image => tool("tesseract").and_then(|tool| ask(tool, &[COPY, "stdout", "-l", &tool.setting])),
        media => {
            let antiword = tool("antiword").and_then(|tool| ask(tool, &["-m", "UTF-8.txt", COPY]));
            let old = antiword.or_else(|| tool("catdoc").and_then(|tool| ask(tool, &["-d", "utf-8", COPY])));
            old.or_else(|| office::read(tool("soffice")?, media, bytes, contained))
        }
    };
    match read {
        Some(Read { text, engine, problem }) => {
            Extracted { text, problem, unread: Vec::new(), engine: Some(engine), ..found }
        }
        None => found,
    }
}

/// What a program prints of a file; nothing where there is no word in it.
fn text(contained: &Containment, tool: &Tool, args: &[&str], bytes: &[u8]) -> Option<Read> {
    let errand = Errand::printed(&tool.program, args, TIME);
    let printed = contained.program(&errand, bytes).ok()?;
    let text = String::from_utf8_lossy(&printed).trim_end_matches(['\x0c', '\n']).to_owned();
    (!words(&text).is_empty()).then(|| Read { text, engine: named(tool), problem: None })
}

/// The pages of a scan, each drawn and then read.
fn pages(draw: &Tool, read: &Tool, bytes: &[u8], contained: &Containment) -> Option<Read> {
    let (mut all, mut who, mut problem) = (Vec::new(), None, Some(Unsearchable::TooLarge));
    for page in 1..=MOST_PAGES + 1 {
        let number = page.to_string();
        let args = ["-q", "-r", "200", "-gray", "-png", "-f", &number, "-l", &number, COPY];
        let errand = Errand::printed(&draw.program, &args, TIME);
        let picture = contained.program(&errand, bytes).ok().filter(|picture| sniff::media(picture) == Media::Image);
        let Some(picture) = picture else {
            problem = None;
            break;
        };
        if page > MOST_PAGES {
            break;
        }
        let found = text(contained, read, &[COPY, "stdout", "-l", &read.setting], &picture);
        all.push(found.as_ref().map(|found| found.text.clone()).unwrap_or_default());
        who = found.map(|found| found.engine).or(who);
    }
    who.map(|engine| Read { text: all.join("\n\x0c"), engine, problem })
}
