//! Any bytes, read as each kind of time log: no panic, the same twice, no stretch that runs backwards.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rung_sources::timelog::probe;

fuzz_target!(|bytes: &[u8]| {
    probe(bytes);
});
