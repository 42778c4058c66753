//! Arabic and Hebrew in a PDF: letters are drawn from left to right as they stand, the last of a line first.

/// Whether any letter of a text is written towards the left.
pub(super) fn is_leftward(text: &str) -> bool {
    text.chars().any(leftward)
}

fn leftward(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}') && !is_digit(c)
}

/// Digits are written towards the right in every language.
fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}')
}

fn rightward(c: char) -> bool {
    is_digit(c) || c.is_alphabetic() && !leftward(c)
}

/// A text in the order in which it is written: in a line that runs to the left all of it is turned, but for numbers and words that
/// run to the right; in another one only what runs to the left.
pub(super) fn as_written(drawn: &str) -> String {
    let chars: Vec<char> = drawn.chars().collect();
    let count = |fits: fn(char) -> bool| chars.iter().filter(|c| fits(**c)).count();
    if count(leftward) * 2 >= count(char::is_alphabetic) {
        let turned: Vec<char> = chars.into_iter().rev().map(mirrored).collect();
        turn(&turned, rightward, |c| " .,:/-%@_".contains(c))
    } else {
        turn(&chars, leftward, |c| c == ' ')
    }
}

/// Turns each run of such signs, with what stands between two of them.
fn turn(chars: &[char], of: fn(char) -> bool, within: fn(char) -> bool) -> String {
    let mut out = String::new();
    let mut at = 0;
    while at < chars.len() {
        if !of(chars[at]) {
            out.push(chars[at]);
            at += 1;
            continue;
        }
        let (mut end, mut next) = (at + 1, at + 1);
        while next < chars.len() && (of(chars[next]) || within(chars[next])) {
            next += 1;
            if of(chars[next - 1]) {
                end = next;
            }
        }
        out.extend(chars[at..end].iter().rev());
        at = end;
    }
    out
}

/// A bracket opens towards the text that it holds.
fn mirrored(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '«' => '»',
        '»' => '«',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_from_the_left_is_read_as_it_is_written() {
        let drawn = |text: &str| text.chars().rev().collect::<String>();
        assert_eq!(as_written(&drawn("إجراءات التدقيق الداخلي")), "إجراءات التدقيق الداخلي");
        assert_eq!(as_written("2026 הרודהמ"), "מהדורה 2026", "a number is none that is turned");
        assert_eq!(as_written(&format!("ISO 9001 {}", drawn("نظام"))), "نظام ISO 9001");
        assert_eq!(as_written(&format!("The word {} is used in it", drawn("نظام"))), "The word نظام is used in it");
        assert_eq!(as_written(&format!("12.5 {}", drawn("نظام"))), "نظام 12.5");
    }
}
