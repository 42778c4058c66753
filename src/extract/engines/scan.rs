//! Pages of a PDF that are pictures: each is drawn and read by itself, and one that was not read stays named.

use std::sync::LazyLock;

use regex::Regex;

use super::super::model::{Media, Unread, Unsearchable};
use super::super::sniff;
use super::pictures;
use super::read::{Read, TIME};
use crate::contained::{COPY, Containment, Errand, Failed, Gives, Tool};

/// So many pages of a file are read; those behind them are named.
pub(super) const MOST_PAGES: usize = 40;
/// After so many that took too long no more are tried.
const PATIENCE: usize = 2;

/// The number of a page that was not read, from 1, the first one of several; nothing for what is attached.
pub(super) fn page_of(part: &Unread) -> Option<usize> {
    let (number, of) = part.name.split_once(" / ")?;
    of.parse::<usize>().ok()?;
    number.split('–').next()?.parse().ok().filter(|number| *number > 0)
}

/// What draws the pages of a file.
pub(super) struct Drawer<'a> {
    pub(super) tool: &'a Tool,
    pub(super) bytes: &'a [u8],
    pub(super) contained: &'a Containment,
}

impl Drawer<'_> {
    /// How many pages there are, as it complains where one behind the last is asked for.
    pub(super) fn pages(&self) -> Option<usize> {
        static LAST: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"last page \((\d+)\)").ok());
        let args = ["-f", "1000000", "-l", "1000000", "-r", "1", COPY];
        let errand = Errand { gives: Gives::Complaints, ..Errand::printed(&self.tool.program, &args, TIME) };
        let said = self.contained.program(&errand, self.bytes).ok()?;
        let said = String::from_utf8_lossy(&said);
        LAST.as_ref()?.captures(&said)?.get(1)?.as_str().parse().ok()
    }

    /// A page as a picture: as fine as letters need it, and not larger than a picture may be.
    fn page(&self, number: usize) -> Result<Vec<u8>, Failed> {
        self.drawn(number, &["-r", "200", "-png"], is_picture).or_else(|first| {
            let smaller = self.drawn(number, &["-scale-to", "3000", "-png"], is_picture);
            smaller.map_err(|_| first)
        })
    }

    /// Whether nothing is on a page but the colour of the paper.
    pub(super) fn is_blank(&self, number: usize) -> bool {
        let small = self.drawn(number, &["-scale-to", "400"], |drawn| grey(drawn).is_some());
        small.is_ok_and(|drawn| grey(&drawn).is_some_and(is_one_colour))
    }

    fn drawn(&self, number: usize, how: &[&str], fits: fn(&[u8]) -> bool) -> Result<Vec<u8>, Failed> {
        let number = number.to_string();
        let args = [&["-q", "-gray", "-f", &number, "-l", &number][..], how, &[COPY]].concat();
        let drawn = self.contained.program(&Errand::printed(&self.tool.program, &args, TIME), self.bytes)?;
        Some(drawn).filter(|drawn| fits(drawn)).ok_or(Failed::OutOfForm)
    }
}

fn is_picture(drawn: &[u8]) -> bool {
    sniff::media(drawn) == Media::Image
}

/// The grey of a picture that is nothing but that (`P5`): behind its width, its height and the brightest a byte for each point.
fn grey(drawn: &[u8]) -> Option<&[u8]> {
    let mut rest = drawn.strip_prefix(b"P5")?;
    for _ in 0..3 {
        rest = rest.trim_ascii_start();
        rest = &rest[rest.iter().position(|b| !b.is_ascii_digit())?..];
    }
    rest.get(1..).filter(|points| !points.is_empty())
}

/// Dust and the shadow of an edge are no writing.
fn is_one_colour(points: &[u8]) -> bool {
    let mut counts = [0usize; 256];
    for point in points {
        counts[usize::from(*point)] += 1;
    }
    let paper = counts.iter().enumerate().max_by_key(|(_, count)| **count).map_or(255, |(grey, _)| grey);
    let other: usize = counts.iter().enumerate().filter(|(grey, _)| grey.abs_diff(paper) > 48).map(|(_, n)| n).sum();
    other * 2_000 < points.len()
}

/// What reads pictures of pages.
pub(super) struct Scanner<'a> {
    pub(super) drawer: &'a Drawer<'a>,
    pub(super) reader: &'a Tool,
}

impl Scanner<'_> {
    /// Reads the pages among some parts; those that were read, or are blank, are taken out, and the others say why they were
    /// not.
    pub(super) fn read(&self, unread: &mut Vec<Unread>) -> Vec<(usize, Read)> {
        let (mut read, mut done, mut slow, mut tried) = (Vec::new(), Vec::new(), 0, 0);
        for part in unread.iter_mut() {
            let Some(number) = page_of(part) else { continue };
            tried += 1;
            let said = match (tried > MOST_PAGES, slow >= PATIENCE) {
                (true, _) => Err(Unsearchable::TooLarge),
                (_, true) => Err(Unsearchable::TookTooLong),
                _ => self.page(number),
            };
            match said {
                Ok(said) => {
                    done.push(number);
                    read.extend(said.map(|said| (number, said)));
                }
                Err(Unsearchable::ImageOnly) => {}
                Err(problem) => {
                    slow += usize::from(problem == Unsearchable::TookTooLong);
                    part.problem = problem;
                }
            }
        }
        unread.retain(|part| page_of(part).is_none_or(|page| !done.contains(&page)));
        behind_the_limit(unread);
        read
    }

    /// What a page says, nothing where it is blank.
    fn page(&self, number: usize) -> Result<Option<Read>, Unsearchable> {
        let picture = self.drawer.page(number).map_err(|failed| match failed {
            Failed::TooSlow => Unsearchable::TookTooLong,
            _ => Unsearchable::ImageOnly,
        })?;
        match pictures::read(self.reader, &picture, self.drawer.contained)? {
            None if !self.drawer.is_blank(number) => Err(Unsearchable::ImageOnly),
            said => Ok(said),
        }
    }
}

/// The pages behind the limit as one part: from the first to the last.
fn behind_the_limit(unread: &mut Vec<Unread>) {
    let behind = |part: &Unread| part.problem == Unsearchable::TooLarge && page_of(part).is_some();
    let pages: Vec<usize> = unread.iter().filter(|part| behind(part)).filter_map(page_of).collect();
    let (Some(first), Some(last)) = (pages.first(), pages.last()) else { return };
    let at = unread.iter().position(behind).unwrap_or_default();
    if let Some(of) = unread[at].name.rsplit(" / ").next().filter(|_| first < last) {
        let name = format!("{first}–{last} / {of}");
        unread.retain(|part| !behind(part));
        unread.insert(at, Unread { name, problem: Unsearchable::TooLarge, content: None });
    }
}
