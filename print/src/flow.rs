//! Where everything stands: parts follow each other down the pages.

use crate::lines::{Line, Style, lines};
use crate::model::{Error, Paper, Part};
use crate::shape::Shaper;
use crate::tree::{Kind, Place, Tree};

/// From the edges of the sheet, in points.
const MARGIN: f32 = 36.0;
/// The foot of a page.
const FOOT: f32 = 30.0;
/// Height of a line, in sizes of its letters.
pub(crate) const LEADING: f32 = 1.36;

const TITLE: Style = Style { size: 17.0, strong: true };
const HEADING: Style = Style { size: 11.5, strong: true };
const TEXT: Style = Style { size: 8.5, strong: false };
const SMALL: Style = Style { size: 7.5, strong: false };

/// Something on a page.
pub(crate) struct Item {
    /// What it is of; none where a reader that sees nothing is not told of it again.
    pub(crate) of: Option<Place>,
    pub(crate) ink: Vec<Ink>,
}

/// What is drawn.
pub(crate) enum Ink {
    /// A line of text, which begins at the left, or ends there.
    Text { x: f32, base: f32, size: f32, line: Line, grey: bool },
    /// A filled rectangle: a tint where it is high, a rule where it is low.
    Fill { x: f32, y: f32, width: f32, height: f32, dark: bool },
}

/// A heading, to be jumped to.
pub(crate) struct Jump {
    pub(crate) title: String,
    pub(crate) page: usize,
    pub(crate) y: f32,
}

/// All pages.
pub(crate) struct Flow {
    pub(crate) sheet: (f32, f32),
    pub(crate) pages: Vec<Vec<Item>>,
    pub(crate) tree: Tree,
    pub(crate) jumps: Vec<Jump>,
}

/// Puts a paper on pages.
pub(crate) fn lay_out(paper: &Paper, shaper: &mut Shaper<'_>) -> Result<Flow, Error> {
    let sheet = paper.sheet.points();
    let flow = Flow { sheet, pages: vec![Vec::new()], tree: Tree::default(), jumps: Vec::new() };
    let mut filling = Filling { flow, y: MARGIN };
    filling.heading(shaper, &paper.title, 1);
    for line in &paper.made {
        filling.text(shaper, line, TEXT, true);
    }
    filling.y += 8.0;
    for part in &paper.parts {
        match part {
            Part::Heading(text) => filling.heading(shaper, text, 2),
            Part::Text(text) => {
                filling.text(shaper, text, TEXT, false);
                filling.y += 6.0;
            }
            Part::Table(table) => {
                filling.table(shaper, table)?;
                filling.y += 10.0;
            }
        }
    }
    let missing = shaper.missing();
    if !missing.is_empty() {
        let letters: Vec<String> = missing.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect();
        filling.text(shaper, &paper.words.missing.replace("{letters}", &letters.join(" ")), TEXT, false);
    }
    filling.feet(shaper, paper);
    Ok(filling.flow)
}

/// The pages so far, and how far down the last one is filled.
pub(crate) struct Filling {
    pub(crate) flow: Flow,
    pub(crate) y: f32,
}

impl Filling {
    pub(crate) const LEFT: f32 = MARGIN;

    pub(crate) fn width(&self) -> f32 {
        self.flow.sheet.0 - 2.0 * MARGIN
    }

    pub(crate) fn bottom(&self) -> f32 {
        self.flow.sheet.1 - MARGIN - FOOT
    }

    /// How much of an empty page can be filled.
    pub(crate) fn most(&self) -> f32 {
        self.bottom() - MARGIN
    }

    pub(crate) fn turn(&mut self) {
        self.flow.pages.push(Vec::new());
        self.y = MARGIN;
    }

    pub(crate) fn put(&mut self, of: Option<Place>, ink: Vec<Ink>) {
        if let Some(page) = self.flow.pages.last_mut() {
            page.push(Item { of, ink });
        }
    }

    fn heading(&mut self, shaper: &mut Shaper<'_>, text: &str, level: u16) {
        let style = if level == 1 { TITLE } else { HEADING };
        // A heading does not stand alone at the end of a page.
        if self.y + 72.0 > self.bottom() {
            self.turn();
        }
        if level > 1 {
            self.y += 8.0;
        }
        self.flow.jumps.push(Jump { title: text.to_owned(), page: self.flow.pages.len() - 1, y: self.y });
        self.block(shaper, text, style, false, Kind::Heading(level, text.to_owned()));
        self.y += 4.0;
    }

    fn text(&mut self, shaper: &mut Shaper<'_>, text: &str, style: Style, grey: bool) {
        self.block(shaper, text, style, grey, Kind::Text);
    }

    fn block(&mut self, shaper: &mut Shaper<'_>, text: &str, style: Style, grey: bool, kind: Kind) {
        let lines = lines(shaper, text, style, self.width());
        if lines.is_empty() {
            return;
        }
        let place = self.flow.tree.put(kind, None);
        let high = style.size * LEADING;
        for line in lines {
            if self.y + high > self.bottom() {
                self.turn();
            }
            let base = self.y + style.size * 1.03;
            self.put(Some(place), vec![Ink::Text { x: MARGIN, base, size: style.size, line, grey }]);
            self.y += high;
        }
    }

    /// The foot of every page, when it is known how many there are.
    fn feet(&mut self, shaper: &mut Shaper<'_>, paper: &Paper) {
        let (width, total) = (self.width(), self.flow.pages.len());
        let y = self.flow.sheet.1 - MARGIN - FOOT + 10.0;
        let high = SMALL.size * LEADING;
        for n in 0..total {
            let number = paper.words.page.replace("{n}", &(n + 1).to_string()).replace("{m}", &total.to_string());
            let mut ink = vec![Ink::Fill { x: MARGIN, y: y - 5.0, width, height: 0.5, dark: true }];
            let right = lines(shaper, &number, SMALL, width);
            let taken = right.first().map_or(0.0, |line| length(line, SMALL.size));
            for line in right {
                ink.push(Ink::Text {
                    x: MARGIN + width - taken,
                    base: y + SMALL.size,
                    size: SMALL.size,
                    line,
                    grey: true,
                });
            }
            // It stands on one line, in smaller letters where it has to.
            let mut style = SMALL;
            let mut rows = lines(shaper, &paper.foot, style, width - taken - 24.0);
            while rows.len() > 1 && style.size > 5.0 {
                style.size -= 0.25;
                rows = lines(shaper, &paper.foot, style, width - taken - 24.0);
            }
            for (row, line) in rows.into_iter().enumerate() {
                let base = y + SMALL.size + row as f32 * high;
                ink.push(Ink::Text { x: MARGIN, base, size: style.size, line, grey: true });
            }
            self.flow.pages[n].push(Item { of: None, ink });
        }
    }
}

fn length(line: &Line, size: f32) -> f32 {
    line.pieces.iter().map(|piece| piece.width).sum::<f32>() * size
}
