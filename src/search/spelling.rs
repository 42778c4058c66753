//! Other ways to write what is looked for: an umlaut as two letters, the thousands of a number, the article that Arabic writes
//! together with its word.

use unicode_normalization::UnicodeNormalization;

use crate::text::words;

const UMLAUTS: [(char, &str); 6] = [('ä', "ae"), ('ö', "oe"), ('ü', "ue"), ('Ä', "Ae"), ('Ö', "Oe"), ('Ü', "Ue")];

/// The words of other ways to write a text, besides those that it has, and whether the last is meant as it stands.
pub(super) fn others(text: &str, known: &str, whole: bool) -> Vec<(String, bool)> {
    let mut all: Vec<(String, bool)> = Vec::new();
    let mut add = |text: &str, whole| {
        let words = words(text).trim().to_owned();
        if words != known && !words.is_empty() && !all.iter().any(|(other, _)| *other == words) {
            all.push((words, whole));
        }
    };
    add(&in_two_letters(text), whole);
    // A word that is written so by itself has no umlaut; its beginning would be that of many others.
    add(&with_umlauts(text), true);
    add(&with_article(text), whole);
    add(&in_thousands(text), whole);
    add(&in_one(text), whole);
    all
}

/// `Prüfung` as `Pruefung`.
fn in_two_letters(text: &str) -> String {
    let two = |c: char| UMLAUTS.iter().find(|(umlaut, _)| *umlaut == c).map(|(_, two)| *two);
    let mut out = String::new();
    for c in text.nfc() {
        match two(c) {
            Some(two) => out.push_str(two),
            None => out.push(c),
        }
    }
    out
}

/// `Pruefung` as `Prüfung`: not in short words, and not where a vowel or a q stands before it.
fn with_umlauts(text: &str) -> String {
    let parts = text.split_inclusive(|c: char| !c.is_alphanumeric());
    parts.map(|word| if word.chars().count() < 5 { word.to_owned() } else { with_umlaut(word) }).collect()
}

fn with_umlaut(word: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    let mut chars = word.chars().peekable();
    while let Some(c) = chars.next() {
        out.push(c);
        let may = matches!(c, 'a' | 'o' | 'u' | 'A' | 'O' | 'U') && !"aeiouqAEIOUQ".contains(before);
        if may && chars.peek() == Some(&'e') {
            chars.next();
        }
        before = c;
    }
    out
}

/// An Arabic word with the article, or without where it has one.
fn with_article(text: &str) -> String {
    const ARTICLE: &str = "ال";
    let is_word = |word: &str| word.chars().count() > 2 && word.chars().all(|c| matches!(c, '\u{620}'..='\u{65f}'));
    match text.strip_prefix(ARTICLE) {
        Some(word) if is_word(word) => word.to_owned(),
        None if is_word(text) => format!("{ARTICLE}{text}"),
        _ => String::new(),
    }
}

/// `1234567` as `1 234 567`.
fn in_thousands(text: &str) -> String {
    if text.len() < 5 || text.len() > 15 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return String::new();
    }
    let mut out = String::new();
    for (n, digit) in text.chars().enumerate() {
        if n > 0 && (text.len() - n).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

/// `1.234.567,89` as `1234567,89`: two thousands or more, or one and a fraction behind it.
fn in_one(text: &str) -> String {
    let Some(between) = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| ".,'’".contains(*c)) else {
        return String::new();
    };
    let (number, fraction) = match text.rsplit_once(|c: char| ".,".contains(c) && c != between) {
        Some((number, fraction)) => (number, Some(fraction)),
        None => (text, None),
    };
    let groups: Vec<&str> = number.split(between).collect();
    let digits = |group: &&str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let thousands = groups.len() > 1
        && groups.iter().all(digits)
        && groups[0].len() <= 3
        && groups[1..].iter().all(|group| group.len() == 3)
        && (groups.len() > 2 || fraction.is_some());
    match fraction {
        _ if !thousands => String::new(),
        Some(fraction) if !digits(&fraction) => String::new(),
        Some(fraction) => format!("{},{fraction}", groups.concat()),
        None => groups.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_umlaut_is_found_as_two_letters_and_a_number_with_and_without_its_thousands() {
        let ways = |text: &str| {
            let known = words(text).trim().to_owned();
            others(text, &known, false).into_iter().map(|(words, _)| words).collect::<Vec<_>>()
        };
        assert_eq!(ways("Prüfung"), ["pruefung"]);
        assert_eq!(ways("Pru\u{308}fung"), ["pruefung"]);
        assert_eq!(ways("Pruefung"), ["prufung"]);
        assert_eq!(ways("Geräteprüfung"), ["geraetepruefung"]);
        for word in ["true", "neue", "Steuerung", "quelle", "poet", "policy", "2026", "27001.2022", "8.100", "A.8.24"] {
            assert_eq!(ways(word), Vec::<String>::new(), "{word}");
        }
        assert_eq!(ways("معلومات"), ["المعلومات"]);
        assert_eq!(ways("الجودة"), [words("جودة").trim()]);
        assert_eq!(ways("1234567"), ["1 234 567"]);
        assert_eq!(ways("12345"), ["12 345"]);
        assert_eq!(ways("1.234.567,89"), ["1234567 89"]);
        assert_eq!(ways("1,234,567"), ["1234567"]);
        assert_eq!(ways("1’234’567"), ["1234567"]);
        assert_eq!(ways("1.234,5"), ["1234 5"]);
    }
}
