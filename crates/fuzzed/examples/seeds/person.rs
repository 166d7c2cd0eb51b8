// SPDX-License-Identifier: Apache-2.0
//! From content and samples: what a person writes, reads and prints.

use crate::{Seeds, all, file, root};
use kindhold_care::{Entry, When};
use kindhold_content::{load, pack};
use kindhold_measure::{
    dossier::{Dossier, Kept},
    fhir::{With, bundle},
    research,
};
use serde_json::{Value, json};

pub(super) fn seeds(seeds: &Seeds) {
    entries(seeds);
    content(seeds);
    for sentence in [
        "I want to die.",
        "We had soup. It rained.",
        "je veux mourir",
        "ya no quiero vivir",
        "😀 é\u{301} ſ",
    ] {
        seeds.put("signpost", sentence);
        seeds.put(
            "signpost_line",
            json!({"id": 1, "text": sentence}).to_string(),
        );
    }
    report(seeds);
    for path in [
        "/en/now/",
        "/en/now",
        "/app/",
        "/.safe-words/en",
        "/questions/info",
        "/x",
    ] {
        let mut request = vec![0, path.len() as u8];
        request.extend(path.bytes());
        for (header, value) in [
            (0_u8, "gzip, br;q=0.5"),
            (1, "fr-CA,en;q=0.7"),
            (2, "W/\"0-br\", *"),
        ] {
            request.extend([header, value.len() as u8]);
            request.extend(value.bytes());
        }
        seeds.put("site_requests", request);
    }
    let form = "name=S&words=How+long+does+%C3%A9t%C3%A9+take%3F&terms=yes&stamp=abc&website=&help=seen&code=a-b";
    seeds.put("questions", ["\0", form].concat());
    seeds.put("questions", ["\x01", "code=abcd-efgh"].concat());
}

/// Every frozen entry.
fn frozen() -> Vec<Entry> {
    fn find(value: &Value, found: &mut Vec<Entry>) {
        if let Ok(entry) = serde_json::from_value(value.clone()) {
            found.push(entry);
            return;
        }
        match value {
            Value::Array(all) => all.iter().for_each(|one| find(one, found)),
            Value::Object(all) => all.values().for_each(|one| find(one, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    let text = file("crates/vault/vectors/entries.json");
    // By text, since names come before what they name.
    find_text(&String::from_utf8_lossy(&text), &mut found);
    if found.is_empty() {
        find(
            &serde_json::from_slice(&text).unwrap_or_default(),
            &mut found,
        );
    }
    found
}

/// Entries that begin somewhere in a text.
fn find_text(text: &str, found: &mut Vec<Entry>) {
    for (at, _) in text.match_indices('{') {
        let mut stream = serde_json::Deserializer::from_str(&text[at..]).into_iter::<Entry>();
        if let Some(Ok(entry)) = stream.next() {
            found.push(entry);
        }
    }
}

fn entries(seeds: &Seeds) {
    let entries = frozen();
    let made: Value =
        serde_json::from_slice(&file("crates/vault/vectors/export.json")).unwrap_or_default();
    seeds.put("export", made["inside"].as_str().unwrap_or_default());
    let at = json!({"unix_ms": 1_751_407_200_000_i64, "offset_min": 60});
    for entry in &entries {
        let line = json!({"thing": "00".repeat(16), "written": at});
        let entry = serde_json::to_string(entry).unwrap_or_default();
        let line = line
            .to_string()
            .replacen('{', &format!("{{\"entry\":{entry},"), 1);
        let at = &at;
        seeds.put("export", format!(r#"{{"format":"kindhold-export","version":1,"exported_at":{at},"entries":[{line}]}}"#));
        seeds.put("dossier", format!("[{entry}]"));
        let one = serde_json::from_str::<Entry>(&entry);
        let all: Vec<(String, Entry)> = one
            .into_iter()
            .map(|entry| ("0a".repeat(16), entry))
            .collect();
        seeds.put("bundle", bundled(&all));
    }
    let all: Vec<String> = entries
        .iter()
        .filter_map(|entry| serde_json::to_string(entry).ok())
        .collect();
    seeds.put("dossier", format!("[{}]", all.join(",")));
    studied(seeds, &entries);
}

fn dossier(entries: &[(String, Entry)]) -> Dossier<'_> {
    let mut all = Dossier::new("p-1", When::default());
    for (id, entry) in entries {
        match entry {
            Entry::Episode(e) => all.episodes.push(Kept::new(id, e)),
            Entry::Plan(e) => all.plan = Some(Kept::new(id, e)),
            Entry::Diary(e) => all.diary.push(Kept::new(id, e)),
            Entry::Keepsake(e) => all.keepsakes.push(Kept::new(id, e)),
            Entry::Pack(e) => all.packs.push(Kept::new(id, e)),
            Entry::Consent(e) => all.consents.push(Kept::new(id, e)),
            _ => {}
        }
    }
    all
}

fn bundled(entries: &[(String, Entry)]) -> String {
    bundle(&dossier(entries), &With::everything(), &|_| String::new()).to_string()
}

/// Files for research of what is frozen, with a yes to a study.
fn studied(seeds: &Seeds, entries: &[Entry]) {
    let consent = kindhold_care::Consent {
        study: "made-up".into(),
        pseudonym: "ab".repeat(16),
        given: true,
        ..kindhold_care::Consent::default()
    };
    let named = entries
        .iter()
        .cloned()
        .zip(0_u32..)
        .map(|(entry, n)| (format!("{n:032x}"), entry));
    let mut named: Vec<(String, Entry)> = named
        .filter(|(_, e)| !matches!(e, Entry::Consent(_)))
        .collect();
    named.push(("ff".repeat(16), Entry::Consent(consent)));
    match research::make(&dossier(&named), "made-up", None) {
        Ok(made) => {
            seeds.put("research", made.file.to_json());
            seeds.put("log", made.file.to_json());
        }
        Err(why) => eprintln!("research: {why}"),
    }
}

fn content(seeds: &Seeds) {
    for (path, kind) in kindhold_fuzzed::CONTENT_FILES.into_iter().zip(0_u8..) {
        let bytes = file(&format!("content/{path}"));
        seeds.put(
            "content_files",
            [&[kind], &bytes[..bytes.len().min(6000)]].concat(),
        );
    }
    let words = String::from_utf8_lossy(&file("content/checks/safe-words.en.toml")).into_owned();
    for rule in words.split_inclusive("\n\n").take(40) {
        seeds.put("safe_words", rule);
    }
    let library = load(&root().join("content"));
    let Ok(pack) = pack(&library, "en") else {
        return;
    };
    for (kind, name) in [
        (0_u8, "practices"),
        (1, "lines"),
        (2, "library"),
        (3, "programme"),
        (4, "search"),
        (5, "strings"),
    ] {
        let Some(bytes) = pack.0.get(name) else {
            continue;
        };
        let whole: Value = serde_json::from_slice(bytes).unwrap_or_default();
        for small in smaller(&whole) {
            seeds.put("packs", [&[kind], small.as_bytes()].concat());
        }
    }
    for text in all("content/en/ui").iter().take(1) {
        seeds.put(
            "content_files",
            [&[2], &text[..text.len().min(3000)]].concat(),
        );
    }
}

/// The same with three things of each list or map of many.
fn smaller(whole: &Value) -> Vec<String> {
    fn cut(value: &mut Value, from: usize) {
        match value {
            Value::Array(all) if all.len() > 3 => {
                *all = all.iter().skip(from).take(3).cloned().collect()
            }
            Value::Object(all) if all.len() > 12 => {
                *all = all.clone().into_iter().skip(from).take(12).collect();
            }
            Value::Object(all) => all.values_mut().for_each(|one| cut(one, from)),
            _ => {}
        }
    }
    let parts = (0..6).map(|n| {
        let mut part = whole.clone();
        cut(&mut part, n * 5);
        part.to_string()
    });
    parts.filter(|text| text.len() < 60_000).collect()
}

/// Documents of each kind of block, in the bytes that the law reads.
fn report(seeds: &Seeds) {
    for kind in 0..8_u8 {
        let mut bytes = vec![5];
        bytes.extend(b"Title\x02en\x05Today\x04Foot");
        bytes.extend([1, 4]);
        bytes.extend(b"Head");
        bytes.extend([2, kind]);
        for n in 0..40_u8 {
            bytes.extend([3, b'a' + n % 26, b'b', 0x20, 0, 0, 0, 0, 0, 0, 0x24, 0x40]);
        }
        seeds.put("report", bytes);
    }
}
