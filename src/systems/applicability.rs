//! What a scope statement says does not apply: clauses and controls, each with its reason. A line of it names them at its
//! beginning: `8.3: nothing is developed`, `7.1.5, 8.5.3 Property belonging to customers – …`.

use super::refusals;
use crate::error::Result;
use crate::standards::{Clause, ClauseRef, EditionId, Exclusions, catalogue};

/// A clause or control that is stated as not applicable, with everything below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exclusion {
    /// The clause or control.
    pub reference: ClauseRef,
    /// Why it does not apply.
    pub reason: String,
}

/// What lines of a scope statement exclude from an edition. One word in place of a line, such as `none`, excludes nothing.
///
/// # Errors
/// `invalid_value` for a line that names no clause, a letter of one, or no reason, and for two reasons for one clause;
/// `unknown_clause`; `refused` for what has to apply.
pub fn exclusions(edition: &EditionId, lines: &[String]) -> Result<Vec<Exclusion>> {
    let mut out: Vec<Exclusion> = Vec::new();
    for line in lines.iter().flat_map(|line| each(line)).filter(|line| !says_none(line)) {
        for exclusion in excluded(edition, line)? {
            match out.iter().find(|known| known.reference == exclusion.reference) {
                Some(known) if known.reason != exclusion.reason => {
                    return Err(refusals::scope_exclusion_twice(&exclusion.reference.clause));
                }
                Some(_) => {}
                None => out.push(exclusion),
            }
        }
    }
    Ok(out)
}

/// The same of a statement that was written before lines were checked: what cannot be read excludes nothing.
pub(super) fn exclusions_kept(edition: &EditionId, lines: &[String]) -> Vec<Exclusion> {
    let mut out: Vec<Exclusion> = Vec::new();
    for exclusion in lines.iter().flat_map(|line| each(line)).filter_map(|line| excluded(edition, line).ok()).flatten()
    {
        if !out.iter().any(|known| known.reference == exclusion.reference) {
            out.push(exclusion);
        }
    }
    out
}

/// What stands in one line: exclusions one after the other, each with its own reason, as `8.3: we develop nothing; 8.5.3: …`.
fn each(line: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut begin = 0;
    for (at, mark) in line.char_indices().filter(|(_, mark)| matches!(mark, ';' | '\n')) {
        let rest = &line[at + mark.len_utf8()..];
        let head = rest.split([';', '\n']).next().unwrap_or_default();
        // Another exclusion begins where a clause and its reason follow, and one stands before it.
        if parted(head).1.is_some() && parted(&line[begin..at]).1.is_some() {
            out.push(line[begin..at].trim());
            begin = at + mark.len_utf8();
        }
    }
    out.push(line[begin..].trim());
    out
}

/// Whether a line is the one word that says that everything applies, in whatever language.
pub(super) fn says_none(line: &str) -> bool {
    let mut words = line.split_whitespace();
    words.next().is_none_or(|word| words.next().is_none() && !word.contains(|c: char| c.is_ascii_digit() || c == ':'))
}

fn excluded(edition: &EditionId, line: &str) -> Result<Vec<Exclusion>> {
    let (head, reason) = parted(line);
    let named = named(head).ok_or_else(|| refusals::scope_exclusion_without_clause(line))?;
    if let Some(part) = named.letter {
        return Err(refusals::scope_exclusion_of_a_letter(part, named.numbers.last().copied().unwrap_or_default()));
    }
    let clauses = named.numbers.iter().map(|number| clause(edition, number)).collect::<Result<Vec<_>>>()?;
    for clause in &clauses {
        may_be_left_out(clause)?;
    }
    let reason = reason.map(str::trim).filter(|reason| reason.contains(char::is_alphanumeric));
    let reason = reason.ok_or_else(|| refusals::scope_exclusion_without_reason(named.numbers.join(", ")))?;
    let each = |clause: &Clause| Exclusion { reference: clause.reference.clone(), reason: reason.to_owned() };
    Ok(clauses.into_iter().map(each).collect())
}

/// A line in two: what it names, and the reason behind the first colon or dash that stands behind a clause. The colon of
/// `9001:2015/8.3` stands before it.
fn parted(line: &str) -> (&str, Option<&str>) {
    for (at, mark) in line.char_indices() {
        let (head, rest) = (&line[..at], &line[at + mark.len_utf8()..]);
        let parts = match mark {
            ':' => true,
            '-' | '–' | '—' => {
                let range = rest.split_whitespace().next().is_some_and(|word| number(word.trim_end_matches(':')));
                head.ends_with(char::is_whitespace) && rest.starts_with(char::is_whitespace) && !range
            }
            _ => false,
        };
        if parts && named(head).is_some() {
            return (head, Some(rest));
        }
    }
    (line, None)
}

/// The clauses that stand at the beginning of a text.
struct NamedClauses<'a> {
    numbers: Vec<&'a str>,
    /// A letter that follows, as `a)`: a part of a clause.
    letter: Option<&'a str>,
}

/// Reads the clauses at the beginning of a text; words may stand before the first, such as `Clause`, and one between two.
/// What follows them is a title.
fn named(head: &str) -> Option<NamedClauses<'_>> {
    let parts: Vec<&str> = head.split([' ', '\t', ',', ';', '&', '+']).filter(|part| !part.is_empty()).collect();
    let first = parts.iter().position(|part| number(part))?;
    let (mut numbers, mut at) = (vec![parts[first]], first + 1);
    loop {
        match (parts.get(at), parts.get(at + 1)) {
            (Some(next), _) if number(next) => at += 1,
            (Some(&("-" | "–" | "—")), Some(next)) if number(next.trim_end_matches(':')) => return None,
            (Some(_), Some(next)) if number(next) && next.contains('.') => at += 2,
            _ => break,
        }
        numbers.push(parts[at - 1]);
    }
    let letter = parts.get(at).copied().filter(|part| {
        let inside = part.trim_matches(['(', ')', '.']);
        inside.len() == 1 && inside.len() < part.len() && inside.starts_with(|c: char| c.is_ascii_alphabetic())
    });
    Some(NamedClauses { numbers, letter })
}

/// Whether a word has the form of a clause's number: `8.3`, `A.11.1.1`, `a.5.1`, `9001/8.3`, `27001:2013/A.7.2`, `4`.
fn number(word: &str) -> bool {
    let number = word.rsplit('/').next().unwrap_or(word).trim_end_matches('.');
    let annex = number.strip_prefix(['A', 'a']);
    let digits = annex.map_or(number, |rest| rest.strip_prefix('.').unwrap_or(rest));
    !digits.is_empty()
        && digits.split('.').all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}

fn clause(edition: &EditionId, named: &str) -> Result<&'static Clause> {
    let held = std::slice::from_ref(edition);
    let reference = if named.contains('/') {
        catalogue().reference(named, held)?
    } else {
        catalogue().reference_in(&edition.to_string(), named, held)?
    };
    if reference.edition_id() != *edition {
        return Err(refusals::scope_exclusion_of_other_standard(&reference, edition));
    }
    catalogue().clause(&reference).ok_or_else(|| refusals::scope_exclusion_without_clause(named))
}

/// Whether a clause or control may be left out. A main clause as a whole is no requirement that one could do without.
///
/// # Errors
/// `refused` for what has to apply.
pub fn may_be_left_out(clause: &Clause) -> Result<()> {
    let reference = &clause.reference;
    let allowed = catalogue().edition_of(&reference.edition_id()).map_or(Exclusions::Nothing, |e| e.exclusions);
    match allowed {
        Exclusions::Requirements if clause.level > 1 => Ok(()),
        Exclusions::Controls if reference.in_annex() => Ok(()),
        Exclusions::Requirements => {
            Err(refusals::scope_exclusion_of_main_clause(&reference.clause, &reference.standard))
        }
        Exclusions::Controls => Err(refusals::scope_exclusion_of_requirement(&reference.clause, &reference.standard)),
        Exclusions::Nothing => {
            Err(refusals::scope_exclusion_from_all_or_nothing(&reference.clause, &reference.standard))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(edition: &str, line: &str) -> std::result::Result<Vec<(String, String)>, &'static str> {
        let edition = edition.parse().unwrap();
        match exclusions(&edition, &[line.to_owned()]) {
            Ok(all) => Ok(all.into_iter().map(|one| (one.reference.clause, one.reason)).collect()),
            Err(refusal) => Err(refusal.reason().name),
        }
    }

    #[test]
    fn every_way_to_name_clauses_is_read() {
        let (why, quality) = ("wir entwickeln nichts: nur Übernahme", "9001:2015");
        for head in [
            "8.3:",
            "8.3 –",
            "8.3 -",
            "8.3 Design and development:",
            "Clause 8.3:",
            "Abschnitt 8.3 Entwicklung –",
            "9001/8.3:",
            "9001:2015/8.3:",
            "ISO 9001:2015 8.3:",
            "8.3.:",
        ] {
            assert_eq!(read(quality, &format!("{head} {why}")), Ok(vec![("8.3".into(), why.into())]), "{head}");
        }
        for head in ["7.1.5, 8.5.3:", "7.1.5; 8.5.3 –", "7.1.5 and 8.5.3:", "7.1.5 und 8.5.3 Eigentum der Kunden:"] {
            let both = vec![("7.1.5".into(), why.into()), ("8.5.3".into(), why.into())];
            assert_eq!(read(quality, &format!("{head} {why}")), Ok(both), "{head}");
        }
        let several =
            read(quality, "8.3: nothing is developed; nor designed; 8.5.3: nothing of customers\n8.2.1 – by others");
        let three =
            [("8.3", "nothing is developed; nor designed"), ("8.5.3", "nothing of customers"), ("8.2.1", "by others")];
        assert_eq!(several, Ok(three.map(|(clause, why)| (clause.to_owned(), why.to_owned())).to_vec()));
        assert_eq!(read("27001:2013", "a.11.1.1: no site"), Ok(vec![("A.11.1.1".into(), "no site".into())]));
        assert_eq!(read("27001:2022", "A.7.4 Monitoring: no site"), Ok(vec![("A.7.4".into(), "no site".into())]));
        for none in ["none", "keine", "None.", "n/a", "–", ""] {
            assert_eq!(read("20000-1:2018", none), Ok(vec![]), "{none}");
        }
    }

    #[test]
    fn what_may_not_be_left_out_or_is_not_said_is_refused() {
        for (edition, line, reason) in [
            ("9001:2015", "8.9: x y", "clause_misspelt"),
            ("9001:2015", "8.3", "scope_exclusion_without_reason"),
            ("9001:2015", "8.3:   ", "scope_exclusion_without_reason"),
            ("9001:2015", "8.3: –", "scope_exclusion_without_reason"),
            ("9001:2015", "8.3 Design and development", "scope_exclusion_without_reason"),
            ("9001:2015", "8.5.3 a): nothing of customers", "scope_exclusion_of_a_letter"),
            ("9001:2015", "8.3 – 8.5: we design nothing", "scope_exclusion_without_clause"),
            ("9001:2015", "we design nothing", "scope_exclusion_without_clause"),
            ("9001:2015", "design: we do none", "scope_exclusion_without_clause"),
            ("9001:2015", "8: we operate nothing", "scope_exclusion_of_main_clause"),
            ("9001:2015", "27001/A.5.1: x", "scope_exclusion_of_other_standard"),
            ("20000-1:2018", "8.5.2: we design nothing", "scope_exclusion_from_all_or_nothing"),
            ("20000-1:2018", "4: nothing", "scope_exclusion_from_all_or_nothing"),
            ("27001:2013", "8.2: no risks", "scope_exclusion_of_requirement"),
            ("27001:2013", "A.7.4: no site", "clause_of_other_edition"),
        ] {
            assert_eq!(read(edition, line), Err(reason), "{edition} {line}");
        }
        let twice = ["8.3: one".to_owned(), "8.3: another".to_owned()];
        let edition = "9001:2015".parse().unwrap();
        assert_eq!(exclusions(&edition, &twice).unwrap_err().reason().name, "scope_exclusion_twice");
        assert_eq!(exclusions(&edition, &["8.3: one".to_owned(), "8.3: one".to_owned()]).unwrap().len(), 1);
    }
}
