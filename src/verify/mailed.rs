//! A checkpoint that went through the post as mail programs write it: with its lines quoted-printable (RFC 2045, 6.7) or in base64.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::note;

/// The checkpoint in a text: as it stands, or as a mail carries it.
pub(super) fn checkpoint(text: &str) -> Option<String> {
    note::in_text(text)
        .or_else(|| note::in_text(&printable(text)))
        .or_else(|| parts(text).iter().find_map(|part| note::in_text(part)))
}

/// What quoted-printable lines say.
fn printable(text: &str) -> String {
    let mut bytes = Vec::new();
    for line in text.lines() {
        let line = line.trim_end().as_bytes();
        let (line, goes_on) = line.strip_suffix(b"=").map_or((line, false), |line| (line, true));
        let mut at = 0;
        while let Some(byte) = line.get(at) {
            let coded = (*byte == b'=').then(|| line.get(at + 1..at + 3)).flatten();
            let said = coded.and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
            bytes.push(said.unwrap_or(*byte));
            at += if said.is_some() { 3 } else { 1 };
        }
        if !goes_on {
            bytes.push(b'\n');
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What blocks of base64 say.
fn parts(text: &str) -> Vec<String> {
    let coded = |line: &str| line.bytes().all(|b| b.is_ascii_alphanumeric() || b"+/=".contains(&b));
    let mut blocks = vec![String::new()];
    for line in text.lines().map(str::trim) {
        match blocks.last_mut() {
            Some(block) if !line.is_empty() && coded(line) => block.push_str(line),
            Some(block) if block.is_empty() => {}
            _ => blocks.push(String::new()),
        }
    }
    let read = |block: &String| Some(String::from_utf8_lossy(&BASE64.decode(block).ok()?).into_owned());
    blocks.iter().filter(|block| !block.is_empty()).filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_mail_broke_is_put_together() {
        assert_eq!(printable("root=3D=\n and=20=E2=80=94 more\nend"), "root= and \u{2014} more\nend\n");
        assert_eq!(printable("=ZZ=4"), "=ZZ=4\n", "what is none stays");
        let text = format!("Content-Transfer-Encoding: base64\n\n{}\n{}\n\nbye", "aGVs", "bG8=");
        assert!(parts(&text).contains(&String::from("hello")), "{:?}", parts(&text));
    }
}
