//! What pdftotext finds in a PDF, beside what was found here.

use std::collections::HashSet;

use super::super::model::Extracted;
use super::read::Read;
use crate::contained::COPY;
use crate::text::words;

/// In the order in which it is read, each page ended by a form feed.
pub(super) const ARGUMENTS: &[&str] = &["-q", "-enc", "UTF-8", COPY, "-"];

/// What both found, page by page; nothing where everything was found here: then this program read it.
pub(super) fn joined(ours: &Extracted, theirs: Read) -> Option<Read> {
    let (whole, ours) = (ours.problem.is_none(), ours.text.as_str());
    let known: HashSet<String> = each(ours).collect();
    if whole && each(&theirs.text).all(|word| known.contains(&word)) {
        return None;
    }
    let mut pages: Vec<String> = theirs.text.split('\x0c').map(str::to_owned).collect();
    for (page, text) in ours.split('\x0c').enumerate() {
        if page >= pages.len() {
            pages.push(String::new());
        }
        let known: HashSet<String> = each(&pages[page]).collect();
        // Filled fields and comments, and whatever else only one of the two sees.
        for line in text.lines().filter(|line| each(line).any(|word| !known.contains(&word))) {
            pages[page].push('\n');
            pages[page].push_str(line);
        }
    }
    Some(Read { text: pages.join("\x0c"), ..theirs })
}

fn each(text: &str) -> impl Iterator<Item = String> {
    words(text).split_whitespace().map(str::to_owned).collect::<Vec<_>>().into_iter()
}
