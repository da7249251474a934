//! Responsibilities in the forms they are published in.

use rung_model::framework::{Framework, Holding};

use super::super::written::{imported, said, sample};

fn duties(framework: &Framework) -> Vec<String> {
    let of = |duty: &rung_model::framework::Duty| {
        let list = |ids: &[String]| ids.join("+");
        format!("{}: {} / {}", duty.name, list(&duty.owners), list(&duty.partners))
    };
    framework.duties.iter().map(of).collect()
}

#[test]
fn columns_of_duties_know_what_is_shared_and_who_can_stand_in() {
    let page = "# Head baker vs shop manager\n\n| [Bake lead](a.md) (Oven) | [Shop manager](b.md) (Guests) |\n|---|---|\n\
        | Keeping the leaven | Greeting\u{200b} |\n| Hands-on coding 30% to 70% of the time | Hands-On Coding 0-30 % |\n\
        | Bread list (shared) | Bread list (shared)\u{200b} |\n| Ability to act as shop manager when required | Counting |\n";
    let imported = imported(&[("duties.md", page)]);
    let framework = &imported.framework;
    let expected = [
        "Keeping the leaven: bake-lead / ",
        "Greeting: shop-manager / ",
        "Bread list: bake-lead+shop-manager / ",
        "Counting: shop-manager / ",
    ];
    assert_eq!(duties(framework), expected);
    assert_eq!(framework.duties[1].able_to_act, ["bake-lead"]);
    assert_eq!(framework.duties[2].holding, Holding::Shared);
    assert_eq!(framework.duties[0].holding, Holding::Exclusive);
    let hands: Vec<_> = framework.hands_on.iter().map(|range| (range.role.as_str(), range.min, range.max)).collect();
    assert_eq!(hands, [("bake-lead", 0.3, 0.7), ("shop-manager", 0.0, 0.3)]);
    assert_eq!(imported.report.hidden, 2);
    assert_eq!(said(&imported, "skipped"), Vec::<String>::new());
}

#[test]
fn letters_make_owners_and_partners_either_way_round() {
    let page = "# Who bakes\n\n| Task | Bake lead | Shop manager | Client |\n|---|---|---|---|\n| Dough | A / R | C | |\n\
        | Prices | I | R | C / I |\n\n## Key\n\n| Letter | Meaning |\n|---|---|\n| R | Responsible |\n| C | Consulted |\n";
    let turned = "# RACI\n\n| Role | Dough | Prices |\n|---|---|---|\n| Bake lead | Owner | informed |\n\
        | Shop manager | consulted | Owner |\n";
    let one = imported(&[("raci.md", page)]);
    let expected = ["Dough: bake-lead / shop-manager", "Prices: shop-manager / bake-lead+client"];
    assert_eq!(duties(&one.framework), expected);
    assert_eq!(one.framework.duties[1].from.extra["x-marks"]["client"].as_str(), Some("C / I"));
    assert_eq!(said(&one, "skipped"), Vec::<String>::new());
    let other = imported(&[("raci.md", turned)]);
    assert_eq!(duties(&other.framework), ["Dough: bake-lead / shop-manager", "Prices: shop-manager / bake-lead"]);
}

#[test]
fn headings_say_who_is_accountable() {
    let table = |one: &str, other: &str| {
        format!(
            "<table><tr><th>{one} expectations</th><th>{other} expectations</th></tr><tr><td><ul><li>Do it</li>\
            <li>Say it</li></ul></td><td><ul><li>Help</li></ul></td></tr></table>\n\n"
        )
    };
    let page = format!(
        "# Together\n\n## Bake managers (BMs) are accountable for:\n\n### Dough\n\n{}## Shop managers (SMs) are \
        accountable for:\n\n### Prices\n\n{}",
        table("BM", "SM"),
        table("SM", "BM")
    );
    let imported = imported(&[("together.md", &page)]);
    let framework = &imported.framework;
    assert_eq!(duties(framework), ["Dough: bake-manager / shop-manager", "Prices: shop-manager / bake-manager"]);
    assert_eq!((framework.roles[0].short.as_str(), framework.roles.len()), ("BM", 2));
    let expected = &framework.duties[0].from.extra["x-expectations"]["bake-manager"];
    assert_eq!(expected.as_array().map(Vec::len), Some(2));
}

#[test]
fn one_job_at_several_levels_is_no_list_of_duties() {
    let page = "# Responsibilities\n\n| Engineer | Senior Engineer |\n|---|---|\n| Codes | Leads |\n";
    assert!(imported(&[("levels.md", page)]).framework.duties.is_empty());
    let skills = "# Skills\n\n| Skill | Junior | Senior |\n|---|---|---|\n| Dough | x | x |\n| Oven | | x |\n";
    assert!(imported(&[("skills.md", skills)]).framework.duties.is_empty());
}

#[test]
fn the_published_comparison_has_its_figures() {
    let Some(imported) = sample("engineeringladders") else { return };
    let framework = &imported.framework;
    let only = |role: &str| framework.duties.iter().filter(|duty| duty.owners == [role.to_owned()]).count();
    let shared = framework.duties.iter().filter(|duty| duty.holding == Holding::Shared).count();
    assert_eq!((only("tech-lead"), only("engineering-manager"), shared), (11, 11, 3));
    let jaccard = shared as f64 / framework.duties.len() as f64;
    assert!((jaccard - 0.12).abs() < 1e-9);
    let hands: Vec<_> = framework.hands_on.iter().map(|range| (range.min, range.max)).collect();
    assert_eq!(hands, [(0.3, 0.7), (0.0, 0.3)]);
    assert_eq!(imported.report.hidden, 16);
}
