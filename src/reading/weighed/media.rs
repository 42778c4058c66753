//! What the type and the name of a file say of what it is: pictures, messages, exports, and what programs keep for themselves.

use crate::extract::{Extracted, Media};
use crate::reading::names::stem;
use crate::text::fold;

/// What programs keep for themselves, hidden behind a dot, and the names under which those who publish files explain them:
/// such a text speaks of the others.
pub(super) fn of_programs(path: &str) -> bool {
    let title = stem(path);
    let name = fold(path.rsplit('/').next().unwrap_or_default());
    BUILT_BY.contains(&name.as_str())
        || ["requirements", "constraints", "package", "cmakelists"].contains(&fold(&title).as_str())
        || path.split('/').any(|part| part.len() > 1 && part.starts_with('.'))
        || ["readme", "license", "licence", "changelog", "contributing", "authors", "notice", "todo"]
            .contains(&fold(title.split('.').next().unwrap_or_default()).as_str())
}

/// How a text of an ending that says nothing is written.
enum Written {
    /// In sentences, for people.
    Sentences,
    /// In the marks of a program or of data.
    Marks,
    /// In few words, or short lines, that nobody can tell from either.
    Few,
}

/// How a text is written, by its beginning.
fn written(text: &str) -> Written {
    let (mut letters, mut marks, mut others) = (0_usize, 0_usize, 0_usize);
    let (mut words, mut lines, mut long) = (0_usize, 0_usize, 0_usize);
    for line in text.lines().take(400) {
        let is_word = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 1;
        let of_line = line.split_whitespace().filter(is_word).count();
        words += of_line;
        lines += usize::from(!line.trim().is_empty());
        long += usize::from(of_line >= 7);
        letters += line.chars().filter(|c| c.is_alphabetic()).count();
        marks += line.chars().filter(|c| "[]<>=;\"$&|\\".contains(*c)).count();
        others += line.chars().filter(|c| "{}()_:'".contains(*c)).count();
    }
    match marks * 20 <= letters {
        true if words >= 20 && long * 3 >= lines => Written::Sentences,
        true if (marks + others) * 14 <= letters => Written::Few,
        _ => Written::Marks,
    }
}

/// Endings of programs and of what they are made from.
const PROGRAMS: [&str; 36] = [
    "bat", "c", "cfg", "cmd", "cpp", "cs", "css", "erb", "gemspec", "go", "h", "haml", "ini", "java", "js", "jsx",
    "kt", "less", "lock", "lua", "mjs", "php", "pl", "ps1", "py", "rb", "rs", "sass", "scss", "sh", "slim", "sql",
    "swift", "toml", "ts", "tsx",
];

/// Names of files without an ending by which programs are built.
const BUILT_BY: [&str; 9] =
    ["gemfile", "rakefile", "makefile", "dockerfile", "procfile", "vagrantfile", "jenkinsfile", "guardfile", "cname"];

/// Pictures, messages and exports show what was done; what no office program makes is rarely a document.
pub(super) fn of_media(path: &str, found: &Extracted) -> Option<(i32, String)> {
    let end = path.rsplit('/').next()?.rsplit_once('.').map(|(_, end)| end.to_lowercase()).unwrap_or_default();
    let end = if end.len() > 9 || end.contains(' ') { String::new() } else { end };
    let weight = match found.media {
        Media::Image => -4,
        Media::Email | Media::Msg | Media::Mbox | Media::Mht => -3,
        Media::Csv | Media::Zip | Media::Other | Media::Empty => -2,
        // A part that the one text of a folder takes in: without its own beginning it is no text by itself.
        Media::Text if end == "tex" && !found.text.contains("\\documentclass") => -4,
        Media::Text if ["txt", "md", "markdown", "adoc", "rst", "org", "tex", ""].contains(&end.as_str()) => {
            return None;
        }
        // A program writes in sentences, too, in its remarks.
        Media::Text if PROGRAMS.contains(&end.as_str()) => -3,
        Media::Text => match written(&found.text) {
            Written::Sentences => return None,
            Written::Few => -2,
            // A drawing is written so, too.
            Written::Marks if found.text.trim_start().starts_with('<') => -4,
            Written::Marks => -8,
        },
        _ => return None,
    };
    Some((weight, end))
}
