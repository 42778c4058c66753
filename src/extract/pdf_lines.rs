//! Letters of a PDF put together into words and lines, by where they stand: at any angle, in whatever order they are drawn.

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// The text of a page, as it is drawn.
#[derive(Default)]
pub(super) struct Lines {
    text: String,
    last: Option<Letter>,
    /// A new string begins: only then words are parted by where they stand.
    begins: bool,
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
    /// In another line.
    Line,
    /// It is the same once more, as letters are made bold.
    Again,
}

impl Lines {
    pub(super) fn into_text(self) -> String {
        self.text
    }
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
        let turned = self.along.0 * next.along.0 + self.along.1 * next.along.1 < 0.99;
        let size = self.size.max(next.size);
        let step = (next.start.0 - self.end.0, next.start.1 - self.end.1);
        let ahead = step.0 * self.along.0 + step.1 * self.along.1;
        let aside = (step.1 * self.along.0 - step.0 * self.along.1).abs();
        let moved = (next.start.0 - self.start.0).hypot(next.start.1 - self.start.1);
        if moved < 0.1 * size && next.text == self.text {
            Joint::Again
        } else if turned || aside > 0.6 * size || ahead < -0.6 * size {
            Joint::Line
        } else if ahead > 0.1 * size {
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
        let Some(letter) = Letter::at(place, width, size, text) else {
            self.text.push_str(text);
            return Ok(());
        };
        let joint = match &self.last {
            Some(last) if self.begins => last.joint(&letter),
            _ => Joint::Word,
        };
        self.begins = false;
        match joint {
            Joint::Again => return Ok(()),
            Joint::Line => self.text.push('\n'),
            Joint::Blank => self.text.push(' '),
            Joint::Word => {}
        }
        self.text.push_str(text);
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
