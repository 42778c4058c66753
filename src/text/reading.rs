//! What changed in a paragraph as a reader follows it.

use super::align::Part;
use super::token::Token;

/// The words of a paragraph, and the numbers by which they are compared.
type Words<'w, 't> = (&'w [Token<'t>], &'w [u32]);

/// Parts of a paragraph with what a reader could not follow joined: a word or two that happen to be the same between longer
/// parts that are not.
pub(super) fn readable(parts: Vec<Part>) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    let anew = |part: &Part| part.old.len().max(part.new.len());
    let mut parts = parts.into_iter().peekable();
    while let Some(part) = parts.next() {
        let Some(last) = out.last_mut() else {
            out.push(part);
            continue;
        };
        let islet = part.same
            && part.new.len() <= 2
            && !last.same
            && parts.peek().is_some_and(|next| anew(next) + anew(last) >= 4 * part.new.len());
        if islet || !last.same && !part.same {
            (last.old.end, last.new.end) = (part.old.end, part.new.end);
        } else {
            out.push(part);
        }
    }
    out
}

/// Words that were put in or taken out between two that are the same may begin a word earlier as well: they end where a
/// reader ends, at a comma or a full stop.
pub(super) fn slide(parts: &mut [Part], (was, before): Words<'_, '_>, (is, now): Words<'_, '_>) {
    for n in 1..parts.len().saturating_sub(1) {
        let (kept, part) = (parts[n - 1].clone(), parts[n].clone());
        let put_in = part.old.is_empty();
        if part.same || put_in == part.new.is_empty() || !kept.same || !parts[n + 1].same {
            continue;
        }
        let (range, words, tokens) = if put_in { (part.new, now, is) } else { (part.old, before, was) };
        let room = kept.new.len() - 1;
        let fits = |back: &usize| words[range.start - back] == words[range.end - back];
        let furthest = (1..=room.min(range.len())).take_while(fits).last().unwrap_or(0);
        let ends = |back: usize| tokens[range.end - 1 - back].text.ends_with([',', '.', ';', ':', '。', '、']);
        let Some(back) = (0..=furthest).find(|back| ends(*back)) else { continue };
        let earlier = |range: &mut std::ops::Range<usize>, start: usize, end: usize| {
            (range.start, range.end) = (range.start - start, range.end - end);
        };
        earlier(&mut parts[n - 1].old, 0, back);
        earlier(&mut parts[n - 1].new, 0, back);
        earlier(&mut parts[n].old, back, back);
        earlier(&mut parts[n].new, back, back);
        earlier(&mut parts[n + 1].old, back, 0);
        earlier(&mut parts[n + 1].new, back, 0);
    }
}
