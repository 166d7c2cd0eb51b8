# SPDX-License-Identifier: CC-BY-4.0
# What happens when somebody gets in touch with a service, by kind of service and way in. The other
# strings about lines are in site.ftl. No promise of secrecy or of rescue: each service has its own
# rules, and these sentences have to be true of all of them.

lines-happens-summary-phone = Was passiert, wenn ich anrufe?
lines-happens-summary-text = Was passiert, wenn ich schreibe?
lines-happens-summary-web = Was passiert, wenn ich es öffne?

lines-happens-emergency-phone = Jemand fragt, welche Hilfe du brauchst und wo du bist. Sag, was passiert ist. Warum, musst du nicht sagen. Sie können einen Rettungswagen schicken. Vielleicht sollst du so lange dranbleiben.
lines-happens-emergency-text = Du schreibst, was passiert ist und wo du bist. Sie schreiben zurück, und sie können Hilfe schicken. Wenn du anrufen kannst: Ein Anruf geht oft schneller.
lines-happens-emergency-web = Auf der Seite steht, wie man den Notruf erreicht. Wenn du anrufen kannst, ruf an.

lines-happens-crisis-phone = Es kann eine Weile klingeln, oder zuerst kommt eine Ansage. Dann geht ein Mensch ran, der das gelernt hat, und hört zu. Du darfst still sein. Du musst deinen Namen nicht sagen, und du kannst jederzeit auflegen.
lines-happens-crisis-text = Zuerst kommen vielleicht Nachrichten, die sich von selbst schicken. Dann schreibt ein Mensch zurück, der das gelernt hat. Das kann ein paar Minuten dauern. Du musst deinen Namen nicht sagen, und du kannst jederzeit aufhören.
lines-happens-crisis-web = Ihre eigene Seite geht auf. Vielleicht musst du warten, und vielleicht fragen sie vorher ein paar Dinge. Schau dort nach dem Chat und danach, was sie speichern.

lines-happens-clinical-phone = Vielleicht hörst du zuerst eine Auswahl. Dann fragt ein Mensch vom Fach, wie es dir geht und ob du sicher bist. Er kann dir sagen, welche Hilfe in deiner Nähe ist. Er kann auch Hilfe schicken. Du kannst fragen, was aufgeschrieben wird.
lines-happens-clinical-text = Ein Mensch vom Fach schreibt zurück und fragt, wie es dir geht und ob du sicher bist. Er kann auch Hilfe schicken. Du kannst fragen, was gespeichert wird.
lines-happens-clinical-web = Ihre eigene Seite geht auf. Dort steht, wie du Fachleute erreichst. Vielleicht fragen sie nach deinem Namen und wo du bist.

lines-happens-young-phone = Es kann eine Weile klingeln, oder zuerst kommt eine Ansage. Dann geht jemand ran, der für junge Leute da ist. Du darfst still sein, weinen oder sagen: „Ich weiß nicht, wie ich anfangen soll.“ Du musst deinen Namen nicht sagen.
lines-happens-young-text = Zuerst kommen vielleicht Nachrichten, die sich von selbst schicken. Dann schreibt ein Mensch zurück. Das kann ein paar Minuten dauern. Du kannst fragen, wem er es sagen würde und wann.
lines-happens-young-web = Ihre eigene Seite geht auf. Vielleicht brauchst du einen Namen zum Anmelden, oder es dauert, bis du dran bist. Es muss nicht dein echter Name sein, außer sie schreiben das.

lines-happens-medical-phone = Vielleicht hörst du zuerst eine Auswahl. Dann fragt jemand, was los ist, und sagt dir, wo du hingehen kannst. Vielleicht fragen sie nach deinem Namen und wo du bist. Wenn du verletzt bist oder etwas eingenommen hast, wähl den Notruf.
lines-happens-medical-text = Jemand schreibt zurück und fragt, was los ist. Wenn du verletzt bist oder etwas eingenommen hast, wähl den Notruf.
lines-happens-medical-web = Ihre eigene Seite geht auf. Dort steht, wo du Hilfe bekommst. Wenn du verletzt bist oder etwas eingenommen hast, wähl den Notruf.

lines-happens-directory-phone = Jemand sagt dir, welche Hilfe es in deiner Nähe gibt.
lines-happens-directory-text = Sie schreiben dir zurück, welche Hilfe es in deiner Nähe gibt.
lines-happens-directory-web = Ihre eigene Seite geht auf. Du suchst dein Land aus, und sie zeigt dir, wen du anrufen kannst, wem du schreiben kannst und wo du chatten kannst.

lines-rules-title = Sagen sie es jemandem?
lines-rules = Jede Stelle hat ihre eigenen Regeln. Wenn sie glauben, dass ein Leben in Gefahr ist, schicken manche Hilfe oder sagen es jemandem, auch wenn du das nicht willst. Du kannst am Anfang fragen: „Wann würdet ihr es jemandem sagen?“ Sie kennen diese Frage.

lines-first-words-title = Wenn du nicht weißt, wie du anfangen sollst
lines-first-words-1 = „Ich weiß nicht, was ich sagen soll. Könnt ihr mir Fragen stellen?“
lines-first-words-2 = „Ich habe den Drang, mich zu verletzen, und will damit nicht allein sein.“
lines-first-words-3 = „Es ist passiert, und ich brauche jemanden, der freundlich zu mir ist.“

lines-no-answer-title = Wenn niemand rangeht
lines-no-answer = Das liegt daran, wie viel dort los ist, und nicht an dir. Probier es noch einmal, nimm eine andere Nummer, oder geh zu einem Menschen in deiner Nähe. Wenn du in Gefahr bist, wähl den Notruf.
