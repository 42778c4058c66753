//! The numbers of sections, as texts write them at the beginning of a line: `3`, `5.1`, `§ 3`, `Section 4`, `Kapitel 4`,
//! `Annex A`. A number counts where it goes on with those around it, so that lists, years and quantities are none.

use std::collections::HashMap;

/// Words before a number by which a section is named.
const NAMED: &[&str] = &[
    "section",
    "sec",
    "sec.",
    "chapter",
    "ch.",
    "part",
    "article",
    "art.",
    "paragraph",
    "annex",
    "appendix",
    "clause",
    "abschnitt",
    "abschn.",
    "kapitel",
    "kap.",
    "teil",
    "artikel",
    "absatz",
    "abs.",
    "anhang",
    "anlage",
    "ziffer",
    "ziff.",
    "punkt",
    "pkt.",
    "sección",
    "seccion",
    "capítulo",
    "capitulo",
    "artículo",
    "apartado",
    "anexo",
    "chapitre",
    "annexe",
    "partie",
    "sezione",
    "capitolo",
    "articolo",
    "allegato",
    "hoofdstuk",
    "paragraaf",
    "bijlage",
    "rozdział",
    "раздел",
    "глава",
    "пункт",
    "п.",
    "статья",
    "приложение",
    "κεφάλαιο",
    "ενότητα",
    "άρθρο",
    "παράρτημα",
    "bölüm",
    "madde",
    "فصل",
    "المادة",
    "فرع",
    "סעיף",
    "פרק",
    "§",
    "§§",
];

/// Whether a word names a section that a number stands behind.
pub fn names_section(word: &str) -> bool {
    let word = word.to_lowercase();
    NAMED.contains(&word.as_str()) || NAMED.contains(&word.trim_end_matches([':', '.', ',']))
}

/// A number that a line begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// As it is written: `§ 3`, `5.1.`.
    pub(super) written: String,
    /// The number alone: `3`, `5.1`, `A`.
    pub(super) number: String,
    /// Bytes of the line up to what follows.
    end: usize,
    /// What stands behind the number: a dot, a bracket, or nothing.
    behind: char,
    named: bool,
}

impl Label {
    /// Reads the number at the beginning of a line; nothing where there is none, whatever it may mean.
    pub(super) fn read(line: &str) -> Option<Self> {
        let bare = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '_' | '>'));
        let skipped = line.len() - bare.len();
        let word_end =
            bare.find(|c: char| c.is_whitespace() || c.is_ascii_digit() || c == '\u{a0}').unwrap_or(bare.len());
        let (word, after) = bare.split_at(word_end);
        let behind_word = after.trim_start();
        let named = !word.is_empty() && names_section(word);
        let at = if named { bare.len() - behind_word.len() } else { 0 };
        let (number, mut end) = number(&bare[at..])?;
        // A letter alone is a section only where a word says so, `A.1` by its form.
        if !named && !number.starts_with(|c: char| c.is_ascii_digit()) && !number.contains('.') {
            return None;
        }
        end += at;
        let behind = bare[end..].chars().next().filter(|c| matches!(c, '.' | ')' | ':')).unwrap_or(' ');
        if behind != ' ' {
            end += behind.len_utf8();
        }
        let rest = &bare[end..];
        if !rest.is_empty()
            && !rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '–' | '—' | '-'))
        {
            return None;
        }
        let end =
            end + (rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || c == '*' || c == '_').len());
        let written = bare[..end].trim().trim_end_matches(['*', '_']).trim_end().to_owned();
        Some(Self { written, number, end: skipped + end, behind, named })
    }

    /// What follows the number.
    pub(super) fn rest<'l>(&self, line: &'l str) -> &'l str {
        &line[self.end..]
    }
}

/// A number of parts with dots between, or a letter before them; how many bytes it takes.
fn number(text: &str) -> Option<(String, usize)> {
    let mut out = String::new();
    let mut end = 0;
    let mut rest = text;
    loop {
        let digits: String = rest.chars().take_while(|c| c.is_ascii_digit() || wide(*c).is_some()).collect();
        if !digits.is_empty() {
            let plain: String = digits.chars().map(|c| wide(c).unwrap_or(c)).collect();
            if plain.len() > 3 {
                return None;
            }
            out.push_str(&plain);
            end += digits.len();
        } else if out.is_empty() {
            let letter = rest.chars().next().filter(char::is_ascii_uppercase)?;
            out.push(letter);
            end += 1;
        } else {
            break;
        }
        rest = &text[end..];
        // A letter may close it, as in `5.1a`.
        if let Some(letter) = rest.chars().next().filter(char::is_ascii_lowercase)
            && !rest[1..].starts_with(char::is_alphanumeric)
            && out.ends_with(|c: char| c.is_ascii_digit())
        {
            out.push(letter);
            return Some((out, end + 1));
        }
        match rest.strip_prefix('.') {
            Some(next) if next.starts_with(|c: char| c.is_ascii_digit() || wide(c).is_some()) => {
                out.push('.');
                end += 1;
                rest = next;
            }
            _ => break,
        }
    }
    (!rest.starts_with(char::is_alphanumeric)).then_some((out, end))
}

/// A digit of full width as a plain one.
fn wide(c: char) -> Option<char> {
    matches!(c, '０'..='９').then(|| char::from_digit(u32::from(c) - 0xff10, 10).unwrap_or(c))
}

/// Which of the numbers at the beginnings of lines are those of sections.
pub(super) fn sections(lines: &[&str]) -> Vec<Option<Label>> {
    let mut labels: Vec<Option<Label>> = lines.iter().map(|line| Label::read(line)).collect();
    let parts = |label: &Label| -> Vec<u32> {
        label
            .number
            .split('.')
            .filter_map(|part| part.trim_end_matches(|c: char| c.is_ascii_lowercase()).parse().ok())
            .collect()
    };
    // The first part of the next number with a dot, by which a number without one is judged.
    let mut next_dotted: Vec<Option<u32>> = vec![None; lines.len() + 1];
    for (at, label) in labels.iter().enumerate().rev() {
        let dotted = label.as_ref().filter(|label| !label.named).map(parts).filter(|parts| parts.len() > 1);
        next_dotted[at] = dotted.map(|parts| parts[0]).or(next_dotted[at + 1]);
    }
    let mut chain = Chain::default();
    for (at, label) in labels.iter_mut().enumerate() {
        let Some(found) = label else {
            chain.list = None;
            continue;
        };
        let title = found.rest(lines[at]).trim();
        let numbers = parts(found);
        let dotted = numbers.len() > 1;
        let fits = if found.named || !found.number.starts_with(|c: char| c.is_ascii_digit()) {
            // With a word going on it is a sentence about another section.
            !title.starts_with(char::is_lowercase)
        } else if dotted {
            chain.dotted(&numbers, title)
        } else {
            chain.plain(numbers[0], title, found.behind, next_dotted[at])
        };
        if fits && !is_contents(lines[at]) {
            chain.accept(found, numbers, title);
        } else {
            *label = None;
        }
    }
    labels
}

/// A line of a table of contents: a number of a page stands at its end, behind a tab or dots.
fn is_contents(line: &str) -> bool {
    let text = line.trim_end();
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit());
    bare.len() < text.len()
        && (bare.ends_with('\t') || bare.trim_end().ends_with("...") || bare.trim_end().ends_with(['…', '\u{2024}']))
}

/// The numbers accepted so far.
#[derive(Default)]
struct Chain {
    last: Vec<u32>,
    /// By number, with which title it was accepted: a table of contents may come before what it lists.
    titles: HashMap<Vec<u32>, String>,
    /// What stands behind the numbers without a dot.
    behind: Option<char>,
    /// The last number of a list.
    list: Option<u32>,
    /// Something with a word or a letter has begun: plain numbers go on within it.
    annex: bool,
}

impl Chain {
    /// Whether a number with dots goes on from the last one.
    fn dotted(&mut self, numbers: &[u32], title: &str) -> bool {
        if title.is_empty() || self.annex {
            return false;
        }
        let same = self.last.iter().zip(numbers).take_while(|(a, b)| a == b).count();
        let step = numbers.get(same).copied().unwrap_or(0).saturating_sub(self.last.get(same).copied().unwrap_or(0));
        // Some may be left out, and yet what follows a new number begins anew.
        let onward = numbers > self.last.as_slice() && step <= 4 && numbers.iter().skip(same + 1).all(|n| *n <= 2);
        onward || self.again(numbers, title)
    }

    /// Whether a number without dots is that of a section, as the one with dots behind it lets tell.
    fn plain(&mut self, number: u32, title: &str, behind: char, next: Option<u32>) -> bool {
        let in_list = self.list.is_some_and(|last| number == last + 1);
        let reached = self.last.first().copied().unwrap_or(0);
        let written_so = behind != ')' && self.behind.is_none_or(|first| first == behind);
        let begins =
            title.chars().next().is_some_and(|c| !c.is_lowercase() && (c.is_alphabetic() || "\"'“„«(*_".contains(c)));
        let onward = number > reached
            && match next {
                Some(next) if next > reached => number <= next,
                Some(_) => self.last.len() == 1 && number == reached + 1,
                None => number <= reached + if in_list { 0 } else { 2 } + u32::from(self.last.len() <= 1),
            };
        let fits = !self.annex && begins && written_so && (onward || self.again(&[number], title));
        if !fits {
            self.list = Some(number);
        }
        fits
    }

    /// Whether it stands a second time, with the same title: the first was in the table of contents.
    fn again(&self, numbers: &[u32], title: &str) -> bool {
        self.titles.get(numbers).is_some_and(|known| {
            let bare = known.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || c == '.');
            !bare.is_empty() && title.starts_with(bare)
        })
    }

    fn accept(&mut self, label: &Label, numbers: Vec<u32>, title: &str) {
        self.list = None;
        let begins_annex = !label.number.starts_with(|c: char| c.is_ascii_digit());
        self.annex = begins_annex || self.annex && label.named;
        if begins_annex {
            return;
        }
        if numbers.len() == 1 && !label.named {
            self.behind.get_or_insert(label.behind);
        }
        self.titles.entry(numbers.clone()).or_insert_with(|| title.to_owned());
        self.last = numbers;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let lines: Vec<&str> = text.lines().collect();
        sections(&lines).into_iter().map(|label| label.map_or_else(String::new, |label| label.number)).collect()
    }

    #[test]
    fn numbers_go_on_and_lists_years_and_quantities_are_none() {
        let text = "1 Purpose\nText.\n2. Not so written\n2 Scope\n2.1 Sites\n1. first\n2. second\n3. third\n2.2 Services\n\
                    2026 was a year\n3.5 million\n3 Requests\n3.1 Every change\n12 months later\n4 Packages\n5.1 Emergency";
        let expected =
            ["1", "", "", "2", "2.1", "", "", "", "2.2", "", "", "3", "3.1", "", "4", "5.1"].map(String::from);
        assert_eq!(told(text), expected);
    }

    #[test]
    fn words_signs_letters_and_other_scripts_name_a_section() {
        let text = "§ 3 Fristen\nKapitel 4: Pakete\nSection 5\nAnnex A\nA.1 Forms\nРаздел 6 Цель\n## 7.1 Markdown\n３.１ 目的\nA sentence.";
        assert_eq!(told(text), ["3", "4", "5", "A", "A.1", "6", "", "", ""].map(String::from));
        assert_eq!(told("１ 目的\n１.１ 範囲"), ["1", "1.1"].map(String::from));
        assert_eq!(told("**1.** **Aim**\n1.1 A"), ["1", "1.1"].map(String::from));
    }

    #[test]
    fn a_table_of_contents_is_not_the_text() {
        let text = "1 Purpose ..... 3\n2 Scope\t4\n1 Purpose 3\n2 Scope 4\n1 Purpose\n2 Scope\nText";
        assert_eq!(told(text), ["", "", "1", "2", "1", "2", ""].map(String::from));
    }
}
