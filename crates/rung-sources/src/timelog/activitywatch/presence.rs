//! Events of windows, editors and pages become stretches of apps, cut to the time somebody was there.

use std::{collections::BTreeMap, sync::Arc};

use super::spans::{Span, inside, outside, union};

/// Stretches of one app this close, milliseconds, are one.
const NEAR: i64 = 2 * 60 * 1000;

/// An app in front.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stretch {
    /// Its first moment.
    pub(super) start: i64,
    /// The moment after its last.
    pub(super) end: i64,
    /// The app.
    pub(super) app: Arc<str>,
    /// The project an editor had open.
    pub(super) project: Option<Arc<str>>,
    /// The computer.
    pub(super) host: Arc<str>,
    /// The file of its first event.
    pub(super) file: Arc<str>,
}

/// Where no window is known for longer than this, milliseconds, nothing watched windows then.
const UNWATCHED: i64 = 10 * 60 * 1000;

/// What was seen on one computer.
#[derive(Default)]
pub(super) struct Seen {
    /// When somebody was there; `None` where nothing watched for that.
    pub(super) present: Option<Vec<Span>>,
    /// Windows.
    pub(super) windows: Vec<Stretch>,
    /// Editors, with their project.
    pub(super) editors: Vec<Stretch>,
    /// Browsers.
    pub(super) pages: Vec<Stretch>,
}

impl Seen {
    /// The stretches of this computer, in order.
    pub(super) fn stretches(self) -> Vec<Stretch> {
        let present = union(self.present.unwrap_or_default());
        let windows = joined(self.windows);
        let watched = windows.iter().map(|window| (window.start - UNWATCHED / 2, window.end + UNWATCHED / 2));
        let under: Vec<Span> = union(watched.collect());
        // Where nothing watched windows, editors and browsers tell by themselves.
        let mut all = joined(self.editors.clone());
        all.extend(joined(self.pages));
        all = all.iter().flat_map(|own| parts(own, outside((own.start, own.end), &under))).collect();
        all.extend(with_projects(windows, joined(self.editors)));
        let here = all.iter().flat_map(|own| parts(own, inside((own.start, own.end), &present)));
        near(here.collect())
    }
}

fn parts(own: &Stretch, spans: impl IntoIterator<Item = Span>) -> Vec<Stretch> {
    spans.into_iter().map(|(start, end)| Stretch { start, end, ..own.clone() }).collect()
}

/// Events of one app and project without overlaps: an export may hold the last event shorter than the next one does.
fn joined(events: Vec<Stretch>) -> Vec<Stretch> {
    let mut by_app: BTreeMap<_, Vec<Stretch>> = BTreeMap::new();
    for event in events {
        by_app.entry((Arc::clone(&event.app), event.project.clone())).or_default().push(event);
    }
    let mut all: Vec<Stretch> = by_app.into_values().flat_map(|own| chained(own, 0)).collect();
    all.sort();
    all
}

/// Windows, cut where an editor says which project it has open.
fn with_projects(windows: Vec<Stretch>, editors: Vec<Stretch>) -> Vec<Stretch> {
    let mut known: Vec<(Span, Arc<str>)> = Vec::new();
    for editor in editors {
        let Some(project) = editor.project else { continue };
        let from = known.last().map_or(editor.start, |((_, end), _)| editor.start.max(*end));
        if from < editor.end {
            known.push(((from, editor.end), project));
        }
    }
    let spans: Vec<Span> = known.iter().map(|(span, _)| *span).collect();
    let mut all = Vec::with_capacity(windows.len());
    for window in windows {
        let span = (window.start, window.end);
        let first = spans.partition_point(|(_, until)| *until <= span.0);
        for (at, (start, end)) in inside(span, &spans).enumerate() {
            let project = known.get(first + at).map(|(_, project)| Arc::clone(project));
            all.push(Stretch { start, end, project, ..window.clone() });
        }
        all.extend(parts(&window, outside(span, &spans)));
    }
    all
}

/// Neighbours of one app with a short gap between them become one stretch.
fn near(mut all: Vec<Stretch>) -> Vec<Stretch> {
    all.sort();
    all.dedup();
    chained(all, NEAR)
}

/// In order; what follows within `gap` and is the same app and project is joined to what stands before it.
fn chained(mut all: Vec<Stretch>, gap: i64) -> Vec<Stretch> {
    all.sort();
    let mut kept: Vec<Stretch> = Vec::with_capacity(all.len());
    for one in all {
        match kept.last_mut() {
            Some(last) if last.app == one.app && last.project == one.project && one.start - last.end <= gap => {
                last.end = last.end.max(one.end);
            }
            _ => kept.push(one),
        }
    }
    kept
}
