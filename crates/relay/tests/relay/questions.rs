// SPDX-License-Identifier: Apache-2.0
//! Questions of readers, on each database: nothing is shown before a moderator says so, and what is taken
//! back leaves no row.

use crate::places::{Folder, shared_cluster};
use kindhold_relay::{
    Fault, Limits, Peer, Place, Relay, Setup,
    questions::{NewQuestion, QuestionId, WORDS_CHARS},
};
use kindhold_vault::wire::Refusal;
use std::net::IpAddr;
use tokio::runtime::Runtime;

fn now() -> u64 {
    20_000 * 86_400
}

fn three_months_later() -> u64 {
    now() + 91 * 86_400
}

fn new(words: &str) -> NewQuestion {
    NewQuestion {
        page: "en/library/why-it-hides".into(),
        name: " Ash ".into(),
        words: words.into(),
    }
}

fn refused(done: Result<impl std::fmt::Debug, Fault>) -> Refusal {
    match done {
        Err(Fault::Refused(refusal)) => refusal,
        other => unreachable!("{other:?} is no refusal"),
    }
}

async fn rows(relay: &Relay) -> u64 {
    let counts = relay.count().await.expect("counted");
    let (_, rows) = counts
        .iter()
        .find(|(table, _)| *table == "question")
        .expect("the table");
    *rows
}

async fn story(place: Place) {
    let limits = Limits {
        questions: 3,
        ..Limits::default()
    };
    let setup = Setup {
        limits,
        questions: true,
        ..Setup::new(place)
    };
    let relay = Relay::open(setup.clone(), now).await.expect("it opens");
    let page = "en/library/why-it-hides";

    let code = relay.ask(None, new(" Does it get easier? ")).await;
    let code = code.expect("it is kept");
    assert_eq!(relay.questions_of(page).await.expect("read"), []);
    let all = relay.all_questions().await.expect("read");
    assert_eq!(all.len(), 1);
    let (id, first) = (all[0].id, &all[0]);
    assert_eq!(
        (first.name.as_str(), first.words.as_str()),
        ("Ash", "Does it get easier?")
    );
    assert!(!first.shown && first.day == 20_000);
    assert_eq!(id, QuestionId::of_code(&code));
    let typed = format!(" {} ", code.to_uppercase().replace('-', " "));
    assert_eq!(id, QuestionId::of_code(&typed));
    assert_eq!(QuestionId::parse(&id.to_string()), Some(id));

    relay
        .show_question(id, " For many people. ")
        .await
        .expect("it is up");
    let shown = relay.questions_of(page).await.expect("read");
    assert_eq!(shown[0].answer, "For many people.");
    assert_eq!(
        relay.questions_of("en/library/other").await.expect("read"),
        []
    );

    // What is shown no longer waits; three more may.
    for n in 0..3 {
        relay
            .ask(None, new(&format!("One more, {n}")))
            .await
            .expect("it waits");
    }
    assert_eq!(
        refused(relay.ask(None, new("One too many")).await),
        Refusal::Busy
    );
    let waits = relay.all_questions().await.expect("read");
    assert!(!waits[0].shown && waits[3].shown);

    relay
        .forget_question(QuestionId::of_code(&code))
        .await
        .expect("it is gone");
    assert_eq!(refused(relay.forget_question(id).await), Refusal::NotThere);
    assert_eq!(
        refused(relay.show_question(id, "").await),
        Refusal::NotThere
    );

    // Those that nobody looks at are thrown away.
    let later = Relay::open(setup, three_months_later).await;
    later.expect("it opens").sweep().await.expect("swept");
    assert_eq!(rows(&relay).await, 0);
}

#[test]
fn the_story_of_questions_on_sqlite() {
    let folder = Folder::new("questions");
    let runtime = Runtime::new().expect("a runtime");
    runtime.block_on(story(folder.place()));
}

/// Whether any file of a folder holds these bytes.
fn holds(folder: &std::path::Path, wanted: &[u8]) -> bool {
    let files = std::fs::read_dir(folder).expect("the folder");
    files.filter_map(Result::ok).any(|entry| {
        let bytes = std::fs::read(entry.path()).unwrap_or_default();
        bytes.windows(wanted.len()).any(|window| window == wanted)
    })
}

#[test]
fn words_of_a_question_that_was_taken_back_are_in_no_file_while_the_relay_runs() {
    let folder = Folder::new("questions-erased");
    let Place::Folder(path) = folder.place() else {
        unreachable!("a folder is a folder");
    };
    let runtime = Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let setup = Setup {
            questions: true,
            ..Setup::new(folder.place())
        };
        let relay = Relay::open(setup, now).await.expect("it opens");
        let words = "a heron stood beside the canal";
        let code = relay.ask(None, new(words)).await.expect("it is kept");
        relay
            .ask(None, new("another one stays"))
            .await
            .expect("it is kept");
        assert!(
            holds(&path, words.as_bytes()),
            "they are looked for rightly"
        );
        relay
            .forget_question(QuestionId::of_code(&code))
            .await
            .expect("it is gone");
        assert!(!holds(&path, words.as_bytes()));
        assert!(holds(&path, b"another one stays"));
    });
}

#[test]
fn the_story_of_questions_on_postgresql() {
    let place = shared_cluster("questions");
    let runtime = Runtime::new().expect("a runtime");
    runtime.block_on(story(place));
}

#[test]
fn what_is_too_much_is_refused_and_off_is_off() {
    let folder = Folder::new("questions-limits");
    Runtime::new().expect("a runtime").block_on(async {
        let off = Relay::open(Setup::new(folder.place()), now)
            .await
            .expect("open");
        assert_eq!(
            refused(off.ask(None, new("Hello?")).await),
            Refusal::NotAllowed
        );
        let setup = Setup {
            questions: true,
            ..Setup::new(folder.place())
        };
        let relay = Relay::open(setup, now).await.expect("open");
        let long = "x".repeat(WORDS_CHARS + 1);
        for words in ["", "  \n", long.as_str()] {
            assert_eq!(
                refused(relay.ask(None, new(words)).await),
                Refusal::Malformed
            );
        }
        let peer = Some(Peer(IpAddr::from([10, 0, 0, 1])));
        let mut last = Ok(String::new());
        for _ in 0..=Limits::default().questions_an_hour {
            last = relay.ask(peer, new("Again?")).await;
        }
        assert_eq!(refused(last), Refusal::Slower);
        let other = Some(Peer(IpAddr::from([10, 0, 0, 2])));
        relay
            .ask(other, new("And I?"))
            .await
            .expect("somebody else may");
    });
}
