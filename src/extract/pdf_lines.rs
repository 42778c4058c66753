//! Letters of a PDF put together into words and lines, by where they stand: at any angle, in whatever order they are drawn.

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

use super::pdf_leftward;

/// A gap of so many heights of a letter parts a line into pieces.
const WIDE: f64 = 0.8;

/// A letter that is smaller than so much of the one beside it belongs to no word of it: not even a note's number is that small.
const SMALL: f64 = 0.3;

/// So many directions of lines are told apart on a page.
const WAYS: usize = 16;

/// What a page holds, as it is drawn.
#[derive(Default)]
pub(super) struct Lines {
    pieces: Vec<Piece>,
    last: Option<Letter>,
    /// A new string begins: only then words are parted by where they stand.
    begins: bool,
    /// How many of the pictures of letters say which letter they are, and how many do not.
    known: usize,
    unknown: usize,
}

/// Words of a line without a wide gap between them.
#[derive(Debug, Clone, Default)]
pub(super) struct Piece {
    pub(super) text: String,
    /// Where it begins and ends along the lines of its page, and how high it stands.
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    /// The height of its first letter.
    pub(super) size: f64,
    /// It runs as most of its page does; what does not has no place here.
    pub(super) level: bool,
    /// It stands in the line of the piece before it.
    pub(super) goes_on: bool,
    along: (f64, f64),
    start: (f64, f64),
    end: (f64, f64),
}

/// The letter drawn last.
struct Letter {
    /// Where its line of writing goes on, and in which direction.
    start: (f64, f64),
    end: (f64, f64),
    along: (f64, f64),
    /// Its height.
    size: f64,
    text: String,
}

/// How the next letter stands to the one before it.
enum Joint {
    /// In the same word.
    Word,
    /// In another one of the same line.
    Blank,
    /// In the same line, behind a wide gap.
    Gap,
    /// In another line.
    Line,
    /// It is the same once more, as letters are made bold.
    Again,
}

impl Lines {
    /// Whether most of what is drawn says no letter, though some of it does: one of several fonts names its own.
    pub(super) fn mostly_unknown(&self) -> bool {
        const SOME: usize = 12;
        self.unknown >= SOME && self.unknown > self.known
    }

    /// The pieces, with their places as a reader has them who holds the page so that most of it can be read.
    pub(super) fn into_pieces(mut self) -> Vec<Piece> {
        let mut ways: Vec<((f64, f64), usize)> = Vec::new();
        for piece in &self.pieces {
            if let Some((_, letters)) = ways.iter_mut().find(|(way, _)| same_way(*way, piece.along)) {
                *letters += piece.text.len();
            } else if ways.len() < WAYS {
                ways.push((piece.along, piece.text.len()));
            }
        }
        let (x, y) = ways.into_iter().max_by_key(|(_, letters)| *letters).map_or((1.0, 0.0), |(way, _)| way);
        for piece in &mut self.pieces {
            piece.left = piece.start.0 * x + piece.start.1 * y;
            piece.right = piece.end.0 * x + piece.end.1 * y;
            piece.base = piece.start.1 * x - piece.start.0 * y;
            piece.level = piece.size > 0.0 && same_way((x, y), piece.along);
            if pdf_leftward::is_leftward(&piece.text) {
                piece.text = pdf_leftward::as_written(&piece.text);
            }
        }
        self.pieces
    }

    /// Letters go on where the last stand.
    fn say(&mut self, text: &str) {
        if self.pieces.is_empty() {
            self.pieces.push(Piece::default());
        }
        if let Some(piece) = self.pieces.last_mut() {
            piece.text.push_str(text);
        }
    }

    fn begin(&mut self, letter: &Letter, goes_on: bool) {
        let (along, start, end, size) = (letter.along, letter.start, letter.end, letter.size);
        self.pieces.push(Piece { size, goes_on, along, start, end, ..Piece::default() });
    }
}

fn same_way(one: (f64, f64), other: (f64, f64)) -> bool {
    one.0 * other.0 + one.1 * other.1 > 0.99
}

impl Letter {
    /// Nothing where a letter has no size or stands nowhere.
    fn at(place: &Transform, width: f64, size: f64, text: &str) -> Option<Self> {
        let stretch = place.m11.hypot(place.m12);
        let height = place.m21.hypot(place.m22) * size.abs();
        let along = (place.m11 / stretch, place.m12 / stretch);
        let advance = width * size * stretch;
        let start = (place.m31, place.m32);
        let end = (start.0 + along.0 * advance, start.1 + along.1 * advance);
        let sound = [end.0, end.1, along.0, along.1, height].iter().all(|number| number.is_finite()) && height > 0.0;
        sound.then(|| Self { start, end, along, size: height, text: text.to_owned() })
    }

    fn joint(&self, next: &Self) -> Joint {
        let turned = !same_way(self.along, next.along);
        let size = self.size.max(next.size);
        let step = (next.start.0 - self.end.0, next.start.1 - self.end.1);
        let ahead = step.0 * self.along.0 + step.1 * self.along.1;
        let aside = (step.1 * self.along.0 - step.0 * self.along.1).abs();
        let moved = (next.start.0 - self.start.0).hypot(next.start.1 - self.start.1);
        if moved < 0.1 * size && next.text == self.text {
            Joint::Again
        } else if turned || aside > 0.6 * size || ahead < -0.6 * size {
            Joint::Line
        } else if ahead > WIDE * size {
            Joint::Gap
        } else if ahead > 0.1 * size || self.size.min(next.size) < SMALL * size {
            Joint::Blank
        } else {
            Joint::Word
        }
    }
}

impl OutputDev for Lines {
    fn begin_page(&mut self, _: u32, _: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _spacing: f64,
        size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        if text.chars().all(|c| c.is_control() || matches!(c, '\u{fffd}' | '\u{e000}'..='\u{f8ff}')) {
            self.unknown += 1;
        } else if !text.trim().is_empty() {
            self.known += 1;
        }
        let reversed: String;
        let text = if text.chars().nth(1).is_some() && pdf_leftward::is_leftward(text) {
            // Several letters drawn as one: they are turned once more with their line.
            reversed = text.chars().rev().collect();
            &reversed
        } else {
            text
        };
        let Some(letter) = Letter::at(place, width, size, text) else {
            self.say(text);
            return Ok(());
        };
        let joint = match &self.last {
            Some(last) if self.begins => last.joint(&letter),
            Some(_) => Joint::Word,
            None => Joint::Line,
        };
        self.begins = false;
        match joint {
            Joint::Again => return Ok(()),
            Joint::Line => self.begin(&letter, false),
            Joint::Gap => self.begin(&letter, true),
            Joint::Blank => self.say(" "),
            Joint::Word => {}
        }
        self.say(text);
        if let Some(piece) = self.pieces.last_mut() {
            piece.end = letter.end;
        }
        self.last = Some(letter);
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        self.begins = true;
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
