//! Tables on pages: the header is repeated, a row stands on one page unless it is higher than any.

use std::collections::HashMap;

use crate::flow::{Filling, Ink, LEADING};
use crate::lines::{Line, Style, Widths, lines, widths};
use crate::model::{Cell, Error, Table};
use crate::shape::Shaper;
use crate::tree::{Kind, Place};

const SIZE: f32 = 7.5;
const HIGH: f32 = SIZE * LEADING;
/// Left and right of a cell's text, and above and below it.
const BESIDE: f32 = 3.0;
const ABOVE: f32 = 2.5;

/// A cell's place in the tree, where it begins, and its lines.
struct Column {
    of: Option<Place>,
    x: f32,
    lines: std::vec::IntoIter<Line>,
}

/// How wide the columns of a table are, and where they begin.
struct Grid {
    begins: Vec<f32>,
    widths: Vec<f32>,
}

impl Grid {
    fn new(shaper: &mut Shaper<'_>, table: &Table, titles: &[Cell], width: f32) -> Result<Self, Error> {
        let columns = table.columns.len();
        let total: f32 = table.columns.iter().map(|c| c.share).sum();
        if columns == 0 || table.columns.iter().any(|c| !c.share.is_finite() || c.share <= 0.0) {
            return Err(Error::Table { columns, cells: columns });
        }
        if let Some(row) = table.rows.iter().find(|row| row.len() != columns) {
            return Err(Error::Table { columns, cells: row.len() });
        }
        let shares: Vec<f32> = table.columns.iter().map(|c| width * c.share / total).collect();
        let widths = {
            let (asked, lines) = asked(shaper, table, titles, &shares);
            fitting(width, &shares, &asked, &lines)
        };
        let begins = widths
            .iter()
            .scan(Filling::LEFT, |x, width| {
                let begin = *x;
                *x += width;
                Some(begin)
            })
            .collect();
        Ok(Self { begins, widths })
    }

    fn cells(&self, shaper: &mut Shaper<'_>, cells: &[Cell]) -> Vec<Vec<Line>> {
        let style = |cell: &Cell| Style { size: SIZE, strong: cell.strong };
        let inner = |width: &f32| width - 2.0 * BESIDE;
        cells.iter().zip(&self.widths).map(|(cell, w)| lines(shaper, &cell.text, style(cell), inner(w))).collect()
    }
}

/// What a column asks for, in points.
#[derive(Debug, Clone, Copy, Default)]
struct Asked {
    /// So much where long words are parted.
    least: f32,
    /// So much for its words and dates to stay whole.
    whole: f32,
    /// So much for its widest cell to stand on one line.
    line: f32,
}

/// So many rows are looked at to find out how wide columns best are.
const ROWS: usize = 240;

/// What each column asks for, words at the most twice its share; and how wide the cells of some rows are on one line.
fn asked(shaper: &mut Shaper<'_>, table: &Table, titles: &[Cell], shares: &[f32]) -> (Vec<Asked>, Vec<Vec<f32>>) {
    let every = table.rows.len().div_ceil(ROWS).max(1);
    let mut lines = vec![vec![0.0; shares.len()]; table.rows.len().div_ceil(every)];
    let mut out = Vec::with_capacity(shares.len());
    for (column, share) in shares.iter().enumerate() {
        let mut one = Asked::default();
        let mut of = |cell: &'_ Cell, one: &mut Asked, known: &mut HashMap<(String, bool), Widths>| {
            let style = Style { size: SIZE, strong: cell.strong };
            let key = (cell.text.clone(), cell.strong);
            let of = *known.entry(key).or_insert_with(|| widths(shaper, &cell.text, style));
            (one.least, one.whole, one.line) = (one.least.max(of.part), one.whole.max(of.word), one.line.max(of.line));
            of.line
        };
        let mut seen = HashMap::new();
        of(&titles[column], &mut one, &mut seen);
        for (at, row) in table.rows.iter().enumerate() {
            let line = of(&row[column], &mut one, &mut seen);
            if at % every == 0 {
                lines[at / every][column] = line;
            }
        }
        let room = |asked: f32| asked + 2.0 * BESIDE + 0.1;
        one.whole = room(one.whole).min(2.0 * share);
        one.least = room(one.least).min(one.whole);
        one.line = room(one.line).max(one.whole);
        out.push(one);
    }
    (out, lines)
}

/// The widths of columns. Where all stands on one line, what is left goes by their shares; else words stay whole as far as they
/// can, and what is left goes, a little at a time, where it makes the rows lower.
fn fitting(width: f32, shares: &[f32], asked: &[Asked], lines: &[Vec<f32>]) -> Vec<f32> {
    let sum = |of: &dyn Fn(&Asked) -> f32| asked.iter().map(of).sum::<f32>();
    let (least, whole, line) = (sum(&|a| a.least), sum(&|a| a.whole), sum(&|a| a.line));
    if line <= width {
        let (left, all) = (width - line, shares.iter().sum::<f32>());
        return asked.iter().zip(shares).map(|(a, share)| a.line + left * share / all).collect();
    }
    if least >= width {
        return asked.iter().map(|a| a.least * width / least).collect();
    }
    let mut out: Vec<f32> = asked.iter().map(|a| if whole <= width { a.whole } else { a.least }).collect();
    let step = (width - out.iter().sum::<f32>()) / STEPS as f32;
    for _ in 0..STEPS {
        let high = |line: f32, column: usize, out: &[f32]| line / (out[column] - 2.0 * BESIDE).max(1.0);
        let mut more = vec![0.0_f32; out.len()];
        for row in lines {
            let highest = (0..out.len()).max_by(|a, b| high(row[*a], *a, &out).total_cmp(&high(row[*b], *b, &out)));
            if let Some(column) = highest.filter(|column| high(row[*column], *column, &out) > 1.0) {
                more[column] += high(row[column], column, &out) * step / out[column];
            }
        }
        let best = (0..out.len()).max_by(|a, b| more[*a].total_cmp(&more[*b]));
        match best.filter(|column| more[*column] > 0.0) {
            Some(column) => out[column] += step,
            None => out.iter_mut().zip(shares).for_each(|(out, share)| *out += step * share / width),
        }
    }
    out
}

/// In so many steps what is left is given away.
const STEPS: usize = 48;

fn height(cells: &[Vec<Line>]) -> f32 {
    cells.iter().map(Vec::len).max().unwrap_or(0).max(1) as f32 * HIGH + 2.0 * ABOVE
}

impl Filling {
    /// Puts a table down the pages.
    pub(crate) fn table(&mut self, shaper: &mut Shaper<'_>, table: &Table) -> Result<(), Error> {
        let titles: Vec<Cell> = table.columns.iter().map(|c| Cell { text: c.title.clone(), strong: true }).collect();
        let grid = Grid::new(shaper, table, &titles, self.width())?;
        let place = self.flow.tree.put(Kind::Table, None);
        let head = self.flow.tree.put(Kind::Head, Some(place));
        let head_row = self.flow.tree.put(Kind::Row, Some(head));
        let head_height = height(&grid.cells(shaper, &titles));
        if self.y + head_height + 2.0 * HIGH + 2.0 * ABOVE > self.bottom() {
            self.turn();
        }
        let tags = titles.iter().map(|_| Some(self.flow.tree.put(Kind::HeadCell, Some(head_row)))).collect();
        self.head(shaper, &grid, &titles, tags);
        if table.rows.is_empty() {
            return Ok(());
        }
        let body = self.flow.tree.put(Kind::Body, Some(place));
        for row in &table.rows {
            let row_place = self.flow.tree.put(Kind::Row, Some(body));
            let tags = row.iter().map(|_| Some(self.flow.tree.put(Kind::Cell, Some(row_place)))).collect();
            let cells = grid.cells(shaper, row);
            let mut left = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
            let whole = height(&cells);
            let mut columns = columns(&grid, tags, cells);
            if self.y + whole > self.bottom() && whole + head_height <= self.most() {
                self.turn_with(shaper, &grid, &titles);
            }
            while left > 0 {
                let room = ((self.bottom() - self.y - 2.0 * ABOVE) / HIGH).floor().max(0.0) as usize;
                if room == 0 && self.y > head_height + Filling::LEFT {
                    self.turn_with(shaper, &grid, &titles);
                    continue;
                }
                // One line stands on a page even where its header leaves no room.
                let now = left.min(room.max(1));
                self.row(&mut columns, now, false);
                left -= now;
                if left > 0 {
                    self.turn_with(shaper, &grid, &titles);
                }
            }
        }
        Ok(())
    }

    /// The next page, on which the header stands for the eyes alone.
    fn turn_with(&mut self, shaper: &mut Shaper<'_>, grid: &Grid, titles: &[Cell]) {
        self.turn();
        self.head(shaper, grid, titles, vec![None; titles.len()]);
    }

    fn head(&mut self, shaper: &mut Shaper<'_>, grid: &Grid, titles: &[Cell], tags: Vec<Option<Place>>) {
        let cells = grid.cells(shaper, titles);
        let most = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let fill = Ink::Fill { x: Self::LEFT, y: self.y, width: self.width(), height: height(&cells), dark: false };
        self.put(None, vec![fill]);
        self.row(&mut columns(grid, tags, cells), most, true);
    }

    /// So many lines of each cell, and the rule under them.
    fn row(&mut self, columns: &mut [Column], count: usize, head: bool) {
        for column in columns {
            let mut ink = Vec::new();
            for (n, line) in column.lines.by_ref().take(count).enumerate() {
                let base = self.y + ABOVE + SIZE * 1.03 + n as f32 * HIGH;
                ink.push(Ink::Text { x: column.x, base, size: SIZE, line, grey: false });
            }
            self.put(column.of, ink);
        }
        self.y += count as f32 * HIGH + 2.0 * ABOVE;
        let (x, y, width) = (Self::LEFT, self.y - 0.25, self.width());
        self.put(None, vec![Ink::Fill { x, y, width, height: 0.5, dark: head }]);
    }
}

fn columns(grid: &Grid, tags: Vec<Option<Place>>, cells: Vec<Vec<Line>>) -> Vec<Column> {
    let begins = grid.begins.iter().map(|x| x + BESIDE);
    let column = |((of, lines), x): ((Option<Place>, Vec<Line>), f32)| Column { of, x, lines: lines.into_iter() };
    tags.into_iter().zip(cells).zip(begins).map(column).collect()
}
