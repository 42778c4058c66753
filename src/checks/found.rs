//! What a check of one document works with: everyone by name, and the findings so far.

use std::collections::HashMap;

use rusqlite::Connection;

use super::model::{CheckFinding, Irregular};
use crate::day::Day;
use crate::documents::Document;
use crate::error::Result;
use crate::ids::PersonId;
use crate::people::{self, Duty, Person, Role};
use crate::text::fold;

/// Puts findings about one document together.
pub(super) struct Found<'a> {
    pub(super) document: &'a Document,
    pub(super) findings: &'a mut Vec<CheckFinding>,
}

impl Found<'_> {
    /// Notes one, with the values that its words need.
    pub(super) fn note(&mut self, what: Irregular, revision: Option<&str>, values: &[(&'static str, String)]) {
        self.findings.push(CheckFinding {
            what,
            clause: what.clause(),
            code: self.document.code.clone(),
            title: self.document.particulars.title.clone(),
            revision: revision.map(str::to_owned),
            values: values.iter().cloned().collect(),
        });
    }
}

/// Everyone, found by name, address or identifier.
pub(super) struct People {
    all: Vec<Person>,
    called: HashMap<String, Option<usize>>,
    ids: HashMap<PersonId, usize>,
    roles: HashMap<PersonId, Vec<(Day, Role)>>,
}

impl People {
    pub(super) fn of(db: &Connection) -> Result<Self> {
        let all = people::list(db)?;
        let mut called: HashMap<String, Option<usize>> = HashMap::new();
        for (place, person) in all.iter().enumerate() {
            let mut names = vec![fold(&person.name), fold(&person.email)];
            names.dedup();
            for name in names {
                // A name that two people have names nobody.
                called.entry(name).and_modify(|there| *there = None).or_insert(Some(place));
            }
        }
        let ids = all.iter().enumerate().map(|(place, person)| (person.id, place)).collect();
        Ok(Self { all, called, ids, roles: people::roles(db)? })
    }

    /// The person who goes by that name or address.
    pub(super) fn called(&self, name: &str) -> Option<&Person> {
        self.called.get(&fold(name.trim())).copied().flatten().map(|place| &self.all[place])
    }

    /// The role in which a person could not do something on a day, if so. Of a day before they were enrolled nobody knows.
    pub(super) fn could_not(&self, person: &Person, duty: Duty, day: Day) -> Option<Role> {
        let said = self.roles.get(&person.id).map(Vec::as_slice).unwrap_or_default();
        // On a day on which it changed either may be meant.
        let before = said.iter().rposition(|(since, _)| *since < day);
        let there = said.iter().enumerate().filter(|(at, (since, _))| Some(*at) == before || *since == day);
        let mut roles = there.map(|(_, (_, role))| *role).peekable();
        roles.peek()?;
        let mut last = None;
        for role in roles {
            if role.may(duty) {
                return None;
            }
            last = Some(role);
        }
        last
    }

    pub(super) fn by_id(&self, id: PersonId) -> Option<&Person> {
        self.ids.get(&id).map(|place| &self.all[*place])
    }
}
