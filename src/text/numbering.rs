//! Which of the numbers at the beginnings of lines are those of sections: a number counts where it goes on with those around
//! it, so that lists, years and quantities are none.

use super::chain::{Chain, Restarts};
use super::label::Label;

/// Whether a number is that of a section or of one within it: `5.1` is in `5`, `51` is not, nor `IV` in `I`.
pub fn within(number: &str, section: &str) -> bool {
    let closed = section.ends_with(|c: char| c.is_ascii_digit());
    let rest = number.strip_prefix(section);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || closed && rest.starts_with(char::is_alphabetic))
}

/// Which of the numbers at the beginnings of lines are those of sections; `contents`: which lines are of a table of contents.
pub(super) fn sections(lines: &[&str], contents: &[bool]) -> Vec<Option<Label>> {
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
    let mut chain = Chain::new(Restarts::of(&labels, lines, contents));
    for (at, label) in labels.iter_mut().enumerate() {
        let Some(found) = label else {
            continue;
        };
        let title = found.rest(lines[at]).trim();
        let numbers = parts(found);
        let dotted = numbers.len() > 1;
        let fits = if found.named || !found.number.starts_with(|c: char| c.is_ascii_digit()) {
            // With a word going on it is a sentence about another section, as it is within one.
            !title.starts_with(|c: char| c.is_lowercase() || matches!(c, '(' | ',' | ';'))
                && !within_sentence(lines, at)
        } else if dotted {
            chain.dotted(&numbers, title)
        } else {
            chain.plain((at, numbers[0]), title, found.behind, next_dotted[at])
        };
        if fits && !contents[at] {
            chain.accept(found, numbers, title);
            found.number = chain.full(found);
        } else {
            *label = None;
        }
    }
    labels
}

/// Whether the line before goes on in this one.
fn within_sentence(lines: &[&str], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| lines[before].trim_end());
    before.chars().count() > 40 && before.ends_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::super::contents::contents;
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let lines: Vec<&str> = text.lines().collect();
        sections(&lines, &contents(&lines))
            .into_iter()
            .map(|label| label.map_or_else(String::new, |label| label.number))
            .collect()
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
