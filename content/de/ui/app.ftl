# SPDX-License-Identifier: CC-BY-4.0
## Everywhere
exit = Schnell weg
back = Zurück
next = Weiter
skip = Überspringen
keep = Sichern
keep-it = Nein, behalten
undo = Rückgängig
remove = Entfernen
delete = Löschen
delete-question = Für immer löschen? Das kommt nicht wieder.
delete-yes = Ja, löschen
print = Drucken
show-more = Mehr zeigen
read-more = Mehr lesen
leave-out = Weglassen
add-a-line = Zeile dazu
add-a-person = Person dazu
opening = Einen Moment …
crisis-lines = Krisentelefone
emergency-and-lines = Notruf und Krisentelefone
open-plan = Meinen Plan öffnen
go-on = Weiter
what = Was
as-table = Als Tabelle
minutes = { $n ->
    [one] 1 Minute.
   *[other] { $n } Minuten.
}

## The first screens
welcome-urge-now = Brauchst du jetzt gleich etwas?
welcome-language = Welche Sprache?
welcome-country = Wo bist du?
welcome-country-hint = Dann stehen die richtigen Nummern oben. Mehr macht das nicht. Es bleibt auf diesem Gerät.
welcome-passcode = Möchtest du einen Sperrcode?
welcome-passcode-hint = Damit bleibt zu, was du hier schreibst, wenn jemand anderes dieses Gerät nimmt. Wenn du ihn vergisst, kann es niemand mehr öffnen, auch wir nicht. Für Hilfe bei einem Drang brauchst du ihn nie.
welcome-use-passcode = Diesen Sperrcode nehmen
welcome-no-passcode = Erst mal kein Sperrcode
welcome-nobody = Niemand wird angerufen, und nichts wird verschickt. Was du schreibst, bleibt auf diesem Gerät.
welcome-about = Was Kindhold ist, und was nicht
country-none = Möchte ich nicht sagen
passcode-new = Neuer Sperrcode
passcode-again = Noch einmal derselbe
passcode-differ = Die beiden sind noch nicht gleich.
passcode-shortest = Sechs Zeichen oder mehr. Ein kurzer Satz ist gut.

## Home
home-title = Was brauchst du?
door-urge = Ich habe einen Drang
door-decided = Ich habe mich schon entschieden
door-happened = Es ist schon passiert
door-people = Bei jemandem sein
door-people-hint = deine eigenen Leute zuerst
door-right-now = Jetzt gerade: etwas für diese Minute
home-build = Langsamere Dinge, für ruhigere Stunden
home-private = Alles hier bleibt auf diesem Gerät.
door-plan = Mein Plan
door-plan-hint = was ich tun und wen ich fragen kann, wenn es schwer wird
door-diary = Tagebuch
door-words = Meine eigenen Worte
door-words-hint = ein lieber Satz, eine Nachricht zum Abschicken, Gründe
door-letters = Briefe
door-practices = Alle Übungen
door-practices-hint = probier eine aus, wenn es ruhig ist
door-helps = Was mir hilft
door-settings = Einstellungen

## An urge
near-label = In der Nähe
near-plan = Mein Plan
near-people = Leute
urge-how-strong = Wie stark ist der Drang?
urge-just-start = Fang einfach mit etwas an
urge-nobody-called = Niemand wird angerufen, egal, was du hier sagst.
scale-of-ten = { $n } von 10
scale-least = gar nicht
scale-most = so stark, wie es geht
functions-title = Was würde es für dich tun?
functions-hint = Tipp alles an, was passt, oder nichts.
functions-not-sure = Ich weiß nicht genau
function-regulate-down = Das Gefühl kleiner machen
function-feel-something = Mich etwas spüren lassen
function-punish-self = Ich finde, ich habe es verdient
function-reach-others = Damit jemand mich sieht oder mich in Ruhe lässt
function-hold-off = Etwas Schlimmeres fernhalten
function-belong = Es gehört zu mir
offers-title = Drei Dinge zum Ausprobieren
offers-people-first = Menschen zuerst
offers-hold-off = Das ist viel auf einmal, und du musst es nicht allein halten. Ein Mensch kommt zuerst. Diese Dinge passen dazu.
offers-meanwhile = Während du wartest, oder zwischen zwei Anrufen
offers-hidden = „{ $title }“ wird dir nicht mehr angeboten.
offers-none = Es ist gerade nichts mehr da, was passt. Sich mit offenen Augen umschauen oder bei jemandem sein, das geht hier immer.
be-with-someone = Lieber bei jemandem sein
be-with-someone-hint = ein Anruf, eine Nachricht oder einfach daneben sitzen
hide-for-good = Das nicht mehr anbieten
hide-named = Das nicht mehr anbieten: „{ $title }“
why-helped-before = Du hast gesagt, das hat schon mal geholfen.
why-gentle = Etwas Sanftes für den Anfang.
why-like-helped = So etwas hat dir schon geholfen.
why-new = Etwas Neues, das passen könnte.
practice-gone = Eine Übung, die es nicht mehr gibt
practice-gone-hint = Diese Version hat sie nicht mehr. Die anderen sind noch da.

## A practice
step-of = Schritt { $n } von { $all }
step-back = Einen zurück
step-finish = Das war’s
ground-me = Hol mich zurück
making-it-worse = Das macht es schlimmer
stop-here = Hier aufhören
half-minute = Eine halbe Minute
without-words = Ohne Worte
read-aloud = Vorlesen
grounding-title = Hier, jetzt
grounding-worse = Dann ist es gerade nicht das Richtige. Du hast nichts falsch gemacht. Es wird dir nicht mehr angeboten.
grounding-1 = Lass deine Augen langsam durch den Raum gehen, in dem du bist.
grounding-2 = Such etwas mit einer geraden Kante. Dann etwas Rundes. Dann etwas weit weg.
grounding-3 = Spür, was unter deinen Füßen ist, oder unter dir. Es trägt dein Gewicht.
grounding-4 = Sag, wo du bist und welcher Tag heute ist, laut oder im Kopf.

## Afterwards
after-title = Wie ist es jetzt?
kind-line = Wie auch immer es war: Du kannst von hier aus sanft weitergehen.
after-helped = Hat es geholfen?
helped-lot = Ja, sehr
helped-bit = Ein bisschen
helped-no = Eher nicht
helped-worse = Es wurde schlimmer
after-how-strong = Wie stark ist der Drang jetzt?
after-still-high = Er ist noch stark. Das kommt vor. Es gibt noch eine Tür, und es gibt Menschen.
another-door = Etwas anderes ausprobieren
something-else = Etwas anderes
enough-for-now = Genug für jetzt

## People
people-title = Bei jemandem sein
people-lead = Du musst nichts erklären. „Mir geht es gerade nicht gut, du musst nichts lösen“ reicht.
people-locked = Deine eigenen Leute sind hinter dem Sperrcode. Die Nummern unten sind immer da.
people-unlock = Mit dem Sperrcode öffnen
people-none = In deinem Plan steht noch niemand. Du kannst jetzt einen Menschen eintragen oder unten eine Nummer nehmen.
people-add = Einen Menschen eintragen
people-lines-hint = Bei jeder Nummer steht, was passiert, wenn du dich meldest.
people-near-title = Oder einfach in der Nähe von Leuten sein
people-near = Eine Küche, ein Laden, der offen hat, ein Sofa bei jemandem, den du magst, ein Chat, in dem noch jemand wach ist. Du musst nicht reden.
people-done = Weiter
call = Anrufen
call-named = { $name } anrufen
message = Schreiben
message-named = { $name } schreiben
message-copy = Nachricht kopieren
message-copied = Kopiert
message-default = Mir geht es gerade nicht gut. Du musst nichts lösen. Bleibst du ein bisschen bei mir?

## The two other doors
decided-title = Ich habe mich schon entschieden
decided-1 = Du musst es dir nicht anders überlegen, um hier zu sein. Nichts auf dieser Seite will dich überreden.
decided-2 = Daneben kann noch etwas wahr sein. Jemand könnte bei dir sein, und wenn es nur die nächsten zehn Minuten sind.
decided-meanwhile = Etwas für diese zehn Minuten
happened-title = Es ist schon passiert
happened-hurt = Wenn du verletzt bist und Hilfe brauchst oder etwas eingenommen hast, hol dir zuerst ärztliche Hilfe. Wähl den Notruf, oder geh mit jemandem hin.
happened-1 = Du bist jetzt hier. Du musst nichts beichten, und nichts wird gezählt.
happened-2 = Danach kommt oft Scham. Sie ist laut, und sie ist nicht alles an dir. Du darfst es trotzdem warm haben, etwas Wasser trinken und jemanden in der Nähe haben.
happened-gentle = Etwas Sanftes für das Gefühl
happened-write = Darüber schreiben

## The plan
plan-title = Mein Plan
plan-empty = Noch steht nichts darin. Ein paar Worte reichen für den Anfang. Du kannst ihn allein schreiben oder mit jemandem.
plan-write = Hineinschreiben
plan-write-title = Meinen Plan schreiben
plan-write-lead = Jeder Teil darf leer bleiben. Deine Worte, auf deine Art.
plan-signs = Woran ich merke, dass es schwer wird
plan-signs-hint = Ein Gedanke, ein Gefühl, eine Tageszeit, ein Ort.
plan-alone = Was ich allein tun kann
plan-alone-hint = Dinge, die dich durch ein paar Minuten tragen.
plan-places = Menschen und Orte, die mich ablenken
plan-places-hint = Du musst dort nicht darüber reden.
plan-people = Menschen, die ich um Hilfe bitten kann
plan-people-hint = Jemand, der es wissen wollen würde. Einer reicht.
plan-professionals = Fachleute und Krisentelefone
plan-professionals-hint = Jemand vom Fach, eine Praxis, eine Nummer, die du nehmen würdest.
plan-surroundings = Was es um mich herum sicherer macht
plan-surroundings-hint = Nur, was du schreiben willst. Du kannst jemanden bitten, dir dabei zu helfen.
plan-earlier = Frühere Fassungen
plan-bring-back = Diese zurückholen
plan-credit = Die sechs Teile folgen dem Sicherheitsplan von Barbara Stanley und Gregory Brown (2012). Die Worte sind von uns.
contact-name = Name
contact-phone = Telefonnummer
contact-note = Eine Notiz, zum Beispiel, wann die Person wach ist

## The diary
diary-title = Tagebuch
diary-lead = Für alles, was da ist. Du kannst Tage auslassen.
diary-new = Etwas schreiben
diary-entry-title = { $when }
diary-feelings = Was fühlst du, oder was nicht?
diary-words = In deinen eigenen Worten
diary-check-in = War da ein Drang? Das kannst du weglassen.
feeling-sad = traurig
feeling-afraid = ängstlich
feeling-angry = wütend
feeling-ashamed = voller Scham
feeling-guilty = schuldig
feeling-lonely = einsam
feeling-overwhelmed = alles zu viel
feeling-empty = leer
feeling-numb = taub
feeling-tired = müde
feeling-restless = unruhig
feeling-disgusted = voller Ekel
feeling-hurt = gekränkt
feeling-calm = ruhig
feeling-relieved = erleichtert
feeling-hopeful = voller Hoffnung
feeling-warm = warm
feeling-proud = stolz
feeling-dont-know = weiß nicht

## Letters
letters-title = Briefe
letters-lead = An dich selbst, an jemanden, an den Teil, der laut ist. Du musst sie nie abschicken.
letter-new = Einen Brief schreiben
letter-untitled = Ein Brief
letter-title = Ein Brief
letter-to = An wen, oder worüber
letter-text = Der Brief
letter-begin-hint = Wenn dir ein erster Satz hilft:
letter-begin-see = Ich sehe, wie schwer das war.
letter-begin-sense = Es ist verständlich, dass ich das fühle, weil
letter-begin-wish = Was ich dir wünsche, ist

## Own words
words-title = Meine eigenen Worte
words-lead = In einer ruhigeren Stunde geschrieben, für eine schwerere. Sie tauchen auf, wo sie helfen können.
words-friend = Was jemand sagen würde, der mich mag
words-friend-hint = In dieser Stimme. Du bekommst es nach einer Übung zu sehen.
words-friend-label = Ein Satz von jemandem, der dich mag
words-message = Eine Nachricht zum Abschicken
words-message-hint = Die erste steht schon da, wenn du deinen Leuten schreibst. Abschicken musst du sie selbst.
words-message-label = Eine Nachricht für eine schwere Stunde
words-reason = Wofür es sich lohnt, sanft zu sein
words-reason-hint = Kleines zählt: eine Katze, ein Lied, die Folge von nächster Woche.
words-reason-label = Etwas, wofür es sich lohnt, sanft zu sein
words-help = Wie man mir helfen kann
words-help-hint = Für Leute, die dir nah sind, falls du es ihnen einmal zeigen willst. Was ist gut zu hören? Was hilft in einer schweren Stunde?
words-help-label = Wie dir jemand helfen kann

## What helps
helps-title = Was mir hilft
helps-nothing-yet = Hier kommen Bilder hin, sobald du ein oder zwei Übungen ausprobiert hast.
helps-goes = { $n ->
    [one] Du hast dir einmal Platz gemacht.
   *[other] Du hast dir { $n }-mal Platz gemacht.
}
helps-most = Was geholfen hat
helps-by-function = Was geholfen hat, und wobei
helps-when = Wann ein Drang kam
helps-times = So oft hat es geholfen
helps-moments = Momente
helps-note = Hier kommt immer nur etwas dazu. Ruhige Wochen und schwere Wochen ändern nichts daran.
part-of-day-morning = Morgen
part-of-day-afternoon = Nachmittag
part-of-day-evening = Abend
part-of-day-night = Nacht

## All the practices
practices-title = Alle Übungen
practices-lead = In einer schweren Minute ist eine Übung leichter, wenn du sie aus einer ruhigen schon kennst.
practices-not-reviewed = Noch keine Fachperson hat sie geprüft, auch nicht die Übersetzung.
practices-partly-reviewed = Manche davon hat noch keine Fachperson geprüft.
practices-filter = Zeig die für
practices-all = alles
practices-hidden = Nicht angeboten
show-again = Wieder anbieten

## The lock
locked-title = Es ist gesperrt
locked-help-first = Hilfe braucht keinen Sperrcode. Solange es zu ist, wird nichts gespeichert, was du machst.
locked-passcode = Sperrcode
locked-open = Öffnen
locked-opening = Wird geöffnet …
locked-passkey = Mit einem Passkey öffnen
locked-forgot = Ich habe den Sperrcode vergessen
locked-forgot-hint = Ohne den Sperrcode kann es niemand öffnen, auch wir nicht. Hast du früher eine Datei gesichert? Dann kannst du neu anfangen und sie zurückholen. Neu anfangen löscht, was auf diesem Gerät ist.
lock-title = Sperre und Sperrcode
lock-has-passcode = Es gibt einen Sperrcode.
lock-has-none = Es gibt keinen Sperrcode. Wer diese App auf diesem Gerät öffnet, kann lesen, was darin steht.
lock-set = Einen Sperrcode einrichten
lock-change = Den Sperrcode ändern
lock-hint = Wenn du ihn vergisst, kann niemand mehr öffnen, was hier ist. Heb eine gesicherte Kopie an einem guten Ort auf.
lock-passcode-now = Dein jetziger Sperrcode
lock-passcode-why = Du brauchst ihn, um Sperrcode oder Passkey zu ändern. So kann dich niemand aussperren.
lock-passcode-or = Oder lass das Feld leer und nimm deinen Passkey.
lock-take-away = Den Sperrcode entfernen
lock-after = Sperren, wenn ich weg bin, nach
lock-after-0 = einem Augenblick
lock-after-1 = 1 Minute
lock-after-5 = 5 Minuten
lock-after-30 = 30 Minuten
lock-now = Jetzt sperren
passcode-is-set = Der Sperrcode gilt jetzt.
passcode-is-gone = Der Sperrcode ist weg.
passkey-title = Passkey
passkey-hint = Öffne mit Fingerabdruck, Gesicht oder dem Code deines Geräts. Der Sperrcode geht weiterhin.
passkey-add = Einen Passkey hinzufügen
passkey-remove = Den Passkey entfernen
passkey-is-set = Der Passkey gilt jetzt.
passkey-is-gone = Der Passkey ist weg. Vielleicht steht er noch in der Liste deines Geräts. Dort kannst du ihn löschen.

## Moving and keeping
data-title = Eine Kopie sichern oder zurückholen
export-title = Eine Kopie sichern
export-lead = Eine Datei mit allem, was du hier aufhebst, verschlossen mit einem langen Passwort. Gut für ein neues Handy, oder falls dieses verloren geht.
export-passphrase = Das Passwort für diese Datei:
export-another = Ein anderes machen
export-own = Lieber ein eigenes nehmen
export-own-label = Mindestens zwölf Zeichen. Ein paar seltsame Wörter hintereinander sind gut.
export-keep-words = Schreib es woanders auf. Ohne das Passwort kann niemand die Datei öffnen.
export-do = Die Datei sichern
export-making = Die Datei wird gemacht …
export-done = Die Datei ist fertig. Dein Browser legt sie zu den Downloads.
export-failed = Die Datei konnte nicht gemacht werden. Hier ist nichts verloren. Bitte probier es noch einmal.
export-file = notizen-{ $day }.age
export-open-elsewhere = Die Datei hat das offene age-Format. Andere Programme können sie also auch öffnen.
import-title = Eine Kopie zurückholen
import-lead = Was in der Datei ist, kommt zu dem dazu, was hier ist. Hier wird nichts überschrieben.
import-file = Die Datei
import-passphrase = Ihr Passwort
import-do = Zurückholen
import-pick-first = Such zuerst die Datei aus.
import-reading = Die Datei wird gelesen …
import-unreadable = Diese Datei konnte nicht gelesen werden. Bitte such sie noch einmal aus.
import-nothing-new = Alles aus dieser Datei war schon hier.
import-done = { $n ->
    [one] Eine Sache wurde zurückgeholt.
   *[other] { $n } Dinge wurden zurückgeholt.
}
erase-title = Alles löschen
erase-what = Damit verschwindet von diesem Gerät alles, was du in Kindhold aufhebst: der Plan, das Tagebuch, die Briefe, deine eigenen Worte und alle Einstellungen.
erase-not = Dateien, die du gesichert hast, Nachrichten, die du geschickt hast, und die App selbst bleiben.
erase-sure = Ja, das soll alles weg
erase-do = Jetzt löschen

## Settings
settings-title = Einstellungen
settings-theme = Farben
settings-theme-default = Wie auf diesem Gerät
settings-theme-light = Hell
settings-theme-dark = Dunkel
settings-theme-contrast = Starker Kontrast
settings-text = Schriftgröße
settings-text-default = Normal
settings-text-2 = Groß
settings-text-3 = Sehr groß
settings-motion = Bewegung
settings-motion-default = Wie auf diesem Gerät
settings-motion-less = Weniger
settings-voice = Stimme
settings-voice-default = Still
settings-voice-1 = Schritte vorlesen
settings-wordless = Übungen
settings-wordless-default = Mit Worten
settings-wordless-1 = Ohne Worte
settings-plain = Name und Symbol
settings-plain-default = Kindhold
settings-plain-1 = Notizen
settings-plain-hint = Das gilt, wenn du die App das nächste Mal auf den Startbildschirm legst.
settings-exit = Schnell weg
settings-exit-hint = Tipp auf „Schnell weg“, oder drück zweimal Escape. Kindhold geht zu und sperrt sich, wenn es einen Sperrcode gibt. Stattdessen siehst du eine Seite mit Küchenmaßen.
settings-install = Auf den Startbildschirm legen
settings-leaving = Was „Schnell weg“ versteckt und was nicht
settings-about = Über Kindhold
storage-kept = Dein Browser hat zugesagt, zu behalten, was hier ist.
storage-not-promised = Dein Browser hat nicht zugesagt, zu behalten, was hier ist, wenn auf dem Gerät der Platz ausgeht. Sichere ab und zu eine Kopie.

## When something goes wrong
trouble-wrong-passcode = Das ist nicht der Sperrcode. Es hat sich nichts geändert. Probier es noch einmal, wann du magst.
trouble-passkey = Der Passkey hat es nicht geöffnet. Du kannst den Sperrcode nehmen.
trouble-full = Auf diesem Gerät ist kein Platz mehr. Darum wurde das nicht gesichert. Mach etwas Platz und probier es noch einmal. Was du geschrieben hast, steht noch auf dem Bildschirm.
trouble-not-kept = Das wurde nicht gesichert, weil der Browser es nicht speichern wollte. Was du geschrieben hast, steht noch auf dem Bildschirm. Bitte probier es noch einmal.
trouble-no-store = Dieses Fenster kann nichts sichern. Vielleicht ist es ein privates. Alles geht, aber nichts bleibt, wenn du es schließt.
trouble-keys-gone = Die Schlüssel dieses Browsers sind weg. Was hier gesichert war, geht nicht mehr auf. Wenn du eine Kopie hast: Lösch zuerst, was hier ist, und hol dann die Kopie zurück.
trouble-newer = Das wurde mit einer neueren Version von Kindhold geschrieben. Es hat sich nichts geändert. Schließ alle Fenster und öffne Kindhold neu, dann wird es aktuell.
trouble-other-tab = Ein anderes Fenster hat die Sperre geändert. Bitte öffne Kindhold noch einmal.
trouble-file-not-ours = Diese Datei ist nicht von Kindhold. Bitte such eine andere aus.
trouble-file-damaged = Diese Datei ist beschädigt. Es wurde nichts geändert. Wenn du noch eine Kopie hast, probier die.
trouble-file-wrong-passphrase = Das ist nicht das Passwort dieser Datei. Es wurde nichts geändert. Schau dir jedes Zeichen an und probier es noch einmal.
trouble-thrown-away = Dieser Browser hat weggeworfen, was hier gesichert war. Vielleicht wurde der Platz knapp. Wenn du eine Kopie hast, kannst du sie in den Einstellungen zurückholen.
trouble-file-too-hard = Diese Datei braucht mehr Speicher, als dieses Gerät hat. Sie ging nicht auf. Es wurde nichts geändert. Probier es auf einem anderen Gerät.
trouble-file-newer = Diese Datei wurde mit einer neueren Version von Kindhold gesichert. Bitte bring Kindhold auf den neuesten Stand und probier es noch einmal.
notice-damaged = { $n ->
    [one] Ein Eintrag konnte nicht gelesen werden und blieb, wie er ist. Alles andere ist da.
   *[other] { $n } Einträge konnten nicht gelesen werden und blieben, wie sie sind. Alles andere ist da.
}
notice-two-histories = Was hier gesichert ist, wurde von außerhalb der App geändert. Alles, was lesbar war, ist da. Sichere am besten eine Kopie.

## When words read like somebody who may want to die
signpost-lead = Das klingt sehr schwer. Wenn ein Teil von dir sterben will, musst du damit nicht allein sein.
signpost-private = Nur dieses Gerät hat es bemerkt. Kindhold sagt es niemandem und hebt nichts darüber auf.
