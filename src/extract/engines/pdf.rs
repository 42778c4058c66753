//! A PDF as other programs read it: its text by pdftotext, and each page that is a picture drawn and then read.

use super::super::model::{Extracted, Media, Unread, Unsearchable};
use super::super::sniff;
use super::pages::{PAGE, filled, joined};
use super::read::{Read, TIME, printed};
use crate::contained::{COPY, Containment, Errand, Tool};
use crate::text::words;

/// In the order in which it is read, each page ended by a form feed.
const ARGUMENTS: &[&str] = &["-q", "-enc", "UTF-8", COPY, "-"];
/// So many pages of a scan are read.
const MOST_PAGES: usize = 40;
/// More words than this on a page that is a picture are no stamp.
const STAMP: usize = 3;

/// Those that may be asked.
pub(super) struct Tools {
    /// Finds what is written.
    pub(super) written: Option<Tool>,
    /// Draws a page.
    pub(super) draw: Option<Tool>,
    /// Reads a picture.
    pub(super) read: Option<Tool>,
}

/// The number of a page that was not read, from 1; nothing for what is attached.
pub(super) fn page_of(part: &Unread) -> Option<usize> {
    let (number, of) = part.name.split_once(" / ")?;
    of.parse::<usize>().ok()?;
    number.parse().ok().filter(|number| *number > 0)
}

/// What was found, with what they find.
pub(super) fn read(found: Extracted, bytes: &[u8], contained: &Containment, tools: &Tools) -> Extracted {
    let theirs = tools.written.as_ref().and_then(|tool| printed(contained, tool, ARGUMENTS, bytes)).and_then(lettered);
    let mut found = match found.problem {
        None | Some(Unsearchable::PartUnread) => beside(found, theirs),
        problem => match theirs {
            Some(read) => instead(found, read, problem),
            None => {
                let read = whole(tools, bytes, contained);
                return read.map_or(found.clone(), |Read { text, engine, problem }| Extracted {
                    text,
                    problem,
                    engine: Some(engine),
                    ..found
                });
            }
        },
    };
    let pages: Vec<usize> = found.unread.iter().filter_map(page_of).collect();
    if let (Some(draw), Some(reader)) = (&tools.draw, &tools.read) {
        let mut read = Vec::new();
        for number in pages.into_iter().take(MOST_PAGES) {
            let Some(picture) = drawn(draw, number, bytes, contained) else { continue };
            let said = page(reader, &picture, contained);
            let engine = said.as_ref().map(|said| said.engine.clone());
            found.engine = match (found.engine, engine) {
                (Some(known), Some(other)) if !known.contains(&other) => Some(format!("{known}, {other}")),
                (known, other) => known.or(other),
            };
            read.push((number, said.map(|said| said.text).unwrap_or_default()));
        }
        found.text = filled(&found.text, &read);
        found.unread.retain(|part| page_of(part).is_none_or(|page| read.iter().all(|(number, _)| *number != page)));
    }
    if found.problem == Some(Unsearchable::PartUnread) && found.unread.is_empty() {
        found.problem = None;
    }
    found
}

/// What a program found without the pages of which it gives the numbers of pictures in a font instead of letters: a blank is a
/// control character then. Nothing where none is left.
fn lettered(theirs: Read) -> Option<Read> {
    let numbers = |page: &str| {
        let drawn = page.chars().filter(|c| !c.is_whitespace());
        let (count, controls) = drawn.fold((0, 0), |(n, controls), c| (n + 1, controls + usize::from(c.is_control())));
        controls * 50 > count
    };
    let text =
        theirs.text.split(PAGE).map(|page| if numbers(page) { "" } else { page }).collect::<Vec<_>>().join("\x0c");
    (!words(&text).is_empty()).then_some(Read { text, ..theirs })
}

/// What both found; what was not read here and is read there is no longer missing.
fn beside(mut found: Extracted, theirs: Option<Read>) -> Extracted {
    let Some(theirs) = theirs else { return found };
    let counts: Vec<usize> = theirs.text.split(PAGE).map(|page| words(page).split_whitespace().count()).collect();
    found.unread.retain(|part| {
        let stamp = if part.problem == Unsearchable::ImageOnly { STAMP } else { 0 };
        page_of(part).is_none_or(|page| counts.get(page - 1).is_none_or(|count| *count <= stamp))
    });
    if let Some(Read { text, engine, .. }) = joined(&found, theirs) {
        (found.text, found.engine) = (text, Some(engine));
    }
    found
}

/// What they found where nothing was found here. Of a file of pictures the pages without a word are still pictures.
fn instead(found: Extracted, theirs: Read, problem: Option<Unsearchable>) -> Extracted {
    let pages: Vec<&str> = theirs.text.split(PAGE).collect();
    let empty = pages.iter().enumerate().filter(|(_, page)| words(page).is_empty());
    let empty = empty.filter(|_| problem == Some(Unsearchable::ImageOnly));
    let unread: Vec<Unread> = empty
        .map(|(n, _)| Unread {
            name: format!("{} / {}", n + 1, pages.len()),
            problem: Unsearchable::ImageOnly,
            content: None,
        })
        .collect();
    let problem = (!unread.is_empty()).then_some(Unsearchable::PartUnread);
    let Read { text, engine, .. } = theirs;
    Extracted { text, problem, unread, engine: Some(engine), ..found }
}

/// The pages of a scan, each drawn and then read.
fn whole(tools: &Tools, bytes: &[u8], contained: &Containment) -> Option<Read> {
    let (draw, reader) = (tools.draw.as_ref()?, tools.read.as_ref()?);
    let (mut all, mut who, mut problem) = (Vec::new(), None, Some(Unsearchable::TooLarge));
    for number in 1..=MOST_PAGES + 1 {
        let Some(picture) = drawn(draw, number, bytes, contained) else {
            problem = None;
            break;
        };
        if number > MOST_PAGES {
            break;
        }
        let found = page(reader, &picture, contained);
        all.push(found.as_ref().map(|found| found.text.clone()).unwrap_or_default());
        who = found.map(|found| found.engine).or(who);
    }
    who.map(|engine| Read { text: all.join("\n\x0c"), engine, problem })
}

fn drawn(draw: &Tool, number: usize, bytes: &[u8], contained: &Containment) -> Option<Vec<u8>> {
    let number = number.to_string();
    let args = ["-q", "-r", "200", "-gray", "-png", "-f", &number, "-l", &number, COPY];
    let errand = Errand::printed(&draw.program, &args, TIME);
    contained.program(&errand, bytes).ok().filter(|picture| sniff::media(picture) == Media::Image)
}

fn page(reader: &Tool, picture: &[u8], contained: &Containment) -> Option<Read> {
    printed(contained, reader, &[COPY, "stdout", "-l", &reader.setting], picture)
}
