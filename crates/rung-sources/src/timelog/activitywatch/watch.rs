//! Buckets sorted by what they watch and on which computer.

use std::{collections::BTreeMap, sync::Arc};

use jiff::Timestamp;
use rung_model::problem::{Problem, Severity};

use super::{
    file::{Bucket, Fields, parse},
    presence::{Seen, Stretch},
    problem,
};
use crate::{strict::without_hidden, timelog::reading::shown};

/// What a bucket watches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Watches {
    Window,
    Presence,
    Page,
    Editor,
}

/// Everything seen so far.
#[derive(Default)]
pub(super) struct Watch {
    hosts: BTreeMap<Arc<str>, Seen>,
    problems: Vec<Problem>,
    unused: BTreeMap<String, u64>,
}

/// What came of it: stretches by the file they stand in.
pub(super) struct Outcome {
    pub(super) stretches: BTreeMap<Arc<str>, Vec<Stretch>>,
    pub(super) problems: Vec<Problem>,
    pub(super) unused: BTreeMap<String, u64>,
}

impl Watch {
    /// Takes what an export holds.
    pub(super) fn take(&mut self, file: &str, bytes: &[u8]) {
        match parse(file, bytes) {
            Ok(export) if export.buckets.values().all(|bucket| bucket.events.is_empty()) => {
                let (what, mend) = ("the export holds no event".to_owned(), "export all buckets as JSON again");
                self.problems.push(problem(Severity::Warning, file, "no-events", what, mend));
            }
            Ok(export) => {
                let file: Arc<str> = file.into();
                for (id, bucket) in &export.buckets {
                    self.bucket(&file, id, bucket);
                }
            }
            Err(problem) => self.problems.push(*problem),
        }
    }

    fn not_used(&mut self, what: String, many: usize) {
        if many > 0 {
            *self.unused.entry(what).or_default() += many as u64;
        }
    }

    fn bucket(&mut self, file: &Arc<str>, id: &str, bucket: &Bucket) {
        let kind = bucket.kind.value().map_or("", String::as_str);
        let Some(watches) = watches(kind, id) else {
            let named = if kind.is_empty() { shown(id) } else { shown(kind) };
            return self.not_used(format!("{named} event"), bucket.events.len());
        };
        let host: Arc<str> = host(id, bucket).into();
        let own = own_app(id, bucket);
        let mut broken = (0_usize, None);
        let mut empty = 0;
        let (mut stretches, mut present) = (Vec::new(), Vec::new());
        for (number, event) in bucket.events.iter().enumerate() {
            let read = event.value().and_then(|event| {
                let start = event.timestamp.parse::<Timestamp>().ok()?.as_millisecond();
                let length = event.duration.is_finite().then(|| (event.duration * 1000.0).round() as i64)?;
                Some((start, start.checked_add(length)?, event.data.value()))
            });
            match read {
                Some((start, end, _)) if start == end => empty += 1,
                Some((start, end, Some(fields))) if start < end => {
                    if watches == Watches::Presence {
                        present.extend((fields.status.as_deref() == Some("not-afk")).then_some((start, end)));
                        continue;
                    }
                    let app = match watches {
                        Watches::Window => fields.app.as_deref().unwrap_or(&own),
                        _ => &own,
                    };
                    stretches.push(Stretch {
                        start,
                        end,
                        app: without_hidden(app).0.into(),
                        project: (watches == Watches::Editor).then(|| project(fields)).flatten(),
                        host: Arc::clone(&host),
                        file: Arc::clone(file),
                    });
                }
                _ => {
                    broken.0 += 1;
                    broken.1.get_or_insert(number + 1);
                }
            }
        }
        if let (many, Some(first)) = broken {
            let what = format!("{many} events have no moment, length or fields; the first is number {first}");
            let mend = "export the bucket again";
            self.problems.push(problem(Severity::Error, file, "bad-event", what, mend).of_item(shown(id)));
        }
        self.not_used("an event without length".to_owned(), empty);
        let seen = self.hosts.entry(host).or_default();
        match watches {
            Watches::Presence => seen.present.get_or_insert_default().extend(present),
            Watches::Window => seen.windows.extend(stretches),
            Watches::Editor => seen.editors.extend(stretches),
            Watches::Page => seen.pages.extend(stretches),
        }
    }

    /// The stretches of every computer. One whose presence nothing watched gives none.
    pub(super) fn outcome(mut self) -> Outcome {
        self.home();
        let mut stretches: BTreeMap<Arc<str>, Vec<Stretch>> = BTreeMap::new();
        for (host, seen) in self.hosts {
            let events = seen.windows.len() + seen.editors.len() + seen.pages.len();
            if seen.present.is_none() {
                let file = [&seen.windows, &seen.editors, &seen.pages].into_iter().flatten().map(|one| &one.file).min();
                let what = format!(
                    "nothing tells when somebody was at the computer {}, so {events} events are left out",
                    shown(&host)
                );
                let mend = "export the bucket of the watcher for absence (aw-watcher-afk) too";
                let file = file.map_or("", |file| file);
                self.problems.push(problem(Severity::Warning, file, "no-afk-bucket", what, mend));
                continue;
            }
            for stretch in seen.stretches() {
                stretches.entry(Arc::clone(&stretch.file)).or_default().push(stretch);
            }
        }
        Outcome { stretches, problems: self.problems, unused: self.unused }
    }

    /// Watchers in a browser often do not know their computer: where only one computer is known, it is that one.
    fn home(&mut self) {
        let mut watched =
            self.hosts.iter().filter(|(_, seen)| seen.present.is_some()).map(|(host, _)| Arc::clone(host));
        let (Some(home), None) = (watched.next(), watched.next()) else { return };
        let Some(lost) = self.hosts.remove("unknown").filter(|lost| lost.present.is_none()) else { return };
        let seen = self.hosts.entry(Arc::clone(&home)).or_default();
        let move_in = |one: Stretch| Stretch { host: Arc::clone(&home), ..one };
        seen.windows.extend(lost.windows.into_iter().map(move_in));
        seen.editors.extend(lost.editors.into_iter().map(move_in));
        seen.pages.extend(lost.pages.into_iter().map(move_in));
    }
}

fn watches(kind: &str, id: &str) -> Option<Watches> {
    match kind {
        "currentwindow" => Some(Watches::Window),
        "afkstatus" => Some(Watches::Presence),
        "web.tab.current" => Some(Watches::Page),
        _ if kind.starts_with("app.editor") => Some(Watches::Editor),
        "" if id.contains("watcher-window") => Some(Watches::Window),
        "" if id.contains("watcher-afk") => Some(Watches::Presence),
        "" if id.contains("watcher-web") => Some(Watches::Page),
        _ => None,
    }
}

fn host(id: &str, bucket: &Bucket) -> String {
    let stated = bucket.hostname.value().map(String::as_str).filter(|host| !host.is_empty());
    let host = stated.or_else(|| id.split_once('_').map(|(_, host)| host)).unwrap_or("unknown");
    without_hidden(host).0
}

/// The app a watcher sits in: `aw-watcher-web-firefox` and `aw-watcher-vscode` name theirs.
fn own_app(id: &str, bucket: &Bucket) -> String {
    let named = id.split('_').next().filter(|name| name.starts_with("aw-watcher-"));
    let named = named.or(bucket.client.value().map(String::as_str)).unwrap_or(id);
    let app = named.trim_start_matches("aw-watcher-").trim_start_matches("web-");
    if app.is_empty() { "unknown app".to_owned() } else { app.to_owned() }
}

/// The last part of a project's path: where it lies on somebody's disk is nobody's business.
fn project(fields: &Fields) -> Option<Arc<str>> {
    let path = fields.project.as_deref()?.trim_end_matches(['/', '\\']);
    let (name, _) = without_hidden(path.rsplit(['/', '\\']).next()?);
    (!name.is_empty() && name != "unknown").then(|| name.into())
}
