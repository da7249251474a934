//! Any bytes, read as files of each forge: no panic, the same twice.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rung_sources::forge::probe;

fuzz_target!(|bytes: &[u8]| {
    probe(bytes);
});
