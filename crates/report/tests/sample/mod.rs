// SPDX-License-Identifier: Apache-2.0
//! A document with everything in it; all of it is made up.
#![allow(dead_code, missing_docs, unreachable_pub)]

use kindhold_report::*;

pub fn day(number: i64) -> Day {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul"];
    let month = months[(number.rem_euclid(210) / 30) as usize];
    Day {
        number,
        label: format!("{} {month}", number.rem_euclid(30) + 1),
    }
}

pub fn course(points: i64) -> Course {
    let point = |n: i64| {
        let value = (14.0 - n as f64 * 0.4 + ((n * 7) % 5) as f64).clamp(0.0, 20.0);
        Point {
            day: day(n * 14),
            value,
            half: Some(2.5),
            label: format!("{value:.1} (± 2.5)"),
        }
    };
    let event = |number, label: &str, kind| Event {
        day: day(number),
        label: label.into(),
        kind,
    };
    Course {
        title: "Ease of the morning, made up".into(),
        summary: "From 14 in January to 9 in June, with ups and downs.".into(),
        head: ("Day".into(), "Sum, and how far off it may be".into()),
        low: End {
            at: 0.0,
            label: "0".into(),
        },
        high: End {
            at: 20.0,
            label: "20".into(),
        },
        first: day(0),
        last: day((points - 1).max(0) * 14),
        points: (0..points).map(point).collect(),
        events: vec![
            event(30, "Sessions begin", EventKind::Phase),
            event(62, "Compassionate letters", EventKind::Phase),
            event(118, "Another wording from here", EventKind::Break),
        ],
        practised: vec![
            Practised {
                label: "Soothing rhythm breathing".into(),
                days: (0..160).step_by(3).collect(),
                said: "54 days".into(),
            },
            Practised {
                label: "Letter to myself".into(),
                days: vec![64, 70, 71, 90, 120, 150],
                said: String::new(),
            },
        ],
    }
}

pub fn bars() -> Bars {
    let series = |label: &str, by: u32| Series {
        label: label.into(),
        counts: (0..12)
            .map(|n| (n != 4).then_some((n * by + 3) % 7))
            .collect(),
    };
    Bars {
        title: "How often, by week".into(),
        summary: "Four things counted over twelve weeks.".into(),
        step: "Week of".into(),
        steps: (0..12).map(|n| day(n * 7).label).collect(),
        unknown: "nothing written down".into(),
        series: vec![
            series("To feel something", 2),
            series("To calm down", 3),
            series("To be understood by somebody who matters", 5),
            series("Anything else", 1),
        ],
    }
}

pub fn full() -> Document {
    let text = "A paragraph of ordinary words, long enough to run over a line or two, so that the measure and the \
        leading can be seen. Café, naïve, Größe, señal, cœur – “quoted”, €5, ≤ 3 → 4.";
    let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
    let section = |heading: &str, blocks| Section {
        heading: heading.into(),
        blocks,
    };
    Document {
        title: "Half a year, to look at together".into(),
        language: "en".into(),
        made: "Made on 25 November 2026, looking back 180 days".into(),
        foot: "Made on the person’s own device from what they chose. There is always more than this page. It \
            predicts nothing."
            .into(),
        sections: vec![
            section(
                "What matters to me",
                vec![
                    Block::Paragraph(text.into()),
                    Block::List(vec![
                        "First of all: sleep".into(),
                        "Then a much longer thing that somebody wrote at night and that runs over the end of its \
                         line, so that the second line is set in"
                            .into(),
                    ]),
                    Block::Pairs(vec![
                        ("Who helps".into(), "My sister, and the neighbour across the hall".into()),
                        ("What I can do first".into(), text.into()),
                    ]),
                    Block::Small("Counted from what was written down; days without a word are not days without.".into()),
                ],
            ),
            section("Over time", vec![Block::Course(course(12)), Block::Bars(bars())]),
            section(
                "What helped",
                vec![Block::Table(Table {
                    caption: "What was tried, and how it was afterwards".into(),
                    head: row(["Tried", "Times", "Easier after", "In own words"]),
                    rows: vec![
                        row(["Breathing", "24", "17 of 24", "it makes the room larger"]),
                        row(["Cold water", "3", "", "not for me"]),
                        row(["Letter", "6", "5 of 6", text]),
                    ],
                })],
            ),
            section("Nothing here", vec![]),
            section("Room to write", vec![Block::Room { lines: 6 }]),
        ],
    }
}
