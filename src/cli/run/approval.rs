//! Approvals, statements, keys and rules.

use super::say::Say;
use crate::api::{self, Command as _};
use crate::cli::args::{DecideArgs, KeyArgs, RuleCommand, StatementCommand, SubmitArgs};
use crate::cli::refusals;
use crate::documents::DocumentKind;
use crate::error::Result;
use crate::rules::{Rule, Value};

/// The rule on authors is older than the others and has a command of its own.
const AUTHOR_APPROVES: &str = "author_approves";

pub(super) fn submit(s: &mut Say<'_>, a: SubmitArgs) -> Result<bool> {
    s.say_signed(a.sign, |sign| api::DocumentSubmit {
        code: a.code.clone(),
        revision: a.revision.clone(),
        reviewers: a.reviewers.clone(),
        approvers: a.approvers.clone(),
        quorum: a.quorum,
        in_order: a.in_order,
        effective: a.effective,
        reason: a.reason.clone(),
        sign,
    })
}

pub(super) fn decide(s: &mut Say<'_>, a: DecideArgs) -> Result<bool> {
    s.say_signed(a.sign, |sign| api::DocumentDecide {
        code: a.code.clone(),
        revision: a.revision.clone(),
        approve: a.decision.approve,
        reason: a.reason.clone(),
        effective: a.effective,
        sign,
    })
}

pub(super) fn statement(s: &mut Say<'_>, command: StatementCommand) -> Result<bool> {
    match command {
        StatementCommand::List { item } => s.say(api::StatementList { item }),
        StatementCommand::Export { item, out, overwrite } => {
            s.say(api::StatementExport { item, out, replace: overwrite })
        }
    }
}

pub(super) fn check(s: &mut Say<'_>) -> Result<bool> {
    let checked = api::ControlCheck {}.call(s.session)?;
    s.show(&checked)?;
    Ok(checked.findings.is_empty())
}

pub(super) fn key(s: &mut Say<'_>, a: KeyArgs) -> Result<bool> {
    match a.file {
        Some(file) => s.say(api::PersonKeyEnrol { email: a.email, file }),
        None if a.generate => {
            let passphrase = Say::new_passphrase()?;
            s.say(api::PersonKeyGenerate { email: a.email, passphrase })
        }
        None if a.retire => {
            s.say(api::PersonKeyRetire { email: a.email, from: a.from, reason: a.reason.unwrap_or_default() })
        }
        None => s.say(api::PersonKeys { email: a.email }),
    }
}

pub(super) fn rule(s: &mut Say<'_>, command: RuleCommand) -> Result<bool> {
    let kind_of = |kind: Option<String>| kind.as_deref().map(DocumentKind::parse).transpose();
    match command {
        RuleCommand::List => {
            s.say(api::RuleList {})?;
            if !s.json {
                // It is older than the others and stands apart; in JSON `workspace_info` has it.
                let allowed = api::AuthorRule {}.call(s.session)?;
                s.show(&allowed)?;
            }
            Ok(true)
        }
        RuleCommand::Set { rule, value, kind, preview, reason } => {
            let name = rule.replace('-', "_");
            if name == AUTHOR_APPROVES {
                let allowed = value == "yes";
                if !allowed && value != "no" || kind.is_some() || preview {
                    return Err(refusals::rule_value_unread(rule, value));
                }
                return s.say(api::AuthorRuleSet { allowed, reason });
            }
            let (rule, kind) = (Rule::parse(&name)?, kind_of(kind)?);
            let read = match value.as_str() {
                "none" if rule == Rule::Numbering => Ok(Value::Text(String::new())),
                pattern if rule == Rule::Numbering => Ok(Value::Text(pattern.to_owned())),
                "yes" => Ok(Value::YesNo(true)),
                "no" => Ok(Value::YesNo(false)),
                number => number.parse().map(Value::Number),
            };
            let value = Some(read.map_err(|_| refusals::rule_value_unread(rule.name(), value))?);
            if preview {
                return s.say(api::RuleSetPreview { rule, kind, value });
            }
            s.say(api::RuleSet { rule, kind, value, reason })
        }
        RuleCommand::Unset { rule, kind, reason } => {
            if rule.replace('-', "_") == AUTHOR_APPROVES {
                // The program's own is that they do not.
                return match kind {
                    Some(kind) => Err(refusals::rule_value_unread(rule, kind)),
                    None => s.say(api::AuthorRuleSet { allowed: false, reason }),
                };
            }
            let (rule, kind) = (Rule::parse(&rule.replace('-', "_"))?, kind_of(kind)?);
            s.say(api::RuleSet { rule, kind, value: None, reason })
        }
    }
}
