# SPDX-License-Identifier: CC-BY-4.0
## Doors that lead here
door-together = Andere Geräte und Menschen
door-together-hint = Kindhold auf zwei Geräten, oder jemandem etwas davon zeigen
welcome-other-device = Ich nutze Kindhold schon auf einem anderen Gerät
home-private-together = Alles hier ist auf deinen Geräten und, verschlüsselt, auf dem Server. Nur du und die Menschen, die du ausgesucht hast, können es lesen.
erase-relay = Die verschlüsselte Kopie auf dem Server bleibt, für deine anderen Geräte. Soll auch sie gelöscht werden, schalte sie zuerst unter „Andere Geräte und Menschen“ aus.
offers-door = Von Menschen, denen du etwas gezeigt hast
offers-door-hint = { $n ->
    [one] ein Angebot
   *[other] { $n } Angebote
}
show-more-of = Mehr zeigen (noch { $n })

## Devices and people
hub-title = Andere Geräte und Menschen
hub-hint-seat = diesen Platz auf mehr als einem Gerät nutzen
hub-lead = Du kannst Kindhold auf mehr als einem Gerät nutzen und Menschen, die du aussuchst, Teile davon zeigen. Alles wird auf diesem Gerät verschlüsselt, bevor es hinausgeht. Der Server dazwischen kann nichts davon lesen.
hub-lead-seat = Dieser Platz lässt sich auf mehr als einem Gerät nutzen. Alles wird auf diesem Gerät verschlüsselt, bevor es hinausgeht. Der Server dazwischen kann nichts davon lesen.
line-busy = Gerade im Gespräch mit dem Server …
line-done = Alles ist auch auf dem Server gesichert. Zuletzt: { $time }.
device-name = Wie dieses Gerät heißen soll
device-default = Dieses Gerät
on-title = Eine verschlüsselte Kopie auf dem Server sichern
on-hint = Dann kann ein zweites Gerät sie auch haben, und mit einem Handy geht nichts verloren. Kein Name, keine E-Mail, kein Passwort.
on-code = Einladungscode dieses Servers
on-do = Einschalten
on-busy = Wird eingeschaltet …
on-done = Es ist an. Ab jetzt liegt eine verschlüsselte Kopie auf dem Server.
off-title = Ausschalten
off-hint = Die verschlüsselte Kopie auf dem Server wird gelöscht. Was auf diesem Gerät ist, bleibt. Wem etwas gezeigt wurde, kann es nicht mehr lesen.
off-ask = Die Kopie auf dem Server löschen
off-question = Vom Server löschen? Andere eigene Geräte und die Menschen, denen etwas gezeigt wurde, finden dort dann nichts mehr.
off-yes = Ja, dort löschen
off-done = Die Kopie auf dem Server ist weg. Was auf diesem Gerät ist, ist noch da.
invited-title = Hat dich jemand eingeladen?
invited-hint = Halt die Kamera deines Handys auf den Code, oder füge den Link ein, den du bekommen hast.
invited-link = Der Link
invited-open = Die Einladung öffnen
link-copy = Link kopieren
link-copied = Kopiert

## Devices
devices-title = Meine Geräte
devices-hint = sie anschauen, eins dazunehmen, ein verlorenes herausnehmen
devices-lead = Auf all diesen Geräten ist alles, was hier gesichert ist. Ist eins verloren oder hat es jemand anderes? Dann lässt es sich herausnehmen: Ab da bekommt es nichts Neues mehr.
devices-this = Das hier, in der Hand
devices-since = Seit dem { $day }
devices-take-out = Dieses Gerät herausnehmen
devices-take-out-question = Herausnehmen? Es bekommt nichts Neues mehr. Was schon darauf ist, bleibt darauf. Die 12 Wörter ändern sich.
devices-take-out-yes = Ja, herausnehmen
devices-taken-out = Das Gerät ist draußen. Für das nächste Gerät gibt es neue Wörter. Die alten öffnen nichts mehr.
way-in-title = Ein Gerät dazunehmen
way-in-hint = Auf dem anderen Gerät Kindhold öffnen und „Ich nutze Kindhold schon auf einem anderen Gerät“ wählen. Dort dann diesen Code scannen oder diese 12 Wörter eintippen.
way-in-keep = Wer diese Wörter hat, kann alles lesen. Sie sind nur für die eigenen Geräte da. Auf Papier, an einem sicheren Ort, holen sie auch alles zurück, wenn dieses Gerät verloren geht.
way-in-show = Code und Wörter zeigen
way-in-hide = Verbergen
way-in-qr = Der Weg hinein für das nächste Gerät, als Code zum Scannen
door-passkey-hint = Manche Handys teilen einen Passkey mit den anderen eigenen Geräten. Auf einem neuen kann er all das öffnen, ohne die Wörter.
door-passkey-add = Einen Passkey für neue Geräte anlegen
door-passkey-set = Der Passkey gilt jetzt. Auf einem neuen Gerät geht es mit „Lieber einen Passkey nehmen“ weiter.
door-passkey-not = Es wurde kein Passkey angelegt. Mit den Wörtern und dem Code geht es trotzdem auf.
door-passkey-use = Lieber einen Passkey nehmen
door-passkey-none = Der Passkey hat es nicht geöffnet. Die 12 Wörter können es.
words-renew = Neue Wörter machen
words-renew-question = Neue Wörter machen? Die alten und die Passkeys für neue Geräte öffnen dann nichts mehr. Die eigenen Geräte bleiben, wie sie sind.
words-renew-yes = Ja, neue machen
words-renewed = Es gibt jetzt neue Wörter.
join-title = Alles auf dieses Gerät holen
join-lead = Auf dem anderen Gerät steht unter „Andere Geräte und Menschen“ und dann „Meine Geräte“ ein Code. Den hier scannen oder die 12 Wörter von dort hier eintippen.
join-words = Die 12 Wörter
join-passcode = Ein Sperrcode für dieses Gerät, wenn gewünscht
join-passcode-must = Ein Sperrcode für dieses Gerät
join-do = Hierher holen
join-busy = Wird hierher geholt …
join-nothing-lost = Auf dem anderen Gerät ändert sich nichts.
join-count = { $n ->
    [one] Das ist 1 Wort. Es braucht 12.
   *[other] Das sind { $n } Wörter. Es braucht 12.
}
join-unknown = Wort Nummer { $n } gehört nicht zu den möglichen Wörtern. Ein zweiter Blick lohnt sich.
join-checksum = Die Wörter passen nicht zusammen. Vielleicht sind zwei vertauscht, oder eins ist ein anderes.

## Answering an invitation
answer-title = Eine Einladung
answer-to-hub = Andere Geräte und Menschen
answer-no-invitation = Das ist keine Einladung, oder nicht die ganze. Bitte noch einmal um den Code oder den Link.
answer-who = „{ $name }“ möchte etwas von dir gezeigt bekommen, als { $seat }.
answer-sure = Mach nur weiter, wenn du weißt, wer das ist, und wenn du es willst. Niemand kann dich dazu zwingen. Du kannst jederzeit aufhören.
seat-counsellor = Fachperson
seat-supporter = jemand, der dir nahesteht
answer-what = Was darf zu sehen sein?
show-help = Wie man mir helfen kann
show-plan = Mein Plan
show-urges = Mein Drang, und was ich probiert habe
show-diary = Mein Tagebuch
show-letters = Meine Briefe
answer-never = Alles andere bleibt bei dir.
answer-from = Ab wann?
answer-from-now = Ab jetzt
answer-from-past = Auch alles bisher
answer-until = Bis wann?
answer-until-30 = 1 Monat
answer-until-90 = 3 Monate
answer-until-365 = 1 Jahr
answer-until-0 = Bis ich es zurücknehme
answer-back-any-time = Du kannst es jederzeit zurücknehmen, mit einmal Tippen.
answer-names = Namen
answer-own-name = Unter welchem Namen kennt man dich dort?
answer-their-name = Wie nennst du diesen Menschen?
answer-preview = Genau anschauen, was jetzt zu sehen wäre
answer-preview-now = Noch nichts. Zu sehen ist, was du ab jetzt schreibst.
answer-do = Zeigen
answer-busy = Wird verschlüsselt …
answer-no = Nein, jetzt nicht
answer-done = Das ist erledigt. Hier stehen alle, denen du etwas zeigst.
answer-stopped = Das wurde abgebrochen. Durch diese Einladung kann niemand etwas sehen.
same-words-title = Stehen auf beiden Bildschirmen dieselben Wörter?
same-words-person = Lies { $name } diese sechs Wörter vor, oder schaut zusammen auf den anderen Bildschirm. Sind es dieselben, könnt nur ihr beide es lesen.
same-words-seat = { $name } hat geantwortet. Jetzt diese sechs Wörter zusammen laut lesen. Stehen auf beiden Bildschirmen dieselben, ist niemand dazwischen.
same-words-yes = Ja, dieselben
same-words-no = Nein, es sind andere

## Who sees what
shares-title = Wer was sieht
shares-hint = anschauen, es sich anders überlegen, zurücknehmen
shares-lead = Diese Menschen sehen, was du ausgesucht hast, und sonst nichts.
shares-nobody = Niemand sieht etwas von dir.
shares-what = Zu sehen ist: { $what }
shares-since = Seit dem { $day }.
shares-on-its-way = Es ist unterwegs. Es kommt an, sobald dieses Gerät ein Netz hat.
shares-see = Genau anschauen, was zu sehen ist
shares-take-back = Von { $name } zurücknehmen
shares-taken-back = Zurückgenommen. Ab jetzt ist nichts Neues mehr zu sehen. Was schon gelesen wurde, kann im Gedächtnis bleiben.
shares-ended = Was vorbei ist
shares-over = { $name }: vorbei seit dem { $day }
shares-cannot = Gelesenes kann niemand ungelesen machen. Alles ab jetzt bleibt zu.
until-no-end = Bis du es zurücknimmst.
until-no-end-seat = Ohne Enddatum.
until-day = Bis zum { $day }.
seen-title = Was { $name } sieht
seen-lead = Das ist zu sehen, so gezeichnet, wie es auch dort gezeichnet wird.
seen-not-now = Das lässt sich gerade nicht zeichnen. Bitte probier es gleich noch einmal.

## Offers
offered-lead = Du kannst sie nehmen, liegen lassen oder später anschauen. Niemandem wird gesagt, was davon du tust.
offered-none = Hier ist nichts.
offered-somebody = jemandem
offered-from = Von { $name }
offered-look = „{ $what }“ anschauen
offered-aside = Zur Seite legen

## What is seen
picture-empty = Noch gibt es nichts zu sehen.
picture-help = Wie man mir helfen kann
plan-title-theirs = Der Plan
picture-urges = Wie oft ein Drang aufgeschrieben wurde
picture-urges-hint = Nach Wochen. Der höchste Balken steht für { $n }. Eine leere Woche kann auch nur heißen, dass nichts aufgeschrieben wurde.
picture-week-of = Woche ab
picture-strengths = Wie stark, vorher und nachher
picture-strengths-hint = { $n ->
    [one] Der neueste Eintrag mit einer Stärke, von 0 bis 10.
   *[other] Die neuesten { $n } Einträge mit einer Stärke, von 0 bis 10.
}
picture-when = Wann
picture-before = Vorher
picture-after = Nachher
picture-functions = Was es tun würde
picture-functions-hint = Nach Wochen. Zu einem Drang kann es mehrere Antworten geben.
picture-tried = Was ausprobiert wurde, und was sich dabei geändert hat
picture-tried-hint = Zahlen mit einem Pfeil sind die mittlere Stärke vorher und nachher, wo beides angegeben war und nichts anderes ausprobiert wurde.
picture-times = { $n ->
    [one] einmal ausprobiert
   *[other] { $n }-mal ausprobiert
}
picture-not-said = nichts gesagt
picture-changed = { $before } → { $after }
picture-systems = Drei Systeme
picture-systems-hint = Gezeichnet aus den Gefühlen, die aufgeschrieben wurden. Ein Bild zum Darüberreden, keine Messung.
system-threat = Bedrohung
system-drive = Antrieb
system-soothing = Beruhigung
system-away = Weit weg
picture-episodes = Eins nach dem anderen
picture-episodes-hint = Das Neueste zuerst. Beim Öffnen werden die Schritte sichtbar.
picture-urge = Drang: { $n } von 10
chain-urge = Ein Drang.
chain-decided = Kam durch die Tür „Ich habe mich schon entschieden“.
chain-happened = Kam, nachdem es passiert war.
chain-check-in = Ein Moment ohne Drang.
chain-strength = Stärke { $n } von 10.
chain-for = Es würde: { $what }
chain-not-sure = Nicht sicher, was es tun würde.
chain-felt = Gefühlt: { $what }
chain-tried = „{ $what }“ ausprobiert.
chain-whole = Ganz durchgegangen.
chain-left = Mittendrin gegangen, und das ist in Ordnung.
chain-grounded = Von dort zurückgeholt ins Hier und Jetzt.
chain-worse = „Das macht es schlimmer.“
chain-helped = Geholfen? { $answer }.
chain-someone = Ging lieber zu einem Menschen.
chain-after = Danach: { $n } von 10.

## Questions
questions-title = Vielleicht etwas zum Nachfragen
questions-hint = Gezählt aus dem, was in den letzten zwei Wochen aufgeschrieben wurde. Das sind Fragen für Sie beide, keine Ergebnisse.
question-holds-off = { $n ->
    [one] Einmal ging es darum, etwas Schlimmeres fernzuhalten.
   *[other] { $n }-mal ging es darum, etwas Schlimmeres fernzuhalten.
}
question-holds-off-might = Sie könnten offen nach Gedanken ans Sterben fragen und zusammen in den Plan schauen: Passt er noch? Fehlt jemand?
question-stronger = Der Drang war stärker: im Schnitt { $now } in den letzten zwei Wochen (aus { $ofnow }), { $before } in den vier Wochen davor (aus { $ofbefore }).
question-stronger-might = Was war anders? Der Schlaf, die Schule oder die Arbeit, jemand, der weg ist? Sie könnten fragen, worauf der Drang jetzt antwortet und vorher nicht.
question-more-often = { $now }-mal Drang in den letzten zwei Wochen, { $before }-mal in den vier Wochen davor.
question-more-often-might = Vielleicht ist es schwerer, vielleicht wird mehr aufgeschrieben. Sie könnten fragen, was davon stimmt, und was an den Tagen dazwischen geholfen hat.
question-made-worse = { $n }-mal hieß es, eine Übung mache es schlimmer: { $what }.
question-made-worse-might = Sie könnten eine davon ganz langsam zusammen machen. Was nicht passt, lassen Sie weg. Freundlichkeit kann sich am Anfang gefährlich anfühlen.
question-nothing-helped = { $n }-mal wurde etwas ausprobiert und half nicht.
question-nothing-helped-might = Sie könnten nach etwas ganz anderem suchen: Bewegung, Menschen oder einfach durch die Stunde kommen. Ausprobieren zählt.

## The seats
banner = Zwischen den Sitzungen schaut hier niemand zu.
banner-more = Es wird kein Alarm ausgelöst, egal, was hier geschrieben wird. Machen Sie miteinander aus, was zu tun ist, wenn es dringend wird.
banner-supporter = Hier schaut niemand zu.
banner-more-supporter = Zu sehen ist, was jemand zeigen wollte, und nicht alles. Wenn ein Leben in Gefahr sein kann, wählen Sie den Notruf.
seat-welcome-title = Der Platz für Fachpersonen
seat-welcome-lead = Menschen, die Sie begleiten, können Ihnen Teile von dem zeigen, was sie in Kindhold aufschreiben. Sie selbst suchen aus, was, ab wann und bis wann, und können es jederzeit zurücknehmen.
seat-welcome-1 = Sie laden ein, die anderen entscheiden. Vergleichen Sie miteinander sechs Wörter, dann können nur Sie beide es lesen.
seat-welcome-2 = Sie können eine Übung anbieten oder ein paar Worte für das nächste Mal. Es sind Angebote: Was davon angenommen wurde, wird Ihnen nicht gesagt.
seat-welcome-3 = Ihre Notizen bleiben an einem eigenen, verschlüsselten Ort auf diesem Gerät. Die Menschen, die Sie hier sehen, können sie nicht lesen.
seat-welcome-title-supporter = Der Platz für Nahestehende
seat-welcome-lead-supporter = Jemand, der Ihnen wichtig ist, kann Ihnen einen Teil von dem zeigen, was in seinem Kindhold steht: den Plan zum Beispiel, oder was hilft.
seat-welcome-1-supporter = Dieser Mensch sucht aus, was zu sehen ist, und kann es jederzeit zurücknehmen. Überhaupt etwas zu zeigen ist ein Zeichen von Vertrauen.
seat-welcome-2-supporter = Niemand muss darüber wachen. Das kann auch niemand.
seat-welcome-3-supporter = Es gibt auch etwas für Sie: was hilft, und wie Sie auf sich selbst achten.
welcome-passcode-seat = Ein Sperrcode für diesen Platz
seat-passcode-hint = Was andere Ihnen zeigen, gehört ihnen. Mit einem Sperrcode bleibt es zu, wenn jemand anderes dieses Gerät hat. Wenn Sie ihn vergessen, kann es niemand mehr öffnen. Einladen können Sie dann neu.
seat-passcode-hint-supporter = Was jemand Ihnen zeigt, gehört diesem Menschen. Mit einem Sperrcode bleibt es zu, wenn jemand anderes dieses Gerät hat.
caseload-title = Menschen, die ich begleite
caseload-title-supporter = Was mir gezeigt wird
caseload-empty = Noch hat niemand etwas gezeigt.
caseload-empty-supporter = Noch hat niemand etwas gezeigt.
caseload-invite = Jemanden einladen
caseload-invite-supporter = Jemanden bitten, etwas zu zeigen
caseload-looked = Nach Neuem geschaut: { $time }.
client-new = Neues seit Ihrem letzten Blick am { $day }
client-nothing-new = Nichts Neues seit dem { $day }
client-new-first = Noch nicht angeschaut
client-nothing-yet = Noch nichts zu sehen
client-ended = Zurückgenommen oder vorbei
client-ended-hint = Was vorher gezeigt wurde, ist noch auf diesem Gerät, bis Sie es entfernen.
shows-help = Wie man helfen kann
shows-plan = Plan
shows-urges = Drang
shows-diary = Tagebuch
shows-letters = Briefe
client-gone = Das ist nicht mehr hier.
client-damaged = Ein Teil von dem, was auf diesem Gerät ist, konnte nicht gelesen werden. Der Rest ist so, wie er geschrieben wurde.
client-renamed = Gesichert.
client-keeping = Name und Entfernen
client-forget-hint = Beim Entfernen verschwindet die Kopie von dem, was { $name } gezeigt hat, von diesem Gerät.
client-forget = Von diesem Gerät entfernen
client-forget-question = Entfernen? Um es wiederzusehen, müssten Sie neu einladen.
client-forget-yes = Ja, entfernen
supporter-guidance = Für Sie: was hilft, und was nicht
supporter-guidance-hint = Worte, Zuhören und auf sich selbst achten
invite-title = Eine Einladung
invite-lead = Eine Einladung gilt für einen Menschen. Am besten entsteht sie im selben Raum. Wird sie verschickt, lassen sich die sechs Wörter am Telefon vergleichen.
invite-own-name = Ihr Name, so wie man Sie kennt
invite-own-name-hint = Er steht auf der Einladung. Der Server bekommt ihn nie zu sehen.
invite-make = Die Einladung erstellen
invite-step-scan = Die eingeladene Person hält die Handykamera auf diesen Code oder öffnet den Link.
invite-step-choose = Sie sucht aus, was zu sehen ist, ab wann und bis wann.
invite-step-words = Beide Bildschirme zeigen sechs Wörter. Vergleichen Sie sie.
invite-qr = Die Einladung, als Code zum Scannen
invite-once = Sie lässt sich einmal beantworten. Der Code allein zeigt nichts von der anderen Person.
invite-waiting = Warten auf eine Antwort …
invite-made = Erstellt: { $time }
invite-withdraw = Die Einladung zurücknehmen
invite-withdraw-question = Zurücknehmen? Wer sie hat, kann dann nichts mehr damit anfangen.
invite-withdraw-yes = Ja, zurücknehmen
invite-refused = Es wurde nichts angenommen. Die Einladung ist weg. Machen Sie eine neue, wenn Sie beieinander sind.
invite-forged = Da liegt eine Antwort, die von niemandem mit Ihrer Einladung kommt. Verwenden Sie sie nicht. Machen Sie eine neue Einladung, möglichst im selben Raum.
invite-start-again = Wegwerfen
invite-their-name = Wie Sie diesen Menschen hier nennen
invite-done = { $name } steht jetzt in Ihrer Liste.
offer-title = Etwas anbieten
offer-hint = Es kommt als Angebot an. Man kann es nehmen, liegen lassen oder später anschauen. Was davon passiert, wird Ihnen nicht gesagt.
offer-practice = Eine Übung
offer-no-practice = Keine
offer-words = Ein paar Worte, zum Beispiel für die nächste Sitzung
offer-do = Anbieten
offer-done = Es ist unterwegs.
offer-made = Bisher angeboten
notes-title = Meine eigenen Notizen
notes-hint = An einem eigenen, verschlüsselten Ort. Sonst kann sie niemand lesen.
sheet-title = Blatt für die Sitzung
sheet-of = Für die Sitzung: { $name }
sheet-hint = Eine Seite, aus dem, was Ihnen gezeigt wurde. Drucken Sie sie nur, wenn Sie sie sicher aufheben können.
sheet-span = Zurückschauen
sheet-days = { $n } Tage
sheet-with-notes = Mit meinen eigenen Notizen
sheet-made = { $day }, mit Blick auf { $n } Tage zurück.
sheet-urges = { $n ->
    [0] Es wurde kein Drang aufgeschrieben. Das kann auch heißen, dass nichts geschrieben wurde.
    [one] Einmal wurde ein Drang aufgeschrieben.
   *[other] { $n }-mal wurde ein Drang aufgeschrieben.
}
sheet-strength = Stärke von { $least } bis { $most }, in der Mitte { $middle }.
sheet-tried = { $n ->
    [one] { $what }: einmal, davon hilfreich { $helped }, schlimmer gemacht { $worse }.
   *[other] { $what }: { $n }-mal, davon hilfreich { $helped }, schlimmer gemacht { $worse }.
}
sheet-plan = Aus dem Plan
sheet-room = Platz für das, was auftaucht
sheet-foot = Gemacht aus dem, was Ihnen gezeigt wurde. Es gibt immer mehr als diese Seite, und sie sagt nichts voraus.

## What can go wrong between devices
snag-away = Der Server ist gerade nicht zu erreichen. Alles ist auf diesem Gerät gesichert und geht später von selbst dorthin.
snag-no-relay = Dieser Server hebt nichts für andere auf. Wer ihn betreibt, kann das einschalten.
snag-code = Dieser Server will einen Einladungscode. Wer ihn betreibt, kann ihn geben, oder die Fachperson.
snag-later = Das ging gerade nicht. Bitte gleich noch einmal probieren. Es ist nichts verloren.
snag-relay-full = Der Server hat keinen Platz mehr für diese Kopie. Alles ist noch auf diesem Gerät. Wer den Server betreibt, kann helfen.
snag-not-you = Der Server kennt diese Wörter nicht, oder der Zugang ist vorbei. Bitte noch einmal genau hinschauen.
snag-answered = Diese Einladung wurde schon beantwortet, vielleicht von jemand anderem. Es braucht eine neue.
snag-taken-out = Dieses Gerät wurde von einem anderen eigenen Gerät herausgenommen. Was hier ist, bleibt hier, aber es kommt nichts Neues.
snag-ended = Es wurde zurückgenommen, oder die Zeit ist vorbei. Was vorher gezeigt wurde, steht noch unten.
snag-untrue = Was der Server geschickt hat, kommt nicht von der richtigen Stelle. Darum wurde nichts davon geglaubt. Was hier steht, stimmt. Wer den Server betreibt, sollte davon erfahren.
suspicion-less = Auf dem Server ist weniger als früher. Vielleicht wurde er auf einen alten Stand gebracht. Dieses Gerät bringt zurück, was fehlt.
suspicion-fork = Zwei Kopien dieses Geräts haben gleichzeitig geschrieben. Beides wurde behalten, und nichts ist verloren.
suspicion-emptied = Der Server hat etwas geleert, das niemand gelöscht hat. Auf diesem Gerät ist noch alles da.
suspicion-untrue = Der Server hat etwas geschickt, das keins der eigenen Geräte geschrieben hat. Es wurde nicht geglaubt. Wer den Server betreibt, sollte davon erfahren.
