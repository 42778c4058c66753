//! Files that the user named: whole or not there, and never written over without a word.

use std::collections::BTreeSet;

use clausebook::saved::{self, Target};

use crate::support::{Place, file};

fn left(place: &Place) -> Vec<String> {
    let mut left: Vec<String> = std::fs::read_dir(place.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    left
}

#[test]
fn a_file_that_is_there_is_written_over_only_where_the_user_said_so() {
    let place = Place::new();
    let path = file(place.folder.path(), "a.ics", b"mine");
    let taken = Target { path: &path, overwrite: false }.write(b"new").unwrap_err();
    assert_eq!((taken.reason().name, std::fs::read(&path).unwrap()), ("target_taken", b"mine".to_vec()));
    Target { path: &path, overwrite: true }.write(b"new").unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"new");
    for overwrite in [false, true] {
        let folder = Target { path: place.folder.path(), overwrite }.write(b"new").unwrap_err();
        assert_eq!(folder.reason().name, "target_no_file");
        let device = Target { path: std::path::Path::new("/dev/null"), overwrite }.write(b"new").unwrap_err();
        assert_eq!(device.reason().name, "target_no_file", "a device is not replaced by a file");
    }
    assert_eq!(left(&place), ["a.ics"]);
}

#[test]
fn a_file_is_whole_or_not_there() {
    let place = Place::new();
    let path = place.path("a.txt");
    let target = Target { path: &path, overwrite: false };
    let mut begun = target.begin().unwrap();
    std::io::Write::write_all(begun.file(), b"half").unwrap();
    assert!(!path.exists(), "until it is whole, its place is empty");
    drop(begun);
    assert!(left(&place).is_empty(), "nothing is left of what was not finished");

    let slow = target.begin().unwrap();
    target.write(b"fast").unwrap();
    assert_eq!(slow.finish().unwrap_err().reason().name, "target_taken", "whoever was faster keeps the file");
    assert_eq!((std::fs::read(&path).unwrap(), left(&place)), (b"fast".to_vec(), vec![String::from("a.txt")]));

    let long = place.path(&"x".repeat(255));
    Target { path: &long, overwrite: false }.write(b"long").unwrap();
    let nowhere = place.path("no/such/folder.txt");
    assert!(Target { path: &nowhere, overwrite: false }.write(b"x").is_err());
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o400, 0o400);
    let plain = file(place.folder.path(), "plain", b"");
    assert_eq!(mode, std::fs::metadata(plain).unwrap().permissions().mode(), "others may read it as any file");
}

#[test]
fn every_command_that_writes_a_file_asks_about_one_that_is_there() {
    let place = Place::new();
    place.json(&["demo", place.path("ws").to_str().unwrap()]);
    let (pack, dates) = (place.path("a.zip"), place.path("a.ics"));
    let build = ["pack", "build", "AUD-2026-1", "--out", pack.to_str().unwrap()];
    let list = ["review", "list", "--ics", dates.to_str().unwrap()];
    for (args, path) in [(&build[..], &pack), (&list[..], &dates)] {
        std::fs::write(path, "mine").unwrap();
        let refused = place.refused(args);
        assert_eq!(refused["reason"], "target_taken", "{args:?}");
        assert!(refused["hint"].as_str().unwrap().contains("--overwrite"), "the next step: {refused}");
        assert_eq!(std::fs::read(path).unwrap(), b"mine", "{args:?}");
        place.json(&[args, &["--overwrite"]].concat());
        assert_ne!(std::fs::read(path).unwrap(), b"mine", "{args:?}");
    }
    assert!(left(&place).iter().all(|name| !name.ends_with(".part")), "{:?}", left(&place));
}

#[test]
fn what_two_programs_change_at_once_is_both_there_and_what_is_damaged_is_never_written_over() {
    let place = Place::new();
    let kept = place.path("kept.json");
    std::thread::scope(|scope| {
        for n in 0..8 {
            let kept = &kept;
            scope.spawn(move || {
                for m in 0..10 {
                    let add = |all: &mut BTreeSet<u32>| Ok(all.insert(n * 100 + m));
                    assert!(saved::change_private(kept, add).unwrap());
                }
            });
        }
    });
    assert_eq!(saved::read_private::<BTreeSet<u32>>(&kept).unwrap().len(), 80);
    let whole = std::fs::read(&kept).unwrap();
    std::fs::write(&kept, &whole[..whole.len() - 3]).unwrap();
    let read = saved::read_private::<BTreeSet<u32>>(&kept).unwrap_err();
    let changed = saved::change_private(&kept, |all: &mut BTreeSet<u32>| Ok(all.insert(1))).unwrap_err();
    assert_eq!([read.reason().name, changed.reason().name], ["private_file_damaged"; 2]);
    assert_eq!(std::fs::read(&kept).unwrap(), whole[..whole.len() - 3], "it is left as it was");
    assert_eq!(saved::read_private::<BTreeSet<u32>>(&place.path("none.json")).unwrap(), BTreeSet::new());
}
