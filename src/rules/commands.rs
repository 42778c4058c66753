//! Setting a rule.

use super::events::RuleEvent;
use super::model::{Rule, Value};
use super::{queries, refusals};
use crate::error::Result;
use crate::workspace::Tx;

/// Sets a rule for a type of document (`kind`; empty for all), or takes it away there. What is under way keeps the rules
/// under which it began.
///
/// # Errors
/// `invalid_value` for what it cannot say, or says already; `reason_needed` without a reason.
pub fn set(tx: &mut Tx<'_>, rule: Rule, kind: &str, after: Option<Value>, reason: &str) -> Result<()> {
    let after = after.map(Value::trimmed);
    after.as_ref().map_or(Ok(()), |value| rule.check(value))?;
    let (kind, reason) = (kind.trim().to_owned(), reason.trim().to_owned());
    let before = queries::own(tx.db(), rule, &kind)?;
    if before == after {
        return Err(refusals::rule_says_so(rule.name()));
    }
    if reason.is_empty() {
        return Err(refusals::rule_without_reason(rule.name()));
    }
    tx.append(&RuleEvent::Set { rule, kind, before, after, reason })?;
    Ok(())
}
