//! Other people's programs on other people's bytes: each is started by a child of this program, which limits itself and then
//! becomes it. It is given a private copy of the bytes, in a folder that goes with it, and never a path of anything else.

use std::ffi::{OsStr, OsString};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use super::limits;
use super::model::{FIRST_ARGUMENT, Failed, LONGEST_ANSWER, Start};

/// The second argument of a child that becomes another program; then follow the program and its arguments.
pub(super) const SECOND_ARGUMENT: &str = "program";
/// The same for a program that may write files.
pub(super) const SECOND_ARGUMENT_WRITES: &str = "writing-program";
/// Stands for the copy in a program's arguments.
pub const COPY: &str = "{copy}";

/// Another program that can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tool {
    /// By what it is asked for.
    pub name: &'static str,
    /// Where it lies.
    pub program: PathBuf,
    /// Its version, as it says it.
    pub version: String,
    /// What a person set for it, such as languages.
    pub setting: String,
    /// How often a person wanted it to try again.
    pub again: u32,
}

/// How another program is asked.
#[derive(Debug, Clone, Copy)]
pub struct Errand<'a> {
    /// Where it lies.
    pub program: &'a Path,
    /// Its arguments; [`COPY`] stands for the copy.
    pub args: &'a [&'a str],
    /// Where its answer is.
    pub gives: Gives<'a>,
    /// How long it may take.
    pub time: Duration,
    /// Whether it may write files, into that folder: some do even to say their version.
    pub writes: bool,
    /// By which exit code it asks to be started once more, in the same folder.
    pub again: Option<i32>,
}

impl<'a> Errand<'a> {
    /// A program whose answer is what it prints.
    pub fn printed(program: &'a Path, args: &'a [&'a str], time: Duration) -> Self {
        Self { program, args, gives: Gives::Printed, time, writes: false, again: None }
    }
}

/// Where a program's answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gives<'a> {
    /// In what it prints.
    Printed,
    /// In what it complains of: some say their version only so.
    Complaints,
    /// In a file of that name beside the copy.
    File(&'a str),
}

/// Runs a program on a copy of some bytes, in a folder made for it, and gives its answer.
pub(super) fn run(start: &Start, errand: &Errand<'_>, bytes: &[u8]) -> Result<Vec<u8>, Failed> {
    let not_started = |_| Failed::NotStarted;
    let folder = tempfile::tempdir().map_err(not_started)?;
    let copy = folder.path().join("copy");
    std::fs::write(&copy, bytes).map_err(not_started)?;
    let began = || -> Result<(Vec<u8>, Option<i32>), Failed> {
        let child = command(start, errand, folder.path(), &copy).spawn().map_err(not_started)?;
        hear(child, errand.time)
    };
    let (mut said, mut code) = began()?;
    if code.is_some() && code == errand.again {
        (said, code) = began()?;
    }
    match errand.gives {
        Gives::Complaints => Ok(said),
        _ if code != Some(0) => Err(Failed::Ended),
        Gives::Printed => Ok(said),
        Gives::File(name) => written(&folder.path().join(name)),
    }
}

/// The child that becomes the program.
fn command(start: &Start, errand: &Errand<'_>, folder: &Path, copy: &Path) -> Command {
    let mut command = Command::new(&start.program);
    let second = if errand.writes { SECOND_ARGUMENT_WRITES } else { SECOND_ARGUMENT };
    command.arg(FIRST_ARGUMENT).arg(second).arg(errand.program);
    command.args(errand.args.iter().map(|arg| if *arg == COPY { copy.as_os_str() } else { OsStr::new(arg) }));
    command.env_clear().envs(start.environment.iter().map(|(name, value)| (name, value)));
    // Programs look for their own settings at home: there are none, and what they keep there goes with the folder.
    command.env("LC_ALL", "C.UTF-8").env("HOME", folder).env("OMP_THREAD_LIMIT", "1");
    for variable in ["TMPDIR", "TEMP", "TMP"] {
        command.env(variable, folder);
    }
    command.current_dir(folder).stdin(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let complains = errand.gives == Gives::Complaints;
    command.stdout(if complains { Stdio::null() } else { Stdio::piped() });
    command.stderr(if complains { Stdio::piped() } else { Stdio::null() });
    command
}

/// What a program says, and its exit code; one that takes too long, or says too much, is ended.
fn hear(mut child: Child, time: Duration) -> Result<(Vec<u8>, Option<i32>), Failed> {
    let pipe: Option<Box<dyn Read + Send>> = match (child.stdout.take(), child.stderr.take()) {
        (Some(out), _) => Some(Box::new(out)),
        (None, Some(err)) => Some(Box::new(err)),
        (None, None) => None,
    };
    let (send, receive) = channel();
    let reading = std::thread::Builder::new().spawn(move || {
        let mut answer = Vec::new();
        let read = pipe.map(|pipe| pipe.take(LONGEST_ANSWER as u64 + 1).read_to_end(&mut answer));
        let _ = send.send(read.is_some_and(|read| read.is_ok()).then_some(answer));
    });
    let answer = if reading.is_ok() { receive.recv_timeout(time) } else { Ok(None) };
    if !matches!(&answer, Ok(Some(answer)) if answer.len() <= LONGEST_ANSWER) {
        // What it started itself ends with it.
        #[cfg(unix)]
        let _ = rustix::process::kill_process_group(
            rustix::process::Pid::from_child(&child),
            rustix::process::Signal::KILL,
        );
        let _ = child.kill();
    }
    let ended = child.wait();
    match answer {
        Err(_) => Err(Failed::TooSlow),
        Ok(Some(answer)) if answer.len() > LONGEST_ANSWER => Err(Failed::OutOfForm),
        Ok(Some(answer)) => Ok((answer, ended.ok().and_then(|status| status.code()))),
        Ok(None) => Err(Failed::Ended),
    }
}

/// A file that a program wrote.
fn written(path: &Path) -> Result<Vec<u8>, Failed> {
    let plain = std::fs::symlink_metadata(path).is_ok_and(|found| found.is_file());
    let file = if plain { std::fs::File::open(path).ok() } else { None };
    let mut bytes = Vec::new();
    file.and_then(|file| file.take(LONGEST_ANSWER as u64 + 1).read_to_end(&mut bytes).ok()).ok_or(Failed::Ended)?;
    if bytes.len() > LONGEST_ANSWER { Err(Failed::OutOfForm) } else { Ok(bytes) }
}

/// In the child: limits itself, and becomes the program.
pub(super) fn become_program(writes: bool, mut args: impl Iterator<Item = OsString>) -> ExitCode {
    let Some(program) = args.next() else { return ExitCode::FAILURE };
    limits::begin_program(writes);
    let mut command = Command::new(program);
    command.args(args);
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;
        // It comes back only where it failed.
        let _ = command.exec();
        ExitCode::FAILURE
    }
    #[cfg(not(unix))]
    match command.status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
