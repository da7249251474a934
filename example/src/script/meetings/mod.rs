//! The recurring meetings, team by team.

mod leadership;
mod ledger;
mod one_to_one;
mod own;
mod product;
mod programme;
mod settlement;

use super::series::Series;

const RUTH: &str = "ruth-okonedo";
const MARTA: &str = "marta-quintero";
const INES: &str = super::cast::PROTAGONIST;
const PRIYA: &str = "priya-raman";
const JONAS_S: &str = "jonas-meier-settlement";
const TOBI: &str = "tobi-adeyemi";
const SOFIA: &str = "sofia-lindgren";
const HANA: &str = "hana-sato";
const CALEB: &str = "caleb-osei";
const WREN: &str = "wren-castellano";
const JONAS_L: &str = "jonas-meier-ledger";
const LENA: &str = "lena-brandt";
const EVERYBODY: &[&str] = &[RUTH, MARTA, INES, PRIYA, JONAS_S, TOBI, SOFIA, HANA, CALEB, WREN, JONAS_L, LENA];

/// Every recurring meeting of the year.
pub(crate) fn recurring() -> Vec<Series> {
    [
        settlement::meetings(),
        ledger::meetings(),
        one_to_one::meetings(),
        leadership::meetings(),
        product::meetings(),
        programme::meetings(),
        own::blocks(),
    ]
    .concat()
}
