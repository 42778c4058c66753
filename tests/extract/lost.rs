//! What used to be lost in silence, or was read although it is no text.

use clausebook::extract::{Extracted, Media, Unsearchable};

use super::kinds::{finds, zipped};
use crate::fixtures::files::{docx, pdf, png, xlsx};

/// A Word file of some body and other parts.
fn word(body: &str, others: &[(&str, &[u8])]) -> Vec<u8> {
    let body = format!("<w:document><w:body>{body}</w:body></w:document>");
    let parts: Vec<(&str, &[u8])> =
        std::iter::once(("word/document.xml", body.as_bytes())).chain(others.iter().copied()).collect();
    zipped(&parts)
}

fn run(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

#[test]
fn where_a_drawing_stands_is_no_text_and_its_first_word_is() {
    let anchor = "<xdr:twoCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:colOff>7</xdr:colOff><xdr:row>4</xdr:row>\
        <xdr:rowOff>9</xdr:rowOff></xdr:from><xdr:to><xdr:col>6</xdr:col></xdr:to><xdr:sp><xdr:nvSpPr>\
        <xdr:cNvPr id='2' name='Text' descr='drawn gauge'/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>Released by hand</a:t></a:r></a:p>\
        </xdr:txBody></xdr:sp></xdr:twoCellAnchor>";
    let drawing = format!("<xdr:wsDr>{anchor}{anchor}</xdr:wsDr>");
    let book = with_parts(&xlsx(&[("One", &[&["a cell"]])]), &[("xl/drawings/drawing1.xml", drawing.as_bytes())]);
    let found = finds(&book, Media::Xlsx, &["Released by hand", "drawn gauge"], &["3749", "Released by hand3"]);
    assert!(found.text.lines().any(|line| line == "Released by hand"), "{:?}", found.text);

    let slide = "<p:sld><a:tbl><a:tblPr><a:tableStyleId>{5C22544A-7EE6}</a:tableStyleId></a:tblPr><a:tr><a:tc><a:txBody>\
        <a:p><a:r><a:t>First cell</a:t></a:r><a:br><a:rPr/></a:br><a:r><a:t>below</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></p:sld>";
    let slides = zipped(&[("ppt/presentation.xml", b"<p/>"), ("ppt/slides/slide1.xml", slide.as_bytes())]);
    finds(&slides, Media::Pptx, &["first cell below"], &["5c22544a"]);
}

/// The parts of an archive.
fn parts_of(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
    use std::io::{Cursor, Read as _};
    let mut old = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut part = |n: usize| {
        let mut file = old.by_index(n).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (String::from_utf8(file.name_raw().to_vec()).unwrap(), bytes)
    };
    (0..zip::ZipArchive::new(Cursor::new(archive)).unwrap().len()).map(&mut part).collect()
}

/// An archive with more parts.
fn with_parts(archive: &[u8], more: &[(&str, &[u8])]) -> Vec<u8> {
    let parts = parts_of(archive);
    let mut all: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    all.extend(more);
    zipped(&all)
}

/// An archive one part of which is another.
fn altered(archive: &[u8], name: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut parts = parts_of(archive);
    let part = parts.iter_mut().find(|part| part.0 == name).unwrap();
    let changed = change(std::str::from_utf8(&part.1).unwrap());
    assert_ne!(changed.as_bytes(), part.1, "the fault is in it");
    part.1 = changed.into_bytes();
    zipped(&parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect::<Vec<_>>())
}

#[test]
fn word_gives_formulas_words_for_pictures_drawn_letters_and_what_was_chosen() {
    let body = format!(
        "<w:p>{}<m:oMath><m:r><m:t>rate=</m:t></m:r><m:f><m:num><m:r><m:t>lost</m:t></m:r></m:num><m:den><m:r><m:t>sent</m:t></m:r>\
         </m:den></m:f></m:oMath></w:p><w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='P' descr='plan of the hall'/>\
         <pic:pic><pic:cNvPr id='0' name='x.png' descr='plan of the hall'/></pic:pic></wp:inline></w:drawing></w:r></w:p>\
         <w:p><w:r><w:pict><v:shape><v:textpath string='OBSOLETE COPY'/></v:shape></w:pict></w:r></w:p>\
         <w:p><w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='unread'/>\
         <w:listEntry w:val='approved'/></w:ddList></w:ffData></w:fldChar></w:r></w:p>\
         <w:p><w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>{}</w:p>",
        run("The "),
        run("ひん"),
        run("品"),
        run("質方針"),
    );
    let there = ["the rate lost", "sent", "plan of the hall", "obsolete copy", "approved", "品質方針", "ひん"];
    let found = finds(&word(&body, &[]), Media::Docx, &there, &["unread"]);
    assert_eq!(found.text.matches("plan of the hall").count(), 1, "{:?}", found.text);
}

#[test]
fn files_in_office_files_are_read_or_named_but_not_what_feeds_a_chart() {
    let rels = |kind: &str, target: &str| {
        let of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        format!("<Relationships><Relationship Id='r1' Type='{of}{kind}' Target='{target}'/></Relationships>")
    };
    let (shown, fed) = (rels("aFChunk", "/word/chunk.mht"), rels("package", "../embeddings/chart.xlsx"));
    let bytes = word(
        &format!("<w:p>{}</w:p>", run("host")),
        &[
            ("word/_rels/document.xml.rels", shown.as_bytes()),
            ("word/chunk.mht", b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>shown as <b>part</b></p>"),
            ("word/embeddings/list.xlsx", &xlsx(&[("Sheet", &[&["packed cell"]])])),
            ("word/embeddings/chart.xlsx", &xlsx(&[("Sheet", &[&["fed number"]])])),
            ("word/charts/_rels/chart1.xml.rels", fed.as_bytes()),
            ("word/embeddings/photo.png", &png()),
            ("word/comments.xml", b"<x><w:p><w:r><w:t>why so</w:t></w:r></w:p></x>"),
        ],
    );
    let found = finds(&bytes, Media::Docx, &["host", "shown as part", "packed cell", "why so"], &["fed number", "<b>"]);
    assert_eq!(named(&found), [("photo.png", Unsearchable::ImageOnly)]);
    assert_eq!(found.text.split(clausebook::extract::COMMENTS).count(), 2, "comments are last: {:?}", found.text);
}

fn named(found: &Extracted) -> Vec<(&str, Unsearchable)> {
    found.unread.iter().map(|part| (part.name.as_str(), part.problem)).collect()
}

#[test]
fn opendocument_gives_its_forms_and_parts_the_words_for_pictures() {
    let content = "<office:document-content><office:automatic-styles><number:text>EUR glued</number:text></office:automatic-styles>\
        <office:body><office:forms><form:form><form:text form:current-value='filled in'/><form:checkbox form:label='Agreed'/>\
        <form:listbox><form:option form:label='other one'/><form:option form:label='chosen one' form:current-selected='true'/></form:listbox>\
        <form:password form:current-value='hushed'/></form:form></office:forms>\
        <text:p>Before<draw:frame><svg:title>Map</svg:title><svg:desc>Way out</svg:desc></draw:frame>hand</text:p>\
        <text:p><text:ruby><text:ruby-base>品</text:ruby-base><text:ruby-text>ひん</text:ruby-text></text:ruby>質</text:p></office:body></office:document-content>";
    for (kind, media) in [("text", Media::Odt), ("spreadsheet", Media::Ods), ("presentation", Media::Odp)] {
        let said = format!("application/vnd.oasis.opendocument.{kind}");
        let bytes = zipped(&[("content.xml", content.as_bytes()), ("mimetype", said.as_bytes())]);
        let there = ["filled in", "agreed", "chosen one", "beforehand", "map way out", "品質", "ひん"];
        finds(&bytes, media, &there, &["other one", "hushed", "glued"]);
    }
}

#[test]
fn text_with_stray_bytes_stays_what_it_is() {
    let stray = ["Prüfung der Größe, Maßnahme".as_bytes(), b" one \xfc here\n", "für alle".as_bytes()].concat();
    finds(&stray, Media::Text, &["Prüfung der Größe", "Maßnahme one", "für alle"], &["Ã"]);
    finds(b"Policy before\0after, and more text\n", Media::Text, &["policy before after"], &[]);
    finds(b"GIF89a was a format of pictures", Media::Text, &["format of pictures"], &[]);
    finds(b"II* is a note on tiff", Media::Text, &["a note"], &[]);
    finds(b"{\\rtf is what such files begin with}", Media::Text, &["such files"], &[]);
    let dos = b"Pr\x81fung der Ma\xe1nahmen, Gr\x94\xe1e der \x8enderung";
    finds(dos, Media::Text, &["Prüfung der Maßnahmen, Größe der Änderung"], &[]);
    let mac = b"Pr\x9ffung der Ma\xa7nahmen, Gr\x9a\xa7e der \x80nderung";
    finds(mac, Media::Text, &["Prüfung der Maßnahmen, Größe der Änderung"], &[]);
    finds(br"{\rtf1\pca\deff0{\fonttbl{\f0\fcharset0 Arial;}}\f0 Pr\'81fung\par}", Media::Rtf, &["Prüfung"], &[]);
    finds(br"{\rtf1\mac\deff0{\fonttbl{\f0\fcharset0 Arial;}}\f0 Pr\'9ffung\par}", Media::Rtf, &["Prüfung"], &[]);
}

#[test]
fn names_in_an_archive_that_says_no_letters_are_those_of_dos() {
    let mut bytes = zipped(&[("Prxfplan.txt", b"words")]);
    while let Some(at) = bytes.windows(8).position(|name| name == b"Prxfplan") {
        bytes[at + 2] = 0x81;
    }
    finds(&bytes, Media::Zip, &["prüfplan.txt", "words"], &[]);
}

#[test]
fn mails_without_a_named_encoding_are_read_like_files() {
    for (said, body) in
        [("", "Prüfung".as_bytes().to_vec()), ("; charset=unknown-8bit", b"Ma\xdfnahme f\xfcr alle".to_vec())]
    {
        let head = format!(
            "From: a@example.org\nTo: b@example.org\nSubject: =?utf-8?Q?split_=C3?=\n =?utf-8?Q?=BCberwort?=\nContent-Type: text/plain{said}\n\n"
        );
        let there = if said.is_empty() { "Prüfung" } else { "Maßnahme für alle" };
        finds(&[head.as_bytes(), &body].concat(), Media::Email, &["split überwort", there], &["\u{fffd}"]);
    }
    // Heads in letters of eight bits, as they are written and in the encoding of the message; words that are whole each.
    let raw = [&b"From: a@example.org\nSubject: Pr\xfcfung der Ma\xdfnahmen\nContent-Type: text/plain; charset=iso-8859-1\n\nwords\n"[..]].concat();
    finds(&raw, Media::Email, &["Prüfung der Maßnahmen", "words"], &["\u{fffd}"]);
    let word = |text: &str| {
        let bytes = encoding_rs::ISO_2022_JP.encode(text).0.into_owned();
        format!("=?ISO-2022-JP?Q?{}?=", bytes.iter().map(|b| format!("={b:02X}")).collect::<String>())
    };
    let mail = format!("From: a@example.org\nSubject: {}\n {}\n\nwords\n", word("品質方針"), word("文書管理"));
    finds(mail.as_bytes(), Media::Email, &["品質方針文書管理"], &["\u{fffd}"]);
    let signed = "From: a@example.org\nSubject: signed\nMIME-Version: 1.0\nContent-Type: multipart/signed; boundary=s\n\n--s\n\
        Content-Type: text/html\n\n<p>signed body <img src='cid:logo@x'></p>\n--s\nContent-Type: image/png; name=logo.png\nContent-ID: <logo@x>\n\
        Content-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--s\nContent-Type: application/pkcs7-signature; name=smime.p7s\n\
        Content-Transfer-Encoding: base64\n\nMIIB\n--s--\n";
    let found = finds(signed.as_bytes(), Media::Email, &["signed body"], &[]);
    assert_eq!((found.problem, named(&found)), (None, vec![]), "{found:?}");
}

#[test]
fn pages_give_what_is_shown_and_nothing_of_what_is_not() {
    let page = "<!doctype html><html><body><p hidden>unseen one<p>seen one</p><div style='display: none'><p>unseen two</div>\
        <ul><li hidden>unseen three<li>seen two</ul><input value='filled in'><input type=hidden value=unseen><input type=password value=unseen>\
        <iframe srcdoc='&lt;p&gt;in a frame&lt;/p&gt;'></iframe><p><ruby>品<rp>(</rp><rt>ひん</rt>質<rt>しつ</rt></ruby>方針</p></body></html>";
    let there = ["seen one", "seen two", "filled in", "in a frame", "品質方針", "ひんしつ"];
    finds(page.as_bytes(), Media::Html, &there, &["unseen"]);
    let saved = "From: <Saved by a browser>\nSubject: Page\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n\
        Content-Type: text/html\nContent-Location: https://example.org\n\n<p>saved page</p>\n--x\nContent-Type: text/css\n\n.red { color: blue }\n--x--\n";
    finds(saved.as_bytes(), Media::Mht, &["saved page"], &["color"]);
}

#[test]
fn a_pdf_in_an_archive_is_read_with_all_its_pages() {
    finds(
        &zipped(&[("a.pdf", &pdf(&["on a page"])), ("b.docx", &docx("t", &[], &["in a file"], "h"))]),
        Media::Zip,
        &["on a page", "in a file"],
        &[],
    );
}

#[test]
fn a_workbook_gives_what_it_shows_beside_what_it_holds() {
    use rust_xlsxwriter::{Format, Formula, Workbook};
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let of = |code: &str| Format::new().set_num_format(code);
    sheet.write_number_with_format(0, 0, 46_090, &of("dd.mm.yyyy")).unwrap();
    sheet.write_number_with_format(1, 0, 0.42, &of("0.0%")).unwrap();
    sheet.write_number_with_format(2, 0, 7, &of("\"QP-\"000")).unwrap();
    sheet.write_number_with_format(3, 0, 0.5, &of("hh:mm")).unwrap();
    sheet.write_formula(4, 0, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.insert_note(6, 1, &rust_xlsxwriter::Note::new("checked twice").set_author("")).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let there = ["2026-03-09 09.03.2026", "0.42 42.0%", "QP-007", "12:00", "#DIV/0!"];
    let found = finds(&bytes, Media::Xlsx, &there, &["1899"]);
    assert_eq!(found.text.lines().nth(3), Some("7 QP-007"), "each at its place: {:?}", found.text);
    let noted = found.text.split('\x0b').find(|block| block.contains("checked twice")).unwrap();
    assert!(noted.starts_with("Sheet1\n\n\n\n\n\n\n\t"), "a comment at its cell: {noted:?}");
}

#[test]
fn a_kind_is_told_wherever_its_main_part_lies_and_in_whatever_form() {
    let types = "<Types><Override PartName='/docs/main.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";
    let body = format!(
        "<?xml version='1.0' encoding='UTF-16'?><w:document><w:body><w:p>{}</w:p></w:body></w:document>",
        run("Prüfung")
    );
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(body.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    finds(
        &zipped(&[("[Content_Types].xml", types.as_bytes()), ("docs/main.xml", &utf16)]),
        Media::Docx,
        &["prüfung"],
        &[],
    );
    let flat = "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument><w:body><w:p><w:r><w:t>flat words</w:t></w:r></w:p></w:body></w:wordDocument>";
    finds(flat.as_bytes(), Media::Docx, &["flat words"], &["worddocument"]);
    let open = "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:meta><dc:creator>meta words</dc:creator></office:meta><office:body><text:p>open words</text:p></office:body></office:document>";
    finds(open.as_bytes(), Media::Odt, &["open words"], &["meta words"]);
    finds(
        b"<p>unclosed <b>part</b> of a page<table><td>one<td>two",
        Media::Html,
        &["part of a page", "one two"],
        &["<b>"],
    );
    finds(b"No;Title\r\n1;\"of two\r\nlines; or so\"\r\n2;second\r\n", Media::Csv, &["of two lines"], &[]);
    finds(b"\x1b[31mERROR\x1b[0m failed", Media::Text, &["error failed"], &["[31m", "31merror"]);
}

#[test]
fn a_line_broken_within_a_paragraph_says_so() {
    let body = "<w:p><w:r><w:t>one</w:t><w:br/><w:t>and more</w:t></w:r></w:p><w:p><w:r><w:t>two</w:t></w:r></w:p>";
    let found = finds(&word(body, &[]), Media::Docx, &["one and more two"], &[]);
    assert!(found.text.starts_with("one\u{2028}\nand more\ntwo"), "{:?}", found.text);
}

#[test]
fn a_sheet_or_part_that_ends_in_damage_is_named_and_what_came_before_it_stays() {
    let whole = xlsx(&[("One", &[&["alphaword"]]), ("Two", &[&["betaword"], &["gammaword"]])]);
    let cut = |xml: &str| xml.split("<row r=\"2\"").next().unwrap().to_owned();
    let damaged = altered(&whole, "xl/worksheets/sheet2.xml", cut);
    let found = finds(&damaged, Media::Xlsx, &["alphaword", "betaword"], &["gammaword"]);
    assert_eq!(found.problem, Some(Unsearchable::PartUnread));
    let unread: Vec<_> = found.unread.iter().map(|part| (part.name.as_str(), part.problem)).collect();
    assert_eq!(unread, [("Two", Unsearchable::Damaged)]);
    let drawing = with_parts(&whole, &[("xl/drawings/drawing1.xml", b"<xdr:wsDr><a:t>box</a:t></zz>")]);
    let found = finds(&drawing, Media::Xlsx, &["gammaword"], &[]);
    assert_eq!(
        (found.problem, found.unread[0].name.as_str()),
        (Some(Unsearchable::PartUnread), "xl/drawings/drawing1.xml")
    );
    assert_eq!(finds(&whole, Media::Xlsx, &["gammaword"], &[]).problem, None);
}
