//! One content in many forms: pages, single issues, lines, tables, encodings.

use jiff::civil::date;
use rung_model::{
    evidence::{EvidenceId, Verb, When},
    manifest::SourceKind::{GitLab, Jira, Linear},
};
use rung_sources::{forge, progress::Silent, read::Read, source::Query};
use serde_json::{Value, json};

use super::{checks, count, fixture, fixture_text, read, read_bytes, read_files};

fn ids(read: &Read) -> Vec<EvidenceId> {
    read.evidence.iter().map(|fact| fact.id).collect()
}

fn issues() -> Vec<Value> {
    let search: Value = serde_json::from_str(&fixture_text("jira-search.json")).unwrap();
    search["issues"].as_array().unwrap().clone()
}

#[test]
fn every_form_of_jira_json_gives_the_same() {
    let whole = ids(&read(Jira, &fixture("jira-search.json")));
    let issues = issues();
    let bare = serde_json::to_string_pretty(&issues).unwrap();
    let lines: Vec<String> = issues.iter().map(Value::to_string).collect();
    let wrapped: Vec<String> = issues.iter().map(|issue| json!({"backend": "x", "data": issue}).to_string()).collect();
    let pages = json!([{"issues": issues[..1]}, {"issues": issues[1..], "total": 3}]).to_string();
    for (what, text) in [("bare", bare), ("lines", lines.join("\n")), ("wrapped", wrapped.join("\n")), ("pages", pages)]
    {
        let read = read_files(Jira, &[("a.json", &text)]);
        assert_eq!((ids(&read), checks(&read)), (whole.clone(), vec![]), "{what}");
    }
    let single: Vec<(String, String)> =
        issues.iter().map(|issue| (format!("{}.json", issue["key"].as_str().unwrap()), issue.to_string())).collect();
    let single: Vec<(&str, &str)> = single.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    assert_eq!(ids(&read_files(Jira, &single)), whole);
}

#[test]
fn pages_of_their_own_belong_to_their_issues() {
    let whole = ids(&read(Jira, &fixture("jira-search.json")));
    let mut issues = issues();
    let mut files = Vec::new();
    for issue in &mut issues {
        let (id, key) = (issue["id"].as_str().unwrap().to_owned(), issue["key"].as_str().unwrap().to_owned());
        let worklogs = issue["fields"]["worklog"].take();
        let mut comments = issue["fields"]["comment"].take();
        // The third version writes documents for texts.
        for comment in comments["comments"].as_array_mut().unwrap() {
            comment["body"] = json!({"type": "doc", "version": 1, "content": []});
        }
        let histories = issue["changelog"]["histories"].take();
        issue.as_object_mut().unwrap().remove("changelog");
        let address = format!("https://harbour.atlassian.example/rest/api/3/issue/{id}/changelog");
        files.push((format!("{key}-worklog.json"), worklogs.to_string()));
        files.push((format!("z-comments-{id}.json"), comments.to_string()));
        files.push((
            format!("a-changes-{id}.json"),
            json!({"values": histories, "self": address, "total": 3}).to_string(),
        ));
    }
    files.push(("issues.json".to_owned(), json!({ "issues": issues }).to_string()));
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let read = read_files(Jira, &files);
    assert_eq!((ids(&read), checks(&read)), (whole, vec![]));
    assert!(read.evidence.iter().all(|fact| !format!("{:?}", fact.object).contains("title: None, labels: []")));
}

#[test]
fn table_and_json_of_the_same_issues_are_one() {
    let json = read(Jira, &fixture("jira-search.json"));
    let (search, table) = (fixture_text("jira-search.json"), fixture_text("jira-export.csv"));
    let both = read_files(Jira, &[("a.csv", &table), ("b.json", &search)]);
    assert_eq!(ids(&both), ids(&json));
    // Names, where the product would write ids.
    let named = table
        .replace("712020:aaaa1111-ines;", "Ines Halvorsen;")
        .replace("712020:bbbb2222-boris;", "Boris Adeyemi;")
        .replace("712020:cccc3333-chen;", "Chen Ruo;");
    assert_ne!(named, table);
    let both = read_files(Jira, &[("a.csv", &named), ("b.json", &search)]);
    assert_eq!(ids(&both), ids(&json));
}

#[test]
fn an_issue_of_gitlab_is_one_in_its_table_and_in_its_answers() {
    let issue = json!([{"id": 7001, "iid": 12, "project_id": 5, "title": "Ledger drifts", "state": "closed",
        "created_at": "2026-03-02T07:10:00.000Z", "author": {"id": 3, "username": "ines", "name": "Ines Halvorsen"},
        "web_url": "https://gitlab.harbour.example/harbour/ledger/-/issues/12",
        "references": {"short": "#12", "full": "harbour/ledger#12"}}]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("issues.json");
    std::fs::write(&path, issue.to_string()).unwrap();
    let zone = jiff::tz::TimeZone::UTC;
    let query = Query { first: date(2026, 1, 1), last: date(2026, 12, 31), zone: &zone };
    let answers = forge::read(GitLab, &path, &query, &Silent);
    let table = read(GitLab, &fixture("gitlab.csv"));
    assert_eq!(ids(&answers)[0], ids(&table)[0], "{:?} {:?}", answers.evidence, answers.problems);
}

#[test]
fn a_server_names_people_by_login() {
    let user = json!({"self": "https://jira.harbour.example/rest/api/2/user?username=ines", "key": "JIRAUSER10100",
        "name": "ines", "emailAddress": "INES@harbour.example", "displayName": "Ines Halvorsen"});
    let issue = json!({"key": "OPS-4", "fields": {"created": "2026-03-02T08:15:20.000+0100", "creator": user, "worklog":
        {"worklogs": [{"id": "1", "author": user, "started": "2026-03-02T09:30:00.000+0100", "timeSpentSeconds": 60}]}}});
    let json = read_files(Jira, &[("a.json", &issue.to_string())]);
    assert_eq!(json.evidence[0].actor.key(), "jira.harbour.example:JIRAUSER10100");
    assert_eq!(json.evidence[0].actor.address.as_deref(), Some("ines@harbour.example"));
    let table = "Issue key,Created,Creator,Log Work\nOPS-4,02/Mar/26 8:15 AM,ines,;02/Mar/26 9:30 AM;ines;60\n";
    let csv = read_files(Jira, &[("a.csv", table)]);
    assert_eq!(ids(&csv), ids(&json));
}

#[test]
fn encodings_and_separators_make_no_difference() {
    let table = fixture_text("jira-export.csv").replace("Chen Ruo", "René Ruo");
    let plain = ids(&read_files(Jira, &[("a.csv", &table)]));
    assert_eq!(plain.len(), 9);
    let marked = [b"\xEF\xBB\xBF", table.as_bytes()].concat();
    let wide: Vec<u8> = [0xFEFF].into_iter().chain(table.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let told = [b"sep=,\r\n", table.replace('\n', "\r\n").as_bytes()].concat();
    for bytes in [&marked, &wide, &told] {
        assert_eq!(ids(&read_bytes(Jira, "a.csv", bytes)), plain);
    }
    let latin: Vec<u8> = table.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let latin = read_bytes(Jira, "a.csv", &latin);
    assert_eq!((ids(&latin), checks(&latin)), (plain, vec!["encoding-guessed:5".to_owned()]));
    let semicolons = "Issue key;Created;Creator\nPAY-1;02/Mar/26 8:15 AM;Ines Halvorsen\n";
    assert_eq!(read_bytes(Jira, "a.csv", semicolons.as_bytes()).evidence.len(), 1);
    let text = fixture_text("linear.json");
    let wide: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    assert_eq!(ids(&read_bytes(Linear, "a.json", &wide)), ids(&read(Linear, &fixture("linear.json"))));
}

#[test]
fn heads_in_other_languages_are_known() {
    for table in [
        "Tipo de Incidencia;Clave de incidencia;Resumen;Informador;Creada;Responsable\nError;PAY-1;x;Ines Halvorsen;02/mar/26 9:30;Chen Ruo\n",
        "Zusammenfassung;Vorgangsschlüssel;Vorgangstyp;Autor;Erstellt;Bearbeiter\nx;PAY-1;Fehler;Ines Halvorsen;02.03.26 09:30;Chen Ruo\n",
    ] {
        let read = read_files(Jira, &[("a.csv", table)]);
        assert_eq!((checks(&read), unused_names(&read)), (vec![], vec![]));
        assert_eq!((count(&read, Verb::Opened), read.evidence[0].actor.name.as_deref()), (1, Some("Ines Halvorsen")));
    }
}

fn unused_names(read: &Read) -> Vec<&str> {
    read.unused.keys().map(String::as_str).collect()
}

#[test]
fn the_order_of_day_and_month_is_told_by_all_dates_or_not_at_all() {
    let table = |dates: [&str; 2]| {
        let [first, second] = dates;
        format!("Issue key,Created,Creator\nPAY-1,{first},Ines H\nPAY-2,{second},Ines H\n")
    };
    let days = |read: &Read| -> Vec<String> {
        let at = |when: &When| match when {
            When::Instant { at, .. } => at.to_string().chars().take(10).collect(),
            _ => String::new(),
        };
        read.evidence.iter().map(|fact| at(&fact.when)).collect()
    };
    let told = read_files(Jira, &[("a.csv", &table(["03/04/26 10:30", "13/04/26 10:30"]))]);
    assert_eq!(days(&told), ["2026-04-03", "2026-04-13"]);
    let american = read_files(Jira, &[("a.csv", &table(["03/04/26 9:30 PM", "03/13/26 9:30 AM"]))]);
    assert_eq!(days(&american), ["2026-03-04", "2026-03-13"]);
    let open = read_files(Jira, &[("a.csv", &table(["03/04/26 10:30", "05/05/26 10:30"]))]);
    assert_eq!((days(&open), checks(&open)), (vec!["2026-05-05".to_owned()], vec!["date-order-unknown:2".to_owned()]));
    // Files of one export help each other.
    let (a, b) = (table(["03/04/26 10:30", "04/04/26 10:30"]), table(["13/04/26 10:30", "03/04/26 10:30"]));
    let helped = read_files(Jira, &[("a.csv", &a), ("b.csv", &b)]);
    assert_eq!(checks(&helped), Vec::<String>::new());
    assert_eq!(count(&helped, Verb::Opened), 4);
}

#[test]
fn an_export_that_tells_only_days_gives_amounts() {
    let table = |log: &str| format!("Issue key,Log Work,Log Work\nPAY-1,;02/Mar/26;ines;5400,{log}\n");
    let amounts =
        |read: &Read| read.evidence.iter().filter(|fact| matches!(fact.when, When::Amount { minutes: 90, .. })).count();
    assert_eq!(amounts(&read_files(Jira, &[("a.csv", &table(""))])), 1);
    assert_eq!(amounts(&read_files(Jira, &[("a.csv", &table(";03/Mar/26 12:00 AM;ines;5400"))])), 2);
    assert_eq!(amounts(&read_files(Jira, &[("a.csv", &table(";03/Mar/26 12:30 AM;ines;5400"))])), 1);
}
