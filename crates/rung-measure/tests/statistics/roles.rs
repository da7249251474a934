//! Roles beside each other: overlaps, duties by source, paths with unknown steps.

use rung_measure::roles;
use rung_model::{
    bucket::Bucket,
    framework::{Duty, Edge, EdgeKind, Framework, Holding, Skill, SkillLevel, Years},
};

use crate::support::framework;

fn duty(id: &str, owners: &[&str], stated: &[(&str, Option<Bucket>)], bucket: Bucket) -> Duty {
    Duty {
        id: id.to_owned(),
        name: id.to_owned(),
        bucket: Some(bucket),
        owners: owners.iter().map(|o| (*o).to_owned()).collect(),
        holding: if owners.len() > 1 { Holding::Shared } else { Holding::Exclusive },
        stated: stated.iter().map(|(key, filed)| ((*key).to_owned(), *filed)).collect(),
        ..Duty::default()
    }
}

/// Eleven statements of one source for the tech lead, eleven for the manager, three shared; some merged
/// with what another source says.
fn with_duties() -> Framework {
    let mut framework = framework();
    for n in 1..=11 {
        framework.duties.push(duty(&format!("tl-{n}"), &["tech_lead"], &[(&format!("C{n}"), None)], Bucket::Building));
        let stated: &[(&str, Option<Bucket>)] = if n == 5 { &[("C16", None), ("D6", None)] } else { &[] };
        let key = format!("C{}", n + 11);
        let own = [(key.as_str(), None)];
        framework.duties.push(duty(&format!("em-{n}"), &["em"], if n == 5 { stated } else { &own }, Bucket::People));
    }
    for n in 23..=25 {
        framework.duties.push(duty(
            &format!("both-{n}"),
            &["tech_lead", "em"],
            &[(&format!("C{n}"), None)],
            Bucket::People,
        ));
    }
    framework.duties.push(duty("mentor", &["tech_lead"], &[("D4", None)], Bucket::People));
    framework
}

#[test]
fn time_and_duties_are_two_overlaps() {
    let found = roles::compare(&with_duties(), "tech_lead", "em");
    assert!((found.time.unwrap() - 0.6).abs() < 1e-9);
    let by_c = found.duties_by_source["C"];
    assert_eq!((by_c.only_a, by_c.only_b, by_c.shared), (11, 11, 3));
    assert!((by_c.jaccard().unwrap() - 0.12).abs() < 1e-9);
    let merged = found.duties.counts();
    assert_eq!((merged.only_a, merged.only_b, merged.shared), (12, 11, 3));
    let changes: Vec<(Bucket, i64)> =
        found.by_bucket.iter().map(|d| (d.bucket, (d.change() * 100.0).round() as i64)).collect();
    assert_eq!(changes, [(Bucket::Strategy, 0), (Bucket::People, 40), (Bucket::Building, -40)]);
}

#[test]
fn hands_on_ranges_touch_at_thirty() {
    let found = roles::compare(&framework(), "tech_lead", "em").hands_on;
    assert_eq!(found.common, Some((0.3, 0.3)));
    assert_eq!(roles::compare(&framework(), "tech_lead", "pm").hands_on.common, None);
}

#[test]
fn skills_are_counted_where_both_roles_state_a_level() {
    let mut framework = framework();
    for (id, levels) in [
        ("coding", vec![("tech_lead", 4), ("em", 2)]),
        ("hiring", vec![("tech_lead", 2), ("em", 4)]),
        ("domain", vec![("tech_lead", 3), ("em", 3)]),
        ("budget", vec![("em", 2)]),
    ] {
        framework.skills.push(Skill {
            id: id.to_owned(),
            name: id.to_owned(),
            bucket: Bucket::Building,
            levels: levels.into_iter().map(|(role, level)| (role.to_owned(), SkillLevel(level))).collect(),
        });
    }
    let found = roles::compare(&framework, "tech_lead", "em").skills;
    assert_eq!((found.lines.len(), found.same, found.higher, found.lower), (3, 1, 1, 1));
    assert!((found.common.unwrap() - 7.0 / 11.0).abs() < 1e-9);
    assert_eq!(roles::compare(&framework, "pm", "em").skills.common, None);
}

#[test]
fn an_unknown_role_shares_nothing() {
    let found = roles::compare(&with_duties(), "tech_lead", "nobody");
    assert_eq!((found.time, found.duties.shared.len(), found.duties.only_b.len()), (None, 0, 0));
}

#[test]
fn the_matrix_is_symmetric_with_ones_on_the_diagonal() {
    let found = roles::overlap_matrix(&framework());
    assert_eq!(found.roles.len(), 6, "roles without a split are left out");
    for (i, row) in found.overlap.iter().enumerate() {
        for (j, value) in row.iter().enumerate() {
            assert!((value - found.overlap[j][i]).abs() < 1e-12);
            assert!(i != j || (value - 1.0).abs() < 1e-9);
        }
    }
    assert!((found.overlap[0][2] - 0.5).abs() < 1e-9, "TL and PM share half");
}

fn edge(from: &str, to: &str, years: Option<(f64, f64)>) -> Edge {
    Edge {
        from: from.to_owned(),
        to: to.to_owned(),
        years: years.map(|(min, max)| Years { min, max }),
        ..Edge::default()
    }
}

/// The paths of facts/ROLES.md as far as they lead to a director.
fn with_edges() -> Framework {
    let mut framework = framework();
    framework.edges = vec![
        edge("junior", "senior", Some((3.0, 5.0))),
        edge("senior", "tech_lead", Some((2.0, 3.0))),
        edge("senior", "em", None),
        edge("tech_lead", "em", None),
        edge("tech_lead", "director", None),
        edge("em", "director", Some((5.0, 7.0))),
        edge("em", "senior", None),
    ];
    framework
}

#[test]
fn junior_to_director_takes_ten_to_fifteen_years_plus_an_unknown_step() {
    let framework = with_edges();
    let found = roles::paths(&framework, "junior", "director");
    assert_eq!(found[0].roles(), ["junior", "senior", "tech_lead", "em", "director"]);
    assert_eq!(found[0].duration(), "10–15 years plus an unknown step");
    assert_eq!(found[0].unknown_steps, 1);
    assert_eq!(found.len(), 3, "through the tech lead's step, the manager's, or both");
}

#[test]
fn a_path_without_any_stated_step_is_not_known() {
    let framework = with_edges();
    let found = roles::paths(&framework, "tech_lead", "em");
    assert_eq!((found.len(), found[0].duration()), (1, "not known (an unknown step)".to_owned()));
    assert_eq!(found[0].years, None);
    assert!(roles::paths(&framework, "director", "junior").is_empty());
    assert!(roles::paths(&framework, "em", "em").is_empty());
}

#[test]
fn a_reporting_line_is_no_path() {
    let mut framework = with_edges();
    framework.edges.push(Edge { kind: EdgeKind::ReportsTo, ..edge("director", "junior", None) });
    assert!(roles::paths(&framework, "director", "junior").is_empty());
}

#[test]
fn disagreements_about_buckets_are_listed_by_number() {
    let mut framework = framework();
    framework.duties = vec![
        duty("recruit", &["tech_lead"], &[("B12", Some(Bucket::Building))], Bucket::People),
        duty("mentor", &["tech_lead"], &[("B9", Some(Bucket::People)), ("C3", None)], Bucket::People),
        duty(
            "standards",
            &["tech_lead"],
            &[("B1", Some(Bucket::Strategy)), ("C1", Some(Bucket::People))],
            Bucket::Building,
        ),
    ];
    framework.duties.push(Duty { bucket: None, ..duty("plan", &[], &[("B3", Some(Bucket::People))], Bucket::People) });
    let found = roles::bucket_disagreements(&framework, "B");
    let listed: Vec<(&str, Bucket, Bucket)> =
        found.iter().map(|d| (d.statement.as_str(), d.source_bucket, d.bucket)).collect();
    assert_eq!(listed, [("B1", Bucket::Strategy, Bucket::Building), ("B12", Bucket::Building, Bucket::People)]);
}
