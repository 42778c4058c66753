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
    let mut shown = Shown::default();
    shown.read(page, 0);
    if !shown.readings.is_empty() {
        shown.out.push('\n');
        shown.out.push_str(&shown.readings);
    }
    (shown.out, shown.title)
}

/// Pages may be in each other as deeply.
const DEEPEST: u32 = 3;

#[derive(Default)]
struct Shown {
    out: String,
    title: Option<String>,
    /// How words are said that stand in the text, which they would part.
    readings: String,
}

impl Shown {
    fn read(&mut self, page: &str, depth: u32) {
        let mut emitter = DefaultEmitter::default();
        // Without it the text of a script is taken for markup.
        emitter.naively_switch_states(true);
        let (mut silent, mut in_title, mut aside) = (0u32, false, false);
        let mut hidden = Hidden::default();
        for Ok(token) in Tokenizer::new_with_emitter(page, emitter) {
            match token {
                Token::StartTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name);
                    let attribute =
                        |name: &str| tag.attributes.get(name.as_bytes()).map(|v| String::from_utf8_lossy(v));
                    if is_silent(&name) {
                        // What holds no text has to be closed, also in XHTML.
                        silent += u32::from(!tag.self_closing);
                        continue;
                    }
                    let style = attribute("style").unwrap_or_default().to_lowercase().replace(' ', "");
                    let hides = tag.attributes.contains_key(&b"hidden"[..]) || style.contains("display:none");
                    if silent > 0 || hidden.opens(&name, hides, tag.self_closing) {
                        continue;
                    }
                    in_title |= name == "title";
                    match name.as_ref() {
                        "rt" | "rp" => aside = true,
                        "rb" | "rtc" => aside = false,
                        _ => begin(&name, &mut self.out),
                    }
                    let kind = attribute("type").unwrap_or_default().to_lowercase();
                    let filled =
                        name == "input" && !matches!(kind.as_str(), "hidden" | "password" | "checkbox" | "radio");
                    for said in ["alt", "title", "placeholder", "value"] {
                        if let Some(value) = attribute(said).filter(|_| said != "value" || filled) {
                            self.out.push_str(&value);
                            self.out.push(' ');
                        }
                    }
                    if let Some(inner) = attribute("srcdoc").filter(|_| name == "iframe" && depth < DEEPEST) {
                        self.read(&inner, depth + 1);
                    }
                }
                Token::EndTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name);
                    if is_silent(&name) {
                        silent = silent.saturating_sub(1);
                    } else if silent == 0 && !hidden.closes(&name) {
                        in_title &= name != "title";
                        match name.as_ref() {
                            "rt" | "rp" | "rtc" | "rb" => aside = false,
                            "ruby" => {
                                aside = false;
                                if !self.readings.is_empty() && !self.readings.ends_with('\n') {
                                    self.readings.push('\n');
                                }
                            }
                            _ => begin(&name, &mut self.out),
                        }
                    }
                }
                Token::String(text) if silent == 0 && !hidden.is() => {
                    let text = String::from_utf8_lossy(&text);
                    if aside {
                        // Brackets around a reading are for those that cannot show one.
                        self.readings.extend(text.chars().filter(|c| !"()（）".contains(*c)));
                        continue;
                    }
                    if in_title && self.title.is_none() && !text.trim().is_empty() {
                        self.title = Some(text.split_whitespace().collect::<Vec<_>>().join(" "));
                    }
                    words(&text, &mut self.out);
                }
                _ => {}
            }
        }
    }
}

/// The elements that are open from one that is not shown on: their own ends are rarely written where they may be left out.
#[derive(Default)]
struct Hidden(Vec<String>);

impl Hidden {
    fn is(&self) -> bool {
        !self.0.is_empty()
    }

    /// Whether an element that begins is not shown.
    fn opens(&mut self, name: &str, hides: bool, closed: bool) -> bool {
        const ENDED_BY_NEXT: [&str; 10] = ["p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "optgroup"];
        const EMPTY: [&str; 13] =
            ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
        if self.0.len() == 1 && self.0[0] == name && ENDED_BY_NEXT.contains(&name) {
            self.0.clear();
        }
        if !(hides || self.is()) {
            return false;
        }
        if !closed && !EMPTY.contains(&name) {
            self.0.push(name.to_owned());
        }
        true
    }

    /// Whether an element that ends was not shown. The end of what is around it ends it too.
    fn closes(&mut self, name: &str) -> bool {
        if !self.is() {
            return false;
        }
        match self.0.iter().rposition(|open| open == name) {
            Some(at) => self.0.truncate(at),
            None => self.0.clear(),
        }
        true
    }
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
