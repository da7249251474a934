//! A pack and its index (version 2) of whole objects, without compression: the example is small
//! and short-lived, and is written while somebody waits for the first page.
//!
//! Format: git's `gitformat-pack(5)`.

use gix::{
    hash::{Kind as HashKind, hasher},
    objs::Kind,
};

use super::objects::Objects;
use crate::ExampleError;

/// A pack with its index and the name both carry.
pub(super) struct Pack {
    /// Hexadecimal checksum, part of the file names.
    pub(super) name: String,
    /// The pack.
    pub(super) pack: Vec<u8>,
    /// Its index.
    pub(super) index: Vec<u8>,
}

/// Packs all objects, in the order of their ids.
pub(super) fn pack(objects: &Objects) -> Result<Pack, ExampleError> {
    let count = u32::try_from(objects.0.len()).map_err(|e| ExampleError::Object(e.to_string()))?;
    let mut pack = [b"PACK".as_slice(), &2_u32.to_be_bytes(), &count.to_be_bytes()].concat();
    let mut rows = Vec::with_capacity(objects.0.len());
    for (id, (kind, bytes)) in &objects.0 {
        let offset = u32::try_from(pack.len()).map_err(|e| ExampleError::Object(e.to_string()))?;
        let start = pack.len();
        header(&mut pack, *kind, bytes.len());
        stored(&mut pack, bytes);
        rows.push((*id, crc32(pack.get(start..).unwrap_or_default()), offset));
    }
    let checksum = checksum(&pack)?;
    pack.extend_from_slice(checksum.as_slice());

    let mut index = [b"\xfftOc".as_slice(), &2_u32.to_be_bytes()].concat();
    for first in 0..=255_u8 {
        let upto = rows.partition_point(|(id, ..)| id.first_byte() <= first);
        index.extend_from_slice(&u32::try_from(upto).unwrap_or(count).to_be_bytes());
    }
    rows.iter().for_each(|(id, ..)| index.extend_from_slice(id.as_slice()));
    rows.iter().for_each(|(_, crc, _)| index.extend_from_slice(&crc.to_be_bytes()));
    rows.iter().for_each(|(.., offset)| index.extend_from_slice(&offset.to_be_bytes()));
    index.extend_from_slice(checksum.as_slice());
    let own = self::checksum(&index)?;
    index.extend_from_slice(own.as_slice());
    Ok(Pack { name: checksum.to_string(), pack, index })
}

fn checksum(bytes: &[u8]) -> Result<gix::ObjectId, ExampleError> {
    let mut hasher = hasher(HashKind::Sha1);
    hasher.update(bytes);
    hasher.try_finalize().map_err(|e| ExampleError::Object(e.to_string()))
}

/// Kind and size, as the first bytes of a pack entry.
fn header(pack: &mut Vec<u8>, kind: Kind, size: usize) {
    let kind: u8 = match kind {
        Kind::Commit => 1,
        Kind::Tree => 2,
        Kind::Blob => 3,
        Kind::Tag => 4,
    };
    let mut byte = kind << 4 | (size & 0x0f) as u8;
    let mut rest = size >> 4;
    while rest > 0 {
        pack.push(byte | 0x80);
        byte = (rest & 0x7f) as u8;
        rest >>= 7;
    }
    pack.push(byte);
}

/// A zlib stream of stored blocks (RFC 1950, RFC 1951 section 3.2.4).
fn stored(pack: &mut Vec<u8>, bytes: &[u8]) {
    pack.extend_from_slice(&[0x78, 0x01]);
    let last = bytes.len().div_ceil(0xffff).max(1) - 1;
    for place in 0..=last {
        let block = bytes.get(place * 0xffff..bytes.len().min((place + 1) * 0xffff)).unwrap_or_default();
        let length = block.len() as u16;
        pack.push(u8::from(place == last));
        pack.extend_from_slice(&length.to_le_bytes());
        pack.extend_from_slice(&(!length).to_le_bytes());
        pack.extend_from_slice(block);
    }
    let (mut a, mut b) = (1_u32, 0_u32);
    for byte in bytes {
        a = (a + u32::from(*byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    pack.extend_from_slice(&(b << 16 | a).to_be_bytes());
}

/// The checksum of a pack entry in the index.
fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = {
        let mut table = [0; 256];
        let mut place = 0;
        while place < 256 {
            let mut value = place as u32;
            let mut bit = 0;
            while bit < 8 {
                value = if value & 1 == 1 { value >> 1 ^ 0xedb8_8320 } else { value >> 1 };
                bit += 1;
            }
            table[place] = value;
            place += 1;
        }
        table
    };
    !bytes.iter().fold(u32::MAX, |crc, byte| TABLE[usize::from(crc as u8 ^ *byte)] ^ crc >> 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_are_the_published_ones() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926, "the check value of CRC-32/ISO-HDLC");
        let mut zlib = Vec::new();
        stored(&mut zlib, b"Wikipedia");
        assert_eq!(zlib.get(zlib.len() - 4..), Some(&0x11e6_0398_u32.to_be_bytes()[..]), "Adler-32 of the same word");
    }

    #[test]
    fn sizes_are_written_in_sevens() {
        let mut bytes = Vec::new();
        header(&mut bytes, Kind::Blob, 300);
        assert_eq!(bytes, [0x80 | 3 << 4 | 12, 18]);
    }
}
