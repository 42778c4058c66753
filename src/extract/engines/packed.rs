//! What is packed into a mail or an archive and was not read there is given to programs as a file of its own.

use std::time::{Duration, Instant};

use super::super::ask::ask_bytes;
use super::super::embedded::levelled;
use super::super::model::{APART, Extracted, Inside, Media, Unread, Unsearchable};
use super::super::within::{below, split};
use super::super::works::PARTS;
use crate::contained::Containment;

/// How a part is read: as a file of its own.
pub(in super::super) type Again = fn(&[u8], &Containment) -> Extracted;

/// After this time no more parts are begun.
const TIME: Duration = Duration::from_secs(300);

/// Reads the parts that were not read.
pub(super) fn better(mut found: Extracted, bytes: &[u8], contained: &Containment, read: Again) -> Extracted {
    if contained.tools().is_empty() {
        return found;
    }
    let Some(answer) = ask_bytes(PARTS, bytes, contained) else { return found };
    let (mut left, mut engines) = (Vec::new(), Vec::new());
    let began = Instant::now();
    for (part, content) in split(&answer) {
        let within = format!("{} / ", part.name);
        let of_part = |other: &&Unread| other.name == part.name || other.name.starts_with(&within);
        let known: Vec<Unread> = found.unread.iter().filter(of_part).cloned().collect();
        if known.is_empty() {
            // Read already, by whoever was asked before.
            continue;
        }
        let again = content.filter(|_| began.elapsed() < TIME).map(|content| read(content, contained));
        match again.filter(|again| again.engine.is_some()) {
            Some(again) => {
                // Where the file has comments of its own, those are done.
                found.text.push_str(APART);
                add(&mut found, &part.name, again.media, &again.text, again.inside);
                engines.extend(again.engine);
                match again.problem {
                    Some(Unsearchable::PartUnread) => {
                        let inner = again.unread.into_iter();
                        left.extend(inner.map(|inner| Unread { name: below(&part.name, inner.name), ..inner }));
                    }
                    problem => left.extend(problem.map(|problem| Unread { problem, ..part })),
                }
            }
            None if part.problem == Unsearchable::PartUnread => left.extend(known),
            None => left.push(part),
        }
    }
    if !engines.is_empty() {
        engines.extend(found.engine.take());
        engines.sort_unstable();
        engines.dedup();
        found.engine = Some(engines.join(", "));
        found.problem = if left.is_empty() { None } else { Some(Unsearchable::PartUnread) };
        found.unread = left;
    }
    found
}

/// Adds the text of a part under its name. Pages and sheets are told where what holds it has none of its own.
fn add(found: &mut Extracted, name: &str, media: Media, text: &str, inside: Vec<Inside>) {
    let holds = matches!(found.media, Media::Email | Media::Msg | Media::Mbox | Media::Mht | Media::Zip);
    let from = found.text.len();
    found.text.push_str(&format!("{name}\n"));
    let begins = found.text.len();
    found.text.push_str(text);
    found.inside.push(Inside { name: name.to_owned(), media, from, begins, ends: found.text.len() });
    found.inside.extend(inside.into_iter().map(|inner| inner.within(name, begins)));
    found.text.push('\n');
    if !holds {
        levelled(found, from);
    }
}
