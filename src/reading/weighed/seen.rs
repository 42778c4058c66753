//! A file as it speaks for itself: its name, its control table, and the folders above it.

use crate::extract::Extracted;
use crate::reading::control::control_table;
use crate::reading::names::{FileName, file_name_in, stem};
use crate::reading::running::without_version;
use crate::reading::scheme::Scheme;
use crate::reading::titles::{of_another, title_for, title_of, without_number};
use crate::reading::values::Control;

/// A file with what it says of itself.
#[derive(Clone)]
pub struct Seen<'a> {
    /// Its path in the share.
    pub path: &'a str,
    /// The folders above it from the top of the file system on.
    pub folders: &'a str,
    /// What was read of it.
    pub found: &'a Extracted,
    /// What its name says.
    pub name: FileName,
    /// Its control table.
    pub control: Option<Control>,
}

impl<'a> Seen<'a> {
    /// Reads a file's name and control table; a table that is an example in a text about others is none. `listed` finds the
    /// number of a list with which a name begins.
    pub fn of(
        path: &'a str,
        folders: &'a str,
        found: &'a Extracted,
        scheme: &Scheme,
        listed: impl Fn(&str) -> Option<(usize, String)>,
    ) -> Self {
        let mut name = file_name_in(path.rsplit('/').next().unwrap_or(path), scheme, listed);
        // What all of a folder are called names none of them.
        if let Some(title) = title_for(found, &name).filter(|_| name.number.is_none()) {
            name.title = title;
        }
        let example = |control: &Control| control.title.as_ref().is_some_and(|title| of_another(title, found, &name));
        let control = control_table(found).filter(|control| !example(control));
        Self { path, folders, found, name, control }
    }

    /// Its own number: of the control table, else of its name.
    pub fn number(&self) -> Option<&str> {
        self.control.as_ref().and_then(|c| c.number.as_deref()).or(self.name.number.as_deref())
    }

    /// Its own version: a name that says one is surer than a line.
    pub fn version(&self) -> Option<&str> {
        version_of(&self.name, self.control.as_ref())
    }

    /// Its own title, where no list says one: of the control table, of its heading, else of its name, without number and
    /// version; the number where nothing else is left.
    pub fn title(&self) -> String {
        let stated = self.control.as_ref().and_then(|control| control.title.as_deref());
        let title = stated.map(|title| without_version(title).to_owned());
        let title = title.or_else(|| title_of(self.found, &self.name)).unwrap_or_else(|| self.name.title.clone());
        let bare = bare_title(&title, self.number());
        if bare.contains(char::is_alphanumeric) { bare } else { stem(self.path) }
    }
}

/// The version of a file by its name and its control table.
pub fn version_of<'a>(name: &'a FileName, control: Option<&'a Control>) -> Option<&'a str> {
    let surer = control.filter(|c| !c.version_in_line || name.version.is_none());
    surer.and_then(|c| c.version.as_deref()).or(name.version.as_deref())
}

/// A title without the number before it, or the digits that are its end: `0050 Contacts` of `BCM-0050`. Itself where nothing
/// would be left.
pub fn bare_title(title: &str, number: Option<&str>) -> String {
    let bare = without_serial(without_number(title, number), number);
    if bare.contains(char::is_alphanumeric) { bare } else { title.to_owned() }
}

fn without_serial(title: String, number: Option<&str>) -> String {
    let digits = title.bytes().take_while(u8::is_ascii_digit).count();
    let (serial, rest) = title.split_at(digits);
    let of_number = digits > 1 && number.is_some_and(|number| number.ends_with(serial));
    if of_number && rest.starts_with([' ', '_', '-']) {
        rest.trim_start_matches([' ', '_', '-']).to_owned()
    } else {
        title
    }
}
