//! What is packed into a file: each part is read as a file of its own, within bounds that all of them share.

use std::cell::Cell;

use super::model::{Extracted, Inside, Media, Unread, Unsearchable};
use super::sniff;

/// How often one content may be packed into another.
const DEEPEST: u32 = 6;
/// So many parts are read in a file, however deep they lie.
const MOST_PARTS: u32 = 5_000;
/// So many bytes of parts.
const MOST_BYTES: usize = 512 << 20;
/// So many parts that could not be read are named.
const MOST_NAMED: usize = 100;
/// So many bytes of them are handed on.
const MOST_GATHERED: usize = 32 << 20;

/// Reads content of any kind, and what is packed into it by the other.
pub(super) type Read = fn(&[u8], &Within<'_>) -> Extracted;

/// How deep some content lies, and what is left of the bounds.
pub(super) struct Within<'a> {
    depth: u32,
    read: Read,
    left: &'a Left,
}

struct Left {
    parts: Cell<u32>,
    bytes: Cell<usize>,
    /// So many bytes of parts that could not be read are handed on.
    gathered: Cell<usize>,
}

/// Reads a file with all that is packed into it.
pub(super) fn whole(bytes: &[u8], read: Read) -> Extracted {
    within(bytes, read, 0)
}

fn within(bytes: &[u8], read: Read, gathered: usize) -> Extracted {
    let left = Left { parts: Cell::new(MOST_PARTS), bytes: Cell::new(MOST_BYTES), gathered: Cell::new(gathered) };
    read(bytes, &Within { depth: 0, read, left: &left })
}

/// The parts that could not be read, with their bytes: the length of a list as JSON (4 bytes, little-endian), the list, and
/// behind it what is in them, one behind the other.
pub(super) fn unread(bytes: &[u8], read: Read) -> Vec<u8> {
    let parts = within(bytes, read, MOST_GATHERED).unread;
    let list: Vec<(&Unread, Option<usize>)> =
        parts.iter().map(|part| (part, part.content.as_ref().map(Vec::len))).collect();
    let list = serde_json::to_vec(&list).unwrap_or_default();
    let mut answer = (list.len() as u32).to_le_bytes().to_vec();
    answer.extend(list);
    parts.iter().filter_map(|part| part.content.as_ref()).for_each(|content| answer.extend(content));
    answer
}

/// What [`unread`] put together: each part, and its bytes where they are there.
pub(super) fn split(answer: &[u8]) -> Vec<(Unread, Option<&[u8]>)> {
    let Some((length, rest)) = answer.split_first_chunk::<4>() else { return Vec::new() };
    let Some((list, mut rest)) = rest.split_at_checked(u32::from_le_bytes(*length) as usize) else { return Vec::new() };
    let list: Vec<(Unread, Option<usize>)> = serde_json::from_slice(list).unwrap_or_default();
    let mut with = |length: Option<usize>| {
        let (content, behind) = rest.split_at_checked(length?)?;
        rest = behind;
        Some(content)
    };
    list.into_iter().map(|(part, length)| (part, with(length))).collect()
}

impl Within<'_> {
    /// Adds what a part holds, under its name; one that cannot be read is named with the reason.
    pub(super) fn part(&self, name: &str, bytes: &[u8], into: &mut Extracted) {
        let from = into.text.len();
        if !name.is_empty() {
            into.text.push_str(name);
            into.text.push('\n');
        }
        let (parts, room) = (self.left.parts.get(), self.left.bytes.get());
        let found = if self.depth >= DEEPEST || parts == 0 || bytes.len() > room {
            Extracted::unsearchable(sniff::media(bytes), Unsearchable::TooLarge)
        } else {
            self.left.parts.set(parts - 1);
            self.left.bytes.set(room - bytes.len());
            (self.read)(bytes, &Within { depth: self.depth + 1, ..*self })
        };
        let begins = into.text.len();
        into.text.push_str(&found.text);
        if !name.is_empty() {
            let ends = into.text.len();
            into.inside.push(Inside { name: name.to_owned(), media: found.media, from, begins, ends });
        }
        into.inside.extend(found.inside.into_iter().map(|inner| inner.within(name, begins)));
        into.text.push('\n');
        // A PDF some pages of which were not read is handed on as a whole.
        let handed = found.media == Media::Pdf && found.problem == Some(Unsearchable::PartUnread);
        let handed = if handed { self.gather(bytes) } else { None };
        let handed = handed.map(|content| Unread {
            name: name.to_owned(),
            problem: Unsearchable::PartUnread,
            content: Some(content),
        });
        // Of a file of pictures alone the whole is named, not each of them.
        let whole = handed.is_some() || found.problem.is_some_and(|p| p != Unsearchable::PartUnread);
        let inner = found.unread.into_iter().filter(|_| !whole);
        let inner = inner.map(|part| Unread { name: below(name, part.name), ..part });
        let itself = found.problem.filter(|p| !matches!(p, Unsearchable::PartUnread | Unsearchable::Empty));
        let itself = itself.filter(|_| found.media != Media::Empty);
        let itself = itself.map(|problem| {
            let content = if may_be_read(problem) { self.gather(bytes) } else { None };
            Unread { name: name.to_owned(), problem, content }
        });
        let inner: Vec<Unread> = inner.collect();
        into.unread.extend(itself.into_iter().chain(handed).chain(inner));
        into.unread.truncate(MOST_NAMED);
        if !into.unread.is_empty() {
            into.problem = into.problem.or(Some(Unsearchable::PartUnread));
        }
    }

    /// Names a picture that may show writing, without a look into it: what it is called says nothing to a reader.
    pub(super) fn picture(&self, name: &str, bytes: &[u8], into: &mut Extracted) {
        if into.unread.len() < MOST_NAMED {
            let content = self.gather(bytes);
            into.unread.push(Unread { name: name.to_owned(), problem: Unsearchable::ImageOnly, content });
        }
        into.problem = into.problem.or(Some(Unsearchable::PartUnread));
    }

    /// The bytes of what could not be read, where there is room for them.
    fn gather(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let room = self.left.gathered.get().checked_sub(bytes.len())?;
        self.left.gathered.set(room);
        Some(bytes.to_vec())
    }
}

/// Whether a part can be given to another program: what lies too deep would be handed on for ever, each time a little less
/// deep.
fn may_be_read(problem: Unsearchable) -> bool {
    !matches!(problem, Unsearchable::TooLarge | Unsearchable::Locked)
}

/// Takes some signs out of a text, and says anew where the files in it stand.
pub(super) fn without(found: &mut Extracted, sign: fn(char) -> bool) {
    if !found.text.contains(sign) {
        return;
    }
    // Where each stood, and how many bytes have gone with it.
    let mut gone: Vec<(usize, usize)> = Vec::new();
    for (at, c) in found.text.char_indices().filter(|(_, c)| sign(*c)) {
        let before = gone.last().map_or(0, |(_, bytes)| *bytes);
        gone.push((at, before + c.len_utf8()));
    }
    let moved = |at: usize| match gone.partition_point(|(place, _)| *place < at) {
        0 => at,
        n => at - gone[n - 1].1,
    };
    for Inside { from, begins, ends, .. } in &mut found.inside {
        (*from, *begins, *ends) = (moved(*from), moved(*begins), moved(*ends));
    }
    found.text.retain(|c| !sign(c));
}

/// Says anew where the files in a text stand after another program read what stands around them.
pub(super) fn found_again(inside: &mut Vec<Inside>, before: &str, now: &str) {
    let (first, last) = (inside.iter().map(|inner| inner.from).min(), inside.iter().map(|inner| inner.ends).max());
    let (Some(first), Some(last)) = (first, last) else { return };
    match before.get(first..last).and_then(|block| now.rfind(block)) {
        Some(at) => {
            for Inside { from, begins, ends, .. } in inside {
                (*from, *begins, *ends) = (*from + at - first, *begins + at - first, *ends + at - first);
            }
        }
        None => inside.clear(),
    }
}

impl Inside {
    /// The same in what holds it, whose text begins at a byte of another.
    pub(super) fn within(self, name: &str, begins: usize) -> Self {
        let (from, ends) = (self.from + begins, self.ends + begins);
        Self { name: below(name, self.name), from, begins: self.begins + begins, ends, ..self }
    }
}

/// A part's name behind that of what holds it; parts without a name, such as the mails of a mailbox, add nothing.
pub(super) fn below(outer: &str, inner: String) -> String {
    match (outer, inner.as_str()) {
        ("", _) => inner,
        (_, "") => outer.to_owned(),
        _ => format!("{outer} / {inner}"),
    }
}
