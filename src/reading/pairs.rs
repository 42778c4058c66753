//! Labels with their values at the beginning of a text, as control tables have them: side by side in cells, one under the
//! other, behind a colon, in a front matter, in Markdown. The names of the columns of a list are no labels.

use super::grid::{Pair, grid};
use super::kinds::kind_in_words;
use crate::text::{fold, nfc};
use crate::words::{Header, header_in_full, label, state_in_full};

/// Tables stand at the beginning; behind this many characters nothing is taken for one.
const REACH: usize = 6000;
/// So many lines without a label end what belongs together, and so many may stand before the first.
const NEAR: usize = 30;

/// What a text says in labels at its beginning.
#[derive(Debug, Default)]
pub(super) struct Labelled {
    pub(super) pairs: Vec<Pair>,
    /// Versions of a change history, each with its day, in the order of the text.
    pub(super) history: Vec<(String, String)>,
}

/// Reads the labels at the beginning of a text.
pub(super) fn labelled_in(text: &str) -> Labelled {
    let head = unfenced(&nfc(&text.chars().take(REACH).collect::<String>()));
    let lines = lines(&head);
    // In a front matter the name of a column says what it says there.
    let front = head.starts_with("---").then(|| head.lines().skip(1).position(|line| line.trim() == "---")).flatten();
    let mut out = Labelled::default();
    let mut seen_in: Vec<(Header, usize)> = Vec::new();
    let depths = depths(&head);
    let (mut at, mut seen) = (0, 0);
    while at < lines.len() && seen <= NEAR {
        let line = &lines[at];
        let pairs_before = out.pairs.len();
        let before = pairs_before + out.history.len();
        let from = at;
        if line.len() > 1 {
            at = (at..lines.len()).find(|n| lines[*n].len() == 1).unwrap_or(lines.len());
            table(&lines[from..at], &mut out);
        } else {
            if let Some(text) = line.first() {
                let next = lines[at + 1..].iter().find(|line| !line.is_empty()).filter(|line| line.len() == 1);
                let in_front = front.is_some_and(|end| at <= end);
                single(text, next.and_then(|line| line.first()), in_front, &mut out);
            }
            at += 1;
        }
        // Labels below the heading of a part are those of what that part is about, where another part has them, too.
        let part = depths.get(from).copied().unwrap_or_default();
        seen_in.extend(out.pairs[pairs_before..].iter().map(|(header, _)| (*header, part)));
        // Labels far from the others are those of an example, or of something else in the text.
        let passed = lines[from..at].iter().filter(|line| !line.is_empty()).count();
        seen = if out.pairs.len() + out.history.len() > before { 0 } else { seen + passed };
    }
    out.pairs = of_the_whole(std::mem::take(&mut out.pairs), &seen_in, &head);
    out
}

/// In which part each line stands, by the headings of Markdown: 0 before the second heading of all, then one number a part. The
/// lines are those of [`lines`].
fn depths(head: &str) -> Vec<usize> {
    let (mut part, mut headings) = (0, 0);
    let mut out = Vec::new();
    for line in head.lines().filter(|line| !ruled(line)) {
        let level = line.chars().take_while(|c| *c == '#').count();
        if level > 0 && line[level..].starts_with(' ') {
            headings += 1;
            part = if level > 1 && headings > 1 { headings } else { part };
        }
        out.push(part);
    }
    out
}

/// Without the labels of a part that stand in other parts as well, such as the owner of each of several measures. Those parts may
/// lie behind what was read.
fn of_the_whole(pairs: Vec<Pair>, seen_in: &[(Header, usize)], head: &str) -> Vec<Pair> {
    let parts = |header: Header| {
        let parts: std::collections::BTreeSet<usize> =
            seen_in.iter().filter(|(seen, part)| *seen == header && *part > 0).map(|(_, part)| *part).collect();
        parts.len()
    };
    // A part of the third level is about one thing of many.
    let many = |part: usize| {
        let heading =
            head.lines().filter(|line| !ruled(line)).filter(|line| line.starts_with('#')).nth(part.max(1) - 1);
        heading.is_some_and(|heading| heading.starts_with("###"))
    };
    let kept = |place: usize| {
        let Some((header, part)) = seen_in.get(place) else { return true };
        *part == 0 || (parts(*header) < 2 && !many(*part))
    };
    pairs.into_iter().enumerate().filter(|(place, _)| kept(*place)).map(|(_, pair)| pair).collect()
}

/// A front matter that is fenced as code, as some programs show it, is one all the same.
fn unfenced(head: &str) -> String {
    let start = head.trim_start();
    let fence = ["```yaml\n", "```yml\n"].into_iter().find(|fence| start.starts_with(fence));
    match fence.and_then(|fence| start[fence.len()..].split_once("\n```")) {
        Some((front, rest)) => format!("---\n{}\n---{rest}", front.trim_matches(['-', '\n'])),
        None => head.to_owned(),
    }
}

/// The lines of a text as cells; what is quoted as code is passed over.
fn lines(head: &str) -> Vec<Vec<String>> {
    let mut fenced = false;
    let mut out = Vec::new();
    for line in head.lines().filter(|line| !ruled(line)) {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        out.push(if fence || fenced { Vec::new() } else { cells(line) });
    }
    out
}

/// A line without cells: a label with its value behind a colon, or on the next line.
fn single(text: &str, below: Option<&String>, in_front: bool, out: &mut Labelled) {
    if let Some((label, value)) = text.split_once([':', '：']) {
        let named = || header_in_full(label.trim()).filter(|_| in_front);
        let Some(meaning) = meaning(label).or_else(named) else { return };
        if value.trim().is_empty() {
            let below = below.filter(|below| !below.contains(':'));
            out.pairs.extend(below.map(|below| (meaning, listed(below.trim_start_matches(['-', ' '])))));
        } else {
            let value = value.trim_matches([' ', '"', '\'', '*', '`']);
            out.pairs.push((meaning, if in_front { listed(value) } else { value.to_owned() }));
        }
    } else if let Some(version) = bare_version(text) {
        out.pairs.push(version);
    } else if let (Some(found), Some(below)) = (strict(text), below) {
        // A label on a line of its own, its value on the next, as some programs write out the cells of a table.
        if meaning(below).is_none() {
            out.pairs.push((found, below.clone()));
        }
    }
}

/// What a front matter writes as a list or as a link to another note: its words, joined by commas.
fn listed(value: &str) -> String {
    let bare = value.trim().trim_start_matches('[').trim_end_matches(']');
    if bare.len() == value.trim().len() {
        return value.to_owned();
    }
    let one = |part: &str| {
        let part = part.trim_matches([' ', '"', '\'', '[', ']']);
        part.rsplit('|').next().unwrap_or(part).to_owned()
    };
    bare.split(',').map(one).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A table: rows of labels and values, or columns with one row below their names. More rows are a list or a history.
fn table(rows: &[Vec<String>], out: &mut Labelled) {
    let rows = &grid(rows, &mut out.pairs);
    let mut at = 0;
    while at < rows.len() {
        let row = &rows[at];
        if row.is_empty() || !heads_columns(row, rows.get(at + 1)) {
            beside(row, out);
            at += 1;
            continue;
        }
        let below: Vec<&Vec<String>> = rows[at + 1..].iter().take_while(|row| !row.is_empty()).collect();
        columns(row, &below, out);
        at += 1 + below.len();
    }
}

/// Rows below the names of columns: the versions of a history, or the one row of a control table laid across.
fn columns(names: &[String], below: &[&Vec<String>], out: &mut Labelled) {
    let meanings: Vec<Option<Header>> = names.iter().map(|cell| meaning(cell)).collect();
    let place = |wanted: &[Header]| meanings.iter().position(|m| m.is_some_and(|m| wanted.contains(&m)));
    let numbered = place(&[Header::Number]).is_some();
    if let (Some(version), Some(day), false) =
        (place(&[Header::Version]), place(&[Header::Date, Header::ApprovedOn]), numbered)
    {
        let both = |row: &&Vec<String>| Some((row.get(version)?.clone(), row.get(day)?.clone()));
        out.history.extend(below.iter().filter_map(both));
        return;
    }
    // Of what else the columns speak, the row is of that.
    let own = place(&[Header::Number, Header::Version]).is_some() || meanings.iter().all(Option::is_some);
    if let ([only], true, true) = (below, own, out.pairs.is_empty()) {
        let named = meanings.iter().zip(only.iter());
        out.pairs.extend(named.filter_map(|(meaning, value)| Some(((*meaning)?, value.clone()))));
    }
}

/// Whether a row is made of the names of columns: two labels beside each other, or a label where a value would stand.
fn heads_columns(row: &[String], next: Option<&Vec<String>>) -> bool {
    let labels: Vec<usize> = (0..row.len()).filter(|n| meaning(&row[*n]).is_some()).collect();
    let filled = row.iter().filter(|cell| !cell.is_empty()).count();
    let odd = labels.iter().any(|n| n % 2 == 1 && !row[*n].is_empty());
    let adjacent = labels.windows(2).any(|two| two[1] == two[0] + 1);
    if labels.is_empty() || filled < 2 {
        return false;
    }
    let goes_on = next.is_some_and(|next| {
        next.len() == row.len() && row.len() > 2 && next.first().is_some_and(|first| meaning(first).is_none())
    });
    adjacent || (odd && labels.len() < filled) || goes_on
}

/// A row of labels, each with the next cell that is filled.
fn beside(row: &[String], out: &mut Labelled) {
    let filled: Vec<&String> = row.iter().filter(|cell| !cell.is_empty()).collect();
    // Where something else stands first, a word further on heads a column.
    let labelled = |first: &&String| meaning(first).is_some() || first.contains(':');
    let kept = filled.len() < 3 || filled.first().is_some_and(labelled);
    let mut at = 0;
    while at < filled.len() && kept {
        if let (Some(found), Some(value)) = (meaning(filled[at]), filled.get(at + 1)) {
            if meaning(value).is_none() {
                out.pairs.push((found, (*value).clone()));
            }
            at += 2;
            continue;
        }
        if let Some((label, value)) = filled[at].split_once([':', '：']).filter(|(_, value)| !value.trim().is_empty())
        {
            out.pairs.extend(meaning(label).map(|found| (found, value.trim().to_owned())));
        }
        out.pairs.extend(bare_version(filled[at]));
        at += 1;
    }
}

/// A version beside its word, with nothing between: `Version 1.0`.
fn bare_version(cell: &str) -> Option<Pair> {
    let (word, version) = cell.split_once(' ')?;
    let is = strict(word) == Some(Header::Version) && version.starts_with(|c: char| c.is_ascii_digit());
    (is && !version.contains(' ')).then(|| (Header::Version, version.to_owned()))
}

/// What a label means; nothing for words that a text uses for much else.
fn meaning(label: &str) -> Option<Header> {
    let label = label.trim_matches([' ', '*', '_']).trim_end_matches([':', '：', '.']).replace('_', " ");
    let label = label.trim();
    if label.is_empty() || label.chars().count() > 40 {
        return None;
    }
    strict(label).or_else(|| {
        // The name of a column may say what a document is or is called; as a label it says too much else.
        // So do the words for where a document stands: beside `Status`, `Approved` is a value.
        let words = header_in_full(label).filter(|_| state_in_full(label).is_none());
        words.filter(|found| !matches!(found, Header::Title | Header::Note | Header::Clauses))
    })
}

/// Whether a label is one of those that control tables and lists have.
pub fn is_of_control(label: &str) -> bool {
    meaning(label).or_else(|| header_in_full(label)).is_some()
}

/// What a label of a control table means, as it stands there in capitals or not.
fn strict(text: &str) -> Option<Header> {
    label(text.trim_end_matches([':', '：']))
}

/// Whether a line only parts the names of columns from the rows, as in Markdown.
fn ruled(line: &str) -> bool {
    line.contains('|') && line.contains('-') && line.chars().all(|c| "|-:+ ".contains(c))
}

/// The cells of a line without the signs of Markdown; one for a line without cells, none for an empty one.
fn cells(line: &str) -> Vec<String> {
    let line = line.trim_matches([' ', '\u{a0}', '\r']);
    let bare = line.trim_matches(['|', '-', ':', '+', '=', ' ', '*', '_', '\t']);
    if bare.is_empty() {
        return Vec::new();
    }
    let piped = line.starts_with('|') || line.matches('|').count() > 1 || line.contains(" | ");
    let parts: Vec<&str> = if piped {
        line.trim_matches('|').split('|').collect()
    } else if line.contains('\t') {
        line.split('\t').collect()
    } else {
        line.split("   ").filter(|part| !part.trim().is_empty()).collect()
    };
    let parts: Vec<String> = parts.into_iter().map(plain).collect();
    // Side by side on a line, each with its colon, they are labels one after the other.
    if parts.iter().all(String::is_empty) { Vec::new() } else { parts }
}

/// A cell without emphasis, list signs, quotes and links.
fn plain(cell: &str) -> String {
    let cell = cell.trim().trim_start_matches(['#', '>']).trim_start();
    let cell =
        cell.strip_prefix("- ").or_else(|| cell.strip_prefix("* ")).or_else(|| cell.strip_prefix("• ")).unwrap_or(cell);
    let cell = cell.replace("**", "").replace("__", "").replace('`', "").replace("<br>", " ").replace("<br/>", " ");
    let cell = cell.trim_matches(['*', '"', '\'', ' ', '\u{a0}']);
    let linked = cell.strip_prefix('[').and_then(|rest| rest.split_once("](")).map_or(cell, |(words, _)| words);
    linked.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether words are there to be replaced by others: in brackets, or the usual letters for an open point.
pub(super) fn placeholder(words: &str) -> bool {
    let words = words.trim();
    let bracketed = [('[', ']'), ('<', '>'), ('{', '}')].iter().any(|(open, close)| {
        words.starts_with(*open) && words.ends_with(*close)
            || words.matches(*open).count() > 0 && words.contains(*close)
    });
    let empty = !words.contains(char::is_alphanumeric) || words.contains("___") || words.contains("...");
    let open = ["tbd", "tbc", "n/a", "na", "none", "xxx", "todo", "x.x", "yyyy-mm-dd", "dd/mm/yyyy", "dd.mm.yyyy", "-"];
    bracketed || empty || open.contains(&fold(words).as_str())
}

/// The type that a cell names.
pub(super) fn is_type(words: &str) -> bool {
    words.chars().count() <= 40 && (kind_in_words(words).is_some())
}
