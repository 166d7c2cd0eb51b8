// SPDX-License-Identifier: Apache-2.0
use crate::any;
use kindhold_care::{Entry, When};
use kindhold_measure::fhir::{Form, Keyed, With, bundle, entries, sending};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;

fn made() -> When {
    When {
        unix_ms: 1_790_000_000_000,
        offset_min: 60,
    }
}

fn by_name(all: &[(String, Entry)]) -> BTreeMap<&str, &Entry> {
    all.iter().map(|(id, entry)| (id.as_str(), entry)).collect()
}

/// A store may keep resources in any order and give them ids of its own.
fn as_a_store_gives_it(bundle: &mut Value) {
    let list = bundle["entry"].as_array_mut().expect("entries");
    list.reverse();
    for (n, entry) in list.iter_mut().enumerate() {
        entry["fullUrl"] = format!("https://example.org/{n}").into();
        entry["resource"]["id"] = n.into();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn entries_come_back_from_a_bundle_as_they_were(all in any::entries()) {
        let dossier = any::dossier(&all, made());
        for form in [Form::Collection, Form::Transaction(Keyed::Id), Form::Transaction(Keyed::Identifier)] {
            let with = With { form, ..With::everything() };
            let text = bundle(&dossier, &with, &|key| format!("words for {key}")).to_string();
            let mut back: Value = serde_json::from_str(&text).expect("JSON");
            let found = entries(&back).expect("a bundle");
            prop_assert_eq!(&found.damaged, &[]);
            prop_assert_eq!(by_name(&found.entries), by_name(&all));
            as_a_store_gives_it(&mut back);
            let found = entries(&back).expect("a bundle");
            prop_assert_eq!(by_name(&found.entries), by_name(&all));
        }
    }

    #[test]
    fn a_file_that_was_kept_is_sent_as_if_it_had_been_made_for_that(all in any::entries()) {
        let dossier = any::dossier(&all, made());
        let made_as = |form| bundle(&dossier, &With { form, ..With::everything() }, &|_| String::new());
        let file = made_as(Form::Collection);
        for keyed in [Keyed::Id, Keyed::Identifier] {
            let mut sent = sending(&file, keyed).expect("a bundle of ours");
            let mut wanted = made_as(Form::Transaction(keyed));
            for one in [&mut sent, &mut wanted] {
                one.as_object_mut().expect("an object").retain(|name, _| name == "type" || name == "entry");
            }
            prop_assert_eq!(sent, wanted);
        }
    }

    #[test]
    fn the_same_dossier_gives_the_same_bundle(all in any::entries()) {
        let once = bundle(&any::dossier(&all, made()), &With::everything(), &|_| String::new());
        let again = bundle(&any::dossier(&all, made()), &With::everything(), &|_| String::new());
        prop_assert_eq!(once.to_string(), again.to_string());
    }

    #[test]
    fn every_resource_has_a_name_of_its_own_and_every_reference_leads_to_one(all in any::entries()) {
        let bundle = bundle(&any::dossier(&all, made()), &With::everything(), &|_| String::new());
        let list = bundle["entry"].as_array().expect("entries");
        let urls: Vec<&str> = list.iter().filter_map(|e| e["fullUrl"].as_str()).collect();
        let mut distinct = urls.clone();
        distinct.sort_unstable();
        distinct.dedup();
        prop_assert_eq!(distinct.len(), list.len());
        let mut references = Vec::new();
        gather(&bundle, &mut references);
        for reference in references {
            prop_assert!(reference.starts_with('#') || urls.contains(&reference.as_str()), "{}", reference);
        }
    }
}

fn gather(value: &Value, references: &mut Vec<String>) {
    match value {
        Value::Object(all) => {
            references.extend(
                all.get("reference")
                    .and_then(Value::as_str)
                    .map(str::to_owned),
            );
            all.values().for_each(|v| gather(v, references));
        }
        Value::Array(all) => all.iter().for_each(|v| gather(v, references)),
        _ => {}
    }
}
