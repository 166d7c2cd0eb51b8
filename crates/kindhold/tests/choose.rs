// SPDX-License-Identifier: Apache-2.0
//! A simulator from outside drives the real program, a line at a time.

use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

struct Driven {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Driven {
    fn new() -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_kindhold"))
            .args(["choose", "--stdio"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().expect("its output"));
        Self {
            child,
            input,
            output,
        }
    }

    fn raw(&mut self, line: &str) -> Value {
        let input = self.input.as_mut().expect("still open");
        writeln!(input, "{line}").expect("it listens");
        let mut answer = String::new();
        self.output.read_line(&mut answer).expect("it answers");
        serde_json::from_str(&answer).expect("JSON")
    }

    fn say(&mut self, line: &Value) -> Value {
        self.raw(&line.to_string())
    }

    fn end(mut self) {
        self.input = None;
        assert!(self.child.wait().expect("it ends").success());
    }
}

fn start(person: &str, prior: &Value) -> Value {
    json!({"op": "start", "person": person, "seed": 7, "arms": ["a", "b"], "features": ["x1"], "prior": prior, "slate": 1})
}

fn choose(person: &str, decision: u64) -> Value {
    json!({"op": "choose", "person": person, "decision": decision, "context": {"x1": 0.2}, "available": ["a", "b"]})
}

/// How often the second option is chosen in `decisions`, when it is better.
fn second(driven: &mut Driven, person: &str, decisions: u64) -> u64 {
    let mut often = 0;
    for n in 0..decisions {
        let chosen = driven.say(&choose(person, n));
        let arm = chosen["slate"][0].as_str().expect("one").to_owned();
        often += u64::from(arm == "b");
        let reward = if arm == "b" { 1.0 } else { -1.0 };
        let ok = driven.say(&json!({"op": "outcome", "person": person, "decision": n, "arm": arm, "reward": reward}));
        assert_eq!(ok, json!({"ok": true}));
    }
    often
}

#[test]
fn the_lines_of_the_protocol_are_answered() {
    let mut driven = Driven::new();
    assert_eq!(driven.say(&start("p1", &Value::Null)), json!({"ok": true}));
    let chosen = driven.say(&choose("p1", 3));
    assert_eq!(chosen["decision"], 3);
    let chance = |arm: &str| chosen["propensity"][arm].as_f64().expect("a chance");
    assert!((chance("a") + chance("b") - 1.0).abs() < 1e-6);
    assert!(!chosen["why"].as_str().expect("a line").is_empty());
    assert_eq!(driven.say(&choose("p1", 3)), chosen);
    let missing = json!({"op": "outcome", "person": "p1", "decision": 3, "arm": chosen["slate"][0], "reward": null});
    assert_eq!(driven.say(&missing), json!({"ok": true}));
    assert!(second(&mut driven, "p1", 40) > 25);
    driven.end();
}

#[test]
fn a_prior_from_others_is_given_back_and_taken_in() {
    let mut driven = Driven::new();
    let from: Vec<Value> = (0..200)
        .map(|n| {
            let (person, arm) = (n / 20, if n % 2 == 0 { "a" } else { "b" });
            let reward = if arm == "b" { 1.0 } else { -1.0 } + f64::from(n % 7 - 3) / 10.0;
            json!({"person": person, "decision": n % 20, "context": {"x1": f64::from(n % 5)}, "arm": arm, "reward": reward, "propensity": 0.5})
        })
        .collect();
    let given = driven.say(&json!({"op": "prior", "from": from}));
    for prior in [&given["prior"], &json!({"informed": given["prior"]})] {
        assert_eq!(driven.say(&start("p2", prior)), json!({"ok": true}));
        assert!(second(&mut driven, "p2", 10) >= 9);
    }
    driven.end();
}

#[test]
fn a_bad_line_says_what_is_wrong_and_changes_nothing() {
    let mut driven = Driven::new();
    driven.say(&start("p1", &Value::Null));
    let before = driven.say(&choose("p1", 0));
    let bad = [
        "",
        "no JSON",
        "[]",
        "{}",
        r#"{"op":"start","person":"p1","arms":[]}"#,
        r#"{"op":"start","person":"p1","arms":["a","a"]}"#,
        r#"{"op":"start","person":"p1","arms":["a"],"slate":2}"#,
        r#"{"op":"start","person":"p1","arms":["a"],"prior":{"informed":{"mean":[1]}}}"#,
        r#"{"op":"choose","person":"nobody","decision":0}"#,
        r#"{"op":"choose","person":"p1","decision":0,"available":["c"]}"#,
        r#"{"op":"choose","person":"p1","decision":-1}"#,
        r#"{"op":"outcome","person":"p1","decision":9,"arm":"a","reward":1}"#,
        r#"{"op":"outcome","person":"p1","decision":0,"arm":"a","reward":"much"}"#,
        r#"{"op":"prior","from":[]}"#,
        r#"{"op":"prior","from":[{"person":"x"}]}"#,
    ];
    for line in bad.iter().filter(|l| !l.is_empty()) {
        let said = driven.raw(line);
        assert!(
            said["error"].as_str().is_some_and(|e| !e.is_empty()),
            "{line}: {said}"
        );
    }
    assert_eq!(driven.say(&choose("p1", 0)), before);
    driven.end();
}
