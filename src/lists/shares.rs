//! The files of a share, by the ways in which lists name them.

use std::collections::HashSet;

use crate::text::fold;

/// Names of the files of a share: with and without their ending, with and without their folders.
#[derive(Debug, Default)]
pub struct ShareNames {
    files: HashSet<String>,
    folders: HashSet<String>,
}

/// A name in the form in which names are compared: folded, with `/`, without what a link puts before it.
fn unified(text: &str) -> String {
    let text = text.replace('\\', "/");
    fold(text.trim_start_matches("file:///").trim_start_matches("./"))
}

impl ShareNames {
    /// Of paths with `/`.
    pub fn of<'p>(paths: impl Iterator<Item = &'p str>) -> Self {
        let (mut names, mut folders) = (HashSet::new(), HashSet::new());
        for path in paths {
            let path = unified(path);
            let above = path.match_indices('/').map(|(at, _)| path[..at].to_owned());
            folders.extend(above.filter(|folder| !folder.is_empty()));
            let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
            for one in [path, name] {
                if let Some((stem, _)) = one.rsplit_once('.').filter(|(_, end)| !end.contains('/')) {
                    names.insert(stem.to_owned());
                }
                names.insert(one);
            }
        }
        Self { files: names, folders }
    }

    /// Whether it is the path of one of them, or just its name.
    pub fn is_path(&self, path: &str) -> bool {
        self.files.contains(&unified(path))
    }

    /// Whether a text names one of them.
    pub fn has(&self, text: &str) -> bool {
        let text = unified(text);
        // A list may write a path from a folder above the one given.
        self.files.contains(&text)
            || text.rsplit_once('/').is_some_and(|(_, name)| name.contains('.') && self.files.contains(name))
    }

    /// Whether it is the path of a folder of the share.
    pub fn is_folder(&self, path: &str) -> bool {
        self.folders.contains(unified(path).trim_end_matches('/'))
    }

    /// The files that a cell names, where it names several: one a line, or with semicolons between. Nothing where it is one.
    pub fn several(&self, text: &str) -> Option<Vec<String>> {
        if self.has(text) {
            return None;
        }
        let parts = |separators: &[char]| -> Vec<String> {
            let parts = text.split(|c| separators.contains(&c)).map(str::trim).filter(|part| !part.is_empty());
            parts.map(str::to_owned).collect()
        };
        [&['\n'][..], &[';', '\n']].into_iter().map(parts).find(|parts| {
            parts.len() > 1
                && parts.iter().any(|part| self.has(part))
                && !parts.iter().any(|part| part.contains(';') && !self.has(part))
        })
    }
}
