//! Claims, responsibilities, skills, norms, spectra and activities, as records of one shape.

use rung_model::{
    activity::Activity,
    bucket::Bucket,
    framework::{Framework, Part, Table},
};

use super::{
    record::{Record, Renames},
    tables::{lines, text},
};

/// A claim has no id: its role, position and source stand for one.
pub(super) fn claims(f: &Framework, table: Table, now: &Renames) -> Vec<Record> {
    let part = |part: &Part| {
        let said = [("mean", part.mean), ("min", part.min), ("max", part.max)];
        said.iter().filter_map(|(what, n)| Some(format!("{what} {}", (*n)?))).collect::<Vec<_>>().join(", ")
    };
    let claim = |role: &String, position: Option<&String>, source: Option<&String>| {
        let place = [now.of(Table::Role, role), now.maybe(Table::Position, position), text(source)];
        let id = position.unwrap_or(role);
        let [role, position, source] = &place;
        Record::new(id, place.join(" ")).at("role", role).at("position", position).with("source", source)
    };
    if table == Table::HandsOn {
        let of = |r: &rung_model::framework::HandsOn| {
            claim(&r.role, r.position.as_ref(), r.source.as_ref())
                .with("min", r.min.to_string())
                .with("max", r.max.to_string())
                .with("basis", r.basis.id())
                .with("note", text(r.note.as_ref()))
                .published(&r.from)
        };
        return f.hands_on.iter().map(of).collect();
    }
    f.splits
        .iter()
        .map(|r| {
            let record = claim(&r.role, r.position.as_ref(), r.source.as_ref());
            let parts = r.parts.iter().fold(record, |record, (bucket, of)| record.with(bucket.id(), part(of)));
            parts
                .with("k", r.k.to_string())
                .with("basis", r.basis.id())
                .with("note", text(r.note.as_ref()))
                .published(&r.from)
        })
        .collect()
}

pub(super) fn duties(f: &Framework, now: &Renames) -> Vec<Record> {
    f.duties
        .iter()
        .map(|r| {
            let stated = r.stated.iter().map(|(key, bucket)| match bucket {
                Some(bucket) => format!("{key} {}", bucket.id()),
                None => key.clone(),
            });
            Record::new(&r.id, &r.id)
                .named(&r.name)
                .with("bucket", r.bucket.map(|bucket| bucket.id()).unwrap_or_default())
                .with("owner", now.all(Table::Role, &r.owners))
                .with("holding", format!("{:?}", r.holding).to_lowercase())
                .with("partners", now.all(Table::Role, &r.partners))
                .with("able_to_act", now.all(Table::Role, &r.able_to_act))
                .with("stated", stated.collect::<Vec<_>>().join(", "))
                .with("traces", r.traces.iter().map(|activity| activity.id()).collect::<Vec<_>>().join(", "))
                .published(&r.from)
        })
        .collect()
}

pub(super) fn others(f: &Framework, table: Table, now: &Renames) -> Vec<Record> {
    match table {
        Table::Skill => {
            let of = |r: &rung_model::framework::Skill| {
                let levels = r.levels.iter().map(|(role, level)| (role.clone(), level.0)).collect();
                Record::new(&r.id, &r.id)
                    .named(&r.name)
                    .with("bucket", r.bucket.id())
                    .with("levels", now.levels(Table::Role, &levels))
            };
            f.skills.iter().map(of).collect()
        }
        Table::Norm => {
            let of = |r: &rung_model::framework::Norm| {
                Record::new(&r.id, &r.id).saying([r.text.as_str()]).with("source", &r.source)
            };
            f.norms.iter().map(of).collect()
        }
        Table::Spectrum => {
            let of = |r: &rung_model::framework::Spectrum| {
                Record::new(&r.id, &r.id)
                    .named(&r.name)
                    .saying(r.text.as_deref().into_iter().chain(r.pairs.iter().flatten().map(String::as_str)))
                    .with("poles", lines(&r.poles))
                    .with("healthy", r.healthy.map(|span| format!("{}-{}", span.min, span.max)).unwrap_or_default())
                    .published(&r.from)
            };
            f.spectra.iter().map(of).collect()
        }
        _ => {
            let shares = |activity| {
                let weights = Bucket::ALL.into_iter().zip(f.activities.weights(activity));
                let named = weights.filter(|(_, weight)| *weight > 0.0);
                named.map(|(bucket, weight)| format!("{} {weight}", bucket.id())).collect::<Vec<_>>().join(", ")
            };
            let of = |activity: &Activity| Record::new(activity.id(), activity.id()).with("buckets", shares(*activity));
            Activity::ALL.iter().map(of).collect()
        }
    }
}
