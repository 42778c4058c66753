//! Pictures in mails and office files: those that may show writing are named, signs and logos are not.

use clausebook::extract::{Media, Unsearchable};

use super::kinds::{finds, zipped};
use super::scans::named;

/// The beginning of a picture of so many points.
fn picture(wide: u32, high: u32) -> Vec<u8> {
    let (wide, high) = (wide.to_be_bytes(), high.to_be_bytes());
    [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &wide, &high, b"\x08\0\0\0\0"].concat()
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0u32, |bits, b| bits << 8 | u32::from(*b)) << (8 * (3 - three.len()));
        for n in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * n) & 63) as usize];
            out.push(if n <= three.len() { letter as char } else { '=' });
        }
    }
    out
}

#[test]
fn a_mail_names_the_photos_it_shows_and_reads_what_is_attached_within_its_text() {
    let part = |kind: &str, how: &str, content: &[u8]| {
        format!("--m\nContent-Type: {kind}\n{how}\nContent-Transfer-Encoding: base64\n\n{}\n", base64(content))
    };
    let mail = [
        String::from("From: a@example.org\nSubject: the pump\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=m\n\n"),
        String::from("--m\nContent-Type: text/html\n\n<p>as shown <img src='cid:photo@x'> <img src='cid:logo@x'></p>\n"),
        part("image/png; name=pump.png", "Content-ID: <photo@x>\nContent-Disposition: inline; filename=pump.png", &picture(1200, 900)),
        part("image/png; name=logo.png", "Content-ID: <logo@x>\nContent-Disposition: inline; filename=logo.png", &picture(200, 60)),
        part("image/png; name=IMG_1.png", "Content-Disposition: inline; filename=IMG_1.png", &picture(3000, 2000)),
        part("text/csv; name=list.csv", "Content-Disposition: inline; filename=list.csv", b"no;what\n1;broken seal\n"),
        String::from("--m--\n"),
    ]
    .concat();
    let found = finds(mail.as_bytes(), Media::Email, &["as shown", "broken seal"], &[]);
    let expected = [("pump.png", Unsearchable::ImageOnly), ("IMG_1.png", Unsearchable::ImageOnly)];
    assert_eq!((found.problem, named(&found)), (Some(Unsearchable::PartUnread), expected.to_vec()));
}

const LINK: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";

fn word(text: &str, pictures: &[(&str, &[u8])]) -> Vec<u8> {
    let body = format!("<w:document><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>");
    let links: String = pictures
        .iter()
        .map(|(name, _)| format!("<Relationship Id='{name}' Type='{LINK}' Target='media/{name}'/>"))
        .collect();
    let links = format!("<Relationships>{links}</Relationships>");
    let names: Vec<String> = pictures.iter().map(|(name, _)| format!("word/media/{name}")).collect();
    let mut parts = vec![("word/document.xml", body.as_bytes()), ("word/_rels/document.xml.rels", links.as_bytes())];
    parts.extend(names.iter().map(String::as_str).zip(pictures.iter().map(|(_, bytes)| *bytes)));
    zipped(&parts)
}

#[test]
fn a_scan_in_a_word_file_is_named_and_a_logo_is_not() {
    let (scan, logo) = (picture(1654, 2339), picture(300, 90));
    let found =
        finds(&word("See below", &[("a.png", &scan), ("b.png", &logo)]), Media::Docx, &["see below"], &["a.png"]);
    assert_eq!(
        (found.problem, named(&found)),
        (Some(Unsearchable::PartUnread), vec![("a.png", Unsearchable::ImageOnly)])
    );
    assert_eq!(finds(&word("See below", &[("b.png", &logo)]), Media::Docx, &[], &[]).problem, None);
    let found = finds(&word("", &[("a.png", &scan)]), Media::Docx, &[], &[]);
    assert_eq!(
        (found.problem, named(&found)),
        (Some(Unsearchable::ImageOnly), vec![("a.png", Unsearchable::ImageOnly)])
    );
    assert_eq!(
        finds(&word("", &[]), Media::Docx, &[], &[]).problem,
        Some(Unsearchable::Empty),
        "no text is no picture"
    );
    let found = finds(&zipped(&[("scan.docx", &word("", &[("a.png", &scan)]))]), Media::Zip, &["scan.docx"], &[]);
    assert_eq!(named(&found), [("scan.docx", Unsearchable::ImageOnly)], "once, as a whole");
}

#[test]
fn a_picture_behind_every_slide_is_none_that_says_something() {
    let slide = b"<p:sld><a:p><a:r><a:t>Words</a:t></a:r></a:p></p:sld>";
    let link = |target: &str| {
        format!("<Relationships><Relationship Id='r' Type='{LINK}' Target='../media/{target}'/></Relationships>")
    };
    let (back, page) = (picture(1920, 1080), picture(1654, 2339));
    let slides = zipped(&[
        ("ppt/presentation.xml", b"<p/>"),
        ("ppt/slides/slide1.xml", slide),
        ("ppt/slides/slide2.xml", slide),
        ("ppt/slides/slide3.xml", slide),
        ("ppt/slides/_rels/slide1.xml.rels", link("back.png").as_bytes()),
        ("ppt/slides/_rels/slide2.xml.rels", link("back.png").as_bytes()),
        ("ppt/slides/_rels/slide3.xml.rels", link("page.png").as_bytes()),
        ("ppt/slideMasters/_rels/m.xml.rels", link("master.png").as_bytes()),
        ("ppt/media/back.png", &back),
        ("ppt/media/page.png", &page),
        ("ppt/media/master.png", &page),
    ]);
    let found = finds(&slides, Media::Pptx, &["words"], &[]);
    assert_eq!(named(&found), [("page.png", Unsearchable::ImageOnly)]);
}

/// An OpenDocument text.
fn open(body: &str, pictures: &[(&str, &[u8])]) -> Vec<u8> {
    let body = format!(
        "<office:document-content><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let mut parts: Vec<(&str, &[u8])> =
        vec![("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", body.as_bytes())];
    parts.extend(pictures);
    zipped(&parts)
}

#[test]
fn an_open_document_names_its_scans_and_keeps_the_white_space_between_words() {
    let scan = picture(1654, 2339);
    let image = "<text:p><draw:frame><draw:image xlink:href='Pictures/s.png'/></draw:frame></text:p>";
    let found = finds(&open(image, &[("Pictures/s.png", &scan)]), Media::Odt, &[], &[]);
    assert_eq!(
        (found.problem, named(&found)),
        (Some(Unsearchable::ImageOnly), vec![("s.png", Unsearchable::ImageOnly)])
    );
    assert_eq!(finds(&open("<text:p/>", &[]), Media::Odt, &[], &[]).problem, Some(Unsearchable::Empty));
    let spans = "<text:p><text:span>supplier</text:span> <text:span>evaluation</text:span>\n  <text:span>ibex</text:span>\n  \
                 and  more</text:p>\n<text:p>next</text:p>";
    let found = finds(&open(spans, &[]), Media::Odt, &["supplier evaluation ibex and more"], &[]);
    assert!(found.text.starts_with("supplier evaluation ibex and more\nnext"), "{:?}", found.text);
}
