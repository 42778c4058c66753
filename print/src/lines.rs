//! Text becomes lines of a width, broken where the rules of Unicode allow it; a word that is wider is broken where it must
//! be. Nothing is cut.

use std::ops::Range;
use std::rc::Rc;

use unicode_bidi::{BidiInfo, Level};
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

use crate::faces::FaceId;
use crate::hyphens::{Place, places};
use crate::shape::{Shaped, Shaper};

/// What is left of a word may stand on one line where it has fewer bytes.
const SHORT: usize = 600;

/// A word narrower than this, in ems, is not parted to find out how narrow its column may be.
const NARROW: f32 = 6.0;

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
                filling.part(shaper, paragraph, begin..end, &bidi.levels, style.strong);
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

/// How wide a text is, in points.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Widths {
    /// Its widest part that is not to be broken.
    pub(crate) word: f32,
    /// Its widest part where words are parted as well.
    pub(crate) part: f32,
    /// Its widest line, where nothing is broken.
    pub(crate) line: f32,
}

/// How wide a text is.
pub(crate) fn widths(shaper: &mut Shaper<'_>, text: &str, style: Style) -> Widths {
    let mut out = Widths::default();
    for line in text.split('\n') {
        let (mut begin, mut all) = (0, 0.0);
        for (end, _) in linebreaks(line) {
            let word = line[begin..end].trim_end();
            let levels = vec![Level::ltr(); line.len()];
            let mut of = |part: &str| -> f32 {
                tokens(shaper, part, 0..part.len(), &levels, style.strong).iter().map(|t| t.shaped.width).sum()
            };
            let whole = of(word);
            let mut from = 0;
            let parted = if whole > NARROW && word.contains(char::is_alphabetic) { places(word) } else { Vec::new() };
            for place in parted.into_iter().map(|place| place.at).chain([word.len()]) {
                out.part = out.part.max(of(&word[from..place]) + if place < word.len() { of("-") } else { 0.0 });
                from = place;
            }
            out.word = out.word.max(whole);
            all += of(&line[begin..end]);
            begin = end;
        }
        out.line = out.line.max(all);
    }
    Widths { word: out.word * style.size, part: out.part * style.size, line: out.line * style.size }
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

    /// Parts a word that is wider than any line, with a hyphen where syllables end; where there are none, between letters.
    fn part(&mut self, shaper: &mut Shaper<'_>, paragraph: &str, word: Range<usize>, levels: &[Level], strong: bool) {
        let mut from = word.start;
        let places = places(&paragraph[word.clone()]);
        if !self.line.is_empty() {
            self.end();
        }
        while from < word.end {
            let mut fits = None;
            for place in places.iter().copied().filter(|place| word.start + place.at > from) {
                let mut part = tokens(shaper, paragraph, from..word.start + place.at, levels, strong);
                if place.hyphen {
                    part.extend(tokens(shaper, "-", 0..1, &[levels[from]], strong));
                }
                if part.iter().map(|t| t.shaped.width).sum::<f32>() > self.most {
                    break;
                }
                fits = Some((word.start + place.at, part));
            }
            if word.end - from < SHORT {
                let rest = tokens(shaper, paragraph, from..word.end, levels, strong);
                let blank = rest.last().map_or(0.0, |t| t.shaped.blank);
                if rest.iter().map(|t| t.shaped.width).sum::<f32>() - blank <= self.most {
                    self.put(rest);
                    return;
                }
            }
            let Some((at, part)) = fits else {
                self.letters(shaper, paragraph, from..next(&places, word.start, from, word.end), levels, strong);
                from = next(&places, word.start, from, word.end);
                continue;
            };
            self.put(part);
            self.end();
            from = at;
        }
    }

    /// Letter by letter, since not even a syllable has room; none stands alone on the last line.
    fn letters(
        &mut self,
        shaper: &mut Shaper<'_>,
        paragraph: &str,
        part: Range<usize>,
        levels: &[Level],
        strong: bool,
    ) {
        let clusters: Vec<Vec<Token>> = paragraph[part.clone()]
            .grapheme_indices(true)
            .map(|(at, cluster)| {
                tokens(shaper, paragraph, part.start + at..part.start + at + cluster.len(), levels, strong)
            })
            .collect();
        let widths: Vec<f32> = clusters.iter().map(|c| c.iter().map(|t| t.shaped.width).sum()).collect();
        for (n, cluster) in clusters.into_iter().enumerate() {
            // The last but one goes on with the last where that has no room beside it.
            let last = (n + 2 == widths.len()).then(|| widths[n + 1]);
            if last.is_some_and(|last| self.line.len() > 2 && self.width + widths[n] + last > self.most) {
                self.end();
            }
            for token in cluster {
                self.force(token);
            }
        }
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

/// Where the next place is, else the end.
fn next(places: &[Place], start: usize, from: usize, end: usize) -> usize {
    places.iter().map(|place| start + place.at).find(|at| *at > from).unwrap_or(end)
}

/// The pieces of a part of a paragraph: each in one font and one direction.
fn tokens(shaper: &mut Shaper<'_>, paragraph: &str, range: Range<usize>, levels: &[Level], strong: bool) -> Vec<Token> {
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
