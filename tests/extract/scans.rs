//! Pages of a PDF that are pictures, blank, or in fonts without letters; files attached to it.

use clausebook::extract::{COMMENTS, Extracted, Media, Unsearchable, extract_bytes};

use super::kinds::{finds, zipped};

/// A page: what is drawn on it, and what lies on it.
pub(super) type Page = (&'static str, &'static str);

pub(super) const PICTURE: Page = ("q 595 0 0 842 0 0 cm /I1 Do Q", "");
const STAMPED: Page = ("q 595 0 0 842 0 0 cm /I1 Do Q BT /F1 9 Tf 50 20 Td (Scan 7) Tj ET", "");
pub(super) const WORDS: Page = ("BT /F1 12 Tf 50 700 Td (The gauge was steady all day long) Tj ET", "");
/// A page of a fax: what the machine wrote above it is not what it says.
pub(super) const FAX: Page = (
    "q 595 0 0 842 0 0 cm /I1 Do Q BT /F1 9 Tf 20 830 Td (12-MAR-2026 10:22 FROM: +49 89 123456 TO: QM P.1/1) Tj ET",
    "",
);
/// A certificate below its title.
const BELOW: Page =
    ("q 400 0 0 560 72 100 cm /I1 Do Q BT /F1 12 Tf 50 800 Td (Cover sheet for the certificate below) Tj ET", "");
/// A scan behind which somebody put what was read on it.
const LAYERED: Page =
    ("q 595 0 0 842 0 0 cm /I1 Do Q BT 3 Tr /F1 12 Tf 50 700 Td (The gauge was steady all day) Tj ET", "");
/// A scan in strips, as some scanners cut it.
const STRIPS: Page = (
    "q 595 0 0 100 0 0 cm /I1 Do Q q 595 0 0 100 0 100 cm /I1 Do Q q 595 0 0 100 0 200 cm /I1 Do Q q 595 0 0 100 0 300 cm /I1 Do Q",
    "",
);
const LOGO: Page = ("q 60 0 0 40 0 780 cm /I1 Do Q BT /F1 12 Tf 50 700 Td (Words beside a logo) Tj ET", "");
const BLANK: Page = ("", "");
const NOTED: Page = (PICTURE.0, "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Is this still so?) >>");
/// Letters in a font of glyphs whose meaning is nowhere said.
const GLYPHS: Page = ("BT /F2 12 Tf 50 700 Td <0001000200030004> Tj ET", "");

pub(super) fn pages(pages: &[Page], attached: Option<(&str, &[u8])>) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|n| format!("{} 0 R", 10 + 2 * n)).collect();
    let names = if attached.is_some() { "/Names << /EmbeddedFiles << /Names [(a) 8 0 R] >> >>" } else { "" };
    let (name, content) = attached.unwrap_or_default();
    let picture = [0x80; 16];
    let mut objects: Vec<Vec<u8>> = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {names} >>").into_bytes(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()).into_bytes(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>".to_vec(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [5 0 R] >>".to_vec(),
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 6 0 R /DW 600 >>".to_vec(),
        b"<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 9 9] /ItalicAngle 0 /Ascent 9 /Descent 0 /CapHeight 9 /StemV 9 >>".to_vec(),
        [b"<< /Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 16 >>\nstream\n", &picture[..], b"\nendstream"].concat(),
        match attached {
            Some(_) => format!("<< /Type /Filespec /F ({name}) /UF ({name}) /EF << /F 9 0 R >> >>").into_bytes(),
            None => b"null".to_vec(),
        },
        [format!("<< /Type /EmbeddedFile /Length {} >>\nstream\n", content.len()).as_bytes(), content, b"\nendstream"].concat(),
    ];
    for (n, (drawn, beside)) in pages.iter().enumerate() {
        objects.push(
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Annots [{beside}] \
                 /Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /I1 7 0 R >> >> >>",
                11 + 2 * n
            )
            .into_bytes(),
        );
        objects.push(format!("<< /Length {} >>\nstream\n{drawn}\nendstream", drawn.len() + 1).into_bytes());
    }
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (n, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", out.len());
        out.extend(format!("{} 0 obj\n", n + 1).bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let start = out.len();
    let size = objects.len() + 1;
    out.extend(format!("{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").bytes());
    out
}

fn read(drawn: &[Page]) -> Extracted {
    extract_bytes(&pages(drawn, None))
}

pub(super) fn named(found: &Extracted) -> Vec<(&str, Unsearchable)> {
    found.unread.iter().map(|part| (part.name.as_str(), part.problem)).collect()
}

#[test]
fn each_page_that_is_a_picture_is_named_and_no_other() {
    let found = read(&[WORDS, PICTURE, LOGO, STAMPED, BLANK]);
    assert_eq!(found.problem, Some(Unsearchable::PartUnread));
    assert_eq!(named(&found), [("2 / 5", Unsearchable::ImageOnly), ("4 / 5", Unsearchable::ImageOnly)]);
    assert!(found.text.contains("steady all day") && found.text.contains("Scan 7"), "{:?}", found.text);
    assert_eq!(read(&[WORDS, LOGO, BLANK]).problem, None);
}

#[test]
fn little_beside_a_picture_of_a_page_does_not_make_it_read() {
    for page in [FAX, BELOW, STRIPS] {
        let found = read(&[WORDS, page]);
        assert_eq!(named(&found), [("2 / 2", Unsearchable::ImageOnly)], "{}", page.0);
    }
    assert_eq!(read(&[WORDS, LAYERED]).problem, None, "it was read before");
    assert_eq!(read(&[BELOW, BELOW]).problem, None, "what is on every page is its paper");
}

#[test]
fn a_comment_on_a_scan_does_not_make_it_read() {
    let found = read(&[NOTED]);
    assert_eq!(
        (found.problem, named(&found)),
        (Some(Unsearchable::PartUnread), vec![("1 / 1", Unsearchable::ImageOnly)])
    );
    assert_eq!(found.text.split_once(COMMENTS).unwrap().1.trim(), "Is this still so?");
}

#[test]
fn the_reason_is_the_true_one() {
    assert_eq!(read(&[PICTURE, PICTURE]).problem, Some(Unsearchable::ImageOnly));
    assert_eq!(read(&[BLANK]).problem, Some(Unsearchable::Empty), "nothing is drawn on it");
    assert_eq!(read(&[GLYPHS]).problem, Some(Unsearchable::NoLetters));
    let found = read(&[WORDS, GLYPHS]);
    assert_eq!(
        (found.problem, named(&found)),
        (Some(Unsearchable::PartUnread), vec![("2 / 2", Unsearchable::NoLetters)])
    );
}

#[test]
fn attached_files_are_read_like_those_of_a_mail() {
    let found = finds(
        &pages(&[WORDS], Some(("list.csv", b"no;what\n1;broken seal\n"))),
        Media::Pdf,
        &["list.csv", "broken seal"],
        &[],
    );
    assert_eq!(found.problem, None);
    let found = finds(&pages(&[WORDS], Some(("plan.bin", &[0, 1, 2, 3, 4]))), Media::Pdf, &["plan.bin"], &[]);
    assert_eq!(named(&found), [("plan.bin", Unsearchable::UnknownType)]);
}

#[test]
fn a_pdf_in_an_archive_names_its_pages() {
    let found = finds(&zipped(&[("a.pdf", &pages(&[WORDS, PICTURE], None))]), Media::Zip, &["steady all day"], &[]);
    assert_eq!(named(&found), [("a.pdf / 2 / 2", Unsearchable::ImageOnly)]);
}
