//! What the crates could not read is given to a program that may.

use std::time::Duration;

use super::super::model::{Extracted, Media, Unsearchable};
use super::super::sniff;
use crate::contained::{COPY, Containment, Tool};
use crate::text::words;

/// So many pages of a scan are read.
const MOST_PAGES: usize = 40;
/// How long a program may take for a file, or for a page that is a picture.
const TIME: Duration = Duration::from_secs(60);

/// What a reader found, or what another program reads better; it is named then.
pub(in super::super) fn better(found: Extracted, bytes: &[u8], contained: &Containment) -> Extracted {
    use Unsearchable::{Damaged, ImageOnly, NoLetters, ReaderEnded, TookTooLong, UnknownType};
    let tools = contained.tools();
    let tool = |name: &str| tools.iter().find(|tool| tool.name == name);
    let ask = |tool: &Tool, args: &[&str]| text(contained, tool, args, bytes);
    let read = match (found.media, found.problem) {
        (Media::Pdf, Some(Damaged | NoLetters | ReaderEnded | TookTooLong | ImageOnly)) => {
            let written = tool("pdftotext").and_then(|tool| ask(tool, &["-q", COPY, "-"]));
            written.or_else(|| pages(tool("pdftoppm")?, tool("tesseract")?, bytes, contained))
        }
        (Media::Image, Some(ImageOnly)) => {
            tool("tesseract").and_then(|tool| ask(tool, &[COPY, "stdout", "-l", &tool.setting]))
        }
        (Media::Doc, Some(Damaged | ReaderEnded | TookTooLong | UnknownType)) => {
            let antiword = tool("antiword").and_then(|tool| ask(tool, &["-m", "UTF-8.txt", COPY]));
            antiword.or_else(|| tool("catdoc").and_then(|tool| ask(tool, &["-d", "utf-8", COPY])))
        }
        _ => None,
    };
    match read {
        Some((text, engine, whole)) => Extracted {
            text,
            problem: if whole { None } else { Some(Unsearchable::TooLarge) },
            engine: Some(engine),
            ..found
        },
        None => found,
    }
}

/// What a program prints of a file, who it is, and that this is all; nothing where there is no word in it.
fn text(contained: &Containment, tool: &Tool, args: &[&str], bytes: &[u8]) -> Option<(String, String, bool)> {
    let printed = contained.program(&tool.program, args, bytes, TIME).ok()?;
    let text = String::from_utf8_lossy(&printed).trim_end_matches(['\x0c', '\n']).to_owned();
    (!words(&text).is_empty()).then(|| (text, format!("{} {}", tool.name, tool.version), true))
}

/// The pages of a scan, each drawn and then read.
fn pages(draw: &Tool, read: &Tool, bytes: &[u8], contained: &Containment) -> Option<(String, String, bool)> {
    let (mut all, mut who, mut whole) = (Vec::new(), None, false);
    for page in 1..=MOST_PAGES + 1 {
        let number = page.to_string();
        let args = ["-q", "-r", "200", "-gray", "-png", "-f", &number, "-l", &number, COPY];
        let Ok(picture) = contained.program(&draw.program, &args, bytes, TIME) else {
            whole = true;
            break;
        };
        if sniff::media(&picture) != Media::Image {
            whole = true;
            break;
        }
        if page > MOST_PAGES {
            break;
        }
        let found = text(contained, read, &[COPY, "stdout", "-l", &read.setting], &picture);
        all.push(found.as_ref().map(|found| found.0.clone()).unwrap_or_default());
        who = found.map(|found| found.1).or(who);
    }
    who.map(|who| (all.join("\n\x0c"), who, whole))
}
