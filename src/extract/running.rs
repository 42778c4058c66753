//! Headers and footers of a workbook's sheets, which stand in the settings of a page and not among the cells.

use super::parts::{self, Archive};

/// So many sheets are looked at.
const SHEETS: usize = 40;

/// The headers and footers of all sheets, one a line, their parts separated by tabs; each once.
pub(super) fn of_sheets(archive: &mut Archive<'_>) -> String {
    let sheets = parts::names(archive).into_iter().filter(|n| n.starts_with("xl/worksheets/") && n.ends_with(".xml"));
    let mut lines: Vec<String> = Vec::new();
    for name in parts::in_order(sheets.collect()).into_iter().take(SHEETS) {
        let Some(part) = parts::part(archive, &name) else { continue };
        let xml = String::from_utf8_lossy(&part);
        // They follow the cells.
        let Some(at) = xml.rfind("headerFooter>").and_then(|end| xml[..end].rfind("<headerFooter")) else { continue };
        for element in ["oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter", "firstFooter"] {
            let line = inside(&xml[at..], element).map(plain).unwrap_or_default();
            if line.contains(char::is_alphanumeric) && !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    lines.join("\n")
}

fn inside<'a>(xml: &'a str, element: &str) -> Option<&'a str> {
    let from = xml.find(&format!("<{element}"))?;
    let from = from + xml[from..].find('>')? + 1;
    let to = from + xml[from..].find(&format!("</{element}>"))?;
    Some(&xml[from..to])
}

/// A header without the codes for its three parts, its letters, numbers of pages and the like.
fn plain(coded: &str) -> String {
    let marks = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#10;", " "), ("&amp;", "&")];
    let coded = marks.iter().fold(coded.to_owned(), |text, (mark, sign)| text.replace(mark, sign));
    let mut out = String::new();
    let mut rest = coded.chars().peekable();
    while let Some(c) = rest.next() {
        if c != '&' {
            out.push(if c.is_control() { ' ' } else { c });
            continue;
        }
        match rest.next() {
            Some('L' | 'C' | 'R') => out.push('\t'),
            Some('&') => out.push('&'),
            Some('"') => while rest.next().is_some_and(|c| c != '"') {},
            Some('K') => {
                for _ in 0..6 {
                    rest.next_if(char::is_ascii_hexdigit);
                }
            }
            Some(c) if c.is_ascii_digit() => while rest.next_if(char::is_ascii_digit).is_some() {},
            _ => {}
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_a_header_are_no_words_of_it() {
        assert_eq!(
            plain("&amp;L&amp;\"Arial,Bold\"&amp;12WI-7&amp;CWeighing &amp;&amp; mixing&amp;RIssue 4&amp;P"),
            "WI-7\tWeighing & mixing\tIssue 4"
        );
        assert_eq!(
            inside("<headerFooter><oddFooter>&amp;CRev. B</oddFooter>", "oddFooter").map(plain).as_deref(),
            Some("Rev. B")
        );
    }
}
