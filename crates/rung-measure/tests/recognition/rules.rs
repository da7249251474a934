//! Rules: every key they match on, precedence, and what is said about bad ones (MEASURE section 3).

use crate::support::{ME, commit, meeting, roster, rule, titled, with};
use jiff::tz::TimeZone;
use proptest::prelude::*;
use rung_measure::{
    recognise::{Context, Recogniser},
    recognition::Recognition,
};
use rung_model::{
    activity::Activity,
    commit::PathClasses,
    evidence::Evidence,
    kind::{Kind, NotCounted},
    rule::{Level, Match, Relation, Rule, Span},
};

fn recogniser(rules: Vec<Rule>) -> Recogniser {
    let (roster, addresses) = (roster(), vec![ME.to_owned()]);
    Recogniser::new(rules, Context { roster: Some(&roster), addresses: &addresses, ..Context::default() }).unwrap()
}

/// True where a rule with that condition decides.
fn matches(when: Match, evidence: &Evidence) -> bool {
    &*recogniser(vec![rule("only", Level::Personal, when, Activity::Vision)]).recognise(evidence).rule == "only"
}

#[test]
fn each_key_matches_what_it_names_and_nothing_else() {
    let team = meeting("Platform <> Ledger", &["ben@heron.example", "cem@heron.example"]);
    let pair = meeting("1:1", &["ben@heron.example"]);
    let outside = meeting("1:1", &["ben@heron.example", "kim@larkfield.example"]);
    let series = with(team.clone(), |o| {
        o.recurring = true;
        o.categories = vec!["Blue category".into()];
    });
    let docs = commit(PathClasses::DECISIONS, &["docs/adr/1.md", "docs/adr/2.md"]);
    let mixed = commit(PathClasses::CODE, &["docs/adr/1.md", "src/lib.rs"]);
    let none = Match::default;
    let span = |text| Span::parse(text);
    let cases = [
        ("title", titled("(?i)^platform <> "), &team, &pair),
        ("attendees", Match { attendees: span("3..8"), ..none() }, &team, &pair),
        ("external", Match { external: Some(true), ..none() }, &outside, &team),
        ("not external", Match { external: Some(false), ..none() }, &team, &outside),
        ("organizer", Match { organizer: Some("^boss@".into()), ..none() }, &team, &docs),
        ("category", Match { category: Some("blue CATEGORY".into()), ..none() }, &series, &team),
        ("series", Match { series: Some("uid-1".into()), ..none() }, &team, &docs),
        ("relation", Match { relation: Some(Relation::Report), ..none() }, &pair, &team),
        ("recurring", Match { recurring: Some(true), ..none() }, &series, &team),
        ("not recurring", Match { recurring: Some(false), ..none() }, &team, &series),
        ("minutes", Match { minutes: span("30"), ..none() }, &team, &docs),
        ("verb", Match { verb: Some("committed".into()), ..none() }, &docs, &team),
        ("path", Match { path: Some("docs/adr/**".into()), ..none() }, &docs, &mixed),
        ("repository", Match { repository: Some("ledger".into()), ..none() }, &mixed, &team),
    ];
    for (key, when, yes, no) in cases {
        assert!(matches(when.clone(), yes), "{key} holds");
        assert!(!matches(when, no), "{key} does not hold");
    }
    assert!(!matches(Match { minutes: span("31.."), ..none() }, &team));
    assert!(!matches(Match { series: Some("uid-2".into()), ..none() }, &team));
    assert!(!matches(Match { repository: Some("other".into()), ..none() }, &mixed));
}

#[test]
fn all_conditions_must_hold_and_none_matches_nothing() {
    let team = meeting("Platform <> Ledger", &["ben@heron.example", "cem@heron.example"]);
    assert!(!matches(Match { attendees: Span::parse("2"), ..titled("Platform") }, &team));
    assert!(!matches(Match::default(), &team));
    let unnamed = with(team, |o| {
        o.others.clear();
        o.file_names_attendees = false;
    });
    assert!(!matches(Match { attendees: Span::parse("..8"), ..Match::default() }, &unnamed), "the number is not known");
}

#[test]
fn the_day_of_an_occurrence_is_the_owners() {
    let evidence = meeting("Weekly", &["ben@heron.example"]);
    let on = |day: &str| Match { occurrence: Some(("uid-1".into(), day.parse().unwrap())), ..Match::default() };
    assert!(matches(on("2026-03-03"), &evidence), "00:45 on the third in the event's own zone");
    assert!(!matches(on("2026-03-02"), &evidence));
    let zone = Some(TimeZone::get("America/New_York").unwrap());
    let rules = vec![rule("only", Level::Occurrence, on("2026-03-02"), Activity::Vision)];
    let recogniser = Recogniser::new(rules, Context { zone, ..Context::default() }).unwrap();
    assert_eq!(&*recogniser.recognise(&evidence).rule, "only");
}

#[test]
fn a_private_title_or_category_matches_no_rule_but_its_series_does() {
    let secret = with(meeting("Sprint planning", &["ben@heron.example"]), |o| {
        o.private = true;
        o.categories = vec!["blue".into()];
    });
    assert!(!matches(titled("Sprint"), &secret));
    assert!(!matches(Match { category: Some("blue".into()), ..Match::default() }, &secret));
    assert!(matches(Match { series: Some("uid-1".into()), ..Match::default() }, &secret));
}

const LEVELS: [Level; 5] = [Level::Occurrence, Level::Series, Level::Personal, Level::Team, Level::Organisation];

#[test]
fn nearer_rules_beat_farther_ones_and_all_beat_the_built_in() {
    let evidence = with(meeting("Sprint planning", &["ben@heron.example"]), |o| o.categories = vec!["hiring".into()]);
    for from in 0..LEVELS.len() {
        let rules =
            LEVELS[from..].iter().rev().map(|level| rule(level.id(), *level, titled("Sprint"), Activity::Vision));
        let answer = recogniser(rules.collect()).recognise(&evidence);
        assert_eq!(answer.level, LEVELS[from]);
        assert_eq!(&*answer.origin, format!("rules.toml:{}", LEVELS[from].id().len()));
    }
    let levels = |evidence: &Evidence| recogniser(Vec::new()).recognise(evidence).level;
    assert_eq!(levels(&evidence), Level::Declared);
    assert_eq!(levels(&with(evidence, |o| o.categories.clear())), Level::Structural);
    let team = meeting("Sprint planning", &["ben@heron.example", "cem@heron.example"]);
    assert_eq!(levels(&team), Level::Lexicon);
    assert_eq!(levels(&meeting("Heron things", &["ben@heron.example", "cem@heron.example"])), Level::Unclassified);
}

#[test]
fn within_a_level_the_first_rule_wins_also_across_series() {
    let evidence = meeting("Weekly", &["ben@heron.example"]);
    let series = Match { series: Some("uid-1".into()), ..Match::default() };
    let one = rule("one", Level::Personal, series, Activity::Vision);
    let two = rule("two", Level::Personal, titled("Weekly"), Activity::Roadmap);
    assert_eq!(&*recogniser(vec![one.clone(), two.clone()]).recognise(&evidence).rule, "one");
    assert_eq!(&*recogniser(vec![two, one]).recognise(&evidence).rule, "two");
}

#[test]
fn weights_and_exclusion_come_through() {
    let evidence = meeting("Weekly", &["ben@heron.example"]);
    let set = |kind| Rule { set: kind, ..rule("only", Level::Team, titled("Weekly"), Activity::Vision) };
    for kind in [Kind::Weights([0.7, 0.3, 0.0, 0.0]), Kind::NotCounted(NotCounted::Excluded), Kind::Unclassified] {
        assert_eq!(recogniser(vec![set(kind)]).recognise(&evidence).kind, kind);
    }
    let ritual = Rule { set: Kind::Activity(Activity::RitualRunning), ..set(Kind::Unclassified) };
    assert_eq!(recogniser(vec![ritual]).recognise(&evidence).kind, Kind::Activity(Activity::RitualRunning));
}

#[test]
fn a_title_alone_meets_the_rules_too() {
    let rules =
        vec![rule("r", Level::Personal, Match { attendees: Span::parse("2"), ..titled("x") }, Activity::Vision)];
    let recogniser = recogniser(rules);
    assert_eq!(&*recogniser.classify("x", Some(2)).rule, "r");
    assert_eq!(recogniser.classify("x", None).kind, Kind::Unclassified);
}

#[test]
fn every_bad_rule_is_reported_with_its_place() {
    let bad =
        |id: &str, when| Rule { origin: format!("rules.toml:{id}"), ..rule(id, Level::Team, when, Activity::Vision) };
    let rules = vec![
        bad("3", titled("(")),
        bad("9", Match { organizer: Some("[".into()), ..Match::default() }),
        bad("14", Match { path: Some("docs/{a".into()), ..Match::default() }),
        bad("20", Match { verb: Some("danced".into()), ..Match::default() }),
        bad("25", titled("fine")),
    ];
    let problems = Recogniser::new(rules, Context::default()).unwrap_err();
    let told: Vec<_> = problems.iter().map(|p| (p.file.as_str(), p.line, p.check)).collect();
    assert_eq!(
        told,
        [
            ("rules.toml", Some(3), "bad-regex"),
            ("rules.toml", Some(9), "bad-regex"),
            ("rules.toml", Some(14), "bad-glob"),
            ("rules.toml", Some(20), "unknown-verb"),
        ]
    );
    assert!(problems[0].what.contains("unclosed group"), "{}", problems[0]);
}

fn by_title(rules: Vec<Rule>, title: &str) -> Recognition {
    recogniser(rules).classify(title, Some(3))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any text is recognised, twice the same, by a warm recogniser as by a new one.
    #[test]
    fn any_title_has_one_answer(titles in prop::collection::vec(".{0,40}", 1..6), humans in prop::option::of(0_u32..5)) {
        let warm = recogniser(vec![rule("r", Level::Team, titled("a.*b"), Activity::Vision)]);
        for title in titles.iter().chain(&titles) {
            let cold = recogniser(vec![rule("r", Level::Team, titled("a.*b"), Activity::Vision)]);
            prop_assert_eq!(warm.classify(title, humans), cold.classify(title, humans));
        }
    }

    /// The first rule in order of level, then of the list, decides: the same as a plain search.
    #[test]
    fn the_plain_search_agrees(
        parts in prop::collection::vec((0_usize..5, 0_usize..4), 0..8),
        title in "[abcd]{0,3}",
    ) {
        let letters = ["a", "b", "c", "d"];
        let rules: Vec<Rule> = parts
            .iter()
            .enumerate()
            .map(|(at, (level, letter))| rule(&at.to_string(), LEVELS[*level], titled(letters[*letter]), Activity::Vision))
            .collect();
        let mut ordered: Vec<&Rule> = rules.iter().collect();
        ordered.sort_by_key(|rule| rule.level);
        let plain = ordered.iter().find(|rule| rule.when.title.as_ref().is_some_and(|t| title.contains(t.as_str())));
        let answer = by_title(rules.clone(), &title);
        match plain {
            Some(rule) => prop_assert_eq!(&*answer.rule, rule.id.as_str()),
            None => prop_assert!(answer.level >= Level::Declared),
        }
    }
}
