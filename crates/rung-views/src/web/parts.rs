//! Parts of forms and lists that pages of the server share.

use jiff::{Timestamp, tz::TimeZone};
use maud::{Markup, html};

use crate::words;

/// The opening of a page: kicker, headline, a sentence.
pub(super) fn hero(kicker: &str, title: &str, lede: &str, more: &Markup) -> Markup {
    html! {
        div.hero {
            p.kicker { (kicker) }
            h1.long { (title) }
            @if !lede.is_empty() { p.lede { (lede) } }
            (more)
        }
    }
}

/// A form that is sent to a path.
pub(super) fn form(to: &str, csrf: &str, inner: &Markup) -> Markup {
    html! { form.form action=(to) method="post" { (crate::frame::token(csrf)) (inner) } }
}

/// A form with a file.
pub(super) fn upload(to: &str, csrf: &str, inner: &Markup) -> Markup {
    html! { form.form action=(to) method="post" enctype="multipart/form-data" { (crate::frame::token(csrf)) (inner) } }
}

/// A single button that does something; what it is about is said to who cannot see where it stands.
pub(super) fn button(to: &str, csrf: &str, words: &str, of: &str, more: &[(&str, &str)]) -> Markup {
    html! {
        form.inline action=(to) method="post" {
            (crate::frame::token(csrf))
            @for (name, value) in more { input type="hidden" name=(name) value=(value); }
            button.link type="submit" { (words) span.vh { " " (of) } }
        }
    }
}

/// A field with its label and what to know of it.
pub(super) struct Field<'a> {
    pub(super) name: &'a str,
    pub(super) label: &'a str,
    pub(super) sort: &'a str,
    pub(super) value: &'a str,
    pub(super) note: &'a str,
    pub(super) needed: bool,
    pub(super) complete: &'a str,
}

impl<'a> Field<'a> {
    pub(super) const fn text(name: &'a str, label: &'a str) -> Self {
        Self { name, label, sort: "text", value: "", note: "", needed: true, complete: "off" }
    }

    pub(super) const fn of(self, sort: &'a str) -> Self {
        Self { sort, ..self }
    }

    pub(super) const fn with(self, value: &'a str) -> Self {
        Self { value, ..self }
    }

    pub(super) const fn note(self, note: &'a str) -> Self {
        Self { note, ..self }
    }

    pub(super) const fn optional(self) -> Self {
        Self { needed: false, ..self }
    }

    pub(super) const fn complete(self, complete: &'a str) -> Self {
        Self { complete, ..self }
    }

    pub(super) fn draw(&self) -> Markup {
        let note = (!self.note.is_empty()).then(|| format!("{}-note", self.name));
        html! {
            div.field {
                label for=(self.name) { (self.label) @if !self.needed { " " span.small { "(may stay empty)" } } }
                input id=(self.name) name=(self.name) type=(self.sort) value=[(!self.value.is_empty()).then_some(self.value)]
                    required[self.needed] autocomplete=(self.complete) aria-describedby=[note.as_deref()];
                @if let Some(id) = &note { p.small id=(id) { (self.note) } }
            }
        }
    }
}

/// A choice of one.
pub(super) fn choice(name: &str, label: &str, all: &[(String, String)], now: &str) -> Markup {
    html! {
        div.field {
            label for=(name) { (label) }
            select id=(name) name=(name) {
                @for (value, words) in all { option value=(value) selected[value == now] { (words) } }
            }
        }
    }
}

/// A box to tick.
pub(super) fn check(name: &str, value: &str, words: &str, ticked: bool) -> Markup {
    html! { label.check { input type="checkbox" name=(name) value=(value) checked[ticked]; span { (words) } } }
}

/// Why something was not done, above its form.
pub(super) fn wrong(words: Option<&str>) -> Markup {
    html! { @if let Some(words) = words { div.wrong role="alert" { b { "That was not done" } (words) } } }
}

/// A section with its head.
pub(super) fn section(id: &str, kicker: &str, title: &str, note: &str, inner: &Markup) -> Markup {
    crate::parts::section(id, &html! { (crate::parts::head(id, kicker, title, note)) (inner) })
}

/// Nothing is there: what is missing, why, and what helps most.
pub(super) fn empty(missing: &str, helps: &Markup) -> Markup {
    html! { div.empty { p { b { (missing) } } p.note { (helps) } } }
}

/// A moment in a zone: "16 Nov 2026, 07:10".
pub(super) fn moment(seconds: i64, zone: &TimeZone) -> String {
    let Ok(at) = Timestamp::from_second(seconds) else { return String::new() };
    let local = zone.to_datetime(at);
    format!("{}, {}", words::date(local.date()), local.strftime("%H:%M"))
}

/// The day of a moment in a zone: "16 Nov 2026".
pub(super) fn day_of(seconds: i64, zone: &TimeZone) -> String {
    Timestamp::from_second(seconds).map_or_else(|_| String::new(), |at| words::date(zone.to_datetime(at).date()))
}
