//! Words whose deletion somebody tracked and nobody accepted or refused yet: they are no part of the text, and whoever decides
//! on it has to know of them.

use super::heard::Form;
use super::tables::xml::{Node, walk};

/// So much of it is kept.
const MOST: usize = 4000;

/// The words of all tracked deletions in the body of an office document, a line for each paragraph.
pub(super) fn deleted(xml: &[u8], form: Form) -> String {
    let (region, words) = match form {
        Form::Open => ("tracked-changes", "p"),
        Form::Office => ("del", "delText"),
    };
    let (mut out, mut inside, mut spoken) = (String::new(), 0u32, 0u32);
    let read = walk(xml, |node| {
        match node {
            Node::Open(e) if e.local_name().as_ref() == region => inside += 1,
            Node::Open(e) if e.local_name().as_ref() == words || words == "p" && e.local_name().as_ref() == "h" => {
                spoken += 1;
            }
            Node::Close(name) if name == region => inside = inside.saturating_sub(1),
            Node::Close(name) if name == words || words == "p" && name == "h" => {
                spoken = spoken.saturating_sub(1);
                if words == "p" {
                    line(&mut out);
                }
            }
            Node::Close("p") => line(&mut out),
            Node::Text(text) if inside > 0 && spoken > 0 => out.push_str(text),
            _ => {}
        }
        out.len() < MOST
    });
    // What is damaged is said where the text is read.
    read.map(|()| out.trim().to_owned()).unwrap_or_default()
}

fn line(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_struck_and_not_accepted_is_named_by_paragraphs() {
        let word = r#"<w:document><w:body><w:p><w:r><w:t>Kept </w:t></w:r><w:del w:id="1"><w:r><w:delText>within </w:delText></w:r>
            <w:r><w:delText>five days</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>
            <w:p><w:pPr><w:rPr><w:del w:id="2"/></w:rPr></w:pPr><w:del><w:r><w:delText>Gone &amp; lost</w:delText></w:r></w:del></w:p>
            </w:body></w:document>"#;
        assert_eq!(deleted(word.as_bytes(), Form::Office), "within five days\nGone & lost");
        let open = "<office:text><text:tracked-changes><text:changed-region><text:deletion><office:change-info>\
                    <dc:creator>Somebody</dc:creator></office:change-info><text:p>gone</text:p></text:deletion>\
                    </text:changed-region></text:tracked-changes><text:p>kept</text:p></office:text>";
        assert_eq!(deleted(open.as_bytes(), Form::Open), "gone");
        assert_eq!(deleted(b"<w:document/>", Form::Office), "");
    }
}
