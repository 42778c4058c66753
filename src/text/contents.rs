//! Which lines are those of a table of contents. Its numbers of pages are no words of a text, so that nothing else may pass for
//! one: a line of it says a title that stands again as a line of the text, and stands beside others in the order of the pages.

use std::collections::HashMap;

use super::label::{Label, is_roman};
use super::tokens::words;

/// So many other lines may stand between two of one table: numbers of pages, the head of a page.
const BETWEEN: usize = 2;

/// A title has so many words at most.
const LONG: usize = 30;

/// What a table of contents is called.
const CALLED: &[&str] = &[
    "contents",
    "table of contents",
    "inhalt",
    "inhaltsverzeichnis",
    "inhaltsübersicht",
    "índice",
    "contenido",
    "sommaire",
    "table des matières",
    "indice",
    "sommario",
    "inhoud",
    "inhoudsopgave",
    "spis treści",
    "содержание",
    "оглавление",
    "περιεχόμενα",
    "içindekiler",
    "المحتويات",
    "الفهرس",
    "תוכן עניינים",
    "目次",
    "目录",
];

/// A line that may be one of a table of contents.
struct Line {
    at: usize,
    title: String,
    /// The number of its page, and whether it is a Roman one; a page of its own line has none here.
    page: Option<(bool, u32)>,
    /// Dots lead to the number.
    led: bool,
    numbered: bool,
}

/// Which lines are of a table of contents; rows of tables are handed in as empty lines.
pub(super) fn contents(lines: &[&str]) -> Vec<bool> {
    let mut out = vec![false; lines.len()];
    let found: Vec<Line> = lines.iter().enumerate().filter_map(|(at, line)| read(at, line)).collect();
    if found.len() < 2 {
        return out;
    }
    let mut candidates = vec![false; lines.len()];
    for line in &found {
        candidates[line.at] = true;
    }
    let titles = titles(lines, &candidates);
    let mut rest = found.as_slice();
    while let Some(first) = rest.first() {
        let reaches = rest.windows(2).take_while(|pair| pair[1].at - pair[0].at <= BETWEEN + 1).count() + 1;
        let (block, behind) = rest.split_at(reaches);
        let called = lines[first.at.saturating_sub(BETWEEN + 1)..first.at].iter().any(|line| is_called(line));
        // Numbers behind a tab are said of many things.
        let sure = called || block.iter().any(|line| line.led) || block.iter().all(|line| line.numbered);
        let of_it = standing_again(block, &titles);
        if sure && of_it.len() > 1 && rising(&of_it) {
            for line in &of_it {
                out[line.at] = true;
            }
        }
        rest = behind;
    }
    out
}

/// Reads a line that ends with the number of a page behind a tab or dots, or with the dots that lead to one.
fn read(at: usize, line: &str) -> Option<Line> {
    let text = line.trim();
    let word = text.rsplit(['\t', ' ', '.', '…', '\u{2024}', '·']).next().unwrap_or_default();
    let page = page(word);
    let before = if page.is_some() { &text[..text.len() - word.len()] } else { text };
    let title = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '…' | '\u{2024}' | '·'));
    let leader = &before[title.len()..];
    let dots = leader.chars().filter(|c| !c.is_whitespace()).map(|c| if c == '…' { 3 } else { 1 }).sum::<usize>();
    let led = dots >= if page.is_some() { 3 } else { 4 };
    let tab = page.is_some() && leader.contains('\t');
    let label = Label::read(title);
    let numbered = label.is_some();
    let title = key(title, label.as_ref());
    ((led || tab) && !title.is_empty()).then_some(Line { at, title, page, led, numbered })
}

/// The number of a page, and whether it is a Roman one.
fn page(word: &str) -> Option<(bool, u32)> {
    if !word.is_empty() && word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit()) {
        return word.parse().ok().map(|page| (false, page));
    }
    let great = word.to_ascii_uppercase();
    is_roman(&great).then(|| (true, roman(&great)))
}

fn roman(text: &str) -> u32 {
    let value = |c: char| match c {
        'C' => 100,
        'L' => 50,
        'X' => 10,
        'V' => 5,
        _ => 1,
    };
    let mut greatest = 0;
    text.chars().rev().map(value).fold(0, |sum, one| {
        greatest = greatest.max(one);
        if one < greatest { sum - one } else { sum + one }
    })
}

/// A title as it is compared, without its number.
fn key(title: &str, label: Option<&Label>) -> String {
    words(label.map_or(title, |label| label.rest(title)))
}

/// Where each title stands in the text itself; one that is broken in two lines too.
fn titles(lines: &[&str], candidates: &[bool]) -> HashMap<String, Vec<usize>> {
    let mut out: HashMap<String, Vec<usize>> = HashMap::new();
    let short = |line: &str| line.split_whitespace().nth(LONG).is_none() && !line.trim().is_empty();
    for (at, line) in lines.iter().enumerate().filter(|(at, line)| !candidates[*at] && short(line)) {
        let own = key(line, Label::read(line).as_ref());
        let next = lines.get(at + 1).filter(|next| !candidates[at + 1] && short(next));
        if let Some(next) = next {
            out.entry(format!("{}{}", own.trim_end(), words(next))).or_default().push(at);
        }
        out.entry(own).or_default().push(at);
    }
    out
}

/// Those of a table whose titles stand again, in the order of the table.
fn standing_again<'l>(block: &'l [Line], titles: &HashMap<String, Vec<usize>>) -> Vec<&'l Line> {
    let mut last = None;
    let mut out = Vec::new();
    for line in block {
        let places = titles.get(&line.title).map(Vec::as_slice).unwrap_or_default();
        if let Some(at) = places.iter().find(|at| last.is_none_or(|last| **at > last)) {
            last = Some(*at);
            out.push(line);
        }
    }
    out
}

/// Whether the numbers of pages never fall.
fn rising(lines: &[&Line]) -> bool {
    let pages: Vec<(bool, u32)> = lines.iter().filter_map(|line| line.page).collect();
    pages.windows(2).all(|pair| pair[0].0 != pair[1].0 || pair[0].1 <= pair[1].1)
}

fn is_called(line: &str) -> bool {
    let line = words(line);
    CALLED.iter().any(|name| line == words(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let lines: Vec<&str> = text.lines().collect();
        contents(&lines).into_iter().map(|of_it| if of_it { 'c' } else { '-' }).collect()
    }

    #[test]
    fn its_titles_stand_again_in_the_order_of_its_pages() {
        let body = "1 Aim\nText.\n2 Roles of all\nText.";
        assert_eq!(told(&format!("1 Aim ..... 2\n2 Roles of all\t3\n{body}")), "cc----");
        assert_eq!(told(&format!("Contents\nAim\tii\nRoles of all\t3\n{body}")), "-cc----");
        assert_eq!(told(&format!("Aim . . . . 2\nRoles of all . . . . 11\n2\n11\n{body}")), "cc------");
        assert_eq!(told(&format!("1 Aim ....... \n2 Roles of all ......\n2\n3\n{body}")), "cc------");
        assert_eq!(told("1 Aim of the\n… 2\n1 Aim\t2\n2 Roles of all\t3\n1 Aim\n2 Roles of\nall\nText"), "--cc----");
        assert_eq!(told(&format!("Aim\t20\nRoles of all\t30\n{body}")), "------", "nobody calls it contents");
        assert_eq!(told(&format!("1 Aim ..... 5\n2 Roles of all ..... 3\n{body}")), "------", "pages that fall");
        assert_eq!(told(&format!("Heat ... 20\nPressure\t5\n{body}")), "------", "no titles");
        assert_eq!(told(&format!("1 Aim ... 20\n{body}")), "-----", "one line is no table");
    }
}
