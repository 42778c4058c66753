//! What is refused about rules.

use crate::error::reasons;

reasons! {
    rule_unknown(text, known) = InvalidValue;
    rule_number(rule, least, most) = InvalidValue;
    /// It says a pattern; `usual` is one.
    rule_no_pattern(rule, usual) = InvalidValue;
    rule_pattern_unreadable(pattern, usual) = InvalidValue;
    rule_pattern_without_number(pattern, usual) = InvalidValue;
    rule_yes_or_no(rule) = InvalidValue;
    /// It says that already.
    rule_says_so(rule) = InvalidValue;
    rule_without_reason(rule) = ReasonNeeded;
}
