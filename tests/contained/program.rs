//! Other people's programs: each sees a copy and nothing of ours, and takes no more than it is given.

use std::path::Path;
use std::time::{Duration, Instant};

use clausebook::contained::{COPY, Containment, Errand, Failed, Gives};

use super::children;

const TIME: Duration = Duration::from_secs(20);

fn run(program: &str, args: &[&str], bytes: &[u8]) -> Result<String, Failed> {
    let errand = Errand::printed(Path::new(program), args, TIME);
    children().program(&errand, bytes).map(|out| String::from_utf8(out).unwrap())
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
    let slow = children().program(&Errand::printed(Path::new("/bin/sleep"), &["30"], Duration::from_millis(400)), b"");
    assert_eq!(slow, Err(Failed::TooSlow));
    assert!(began.elapsed() < Duration::from_secs(10), "it is ended, not waited for");
    assert_eq!(run("/bin/sh", &["-c", "exit 3"], b""), Err(Failed::Ended));
    assert_eq!(run("/no/such/program", &[], b""), Err(Failed::Ended));
    let nowhere = Containment::here().program(&Errand::printed(Path::new("/bin/cat"), &[], TIME), b"");
    assert_eq!(nowhere, Err(Failed::NotStarted));
    #[cfg(target_os = "linux")]
    {
        let written = run("/bin/sh", &["-c", "trap '' XFSZ; echo words > more; cat more"], b"");
        assert!(written.is_err() || written == Ok(String::new()), "no file is written: {written:?}");
        let limits = run("/bin/cat", &["/proc/self/limits"], b"").unwrap();
        let memory = limits.lines().find(|line| line.starts_with("Max address space")).unwrap();
        assert!(memory.contains("2147483648"), "{memory}");
    }
}

#[test]
fn a_program_that_writes_gives_its_file_and_nothing_else_is_left() {
    let write = |script: &str, again| {
        let args = ["-c", script, COPY];
        let (program, gives) = (Path::new("/bin/sh"), Gives::File("made"));
        let errand = Errand { program, args: &args, gives, time: TIME, writes: true, again };
        children().program(&errand, b"the bytes").map(|made| String::from_utf8(made).unwrap())
    };
    assert_eq!(write("cat copy > made; echo more > beside", None), Ok(String::from("the bytes")));
    assert_eq!(write("echo printed", None), Err(Failed::Ended), "nothing was written");
    assert_eq!(write("ln -s /etc/passwd made", None), Err(Failed::Ended), "a link is no answer");
    let once_more = "[ -e begun ] && cat copy > made || { touch begun; exit 81; }";
    assert_eq!(write(once_more, Some(81)), Ok(String::from("the bytes")));
    assert_eq!(write(once_more, None), Err(Failed::Ended));
    assert_eq!(write("exit 81", Some(81)), Err(Failed::Ended), "once more, not for ever");
}
