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
choosing-young = Under 18? It stays off unless you turn it on. You can ask someone you trust first. You can turn it off at any time.
choosing-so-far = { $n ->
    [0] So far there is nothing to learn from.
    [one] So far it has { $n } answer of yours to learn from.
   *[other] So far it has { $n } answers of yours to learn from.
 }
choosing-forget = Forget what it learnt
choosing-forget-question = It will start again from nothing. Everything you wrote stays.
choosing-forget-yes = Yes, start again
choosing-forgot = Done. It starts again from here.
