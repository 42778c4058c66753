//! A PDF as other programs read it: its text by pdftotext, and each page that is a picture drawn and then read.

use super::super::model::{Extracted, Unread, Unsearchable};
use super::super::pdf::LITTLE;
use super::pages::{PAGE, filled, joined};
use super::read::{Read, named, printed};
use super::scan::{Drawer, Scanner, page_of};
use crate::contained::{COPY, Containment, Tool};
use crate::text::words;

/// In the order in which it is read, each page ended by a form feed.
const ARGUMENTS: &[&str] = &["-q", "-enc", "UTF-8", COPY, "-"];

/// Those that may be asked.
pub(super) struct Tools {
    /// Finds what is written.
    pub(super) written: Option<Tool>,
    /// Draws a page.
    pub(super) draw: Option<Tool>,
    /// Reads a picture.
    pub(super) read: Option<Tool>,
}

fn page(number: usize, of: usize, problem: Unsearchable) -> Unread {
    Unread { name: format!("{number} / {of}"), problem, content: None }
}

/// What was found, with what they find.
pub(super) fn read(found: Extracted, bytes: &[u8], contained: &Containment, tools: &Tools) -> Extracted {
    let theirs = tools.written.as_ref().and_then(|tool| printed(contained, tool, ARGUMENTS, bytes)).and_then(lettered);
    let drawer = tools.draw.as_ref().map(|tool| Drawer { tool, bytes, contained });
    let mut better = match (found.problem, theirs) {
        (None | Some(Unsearchable::PartUnread), theirs) => beside(found.clone(), theirs),
        (_, Some(theirs)) => instead(found.clone(), theirs, drawer.as_ref()),
        (_, None) => match drawer.as_ref().filter(|_| tools.read.is_some()).and_then(|drawer| unread(&found, drawer)) {
            Some(pages) => pages,
            None => return found,
        },
    };
    if let (Some(drawer), Some(reader)) = (&drawer, &tools.read) {
        let said = Scanner { drawer, reader }.read(&mut better.unread);
        for (_, said) in &said {
            better.engine = match better.engine {
                Some(known) if !known.contains(&said.engine) => Some(format!("{known}, {}", said.engine)),
                known => known.or_else(|| Some(said.engine.clone())),
            };
        }
        let said: Vec<(usize, String)> = said.into_iter().map(|(number, said)| (number, said.text)).collect();
        better.text = filled(&better.text, &said);
    }
    if found.text.is_empty() && better.engine.is_none() {
        // Nobody read a word of it: the reason for the whole file is the better one.
        let slow = better.unread.iter().any(|part| part.problem == Unsearchable::TookTooLong);
        let blank = better.unread.is_empty() && found.problem == Some(Unsearchable::ImageOnly);
        let problem = match (slow, blank) {
            (true, _) => Some(Unsearchable::TookTooLong),
            (false, true) => Some(Unsearchable::Empty),
            (false, false) => found.problem,
        };
        let unread = if blank { Vec::new() } else { found.unread };
        let engine = tools.read.as_ref().filter(|_| problem != found.problem).map(named);
        return Extracted { problem, unread, engine, ..found };
    }
    if better.problem == Some(Unsearchable::PartUnread) && better.unread.is_empty() {
        better.problem = None;
    }
    if better.unread != found.unread {
        // Also one that read no word said something of it.
        better.engine = better.engine.or_else(|| tools.read.as_ref().map(named));
    }
    better
}

/// A file without a word as pages none of which was read yet; nothing where nobody knows how many it has.
fn unread(found: &Extracted, drawer: &Drawer<'_>) -> Option<Extracted> {
    let named = found.unread.iter().find_map(|part| page_of(part).and(part.name.rsplit(" / ").next()?.parse().ok()));
    let count = named.or_else(|| drawer.pages())?;
    let unread = if named.is_some() {
        found.unread.clone()
    } else {
        (1..=count).map(|number| page(number, count, Unsearchable::ImageOnly)).collect()
    };
    let text = String::from(PAGE).repeat(count.saturating_sub(1));
    Some(Extracted { text, unread, problem: Some(Unsearchable::PartUnread), ..found.clone() })
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

/// How many words stand on each page.
fn counts(theirs: &Read) -> Vec<usize> {
    theirs.text.split(PAGE).map(|page| words(page).split_whitespace().count()).collect()
}

/// Whether a page was read by a program that found so many words on it. What a machine or a hand set on a picture of a page
/// says nothing of what is on it.
fn is_read(part: &Unread, counts: &[usize]) -> bool {
    let few = if part.problem == Unsearchable::ImageOnly { LITTLE } else { 0 };
    page_of(part).is_some_and(|page| counts.get(page - 1).is_some_and(|count| *count > few))
}

/// What both found; what was not read here and is read there is no longer missing.
fn beside(mut found: Extracted, theirs: Option<Read>) -> Extracted {
    let Some(theirs) = theirs else { return found };
    let counts = counts(&theirs);
    found.unread.retain(|part| !is_read(part, &counts));
    if let Some(Read { text, engine, .. }) = joined(&found, theirs) {
        (found.text, found.engine) = (text, Some(engine));
    }
    found
}

/// What they found where nothing was found here. Pages that are known to be pictures still are, and so is, of a file of which
/// nothing is known, every page without a word that is not blank.
fn instead(found: Extracted, theirs: Read, drawer: Option<&Drawer<'_>>) -> Extracted {
    let counts = counts(&theirs);
    let mut unread = found.unread;
    if unread.iter().all(|part| page_of(part).is_none()) {
        let count = drawer.and_then(Drawer::pages).unwrap_or(counts.len()).max(counts.len());
        let empty = (1..=count).filter(|page| counts.get(page - 1).is_none_or(|words| *words == 0));
        let drawn = empty.filter(|page| drawer.is_none_or(|drawer| !drawer.is_blank(*page)));
        unread.extend(drawn.map(|number| page(number, count, Unsearchable::ImageOnly)));
    }
    unread.retain(|part| !is_read(part, &counts));
    let problem = (!unread.is_empty()).then_some(Unsearchable::PartUnread);
    let Read { text, engine, .. } = theirs;
    Extracted { text, problem, unread, engine: Some(engine), ..found }
}
