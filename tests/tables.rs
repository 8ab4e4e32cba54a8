//! The tables beside the report: what stands in the sources stands in them, in forms that
//! spreadsheets and programs read.

use crate::desk::Desk;

/// The rows of a CSV file, the header first.
fn rows(desk: &Desk, name: &str) -> Vec<Vec<String>> {
    let text = desk.read(&format!("output/2024-04/{name}"));
    let text = text.strip_prefix('\u{FEFF}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_string).collect()).collect()
}

#[test]
fn activities_actions_and_indicators_become_tables() {
    let desk = Desk::base();
    desk.write(
        "sources/activities.yaml",
        "- {name: \"=HYPERLINK(1)\", kind: dissemination, status: delivered, audience: [mayors, press], date: 2024-04-20, projects: [recet], reported_in: first report}\n- {name: Later, kind: communication, status: ongoing, date: 2024-05-02}\n",
    );
    desk.write(
        "sources/indicators.yaml",
        "- {id: readers, label: Readers, unit: people, aggregation: sum, target: 100, values: [{period: 2024-03, value: 10}, {period: 2024-04, value: 5.5, note: \"counted, twice\"}, {period: 2024-05, value: 99}]}\n",
    );
    desk.run(&["build", "-q"]).exits(0);
    let activities = rows(&desk, "activities.csv");
    assert!(activities[0].last().is_some_and(|note| note.starts_with("Working list")));
    assert_eq!(activities.len(), 2, "what is still to come is not listed: {activities:?}");
    assert_eq!(activities[1][0], "'=HYPERLINK(1)", "no formula");
    assert!(
        activities[1].contains(&"mayors, press".to_string()) && activities[1].contains(&"RECET".to_string())
    );
    let indicators = rows(&desk, "indicators.csv");
    let values: Vec<&str> = indicators[1..].iter().map(|row| row[6].as_str()).collect();
    assert_eq!(values, ["10", "15.5"], "cumulated by the indicator's rule: {indicators:?}");
    let actions = rows(&desk, "actions.csv");
    assert_eq!(actions[1][0], "2024-04-08-synergy-call-1");
    let issue: serde_json::Value =
        serde_json::from_str(&desk.read("output/2024-04/issue.json")).expect("JSON");
    assert_eq!((issue["form"].as_u64(), issue["indicators"][0]["value"].as_str()), (Some(1), Some("15.5")));
}

#[test]
fn the_columns_may_be_the_users_own() {
    let desk = Desk::base();
    desk.write("sources/activities.yaml", "- {name: A, kind: communication, status: delivered}\n");
    desk.write("layouts/tables/activities.tsv", "Name of the activity\tname\nState\tstatus\n");
    desk.run(&["build", "-q"]).exits(0);
    assert_eq!(rows(&desk, "activities.csv"), [["Name of the activity", "State"], ["A", "delivered"]]);
}

#[test]
fn projects_with_much_in_common_and_nothing_done_are_suggested_until_somebody_decides() {
    let desk = Desk::base();
    let project = |name: &str| {
        format!(
            "acronym: {name}\ntitle: T\nprogramme: LIFE\nsummary: S.\nthemes: [heat planning]\ncountries: [ES]\ntarget_groups: [rural municipalities]\n"
        )
    };
    desk.write("sources/projects/recet.yaml", project("RECET"));
    desk.write("sources/projects/in-plan.yaml", project("IN-PLAN"));
    let suggested =
        "IN-PLAN and RECET: both about heat planning; both work with rural municipalities; both in Spain";
    desk.run(&["status"]).exits(0).prints(suggested);
    desk.write("sources/synergies.yaml", "- {from: recet, to: in-plan, topic: heat, status: dismissed}\n");
    let outcome = desk.run(&["status"]).exits(0);
    assert!(!outcome.out.contains("Much in common"), "{}", outcome.out);
}
