//! The strokes every plot is made of. Numbers only: words go through maud, which escapes them.

use maud::{Markup, PreEscaped, html};

/// The frame of a plot: an SVG as wide as its column and `height` pixels tall.
pub(crate) struct Plot<'a> {
    /// Unique on the page; title and description are named after it.
    pub(crate) id: &'a str,
    /// What is drawn.
    pub(crate) title: &'a str,
    /// The numbers, in words.
    pub(crate) desc: &'a str,
    /// Pixels.
    pub(crate) height: f64,
}

impl Plot<'_> {
    /// The plot around its marks.
    pub(crate) fn draw(&self, marks: &Markup) -> Markup {
        html! {
            svg.plot width="100%" height=(num(self.height)) role="img" aria-labelledby={ (self.id) "-t " (self.id) "-d" } {
                title id={ (self.id) "-t" } { (self.title) }
                desc id={ (self.id) "-d" } { (self.desc) }
                (marks)
            }
        }
    }
}

/// Which end of a text stands at its x.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

impl Anchor {
    /// The SVG value, where it is not the default.
    pub(crate) const fn value(self) -> Option<&'static str> {
        match self {
            Self::Start => None,
            Self::Middle => Some("middle"),
            Self::End => Some("end"),
        }
    }
}

/// A number with at most one decimal and no trailing zero.
pub(crate) fn num(value: f64) -> String {
    trimmed(format!("{value:.1}"))
}

/// A share (0-1) as a percentage with at most two decimals.
pub(crate) fn pct(share: f64) -> String {
    let mut text = trimmed(format!("{:.2}", share * 100.0));
    text.push('%');
    text
}

/// A filled box: `x` and `width` are shares of the plot, `y` and `height` pixels.
pub(crate) fn bar(x: f64, width: f64, y: f64, height: f64, class: &'static str) -> Markup {
    let mut out = format!(r#"<rect x="{}" y="{}" width="{}" height="{}""#, pct(x), num(y), pct(width), num(height));
    classed(&mut out, class);
    PreEscaped(out)
}

/// A vertical line at share `x`.
pub(crate) fn upright(x: f64, from: f64, to: f64, class: &'static str) -> Markup {
    line(x, from, x, to, class)
}

/// A line across the whole plot.
pub(crate) fn across(y: f64, class: &'static str) -> Markup {
    line(0.0, y, 1.0, y, class)
}

/// A line between two points, x as shares.
pub(crate) fn line(x1: f64, y1: f64, x2: f64, y2: f64, class: &'static str) -> Markup {
    let mut out = format!(r#"<line x1="{}" y1="{}" x2="{}" y2="{}""#, pct(x1), num(y1), pct(x2), num(y2));
    classed(&mut out, class);
    PreEscaped(out)
}

/// A dot of radius `r` pixels.
pub(crate) fn dot(x: f64, y: f64, r: f64, class: &'static str) -> Markup {
    let mut out = format!(r#"<circle cx="{}" cy="{}" r="{}""#, pct(x), num(y), num(r));
    classed(&mut out, class);
    PreEscaped(out)
}

/// Words at share `x` moved `dx` pixels, on the baseline `y`.
pub(crate) fn text(x: f64, dx: f64, y: f64, anchor: Anchor, class: &'static str, words: &Markup) -> Markup {
    let shift = (dx != 0.0).then(|| num(dx));
    html! { text x=(pct(x)) dx=[shift] y=(num(y)) text-anchor=[anchor.value()] class=(class) { (words) } }
}

/// Boxes of one class as a single path, x and width as shares: shorter than a box each. Drawn in
/// thousandths of the width, stretched; strokes keep their weight.
pub(crate) fn boxes(class: &'static str, height: f64, boxes: &[[f64; 4]]) -> Markup {
    let mut d = String::new();
    for [x, width, y, tall] in boxes {
        let wide = num(width * 1000.0);
        d.push_str(&format!("M{} {}h{wide}v{}h-{wide}z", num(x * 1000.0), num(*y), num(*tall)));
    }
    html! {
        @if !boxes.is_empty() {
            svg.stretch viewBox={ "0 0 1000 " (num(height)) } width="100%" height=(num(height)) preserveAspectRatio="none" {
                path class=(class) d=(d) {}
            }
        }
    }
}

/// Marks that share a class, which is then written once.
pub(crate) fn group(class: &'static str, marks: &Markup) -> Markup {
    html! { @if !marks.0.is_empty() { g class=(class) { (marks) } } }
}

/// About how wide a text stands, in units of its font size; errs on the wide side.
pub(crate) fn ems(text: &str) -> f64 {
    text.chars()
        .map(|c| match c {
            'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '.' | ',' | ':' | '\'' | '(' | ')' | '/' | ' ' | '\u{a0}' => 0.34,
            'm' | 'w' | 'M' | 'W' | '%' => 0.9,
            c if c.is_uppercase() => 0.7,
            c if c.is_ascii() => 0.59,
            _ => 0.62,
        })
        .sum()
}

fn classed(out: &mut String, class: &str) {
    if !class.is_empty() {
        out.push_str(" class=\"");
        out.push_str(class);
        out.push('"');
    }
    out.push_str("/>");
}

fn trimmed(mut text: String) -> String {
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    if text == "-0" { "0".to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_short_as_they_are_true() {
        assert_eq!((num(40.0), num(-0.04), num(12.34)), ("40".to_owned(), "0".to_owned(), "12.3".to_owned()));
        assert_eq!((pct(1.0), pct(0.414)), ("100%".to_owned(), "41.4%".to_owned()));
        assert_eq!(bar(0.0, 0.5, 2.0, 10.0, "b-s").0, r#"<rect x="0%" y="2" width="50%" height="10" class="b-s"/>"#);
    }
}
