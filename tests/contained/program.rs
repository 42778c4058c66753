//! Other people's programs: each sees a copy and nothing of ours, and takes no more than it is given.

use std::path::Path;
use std::time::{Duration, Instant};

use clausebook::contained::{COPY, Containment, Failed};

use super::children;

const TIME: Duration = Duration::from_secs(20);

fn run(program: &str, args: &[&str], bytes: &[u8]) -> Result<String, Failed> {
    children().program(Path::new(program), args, bytes, TIME).map(|out| String::from_utf8(out).unwrap())
}

#[test]
fn a_program_is_given_a_copy_in_a_folder_of_its_own_and_no_environment() {
    assert_eq!(run("/bin/cat", &[COPY], b"the bytes"), Ok(String::from("the bytes")));
    let seen = run("/bin/sh", &["-c", "pwd; ls; echo $HOME; echo $USER$CARGO_MANIFEST_DIR"], b"x").unwrap();
    let lines: Vec<&str> = seen.lines().collect();
    assert_eq!((lines[1], lines[2], lines[3]), ("copy", lines[0], ""), "{seen}");
    assert!(!Path::new(lines[0]).exists(), "the folder goes with it: {seen}");
}

#[test]
fn a_program_is_ended_and_its_limits_are_kept() {
    let began = Instant::now();
    let slow = children().program(Path::new("/bin/sleep"), &["30"], b"", Duration::from_millis(400));
    assert_eq!(slow, Err(Failed::TooSlow));
    assert!(began.elapsed() < Duration::from_secs(10), "it is ended, not waited for");
    assert_eq!(run("/bin/sh", &["-c", "exit 3"], b""), Err(Failed::Ended));
    assert_eq!(run("/no/such/program", &[], b""), Err(Failed::Ended));
    assert_eq!(Containment::here().program(Path::new("/bin/cat"), &[], b"", TIME), Err(Failed::NotStarted));
    #[cfg(target_os = "linux")]
    {
        let written = run("/bin/sh", &["-c", "trap '' XFSZ; echo words > more; cat more"], b"");
        assert!(written.is_err() || written == Ok(String::new()), "no file is written: {written:?}");
        let limits = run("/bin/cat", &["/proc/self/limits"], b"").unwrap();
        let memory = limits.lines().find(|line| line.starts_with("Max address space")).unwrap();
        assert!(memory.contains("2147483648"), "{memory}");
    }
}
