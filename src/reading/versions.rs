//! Version labels as organisations write them: 2.1, 07, C, 2025-03. Only their order matters.

use std::cmp::Ordering;

/// The order of two labels: numbers as numbers, letters as letters in any case, a missing part as nothing.
pub fn compare_versions(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (parts(a), parts(b));
    let length = a.len().max(b.len());
    a.resize(length, Part::Number(0));
    b.resize(length, Part::Number(0));
    a.cmp(&b)
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Number(u64),
    /// After Z comes AA.
    Letters(usize, String),
}

fn lettered(letters: &mut String) -> Part {
    let letters = std::mem::take(letters);
    Part::Letters(letters.chars().count(), letters)
}

fn parts(label: &str) -> Vec<Part> {
    let mut out = Vec::new();
    let mut digits = String::new();
    let mut letters = String::new();
    for c in label.chars().chain(std::iter::once('.')) {
        if c.is_ascii_digit() {
            if !letters.is_empty() {
                out.push(lettered(&mut letters));
            }
            digits.push(c);
        } else {
            if !digits.is_empty() {
                out.push(Part::Number(digits.parse().unwrap_or(u64::MAX)));
                digits.clear();
            }
            if c.is_alphanumeric() {
                letters.extend(c.to_uppercase());
            } else if !letters.is_empty() {
                out.push(lettered(&mut letters));
            }
        }
    }
    out
}

/// Whether two labels mean the same version: 2 and 2.0, v1_4 and 1.4.
pub fn same_version(a: &str, b: &str) -> bool {
    compare_versions(a, b) == Ordering::Equal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_ordered_as_people_mean_them() {
        for (older, newer) in [
            ("1.0", "1.1"),
            ("1.9", "1.10"),
            ("B", "C"),
            ("Z", "AA"),
            ("AB", "BA"),
            ("06", "07"),
            ("2", "3"),
            ("2024-11", "2025-03"),
            ("0.9", "1.0"),
        ] {
            assert_eq!(compare_versions(older, newer), Ordering::Less, "{older} is older than {newer}");
        }
        for (a, b) in [("2", "2.0"), ("1_4", "1.4"), ("7", "07"), ("c", "C")] {
            assert!(same_version(a, b), "{a} is {b}");
        }
    }
}
