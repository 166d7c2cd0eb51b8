// SPDX-License-Identifier: Apache-2.0
//! Weighing logs and telling a study's effect, with the real program.

mod folder;

use folder::Folder;
use kindhold_choice::learn::{Clip, Rng, chances, draw};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

const CONTENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content");
const AMONG: [&str; 7] = [
    "carry-water",
    "follow-one-sound",
    "a-very-old-tree",
    "lean-like-a-boat",
    "borrow-a-colour",
    "walk-the-length",
    "room-for-your-back",
];

fn kindhold(args: &[&str], files: &[PathBuf]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kindhold"));
    command.args(args).args(files).output().expect("it runs")
}

fn told(output: &Output) -> String {
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn refused(output: &Output) -> String {
    assert!(
        !output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The number that stands after a name.
fn figure(words: &str, name: &str) -> f64 {
    let after = words
        .split_once(name)
        .expect(name)
        .1
        .trim_start_matches([':', ' ']);
    let end = after
        .find(|c: char| !matches!(c, '0'..='9' | '.' | '-'))
        .unwrap_or(after.len());
    after[..end].parse().expect("a number")
}

#[test]
fn a_log_is_weighed_the_same_as_a_sheet_and_as_lines() {
    let folder = Folder::new("evaluate-log");
    let mut rng = Rng::new(3);
    let (mut sheet, mut lines) = (
        String::from(
            "person,decision,arm,reward,propensity,other:a,other:b,seen,\"how strong\"\r\n",
        ),
        String::new(),
    );
    for n in 0..400 {
        let (arm, chance) = if rng.even() < 0.8 {
            ("a", 0.8)
        } else {
            ("b", 0.2)
        };
        let (person, strong) = (n % 20, n % 7);
        let reward = if arm == "a" { 0.25 } else { 0.75 };
        sheet += &format!("p{person},{n},{arm},{reward},{chance},0.5,0.5,{chance},{strong}\r\n");
        let line = json!({
            "person": format!("p{person}"), "decision": n, "arm": arm, "reward": reward,
            "propensity": { arm: chance }, "other": { "a": 0.5, "b": 0.5 }, "seen": chance, "context": { "how strong": strong }
        });
        lines += &format!("{line}\n");
    }
    sheet += "p1,400,a,,0.8,0.5,0.5,0.8,1\r\n";
    lines += "{\"person\":\"p1\",\"arm\":\"a\",\"reward\":null,\"propensity\":0.8,\"other\":{\"a\":0.5,\"b\":0.5},\"seen\":0.8,\"context\":{\"how strong\":1}}\n";
    let order = [
        "evaluate",
        "--policy",
        "even",
        "--policy",
        "other",
        "--policy",
        "seen",
        "--features",
        "how strong",
    ];
    let by_sheet = told(&kindhold(&order, &[folder.put("log.csv", &sheet)]));
    assert_eq!(
        by_sheet,
        told(&kindhold(&order, &[folder.put("log.jsonl", &lines)]))
    );
    assert!(by_sheet.contains("even: 400 decisions of 20 people; 1 without a reward are left out"));
    assert!(
        (figure(&by_sheet, "SNIPS") - 0.5).abs() < 0.05,
        "{by_sheet}"
    );
    assert!(
        (figure(&by_sheet, "doubly robust") - 0.5).abs() < 0.02,
        "{by_sheet}"
    );
    let by_seen = by_sheet.split_once("seen: ").expect("the third policy").1;
    assert_eq!(figure(by_seen, "as logged"), figure(by_seen, "SNIPS"));
    assert!(by_seen.contains("needs the policy’s chance of every option"));
}

#[test]
fn what_is_wrong_with_a_log_is_told_with_its_line() {
    let folder = Folder::new("evaluate-wrong");
    let said = |text: &str| refused(&kindhold(&["evaluate"], &[folder.put("log.csv", text)]));
    let head = "person,arm,reward,propensity\n";
    assert!(said("person,arm,reward\np,a,1\n").contains("no column propensity"));
    assert!(said(&format!("{head}p,a,1,0.5\np,b,1,\n")).contains("line 3: there is no propensity"));
    assert!(said(&format!("{head}p,a,1,0\n")).contains("line 2: the chance (propensity)"));
    assert!(said(&format!("{head}p,a,good,0.5\n")).contains("line 2: the reward good"));
    assert!(said(&format!("{head}p,a,1\n")).contains("line 2: it has 3 cells"));
    assert!(said(&format!("{head}p,\"a,1,0.5\n")).contains("line 2: a quote"));
    assert!(said("").contains("line 1"));
    assert!(said("{\"person\":1}\n").contains("line 1"));
    assert!(said(&"[".repeat(100_000)).contains("line 1"));
    let fixed = |text: &str| {
        kindhold(
            &["evaluate", "--policy", "fixed"],
            &[folder.put("log.csv", text)],
        )
    };
    assert!(refused(&fixed(&format!("{head}p,a,1,0.5\n"))).contains("in no such order"));
    let ordered =
        "person,arm,reward,propensity,available\np,a,1,0.5,a|b\nq,b,0,0.5,a|b\nq,a,0,0.5,a|b\n";
    assert_eq!(figure(&told(&fixed(ordered)), "SNIPS"), 0.5);
    let column = kindhold(
        &["evaluate", "--policy", "mine"],
        &[folder.put("log.csv", &format!("{head}p,a,1,0.5\n"))],
    );
    assert!(refused(&column).contains("no chance in the column mine"));
}

fn plan() -> Value {
    json!({
        "format": "kindhold-trial", "version": 1, "study": "made-up", "title": "Water", "run_by": "Nobody",
        "contact": "nobody@example.org", "first_day": "2027-01-11", "last_day": "2027-06-30", "even": 1.0,
        "treatment": { "practices": ["carry-water"] }, "outcome": "change", "moderators": ["strength"],
        "controls": [], "smallest": 10
    })
}

/// A person's file: each urge drawn evenly among seven; where water is offered, the urge falls by 2 more.
fn file(n: usize) -> String {
    let mut rng = Rng::new(n as u64);
    let even = chances(&[1.0; 7], 3, Clip::OFFERS);
    let urges = (0..30).map(|m| {
        let offered = draw(&even, &mut rng);
        let among = AMONG.iter().zip(0..).map(|(practice, at)| {
            let place = offered.iter().position(|o| *o == at).map(|place| place + 1);
            json!({ "practice": practice, "chance": 0.4286, "place": place })
        });
        let strength = 5 + rng.below(5);
        let fall = rng.below(3) + if offered.contains(&0) { 2 } else { 0 };
        json!({
            "at": { "day": 9_000 + m, "hour": 21, "hours": 1 }, "kind": "urge", "strength": strength,
            "functions": ["punish-self"], "withheld": false, "not_sure": false, "feelings": [], "offered": [],
            "draws": [{ "rule": "even-1", "for_study": m > 0, "among": among.collect::<Vec<_>>() }],
            "tries": [{ "practice": AMONG[offered[m % 3]], "minutes": 1, "ending": "whole",
                        "helped": if offered[m % 3] == 0 { "lot" } else { "no" } }],
            "with_someone": false, "after": strength - fall
        })
    });
    json!({
        "format": "kindhold-research", "version": 1, "study": "made-up", "person": format!("{n:032x}"), "age": null,
        "urges": urges.collect::<Vec<_>>(), "forms": [], "days": [], "parts": [], "phases": []
    })
    .to_string()
}

#[test]
fn a_studys_effect_is_told_with_its_table_and_never_of_few_people() {
    let folder = Folder::new("evaluate-effect");
    let plan = folder.put("study.json", &plan().to_string());
    let files: Vec<PathBuf> = (0..14)
        .map(|n| folder.put(&format!("{n}.json"), &file(n)))
        .collect();
    let table = folder.path().join("table.csv");
    let text = |path: &Path| path.to_str().expect("a path").to_owned();
    let (plan, out) = (text(&plan), text(&table));
    let order = [
        "effect",
        "--plan",
        &plan,
        "--content",
        CONTENT,
        "--table",
        &out,
    ];
    let words = refused(&kindhold(&order, &files[..9]));
    assert!(
        words.contains("9 people") && words.contains("nothing is computed"),
        "{words}"
    );
    assert!(!words.contains("interval") && !table.exists());
    let words = told(&kindhold(&order, &files));
    assert!(words.contains("406 moments of 14 people"), "{words}");
    assert!(
        words.contains("left out: 14 moments not drawn evenly"),
        "{words}"
    );
    assert!((figure(&words, "effect") + 2.0).abs() < 0.4, "{words}");
    assert!(
        words.contains("11 degrees of freedom") && words.contains("for each step of strength"),
        "{words}"
    );
    let table = fs::read_to_string(&table).expect("the table");
    assert_eq!(table.lines().count(), 407);
    assert!(table.starts_with("person,number,day,treated,chance,outcome,strength\n"));
    let chance = |line: &str| line.split(',').nth(4)?.parse::<f64>().ok();
    let is_even = |line| chance(line).is_some_and(|c| (c - 3.0 / 7.0).abs() < 1e-12);
    assert!(table.lines().skip(1).all(is_even));

    let order = ["effect", "--plan", &plan, "--content", CONTENT];
    let twice = [files.clone(), files[..1].to_vec()].concat();
    assert!(refused(&kindhold(&order, &twice)).contains("already"));
    let other = folder.put("other.json", &file(3).replace("made-up", "another"));
    assert!(refused(&kindhold(&order, &[other])).contains("another study"));
    let more = folder.put(
        "more.json",
        &file(3).replacen("\"hours\":1", "\"hours\":1,\"note\":\"x\"", 1),
    );
    assert!(refused(&kindhold(&order, &[more])).contains("something was added"));
}

#[test]
fn files_for_research_are_weighed_as_a_log() {
    let folder = Folder::new("evaluate-research");
    let files: Vec<PathBuf> = (0..6)
        .map(|n| folder.put(&format!("{n}.json"), &file(n)))
        .collect();
    let words = told(&kindhold(&["evaluate"], &files));
    assert!(words.contains("180 decisions of 6 people"), "{words}");
    assert!(words.contains("3 are offered at once"), "{words}");
    assert_eq!(
        figure(&words, "the largest is"),
        1.0,
        "what was drawn evenly is weighed alike"
    );
    let fixed = kindhold(&["evaluate", "--policy", "fixed"], &files);
    assert!(refused(&fixed).contains("in no such order"));
}
