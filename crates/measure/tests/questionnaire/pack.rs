// SPDX-License-Identifier: Apache-2.0
use crate::made::{choice, with};
use kindhold_care::When;
use kindhold_measure::pack::{PackError, Terms, kept, make, open};
use kindhold_measure::{ReadError, check};
use serde_json::{Value, json};

fn terms() -> Terms {
    Terms {
        licence: "CC BY 4.0".into(),
        copyright: "© the gardeners".into(),
        key: String::new(),
    }
}

fn garden() -> String {
    with(json!([choice("x", 0, 3)])).to_string()
}

#[test]
fn a_pack_opens_as_what_it_was_made_from() {
    let pack = make(&garden(), &terms()).expect("a pack");
    let opened = open(&pack).expect("it opens");
    assert_eq!(opened.terms, terms());
    let instrument = opened.read("en").expect("a questionnaire").instrument;
    assert_eq!(instrument.licence, "CC BY 4.0");
    assert_eq!(instrument.copyright, "© the gardeners");
    assert_eq!(instrument.checksum, opened.checksum);
    assert_eq!(make(&garden(), &terms()).expect("a pack"), pack);
}

#[test]
fn a_bare_questionnaire_opens_and_is_kept_as_a_pack() {
    let at = When {
        unix_ms: 7,
        offset_min: 60,
    };
    let one = kept(&garden(), at).expect("it is kept");
    assert_eq!((one.at, one.url.as_str()), (at, "urn:made-up:garden"));
    assert_eq!(open(&one.pack).expect("it opens").checksum, one.checksum);
    let again = kept(&one.pack, at).expect("it is kept");
    assert_eq!(again, one);
}

#[test]
fn a_changed_word_is_noticed_and_another_layout_is_not() {
    let pack = make(&garden(), &terms()).expect("a pack");
    let changed = pack.replace("How wet", "How dry");
    assert_eq!(open(&changed).expect_err("changed"), PackError::Changed);
    let value: Value = serde_json::from_str(&pack).expect("JSON");
    let pretty = serde_json::to_string_pretty(&value).expect("JSON");
    assert!(open(&pretty).is_ok());
}

#[test]
fn what_cannot_be_used_is_not_packed_and_says_why() {
    let twice = with(json!([choice("x", 0, 3), choice("x", 0, 3)])).to_string();
    let error = make(&twice, &terms()).expect_err("two of one name");
    assert!(error.to_string().contains("“x”"), "{error}");
    assert!(kept(&twice, When::default()).is_err());
    let later =
        json!({"format": "kindhold-instrument", "version": 2, "questionnaire": {}}).to_string();
    assert_eq!(open(&later).expect_err("later"), PackError::Later(2));
    let bundle = r#"{"resourceType":"Bundle"}"#;
    assert_eq!(
        kept(bundle, When::default()).expect_err("a bundle"),
        PackError::Read(ReadError::Other("Bundle".into()))
    );
    let long = Terms {
        licence: "a".repeat(30_000),
        ..terms()
    };
    assert_eq!(
        make(&garden(), &long).expect_err("long"),
        PackError::LongTerms
    );
}

#[test]
fn a_report_says_in_plain_lines_what_there_is() {
    let report = check::check(&garden());
    assert!(report.usable());
    let lines = report.to_string();
    for words in [
        "The garden",
        "  1 question\n",
        "terms: not said",
        "no score",
        "It can be used.",
    ] {
        assert!(lines.contains(words), "{words}: {lines}");
    }
    let report = check::check("{");
    assert!(!report.usable());
    assert!(report.to_string().contains("not whole JSON"));
}
