# SPDX-License-Identifier: CC-BY-4.0
# La personne : tu. L’espace de l’accompagnement et celui des proches : vous. Ce qui est commun à tous
# est dit sans tu ni vous.

## Les portes qui mènent ici
door-together = Autres appareils et autres personnes
door-together-hint = Kindhold sur deux appareils, ou le montrer un peu à quelqu’un
welcome-other-device = J’utilise déjà Kindhold sur un autre appareil
home-private-together = Tout ce qui est ici est sur tes appareils et, verrouillé, sur le serveur. Il n’y a que toi et les gens que tu as choisis qui pouvez le lire.
erase-relay = La copie verrouillée sur le serveur reste, pour les autres appareils. Pour la supprimer aussi, il faut d’abord la désactiver sous « Autres appareils et autres personnes ».
offers-door = De la part de gens à qui tu as montré quelque chose
offers-door-hint = { $n ->
    [one] { $n } proposition
   *[other] { $n } propositions
}
show-more-of = Montrer plus (il en reste { $n })

## Appareils et personnes
hub-title = Autres appareils et autres personnes
hub-hint-seat = utiliser cet espace sur plus d’un appareil
hub-lead = Tu peux utiliser Kindhold sur plus d’un appareil, et en montrer des parties aux gens que tu choisis. Tout est verrouillé sur cet appareil avant d’en sortir. Le serveur entre les deux ne peut rien en lire.
hub-lead-seat = Vous pouvez utiliser cet espace sur plus d’un appareil. Tout est verrouillé sur cet appareil avant d’en sortir. Le serveur entre les deux ne peut rien en lire.
line-busy = Échange avec le serveur en cours…
line-done = Tout est en sûreté sur le serveur aussi. Dernière fois : { $time }.
device-name = Comment appeler cet appareil
device-default = Cet appareil
on-title = Garder une copie verrouillée sur le serveur
on-hint = Un deuxième appareil peut alors l’avoir aussi, et rien n’est perdu avec un téléphone. Pas de nom, pas de courriel, pas de mot de passe.
on-code = Code d’invitation de ce serveur
on-do = Activer
on-busy = Ça s’active…
on-done = C’est activé. À partir de maintenant, une copie verrouillée est gardée sur le serveur.
off-title = Désactiver
off-hint = La copie verrouillée sur le serveur est supprimée. Ce qui est sur cet appareil reste. Les gens à qui quelque chose a été montré ne peuvent plus le lire.
off-ask = Supprimer la copie sur le serveur
off-question = La supprimer du serveur? Les autres appareils, et les gens à qui quelque chose a été montré, n’y trouveront plus rien.
off-yes = Oui, la supprimer là
off-done = La copie sur le serveur n’est plus là. Ce qui est sur cet appareil y est encore.
invited-title = Quelqu’un t’a envoyé une invitation?
invited-hint = Pointe la caméra de ton téléphone vers son code, ou colle le lien que tu as reçu.
invited-link = Le lien
invited-open = Ouvrir l’invitation
link-copy = Copier le lien
link-copied = Copié

## Appareils
devices-title = Mes appareils
devices-hint = les voir, en ajouter un, retirer un appareil perdu
devices-lead = Tous ces appareils ont tout ce qui est gardé ici. Si l’un d’eux est perdu ou entre les mains de quelqu’un d’autre, il faut le retirer : à partir de là, il ne reçoit plus rien de nouveau.
devices-this = Celui que voici
devices-since = Depuis le { $day }
devices-take-out = Retirer cet appareil
devices-take-out-question = Le retirer? Il ne reçoit plus rien de nouveau. Ce qui est déjà dessus y reste. Les 12 mots changent.
devices-take-out-yes = Oui, le retirer
devices-taken-out = Cet appareil est retiré. Il y a de nouveaux mots pour le prochain appareil; les anciens n’ouvrent plus rien.
way-in-title = Ajouter un appareil
way-in-hint = Sur l’autre appareil, ouvrir Kindhold et choisir « J’utilise déjà Kindhold sur un autre appareil ». Ensuite, y numériser ce code, ou y taper ces 12 mots.
way-in-keep = Quiconque a ces mots peut tout lire. Il vaut mieux ne les montrer à personne. Sur papier, en lieu sûr, ils permettent aussi de tout retrouver si cet appareil est perdu.
way-in-show = Montrer le code et les mots
way-in-hide = Les cacher
way-in-qr = L’entrée pour le prochain appareil, sous forme de code à numériser
door-passkey-hint = Certains téléphones partagent une clé d’accès avec les autres appareils de la même personne. Elle peut tout ouvrir sur un nouvel appareil, sans les mots.
door-passkey-add = Ajouter une clé d’accès pour les nouveaux appareils
door-passkey-set = La clé d’accès est prête. Sur un nouvel appareil, il suffit de choisir « Utiliser une clé d’accès ».
door-passkey-not = Aucune clé d’accès n’a été créée. Les mots et le code ouvrent quand même.
door-passkey-use = Utiliser une clé d’accès
door-passkey-none = La clé d’accès ne l’a pas ouvert. Les 12 mots, oui.
words-renew = Faire de nouveaux mots
words-renew-question = Faire de nouveaux mots? Les anciens, et les clés d’accès pour de nouveaux appareils, n’ouvriront plus rien. Les appareils restent comme ils sont.
words-renew-yes = Oui, en faire de nouveaux
words-renewed = Il y a de nouveaux mots maintenant.
join-title = Tout apporter sur cet appareil
join-lead = Sur l’autre appareil, aller sous « Autres appareils et autres personnes », puis « Mes appareils ». Y numériser le code, ou taper ses 12 mots ici.
join-words = Les 12 mots
join-passcode = Un code pour cet appareil, au besoin
join-passcode-must = Un code pour cet appareil
join-do = L’apporter ici
join-busy = Ça arrive…
join-nothing-lost = Rien ne change sur l’autre appareil.
join-count = { $n ->
    [one] Ça fait { $n } mot. Il en faut 12.
   *[other] Ça fait { $n } mots. Il en faut 12.
}
join-unknown = Le mot numéro { $n } n’est pas un des mots. Il faudrait le regarder encore une fois.
join-checksum = Les mots ne vont pas ensemble. Deux sont peut-être inversés, ou l’un d’eux n’est pas le bon.

## Répondre à une invitation
answer-title = Une invitation
answer-to-hub = Autres appareils et autres personnes
answer-no-invitation = Ce n’est pas une invitation, ou il en manque une partie. Redemande le code ou le lien.
answer-who = « { $name } » aimerait que tu lui montres quelque chose, à titre de { $seat }.
answer-sure = Continue seulement si tu sais qui c’est et si tu le veux. Personne ne peut te forcer. Tu peux arrêter n’importe quand.
seat-counsellor = personne qui t’accompagne
seat-supporter = proche
answer-what = Qu’est-ce que cette personne peut voir?
show-help = Comment m’aider
show-plan = Mon plan
show-urges = Mes envies, et ce que j’ai essayé
show-diary = Mon journal
show-letters = Mes lettres
answer-never = Tout le reste demeure avec toi.
answer-from = À partir de quand?
answer-from-now = À partir de maintenant
answer-from-past = Tout ce qu’il y a déjà, aussi
answer-until = Jusqu’à quand?
answer-until-30 = 1 mois
answer-until-90 = 3 mois
answer-until-365 = 1 an
answer-until-0 = Jusqu’à ce que je le reprenne
answer-back-any-time = Tu peux le reprendre n’importe quand, d’un seul geste.
answer-names = Noms
answer-own-name = Sous quel nom te connaît cette personne?
answer-their-name = Et toi, comment l’appelles-tu?
answer-preview = Voir exactement ce que cette personne verrait maintenant
answer-preview-now = Rien encore. Elle verra ce que tu écris à partir de maintenant.
answer-do = Le lui montrer
answer-busy = Ça se verrouille pour cette personne…
answer-no = Non, pas maintenant
answer-done = C’est fait. Voici tous les gens à qui tu montres quelque chose.
answer-stopped = C’est arrêté. Personne ne peut rien voir avec cette invitation.
same-words-title = Les deux écrans montrent-ils les mêmes mots?
same-words-person = Lis ces six mots à { $name }, ou regardez l’autre écran ensemble. S’ils sont pareils, il n’y a que vous deux qui pouvez le lire.
same-words-seat = { $name } a répondu. Lisez ces six mots à voix haute, ensemble. S’ils sont pareils sur les deux écrans, il n’y a personne entre les deux.
same-words-yes = Oui, pareils
same-words-no = Non, ils sont différents

## Qui voit quoi
shares-title = Qui voit quoi
shares-hint = regarder, changer d’idée, reprendre
shares-lead = Ces gens voient ce que tu as choisi, et rien d’autre.
shares-nobody = Personne ne voit rien de toi.
shares-what = Voit : { $what }
shares-since = Depuis le { $day }.
shares-on-its-way = C’est en route. Ça arrivera dès que cet appareil sera connecté.
shares-see = Voir exactement ce que cette personne voit
shares-take-back = Ne plus le montrer à { $name }
shares-taken-back = C’est repris. À partir de maintenant, plus rien de nouveau n’est montré. Ce qui a déjà été lu peut rester en mémoire.
shares-ended = Ce qui est terminé
shares-over = { $name } : terminé le { $day }
shares-cannot = Personne ne peut faire oublier à quelqu’un ce qu’il a lu. Tout ce qui vient après reste fermé.
until-no-end = Jusqu’à ce que tu le reprennes.
until-no-end-seat = Aucune fin n’a été fixée.
until-day = Jusqu’au { $day }
seen-title = Ce qui est montré à { $name }
seen-lead = Voici ce que cette personne voit, dessiné comme ça l’est pour elle.
seen-not-now = Ça ne peut pas se dessiner en ce moment. Essaie encore dans un instant.

## Propositions
offered-lead = Tu peux les prendre, les laisser ou les regarder plus tard. Personne ne sait ce que tu en fais.
offered-none = Rien ici.
offered-somebody = quelqu’un
offered-from = De la part de { $name }
offered-look = Regarder « { $what } »
offered-aside = Mettre de côté

## Ce qui est vu
picture-empty = Il n’y a encore rien à voir.
picture-help = Comment m’aider
plan-title-theirs = Le plan
picture-urges = Les envies qui ont été notées
picture-urges-hint = Par semaine; la plus haute barre est { $n }. Une semaine vide veut peut-être seulement dire que rien n’a été noté.
picture-week-of = Semaine du
picture-strengths = L’intensité, avant et après
picture-strengths-hint = { $n ->
    [one] La plus récente avec une intensité, de 0 à 10.
   *[other] Les { $n } plus récentes avec une intensité, de 0 à 10.
}
picture-when = Quand
picture-before = Avant
picture-after = Après
picture-functions = Ce que ça ferait
picture-functions-hint = Par semaine. Une envie peut avoir plusieurs réponses.
picture-tried = Ce qui a été essayé, et ce que ça a changé
picture-tried-hint = Les chiffres avec une flèche sont l’intensité moyenne avant et après, quand les deux ont été notées et que rien d’autre n’a été essayé.
picture-times = { $n ->
    [one] essayée { $n } fois
   *[other] essayée { $n } fois
}
picture-not-said = rien de noté
picture-changed = { $before } → { $after }
picture-systems = Trois systèmes
picture-systems-hint = Dessinés à partir des émotions qui ont été notées. Une image pour en parler, pas une mesure.
system-threat = Menace
system-drive = Élan
system-soothing = Apaisement
system-away = Loin de tout
picture-episodes = Une par une
picture-episodes-hint = Les plus récentes d’abord. En ouvrir une montre ses maillons.
picture-urge = Envie : { $n } sur 10
chain-urge = Une envie.
chain-decided = Entrée par « J’ai déjà décidé ».
chain-happened = Entrée après, quand c’était arrivé.
chain-check-in = Un moment sans envie.
chain-strength = Intensité { $n } sur 10.
chain-for = Ce que ça ferait : { $what }
chain-not-sure = Pas de réponse sûre sur ce que ça ferait.
chain-felt = Ressenti : { $what }
chain-tried = Essayé : « { $what } ».
chain-whole = Jusqu’au bout.
chain-left = Arrêtée en chemin, et c’est correct.
chain-grounded = Arrêtée pour revenir ici, maintenant.
chain-worse = « C’est pire avec ça. »
chain-helped = Est-ce que ça a aidé? { $answer }.
chain-someone = A choisi d’être avec quelqu’un.
chain-after = Après : { $n } sur 10.

## Questions
questions-title = Peut-être une question à poser
questions-hint = Compté à partir de ce qui a été noté dans les deux dernières semaines. Ce sont des questions à regarder à deux, pas des résultats.
question-holds-off = { $n ->
    [one] { $n } fois, c’était pour tenir loin quelque chose de pire.
   *[other] { $n } fois, c’était pour tenir loin quelque chose de pire.
}
question-holds-off-might = On pourrait parler ouvertement des idées de mort, et regarder le plan ensemble : est-ce qu’il convient encore, est-ce qu’il manque quelqu’un?
question-stronger = Les envies étaient plus fortes : { $now } en moyenne dans les deux dernières semaines ({ $ofnow } envies), { $before } dans les quatre semaines d’avant ({ $ofbefore } envies).
question-stronger-might = Qu’est-ce qui était différent? Le sommeil, l’école ou le travail, quelqu’un qui est parti? On pourrait demander à quoi répondent les envies maintenant, et pas avant.
question-more-often = { $now } envies dans les deux dernières semaines, { $before } dans les quatre semaines d’avant.
question-more-often-might = C’est peut-être plus dur, ou c’est peut-être noté plus souvent. On pourrait demander lequel des deux, et ce qui a aidé les jours entre.
question-made-worse = { $n } fois, une pratique a été notée comme empirant les choses : { $what }.
question-made-worse-might = On pourrait en reprendre une ensemble, lentement, et laisser de côté ce qui ne convient pas. La bienveillance peut sembler dangereuse au début.
question-nothing-helped = { $n } fois, quelque chose a été essayé et n’a pas aidé.
question-nothing-helped-might = On pourrait chercher quelque chose de tout à fait différent : le mouvement, les gens, ou juste passer l’heure. Essayer, ça compte.

## Les espaces
banner = Personne ne surveille ceci entre les rencontres.
banner-more = Aucune alarme n’est déclenchée, peu importe ce qui est écrit ici. Convenez ensemble de quoi faire en cas d’urgence.
banner-supporter = Personne ne surveille ceci.
banner-more-supporter = Vous voyez ce que quelqu’un a choisi de vous montrer, et pas tout. Si sa vie peut être en danger, appelez le numéro d’urgence.
seat-welcome-title = L’espace des conseillères et conseillers
seat-welcome-lead = Les personnes que vous accompagnez peuvent vous montrer des parties de ce qu’elles gardent dans Kindhold. Elles choisissent quoi, à partir de quand et jusqu’à quand, et peuvent le reprendre n’importe quand.
seat-welcome-1 = Vous invitez; la personne décide. Comparez six mots ensemble, et il n’y aura que vous deux qui pourrez le lire.
seat-welcome-2 = Vous pouvez proposer une pratique, ou quelques mots pour la prochaine fois. Ce sont des propositions : on ne vous dit pas ce qui a été pris.
seat-welcome-3 = Vos notes restent dans votre lieu verrouillé à vous, sur cet appareil. Les gens que vous voyez ici ne peuvent pas les lire.
seat-welcome-title-supporter = L’espace des proches
seat-welcome-lead-supporter = Quelqu’un qui compte pour vous peut vous montrer une partie de ce qu’il garde dans Kindhold : son plan, par exemple, ou comment l’aider.
seat-welcome-1-supporter = Cette personne choisit quoi, et peut le reprendre n’importe quand. Vous montrer quelque chose est une marque de confiance.
seat-welcome-2-supporter = Vous n’avez pas à monter la garde. Personne ne le peut.
seat-welcome-3-supporter = Il y a aussi des repères pour vous, et pour prendre soin de vous.
welcome-passcode-seat = Un code pour cet espace
seat-passcode-hint = Ce qu’on vous montre appartient à ceux et celles qui vous le montrent. Un code le garde fermé quand quelqu’un d’autre a cet appareil. Si vous l’oubliez, personne ne peut le rouvrir; vous pourrez alors inviter de nouveau les gens.
seat-passcode-hint-supporter = Ce qu’on vous montre appartient à la personne qui vous le montre. Un code le garde fermé quand quelqu’un d’autre a cet appareil.
caseload-title = Personnes accompagnées
caseload-title-supporter = Ce qu’on vous montre
caseload-empty = Personne ne vous a encore rien montré.
caseload-empty-supporter = Personne ne vous a encore rien montré.
caseload-invite = Inviter une personne
caseload-invite-supporter = Demander à quelqu’un de vous montrer quelque chose
caseload-looked = Recherche de nouveautés : { $time }.
client-new = Du nouveau depuis votre dernier regard, le { $day }
client-nothing-new = Rien de nouveau depuis le { $day }
client-new-first = Pas encore regardé
client-nothing-yet = Encore rien à voir
client-ended = Repris ou terminé
client-ended-hint = Ce qui a été montré avant est encore sur cet appareil, jusqu’à ce que vous l’enleviez.
shows-help = Comment aider
shows-plan = Plan
shows-urges = Envies
shows-diary = Journal
shows-letters = Lettres
client-gone = Ce n’est plus ici.
client-damaged = Une partie de ce qui est sur cet appareil n’a pas pu être lue. Le reste est tel qu’il a été écrit.
client-renamed = Enregistré.
client-keeping = Nom et retrait
client-forget-hint = Enlever efface de cet appareil la copie de ce qui a été montré par { $name }.
client-forget = L’enlever de cet appareil
client-forget-question = L’enlever? Pour le revoir, il vous faudrait refaire une invitation.
client-forget-yes = Oui, l’enlever
supporter-guidance = Pour vous : ce qui aide, et ce qui n’aide pas
supporter-guidance-hint = les mots, l’écoute, et prendre soin de vous
invite-title = Une invitation
invite-lead = Une invitation vaut pour une personne. Le mieux est de la faire dans la même pièce. Si vous l’envoyez, dites-vous les six mots au téléphone.
invite-own-name = Votre nom, comme cette personne le connaît
invite-own-name-hint = Il est écrit sur l’invitation. Le serveur ne le voit jamais.
invite-make = Faire l’invitation
invite-step-scan = La personne pointe la caméra de son téléphone vers ce code, ou ouvre le lien.
invite-step-choose = Elle choisit quoi vous montrer, à partir de quand et jusqu’à quand.
invite-step-words = Les deux écrans montrent six mots. Comparez-les.
invite-qr = L’invitation, sous forme de code à numériser
invite-once = On peut y répondre une fois. Le code seul ne montre rien de la personne.
invite-waiting = En attente d’une réponse…
invite-made = Faite : { $time }
invite-withdraw = Reprendre l’invitation
invite-withdraw-question = La reprendre? La personne qui l’a ne pourra plus rien en faire.
invite-withdraw-yes = Oui, la reprendre
invite-refused = Rien n’a été accepté. L’invitation n’existe plus; faites-en une nouvelle quand vous serez ensemble.
invite-forged = Il y a une réponse qui ne vient pas de quelqu’un qui a votre invitation. Ne l’utilisez pas. Faites une nouvelle invitation, dans la même pièce si possible.
invite-start-again = La jeter
invite-their-name = Comment vous appelez cette personne ici
invite-done = { $name } est maintenant dans votre liste.
offer-title = Proposer quelque chose
offer-hint = Ça apparaît comme une proposition. La personne peut la prendre, la laisser ou la regarder plus tard, et on ne vous dit pas ce qu’elle en fait.
offer-practice = Une pratique
offer-no-practice = Aucune
offer-words = Quelques mots, par exemple pour votre prochaine rencontre
offer-do = Le proposer
offer-done = C’est en route.
offer-made = Proposé jusqu’ici
notes-title = Mes notes à moi
notes-hint = Dans votre lieu verrouillé à vous. Personne d’autre ne peut les lire.
sheet-title = Feuille pour la rencontre
sheet-of = Pour la rencontre : { $name }
sheet-hint = Une page, à partir de ce qui vous a été montré. Imprimez-la seulement si vous pouvez la garder en lieu sûr.
sheet-span = Regarder en arrière
sheet-days = { $n } jours
sheet-with-notes = Avec mes notes à moi
sheet-made = { $day }, sur les { $n } derniers jours.
sheet-urges = { $n ->
    [0] Aucune envie n’a été notée. Ça peut aussi vouloir dire que rien n’a été écrit.
    [one] { $n } envie a été notée.
   *[other] { $n } envies ont été notées.
}
sheet-strength = Intensité de { $least } à { $most }, celle du milieu { $middle }.
sheet-tried = { $n ->
    [one] { $what } : { $n } fois, a aidé { $helped }, a empiré { $worse }.
   *[other] { $what } : { $n } fois, a aidé { $helped }, a empiré { $worse }.
}
sheet-plan = Tiré du plan
sheet-room = De la place pour ce qui vient
sheet-foot = Fait à partir de ce que la personne a choisi de montrer. Il y a toujours plus que cette page, et elle ne prédit rien.

## Ce qui peut aller de travers entre les appareils
snag-away = Le serveur ne répond pas en ce moment. Tout est gardé sur cet appareil et s’y rendra plus tard, tout seul.
snag-no-relay = Ce serveur ne garde rien pour les autres. La personne qui le gère peut activer ça.
snag-code = Ce serveur veut un code d’invitation. La personne qui le gère peut le donner, ou celle qui fait l’accompagnement.
snag-later = Ça n’a pas marché en ce moment. On peut réessayer dans un instant; rien n’a été perdu.
snag-relay-full = Le serveur n’a plus de place pour cette copie. Tout est encore sur cet appareil. La personne qui gère le serveur pourrait aider.
snag-not-you = Le serveur ne connaît pas ces mots, ou l’accès est terminé. Il faudrait les vérifier encore une fois.
snag-answered = Cette invitation a déjà reçu une réponse, peut-être de quelqu’un d’autre. Il en faut une nouvelle.
snag-taken-out = Cet appareil a été retiré par un autre appareil. Ce qui est ici reste ici, mais rien de nouveau n’arrive.
snag-ended = Ç’a été repris, ou le temps est écoulé. Ce qui a été montré avant est encore plus bas.
snag-untrue = Ce que le serveur a envoyé ne vient pas de la bonne personne, alors rien n’en a été cru. Ce qui est affiché ici est vrai. Il faudrait le dire à la personne qui gère le serveur.
suspicion-less = Le serveur a moins que ce qu’il avait déjà eu. Il a peut-être été ramené en arrière. Cet appareil lui redonne ce qui manque.
suspicion-fork = Deux copies de cet appareil ont écrit en même temps. Les deux ont été gardées, et rien n’est perdu.
suspicion-emptied = Le serveur a vidé quelque chose que personne n’a supprimé. Ce qui est sur cet appareil est encore entier.
suspicion-untrue = Le serveur a envoyé quelque chose qu’aucun des appareils n’a écrit. Ça n’a pas été cru. Il faudrait le dire à la personne qui gère le serveur.
