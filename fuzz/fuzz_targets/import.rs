//! Any text, read as any kind of page: no panic, and what was understood comes back the same from each notation.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rung_sources::framework::import::probe;

fuzz_target!(|bytes: &[u8]| {
    probe(bytes);
});
