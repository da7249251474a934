//! Pages that tell the same levels in two places, or announce them.

use super::super::written::imported;

#[test]
fn a_table_above_the_levels_is_an_overview_of_them() {
    let page = "# Baking\n\n## Levels\n\n| Level | Title | Scope |\n|---|---|---|\n| L1 | Baker | a loaf |\n| L2 | Senior Baker | an oven |\n\
        | L3 | Staff Baker | a street |\n\n## L1: Baker\n\n### Dough\n- kneads it\n- weighs it\n\n### Heat\n- lights the oven\n\n\
        ## L2: Senior Baker\n\n### Dough\n- makes a starter\n\n### Heat\n- mends the oven\n\n## L3: Staff Baker\n\n### Dough\n\
        - names a loaf\n\n### Heat\n- builds an oven\n";
    let framework = imported(&[("baking.md", page)]).framework;
    assert_eq!((framework.roles.len(), framework.positions.len()), (1, 3));
    let names: Vec<&str> = framework.dimensions.iter().map(|one| one.name.as_str()).collect();
    assert_eq!((names, framework.cells.len()), (vec!["Dough", "Heat"], 6));
    assert_eq!(framework.positions[1].from.extra["x-scope"].as_str(), Some("an oven"));
}

#[test]
fn levels_that_a_bold_line_announces_are_those_of_the_heading_above() {
    let topic = |name: &str| {
        format!(
            "## {name}\n\nWhat it is.\n\n**Levels:**\n- **Novice**: begins with it\n- **Advanced**: does it alone\n- **Expert**: teaches it\n\n"
        )
    };
    let page = format!("# Baking\n\n{}{}", topic("Dough"), topic("Heat"));
    let framework = imported(&[("baking.md", &page)]).framework;
    let names: Vec<&str> = framework.dimensions.iter().map(|one| one.name.as_str()).collect();
    assert_eq!((names, framework.positions.len(), framework.cells.len()), (vec!["Dough", "Heat"], 3, 6));
}

#[test]
fn a_step_from_one_level_to_the_next_is_no_level() {
    let page = "# Baking\n\n## Steps\n\n### Junior → Senior\n- knead more\n- weigh more\n\n### Senior → Staff\n- teach\n- mend\n";
    assert_eq!(imported(&[("baking.md", page)]).framework.positions.len(), 0);
}
