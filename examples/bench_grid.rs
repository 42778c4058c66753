//! Measures the grid of applicability: `bench_grid DIR`. The sample organisation holds every edition there is, one of them with
//! 200 controls that are all decided; printed is, in milliseconds, what the window asks when the grid opens, when a control is
//! clicked and when one is decided, each with its answer written as the window gets it. Goals: 100 to open, 50 a click.

#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::pedantic, missing_docs)]

use std::path::Path;
use std::time::Instant;

use clausebook::api::{
    ApplicabilityForetell, ApplicabilityList, ApplicabilitySet, ApplicabilityShow, Command, CoverageShow, Here,
    Session, SoaShow,
};
use clausebook::applicability::{self, Change, Implemented, OwnControl};
use clausebook::contained::Containment;
use clausebook::day::Zone;
use clausebook::demo;
use clausebook::rebuild;
use clausebook::systems;
use clausebook::workspace::Clock;
use serde_json::json;

/// So many controls the large edition has, with the organisation's own.
const CONTROLS: usize = 200;

fn main() {
    let folder = std::env::args().nth(1).unwrap();
    let (root, config) = (Path::new(&folder).join("ws"), Path::new(&folder).join("config"));
    let now = Clock::Machine.now();
    fill(&root, &config, now);
    let here = Here {
        clock: Clock::Fixed(now),
        zone: Zone::UTC,
        login: "bench".into(),
        contained: Containment::here(),
        agent: None,
    };
    let mut session = Session::new(&root, &config, here);
    session.act_as(Some("quality@example.org".into()));
    say("systems", ask::<ApplicabilityList>(&mut session, json!({})).1.as_array().unwrap().len() as f64);
    let of = json!({"standard": "27001:2022"});
    say(
        "grid_open_ms",
        median(|| {
            ask::<ApplicabilityList>(&mut session, of.clone()).0
                + ask::<CoverageShow>(&mut session, json!({"standard": "27001:2022", "named": true})).0
                + ask::<SoaShow>(&mut session, of.clone()).0
        }),
    );
    say("grid_all_systems_ms", median(|| ask::<ApplicabilityList>(&mut session, json!({})).0));
    let one = json!({"standard": "27001:2022", "clause": "A.8.13"});
    say("grid_click_ms", median(|| ask::<ApplicabilityShow>(&mut session, one.clone()).0));
    let decide = |yes: bool| {
        let implemented = if yes { "yes" } else { "no" };
        json!({"standard": "27001:2022", "clauses": ["A.8.13"], "applies": true, "reason": "a risk", "implemented": implemented})
    };
    say("grid_foretell_ms", median(|| ask::<ApplicabilityForetell>(&mut session, decide(false)).0));
    let mut yes = true;
    say(
        "grid_decide_ms",
        median(|| {
            yes = !yes;
            ask::<ApplicabilitySet>(&mut session, decide(yes)).0
        }),
    );
}

fn fill(root: &Path, config: &Path, now: i64) {
    let mut workspace = rebuild::create_workspace(root, config).unwrap();
    workspace.set_clock(Clock::Fixed(now));
    let today = workspace.today().unwrap();
    demo::fill(&mut workspace, Zone::UTC, today).unwrap();
    workspace.act_as("quality@example.org".to_owned());
    workspace
        .transact(|tx| {
            systems::establish(tx, &"27001:2013".parse()?)?;
            let edition = "27001:2022".parse()?;
            let there =
                applicability::list(tx.db(), &edition)?.iter().filter(|row| row.control && !row.heading).count();
            let own: Vec<String> = (there..CONTROLS).map(|n| format!("OWN-{n}")).collect();
            for code in &own {
                let control = OwnControl { title: format!("Control {code}"), origin: "Contract".into() };
                applicability::name_control(tx, "27001:2022", code, control, "")?;
            }
            let change = Change {
                applies: Some(true),
                reason: Some("asked for by a customer".into()),
                implemented: Some(Implemented::Yes),
                ..Change::default()
            };
            applicability::decide(tx, "27001:2022", &own, &change).map(drop)
        })
        .unwrap();
}

/// Asks as the window does; how long that took with its answer written, in milliseconds, and the answer.
fn ask<C: Command + serde::de::DeserializeOwned>(
    session: &mut Session,
    request: serde_json::Value,
) -> (f64, serde_json::Value) {
    let began = Instant::now();
    let command: C = serde_json::from_value(request).unwrap();
    let answer = command.call(session).unwrap();
    let text = serde_json::to_string(&answer).unwrap();
    let took = began.elapsed().as_secs_f64() * 1000.0;
    (took, serde_json::from_str(&text).unwrap())
}

fn say(name: &str, value: f64) {
    println!("{name} {value:.2}");
}

/// The median of several runs.
fn median(mut work: impl FnMut() -> f64) -> f64 {
    let mut times: Vec<f64> = (0..11).map(|_| work()).collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
