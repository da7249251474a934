//! Where a source files a duty under another bucket than the framework does.

use rung_model::{bucket::Bucket, framework::Framework};

/// One such statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Disagreement {
    /// Id of the duty.
    pub duty: String,
    /// Name of the duty.
    pub name: String,
    /// Key of the statement, e.g. "B7".
    pub statement: String,
    /// The bucket its source files it under.
    pub source_bucket: Bucket,
    /// The bucket it counts in here.
    pub bucket: Bucket,
}

/// The statements of `source` (the letter of its key) whose bucket differs from the framework's, by the
/// number of the statement. A duty that nobody has sorted into a bucket disagrees with none.
pub fn bucket_disagreements(framework: &Framework, source: &str) -> Vec<Disagreement> {
    let number = |key: &str| key.strip_prefix(source).and_then(|rest| rest.parse::<u32>().ok());
    let mut found: Vec<(u32, Disagreement)> = Vec::new();
    for duty in &framework.duties {
        for (key, filed) in &duty.stated {
            if let (Some(number), Some(filed), Some(bucket)) = (number(key), *filed, duty.bucket)
                && filed != bucket
            {
                let disagreement = Disagreement {
                    duty: duty.id.clone(),
                    name: duty.name.clone(),
                    statement: key.clone(),
                    source_bucket: filed,
                    bucket,
                };
                found.push((number, disagreement));
            }
        }
    }
    found.sort_by_key(|(number, _)| *number);
    found.into_iter().map(|(_, disagreement)| disagreement).collect()
}
