//! Code pages of DOS and of the old Mac, and how German and other Western text in them is told: nothing in it says so but its
//! letters, which stand elsewhere than in those of Windows.

use super::johab;
use encoding_rs::{Encoding, IBM866, ISO_8859_5, KOI8_R, MACINTOSH, WINDOWS_1251, X_MAC_CYRILLIC};

const DOS_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";
const DOS_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

const DOS_855: &str = "ђЂѓЃёЁєЄѕЅіІїЇјЈљЉњЊћЋќЌўЎџЏюЮъЪаАбБцЦдДеЕфФгГ«»░▒▓│┤хХиИ╣║╗╝йЙ┐└┴┬├─┼кК╚╔╩╦╠═╬¤лЛмМнНоОп┘┌█▄Пя▀ЯрРсСтТуУжЖвВьЬ№\u{ad}ыЫзЗшШэЭщЩчЧ§■\u{a0}";

/// In which letters text is kept that is no Unicode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Page {
    /// One that the Web knows too.
    Known(&'static Encoding),
    /// DOS in Western Europe.
    Dos850,
    /// DOS elsewhere.
    Dos437,
    /// Korean of before Unicode, as it was put together letter by letter.
    Johab,
    /// DOS where letters are Cyrillic, beside the one that the Web knows.
    Dos855,
}

impl Page {
    pub(super) fn decode(self, bytes: &[u8]) -> String {
        let letters: Vec<char> = match self {
            Page::Known(encoding) => return encoding.decode_without_bom_handling(bytes).0.into_owned(),
            Page::Johab => return johab::decode(bytes),
            Page::Dos850 => DOS_850.chars().collect(),
            Page::Dos437 => DOS_437.chars().collect(),
            Page::Dos855 => DOS_855.chars().collect(),
        };
        let letter = |b: &u8| match usize::from(*b).checked_sub(0x80) {
            Some(at) => letters.get(at).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
            None => char::from(*b),
        };
        bytes.iter().map(letter).collect()
    }
}

/// The page of DOS or of the Mac in which a text is likelier written than in any of Windows: all that stands in it is a letter or a
/// sign of writing there, small letters stand between small letters, and two different ones at least.
pub(super) fn older(bytes: &[u8]) -> Option<Page> {
    let pages = [Page::Dos850, Page::Known(MACINTOSH)];
    let scored = pages.into_iter().filter_map(|page| Some((evidence(bytes, page)?, page)));
    // Of what speaks for Windows as much is more common by far.
    let windows = evidence(bytes, Page::Known(encoding_rs::WINDOWS_1252)).unwrap_or(0);
    scored.filter(|(score, _)| *score > windows).max_by_key(|(score, _)| *score).map(|(_, page)| page)
}

/// The page of DOS or of the Mac in which a text is Russian, or its like, and in none of those that the Web knows better.
pub(super) fn older_cyrillic(bytes: &[u8]) -> Option<Page> {
    const SOME: i64 = 20;
    let web =
        [WINDOWS_1251, KOI8_R, IBM866, ISO_8859_5].into_iter().map(|page| russian(bytes, Page::Known(page))).max();
    let pages = [Page::Dos855, Page::Known(X_MAC_CYRILLIC)];
    let best = pages.into_iter().map(|page| (russian(bytes, page), page)).max_by_key(|(score, _)| *score)?;
    Some(best).filter(|(score, _)| *score >= SOME && Some(*score) > web).map(|(_, page)| page)
}

/// How much a text is like Russian: its usual small letters speak for it; capitals behind small letters and signs within words
/// against it.
fn russian(bytes: &[u8], page: Page) -> i64 {
    let (mut score, mut high, mut before) = (0, 0, ' ');
    for c in page.decode(bytes).chars() {
        let cyrillic = matches!(c, '\u{400}'..='\u{45f}');
        if !c.is_ascii() {
            high += 1;
            if "оеаинтсрвлкмдпуяыьгзбчйхжюшцщэ".contains(c) {
                score += 1 + i64::from("оеаинтсрвл".contains(c));
            }
        }
        let within = matches!(before, '\u{430}'..='\u{45f}');
        if within && (cyrillic && c.is_uppercase() || !c.is_ascii() && !cyrillic && !"«»—–…”“№\u{a0}".contains(c))
        {
            score -= 6;
        }
        before = c;
    }
    // Most of it has to be such letters, usual ones above all.
    if score * 10 >= high * 14 { score } else { 0 }
}

/// How many letters of a text stand where such letters do. Nothing where something in it is no writing.
fn evidence(bytes: &[u8], page: Page) -> Option<usize> {
    /// Signs of Windows that stand between letters, and a letter of other languages.
    const SIGNS: [u8; 4] = [0x85, 0x92, 0x96, 0x97];
    const CARON: u8 = 0x9a;
    let mut seen = std::collections::BTreeSet::new();
    let (mut score, mut count) = (0, 0);
    for (n, byte) in bytes.iter().enumerate().filter(|(_, byte)| **byte >= 0x80) {
        count += 1;
        let letter = page.decode(&[*byte]).chars().next()?;
        let before = n.checked_sub(1).and_then(|n| bytes.get(n)).copied().unwrap_or(b' ');
        let after = bytes.get(n + 1).copied().unwrap_or(b' ');
        match letter {
            'ä' | 'ö' | 'ü' | 'ß' | 'é' | 'è' | 'à' | 'ç' | 'ê' | 'ñ' | 'å' | 'ø' | 'æ' | 'á' | 'í' | 'ó' | 'ú' =>
            {
                // At the end of a word stand signs of Windows.
                let ends = *byte >= 0xa0 && !after.is_ascii_alphabetic();
                if before.is_ascii_alphabetic() && (after.is_ascii_lowercase() || ends) && !SIGNS.contains(byte) {
                    score += 1;
                    seen.insert((letter, *byte));
                }
            }
            // A capital stands at the beginning of a word, or among capitals.
            'Ä' | 'Ö' | 'Ü' | 'É' | 'Å' | 'Ø' | 'À' | 'Ç' | 'Ñ' | 'Æ' | 'Á' | 'Â' if !before.is_ascii_lowercase() =>
                {}
            'â' | 'î' | 'ô' | 'û' | 'ë' | 'ï' | 'ì' | 'ò' | 'ù' | '„' | '“' | '”' | '‚' | '‘' | '’' | '–' | '—'
            | '…' | '•' | '§' | '°' | '€' | '«' | '»' | '©' | '®' | '™' | 'µ' | '±' | '²' | '³' | '¿' | '¡' | 'º'
            | 'ª' | '½' | '¼' | '\u{a0}' | '·' | '†' => {}
            _ => return None,
        }
    }
    let german = |(letter, byte): &(char, u8)| matches!(letter, 'ä' | 'ö' | 'ü' | 'ß') && *byte != CARON;
    let enough = seen.len() >= 2 || seen.iter().any(german) && score * 2 >= count;
    enough.then_some(score)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_page(text: &str, table: &str) -> Vec<u8> {
        let letters: Vec<char> = table.chars().collect();
        let byte =
            |c: char| if c.is_ascii() { c as u8 } else { 0x80 + letters.iter().position(|l| *l == c).unwrap() as u8 };
        text.chars().map(byte).collect()
    }

    #[test]
    fn russian_of_dos_and_of_the_mac_is_told_from_that_of_the_web() {
        assert_eq!(DOS_855.chars().count(), 128);
        let text = "Процедура внутреннего аудита устанавливает порядок планирования и проведения проверок системы на предприятии.";
        assert_eq!(older_cyrillic(&of_page(text, DOS_855)), Some(Page::Dos855));
        assert_eq!(older_cyrillic(&X_MAC_CYRILLIC.encode(text).0), Some(Page::Known(X_MAC_CYRILLIC)));
        for encoding in [WINDOWS_1251, KOI8_R, IBM866, ISO_8859_5] {
            assert_eq!(older_cyrillic(&encoding.encode(text).0), None, "{}", encoding.name());
        }
        for (encoding, text) in [
            (
                encoding_rs::WINDOWS_1250,
                "Příručka jakosti: žluťoučký kůň, naše řízení dokumentů a záznamů o kontrolách",
            ),
            (encoding_rs::WINDOWS_1253, "Πολιτική ποιότητας και διαδικασία εσωτερικών επιθεωρήσεων του οργανισμού"),
            (encoding_rs::SHIFT_JIS, "品質方針および情報セキュリティ方針の文書および内部監査の手順"),
            (encoding_rs::GBK, "信息安全方针和质量管理手册的文件以及内部审核程序"),
        ] {
            assert_eq!(older_cyrillic(&encoding.encode(text).0), None, "{text}");
        }
    }

    #[test]
    fn german_of_dos_and_of_the_mac_is_told_from_that_of_windows() {
        assert_eq!([DOS_850, DOS_437].map(|page| page.chars().count()), [128, 128]);
        for text in [
            "Prüfung der Maßnahmen, Größe der Änderung, übermäßig für Österreich\n",
            "Überprüfung",
            "für die Prüfung",
            "Qualitätsziele der Abteilung",
        ] {
            for table in [DOS_850, DOS_437] {
                assert_eq!(older(&of_page(text, table)), Some(Page::Dos850), "{text}");
            }
            let mac = MACINTOSH.encode(text).0.into_owned();
            assert_eq!(older(&mac), Some(Page::Known(MACINTOSH)), "{text}");
            let windows = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
            assert_eq!(older(&windows), None, "{text}");
        }
        for text in [
            "“Quality” is what we’re after – always…",
            "Größe „Prüfung“ – 5 € für ½ Maß",
            "déjà vu à l’été",
            "naïve café",
        ] {
            assert_eq!(older(&encoding_rs::WINDOWS_1252.encode(text).0), None, "{text}");
        }
        for (encoding, text) in [
            (encoding_rs::WINDOWS_1250, "Příručka jakosti: žluťoučký kůň, naše řízení dokumentů"),
            (encoding_rs::WINDOWS_1250, "naše služby in presoja"),
            (encoding_rs::WINDOWS_1251, "Политика качества и процедура"),
            (encoding_rs::WINDOWS_1253, "Πολιτική ποιότητας και διαδικασία"),
            (encoding_rs::WINDOWS_1254, "Kalite politikası ve doküman kontrol prosedürü ığdır"),
            (encoding_rs::SHIFT_JIS, "品質方針および情報セキュリティ方針の文書"),
            (encoding_rs::KOI8_R, "Политика качества и процедура"),
            (encoding_rs::GBK, "信息安全方针和质量管理手册的文件"),
            (encoding_rs::BIG5, "資訊安全政策與品質管理手冊的文件"),
        ] {
            assert_eq!(older(&encoding.encode(text).0), None, "{text}");
        }
    }
}
