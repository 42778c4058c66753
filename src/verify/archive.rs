//! Reading a pack, once, from front to back, in bounded memory: the ZIP, or the folder it was unpacked to.

use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use super::contents::{Contents, Names, Watch};
use super::report::{MOST, Report};
use super::zip::{Outcome, Stop, Zip, bounds, fault};
use super::{Fact, folder, names, refusals};
use crate::disk;
use crate::error::{Error, Result};

/// The end of a ZIP with the longest comment.
const END_WITH_COMMENT: u64 = 22 + 0xffff;

/// Reads a pack: the ZIP, or the folder it was unpacked to. Nothing where it cannot be read to its end; the report says why.
pub(super) fn read(path: &Path, report: &mut Report, watch: Watch<'_>) -> Result<Option<Contents>> {
    let (mut names, mut contents) = (Names::default(), Contents::default());
    let meta = std::fs::metadata(path).map_err(|e| Error::io(path, e))?;
    let read = if meta.is_dir() {
        folder::read(path, &mut contents, &mut names, watch)?
    } else if meta.is_file() {
        read_zip(path, meta.len(), &mut contents, &mut names, watch)?
    } else {
        return Err(refusals::pack_unreadable(path.display()));
    };
    let read = read.and_then(|()| contents.bounded());

    let before = report.findings.len();
    let form = contents.form();
    let too_long: Vec<String> = contents
        .hashes
        .keys()
        .map(|name| format!("{}/{name}", contents.top))
        .filter(|path| names::long(path))
        .take(MOST)
        .collect();
    if form == 1 && !too_long.is_empty() {
        report.unmet("names", Fact::LongNames { files: too_long.len() });
    } else {
        for path in &too_long {
            names.find("name_long", path, "is longer than some file systems take");
        }
    }
    for (code, place, message) in names.found {
        report.find(code, place, message);
    }
    let said = Fact::Names { files: contents.hashes.len(), folder: contents.top.clone() };
    report.close("names", before, said);

    let before = report.findings.len();
    let whole = match read {
        Ok(()) => true,
        Err(Stop::Fault(fault)) => {
            report.find(fault.code, fault.place, fault.message);
            false
        }
        Err(Stop::Io(e)) => return Err(Error::io(path, e)),
    };
    for name in std::mem::take(&mut contents.damaged) {
        report.find("pack_damaged", name.clone(), format!("{name} is damaged in the archive"));
    }
    report.close("archive", before, Fact::ArchiveReadable);
    Ok(whole.then_some(contents))
}

/// Reads the ZIP; within, what is wrong with it.
fn read_zip(
    path: &Path,
    length: u64,
    contents: &mut Contents,
    names: &mut Names,
    watch: Watch<'_>,
) -> Result<Outcome<()>> {
    let io = |e| Error::io(path, e);
    let mut file = disk::open_named(path)?;
    let (mut first, mut last) = (Vec::new(), Vec::new());
    Read::by_ref(&mut file).take(4).read_to_end(&mut first).map_err(io)?;
    file.seek(SeekFrom::Start(length.saturating_sub(END_WITH_COMMENT))).map_err(io)?;
    Read::by_ref(&mut file).take(END_WITH_COMMENT).read_to_end(&mut last).map_err(io)?;
    file.seek(SeekFrom::Start(0)).map_err(io)?;
    let files = match bounds(&first, &last) {
        None => return Err(refusals::pack_unreadable(path.display())),
        Some(Err(stop)) => return Ok(Err(stop)),
        Some(Ok(files)) => u64::from(files),
    };
    let mut zip = Zip::new(BufReader::with_capacity(1 << 18, file), length);
    let mut block = vec![0; 1 << 18];
    let mut place = None;
    let mut done = 0;
    loop {
        watch.go_on()?;
        (watch.progress)(done, files.max(done));
        let name = match zip.next() {
            Ok(Some(name)) => name.to_owned(),
            Ok(None) => break,
            Err(stop) => return Ok(Err(stop)),
        };
        done += 1;
        let Some(rest) = below(&mut contents.top, &name, names) else {
            if let Err(stop) = skip(&mut zip, &mut block) {
                return Ok(Err(stop));
            }
            continue;
        };
        let stands = names::order(rest).map(|(n, name)| (n, name.to_owned()));
        if place >= stands {
            return Ok(fault("zip_unusual", name, "The files do not stand in the order in which a pack has them"));
        }
        place = stands;
        let read = contents
            .take(rest.to_owned(), &mut block, |block| if watch.go_on().is_err() { Ok(0) } else { zip.content(block) });
        watch.go_on()?;
        if let Err(stop) = read {
            return Ok(Err(stop));
        }
        if !zip.sound() {
            contents.damaged.push(rest.to_owned());
        }
    }
    contents.day = Some(zip.day());
    if contents.hashes.is_empty() {
        return Ok(fault("pack_damaged", "", "The archive holds no files of a pack"));
    }
    Ok(zip.finish().map(drop))
}

/// The path below the pack's folder, which the first file names; nothing where it may not be there.
fn below<'n>(top: &mut String, name: &'n str, names: &mut Names) -> Option<&'n str> {
    let (folder, rest) = name.split_once('/').unwrap_or((name, ""));
    if top.is_empty() {
        folder.clone_into(top);
        if let Some(why) = names::top_unsafe_because(folder) {
            names.find("name_unsafe", folder, &format!("{why}; do not unpack this file"));
        }
    }
    if folder != top || rest.is_empty() {
        names.find("name_unsafe", name, "lies outside of the pack's folder; do not unpack this file");
        return None;
    }
    names.admit(rest).then_some(rest)
}

fn skip(zip: &mut Zip<impl Read>, block: &mut [u8]) -> Outcome<()> {
    while zip.content(block)? > 0 {}
    Ok(())
}
