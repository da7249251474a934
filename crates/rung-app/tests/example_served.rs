//! The example organisation through the server's ordinary imports: it reads as the command line reads it, and what was
//! made public of several people stays as it was.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use rung_app::{
    answer::Report,
    dice::Dice,
    example::{self, OnDisk},
    report,
    server::{Caller, Moment, Server},
};
use rung_sources::progress::Silent;

fn moment(example: &OnDisk) -> Moment {
    Moment { now: example.today(), dice: Dice::new([5; 32]) }
}

fn caller(server: &Server, person: &str) -> Caller {
    let account = server.db().read(|tx| rung_store::account::of_person(tx, 1, person)).unwrap();
    Caller { account, ..Caller::default() }
}

fn served() -> (tempfile::TempDir, OnDisk, Server) {
    let folder = tempfile::tempdir().unwrap();
    let example = example::write().unwrap();
    let server = Server::open(&folder.path().join("rung.db"), 0).unwrap();
    server.fill_with_example(&example, [3; 32], &Silent).unwrap();
    (folder, example, server)
}

#[test]
fn the_example_reads_on_the_server_as_on_the_command_line() {
    let (_folder, example, server) = served();
    let own = caller(&server, example.protagonist());
    let mirror = server.mirror(&own, &moment(&example), None, None).unwrap();
    let request = example.request(rung_sources::framework::builtin());
    let told = report::report(&request, &Silent).unwrap();
    let figures = |report: &Report| {
        let shares = |reading: &rung_measure::period::PeriodReading| {
            reading.buckets.iter().map(|one| one.headline.map(|share| (share.point * 1e6).round())).collect::<Vec<_>>()
        };
        (report.sentence.clone(), report.first, report.last, shares(&report.window), report.findings.len())
    };
    assert_eq!(figures(&mirror.report), figures(&told));
    assert!((mirror.report.window.totals.capacity - told.window.totals.capacity).abs() < 1e-6);
}

#[test]
fn p4_what_was_published_of_several_people_stays_though_somebody_corrects_goes_or_erases() {
    let (_folder, example, server) = served();
    let moment = moment(&example);
    let own = caller(&server, example.protagonist());
    let before = server.published(&own, &moment).unwrap();
    assert!(before.ground("payments").is_some(), "the example has a team that is large enough");
    // Taking one person out of what lies under it would tell their part from the difference.
    let people: Vec<String> = server.opened().unwrap().roster.people.iter().map(|one| one.id.clone()).collect();
    for person in people.iter().filter(|person| *person != example.protagonist()).take(3) {
        server.set_measured(&caller(&server, person), &moment, false).unwrap();
    }
    let admin = server.db().read(|tx| rung_store::account::by_login(tx, 1, "admin@rung.example")).unwrap();
    let admin = Caller { account: admin, ..Caller::default() };
    server.announce(&admin, &moment, "least-people", "8").unwrap();
    assert_eq!(server.published(&own, &moment).unwrap(), before);
}

#[test]
fn p3_figures_of_a_team_are_shown_for_the_one_above_where_it_is_too_small() {
    let (_folder, example, server) = served();
    let own = caller(&server, example.protagonist());
    let published = server.published(&own, &moment(&example)).unwrap();
    let ledger = published.ground("ledger").unwrap();
    assert!(ledger.above && ledger.people >= 5, "{ledger:?}");
    assert_eq!(
        rung_app::org::shown(&published, "ledger", "Ledger"),
        format!("shown for {} ({}) because Ledger has {}", ledger.name, ledger.people, published.counted("ledger"))
    );
}
