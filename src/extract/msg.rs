//! Messages as Outlook keeps them ([MS-OXMSG]): each property a stream, each attachment a storage.

use super::code_pages::Page;
use super::compound::{Compound, open, stream, u32_at, utf16};
use super::model::{Extracted, Inside, Media, Unsearchable};
use super::within::{Within, below};
use super::{encodings, html, pictured, rtf, sniff};

/// How often a message may be attached to a message.
const DEEPEST: usize = 6;

/// Reads one.
pub(super) fn read(bytes: &[u8], within: &Within<'_>) -> Extracted {
    let Some(mut file) = open(bytes) else { return Extracted::unsearchable(Media::Msg, Unsearchable::Damaged) };
    let mut found = Extracted::text(Media::Msg, String::new());
    message(&mut file, "", 0, within, &mut found);
    if found.text.trim().is_empty() && found.problem.is_none() {
        found.problem = Some(Unsearchable::Damaged);
    }
    found
}

/// A message in a storage: the file itself, or one attached.
fn message(file: &mut Compound<'_>, at: &str, depth: usize, within: &Within<'_>, found: &mut Extracted) {
    const SUBJECT: &str = "0037";
    const PEOPLE: [&str; 5] = ["0C1A", "0C1F", "5D01", "0E04", "0E03"];
    const CLASS: &str = "001A";
    const SENDER: &str = "0C1A";
    const SENDER_ADDRESS: &str = "5D01";
    if let Some(subject) = text(file, at, SUBJECT) {
        found.text.push_str(&subject);
        found.text.push('\n');
        found.properties.entry(String::from("title")).or_insert(subject);
    }
    if depth == 0 {
        let sender = [SENDER_ADDRESS, SENDER].iter().find_map(|property| text(file, at, property));
        if let Some(sender) = sender {
            found.properties.insert(String::from("sender"), sender);
        }
        if let Some(day) = sent(file) {
            found.properties.insert(String::from("sent"), day);
        }
    }
    for property in PEOPLE {
        if let Some(name) = text(file, at, property) {
            found.text.push_str(&name);
            found.text.push('\n');
        }
    }
    if text(file, at, CLASS)
        .is_some_and(|class| class.to_lowercase().starts_with("ipm.note.smime") && !class.contains("Multipart"))
    {
        found.problem = Some(Unsearchable::Locked);
    }
    if let Some(body) = body(file, at) {
        found.text.push_str(&body);
        found.text.push('\n');
    }
    let listed = file.read_storage(if at.is_empty() { "/" } else { at }).map(|entries| {
        let names = entries.map(|entry| entry.name().to_owned());
        names.filter(|name| name.starts_with("__attach_version1.0_")).collect::<Vec<_>>()
    });
    for attachment in listed.unwrap_or_default() {
        let at = format!("{at}/{attachment}");
        let name = ["3707", "3704", "3001"].iter().find_map(|p| text(file, &at, p)).unwrap_or_default();
        let inner = format!("{at}/__substg1.0_3701000D");
        const CONTENT_ID: &str = "3712";
        if let Some(bytes) = stream(file, &format!("{at}/__substg1.0_37010102")) {
            // A picture that the body shows: the sender's logo, or a photo of what the mail is about.
            let shown = text(file, &at, CONTENT_ID).is_some() && sniff::media(&bytes) == Media::Image;
            // What programs check the message by.
            let checked = name.to_lowercase().ends_with(".p7s");
            if shown && !checked {
                // It is found by its name, too.
                found.text.extend([&name, "\n"]);
            }
            match (shown, checked) {
                (true, _) if pictured::may_show_writing(&bytes) => within.picture(&name, &bytes, found),
                (false, false) => within.part(&name, &bytes, found),
                _ => {}
            }
        } else if depth < DEEPEST && file.is_storage(&inner) {
            let from = found.text.len();
            found.text.extend([&name, "\n"]);
            let (begins, held) = (found.text.len(), found.inside.len());
            message(file, &inner, depth + 1, within, found);
            if !name.is_empty() {
                for inner in &mut found.inside[held..] {
                    inner.name = below(&name, std::mem::take(&mut inner.name));
                }
                found.inside.push(Inside { name, media: Media::Msg, from, begins, ends: found.text.len() });
            }
        }
    }
}

/// The day on which it was sent (PidTagClientSubmitTime), else delivered, from the properties of fixed length: 32 bytes, then
/// 16 for each, with the time in units of 100 nanoseconds since 1601.
fn sent(file: &mut Compound<'_>) -> Option<String> {
    const TIMES: [u32; 2] = [0x0039_0040, 0x0E06_0040];
    const DAY: u64 = 24 * 60 * 60 * 10_000_000;
    let fixed = stream(file, "/__properties_version1.0")?;
    let entries = || fixed.get(32..).unwrap_or_default().chunks_exact(16);
    let time = TIMES.iter().find_map(|tag| entries().find(|entry| entry.starts_with(&tag.to_le_bytes())))?;
    let time = u64::from_le_bytes(time.get(8..16)?.try_into().ok()?);
    let day = chrono::NaiveDate::from_ymd_opt(1601, 1, 1)?.checked_add_days(chrono::Days::new(time / DAY))?;
    Some(day.format("%Y-%m-%d").to_string())
}

/// A property of text: in Unicode, else in one byte a letter.
fn text(file: &mut Compound<'_>, at: &str, property: &str) -> Option<String> {
    let wide = stream(file, &format!("{at}/__substg1.0_{property}001F")).map(|bytes| utf16(&bytes));
    let text = match wide {
        Some(text) => text,
        None => {
            let bytes = stream(file, &format!("{at}/__substg1.0_{property}001E"))?;
            let page = std::str::from_utf8(&bytes).is_err().then(|| page(file)).flatten();
            page.map_or_else(|| encodings::decode(&bytes), |page| page.decode(&bytes))
        }
    };
    let text = text.trim_end_matches('\0').to_owned();
    (!text.trim().is_empty()).then_some(text)
}

/// The code page that a message names for its letters of one byte, by itself or by its language; that of Western Europe is named
/// by messages in any, and Unicode by some that are not in it.
fn page(file: &mut Compound<'_>) -> Option<Page> {
    const CODE_PAGES: [u32; 2] = [0x3ffd_0003, 0x3fde_0003];
    const LANGUAGE: u32 = 0x3ff1_0003;
    let all = stream(file, "/__properties_version1.0")?;
    let entries: Vec<(u32, u32)> =
        all.get(32..)?.chunks_exact(16).filter_map(|entry| Some((u32_at(entry, 0)?, u32_at(entry, 8)?))).collect();
    let of = |tag: u32| entries.iter().find(|(known, _)| *known == tag).map(|(_, value)| *value);
    let by_language = || {
        Some(match of(LANGUAGE)? & 0x3ff {
            0x01 => 1256,
            0x02 | 0x19 | 0x22 | 0x23 | 0x2f => 1251,
            0x04 => {
                if of(LANGUAGE)? == 0x0404 {
                    950
                } else {
                    936
                }
            }
            0x05 | 0x0e | 0x15 | 0x18 | 0x1a | 0x1b | 0x24 => 1250,
            0x08 => 1253,
            0x0d => 1255,
            0x11 => 932,
            0x12 => 949,
            0x1e => 874,
            0x1f => 1254,
            0x25..=0x27 => 1257,
            _ => return None,
        })
    };
    let named = CODE_PAGES
        .iter()
        .filter_map(|tag| of(*tag))
        .find(|page| !matches!(page, 0 | 1252 | 20127 | 28591 | 65000 | 65001));
    named.or_else(by_language).map(encodings::code_page)
}

/// The body in the plainest form that is there.
fn body(file: &mut Compound<'_>, at: &str) -> Option<String> {
    if let Some(plain) = text(file, at, "1000") {
        return Some(plain);
    }
    if let Some(page) = stream(file, &format!("{at}/__substg1.0_10130102")) {
        return Some(html::read(&page).text);
    }
    let packed = stream(file, &format!("{at}/__substg1.0_10090102"))?;
    Some(rtf::read(&unpacked(&packed)?).text)
}

/// Rich text as Outlook packs it ([MS-OXRTFCP]): references into the last 4096 bytes, which begin with usual words.
fn unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    const USUAL: &[u8] = b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
    let size = super::compound::u32_at(packed, 4)? as usize;
    let content = packed.get(16..)?;
    match packed.get(8..12)? {
        b"MELA" => return Some(content.to_vec()),
        b"LZFu" => {}
        _ => return None,
    }
    let mut window = [b' '; 4096];
    window[..USUAL.len()].copy_from_slice(USUAL);
    let (mut out, mut write, mut read) = (Vec::new(), USUAL.len(), 0);
    while let Some(control) = content.get(read) {
        read += 1;
        for bit in 0..8 {
            if control >> bit & 1 == 0 {
                let Some(byte) = content.get(read) else { return Some(out) };
                read += 1;
                out.push(*byte);
                window[write] = *byte;
                write = (write + 1) % window.len();
            } else {
                let (Some(a), Some(b)) = (content.get(read), content.get(read + 1)) else { return Some(out) };
                read += 2;
                let from = usize::from(*a) << 4 | usize::from(*b) >> 4;
                // A reference to the place of writing is the end.
                if from == write || out.len() > size {
                    return Some(out);
                }
                for i in 0..usize::from(*b & 0xf) + 2 {
                    let byte = window[(from + i) % window.len()];
                    out.push(byte);
                    window[write] = byte;
                    write = (write + 1) % window.len();
                }
            }
        }
    }
    Some(out)
}
