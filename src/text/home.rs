//! Which part of a path may be written down.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;

/// What stands in the place of the folders that [`at_home`] leaves out.
const LEFT_OUT: &str = "…/";

/// Where a path of a disk begins inside a text, with its folders: a drive, another machine's share, a file's URI, the root.
/// Between backslashes there may be blanks; between slashes there is none, or every “and/or” would be a path.
static FOLDERS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let written = [
        r#"(?:\b[A-Za-z]:\\|\\\\[\w.?$-]+\\)(?:[^\\/:*?"<>|\r\n\t]{1,255}\\)*"#,
        r#"\b[A-Za-z]:/(?:[^\s/"<>|]+/)*"#,
        r#"(?i)\b(?:file:/{1,3}|(?:smb|nfs|afp|cifs)://)(?:[^\s/"<>|]*/)*"#,
        r#"(?<before>^|[\s"'(<\[=])~?(?:/[^\s/"<>|]+)+/"#,
    ];
    Regex::new(&written.map(|one| format!("(?:{one})")).join("|")).ok()
});

/// A text without the folders of anybody's disk: what is written down for ever says where a file lay in the share and how
/// it is called, and never where that share lay. A text that as a whole is such a path keeps of it the longest end that is
/// `known`, else the last name.
pub fn at_home(text: &str, known: impl Fn(&str) -> bool) -> Cow<'_, str> {
    if !text.contains(['/', '\\']) {
        return Cow::Borrowed(text);
    }
    let whole = text.trim().trim_matches(['"', '<', '>', '\'']);
    if begins_outside(whole) {
        let path = slashes(whole);
        let mut ends = path.match_indices('/').map(|(at, _)| &path[at + 1..]).filter(|end| !end.is_empty());
        let last = path.rsplit('/').next().filter(|name| !name.is_empty());
        let kept = ends.find(|end| known(end)).or(last);
        return Cow::Owned(format!("{LEFT_OUT}{}", kept.unwrap_or_default()));
    }
    match FOLDERS.as_ref() {
        Some(folders) => folders.replace_all(text, format!("${{before}}{LEFT_OUT}")),
        None => Cow::Borrowed(text),
    }
}

/// The last name of a path, where that begins outside any share; else the path itself.
pub fn in_share(path: &str) -> Cow<'_, str> {
    if !begins_outside(path) {
        return Cow::Borrowed(path);
    }
    Cow::Owned(slashes(path).rsplit('/').find(|name| !name.is_empty()).unwrap_or_default().to_owned())
}

/// Whether a path begins at a root, a drive, a machine or a home, or leads out of where it begins.
pub fn begins_outside(path: &str) -> bool {
    let mut letters = path.chars();
    let drive = letters.next().is_some_and(|c| c.is_ascii_alphabetic()) && letters.next() == Some(':');
    let scheme = || {
        let scheme = path.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
        scheme.is_some_and(|scheme| ["file", "smb", "nfs", "afp", "cifs"].contains(&scheme.as_str()))
    };
    let rooted = || {
        let mut parts = path.split('/');
        parts.next().is_some_and(|first| first.is_empty() || first.starts_with('~'))
            && parts.next().is_some_and(|folder| !folder.starts_with(' '))
            && parts.next().is_some()
    };
    !path.contains(['\n', '\r'])
        && path.contains(['/', '\\'])
        && ((drive && letters.next().is_some_and(|c| c == '/' || path.contains('\\')))
            || (path.starts_with('\\') && !path.starts_with("\\ ") && path[1..].contains('\\'))
            || (path.starts_with('~') && path.contains('\\'))
            || path.split(['/', '\\']).any(|part| part == "..")
            || scheme()
            || rooted())
}

/// A path with `/` alone; of a URI without what is written as `%20`.
fn slashes(path: &str) -> String {
    let path = path.replace('\\', "/");
    if !path.to_ascii_lowercase().starts_with("file:") {
        return path;
    }
    let (mut bytes, mut rest) = (Vec::new(), path.as_bytes());
    while let [first, behind @ ..] = rest {
        let code = (*first == b'%').then(|| behind.get(..2).and_then(|two| hex::decode(two).ok())).flatten();
        match code {
            Some(code) => {
                bytes.extend(code);
                rest = &behind[2..];
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or(path)
}
