# SPDX-License-Identifier: CC-BY-4.0
# Around the library, the supporters' track and the counsellor's guide.

site-library = Library
site-supporters = For people close to someone
site-guide = For counsellors
site-languages = Languages
site-tab-library = Reading
site-tab-supporters = Reading
site-tab-guide = Guide

shelf-understanding = What it is, and why
shelf-kindness = Kindness, and the critic
shelf-help = Getting help
shelf-life = Days, evenings, other people
shelf-others = If you are close to someone

article-english = This text is in English. Nobody has translated it yet.
article-next = Next
article-see = To read on
article-practices = Something short to try
article-written = Written by { $role }, last changed on { $day }.
article-reviewed = Reviewed by { $names } on { $day }.
article-not-reviewed = Nobody trained has reviewed it yet.
article-minutes = { $n ->
    [one] About a minute to read.
   *[other] About { $n } minutes to read.
 }
article-reading-age = Readable from about age { $n }.
author-project-writer = writers of this project, who are not clinicians
author-clinician = a clinician
author-lived-experience = someone with lived experience

search-label = Look for something
search-none = Nothing found. Try another word.
search-one = 1 text found
search-other = # texts found
search-missing = The search could not be loaded. The whole list is below.
search-urgent = If this is about you, right now: a person can help.

say-this = This helps to hear
say-rather-not = Rather not this

emergency-numbers-title = Emergency numbers
emergency-numbers-elsewhere = Anywhere else, use the number of the country you are in. In many countries 112 works from a mobile phone.

map-caption = Every practice, and what it is for
map-title = Practice
map-functions = Answers
map-skills = Works with
map-kindness = Kindness
map-cautions = With care
map-kindness-none = none asked for
map-flow-to-others = to others
map-flow-from-others = from others
map-flow-to-self = to oneself

function-short-regulate-down = too much
function-short-feel-something = numb
function-short-punish-self = deserving it
function-short-reach-others = others
function-short-hold-off = holding off something worse
function-short-belong = belonging

skill-attention = attention
skill-imagery = imagery
skill-feeling = feeling
skill-thinking = thinking
skill-behaviour = doing
skill-body = body

caution-not-when-numb = not when numb
caution-not-when-strongest = not at the strongest urges
caution-breath = looks at the breath
caution-memory = looks at memories
caution-backdraft = can bring up grief
caution-needs-person = needs a person
caution-movement = moves the whole body
caution-aloud = speaks aloud

date-long = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

door-library = Library
door-library-hint = Short texts for a calmer hour
door-programme = Slower work
door-programme-hint = Small steps, five minutes each, in any order

reading-library = Short texts for a calmer hour. Read one, or half of one.
reading-supporters = Six steps, from the day you found out to the long run.
reading-guide = Ten short pages on the approach, the practices, and where to take care.
reading-missing = This could not be loaded. Try again when there is a network.
search-found = { $n ->
    [one] 1 text found
   *[other] { $n } texts found
 }

programme-title = Slower work
programme-lead = Small steps for calmer hours. Nothing here is a duty, and nothing is locked. Start with whichever you like. If you can’t tell, start at the top.
programme-private = What you write is kept on this device, and nobody reads it unless you show it.
programme-any-part = Any part, in any order. You can stop after each.
programme-next = The one after
programme-on = Go on:
programme-been = you’ve been here
programme-kept = { $n ->
    [one] 1 thing kept
   *[other] { $n } things kept
 }
part-read = Read
part-try = Try
part-keep = Keep

keepsake-begin = Begin
keepsake-another = Another one
keepsake-change = Change it
keepsake-hint = Every field may stay empty. You can change all of it later.
keepsake-to-letters = Put it among my letters
keepsake-in-letters = It is among your letters now.
keepsake-to-messages = Keep it among my messages
keepsake-in-messages = It is among your own words now, ready to send.
keepsake-to-plan = Put these into my plan
keepsake-in-plan = They are in your plan now, under things you can do alone.
field-help = Help to begin
list-last = { $first } and { $last }
systems-size = { $name }: { $n } of 10
prefill-urge = Some of this comes from what you wrote on { $day }. It is a guess. Change whatever is wrong.
prefill-own = Some of this is already yours, from your plan or your own words. Change whatever you like.
prefill-with-someone = Somebody was with me

show-programme = What I kept from the slower work
shows-programme = slower work
picture-programme = From the slower work
offer-step = A step of the programme
offer-no-step = None
notice-would-lose = This window keeps nothing, and going there would lose what you have said. Save a copy first, under Settings.

questions-door = Questions and comments from readers
questions-door-hint = Read what others asked, or leave your own
questions-heading = Questions and comments
questions-about = About: { $title }
questions-lead = A moderator reads everything before anyone else can see it. That can take days. Nobody here answers in a crisis.
questions-none = Nothing has been put up yet.
questions-by = From { $name }, { $day }
questions-by-nobody = From somebody, { $day }
questions-answer = Answer
questions-form = Leave a question or a comment
questions-needed = Needed. All else is up to you.
questions-name = A name, if you like. Not your real one.
questions-words = Your question or comment
questions-words-hint = Up to { $n } characters. Everyone can read it once it is up, so leave out names, places, numbers and links.
questions-terms = I know: everyone may read this. A moderator may decide not to put it up. Whoever runs this server can read it too.
questions-send = Send it to the moderator
questions-back = Back to the text

questions-sent = Thank you. It is waiting for a moderator.
questions-sent-hint = It is not on the page yet. If it goes up, it will be among the questions on that text.
questions-code = To take it back one day, keep this code. Nothing else is known of you, so nobody can find it without the code:
questions-take-back = Take something back
questions-take-back-hint = Put in the code that you were given. What you wrote is deleted at once, and nothing of it is left.
questions-take-back-code = The code
questions-take-back-do = Delete it
questions-taken-back = It is deleted.
questions-no-such = There is nothing with that code. Perhaps it is deleted already.

questions-urgent-title = Are you in danger right now?
questions-urgent = What you wrote sounds as if it could be very bad at the moment. It has not been sent: nobody here would read it in time. Please let a person be with you now.
questions-urgent-still = If it is not about now, you can still send it below.
questions-reword = Could you say it a little differently?
questions-reword-hint = People who are having a bad night may read this. Some words can make their night worse. Nothing has been sent, and your words are still below.
questions-reword-word = “{ $word }”: { $reason } { $instead }
questions-contact = Please leave out links, addresses and numbers. Everyone could read them.
questions-empty = Write something first.
questions-long = That is too long. Up to { $n } characters fit.
questions-name-long = That name is too long. Up to { $n } characters fit.
questions-terms-missing = Please tick the box first.
questions-old = The form had been open for too long, or was sent too fast. Please send it again.
questions-often = Too many came from here in a short time. Please try again in an hour.
questions-full = Too many are waiting for a moderator right now. Please try again another day.
questions-broken = That did not work. Nothing was lost. Please try again later.
part-about = What this is
