//! What came of an import, on a terminal.

use rung_app::wire::v1::{import::Imported, report::Problem};

use super::ink::Ink;

/// Most lines of one list.
const MOST: usize = 20;

/// People, teams and lines; then what a person must decide.
pub(crate) fn imported(own: &Imported, ink: Ink) -> String {
    let counts = &own.counts;
    let mut out = format!("{} as {}\n\n", ink.strong("Understood"), own.format);
    let parts: Vec<String> = counts.parts.iter().map(|part| format!("{} {}", part.count, part.sort)).collect();
    let parts = if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) };
    for (name, said) in [
        ("people", counts.people.to_string()),
        ("teams", format!("{}, {} of them within another", counts.teams, counts.nested)),
        ("parts", format!("{}{parts}", counts.memberships)),
        ("lines", counts.reporting_lines.to_string()),
        ("holdings", counts.holdings.to_string()),
        ("former", format!("{} (kept as people, in no team)", counts.former)),
        ("owned", format!("{} components", counts.owned)),
    ] {
        out.push_str(&format!("  {name:<10} {said}\n"));
    }
    list(
        &mut out,
        ink,
        "To be decided: nothing was attached",
        own.unresolved.iter().map(|one| {
            let candidates = if one.candidates.is_empty() {
                "nobody like it".to_owned()
            } else {
                format!("perhaps {}", one.candidates.join(", "))
            };
            format!("{}:{}: {}: `{}`: {candidates}", one.file, one.line, one.item, one.wanted)
        }),
        own.unresolved.len(),
    );
    for (title, problems) in
        [("Stated twice", &own.duplicates), ("Circles and second managers", &own.cycles), ("Problems", &own.problems)]
    {
        list(&mut out, ink, title, problems.iter().map(line), problems.len());
    }
    list(
        &mut out,
        ink,
        "Not used",
        own.unused.iter().map(|one| format!("{} x {}", one.count, one.sort)),
        own.unused.len(),
    );
    if own.written.is_empty() {
        out.push_str("\nNothing was written. Write it with -o DIR, then `rung org check --roster DIR`.\n");
    } else {
        out.push_str(&format!("\nWritten: {}\n", own.written.join(", ")));
    }
    out
}

fn line(problem: &Problem) -> String {
    let line = problem.line.map_or_else(String::new, |line| format!(":{line}"));
    let item = problem.item.as_ref().map_or_else(String::new, |item| format!("{item}: "));
    format!(
        "{}{line}: {}[{}]: {item}{}. To mend it: {}",
        problem.file, problem.severity, problem.check, problem.what, problem.mend
    )
}

fn list(out: &mut String, ink: Ink, title: &str, lines: impl Iterator<Item = String>, count: usize) {
    if count == 0 {
        return;
    }
    out.push_str(&format!("\n{} ({count})\n", ink.strong(title)));
    for line in lines.take(MOST) {
        out.push_str(&format!("  {line}\n"));
    }
    if count > MOST {
        out.push_str(&format!("  and {} more: --json lists them\n", count - MOST));
    }
}
