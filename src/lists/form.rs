//! What columns mean as a text that is easily changed by hand: written with the reasons beside, read back with what a person
//! made of it. A line is `what = meaning`; `#` begins a remark.
//!
//! ```text
//! [master_list]
//! sheet = Register
//! row = 3
//! A = number            # Doc ID: name and cells; 59 cells: QP-01, QP-02
//!
//! [master_list status]
//! "OK" = effective      # 46
//! "frozen" = ?          # 1
//! ```

use std::fmt::Write as _;
use std::str::FromStr as _;

use super::chosen::{Chosen, ChosenLists, Hidden, Struck};
use super::meaning::{Meaning, name, particulars};
use super::propose::Why;
use super::refusals;
use super::view::Understood;
use crate::documents::DocumentKind;
use crate::error::Result;
use crate::questions::List;
use crate::words::{Header, InPlace, State};

const WIDTH: usize = 30;

fn why(why: Why) -> &'static str {
    match why {
        Why::Both => "name and cells agree",
        Why::Name => "its name; look once",
        Why::Cells => "its cells; look once",
        Why::Remembered => "as decided before",
        Why::Chosen => "as you say",
        Why::Nothing => "nothing speaks for a meaning",
        Why::Taken => "another column means this",
        Why::Against => "its cells are not what its name says",
        Why::Running => "it numbers the rows",
        Why::SomeDate => "days; which ones, nobody says",
        Why::SomeClauses => "numbers of clauses; of which standard, nobody says",
        Why::Foreign => "clauses of another standard than 9001, 20000-1 and 27001",
    }
}

fn cells(count: usize) -> String {
    format!("{count} {}", if count == 1 { "cell" } else { "cells" })
}

/// A word in quotes where it would be read as something else.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

fn line(out: &mut String, what: &str, meaning: &str, remark: &str) {
    let left = format!("{what} = {meaning}");
    let remark = remark.split_whitespace().collect::<Vec<_>>().join(" ");
    let _ = if remark.is_empty() { writeln!(out, "{left}") } else { writeln!(out, "{left:WIDTH$} # {remark}") };
}

/// Writes what lists seem to mean, for a person to change.
pub fn write_form(lists: &[(String, Understood)]) -> String {
    let mut out = String::from(
        "# What the columns of each list mean, as proposed. Change what stands behind \"=\", save the file,\n\
         # and name it with --columns. A line that is left out is proposed anew; not_used leaves a column out.\n",
    );
    for (file, read) in lists {
        let list = read.list.name();
        let meanings: Vec<&str> =
            particulars(read.list).iter().filter(|h| **h != Header::Clauses).map(|header| name(*header)).collect();
        let _ = writeln!(out, "\n[{list}]");
        let _ = writeln!(out, "# {file}: {} rows are read, {} are not", read.rows.len(), read.left_out.len());
        let _ = writeln!(out, "# Meanings: {}", meanings.join(", "));
        let _ = match read.list {
            List::StatementOfApplicability => writeln!(out, "#           not_used"),
            _ => writeln!(out, "#           clauses, clauses 9001, clauses 27001 A, clause 9001 8.5.1, not_used"),
        };
        line(&mut out, "sheet", &quoted(&read.sheet), &read.sheets.join(", "));
        line(&mut out, "row", &read.names_in.map_or(0, |(_, last)| last).to_string(), "the last row of names; 0: none");
        line(
            &mut out,
            "struck",
            if read.struck == Struck::Ask {
                "ask"
            } else if read.struck == Struck::Read {
                "read"
            } else {
                "leave_out"
            },
            "rows struck out: ask, leave_out, read",
        );
        line(
            &mut out,
            "hidden",
            if read.hidden == Hidden::LeaveOut { "leave_out" } else { "read" },
            "hidden rows: read, leave_out",
        );
        for column in read.columns.iter().filter(|column| column.filled > 0 || !column.name.is_empty()) {
            let order = column.order.map(|order| format!("; {}", order.replace('_', " "))).unwrap_or_default();
            let asks = match column.asks_standard {
                true if column.meaning == "clauses" => "; of which standard?",
                true => "; clauses of the text, or controls of Annex A?",
                false => "",
            };
            let samples = column.samples.join(", ");
            let remark =
                format!("{}: {}{order}{asks}; {}: {samples}", column.name, why(column.why), cells(column.filled));
            line(&mut out, &column.letters, &column.meaning, &remark);
        }
        for of in &read.words {
            let _ = writeln!(out, "\n[{list} {}]", of.under);
            let _ = writeln!(out, "# Meanings: {}", word_meanings(of.under).join(", "));
            for word in &of.words {
                let meaning = word.meaning.as_deref().unwrap_or("?");
                line(&mut out, &quoted(&word.words), meaning, &word.count.to_string());
            }
        }
    }
    out
}

/// What words under a particular may mean.
fn word_meanings(under: &str) -> Vec<&'static str> {
    if under == "status" {
        return State::ALL.iter().map(|(_, name)| *name).collect();
    }
    match under {
        "applies" => return vec!["yes", "no"],
        "reach" => return vec!["services", "assets", "both"],
        "in_place" => return InPlace::ALL.iter().map(|(_, name)| *name).collect(),
        _ => {}
    }
    DocumentKind::ALL.iter().map(|kind| kind.name()).collect()
}

/// Reads such a text.
///
/// # Errors
/// `columns_line_unreadable`, `columns_meaning_unknown`, each with the line.
pub fn read_form(text: &str) -> Result<ChosenLists> {
    let mut out = ChosenLists::new();
    let mut section: Option<(List, Option<String>)> = None;
    for (n, whole) in text.lines().enumerate() {
        let unreadable = || refusals::columns_line_unreadable(n + 1, whole.trim());
        let content = without_remark(whole.trim_start_matches('\u{feff}')).trim();
        if content.is_empty() {
            continue;
        }
        if let Some(head) = content.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            let (list, under) = head.split_once(' ').map_or((head, None), |(list, under)| (list, Some(under.trim())));
            let under = under.map(str::to_owned);
            if under
                .as_deref()
                .is_some_and(|under| !["status", "kind", "applies", "in_place", "reach"].contains(&under))
            {
                return Err(unreadable());
            }
            let list = List::parse(list).map_err(|_| unreadable())?;
            out.entry(list).or_default();
            section = Some((list, under));
            continue;
        }
        let (what, meaning) = parts(content).ok_or_else(unreadable)?;
        let (list, under) = section.as_ref().ok_or_else(unreadable)?;
        let chosen = out.entry(*list).or_default();
        let unknown = || refusals::columns_meaning_unknown(n + 1, &meaning);
        match under {
            Some(under) if meaning == "?" => {
                chosen.words.entry(under.clone()).or_default().remove(&what);
            }
            Some(under) => {
                if !word_meanings(under).contains(&meaning.as_str()) {
                    return Err(unknown());
                }
                chosen.words.entry(under.clone()).or_default().insert(what, meaning);
            }
            None => of_list(chosen, *list, &what, &meaning).ok_or_else(unknown)?,
        }
    }
    Ok(out)
}

fn of_list(chosen: &mut Chosen, list: List, what: &str, meaning: &str) -> Option<()> {
    match what {
        "sheet" => chosen.sheet = Some(meaning.to_owned()).filter(|sheet| !sheet.is_empty()),
        "row" => chosen.row = Some(meaning.parse().ok()?),
        "struck" => {
            chosen.struck = Some(match meaning {
                "ask" => Struck::Ask,
                "leave_out" => Struck::LeaveOut,
                "read" => Struck::Read,
                _ => return None,
            });
        }
        "hidden" => {
            chosen.leave_hidden = Some([("read", false), ("leave_out", true)].iter().find(|(n, _)| *n == meaning)?.1);
        }
        letters if letters.bytes().all(|b| b.is_ascii_uppercase()) && (1..=3).contains(&letters.len()) => {
            let known = Meaning::from_str(meaning).ok().filter(|meaning| meaning.fits(list))?;
            chosen.columns.insert(letters.to_owned(), known.to_string());
        }
        _ => return None,
    }
    Some(())
}

/// A line without its remark: `#` within quotes begins none.
fn without_remark(line: &str) -> &str {
    let (mut quotes, mut escaped) = (false, false);
    for (at, c) in line.char_indices() {
        match c {
            '\\' if quotes && !escaped => {
                escaped = true;
                continue;
            }
            '"' if !escaped => quotes = !quotes,
            '#' if !quotes => return &line[..at],
            _ => {}
        }
        escaped = false;
    }
    line
}

/// What stands before and behind the sign, each with or without quotes.
fn parts(line: &str) -> Option<(String, String)> {
    let mut read = serde_json::Deserializer::from_str(line).into_iter::<String>();
    let (what, rest) = if line.starts_with('"') {
        let what = read.next()?.ok()?;
        (what, line.get(read.byte_offset()..)?.trim_start().strip_prefix('=')?)
    } else {
        let (what, rest) = line.split_once('=')?;
        (what.trim().to_owned(), rest)
    };
    let rest = rest.trim();
    let meaning = if rest.starts_with('"') { serde_json::from_str(rest).ok()? } else { rest.to_owned() };
    Some((what, meaning))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_changed_by_hand_is_read_as_it_is_meant() {
        let text = "# remark\n[master_list]\nsheet = \"A # B\"\nrow=3 # names\nA = number\nF = clauses 27001 A\nG = not_used\n\
                    struck = leave_out\n[master_list status]\n\"OK = \\\"ok\\\"\" = effective # 46\nfrozen = ?\nwip = draft\n";
        let chosen = read_form(text).unwrap().remove(&List::MasterList).unwrap();
        assert_eq!(
            (chosen.sheet.as_deref(), chosen.row, chosen.struck),
            (Some("A # B"), Some(3), Some(Struck::LeaveOut))
        );
        assert_eq!(chosen.columns["F"], "clauses 27001 A");
        let words: Vec<(&str, &str)> = chosen.words["status"].iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(words, [("OK = \"ok\"", "effective"), ("wip", "draft")], "what is not decided stays so");
    }

    #[test]
    fn a_line_that_means_nothing_is_named() {
        for (text, line) in [
            ("A = number", 1),
            ("[master_list]\nA number", 2),
            ("[master_list]\nA = whatever", 2),
            ("[evidence_index]\nA = number", 2),
            ("[master_list]\nrow = three", 2),
            ("[master_list status]\n\"OK\" = policy", 2),
            ("[somewhere]", 1),
        ] {
            let refused = read_form(text).unwrap_err();
            assert_eq!(refused.value("line").map(str::to_owned), Some(line.to_string()), "{text}");
        }
    }
}
