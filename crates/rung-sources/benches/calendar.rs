//! Calendars: parse and expand a heavy year, beside Python icalendar with
//! recurring-ical-events on the same file in the same run.
//! Marks (DESIGN, speed): at least 30 times the peer; a heavy year under 100 ms.

use std::{
    fmt::Write,
    process::Command,
    time::{Duration, Instant},
};

use criterion::{Criterion, criterion_group, criterion_main};
use jiff::{ToSpan, civil::date, tz::TimeZone};
use rung_sources::{
    ics::{Query, read_text},
    read::Read,
};

const OWNER: &str = "ines.okafor@harbor.example";

/// A year of a busy leader: 60 series with moved and cancelled instances, 2,000
/// single meetings, 8 attendees each, in the zone Outlook writes.
fn heavy_year() -> String {
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Rung//bench//EN\r\n");
    let attendees: String = (0..8).fold(format!("ATTENDEE;PARTSTAT=ACCEPTED:mailto:{OWNER}\r\n"), |mut all, n| {
        let _ = write!(all, "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Person {n}:mailto:person{n}@harbor.example\r\n");
        all
    });
    let mut event = |uid: &str, day: jiff::civil::Date, hour: usize, extra: &str| {
        let day = day.strftime("%Y%m%d");
        let _ = write!(
            text,
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;TZID=Europe/Berlin:{day}T{hour:02}0000\r\n\
             DTEND;TZID=Europe/Berlin:{day}T{hour:02}3000\r\nSUMMARY:Meeting {uid}\r\nDESCRIPTION:Agenda and notes of a meeting\\, \
             as long as these tend to be.\r\n{attendees}{extra}END:VEVENT\r\n"
        );
    };
    let monday = date(2026, 1, 5);
    for n in 0..60 {
        let uid = format!("series{n}");
        let first = date(2024, 1, 1).saturating_add(i64::try_from(n % 5).unwrap_or(0).days());
        event(&uid, first, 8 + n % 9, "RRULE:FREQ=WEEKLY\r\n");
        for moved in 0..4_i64 {
            let day = first.saturating_add((106 + moved * 8).weeks());
            let id = day.strftime("%Y%m%d");
            let extra = format!("RECURRENCE-ID;TZID=Europe/Berlin:{id}T{:02}0000\r\nSEQUENCE:1\r\n", 8 + n % 9);
            event(&uid, day, 17, &extra);
        }
    }
    for n in 0..2_000_usize {
        let day = monday.saturating_add(i64::try_from(n % 360).unwrap_or(0).days());
        event(&format!("single{n}"), day, 8 + n % 10, "");
    }
    text.push_str("END:VCALENDAR\r\n");
    text
}

fn year(text: &str, zone: &TimeZone, addresses: &[String]) -> Read {
    let query = Query { addresses, zone, first: date(2026, 1, 1), last: date(2026, 12, 31) };
    read_text(text.as_bytes(), "heavy.ics", &query)
}

/// The peer's best of three, and how many occurrences it finds; `None` without it.
fn peer(text: &str) -> Option<(Duration, usize)> {
    const SCRIPT: &str = "
import sys, time
import icalendar, recurring_ical_events
text = sys.stdin.buffer.read()
best, count = None, 0
for _ in range(3):
    start = time.perf_counter()
    calendar = icalendar.Calendar.from_ical(text)
    count = len(recurring_ical_events.of(calendar).between((2026, 1, 1), (2027, 1, 1)))
    took = time.perf_counter() - start
    best = took if best is None else min(best, took)
print(best, count)
";
    let file = tempfile::NamedTempFile::new().ok()?;
    std::fs::write(file.path(), text).ok()?;
    let input = std::fs::File::open(file.path()).ok()?;
    let output = Command::new("python3").args(["-c", SCRIPT]).stdin(input).output().ok()?;
    let printed = String::from_utf8(output.stdout).ok()?;
    let (seconds, count) = printed.trim().split_once(' ')?;
    Some((Duration::from_secs_f64(seconds.parse().ok()?), count.parse().ok()?))
}

#[expect(clippy::print_stdout, reason = "a benchmark tells its ratio on the terminal")]
fn calendar(criterion: &mut Criterion) {
    let text = heavy_year();
    let zone = TimeZone::get("Europe/Berlin").expect("the bundled database knows Berlin");
    let addresses = [OWNER.to_owned()];
    criterion.bench_function("calendar: a heavy year", |bencher| bencher.iter(|| year(&text, &zone, &addresses)));

    let mut own = Duration::MAX;
    let mut rows = 0;
    for _ in 0..5 {
        let start = Instant::now();
        rows = year(&text, &zone, &addresses).evidence.len();
        own = own.min(start.elapsed());
    }
    println!("{} KiB, {rows} occurrences in {:.1} ms (mark: under 100 ms)", text.len() / 1024, own.as_secs_f64() * 1e3);
    match peer(&text) {
        Some((took, count)) => println!(
            "python icalendar + recurring-ical-events: {count} occurrences in {:.0} ms; ratio {:.0} (mark: at least 30)",
            took.as_secs_f64() * 1e3,
            took.as_secs_f64() / own.as_secs_f64()
        ),
        None => println!("python3 with icalendar and recurring-ical-events is not here; no ratio"),
    }
}

criterion_group!(benches, calendar);
criterion_main!(benches);
