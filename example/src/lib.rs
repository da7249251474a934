//! The example organisation: invented people, real files, known truth.
