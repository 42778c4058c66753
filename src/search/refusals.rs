//! What is refused of a query: one that cannot be understood is said, it never finds nothing in silence.

use crate::error::reasons;

reasons! {
    /// No word and no operator.
    search_without_words(query) = InvalidValue;
    /// It says only what must not be there.
    search_excludes_only(query) = InvalidValue;
    /// `operator` stands without a value.
    search_value_missing(operator) = InvalidValue;
    /// A word with a colon that is none of the operators, and means something elsewhere.
    search_operator_unknown(name, known) = InvalidValue;
    search_type_unknown(text, known) = InvalidValue;
    search_day_unreadable(operator, text) = InvalidValue;
    search_too_many_words(most) = InvalidValue;
}
