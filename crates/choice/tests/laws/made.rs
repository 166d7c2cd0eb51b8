// SPDX-License-Identifier: Apache-2.0
//! Practices, situations and episodes of any kind.

use kindhold_care::{
    Attempt, Caution, Ending, Episode, Eyes, Flow, Function, Helped, Kindness, Moment, MomentKind,
    Practice, PracticeId, Scene, Skill, Strength, System, When,
};
use kindhold_choice::Situation;
use proptest::{collection::vec, prelude::*, sample::select};

pub(crate) fn practice(
    n: usize,
    functions: Vec<Function>,
    kind: Kindness,
    cautions: Vec<Caution>,
    skill: Skill,
) -> Practice {
    Practice {
        id: PracticeId::new(format!("p{n}")).expect("a fine name"),
        title: String::new(),
        offer: String::new(),
        why: functions.iter().map(|f| (*f, String::new())).collect(),
        functions,
        flow: Flow::ToOthers,
        skills: vec![skill],
        systems: vec![System::Soothing],
        kindness: kind,
        minutes: 2,
        eyes: Eyes::Open,
        cautions,
        scene: Scene::Look,
        steps: vec![],
        half_minute: vec![],
        close: String::new(),
        sources: vec![],
        reviewed_by: vec![],
    }
}

pub(crate) fn functions() -> impl Strategy<Value = Vec<Function>> {
    proptest::sample::subsequence(Function::ALL.to_vec(), 0..=3)
}

pub(crate) fn practices() -> impl Strategy<Value = Vec<Practice>> {
    let kind = select(vec![
        Kindness::None,
        Kindness::Outward,
        Kindness::Received,
        Kindness::Own,
    ]);
    let cautions = proptest::sample::subsequence(
        vec![
            Caution::NotWhenNumb,
            Caution::NotWhenStrongest,
            Caution::Breath,
            Caution::Movement,
        ],
        0..=2,
    );
    vec(
        (functions(), kind, cautions, select(Skill::ALL.to_vec())),
        0..24,
    )
    .prop_map(|all| {
        all.into_iter()
            .enumerate()
            .map(|(n, (f, k, c, s))| practice(n, f, k, c, s))
            .collect()
    })
}

pub(crate) fn situation() -> impl Strategy<Value = Situation> {
    (functions(), proptest::option::of(0u8..=10)).prop_map(|(functions, strength)| Situation {
        functions,
        strength: strength.map(|s| Strength::new(s).expect("in range")),
    })
}

pub(crate) fn episode(practice: usize, ending: Option<Ending>, helped: Option<Helped>) -> Episode {
    Episode {
        moment: Moment {
            at: When::default(),
            kind: MomentKind::Urge,
            strength: None,
            functions: vec![],
            not_sure: false,
            feelings: vec![],
        },
        offered: vec![],
        draws: Vec::new(),
        attempts: vec![Attempt {
            practice: PracticeId::new(format!("p{practice}")).expect("a fine name"),
            at: When::default(),
            ending,
            helped,
        }],
        with_someone: false,
        after: None,
    }
}

pub(crate) fn episodes() -> impl Strategy<Value = Vec<Episode>> {
    let ending = proptest::option::of(select(vec![Ending::Whole, Ending::Left, Ending::Worse]));
    let helped = proptest::option::of(select(Helped::ALL.to_vec()));
    vec(
        (0usize..24, ending, helped).prop_map(|(p, e, h)| episode(p, e, h)),
        0..30,
    )
}
