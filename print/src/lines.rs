//! Text becomes lines of a width, broken where the rules of Unicode allow it; a word that is wider is broken where it must
//! be. Nothing is cut.

use std::rc::Rc;

use unicode_bidi::{BidiInfo, Level};
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

use crate::faces::FaceId;
use crate::shape::{Shaped, Shaper};

/// A line: its pieces from left to right.
#[derive(Debug, Default)]
pub(crate) struct Line {
    pub(crate) pieces: Vec<Rc<Shaped>>,
}

/// How text is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    /// In points.
    pub(crate) size: f32,
    pub(crate) strong: bool,
}

/// A piece with its place in the order of directions.
struct Token {
    shaped: Rc<Shaped>,
    level: Level,
}

/// Breaks a text into lines of a width in points. An empty text has none.
pub(crate) fn lines(shaper: &mut Shaper<'_>, text: &str, style: Style, width: f32) -> Vec<Line> {
    let clean: String = text.trim_end().chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
    let mut out = Vec::new();
    for paragraph in clean.split('\n').filter(|_| !clean.is_empty()) {
        let bidi = BidiInfo::new(paragraph, None);
        let base = bidi.paragraphs.first().map_or_else(Level::ltr, |p| p.level);
        let mut filling = Filling { base, most: width / style.size, line: Vec::new(), width: 0.0, out: Vec::new() };
        let mut begin = 0;
        for (end, kind) in linebreaks(paragraph) {
            let tokens = tokens(shaper, paragraph, begin..end, &bidi.levels, style.strong);
            if !filling.put(tokens) {
                for (at, cluster) in paragraph[begin..end].grapheme_indices(true) {
                    let range = begin + at..begin + at + cluster.len();
                    for token in self::tokens(shaper, paragraph, range, &bidi.levels, style.strong) {
                        filling.force(token);
                    }
                }
            }
            // Its end is one, too, and needs no line after it.
            if kind == BreakOpportunity::Mandatory && end < paragraph.len() {
                filling.end();
            }
            begin = end;
        }
        filling.end();
        out.append(&mut filling.out);
    }
    out
}

/// The widest part of a text that is not to be broken, in points.
pub(crate) fn widest(shaper: &mut Shaper<'_>, text: &str, style: Style) -> f32 {
    let mut most: f32 = 0.0;
    let mut begin = 0;
    for (end, _) in linebreaks(text) {
        let part = text[begin..end].trim_end();
        let levels = vec![Level::ltr(); part.len()];
        let width: f32 =
            tokens(shaper, part, 0..part.len(), &levels, style.strong).iter().map(|t| t.shaped.width).sum();
        most = most.max(width);
        begin = end;
    }
    most * style.size
}

/// A line that is being filled; lengths in ems.
struct Filling {
    base: Level,
    most: f32,
    line: Vec<Token>,
    width: f32,
    out: Vec<Line>,
}

impl Filling {
    /// Puts what may not be broken on this line or the next; not where it is wider than any.
    fn put(&mut self, tokens: Vec<Token>) -> bool {
        let whole: f32 = tokens.iter().map(|t| t.shaped.width).sum();
        let seen = whole - tokens.last().map_or(0.0, |t| t.shaped.blank);
        if seen > self.most {
            return false;
        }
        if self.width + seen > self.most {
            self.end();
        }
        self.width += whole;
        self.line.extend(tokens);
        true
    }

    /// The same for a single letter, which stands even where it is wider than the line.
    fn force(&mut self, token: Token) {
        let whole = token.shaped.width;
        if self.width + whole > self.most && !self.line.is_empty() {
            self.end();
        }
        self.width += whole;
        self.line.push(token);
    }

    fn end(&mut self) {
        let tokens = std::mem::take(&mut self.line);
        self.width = 0.0;
        let levels: Vec<Level> = tokens.iter().map(|t| t.level).collect();
        let order = if levels.iter().all(|l| *l == self.base) && self.base.is_ltr() {
            (0..tokens.len()).collect()
        } else {
            BidiInfo::reorder_visual(&levels)
        };
        self.out.push(Line { pieces: order.into_iter().map(|n| Rc::clone(&tokens[n].shaped)).collect() });
    }
}

/// The pieces of a part of a paragraph: each in one font and one direction.
fn tokens(
    shaper: &mut Shaper<'_>,
    paragraph: &str,
    range: std::ops::Range<usize>,
    levels: &[Level],
    strong: bool,
) -> Vec<Token> {
    let mut out = Vec::new();
    let mut begun: Option<(usize, FaceId, Level)> = None;
    for (at, c) in paragraph[range.clone()].char_indices() {
        let at = range.start + at;
        let level = levels[at];
        let before = begun.map(|(_, face, _)| face);
        let Some(face) = shaper.face_of(c, strong, before) else {
            push(shaper, paragraph, begun.take(), at, &mut out);
            out.push(Token { shaped: shaper.number(c, strong), level });
            continue;
        };
        if begun.is_some_and(|(_, other, there)| (other, there) != (face, level)) {
            push(shaper, paragraph, begun.take(), at, &mut out);
        }
        begun.get_or_insert((at, face, level));
    }
    push(shaper, paragraph, begun, range.end, &mut out);
    out
}

fn push(
    shaper: &mut Shaper<'_>,
    paragraph: &str,
    begun: Option<(usize, FaceId, Level)>,
    end: usize,
    out: &mut Vec<Token>,
) {
    if let Some((begin, face, level)) = begun {
        out.push(Token { shaped: shaper.shape(&paragraph[begin..end], face, level.is_rtl()), level });
    }
}
