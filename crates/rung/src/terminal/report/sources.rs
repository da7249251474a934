//! Sources, what would sharpen the picture, and what the reading rests on.

use rung_model::prior::InstantKind;
use rung_views::words;

use super::Sheet;
use crate::terminal::print::fold;

pub(super) fn text(sheet: &Sheet<'_>) -> String {
    [sources(sheet), sharpen(sheet), assumptions(sheet)].concat()
}

fn sources(sheet: &Sheet<'_>) -> String {
    let mut out = sheet.heading("What each source can see, and what it never will");
    for line in &sheet.report.sources {
        let manifest = &line.manifest;
        out.push_str(&format!(
            "  {} {}: {} of yours, {} of working time\n",
            manifest.kind.name(),
            manifest.path,
            words::count(line.rows as usize, "entry", "entries"),
            words::percent(line.share)
        ));
        out.push_str(&format!("{}\n", fold(&format!("sees: {}", manifest.can_see), sheet.columns, 4)));
        out.push_str(&format!(
            "{}\n",
            sheet.ink.faint(&fold(&format!("never: {}", manifest.never_sees), sheet.columns, 4))
        ));
    }
    if sheet.report.sources.is_empty() {
        out.push_str("  none\n");
    }
    out
}

fn sharpen(sheet: &Sheet<'_>) -> String {
    if sheet.report.sharpen.is_empty() {
        return String::new();
    }
    let mut out = sheet.heading("What would sharpen the picture");
    for (index, hint) in sheet.report.sharpen.iter().enumerate() {
        out.push_str(&format!("  {} {}\n", index + 1, sheet.ink.strong(&hint.headline)));
        out.push_str(&format!("{}\n    {}\n", fold(&hint.text, sheet.columns, 4), hint.command));
    }
    out
}

fn assumptions(sheet: &Sheet<'_>) -> String {
    let mut out = sheet.heading("What this reading rests on");
    for assumption in &sheet.report.assumptions {
        out.push_str(&format!("  - {}\n", fold(assumption, sheet.columns - 2, 4).trim_start()));
    }
    let priors: Vec<String> = InstantKind::ALL
        .into_iter()
        .map(|kind| {
            let prior = sheet.report.priors.get(kind);
            format!("{} {:.0}/{:.0}/{:.0}", kind.name(), prior.low, prior.typical, prior.cap)
        })
        .collect();
    let said = format!("Minutes taken for, at least/typically/at most: {}.", priors.join(", "));
    out.push_str(&format!("  - {}\n", fold(&said, sheet.columns - 2, 4).trim_start()));
    out
}
