//! `role-reading`: what the weeks look like, beside the role held.

use rung_model::{bucket::Bucket, framework::Role};

use super::{FindingInput, grade};
use crate::{
    finding::{Audience, Finding, Severity},
    fit::{CandidateFit, LEAST_HOURS, LEAST_MARGIN, LEAST_SOURCES, LEAST_WEEKS, Verdict},
    read::LEAST_COVERAGE,
    sentence, words,
};

/// Acting where the family is another than that of the role held, knowing otherwise. Nothing is said
/// below the verdict gate or between families.
pub(super) fn check(input: &FindingInput<'_>) -> Option<Finding> {
    let Verdict::LooksLike { family, role, as_held, margin } = &input.fit.verdict else { return None };
    let held = input.held_role().filter(|_| input.fit.roles.iter().any(|r| r.held));
    let severity = if held.is_some() && !as_held { Severity::Acting } else { Severity::Knowing };
    let weeks = input.present_weeks();
    let coverage = input.present().coverage;
    let of_family: Vec<&CandidateFit> = input
        .fit
        .roles
        .iter()
        .filter(|r| r.family == *family && role.as_ref().is_none_or(|id| *id == r.role))
        .collect();
    let nearest = of_family.iter().max_by(|a, b| a.overlap.point.total_cmp(&b.overlap.point)).copied();
    let mut text: Vec<String> = nearest.map(|fit| shares(input, fit)).into_iter().collect();
    if let Some(fit) = input.fit.roles.iter().find(|r| r.held && nearest.is_none_or(|n| n.role != r.role)) {
        text.push(shares(input, fit));
    }
    if role.is_none() && of_family.len() > 1 {
        text.push("The three buckets cannot tell the roles of that family apart, so Rung does not".to_owned());
    }
    let seen = words::hours(input.present().totals.observed());
    let reasons = vec![
        input.reason(
            format!(
                "{} with {seen} seen, {} of working time",
                words::count(weeks.len(), "week", "weeks"),
                words::percent(coverage)
            ),
            &weeks,
        ),
        input.reason(splits(input, held), &weeks),
        input.reason("The nearest family is the same over every split the headline ranges allow".to_owned(), &[]),
    ];
    Some(Finding {
        check: "role-reading",
        subject: None,
        severity,
        confidence: grade::of(weeks.len(), coverage),
        audience: Audience::Oneself,
        headline: sentence::verdict(input.fit, input.framework, input.held),
        text: format!("{}.", text.join(". ")),
        reasons,
        because: format!(
            "At least {LEAST_WEEKS} weeks, {LEAST_HOURS:.0} hours, {} coverage and {LEAST_SOURCES} kinds of source, one a \
             calendar: met. Lead over the next family: {:.0} points at worst, {:.0} needed.",
            words::percent(LEAST_COVERAGE),
            (margin * 100.0).floor(),
            LEAST_MARGIN * 100.0
        ),
    })
}

/// "A product manager would share about 92 % (88–98 %) of this week".
fn shares(input: &FindingInput<'_>, fit: &CandidateFit) -> String {
    let who = words::sentence_case(&words::a_role_of(input.framework, &fit.role));
    format!("{who} would share {} of these weeks", words::about(fit.overlap))
}

/// The three headline shares, beside what is expected of the role held.
fn splits(input: &FindingInput<'_>, held: Option<&Role>) -> String {
    let expected = held.and_then(|role| Some((role, input.framework.split_of(&role.id)?)));
    let parts: Vec<String> = Bucket::SPLIT
        .into_iter()
        .filter_map(|bucket| {
            let headline = input.present().bucket(bucket).headline?;
            let beside = expected.map_or(String::new(), |(_, claim)| {
                format!(", expected {}", words::percent(claim.split.share(bucket)))
            });
            Some(format!("{} {}{beside}", bucket.name(), words::about(headline)))
        })
        .collect();
    let basis = expected.map_or(String::new(), |(role, claim)| {
        let source = claim.source.as_deref().map_or(String::new(), |key| format!(", source {key}"));
        format!(" (expected of {}: {}{source})", words::a_role(role), claim.basis.words())
    });
    format!("{}{basis}", parts.join("; "))
}
