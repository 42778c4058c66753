//! Pictures as tesseract reads them: held as they have to be, and only where what it says are words.

use super::super::model::Unsearchable;
use super::read::{Read, said};
use crate::contained::{COPY, Containment, Failed, Tool};

/// What a picture says; nothing where no words are in it.
///
/// # Errors
/// Why nothing is known of it: the program failed, or took too long.
pub(super) fn read(reader: &Tool, picture: &[u8], contained: &Containment) -> Result<Option<Read>, Unsearchable> {
    let ask = |args: &[&str]| said(contained, reader, args, picture);
    // Scans lie on their side and photos are taken upside down: it tells that by itself where it has `osd`.
    match ask(&[COPY, "stdout", "-l", &reader.setting, "--psm", "1"]) {
        Ok(Some(found)) if sensible(&found.text) => return Ok(Some(found)),
        Err(Failed::TooSlow) => return Err(Unsearchable::TookTooLong),
        _ => {}
    }
    match ask(&[COPY, "stdout", "-l", &reader.setting]) {
        Ok(found) => Ok(found.filter(|found| sensible(&found.text))),
        Err(Failed::TooSlow) => Err(Unsearchable::TookTooLong),
        Err(_) => Err(Unsearchable::ImageOnly),
    }
}

/// Whether most of what was read are words or numbers, in whatever language: patterns and writing upside down are read as
/// letters that change from small to large, digits within them, and signs.
fn sensible(text: &str) -> bool {
    let (mut signs, mut letters, mut tokens, mut words, mut long) = (0, 0, 0, 0, false);
    for token in text.split_whitespace() {
        let chars: Vec<char> = token.chars().filter(|c| !is_mark(*c)).collect();
        let known = chars.iter().filter(|c| c.is_alphanumeric()).count();
        (signs, letters) = (signs + chars.len(), letters + known);
        if known == 0 {
            continue;
        }
        tokens += 1;
        let word = is_word(token);
        words += usize::from(word);
        long |= word && (known > 2 || token.chars().any(is_written_without_blanks));
    }
    long && words * 5 >= tokens * 3 && letters * 5 >= signs * 3
}

fn is_word(token: &str) -> bool {
    let token = token.trim_matches(|c: char| !c.is_alphanumeric());
    let letters: Vec<char> = token.chars().filter(|c| c.is_alphanumeric() || is_mark(*c)).collect();
    let alone = matches!(letters.as_slice(), [one] if !one.is_numeric() && !is_written_without_blanks(*one));
    let between = token.chars().filter(|c| !c.is_alphanumeric() && !is_mark(*c));
    let joined = between.clone().all(|c| "-‐–'’./:,&@_+".contains(c)) && between.count() * 2 < letters.len().max(2);
    let turns = letters.windows(2).filter(|pair| pair[0].is_lowercase() && pair[1].is_uppercase()).count();
    let digits =
        letters.windows(3).any(|three| three[0].is_lowercase() && three[1].is_numeric() && three[2].is_lowercase());
    !alone && joined && turns == 0 && !digits
}

/// Vowels and tones that are written over, under or beside a letter.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}

/// Letters of languages that leave no blank between words.
fn is_written_without_blanks(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}' | '\u{20000}'..='\u{2ffff}')
}

#[cfg(test)]
mod tests {
    use super::sensible;

    #[test]
    fn words_of_any_language_are_told_from_what_patterns_are_read_as() {
        for text in [
            "Calibration certificate of the torque wrench\nResult: within tolerance, next due zeppelin.",
            "NOTICE 100 % OK",
            "12,5 | 3 | 45.0 mm\n13,0 | 4 | 44.8 mm",
            "Prüfbericht über die Änderung der Geräte (PB-12/2026), Größe 45 mm",
            "品質 方針 の 文書",
            "Процедура внутреннего аудита",
            "إجراءات التدقيق الداخلي",
        ] {
            assert!(sensible(text), "{text}");
        }
        for text in [
            "‘ulljaddaz anp }xeu ‘aduUe18/0} UIYYWM “3/NS=aY\n\"yddelW Ul a6neb ssosjzeqje ay} payer uelsjuYyda} aU\n\
             YOUaIM anbJoZ ayy Jo ayedyIWad UONeIqeD",
            "~ . ; i a | — e : s ' o §",
            "ee",
            "= a4 8¥ §& °%, ea i} = ~~ x",
            "",
        ] {
            assert!(!sensible(text), "{text}");
        }
    }
}
