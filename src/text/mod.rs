//! How text is compared everywhere: composed (NFC), lower case, runs of white space as one blank; and how it is searched,
//! word by word. Two texts are compared by what stands in both.

mod align;
mod chain;
mod columns;
mod compare;
mod compared;
mod contents;
mod home;
mod label;
mod letters;
mod likeness;
mod lines;
mod marks;
mod numbering;
mod pairing;
mod paragraphs;
mod reading;
mod rebreak;
mod sections;
mod token;
mod tokens;
mod words;

use unicode_normalization::UnicodeNormalization;

pub use compare::compare;
pub use compared::{Became, Comparison, Fate, Paragraph, Run};
pub use home::{at_home, begins_outside, in_share};
pub use label::names_section;
pub use likeness::{Sketch, Sketches, same_words};
pub use numbering::within;
pub use paragraphs::{Written, sections_of};
pub use tokens::{each_word, names, words};

/// The comparable form of a text. File names and list cells use this one rule.
pub fn fold(text: &str) -> String {
    // Composing costs most of it, and most texts have nothing to compose.
    if text.is_ascii() { folded(text.chars(), text.len()) } else { folded(text.nfc(), text.len()) }
}

fn folded(text: impl Iterator<Item = char>, length: usize) -> String {
    let mut out = String::with_capacity(length);
    let mut blank = true;
    for c in text {
        if c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}' {
            if !blank {
                out.push(' ');
                blank = true;
            }
        } else {
            out.extend(c.to_lowercase());
            blank = false;
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// Composed form, for names shown and compared by case.
pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}
