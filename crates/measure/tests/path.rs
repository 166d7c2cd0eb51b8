// SPDX-License-Identifier: Apache-2.0
//! FHIRPath: what it gives, what it says it cannot do, and that nothing makes it run away.

use kindhold_measure::path::{Node, PathError, Surroundings, Thing, evaluate, parse};
use proptest::prelude::*;
use serde_json::{Value, json};

fn response() -> Value {
    let answer =
        |link: &str, value: i64| json!({"linkId": link, "answer": [{"valueInteger": value}]});
    json!({"resourceType": "QuestionnaireResponse", "item": [
        {"linkId": "g", "item": [answer("a", 1), answer("b", 2), answer("c", 4)]}, answer("d", 8)]})
}

/// What an expression gives, as text.
fn gives(expression: &str) -> Result<String, PathError> {
    let resource = response();
    let surroundings = Surroundings {
        resource: Some(&resource),
        ..Surroundings::default()
    };
    let context = [Thing::Node(Node::root(&resource))];
    let all = evaluate(&parse(expression)?, &context, &surroundings)?;
    let shown = all.iter().map(|thing| match thing {
        Thing::Boolean(yes) => yes.to_string(),
        Thing::Number(number, _) => number.to_string(),
        Thing::Text(text) => text.to_string(),
        Thing::Quantity(number, unit) => format!("{number} {unit}"),
        Thing::Moment(moment) => moment.to_string(),
        Thing::Node(node) => node.value.to_string(),
    });
    Ok(shown.collect::<Vec<_>>().join(" "))
}

#[test]
fn what_questionnaires_use_gives_what_it_should() {
    let cases = [
        ("0.1 + 0.2 = 0.3", "true"),
        ("0.1 + 0.2", "0.3"),
        ("7 / 2", "3.5"),
        ("-7 div 2", "-3"),
        ("7 mod 2", "1"),
        ("1 / 0", ""),
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("2 + {}", ""),
        ("'a' & {} & 'b'", "ab"),
        ("true and {}", ""),
        ("false and {}", "false"),
        ("true or {}", "true"),
        ("{} implies true", "true"),
        ("item.where(linkId = 'd').answer.value", "8"),
        ("%resource.item.answer.value.sum()", "8"),
        ("%resource.repeat(item).answer.value.sum()", "15"),
        (
            "descendants().where(linkId in ('a' | 'c')).answer.value.sum()",
            "5",
        ),
        (
            "descendants().answer.value.aggregate($this + $total, 0)",
            "15",
        ),
        ("descendants().answer.value.avg()", "3.75"),
        (
            "descendants().answer.value.max() - descendants().answer.value.min()",
            "7",
        ),
        ("item[0].item[1].answer.value", "2"),
        ("item.item.count()", "3"),
        ("item.answers().count()", "4"),
        (
            "item.item.answer.value.select($this * 10 + $index)",
            "10 21 42",
        ),
        ("item.item.linkId.join('-')", "a-b-c"),
        ("iif(item.exists(), 'yes', 'no')", "yes"),
        ("item.where(linkId = 'zzz').empty()", "true"),
        ("item.item.all(answer.exists())", "true"),
        ("(1 | 2 | 2 | 3).count()", "3"),
        ("1.combine(1).count()", "2"),
        ("(2.55).round(1)", "2.6"),
        ("'12'.toInteger() + 1", "13"),
        ("16.sqrt()", "4"),
        ("2.power(10)", "1024"),
        ("@2026-11-25 > @2026-11-24", "true"),
        ("@2026-11 = @2026-11-25", ""),
        ("'Wet' ~ 'wet'", "true"),
        ("item.answer.value is Integer", "true"),
        ("item.answer.value.ofType(Quantity).empty()", "true"),
        ("QuestionnaireResponse.item.linkId", "\"g\" \"d\""),
        ("'abc'.contains('b') and 'abc'.startsWith('a')", "true"),
    ];
    for (expression, wanted) in cases {
        assert_eq!(gives(expression).as_deref(), Ok(wanted), "{expression}");
    }
}

#[test]
fn what_is_not_supported_is_named_with_its_place() {
    let cases = [
        ("item.linkId.matches('a')", "matches()", 12),
        ("today()", "today()", 0),
        ("1 + now()", "now()", 4),
        ("%patient.name", "%patient", 0),
        ("item.frobnicate(1)", "frobnicate()", 5),
    ];
    for (expression, what, at) in cases {
        assert_eq!(
            gives(expression),
            Err(PathError::Unsupported {
                what: what.into(),
                at
            }),
            "{expression}"
        );
    }
}

#[test]
fn a_slip_of_the_pen_is_said_with_its_place() {
    for (expression, at) in [
        ("1 +", 3),
        ("item.where(", 11),
        ("'abc", 0),
        ("1 2", 2),
        ("item..a", 5),
        ("(1", 2),
        ("a[1", 3),
    ] {
        match gives(expression) {
            Err(PathError::Syntax { at: found, .. }) => assert_eq!(found, at, "{expression}"),
            other => assert_eq!(other, Ok("an error".into()), "{expression}"),
        }
    }
}

#[test]
fn kinds_that_do_not_go_together_are_an_error_and_no_number() {
    assert!(matches!(gives("1 + 'a'"), Err(PathError::Kinds(_))));
    assert!(matches!(gives("'a' > 1"), Err(PathError::Kinds(_))));
    assert!(matches!(gives("('a' | 1).sum()"), Err(PathError::Kinds(_))));
    assert!(matches!(gives("(1 | 2) + 1"), Err(PathError::NotOne(_))));
}

#[test]
fn nothing_runs_away() {
    let deep = format!("{}1{}", "(".repeat(5_000), ")".repeat(5_000));
    let minus = format!("{}1", "-".repeat(5_000));
    let dots = format!("item{}", ".item".repeat(3_000));
    let sums = format!("1{}", " + 1".repeat(3_000));
    let calls = format!("item{}", ".where(item".repeat(300));
    let long = "a".repeat(50_000);
    let grows = "item.descendants().aggregate($total.combine($total).combine(1), 1)";
    let doubles = "'aaaaaaaa'.combine('b').repeat($this & $this)";
    let pairs = "descendants().select(%resource.descendants().select(%resource.descendants().select(%resource.descendants().select(%resource.descendants()))))";
    for text in [
        &deep, &minus, &dots, &sums, &calls, &long, grows, doubles, pairs,
    ] {
        assert!(gives(text).is_err(), "{}", &text[..40.min(text.len())]);
    }
    assert_eq!(
        gives("9999999999999999 * 9999999999999999").as_deref(),
        Ok("99999999999999980000000000000001")
    );
    assert!(gives("9999999999999999.power(60)").is_ok());
    assert!(matches!(
        gives("1000000000000000000000000000000000000000000"),
        Err(PathError::Syntax { .. })
    ));
}

fn expression() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "item",
        "answer",
        "value",
        "linkId",
        "'a'",
        "1",
        "2.5",
        "{}",
        "(",
        ")",
        "[",
        "]",
        ".",
        ",",
        "+",
        "-",
        "*",
        "/",
        "div",
        "mod",
        "=",
        "~",
        "!=",
        "<",
        ">",
        "|",
        "&",
        "in",
        "contains",
        "and",
        "or",
        "xor",
        "implies",
        "is",
        "as",
        "Integer",
        "where(",
        "select(",
        "exists()",
        "count()",
        "sum()",
        "avg()",
        "first()",
        "repeat(",
        "aggregate(",
        "$this",
        "$total",
        "$index",
        "%resource",
        "iif(",
        "@2026-11-25",
        "@T10:00",
        "true",
        "descendants()",
        "ordinal()",
        "combine(",
        "round(",
        "power(",
        "toString()",
        "substring(",
        "answers()",
    ]);
    prop::collection::vec(word, 0..25).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn no_row_of_words_breaks_it(text in expression()) {
        let _ = gives(&text);
    }

    #[test]
    fn no_text_breaks_it(text in "\\PC{0,40}") {
        let _ = gives(&text);
    }
}
