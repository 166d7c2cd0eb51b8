# SPDX-License-Identifier: CC-BY-4.0

## What is offered at an urge
choosing-title = What is offered at an urge
choosing-lead = At an urge you see three practices. They can come in the same order each time, or Kindhold can learn from what you say about them.
choosing-same = The same order each time
choosing-learn = Learn from what I say
choosing-looks-title = What it looks at
choosing-looks = What you said helped, what did nothing, what made it worse, and how strong the urge was before and after.
choosing-never-looks = Never whether you hurt yourself. Never how long you are here. If you say nothing, that counts as nothing.
choosing-stays-title = What always stays the same
choosing-stays = Your plan, your people and the crisis lines. And when hurting yourself holds off something worse, nothing is tried out: your plan and people come first.
choosing-leaves-out = What you have hidden, and what made it worse the last time, is not offered.
choosing-how-title = How it learns
choosing-how = What helped you comes more often. Now and then there is one that you know less, in case it fits. A line under each says why it is there.
choosing-kindness = Practices in being kind to yourself come in small steps, after gentler ones went well. If one makes it worse, it takes a step back at once.
choosing-kept = It all happens on this device. What was offered, and how likely it was, is kept with the urge.
choosing-young = It is off until you turn it on, and you can turn it off at any time. If you are under 18, you can ask someone you trust first.
choosing-so-far = { $n ->
    [0] So far there is nothing to learn from.
    [one] So far it has { $n } answer of yours to learn from.
   *[other] So far it has { $n } answers of yours to learn from.
 }
choosing-forget = Forget what it learnt
choosing-forget-question = It will start again from nothing. Everything you wrote stays.
choosing-forget-yes = Yes, start again
choosing-forgot = Done. It starts again from here.

## Studies that let chance choose
trial-title = A study that lets chance choose
trial-lead = Some studies ask for more: that a part of what is offered at an urge is drawn by chance, so that one can see what truly helps. That needs a yes of its own. Whoever runs the study gives you a file.
trial-pick = The study’s file
trial-look = Look what it asks
trial-by = From { $who }. To reach them: { $contact }
trial-days = It runs from { $first } to { $last }.
trial-share = { $n ->
    [10] Each time, the three practices are drawn by chance among those that fit.
    [one] About { $n } time in 10, the three practices are drawn by chance among those that fit.
   *[other] About { $n } times in 10, the three practices are drawn by chance among those that fit.
 }
trial-stays = Your plan, people and lines stay where they are. When hurting yourself holds off something worse, nothing is drawn. What you have hidden, and what made it worse, does not come.
trial-file = What was offered, and how likely it was, is kept on this device with the urge. Nothing is sent. It goes to the study only in a file that you save and give away yourself, and that needs the other yes above.
trial-agree = I have read this, and chance may choose as it says here.
trial-yes = Say yes to this
trial-what = What it asks
trial-taken-back = Your yes to “{ $study }” is taken back. From now on chance chooses nothing for it.
trial-take-back-question = From now on chance chooses nothing for it. You need no reason.
trial-bad-form = This is not the file of such a study, or it is damaged. Ask whoever gave it to you for it again. Nothing was changed.
trial-bad-version = This file needs a newer version of Kindhold. Look in again later. Nothing was changed.
