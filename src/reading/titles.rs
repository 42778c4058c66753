//! The title that a text gives itself: its first heading, where it agrees with the name of its file.

use std::collections::BTreeSet;

use super::names::FileName;
use super::pairs::placeholder;
use crate::extract::{Extracted, Media};
use crate::text::{fold, nfc};

/// A heading longer than this is a sentence.
const LONGEST: usize = 110;

/// The first heading of a text, without the signs of Markdown.
pub fn heading_of(found: &Extracted) -> Option<String> {
    heading_in(found).map(|(heading, _)| heading)
}

/// The heading, and whether it is marked as one.
fn heading_in(found: &Extracted) -> Option<(String, bool)> {
    let head: String = found.text.chars().take(4000).collect();
    let mut lines = head.lines().map(str::trim).filter(|line| !line.is_empty()).peekable();
    if lines.peek() == Some(&"---") {
        lines.next();
        lines.by_ref().find(|line| *line == "---");
    }
    let lines: Vec<&str> = lines.take(40).collect();
    let marked = || lines.iter().find_map(|line| line.strip_prefix("# "));
    let first = || {
        let sheet =
            matches!(found.media, Media::Xlsx | Media::Xls | Media::Ods | Media::Csv | Media::Email | Media::Msg);
        lines
            .first()
            .copied()
            .filter(|line| !sheet && !line.contains(['\t', '|', ':', '<', '=']) && !line.ends_with(['.', ',', ';']))
    };
    let is_marked = marked().is_some();
    let heading = marked().or_else(first)?;
    let heading = heading.trim_start_matches('#').replace("**", "").replace(['*', '`'], "");
    let heading = nfc(heading.split_whitespace().collect::<Vec<_>>().join(" ").trim_matches(['_', ' ', '-', '–', ':']));
    let words = heading.split(' ').count();
    let named =
        heading.contains('/') || heading.rsplit_once('.').is_some_and(|(_, end)| end.len() < 5 && !end.contains(' '));
    let sound = !named && heading.contains(char::is_alphabetic) && heading.chars().count() <= LONGEST && words <= 16;
    (sound && !placeholder(&heading) && crate::words::heading(&heading).is_none()).then_some((heading, is_marked))
}

/// The title of a file: what its heading says in better spelling than its name, or in place of a name that says nothing.
/// A heading that says something else is one of the text.
pub fn title_of(found: &Extracted, name: &FileName) -> Option<String> {
    let (heading, marked) = heading_in(found)?;
    let heading = without_number(&heading, name.number.as_deref());
    let said = words_of(&name.title);
    let own = words_of(&heading);
    if own.is_empty() {
        return None;
    }
    // A name in capitals and without blanks is a sign, not a title.
    let short = name.title.chars().count() < 4
        || !name.title.contains([' ', '_']) && !name.title.contains(char::is_lowercase) && name.title.is_ascii();
    let generic = said.is_empty()
        || short
        || GENERIC.contains(&said.iter().map(String::as_str).collect::<Vec<_>>().join(" ").as_str());
    let common = said.intersection(&own).count();
    let enough = common * 2 > said.len() || (marked && common * 2 == said.len());
    let agrees = enough && own.len() <= said.len() * 2 + 2 || (common == said.len() && own.len() <= said.len() + 6);
    // With the same words the name stays, unless signs stand in it for blanks.
    let same = said == own && name.title.contains(' ') && name.title.contains(char::is_uppercase);
    (generic || (common > 0 && agrees && !same)).then_some(heading)
}

/// Names that programs give, or that say only what every file of a folder is.
const GENERIC: [&str; 8] = ["readme", "index", "document", "untitled", "main", "dokument", "policy", "overview"];

/// A title without the number before it.
pub fn without_number(heading: &str, number: Option<&str>) -> String {
    let rest = number.and_then(|number| heading.get(..number.len()).filter(|start| start.eq_ignore_ascii_case(number)));
    let rest = rest.map_or(heading, |start| &heading[start.len()..]);
    rest.trim_start_matches([' ', '-', '–', '—', ':', '.', '|']).trim().to_owned()
}

fn words_of(text: &str) -> BTreeSet<String> {
    let text = fold(text);
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| w.contains(char::is_alphabetic)).map(str::to_owned).collect()
}
