//! What is refused about rules.

use crate::error::reasons;

reasons! {
    rule_unknown(text, known) = InvalidValue;
    rule_number(rule, least, most) = InvalidValue;
    rule_yes_or_no(rule) = InvalidValue;
    /// It says that already.
    rule_says_so(rule) = InvalidValue;
    rule_without_reason(rule) = ReasonNeeded;
}
