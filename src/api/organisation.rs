//! The organisation itself, its name and time zone, as commands.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, commands};
use crate::day::{Day, Zone};
use crate::error::Result;
use crate::systems;
use crate::workspace::zone_set;

commands! { OrganisationShow, OrganisationSet, TimeZoneList }

/// Shows the organisation.
#[derive(Debug, Deserialize, TS)]
pub struct OrganisationShow {}

/// The organisation, and by what its days count.
#[derive(Debug, Serialize, TS)]
pub struct Organisation {
    /// Its name.
    pub name: String,
    /// Its time zone; none where none was ever set: then its days are UTC days.
    pub time_zone: Option<Zone>,
    /// Its day.
    pub today: Day,
    /// This machine's time zone.
    pub machine_zone: Zone,
}

impl Command for OrganisationShow {
    type Answer = Organisation;
    const NAME: &'static str = "organisation_show";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let (today, machine_zone) = (session.today(), session.here().zone);
        let db = session.workspace()?.db();
        Ok(Organisation { name: systems::organisation(db)?, time_zone: zone_set(db)?, today, machine_zone })
    }
}

/// Corrects the organisation's name, or sets its time zone. What is not given stays as it is.
#[derive(Debug, Deserialize, TS)]
pub struct OrganisationSet {
    /// The right name.
    #[serde(default)]
    pub name: Option<String>,
    /// Why the name is corrected.
    #[serde(default)]
    pub reason: String,
    /// The time zone by which days count from here on.
    #[serde(default)]
    pub time_zone: Option<Zone>,
}

impl Command for OrganisationSet {
    type Answer = Organisation;
    const NAME: &'static str = "organisation_set";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let before = session.today();
        session.workspace()?.transact(|tx| {
            if let Some(name) = &self.name {
                systems::correct_name(tx, name, &self.reason)?;
            }
            self.time_zone.map_or(Ok(()), |zone| systems::set_time_zone(tx, zone))
        })?;
        // Whatever is judged by the day is judged by another.
        if session.today() != before {
            for topic in Topic::ALL {
                session.make_stale(*topic);
            }
        }
        OrganisationShow {}.run(session)
    }
}

/// Lists the time zones there are.
#[derive(Debug, Deserialize, TS)]
pub struct TimeZoneList {}

impl Command for TimeZoneList {
    type Answer = Vec<&'static str>;
    const NAME: &'static str = "time_zone_list";
    const EFFECT: Effect = Effect::Reads(&[]);

    fn run(self, _session: &mut Session) -> Result<Self::Answer> {
        Ok(Zone::names().collect())
    }
}
