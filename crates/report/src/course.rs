// SPDX-License-Identifier: Apache-2.0
use crate::{Table, order::in_time};

/// A day on the line of time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Day {
    /// Days since any fixed day, the same for the whole document.
    pub number: i64,
    /// The day as a person reads it.
    pub label: String,
}

/// One end of the upright axis.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct End {
    /// Where it is, in the unit of the measure.
    pub at: f64,
    /// What stands beside it; short.
    pub label: String,
}

/// One measurement.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Point {
    /// When.
    pub day: Day,
    /// What was measured. One that is no finite number is not drawn, and stands in the table.
    pub value: f64,
    /// How far the true value may lie to each side, in the unit of the measure.
    pub half: Option<f64>,
    /// The value as the table says it, with how sure it is.
    pub label: String,
}

/// What a day stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EventKind {
    /// Something began or ended: a phase of treatment, something new. A dashed line.
    #[default]
    Phase,
    /// What is measured changes, so that nothing is joined across it. A double line.
    Break,
}

/// A day that divides the time before it from the time after.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Event {
    /// When.
    pub day: Day,
    /// What it was.
    pub label: String,
    /// Which kind.
    pub kind: EventKind,
}

/// Something that was practised, on some days.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Practised {
    /// What.
    pub label: String,
    /// On which days, numbered as [`Day::number`] is.
    pub days: Vec<i64>,
    /// The same in words, for the table; the number of days when empty.
    pub said: String,
}

/// Something measured over time: a line with a table behind it. A higher point is a higher number and nothing else:
/// no band, no colour, no direction that is better.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Course {
    /// What it shows.
    pub title: String,
    /// The picture in one or two sentences, for whoever hears it instead.
    pub summary: String,
    /// What the columns of the table are called: the day, the value.
    pub head: (String, String),
    /// The lower end of the axis.
    pub low: End,
    /// The upper end of the axis.
    pub high: End,
    /// The day at which the picture begins.
    pub first: Day,
    /// The day at which it ends.
    pub last: Day,
    /// The measurements.
    pub points: Vec<Point>,
    /// What divides the time.
    pub events: Vec<Event>,
    /// What was practised, as rows of marks below.
    pub practised: Vec<Practised>,
}

impl Course {
    /// Points in the order of time.
    pub(crate) fn sorted(&self) -> Vec<&Point> {
        let order = in_time(self.points.iter().map(|p| p.day.number));
        order.into_iter().map(|n| &self.points[n]).collect()
    }

    /// What divides the time, in its order.
    pub(crate) fn divided(&self) -> Vec<&Event> {
        let order = in_time(self.events.iter().map(|e| e.day.number));
        order.into_iter().map(|n| &self.events[n]).collect()
    }

    /// The table behind the picture: measurements, and between them what divides the time.
    pub(crate) fn table(&self) -> Table {
        let events = self.events.iter().map(|e| (&e.day, &e.label));
        let points = self.points.iter().map(|p| (&p.day, &p.label));
        let all: Vec<(&Day, &String)> = events.chain(points).collect();
        let order = in_time(all.iter().map(|(day, _)| day.number));
        let rows = order
            .into_iter()
            .map(|n| vec![all[n].0.label.clone(), all[n].1.clone()])
            .collect();
        Table::new(vec![self.head.0.clone(), self.head.1.clone()], rows)
    }

    /// What was practised, in words.
    pub(crate) fn practised_in_words(&self) -> Vec<(String, String)> {
        let said = |p: &Practised| match p.said.is_empty() {
            true => p.days.len().to_string(),
            false => p.said.clone(),
        };
        self.practised
            .iter()
            .map(|p| (p.label.clone(), said(p)))
            .collect()
    }
}
