// SPDX-License-Identifier: Apache-2.0
use super::super::{
    case::sentences,
    change,
    course::{self, courses, number, practised},
    patterns::{helped_head, helped_rows, when_table},
    shelf,
};
use crate::{
    book::Book,
    platform::clock,
    words::{t, t_with},
};
use kindhold_care::{Episode, Function, MomentKind, Phase, When, WordKind};
use kindhold_report::{
    Bars, Block, Course, Day, End, Event, Point, Practised, Section, Series, Table,
};

/// A part of the page, as it is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::measures) enum Part {
    Measures,
    Answers,
    Urges,
    Functions,
    When,
    Helped,
    Case,
    Plan,
    Programme,
    Diary,
    Letters,
    Words,
    Room,
}

/// The most days that bars stand for, one each week.
const WEEKS: i64 = 26;

impl Part {
    /// All, in the order in which they stand on the page.
    pub(in crate::measures) const ALL: [Self; 13] = [
        Self::Measures,
        Self::Answers,
        Self::Urges,
        Self::Functions,
        Self::When,
        Self::Helped,
        Self::Case,
        Self::Plan,
        Self::Programme,
        Self::Diary,
        Self::Letters,
        Self::Words,
        Self::Room,
    ];

    /// The string of its name.
    pub(in crate::measures) const fn key(self) -> &'static str {
        match self {
            Self::Measures => "report-part-measures",
            Self::Answers => "report-part-answers",
            Self::Urges => "report-part-urges",
            Self::Functions => "report-part-functions",
            Self::When => "report-part-when",
            Self::Helped => "report-part-helped",
            Self::Case => "report-part-case",
            Self::Plan => "report-part-plan",
            Self::Programme => "report-part-programme",
            Self::Diary => "report-part-diary",
            Self::Letters => "report-part-letters",
            Self::Words => "report-part-words",
            Self::Room => "report-part-room",
        }
    }

    /// Whether it is the person's own words.
    pub(in crate::measures) const fn is_own_words(self) -> bool {
        matches!(
            self,
            Self::Plan | Self::Programme | Self::Diary | Self::Letters | Self::Words
        )
    }

    /// Whether there is anything of it, however long ago.
    pub(in crate::measures) fn has_any(self, book: &Book) -> bool {
        !self.sections(book, i64::MAX / 2).is_empty()
    }

    /// What stands on the page, looking back so many days; nothing when there is nothing.
    pub(in crate::measures) fn sections(self, book: &Book, days: i64) -> Vec<Section> {
        let today = clock::now().local_day();
        let recent = |at: When| today - at.local_day() < days;
        let episodes: Vec<&Episode> = book
            .episodes()
            .into_iter()
            .filter(|e| recent(e.moment.at))
            .collect();
        let blocks = match self {
            Self::Measures => courses_of(book, days),
            Self::Answers => answers(book, recent),
            Self::Urges => urges(&episodes, today, days),
            Self::Functions => functions(&episodes),
            Self::When => when_table(&episodes)
                .map(|(head, rows)| vec![table("", head, rows), Block::Small(t("when-hint"))])
                .unwrap_or_default(),
            Self::Helped => helped(&episodes),
            Self::Case => case(book),
            Self::Plan => plan(book),
            Self::Programme => programme(book, recent),
            Self::Diary => diary(book, recent),
            Self::Letters => letters(book, recent),
            Self::Words => words(book),
            Self::Room => vec![Block::Room { lines: 6 }],
        };
        if blocks.is_empty() {
            return Vec::new();
        }
        vec![Section {
            heading: t(self.key()),
            blocks,
        }]
    }
}

fn table(caption: &str, head: Vec<String>, rows: Vec<Vec<String>>) -> Block {
    Block::Table(Table {
        caption: caption.to_owned(),
        head,
        rows,
    })
}

fn day(number: i64) -> Day {
    let at = When {
        unix_ms: number.saturating_mul(When::DAY_MS),
        offset_min: 0,
    };
    Day {
        number,
        label: clock::day(at),
    }
}

fn courses_of(book: &Book, days: i64) -> Vec<Block> {
    let today = clock::now().local_day();
    let marks: Vec<Phase> = book.phases("").into_iter().map(|(_, p)| p).collect();
    let tried = practised(book);
    let mut blocks = Vec::new();
    for one in courses(book) {
        let band = change::band(&one);
        let points: Vec<Point> = one
            .scored()
            .filter(|(at, _)| today - at.local_day() < days)
            .map(|(at, value)| Point {
                day: day(at.local_day()),
                value,
                half: band,
                label: band.map_or_else(
                    || number(value),
                    |b| {
                        let low = course::about((value - b).max(one.scale.least), &one.scale);
                        let high = course::about((value + b).min(one.scale.most), &one.scale);
                        format!("{} ({low} – {high})", number(value))
                    },
                ),
            })
            .collect();
        let (Some(first), Some(last)) = (points.first(), points.last()) else {
            continue;
        };
        let (first, last) = (first.day.clone(), last.day.clone());
        let within = |n: &i64| (first.number..=last.number).contains(n);
        let newest = one.scored().next_back();
        let summary = newest.map_or_else(String::new, |(_, value)| {
            course::score_line(&one.name(), value, &one.scale)
        });
        let end = |at: f64| End {
            at,
            label: number(at),
        };
        let days_tried: Vec<i64> = tried.iter().copied().filter(within).collect();
        let practised = if days_tried.is_empty() {
            Vec::new()
        } else {
            vec![Practised {
                label: t("picture-tried"),
                days: days_tried,
                said: String::new(),
            }]
        };
        blocks.push(Block::Course(Course {
            title: t_with("course-title", &[("name", one.name().into())]),
            summary,
            head: (t("picture-when"), t("course-value")),
            low: end(one.scale.least),
            high: end(one.scale.most),
            events: marks
                .iter()
                .filter(|p| within(&p.at.local_day()))
                .map(|p| Event {
                    day: day(p.at.local_day()),
                    label: p.text.clone(),
                    ..Event::default()
                })
                .collect(),
            first,
            last,
            points,
            practised,
        }));
        let terms = [&one.instrument.copyright, &one.instrument.licence];
        let terms: Vec<&str> = terms
            .into_iter()
            .map(String::as_str)
            .filter(|s| !s.is_empty())
            .collect();
        if !terms.is_empty() {
            blocks.push(Block::Small(format!(
                "{}: {}",
                one.instrument.title,
                terms.join(" ")
            )));
        }
    }
    blocks
}

fn answers(book: &Book, recent: impl Fn(When) -> bool) -> Vec<Block> {
    let all = book.responses().into_iter().rev();
    let all = all
        .filter(|(_, r)| recent(r.at))
        .filter_map(|(_, response)| {
            let instrument = shelf::for_response(book, &response)?;
            let title = format!(
                "{} · {}",
                instrument.title,
                clock::day_and_time(response.at)
            );
            let lines = course::lines(instrument, &response);
            Some([Block::Paragraph(title), Block::Pairs(lines)])
        });
    all.flatten().collect()
}

fn urges(episodes: &[&Episode], today: i64, days: i64) -> Vec<Block> {
    let urges: Vec<_> = episodes
        .iter()
        .filter(|e| e.moment.kind != MomentKind::CheckIn)
        .collect();
    if urges.is_empty() {
        return Vec::new();
    }
    let weeks = (days / 7).clamp(2, WEEKS);
    let steps: Vec<i64> = (0..weeks).map(|n| today - 7 * (weeks - n) + 1).collect();
    let counts = steps.iter().map(|first| {
        let within = |e: &&&&Episode| (*first..first + 7).contains(&e.moment.at.local_day());
        Some(urges.iter().filter(within).count() as u32)
    });
    let mut strengths: Vec<u8> = urges
        .iter()
        .filter_map(|e| Some(e.moment.strength?.get()))
        .collect();
    strengths.sort_unstable();
    let summary = t_with("sheet-urges", &[("n", (urges.len() as u32).into())]);
    let mut blocks = vec![
        Block::Paragraph(summary.clone()),
        Block::Bars(Bars {
            title: t("picture-urges"),
            summary,
            step: t("picture-week-of"),
            steps: steps.iter().map(|n| day(*n).label).collect(),
            unknown: String::new(),
            series: vec![Series {
                label: t("picture-urges"),
                counts: counts.collect(),
            }],
        }),
    ];
    if let (Some(least), Some(most)) = (strengths.first(), strengths.last()) {
        let args = [
            ("least", (*least).into()),
            ("most", (*most).into()),
            ("middle", strengths[strengths.len() / 2].into()),
        ];
        blocks.push(Block::Paragraph(t_with("sheet-strength", &args)));
    }
    blocks
}

fn functions(episodes: &[&Episode]) -> Vec<Block> {
    let count = |f: Function| {
        let with = episodes.iter().filter(|e| e.moment.functions.contains(&f));
        with.count() as u32
    };
    let mut rows: Vec<(u32, String)> = Function::ALL
        .into_iter()
        .map(|f| (count(f), t(&format!("function-{}", f.key()))))
        .filter(|(n, _)| *n > 0)
        .collect();
    rows.sort_by_key(|(n, _)| std::cmp::Reverse(*n));
    if rows.is_empty() {
        return Vec::new();
    }
    let pairs = rows.into_iter().map(|(n, name)| (name, n.to_string()));
    vec![Block::Pairs(pairs.collect())]
}

fn helped(episodes: &[&Episode]) -> Vec<Block> {
    let rows = helped_rows(episodes);
    if rows.is_empty() {
        return Vec::new();
    }
    let head = std::iter::once(t("picture-functions")).chain(helped_head());
    let rows = rows
        .into_iter()
        .map(|(function, row)| std::iter::once(function).chain(row).collect());
    vec![
        table("", head.collect(), rows.collect()),
        Block::Small(t("for-hint")),
    ]
}

fn case(book: &Book) -> Vec<Block> {
    let marks: Vec<Phase> = book.phases("").into_iter().map(|(_, p)| p).collect();
    let lines = sentences(book, &marks).into_iter().flatten();
    lines.map(Block::Paragraph).collect()
}

fn list(heading: &str, lines: &[String]) -> Option<[Block; 2]> {
    (!lines.is_empty()).then(|| [Block::Paragraph(t(heading)), Block::List(lines.to_vec())])
}

fn plan(book: &Book) -> Vec<Block> {
    let Some((_, plan)) = book.plan().filter(|(_, p)| !p.is_empty()) else {
        return Vec::new();
    };
    let people = |all: &[kindhold_care::Contact]| -> Vec<String> {
        let lines = all.iter().map(|c| {
            let parts = [&c.name, &c.phone, &c.note].into_iter();
            let said: Vec<&str> = parts
                .map(String::as_str)
                .filter(|s| !s.is_empty())
                .collect();
            said.join(" · ")
        });
        lines.collect()
    };
    let parts = [
        list("plan-signs", &plan.signs),
        list("plan-alone", &plan.alone),
        list("plan-places", &plan.places),
        list("plan-people", &people(&plan.people)),
        list("plan-professionals", &people(&plan.professionals)),
        list("plan-surroundings", &plan.surroundings),
    ];
    parts.into_iter().flatten().flatten().collect()
}

fn programme(book: &Book, recent: impl Fn(When) -> bool) -> Vec<Block> {
    let kept = book.current().filter_map(|(_, v)| match &v.entry {
        kindhold_care::Entry::Keepsake(k) if !k.is_empty() && recent(k.at) => Some(k),
        _ => None,
    });
    kept.flat_map(|k| {
        let title = format!(
            "{} · {}",
            crate::slower::step_title(&k.step),
            clock::day(k.at)
        );
        let lines = k.answers.values().map(|lines| lines.join("\n"));
        [Block::Paragraph(title), Block::List(lines.collect())]
    })
    .collect()
}

fn diary(book: &Book, recent: impl Fn(When) -> bool) -> Vec<Block> {
    let all = book.diary().into_iter().map(|(_, d)| d);
    let all = all.filter(|d| recent(d.at)).map(|d| {
        let feelings = d
            .feelings
            .iter()
            .map(|f| t(&format!("feeling-{}", f.key())));
        let feelings = feelings.collect::<Vec<_>>().join(", ");
        let said = [feelings, d.text].into_iter().filter(|s| !s.is_empty());
        (
            clock::day_and_time(d.at),
            said.collect::<Vec<_>>().join("\n"),
        )
    });
    let all: Vec<_> = all.collect();
    if all.is_empty() {
        Vec::new()
    } else {
        vec![Block::Pairs(all)]
    }
}

fn letters(book: &Book, recent: impl Fn(When) -> bool) -> Vec<Block> {
    let all = book.letters().into_iter().map(|(_, l)| l);
    all.filter(|l| recent(l.at))
        .flat_map(|l| {
            let head = format!("{} · {}", l.title, clock::day(l.at));
            [Block::Small(head), Block::Paragraph(l.text)]
        })
        .collect()
}

fn words(book: &Book) -> Vec<Block> {
    let lines: Vec<String> = book
        .own_words(WordKind::Help)
        .into_iter()
        .map(|(_, line)| line)
        .collect();
    if lines.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(lines)]
    }
}
