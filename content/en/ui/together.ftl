# SPDX-License-Identifier: CC-BY-4.0
## Doors that lead here
door-together = Other devices and people
door-together-hint = use Kindhold on two devices, or show someone a part of it
welcome-other-device = I already use Kindhold on another device
home-private-together = Everything here is on your devices and, locked, on the server. Only you and the people you chose can read it.
erase-relay = The locked copy on the server stays, for your other devices. To delete that too, first turn it off under “Other devices and people”.
offers-door = From people you showed something
offers-door-hint = { $n ->
    [one] one offer
   *[other] { $n } offers
}
show-more-of = Show more ({ $n } left)

## Devices and people
hub-title = Other devices and people
hub-hint-seat = use this seat on more than one device
hub-lead = You can use Kindhold on more than one device, and show parts of it to people you choose. Everything is locked on this device before it leaves. The server in between cannot read any of it.
hub-lead-seat = You can use this seat on more than one device. Everything is locked on this device before it leaves. The server in between cannot read any of it.
line-busy = Just now talking to the server …
line-done = Everything is safe on the server too. Last time: { $time }.
device-name = What to call this device
device-default = This device
on-title = Keep a locked copy on the server
on-hint = Then a second device can have it too, and nothing is lost with a phone. No name, no e-mail, no password.
on-code = Invite code of this server
on-do = Turn it on
on-busy = Turning it on …
on-done = It is on. From now on a locked copy is kept on the server.
off-title = Turn it off
off-hint = The locked copy on the server is deleted. What is on this device stays. Nobody you showed something can read it any more.
off-ask = Delete the copy on the server
off-question = Delete it from the server? Your other devices and the people you showed something find nothing there any more.
off-yes = Yes, delete it there
off-done = The copy on the server is gone. What is on this device is still here.
invited-title = Somebody has invited you?
invited-hint = Point your phone’s camera at their code, or paste the link they sent.
invited-link = The link
invited-open = Open the invitation
link-copy = Copy the link
link-copied = Copied

## Devices
devices-title = My devices
devices-hint = see them, add one, take a lost one out
devices-lead = All of these have everything you keep here. If one is lost or somebody else has it, take it out: it gets nothing new from then on.
devices-this = The one in your hand
devices-since = Since { $day }
devices-take-out = Take this device out
devices-take-out-question = Take it out? It gets nothing new any more. What is already on it stays on it. The 12 words change.
devices-take-out-yes = Yes, take it out
devices-taken-out = That device is out. There are new words for your next device; the old ones open nothing any more.
way-in-title = Add a device
way-in-hint = On the other device open Kindhold and choose “I already use Kindhold on another device”. Then scan this code there, or type these 12 words.
way-in-keep = Whoever has these words can read everything. Show them to nobody. On paper, in a safe place, they also bring everything back if this device is lost.
way-in-show = Show the code and the words
way-in-hide = Hide them
way-in-qr = The way in for your next device, as a code to scan
door-passkey-hint = Some phones share a passkey with your other devices. It can open all this on a new one, without the words.
door-passkey-add = Add a passkey for new devices
door-passkey-set = The passkey is set. On a new device, choose “Use a passkey”.
door-passkey-not = No passkey was made. The words and the code open it all the same.
door-passkey-use = Use a passkey instead
door-passkey-none = The passkey did not open it. The 12 words do.
words-renew = Make new words
words-renew-question = Make new words? The old ones, and passkeys for new devices, open nothing any more. Your devices stay as they are.
words-renew-yes = Yes, make new ones
words-renewed = There are new words now.
join-title = Bring everything to this device
join-lead = On the other device, look under “Other devices and people”, then “My devices”. Scan the code there, or type its 12 words here.
join-words = The 12 words
join-passcode = A passcode for this device, if you like
join-passcode-must = A passcode for this device
join-do = Bring it here
join-busy = Bringing it here …
join-nothing-lost = Nothing changes on your other device.
join-count = { $n ->
    [one] That is 1 word. It takes 12.
   *[other] Those are { $n } words. It takes 12.
}
join-unknown = Word number { $n } is not one of the words. Please look at it once more.
join-checksum = The words do not fit together. Perhaps two are swapped, or one is a different one.

## Answering an invitation
answer-title = An invitation
answer-to-hub = Other devices and people
answer-no-invitation = That is no invitation, or not all of it. Ask for the code or the link once more.
answer-who = “{ $name }” would like to be shown something of yours, as your { $seat }.
answer-sure = Only go on if you know who this is and you want it. Nobody can make you. You can stop at any time.
seat-counsellor = counsellor
seat-supporter = supporter
answer-what = What may they see?
show-help = How to help me
show-plan = My plan
show-urges = My urges, and what I tried
show-diary = My diary
show-letters = My letters
answer-never = Everything else stays with you.
answer-from = From when on?
answer-from-now = From now on
answer-from-past = Everything so far, too
answer-until = Until when?
answer-until-30 = 1 month
answer-until-90 = 3 months
answer-until-365 = 1 year
answer-until-0 = Until I take it back
answer-back-any-time = You can take it back at any time, with one tap.
answer-names = Names
answer-own-name = How should they know you?
answer-their-name = How do you call them?
answer-preview = See exactly what they would see now
answer-preview-now = Nothing yet. They see what you write from now on.
answer-do = Show it to them
answer-busy = Locking it for them …
answer-no = No, not now
answer-done = It is done. Here is everybody you show something.
answer-stopped = It was stopped. Nobody can see anything through that invitation.
same-words-title = Do both screens show the same words?
same-words-person = Read these six words to { $name }, or look at the other screen together. If they are the same, only the two of you can read it.
same-words-seat = { $name } has answered. Read these six words aloud together. If they are the same on both screens, nobody is in between.
same-words-yes = Yes, the same
same-words-no = No, they are different

## Who sees what
shares-title = Who sees what
shares-hint = look, change your mind, take it back
shares-lead = These people see what you chose, and nothing else.
shares-nobody = Nobody sees anything of yours.
shares-what = They see: { $what }
shares-since = Since { $day }.
shares-on-its-way = It is on its way. It gets there as soon as this device has a connection.
shares-see = See exactly what they see
shares-take-back = Take it back from { $name }
shares-taken-back = Taken back. From now on they see nothing new. What they have already read they may remember.
shares-ended = What has ended
shares-over = { $name }: ended on { $day }
shares-cannot = Nobody can make somebody forget what they have read. Everything from now on is closed to them.
until-no-end = Until you take it back.
until-no-end-seat = No end was set.
until-day = Until { $day }.
seen-title = What { $name } sees
seen-lead = This is what they see, drawn as it is drawn for them.
seen-not-now = It cannot be drawn just now. Please try again in a moment.

## Offers
offered-lead = You can take these, leave them, or look later. Nobody is told which.
offered-none = Nothing here.
offered-somebody = somebody
offered-from = From { $name }
offered-look = Look at “{ $what }”
offered-aside = Put it aside

## What is seen
picture-empty = There is nothing to see yet.
picture-help = How to help me
plan-title-theirs = The plan
picture-urges = Urges that were written down
picture-urges-hint = By week; the tallest bar is { $n }. An empty week may only mean that nothing was written down.
picture-week-of = Week of
picture-strengths = How strong, before and after
picture-strengths-hint = { $n ->
    [one] The newest one with a strength, from 0 to 10.
   *[other] The newest { $n } with a strength, from 0 to 10.
}
picture-when = When
picture-before = Before
picture-after = After
picture-functions = What it would do
picture-functions-hint = By week. One urge can have several answers.
picture-tried = What was tried, and what it changed
picture-tried-hint = Numbers with an arrow are the mean strength before and after, where both were said and nothing else was tried.
picture-times = { $n ->
    [one] tried once
   *[other] tried { $n } times
}
picture-not-said = nothing said
picture-changed = { $before } → { $after }
picture-systems = Three systems
picture-systems-hint = Drawn from the feelings that were written down. A picture to talk about, not a measurement.
system-threat = Threat
system-drive = Drive
system-soothing = Soothing
system-away = Far away
picture-episodes = One by one
picture-episodes-hint = Newest first. Open one to see its links.
picture-urge = Urge: { $n } of 10
chain-urge = An urge.
chain-decided = Came in through “I have already decided”.
chain-happened = Came in after it had happened.
chain-check-in = A moment without an urge.
chain-strength = Strength { $n } of 10.
chain-for = It would: { $what }
chain-not-sure = Not sure what it would do.
chain-felt = Felt: { $what }
chain-tried = Tried “{ $what }”.
chain-whole = Went through it.
chain-left = Left midway, which is fine.
chain-grounded = Left it for grounding.
chain-worse = “This is making it worse.”
chain-helped = Helped? { $answer }.
chain-someone = Chose to be with someone.
chain-after = Afterwards: { $n } of 10.

## Questions
questions-title = Perhaps something to ask about
questions-hint = Counted from what was written down in the last two weeks. These are questions for the two of you, not results.
question-holds-off = { $n ->
    [one] Once it was to hold off something worse.
   *[other] { $n } times it was to hold off something worse.
}
question-holds-off-might = You could ask openly about thoughts of dying, and look at the plan together: does it still fit, is somebody missing?
question-stronger = Urges were stronger: { $now } on average in the last two weeks ({ $ofnow } of them), { $before } in the four weeks before ({ $ofbefore }).
question-stronger-might = What was different? Sleep, school or work, somebody gone? You could ask what the urges answer now that they did not before.
question-more-often = { $now } urges in the last two weeks, { $before } in the four weeks before.
question-more-often-might = It may be harder, or it may be written down more. You could ask which of the two, and what helped on the days between.
question-made-worse = { $n } times a practice was said to make it worse: { $what }.
question-made-worse-might = You could go through one of them together, slowly, and leave out what does not fit. Kindness can feel dangerous at first.
question-nothing-helped = { $n } times something was tried and did not help.
question-nothing-helped-might = You could look for something quite different: movement, people, or only getting through the hour. Trying counts.

## The seats
banner = Nobody watches this between sessions.
banner-more = No alarm is raised, whatever is written here. Agree with each other on what to do when it is urgent.
banner-supporter = Nobody watches this.
banner-more-supporter = You see what somebody chose to show you, and not everything. If their life may be in danger, call the emergency number.
seat-welcome-title = The counsellor’s seat
seat-welcome-lead = Clients can show you parts of what they keep in Kindhold. They choose what, from when and until when, and can take it back at any time.
seat-welcome-1 = You invite; they decide. Compare six words with each other, and only the two of you can read it.
seat-welcome-2 = You can offer a practice or some words for next time. They are offers: you are not told what was taken up.
seat-welcome-3 = Your notes stay in your own locked place on this device. Nobody you see here can read them.
seat-welcome-title-supporter = The supporter’s seat
seat-welcome-lead-supporter = Somebody you care about can show you a part of what they keep in Kindhold: their plan, for example, or how to help them.
seat-welcome-1-supporter = They choose what, and can take it back at any time. That they show you anything is a sign of trust.
seat-welcome-2-supporter = You do not have to watch over it. Nobody can.
seat-welcome-3-supporter = There is guidance for you as well, and for looking after yourself.
welcome-passcode-seat = A passcode for this seat
seat-passcode-hint = What others show you is theirs. A passcode keeps it closed when somebody else has this device. If you forget it, nobody can open it again; clients can then be invited anew.
seat-passcode-hint-supporter = What somebody shows you is theirs. A passcode keeps it closed when somebody else has this device.
caseload-title = Clients
caseload-title-supporter = Shown to you
caseload-empty = Nobody has shown you anything yet.
caseload-empty-supporter = Nobody has shown you anything yet.
caseload-invite = Invite a client
caseload-invite-supporter = Ask somebody to show you something
caseload-looked = Looked for news: { $time }.
client-new = New since your last look on { $day }
client-nothing-new = Nothing new since { $day }
client-new-first = Not looked at yet
client-nothing-yet = Nothing to see yet
client-ended = Taken back or over
client-ended-hint = What was shown before is still on this device, until you remove it.
shows-help = How to help
shows-plan = Plan
shows-urges = Urges
shows-diary = Diary
shows-letters = Letters
client-gone = This is not here any more.
client-damaged = A part of what is on this device could not be read. The rest is as it was written.
client-renamed = Saved.
client-keeping = Name, and removing
client-forget-hint = Removing takes the copy of what { $name } has shown off this device.
client-forget = Remove it from this device
client-forget-question = Remove it? To see it again you would have to invite them anew.
client-forget-yes = Yes, remove it
supporter-guidance = For you: what helps, and what does not
supporter-guidance-hint = words, listening, and looking after yourself
invite-title = An invitation
invite-lead = An invitation is good for one person. It is best made in the same room. If you send it, tell each other the six words on the phone.
invite-own-name = Your name, as they know you
invite-own-name-hint = It stands on the invitation. The server never sees it.
invite-make = Make the invitation
invite-step-scan = They point their phone’s camera at this code, or open the link.
invite-step-choose = They choose what to show you, from when and until when.
invite-step-words = Both screens show six words. Compare them.
invite-qr = The invitation, as a code to scan
invite-once = It can be answered once. The code alone shows nothing of theirs.
invite-waiting = Waiting for an answer …
invite-made = Made: { $time }
invite-withdraw = Take the invitation back
invite-withdraw-question = Take it back? Whoever has it can do nothing with it then.
invite-withdraw-yes = Yes, take it back
invite-refused = Nothing was taken in. The invitation is gone; make a new one when you are together.
invite-forged = An answer lies there that does not come from somebody with your invitation. Do not use it. Make a new invitation, in the same room if you can.
invite-start-again = Throw it away
invite-their-name = What you call them here
invite-done = { $name } is in your list now.
offer-title = Offer something
offer-hint = It appears as an offer. They can take it, leave it or look later, and you are not told which.
offer-practice = A practice
offer-no-practice = None
offer-words = Some words, for example for your next session
offer-do = Offer it
offer-done = It is on its way.
offer-made = Offered so far
notes-title = My own notes
notes-hint = In your own locked place. Nobody else can read them.
sheet-title = Sheet for the session
sheet-of = For the session: { $name }
sheet-hint = One page, from what was shown to you. Print it only if you can keep it safe.
sheet-span = Looking back
sheet-days = { $n } days
sheet-with-notes = With my own notes
sheet-made = { $day }, looking back { $n } days.
sheet-urges = { $n ->
    [0] No urge was written down. That may also mean that nothing was written.
    [one] 1 urge was written down.
   *[other] { $n } urges were written down.
}
sheet-strength = Strength from { $least } to { $most }, the middle one { $middle }.
sheet-tried = { $n ->
    [one] { $what }: once, said to help { $helped }, said to make it worse { $worse }.
   *[other] { $what }: { $n } times, said to help { $helped }, said to make it worse { $worse }.
}
sheet-plan = From the plan
sheet-room = Room for what comes up
sheet-foot = Made from what your client chose to show. There is always more than this page, and it predicts nothing.

## What can go wrong between devices
snag-away = The server cannot be reached just now. Everything is kept on this device and goes there later by itself.
snag-no-relay = This server keeps nothing for others. Whoever runs it can turn that on.
snag-code = This server wants an invite code. Ask whoever runs it, or your counsellor.
snag-later = That did not work just now. Please try again in a moment; nothing was lost.
snag-relay-full = The server has no more room for your copy. Everything is still on this device. Ask whoever runs the server.
snag-not-you = The server does not know these words, or access has ended. Please check them once more.
snag-answered = This invitation was answered already, or by somebody else. Ask for a new one.
snag-taken-out = This device was taken out by another of your devices. What is here stays here, but nothing new comes.
snag-ended = It was taken back, or its time is over. What was shown before is still below.
snag-untrue = What the server sent was not made by who it should be, so none of it was believed. What you see here is true. Please tell whoever runs the server.
suspicion-less = The server has less than it once had. Perhaps it was set back. This device brings what is missing again.
suspicion-fork = Two copies of this device wrote at the same time. Both were kept, and nothing is lost.
suspicion-emptied = The server has emptied something that nobody deleted. What is on this device is still whole.
suspicion-untrue = The server sent something that none of your devices wrote. It was not believed. Please tell whoever runs the server.
