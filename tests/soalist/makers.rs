//! Statements as different people keep them, made here.

use std::io::{Cursor, Write};

use clausebook::standards::{EditionId, Kind, catalogue};
use rust_xlsxwriter::{Format, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::fixtures::files::xlsx;

/// Number and title of each control of an edition, with the headings between them.
pub fn controls(edition: &str) -> Vec<(String, String, bool)> {
    let edition: EditionId = edition.parse().unwrap();
    let annex = catalogue().clauses(&edition).filter(|clause| clause.reference.in_annex());
    annex.map(|c| (c.reference.clause.clone(), c.title.clone(), c.kind == Kind::Control)).collect()
}

/// Separated text in UTF-8.
pub fn separated(rows: &[Vec<String>]) -> Vec<u8> {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let lines = rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(";"));
    lines.collect::<Vec<_>>().join("\r\n").into_bytes()
}

pub fn cells(row: &[&str]) -> Vec<String> {
    row.iter().map(|cell| (*cell).to_owned()).collect()
}

/// A workbook with one sheet.
pub fn sheet(name: &str, rows: &[Vec<String>]) -> Vec<u8> {
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    xlsx(&[(name, &rows)])
}

/// The toolkit's workbook: a title, a legend, two lines of names, four columns of ticks, headings with the numbers of
/// chapters and objectives between 114 controls.
pub fn toolkit() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("SoA").unwrap();
    let merged = Format::new();
    sheet.merge_range(0, 0, 0, 8, "Statement of Applicability", &merged).unwrap();
    sheet.write_string(1, 0, "Legend (for selected controls and reasons for control selection)").unwrap();
    sheet.write_string(2, 0, "LR: legal requirements, CO: contractual obligations, BR/BP: business requirements, RRA: results of risk assessment, TSE: to some extent").unwrap();
    sheet.merge_range(4, 0, 5, 1, "ISO/IEC 27001:2013 Annex A controls", &merged).unwrap();
    sheet.merge_range(4, 2, 5, 2, "Current controls", &merged).unwrap();
    sheet.merge_range(4, 3, 5, 3, "Remarks (with justification for exclusions)", &merged).unwrap();
    sheet.merge_range(4, 4, 4, 7, "Selected controls and reasons for selection", &merged).unwrap();
    sheet.merge_range(4, 8, 5, 8, "Remarks (overview of implementation)", &merged).unwrap();
    for (column, name) in ["LR", "CO", "BR/BP", "RRA"].into_iter().enumerate() {
        sheet.write_string(5, column as u16 + 4, name).unwrap();
    }
    for (n, (number, title, control)) in controls("27001:2013").into_iter().enumerate() {
        let row = n as u32 + 6;
        sheet.write_string(row, 0, number.trim_start_matches("A.")).unwrap();
        sheet.write_string(row, 1, &title).unwrap();
        if !control {
            continue;
        }
        match number.as_str() {
            "A.11.1.6" => {
                sheet.write_string(row, 3, "There is no delivery area").unwrap();
            }
            "A.14.2.7" => {}
            "A.18.1.4" => {
                sheet.write_string(row, 4, "x").unwrap();
                sheet.write_string(row, 5, "TSE").unwrap();
            }
            _ => {
                sheet.write_string(row, 7, "✓").unwrap();
                sheet.write_string(row, 8, "In the handbook").unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// The handbook's four tables, one a theme, on sheets of their own: numbers without the letter, dashes for what is open.
pub fn handbook() -> Vec<u8> {
    let names = cells(&["#", "Control", "Appl", "Justification", "Status", "Doc", "Evidence"]);
    let mut book = Workbook::new();
    for (theme, name) in
        [("A.5.", "Organizational"), ("A.6.", "People"), ("A.7.", "Physical"), ("A.8.", "Technological")]
    {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        sheet.write_string(0, 0, format!("{name} Controls ({})", theme.trim_end_matches('.'))).unwrap();
        for (column, name) in names.iter().enumerate() {
            sheet.write_string(2, column as u16, name).unwrap();
        }
        let of_theme = controls("27001:2022").into_iter().filter(|(number, _, _)| number.starts_with(theme));
        for (n, (number, title, _)) in of_theme.enumerate() {
            let row = match number.as_str() {
                "A.7.4" => ["No", "No premises of our own", "—"],
                "A.8.30" => ["—", "—", "—"],
                "A.5.7" => ["Yes", "Risk assessment", "Planned"],
                "A.8.11" => ["Yes", "Risk assessment", "Partial"],
                _ => ["Yes", "Risk assessment", "Implemented"],
            };
            let cells = [number.trim_start_matches("A."), title.as_str(), row[0], row[1], row[2], "POL-01", "—"];
            for (column, cell) in cells.into_iter().enumerate() {
                sheet.write_string(n as u32 + 3, column as u16, cell).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// Numbers that a spreadsheet took for decimal ones: 5.10 is written as 5.1.
pub fn decimals(titles: bool) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in ["Clause", "Control name", "Applicable", "Justification"].into_iter().enumerate() {
        sheet.write_string(0, column as u16, name).unwrap();
    }
    let all = controls("27001:2022").into_iter().filter(|(_, _, control)| *control);
    for (n, (number, title, _)) in all.enumerate() {
        let row = n as u32 + 1;
        sheet.write_number(row, 0, number.trim_start_matches("A.").parse::<f64>().unwrap()).unwrap();
        sheet.write_string(row, 1, if titles { title.clone() } else { format!("Kontrolle {n}") }).unwrap();
        sheet.write_string(row, 2, "Yes").unwrap();
        sheet.write_string(row, 3, format!("for {number}")).unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// A spreadsheet of OpenDocument.
pub fn opendocument(rows: &[Vec<String>]) -> Vec<u8> {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let cell = |text: &String| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>", escape(text))
    };
    let rows: String = rows
        .iter()
        .map(|row| format!("<table:table-row>{}</table:table-row>", row.iter().map(cell).collect::<String>()))
        .collect();
    let names = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";
    let content = format!(
        "<office:document-content {names}><office:body><office:spreadsheet><table:table table:name=\"SoA\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    zip.start_file("mimetype", stored).unwrap();
    zip.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
    zip.start_file("content.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(content.as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}
