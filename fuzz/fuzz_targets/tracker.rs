//! Any bytes, read as the export of any tracker: no panic, and read twice they say the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rung_sources::tracker::probe;

fuzz_target!(|bytes: &[u8]| {
    probe(bytes);
});
