//! Other people's programs on other people's bytes: each is started by a child of this program, which limits itself and then
//! becomes it. It is given a private copy of the bytes, in a folder that goes with it, and never a path of anything else.

use std::ffi::OsString;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use super::limits;
use super::model::{FIRST_ARGUMENT, Failed, LONGEST_ANSWER, Start};

/// The second argument of a child that becomes another program; then follow the program and its arguments.
pub(super) const SECOND_ARGUMENT: &str = "program";
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
}

/// Runs a program on a copy of some bytes, and gives what it prints, or what it complains of where `complaints` are asked for.
pub(super) fn run(
    start: &Start,
    program: &Path,
    args: &[&str],
    bytes: &[u8],
    time: Duration,
    complaints: bool,
) -> Result<Vec<u8>, Failed> {
    let not_started = |_| Failed::NotStarted;
    let folder = tempfile::tempdir().map_err(not_started)?;
    let copy = folder.path().join("copy");
    std::fs::write(&copy, bytes).map_err(not_started)?;
    let mut command = Command::new(&start.program);
    command.arg(FIRST_ARGUMENT).arg(SECOND_ARGUMENT).arg(program);
    command.args(args.iter().map(|arg| if *arg == COPY { copy.clone().into_os_string() } else { OsString::from(arg) }));
    command.env_clear().envs(start.environment.iter().map(|(name, value)| (name, value)));
    // Programs look for their own settings at home: there are none.
    command.env("LC_ALL", "C.UTF-8").env("HOME", folder.path()).env("OMP_THREAD_LIMIT", "1");
    command.current_dir(folder.path()).stdin(Stdio::null());
    command.stdout(if complaints { Stdio::null() } else { Stdio::piped() });
    command.stderr(if complaints { Stdio::piped() } else { Stdio::null() });
    let mut child = command.spawn().map_err(not_started)?;
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
        let _ = child.kill();
    }
    let ended = child.wait();
    match answer {
        Err(_) => Err(Failed::TooSlow),
        Ok(Some(answer)) if answer.len() > LONGEST_ANSWER => Err(Failed::OutOfForm),
        Ok(Some(answer)) if complaints || ended.is_ok_and(|status| status.success()) => Ok(answer),
        Ok(_) => Err(Failed::Ended),
    }
}

/// In the child: limits itself, and becomes the program.
pub(super) fn become_program(mut args: impl Iterator<Item = OsString>) -> ExitCode {
    let Some(program) = args.next() else { return ExitCode::FAILURE };
    limits::begin_program();
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
