//! Tables on pages: the header is repeated, a row stands on one page unless it is higher than any.

use std::collections::HashSet;

use crate::flow::{Filling, Ink, LEADING};
use crate::lines::{Line, Style, lines, widest};
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
        let widths = fitting(&shares, &needed(shaper, table, titles, &shares));
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

/// The width that each column needs for its words and dates to stay whole, at the most twice its share.
fn needed(shaper: &mut Shaper<'_>, table: &Table, titles: &[Cell], shares: &[f32]) -> Vec<f32> {
    let mut needed = vec![0.0_f32; shares.len()];
    for (column, need) in needed.iter_mut().enumerate() {
        let mut seen = HashSet::new();
        for cell in std::iter::once(&titles[column]).chain(table.rows.iter().map(|row| &row[column])) {
            if seen.insert((&cell.text, cell.strong)) {
                let style = Style { size: SIZE, strong: cell.strong };
                *need = need.max(widest(shaper, &cell.text, style) + 2.0 * BESIDE + 0.1);
            }
        }
        *need = need.min(2.0 * shares[column]);
    }
    needed
}

/// The shares of a width, but no less than what is needed: what one column needs more, those with room to spare give. Where
/// they have not enough for all, those that need least come first.
fn fitting(shares: &[f32], needed: &[f32]) -> Vec<f32> {
    let spare: f32 = shares.iter().zip(needed).map(|(share, need)| (share - need).max(0.0)).sum();
    let mut wanting: Vec<usize> = (0..shares.len()).filter(|n| needed[*n] > shares[*n]).collect();
    wanting.sort_by(|a, b| (needed[*a] - shares[*a]).total_cmp(&(needed[*b] - shares[*b])));
    let (mut widths, mut given) = (shares.to_vec(), 0.0);
    for column in wanting {
        let more = needed[column] - shares[column];
        if given + more <= spare {
            widths[column] = needed[column];
            given += more;
        }
    }
    for column in (0..shares.len()).filter(|n| needed[*n] < shares[*n]) {
        widths[column] -= (shares[column] - needed[column]) * given / spare;
    }
    widths
}

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
