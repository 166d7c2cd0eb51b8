// SPDX-License-Identifier: Apache-2.0
use super::lanes::Lane;
use super::{Anchor, BLACK, DARK, Format, LIGHT, MIDDLE, Mark, Pen, Picture};
use crate::{
    Course, EventKind,
    face::{Weight, measure},
    order::in_time,
};

/// How tall the field of the line is, as a part of the picture's width, and at most in points.
const FIELD: (f32, f32) = (0.42, 150.0);
/// Rows of what was practised that are drawn; the table has all.
const ROWS: usize = 12;

/// The field in which the line runs, and what it maps.
pub(super) struct Field {
    pub(super) left: f32,
    pub(super) right: f32,
    top: f32,
    bottom: f32,
    days: (i64, i64),
    values: (f64, f64),
}

impl Field {
    pub(super) fn x(&self, day: i64) -> f32 {
        let (first, last) = (self.days.0 as f64, self.days.1 as f64);
        let part = match last > first {
            true => ((day as f64 - first) / (last - first)).clamp(0.0, 1.0),
            false => 0.5,
        };
        // The ends keep clear of the axis, so that a point there is seen whole.
        let (left, right) = (self.left + 6.0, self.right - 6.0);
        left + part as f32 * (right - left)
    }

    fn y(&self, value: f64) -> f32 {
        let (low, high) = self.values;
        // Halved, so that the widest range of numbers has a finite length.
        let part = match high > low {
            true => ((value / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0)).clamp(0.0, 1.0),
            false => 0.5,
        };
        self.bottom - part as f32 * (self.bottom - self.top)
    }
}

impl Course {
    /// The days from the first to the last of whatever there is.
    fn days(&self) -> (i64, i64) {
        let points = self.points.iter().map(|p| p.day.number);
        let events = self.events.iter().map(|e| e.day.number);
        let ends = [self.first.number, self.last.number];
        let all = || ends.into_iter().chain(points.clone()).chain(events.clone());
        let practised = || {
            self.practised
                .iter()
                .take(ROWS)
                .flat_map(|p| p.days.iter().copied())
        };
        let first = all().chain(practised()).min().unwrap_or_default();
        (first, all().chain(practised()).max().unwrap_or_default())
    }

    /// The range from the lower end to the upper one, widened to whatever lies outside.
    fn values(&self) -> (f64, f64) {
        let ends = [self.low.at, self.high.at].into_iter();
        let values = self.points.iter().map(|p| p.value);
        let all = ends.chain(values).filter(|v| v.is_finite());
        let (low, high) = all.fold((f64::MAX, f64::MIN), |(l, h), v| (l.min(v), h.max(v)));
        if low > high { (0.0, 1.0) } else { (low, high) }
    }

    /// The picture.
    pub(crate) fn picture(&self, format: Format) -> Picture {
        let size = format.size;
        let mut pen = Pen::new(format);
        let gutter = [&self.low.label, &self.high.label]
            .map(|l| measure(l, Weight::Regular, size))
            .into_iter()
            .fold(0.0, f32::max)
            .min(format.width * 0.25);
        let mut field = Field {
            left: gutter + 5.0,
            right: format.width - 1.0,
            top: 0.0,
            bottom: 0.0,
            days: self.days(),
            values: self.values(),
        };
        let lanes = self.lanes(&field, size);
        let used = lanes
            .iter()
            .flatten()
            .map(|l| l.lane + 1)
            .max()
            .unwrap_or_default();
        field.top = used as f32 * size * 1.3 + size * 0.8;
        field.bottom = field.top + (format.width * FIELD.0).min(FIELD.1);
        self.draw_axes(&mut pen, &field, gutter);
        self.draw_events(&mut pen, &field, &lanes);
        self.draw_line(&mut pen, &field);
        let below = self.draw_ends(&mut pen, &field);
        let bottom = self.draw_practised(&mut pen, &field, below);
        pen.done(bottom)
    }

    fn draw_axes(&self, pen: &mut Pen, field: &Field, gutter: f32) {
        for (end, at) in [
            (&self.low, field.y(self.low.at)),
            (&self.high, field.y(self.high.at)),
        ] {
            let at = if at.is_finite() { at } else { field.bottom };
            pen.line((field.left, at), (field.right, at), 0.4, LIGHT);
            let foot = at + pen.format.size * 0.35;
            pen.words((gutter, foot), Anchor::End, DARK, &end.label, gutter);
        }
        pen.line(
            (field.left, field.bottom),
            (field.right, field.bottom),
            0.6,
            MIDDLE,
        );
    }

    fn draw_ends(&self, pen: &mut Pen, field: &Field) -> f32 {
        let size = pen.format.size;
        let foot = field.bottom + size * 1.4;
        let half = (field.right - field.left) / 2.0 - size;
        pen.words(
            (field.left, foot),
            Anchor::Start,
            DARK,
            &self.first.label,
            half,
        );
        if self.last != self.first {
            pen.words(
                (field.right, foot),
                Anchor::End,
                DARK,
                &self.last.label,
                half,
            );
        }
        foot + size * 0.5
    }

    fn draw_line(&self, pen: &mut Pen, field: &Field) {
        let points = self.sorted();
        let radius = if points.len() > 60 { 1.2 } else { 2.2 };
        let breaks: Vec<i64> = self
            .divided()
            .into_iter()
            .filter(|e| e.kind == EventKind::Break)
            .map(|e| e.day.number)
            .collect();
        let mut path: Vec<(f32, f32)> = Vec::new();
        let mut before: Option<i64> = None;
        let mut paths = Vec::new();
        let mut dots = Vec::new();
        for point in points.iter().filter(|p| p.value.is_finite()) {
            let day = point.day.number;
            let past = |day: i64| breaks.partition_point(|b| *b <= day);
            if before.is_some_and(|b| past(b) < past(day)) {
                paths.push(std::mem::take(&mut path));
            }
            let at = (field.x(day), field.y(point.value));
            if let Some(half) = point.half.filter(|h| h.is_finite() && *h > 0.0) {
                let (up, down) = (field.y(point.value + half), field.y(point.value - half));
                pen.line((at.0, up), (at.0, down), 0.6, MIDDLE);
                for y in [up, down] {
                    pen.line((at.0 - 2.0, y), (at.0 + 2.0, y), 0.6, MIDDLE);
                }
            }
            path.push(at);
            dots.push(at);
            before = Some(day);
        }
        paths.push(path);
        for points in paths.into_iter().filter(|p| p.len() > 1) {
            pen.marks.push(Mark::Path { points, width: 1.1 });
        }
        pen.marks
            .extend(dots.into_iter().map(|at| Mark::Dot { at, radius }));
    }

    fn draw_events(&self, pen: &mut Pen, field: &Field, lanes: &[Option<Lane>]) {
        let size = pen.format.size;
        for (event, lane) in self.divided().into_iter().zip(lanes) {
            let x = field.x(event.day.number);
            let (head, top) = match lane {
                Some(lane) => {
                    let head = size * (1.3 * lane.lane as f32 + 1.0);
                    (head, head - size * 0.8)
                }
                None => (field.top, field.top),
            };
            match event.kind {
                EventKind::Break => {
                    pen.line((x - 1.2, top), (x - 1.2, field.bottom), 0.6, DARK);
                    pen.line((x + 1.2, top), (x + 1.2, field.bottom), 0.6, DARK);
                }
                EventKind::Phase => pen.marks.push(Mark::Line {
                    from: (x, top),
                    to: (x, field.bottom),
                    width: 0.6,
                    grey: DARK,
                    dashed: true,
                }),
            }
            if let Some(lane) = lane {
                let (at, anchor) = match lane.leftwards {
                    true => (x - 4.0, Anchor::End),
                    false => (x + 4.0, Anchor::Start),
                };
                pen.words((at, head), anchor, BLACK, &event.label, lane.width);
            }
        }
    }

    fn draw_practised(&self, pen: &mut Pen, field: &Field, from: f32) -> f32 {
        let size = pen.format.size;
        let mut y = from;
        for row in self.practised.iter().take(ROWS) {
            let foot = y + size * 1.3;
            pen.words(
                (field.left, foot),
                Anchor::Start,
                DARK,
                &row.label,
                field.right - field.left,
            );
            let line = foot + size * 1.1;
            pen.line((field.left, line), (field.right, line), 0.4, LIGHT);
            let order = in_time(row.days.iter().copied());
            // Marks closer than a printer can part are one.
            let mut last = f32::MIN;
            for n in order {
                let x = field.x(row.days[n]);
                if x - last >= 0.5 {
                    pen.line((x, line - size * 0.6), (x, line), 1.0, BLACK);
                    last = x;
                }
            }
            y = line + size * 0.4;
        }
        y
    }
}
