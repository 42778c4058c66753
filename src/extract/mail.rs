//! E-mail: subject, addresses, both forms of the body, and what is attached.

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::model::{Extracted, Media, Unsearchable};
use super::within::Within;
use super::{encodings, html, mail_words, pictured, sniff};

/// So many attachments are named.
const ATTACHED: usize = 50;

/// Reads a message, or a web page packed as one.
pub(super) fn read(bytes: &[u8], media: Media, within: &Within<'_>) -> Extracted {
    let mut found = Extracted::text(media, String::new());
    let bytes = mail_words::plain(bytes);
    let bytes = mail_words::joined(&bytes);
    let Some(message) = MessageParser::default().parse(bytes.as_ref()) else {
        return Extracted::unsearchable(media, Unsearchable::Damaged);
    };
    heading(&message, &mut found);
    if let Some(problem) = sealed(&message) {
        found.problem = Some(problem);
        return found;
    }
    let mut bodies: Vec<String> = Vec::new();
    for (part, in_html) in
        message.text_body.iter().map(|id| (*id, false)).chain(message.html_body.iter().map(|id| (*id, true)))
    {
        let Some(part) = message.part(part) else { continue };
        let body = match &part.body {
            PartType::Text(text) => match mail_words::unnamed(&message, part) {
                Some(content) => encodings::decode(&content),
                None => text.to_string(),
            },
            PartType::Html(page) => match mail_words::unnamed(&message, part) {
                Some(content) => html::read(&content).text,
                None => html::text(page).0,
            },
            _ => continue,
        };
        // Both forms mostly say the same: the second is kept where it says more.
        let same = |a: &str, b: &str| a.split_whitespace().eq(b.split_whitespace());
        if !(bodies.contains(&body) || in_html && bodies.iter().any(|known| same(known, &body))) {
            bodies.push(body);
        }
    }
    for body in bodies {
        if body.contains("-----BEGIN PGP MESSAGE-----") {
            found.problem = Some(Unsearchable::Locked);
            continue;
        }
        found.text.push_str(&body);
        found.text.push('\n');
    }
    let shown = shown_in(&message);
    for part in message.attachments() {
        let name = part.attachment_name().unwrap_or_default();
        if unseen(part) {
            continue;
        }
        match &part.body {
            PartType::Message(inner) => within.part(name, inner.raw_message(), &mut found),
            PartType::InlineBinary(content) | PartType::Binary(content) if sniff::media(content) == Media::Image => {
                // What the body shows may be the sender's logo, or a photo of what the mail is about.
                let cid = part.content_id().filter(|id| shown.contains(&format!("cid:{id}")));
                let inline = matches!(part.body, PartType::InlineBinary(_));
                let large = pictured::may_show_writing(content);
                if cid.is_some() || inline && !large {
                    // It is found by its name, too.
                    found.text.extend([name, "\n"]);
                }
                match (cid, large) {
                    (Some(id), true) => within.picture(if name.is_empty() { id } else { name }, content, &mut found),
                    (None, large) if large || !inline => within.part(name, content, &mut found),
                    _ => {}
                }
            }
            _ => within.part(name, part.contents(), &mut found),
        }
    }
    found
}

/// The pages of a message, which say the pictures that they show.
fn shown_in(message: &Message<'_>) -> String {
    let pages = message.html_body.iter().filter_map(|id| match &message.part(*id)?.body {
        PartType::Html(page) => Some(page.as_ref()),
        _ => None,
    });
    pages.collect()
}

fn heading(message: &Message<'_>, found: &mut Extracted) {
    if let Some(subject) = message.subject() {
        found.text.push_str(subject);
        found.text.push('\n');
        found.properties.insert(String::from("title"), subject.to_owned());
    }
    if let Some(date) = message.date().filter(|date| date.is_valid()) {
        let day = format!("{:04}-{:02}-{:02}", date.year, date.month, date.day);
        found.properties.insert(String::from("sent"), day);
    }
    if let Some(from) = message.from().and_then(|from| from.first()) {
        let said = match (from.name(), from.address()) {
            (Some(name), Some(address)) if name != address => format!("{name} <{address}>"),
            (name, address) => address.or(name).unwrap_or_default().to_owned(),
        };
        found.properties.insert(String::from("sender"), said);
    }
    let attached = message.attachments().filter(|part| !unseen(part)).filter_map(|part| part.attachment_name());
    let attached: Vec<&str> = attached.take(ATTACHED).collect();
    if !attached.is_empty() {
        found.properties.insert(String::from("attached"), attached.join("; "));
    }
    for address in [message.from(), message.to(), message.cc()].into_iter().flatten() {
        for one in address.iter() {
            for part in [one.name(), one.address()].into_iter().flatten() {
                found.text.push_str(part);
                found.text.push(' ');
            }
            found.text.push('\n');
        }
    }
}

/// What belongs to a message and says nothing in it: how its page looks, and signatures that programs check.
fn unseen(part: &MessagePart<'_>) -> bool {
    let kind = part
        .content_type()
        .map(|kind| (kind.ctype().to_lowercase(), kind.subtype().unwrap_or_default().to_lowercase()));
    let Some((of, sub)) = kind else { return false };
    match of.as_str() {
        "text" => matches!(sub.as_str(), "css" | "javascript"),
        "application" => matches!(
            sub.as_str(),
            "javascript" | "x-javascript" | "pkcs7-signature" | "x-pkcs7-signature" | "pgp-signature"
        ),
        _ => false,
    }
}

/// What only the receiver's key opens: S/MIME and PGP.
fn sealed(message: &Message<'_>) -> Option<Unsearchable> {
    let kind = message.content_type()?;
    let (of, sub) = (kind.ctype().to_lowercase(), kind.subtype().unwrap_or_default().to_lowercase());
    let smime = kind.attribute("smime-type").unwrap_or_default().to_lowercase();
    let enveloped = of == "application" && sub.ends_with("pkcs7-mime") && !smime.contains("signed");
    (enveloped || (of == "multipart" && sub == "encrypted")).then_some(Unsearchable::Locked)
}
