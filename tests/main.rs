//! The one integration-test binary. A case is a directory under `tests/cases/`: what lies in it is
//! put over the smallest cluster (`tests/base/`), its `command` is run, and what is printed must be
//! what stands in `expected.txt`.

mod archive;
mod bad_inputs;
mod canaries;
mod cases;
mod charts;
mod coverage;
mod craft;
mod decided;
#[cfg(unix)]
mod delivery;
mod desk;
mod doctor;
mod example;
mod found;
mod gather;
mod golden;
mod languages;
mod licences;
mod links;
mod look;
mod mailbox;
mod minutes;
mod months;
mod officer;
mod parity;
mod people;
mod period;
mod preview;
mod property;
mod regressions;
mod report;
mod review;
mod room;
mod rooms;
mod rules;
mod schema;
mod serve;
mod spec;
mod spelling;
mod style;
mod tables;
mod twice;
mod walk;
