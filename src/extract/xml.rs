//! The words in the XML of office files.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::counted::Counted;
use super::figured::Figured;

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

/// What is no text: what was struck out or moved away, instructions of fields, data, the other form of the same drawing,
/// formulas and numbers of charts, how lists and indexes are made.
pub(super) fn silent(name: &str) -> bool {
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
            | "authors"
            | "f"
            | "script"
            | "scripts"
            | "rPh"
            | "styleSheet"
            | "attrName"
            // Where a drawing stands on its page.
            | "posOffset"
            | "align"
            | "pctPosHOffset"
            | "pctPosVOffset"
            | "pctWidth"
            | "pctHeight"
    )
}

/// What stands beside the flow.
pub(super) fn aside(name: &str) -> bool {
    matches!(name, "txbxContent" | "annotation" | "note-body" | "text-box")
}

/// What says whose a comment is and of when, before its first word: nothing but its end parts it from that.
pub(super) fn heads_comment(name: &str) -> bool {
    matches!(name, "creator" | "date" | "date-string" | "creator-initials" | "sender-initials")
}

/// Adds the words of some XML. Runs are joined without a blank, cells by a tab, paragraphs and rows by a line feed.
/// Nothing where it is no XML; what came before is kept.
pub(super) fn words(xml: &[u8], out: &mut String) -> Option<()> {
    numbered(xml, out, None)
}

/// The same with the numbers that Word counts by itself.
pub(super) fn numbered(xml: &[u8], out: &mut String, counted: Option<&mut Counted>) -> Option<()> {
    let mut flow = Flow::default();
    let read = read(xml, &mut flow, counted);
    out.push_str(&flow.text);
    if !flow.aside.is_empty() {
        out.push('\n');
        out.push_str(&flow.aside);
    }
    read
}

fn read(xml: &[u8], flow: &mut Flow, mut counted: Option<&mut Counted>) -> Option<()> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    let mut hushed = 0u32;
    let mut cells = 0u32;
    let mut pages = 0u32;
    let mut figured = Figured::default();
    loop {
        let event = reader.read_event_into(&mut buffer).ok()?;
        figured.see(&event);
        let hidden = hushed > 0 || figured.within();
        if let Some(counted) = counted.as_deref_mut() {
            let number = match &event {
                Event::Start(e) => counted.opens(e, false),
                Event::Empty(e) => counted.opens(e, true),
                Event::End(e) => counted.closes(e.local_name().as_ref()),
                _ => None,
            };
            if let Some(number) = number.filter(|_| !hidden) {
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
                name if silent(name) => hushed += 1,
                name if aside(name) => flow.asides += 1,
                "tc" | "table-cell" => cells += 1,
                "tab" => flow.at().push('\t'),
                "s" => flow.at().push(' '),
                "line-break" => flow.at().push('\n'),
                _ => {}
            },
            Event::Empty(e) => match e.local_name().as_ref() {
                "tab" | "ptab" | "table-cell" | "covered-table-cell" => flow.at().push('\t'),
                "br" | "cr" | "line-break" => flow.at().push('\n'),
                "noBreakHyphen" => flow.at().push('-'),
                "s" => flow.at().push(' '),
                _ => {}
            },
            Event::End(e) => match e.local_name().as_ref() {
                name if silent(name) => hushed = hushed.saturating_sub(1),
                name if aside(name) => {
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
                _ => {}
            },
            Event::Text(e) if !hidden => {
                let raw: &str = &e;
                // White space between elements is layout of the XML, not of the document.
                if !(raw.trim().is_empty() && raw.contains('\n')) {
                    flow.at().push_str(raw);
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
