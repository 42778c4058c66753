//! Text for the page in which no line ends within a day.

use std::fmt;

use askama::filters::HtmlSafe;

/// Text as the page has it: escaped, its days (`2026-01-31`) kept whole.
pub(super) struct Dated(String);

impl Dated {
    pub(super) fn of(text: &str) -> Self {
        let mut out = String::with_capacity(text.len() + 32);
        let mut rest = text;
        while let Some(at) = day_in(rest) {
            escape(&rest[..at], &mut out);
            out.push_str("<span class=\"d\">");
            out.push_str(&rest[at..at + DAY]);
            out.push_str("</span>");
            rest = &rest[at + DAY..];
        }
        escape(rest, &mut out);
        Self(out)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Dated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Dated {}

/// Length of a day.
const DAY: usize = 10;

/// Where the first day stands that is no part of a longer number or word.
fn day_in(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let day = |at: usize| (0..DAY).all(|n| if n == 4 || n == 7 { bytes[at + n] == b'-' } else { digit(at + n) });
    let apart = |at: usize| at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
    (0..bytes.len().saturating_sub(DAY - 1)).find(|at| digit(*at) && apart(*at) && day(*at) && !digit(at + DAY))
}

/// As the template's engine does it.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&#38;"),
            '<' => out.push_str("&#60;"),
            '>' => out.push_str("&#62;"),
            '"' => out.push_str("&#34;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_kept_whole_and_everything_else_is_text() {
        for (text, shown) in [
            ("approved on 2026-01-31", "approved on <span class=\"d\">2026-01-31</span>"),
            ("2026-01-31 to 2026-02-28", "<span class=\"d\">2026-01-31</span> to <span class=\"d\">2026-02-28</span>"),
            ("R-2026-01-31 <b>", "R-<span class=\"d\">2026-01-31</span> &#60;b&#62;"),
            ("12026-01-31, 2026-01-311 & 2026-1-31", "12026-01-31, 2026-01-311 &#38; 2026-1-31"),
            ("Überprüfung 質 2026-01-3", "Überprüfung 質 2026-01-3"),
            ("", ""),
        ] {
            assert_eq!(Dated::of(text).to_string(), shown);
        }
    }
}
