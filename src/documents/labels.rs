//! The labels of revisions, as organisations count them: `3`, `03`, `2.1`, `A`, `v4`. The next one keeps the form.

/// The label after one: the next major one (`1.4` → `2.0`, `B` → `C`, `09` → `10`), or the next minor one where it has such a
/// part (`1.4` → `1.5`). Nothing where the label counts in no way that is known, and for a minor one where it has no such part.
pub(super) fn after(label: &str, minor: bool) -> Option<String> {
    let label = label.trim();
    let counted = label.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    if let Some(start) = counted.rfind(|c: char| !c.is_ascii_digit() && c != '.').map_or(Some(0), |at| {
        let next = at + counted[at..].chars().next().map_or(1, char::len_utf8);
        (next < counted.len()).then_some(next)
    }) {
        let (before, numbers) = counted.split_at(start);
        // Numbers before it, as in a month of a year: what counts is not known.
        if before.contains(|c: char| c.is_ascii_digit()) || minor && !numbers.contains('.') {
            return None;
        }
        return Some(format!("{before}{}", number_after(numbers, minor)?));
    }
    let start = counted.rfind(|c: char| !c.is_ascii_alphabetic()).map_or(0, |at| at + 1);
    let (before, letters) = counted.split_at_checked(start)?;
    if minor {
        return None;
    }
    letter_after(letters).map(|next| format!("{before}{next}"))
}

/// Dotted numbers, counted on at their first place, or for a minor one at the second; what stands behind begins anew.
fn number_after(numbers: &str, minor: bool) -> Option<String> {
    let parts: Vec<&str> = numbers.split('.').collect();
    let place = usize::from(minor && parts.len() > 1);
    let mut out = Vec::with_capacity(parts.len());
    for (at, part) in parts.iter().enumerate() {
        let value: u64 = part.parse().ok()?;
        // A year is no count: the next label is not known from it.
        if at == 0 && value >= 1900 {
            return None;
        }
        let value = match at.cmp(&place) {
            std::cmp::Ordering::Less => value,
            std::cmp::Ordering::Equal => value + 1,
            std::cmp::Ordering::Greater => 0,
        };
        out.push(format!("{value:0width$}", width = part.len()));
    }
    Some(out.join("."))
}

/// A single letter, or two alike at the end of the alphabet: `A` → `B`, `Z` → `AA`.
fn letter_after(letters: &str) -> Option<String> {
    let mut bytes = letters.as_bytes().to_vec();
    if bytes.is_empty() || bytes.len() > 2 {
        return None;
    }
    let first = if bytes[0].is_ascii_uppercase() { b'A' } else { b'a' };
    for at in (0..bytes.len()).rev() {
        if !bytes[at].eq_ignore_ascii_case(&b'z') {
            bytes[at] += 1;
            return String::from_utf8(bytes).ok();
        }
        bytes[at] = first;
    }
    bytes.insert(0, first);
    String::from_utf8(bytes).ok().filter(|next| next.len() <= 2)
}

#[cfg(test)]
mod tests {
    use super::after;

    #[test]
    fn the_next_label_keeps_the_form() {
        for (label, major, minor) in [
            ("1", "2", "2"),
            ("09", "10", "10"),
            ("01", "02", "02"),
            ("1.0", "2.0", "1.1"),
            ("1.4", "2.0", "1.5"),
            ("2.09", "3.00", "2.10"),
            ("1.2.3", "2.0.0", "1.3.0"),
            ("v4", "v5", "v5"),
            ("Rev. 3", "Rev. 4", "Rev. 4"),
            ("A", "B", "B"),
            ("z", "aa", "aa"),
            ("AZ", "BA", "BA"),
            ("Rev B", "Rev C", "Rev C"),
        ] {
            assert_eq!(after(label, false).as_deref(), Some(major), "{label}");
            let minor = Some(minor).filter(|minor| minor.contains('.') && !minor.starts_with("Rev"));
            assert_eq!(after(label, true).as_deref(), minor, "{label}: without a minor part there is no minor label");
        }
        for unknown in ["", "draft", "2024-05", "2024", "final", "–", "ZZ", "1..2"] {
            assert_eq!(after(unknown, false), None, "{unknown:?}");
        }
    }
}
