//! Sets of stretches that do not overlap, in milliseconds since 1970.

/// From a moment to the moment after.
pub(super) type Span = (i64, i64);

/// The spans without overlaps, in order.
pub(super) fn union(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|(start, end)| start < end);
    spans.sort_unstable();
    let mut kept: Vec<Span> = Vec::with_capacity(spans.len());
    for (start, end) in spans {
        match kept.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => kept.push((start, end)),
        }
    }
    kept
}

/// The parts of `span` inside `set`, which has no overlaps and is in order.
pub(super) fn inside((start, end): Span, set: &[Span]) -> impl Iterator<Item = Span> {
    let from = set.partition_point(|(_, until)| *until <= start);
    let parts = set.get(from..).unwrap_or_default().iter().take_while(move |(begin, _)| *begin < end);
    parts.map(move |(begin, until)| (start.max(*begin), end.min(*until)))
}

/// The parts of `span` outside `set`.
pub(super) fn outside(span: Span, set: &[Span]) -> Vec<Span> {
    let mut left = Vec::new();
    let mut at = span.0;
    for (begin, until) in inside(span, set) {
        left.push((at, begin));
        at = until;
    }
    left.push((at, span.1));
    left.retain(|(start, end)| start < end);
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_united_and_cut() {
        let set = union(vec![(5, 9), (1, 3), (2, 4), (9, 12), (20, 20)]);
        assert_eq!(set, [(1, 4), (5, 12)]);
        assert_eq!(inside((3, 6), &set).collect::<Vec<_>>(), [(3, 4), (5, 6)]);
        assert_eq!(inside((12, 30), &set).count(), 0);
        assert_eq!(outside((0, 20), &set), [(0, 1), (4, 5), (12, 20)]);
        assert_eq!(outside((6, 7), &set), []);
    }
}
