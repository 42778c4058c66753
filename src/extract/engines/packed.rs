//! What is packed into a mail or an archive and was not read there is given to programs as a file of its own.

use std::time::{Duration, Instant};

use super::super::ask::ask_bytes;
use super::super::embedded::level;
use super::super::model::{APART, Extracted, Unread, Unsearchable};
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
                found.text.push_str(&format!("{}\n{}\n", part.name, level(&again.text)));
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
