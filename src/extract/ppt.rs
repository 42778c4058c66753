//! Presentations of before 2007 ([MS-PPT]): the text of slides, notes and comments, each line once.

use std::collections::HashSet;

use super::compound::{latin, open, stream, u16_at, u32_at, utf16};
use super::model::{Extracted, Media, Unsearchable};

/// Reads one.
pub(super) fn read(bytes: &[u8]) -> Extracted {
    let no = |problem| Extracted::unsearchable(Media::Ppt, problem);
    let Some(mut file) = open(bytes) else { return no(Unsearchable::Damaged) };
    let Some(document) = stream(&mut file, "/PowerPoint Document") else { return no(Unsearchable::Damaged) };
    let encrypted = stream(&mut file, "/Current User").and_then(|user| u32_at(&user, 12)) == Some(0xf3d1_c4df);
    if encrypted {
        return no(Unsearchable::Locked);
    }
    let text = text(&document);
    if !text.trim().is_empty() {
        return Extracted::text(Media::Ppt, text);
    }
    let pictures = stream(&mut file, "/Pictures").is_some_and(|pictures| !pictures.is_empty());
    no(if pictures { Unsearchable::ImageOnly } else { Unsearchable::Empty })
}

/// Records follow each other; those that hold others are stepped into, so that no depth matters.
fn text(document: &[u8]) -> String {
    const MASTER: u16 = 1016;
    const CHARS: u16 = 4000;
    const BYTES: u16 = 4008;
    const STRING: u16 = 4026;
    const COMMENT: u16 = 12000;
    let (mut out, mut known) = (String::new(), HashSet::new());
    let (mut at, mut comment_ends) = (0, 0);
    while let (Some(form), Some(kind), Some(length)) =
        (u16_at(document, at), u16_at(document, at + 2), u32_at(document, at + 4))
    {
        let end = (at + 8).saturating_add(length as usize);
        let body = document.get(at + 8..end).unwrap_or_default();
        let text = match kind {
            CHARS => utf16(body),
            BYTES => latin(body),
            STRING if at < comment_ends => utf16(body),
            _ => String::new(),
        };
        // An outline repeats what stands on its slides.
        for line in text.split(['\r', '\n', '\x0b']).filter(|line| !line.trim().is_empty()) {
            if known.insert(line.to_owned()) {
                out.push_str(line);
                out.push('\n');
            }
        }
        if kind == COMMENT {
            comment_ends = end;
        }
        let holds_others = form & 0xf == 0xf && kind != MASTER;
        at = if holds_others { at + 8 } else { end };
    }
    out
}
