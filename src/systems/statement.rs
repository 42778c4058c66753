//! What each standard wants a scope statement to contain (R38–R42), as a check that names what is missing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::applicability::says_none;

/// The parts of a scope statement. A standard asks for some of them; the rest may stay empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ScopeStatement {
    /// The organisation and its boundaries.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub boundaries: String,
    /// Whether the scope takes in all of the organisation or a part of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whole_organisation: Option<bool>,
    /// Who manages and delivers the services.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub provider: String,
    /// The services covered: all, or those named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<String>,
    /// Whether these are all services of the organisation in scope, or some of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub all_services: Option<bool>,
    /// Kinds of products and services offered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offerings: Vec<String>,
    /// Whether these are all kinds, or some of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub all_offerings: Option<bool>,
    /// Activities covered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<String>,
    /// Whether these are all activities of the organisation in scope, or some of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub all_activities: Option<bool>,
    /// What does not apply, as `8.3: nothing is developed`: clauses or controls and a reason, a line each; `none` where all
    /// apply.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_applicable: Vec<String>,
    /// Whether it was confirmed that none of it has a bearing on conforming products and services, or on customers'
    /// satisfaction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unaffected: Option<bool>,
    /// Activities of other parties that were taken into account.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub other_parties: String,
    /// The statement in words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl ScopeStatement {
    /// This statement with the parts that `new` gives in their place; what `new` leaves empty stays.
    #[must_use]
    pub fn with(self, new: Self) -> Self {
        let text = |old: String, new: String| if new.is_empty() { old } else { new };
        let list = |old: Vec<String>, new: Vec<String>| if new.is_empty() { old } else { new };
        // What was confirmed of other exclusions is not confirmed of these.
        let same = new.not_applicable.is_empty() || new.not_applicable == self.not_applicable;
        Self {
            unaffected: new.unaffected.or(self.unaffected.filter(|_| same)),
            boundaries: text(self.boundaries, new.boundaries),
            whole_organisation: new.whole_organisation.or(self.whole_organisation),
            provider: text(self.provider, new.provider),
            services: list(self.services, new.services),
            all_services: new.all_services.or(self.all_services),
            all_offerings: new.all_offerings.or(self.all_offerings),
            activities: list(self.activities, new.activities),
            all_activities: new.all_activities.or(self.all_activities),
            offerings: list(self.offerings, new.offerings),
            not_applicable: list(self.not_applicable, new.not_applicable),
            other_parties: text(self.other_parties, new.other_parties),
            text: text(self.text, new.text),
        }
    }
}

impl ScopeStatement {
    /// Whether it names something that does not apply.
    pub(super) fn excludes(&self) -> bool {
        self.not_applicable.iter().any(|line| !says_none(line.trim()))
    }
}

/// One thing that a scope statement lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "StatementLack")]
pub struct Lack {
    /// The part of the statement it is about, as [`ScopeStatement`] calls it; `shortened` where too much is left out.
    pub code: &'static str,
    /// What is missing, in words.
    pub text: &'static str,
}

impl Lack {
    /// Whether it asks alone whether something is all or a part, of which a standard allows either: no pack has to say so.
    pub fn of_extent(&self) -> bool {
        self.code == "whole_organisation" || self.code.starts_with("all_")
    }
}

/// What a scope statement for `standard` still lacks; empty when it is complete.
pub fn missing_from(standard: &str, statement: &ScopeStatement) -> Vec<Lack> {
    let mut missing = Vec::new();
    let mut want = |present: bool, code: &'static str, text: &'static str| {
        if !present {
            missing.push(Lack { code, text });
        }
    };
    want(!statement.boundaries.is_empty(), "boundaries", "the organization and its boundaries");
    want(
        statement.whole_organisation.is_some() || statement.boundaries.is_empty(),
        "whole_organisation",
        "whether the scope takes in all of the organization or a part of it",
    );
    want(
        statement.all_activities.is_some() || statement.activities.is_empty(),
        "all_activities",
        "whether the activities named are all or some",
    );
    match standard {
        "20000-1" => {
            want(!statement.services.is_empty(), "services", "the list of services covered");
            want(
                statement.all_services.is_some() || statement.services.is_empty(),
                "all_services",
                "whether the services listed are all or some",
            );
            want(!statement.provider.is_empty(), "provider", "the name of whoever manages and delivers the services");
            want(
                !statement.excludes(),
                "shortened",
                "nothing may be left out of 20000-1 clauses 4 to 10: take out what is named not applicable",
            );
        }
        "9001" => {
            want(!statement.offerings.is_empty(), "offerings", "the kinds of products and services offered");
            want(
                statement.all_offerings.is_some() || statement.offerings.is_empty(),
                "all_offerings",
                "whether the kinds of products and services are all or some",
            );
            want(
                !statement.not_applicable.is_empty(),
                "not_applicable",
                "a reason for each requirement treated as not applicable, or the word none",
            );
            want(
                !statement.excludes() || statement.unaffected == Some(true),
                "unaffected",
                "the confirmation that what is not applicable affects neither conformity nor satisfaction",
            );
        }
        "27001" => {
            want(
                !statement.other_parties.is_empty(),
                "other_parties",
                "the activities of other parties, or the word none",
            );
        }
        _ => {}
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_are_not_given_stay() {
        let old = ScopeStatement {
            boundaries: "Oslo".into(),
            whole_organisation: Some(true),
            services: vec!["hosting".into()],
            ..ScopeStatement::default()
        };
        assert_eq!(old.clone().with(ScopeStatement::default()), old, "nothing given changes nothing");
        let parts = ScopeStatement {
            boundaries: "Oslo and Bergen".into(),
            whole_organisation: Some(false),
            ..ScopeStatement::default()
        };
        assert_eq!(old.with(parts.clone()), ScopeStatement { services: vec!["hosting".into()], ..parts });
    }

    #[test]
    fn r38_r39_r40_r41_each_standard_names_what_its_statement_lacks() {
        let empty = ScopeStatement::default();
        assert!(missing_from("20000-1", &empty).iter().any(|m| m.text.contains("services covered")), "R39");
        assert!(missing_from("20000-1", &empty).iter().any(|m| m.text.contains("delivers")), "R39");
        assert!(missing_from("9001", &empty).iter().any(|m| m.text.contains("products and services")), "R40");
        assert!(missing_from("9001", &empty).iter().any(|m| m.text.contains("not applicable")), "R40");
        assert!(missing_from("27001", &empty).iter().any(|m| m.text.contains("boundaries")), "R41");
        assert!(missing_from("27001", &empty).iter().any(|m| m.text.contains("other parties")), "R41");
        let whole = ScopeStatement {
            boundaries: "the whole company".into(),
            whole_organisation: Some(true),
            all_services: Some(true),
            all_offerings: Some(false),
            provider: "the service department".into(),
            services: vec!["hosting".into()],
            offerings: vec!["hosting".into()],
            other_parties: "none".into(),
            ..ScopeStatement::default()
        };
        assert_eq!(missing_from("20000-1", &whole), [], "a complete statement lacks nothing");
        let shortened = ScopeStatement { not_applicable: vec!["8.3".into()], ..whole };
        assert_eq!(missing_from("20000-1", &shortened).len(), 1, "20000-1 allows no exclusion");
        let unconfirmed = missing_from("9001", &shortened);
        assert_eq!(unconfirmed.iter().map(|m| m.code).collect::<Vec<_>>(), ["unaffected"], "the condition of 9001");
        let confirmed = ScopeStatement { unaffected: Some(true), ..shortened };
        assert_eq!(missing_from("9001", &confirmed), []);
        let unsaid = ScopeStatement {
            whole_organisation: None,
            all_services: None,
            all_offerings: None,
            activities: vec!["operation".into()],
            ..confirmed.clone()
        };
        let codes = |standard| missing_from(standard, &unsaid).iter().map(|m| m.code).collect::<Vec<_>>();
        assert_eq!(codes("9001"), ["whole_organisation", "all_activities", "all_offerings"], "R42: all or some");
        assert_eq!(codes("20000-1")[..3], ["whole_organisation", "all_activities", "all_services"]);
        let other = ScopeStatement { not_applicable: vec!["7.1.5".into()], ..ScopeStatement::default() };
        assert_eq!(confirmed.clone().with(other).unaffected, None, "it was confirmed of something else");
        assert_eq!(confirmed.with(ScopeStatement::default()).unaffected, Some(true));
    }
}
