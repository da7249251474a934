//! `rung explain DATE|EVENT`: every minute of a day, or one event through time.

use rung_app::{
    explain::{self, DayExplained, Explained, Piece, What},
    wire::v1,
};
use rung_model::minutes::Minutes;
use rung_views::words;

use super::request;
use crate::{
    cli::ExplainArgs,
    outcome::Stop,
    progress::Bar,
    terminal::{ink::Ink, print},
};

pub(crate) fn run(args: &ExplainArgs) -> Result<(), Stop> {
    let asked = request::of(&args.sources, None, None)?;
    let explained = explain::explain(&What::parse(&args.what), &asked.request, &Bar::default())?;
    let scrub = |text: &str| asked.example.as_ref().map_or_else(|| text.to_owned(), |on_disk| on_disk.scrub(text));
    if args.json {
        let document = serde_json::to_string_pretty(&v1::explain::Explained::from(&explained));
        return Ok(print::answer(&scrub(&document.map_err(std::io::Error::other)?))?);
    }
    let ink = Ink::of_stdout();
    let text = match &explained {
        Explained::Day(day) => day_text(day, ink),
        Explained::Event(pieces) => pieces.iter().map(|piece| piece_text(piece, ink)).collect(),
    };
    Ok(print::answer(&scrub(&text))?)
}

fn day_text(day: &DayExplained, ink: Ink) -> String {
    let mut out = format!("{}\n", ink.strong(&format!("{}, times in {}", words::date(day.day), day.zone)));
    out.push_str(&format!(
        "{:.0} of {:.0} working minutes seen, {:.0} not seen",
        day.observed, day.capacity, day.unobserved
    ));
    if day.away > 0.0 {
        out.push_str(&format!(", {:.0} away", day.away));
    }
    out.push_str("\n\n");
    for slot in &day.slots {
        let half = if slot.weight < 1.0 { " at half weight" } else { "" };
        out.push_str(&format!(
            "  {}–{}  {:>4} min{half}  {}  {}\n",
            slot.start,
            slot.end,
            slot.minutes,
            ink.strong(&slot.what),
            slot.kind
        ));
        let rule = format!("{} rule {} ({}); {}", slot.rule.level, slot.rule.id, slot.rule.origin, slot.certainty);
        out.push_str(&format!("                         {}\n", ink.faint(&rule)));
    }
    if day.slots.is_empty() {
        out.push_str("  nothing left a trace on this day\n");
    }
    if !day.pieces.is_empty() {
        out.push_str("\nWhat each piece of evidence adds up to\n\n");
        out.extend(day.pieces.iter().map(|piece| piece_text(piece, ink)));
    }
    out
}

fn piece_text(piece: &Piece, ink: Ink) -> String {
    let mut out = format!("  {}  {}\n", piece.when, ink.strong(&piece.what));
    out.push_str(&format!("    {}: {}", piece.kind, amount(piece.in_window)));
    if piece.after_hours.high > 0.0 {
        out.push_str(&format!(", outside working hours {}", amount(piece.after_hours)));
    }
    out.push('\n');
    for remark in &piece.remarks {
        out.push_str(&format!("    {remark}\n"));
    }
    let rule = format!(
        "    {} rule {} ({}), evidence {}",
        piece.rule.level,
        piece.rule.id,
        piece.rule.origin,
        &piece.id.to_string()[..12]
    );
    out.push_str(&format!("{}\n", ink.faint(&rule)));
    out
}

fn amount(minutes: Minutes) -> String {
    if minutes.high - minutes.low < 0.5 {
        return format!("{:.0} min", minutes.point);
    }
    format!("{:.0} min ({:.0}–{:.0})", minutes.point, minutes.low, minutes.high)
}
