//! The widths of a PDF's letters in the one form that the library under us reads as it is meant.
//!
//! A font gives them as `first [w w …]` or as `first last w`. The library takes the second form for the width of no letter
//! at all; where the font then has none by default, letters stand on top of each other, and the second of two that are alike
//! is taken for the first one made bold.

use pdf_extract::{Document, Object};

/// Codes that a font of this kind can have.
const CODES: i64 = 65_536;

/// Writes the widths of all fonts in the first form.
pub(super) fn spell_out(document: &mut Document) {
    let ids: Vec<_> = document.objects.keys().copied().collect();
    for id in ids {
        let Some(spelled) = widths(document, id).and_then(|widths| spelled(document, &widths)) else { continue };
        if let Some(Object::Dictionary(font)) = document.objects.get_mut(&id) {
            font.set("W", Object::Array(spelled));
        }
    }
}

/// What a font says of its widths.
fn widths(document: &Document, id: (u32, u16)) -> Option<Vec<Object>> {
    let font = document.objects.get(&id)?.as_dict().ok()?;
    let (_, widths) = document.dereference(font.get(b"W").ok()?).ok()?;
    font.has(b"CIDSystemInfo").then_some(widths.as_array().ok()?.clone())
}

/// The same in the first form; nothing where they are so already, or make no sense.
fn spelled(document: &Document, widths: &[Object]) -> Option<Vec<Object>> {
    let at = |n: usize| widths.get(n).and_then(|object| Some(document.dereference(object).ok()?.1));
    let (mut out, mut n, mut total, mut ranges) = (Vec::new(), 0, 0, false);
    while n < widths.len() {
        let first = at(n)?;
        if let Object::Array(several) = at(n + 1)? {
            out.extend([first.clone(), Object::Array(several.clone())]);
            n += 2;
            continue;
        }
        let count = at(n + 1)?.as_i64().ok()?.checked_sub(first.as_i64().ok()?)?.checked_add(1)?;
        total += count.clamp(0, CODES);
        // Also keeps what is meant to fill the memory out.
        if !(1..=CODES).contains(&count) || total > 2 * CODES {
            return None;
        }
        out.extend([first.clone(), Object::Array(vec![at(n + 2)?.clone(); usize::try_from(count).ok()?])]);
        ranges = true;
        n += 3;
    }
    ranges.then_some(out)
}
