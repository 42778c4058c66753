//! What the reader in the child is asked.

use super::ask::json;
use super::{kinds, sniff, within};
use crate::contained::Work;

/// Content to all that is known of it, as JSON.
pub const TEXT: Work = Work { name: "text", run: |bytes| json(&within::whole(bytes, kinds::read)) };
/// Content to what is packed into it and could not be read, with its bytes.
pub const PARTS: Work = Work { name: "parts", run: |bytes| within::unread(bytes, kinds::read) };
/// Content to its type, as JSON.
pub const KIND: Work = Work { name: "kind", run: |bytes| json(&sniff::media(bytes)) };

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Unsearchable;

    #[test]
    fn what_cannot_be_read_is_handed_out_and_what_lies_too_deep_is_not() {
        let attached = |name: &str, kind: &str, content: &str| {
            format!(
                "From: a@example.org\nSubject: {name}\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"{name}\"\n\n--{name}\nContent-Type: {kind}; name=\"{name}\"\nContent-Disposition: attachment; filename=\"{name}\"\n\n{content}\n--{name}--\n"
            )
        };
        let broken = attached("broken.pdf", "application/pdf", "%PDF-1.4 and then nothing");
        let parts = (PARTS.run)(broken.as_bytes());
        let parts = within::split(&parts);
        let [(part, Some(content))] = parts.as_slice() else { panic!("{parts:?}") };
        assert_eq!((part.name.as_str(), part.problem), ("broken.pdf", Unsearchable::Damaged));
        assert!(content.starts_with(b"%PDF-1.4 and then nothing"));
        let mut deep = String::from("From: a@example.org\nSubject: innermost\n\nwords\n");
        for n in 0..9 {
            deep = attached(&format!("m{n}"), "message/rfc822", &deep);
        }
        let parts = (PARTS.run)(deep.as_bytes());
        let parts = within::split(&parts);
        let [(part, None)] = parts.as_slice() else { panic!("{parts:?}") };
        assert_eq!(part.problem, Unsearchable::TooLarge);
        assert!(within::split(&(PARTS.run)(b"words")).is_empty());
        assert!(within::split(b"\xff\xff\xff\xff").is_empty(), "an answer out of form says nothing");
    }
}
