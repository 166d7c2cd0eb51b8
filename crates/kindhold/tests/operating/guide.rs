// SPDX-License-Identifier: Apache-2.0
//! The operator's guide says what the program can do, and nothing else.

use crate::told;
use std::collections::BTreeSet;

const GUIDE: &str = include_str!("../../../../docs/operating.md");

/// Words that begin with two dashes, as options do.
fn options(text: &str) -> BTreeSet<String> {
    let part = |c: char| !(c.is_ascii_lowercase() || c == '-');
    let words = text.split(part).filter(|w| w.starts_with("--"));
    let words = words.filter(|w| w.len() > 3 && !w[2..].starts_with('-'));
    words.map(str::to_owned).collect()
}

/// Orders below an order, by its help.
fn orders(help: &str) -> Vec<String> {
    let list = help.split("Commands:").nth(1).unwrap_or_default();
    let lines = list
        .lines()
        .skip(1)
        .take_while(|line| line.starts_with("  "));
    let names = lines.filter_map(|line| line.split_whitespace().next());
    names.filter(|n| *n != "help").map(str::to_owned).collect()
}

/// Every order with its help.
fn all() -> Vec<(String, String)> {
    let (mut found, mut left) = (Vec::new(), vec![Vec::<String>::new()]);
    while let Some(order) = left.pop() {
        let (done, help) = told(order.iter().map(String::as_str).chain(["--help"]));
        assert!(done, "{order:?}: {help}");
        for below in orders(&help) {
            left.push(order.iter().cloned().chain([below]).collect());
        }
        found.push((order.join(" "), help));
    }
    found
}

#[test]
fn every_order_and_option_is_in_the_guide_and_the_guide_names_no_other() {
    let all = all();
    assert!(all.len() > 20, "the help is read: {}", all.len());
    let in_guide = options(GUIDE);
    let mut known = BTreeSet::new();
    for (order, help) in &all {
        if !order.is_empty() {
            let named = GUIDE.contains(&format!("`kindhold {order}"));
            assert!(named, "`kindhold {order}` is not in the guide");
        }
        for option in options(help) {
            if option != "--help" && option != "--version" {
                assert!(
                    in_guide.contains(&option),
                    "{option} of `{order}` is missing"
                );
            }
            known.insert(option);
        }
    }
    let invented: Vec<_> = in_guide.difference(&known).collect();
    assert!(invented.is_empty(), "no such options: {invented:?}");
}

#[test]
fn every_variable_of_the_environment_is_in_the_guide() {
    for (order, help) in all() {
        for said in help.split("[env: ").skip(1) {
            let end = said.find([']', '=']).expect("it ends");
            assert!(GUIDE.contains(&said[..end]), "{} of {order}", &said[..end]);
        }
    }
}
