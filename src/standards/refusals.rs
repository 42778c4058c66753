//! What is refused where a standard, an edition or a clause is named.

use crate::error::reasons;

reasons! {
    /// `known` are the standards held.
    standard_unknown(standard, known) = UnknownStandard;
    /// `near` is the standard that was meant, as it seems.
    standard_misspelt(standard, near, known) = UnknownStandard;
    /// `known` are the editions of it that are held.
    edition_unknown(standard, edition, known) = UnknownEdition;
    edition_unreadable(text) = InvalidValue;
    clause_reference_unreadable(text) = InvalidValue;
    /// `edition` is its identifier, by which its clauses can be asked for.
    clause_unknown(standard, edition, clause) = UnknownClause;
    /// `near` are at most four clauses with their titles.
    clause_misspelt(standard, edition, clause, near) = UnknownClause;
    /// `other` is the clause of that number in the edition of `year`.
    clause_of_other_edition(standard, edition, clause, year, other, title) = UnknownClause;
}
