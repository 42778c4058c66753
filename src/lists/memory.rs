//! What was decided for earlier lists: the columns of a list of the same shape, and the user's own words in any other.

use std::collections::{BTreeMap, HashMap};

use super::meaning::Meaning;
use super::propose::Own;
use crate::questions::{ColumnsRead, List};
use crate::text::fold;

/// What earlier lists were decided to mean.
#[derive(Debug, Default)]
pub struct Memory {
    shapes: BTreeMap<(List, String), ColumnsRead>,
    own: BTreeMap<List, Own>,
    words: HashMap<(String, String), String>,
}

impl Memory {
    /// Of all that was kept, the oldest first.
    pub fn of(kept: Vec<ColumnsRead>) -> Self {
        let mut out = Self::default();
        for read in kept {
            let own = out.own.entry(read.list).or_default();
            for column in &read.columns {
                if let Ok(meaning) = column.meaning.parse::<Meaning>()
                    && meaning != Meaning::Unused
                {
                    own.insert(fold(&column.name), meaning);
                }
            }
            for word in &read.words {
                out.words.insert((word.under.clone(), fold(&word.words)), word.meaning.clone());
            }
            out.shapes.insert((read.list, read.shape.clone()), read);
        }
        out
    }

    /// What was decided for a list of this shape.
    pub(super) fn shape(&self, list: List, shape: &str) -> Option<&ColumnsRead> {
        self.shapes.get(&(list, shape.to_owned()))
    }

    /// What names of columns were decided to mean in lists of this kind.
    pub(super) fn own(&self, list: List) -> Own {
        self.own.get(&list).cloned().unwrap_or_default()
    }

    /// What a word was decided to mean.
    pub(super) fn word(&self, under: &str, words: &str) -> Option<&str> {
        self.words.get(&(under.to_owned(), fold(words))).map(String::as_str)
    }
}

/// By what lists of the same make are known: the names of their columns, in their order.
pub(super) fn shape(names: &[String]) -> String {
    let mut names: Vec<String> = names.iter().map(|name| fold(name)).collect();
    while names.last().is_some_and(String::is_empty) {
        names.pop();
    }
    names.join(" | ")
}
