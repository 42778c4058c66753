//! Every kind of file, made here by its own rules: what a person sees in it is text, and nothing else is.

use std::io::{Cursor, Write as _};

use clausebook::extract::{COMMENTS, Extracted, Media, Unsearchable, extract_bytes};
use clausebook::text::{fold, words};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::fixtures::files::{email, pdf, png};

pub(super) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Whether all of these are found, and none of those.
#[track_caller]
pub(super) fn finds(bytes: &[u8], media: Media, there: &[&str], never: &[&str]) -> Extracted {
    let found = extract_bytes(bytes);
    assert_eq!(found.media, media, "{found:?}");
    let text = words(&found.text);
    for phrase in there {
        assert!(text.contains(words(phrase).trim_end()), "{phrase:?} is not found in {:?}", found.text);
    }
    for phrase in never {
        assert!(!fold(&found.text).contains(&fold(phrase)), "{phrase:?} is found in {:?}", found.text);
    }
    found
}

#[test]
fn text_in_any_encoding_is_text() {
    let utf16 = |text: &str, unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    for text in [
        "Quality policy\r\nof the site",
        "Политика качества\nи безопасности",
        "品質方針の文書\n改訂",
        "πολιτική ποιότητας\n",
    ] {
        finds(&utf16(text, u16::to_le_bytes), Media::Text, &[text], &[]);
        finds(&utf16(text, u16::to_be_bytes), Media::Text, &[text], &[]);
    }
    for (encoding, text) in [
        (encoding_rs::SHIFT_JIS, "品質方針および情報セキュリティ方針の文書"),
        (encoding_rs::EUC_JP, "品質方針および情報セキュリティ方針の文書"),
        (encoding_rs::WINDOWS_1252, "Prüfung der Meßgeräte für die Qualität"),
        (encoding_rs::WINDOWS_1251, "Политика информационной безопасности предприятия"),
        (encoding_rs::WINDOWS_1253, "Πολιτική ασφάλειας πληροφοριών του οργανισμού"),
        (encoding_rs::BIG5, "資訊安全政策與品質管理手冊的文件"),
        (encoding_rs::GBK, "信息安全方针和质量管理手册的文件"),
        (encoding_rs::EUC_KR, "정보보호 방침 및 품질 경영 매뉴얼 문서"),
    ] {
        finds(&encoding.encode(text).0, Media::Text, &[text], &["\u{fffd}"]);
    }
    finds(b"BM is how this text begins, and no picture does", Media::Text, &["no picture"], &[]);
    finds(b"In a text on file formats %PDF-1.4 is what a PDF begins with", Media::Text, &["file formats"], &[]);
    assert_eq!(extract_bytes(&[0x42, 0x4d, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 40, 0, 0, 0, 9]).media, Media::Image);
}

#[test]
fn word_gives_notes_boxes_and_comments_and_never_what_was_deleted_or_moved_away() {
    let body = r"<w:document><w:body>
        <w:p><w:r><w:t>begin</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></w:pict></w:r><w:r><w:t>ning</w:t></w:r></w:p>
        <w:p><w:del><w:r><w:delText>struck</w:delText></w:r></w:del><w:ins><w:r><w:t>inserted</w:t></w:r></w:ins></w:p>
        <w:p><w:moveFrom><w:r><w:t>moved away</w:t></w:r></w:moveFrom><w:r><w:instrText>PAGE secret</w:instrText></w:r></w:p>
        </w:body></w:document>";
    let one = |text: &str| format!("<x><w:p><w:r><w:t>{text}</w:t></w:r></w:p></x>");
    let data = "<dgm><a:p><a:t>drawn step</a:t></a:p></dgm>";
    let chart = "<c:chart><c:f>Sheet1!$A$2</c:f><c:strCache><c:pt><c:v>charted</c:v></c:pt></c:strCache><c:numCache><c:v>99.25</c:v></c:numCache></c:chart>";
    let bytes = zipped(&[
        ("word/document.xml", body.as_bytes()),
        ("word/footnotes.xml", one("footnoted").as_bytes()),
        ("word/comments.xml", one("commented").as_bytes()),
        ("word/header1.xml", one("headed").as_bytes()),
        ("word/diagrams/data1.xml", data.as_bytes()),
        ("word/charts/chart1.xml", chart.as_bytes()),
    ]);
    let there = ["beginning", "boxed", "inserted", "footnoted", "commented", "headed", "drawn step", "charted"];
    finds(&bytes, Media::Docx, &there, &["struck", "moved away", "secret", "99.25", "Sheet1"]);
}

#[test]
fn comments_of_word_come_last_and_what_word_works_out_anew_is_no_text() {
    let field = |kind: &str, value: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> {kind} </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>{value}</w:t></w:r>\
             <w:r><w:fldChar w:fldCharType='end'/></w:r>"
        )
    };
    let header = format!(
        "<w:hdr><w:p><w:r><w:t>Page </w:t></w:r>{}<w:r><w:t> of </w:t></w:r>{}<w:fldSimple w:instr=' DATE \\@ d '>\
         <w:r><w:t>31 May</w:t></w:r></w:fldSimple><w:r><w:t>, issue </w:t></w:r>{}</w:p></w:hdr>",
        field("PAGE \\* MERGEFORMAT", "1417"),
        field("NUMPAGES", "2718"),
        field("DOCPROPERTY Issue", "K7"),
    );
    // One without an end hides nothing behind its paragraph.
    let body = "<w:document><w:body><w:p><w:r><w:t>begun</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r>\
        <w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r></w:p>\
        <w:p><w:r><w:t>ended</w:t></w:r></w:p></w:body></w:document>";
    let bytes = zipped(&[
        ("word/document.xml", body.as_bytes()),
        (
            "word/comments.xml",
            b"<w:comments><w:comment><w:p><w:r><w:t>why so</w:t></w:r></w:p></w:comment></w:comments>",
        ),
        ("word/footnotes.xml", b"<x><w:p><w:r><w:t>footnoted</w:t></w:r></w:p></x>"),
        ("word/header1.xml", header.as_bytes()),
    ]);
    let there = ["begun", "ended", "why so", "footnoted", "page", "issue k7"];
    let found = finds(&bytes, Media::Docx, &there, &["1417", "2718", "31 May"]);
    let (of, on) = found.text.split_once(COMMENTS).unwrap();
    assert!(of.contains("footnoted") && of.contains("ended") && !of.contains("why so"), "{}", found.text);
    assert_eq!(on.trim(), "why so");
}

#[test]
fn presentations_give_slides_in_order_notes_and_drawings() {
    let slide = |text: &str| format!("<p:sld><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sld>");
    let bytes = zipped(&[
        ("ppt/presentation.xml", b"<p/>"),
        ("ppt/slides/slide10.xml", slide("tenth").as_bytes()),
        ("ppt/slides/slide2.xml", slide("second").as_bytes()),
        ("ppt/notesSlides/notesSlide1.xml", slide("noted").as_bytes()),
        ("ppt/diagrams/data1.xml", slide("drawn").as_bytes()),
        ("ppt/slideLayouts/slideLayout1.xml", slide("Click to edit").as_bytes()),
    ]);
    let found = finds(&bytes, Media::Pptx, &["second", "tenth", "noted", "drawn"], &["click to edit"]);
    assert!(found.text.find("second") < found.text.find("tenth"), "as people count: {}", found.text);
}

#[test]
fn opendocument_is_told_wherever_its_type_lies_and_keeps_what_was_deleted_to_itself() {
    let content = r#"<office:document-content><office:body><text:tracked-changes><text:deletion><text:p>gone</text:p></text:deletion></text:tracked-changes>
        <text:p>Sup<office:annotation><dc:creator>Ann Lee</dc:creator><dc:date>2026-11-27T00:00:00</dc:date><text:p>remark</text:p></office:annotation>plier<text:note><text:note-body><text:p>footnote</text:p></text:note-body></text:note> list</text:p>
        <table:table-row><table:table-cell><text:p>left</text:p></table:table-cell><table:table-cell><text:p>right</text:p></table:table-cell></table:table-row>
        </office:body></office:document-content>"#;
    for (kind, media) in [("text", Media::Odt), ("spreadsheet", Media::Ods), ("presentation", Media::Odp)] {
        let said = format!("application/vnd.oasis.opendocument.{kind}");
        let bytes = zipped(&[("content.xml", content.as_bytes()), ("mimetype", said.as_bytes())]);
        finds(&bytes, media, &["supplier list", "lee 2026-11-27t00:00:00 remark", "footnote", "left right"], &["gone"]);
    }
}

#[test]
fn pages_give_what_they_show() {
    let page = r"<?xml version='1.0'?><!DOCTYPE html><html><head><title>Audit   report</title><style>.red{}</style>
        <script>var secret = '<p>hidden</p>';</script></head><body class='klass'><p>A<b>ud</b>it &amp; review</p>
        <table><tr><td>one</td><td>two</td></tr></table><img alt='a chart'></body></html>";
    let found = finds(
        page.as_bytes(),
        Media::Html,
        &["audit report", "audit & review", "one two", "a chart"],
        &["secret", "hidden", "red", "klass"],
    );
    assert_eq!(found.properties["title"], "Audit report");
    let old = encoding_rs::WINDOWS_1251.encode("<html><meta charset=windows-1251><p>Аудит</p></html>").0.into_owned();
    finds(&old, Media::Html, &["Аудит"], &[]);
}

#[test]
fn rich_text_gives_letters_of_every_code_page_and_no_control_words() {
    let rtf = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}}{\stylesheet{\s1 heading;}}{\*\generator Riched;}
{\info{\title hidden title}}{\b Pr\'fcfung}\par {\f1\'cf\'ee}{\deleted struck}{\v unseen} \u31119?\u12395?\par{\footnote noted}{\field{\*\fldinst HYPERLINK}{\fldrslt shown}}{\pict 89504e47}\cell}";
    let there = ["Prüfung", "По", "福に", "noted", "shown"];
    let never = ["arial", "heading", "riched", "hidden title", "struck", "unseen", "hyperlink", "89504e47", "par"];
    finds(rtf.as_bytes(), Media::Rtf, &there, &never);
    assert_eq!(extract_bytes(b"{\\rtf1 cut off {in the middle").problem, Some(Unsearchable::Damaged));
}

#[test]
fn mails_give_both_forms_what_is_attached_and_name_what_is_not_read() {
    let mail = "From: a@example.org\nTo: b@example.org\nSubject: =?iso-2022-jp?B?GyRCSUo8QRsoQg==?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=o\n\n\
        --o\nContent-Type: multipart/alternative; boundary=i\n\n--i\nContent-Type: text/plain\n\nplainly said\n--i\nContent-Type: text/html\n\n<p>said in <b>colour</b></p>\n--i--\n\
        --o\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"plan.bin\"\nContent-Transfer-Encoding: base64\n\nAAECAwQFBgcICQ==\n--o--\n";
    let found = finds(mail.as_bytes(), Media::Email, &["品質", "plainly said", "said in colour", "plan.bin"], &["<b>"]);
    assert_eq!(found.problem, Some(Unsearchable::PartUnread));
    assert_eq!((found.unread[0].name.as_str(), found.unread[0].problem), ("plan.bin", Unsearchable::UnknownType));
    let sealed = "From: a@example.org\nSubject: sealed\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\nContent-Transfer-Encoding: base64\n\nAAEC\n";
    assert_eq!(finds(sealed.as_bytes(), Media::Email, &["sealed"], &[]).problem, Some(Unsearchable::Locked));
    let one = |subject: &str| {
        format!(
            "From a@example.org Mon Jan  5 10:00:00 2026\nFrom: a@example.org\nTo: b@example.org\nSubject: {subject}\n\nFrom here on\n\n"
        )
    };
    finds(
        format!("{}{}", one("first"), one("second")).as_bytes(),
        Media::Mbox,
        &["first", "second", "from here on"],
        &[],
    );
    let saved = "From: <Saved by a browser>\nSubject: Page\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\nContent-Location: https://example.org\n\n<p>saved page</p>\n--x--\n";
    finds(saved.as_bytes(), Media::Mht, &["saved page"], &["<p>"]);
}

#[test]
fn an_archive_is_one_whatever_it_holds_and_everything_in_it_is_read() {
    let inner = zipped(&[("deep.txt", b"deepest words")]);
    let mail = email("Attached", "a body", "x,y\r\n1,a seal");
    let parts: &[(&str, &[u8])] = &[
        ("report.pdf", &pdf(&["on a page"])),
        ("inner.zip", &inner),
        ("mail.eml", &mail),
        ("photo.png", &png()),
        ("folder/notes.txt", "Prüfplan".as_bytes()),
    ];
    let there = ["on a page", "deepest words", "a body", "a seal", "prüfplan", "folder/notes.txt"];
    let found = finds(&zipped(parts), Media::Zip, &there, &[]);
    assert_eq!(found.problem, Some(Unsearchable::PartUnread));
    assert_eq!(found.unread.len(), 1, "{:?}", found.unread);
    assert_eq!((found.unread[0].name.as_str(), found.unread[0].problem), ("photo.png", Unsearchable::ImageOnly));
}

/// A compound file with these streams, made by the library that reads them: the form of the container is its own.
fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (path, bytes) in streams {
        if let Some((storage, _)) = path.rsplit_once('/').filter(|(storage, _)| !storage.is_empty()) {
            file.create_storage_all(storage).unwrap();
        }
        file.create_stream(path).unwrap().write_all(bytes).unwrap();
    }
    file.into_inner().into_inner()
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn word_of_before_2007_gives_its_pieces_in_order() {
    let (first, second) = (utf16("Prüfung \x13 HYPERLINK \x14shown\x15 "), b"of scale\x07 W-77\r".to_vec());
    let mut main = vec![0; 0x200];
    main[..4].copy_from_slice(&[0xec, 0xa5, 0xc1, 0]);
    let place = main.len() as u32;
    main.extend_from_slice(&first);
    let letters = [0, first.len() as u32 / 2, (first.len() / 2 + second.len()) as u32];
    let compressed = (main.len() as u32 * 2) | 1 << 30;
    main.extend_from_slice(&second);
    let mut list: Vec<u8> = letters.iter().flat_map(|n| n.to_le_bytes()).collect();
    for place in [place, compressed] {
        list.extend_from_slice(&[0, 0]);
        list.extend_from_slice(&place.to_le_bytes());
        list.extend_from_slice(&[0, 0]);
    }
    let table = [&[1, 2, 0, 9, 9, 2][..], &(list.len() as u32).to_le_bytes(), &list].concat();
    main[0x1a6..0x1aa].copy_from_slice(&(table.len() as u32).to_le_bytes());
    let streams = |main: &[u8]| compound(&[("/WordDocument", main), ("/0Table", &table)]);
    finds(&streams(&main), Media::Doc, &["Prüfung shown of scale W-77"], &["hyperlink"]);
    let mut mac = main.clone();
    mac[0x14..0x16].copy_from_slice(&[0, 1]);
    let apple = mac.windows(8).position(|bytes| bytes == b"of scale").unwrap();
    mac[apple..apple + 8].copy_from_slice(b"\x8ft\x8e l\xd5\x88\x8a");
    finds(&streams(&mac), Media::Doc, &["shown èté l’àä"], &[]);
    main[0x0b] = 1;
    assert_eq!(extract_bytes(&streams(&main)).problem, Some(Unsearchable::Locked));
    assert_eq!(extract_bytes(&compound(&[("/WordDocument", &main[..8])])).problem, Some(Unsearchable::Damaged));
}

#[test]
fn presentations_of_before_2007_give_each_line_once() {
    let record = |form: u16, kind: u16, body: &[u8]| {
        [&form.to_le_bytes()[..], &kind.to_le_bytes(), &(body.len() as u32).to_le_bytes(), body].concat()
    };
    let texts =
        [record(0, 4000, &utf16("Prüfplan\rzwei")), record(0, 4008, b"latin line"), record(0, 4000, &utf16("zwei"))];
    let slide = record(0xf, 1006, &texts.concat());
    let master = record(0xf, 1016, &record(0, 4008, b"Click to edit"));
    let bytes = compound(&[("/PowerPoint Document", &[master, slide].concat())]);
    let found = finds(&bytes, Media::Ppt, &["Prüfplan", "latin line"], &["click to edit"]);
    assert_eq!(found.text.matches("zwei").count(), 1);
}

#[test]
fn messages_of_outlook_give_people_body_and_what_is_attached() {
    let attached = "/__attach_version1.0_#00000000/__substg1.0_";
    let within = "/__attach_version1.0_#00000001/__substg1.0_3701000D/__substg1.0_";
    let bytes = compound(&[
        ("/__properties_version1.0", &[0; 32]),
        ("/__substg1.0_0037001F", &utf16("Late delivery")),
        ("/__substg1.0_0C1A001E", b"Quality manager"),
        ("/__substg1.0_10130102", b"<p>the <b>body</b></p>"),
        (&format!("{attached}3707001F"), &utf16("list.csv")),
        (&format!("{attached}37010102"), b"no;what\n1;broken seal\n"),
        (&format!("{within}0037001F"), &utf16("forwarded")),
        (&format!("{within}1000001F"), &utf16("inner body")),
    ]);
    let there = ["late delivery", "quality manager", "the body", "list.csv", "broken seal", "forwarded", "inner body"];
    let found = finds(&bytes, Media::Msg, &there, &["<b>"]);
    assert_eq!((found.properties["title"].as_str(), found.problem), ("Late delivery", None));
}
