//! Separated text: the separator is the one by which most rows have the same number of fields, unless the first line says it.

use super::model::{Cell, Row, Table, Tables};

const SEPARATORS: [u8; 6] = [b',', b';', b'\t', b'|', b'^', b'~'];
/// Lines looked at to find the separator.
const LOOKED_AT: usize = 200;

/// Reads a text. What no separator parts is a table of one column.
pub(super) fn read(text: &str) -> Tables {
    let (said, rest, above) = match text.split_once('\n') {
        Some((first, rest)) if says_separator(first).is_some() => (says_separator(first), rest, 1),
        _ => (None, text, 0),
    };
    let separator = said.or_else(|| separator(rest)).unwrap_or(b',');
    let mut out = Tables::default();
    let mut table = Table::default();
    for (line, fields) in records(rest, separator) {
        let mut row = Row { place: line + above, ..Row::default() };
        let room = fields.into_iter().enumerate().all(|(column, field)| out.put(&mut row, column, cell(field)));
        if !row.cells.is_empty() {
            table.rows.push(row);
        }
        if !room {
            break;
        }
    }
    out.tables.push(table);
    out
}

/// Excel's own first line: `sep=;`.
fn says_separator(line: &str) -> Option<u8> {
    let sign = line.trim_end_matches('\r').trim_matches('"').strip_prefix("sep=")?;
    sign.bytes().next().filter(|_| sign.len() == 1)
}

fn cell(field: String) -> Cell {
    // A formula that some programs write so that a number stays a text.
    let text = field.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).map(str::to_owned).unwrap_or(field);
    let serial = text.trim().parse::<u32>().ok().filter(|n| (20_000..80_000).contains(n));
    Cell { day: serial.and_then(|n| super::formats::day(f64::from(n), false)), ..Cell::of(text) }
}

/// The records with the line in which each begins.
fn records(text: &str, separator: u8) -> impl Iterator<Item = (usize, Vec<String>)> {
    let reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let (mut line, mut seen) = (1, 0);
    reader.into_records().map_while(Result::ok).map(move |record| {
        let from = record.position().map_or(seen, |p| p.byte() as usize).clamp(seen, text.len());
        // Empty lines before a record are passed over together with it.
        let blank = text.as_bytes()[from..].iter().take_while(|b| matches!(b, b'\n' | b'\r')).count();
        line += text.get(seen..from + blank).map_or(0, |passed| passed.matches('\n').count());
        seen = from + blank;
        (line, record.iter().map(str::to_owned).collect())
    })
}

fn separator(text: &str) -> Option<u8> {
    let end = text.match_indices('\n').nth(LOOKED_AT).map_or(text.len(), |(at, _)| at);
    let head = &text[..end];
    let scored = SEPARATORS.into_iter().map(|sign| {
        let mut counts: Vec<usize> = records(head, sign).map(|(_, fields)| fields.len()).collect();
        counts.sort_unstable();
        let runs = counts.chunk_by(|a, b| a == b).filter(|run| run[0] > 1);
        let best = runs.map(|run| run.len() * (run[0] - 1)).max().unwrap_or_default();
        (best, sign)
    });
    // Of equals the earlier one in the list, which is the commoner.
    scored.rev().max_by_key(|(score, _)| *score).filter(|(score, _)| *score > 0).map(|(_, sign)| sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str) -> Vec<Vec<String>> {
        let table = read(text).tables.remove(0);
        table.rows.into_iter().map(|row| row.cells.into_iter().map(|cell| cell.text).collect()).collect()
    }

    #[test]
    fn the_separator_is_the_one_that_parts_the_rows_alike() {
        for sign in [",", ";", "\t", "|", "^", "~"] {
            let text = format!("No{sign}Title{sign}Clauses\n1{sign}\"A, b\"{sign}\"7.5; 8.4\"\n2{sign}C{sign}9.2\n");
            assert_eq!(fields(&text)[1], ["1", "A, b", "7.5; 8.4"], "{sign:?}");
        }
        assert_eq!(fields("sep=|\nA,B|C\n1,2|3\n"), [["A,B", "C"], ["1,2", "3"]]);
        assert_eq!(fields("List of, all documents\n\nNo;Title\n1;A\n2;B\n3;C, D\n")[2], ["1", "A"]);
    }

    #[test]
    fn a_row_keeps_its_line() {
        let table = read("No,Title\n\n1,\"two\nlines\"\n2,B\n").tables.remove(0);
        assert_eq!(table.rows.iter().map(|row| row.place).collect::<Vec<_>>(), [1, 3, 5]);
    }
}
