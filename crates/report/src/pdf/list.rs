// SPDX-License-Identifier: Apache-2.0
use super::{
    MEASURE, WIDE,
    lines::{lines, natural},
    piece::Style,
    set::{BETWEEN, Column, Setter},
    tree::Role,
};
use crate::face::Glyph;

impl Setter {
    /// Things of one kind, each after a bullet.
    pub(super) fn list(&mut self, items: &[String], parent: usize) {
        let style = Style::WORDS;
        if items.iter().all(|i| i.trim().is_empty()) {
            return;
        }
        let list = self.tree.add(Role::List, parent);
        for item in items.iter().filter(|i| !i.trim().is_empty()) {
            let words = self.glyphs(item.trim());
            let bullet = vec![self.glyphs("•")];
            let lines = lines(&words, style.weight, style.size, MEASURE - 14.0);
            let node = self.tree.add(Role::Item, list);
            let label = self.tree.add(Role::Label, node);
            let body = self.tree.add(Role::Body, node);
            self.run(vec![
                Column {
                    x: 2.0,
                    lines: bullet,
                    style,
                    node: label,
                },
                Column {
                    x: 14.0,
                    lines,
                    style,
                    node: body,
                },
            ]);
            self.gap = 3.0;
        }
        self.gap = BETWEEN;
    }

    /// Names and beside them what they stand for.
    pub(super) fn pairs(&mut self, pairs: &[(String, String)], parent: usize) {
        if pairs.is_empty() {
            return;
        }
        let (name_style, style) = (
            Style {
                grey: 0.27,
                ..Style::WORDS
            },
            Style::WORDS,
        );
        let pairs: Vec<_> = pairs
            .iter()
            .map(|(name, value)| (self.glyphs(name.trim()), self.glyphs(value.trim())))
            .collect();
        let wide = |words: &Vec<Glyph>| natural(words, style.weight, style.size);
        let widest = pairs
            .iter()
            .map(|(name, _)| wide(name))
            .fold(60.0, f32::max);
        let beside = widest.min(WIDE * 0.34) + 18.0;
        let list = self.tree.add(Role::List, parent);
        for (name, value) in pairs {
            let node = self.tree.add(Role::Item, list);
            let label = self.tree.add(Role::Label, node);
            let body = self.tree.add(Role::Body, node);
            let names = lines(&name, style.weight, style.size, beside - 18.0);
            let values = lines(&value, style.weight, style.size, WIDE - beside);
            self.run(vec![
                Column {
                    x: 0.0,
                    lines: names,
                    style: name_style,
                    node: label,
                },
                Column {
                    x: beside,
                    lines: values,
                    style,
                    node: body,
                },
            ]);
            self.gap = 3.0;
        }
        self.gap = BETWEEN;
    }
}
