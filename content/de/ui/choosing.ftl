# SPDX-License-Identifier: CC-BY-4.0

## Was bei einem Drang angeboten wird
choosing-title = Was bei einem Drang angeboten wird
choosing-lead = Bei einem Drang siehst du drei Übungen. Sie können jedes Mal in derselben Reihenfolge kommen, oder Kindhold lernt aus dem, was du dazu sagst.
choosing-same = Jedes Mal dieselbe Reihenfolge
choosing-learn = Aus dem lernen, was ich sage
choosing-looks-title = Was dabei angeschaut wird
choosing-looks = Was laut dir geholfen hat, was nichts gebracht hat, was es schlimmer gemacht hat, und wie stark der Drang vorher und nachher war.
choosing-never-looks = Nie, ob du dich verletzt hast. Nie, wie lange du hier bist. Wenn du nichts sagst, zählt das als nichts.
choosing-stays-title = Was immer gleich bleibt
choosing-stays = Dein Plan, deine Menschen und die Krisentelefone. Und wenn das Verletzen etwas Schlimmeres fernhält, wird nichts ausprobiert: Dein Plan und deine Menschen kommen zuerst.
choosing-leaves-out = Was du ausgeblendet hast und was es beim letzten Mal schlimmer gemacht hat, wird nicht angeboten.
choosing-how-title = Wie es lernt
choosing-how = Was dir geholfen hat, kommt öfter. Ab und zu ist etwas dabei, das du weniger kennst, falls es passt. Eine Zeile darunter sagt, warum es da ist.
choosing-kindness = Übungen, in denen du freundlich zu dir selbst bist, kommen in kleinen Schritten, nachdem sanftere gut gegangen sind. Macht eine es schlimmer, geht es sofort einen Schritt zurück.
choosing-kept = Das alles geschieht auf diesem Gerät. Was angeboten wurde und wie wahrscheinlich es war, wird beim Drang aufgehoben.
choosing-young = Es ist aus, bis du es einschaltest, und ausschalten geht jederzeit. Wenn du unter 18 bist, kannst du vorher jemanden fragen, dem du vertraust.
choosing-so-far = { $n ->
    [0] Bisher gibt es nichts, woraus es lernen kann.
    [one] Bisher kann es aus { $n } Antwort von dir lernen.
   *[other] Bisher kann es aus { $n } Antworten von dir lernen.
 }
choosing-forget = Vergessen, was es gelernt hat
choosing-forget-question = Es fängt wieder bei nichts an. Alles, was du geschrieben hast, bleibt.
choosing-forget-yes = Ja, neu anfangen
choosing-forgot = Erledigt. Ab hier fängt es neu an.

## Studien, die den Zufall wählen lassen
trial-title = Eine Studie, die den Zufall wählen lässt
trial-lead = Manche Studien bitten um mehr: dass ein Teil dessen, was bei einem Drang angeboten wird, ausgelost wird. So sieht man, was wirklich hilft. Dafür braucht es ein eigenes Ja. Wer die Studie macht, gibt dir eine Datei.
trial-pick = Die Datei der Studie
trial-look = Ansehen, worum sie bittet
trial-by = Von { $who }. So erreichst du sie: { $contact }
trial-days = Sie läuft von { $first } bis { $last }.
trial-share = { $n ->
    [10] Jedes Mal werden die drei Übungen unter denen ausgelost, die passen.
    [one] Etwa { $n } Mal von 10 werden die drei Übungen unter denen ausgelost, die passen.
   *[other] Etwa { $n } Mal von 10 werden die drei Übungen unter denen ausgelost, die passen.
 }
trial-stays = Dein Plan, deine Menschen und die Nummern bleiben, wo sie sind. Wenn das Verletzen etwas Schlimmeres fernhält, wird nichts ausgelost. Was du ausgeblendet hast und was es schlimmer gemacht hat, kommt nicht.
trial-file = Was angeboten wurde und wie wahrscheinlich es war, wird auf diesem Gerät beim Drang aufgehoben. Nichts wird verschickt. Zur Studie kommt es nur in einer Datei, die du selbst speicherst und weitergibst, und dafür braucht es das andere Ja oben.
trial-agree = Ich habe das gelesen, und der Zufall darf wählen, wie es hier steht.
trial-yes = Ja dazu sagen
trial-what = Worum sie bittet
trial-taken-back = Dein Ja zu „{ $study }“ ist zurückgenommen. Ab jetzt wählt der Zufall nichts mehr dafür.
trial-take-back-question = Ab jetzt wählt der Zufall nichts mehr dafür. Du brauchst keinen Grund.
trial-bad-form = Das ist nicht die Datei einer solchen Studie, oder sie ist beschädigt. Bitte um sie noch einmal, wo du sie bekommen hast. Nichts wurde geändert.
trial-bad-version = Diese Datei braucht eine neuere Version von Kindhold. Schau später noch einmal. Nichts wurde geändert.
