//! Every part on one page: what pages are made of, to look at.

use maud::html;
use rung_model::{bucket::Bucket, share::Share};

use super::{
    page,
    parts::{Field, check, choice, empty, form, hero, section, wrong},
};
use crate::{
    frame::Body,
    org::glyphs::glyph,
    parts::{Twin, caption, command, prose, swatch},
    plot::range::{Band, RangeRow, range_bars},
    tone::Tone,
};

/// The page.
pub fn style(csrf: &str) -> Body {
    let rows = [
        RangeRow {
            name: (Bucket::Strategy.name(), ""),
            class: Tone::Of(Bucket::Strategy).class(),
            value: prose("about 72 % (61–80 %)"),
            now: Some(Share::new(0.61, 0.72, 0.8)),
            before: Some(Share::new(0.3, 0.38, 0.47)),
            blank: None,
            band: Some(Band {
                low: 0.18,
                high: 0.42,
                expected: Some(0.3),
                words: vec![("expected 18–42 %".to_owned(), false)],
            }),
            labels: Some(("before".to_owned(), "now".to_owned())),
        },
        RangeRow {
            name: (Bucket::People.name(), ""),
            class: Tone::Of(Bucket::People).class(),
            value: "too little seen".to_owned(),
            now: None,
            before: None,
            blank: Some("no calendar: it cannot be seen"),
            band: None,
            labels: None,
        },
    ];
    let kinds = [("one".to_owned(), "One".to_owned()), ("two".to_owned(), "Two".to_owned())];
    let twin = Twin {
        summary: "The numbers as a table",
        caption: "Shares of working time.",
        heads: &["Bucket", "Low", "Best guess", "High"],
        rows: vec![("Strategy & alignment".to_owned(), vec!["61 %".into(), "72 %".into(), "80 %".into()])],
    };
    let main = html! {
        (hero("Style", "Every part, on one page", "A lede says in a sentence what the page is about; it never repeats the headline.", &html! { p.acts { a.btn.main href="#forms" { "The main action" } a.btn href="#plots" { "Another" } } p.privacy { svg aria-hidden="true" focusable="false" { use href="#i-lock" {} } span { "Only you can see this page." } } }))
        (section("type", "Type", "Seven sizes, and no others", "A note: 15 px, 62 characters wide at most.", &html! { div.stack { h3 { "A heading of a part" } p { "Running text, with a " a href="/style" { "link" } ", " code { "code" } " and " strong { "weight" } "." } p.small { "Small print." } p { (command("rung report --example --html report.html")) } } }))
        (section("colour", "Colour", "Colour means bucket, and nothing else", "", &html! { ul.key { @for tone in Tone::ALL { li { (swatch(tone)) (tone.name()) } } } }))
        (section("plots", "Plots", "A range before a point", "", &html! { figure { (caption("Where the time went", "Share of working time; a bar is everything the evidence allows, a tick the best guess.")) (range_bars("style-bars", "Where the time went", "Strategy 61 to 80 percent", &rows, true)) (twin.draw()) } }))
        (section("states", "States", "A shape and a word", "Never a colour alone.", &html! { ul.tally { @for (id, words) in [("unowned", "nobody’s"), ("contested", "contested"), ("single_point", "one person alone"), ("shared", "shared"), ("over", "over capacity"), ("ok", "agreed")] { li { (glyph(id)) b { (words) } span { (id) } } } } }))
        (section("forms", "Forms", "Labels above, help below", "", &html! { (wrong(Some("name: say what it is for"))) (form("/style", csrf, &html! { (Field::text("style-name", "A field").note("What to know of it.").draw()) (choice("style-kind", "A choice", &kinds, "two")) (check("style-check", "yes", "A box to tick", true)) div.row { button.btn.main type="button" { "The main action" } button.btn type="button" { "Another" } button.link type="button" { "A small one" } } })) }))
        (section("empty", "Empty", "What is missing, why, and what helps", "", &empty("Nothing is seen", &html! { "People and strategy cannot be seen from git alone. A calendar shows both. " a href="/me/sources" { "Connect one" } "." })))
        (section("tables", "Tables", "Hairlines, no boxes", "", &html! { table.cards { thead { tr { th scope="col" { "What" } th.n scope="col" { "Hours" } th scope="col" { "Who" } } } tbody { tr { th scope="row" { "Code reviews" span.who { "building" } } td.n data-l="Hours" { "6" } td data-l="Who" { "Caleb" } } tr { th scope="row" { "Alerts" } td.n data-l="Hours" { "2" } td data-l="Who" { "nobody" } } } } }))
    };
    page("Style", "Every part of Rung’s pages.", main)
}
