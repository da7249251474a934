//! MEASURE 11.11 and the verdict gate: what may be said about a role.

use crate::support::{ALL_VISIBLE, OPEN, framework, reading, week_totals};
use rung_measure::{
    fit::{self, GateFacts, Shortfall, Verdict},
    read, sentence,
};
use rung_model::{activity::Activity, bucket::Bucket, framework::Family, minutes::Minutes, share::Share};

/// A reading whose headline shares are exactly these ranges, in percent.
fn with_headline(ranges: [(f64, f64); 3]) -> rung_measure::period::PeriodReading {
    let points = ranges.map(|(low, high)| (low + high) / 2.0);
    let sum: f64 = points.iter().sum();
    let mut reading = reading(week_totals(10, [800.0, 300.0, 700.0, 60.0]));
    for (bucket, ((low, high), point)) in Bucket::SPLIT.into_iter().zip(ranges.into_iter().zip(points)) {
        let share = Share::new(low / 100.0, (point / sum).clamp(low / 100.0, high / 100.0), high / 100.0);
        reading.buckets[bucket.index()].headline = Some(share);
    }
    reading
}

fn verdict_of(ranges: [(f64, f64); 3]) -> Verdict {
    fit::fit(&with_headline(ranges), &OPEN, &framework(), None).verdict
}

#[test]
fn a_region_near_one_family_throughout_gets_that_family() {
    let verdict = verdict_of([(64.0, 76.0), (9.0, 15.0), (13.0, 24.0)]);
    let Verdict::LooksLike { family: Family::Coordination, role: None, as_held: false, margin } = verdict else {
        panic!("{verdict:?}")
    };
    assert!(margin >= 0.10, "{margin}");
}

#[test]
fn a_region_that_every_family_reaches_gets_no_verdict() {
    let fit = fit::fit(&with_headline([(25.0, 60.0), (15.0, 45.0), (10.0, 55.0)]), &OPEN, &framework(), None);
    let Verdict::Between(families) = &fit.verdict else { panic!("{:?}", fit.verdict) };
    assert_eq!(families.len(), 3);
    let sentence = sentence::verdict(&fit, &framework(), None);
    assert!(sentence.starts_with("Not enough to say"), "{sentence}");
}

#[test]
fn a_region_between_two_families_names_both() {
    let fit = fit::fit(&with_headline([(28.0, 36.0), (26.0, 34.0), (34.0, 42.0)]), &OPEN, &framework(), None);
    assert_eq!(fit.verdict, Verdict::Between(vec![Family::People, Family::Technical]));
    assert_eq!(
        sentence::verdict(&fit, &framework(), None),
        "Time looks like something between an engineering manager’s and a tech lead’s"
    );
}

#[test]
fn the_held_role_is_named_beside_another_family() {
    let framework = framework();
    let fit = fit::fit(&with_headline([(64.0, 76.0), (9.0, 15.0), (13.0, 24.0)]), &OPEN, &framework, Some("tech_lead"));
    assert_eq!(
        sentence::verdict(&fit, &framework, Some("tech_lead")),
        "Time looks like a coordination role’s, not a tech lead’s"
    );
    let own = fit::fit(&with_headline([(26.0, 33.0), (8.0, 13.0), (56.0, 64.0)]), &OPEN, &framework, Some("tech_lead"));
    assert_eq!(
        sentence::verdict(&own, &framework, Some("tech_lead")),
        "Time looks like a technical role’s, as expected of a tech lead"
    );
}

#[test]
fn the_activities_may_single_out_a_role() {
    let framework = framework();
    let mut reading = with_headline([(64.0, 76.0), (9.0, 15.0), (13.0, 24.0)]);
    reading.totals.activities.insert(Activity::Alignment, Minutes::exact(500.0));
    reading.totals.activities.insert(Activity::Status, Minutes::exact(300.0));
    let fit = fit::fit(&reading, &OPEN, &framework, Some("tech_lead"));
    assert_eq!(
        sentence::verdict(&fit, &framework, Some("tech_lead")),
        "Time looks like a technical programme manager’s, not a tech lead’s"
    );
}

#[test]
fn directors_are_candidates_only_for_who_holds_such_a_role() {
    let framework = framework();
    let ranges = [(46.0, 54.0), (42.0, 48.0), (3.0, 8.0)];
    let candidates = |held: Option<&str>| -> Vec<String> {
        let fit = fit::fit(&with_headline(ranges), &OPEN, &framework, held);
        fit.roles.into_iter().filter(|r| r.candidate).map(|r| r.role).collect()
    };
    assert_eq!(candidates(None), ["em", "pm", "tech_lead"]);
    assert_eq!(candidates(Some("director")), ["director", "em", "pm", "tech_lead"]);
    assert_eq!(candidates(Some("junior")), ["em", "pm", "tech_lead"]);
}

#[test]
fn a_shut_gate_lists_everything_that_is_short_and_what_helps() {
    let facts = GateFacts { weeks: 3, hours: 42.6, source_kinds: 1, has_calendar: false };
    let fit = fit::fit(&with_headline([(64.0, 76.0), (9.0, 15.0), (13.0, 24.0)]), &facts, &framework(), None);
    let Verdict::NotEnough(short) = &fit.verdict else { panic!("{:?}", fit.verdict) };
    assert_eq!(short[0], Shortfall::Weeks { have: 3, need: 4 });
    assert_eq!(short.len(), 4);
    assert!(!fit.roles.is_empty(), "overlaps are shown beside a verdict that is not given");
    assert_eq!(
        sentence::verdict(&fit, &framework(), None),
        "Not enough to say: 3 of 4 weeks, 42 of 60 hours seen, 1 of 2 kinds of source, no calendar; a calendar would help most"
    );
}

#[test]
fn under_forty_percent_coverage_nothing_is_compared() {
    let low = reading(week_totals(10, [300.0, 100.0, 400.0, 0.0]));
    let fit = fit::fit(&low, &OPEN, &framework(), Some("em"));
    assert!(fit.roles.is_empty());
    assert!(matches!(fit.verdict, Verdict::NotEnough(ref short) if matches!(short[..], [Shortfall::Coverage { .. }])));
    assert_eq!(
        sentence::verdict(&fit, &framework(), Some("em")),
        "Not enough to say: 33\u{a0}% of working time seen where 40\u{a0}% is needed; days logged by hand would help most"
    );
}

/// Issue 2, acceptance 7: git alone never gives a verdict, however much of the time it covers.
#[test]
fn git_alone_never_gives_a_verdict() {
    let git_only = [false, false, true, true];
    let reading = read::read_period("test".to_owned(), week_totals(10, [0.0, 0.0, 2200.0, 0.0]), git_only);
    let facts = GateFacts { weeks: 52, hours: 900.0, source_kinds: 1, has_calendar: false };
    let fit = fit::fit(&reading, &facts, &framework(), Some("tech_lead"));
    assert_eq!(fit.verdict, Verdict::NotEnough(vec![Shortfall::Sources { have: 1, need: 2 }, Shortfall::NoCalendar]));
    let region = fit::region_of(&reading).unwrap();
    assert_eq!((region.ranges[0].low, region.ranges[0].high), (0.0, 1.0), "strategy may be anything");
}

#[test]
fn the_posterior_sums_to_one_with_none_of_these() {
    for ranges in [[(64.0, 76.0), (9.0, 15.0), (13.0, 24.0)], [(0.0, 5.0), (0.0, 5.0), (92.0, 100.0)]] {
        let fit = fit::fit(&with_headline(ranges), &OPEN, &framework(), Some("architect"));
        let all: f64 = fit.roles.iter().map(|r| r.posterior).sum::<f64>() + fit.none_of_these;
        assert!((all - 1.0).abs() < 1e-9, "{all}");
        assert!(fit.roles.iter().filter(|r| !r.candidate).all(|r| r.posterior == 0.0));
        assert!(fit.none_of_these > 0.0);
    }
}

#[test]
fn one_family_alone_is_never_the_answer() {
    let mut framework = framework();
    framework.roles.retain(|r| r.id == "pm");
    let fit = fit::fit(&with_headline([(64.0, 76.0), (9.0, 15.0), (13.0, 24.0)]), &OPEN, &framework, None);
    assert_eq!(fit.verdict, Verdict::Between(vec![Family::Coordination]));
}

#[test]
fn the_gate_is_open_at_its_thresholds() {
    let facts = GateFacts { weeks: 4, hours: 60.0, source_kinds: 2, has_calendar: true };
    let mut totals = week_totals(10, [690.0, 120.0, 150.0, 0.0]);
    totals.activities.clear();
    let reading = read::read_period("test".to_owned(), totals, ALL_VISIBLE);
    assert!((reading.coverage - 0.4).abs() < 1e-12);
    let fit = fit::fit(&reading, &facts, &framework(), None);
    assert!(!matches!(fit.verdict, Verdict::NotEnough(_)), "{:?}", fit.verdict);
}

/// Issue 2: about 4 h strategy, half an hour people, one commit and one review a day, over 16 weeks.
#[test]
fn the_tech_lead_of_the_first_minute_gets_a_verdict_with_room() {
    let framework = framework();
    let mut totals = week_totals(10, [0.0; 4]);
    let days = 80.0;
    totals.capacity = 480.0 * days;
    totals.in_window =
        [Minutes::exact(240.0), Minutes::exact(30.0), Minutes::new(10.0, 50.0, 180.0), Minutes::exact(15.0)]
            .map(|a_day| a_day * days);
    let reading = reading(totals);
    let fit = fit::fit(&reading, &OPEN, &framework, Some("tech_lead"));
    assert_eq!(
        sentence::verdict(&fit, &framework, Some("tech_lead")),
        "Time looks like a coordination role’s, not a tech lead’s"
    );
    let Verdict::LooksLike { margin, .. } = fit.verdict else { panic!("{:?}", fit.verdict) };
    assert!(margin > 0.13, "{margin}");
}
