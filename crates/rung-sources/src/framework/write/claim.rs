//! Sources, splits, hands-on ranges, duties, spectra, norms and activities as records.

use rung_model::{
    activity::Activity,
    bucket::Bucket,
    framework::{Duty, HandsOn, Holding, Norm, Part, Source, Spectrum, SplitClaim, USUAL_CONCENTRATION},
};

use super::{
    fields::{Fields, shortest},
    role::span,
};
use crate::tree::{Map, Node};

pub(super) fn source(source: &Source) -> Map {
    Fields::default()
        .text("key", &source.key)
        .text("title", &source.title)
        .text("by", &source.by)
        .maybe("license", source.license.as_deref())
        .done()
}

pub(super) fn split(claim: &SplitClaim) -> Map {
    let mut fields = Fields::default().text("role", &claim.role).maybe("position", claim.position.as_deref());
    for (bucket, part) in &claim.parts {
        fields = fields.set(bucket.id(), share(part));
    }
    let k = (claim.k - USUAL_CONCENTRATION).abs() > f64::EPSILON;
    fields
        .number("k", k.then_some(claim.k))
        .text("basis", claim.basis.id())
        .maybe("source", claim.source.as_deref())
        .maybe("note", claim.note.as_deref())
        .from(&claim.from)
}

fn share(part: &Part) -> Map {
    Fields::default().number("mean", part.mean).number("min", part.min).number("max", part.max).done()
}

pub(super) fn hands_on(claim: &HandsOn) -> Map {
    Fields::default()
        .text("role", &claim.role)
        .maybe("position", claim.position.as_deref())
        .set("min", shortest(claim.min))
        .set("max", shortest(claim.max))
        .text("basis", claim.basis.id())
        .maybe("source", claim.source.as_deref())
        .maybe("note", claim.note.as_deref())
        .from(&claim.from)
}

pub(super) fn duty(duty: &Duty) -> Map {
    let stated: Vec<&str> = duty.stated.iter().map(|(key, _)| key.as_str()).collect();
    let mut filed = Map::default();
    for (key, bucket) in &duty.stated {
        if let Some(bucket) = bucket {
            filed.set(key, bucket.id());
        }
    }
    let owners: Vec<Node> = duty.owners.iter().map(|owner| Node::new(owner.as_str())).collect();
    let mut fields = Fields::default()
        .text("id", &duty.id)
        .text("name", &duty.name)
        .maybe("bucket", duty.bucket.map(Bucket::id))
        .set("owner", owners);
    match duty.holding {
        Holding::Shared => fields = fields.set("shared", true),
        Holding::Exclusive => fields = fields.set("shared", false),
        Holding::Unstated => {}
    }
    fields = fields.texts("partners", &duty.partners).texts("able_to_act", &duty.able_to_act).texts("stated", &stated);
    if !filed.is_empty() {
        fields = fields.set("source_bucket", filed);
    }
    let traces: Vec<&str> = duty.traces.iter().map(|activity| activity.id()).collect();
    fields.texts("traces", &traces).from(&duty.from)
}

pub(super) fn spectrum(spectrum: &Spectrum) -> Map {
    let pair = |pair: &[String; 2]| Node::new(pair.iter().map(|text| Node::new(text.as_str())).collect::<Vec<_>>());
    let mut fields =
        Fields::default().text("id", &spectrum.id).text("name", &spectrum.name).texts("poles", &spectrum.poles);
    if let Some(healthy) = spectrum.healthy {
        fields = fields.set("healthy", span(healthy));
    }
    fields
        .list("pairs", spectrum.pairs.iter().map(pair).collect())
        .maybe("text", spectrum.text.as_deref())
        .from(&spectrum.from)
}

pub(super) fn norm(norm: &Norm) -> Map {
    Fields::default().text("id", &norm.id).text("text", &norm.text).text("source", &norm.source).done()
}

pub(super) fn activity(activity: Activity, weights: [f64; 4]) -> Map {
    let fields = Fields::default().text("id", activity.id());
    match Bucket::ALL.into_iter().find(|bucket| (weights[bucket.index()] - 1.0).abs() < f64::EPSILON) {
        Some(bucket) => fields.text("bucket", bucket.id()).done(),
        None => {
            let parts = Bucket::ALL.into_iter().filter(|bucket| weights[bucket.index()] > 0.0);
            let map =
                parts.fold(Fields::default(), |map, bucket| map.set(bucket.id(), shortest(weights[bucket.index()])));
            fields.set("weights", map.done()).done()
        }
    }
}
