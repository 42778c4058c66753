//! Where one word ends and another begins: what is found behind a word is none if the word only goes on.

/// Whether a letter belongs to a script that parts words by blanks.
fn spaced(c: char) -> bool {
    c.is_alphabetic() && u32::from(c) < 0x2e80
}

/// Whether what stands at a place begins a word of its own, or is no letter: not the `S` of `VERSIONS` nor the `s` of
/// `Références`, but the `C` of `RevC`.
pub(super) fn begins_word(text: &str, at: usize) -> bool {
    let (before, behind) = (text[..at].chars().next_back(), text[at..].chars().next());
    match (before, behind) {
        (Some(before), Some(behind)) if spaced(before) && spaced(behind) => {
            before.is_lowercase() && behind.is_uppercase()
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_word_is_no_word() {
        for (text, at, begins) in [
            ("VERSIONS", 7, false),
            ("Issued", 5, false),
            ("RevC", 3, true),
            ("Rev C", 4, true),
            ("V2", 1, true),
            ("版C", 3, true),
            ("R\u{e9}f\u{e9}rences", 10, false),
            ("Version", 0, true),
        ] {
            assert_eq!(begins_word(text, at), begins, "{text} {at}");
        }
    }
}
