//! Fields of Word whose value whoever opens the file works out anew: the number of a page, how many there are, today. What was
//! worked out last is stored with them and is no text of anybody's.

use quick_xml::events::Event;

use super::tables::xml::attribute;

const FIGURED: &[&str] = &["PAGE", "NUMPAGES", "SECTIONPAGES", "DATE", "TIME"];

/// The fields around what is being read.
#[derive(Default)]
pub(super) struct Figured {
    open: Vec<Field>,
    /// Within the words that say what a field is.
    says: bool,
}

struct Field {
    says: String,
    /// Its value has begun.
    value: bool,
}

impl Field {
    fn hides(&self) -> bool {
        let name = self.says.split_whitespace().next().unwrap_or_default();
        self.value && FIGURED.iter().any(|figured| figured.eq_ignore_ascii_case(name))
    }
}

impl Figured {
    /// Whether what is read is such a value.
    pub(super) fn within(&self) -> bool {
        self.open.iter().any(Field::hides)
    }

    /// The next of a part.
    pub(super) fn see(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(e) | Event::Empty(e) => match e.local_name().as_ref() {
                "fldChar" => match attribute(e, "fldCharType").unwrap_or_default().as_str() {
                    "begin" => self.open.push(Field { says: String::new(), value: false }),
                    "separate" => self.open.last_mut().into_iter().for_each(|field| field.value = true),
                    "end" => drop(self.open.pop()),
                    _ => {}
                },
                "fldSimple" if matches!(event, Event::Start(_)) => {
                    self.open.push(Field { says: attribute(e, "instr").unwrap_or_default(), value: true });
                }
                "instrText" => self.says = matches!(event, Event::Start(_)),
                _ => {}
            },
            Event::Text(text) if self.says => {
                if let Some(field) = self.open.last_mut() {
                    field.says.push_str(text);
                }
            }
            Event::End(e) => match e.local_name().as_ref() {
                "instrText" => self.says = false,
                "fldSimple" => drop(self.open.pop()),
                // None goes on in another paragraph: one without an end hides nothing behind it.
                "p" => self.open.retain(|field| !field.hides()),
                _ => {}
            },
            _ => {}
        }
    }
}
