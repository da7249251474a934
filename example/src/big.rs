//! A big organisation, to measure speed on: hundreds of invented people, a year of traces, as the products write them.
//!
//! Nobody lives through these days: acts are spread evenly, at the rates of a large engineering organisation.
//! A person-day has 1.1 commits, .18 pull requests, .35 comments on them, .21 reviews, .6 comments on issues,
//! .5 worklogs, 2 meetings and 7 changes of issues.

use std::{
    fs::{self, File},
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, Weekday, date},
};

use crate::{error::ExampleError, random::Random};

/// Acts of a person a calendar day.
const COMMITS: f64 = 1.1;
const PULLS: f64 = 0.18;
const PULL_COMMENTS: f64 = 0.35;
const REVIEWS: f64 = 0.21;
const ISSUE_COMMENTS: f64 = 0.6;
const WORKLOGS: f64 = 0.5;
const CHANGES: f64 = 7.0;
/// Meetings of a person in a week of seven days at two a day.
const MEETINGS_A_WEEK: u32 = 14;
/// Issues a person works on in a year.
const ISSUES: usize = 60;
/// Calendar days for each working day: acts happen on working days.
const SPREAD: f64 = 7.0 / 5.0;

/// How big.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// People.
    pub people: u32,
    /// Calendar days, from 5 January 2026.
    pub days: u32,
}

/// The files of a big organisation.
#[derive(Clone, Debug)]
pub struct BigFiles {
    /// Deliveries of GitHub, a line each.
    pub github: PathBuf,
    /// Issues of Jira, a line each.
    pub jira: PathBuf,
    /// A calendar for each person, by their address.
    pub calendars: Vec<(String, PathBuf)>,
    /// The roster.
    pub roster: PathBuf,
    /// First and last day.
    pub days: (Date, Date),
}

/// Address of the person with this number.
fn address(person: u32) -> String {
    format!("person{person}@bigharbour.example")
}

/// Writes a big organisation into `folder`.
///
/// # Errors
/// Where a file cannot be written.
pub fn write_big(folder: &Path, size: Size) -> Result<BigFiles, ExampleError> {
    let first = date(2026, 1, 5);
    let last = first.saturating_add(i64::from(size.days.saturating_sub(1)).days());
    fs::create_dir_all(folder.join("calendars"))?;
    let working: Vec<Date> = first
        .series(1.day())
        .take_while(|day| *day <= last)
        .filter(|day| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday))
        .collect();
    let files = BigFiles {
        github: folder.join("deliveries.jsonl"),
        jira: folder.join("issues.jsonl"),
        calendars: (0..size.people)
            .map(|person| (address(person), folder.join(format!("calendars/person{person}.ics"))))
            .collect(),
        roster: folder.join("roster.toml"),
        days: (first, last),
    };
    roster(&files.roster, size)?;
    for (person, (_, path)) in (0..size.people).zip(&files.calendars) {
        fs::write(path, calendar(person, size, first))?;
    }
    github(&files.github, size, &working)?;
    jira(&files.jira, size, &working)?;
    Ok(files)
}

fn roster(path: &Path, size: Size) -> Result<(), ExampleError> {
    let mut out = BufWriter::new(File::create(path)?);
    writeln!(out, "organisation = \"Big Harbour\"\n")?;
    for team in 0..size.people.div_ceil(10) {
        writeln!(out, "[[team]]\nid = \"t{team}\"\nname = \"Team {team}\"\n")?;
    }
    for person in 0..size.people {
        let (team, lead) = (person / 10, person / 10 * 10);
        let address = address(person);
        writeln!(
            out,
            "[[person]]\nid = \"p{person}\"\nname = \"Person {person}\"\naddresses = [\"{address}\"]\nzone = \"Europe/Berlin\"\n"
        )?;
        writeln!(out, "[[membership]]\nperson = \"p{person}\"\nteam = \"t{team}\"\n")?;
        if person != lead {
            writeln!(out, "[[reports_to]]\nperson = \"p{person}\"\nmanager = \"p{lead}\"\n")?;
        }
    }
    Ok(out.flush()?)
}

/// Weekly series on weekdays, each for the whole time.
fn calendar(person: u32, size: Size, first: Date) -> String {
    const TITLES: [&str; 8] = [
        "Stand-up",
        "Sprint planning",
        "Payments <> Ledger sync",
        "Design review",
        "Interview debrief",
        "Roadmap",
        "1:1",
        "Incident review",
    ];
    let mut random = Random::of(7, &["calendar", &person.to_string()]);
    let weeks = size.days.div_ceil(7).max(1);
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Big Harbour//EN\r\n".to_owned();
    let own = address(person);
    for meeting in 0..MEETINGS_A_WEEK {
        let day = first.saturating_add(i64::from(meeting % 5).days());
        let (hour, half) = (9 + meeting / 5 * 2 + u32::from(random.chance(0.5)), 30 * u32::from(random.chance(0.5)));
        let at = |minutes: u32| format!("{}T{:02}{:02}00", day.strftime("%Y%m%d"), minutes / 60, minutes % 60);
        let start = hour * 60 + half;
        let title = TITLES[meeting as usize % TITLES.len()];
        let other = address((person / 10 * 10 + random.between(0, 9) as u32) % size.people.max(1));
        text.push_str(&format!(
            "BEGIN:VEVENT\r\nUID:m{meeting}-{person}@bigharbour.example\r\nDTSTAMP:20260101T000000Z\r\n\
             DTSTART;TZID=Europe/Berlin:{}\r\nDTEND;TZID=Europe/Berlin:{}\r\nRRULE:FREQ=WEEKLY;COUNT={weeks}\r\n\
             SUMMARY:{title}\r\nORGANIZER:mailto:{other}\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:{own}\r\n\
             ATTENDEE;PARTSTAT=ACCEPTED:mailto:{other}\r\nEND:VEVENT\r\n",
            at(start),
            at(start + 30)
        ));
    }
    text.push_str("END:VCALENDAR\r\n");
    text
}

/// A moment of a working day, in seconds.
fn moment(random: &mut Random, working: &[Date]) -> Timestamp {
    let at = random.between(0, i32::try_from(working.len()).unwrap_or(1) - 1);
    let day = working.get(usize::try_from(at).unwrap_or(0)).copied().unwrap_or(date(2026, 1, 5));
    let minute = random.between(8 * 60, 17 * 60);
    let seconds = i64::from(minute) * 60 + i64::from(random.between(0, 59));
    let midnight = day.at(0, 0, 0, 0).in_tz("UTC").map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp());
    midnight.checked_add(seconds.seconds()).unwrap_or(midnight)
}

/// How many acts at `rate` a calendar day, on so many working days.
fn count(rate: f64, working: usize) -> u32 {
    (rate * SPREAD * working as f64).round() as u32
}

fn github(path: &Path, size: Size, working: &[Date]) -> Result<(), ExampleError> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    let repository =
        "\"repository\":{\"full_name\":\"bigharbour/ledger\",\"html_url\":\"https://github.com/bigharbour/ledger\"}";
    let user = |person: u32| {
        format!(
            "{{\"login\":\"person{person}\",\"id\":{},\"type\":\"User\",\"email\":\"{}\"}}",
            person + 1000,
            address(person)
        )
    };
    let (mut number, mut act) = (0_u32, 0_u64);
    for person in 0..size.people {
        let mut random = Random::of(7, &["github", &person.to_string()]);
        for _ in 0..count(COMMITS, working.len()) {
            act += 1;
            let at = moment(&mut random, working);
            writeln!(
                out,
                "{{\"ref\":\"refs/heads/main\",\"before\":\"0\",\"pusher\":{{\"name\":\"person{person}\"}},{repository},\"commits\":[{{\"id\":\"{act:040x}\",\
                 \"distinct\":true,\"timestamp\":\"{at}\",\"message\":\"Change\",\"author\":{{\"name\":\"Person {person}\",\"email\":\"{}\"}}}}]}}",
                address(person)
            )?;
        }
        let pulls = count(PULLS, working.len());
        let first = number + 1;
        number += pulls;
        let pull = |random: &mut Random, own: u32, number: u32| {
            let at = moment(random, working);
            format!(
                "\"pull_request\":{{\"number\":{number},\"title\":\"Change {number}\",\"user\":{},\"html_url\":\
                 \"https://github.com/bigharbour/ledger/pull/{number}\",\"created_at\":\"{at}\",\"updated_at\":\"{at}\",\"labels\":[]}}",
                user(own)
            )
        };
        for number in first..=number {
            let pull = pull(&mut random, person, number);
            writeln!(out, "{{\"action\":\"opened\",\"sender\":{},{repository},{pull}}}", user(person))?;
        }
        // Reviews and comments stand on pull requests of the team, named without their author's record.
        for (rate, review) in [(REVIEWS, true), (PULL_COMMENTS, false)] {
            for _ in 0..count(rate, working.len()) {
                act += 1;
                let at = moment(&mut random, working);
                let number = random.between(1, i32::try_from(number.max(1)).unwrap_or(1));
                let url = format!("https://github.com/bigharbour/ledger/pull/{number}");
                let own = user(person);
                let line = if review {
                    format!(
                        "{{\"id\":{act},\"user\":{own},\"state\":\"approved\",\"submitted_at\":\"{at}\",\"html_url\":\"{url}\",\"pull_request_url\":\"{url}\"}}"
                    )
                } else {
                    format!(
                        "{{\"id\":{act},\"user\":{own},\"created_at\":\"{at}\",\"body\":\"x\",\"html_url\":\"{url}\",\"issue_url\":\"{url}\"}}"
                    )
                };
                writeln!(out, "{line}")?;
            }
        }
    }
    Ok(out.flush()?)
}

fn jira(path: &Path, size: Size, working: &[Date]) -> Result<(), ExampleError> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    let mut act = 0_u64;
    for person in 0..size.people {
        let mut random = Random::of(7, &["jira", &person.to_string()]);
        let author = format!(
            "{{\"accountId\":\"acc{person}\",\"displayName\":\"Person {person}\",\"emailAddress\":\"{}\"}}",
            address(person)
        );
        let share = |rate: f64| count(rate, working.len()).div_ceil(ISSUES as u32);
        for issue in 0..ISSUES {
            let number = person as usize * ISSUES + issue + 1;
            let mut histories = Vec::new();
            for _ in 0..share(CHANGES) {
                act += 1;
                let at = moment(&mut random, working);
                let states = ["To Do", "In Progress", "In Review", "Done"];
                let from = random.between(0, 3) as usize;
                histories.push(format!(
                    "{{\"id\":\"{act}\",\"author\":{author},\"created\":\"{at}\",\"items\":[{{\"field\":\"status\",\"fromString\":\"{}\",\"toString\":\"{}\"}}]}}",
                    states[from],
                    states[(from + 1) % 4]
                ));
            }
            let mut comments = Vec::new();
            for _ in 0..share(ISSUE_COMMENTS) {
                act += 1;
                comments.push(format!(
                    "{{\"id\":\"{act}\",\"author\":{author},\"created\":\"{}\",\"body\":\"x\"}}",
                    moment(&mut random, working)
                ));
            }
            let mut worklogs = Vec::new();
            for _ in 0..share(WORKLOGS) {
                act += 1;
                worklogs.push(format!(
                    "{{\"id\":\"{act}\",\"author\":{author},\"started\":\"{}\",\"timeSpentSeconds\":{}}}",
                    moment(&mut random, working),
                    900 * random.between(1, 8)
                ));
            }
            let kind = ["Bug", "Story", "Task", "Epic"][issue % 4];
            writeln!(
                out,
                "{{\"id\":\"{number}\",\"key\":\"BIG-{number}\",\"self\":\"https://jira.bigharbour.example/rest/api/2/issue/{number}\",\"fields\":\
                 {{\"summary\":\"Work {number}\",\"issuetype\":{{\"name\":\"{kind}\"}},\"reporter\":{author},\"assignee\":{author},\"created\":\"{}\",\
                 \"comment\":{{\"comments\":[{}]}},\"worklog\":{{\"worklogs\":[{}]}}}},\"changelog\":{{\"histories\":[{}]}}}}",
                moment(&mut random, working),
                comments.join(","),
                worklogs.join(","),
                histories.join(",")
            )?;
        }
    }
    Ok(out.flush()?)
}
