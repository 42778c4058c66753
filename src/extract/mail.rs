//! E-mail: subject, addresses, body, and what is attached.

use std::collections::BTreeMap;

use mail_parser::{MessageParser, MimeHeaders, PartType};

use super::model::{Extracted, Media, Unsearchable};

/// Reads a message; `attached` reads what is attached to it.
pub(super) fn read(bytes: &[u8], attached: &dyn Fn(&[u8]) -> Extracted) -> Extracted {
    let Some(message) = MessageParser::default().parse(bytes) else {
        return Extracted::unsearchable(Media::Email, Unsearchable::Damaged);
    };
    let mut text = String::new();
    let mut properties = BTreeMap::new();
    if let Some(subject) = message.subject() {
        text.push_str(subject);
        text.push('\n');
        properties.insert(String::from("title"), subject.to_owned());
    }
    for address in [message.from(), message.to(), message.cc()].into_iter().flatten() {
        for one in address.iter() {
            for part in [one.name(), one.address()].into_iter().flatten() {
                text.push_str(part);
                text.push(' ');
            }
            text.push('\n');
        }
    }
    for i in 0..message.text_body_count().max(message.html_body_count()) {
        if let Some(body) = message.body_text(i) {
            text.push_str(&body);
            text.push('\n');
        }
    }
    for part in message.attachments() {
        if let Some(name) = part.attachment_name() {
            text.push_str(name);
            text.push('\n');
        }
        let inner = match &part.body {
            PartType::Message(inner) => attached(inner.raw_message()),
            _ => attached(part.contents()),
        };
        text.push_str(&inner.text);
        text.push('\n');
    }
    Extracted { media: Media::Email, text, properties, problem: None }
}
