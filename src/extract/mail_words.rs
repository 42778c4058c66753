//! What mail says otherwise than it should: letters cut in two between encoded words, and text of which it is not said in which
//! letters it is.

use std::borrow::Cow;

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::charsets::map::charset_decoder;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessagePart, MimeHeaders};

use super::encodings;
use super::sniff::find;

/// The content of a text whose letters are not named, or under a name that nobody knows; nothing where they are.
pub(super) fn unnamed(message: &Message<'_>, part: &MessagePart<'_>) -> Option<Vec<u8>> {
    let named = part.content_type().and_then(|kind| kind.attribute("charset"));
    if named.is_some_and(|name| !name.eq_ignore_ascii_case("us-ascii") && charset_decoder(name.as_bytes()).is_some()) {
        return None;
    }
    let raw = message.raw_message.get(part.offset_body as usize..part.offset_end as usize)?;
    match part.encoding {
        Encoding::None => Some(raw.to_vec()),
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
        Encoding::Base64 => base64_decode(raw),
    }
}

/// A message whose head is text that everybody reads: some programs write letters into it as they are, in the encoding of the
/// message or of their place.
pub(super) fn plain(bytes: &[u8]) -> Cow<'_, [u8]> {
    let ends = [&b"\r\n\r\n"[..], b"\n\n"].iter().filter_map(|end| find(bytes, end)).min();
    let (head, rest) = bytes.split_at(ends.unwrap_or(bytes.len()));
    if std::str::from_utf8(head).is_ok() {
        return Cow::Borrowed(bytes);
    }
    let lower = head.to_ascii_lowercase();
    let named = find(&lower, b"charset=").map(|at| &lower[at + 8..]).and_then(|name| {
        let name = name.strip_prefix(b"\"").unwrap_or(name);
        let end = name.iter().position(|b| matches!(b, b'"' | b';' | b'\r' | b'\n' | b' ')).unwrap_or(name.len());
        encoding_rs::Encoding::for_label(&name[..end])
    });
    let read = named.filter(|encoding| encoding.is_ascii_compatible() && *encoding != encoding_rs::UTF_8);
    let head = read.map_or_else(|| encodings::decode(head), |encoding| encoding.decode(head).0.into_owned());
    Cow::Owned([head.as_bytes(), rest].concat())
}

/// A message whose encoded words that follow each other in one encoding are one word: a letter may begin in the first and end in
/// the second.
pub(super) fn joined(bytes: &[u8]) -> Cow<'_, [u8]> {
    if find(bytes, b"?=").is_none() {
        return Cow::Borrowed(bytes);
    }
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    // Where the last word begins in what is written, and what it is.
    let mut last: Option<(usize, Word<'_>)> = None;
    let mut at = 0;
    while at < bytes.len() {
        let Some(word) = bytes[at..].starts_with(b"=?").then(|| Word::at(&bytes[at..])).flatten() else {
            if !bytes[at].is_ascii_whitespace() {
                last = None;
            }
            out.push(bytes[at]);
            at += 1;
            continue;
        };
        at += word.length;
        let both = last.as_ref().and_then(|(_, before)| before.goes_on_in(&word));
        match (last.take(), both) {
            (Some((begins, _)), Some(both)) => {
                let both = Word { text: Cow::Owned(both), form: b'Q', ..word };
                out.truncate(begins);
                out.extend(both.written());
                last = Some((begins, both));
            }
            _ => {
                let begins = out.len();
                out.extend(word.written());
                last = Some((begins, word));
            }
        }
    }
    Cow::Owned(out)
}

/// An encoded word: `=?utf-8?Q?text?=`.
struct Word<'a> {
    charset: &'a [u8],
    form: u8,
    text: Cow<'a, [u8]>,
    length: usize,
}

impl<'a> Word<'a> {
    fn at(bytes: &'a [u8]) -> Option<Self> {
        /// Longer ones are none.
        const LONGEST: usize = 1_000;
        let head = &bytes[2..bytes.len().min(LONGEST)];
        let mut parts = head.splitn(3, |b| *b == b'?');
        let (charset, form, rest) = (parts.next()?, parts.next()?, parts.next()?);
        let end = find(rest, b"?=")?;
        let text = &rest[..end];
        let fits = !charset.is_empty() && charset.iter().all(u8::is_ascii_graphic) && form.len() == 1;
        let form = form.first()?.to_ascii_uppercase();
        if !fits || !matches!(form, b'Q' | b'B') || text.iter().any(|b| matches!(b, b'\r' | b'\n')) {
            return None;
        }
        Some(Self { charset, form, text: Cow::Borrowed(text), length: 2 + charset.len() + 3 + end + 2 })
    }

    /// Whether both are one; their bytes, each as it is written in the form Q.
    fn goes_on_in(&self, next: &Word<'_>) -> Option<Vec<u8>> {
        // In this encoding each word is whole: between two of them it would be changed twice, which is none any more.
        let whole = self.charset.len() >= 11 && self.charset[..11].eq_ignore_ascii_case(b"iso-2022-jp");
        let same = self.charset.eq_ignore_ascii_case(next.charset) && !whole;
        let both = self.quoted().zip(next.quoted()).filter(|_| same);
        both.map(|(before, next)| [before, next].concat())
    }

    fn quoted(&self) -> Option<Vec<u8>> {
        if self.form == b'Q' {
            return Some(self.text.to_vec());
        }
        let bytes = base64_decode(&self.text)?;
        Some(bytes.iter().flat_map(|b| format!("={b:02X}").into_bytes()).collect())
    }

    fn written(&self) -> Vec<u8> {
        [b"=?", self.charset, b"?", &[self.form], b"?", self.text.as_ref(), b"?="].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_follow_each_other_in_one_encoding_are_one() {
        let one = |text: &str| String::from_utf8(joined(text.as_bytes()).into_owned()).unwrap();
        assert_eq!(
            one("Subject: =?utf-8?Q?split_=C3?=\r\n =?utf-8?Q?=BCber?=\r\n"),
            "Subject: =?utf-8?Q?split_=C3=BCber?=\r\n"
        );
        assert_eq!(one("=?utf-8?B?UMM=?= =?UTF-8?b?vHI=?="), "=?UTF-8?Q?=50=C3=BC=72?=");
        for text in ["=?utf-8?Q?a?= =?koi8-r?Q?b?=", "=?utf-8?Q?a?= and =?utf-8?Q?b?=", "no ?= word =? at all"] {
            assert_eq!(one(text), text);
        }
    }
}
