//! Which of a few named things a name or a text speaks of: whole words only, the longest match first.

use std::collections::BTreeSet;

/// Letters up to which a name is a word only in its own case: IT is a site where it is one, not the word it.
const SHORT: usize = 3;

/// Which of these things a text names, by their places in the list. Each has its names, such as code and name; signs
/// between words do not count, and what a longer name covers is not looked at again. A single letter is no name.
pub fn named_in(text: &str, things: &[Vec<String>]) -> BTreeSet<usize> {
    let text = words(text);
    let mut names: Vec<(usize, Vec<String>)> = things
        .iter()
        .enumerate()
        .flat_map(|(n, names)| names.iter().map(move |name| (n, words(name))))
        .filter(|(_, name)| name.iter().map(|word| word.chars().count()).sum::<usize>() > 1)
        .collect();
    names.sort_by_key(|(_, name)| std::cmp::Reverse((name.len(), name.concat().len())));
    let mut taken = vec![false; text.len()];
    let mut out = BTreeSet::new();
    for (n, name) in &names {
        let mut at = 0;
        while at + name.len() <= text.len() {
            let here = at..at + name.len();
            if !taken[here.clone()].contains(&true) && same(&text[here.clone()], name) {
                out.insert(*n);
                // Two things may bear the same name: both are named then.
                let twins = names.iter().filter(|(_, other)| same(&text[here.clone()], other));
                out.extend(twins.map(|(n, _)| *n));
                taken[here.clone()].fill(true);
                at = here.end;
            } else {
                at += 1;
            }
        }
    }
    out
}

fn words(text: &str) -> Vec<String> {
    let words = crate::text::nfc(text);
    words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn same(text: &[String], name: &[String]) -> bool {
    let short = name.len() == 1 && name[0].chars().count() <= SHORT;
    text.len() == name.len()
        && text.iter().zip(name).all(|(a, b)| if short { a == b } else { crate::text::fold(a) == crate::text::fold(b) })
}
