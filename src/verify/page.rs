//! The first page of a pack, as whoever opens it is shown it: text and links within the pack, and no script but the one that
//! looks through it. Where its text cannot be compared, it does nothing at least.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest as _, Sha256};

/// Where it stands.
pub(super) const PLACE: &str = "data/index.html";

/// So many bytes are looked through.
pub(super) const LARGEST: usize = 48 << 20;

/// The scripts that programs have put into it, by their SHA-256.
const SCRIPTS: [&str; 2] = [
    "12ccdff3ead3d9a113bdee1fe742e48128902c4fcfd7c3639dab100d3d62b854",
    "e3ff15a07575a909c565acfa6acb72b1883689fd95973da2fb100d986597b90b",
];

/// What the policy of a page says that has none, and before and behind the hash of the script that it lets run.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";
const LETS: [&str; 2] = ["; script-src 'sha256-", "'; base-uri 'none'; form-action 'none'"];

const ELEMENTS: [&str; 37] = [
    "!doctype", "a", "article", "b", "body", "br", "dd", "details", "div", "dl", "dt", "em", "h1", "h2", "h3", "head",
    "header", "html", "i", "input", "li", "main", "meta", "nav", "output", "p", "script", "section", "small", "span",
    "style", "summary", "table", "tbody", "td", "th", "thead",
];
const MORE: [&str; 3] = ["title", "tr", "ul"];

const ATTRIBUTES: [&str; 17] = [
    "aria-hidden",
    "aria-label",
    "aria-live",
    "autocomplete",
    "charset",
    "class",
    "content",
    "for",
    "hidden",
    "href",
    "http-equiv",
    "id",
    "lang",
    "name",
    "placeholder",
    "role",
    "scope",
];
const MORE_ATTRIBUTES: [&str; 7] = ["colspan", "html", "open", "spellcheck", "style", "title", "type"];

/// The first thing in it that no program has put there, in words.
pub(super) fn strange(page: &[u8]) -> Option<String> {
    // A larger one is compared as a whole, or said not to be.
    if page.is_empty() || page.len() > LARGEST {
        return None;
    }
    let Ok(page) = std::str::from_utf8(page) else { return Some(String::from("is no text")) };
    read(page).err()
}

fn read(page: &str) -> Result<(), String> {
    let elements: BTreeSet<&str> = ELEMENTS.into_iter().chain(MORE).collect();
    let attributes: BTreeSet<&str> = ATTRIBUTES.into_iter().chain(MORE_ATTRIBUTES).collect();
    let (mut rest, mut policy) = (page, None);
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let length = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '!' || c == '/')).unwrap_or(rest.len());
        let name = &rest[..length];
        let bare = name.strip_prefix('/').unwrap_or(name);
        if !elements.contains(bare) {
            return Err(format!("has an element that no pack’s page has: <{}", short(name)));
        }
        rest = &rest[length..];
        let said = said(&mut rest)?;
        for (attribute, value) in &said {
            if !attributes.contains(attribute) {
                return Err(format!("<{name}> says something that no pack’s page does: {}", short(attribute)));
            }
            if *attribute == "href" && !within(value) {
                return Err(format!("has a link that leads out of the pack: {}", short(value)));
            }
            if *attribute == "style" && styled(value) {
                return Err(String::from("has a style that loads something"));
            }
        }
        match name {
            "meta" => meta(&said, &mut policy)?,
            "script" | "style" | "title" => {
                let end = rest.find(&format!("</{name}>")).ok_or_else(|| format!("has no end of <{name}>"))?;
                let (text, behind) = rest.split_at(end);
                rest = behind;
                if name == "script" {
                    script(text, &said, policy)?;
                }
                if name == "style" && (styled(text) || text.contains('<')) {
                    return Err(String::from("has a style that loads something"));
                }
            }
            // Nothing may be said before it is known what may run.
            "body" if policy.is_none() => return Err(String::from("does not say what may run in it")),
            _ => {}
        }
    }
    if policy.is_none() { Err(String::from("does not say what may run in it")) } else { Ok(()) }
}

/// The attributes of an element, up to its end.
fn said<'a>(rest: &mut &'a str) -> Result<Vec<(&'a str, &'a str)>, String> {
    let mut out = Vec::new();
    loop {
        *rest = rest.trim_start();
        if let Some(behind) = rest.strip_prefix('>') {
            *rest = behind;
            return Ok(out);
        }
        let length = rest.find(|c: char| !(c.is_ascii_lowercase() || c == '-')).unwrap_or(rest.len());
        let (name, behind) = rest.split_at(length);
        if name.is_empty() {
            return Err(format!("has an element that cannot be read: {}", short(rest)));
        }
        match behind.strip_prefix("=\"").map(|value| value.split_once('"')) {
            Some(Some((value, behind))) => {
                out.push((name, value));
                *rest = behind;
            }
            Some(None) => return Err(format!("has an element without an end: {name}")),
            None => {
                out.push((name, ""));
                *rest = behind;
            }
        }
    }
}

/// What may run is said once, in one of the forms that programs gave it.
fn meta<'a>(said: &[(&str, &'a str)], policy: &mut Option<&'a str>) -> Result<(), String> {
    let of = |name: &str| said.iter().find(|(one, _)| *one == name).map(|(_, value)| *value);
    let Some(about) = of("http-equiv") else { return Ok(()) };
    let content = of("content").unwrap_or_default();
    let lets = content.strip_prefix(POLICY).is_some_and(|rest| {
        let hash = rest.strip_prefix(LETS[0]).and_then(|rest| rest.strip_suffix(LETS[1]));
        rest.is_empty() || hash.is_some_and(known)
    });
    if about != "Content-Security-Policy" || !lets || policy.is_some() {
        return Err(format!("says otherwise than a pack’s page what may run in it: {}", short(content)));
    }
    *policy = Some(content);
    Ok(())
}

/// Whether it is the hash of a script that a program put into a page, in base64.
fn known(hash: &str) -> bool {
    BASE64.decode(hash).is_ok_and(|hash| SCRIPTS.contains(&hex::encode(hash).as_str()))
}

fn script(text: &str, said: &[(&str, &str)], policy: Option<&str>) -> Result<(), String> {
    let hash = Sha256::digest(text.as_bytes());
    let let_run = policy.is_some_and(|policy| policy.contains(&BASE64.encode(hash)));
    if !said.is_empty() || !let_run || !SCRIPTS.contains(&hex::encode(hash).as_str()) {
        return Err(String::from("has a script that no program put there"));
    }
    Ok(())
}

/// Whether a link stays in the pack: a place on the page, or a file below it.
fn within(link: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/%".contains(c);
    let file = || {
        !link.starts_with('/')
            && !link.is_empty()
            && link.chars().all(plain)
            && !link.split('/').any(|part| part == "..")
    };
    link.starts_with('#') || file()
}

/// Whether a style fetches something.
fn styled(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    ["url", "@import", "\\", "image(", "expression"].iter().any(|one| text.contains(one))
}

fn short(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(60).collect()
}
