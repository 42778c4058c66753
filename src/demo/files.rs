//! The sample organisation's files: small Word documents, workbooks, CSV and text, the same bytes for the same
//! day.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::story::{Doc, Rec};
use crate::day::Day;
use crate::error::{Error, Result};

/// A document with its control table and a few paragraphs.
pub(super) fn document(doc: &Doc, version: &str, day: Day) -> Result<Vec<u8>> {
    let next = day.plus_months(doc.interval).to_string();
    let day = day.to_string();
    let table = [
        ["Document ID", doc.code, "Version", version],
        ["Date", day.as_str(), "Next review", next.as_str()],
        ["Owner", doc.owner, "Approved by", "Managing Director"],
        ["Status", if doc.draft { "Draft" } else { "Approved" }, "Classification", "Internal"],
    ];
    let mut body = paragraph("Heading1", doc.title);
    body.push_str("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr>");
    for row in table {
        body.push_str("<w:tr>");
        for cell in row {
            let _ = write!(body, "<w:tc>{}</w:tc>", paragraph("", cell));
        }
        body.push_str("</w:tr>");
    }
    body.push_str("</w:tbl>");
    for text in doc.text {
        body.push_str(&paragraph("", text));
    }
    docx(doc.title, &body)
}

/// A record in the form its kind usually has.
pub(super) fn record(rec: &Rec, day: Day) -> Result<(&'static str, Vec<u8>)> {
    match rec.form {
        "xlsx" => Ok(("xlsx", workbook(rec, day).map_err(|e| Error::internal(format_args!("workbook: {e}")))?)),
        "csv" => {
            let mut text = String::from("number,date,finding,state\r\n");
            for (i, line) in rec.lines.iter().enumerate() {
                let _ = write!(text, "{},{},{line},closed\r\n", i + 1, day.minus_days(i as u64 * 3));
            }
            Ok(("csv", text.into_bytes()))
        }
        "txt" => Ok(("txt", format!("{}\n{day}\n\n{}\n", rec.title, rec.lines.join("\n")).into_bytes())),
        _ => {
            let mut body = paragraph("Heading1", rec.title);
            body.push_str(&paragraph("", &format!("Date: {day}")));
            for line in rec.lines {
                body.push_str(&paragraph("", line));
            }
            Ok(("docx", docx(rec.title, &body)?))
        }
    }
}

fn workbook(rec: &Rec, day: Day) -> std::result::Result<Vec<u8>, XlsxError> {
    use chrono::Datelike;
    let date = day.date();
    let stamp = ExcelDateTime::from_ymd(date.year() as u16, date.month() as u8, date.day() as u8)?;
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(rec.title).set_creation_datetime(&stamp));
    let sheet = book.add_worksheet();
    sheet.set_name("Result")?;
    sheet.set_column_width(1, 60)?;
    sheet.write_string(0, 0, rec.title)?;
    sheet.write_string(1, 0, day.to_string())?;
    for (i, line) in rec.lines.iter().enumerate() {
        sheet.write_number(i as u32 + 3, 0, i as f64 + 1.0)?;
        sheet.write_string(i as u32 + 3, 1, *line)?;
    }
    book.save_to_buffer()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn paragraph(style: &str, text: &str) -> String {
    let style = if style.is_empty() { String::new() } else { format!("<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>") };
    format!("<w:p>{style}<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escape(text))
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

fn docx(title: &str, body: &str) -> Result<Vec<u8>> {
    let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let types = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                "{HEAD}<Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{types}.document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"{types}.styles+xml\"/><Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "{HEAD}<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" Type=\"{office}/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"{package}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"
            ),
        ),
        (
            "word/_rels/document.xml.rels",
            format!(
                "{HEAD}<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" Type=\"{office}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        (
            "docProps/core.xml",
            format!(
                "{HEAD}<cp:coreProperties xmlns:cp=\"{package}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title></cp:coreProperties>",
                escape(title)
            ),
        ),
        (
            "word/styles.xml",
            format!(
                "{HEAD}<w:styles xmlns:w=\"{word}\"><w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:rPr><w:b/><w:sz w:val=\"36\"/></w:rPr></w:style></w:styles>"
            ),
        ),
        ("word/document.xml", format!("{HEAD}<w:document xmlns:w=\"{word}\"><w:body>{body}</w:body></w:document>")),
    ];
    let fail = |e: &dyn std::fmt::Display| Error::internal(format_args!("sample document: {e}"));
    // One fixed time: the same text is the same file.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, xml) in parts {
        zip.start_file(name, options).map_err(|e| fail(&e))?;
        zip.write_all(xml.as_bytes()).map_err(|e| fail(&e))?;
    }
    Ok(zip.finish().map_err(|e| fail(&e))?.into_inner())
}
