//! The files of a share, by the ways in which lists name them.

use std::collections::HashSet;

use crate::text::fold;

/// Names of the files of a share: with and without their ending, with and without their folders.
#[derive(Debug, Default)]
pub struct ShareNames(HashSet<String>);

/// A name in the form in which names are compared: folded, with `/`, without what a link puts before it.
fn unified(text: &str) -> String {
    let text = text.replace('\\', "/");
    fold(text.trim_start_matches("file:///").trim_start_matches("./"))
}

impl ShareNames {
    /// Of paths with `/`.
    pub fn of<'p>(paths: impl Iterator<Item = &'p str>) -> Self {
        let mut names = HashSet::new();
        for path in paths {
            let path = unified(path);
            let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
            for one in [path, name] {
                if let Some((stem, _)) = one.rsplit_once('.').filter(|(_, end)| !end.contains('/')) {
                    names.insert(stem.to_owned());
                }
                names.insert(one);
            }
        }
        Self(names)
    }

    /// Whether it is the path of one of them, or just its name.
    pub fn is_path(&self, path: &str) -> bool {
        self.0.contains(&unified(path))
    }

    /// Whether a text names one of them.
    pub fn has(&self, text: &str) -> bool {
        let text = unified(text);
        // A list may write a path from a folder above the one given.
        self.0.contains(&text)
            || text.rsplit_once('/').is_some_and(|(_, name)| name.contains('.') && self.0.contains(name))
    }
}
