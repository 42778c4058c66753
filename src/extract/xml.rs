//! The words in the XML of office files.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::counted::Counted;
use super::figured::Figured;
use super::heard::{Form, Heard, heads_comment};
use super::model::BROKEN;

/// Where text that stands beside the flow is put: notes, comments, text boxes. It follows the flow, so that a sentence is
/// not cut in two by the note in its middle.
#[derive(Default)]
struct Flow {
    text: String,
    aside: String,
    asides: u32,
}

impl Flow {
    fn at(&mut self) -> &mut String {
        if self.asides > 0 { &mut self.aside } else { &mut self.text }
    }
}

/// Adds the words of some XML. Runs are joined without a blank, cells by a tab, paragraphs and rows by a line feed.
/// Nothing where it is no XML; what came before is kept.
pub(super) fn words(xml: &[u8], form: Form, out: &mut String) -> Option<()> {
    numbered(xml, form, out, None)
}

/// The same with the numbers that Word counts by itself.
pub(super) fn numbered(xml: &[u8], form: Form, out: &mut String, counted: Option<&mut Counted>) -> Option<()> {
    let mut flow = Flow::default();
    let read = read(xml, form, &mut flow, counted);
    out.push_str(&flow.text);
    if !flow.aside.is_empty() {
        out.push('\n');
        out.push_str(&flow.aside);
    }
    read
}

fn read(xml: &[u8], form: Form, flow: &mut Flow, mut counted: Option<&mut Counted>) -> Option<()> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    let mut heard = Heard::new(form);
    let mut cells = 0u32;
    let mut pages = 0u32;
    let mut figured = Figured::default();
    loop {
        let event = reader.read_event_into(&mut buffer).ok()?;
        figured.see(&event);
        let (opens, closes) = match &event {
            Event::Start(e) => {
                heard.opens(e.local_name().as_ref());
                (Some(e), None)
            }
            Event::Empty(e) => (Some(e), Some(e.local_name())),
            Event::End(e) => {
                heard.closes(e.local_name().as_ref());
                (None, Some(e.local_name()))
            }
            _ => (None, None),
        };
        let hidden = !heard.text() || figured.within();
        if let Some(e) = opens {
            for said in heard.said(e) {
                flow.aside.push_str(&said);
                flow.aside.push('\n');
            }
        }
        if let Some(chosen) = heard.chosen(opens, closes.as_ref().map_or("", |name| name.as_ref())) {
            flow.at().push_str(&chosen);
        }
        if let Some(counted) = counted.as_deref_mut() {
            let number = match &event {
                Event::Start(e) => counted.opens(e, false),
                Event::Empty(e) => counted.opens(e, true),
                Event::End(e) => counted.closes(e.local_name().as_ref()),
                _ => None,
            };
            if let Some(number) = number.filter(|_| !heard.hushed() && !figured.within()) {
                flow.at().push_str(&number);
                flow.at().push(' ');
            }
        }
        match event {
            Event::Start(e) => match e.local_name().as_ref() {
                // A slide; slides are parted by form feeds.
                "page" if e.name().as_ref() == "draw:page" => {
                    if pages > 0 {
                        flow.text.push('\x0c');
                    }
                    pages += 1;
                }
                name if heard.aside(name) => flow.asides += 1,
                "tc" | "table-cell" => cells += 1,
                "tab" => flow.at().push('\t'),
                "s" => flow.at().push(' '),
                "br" | "line-break" => flow.at().push_str(BROKEN),
                _ => {}
            },
            Event::Empty(e) => match e.local_name().as_ref() {
                "tab" | "ptab" | "table-cell" | "covered-table-cell" => flow.at().push('\t'),
                "br" | "cr" | "line-break" => flow.at().push_str(BROKEN),
                "noBreakHyphen" => flow.at().push('-'),
                "s" => flow.at().push(' '),
                _ => {}
            },
            Event::End(e) => match e.local_name().as_ref() {
                name if heard.aside(name) => {
                    flow.at().push('\n');
                    flow.asides = flow.asides.saturating_sub(1);
                }
                name if flow.asides > 0 && heads_comment(name) => flow.at().push(' '),
                "p" | "h" | "v" | "si" | "text" => {
                    let in_cell = cells > 0 && flow.asides == 0;
                    flow.at().push(if in_cell { ' ' } else { '\n' });
                }
                "tc" | "table-cell" => {
                    cells = cells.saturating_sub(1);
                    flow.at().push('\t');
                }
                "tr" | "table-row" => flow.at().push('\n'),
                // Above the line of a fraction.
                "num" if form == Form::Office => flow.at().push('/'),
                _ => {}
            },
            Event::Text(e) if !hidden => {
                let raw: &str = &e;
                match form {
                    Form::Open => collapsed(raw, flow.at()),
                    // White space between elements is layout of the XML, not of the document.
                    Form::Office if raw.trim().is_empty() && raw.contains('\n') => {}
                    Form::Office => flow.at().push_str(raw),
                }
            }
            Event::GeneralRef(e) if !hidden => {
                if let Ok(Some(c)) = e.resolve_char_ref() {
                    flow.at().push(c);
                } else if let Some(known) = quick_xml::escape::resolve_predefined_entity(&e) {
                    flow.at().push_str(known);
                }
            }
            Event::CData(e) if !hidden => flow.at().push_str(&e),
            Event::Eof => return Some(()),
            _ => {}
        }
        buffer.clear();
    }
}

/// Adds text of OpenDocument: however much white space stands somewhere in a paragraph, a line's end too, it is one blank.
pub(super) fn collapsed(text: &str, into: &mut String) {
    for c in text.chars() {
        if !matches!(c, ' ' | '\t' | '\r' | '\n') {
            into.push(c);
        } else if !into.is_empty() && !into.ends_with(char::is_whitespace) {
            into.push(' ');
        }
    }
}
