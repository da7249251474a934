//! A level: where it stands and what it asks, dimension by dimension.

use maud::{Markup, html};
use rung_measure::ladder::requirements::{Requirement, Said, Statement};
use rung_model::framework::{Anchor, Band, Cell, Gate, Position, Status};

use super::{
    Page,
    bits::{asked, links, list, part},
    book::{Book, Way, name},
    petal::petals,
    radar::radar,
    shell::Sheet,
};
use crate::{
    parts::{caption, prose},
    words,
};

const UP: &str = "../";

pub(super) fn page(book: &Book<'_>, number: usize) -> Option<Page> {
    let (position, slug) = book.at(number).zip(book.levels.get(number))?;
    let entry = book.entry(&position.role);
    let asks = book.asks.get(number).map(Vec::as_slice).unwrap_or_default();
    let turn =
        |of: fn(&Way) -> (usize, usize)| book.steps.iter().find(|way| of(way).0 == number).map(|way| (of(way).1, way));
    let (before, after) = (turn(|way| (way.to, way.from)), turn(|way| (way.from, way.to)));
    let next = after.map(|(to, _)| to);
    let picture = radar(book, number, next).or_else(|| petals(book, number, next));
    let sentence = sentence(asks);
    let main = html! {
        (part("place", "Where it stands", "", &html! {
            div.cols.c-2 {
                (place(book, position, before, after))
                @if let Some(picture) = picture { figure.drawn {
                    (caption("Its shape", &shape(position, after.and_then(|(to, _)| book.at(to)))))
                    (picture)
                } }
            }
        }))
        @if !asks.is_empty() {
            (part("asks", &found(asks), "", &html! { @for ask in asks { (asking(book, position.id.as_str(), ask)) } }))
        }
    };
    let kicker =
        entry.map_or_else(|| "Level".to_owned(), |entry| format!("{}, level {}", name(entry.role), position.rank));
    let own = position.definition.trim();
    let lede = if own.is_empty() || own == position.title() { &sentence } else { own };
    let path = format!("level/{slug}.html");
    Some(Sheet { path, kicker: &kicker, title: position.title(), lede }.draw(book, &main))
}

/// "It asks something on 5 dimensions, in 12 statements."
fn sentence(asks: &[Requirement]) -> String {
    let dimensions = words::count(asks.len(), "dimension", "dimensions");
    match (asks.len(), asks.iter().map(|ask| ask.statements.len()).sum::<usize>()) {
        (0, _) => "Nothing is written down about what it asks.".to_owned(),
        (_, 0) => format!("It asks for a level on {dimensions}."),
        (_, said) => {
            format!("It asks something on {dimensions}, in {}.", words::count(said, "statement", "statements"))
        }
    }
}

/// Where most is asked, where the levels differ and no more than three stand out.
fn found(asks: &[Requirement]) -> String {
    let plain = "What it asks".to_owned();
    let levels: Vec<u32> = asks.iter().filter_map(|ask| ask.level).collect();
    let Some((most, least)) = levels.iter().max().zip(levels.iter().min()) else { return plain };
    let top: Vec<String> =
        asks.iter().filter(|ask| ask.level == Some(*most)).map(|ask| words::lower_first(&ask.name)).collect();
    if most == least || top.len() > 3 { plain } else { format!("It asks most of {}", words::list(&top)) }
}

fn shape(position: &Position, next: Option<&Position>) -> String {
    let outlined = next.map_or_else(String::new, |next| format!("; dotted: {}, the next", next.title()));
    format!("Outward is a higher level, one ring a level. Hatched: {}{outlined}.", position.title())
}

fn place(book: &Book<'_>, position: &Position, before: Option<(usize, &Way)>, after: Option<(usize, &Way)>) -> Markup {
    let here = |id: &Option<String>| id.as_deref() == Some(position.id.as_str());
    let bands: Vec<&Band> = book.framework.bands.iter().filter(|band| here(&band.position)).collect();
    let gates: Vec<&Gate> = book.framework.gates.iter().filter(|gate| here(&gate.position)).collect();
    let turned = |(to, way): (usize, &Way), words: &str| {
        html! { (turn(book, to)) ": " a href={ (UP) "steps/" (way.slug) ".html" } { (words) } }
    };
    html! {
        dl.terms {
            div { dt { "Role" } dd { (links(book, UP, [position.role.as_str()])) } }
            @if let Some(before) = before { div { dt { "Before" } dd { (turned(before, "what changed")) } } }
            @if let Some(after) = after { div { dt { "Next" } dd { (turned(after, "what changes")) } } }
            @if position.titles.len() > 1 { div { dt { "Other titles" } dd { (words::list(position.titles.get(1..).unwrap_or_default())) } } }
            @if !position.equivalent.is_empty() { div { dt { "Stands as high as" } dd { (links(book, UP, position.equivalent.iter().map(String::as_str))) } } }
            @for band in bands { div { dt { "Band of " (band.group) } dd { (band.name) ": from " (band.min) @match band.max {
                Some(max) => { @if band.half_open { " to under " } @else { " to " } (max) } None => { " up" }
            } } } }
            @for gate in gates { div { dt { "Whatever the score" } dd {
                @for (n, (dimension, least)) in gate.requires.iter().enumerate() { @if n > 0 { ", " } (book.framework.dimension(dimension).map_or(dimension.as_str(), |of| &of.name)) " at least " (least) }
                @if let Some(text) = &gate.text { " " (prose(text)) }
            } } }
            @if position.status != Status::Current { div { dt { "Status" } dd { (position.status.id()) } } }
            div { dt { "Id" } dd { (position.id) } }
        }
    }
}

fn turn(book: &Book<'_>, number: usize) -> Markup {
    html! { @if let Some(position) = book.at(number) { @if let Some(slug) = book.levels.get(number) {
        a href={ (UP) "level/" (slug) ".html" } { (position.title()) }
    } } }
}

fn asking(book: &Book<'_>, position: &str, ask: &Requirement) -> Markup {
    let cells = book.cells.get(position).into_iter().flatten().filter(|cell| cell.dimension == ask.dimension);
    let cells: Vec<&Cell> = cells.copied().collect();
    let anchor = ask.level.and_then(|level| book.anchors.get(&(ask.dimension.as_str(), level))).copied();
    let (examples, urls) = more(&cells, anchor);
    let signals = anchor.map(|anchor| anchor.signals.as_slice()).unwrap_or_default();
    let dimension = book.framework.dimension(&ask.dimension);
    html! {
        div.asks {
            div { h3 { (ask.name) } @if let Some(group) = dimension.and_then(|of| of.group.as_deref()) { p.small { (group) } } }
            div {
                @if ask.level.is_some() { p { b { (asked(ask)) } } }
                @match ask.statements.as_slice() {
                    [] => { @if let Some(text) = dimension.and_then(|of| of.text.as_deref()) { p.note { (prose(text)) } } }
                    [only] => p { (statement(book, only)) },
                    several => ul.plain { @for said in several { li { (statement(book, said)) } } },
                }
                @if !signals.is_empty() { details { summary { (words::count(signals.len(), "sign", "signs")) " that it is reached" } (list(signals.iter().map(String::as_str))) } }
                @if !examples.is_empty() { details { summary { (words::count(examples.len(), "example", "examples")) } (list(examples.into_iter())) } }
                @if !urls.is_empty() { details { summary { "Read more" } ul.plain { @for url in urls { li {
                    @if url.starts_with("https://") || url.starts_with("http://") { a href=(url) rel="noreferrer noopener" { (url) } } @else { (url) }
                } } } } }
            }
        }
    }
}

/// A statement with how well it is to be done, and from whom it is taken over.
fn statement(book: &Book<'_>, said: &Statement) -> Markup {
    html! {
        (prose(&said.text))
        @if let Some(word) = &said.proficiency { @if *word != said.text { span.pair { (word) } } }
        @if let Said::Inherited { role, .. } = &said.said { span.pair { "taken over from " (book.named(role).0) } }
    }
}

/// Examples and addresses: of the cells, and of what the level asks of anyone.
fn more<'c>(cells: &[&'c Cell], anchor: Option<&'c Anchor>) -> (Vec<&'c str>, Vec<&'c str>) {
    let criteria = cells.iter().flat_map(|cell| &cell.criteria).chain(anchor.into_iter().flat_map(|of| &of.criteria));
    let (mut examples, mut urls): (Vec<&str>, Vec<&str>) = Default::default();
    for cell in cells {
        examples.extend(cell.examples.iter().map(String::as_str));
        urls.extend(cell.urls.iter().map(String::as_str));
    }
    examples.extend(anchor.into_iter().flat_map(|of| &of.examples).map(String::as_str));
    for criterion in criteria {
        examples.extend(criterion.examples.iter().map(String::as_str));
        urls.extend(criterion.urls.iter().map(String::as_str));
    }
    (examples, urls)
}
