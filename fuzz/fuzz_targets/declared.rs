//! Any bytes, read as each file that people write by hand: no panic, and an entry more loses none.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rung_sources::probe;

fuzz_target!(|bytes: &[u8]| {
    let file = std::env::temp_dir().join(format!("rung-declared-{}.toml", std::process::id()));
    if std::fs::write(&file, bytes).is_ok() {
        probe::declared(&file);
    }
});
