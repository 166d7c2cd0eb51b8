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
