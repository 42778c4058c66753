//! Every field of the ZIP's headers, set to something else: in one place, and in both where it stands twice.

use super::Forger;
use super::archive::Head;

#[test]
fn no_field_of_a_header_can_be_anything_else() {
    let mut forger = Forger::new();
    let (genuine, fields) = forger.archive().written();
    let heads = fields.iter().filter(|field| field.name == "signature").count();
    let mut head = 0;
    for field in &fields {
        head += usize::from(field.name == "signature");
        // Those of the first files, of one in the middle, and all that ends the archive.
        if field.head != "end" && head > 3 && head % (heads / 4) != 0 {
            continue;
        }
        let said = &genuine[field.at..field.at + field.length];
        let mut others: Vec<Vec<u8>> = vec![vec![0; field.length], vec![0xff; field.length]];
        for (at, flip) in [(0, 1), (0, 0x80), (field.length - 1, 1), (field.length - 1, 0x80)] {
            let mut other = said.to_vec();
            other[at] ^= flip;
            others.push(other);
        }
        others.sort();
        others.dedup();
        for other in others.into_iter().filter(|other| other != said) {
            let mut bytes = genuine.clone();
            bytes[field.at..field.at + field.length].copy_from_slice(&other);
            forger.try_bytes(&format!("{} {}: {} = {other:?}", field.head, head, field.name), &bytes);
        }
    }
    forger.ended("fields of headers", &[]);
}

/// Something to be set in a header.
type Set = (&'static str, fn(&mut Head));

#[test]
fn what_both_headers_say_alike_is_what_a_pack_says() {
    let sets: [Set; 22] = [
        ("needs 2.0", |head| head.needs = 20),
        ("needs 4.5", |head| head.needs = 45),
        ("no UTF-8", |head| head.flags = 0),
        ("encrypted", |head| head.flags |= 1),
        ("sizes behind", |head| head.flags |= 8),
        ("masked", |head| head.flags |= 1 << 13),
        ("deflated", |head| head.method = 8),
        ("unknown method", |head| head.method = 99),
        ("time", |head| head.time = 0x1000),
        ("another day", |head| head.date += 1),
        ("no day", |head| head.date = 0),
        ("checksum", |head| head.crc ^= 1),
        ("size", |head| head.size += 1),
        ("packed size", |head| head.packed += 1),
        ("both sizes", |head| {
            head.size -= 1;
            head.packed -= 1;
        }),
        ("made on MS-DOS", |head| head.maker = 45),
        ("executable", |head| head.external = 0o100_755 << 16),
        ("a link", |head| head.external = 0o120_777 << 16),
        ("a device", |head| head.external = 0o060_666 << 16),
        ("a folder", |head| head.external = 0o040_755 << 16 | 0x10),
        ("text", |head| head.internal = 1),
        ("a comment", |head| head.comment = b"x".to_vec()),
    ];
    let mut forger = Forger::new();
    let genuine = forger.archive();
    for (what, set) in sets {
        for which in ["one", "all"] {
            for where_ in ["file", "directory", "both"] {
                let mut archive = genuine.clone();
                for part in archive.parts.iter_mut().skip(2).take(if which == "one" { 1 } else { usize::MAX }) {
                    if where_ != "directory" {
                        set(&mut part.local);
                    }
                    if where_ != "file" {
                        set(&mut part.central);
                    }
                }
                let bytes = archive.bytes();
                // A file's own header has no attributes.
                if bytes != genuine.bytes() {
                    forger.try_bytes(&format!("{what} in {where_} of {which}"), &bytes);
                }
            }
        }
    }
    for date in [0, 1, 0xffff, 0x21] {
        let mut archive = genuine.clone();
        archive.parts.iter_mut().for_each(|part| part.both(|head| head.date = date));
        forger.try_archive(&format!("every file on day {date}"), &archive);
    }
    forger.ended("fields set alike", &[]);
}

#[test]
fn no_extra_field_gives_a_file_another_name_size_or_owner() {
    let path = |name: &[u8], crc: u32| {
        let mut field = vec![0x75, 0x70];
        field.extend_from_slice(&(5 + name.len() as u16).to_le_bytes());
        field.push(1);
        field.extend_from_slice(&crc.to_le_bytes());
        field.extend_from_slice(name);
        field
    };
    let mut forger = Forger::new();
    let genuine = forger.archive();
    let part = &genuine.parts[5];
    let size = u64::from(part.local.size);
    let zip64 = |numbers: &[u64]| {
        let mut field = vec![1, 0];
        field.extend_from_slice(&(numbers.len() as u16 * 8).to_le_bytes());
        numbers.iter().for_each(|n| field.extend_from_slice(&n.to_le_bytes()));
        field
    };
    let extras = [
        ("another name", path(b"x/data/other.txt", crc32fast::hash(&part.local.name))),
        ("a time", vec![0x55, 0x54, 5, 0, 1, 0, 0, 0, 0]),
        ("an owner", vec![0x75, 0x78, 11, 0, 1, 4, 0, 0, 0, 0, 4, 0, 0, 0, 0]),
        ("sizes that fit", zip64(&[size, size])),
        ("sizes that lie", zip64(&[1 << 40, 1 << 40])),
        ("half a field", vec![1, 0, 9]),
        ("a long field", vec![0; 0xffff]),
    ];
    for (what, extra) in extras {
        for (where_, local, central) in [("file", true, false), ("directory", false, true), ("both", true, true)] {
            for marked in [false, true] {
                let mut archive = genuine.clone();
                let part = &mut archive.parts[5];
                for (on, head) in [(local, &mut part.local), (central, &mut part.central)] {
                    if on {
                        head.extra.clone_from(&extra);
                        if marked {
                            (head.size, head.packed, head.needs) = (u32::MAX, u32::MAX, 45);
                        }
                    }
                }
                forger.try_archive(&format!("{what} in {where_}, marked {marked}"), &archive);
            }
        }
    }
    forger.ended("extra fields", &[]);
}
