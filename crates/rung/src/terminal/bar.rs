//! Bars in text: a range with its best guess, and a whole in parts.

/// A track of `width` cells for shares 0 to 1: the range as `─`, the best guess as `┃`, the rest as `·`.
///
/// ```text
/// ····──┃───··········   low .2, point .3, high .5
/// ```
pub(crate) fn range(low: f64, point: f64, high: f64, width: usize) -> String {
    let cell = |share: f64| ((share.clamp(0.0, 1.0) * width as f64) as usize).min(width.saturating_sub(1));
    let (low, point, high) = (cell(low), cell(point), cell(high));
    (0..width)
        .map(|i| {
            if i == point {
                '┃'
            } else if (low..=high).contains(&i) {
                '─'
            } else {
                '·'
            }
        })
        .collect()
}

/// The band a role expects, beneath a range: `▔` from `low` to `high`.
pub(crate) fn band(low: f64, high: f64, width: usize) -> String {
    let cell = |share: f64| ((share.clamp(0.0, 1.0) * width as f64) as usize).min(width.saturating_sub(1));
    let (low, high) = (cell(low), cell(high));
    (0..width).map(|i| if (low..=high).contains(&i) { '▔' } else { ' ' }).collect::<String>().trim_end().to_owned()
}

/// `width` cells shared out among `parts` in proportion; every part over nothing gets its rounded
/// share and the cells always add up to `width` (largest remainder).
pub(crate) fn cells(parts: &[f64], width: usize) -> Vec<usize> {
    let sum: f64 = parts.iter().sum();
    if sum <= 0.0 {
        return vec![0; parts.len()];
    }
    let exact: Vec<f64> = parts.iter().map(|p| p / sum * width as f64).collect();
    let mut cells: Vec<usize> = exact.iter().map(|e| *e as usize).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|a, b| (exact[*b] - exact[*b].floor()).total_cmp(&(exact[*a] - exact[*a].floor())).then(a.cmp(b)));
    let missing = width - cells.iter().sum::<usize>();
    for index in order.into_iter().cycle().take(missing) {
        cells[index] += 1;
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_drawn_before_its_point() {
        assert_eq!(range(0.2, 0.3, 0.5, 20), "····──┃───┄·········".replace('┄', "─"));
        assert_eq!(range(0.0, 0.0, 0.0, 5), "┃····");
        assert_eq!(range(1.0, 1.0, 1.0, 5), "····┃");
    }

    #[test]
    fn cells_always_fill_the_width() {
        assert_eq!(cells(&[1.0, 1.0, 1.0], 10).iter().sum::<usize>(), 10);
        assert_eq!(cells(&[0.0, 0.0], 10), [0, 0]);
        assert_eq!(cells(&[3.0, 1.0], 8), [6, 2]);
    }
}
