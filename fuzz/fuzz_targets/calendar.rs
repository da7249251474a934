//! Any bytes, read as a calendar: no panic, the same twice.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rung_sources::probe;

fuzz_target!(|bytes: &[u8]| {
    probe::calendar(bytes);
});
