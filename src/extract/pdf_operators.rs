//! Two ways to draw a line of text, in the one form that the library under us knows: it passes over a string that is drawn at the
//! beginning of the next line (`'`), with or without room between its words (`"`).

use pdf_extract::content::{Content, Operation};
use pdf_extract::{Document, Object, ObjectId};

/// Writes both as a new line and a string.
pub(super) fn spell_out(document: &mut Document) {
    let mut drawn: Vec<ObjectId> =
        document.get_pages().into_values().flat_map(|id| document.get_page_contents(id)).collect();
    let is_form = |object: &Object| {
        let kind =
            object.as_stream().ok().and_then(|stream| stream.dict.get(b"Subtype").and_then(Object::as_name).ok());
        kind == Some(b"Form")
    };
    drawn.extend(document.objects.iter().filter(|(_, object)| is_form(object)).map(|(id, _)| *id));
    for id in drawn {
        let Some(Object::Stream(stream)) = document.objects.get_mut(&id) else { continue };
        let Some(spelled) = stream.get_plain_content().ok().and_then(|content| spelled(&content)) else { continue };
        stream.set_plain_content(spelled);
    }
}

/// The same content with a new line and a string for each; nothing where there are none.
fn spelled(content: &[u8]) -> Option<Vec<u8>> {
    let after_string =
        |pair: &[u8]| matches!(pair[0], b')' | b'>' | b' ' | b'\r' | b'\n') && matches!(pair[1], b'\'' | b'"');
    if !content.windows(2).any(after_string) {
        return None;
    }
    let mut content = Content::decode(content).ok()?;
    let is_one = |operation: &Operation| matches!(operation.operator.as_str(), "'" | "\"");
    if !content.operations.iter().any(is_one) {
        return None;
    }
    let one = |operation: Operation| -> Vec<Operation> {
        let mut operands = operation.operands;
        match (operation.operator.as_str(), operands.len()) {
            ("'", 1) => vec![Operation::new("T*", Vec::new()), Operation::new("Tj", operands)],
            ("\"", 3) => {
                let text = operands.split_off(2);
                let letters = operands.split_off(1);
                vec![
                    Operation::new("Tw", operands),
                    Operation::new("Tc", letters),
                    Operation::new("T*", Vec::new()),
                    Operation::new("Tj", text),
                ]
            }
            (operator, _) => vec![Operation::new(operator, operands)],
        }
    };
    content.operations = content.operations.into_iter().flat_map(one).collect();
    content.encode().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_on_the_next_line_is_a_new_line_and_a_string() {
        assert_eq!(spelled(b"BT (it's) Tj ET"), None);
        let out = spelled(b"BT 12 TL (one) Tj (two) ' 1 2 (three) \" ET").unwrap();
        let operators: Vec<String> =
            Content::decode(&out).unwrap().operations.into_iter().map(|operation| operation.operator).collect();
        assert_eq!(operators, ["BT", "TL", "Tj", "T*", "Tj", "Tw", "Tc", "T*", "Tj", "ET"]);
    }
}
