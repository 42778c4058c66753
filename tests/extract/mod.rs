//! Text out of files: every format, every kind of unreadable file, and no panic on anything.

mod again;
mod engines;
mod failing;
mod inside;
mod kinds;
mod lost;
mod pages;
mod pictured;
mod scans;

use clausebook::extract::{Extracted, Media, Unsearchable, extract_bytes};
use clausebook::text::fold;
use proptest::prelude::*;

use crate::fixtures::files::{docx, email, locked_pdf, pdf, png, xlsx};

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
