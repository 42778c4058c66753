//! Patterns by which numbers are given, such as `QP-{number:3}` or `EV-{year}-{number}`: text with one place for the number and,
//! if the organisation likes, some for the year. Documents and records are numbered by such patterns alike.

use crate::text::fold;

/// Characters of a number at the most.
const LONGEST: usize = 40;

/// A pattern of numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern(Vec<Part>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Year,
    /// With so many digits at least.
    Number(usize),
}

/// Why a text is no pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPattern {
    /// It has another place, a blank, or is too long.
    Unreadable,
    /// It has no place for the number, or several.
    WithoutNumber,
}

impl Pattern {
    /// Reads a pattern such as `REC-{year}-{number:3}`. Letters are capitals, as in every code.
    ///
    /// # Errors
    /// Without exactly one place for the number, for other places, and where it is too long.
    pub fn parse(text: &str) -> Result<Self, NoPattern> {
        let mut parts = Vec::new();
        let mut rest = text.trim();
        while let Some((before, behind)) = rest.split_once('{') {
            let (place, behind) = behind.split_once('}').ok_or(NoPattern::Unreadable)?;
            parts.push(Part::Text(before.to_uppercase()));
            parts.push(match place {
                "year" => Part::Year,
                "number" => Part::Number(1),
                _ => match place.strip_prefix("number:").map(str::parse) {
                    Some(Ok(digits @ 1..=9)) => Part::Number(digits),
                    _ => return Err(NoPattern::Unreadable),
                },
            });
            rest = behind;
        }
        parts.push(Part::Text(rest.to_uppercase()));
        let odd = |c: char| c == '}' || c.is_whitespace() || c.is_control();
        let texts = parts.iter().filter_map(|part| if let Part::Text(text) = part { Some(text) } else { None });
        if texts.flat_map(|text| text.chars()).any(odd) {
            return Err(NoPattern::Unreadable);
        }
        if parts.iter().filter(|part| matches!(part, Part::Number(_))).count() != 1 {
            return Err(NoPattern::WithoutNumber);
        }
        let pattern = Self(parts);
        if pattern.code(9999, u32::MAX).chars().count() > LONGEST { Err(NoPattern::Unreadable) } else { Ok(pattern) }
    }

    /// Whether it says the year, so that numbers begin anew with each.
    pub fn says_year(&self) -> bool {
        self.0.contains(&Part::Year)
    }

    /// The number at a place of a year.
    pub fn code(&self, year: i32, place: u32) -> String {
        let part = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Year => year.to_string(),
            Part::Number(digits) => format!("{place:0digits$}"),
        };
        self.0.iter().map(part).collect()
    }

    /// What stands before and behind the number in a year, as codes are compared.
    pub fn around(&self, year: i32) -> [String; 2] {
        let at = self.0.iter().position(|part| matches!(part, Part::Number(_))).unwrap_or(self.0.len());
        let of = |parts: &[Part]| fold(&Self(parts.to_vec()).code(year, 0));
        [of(&self.0[..at]), of(self.0.get(at + 1..).unwrap_or_default())]
    }
}
