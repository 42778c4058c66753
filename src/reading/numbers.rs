//! Two ways of writing one number: blanks, dashes and low lines between its parts, in capitals or not.

use crate::text::fold;

/// What a number is compared by: `VA 07.05-01`, `VA-07.05-01` and `va07.05–01` are one. A dot stays one, and what parts two
/// groups of digits keeps them apart.
pub fn number_key(number: &str) -> String {
    let part = |c: char| c.is_whitespace() || "-_‐‑‒–—−/".contains(c);
    let mut out = String::with_capacity(number.len());
    let mut parted = false;
    for c in fold(number).chars() {
        if part(c) {
            parted = true;
            continue;
        }
        let before = out.chars().next_back();
        let digits = before.is_some_and(|b| b.is_ascii_digit()) == c.is_ascii_digit();
        if parted && digits && before.is_some_and(|b| b != '.') && c != '.' {
            out.push('-');
        }
        parted = false;
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_dashes_and_capitals_make_no_other_number() {
        for (one, other) in [
            ("VA 07.05-01", "VA-07.05-01"),
            ("QP_12", "qp-12"),
            ("SOP 4", "SOP4"),
            ("ISMS POL – 3", "ISMS-POL-3"),
            ("WI‑7‑2", "WI 7 2"),
        ] {
            assert_eq!(number_key(one), number_key(other), "{one}, {other}");
        }
        for (one, other) in [("QP-1.1", "QP-11"), ("QP-1-1", "QP-11"), ("QP-1", "QP-10"), ("A.5.1", "A.51")] {
            assert_ne!(number_key(one), number_key(other), "{one}, {other}");
        }
    }
}
