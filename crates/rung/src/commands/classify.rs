//! `rung classify`: what the recognition rules make of a title.

use std::io::{self, BufRead, BufWriter, Write};

use rung_app::{classify::Classifier, wire::v1::classify::Classified};
use rung_sources::framework;

use crate::{cli::ClassifyArgs, outcome::Stop};

pub(crate) fn run(args: &ClassifyArgs) -> Result<(), Stop> {
    let classifier = Classifier::new(&args.rules, framework::builtin().activities)?;
    let mut out = BufWriter::new(io::stdout().lock());
    if args.title == "-" {
        for line in io::stdin().lock().split(b'\n') {
            let line = line?;
            let title = String::from_utf8_lossy(&line);
            let title = title.trim_end_matches('\r');
            if !title.trim().is_empty() {
                write(&mut out, &classifier.classify(title, args.attendees), args.json)?;
            }
        }
    } else {
        write(&mut out, &classifier.classify(&args.title, args.attendees), args.json)?;
    }
    Ok(out.flush()?)
}

fn write(out: &mut impl Write, classified: &Classified, json: bool) -> io::Result<()> {
    if json {
        let line = serde_json::to_string(classified).map_err(io::Error::other)?;
        return writeln!(out, "{line}");
    }
    let kind = match (&classified.activity, &classified.bucket) {
        (Some(activity), Some(bucket)) => format!("{activity} ({bucket})"),
        (Some(activity), None) => activity.clone(),
        _ => "not sure enough to say".to_owned(),
    };
    writeln!(out, "{:<40} {kind:<34} {} {}", classified.title, classified.level, classified.rule)
}
