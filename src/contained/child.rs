//! The child: reads questions from standard input, answers on standard output, and ends when the pipe is closed, also in
//! the middle of its work.

use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::model::{LONGEST_ANSWER, PATIENCE, WITHIN, Work};
use super::program::{SECOND_ARGUMENT, SECOND_ARGUMENT_WRITES, become_program};
use super::{frames, guarded, limits};

/// Does the work that is asked for, until nobody asks. `args` are those behind the first: where they name a program, this
/// process becomes it.
pub fn serve(works: &'static [Work], mut args: impl Iterator<Item = OsString>) -> ExitCode {
    let mut time = None;
    match args.next() {
        Some(second) if second == SECOND_ARGUMENT || second == SECOND_ARGUMENT_WRITES => {
            return become_program(second == SECOND_ARGUMENT_WRITES, args);
        }
        Some(second) if second == WITHIN => {
            let mut number = || args.next().and_then(|number| number.to_str()?.parse().ok());
            limits::begin(number());
            time = number().map(Duration::from_secs);
        }
        _ => limits::begin(None),
    }
    let Ok(out) = answers() else { return ExitCode::FAILURE };
    let (questions, asked) = channel();
    let worker = std::thread::Builder::new().stack_size(guarded::STACK).spawn(move || work(works, time, &asked, out));
    if worker.is_err() {
        return ExitCode::FAILURE;
    }
    let mut input = io::stdin().lock();
    // This thread never works: it sees the pipe closed while the other one does.
    while let Some(question) = frames::asked(&mut input) {
        if questions.send(question).is_err() {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// `time` is what each question may take of the processor; otherwise that follows from its length.
fn work(works: &[Work], time: Option<Duration>, asked: &Receiver<(String, Vec<u8>)>, mut out: File) {
    guarded::enter();
    for (name, bytes) in asked {
        limits::give(time.unwrap_or_else(|| limits::time_for(PATIENCE, bytes.len())));
        let Some(work) = works.iter().find(|work| work.name == name) else { return };
        let answer = guarded::contain(|| (work.run)(&bytes)).filter(|answer| answer.len() <= LONGEST_ANSWER);
        if frames::answer(&mut out, answer.as_deref()).is_err() {
            return;
        }
    }
}

/// Standard output for answers alone: what a reader prints goes nowhere.
#[cfg(unix)]
fn answers() -> io::Result<File> {
    let out = rustix::io::dup(rustix::stdio::stdout())?;
    rustix::stdio::dup2_stdout(rustix::stdio::stderr())?;
    Ok(File::from(out))
}

#[cfg(windows)]
fn answers() -> io::Result<File> {
    use std::os::windows::io::AsHandle;
    Ok(File::from(io::stdout().as_handle().try_clone_to_owned()?))
}
