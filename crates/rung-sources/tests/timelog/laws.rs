//! Reading twice, shuffled, or split over files changes nothing.

use proptest::prelude::*;
use rung_model::{evidence::Evidence, manifest::SourceKind};
use rung_sources::read::Read;

use crate::support::{entry, read_files};

/// What of a fact may not change: all but its file and line.
fn facts(read: &Read) -> Vec<(u128, String)> {
    let one = |fact: &Evidence| {
        let entry = entry(fact);
        let words = (&entry.title, &entry.project, &entry.tags, entry.automatic);
        (fact.id.0, format!("{:?} {:?} {words:?}", fact.when, fact.actor))
    };
    read.evidence.iter().map(one).collect()
}

const WHO: [&str; 3] = ["", "Ines Halvorsen", "Boris Adeyemi"];
const WORDS: [&str; 3] = ["Retry queue", "Planning", ""];

/// A row that no other row of the day equals, but for stretches: those may stand twice.
fn row() -> impl Strategy<Value = (bool, u32, u32, u32, usize, usize)> {
    (any::<bool>(), 1..28_u32, 0..23_u32, 1..90_u32, 0..WHO.len(), 0..WORDS.len())
}

fn table(rows: &[String]) -> String {
    format!("date,start,end,minutes,person,task\n{}", rows.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn tables_are_sets_of_rows(
        rows in proptest::collection::vec(row(), 0..25),
        order in proptest::collection::vec(any::<u32>(), 25),
        cut in 0..25_usize,
    ) {
        let mut amounts = std::collections::BTreeSet::new();
        let rows: Vec<String> = rows
            .iter()
            .filter(|row| !row.0 || amounts.insert(**row))
            .map(|(amount, day, hour, minutes, who, words)| {
                let (who, words) = (WHO[*who], WORDS[*words]);
                if *amount {
                    format!("2026-03-{day:02},,,{},{who},{words}\n", minutes + hour * 60)
                } else {
                    let end = hour * 60 + minutes;
                    format!("2026-03-{day:02},{hour:02}:00,{:02}:{:02},,{who},{words}\n", end / 60 % 24, end % 60)
                }
            })
            .collect();
        // Equal amounts of one file are several: a split keeps them together.
        let mut unique = rows;
        unique.sort();
        unique.dedup();
        let one = read_files(SourceKind::TimeLog, &[("log.csv", table(&unique).as_bytes())]);
        let mut shuffled: Vec<_> = unique.iter().cloned().zip(order.iter().cycle()).collect();
        shuffled.sort_by_key(|(_, order)| **order);
        let shuffled: Vec<String> = shuffled.into_iter().map(|(row, _)| row).collect();
        let (left, right) = shuffled.split_at(cut.min(shuffled.len()));
        let (left, right) = (table(left), table(right));
        let split = read_files(SourceKind::TimeLog, &[("b.csv", left.as_bytes()), ("a.csv", right.as_bytes())]);
        let again = table(&unique);
        let twice = read_files(SourceKind::TimeLog, &[
            ("a.csv", again.as_bytes()), ("copy.csv", again.as_bytes()), ("x.csv", left.as_bytes()),
        ]);
        prop_assert_eq!(facts(&one), facts(&split));
        prop_assert_eq!(facts(&one), facts(&twice));
        prop_assert_eq!(one.evidence.len(), unique.len());
    }

    #[test]
    fn watchers_may_be_exported_in_pieces(
        events in proptest::collection::vec((0..600_u32, 1..40_u32, 0..3_usize), 1..40),
        away in proptest::collection::vec((0..600_u32, 1..60_u32), 0..8),
        order in proptest::collection::vec(any::<u32>(), 48),
        cut in 0..48_usize,
    ) {
        let at = |minute: u32| format!("2026-03-02T{:02}:{:02}:00Z", minute / 60, minute % 60);
        let mut all: Vec<(String, bool)> = events
            .iter()
            .map(|(start, length, app)| {
                let app = ["Code", "Firefox", "Terminal"][*app];
                let event = format!(r#"{{"timestamp":"{}","duration":{},"data":{{"app":"{app}"}}}}"#, at(*start), length * 20);
                (event, true)
            })
            .collect();
        all.extend(away.iter().map(|(start, length)| {
            let event = format!(r#"{{"timestamp":"{}","duration":{},"data":{{"status":"not-afk"}}}}"#, at(*start), length * 60);
            (event, false)
        }));
        let export = |events: &[(String, bool)]| {
            let list = |window: bool| {
                let own: Vec<&str> = events.iter().filter(|(_, own)| *own == window).map(|(event, _)| event.as_str()).collect();
                own.join(",")
            };
            format!(
                r#"{{"buckets":{{"aw-watcher-window_q":{{"type":"currentwindow","hostname":"q","events":[{}]}},"aw-watcher-afk_q":{{"type":"afkstatus","hostname":"q","events":[{}]}}}}}}"#,
                list(true), list(false)
            )
        };
        let one = read_files(SourceKind::ActivityWatch, &[("aw.json", export(&all).as_bytes())]);
        let mut shuffled: Vec<_> = all.iter().cloned().zip(order.iter().cycle()).collect();
        shuffled.sort_by_key(|(_, order)| **order);
        let shuffled: Vec<_> = shuffled.into_iter().map(|(event, _)| event).collect();
        let (left, right) = shuffled.split_at(cut.min(shuffled.len()));
        let (left, right) = (export(left), export(right));
        let split = read_files(SourceKind::ActivityWatch, &[
            ("b.json", left.as_bytes()), ("a.json", right.as_bytes()), ("copy.json", left.as_bytes()),
        ]);
        prop_assert_eq!(facts(&one), facts(&split));
    }

    #[test]
    fn months_of_timewarrior_may_be_cut_anywhere(
        lines in proptest::collection::vec((1..28_u32, 0..24_u32, 1..50_u32, 0..3_usize), 1..30),
        cut in 0..30_usize,
    ) {
        let lines: Vec<String> = lines
            .iter()
            .map(|(day, hour, minutes, tag)| {
                let tag = ["coding", "\"two words\"", "b a"][*tag];
                format!("inc 202603{day:02}T{hour:02}0000Z - 202603{day:02}T{hour:02}{minutes:02}00Z # {tag}\n")
            })
            .collect();
        let one = read_files(SourceKind::Timewarrior, &[("2026-03.data", lines.concat().as_bytes())]);
        let mut shuffled = lines.clone();
        shuffled.reverse();
        let (left, right) = shuffled.split_at(cut.min(shuffled.len()));
        let split = read_files(SourceKind::Timewarrior, &[
            ("2026-02.data", left.concat().as_bytes()), ("2026-03.data", right.concat().as_bytes()),
            ("2026-04.data", lines.concat().as_bytes()),
        ]);
        prop_assert_eq!(facts(&one), facts(&split));
    }
}
