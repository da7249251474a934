//! Draws the triangle, its grid and ticks, the roles, the person's region and the path.

use std::fmt::Write;

use maud::{Markup, PreEscaped, html};

use super::{
    Ternary,
    geometry::{Parts, Point, Triangle, region},
    labels::{Tag, tags},
    lot::LINE,
    place::Frame,
    scale::Scale,
};
use crate::plot::mark::{Anchor, ems, num};

/// One drawing at one scale.
pub(super) fn drawing(plot: &Ternary, outlines: &[Vec<Parts>], scale: &Scale) -> Markup {
    let triangle = Triangle::new(scale.left, scale.base, scale.side);
    let shapes: Vec<Vec<Point>> =
        outlines.iter().map(|shape| shape.iter().map(|p| triangle.at(*p)).collect()).collect();
    let own: Vec<Point> = region(plot.ranges).into_iter().map(|parts| triangle.at(parts)).collect();
    let path: Vec<Point> = plot.path.iter().map(|point| triangle.at(point.parts)).collect();
    let ticks = ticks(&triangle, scale);
    let taken: Vec<Frame> = ticks.iter().flat_map(|tick| tick.frames(scale)).collect();
    let named = if plot.best.is_some() { own.as_slice() } else { &[] };
    let tags = tags(plot, scale, &triangle, &shapes, named, &path, taken);
    let foot = tags.iter().map(|tag| tag.place.frame.bottom).fold(scale.base + scale.margin, f64::max);
    html! {
        svg class=(scale.class) viewBox={ "0 0 " (num(scale.width)) " " (num(foot + 4.0)) } width="100%" role="img" aria-labelledby={ (scale.id) "-t " (scale.id) "-d" } {
            title id={ (scale.id) "-t" } { (plot.title) }
            desc id={ (scale.id) "-d" } { (plot.desc) }
            (grid(&triangle))
            @if plot.best.is_none() && !own.is_empty() { path.any d=(closed(&own)) {} }
            path.axis d=(closed(&[triangle.building, triangle.strategy, triangle.people])) {}
            @for tick in &ticks { (tick.draw()) }
            @for (shape, role) in shapes.iter().zip(&plot.roles) {
                path.role.held[role.held] d=(rounded(shape)) {}
            }
            @if plot.best.is_some() && !own.is_empty() { path.you d=(closed(&own)) {} }
            @if path.len() > 1 { path.inkline d=(open(&path)) {} }
            @for (place, dot) in path.iter().enumerate() {
                circle class=(if place + 1 == path.len() { "ink" } else { "hollow" }) cx=(num(dot.x)) cy=(num(dot.y)) r=(num(scale.dot)) {}
            }
            @for tag in &tags { (drawn(tag, scale)) }
        }
    }
}

/// A tick with its number, or a corner or side with its name.
struct Tick {
    mark: Option<(Point, Point)>,
    words: Option<(Point, String, Anchor, &'static str, Option<f64>)>,
}

impl Tick {
    /// The room its words take; words that lean take a row of small boxes.
    fn frames(&self, scale: &Scale) -> Vec<Frame> {
        let Some((at, words, anchor, _, turned)) = &self.words else { return Vec::new() };
        let (wide, tall) = (ems(words) * scale.font, scale.font);
        if let Some(angle) = turned {
            let (dx, dy) = (angle.to_radians().cos(), angle.to_radians().sin());
            let along = |part: f64| Point { x: at.x + dx * wide * part, y: at.y + dy * wide * part };
            return (-5..=5).map(|step| Frame::around(along(f64::from(step) / 10.0), tall * 0.8, tall * 0.8)).collect();
        }
        let left = match anchor {
            Anchor::Start => at.x,
            Anchor::Middle => at.x - wide / 2.0,
            Anchor::End => at.x - wide,
        };
        vec![Frame { left, top: at.y - tall * 0.8, right: left + wide, bottom: at.y + tall * 0.25 }]
    }

    fn draw(&self) -> Markup {
        html! {
            @if let Some((from, to)) = self.mark {
                path.axis d=(open(&[from, to])) {}
            }
            @if let Some((at, words, anchor, class, turned)) = &self.words {
                @let turn = turned.map(|angle| format!("rotate({} {} {})", num(angle), num(at.x), num(at.y)));
                text x=(num(at.x)) y=(num(at.y)) class=(class) text-anchor=[anchor.value()] transform=[turn] { (words) }
            }
        }
    }
}

fn grid(triangle: &Triangle) -> Markup {
    let mut d = String::new();
    for step in [0.2, 0.4, 0.6, 0.8] {
        for (from, to) in [
            ([step, 1.0 - step, 0.0], [step, 0.0, 1.0 - step]),
            ([0.0, step, 1.0 - step], [1.0 - step, step, 0.0]),
            ([1.0 - step, 0.0, step], [0.0, 1.0 - step, step]),
        ] {
            d.push_str(&open(&[triangle.at(from), triangle.at(to)]));
        }
    }
    html! { path.grid d=(d) {} }
}

/// Ticks lean with the gridlines they name; each side carries its bucket's colour.
fn ticks(triangle: &Triangle, scale: &Scale) -> Vec<Tick> {
    let mut ticks = Vec::new();
    let steps: &[u32] = if scale.narrow { &[20, 40, 60, 80] } else { &[0, 20, 40, 60, 80, 100] };
    for &value in steps {
        let share = f64::from(value) / 100.0;
        let sides = [
            (triangle.at([share, 0.0, 1.0 - share]), (-0.5, -0.866), (-6.0, 0.0), Anchor::End, "tx-s"),
            (triangle.at([1.0 - share, share, 0.0]), (-0.5, 0.866), (-1.0, 11.0), Anchor::Middle, "tx-p"),
            (triangle.at([0.0, 1.0 - share, share]), (1.0, 0.0), (4.0, 4.4), Anchor::Start, "tx-b"),
        ];
        for (foot, (dx, dy), (tx, ty), anchor, class) in sides {
            let end = Point { x: foot.x + dx * scale.tick, y: foot.y + dy * scale.tick };
            let at = Point { x: end.x + tx, y: end.y + ty };
            ticks.push(Tick { mark: Some((foot, end)), words: Some((at, value.to_string(), anchor, class, None)) });
        }
    }
    let half = scale.side / 2.0;
    let (shift, drop) = if scale.narrow { (30.0, 44.0) } else { (54.0, 0.0) };
    let side = |a: Point, b: Point, sign: f64| {
        let middle = a.toward(b, if scale.narrow { 0.5 } else { 0.42 });
        Point { x: middle.x + sign * shift * 0.866, y: middle.y - shift * 0.5 }
    };
    let corner = |at: Point, words: &str, anchor: Anchor, class: &'static str| Tick {
        mark: None,
        words: Some((at, words.to_owned(), anchor, class, None)),
    };
    if scale.narrow {
        let foot = scale.base + drop - 4.0;
        ticks.push(corner(
            Point { x: triangle.building.x, y: triangle.building.y - 9.0 },
            "all building",
            Anchor::Middle,
            "k tx-b",
        ));
        ticks.push(corner(Point { x: 0.0, y: foot }, "all strategy", Anchor::Start, "k tx-s"));
        ticks.push(corner(Point { x: scale.width, y: foot }, "all people", Anchor::End, "k tx-p"));
    } else {
        let at = side(triangle.building, triangle.strategy, -1.0);
        ticks.push(Tick {
            mark: None,
            words: Some((at, "Strategy & alignment, %".to_owned(), Anchor::Middle, "k tx-s", Some(-60.0))),
        });
        let at = side(triangle.building, triangle.people, 1.0);
        ticks.push(Tick {
            mark: None,
            words: Some((at, "Building, %".to_owned(), Anchor::Middle, "k tx-b", Some(60.0))),
        });
        let at = Point { x: triangle.strategy.x + half, y: scale.base + 42.0 };
        ticks.push(corner(at, "People, %", Anchor::Middle, "k tx-p"));
    }
    ticks
}

fn drawn(tag: &Tag, scale: &Scale) -> Markup {
    let x = match tag.place.anchor {
        Anchor::Start => tag.place.frame.left,
        Anchor::Middle => (tag.place.frame.left + tag.place.frame.right) / 2.0,
        Anchor::End => tag.place.frame.right,
    };
    html! {
        @if let Some((from, to)) = tag.place.leader { path.lead d=(open(&[from, to])) {} }
        @for (line, (words, class)) in tag.lines.iter().enumerate() {
            text x=(num(x)) y=(num(tag.place.frame.top + scale.font * 0.88 + LINE * line as f64)) class=(class) text-anchor=[tag.place.anchor.value()] { (words) }
        }
    }
}

fn open(points: &[Point]) -> String {
    let mut d = String::new();
    for (place, point) in points.iter().enumerate() {
        let _written = write!(d, "{}{} {}", if place == 0 { 'M' } else { 'L' }, num(point.x), num(point.y));
    }
    d
}

fn closed(points: &[Point]) -> PreEscaped<String> {
    PreEscaped(open(points) + "Z")
}

/// A smooth closed curve through the middles of the sides.
fn rounded(points: &[Point]) -> PreEscaped<String> {
    let Some(last) = points.last() else { return PreEscaped(String::new()) };
    let start = last.toward(points[0], 0.5);
    let mut d = format!("M{} {}", num(start.x), num(start.y));
    for (place, point) in points.iter().enumerate() {
        let to = point.toward(points[(place + 1) % points.len()], 0.5);
        let _written = write!(d, "Q{} {} {} {}", num(point.x), num(point.y), num(to.x), num(to.y));
    }
    PreEscaped(d + "Z")
}
