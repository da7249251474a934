//! Each finding of MEASURE section 10, raised where it should be and silent where it should not.

use std::collections::BTreeMap;

use rung_measure::{
    drift,
    finding::{Audience, Confidence, Finding, Severity},
    findings::{self, FindingInput},
    fit,
    period::PeriodReading,
    read, sum,
};
use rung_model::{bucket::Bucket, evidence::EvidenceId, minutes::Minutes, week::Week};

use crate::support::{ALL_VISIBLE, OPEN, framework, reading, week_totals, weeks};

const LEADING: [f64; 4] = [560.0, 200.0, 1140.0, 60.0];

/// A change to one week's totals.
type Change<'a> = &'a dyn Fn(usize, &mut rung_measure::totals::Totals);

fn weeks_with(n: usize, minutes: [f64; 4], change: Change<'_>) -> Vec<(Week, PeriodReading)> {
    (0..n)
        .map(|i| {
            let number = i8::try_from(i + 1).expect("a year of weeks");
            let mut totals = week_totals(number, minutes);
            change(i, &mut totals);
            (Week { year: 2026, week: number }, reading(totals))
        })
        .collect()
}

fn whole(weeks: &[(Week, PeriodReading)]) -> PeriodReading {
    read::read_period(
        "window".to_owned(),
        sum::sum(weeks.iter().map(|(_, r)| &r.totals)).expect("there are weeks"),
        ALL_VISIBLE,
    )
}

fn found_for(weeks: &[(Week, PeriodReading)], held: Option<&str>, reports_now: Option<u32>) -> Vec<Finding> {
    let framework = framework();
    let window = whole(weeks);
    let shift = drift::find(weeks);
    let around = shift.as_ref().map(|shift| {
        let cut = weeks.iter().position(|(week, _)| *week == shift.week).expect("the week is one of them");
        (whole(&weeks[..cut]), whole(&weeks[cut..]))
    });
    let present = around.as_ref().map_or(&window, |(_, since)| since);
    let fit = fit::fit(present, &OPEN, &framework, held);
    let evidence: BTreeMap<Week, Vec<EvidenceId>> = weeks
        .iter()
        .map(|(week, _)| (*week, (0..9u8).map(|i| EvidenceId::of(&[week.to_string().as_bytes(), &[i]])).collect()))
        .collect();
    findings::find(&FindingInput {
        framework: &framework,
        held,
        window: &window,
        weeks,
        shift: shift.as_ref(),
        around_shift: around.as_ref().map(|(before, since)| (before, since)),
        fit: &fit,
        reports_now,
        evidence: &evidence,
    })
}

fn the<'a>(found: &'a [Finding], check: &str) -> &'a Finding {
    found.iter().find(|f| f.check == check).unwrap_or_else(|| panic!("no {check} in {found:?}"))
}

fn checks(found: &[Finding]) -> Vec<&str> {
    found.iter().map(|f| f.check).collect()
}

fn assert_well_spoken(found: &[Finding]) {
    for finding in found {
        assert_eq!(finding.audience, Audience::Oneself);
        assert!(!finding.headline.ends_with('.'), "{}", finding.headline);
        assert!(finding.text.ends_with('.') && finding.because.ends_with('.'), "{finding:?}");
        assert!(!finding.reasons.is_empty(), "{finding:?}");
        assert!(finding.reasons.iter().all(|r| r.evidence.len() <= 50));
        assert!(finding.reasons.iter().any(|r| !r.evidence.is_empty()), "{finding:?}");
        let words = format!("{} {} {}", finding.headline, finding.text, finding.because).to_lowercase();
        for banned in ["score", "rank", "burnout", "you are", "%%", "  ", "measure section"] {
            assert!(!words.contains(banned), "{banned}: {words}");
        }
    }
    assert!(found.is_sorted_by_key(|f| (f.severity, f.confidence)));
}

#[test]
fn a_tech_lead_who_leads_a_system_gets_only_the_reading() {
    let found = found_for(
        &weeks_with(20, LEADING, &|_, t| t.hands_on = Minutes::new(500.0, 800.0, 900.0)),
        Some("tech_lead"),
        None,
    );
    assert_eq!(checks(&found), ["role-reading"]);
    assert_eq!(found[0].severity, Severity::Knowing);
    assert_eq!(found[0].headline, "Time looks like a technical role’s, as expected of a tech lead");
    assert_well_spoken(&found);
}

#[test]
fn a_tech_lead_who_drifted_gets_reading_hands_on_and_drift() {
    let all: Vec<(Week, PeriodReading)> = weeks_with(26, LEADING, &|i, t| {
        t.hands_on = Minutes::new(400.0, 700.0, 800.0);
        t.commits = 20;
        if i >= 9 {
            t.in_window = [1500.0, 220.0, 260.0, 60.0].map(Minutes::exact);
            t.hands_on = Minutes::new(40.0, 90.0, 130.0);
            t.commits = 4;
        }
    });
    let found = found_for(&all, Some("tech_lead"), None);
    assert_eq!(checks(&found), ["role-reading", "drift", "hands-on-range"]);
    assert_eq!(the(&found, "role-reading").headline, "Time looks like a coordination role’s, not a tech lead’s");
    assert_eq!(the(&found, "role-reading").confidence, Confidence::Firm);
    let drift = the(&found, "drift");
    assert!(
        drift.headline.starts_with("Since the week of 2\u{a0}Mar\u{a0}2026, building takes about 13"),
        "{}",
        drift.headline
    );
    let hands_on = the(&found, "hands-on-range");
    assert_eq!((hands_on.severity, hands_on.confidence), (Severity::Acting, Confidence::Fair));
    assert!(hands_on.headline.ends_with("below a tech lead’s 30–70\u{a0}%"), "{}", hands_on.headline);
    assert!(hands_on.reasons[0].text.starts_with("68 commits in 17 weeks"), "{}", hands_on.reasons[0].text);
    assert_well_spoken(&found);
}

#[test]
fn hybrid_load_needs_both_shares_and_a_long_or_broken_week() {
    let hybrid = [300.0, 800.0, 900.0, 60.0];
    assert!(!checks(&found_for(&weeks_with(8, hybrid, &|_, _| {}), None, None)).contains(&"hybrid-load"));
    let broken = found_for(&weeks_with(8, hybrid, &|_, t| t.focus.focus = 400.0), None, None);
    assert_eq!(the(&broken, "hybrid-load").severity, Severity::Watching);
    let long: Change<'_> = &|_, t| {
        t.focus.focus = 400.0;
        t.after_hours[2] = Minutes::exact(900.0);
    };
    let both = found_for(&weeks_with(8, hybrid, long), None, None);
    assert_eq!(the(&both, "hybrid-load").severity, Severity::Acting);
    assert_well_spoken(&both);
    let five_of_eight: Change<'_> = &|i, t| {
        t.focus.focus = 400.0;
        if i < 3 {
            t.in_window = LEADING.map(Minutes::exact);
        }
    };
    assert!(!checks(&found_for(&weeks_with(8, hybrid, five_of_eight), None, None)).contains(&"hybrid-load"));
}

/// After the published log: the total stays, the weekend grows.
#[test]
fn building_moved_outside_working_hours_is_displacement() {
    let moved: Change<'_> = &|i, t| {
        if i >= 10 {
            t.in_window[2] = Minutes::exact(740.0);
            t.after_hours[2] = Minutes::exact(400.0);
        }
    };
    let found = found_for(&weeks_with(18, LEADING, moved), None, None);
    let finding = the(&found, "displacement");
    assert!(
        finding.headline.contains("35\u{a0}% of it now falls outside working hours, 0\u{a0}% before"),
        "{}",
        finding.headline
    );
    assert_eq!(finding.severity, Severity::Acting);
    assert_well_spoken(&found);
    let grown: Change<'_> = &|i, t| {
        if i >= 10 {
            t.after_hours[2] = Minutes::exact(400.0);
        }
    };
    assert!(
        !checks(&found_for(&weeks_with(18, LEADING, grown), None, None)).contains(&"displacement"),
        "building grew"
    );
}

#[test]
fn after_hours_is_read_against_the_own_past() {
    let late: Change<'_> = &|i, t| t.after_hours[0] = Minutes::exact(if i >= 12 { 500.0 } else { 60.0 });
    let found = found_for(&weeks_with(16, LEADING, late), None, None);
    let finding = the(&found, "after-hours");
    assert_eq!(finding.severity, Severity::Watching);
    assert!(
        finding.headline.contains("about 20\u{a0}% of what was seen fell outside working hours, 3\u{a0}% before"),
        "{}",
        finding.headline
    );
    assert_well_spoken(&found);
    let always: Change<'_> = &|_, t| t.after_hours[0] = Minutes::exact(500.0);
    assert!(!checks(&found_for(&weeks_with(16, LEADING, always), None, None)).contains(&"after-hours"));
    assert!(!checks(&found_for(&weeks_with(11, LEADING, late), None, None)).contains(&"after-hours"), "no past");
}

#[test]
fn no_focus_block_counts_four_days_of_five() {
    let broken: Change<'_> = &|i, t| t.focus.days_with_block = if i % 4 == 0 { 3 } else { 1 };
    let found = found_for(&weeks_with(12, LEADING, broken), None, None);
    let finding = the(&found, "no-focus-block");
    assert_eq!(finding.severity, Severity::Watching);
    assert!(finding.text.starts_with("In 6 of the last 8 weeks"), "{}", finding.text);
    assert_well_spoken(&found);
    let two_free: Change<'_> = &|_, t| t.focus.days_with_block = 2;
    assert!(!checks(&found_for(&weeks_with(12, LEADING, two_free), None, None)).contains(&"no-focus-block"));
}

#[test]
fn reports_are_counted_against_the_hours_for_people() {
    let all = weeks_with(12, [700.0, 1000.0, 300.0, 60.0], &|_, _| {});
    assert!(!checks(&found_for(&all, Some("em"), Some(8))).contains(&"too-many-reports"), "20 h hold 8");
    let nine = found_for(&all, Some("em"), Some(9));
    assert_eq!(the(&nine, "too-many-reports").severity, Severity::Watching);
    assert!(the(&nine, "too-many-reports").headline.contains("room for 8"));
    assert_eq!(the(&found_for(&all, Some("em"), Some(12)), "too-many-reports").severity, Severity::Acting);
    assert_well_spoken(&nine);
}

#[test]
fn below_the_gate_there_is_no_reading_and_no_share() {
    let found = found_for(&weeks_with(12, [200.0, 100.0, 300.0, 0.0], &|_, _| {}), Some("tech_lead"), None);
    assert!(found.is_empty(), "{:?}", checks(&found));
}

#[test]
fn steady_weeks_without_a_role_are_read_all_the_same() {
    let found = found_for(&weeks(vec![LEADING; 12]), None, None);
    assert_eq!(found[0].headline, "Time looks like a technical role’s");
    assert!(found[0].reasons[1].text.contains(Bucket::People.name()));
}
