//! Any bytes, read as CODEOWNERS of each dialect: no panic, and the index loses no pattern.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rung_sources::owners::probe;

fuzz_target!(|bytes: &[u8]| {
    probe(bytes);
});
