//! The machine's time zone, asked in one place for the window and the terminal.

use crate::api::Here;
use crate::day::Zone;
use crate::workspace::Clock;

/// The machine as it is: its clock, and its time zone or, as for every program, the one that `TZ` names.
pub fn here() -> Here {
    let named = std::env::var("TZ").ok().and_then(|text| named(&text));
    let zone = named.or_else(|| iana_time_zone::get_timezone().ok()?.parse().ok());
    Here { clock: Clock::Machine, zone: zone.unwrap_or(Zone::UTC) }
}

/// The zone that a value of `TZ` names: by its name, by a file of the system's database, or none for a rule written out,
/// such as `CET-1CEST`. An empty value is UTC.
fn named(text: &str) -> Option<Zone> {
    let text = text.strip_prefix(':').unwrap_or(text);
    if text.is_empty() {
        return Some(Zone::UTC);
    }
    let name = text.split_once("zoneinfo/").map_or(text, |(_, name)| name);
    name.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_names_a_zone_in_each_way_there_is() {
        let name = |text| named(text).map(Zone::name);
        for text in ["Asia/Tokyo", ":Asia/Tokyo", "/usr/share/zoneinfo/Asia/Tokyo"] {
            assert_eq!(name(text), Some("Asia/Tokyo"), "{text}");
        }
        assert_eq!((name(""), name("CET-1CEST,M3.5.0,M10.5.0/3")), (Some("UTC"), None));
    }
}
