//! Words at the head of a column and beside a value.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::table::of_kind;
use crate::text::fold;

/// What a column or a labelled value holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Header {
    /// Number of a document.
    Number,
    /// Title.
    Title,
    /// Type, in the organisation's own words.
    Kind,
    /// Label of a version.
    Version,
    /// A day that nothing more is said of; in a control table that of the version.
    Date,
    /// Where the document stands.
    Status,
    /// Role that answers for it.
    Owner,
    /// Role that approves it.
    Approver,
    /// Day of approval.
    ApprovedOn,
    /// First day in force; no day of approval.
    ValidFrom,
    /// Next review.
    NextReview,
    /// Months between reviews.
    Interval,
    /// Clauses.
    Clauses,
    /// Path of a file.
    Location,
    /// Who gets it.
    Distribution,
    /// Who may see it.
    Classification,
    /// How long it is kept.
    Retention,
    /// First day of the period that a record speaks of.
    PeriodFrom,
    /// Last day of that period.
    PeriodTo,
    /// Day on which a record was collected.
    Collected,
    /// Last day on which a record counts.
    ValidUntil,
    /// A remark.
    Note,
    /// Whether a control applies.
    Applies,
    /// A sign says that a control does not apply.
    Excluded,
    /// Why it applies or does not.
    Reason,
    /// Why it applies.
    ReasonIn,
    /// Why it does not.
    ReasonOut,
    /// A sign says that law asks for it.
    GroundLaw,
    /// A sign says that a contract does.
    GroundContract,
    /// A sign says that the business does, or good practice.
    GroundBusiness,
    /// A sign says that a risk does.
    GroundRisk,
    /// The risks it rests on.
    Risks,
    /// What it reaches.
    Reach,
    /// Whether it is in place.
    InPlace,
    /// By when that is planned.
    PlannedBy,
    /// What shows it.
    Evidence,
}

impl Header {
    /// Every meaning with its name in the file of words.
    pub const ALL: [(Header, &'static str); 36] = [
        (Header::Number, "number"),
        (Header::Title, "title"),
        (Header::Kind, "kind"),
        (Header::Version, "version"),
        (Header::Date, "date"),
        (Header::Status, "status"),
        (Header::Owner, "owner"),
        (Header::Approver, "approver"),
        (Header::ApprovedOn, "approved_on"),
        (Header::ValidFrom, "valid_from"),
        (Header::NextReview, "next_review"),
        (Header::Interval, "interval"),
        (Header::Clauses, "clauses"),
        (Header::Location, "location"),
        (Header::Distribution, "distribution"),
        (Header::Classification, "classification"),
        (Header::Retention, "retention"),
        (Header::PeriodFrom, "period_from"),
        (Header::PeriodTo, "period_to"),
        (Header::Collected, "collected"),
        (Header::ValidUntil, "valid_until"),
        (Header::Note, "note"),
        (Header::Applies, "applies"),
        (Header::Excluded, "excluded"),
        (Header::Reason, "reason"),
        (Header::ReasonIn, "reason_in"),
        (Header::ReasonOut, "reason_out"),
        (Header::GroundLaw, "ground_law"),
        (Header::GroundContract, "ground_contract"),
        (Header::GroundBusiness, "ground_business"),
        (Header::GroundRisk, "ground_risk"),
        (Header::Risks, "risks"),
        (Header::Reach, "reach"),
        (Header::InPlace, "in_place"),
        (Header::PlannedBy, "planned_by"),
        (Header::Evidence, "evidence"),
    ];
}

/// The labels of a control table, as they are written there, each with what stands beside it.
pub fn labels() -> &'static [(Header, &'static str)] {
    static LABELS: LazyLock<Vec<(Header, &'static str)>> = LazyLock::new(|| of_kind("label", &Header::ALL));
    &LABELS
}

/// Labels head columns too; the other way round most words are too common in running text.
static COLUMNS: LazyLock<Vec<(Header, String)>> = LazyLock::new(|| {
    let words = labels().iter().copied().chain(of_kind("column", &Header::ALL));
    words.map(|(header, word)| (header, fold(word))).collect()
});

/// The words for a particular: those that are found in running text, and with `all` those above columns, too.
pub fn header_words(wanted: Header, all: bool) -> Vec<String> {
    let of = |kind| of_kind(kind, &Header::ALL).into_iter();
    let words = of("label").chain(of("column").filter(|_| all));
    words.filter(|(header, _)| *header == wanted).map(|(_, word)| word.to_lowercase()).collect()
}

/// What a header cell means: it equals a word, or begins with one and goes on as in `Owner (role)`; of several the
/// longest.
pub fn header(text: &str) -> Option<Header> {
    let text = fold(text);
    let goes_on = |rest: &str| rest.is_empty() || rest.starts_with([' ', '(', ':', '.']);
    let fits = |word: &str| text.strip_prefix(word).is_some_and(goes_on);
    COLUMNS.iter().filter(|(_, word)| fits(word)).max_by_key(|(_, word)| word.len()).map(|(header, _)| *header)
}

/// What a label means that is such a word and nothing more.
pub fn header_in_full(text: &str) -> Option<Header> {
    static WHOLE: LazyLock<HashMap<&str, Header>> =
        LazyLock::new(|| COLUMNS.iter().rev().map(|(header, word)| (word.as_str(), *header)).collect());
    WHOLE.get(fold(text).as_str()).copied()
}

/// What a label of a control table means, in capitals or not.
pub fn label(text: &str) -> Option<Header> {
    static WHOLE: LazyLock<HashMap<String, Header>> =
        LazyLock::new(|| labels().iter().rev().map(|(header, word)| (fold(word), *header)).collect());
    WHOLE.get(&fold(text)).copied()
}
