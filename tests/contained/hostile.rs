//! Files made to do harm: each is read or named, in bounded time, and the next one is read as if nothing had been.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::time::{Duration, Instant};

use clausebook::extract::{Unsearchable, read, tables};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::children;

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn docx(document: &[u8]) -> Vec<u8> {
    zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document)])
}

fn xlsx(sheet: &str) -> Vec<u8> {
    let book = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    let root = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    let rels = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let sheet =
        format!(r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{sheet}</worksheet>"#);
    zipped(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", rels.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

/// Objects 1, 2 … of a PDF; the first is its catalog.
fn pdf(objects: &[&str]) -> Vec<u8> {
    let mut text = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (i, object) in objects.iter().enumerate() {
        places.push(text.len());
        write!(text, "{} 0 obj\n{object}\nendobj\n", i + 1).unwrap();
    }
    let xref = text.len();
    write!(text, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in places {
        writeln!(text, "{place:010} 00000 n ").unwrap();
    }
    write!(text, "trailer<</Size {}/Root 1 0 R>>\nstartxref\n{xref}\n%%EOF\n", objects.len() + 1).unwrap();
    text.into_bytes()
}

const CATALOG: &str = "<</Type/Catalog/Pages 2 0 R>>";
const PAGES: &str = "<</Type/Pages/Kids[3 0 R]/Count 1>>";

/// A PDF on which the reader of pages recurses until its stack is full.
pub fn form_that_draws_itself() -> Vec<u8> {
    let stream = |dictionary: &str| format!("<</Length 5 {dictionary}>>stream\n/X Do\nendstream");
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>";
    let form = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>";
    pdf(&[CATALOG, PAGES, page, &stream(""), &stream(form)])
}

/// A name, and content to read.
fn inputs() -> Vec<(&'static str, Vec<u8>)> {
    let deep = 300_000;
    let nested = |open: &str, close: &str| format!("{}{}", open.repeat(deep), close.repeat(deep));
    let laughs: String =
        (1..10).map(|n| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10))).collect();
    let mut mime = String::from("From: a@example.org\nSubject: nested\nMIME-Version: 1.0\n");
    for n in 0..20_000 {
        write!(mime, "Content-Type: multipart/mixed; boundary=\"b{n}\"\n\n--b{n}\n").unwrap();
    }
    let mut in_mail = String::from("Subject: innermost\n\nwords\n");
    for _ in 0..300 {
        in_mail = format!("From: a@example.org\nSubject: x\nContent-Type: message/rfc822\n\n{in_mail}");
    }
    let mut archive = b"words".to_vec();
    for _ in 0..40 {
        archive = zipped(&[("a", &archive), ("b", &archive)]);
        if archive.len() > 2_000_000 {
            break;
        }
    }
    let two_cells = r#"<c r="A1" t="inlineStr"><is><t>near</t></is></c></row><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c>"#;
    let mut chain = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    chain.extend(std::iter::repeat_n(0, 4096));
    vec![
        ("a part that unpacks to 140 MB", docx(&vec![b' '; 140 << 20])),
        ("deep XML", docx(nested("<w:p>", "</w:p>").as_bytes())),
        ("a billion laughs", docx(format!("<!DOCTYPE w [<!ENTITY l0 \"lol\">{laughs}]><w:t>&l9;</w:t>").as_bytes())),
        ("a form that draws itself", form_that_draws_itself()),
        ("a page that is its own parent", pdf(&[CATALOG, "<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>"])),
        ("a PDF of brackets", pdf(&[CATALOG, PAGES, &nested("[", "]")])),
        ("a PDF of dictionaries", pdf(&[CATALOG, PAGES, &nested("<</A ", ">>")])),
        ("a stream longer than all", {
            let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>";
            pdf(&[CATALOG, PAGES, page, "<</Length 999999999999>>stream\nBT ET\nendstream"])
        }),
        ("two cells", xlsx(&format!("<sheetData><row r=\"1\">{two_cells}</row></sheetData>"))),
        ("all rows declared", xlsx("<dimension ref=\"A1:XFD1048576\"/><sheetData/>")),
        ("MIME in MIME", mime.into_bytes()),
        ("mail in mail", in_mail.into_bytes()),
        ("archives in archives", archive),
        ("a page of 300,000 elements in each other", format!("<html>{}", nested("<div>", "</div>")).into_bytes()),
        ("RTF of braces", format!("{{\\rtf1 {}", nested("{", "}")).into_bytes()),
        ("a compound file of nothing", chain),
        ("one line of 48 MB", b"a,b;".repeat(12 << 20)),
    ]
}

#[test]
fn hostile_files_are_read_or_named_in_bounded_time() {
    let contained = children();
    for (name, bytes) in inputs() {
        let begun = Instant::now();
        let found = read(&bytes, &contained);
        assert!(begun.elapsed() < Duration::from_secs(90), "{name} took {:?}", begun.elapsed());
        assert!(found.text.len() <= 20_000_000, "{name}: bounded text");
        assert_ne!(found.problem, Some(Unsearchable::NotStarted), "{name}");
        assert_eq!(read(b"the next file", &contained).text, "the next file", "after {name}");
    }
}

#[test]
fn a_reader_that_recurses_without_end_ends_its_child_alone() {
    assert_eq!(
        read(&form_that_draws_itself(), &children()).problem,
        Some(Unsearchable::ReaderEnded),
        "the fault fires"
    );
}

#[test]
fn a_sparse_list_has_the_cells_it_has() {
    let book = inputs().into_iter().find(|(name, _)| *name == "two cells").unwrap().1;
    let tables = tables(&book, &children()).unwrap();
    let rows = &tables.tables[0].rows;
    assert_eq!((rows[0].place, rows[0].cells[0].text.as_str()), (1, "near"));
    assert!(tables.cut, "nobody keeps a list of 16,384 columns, and it is said that something was left out");
    assert_eq!(read(&book, &children()).text, "\x0bS\nnear\x0b\n\tfar\n\x0b\n");
}
