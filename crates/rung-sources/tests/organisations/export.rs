//! What is exported and read back says the same, as far as the format can say it.

use std::collections::BTreeSet;

use jiff::civil::date;
use proptest::prelude::*;
use rung_model::roster::{At, Membership, Period, Person, ReportsTo, Roster, Team};
use rung_sources::roster::{export, import::Format};

use crate::of;

const NAMES: [&str; 6] =
    ["Ines Aldana", "=SUM(A1)", "Bo; \"the\" Falk, jr.", "Größe", "-2", "Ann\u{1f469}\u{200d}\u{1f4bb}"];

fn roster() -> impl Strategy<Value = Roster> {
    let one = (0..NAMES.len(), prop::option::of(0..8_usize), prop::option::of(0..4_usize), any::<bool>());
    (prop::collection::vec(one, 1..8), prop::collection::vec(prop::option::of(0..4_usize), 4)).prop_map(
        |(people, parents)| {
            let mut roster = Roster::default();
            let open = Period::default();
            for (at, parent) in parents.iter().enumerate() {
                roster.teams.push(Team {
                    id: format!("t{at}"),
                    name: format!("Team {at}"),
                    parent: parent.filter(|parent| *parent < at).map(|parent| format!("t{parent}")),
                    kind: Some("team".to_owned()),
                    ..Team::default()
                });
            }
            for (at, (name, manager, team, address)) in people.iter().enumerate() {
                let id = format!("p{at}");
                roster.people.push(Person {
                    id: id.clone(),
                    name: NAMES[*name].to_owned(),
                    addresses: address.then(|| format!("p{at}@h.example")).into_iter().collect(),
                    ..Person::default()
                });
                if let Some(manager) = manager.filter(|manager| *manager < at) {
                    let manager = format!("p{manager}");
                    roster.lines.push(ReportsTo {
                        person: id.clone(),
                        manager,
                        solid: true,
                        interim: false,
                        period: open,
                        known: open,
                    });
                }
                if let Some(team) = team {
                    let team = format!("t{team}");
                    roster.memberships.push(Membership {
                        person: id,
                        team,
                        share: 1.0,
                        part: None,
                        period: open,
                        known: open,
                    });
                }
            }
            roster
        },
    )
}

fn members(roster: &Roster, name: impl Fn(&str) -> String) -> BTreeSet<(String, String)> {
    roster.memberships.iter().map(|m| (m.person.clone(), name(&m.team))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_table_keeps_people_managers_and_teams(roster in roster()) {
        let text = export::csv(&roster, At::day(date(2026, 11, 1)));
        for cell in text.lines().flat_map(|line| line.split(',')) {
            prop_assert!(!cell.trim_matches('"').starts_with(['=', '+', '-', '@']), "{cell}");
        }
        let (_folder, own) = of(Some(Format::Csv), &[("people.csv", &text)]);
        let ids = |roster: &Roster| roster.people.iter().map(|p| (p.id.clone(), p.addresses.clone())).collect::<Vec<_>>();
        prop_assert_eq!(ids(&own.roster), ids(&roster));
        let lines = |roster: &Roster| roster.lines.iter().map(|l| (l.person.clone(), l.manager.clone())).collect::<BTreeSet<_>>();
        prop_assert_eq!(lines(&own.roster), lines(&roster));
        let named = |of: &Roster, id: &str| of.team(id).map(|team| team.name.clone()).unwrap_or_default();
        prop_assert_eq!(members(&own.roster, |id| named(&own.roster, id)), members(&roster, |id| named(&roster, id)));
        prop_assert_eq!(own.unresolved.len(), 0);
    }

    #[test]
    fn a_catalogue_keeps_people_teams_and_who_is_where(roster in roster()) {
        let text = export::backstage(&roster, At::day(date(2026, 11, 1)));
        let (_folder, own) = of(Some(Format::Backstage), &[("catalog-info.yaml", &text)]);
        let people = |roster: &Roster| roster.people.iter().map(|p| (p.id.clone(), p.name.clone(), p.addresses.clone())).collect::<Vec<_>>();
        prop_assert_eq!(people(&own.roster), people(&roster));
        let teams = |roster: &Roster| roster.teams.iter().map(|t| (t.id.clone(), t.name.clone(), t.parent.clone())).collect::<Vec<_>>();
        prop_assert_eq!(teams(&own.roster), teams(&roster));
        prop_assert_eq!(members(&own.roster, str::to_owned), members(&roster, str::to_owned));
    }
}
