//! The terminal program: everything the app does can be scripted. Answers go to standard output, as text or
//! with `--json`; refusals to standard error; exit code 0 done, 1 refused or a check failed, 2 wrong usage,
//! 3 done but for what is counted or named: files of an import whose bytes could not be taken, checks of a pack that could not be made.

#![allow(clippy::print_stdout, clippy::print_stderr)]

mod args;
mod print;
mod progress;
mod refusals;
mod run;
mod words;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::{CommandFactory, FromArgMatches};

use crate::api::{self, Session};
use crate::error::Error;
use crate::host::{arguments, config_folder, here_contained};
use args::Args;
use run::Done;

pub use refusals::REASONS;

/// Runs the program with the process's own arguments.
pub fn main() -> ExitCode {
    let args = match parsed() {
        Ok(args) => args,
        Err(e) => {
            let _ = e.print();
            return ExitCode::from(if e.use_stderr() { 2 } else { 0 });
        }
    };
    let json = args.json;
    // A fault of ours must not show its inside: the user gets the same three parts as for any refusal.
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| start(args)));
    std::panic::set_hook(hook);
    match outcome.unwrap_or_else(|_| Err(Error::internal("it stopped in the middle"))) {
        Ok(Done::All) => ExitCode::SUCCESS,
        Ok(Done::Failed) => ExitCode::from(1),
        Ok(Done::Part) => ExitCode::from(3),
        Err(e) => {
            if json {
                eprintln!("{}", words::json(&e));
            } else {
                let (message, hint) = words::say(&e);
                eprintln!("{message}\n→ {hint}");
            }
            ExitCode::from(1)
        }
    }
}

/// What was typed. A wrong use is said with the usage of the command that it was meant for.
fn parsed() -> Result<Args, clap::Error> {
    let mut command = args::helped(Args::command());
    let found = command.try_get_matches_from_mut(args::with_minus_words(arguments()))?;
    Args::from_arg_matches(&found).map_err(|e| e.format(&mut command))
}

/// Says once that another program is waited for, where that lasts.
fn say_that_it_waits() {
    while api::waited() < Duration::from_secs(1) {
        std::thread::sleep(Duration::from_millis(100));
    }
    eprintln!(
        "Another program is writing to this workspace; waiting for it, up to {} seconds.",
        api::PATIENCE.as_secs()
    );
}

fn start(args: Args) -> crate::error::Result<Done> {
    let folder = args.workspace.clone().unwrap_or_else(|| PathBuf::from("."));
    let Some(config) = args.config.clone().or_else(config_folder) else {
        return Err(refusals::config_folder_unknown());
    };
    let mut session = Session::new(&folder, &config, here_contained());
    session.act_as(args.actor.clone());
    if args.clock_is_right {
        session.clock_is_right();
    }
    progress::show(&mut session);
    let json = args.json;
    // With --json, standard error holds a refusal and nothing else.
    if !json {
        let _ = std::thread::Builder::new().spawn(say_that_it_waits);
    }
    let outcome = run::run(args, &mut session);
    if let Some(day) = session.written_elsewhere().filter(|_| !json) {
        eprintln!("This workspace was last used on another machine, on {day}.");
    }
    outcome
}
