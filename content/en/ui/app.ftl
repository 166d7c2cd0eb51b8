# SPDX-License-Identifier: CC-BY-4.0
## Everywhere
exit = Leave quickly
back = Back
next = Next
skip = Skip
keep = Save
keep-it = No, keep it
undo = Undo
remove = Remove
delete = Delete
delete-question = Delete it for good? It cannot come back.
delete-yes = Yes, delete it
print = Print
show-more = Show more
read-more = Read more
leave-out = Leave it out
add-a-line = Add a line
add-a-person = Add a person
opening = One moment …
crisis-lines = Crisis lines
emergency-and-lines = Emergency help and lines
open-plan = Open my plan
go-on = Go on
what = What
as-table = As a table
minutes = { $n ->
    [one] 1 minute.
   *[other] { $n } minutes.
}

## The first screens
welcome-urge-now = Need something right now?
welcome-language = Which language?
welcome-country = Where are you?
welcome-country-hint = This only puts the right phone lines first. It stays on this device.
welcome-passcode = Would you like a passcode?
welcome-passcode-hint = It keeps what you write here closed when someone else picks up this device. If you forget it, nobody can open it again, and neither can we. Help for an urge never needs it.
welcome-use-passcode = Use this passcode
welcome-no-passcode = No passcode for now
welcome-nobody = Nobody is called and nothing is sent. What you write stays on this device.
welcome-about = What Kindhold is, and what it is not
country-none = I’d rather not say
passcode-new = New passcode
passcode-again = The same again
passcode-differ = The two are not the same yet.
passcode-shortest = Six characters or more. A short sentence is good.

## Home
home-title = What do you need?
door-urge = I have an urge
door-decided = I have already decided
door-happened = It already happened
door-people = Be with someone
door-people-hint = your own people first
door-right-now = Right now: something to do this minute
home-build = Slower things, for calmer hours
home-private = Everything here stays on this device.
door-plan = My plan
door-plan-hint = what to do and who to ask when it gets hard
door-diary = Diary
door-words = My own words
door-words-hint = what a friend would say, a message to send, reasons
door-letters = Letters
door-practices = All the practices
door-practices-hint = try one when it is quiet
door-helps = What helps me
door-settings = Settings

## An urge
near-label = Close by
near-plan = My plan
near-people = People
urge-how-strong = How strong is it?
urge-just-start = Just start something
urge-nobody-called = Nobody is called, whatever you say here.
scale-of-ten = { $n } out of 10
scale-least = not at all
scale-most = as strong as it gets
functions-title = What would it do for you?
functions-hint = Tap all that fit, or none.
functions-not-sure = I’m not sure
function-regulate-down = Get the feeling down
function-feel-something = Let me feel something
function-punish-self = I feel I deserve it
function-reach-others = So someone sees, or lets me be
function-hold-off = Hold off something worse
function-belong = It’s part of who I am
offers-title = Three things to try
offers-people-first = People first
offers-hold-off = That is a lot to hold, and you don’t have to hold it alone. A person comes first. These can go with that.
offers-meanwhile = While you wait, or between calls
offers-hidden = “{ $title }” won’t be offered again.
offers-none = There is nothing left to offer that fits just now. Looking round with open eyes, or being with someone, is always here.
be-with-someone = Be with someone instead
be-with-someone-hint = a call, a message, or just sitting near
hide-for-good = Don’t offer this again
hide-named = Don’t offer this again: “{ $title }”
why-helped-before = You said this helped before.
why-gentle = A gentle one to begin with.
why-like-helped = Things of this kind have helped you.
why-new = Something new that may fit.
practice-gone = A practice that has gone
practice-gone-hint = This version doesn’t have it any more. The others are still here.

## A practice
step-of = Step { $n } of { $all }
step-back = Back one
step-finish = That’s it
ground-me = Bring me back
making-it-worse = This is making it worse
stop-here = Stop here
half-minute = Half a minute
without-words = Without words
read-aloud = Read aloud
grounding-title = Here, now
grounding-worse = Then it isn’t the right one now. You did nothing wrong. It won’t be offered again.
grounding-1 = Let your eyes move slowly round the place you are in.
grounding-2 = Find something with a straight edge. Then something round. Then something far away.
grounding-3 = Feel what is under your feet, or under you. It is holding your weight.
grounding-4 = Say where you are and what day it is, aloud or in your head.

## Afterwards
after-title = How is it now?
kind-line = However that went, you can go gently from here.
after-helped = Did it help?
helped-lot = Yes, a lot
helped-bit = A bit
helped-no = Not really
helped-worse = It made it worse
after-how-strong = How strong is it now?
after-still-high = It’s still strong. That happens. There is another door, and there are people.
another-door = Try another one
something-else = Something else
enough-for-now = Enough for now

## People
people-title = Be with someone
people-lead = You don’t have to explain. “I’m having a hard time, nothing to fix” is enough.
people-locked = Your own people are behind the passcode. The lines below are always here.
people-unlock = Open with the passcode
people-none = There is nobody in your plan yet. You can add one person now, or use a line below.
people-add = Add a person
people-lines-hint = Each line says what happens when you get in touch.
people-near-title = Or just be near people
people-near = A kitchen, a shop that is open, a friend’s sofa, a chat where someone’s awake. You don’t have to talk.
people-done = Go on
call = Call
call-named = Call { $name }
message = Message
message-named = Message { $name }
message-copy = Copy the message
message-copied = Copied
message-default = I’m struggling right now. Nothing to fix. Can you keep me company for a bit?

## The two other doors
decided-title = I have already decided
decided-1 = You don’t have to change your mind to be here. Nothing on this page will argue with you.
decided-2 = Something else can be true as well. Somebody could be with you, even just for the next ten minutes.
decided-meanwhile = Something for these ten minutes
happened-title = It already happened
happened-hurt = If you are hurt and need help, or have taken something, get medical help first. Call the emergency number, or go with someone.
happened-1 = You are here now. There is nothing to confess and nothing is counted.
happened-2 = Shame often comes after. It is loud, and it is not the whole of you. You still get to be warm, to drink some water, to have someone near.
happened-gentle = Something gentle for the feeling
happened-write = Write about it

## The plan
plan-title = My plan
plan-empty = Nothing is in it yet. A few words are enough to begin. You can write it alone or with someone.
plan-write = Write in it
plan-write-title = Write my plan
plan-write-lead = Every part can stay empty. Your words, in your own way.
plan-signs = How I notice it is getting hard
plan-signs-hint = A thought, a feeling, a time of day, a place.
plan-alone = Things I can do by myself
plan-alone-hint = Things that carry you through a few minutes.
plan-places = People and places that take my mind off it
plan-places-hint = You don’t have to talk about it there.
plan-people = People I can ask for help
plan-people-hint = Someone who would want to know. One is enough.
plan-professionals = Professionals and lines
plan-professionals-hint = A counsellor, a doctor, a line you would use.
plan-surroundings = Making the place around me safer
plan-surroundings-hint = Only what you want to write. You can ask someone to help with it.
plan-earlier = Earlier versions
plan-bring-back = Bring this one back
plan-credit = The six parts follow a safety plan by Barbara Stanley and Gregory Brown (2012). The words are ours.
contact-name = Name
contact-phone = Phone number
contact-note = A note, for example when they are awake

## The diary
diary-title = Diary
diary-lead = For whatever is there. You can leave days out.
diary-new = Write something
diary-entry-title = { $when }
diary-feelings = What do you feel, or not feel?
diary-words = In your own words
diary-check-in = Was there an urge? You can leave this out.
feeling-sad = sad
feeling-afraid = afraid
feeling-angry = angry
feeling-ashamed = ashamed
feeling-guilty = guilty
feeling-lonely = lonely
feeling-overwhelmed = too much
feeling-empty = empty
feeling-numb = numb
feeling-tired = tired
feeling-restless = restless
feeling-disgusted = disgusted
feeling-hurt = hurt
feeling-calm = calm
feeling-relieved = relieved
feeling-hopeful = hopeful
feeling-warm = warm
feeling-proud = proud
feeling-dont-know = don’t know

## Letters
letters-title = Letters
letters-lead = To yourself, to someone, to the part that is loud. They never have to be sent.
letter-new = Write a letter
letter-untitled = A letter
letter-title = A letter
letter-to = To whom, or what about
letter-text = The letter
letter-begin-hint = If a first line helps:
letter-begin-see = I can see how hard this has been.
letter-begin-sense = It makes sense that I feel this, because
letter-begin-wish = What I wish for you is

## Own words
words-title = My own words
words-lead = Written in a calmer hour, for a harder one. They come up where they may help.
words-friend = What a good friend would say
words-friend-hint = In their voice. It is shown to you after a practice.
words-friend-label = A line a good friend would say
words-message = A message to send
words-message-hint = The first one is put into messages to your people. You still press send yourself.
words-message-label = A message to send in a hard hour
words-reason = What is worth being gentle for
words-reason-hint = Small things count: a cat, a song, next week’s episode.
words-reason-label = Something worth being gentle for
words-help = How to help me
words-help-hint = For people close to you, if you want to show it one day. What is good to say? What helps in a hard hour?
words-help-label = How somebody can help you

## What helps
helps-title = What helps me
helps-nothing-yet = There will be pictures here once you have tried a practice or two.
helps-goes = { $n ->
    [one] You have made room for yourself once.
   *[other] You have made room for yourself { $n } times.
}
helps-most = What helped
helps-by-function = What helped, by what it was for
helps-when = When urges came
helps-times = Times it helped
helps-moments = Moments
helps-note = This only ever adds up. Quiet weeks and hard weeks both leave it as it is.
part-of-day-morning = Morning
part-of-day-afternoon = Afternoon
part-of-day-evening = Evening
part-of-day-night = Night

## All the practices
practices-title = All the practices
practices-lead = It’s easier to use one in a hard minute if you have met it in a quiet one.
practices-not-reviewed = Nobody trained has reviewed them yet.
practices-partly-reviewed = Nobody trained has reviewed some of them yet.
practices-filter = Show the ones for
practices-all = anything
practices-hidden = Not offered
show-again = Offer it again

## The lock
locked-title = It’s locked
locked-help-first = Help needs no passcode. While it’s locked, nothing you do here is kept.
locked-passcode = Passcode
locked-open = Open
locked-opening = Opening …
locked-passkey = Open with a passkey
locked-forgot = I forgot the passcode
locked-forgot-hint = Nobody can open it without the passcode, and neither can we. If you have a file you saved before, you can start fresh and bring it back in. Starting fresh erases what is on this device.
lock-title = Lock and passcode
lock-has-passcode = There is a passcode.
lock-has-none = There is no passcode. Whoever opens this app on this device can read what is in it.
lock-set = Set a passcode
lock-change = Change the passcode
lock-hint = If you forget it, nobody can open what is here again. Keep a saved copy somewhere safe.
lock-passcode-now = Your passcode now
lock-passcode-why = You need it to change the passcode or the passkey. That way nobody else can lock you out.
lock-passcode-or = Or leave it empty and use your passkey.
lock-take-away = Remove the passcode
lock-after = Lock when I’ve been away for
lock-after-0 = a moment
lock-after-1 = 1 minute
lock-after-5 = 5 minutes
lock-after-30 = 30 minutes
lock-now = Lock now
passcode-is-set = The passcode is set.
passcode-is-gone = The passcode is gone.
passkey-title = Passkey
passkey-hint = Open with your fingerprint, face or device code. The passcode keeps working.
passkey-add = Add a passkey
passkey-remove = Remove the passkey
passkey-is-set = The passkey is set.
passkey-is-gone = The passkey is gone. Your device may still list it; you can delete it there.

## Moving and keeping
data-title = Save a copy, or bring one in
export-title = Save a copy
export-lead = One file with everything you keep here, locked with a passphrase. Good for a new phone, or in case this one is lost.
export-passphrase = The passphrase for this file:
export-another = Make another
export-own = Choose my own instead
export-own-label = At least twelve characters. A few odd words in a row are good.
export-keep-words = Write it down somewhere else. Without it nobody can open the file.
export-do = Save the file
export-making = Making the file …
export-done = The file is ready. Your browser keeps it where downloads go.
export-failed = The file could not be made. Nothing here is lost. Please try again.
export-file = notes-{ $day }.age
export-open-elsewhere = The file is in the open age format, so other tools can open it too.
import-title = Bring a copy in
import-lead = What is in the file is added to what is here. Nothing here is overwritten.
import-file = The file
import-passphrase = Its passphrase
import-do = Bring it in
import-pick-first = Pick the file first.
import-reading = Reading the file …
import-unreadable = This file could not be read. Please pick it again.
import-nothing-new = Everything in this file was here already.
import-done = { $n ->
    [one] One thing was brought in.
   *[other] { $n } things were brought in.
}
erase-title = Erase everything
erase-what = This takes everything you keep in Kindhold off this device. The plan, the diary, letters, your own words and all settings go.
erase-not = It does not remove files you saved, messages you sent, or the app itself.
erase-sure = Yes, I want all of it gone
erase-do = Erase it now

## Settings
settings-title = Settings
settings-theme = Colours
settings-theme-default = As on this device
settings-theme-light = Light
settings-theme-dark = Dark
settings-theme-contrast = High contrast
settings-text = Text size
settings-text-default = Normal
settings-text-2 = Large
settings-text-3 = Very large
settings-motion = Movement
settings-motion-default = As on this device
settings-motion-less = Less
settings-voice = Voice
settings-voice-default = Quiet
settings-voice-1 = Read steps aloud
settings-wordless = Practices
settings-wordless-default = With words
settings-wordless-1 = Without words
settings-plain = Name and icon
settings-plain-default = Kindhold
settings-plain-1 = Notes
settings-plain-hint = This counts from the next time you install it on the home screen.
settings-exit = Leaving quickly
settings-exit-hint = Tap “Leave quickly”, or press Escape twice. Kindhold closes, and locks if there is a passcode. A page about kitchen measures takes its place.
settings-install = Put it on the home screen
settings-leaving = What leaving quickly does and does not hide
settings-about = About Kindhold
storage-kept = Your browser has promised to keep what is here.
storage-not-promised = Your browser has not promised to keep what is here if the device runs out of space. Save a copy now and then.

## When something goes wrong
trouble-wrong-passcode = That is not the passcode. Nothing has changed. Try again when you like.
trouble-passkey = The passkey did not open it. You can use the passcode.
trouble-full = This device is out of space, so this was not kept. Make some room, then try again. What you wrote is still on the screen.
trouble-not-kept = This was not kept, because the browser would not write it down. What you wrote is still on the screen. Please try again.
trouble-no-store = This window can’t keep anything, perhaps because it is a private one. Everything works, and nothing is kept when you close it.
trouble-keys-gone = The keys of this browser are gone, so what was kept here can’t be opened. If you saved a copy, erase what is here, then bring the copy in.
trouble-newer = This was written by a newer version of Kindhold. Nothing has changed. Close all its windows and open it again to update.
trouble-other-tab = Another window changed the lock. Please open Kindhold again.
trouble-file-not-ours = This file is not one that Kindhold saved. Please pick another.
trouble-file-damaged = This file is damaged. Nothing was changed. If you have another copy, try that one.
trouble-file-wrong-passphrase = That is not this file’s passphrase. Nothing was changed. Check each character and try again.
trouble-thrown-away = This browser has thrown away what was kept here, perhaps because space ran short. If you saved a copy, you can bring it back in under Settings.
trouble-file-too-hard = This file asks more memory than this device has, so it could not be opened. Nothing was changed. Try on another device.
trouble-file-newer = This file was saved by a newer version of Kindhold. Please update, then try again.
notice-damaged = { $n ->
    [one] One entry could not be read and was left as it is. Everything else is here.
   *[other] { $n } entries could not be read and were left as they are. Everything else is here.
}
notice-two-histories = What is kept here was changed from outside this app. Everything that could be read is here. Save a copy to be sure.

## When words read like somebody who may want to die
signpost-lead = This sounds very heavy. If a part of you wants to die, you do not have to be alone with it.
signpost-private = Only this device noticed. Kindhold tells nobody, and keeps nothing about it.
