//! Web pages: what is shown of them, never markup, scripts and styles.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use super::encodings;
use super::model::{Extracted, Media};

/// Reads a page in the encoding that it names.
pub(super) fn read(bytes: &[u8]) -> Extracted {
    let (text, title) = text(&decode(bytes));
    let mut found = Extracted::text(Media::Html, text);
    if let Some(title) = title {
        found.properties.insert(String::from("title"), title);
    }
    found
}

/// What a page shows, and its title.
pub(super) fn text(page: &str) -> (String, Option<String>) {
    let mut emitter = DefaultEmitter::default();
    // Without it the text of a script is taken for markup.
    emitter.naively_switch_states(true);
    let (mut out, mut title) = (String::new(), None);
    let (mut silent, mut in_title) = (0u32, false);
    for Ok(token) in Tokenizer::new_with_emitter(page, emitter) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name);
                if is_silent(&name) {
                    // What holds no text has to be closed, also in XHTML.
                    silent += u32::from(!tag.self_closing);
                } else if silent == 0 {
                    in_title |= name == "title";
                    begin(&name, &mut out);
                    for shown in ["alt", "title", "placeholder"] {
                        if let Some(value) = tag.attributes.get(shown.as_bytes()) {
                            out.push_str(&String::from_utf8_lossy(value));
                            out.push(' ');
                        }
                    }
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name);
                if is_silent(&name) {
                    silent = silent.saturating_sub(1);
                } else if silent == 0 {
                    in_title &= name != "title";
                    begin(&name, &mut out);
                }
            }
            Token::String(text) if silent == 0 => {
                let text = String::from_utf8_lossy(&text);
                if in_title && title.is_none() && !text.trim().is_empty() {
                    title = Some(text.split_whitespace().collect::<Vec<_>>().join(" "));
                }
                words(&text, &mut out);
            }
            _ => {}
        }
    }
    (out, title)
}

fn is_silent(name: &str) -> bool {
    matches!(name, "script" | "style" | "template")
}

/// White space of the source is a blank.
fn words(text: &str, out: &mut String) {
    for c in text.chars() {
        if !c.is_whitespace() || c == '\u{a0}' {
            out.push(c);
        } else if !out.ends_with([' ', '\n', '\t']) {
            out.push(' ');
        }
    }
}

/// Cells are separated by a tab; what stands on a line of its own, by a line feed.
fn begin(name: &str, out: &mut String) {
    match name {
        "td" | "th" => out.push('\t'),
        "a" | "abbr" | "b" | "bdi" | "bdo" | "cite" | "code" | "del" | "em" | "font" | "i" | "ins" | "kbd"
        | "label" | "mark" | "q" | "s" | "samp" | "small" | "span" | "strong" | "sub" | "sup" | "time" | "tt" | "u"
        | "var" | "wbr" => {}
        _ if out.ends_with('\n') => {}
        _ => out.push('\n'),
    }
}

/// The page as text: by its mark, by the encoding that its head names, else as any text.
fn decode(bytes: &[u8]) -> String {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_lowercase();
    let named = ["charset=", "encoding="].iter().find_map(|key| {
        let rest = head.split_once(key)?.1.trim_start_matches(['"', '\'']);
        Some(rest.split(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c)).next()?.to_owned())
    });
    match named.filter(|_| encoding_rs::Encoding::for_bom(bytes).is_none()) {
        Some(label) => encodings::decode_named(bytes, &label),
        None => encodings::decode(bytes),
    }
}
