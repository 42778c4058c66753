//! The machine as it is: its clock, its time zone and who is logged in, asked in one place for the window and the terminal.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::api::Here;
use crate::contained::{self, Containment, Start, Work};
use crate::day::Zone;
use crate::extract;
use crate::rebuild;
use crate::signing::{Agent, Passphrase};
use crate::workspace::Clock;

/// The machine as it is: its clock; its time zone or, as for every program, the one that `TZ` names; and the login.
pub fn here() -> Here {
    let named = std::env::var("TZ").ok().and_then(|text| named(&text));
    let zone = named.or_else(|| iana_time_zone::get_timezone().ok()?.parse().ok());
    let named = ["LOGNAME", "USER", "USERNAME"].into_iter().find_map(|name| login(&std::env::var(name).ok()?));
    let login = named.unwrap_or_else(|| String::from("local"));
    Here {
        clock: Clock::Machine,
        zone: zone.unwrap_or(Zone::UTC),
        login,
        contained: Containment::here(),
        agent: agent(),
    }
}

/// The agent that the environment names; on Windows that of the system, which listens under one name.
fn agent() -> Option<Agent> {
    let named = std::env::var_os("SSH_AUTH_SOCK").filter(|socket| !socket.is_empty());
    let usual = cfg!(windows).then(|| r"\\.\pipe\openssh-ssh-agent".into());
    named.or(usual).map(Agent::at)
}

/// The arguments that the process was started with, its own name first.
pub fn arguments() -> Vec<OsString> {
    std::env::args_os().collect()
}

/// The passphrase of whoever acts, as a script gives it; it is asked for nowhere else in the environment.
pub fn given_passphrase() -> Option<Passphrase> {
    std::env::var("CLAUSEBOOK_PASSPHRASE").ok().map(Passphrase::new)
}

/// What a child of this program is asked to do.
const WORKS: &[Work] =
    &[extract::TEXT, extract::PARTS, extract::KIND, extract::OPEN, extract::TABLES, rebuild::PACK_PAGES];

/// Where this process is a child that reads foreign files, does so until it is no more asked. A program that uses
/// [`here_contained`] begins with this, before it looks at its arguments or opens anything.
pub fn contained() -> Option<ExitCode> {
    let first = std::env::args_os().nth(1)?;
    (first == contained::FIRST_ARGUMENT).then(|| contained::serve(WORKS, std::env::args_os().skip(2)))
}

/// The same machine, with foreign files read in children of this program.
pub fn here_contained() -> Here {
    // On Linux this names the program that runs, also after another was installed over it.
    let itself = Some(PathBuf::from("/proc/self/exe")).filter(|path| path.exists());
    match itself.or_else(|| std::env::current_exe().ok()) {
        Some(program) => {
            // Without it no program of Windows finds its libraries.
            let root = std::env::var_os("SystemRoot").map(|root| ("SystemRoot", root));
            let start = Start { environment: root.into_iter().collect(), ..Start::of(program) };
            Here { contained: Containment::in_children(start), ..here() }
        }
        None => here(),
    }
}

/// The login that a value names. An address of e-mail is none: under one only a person acts who is enrolled.
fn login(text: &str) -> Option<String> {
    let text = text.trim();
    let plain = !text.contains(|c: char| c == '@' || c.is_control());
    (plain && (1..=64).contains(&text.chars().count())).then(|| text.to_owned())
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
    fn a_login_is_a_plain_name_and_never_somebodys_address() {
        assert_eq!(login(" quality "), Some("quality".to_owned()));
        let long = "x".repeat(65);
        for none in ["", "  ", "qm@example.org", "a\nb", long.as_str()] {
            assert_eq!(login(none), None, "{none:?}");
        }
    }

    #[test]
    fn the_environment_names_a_zone_in_each_way_there_is() {
        let name = |text| named(text).map(Zone::name);
        for text in ["Asia/Tokyo", ":Asia/Tokyo", "/usr/share/zoneinfo/Asia/Tokyo"] {
            assert_eq!(name(text), Some("Asia/Tokyo"), "{text}");
        }
        assert_eq!((name(""), name("CET-1CEST,M3.5.0,M10.5.0/3")), (Some("UTC"), None));
    }
}
