//! A small organisation over a year: who is where, what the roll-up and the mix say, what changed.

use jiff::civil::{Date, date};
use rung_measure::org::{
    diff::{Changed, diff},
    mix::{Mix, SplitReason},
    rollup::Rollup,
    view::View,
};
use rung_model::{
    framework::{Framework, Role, SplitClaim},
    roster::{
        At, Basis, Employment, Holding, Leave, Membership, Opening, Ownership, Period, Person, ReportsTo, Roster, Team,
        TeamDuty, Vacancy,
    },
    split::Split,
};

const SPRING: Date = date(2026, 3, 2);
const AUTUMN: Date = date(2026, 10, 5);

fn framework() -> Framework {
    let role = |id: &str, name: &str| Role { id: id.into(), name: name.into(), ..Role::default() };
    let split = |role: &str, strategy, people, building| SplitClaim {
        role: role.into(),
        position: None,
        parts: Default::default(),
        split: Split::of(strategy, people, building).expect("positive"),
        k: 20.0,
        basis: rung_model::framework::Basis::Sourced,
        source: None,
        note: None,
        from: Default::default(),
    };
    Framework {
        roles: vec![
            role("senior", "Senior engineer"),
            role("tech_lead", "Tech lead"),
            role("em", "Engineering manager"),
            role("director", "Director"),
        ],
        splits: vec![
            split("senior", 20.0, 10.0, 70.0),
            split("tech_lead", 30.0, 10.0, 60.0),
            split("em", 30.0, 50.0, 20.0),
        ],
        ..Framework::default()
    }
}

fn until(from: Option<Date>, until: Option<Date>) -> Period {
    Period { from, until }
}

fn roster() -> Roster {
    let open = Period::default();
    let people = ["ruth", "marta", "ines", "oluwa", "mirre", "tomas", "lena", "gone"];
    let member = |person: &str, team: &str, period| Membership {
        person: person.into(),
        team: team.into(),
        share: 1.0,
        part: None,
        period,
        known: open,
    };
    let line = |person: &str, manager: &str, period| ReportsTo {
        person: person.into(),
        manager: manager.into(),
        solid: true,
        interim: person == "tomas",
        period,
        known: open,
    };
    let hold = |person: &str, position: &str, share, basis| Holding {
        person: person.into(),
        position: position.into(),
        team: (person != "ruth").then(|| "ledger".to_owned()),
        share,
        basis,
        period: open,
        known: open,
    };
    let team = |id: &str, parent: Option<&str>, period| Team {
        id: id.into(),
        name: id.into(),
        parent: parent.map(str::to_owned),
        period,
        ..Team::default()
    };
    let turn = date(2026, 7, 1);
    Roster {
        people: people.iter().map(|id| Person { id: (*id).into(), name: (*id).into(), ..Person::default() }).collect(),
        employments: vec![Employment { person: "gone".into(), fte: 0.5, period: until(None, Some(turn)), known: open }],
        leaves: vec![Leave { person: "mirre".into(), period: Period::since(turn), known: open }],
        teams: vec![
            team("payments", None, open),
            team("ledger", Some("payments"), open),
            team("cards", Some("payments"), Period::since(turn)),
        ],
        memberships: vec![
            member("ruth", "payments", open),
            member("marta", "ledger", open),
            member("oluwa", "ledger", open),
            member("mirre", "ledger", open),
            member("ines", "ledger", until(None, Some(turn))),
            member("ines", "cards", Period::since(turn)),
            member("tomas", "cards", Period::since(turn)),
            member("lena", "ledger", open),
            member("gone", "ledger", open),
        ],
        lines: vec![
            line("marta", "ruth", open),
            line("ines", "marta", open),
            line("oluwa", "marta", open),
            line("mirre", "marta", open),
            line("tomas", "marta", open),
            line("lena", "marta", open),
            line("gone", "marta", open),
        ],
        holdings: vec![
            hold("ruth", "director", 1.0, Basis::Title),
            hold("marta", "em", 0.5, Basis::Title),
            hold("marta", "tech_lead", 0.5, Basis::Acting),
            hold("oluwa", "senior", 1.0, Basis::Title),
            hold("mirre", "senior", 1.0, Basis::Title),
        ],
        vacancies: vec![Vacancy {
            id: "cards-1".into(),
            position: "tech_lead".into(),
            team: "cards".into(),
            opening: Opening::Open,
            person: None,
            period: Period::since(turn),
            known: open,
        }],
        duties: vec![TeamDuty {
            team: "ledger".into(),
            duty: "code_review".into(),
            name: Some("Code reviews".into()),
            bucket: None,
            hours: 6.0,
            shared: None,
            fits: Default::default(),
            wishes: Default::default(),
            pinned: None,
            period: open,
            known: open,
        }],
        ownerships: vec![Ownership {
            person: "oluwa".into(),
            team: "ledger".into(),
            duty: "code_review".into(),
            mode: rung_model::roster::Mode::Own,
            delegation: None,
            trial: false,
            period: until(None, Some(turn)),
            known: open,
        }],
        ..Roster::default()
    }
}

#[test]
fn the_organisation_as_of_a_day() {
    let (roster, framework) = (roster(), framework());
    let (spring, autumn) =
        (View::of(&roster, &framework, At::day(SPRING)), View::of(&roster, &framework, At::day(AUTUMN)));
    assert_eq!((spring.teams.len(), autumn.teams.len()), (2, 3));
    let home = |view: &View<'_>, id: &str| {
        let own = view.person(id).expect("in the roster");
        view.people[own].home.map(|team| view.teams[team].team.id.clone())
    };
    assert_eq!((home(&spring, "ines").as_deref(), home(&autumn, "ines").as_deref()), (Some("ledger"), Some("cards")));
    let gone = spring.person("gone").expect("in the roster");
    assert!(spring.people[gone].here && !autumn.people[gone].here);
    let marta = autumn.person("marta").expect("in the roster");
    assert_eq!((spring.people[marta].reports.len(), autumn.people[marta].reports.len()), (6, 5));
    let chain = autumn.chain(autumn.person("ines").expect("in the roster"));
    assert_eq!(chain.iter().map(|p| autumn.people[*p].person.id.as_str()).collect::<Vec<_>>(), ["marta", "ruth"]);
    let depths: Vec<(&str, usize)> =
        autumn.under(None).into_iter().map(|(at, depth)| (autumn.teams[at].team.id.as_str(), depth)).collect();
    assert_eq!(depths, [("payments", 0), ("ledger", 1), ("cards", 1)]);
    assert_eq!(autumn.people_under()[0].len(), 7);
}

#[test]
fn the_roll_up_counts_structure() {
    let (roster, framework) = (roster(), framework());
    let view = View::of(&roster, &framework, At::day(AUTUMN));
    let all = Rollup::of(&view, &roster, &framework, None);
    assert_eq!((all.people, all.fte, all.away, all.teams, all.depth, all.layers), (7, 7.0, 1, 3, 2, 3));
    let name = |person: &usize| view.people[*person].person.id.as_str();
    let team = |at: &usize| view.teams[*at].team.id.as_str();
    assert_eq!(all.tops.iter().map(name).collect::<Vec<_>>(), ["ruth"]);
    assert_eq!(
        all.spans.iter().map(|s| (name(&s.manager), s.reports, s.managers)).collect::<Vec<_>>(),
        [("ruth", 1, 1), ("marta", 5, 0)]
    );
    assert_eq!(
        all.vacancies.iter().map(|(at, position, _)| (team(at), position.as_str())).collect::<Vec<_>>(),
        [("cards", "tech_lead")]
    );
    assert_eq!(
        all.standing.iter().map(|s| (name(&s.person), s.position.as_str(), s.basis)).collect::<Vec<_>>(),
        [("marta", "tech_lead", Basis::Acting)]
    );
    assert_eq!(all.interim.iter().map(name).collect::<Vec<_>>(), ["tomas"]);
    assert_eq!(all.without_tech.iter().map(team).collect::<Vec<_>>(), ["cards"]);
    assert_eq!(all.without_people.iter().map(team).collect::<Vec<_>>(), ["cards"]);
    assert_eq!(all.both.iter().map(|(at, p)| (team(at), name(p))).collect::<Vec<_>>(), [("ledger", "marta")]);
    assert_eq!(all.carried.len(), 1);
    assert_eq!(all.carried[0].unowned, ["Code reviews"]);
    let part = Rollup::of(&view, &roster, &framework, view.team("cards"));
    assert_eq!((part.people, part.teams, part.depth), (2, 1, 1));
}

#[test]
fn two_roles_of_one_person_are_said_to_be_too_much_when_they_are() {
    let (roster, framework) = (roster(), framework());
    let view = View::of(&roster, &framework, At::day(AUTUMN));
    let ledger = view.team("ledger").expect("stands");
    let mix = Mix::of(&view, &framework, ledger, |_| 0.0);
    let roles: Vec<(&str, f64)> = mix.roles.iter().map(|role| (role.role.as_str(), role.fte)).collect();
    assert_eq!(roles, [("senior", 2.0), ("tech_lead", 0.5), ("em", 0.5)]);
    let sum = mix.sum.expect("all have a split").parts();
    // (2 x 20/10/70 + .5 x 30/10/60 + .5 x 30/50/20) / 3
    for (own, expected) in sum.iter().zip([70.0 / 300.0, 50.0 / 300.0, 180.0 / 300.0]) {
        assert!((own - expected).abs() < 1e-9, "{sum:?}");
    }
    assert_eq!(mix.both.len(), 1);
    // Half of each role: 30/30/40, so that people and building both reach 30 %.
    assert_eq!(mix.both[0].split_because, [SplitReason::Reports(5), SplitReason::Hybrid(0.3)]);
    assert_eq!(mix.roleless.len(), 1, "lena has no role");
}

#[test]
fn what_changed_between_two_days() {
    let (roster, framework) = (roster(), framework());
    let (spring, autumn) =
        (View::of(&roster, &framework, At::day(SPRING)), View::of(&roster, &framework, At::day(AUTUMN)));
    let s = |text: &str| text.to_owned();
    assert_eq!(
        diff(&roster, &spring, &autumn),
        [
            Changed::Founded { team: s("cards") },
            Changed::Went { person: s("gone") },
            Changed::Moved { person: s("ines"), teams: (vec![s("ledger")], vec![s("cards")]) },
            Changed::Moved { person: s("tomas"), teams: (vec![], vec![s("cards")]) },
            Changed::Position { id: s("cards-1"), openings: (None, Some(Opening::Open)) },
            Changed::Owned { team: s("ledger"), duty: s("code_review"), owners: (vec![s("oluwa")], vec![]) },
        ]
    );
    assert_eq!(diff(&roster, &autumn, &autumn), []);
}
