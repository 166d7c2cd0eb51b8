# SPDX-License-Identifier: CC-BY-4.0
# Around the library, the supporters' track and the counsellor's guide.

site-library = Bibliothek
site-supporters = Für alle, die jemandem nah sind
site-guide = Für Fachpersonen
site-languages = Sprachen
site-tab-library = Lesen
site-tab-supporters = Lesen
site-tab-guide = Leitfaden

shelf-understanding = Was es ist, und warum
shelf-kindness = Freundlichkeit und die kritische Stimme
shelf-help = Hilfe bekommen
shelf-life = Tage, Abende, andere Menschen
shelf-others = Wenn du jemandem nahestehst

article-english = Dieser Text ist auf Englisch. Es hat ihn noch niemand übersetzt.
article-next = Weiter
article-see = Zum Weiterlesen
article-practices = Etwas Kurzes zum Ausprobieren
article-written = Geschrieben von { $role }, zuletzt geändert am { $day }.
article-reviewed = Geprüft von { $names } am { $day }.
article-not-reviewed = Das hat noch keine Fachperson geprüft.
article-minutes = { $n ->
    [one] Etwa eine Minute zu lesen.
   *[other] Etwa { $n } Minuten zu lesen.
 }
article-reading-age = Lesbar ab etwa { $n } Jahren.
author-project-writer = Menschen aus diesem Projekt, die keine Fachpersonen sind
author-clinician = einer Fachperson
author-lived-experience = einem Menschen, der das selbst erlebt hat

search-label = Etwas suchen
search-none = Nichts gefunden. Probier ein anderes Wort.
search-one = 1 Text gefunden
search-other = # Texte gefunden
search-missing = Die Suche konnte nicht geladen werden. Die ganze Liste steht unten.
search-urgent = Wenn es dabei um dich geht, jetzt gerade: Ein Mensch kann helfen.

say-this = Das hilft
say-rather-not = Das lieber nicht

emergency-numbers-title = Notrufnummern
emergency-numbers-elsewhere = Überall sonst gilt die Nummer des Landes, in dem du gerade bist. In vielen Ländern geht vom Handy die 112.

map-caption = Alle Übungen, und wofür sie gut sind
map-title = Übung
map-functions = Antwortet auf
map-skills = Arbeitet mit
map-kindness = Freundlichkeit
map-cautions = Mit Vorsicht
map-kindness-none = keine nötig
map-flow-to-others = zu anderen
map-flow-from-others = von anderen
map-flow-to-self = zu sich selbst

function-short-regulate-down = zu viel
function-short-feel-something = taub
function-short-punish-self = verdient
function-short-reach-others = andere
function-short-hold-off = Schlimmeres fernhalten
function-short-belong = dazugehören

skill-attention = Aufmerksamkeit
skill-imagery = innere Bilder
skill-feeling = Fühlen
skill-thinking = Denken
skill-behaviour = Tun
skill-body = Körper

caution-not-when-numb = nicht bei Taubheit
caution-not-when-strongest = nicht beim stärksten Drang
caution-breath = achtet auf den Atem
caution-memory = schaut auf Erinnerungen
caution-backdraft = kann Trauer wecken
caution-needs-person = braucht einen Menschen
caution-movement = bewegt den ganzen Körper
caution-aloud = spricht laut

date-long = { $day }. { $month } { $year }
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember

door-library = Bibliothek
door-library-hint = Kurze Texte für eine ruhigere Stunde
door-programme = Ruhige Schritte
door-programme-hint = Kleine Schritte, je fünf Minuten, egal in welcher Folge

reading-library = Kurze Texte für eine ruhigere Stunde. Lies einen, oder einen halben.
reading-supporters = Sechs Schritte, vom ersten Tag bis in die lange Zeit danach.
reading-guide = Zehn kurze Seiten: der Ansatz, die Übungen und wo Vorsicht nötig ist.
reading-missing = Das konnte nicht geladen werden. Probier es noch einmal, wenn ein Netz da ist.
search-found = { $n ->
    [one] 1 Text gefunden
   *[other] { $n } Texte gefunden
 }

programme-title = Ruhige Schritte
programme-lead = Kleine Schritte für ruhigere Stunden. Nichts davon ist Pflicht, und nichts ist gesperrt. Fang an, wo du magst. Wenn du es nicht weißt, fang oben an.
programme-private = Was du schreibst, wird auf diesem Gerät gesichert. Niemand liest es, außer du zeigst es.
programme-any-part = Jeder Teil, in jeder Reihenfolge. Nach jedem kannst du aufhören.
programme-next = Der danach
programme-on = Weiter mit:
programme-been = hier warst du schon
programme-kept = { $n ->
    [one] 1 Sache behalten
   *[other] { $n } Dinge behalten
 }
part-read = Lesen
part-try = Ausprobieren
part-keep = Behalten

keepsake-begin = Anfangen
keepsake-another = Noch eins
keepsake-change = Ändern
keepsake-hint = Jedes Feld darf leer bleiben. Du kannst alles später ändern.
keepsake-to-letters = Zu meinen Briefen legen
keepsake-in-letters = Das liegt jetzt bei deinen Briefen.
keepsake-to-messages = Zu meinen Nachrichten legen
keepsake-in-messages = Das liegt jetzt bei deinen eigenen Worten, bereit zum Abschicken.
keepsake-to-plan = In meinen Plan übernehmen
keepsake-in-plan = Das steht jetzt in deinem Plan, bei den Dingen, die du allein tun kannst.
field-help = Hilfe zum Anfangen
list-last = { $first } und { $last }
systems-size = { $name }: { $n } von 10
prefill-urge = Ein Teil davon kommt aus dem, was du am { $day } geschrieben hast. Es ist nur geraten. Ändere alles, was nicht stimmt.
prefill-own = Ein Teil davon ist schon von dir, aus deinem Plan oder deinen eigenen Worten. Ändere, was du magst.
prefill-with-someone = Jemand war bei mir

show-programme = Was ich aus den ruhigen Schritten behalten habe
shows-programme = ruhige Schritte
picture-programme = Aus den ruhigen Schritten
offer-step = Ein Schritt aus dem Programm
offer-no-step = Keiner
notice-would-lose = Dieses Fenster sichert nichts. Wenn du dahin gehst, geht verloren, was du gesagt hast. Sichere vorher eine Kopie, in den Einstellungen.

questions-door = Fragen und Kommentare von Leuten, die hier lesen
questions-door-hint = Lesen, was andere gefragt haben, oder selbst etwas dalassen
questions-heading = Fragen und Kommentare
questions-about = Zu „{ $title }“
questions-lead = Jemand aus der Moderation liest alles, bevor andere es sehen können. Das kann Tage dauern. In einer Krise antwortet hier niemand.
questions-none = Hier steht noch nichts.
questions-by = Von { $name }, { $day }
questions-by-nobody = Von jemandem, { $day }
questions-answer = Antwort
questions-form = Eine Frage oder einen Kommentar dalassen
questions-needed = Nötig. Alles andere ist freiwillig.
questions-name = Ein Name, wenn gewünscht. Bitte nicht der echte.
questions-words = Die Frage oder der Kommentar
questions-words-hint = Bis zu { $n } Zeichen. Sobald es auf der Seite steht, können es alle lesen. Darum bitte keine Namen, Orte, Nummern und Links.
questions-terms = Ich weiß: Alle können das lesen. Die Moderation kann entscheiden, es nicht zu zeigen. Wer diesen Server betreibt, kann es auch lesen.
questions-send = An die Moderation schicken
questions-back = Zurück zum Text

questions-sent = Danke. Jetzt liegt es bei der Moderation.
questions-sent-hint = Noch ist es nicht zu sehen. Wenn es dazukommt, steht es bei den Fragen zu diesem Text.
questions-code = Wer das irgendwann zurücknehmen will, braucht diesen Code. Sonst ist nichts darüber bekannt, von wem es ist. Ohne den Code kann es also niemand finden:
questions-take-back = Etwas zurücknehmen
questions-take-back-hint = Hier den Code eingeben, den es beim Abschicken gab. Was geschrieben wurde, wird sofort gelöscht, und nichts davon bleibt.
questions-take-back-code = Der Code
questions-take-back-do = Löschen
questions-taken-back = Es ist gelöscht.
questions-no-such = Zu diesem Code gibt es nichts. Vielleicht ist es schon gelöscht.

questions-urgent-title = Gerade jetzt in Gefahr?
questions-urgent = Das klingt, als könnte es gerade sehr schlimm sein. Es wurde nicht abgeschickt: Hier würde es niemand rechtzeitig lesen. Bitte jetzt nicht allein bleiben, sondern einen Menschen dazuholen, in der Nähe oder am Telefon.
questions-urgent-still = Wenn es nicht um jetzt geht, lässt es sich unten immer noch abschicken.
questions-reword = Lässt sich das ein bisschen anders sagen?
questions-reword-hint = Vielleicht liest das jemand in einer schlimmen Nacht. Manche Wörter können die Nacht noch schlimmer machen. Es wurde nichts abgeschickt, und der Text steht noch unten.
questions-reword-word = „{ $word }“: { $reason } { $instead }
questions-contact = Bitte Links, Adressen und Nummern weglassen. Alle könnten sie lesen.
questions-empty = Bitte zuerst etwas schreiben.
questions-long = Das ist zu lang. Es passen bis zu { $n } Zeichen hinein.
questions-name-long = Dieser Name ist zu lang. Es passen bis zu { $n } Zeichen hinein.
questions-terms-missing = Bitte zuerst das Kästchen ankreuzen.
questions-old = Das Formular war zu lange offen oder wurde zu schnell abgeschickt. Bitte noch einmal abschicken.
questions-often = Von hier kam in kurzer Zeit zu viel. Bitte in einer Stunde noch einmal probieren.
questions-full = Bei der Moderation liegt gerade zu viel. Bitte an einem anderen Tag noch einmal probieren.
questions-broken = Das hat nicht geklappt. Es ist nichts verloren. Bitte später noch einmal probieren.
part-about = Worum es hier geht
