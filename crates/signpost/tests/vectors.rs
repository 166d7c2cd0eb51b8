// SPDX-License-Identifier: Apache-2.0
//! Sentences that the signpost must get right, none of them learnt from as they stand here.

use kindhold_signpost::shows;

#[test]
fn these_are_shown() {
    for text in [
        "I want to die.",
        "i wanna kill myself",
        "i dont want to live anymore",
        "I don't want to be here anymore. I want to end my life.",
        "i want to k!ll myself",
        "su1cidal again tonight",
        "i want to d i e",
        "I WANT TO DIEEEE, I MEAN IT",
        "kms tonight, not joking",
        "I told everyone I'm fine but I'm going to kill myself.",
        "Not a day goes by that I don't think about killing myself.",
        "Je veux mourir, j'en peux plus de vivre.",
        "j'ai envie de me suicider",
        "Je veux plus vivre.",
        "Ya no quiero vivir. Quiero morirme.",
        "tengo pensamientos suicidas todos los días",
        "Ich will nicht mehr leben.",
        "ich denke jeden tag daran mich umzubringen",
    ] {
        assert!(shows(text), "{text}");
    }
}

#[test]
fn these_are_not() {
    for text in [
        "",
        "   ",
        "I don't want to die.",
        "I'm not suicidal, I'm just tired.",
        "My sister told me she wants to die.",
        "This homework is killing me.",
        "My phone died.",
        "I used to want to die, years ago, and now I'm glad to be here.",
        "If you feel suicidal, call someone.",
        "I can't do this job anymore.",
        "We breathe in, we breathe out, and thoughts come and go.",
        "I marked thirty essays and my back hurts.",
        "Je suis pas suicidaire, juste fatiguée.",
        "Ma sœur m'a dit qu'elle voulait mourir.",
        "Je suis mort de rire.",
        "No quiero morir.",
        "Me muero de risa.",
        "Ich will nicht sterben.",
        "Ich lach mich tot.",
        "Das Kind will die Katze streicheln.",
    ] {
        assert!(!shows(text), "{text}");
    }
}
