//! Somebody who knows the organisation, who is in which team when, and every published sum, and solves for the rest.

use std::collections::BTreeMap;

/// A prime to calculate with exactly.
const PRIME: u64 = 2_147_483_647;

/// Sums over sets of unknowns. An unknown is a person in a block of weeks.
pub(crate) struct Published {
    /// How many unknowns there are.
    pub(crate) unknowns: usize,
    /// Who each unknown is of.
    pub(crate) person: Vec<usize>,
    /// Each sum: the unknowns in it.
    pub(crate) sums: Vec<Vec<usize>>,
}

impl Published {
    /// People of some sum that can be worked out and covers fewer than `k` of them; `None` where there is no such sum.
    ///
    /// Unknowns that stand in the same sums cannot be told apart, so that whatever is worked out takes all of them or
    /// none. Every union of such groups under `k` people is tried: a combination of the published sums that is nothing
    /// outside it exists where leaving out its columns costs rank.
    pub(crate) fn broken(&self, k: usize) -> Option<Vec<usize>> {
        let mut groups: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
        let mut inside: Vec<Vec<usize>> = vec![Vec::new(); self.unknowns];
        for (row, sum) in self.sums.iter().enumerate() {
            sum.iter().for_each(|unknown| inside[*unknown].push(row));
        }
        for (unknown, rows) in inside.into_iter().enumerate().filter(|(_, rows)| !rows.is_empty()) {
            groups.entry(rows).or_default().push(unknown);
        }
        let groups: Vec<(Vec<usize>, Vec<usize>)> = groups.into_iter().collect();
        let small: Vec<usize> = (0..groups.len()).filter(|group| self.people(&groups[*group].1).len() < k).collect();
        let whole = self.rank(&groups, &[]);
        // Unions of small groups, smallest first.
        let mut open: Vec<Vec<usize>> = small.iter().map(|group| vec![*group]).collect();
        while let Some(union) = open.pop() {
            let unknowns: Vec<usize> = union.iter().flat_map(|group| groups[*group].1.clone()).collect();
            let people = self.people(&unknowns);
            if people.len() >= k {
                continue;
            }
            if self.rank(&groups, &union) < whole {
                return Some(people);
            }
            let last = union.last().copied().unwrap_or(0);
            open.extend(
                small.iter().filter(|group| **group > last).map(|group| [union.as_slice(), &[*group]].concat()),
            );
        }
        None
    }

    fn people(&self, unknowns: &[usize]) -> Vec<usize> {
        let mut people: Vec<usize> = unknowns.iter().map(|unknown| self.person[*unknown]).collect();
        people.sort_unstable();
        people.dedup();
        people
    }

    /// Rank of the sums over all groups but `without`.
    fn rank(&self, groups: &[(Vec<usize>, Vec<usize>)], without: &[usize]) -> usize {
        let columns: Vec<usize> = (0..groups.len()).filter(|group| !without.contains(group)).collect();
        let mut rows: Vec<Vec<u64>> = (0..self.sums.len())
            .map(|row| columns.iter().map(|group| u64::from(groups[*group].0.contains(&row))).collect())
            .collect();
        let mut rank = 0;
        for column in 0..columns.len() {
            let Some(pivot) = (rank..rows.len()).find(|row| rows[*row][column] != 0) else { continue };
            rows.swap(rank, pivot);
            let inverse = power(rows[rank][column], PRIME - 2);
            let lead: Vec<u64> = rows[rank].iter().map(|cell| cell * inverse % PRIME).collect();
            for row in rows.iter_mut().skip(rank + 1).filter(|row| row[column] != 0) {
                let times = row[column];
                row.iter_mut()
                    .zip(&lead)
                    .for_each(|(cell, lead)| *cell = (*cell + PRIME - times * lead % PRIME) % PRIME);
            }
            rank += 1;
        }
        rank
    }
}

fn power(base: u64, mut exponent: u64) -> u64 {
    let (mut base, mut result) = (base % PRIME, 1);
    while exponent > 0 {
        if exponent % 2 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent /= 2;
    }
    result
}
