//! What a column of a list means, by a name that stands in files and events: `number`, `next_review`, `clauses 9001`,
//! `clause 9001 8.5.1`, `not_used`.

use std::fmt;
use std::str::FromStr;

use crate::questions::List;
use crate::reading::NamedStandard;
use crate::words::Header;

/// What a column means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// A particular of the document or record.
    Of(Header),
    /// Clauses of a standard, or of those that the cells name.
    Clauses(Option<NamedStandard>),
    /// One clause: a sign in the cell says that the row satisfies it. Standard and clause.
    Clause(NamedStandard, String),
    /// Nothing that is used.
    Unused,
}

impl Meaning {
    /// What a cell under it holds, as the rest of an import knows it.
    pub fn header(&self) -> Option<Header> {
        match self {
            Meaning::Of(header) => Some(*header),
            Meaning::Clauses(_) | Meaning::Clause(..) => Some(Header::Clauses),
            Meaning::Unused => None,
        }
    }

    /// Whether several columns of a list may mean it.
    pub fn many(&self) -> bool {
        let several = matches!(self, Meaning::Of(Header::Note | Header::Evidence));
        several || matches!(self, Meaning::Clauses(_) | Meaning::Clause(..) | Meaning::Unused)
    }

    /// Whether a column of such a list may mean it.
    pub fn fits(&self, list: List) -> bool {
        self.header().is_none_or(|header| particulars(list).contains(&header))
    }
}

/// The particulars that a column of such a list may mean.
pub fn particulars(list: List) -> &'static [Header] {
    match list {
        List::MasterList => &[
            Header::Number,
            Header::Title,
            Header::Kind,
            Header::Version,
            Header::Status,
            Header::Owner,
            Header::Approver,
            Header::ApprovedOn,
            Header::ValidFrom,
            Header::NextReview,
            Header::Interval,
            Header::Clauses,
            Header::Location,
            Header::Distribution,
            Header::Classification,
            Header::Retention,
        ],
        List::EvidenceIndex => &[
            Header::Location,
            Header::Clauses,
            Header::PeriodFrom,
            Header::PeriodTo,
            Header::Collected,
            Header::ValidUntil,
            Header::Note,
        ],
        List::StatementOfApplicability => &[
            Header::Number,
            Header::Title,
            Header::Applies,
            Header::Excluded,
            Header::Reason,
            Header::ReasonIn,
            Header::ReasonOut,
            Header::GroundLaw,
            Header::GroundContract,
            Header::GroundBusiness,
            Header::GroundRisk,
            Header::Risks,
            Header::Reach,
            Header::InPlace,
            Header::PlannedBy,
            Header::Owner,
            Header::Evidence,
            Header::Note,
        ],
    }
}

/// The name of a particular.
pub(super) fn name(header: Header) -> &'static str {
    Header::ALL.iter().find(|(known, _)| *known == header).map_or("", |(_, name)| name)
}

impl fmt::Display for Meaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Meaning::Of(header) => f.write_str(name(*header)),
            Meaning::Clauses(None) => f.write_str("clauses"),
            Meaning::Clauses(Some(standard)) => write!(f, "clauses {standard}"),
            Meaning::Clause(standard, clause) => write!(f, "clause {standard} {clause}"),
            Meaning::Unused => f.write_str("not_used"),
        }
    }
}

impl FromStr for Meaning {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text == "not_used" || text == "not used" || text.is_empty() {
            return Ok(Meaning::Unused);
        }
        if text == "clauses" {
            return Ok(Meaning::Clauses(None));
        }
        if let Some(standard) = text.strip_prefix("clauses ") {
            return standard.parse().map(|standard| Meaning::Clauses(Some(standard)));
        }
        if let Some((standard, clause)) = text.strip_prefix("clause ").and_then(|rest| rest.rsplit_once(' ')) {
            return standard.parse().map(|standard| Meaning::Clause(standard, clause.to_owned()));
        }
        let known = |(_, name): &&(Header, &str)| *name == text.replace(' ', "_");
        Header::ALL.iter().find(known).map(|(header, _)| Meaning::Of(*header)).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meaning_is_read_as_it_is_written() {
        let mut all: Vec<Meaning> = particulars(List::MasterList)
            .iter()
            .chain(particulars(List::EvidenceIndex))
            .filter(|header| **header != Header::Clauses)
            .map(|header| Meaning::Of(*header))
            .collect();
        let standard = |text: &str| text.parse::<NamedStandard>().unwrap();
        all.extend([Meaning::Unused, Meaning::Clauses(None), Meaning::Clauses(Some(standard("27001:2013 A")))]);
        all.push(Meaning::Clause(standard("9001"), String::from("8.5.1")));
        for meaning in all {
            assert_eq!(meaning.to_string().parse(), Ok(meaning.clone()), "{meaning}");
        }
        assert_eq!("next review".parse(), Ok(Meaning::Of(Header::NextReview)));
        assert!("whatever".parse::<Meaning>().is_err() && "clauses 14001".parse::<Meaning>().is_err());
    }
}
