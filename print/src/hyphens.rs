//! Where a word that is wider than its column may be parted: a soft rule that needs no list of words. Between syllables as
//! German and English have them, with three letters on either side at least, and behind signs that part a name by themselves.

/// So many letters stand before and behind a hyphen at least.
const LEAST: usize = 3;

/// Letters that make one sound are not parted.
const TOGETHER: &[&str] = &["sch", "ch", "ck", "ph", "th", "sh", "qu", "st"];

/// A place at which a word may be parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// Bytes before it.
    pub(crate) at: usize,
    /// Whether a hyphen is put there.
    pub(crate) hyphen: bool,
}

/// All places at which a word may be parted, in order.
pub(crate) fn places(word: &str) -> Vec<Place> {
    let letters: Vec<(usize, char)> = word.char_indices().collect();
    let mut out = Vec::new();
    let mut from = 0;
    for n in 0..=letters.len() {
        if letters.get(n).is_some_and(|(_, c)| c.is_alphabetic()) {
            continue;
        }
        syllables(&letters[from..n], &mut out);
        if let (Some((_, sign)), Some((at, _))) = (letters.get(n), letters.get(n + 1))
            && matches!(sign, '/' | '\\' | '_' | '-' | '.' | '@' | ',' | ';' | ':' | '+' | '&')
        {
            out.push(Place { at: *at, hyphen: false });
        }
        from = n + 1;
    }
    out
}

/// Before a consonant that a vowel follows, as far as it begins no sound of two letters; within a run of letters.
fn syllables(run: &[(usize, char)], out: &mut Vec<Place>) {
    let vowel = |n: usize| run.get(n).is_some_and(|(_, c)| is_vowel(*c));
    let text: String = run.iter().filter_map(|(_, c)| c.to_lowercase().next()).collect();
    let lower: Vec<char> = text.chars().collect();
    for n in 1..run.len() {
        if vowel(n) || !vowel(n + 1) {
            continue;
        }
        // The sound that ends with this letter, else the letter alone.
        let ends = |sound: &&&str| {
            let sound: Vec<char> = sound.chars().collect();
            n + 1 >= sound.len() && lower[n + 1 - sound.len()..=n] == sound[..]
        };
        let long = TOGETHER.iter().find(ends).map_or(1, |sound| sound.chars().count());
        let at = n + 1 - long;
        let before = (0..at).any(vowel);
        if before && at >= LEAST && run.len() - at >= LEAST && out.last().is_none_or(|last| last.at < run[at].0) {
            out.push(Place { at: run[at].0, hyphen: true });
        }
    }
}

fn is_vowel(c: char) -> bool {
    let base = c.to_lowercase().next().unwrap_or(c);
    "aeiouyäöüáéíóúàèìòùâêîôûãõåæøœąęıаеёиоуыэюяієїαεηιουωάέήίόύώ".contains(base)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(word: &str) -> String {
        let mut out = word.to_owned();
        for place in places(word).iter().rev() {
            out.insert(place.at, if place.hyphen { '-' } else { '|' });
        }
        out
    }

    #[test]
    fn words_are_parted_between_syllables_and_names_of_files_behind_their_signs() {
        for (word, parted) in [
            ("Informationssicherheit", "Infor-ma-tions-si-cher-heit"),
            ("Verfahrensanweisung", "Ver-fah-ren-san-wei-sung"),
            ("Lieferantenbewertung", "Lie-fe-ran-ten-be-wer-tung"),
            ("Prüfung", "Prü-fung"),
            ("Ablage", "Ablage"),
            ("ab/cd_ef.docx", "ab/|cd_|ef.|docx"),
            ("IT-Leiter", "IT-|Lei-ter"),
            ("Auto", "Auto"),
            ("xyz", "xyz"),
        ] {
            assert_eq!(told(word), parted);
        }
        assert_eq!(places(""), []);
    }

    #[test]
    fn three_letters_at_least_stand_at_either_end_of_a_word() {
        for word in ["Ablage", "Umweltaspekte", "Überwachungsaudit", "procedure", "Managementbewertung"] {
            for place in places(word) {
                assert!(
                    word[..place.at].chars().count() >= LEAST && word[place.at..].chars().count() >= LEAST,
                    "{word}"
                );
            }
        }
    }
}
