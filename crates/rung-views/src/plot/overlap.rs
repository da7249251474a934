//! The overlap of roles as a heatmap.
