// SPDX-License-Identifier: Apache-2.0
//! The reference store keeps the rules that every store keeps.

use kindhold_vault::{MemoryStore, conformance};
use std::{cell::RefCell, collections::BTreeMap};

#[test]
fn the_reference_store_passes_the_suite() {
    let stores = RefCell::new(BTreeMap::<String, MemoryStore>::new());
    let open = async |name: &str| {
        stores
            .borrow_mut()
            .entry(name.to_owned())
            .or_default()
            .clone()
    };
    for (name, outcome) in pollster::block_on(conformance::run(open)) {
        assert_eq!(outcome, Ok(()), "{name}");
    }
}
