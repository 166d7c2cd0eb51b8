// SPDX-License-Identifier: Apache-2.0

/// One number of the simulation, and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameter {
    /// What it is.
    pub name: &'static str,
    /// How much.
    pub value: f64,
    /// In which unit. Points are those of how strong an urge is, 0 to 10.
    pub unit: &'static str,
    /// A finding of `clinical.md`, a trial, or "assumption". A finding gives a direction or a size in another group;
    /// where it gives only the direction, that is said.
    pub basis: &'static str,
}

macro_rules! parameters {
    ($($id:ident = $value:literal, $name:literal, $unit:literal, $basis:literal;)*) => {
        $(pub(super) const $id: f64 = $value;)*
        /// Every number of the simulation, in the order of a person's story.
        pub const PARAMETERS: &[Parameter] = &[
            $(Parameter { name: $name, value: $value, unit: $unit, basis: $basis },)*
        ];
    };
}

parameters! {
    PER_WEEK = 5.0, "Urges a week", "count", "finding 1";
    NIGHT = 0.45, "Urges between 21 and 1 o'clock", "share", "direction: finding 2; size: assumption";
    MOOD_STAYS = 0.6, "What of a day's mood stays from one urge to the next", "share", "assumption";
    STRONG = 6.0, "How strong an urge is, on average", "points", "assumption";
    STRONG_PEOPLE = 1.0, "How far people differ in it", "SD in points", "assumption";
    STRONG_URGES = 1.7, "How far one person's urges differ", "SD in points", "assumption";
    STRONG_NIGHT = 0.6, "How much stronger at night", "points", "direction: finding 2; size: assumption";
    MORE_FUNCTIONS = 0.35, "A further function beside the first", "chance", "direction: functions co-exist (van Vliet & Kalnins 2011); size: assumption";
    HOLDS_OFF = 0.15, "People for whom it also holds off something worse", "share", "assumption";
    TELLS = 0.85, "What it would do is said", "chance", "assumption";
    TELLS_STRENGTH = 0.9, "How strong it is, is said", "chance", "assumption";
    LEVEL = 0.8, "What any practice does", "points", "with the fit near 1.45, a compassion exercise at urges of another kind (van Baal 2023)";
    FIT = 0.9, "More when it answers what self-injury would do", "points", "direction: van Vliet & Kalnins 2011, finding 3; size: assumption";
    FIT_PEOPLE = 0.35, "How far people differ in that, by function", "SD of the logarithm", "assumption";
    QUALITY = 0.25, "How far practices differ for everybody", "SD in points", "assumption";
    SKILL_TASTE = 0.35, "How far a person's liking differs by what is trained", "SD in points", "assumption";
    SCENE_TASTE = 0.25, "How far it differs by how the practice looks", "SD in points", "assumption";
    OWN_TASTE = 0.4, "How far it differs from practice to practice", "SD in points", "assumption";
    HIDDEN_TASTE = 0.3, "How far it differs by what no label says", "SD in points", "assumption";
    LONG = -0.2, "Each minute after the first, when it is strongest", "points", "direction: too distressed to read (finding 4); size: assumption";
    THINKING = -0.8, "Thinking, when it is strongest", "points", "direction: too distressed to read (finding 4); size: assumption";
    SENSES = 0.4, "Body or attention, when it is strongest or numb", "points", "direction: from function to practice; size: assumption";
    INWARD_NUMB = -1.2, "Looking inward when numb", "points", "direction: finding 7; size: assumption";
    KINDNESS = -0.3, "Kindness to oneself when it is strongest, for everybody", "points", "direction: finding 7; size: assumption";
    KINDNESS_CRITIC = 0.4, "Kindness to oneself when punishing, where it does not backfire", "points", "direction: finding 8; size: assumption";
    BREATH = -0.4, "Attending to the breath", "points", "direction: finding 6; size: assumption";
    BREATH_PEOPLE = 0.5, "How far people differ in that", "SD in points", "assumption";
    NO_PERSON = 0.25, "People with nobody to reach", "share", "assumption";
    PERSON_AWAY = -1.0, "A practice that needs a person, with nobody to reach or at night", "points", "assumption";
    BACKFIRES = 0.25, "People for whom inward kindness backfires at first", "share", "direction: findings 6 and 7; size: assumption";
    BACKFIRE_LEAST = 2.0, "How much it takes away at the strongest, at least", "points", "assumption";
    BACKFIRE_MOST = 4.0, "How much it takes away at the strongest, at most", "points", "assumption";
    BACKFIRE_FADES = 12.0, "Goes at kindness after which a third of that is left", "count", "direction: at first (finding 7); size: assumption";
    NON_RESPONDERS = 0.2, "People to whom practices do little", "share", "direction: BlueIce changed self-harm in neither direction (finding 4); size: assumption";
    NON_RESPONSE = 0.25, "How much of the good that does them", "share", "assumption";
    CAN_FALL = 4.0, "The most that a practice nears", "points", "assumption";
    WEARS = 0.5, "How much a practice wears off by use, at most", "share for each recent go", "assumption";
    WEARS_FOR = 5.0, "Urges after which a third of that is left", "count", "assumption";
    SLOW_DRIFT = 0.35, "How far liking has moved after twelve weeks", "share of the way to another liking", "assumption";
    TURNS = 0.2, "People whose liking changes at once, at some urge from the 15th to the 45th", "share", "assumption";
    TURN = 0.8, "How far it changes then", "share of the way to another liking", "assumption";
    ALONE_FALL = 0.8, "How far an urge falls by itself meanwhile", "points", "direction: 1 to 30 minutes (finding 1); size: assumption";
    ALONE_DIFFERS = 1.2, "How far that differs from urge to urge", "SD in points", "assumption";
    FELT_DIFFERS = 0.9, "How far what is felt differs from what is expected", "SD in points", "assumption";
    LENIENT = 0.4, "How far people differ in how kindly they rate", "SD in points", "assumption";
    FEELS_WORSE = -1.2, "What is felt below this is rated as worse", "points", "assumption";
    FEELS_BIT = 0.6, "From here on it helped a bit", "points", "assumption";
    FEELS_LOT = 2.0, "From here on it helped a lot", "points", "assumption";
    SAYS_DURING = 0.5, "What makes it worse is said during it", "chance", "assumption";
    HIDES = 0.3, "What made it worse is hidden for good", "chance", "assumption";
    MISSES_LEAST = 0.3, "Ratings that a person leaves out, at least", "share", "assumption";
    MISSES_MOST = 0.6, "Ratings that a person leaves out, at most", "share", "assumption";
    RARELY = 0.15, "People who hardly ever rate", "share", "assumption";
    RARELY_MISSES = 0.85, "Ratings that they leave out", "share", "assumption";
    SILENT_NO = 0.3, "People who rate less what did nothing", "share", "assumption";
    SILENT_BY = 0.3, "How much less", "added share left out", "assumption";
    TELLS_AFTER = 0.5, "How strong it is afterwards, is said", "chance", "assumption";
    TAKES_NONE = 0.1, "None of the three is taken", "chance", "assumption";
    TAKES_PERSON = 0.1, "Being with someone is taken", "chance", "assumption";
    FIRST_HABIT = 1.0, "Pull of the first place against the third", "log odds", "assumption";
    KNOWS = 0.7, "Pull of each point that the person has felt a practice to bring", "log odds", "assumption";
    HUNCH = 0.4, "Pull of each point of liking before the first go", "log odds", "assumption";
    HARM = 0.5, "A true rise of this much or more is a harmful offer", "points", "assumption";
}
