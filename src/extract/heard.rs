//! What in the XML of office files is text, by the names of its elements. Whatever else stands in them says where something
//! stands, how large it is, by which formula it is worked out, or is a name of a style: nobody reads it.

use quick_xml::events::BytesStart;

use super::tables::xml::attribute;

/// Whose names they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Word, Excel and PowerPoint of 2007 and later.
    Office,
    /// OpenDocument.
    Open,
}

/// Where in a part something is read.
#[derive(Debug)]
pub(super) struct Heard {
    form: Form,
    spoken: u32,
    hushed: u32,
    /// The last words that stand for a picture: some say them twice.
    instead: String,
    /// What a list to choose from has, and which of it is chosen.
    choices: Vec<String>,
    chosen: Option<usize>,
}

/// What is no text although text stands in it: what was struck out or moved away, instructions of fields, data, the other form of the
/// same drawing, numbers of charts, how something is pronounced.
fn silent(name: &str) -> bool {
    matches!(
        name,
        "del"
            | "moveFrom"
            | "delText"
            | "instrText"
            | "binData"
            | "Fallback"
            | "tracked-changes"
            | "binary-data"
            | "numCache"
            | "numLit"
            | "numDim"
            | "script"
            | "scripts"
            | "rPh"
    )
}

impl Heard {
    pub(super) fn new(form: Form) -> Self {
        Self { form, spoken: 0, hushed: 0, instead: String::new(), choices: Vec::new(), chosen: None }
    }

    /// What holds text.
    fn speaks(&self, name: &str) -> bool {
        match self.form {
            // A run, a value or a point of a chart, a comment.
            Form::Office => matches!(name, "t" | "v" | "pt" | "text"),
            Form::Open => {
                matches!(name, "p" | "h" | "math" | "header-decl" | "footer-decl" | "date-time-decl")
                    || heads_comment(name)
                    || stands_for_picture(name)
            }
        }
    }

    /// An element begins.
    pub(super) fn opens(&mut self, name: &str) {
        self.hushed += u32::from(silent(name));
        self.spoken += u32::from(self.speaks(name));
    }

    /// An element ends.
    pub(super) fn closes(&mut self, name: &str) {
        self.hushed = self.hushed.saturating_sub(u32::from(silent(name)));
        self.spoken = self.spoken.saturating_sub(u32::from(self.speaks(name)));
    }

    /// What stands beside the flow: notes, boxes, how a word is pronounced, words for a picture.
    pub(super) fn aside(&self, name: &str) -> bool {
        matches!(name, "txbxContent" | "annotation" | "note-body" | "text-box" | "rt" | "ruby-text")
            || self.form == Form::Open && stands_for_picture(name)
    }

    /// Whether what stands here is text.
    pub(super) fn text(&self) -> bool {
        self.hushed == 0 && self.spoken > 0
    }

    /// Whether what stands here was struck out, or is said elsewhere too.
    pub(super) fn hushed(&self) -> bool {
        self.hushed > 0
    }

    /// What an element shows or says of what it shows, in its attributes: words for a picture, letters along a line, what a control
    /// of a form is called and what was filled in.
    pub(super) fn said(&mut self, e: &BytesStart<'_>) -> Vec<String> {
        if self.hushed > 0 {
            return Vec::new();
        }
        let all = |names: &[&str]| names.iter().filter_map(|name| attribute(e, name)).collect::<Vec<_>>();
        let name = e.local_name();
        let mut said = match (self.form, name.as_ref()) {
            (Form::Office, "docPr" | "cNvPr") => all(&["title", "descr"]),
            (Form::Office, "shape" | "rect" | "image") => all(&["alt"]),
            (Form::Office, "textpath") => all(&["string"]),
            (Form::Open, "option") if e.name().as_ref() == "form:option" => {
                let chosen = attribute(e, "current-selected").or_else(|| attribute(e, "selected"));
                if chosen.as_deref() == Some("true") { all(&["label"]) } else { Vec::new() }
            }
            (Form::Open, "password" | "hidden" | "item") => Vec::new(),
            (Form::Open, _) if e.name().as_ref().starts_with("form:") => {
                let mut said = all(&["label"]);
                // What was filled in, else what stood there before.
                let filled = attribute(e, "current-value").or_else(|| attribute(e, "value"));
                let shown = matches!(
                    name.as_ref(),
                    "text" | "textarea" | "formatted-text" | "number" | "date" | "time" | "combobox" | "value-range"
                );
                said.extend(filled.filter(|_| shown));
                said
            }
            _ => Vec::new(),
        };
        said.retain(|words| !words.trim().is_empty() && *words != self.instead);
        if let Some(last) = said.last() {
            self.instead.clone_from(last);
        }
        said
    }

    /// The list from which somebody chose in a form of Word; once it ends, what was chosen.
    pub(super) fn chosen(&mut self, opens: Option<&BytesStart<'_>>, closes: &str) -> Option<String> {
        if let Some(e) = opens {
            let value = || attribute(e, "val").unwrap_or_default();
            match e.local_name().as_ref() {
                "ddList" => (self.choices, self.chosen) = (Vec::new(), None),
                "result" => self.chosen = value().parse().ok(),
                "default" => self.chosen = self.chosen.or_else(|| value().parse().ok()),
                "listEntry" => self.choices.push(value()),
                _ => {}
            }
        }
        if closes != "ddList" {
            return None;
        }
        let chosen = self.chosen.take().unwrap_or(0);
        std::mem::take(&mut self.choices).into_iter().nth(chosen).filter(|_| self.hushed == 0)
    }
}

/// The title and the description of a picture.
fn stands_for_picture(name: &str) -> bool {
    matches!(name, "title" | "desc")
}

/// What says whose a comment is and of when, before its first word: nothing but its end parts it from that.
pub(super) fn heads_comment(name: &str) -> bool {
    matches!(name, "creator" | "date" | "date-string" | "creator-initials" | "sender-initials")
}
