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
choosing-young = Unter 18? Es bleibt aus, bis du es einschaltest. Du kannst vorher jemanden fragen, dem du vertraust. Ausschalten geht jederzeit.
choosing-so-far = { $n ->
    [0] Bisher gibt es nichts, woraus es lernen kann.
    [one] Bisher kann es aus { $n } Antwort von dir lernen.
   *[other] Bisher kann es aus { $n } Antworten von dir lernen.
 }
choosing-forget = Vergessen, was es gelernt hat
choosing-forget-question = Es fängt wieder bei nichts an. Alles, was du geschrieben hast, bleibt.
choosing-forget-yes = Ja, neu anfangen
choosing-forgot = Erledigt. Ab hier fängt es neu an.
