//! Any framework the model can hold, made from a list of choices that shrinks.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rung_model::{
    activity::Activity,
    bucket::Bucket,
    framework::{
        Anchor, Band, Basis, Cell, Criterion, Dimension, DimensionKind, Duty, Edge, EdgeKind, Extends, Family,
        Framework, Gate, HandsOn, Holding, Norm, Origin, Part, Position, Provenance, Role, Scale, ScaleLevel, Skill,
        SkillLevel, Source, Span, Spectrum, SplitClaim, Status, Track, Translation, Weights,
    },
};

use crate::strict::without_hidden;

/// Pieces of text that writers and readers like to trip over.
const PIECES: &str = "a|Lead| |#| # x|\"|\"\"\"|'''|'|\\|\\n|\\u00e4|naïve|👩\u{200d}💻|🏴|日本|אב|e\u{301}|: |- |? |[|]|{|}|{}|,|&a|*a|!t|>-|\
                      %|@|`|~|null|yes|No|true|1e3|0x1|007|2026-02-28|<<|=|---|...|//|/* x */|${x}|\u{10ffff}|x-|.|a.b|\u{fffd}|\u{a0}";
/// Numbers of every size.
const NUMBERS: [f64; 11] = [0.0, 1.0, 0.1, 0.300_000_000_000_000_04, -2.25, 1e15, 1e16, 1e-7, 1e300, 9e15, 87.5];
const FAMILIES: [Family; 4] = [Family::Technical, Family::People, Family::Coordination, Family::Direction];

/// Choices that run out: then the least is chosen.
#[derive(Debug)]
struct Choices(std::vec::IntoIter<u32>);

/// Any framework.
pub(super) fn framework() -> impl Strategy<Value = Framework> {
    prop::collection::vec(any::<u32>(), 0..2500).prop_map(|choices| Choices(choices.into_iter()).framework())
}

impl Choices {
    fn below(&mut self, many: usize) -> usize {
        self.0.next().map_or(0, |choice| usize::try_from(choice).unwrap() % many)
    }

    fn small(&mut self, many: usize) -> u32 {
        u32::try_from(self.below(many)).unwrap()
    }

    fn yes(&mut self) -> bool {
        self.below(2) == 1
    }

    fn of<T: Copy>(&mut self, values: &[T]) -> T {
        values[self.below(values.len())]
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.yes().then(|| make(self))
    }

    fn some<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self, usize) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|n| make(self, n)).collect()
    }

    /// Text with anything in it.
    fn raw(&mut self) -> String {
        let pieces: Vec<&str> = PIECES.split('|').collect();
        let mut text = String::new();
        for _ in 0..self.below(5) {
            match self.below(8) {
                0 => text.push(char::from_u32(self.small(0x11_0000)).unwrap_or('\n')),
                1 => text.push_str(&"very long ".repeat(self.below(60))),
                _ => text.push_str(self.of(&pieces)),
            }
        }
        text
    }

    /// Text as the reader leaves it: not empty, nothing hidden, single spaces.
    fn text(&mut self) -> String {
        let text = without_hidden(&self.raw()).0;
        if text.is_empty() { "a".to_owned() } else { text }
    }

    fn texts(&mut self) -> Vec<String> {
        self.some(3, |own, _| own.text())
    }

    fn id(&mut self, n: usize) -> String {
        format!("{}{n}", self.text())
    }

    fn number(&mut self) -> f64 {
        self.of(&NUMBERS)
    }

    fn share(&mut self) -> f64 {
        f64::from(self.small(1001)) / 1000.0
    }

    fn span(&mut self) -> Span {
        let (a, b) = (self.share(), self.share());
        Span { min: a.min(b), max: a.max(b) }
    }

    fn levels(&mut self) -> BTreeMap<String, u32> {
        self.some(3, |own, n| (own.id(n), own.small(101))).into_iter().collect()
    }

    fn from(&mut self) -> Provenance {
        let origin = self.maybe(|own| Origin {
            file: format!("a  folder/{}", own.raw()),
            line: own.below(1000),
            commit: own.maybe(|_| "0a1b2c".to_owned()),
        });
        let extra = self.some(2, |own, n| (format!("x-{}{n}", own.raw()), own.value(0)));
        Provenance { origin, extra: extra.into_iter().collect() }
    }

    fn value(&mut self, depth: usize) -> toml::Value {
        match self.below(if depth > 3 { 6 } else { 8 }) {
            0 => toml::Value::Boolean(self.yes()),
            1 => toml::Value::Integer(i64::from(self.small(1 << 30)) - (1 << 20)),
            2 => toml::Value::Float(self.number()),
            3 => toml::Value::String(self.raw()),
            4 => toml::Value::Datetime(self.of(&["2026-02-28", "2026-02-28T10:00:00Z", "10:00:00"]).parse().unwrap()),
            5 => toml::Value::Float(self.of(&[f64::INFINITY, f64::NEG_INFINITY, -0.5])),
            6 => toml::Value::Array(self.some(3, |own, _| own.value(depth + 1))),
            _ => toml::Value::Table(self.some(3, |own, _| (own.raw(), own.value(depth + 1))).into_iter().collect()),
        }
    }

    fn criteria(&mut self) -> Vec<Criterion> {
        self.some(3, |own, _| {
            if own.yes() {
                return Criterion::of(own.text());
            }
            Criterion { id: own.maybe(Self::text), text: own.text(), examples: own.texts(), urls: own.texts() }
        })
    }

    fn part(&mut self) -> Part {
        let mut shares = [self.share(), self.share(), self.share()];
        shares.sort_by(f64::total_cmp);
        let given = 1 + self.below(7);
        let at = |bit: usize| (given & (1 << bit) != 0).then_some(shares[bit]);
        Part { min: at(0), mean: at(1), max: at(2) }
    }

    fn basis(&mut self) -> (Basis, Option<String>) {
        if self.yes() { (Basis::Sourced, Some(self.text())) } else { (Basis::Synthesis, None) }
    }

    fn split(&mut self) -> SplitClaim {
        let mut parts = BTreeMap::new();
        for bucket in Bucket::ALL {
            if self.yes() {
                parts.insert(bucket, self.part());
            }
        }
        let role = self.text();
        let claim = SplitClaim::of(role.clone(), parts);
        let mut claim = claim.unwrap_or_else(|_| SplitClaim::exact(role, [0.2, 0.3, 0.5]).unwrap());
        (claim.basis, claim.source) = self.basis();
        claim.position = self.maybe(Self::text);
        claim.k = self.of(&[16.0, 8.0, 0.5, 16.25]);
        claim.note = self.maybe(Self::text);
        claim.from = self.from();
        claim
    }

    fn hands_on(&mut self) -> HandsOn {
        let (Span { min, max }, (basis, source)) = (self.span(), self.basis());
        let (role, position) = (self.text(), self.maybe(Self::text));
        HandsOn { role, position, min, max, basis, source, note: self.maybe(Self::text), from: self.from() }
    }

    fn duty(&mut self, n: usize) -> Duty {
        Duty {
            id: self.id(n),
            name: self.text(),
            bucket: self.maybe(|own| own.of(&Bucket::ALL)),
            owners: self.texts(),
            holding: self.of(&[Holding::Unstated, Holding::Shared, Holding::Exclusive]),
            partners: self.texts(),
            able_to_act: self.texts(),
            stated: self.some(3, |own, n| (own.id(n), own.maybe(|own| own.of(&Bucket::ALL)))),
            traces: self.some(3, |own, _| own.of(Activity::ALL)),
            from: self.from(),
        }
    }

    fn role(&mut self, n: usize) -> Role {
        Role {
            id: self.id(n),
            name: self.text(),
            short: self.maybe(Self::text).unwrap_or_default(),
            aliases: self.texts(),
            track: self.maybe(|own| own.of(&Track::ALL).1),
            family: self.maybe(|own| own.of(&FAMILIES)),
            stands_for_family: self.yes(),
            variant_of: self.maybe(Self::text),
            definition: self.maybe(Self::text).unwrap_or_default(),
            sources: self.texts(),
            no_duties: self.maybe(Self::text),
            shift: self.maybe(Self::text),
            status: self.of(&Status::ALL).1,
            from: self.from(),
        }
    }

    fn position(&mut self, n: usize) -> Position {
        Position {
            id: self.id(n),
            role: self.text(),
            rank: self.small(1001),
            titles: self.texts(),
            definition: self.maybe(Self::text).unwrap_or_default(),
            equivalent: self.texts(),
            status: self.of(&Status::ALL).1,
            requires: self.levels(),
            from: self.from(),
        }
    }

    fn scale(&mut self, n: usize) -> Scale {
        let level = |own: &mut Self, n: usize| ScaleLevel {
            id: own.maybe(Self::text),
            n: u32::try_from(n + 1).unwrap(),
            name: own.text(),
            text: own.maybe(Self::text),
            points: own.maybe(Self::number),
        };
        Scale {
            id: self.id(n),
            name: self.maybe(Self::text),
            cumulative: self.yes(),
            zero: self.maybe(Self::text),
            levels: self.some(4, level),
            from: self.from(),
        }
    }

    fn dimension(&mut self, n: usize) -> Dimension {
        Dimension {
            id: self.id(n),
            name: self.text(),
            scale: self.maybe(Self::text),
            group: self.maybe(Self::text),
            kind: self.of(&DimensionKind::ALL).1,
            text: self.maybe(Self::text),
            status: self.of(&Status::ALL).1,
            from: self.from(),
        }
    }

    fn anchor(&mut self, _: usize) -> Anchor {
        Anchor {
            dimension: self.text(),
            level: self.small(101),
            summary: self.maybe(Self::text),
            criteria: self.criteria(),
            signals: self.texts(),
            examples: self.texts(),
            from: self.from(),
        }
    }

    fn cell(&mut self, n: usize) -> Cell {
        Cell {
            id: self.id(n),
            position: self.text(),
            dimension: self.text(),
            proficiency: self.maybe(Self::text),
            text: self.maybe(Self::text),
            criteria: self.criteria(),
            examples: self.texts(),
            urls: self.texts(),
            from: self.from(),
        }
    }

    fn band(&mut self, n: usize) -> Band {
        let min = self.number();
        Band {
            id: self.id(n),
            group: self.text(),
            name: self.text(),
            min,
            max: self.maybe(|own| min + own.share()),
            half_open: self.yes(),
            role: self.maybe(Self::text),
            position: self.maybe(Self::text),
            from: self.from(),
        }
    }

    fn edge(&mut self, _: usize) -> Edge {
        Edge {
            from: self.text(),
            to: self.text(),
            kind: self.of(&EdgeKind::ALL).1,
            years: self.maybe(|own| Span { max: 2.5, ..own.span() }),
            sources: self.texts(),
            note: self.maybe(Self::text),
            published: self.from(),
        }
    }

    fn spectrum(&mut self, n: usize) -> Spectrum {
        Spectrum {
            id: self.id(n),
            name: self.text(),
            poles: [self.text(), self.text()],
            healthy: self.maybe(Self::span),
            pairs: self.some(2, |own, _| [own.text(), own.text()]),
            text: self.maybe(Self::text),
            from: self.from(),
        }
    }

    fn gate(&mut self, n: usize) -> Gate {
        Gate {
            id: self.id(n),
            band: self.maybe(Self::text),
            position: self.maybe(Self::text),
            requires: self.levels(),
            text: self.maybe(Self::text),
            from: self.from(),
        }
    }

    fn weights(&mut self, n: usize) -> Weights {
        let percent = self.some(3, |own, n| (own.id(n), own.number()));
        let role = self.maybe(Self::text);
        Weights { id: self.id(n), role, percent: percent.into_iter().collect(), from: self.from() }
    }

    fn skill(&mut self, n: usize) -> Skill {
        let levels = self.some(3, |own, n| (own.id(n), SkillLevel(own.of(&[0, 1, 2, 3, 4]))));
        Skill { id: self.id(n), name: self.text(), bucket: self.of(&Bucket::ALL), levels: levels.into_iter().collect() }
    }

    fn translation(&mut self, _: usize) -> Translation {
        let (table, id, key) = (self.text(), self.text(), self.text());
        Translation { table, id, key, language: self.text(), text: self.text(), from: self.from() }
    }

    fn source(&mut self, _: usize) -> Source {
        let key = self.of(&["A", "Bc"]).to_owned();
        Source { key, title: self.text(), by: self.text(), license: self.maybe(Self::text) }
    }

    fn extends(&mut self, _: usize) -> Extends {
        Extends { role: self.text(), base: self.text(), dimensions: self.texts(), from: self.from() }
    }

    fn framework(&mut self) -> Framework {
        let mut f = Framework { id: self.text(), name: self.text(), version: self.text(), ..Framework::default() };
        (f.language, f.license, f.source) = (self.maybe(Self::text), self.maybe(Self::text), self.maybe(Self::text));
        f.from = self.from();
        f.sources = self.some(2, Self::source);
        f.scales = self.some(2, Self::scale);
        f.dimensions = self.some(2, Self::dimension);
        f.anchors = self.some(2, Self::anchor);
        f.roles = self.some(2, Self::role);
        f.positions = self.some(2, Self::position);
        f.cells = self.some(2, Self::cell);
        f.splits = self.some(2, |own, _| own.split());
        f.hands_on = self.some(2, |own, _| own.hands_on());
        f.duties = self.some(2, Self::duty);
        f.skills = self.some(2, Self::skill);
        f.spectra = self.some(2, Self::spectrum);
        f.edges = self.some(2, Self::edge);
        f.norms = self.some(2, |own, n| Norm { id: own.id(n), text: own.text(), source: own.text() });
        f.bands = self.some(2, Self::band);
        f.weights = self.some(2, Self::weights);
        f.gates = self.some(2, Self::gate);
        f.extends = self.some(2, Self::extends);
        f.translations = self.some(2, Self::translation);
        for _ in 0..self.below(4) {
            let row = self.of(&[[0.0, 1.0, 0.0, 0.0], [0.25; 4], [0.3, 0.0, 0.7, 0.0], [0.0, 0.0, 0.0, 1.0]]);
            f.activities.set(self.of(Activity::ALL), row);
        }
        f
    }
}
