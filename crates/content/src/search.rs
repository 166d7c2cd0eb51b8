// SPDX-License-Identifier: Apache-2.0
//! The search of the library, with no network: each article's words, folded, and how they are found. The
//! static pages do the same in `search.js`.

use serde::{Deserialize, Serialize};

/// Everything that can be found in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Index {
    /// The articles of every collection.
    pub entries: Vec<Entry>,
    /// Words that nobody would find in a title, each with the addresses they are about.
    pub aliases: Vec<(String, Vec<String>)>,
    /// Beginnings of words at which the way to a person is shown first.
    pub urgent: Vec<String>,
}

/// One article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its address.
    pub path: String,
    /// Its title.
    pub title: String,
    /// What the reader gets from it.
    pub lead: String,
    /// The folded words of its headings.
    pub heads: String,
    /// The folded words of all the rest, each once.
    pub body: String,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found<'a> {
    /// Articles, the best first.
    pub entries: Vec<&'a Entry>,
    /// Whether the words may be about dying or being hurt: the way to a person is shown first.
    pub urgent: bool,
}

impl Index {
    /// Articles of which each word of the query begins a word, or for which it stands.
    #[must_use]
    pub fn find(&self, query: &str) -> Found<'_> {
        let query = folded(query);
        let words: Vec<&str> = query.split(' ').filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return Found::default();
        }
        let spoken = format!(" {query}");
        let urgent = self.urgent.iter();
        let mut hits: Vec<(u32, &Entry)> = self
            .entries
            .iter()
            .filter_map(|entry| Some((self.weight(entry, &words)?, entry)))
            .collect();
        // Stable: what weighs the same stays in the order of the shelves.
        hits.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        Found {
            entries: hits.into_iter().map(|(_, entry)| entry).collect(),
            urgent: urgent
                .into_iter()
                .any(|start| spoken.contains(&format!(" {start}"))),
        }
    }

    fn weight(&self, entry: &Entry, words: &[&str]) -> Option<u32> {
        let fields = [
            (12, folded(&entry.title)),
            (6, folded(&entry.lead)),
            (5, entry.heads.clone()),
            (1, entry.body.clone()),
        ];
        let mut sum = 0;
        for word in words {
            let own = fields.iter().filter_map(|(points, text)| {
                let mut those = text.split(' ').filter(|other| other.starts_with(word));
                let first = those.next()?;
                let is_whole = first == *word || those.any(|other| other == *word);
                Some(points * if is_whole { 2 } else { 1 })
            });
            let stands_for = self.aliases.iter().any(|(alias, paths)| {
                word.len() > 2 && alias.starts_with(word) && paths.contains(&entry.path)
            });
            sum += own.chain(stands_for.then_some(20)).max()?;
        }
        Some(sum)
    }
}

/// Lower case, accents off, everything that is neither a letter nor a digit a space: the same as
/// `fold` in `search.js`.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        let plain = match c {
            'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => "a",
            'ç' => "c",
            'è' | 'é' | 'ê' | 'ë' => "e",
            'ì' | 'í' | 'î' | 'ï' => "i",
            'ñ' => "n",
            'ò' | 'ó' | 'ô' | 'ö' | 'õ' => "o",
            'ù' | 'ú' | 'û' | 'ü' => "u",
            'ÿ' | 'ý' => "y",
            'œ' => "oe",
            'æ' => "ae",
            'ß' => "ss",
            // Apostrophes part words in French and stand inside them in English: nobody types them.
            '\'' | '’' => "",
            c if c.is_alphanumeric() => {
                out.push(c);
                continue;
            }
            _ => " ",
        };
        if plain != " " || !out.ends_with(' ') {
            out.push_str(plain);
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(path: &str, title: &str, body: &str) -> Entry {
        Entry {
            path: path.into(),
            title: title.into(),
            lead: String::new(),
            heads: String::new(),
            body: body.into(),
        }
    }

    fn index() -> Index {
        Index {
            entries: vec![
                entry("/a/", "Why it hides", "alone hide shame"),
                entry("/b/", "Shame and guilt", "guilt hidden repair shame"),
                entry("/c/", "Été à la plage", "ete plage"),
            ],
            aliases: vec![("scar".into(), vec!["/a/".into()])],
            urgent: vec!["die".into(), "end my life".into()],
        }
    }

    fn paths(query: &str) -> Vec<String> {
        let index = index();
        let found = index.find(query);
        found.entries.iter().map(|e| e.path.clone()).collect()
    }

    #[test]
    fn words_are_found_however_they_are_typed() {
        assert_eq!(folded("Qu’est-ce  que ÇA fait?"), "quest ce que ca fait");
        assert_eq!(folded("Größe & Straße"), "grosse strasse");
        assert_eq!(paths("ÉTÉ"), ["/c/"]);
    }

    #[test]
    fn a_title_comes_before_a_mention_and_every_word_counts() {
        assert_eq!(paths("shame"), ["/b/", "/a/"]);
        assert_eq!(paths("sham hid"), ["/a/", "/b/"]);
        assert_eq!(paths("shame plage"), Vec::<String>::new());
        assert_eq!(paths("  "), Vec::<String>::new());
        assert_eq!(paths("scars"), Vec::<String>::new());
        assert_eq!(paths("scar"), ["/a/"]);
    }

    #[test]
    fn words_of_dying_show_the_way_to_a_person() {
        let index = index();
        assert!(index.find("I want to die").urgent);
        assert!(index.find("end my life").urgent);
        assert!(!index.find("soldier").urgent);
        assert!(!index.find("diet").entries.iter().any(|_| true));
    }
}
