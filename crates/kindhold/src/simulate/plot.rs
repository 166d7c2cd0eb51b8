// SPDX-License-Identifier: Apache-2.0
use kindhold_choice::simulate::{Curve, Figures, Interval, Policy};
use std::fmt::Write as _;

const WIDE: f64 = 720.0;
const TALL: f64 = 380.0;
const LEFT: f64 = 56.0;
const RIGHT: f64 = 120.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 46.0;

/// A plot in one ink: lines are told apart by their dashes and the names at their ends.
pub(super) struct Plot {
    /// The name of its file.
    pub(super) file: &'static str,
    /// What it shows.
    pub(super) title: &'static str,
    inside: String,
    tall: f64,
}

impl Plot {
    /// For a page, in the page's own ink.
    pub(super) fn within(&self) -> String {
        format!(
            r#"<svg viewBox="0 0 {WIDE} {}" role="img" aria-label="{}">{}</svg>"#,
            self.tall, self.title, self.inside
        )
    }

    /// As a file, readable in light and dark.
    pub(super) fn alone(&self) -> String {
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {}" role="img"><title>{}</title><style>svg{{color:#1d1d1d;background:#fff}}@media(prefers-color-scheme:dark){{svg{{color:#e8e8e8;background:#161616}}}}</style>{}</svg>"#,
            self.tall, self.title, self.inside
        )
    }
}

/// Every plot.
pub(super) fn all(found: &Figures) -> Vec<Plot> {
    vec![
        lines(
            "regret",
            "Regret against the oracle, in points for each person; the band is 95 %",
            &found.curves,
            (|c| &c.regret, Policy::Oracle),
            1.0,
        ),
        lines(
            "share",
            "Benefit in percent of the oracle's, over five urges; the band is 95 %",
            &found.curves,
            (|c| &c.share, Policy::Oracle),
            100.0,
        ),
        bars(found),
        calibration(found),
    ]
}

/// What maps numbers to places.
struct Field {
    x: (f64, f64),
    y: (f64, f64),
    svg: String,
}

impl Field {
    fn new(x: (f64, f64), y: (f64, f64), names: (&str, &str)) -> Self {
        let mut field = Self {
            x,
            y,
            svg: String::new(),
        };
        field.words((LEFT + 2.0, TOP + 4.0), "start", names.1);
        field.words(((LEFT + WIDE - RIGHT) / 2.0, TALL - 6.0), "middle", names.0);
        for tick in ticks(x) {
            let at = field.across(tick);
            field.words((at, TALL - BOTTOM + 17.0), "middle", &short(tick));
        }
        for tick in ticks(y) {
            let at = field.up(tick);
            field.words((LEFT - 7.0, at + 4.0), "end", &short(tick));
            field.line((LEFT, at), (WIDE - RIGHT, at), "0.18", "");
        }
        field
    }

    fn across(&self, x: f64) -> f64 {
        LEFT + (x - self.x.0) / (self.x.1 - self.x.0) * (WIDE - RIGHT - LEFT)
    }

    fn up(&self, y: f64) -> f64 {
        TALL - BOTTOM - (y - self.y.0) / (self.y.1 - self.y.0) * (TALL - BOTTOM - TOP - 14.0)
    }

    fn words(&mut self, (x, y): (f64, f64), anchor: &str, words: &str) {
        let _ = write!(
            self.svg,
            r#"<text x="{x:.1}" y="{y:.1}" text-anchor="{anchor}" font-size="12" font-family="system-ui,sans-serif" fill="currentColor">{words}</text>"#
        );
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64), ink: &str, dash: &str) {
        let _ = write!(
            self.svg,
            r#"<line x1="{:.1}" y1="{:.1}" x2="{:.1}" y2="{:.1}" stroke="currentColor" stroke-opacity="{ink}" stroke-dasharray="{dash}"/>"#,
            from.0, from.1, to.0, to.1
        );
    }

    fn done(self, file: &'static str, title: &'static str, tall: f64) -> Plot {
        Plot {
            file,
            title,
            inside: self.svg,
            tall,
        }
    }
}

/// Round numbers between the ends.
fn ticks((low, high): (f64, f64)) -> Vec<f64> {
    let rough = (high - low) / 5.0;
    let ten = 10f64.powf(rough.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|s| s * ten);
    let step = steps.into_iter().find(|s| *s >= rough).unwrap_or(rough);
    let first = (low / step).ceil() as i64;
    let last = (high / step + 1e-9).floor() as i64;
    (first..=last).map(|n| n as f64 * step).collect()
}

fn short(x: f64) -> String {
    let text = format!("{x:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

fn dash(policy: Policy) -> &'static str {
    match policy {
        Policy::Oracle | Policy::Learner => "",
        Policy::FixedOrder => "9 4",
        Policy::PlainThompson => "2 3",
        Policy::EpsilonGreedy => "6 3 1 3",
        Policy::Popular => "12 3 2 3",
        Policy::Random => "1 5",
    }
}

type Values = fn(&Curve) -> &Vec<Interval>;

fn lines(
    file: &'static str,
    title: &'static str,
    curves: &[Curve],
    (values, without): (Values, Policy),
    by: f64,
) -> Plot {
    let shown = || curves.iter().filter(|c| c.policy != without);
    let most = shown()
        .flat_map(values)
        .map(|i| by * i.high)
        .fold(0.0, f64::max);
    let urges = curves.first().map_or(1, |c| values(c).len()).max(2) as f64;
    let name = if by > 1.0 { "%" } else { "points" };
    let mut field = Field::new((1.0, urges), (0.0, most * 1.05), ("urge", name));
    let mut ends = Vec::new();
    for curve in shown() {
        let each = || values(curve).iter().enumerate();
        let path = |of: fn(&Interval) -> f64, field: &Field| -> Vec<String> {
            let point = |(n, i): (usize, &Interval)| {
                let x = field.across(n as f64 + 1.0);
                format!("{x:.1},{:.1}", field.up(by * of(i)))
            };
            each().map(point).collect()
        };
        if matches!(curve.policy, Policy::Learner | Policy::FixedOrder) {
            let mut around = path(|i| i.low, &field);
            around.extend(path(|i| i.high, &field).into_iter().rev());
            let _ = write!(
                field.svg,
                r#"<polygon points="{}" fill="currentColor" fill-opacity="0.12"/>"#,
                around.join(" ")
            );
        }
        let wide = if curve.policy == Policy::Learner {
            2.6
        } else {
            1.4
        };
        let _ = write!(
            field.svg,
            r#"<polyline points="{}" fill="none" stroke="currentColor" stroke-width="{wide}" stroke-dasharray="{}"/>"#,
            path(|i| i.at, &field).join(" "),
            dash(curve.policy)
        );
        if let Some(last) = values(curve).last() {
            ends.push((field.up(by * last.at), curve.policy.name()));
        }
    }
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut free = TOP;
    for (y, name) in ends {
        let at = y.max(free);
        field.words((WIDE - RIGHT + 8.0, at + 4.0), "start", name);
        free = at + 14.0;
    }
    field.done(file, title, TALL)
}

fn bars(found: &Figures) -> Plot {
    let rows = &found.groups[0].rows;
    let most = rows.iter().map(|r| r.harmful.high).fold(0.1, f64::max);
    let mut field = Field {
        x: (0.0, most * 1.05),
        y: (0.0, 1.0),
        svg: String::new(),
    };
    let row = 30.0;
    let left = 60.0;
    for (n, r) in rows.iter().enumerate() {
        let y = 26.0 + n as f64 * row;
        let (from, to) = (field.across(0.0) + left, field.across(r.harmful.at) + left);
        field.words((from - 8.0, y + 5.0), "end", r.policy.name());
        let _ = write!(
            field.svg,
            r#"<rect x="{from:.1}" y="{:.1}" width="{:.1}" height="16" fill="currentColor" fill-opacity="0.35"/>"#,
            y - 8.0,
            (to - from).max(0.5)
        );
        let (low, high) = (
            field.across(r.harmful.low) + left,
            field.across(r.harmful.high) + left,
        );
        field.line((low, y), (high, y), "1", "");
        field.words(
            (high + 8.0, y + 4.0),
            "start",
            &format!("{:.2}", r.harmful.at),
        );
    }
    let tall = 26.0 + rows.len() as f64 * row;
    field.done("harm", "Harmful offers in 100; the line is 95 %", tall)
}

fn calibration(found: &Figures) -> Plot {
    let all = || {
        found
            .bins
            .iter()
            .flat_map(|b| [b.foretold, b.came.low, b.came.high])
    };
    let low = (all().fold(0.0, f64::min) * 10.0).floor() / 10.0;
    let high = (all().fold(0.1, f64::max) * 10.0).ceil() / 10.0;
    let mut field = Field::new((low, high), (low, high), ("foretold", "came"));
    let corner = |field: &Field, x: f64| (field.across(x), field.up(x));
    let (from, to) = (corner(&field, low), corner(&field, high));
    field.line(from, to, "0.6", "4 4");
    for bin in &found.bins {
        let x = field.across(bin.foretold);
        field.line(
            (x, field.up(bin.came.low)),
            (x, field.up(bin.came.high)),
            "1",
            "",
        );
        let y = field.up(bin.came.at);
        let _ = write!(
            field.svg,
            r#"<circle cx="{x:.1}" cy="{y:.1}" r="4" fill="currentColor"/>"#
        );
    }
    field.words((to.0 + 8.0, to.1 + 10.0), "start", "as foretold");
    field.done(
        "calibration",
        "Rewards foretold and come, in tenths; the line is 95 %",
        TALL,
    )
}
