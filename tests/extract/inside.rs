//! A file in a file is found where it stands, by what it says and by what it is called; and what fonts and commands of a PDF say
//! in other ways than most.

use clausebook::extract::{Extracted, Media, extract_bytes};
use clausebook::search::{self, Place, Shelf, TextCache};

use super::kinds::{finds, zipped};
use super::pages::{at, drawn};
use crate::fixtures::files::{pdf, pdf_drawing, xlsx};
use crate::support::organisation::{Organisation, paper, revision};

fn own(found: &Extracted) -> Vec<(&str, &str)> {
    let texts = found.inside.iter().map(|inner| (inner.name.as_str(), found.text[inner.begins..inner.ends].trim()));
    texts.collect()
}

#[test]
fn the_text_of_a_file_in_a_file_is_known_by_its_bytes_however_deep_it_lies() {
    let inner = zipped(&[("a.pdf", &pdf(&["words of a page"])), ("b.txt", b"words of a text")]);
    let outer = zipped(&[("in.zip", &inner), ("c.txt", b"other words")]);
    let found = extract_bytes(&outer);
    let own = own(&found);
    let of = |name: &str| own.iter().find(|(known, _)| *known == name).map(|(_, text)| *text);
    assert_eq!(of("in.zip / a.pdf"), Some("words of a page"));
    assert_eq!(of("in.zip / b.txt"), Some("words of a text"));
    assert_eq!(of("c.txt"), Some("other words"));
    assert!(of("in.zip").is_some_and(|text| text.starts_with("a.pdf") && text.ends_with("words of a text")));
}

#[test]
fn signs_that_are_taken_out_of_a_mail_move_what_is_attached() {
    let mail = "From: a@example.org\nSubject: bell \x07 bell \x07\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=s\n\n--s\n\
        Content-Type: text/plain\n\nbody \x01\x02 of it\n--s\nContent-Type: text/plain\nContent-Disposition: attachment; filename=note.txt\n\n\
        attached words\n--s--\n";
    let found = extract_bytes(mail.as_bytes());
    assert_eq!(own(&found), [("note.txt", "attached words")]);
    let logo = "From: a@example.org\nSubject: logo\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=s\n\n--s\n\
        Content-Type: text/html\n\n<p>text <img src='cid:logo@x'></p>\n--s\nContent-Type: image/png; name=wordmark.png\n\
        Content-ID: <logo@x>\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--s--\n";
    finds(logo.as_bytes(), Media::Email, &["text", "wordmark.png"], &[]);
}

#[test]
fn a_search_says_in_which_file_and_where_in_it_and_finds_files_by_their_names() {
    let mut at_home = Organisation::new();
    let cache = TextCache::open(&at_home.workspace.text_db()).unwrap();
    let pages = drawn(&[vec![at(50.0, 700.0, "first leaf")], vec![at(50.0, 700.0, "second leaf of quagga")]], "");
    let sheet = xlsx(&[("Plan", &[&["a", "b"], &["c", "okapi"]])]);
    let packed = zipped(&[("mail/plan.pdf", &pages), ("list.xlsx", &sheet)]);
    let document = at_home.draft("QP-01");
    let mut held = revision("unlike");
    held.files[0].name = String::from("Kalibrierprotokoll_Waage.zip");
    held.files[0].path = String::from("share/Kalibrierprotokoll_Waage.zip");
    at_home.does(|tx| clausebook::documents::file_revision(tx, document, held));
    cache.put_many(&[(paper("unlike").digest, extract_bytes(&packed))]).unwrap();
    let today = at_home.workspace.today().unwrap();
    let hit = |query: &str| {
        let found = search::find(at_home.db(), &cache, &Shelf::default(), query, 5, today).unwrap();
        assert_eq!(found.hits.len(), 1, "{query}");
        found.hits.into_iter().next().unwrap()
    };
    let inside = |place: Option<Place>| match place {
        Some(Place::Inside { file, place, .. }) => (file, place.map(|place| *place)),
        other => panic!("{other:?}"),
    };
    assert_eq!(inside(hit("quagga").place), (String::from("mail/plan.pdf"), Some(Place::Page { n: 2 })));
    let cell = Place::Cell { sheet: String::from("Plan"), cell: Some(String::from("B2")) };
    assert_eq!(inside(hit("okapi").place), (String::from("list.xlsx"), Some(cell)));
    assert_eq!(inside(hit("plan.pdf").place), (String::from("mail/plan.pdf"), None));
    let named = hit("kalibrierprotokoll waage");
    assert_eq!((named.snippet.as_str(), named.place), ("Kalibrierprotokoll_Waage.zip", None));
    assert_eq!(hit("kalibrierprotokoll quagga").code, "QP-01", "one word in its name, the other in its text");
    let found = search::find(at_home.db(), &cache, &Shelf::default(), "qp -waage", 5, today).unwrap();
    assert_eq!(found.documents, 0, "what must not be there stands in its file's name");
}

#[test]
fn a_pdf_says_its_letters_by_whatever_names_and_draws_its_lines_by_whatever_command() {
    let names = "/Encoding << /Type /Encoding /Differences [65 /zero.os /one.os /T_h /uniFB01 /f_f_i /g44] >>";
    let content = "BT /F1 12 Tf 14 TL 50 750 Td (AB CE Dz) Tj (next line) ' 1 0 (third line) \" ET\n";
    finds(&pdf_drawing(content, names), Media::Pdf, &["01 Thffi fiz", "next line third line"], &["†"]);
    let broken = "BT /F1 12 Tf 14 TL 50 750 Td (within the detec-  ) Tj T* (tion area) Tj ET\n";
    finds(&pdf_drawing(broken, "/Encoding /WinAnsiEncoding"), Media::Pdf, &["the detection area"], &[]);
}

#[test]
fn a_comment_in_the_middle_of_a_word_parts_it_not() {
    let rtf = br"{\rtf1 This is super{\*\annotation a comment}fragile{\footnote a note} text\par}";
    finds(rtf, Media::Rtf, &["superfragile text", "a comment", "a note"], &[]);
}

#[test]
fn what_is_set_much_smaller_is_in_no_word_and_a_mail_may_have_no_sender() {
    let sizes = "BT /F1 2 Tf 50 750 Td (914B) Tj /F1 12 Tf (Initial) Tj ET\n";
    finds(&pdf_drawing(sizes, "/Encoding /WinAnsiEncoding"), Media::Pdf, &["914B Initial"], &[]);
    let mail = b"Content-Type: multipart/mixed; boundary=1\nMIME-Version: 1.0\n\n--1\nContent-Type: text/plain; charset=utf-8\n\
        Content-Transfer-Encoding: base64\n\naW5uZXIgd29yZHM=\n--1--\n";
    finds(mail, Media::Email, &["inner words"], &[]);
}
