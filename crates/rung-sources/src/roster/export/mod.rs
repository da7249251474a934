//! A roster as other tools read it, as it stands on a day; read back it says the same, as far as the format can say it.

mod backstage;
mod csv;

pub use backstage::backstage;
pub use csv::csv;
