//! `rung org` and `rung team`: the example's two teams, a roster over both times, blind answers, import and export.

mod common;

use common::Bench;

/// The example has one team with an unowned and a contested responsibility and a tech lead who also manages.
#[test]
fn the_example_is_found_out_and_the_move_a_person_would_make_is_proposed() {
    let bench = Bench::new();
    let rollup = bench.rung(&["org", "rollup", "--example", "--json"]).json();
    let of = |key: &str, team: &str| {
        let teams = rollup["responsibilities"].as_array().expect("teams");
        teams.iter().find(|own| own["team"]["id"] == team).map(|own| own[key].clone())
    };
    assert_eq!(of("unowned", "settlement"), Some(serde_json::json!([])));
    assert_eq!(of("contested", "settlement"), Some(serde_json::json!([])));
    assert_eq!(of("unowned", "ledger"), Some(serde_json::json!(["SLAs, metrics, monitoring"])));
    assert_eq!(of("contested", "ledger"), Some(serde_json::json!(["Architecture and integration"])));
    assert_eq!(rollup["both"][0]["person"]["id"], "caleb-osei");
    assert_eq!(rollup["both"].as_array().map(Vec::len), Some(1));

    let team = bench.rung(&["team", "show", "ledger", "--example"]);
    assert!(team.out.contains("Caleb Osei leads the system and the people"), "{}", team.out);
    assert!(team.out.contains("they carry 3 hours more than they declared to have"), "{}", team.out);

    let split = bench.rung(&["team", "split", "ledger", "--example", "--json"]).json();
    assert_eq!((split["knee"].as_u64(), split["overload_now"].as_f64()), (Some(1), Some(3.0)));
    for tie in split["steps"][1]["ties"].as_array().expect("plans") {
        for plan in tie["plans"].as_array().expect("plans") {
            let moves = plan["moves"].as_array().expect("moves");
            assert_eq!(moves.len(), 1);
            assert_eq!((&moves[0]["name"], &moves[0]["to"]["id"]), (&"Code reviews".into(), &"wren-castellano".into()));
        }
    }
    let settlement = bench.rung(&["team", "split", "settlement", "--example", "--json"]).json();
    assert_eq!((settlement["knee"].as_u64(), settlement["overload_now"].as_f64()), (Some(0), Some(0.0)));
}

#[test]
fn the_map_as_a_person_sees_it() {
    let bench = Bench::new();
    let said = bench.rung(&["team", "map", "ledger", "--example"]);
    let lines: Vec<String> = said.out.lines().map(|line| line.trim_end().to_owned()).collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
    Ledger on 2026-11-16: who carries what, as declared

    responsibility                         h  Hana   Caleb  Wren   Lena   state
    1:1s                                   4    ·      O      ·      ·    agreed
    Objectives, performance, feedback      2    ·      O      ·      ·    agreed
    Career planning and coaching           2    ·      O      ·      ·    single point
    Headcount and hiring                   3    ·      O      ·      ·    single point
    Team planning and delivery             4    ·      O      ·      ·    single point
    Architecture and integration           4    O      O      ·      ·    contested
    Code reviews                           5    ·      O      ·      ·    agreed
    SLAs, metrics, monitoring              2    ·      ·      ·      ·    unowned
    Production escalation                  3    ·      ·      O      ·    agreed
    Technical mentoring                    2    O      ·      ·      ·    agreed
    Alignment with other leads             2    ·      O      ·      ·    agreed
    System roadmap                         3    ·      O      ·      ·    single point

    hours carried                               4     27      3      0
    hours declared                              8     24     10      6

    1 unowned; 1 contested; 4 single point
    Caleb Osei carries 27 h of 24: 3 too many

    O owns, c contributes. A better split: rung team split ledger
    ");
}

const ROSTER: &str = r#"
organisation = "Halden"

[[team]]
id = "pay"
name = "Payments"

[[person]]
id = "ines"
name = "Ines Aldana"
addresses = ["ines@halden.example"]

[[person]]
id = "tomas"

[[person]]
id = "bo"

# Corrected in March: until then it was believed that she reported to Tomas from January on.
[[reports_to]]
person = "ines"
manager = "tomas"
from = 2026-01-01
superseded = 2026-03-10

[[reports_to]]
person = "ines"
manager = "bo"
from = 2026-01-01
recorded = 2026-03-10

[[membership]]
person = "ines"
team = "pay"
until = 2026-07-01

[[membership]]
person = "bo"
team = "pay"

[[responsibility]]
team = "pay"
id = "code_review"
hours = 4

[[responsibility]]
team = "pay"
id = "architecture"
hours = 3

[[capacity]]
person = "ines"
team = "pay"
hours = 5

[[capacity]]
person = "bo"
team = "pay"
hours = 5

[[ownership]]
person = "ines"
team = "pay"
responsibility = "code_review"
until = 2026-05-01

[[ownership]]
person = "bo"
team = "pay"
responsibility = "code_review"
from = 2026-05-01
"#;

#[test]
fn both_times_are_asked_for() {
    let bench = Bench::new();
    bench.write("roster/all.toml", ROSTER);
    let managers = |args: &[&str]| {
        let json = bench.rung(&[&["org", "as-of"], args, &["ines", "--roster", "roster", "--json"]].concat()).json();
        json["managers"][0]["id"].clone()
    };
    assert_eq!(managers(&["2026-02-01"]), "bo", "as it is believed now");
    assert_eq!(managers(&["2026-02-01", "--believed", "2026-03-09"]), "tomas", "before the correction");
    assert_eq!(managers(&["2026-02-01", "--believed", "2026-03-10"]), "bo");
    assert_eq!(managers(&["2025-12-31"]), serde_json::Value::Null);
    let diff = bench.rung(&["org", "diff", "2026-04-01", "2026-08-01", "--roster", "roster"]);
    assert_eq!(
        diff.out.lines().skip(1).map(str::trim).collect::<Vec<_>>(),
        [
            "Ines Aldana is in no team, before Payments",
            "Review code and hold up technical quality of Payments is owned by bo, before Ines Aldana"
        ]
    );
    let backwards = bench.rung(&["org", "diff", "2026-08-01", "2026-04-01", "--roster", "roster"]);
    assert_eq!(backwards.code, 2);
}

#[test]
fn a_contract_tells_what_changed_since_the_one_before() {
    let bench = Bench::new();
    bench.write("roster/all.toml", ROSTER);
    let own =
        bench.rung(&["team", "contract", "Payments", "--roster", "roster", "--at", "2026-06-01", "--json"]).json();
    assert_eq!((own["effective"].as_str(), own["look_again"].as_str()), (Some("2026-05-01"), Some("2026-06-26")));
    let page = bench.path("contract.html").display().to_string();
    let said = bench.rung(&["team", "contract", "pay", "--roster", "roster", "--at", "2026-06-01", "--html", &page]);
    assert!(said.out.contains("Still nobody's: Decide on the architecture"), "{}", said.out);
    let html = std::fs::read_to_string(page).expect("the page");
    assert!(html.contains("Signature") && html.replace('\u{a0}', " ").contains("1 May 2026"));
}

#[test]
fn answers_stay_blind_until_all_leads_have_given_theirs() {
    let bench = Bench::new();
    bench.write("roster/all.toml", ROSTER);
    let run = |args: &[&str]| bench.rung(&[args, &["--roster", "roster", "--at", "2026-04-01"]].concat());
    assert_eq!(run(&["team", "answer", "pay", "ines"]).code, 0);
    assert_eq!(run(&["team", "answer", "pay", "ines"]).code, 1, "an answer is never written over");
    assert!(run(&["team", "answer", "pay", "tomas"]).err.contains("there is no lead `tomas`"));
    assert_eq!(run(&["team", "answer", "pay", "bo"]).code, 0);
    let blank = std::fs::read_to_string(bench.path("roster/answers/pay/ines.toml")).expect("the blank");
    bench.write("roster/answers/pay/ines.toml", blank.replace("code_review = \"\"", "code_review = \"own\""));
    let waiting = run(&["team", "answers", "pay"]);
    assert!(
        waiting.out.contains("nothing is shown before")
            && waiting.out.contains("ines")
            && !waiting.out.contains("Review code"),
        "{}",
        waiting.out
    );
    let json = bench.rung(&["team", "answers", "pay", "--roster", "roster", "--at", "2026-04-01", "--json"]).json();
    assert_eq!((&json["revealed"], &json["rows"]), (&false.into(), &serde_json::json!([])));
    for who in ["ines", "bo"] {
        let file = format!("roster/answers/pay/{who}.toml");
        let text = std::fs::read_to_string(bench.path(&file)).expect("the blank");
        bench.write(
            &file,
            text.replace("= \"\"", "= \"none\"").replace("code_review = \"none\"", "code_review = \"own\""),
        );
    }
    let open = run(&["team", "answers", "pay"]);
    assert!(
        open.out.contains("contested") && open.out.contains("ines and bo") && open.out.contains("nobody's"),
        "{}",
        open.out
    );
    // What leads answer is no roster: it is not read as one.
    assert_eq!(run(&["org", "check"]).code, 0);
}

#[test]
fn check_lists_everything_at_once_and_ends_with_three() {
    let bench = Bench::new();
    bench.write(
        "roster/a.toml",
        "[[person]]\nid = 'a'\nshoe = 43\n[[person]]\nid = 'b'\n[[team]]\nid = 't'\nparent = 'x'\n[[reports_to]]\nperson = 'a'\nmanager = 'b'\n[[reports_to]]\nperson = 'b'\nmanager = 'a'\n",
    );
    bench.write("roster/inner/b.toml", "[[ownership]]\nperson = 'a'\nteam = 't'\nresponsibility = 'code_revue'\n");
    let said = bench.rung(&["org", "check", "--roster", "roster"]);
    assert_eq!(said.code, 3);
    for part in [
        "a.toml:3: error[unknown-key]",
        "a.toml:6: error[unknown-team]",
        "a.toml:12: warning[reporting-cycle]",
        "b.toml:1: error[unknown-responsibility]",
        "did you mean `code_review`?",
        "2 people, 1 teams: 3 errors, 1 warnings",
    ] {
        assert!(said.out.contains(part), "{part} is not in\n{}", said.out);
    }
    assert_eq!(bench.rung(&["org", "check", "--example"]).code, 0);
}

#[test]
fn fmt_lays_out_and_check_only_says_so() {
    let bench = Bench::new();
    bench.write("roster/a.toml", "[[person]]\nname='A' # kept\nid='a'\n");
    assert_eq!(bench.rung(&["org", "fmt", "--check", "--roster", "roster"]).code, 3);
    assert_eq!(bench.rung(&["org", "fmt", "--roster", "roster"]).code, 0);
    let text = std::fs::read_to_string(bench.path("roster/a.toml")).expect("the file");
    assert_eq!(text, "[[person]]\nid = \"a\"\nname = \"A\" # kept\n");
    assert_eq!(bench.rung(&["org", "fmt", "--check", "roster/a.toml"]).code, 0);
}

#[test]
fn an_import_is_shown_first_and_written_where_it_is_asked_for() {
    let bench = Bench::new();
    bench.write("people.csv", "name,email,manager,team\nRuth Okonedo,ruth@h.example,,Payments\nInes Aldana,ines@h.example,Ruth Okonedo,Payments\nBo Falk,bo@h.example,Rut Okonedo,Ledger\n");
    let dry = bench.rung(&["org", "import", "people.csv", "-o", "roster", "--dry-run"]);
    assert!(
        dry.out.contains("people     3") && dry.out.contains("perhaps ruth") && dry.out.contains("Nothing was written"),
        "{}",
        dry.out
    );
    assert!(!bench.path("roster").exists());
    assert_eq!(bench.rung(&["org", "import", "people.csv", "-o", "roster"]).code, 0);
    assert_eq!(bench.rung(&["org", "import", "people.csv", "-o", "roster"]).code, 1, "nothing is written over");
    assert_eq!(bench.rung(&["org", "check", "--roster", "roster"]).code, 0);
    let again = bench.rung(&["org", "export", "--format", "csv", "--roster", "roster"]);
    assert!(again.out.contains("ines,Ines Aldana,ines@h.example,ruth,,Payments"), "{}", again.out);
    let wrong = bench.rung(&["org", "import", "people.csv", "--columns", "boss=X"]);
    assert!(wrong.code == 1 && wrong.err.contains("--columns"), "{}", wrong.err);
}

#[test]
fn pages_are_written_whole_and_twice_the_same() {
    let bench = Bench::new();
    for folder in ["one", "two"] {
        assert_eq!(bench.rung(&["org", "render", "--example", "-o", folder]).code, 0);
    }
    for name in ["index.html", "rollup.html", "team/ledger.html", "team/settlement.html", "team/payments.html"] {
        let read = |folder: &str| std::fs::read_to_string(bench.path(&format!("{folder}/{name}"))).expect("a page");
        assert_eq!(read("one"), read("two"), "{name}");
        assert!(!read("one").contains("<script") && !read("one").contains("style=\""), "{name}");
    }
    let page = std::fs::read_to_string(bench.path("one/team/ledger.html")).expect("a page");
    assert!(page.contains("Ledger asks 27 hours of Caleb Osei, who has 24 to give"));
    let svg = bench.path("matrix.svg").display().to_string();
    assert_eq!(bench.rung(&["team", "map", "ledger", "--example", "--svg", &svg]).code, 0);
    let drawn = std::fs::read_to_string(svg).expect("the drawing");
    assert!(drawn.starts_with("<svg") && drawn.contains("SLAs, metrics, monitoring: nobody, unowned"));
}

#[test]
fn without_a_roster_it_is_said_how_to_get_one() {
    let said = Bench::new().rung(&["org", "show"]);
    assert!(said.code == 1 && said.err.contains("--roster") && said.err.contains("rung org import"), "{}", said.err);
    let said = Bench::new().rung(&["team", "map", "legder", "--example"]);
    assert!(said.code == 1 && said.err.contains("ledger"), "{}", said.err);
    let said = Bench::new().rung(&["team", "map", "payments", "--example"]);
    assert!(said.code == 1 && said.err.contains("[[responsibility]]"), "{}", said.err);
}

/// A git history of a roster's folder becomes the days its statements held.
#[test]
fn a_git_history_becomes_valid_time() {
    let bench = Bench::new();
    let person = |id: &str, team: &str| format!("[[person]]\nid = '{id}'\nteam = '{team}'\n");
    let teams = "[[team]]\nid = 'pay'\n[[team]]\nid = 'core'\n";
    let steps = [
        ("2026-01-05T10:00:00+01:00", format!("{teams}{}{}", person("ines", "pay"), person("bo", "pay"))),
        ("2026-02-03T10:00:00+01:00", format!("{teams}{}{}", person("ines", "core"), person("bo", "pay"))),
        ("2026-03-03T10:00:00+01:00", format!("{teams}{}", person("ines", "pay"))),
    ];
    bench.write("book/roster/all.toml", &steps[0].1);
    let dir = bench.repository("book", &[steps[0].0]);
    for (when, text) in &steps {
        bench.write("book/roster/all.toml", text);
        bench.git(&dir, when, &["add", "-A"]);
        bench.git(&dir, when, &["commit", "-q", "--allow-empty", "-m", "People"]);
    }
    let said = bench.rung(&["org", "import", "book/roster", "--history", "-o", "out"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let teams = |who: &str, day: &str| {
        let json = bench.rung(&["org", "as-of", day, who, "--roster", "out", "--json"]).json();
        json["teams"]
            .as_array()
            .expect("teams")
            .iter()
            .map(|t| t["id"].as_str().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(teams("ines", "2026-01-04"), Vec::<String>::new());
    assert_eq!(teams("ines", "2026-01-20"), ["pay"]);
    assert_eq!(teams("ines", "2026-02-03"), ["core"]);
    assert_eq!(teams("ines", "2026-03-03"), ["pay"]);
    assert_eq!((teams("bo", "2026-03-02"), teams("bo", "2026-03-03")), (vec!["pay".to_owned()], vec![]));
    let none = bench.rung(&["org", "import", "out", "--history"]);
    assert!(none.code == 1 && !none.err.contains("panicked"), "{}", none.err);
}

#[test]
fn the_roster_is_held_against_codeowners_and_a_catalogue() {
    let bench = Bench::new();
    bench.write(
        "roster/all.toml",
        "[[team]]\nid = 'pay'\nhandles = ['@halden/pay']\n[[team]]\nid = 'core'\nhandles = ['@halden/core']\n\
         [[person]]\nid = 'ines'\naccounts = ['github.com:@ines']\nteam = 'pay'\n\
         [[person]]\nid = 'bo'\naddresses = ['bo@halden.example']\n[[employment]]\nperson = 'bo'\nuntil = 2026-01-01\n",
    );
    bench.write("CODEOWNERS", "* @Halden/Pay\n/src @ines @ghost\n/docs bo@halden.example\n");
    let run =
        |args: &[&str]| bench.rung(&[&["org", "check", "--roster", "roster", "--at", "2026-06-01"], args].concat());
    let said = run(&["--codeowners", "CODEOWNERS"]);
    assert_eq!(said.code, 3);
    for part in [
        "CODEOWNERS:2: warning[owner-unknown]: `@ghost`",
        "CODEOWNERS:3: warning[owner-gone]: `bo@halden.example` is bo",
        "note[team-without-paths]: team `core`",
    ] {
        assert!(said.out.contains(part), "{part} is not in\n{}", said.out);
    }
    assert!(!said.out.contains("Halden/Pay") && !said.out.contains("`@ines`"), "{}", said.out);
    let entity = |kind: &str, name: &str, spec: &str| {
        format!("---\napiVersion: backstage.io/v1alpha1\nkind: {kind}\nmetadata: {{name: {name}}}\nspec: {{{spec}}}\n")
    };
    let catalogue = [
        entity("Group", "pay", "type: team, children: []"),
        entity("Group", "old", "type: team, children: []"),
        entity("Component", "good", "owner: pay"),
        entity("Component", "stale", "owner: old"),
        entity("Component", "lost", "owner: nowhere"),
    ];
    bench.write("catalog-info.yaml", catalogue.concat());
    let said = run(&["--backstage", "catalog-info.yaml"]);
    assert_eq!(said.out.matches("owner-unknown").count(), 2, "{}", said.out);
    assert!(said.out.contains("component:default/stale") && said.out.contains("nowhere"), "{}", said.out);
    assert_eq!(run(&[]).code, 0);
}
