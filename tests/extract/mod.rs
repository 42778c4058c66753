//! Text out of files: every format, every kind of unreadable file, and no panic on anything.

mod again;
mod kinds;

use clausebook::extract::{Extracted, Media, Unsearchable, extract_bytes};
use clausebook::search::TextCache;
use clausebook::text::fold;
use proptest::prelude::*;

use crate::fixtures::files::{docx, email, locked_pdf, pdf, png, xlsx};
use crate::support::Place;

fn holds(found: &Extracted, phrase: &str) -> bool {
    fold(&found.text).contains(&fold(phrase))
}

#[test]
fn word_gives_body_tables_and_headers_without_what_was_struck_out() {
    let bytes =
        docx("Pipette care", &[&["Document ID", "LAB-1"]], &["Rinse three times with clean water."], "Internal use");
    let found = extract_bytes(&bytes);
    assert_eq!((found.media, found.problem), (Media::Docx, None));
    for phrase in ["rinse three times with clean water", "Document ID LAB-1", "internal use"] {
        assert!(holds(&found, phrase), "{phrase}: {}", found.text);
    }
    assert!(!holds(&found, "struck out"));
    assert_eq!(found.properties["title"], "Pipette care");
}

#[test]
fn every_sheet_and_every_attachment_is_read() {
    let found = extract_bytes(&xlsx(&[("One", &[&["a", "b"]]), ("Two", &[&["drift of balance 7"]])]));
    assert!(found.media == Media::Xlsx && holds(&found, "drift of balance 7") && holds(&found, "a b"));
    let found = extract_bytes(&email("Late delivery", "See the list.", "no,what\r\n1,broken seal"));
    assert!(
        found.media == Media::Email && holds(&found, "late delivery") && holds(&found, "1,broken seal"),
        "{found:?}"
    );
    let found = extract_bytes(&pdf(&["Certificate for scale W-77"]));
    assert!(found.media == Media::Pdf && holds(&found, "certificate for scale w-77"), "{found:?}");
}

#[test]
fn type_is_told_by_content_and_trouble_by_name() {
    let problem = |bytes: &[u8]| extract_bytes(bytes).problem;
    let word = docx("x", &[], &["y"], "");
    assert_eq!(problem(b""), Some(Unsearchable::Empty));
    assert_eq!(problem(&word[..word.len() - 40]), Some(Unsearchable::Damaged), "a truncated document");
    assert_eq!(extract_bytes(&word[..word.len() - 40]).media, Media::Docx, "still told to be one");
    assert_eq!(problem(&locked_pdf()), Some(Unsearchable::Locked));
    assert_eq!(problem(&pdf(&[])), Some(Unsearchable::ImageOnly), "a scan without text");
    assert_eq!(problem(&png()), Some(Unsearchable::ImageOnly));
    assert_eq!(problem(b"%PDF-1.4 and then nothing"), Some(Unsearchable::Damaged));
    assert_eq!(problem(&[0xd0, 0xcf, 0x11, 0xe0, 0, 1, 2]), Some(Unsearchable::UnknownType));
    assert_eq!(extract_bytes(b"a;b\n1;2\n3;4\n").media, Media::Csv);
    assert_eq!(extract_bytes("Gr\u{fc}\u{df}e".as_bytes()).text, "Grüße");
    assert_eq!(extract_bytes(b"Gr\xfc\xdfe").text, "Grüße", "Windows-1252 where it is no UTF-8");
    assert_eq!(extract_bytes(b"\xff\xfeH\0i\0").text, "Hi", "UTF-16 with its mark");
}

#[test]
fn search_ignores_case_composition_and_white_space_and_is_otherwise_exact() {
    let place = Place::new();
    let cache = TextCache::open(&place.path("text.db")).unwrap();
    let texts =
        ["Die Pru\u{308}fung  der\nWaage", "計量器の校正手順", "balance of scale 12", "balance of the scale 12"];
    let all: Vec<_> =
        texts.iter().map(|t| (clausebook::digest::Digest::of(t.as_bytes()), extract_bytes(t.as_bytes()))).collect();
    cache.put_many(&all).unwrap();
    let hits = |query: &str| -> Vec<usize> {
        let found = cache.find(query, 10).unwrap();
        found.iter().map(|h| all.iter().position(|(d, _)| *d == h.digest).unwrap()).collect()
    };
    assert_eq!(hits("prüfung DER waage"), [0]);
    assert_eq!(hits("校正手順"), [1]);
    assert_eq!(hits("校正"), [1], "fewer than three characters are found too");
    assert_eq!(hits("balance of scale"), [2], "a phrase is a phrase");
    assert_eq!(hits("\"balance\" \"the scale\""), [3], "all phrases have to be there");
    assert_eq!(hits("bal_nce"), Vec::<usize>::new(), "no character stands for another");
    assert_eq!(hits(""), Vec::<usize>::new());
    drop(cache);
    std::fs::write(place.path("text.db"), b"not a database at all, but long enough to be looked at").unwrap();
    assert_eq!(
        TextCache::open(&place.path("text.db")).unwrap().find("waage", 10).unwrap(),
        [],
        "a damaged cache is made anew"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_damage_makes_extraction_panic(which in 0usize..5, cut in 0.0f64..1.0, flips in proptest::collection::vec((0.0f64..1.0, any::<u8>()), 0..8)) {
        let mut bytes = match which {
            0 => docx("t", &[&["a", "b"]], &["some words"], "h"),
            1 => xlsx(&[("S", &[&["cell"]])]),
            2 => pdf(&["line one", "line two"]),
            3 => email("s", "b", "a,b"),
            _ => locked_pdf(),
        };
        bytes.truncate((bytes.len() as f64 * (1.0 - cut * cut)) as usize);
        for (at, value) in flips {
            if !bytes.is_empty() {
                let i = (bytes.len() as f64 * at) as usize % bytes.len();
                bytes[i] = value;
            }
        }
        let found = extract_bytes(&bytes);
        prop_assert!(found.problem.is_some() || found.text.len() < 1_000_000);
    }
}
