//! What LibreOffice reads: it makes a file of an open format of it, which is read like any other. So sheets and slides stay
//! sheets and slides.

use std::time::Duration;

use super::super::ask::ask;
use super::super::compound;
use super::super::model::{Extracted, Media};
use super::super::works::TEXT;
use super::read::{Read, named};
use crate::contained::{COPY, Containment, Errand, Gives, Tool};
use crate::text::words;

/// How long a file may take: with it the program starts anew.
const TIME: Duration = Duration::from_secs(90);

/// By which bytes a file begins that an office program wrote and nothing here reads, and what becomes of it.
const BEGINNINGS: &[(&[u8], &str)] = &[
    (b"\xffWPC", "odt"),
    (b"\xdb\xa5\x2d\0", "odt"),
    (b"\x31\xbe\0\0", "odt"),
    (b"\x32\xbe\0\0", "odt"),
    (b"\xfe\x37\0\x1c", "odt"),
    (b"\xfe\x37\0\x23", "odt"),
    (b"WordPro\0", "odt"),
    (b"\0\0\x02\0\x06\x04", "ods"),
    (b"\0\0\x02\0\x04\x04", "ods"),
    (b"\0\0\x1a\0\0\x10", "ods"),
    (b"\0\0\x1a\0\x02\x10", "ods"),
    (b"\0\0\x1a\0\x05\x10", "ods"),
    (b"\0\0\x02\0\x01\x10", "ods"),
    (b"\x09\0\x04\0", "ods"),
    (b"\x09\x02\x06\0", "ods"),
    (b"\x09\x04\x06\0", "ods"),
];

/// The same by the streams of a compound file.
const STREAMS: &[(&str, &str)] = &[
    ("/StarWriterDocument", "odt"),
    ("/StarCalcDocument", "ods"),
    ("/StarDrawDocument3", "odp"),
    ("/StarDrawDocument", "odp"),
    ("/MatOST", "odt"),
    ("/PerfectOffice_MAIN", "odt"),
    ("/NativeContent_MAIN", "ods"),
    ("/VisioDocument", "pdf"),
    ("/Quill", "pdf"),
];

/// Reads a file by what LibreOffice makes of it.
pub(super) fn read(tool: &Tool, media: Media, bytes: &[u8], contained: &Containment) -> Option<Read> {
    let target = target(media, bytes)?;
    let written = format!("copy.{target}");
    let args = [
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--nologo",
        "--nofirststartwizard",
        "--convert-to",
        target,
        COPY,
    ];
    // Whoever starts it with new settings is told to start it again, once they are made.
    let again = Some(81);
    let gives = Gives::File(&written);
    let errand = Errand { program: &tool.program, args: &args, gives, time: TIME, writes: true, again };
    let made = contained.program(&errand, bytes).ok()?;
    let Extracted { text, problem, .. } = ask(TEXT, &made, contained).ok()?;
    (!words(&text).is_empty()).then(|| Read { text, engine: named(tool), problem })
}

/// What is made of a file; nothing where no office program wrote it: LibreOffice takes anything for a text.
fn target(media: Media, bytes: &[u8]) -> Option<&'static str> {
    match media {
        Media::Doc | Media::Docx | Media::Odt | Media::Rtf => Some("odt"),
        Media::Xls | Media::Xlsx | Media::Ods => Some("ods"),
        Media::Ppt | Media::Pptx | Media::Odp => Some("odp"),
        Media::Other => {
            let begins = BEGINNINGS.iter().find(|(begins, _)| bytes.starts_with(begins));
            let holds = || {
                let file = compound::open(bytes)?;
                STREAMS.iter().find(|(stream, _)| file.exists(stream)).map(|(_, target)| *target)
            };
            begins.map(|(_, target)| *target).or_else(holds)
        }
        _ => None,
    }
}
