// SPDX-License-Identifier: Apache-2.0
use super::{Anchor, DARK, Format, MIDDLE, Pen, Picture};
use crate::{Bars, Series};

/// Small pictures that are drawn; the table has all.
const PANELS: usize = 18;
/// How tall the bars are at most.
const TALL: f32 = 44.0;
/// The room between two small pictures beside each other.
const GAP: f32 = 18.0;

impl Bars {
    /// The small pictures, all to one scale, each with its largest count and the ends of time.
    pub(crate) fn picture(&self, format: Format) -> Picture {
        let size = format.size;
        let across = format.across.clamp(1, self.series.len().max(1));
        let wide =
            (format.width - GAP * (format.across.max(1) - 1) as f32) / format.across.max(1) as f32;
        let tall = size * 3.4 + TALL + 10.0;
        let mut pen = Pen::new(format);
        let mut bottom: f32 = 0.0;
        for (n, series) in self.series.iter().take(PANELS).enumerate() {
            let (column, row) = (n % across, n / across);
            let at = (column as f32 * (wide + GAP), row as f32 * tall);
            self.panel(&mut pen, series, at, wide);
            bottom = bottom.max(at.1 + tall);
        }
        if self.has_unknown() && !self.unknown.is_empty() {
            let foot = bottom + size;
            pen.hatch((0.0, foot - 4.0), (12.0, 4.0));
            pen.words(
                (17.0, foot),
                Anchor::Start,
                DARK,
                &self.unknown,
                format.width - 17.0,
            );
            bottom = foot + size * 0.4;
        }
        pen.done(bottom.max(1.0))
    }

    fn panel(&self, pen: &mut Pen, series: &Series, (left, top): (f32, f32), wide: f32) {
        let size = pen.format.size;
        let most = self.most();
        let largest = series
            .counts
            .iter()
            .flatten()
            .max()
            .map(u32::to_string)
            .unwrap_or_default();
        let beside = size * (largest.len() as f32 * 0.6 + 0.6);
        let foot = top + size;
        pen.words(
            (left, foot),
            Anchor::Start,
            0.0,
            &series.label,
            wide - beside,
        );
        pen.words((left + wide, foot), Anchor::End, DARK, &largest, beside);
        let base = foot + 6.0 + TALL;
        let many = self.many().max(1);
        let step = wide / many as f32;
        let bar = (step - 1.0).max(step * 0.6);
        for n in 0..many {
            let x = left + n as f32 * step;
            match series.counts.get(n) {
                Some(Some(0)) => {}
                Some(Some(count)) => {
                    let tall = (*count as f32 / most as f32 * TALL).max(0.8);
                    pen.block((x, base - tall), (bar, tall), MIDDLE);
                }
                _ => pen.hatch((x, base - 4.0), (bar, 4.0)),
            }
        }
        pen.line((left, base), (left + wide, base), 0.6, DARK);
        let ends = base + size * 1.3;
        let first = self.steps.first().map(String::as_str).unwrap_or_default();
        pen.words((left, ends), Anchor::Start, DARK, first, wide / 2.0 - 2.0);
        if let Some(last) = self.steps.last().filter(|_| self.steps.len() > 1) {
            pen.words(
                (left + wide, ends),
                Anchor::End,
                DARK,
                last,
                wide / 2.0 - 2.0,
            );
        }
    }
}
