//! The git source against git itself, on the same repository in the same run.
//!
//! `RUNG_BENCH_REPO` names a repository; without it one of 20,000 commits is made.
//! After the usual figures each pass is run in turn with git, and the median of the ratios of
//! processor time and of wall time is printed beside the mark of DESIGN.md.

use std::{
    env, fs,
    hint::black_box,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use criterion::{Criterion, criterion_group, criterion_main};
use jiff::Timestamp;
use rung_sources::{
    git::{self, Branches, PathDetail, Query},
    progress::Silent,
};
use tempfile::TempDir;

/// How often each side runs for a ratio.
const TURNS: usize = 5;

/// How long before the newest commit the window of the lines begins: 52 weeks in seconds.
const WINDOW: i64 = 52 * 7 * 86_400;

/// One pass, the command of git it is held against, and the marks it should keep.
struct Pass {
    name: &'static str,
    query: Query,
    peer: Vec<String>,
    marks: &'static str,
}

fn passes(newest: i64) -> Vec<Pass> {
    let log = |rest: &[&str]| ["log"].iter().chain(rest).map(|part| (*part).to_owned()).collect::<Vec<_>>();
    let since = format!("--since-as-filter={}", newest - WINDOW);
    let head = Query { branches: Branches::Head, ..Query::default() };
    vec![
        Pass {
            name: "people",
            query: Query { paths: PathDetail::None, ..head.clone() },
            peer: log(&["--format=%H %P %an %ae %at %cn %ce %ct", "HEAD"]),
            marks: "cpu <= 0.90",
        },
        Pass {
            name: "paths",
            query: Query { paths: PathDetail::Full, ..head.clone() },
            peer: log(&["--raw", "--no-renames", "HEAD"]),
            marks: "cpu <= 1.20, wall <= 0.65 on two cores",
        },
        Pass {
            name: "lines of a year",
            query: Query { lines: true, since: Timestamp::from_second(newest - WINDOW).ok(), ..head },
            peer: log(&["--numstat", "--no-renames", &since, "HEAD"]),
            marks: "cpu <= 0.65",
        },
    ]
}

fn run_peer(dir: &Path, arguments: &[String]) {
    let status = Command::new("git")
        .arg("-C")
        .arg(dir)
        .args(arguments)
        .stdout(Stdio::null())
        .status()
        .expect("the git program is needed for this benchmark");
    assert!(status.success(), "git {arguments:?}");
}

fn run_own(dir: &Path, query: &Query) -> usize {
    git::read(dir, query, &Silent).expect("a repository").evidence.len()
}

/// Wall time and, where the system tells, processor time of `work` and of the processes it waits for.
fn timed(work: impl FnOnce()) -> (Duration, Option<u64>) {
    let before = ticks();
    let start = Instant::now();
    work();
    let wall = start.elapsed();
    (wall, ticks().zip(before).map(|(after, before)| after - before))
}

/// User and system time of this process and its finished children, in clock ticks.
fn ticks() -> Option<u64> {
    let text = fs::read_to_string("/proc/self/stat").ok()?;
    let fields = text.rsplit_once(')')?.1;
    Some(fields.split_whitespace().skip(11).take(4).filter_map(|field| field.parse::<u64>().ok()).sum())
}

#[expect(clippy::print_stdout, reason = "the ratios are what the benchmark is for")]
fn ratios(dir: &Path, pass: &Pass) {
    let mut walls = Vec::new();
    let mut cpus = Vec::new();
    for _ in 0..TURNS {
        let (own_wall, own_cpu) = timed(|| {
            black_box(run_own(dir, &pass.query));
        });
        let (peer_wall, peer_cpu) = timed(|| run_peer(dir, &pass.peer));
        walls.push(own_wall.as_secs_f64() / peer_wall.as_secs_f64());
        if let (Some(own), Some(peer)) = (own_cpu, peer_cpu.filter(|ticks| *ticks > 0)) {
            cpus.push(own as f64 / peer as f64);
        }
    }
    let median = |mut ratios: Vec<f64>| {
        ratios.sort_by(f64::total_cmp);
        ratios.get(ratios.len() / 2).map_or_else(|| "unknown".to_owned(), |ratio| format!("{ratio:.2}"))
    };
    println!("{}: cpu {} x git, wall {} x git (marks: {})", pass.name, median(cpus), median(walls), pass.marks);
}

/// A repository of 20,000 commits on 2,000 files in 100 folders, one mailmap, a trailer now and then.
fn made() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path().join("made.git");
    let git = |arguments: &[&str], input: &[u8]| {
        let mut child = Command::new("git")
            .args(arguments)
            .stdin(Stdio::piped())
            .spawn()
            .expect("the git program is needed for this benchmark");
        child.stdin.take().expect("a pipe").write_all(input).expect("git reads its input");
        assert!(child.wait().expect("git ends").success(), "git {arguments:?}");
    };
    let place = dir.to_str().expect("UTF-8");
    git(&["init", "-q", "--bare", "-b", "main", place], b"");
    let mut stream = String::new();
    for commit in 0..20_000_u64 {
        let step = commit.wrapping_mul(6_364_136_223_846_793_005) >> 33;
        let (person, file) = (step % 60, step % 2_000);
        let who = format!("Person {person} <person{person}@team.example> {} +0000", 1_500_000_000 + commit * 3_600);
        let message =
            format!("Change {commit}\n\nReviewed-by: Person {0} <person{0}@team.example>\n", (person + 1) % 60);
        let content: String = (0..40)
            .map(|line| format!("line {line} of {file}, {}\n", if line == commit % 40 { commit } else { 0 }))
            .collect();
        stream.push_str(&format!(
            "commit refs/heads/main\nauthor {who}\ncommitter {who}\ndata {}\n{message}M 100644 inline folder{}/part{}/file{file}.rs\ndata {}\n{content}\n",
            message.len(),
            file % 20,
            file % 5,
            content.len(),
        ));
    }
    git(&["-C", place, "fast-import", "--quiet"], stream.as_bytes());
    git(&["-C", place, "repack", "-q", "-a", "-d", "-f"], b"");
    (folder, dir)
}

fn newest(dir: &Path) -> i64 {
    let query = Query { paths: PathDetail::None, branches: Branches::Head, ..Query::default() };
    let read = git::read(dir, &query, &Silent).expect("a repository");
    read.manifest.newest.map_or(0, Timestamp::as_second)
}

fn git_source(criterion: &mut Criterion) {
    let named = env::var_os("RUNG_BENCH_REPO").map(PathBuf::from);
    let (_folder, dir) = match named {
        Some(dir) => (None, dir),
        None => {
            let (folder, dir) = made();
            (Some(folder), dir)
        }
    };
    for pass in passes(newest(&dir)) {
        let mut group = criterion.benchmark_group(pass.name);
        group.sample_size(10).measurement_time(Duration::from_secs(10));
        group.bench_function("rung", |bench| bench.iter(|| run_own(&dir, &pass.query)));
        group.bench_function("git", |bench| bench.iter(|| run_peer(&dir, &pass.peer)));
        group.finish();
        ratios(&dir, &pass);
    }
}

criterion_group!(benches, git_source);
criterion_main!(benches);
