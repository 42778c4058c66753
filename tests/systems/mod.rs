//! The organisation, its systems and what they take in.

mod integration;
mod organisation;
mod questions;
mod runby;
mod scopes;
mod sharing;
mod statement;
mod versions;

use clausebook::error::Code;
use clausebook::systems;

use crate::support::Place;
use crate::support::organisation::Organisation;

#[test]
fn an_organisation_has_one_name_and_the_last_one_given() {
    let mut at = Organisation::new();
    assert_eq!(systems::organisation(at.db()).unwrap(), "", "it has none before it is named");
    assert_eq!(at.refuses(|tx| systems::name_organisation(tx, "  ")), "organisation_unnamed");
    at.does(|tx| systems::name_organisation(tx, "Harbour Laboratory"));
    at.does(|tx| systems::name_organisation(tx, " Harbour Laboratories "));
    assert_eq!(systems::organisation(at.db()).unwrap(), "Harbour Laboratories");
    at.rebuilds_the_same();
}

#[test]
fn an_edition_has_one_system_with_the_code_its_standard_is_known_by() {
    let mut at = Organisation::new();
    let codes = |at: &Organisation| -> Vec<String> {
        systems::systems(at.db()).unwrap().into_iter().map(|s| format!("{} {}", s.code, s.edition)).collect()
    };
    assert_eq!(
        codes(&at),
        ["QMS 9001:2015", "SMS 20000-1:2018", "ISMS 27001:2013"],
        "in the order of their setting up"
    );
    assert_eq!(at.refuses(|tx| systems::establish(tx, &"9001:2015".parse()?)), "system_already_there");
    assert_eq!(at.refuses(|tx| systems::establish(tx, &"9001:1994".parse()?)), "edition_unknown");
    assert_eq!(at.refuses(|tx| systems::establish(tx, &"14001:2015".parse()?)), "standard_misspelt");
    at.does(|tx| systems::establish(tx, &"27001:2022".parse()?));
    assert_eq!(at.wrote(), ["system.established"]);
    assert_eq!(codes(&at)[3], "ISMS-2022 27001:2022", "two editions of a standard are told apart");
    at.rebuilds_the_same();
}

#[test]
fn a_system_is_found_by_code_edition_and_standard() {
    let at = Organisation::new();
    for name in ["ISMS", "isms", "27001:2013", "27001"] {
        assert_eq!(systems::system(at.db(), name).unwrap().code, "ISMS", "{name}");
    }
    for name in ["EMS", "27001:2022", ""] {
        assert_eq!(systems::system(at.db(), name).unwrap_err().code(), Code::NotFound, "{name}");
    }
}

#[test]
fn a_workspace_without_systems_holds_no_edition() {
    let workspace = Place::new().workspace();
    assert!(systems::editions_held(workspace.db()).unwrap().is_empty());
}
