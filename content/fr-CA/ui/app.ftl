# SPDX-License-Identifier: CC-BY-4.0
## Partout
exit = Quitter vite
back = Retour
next = Suivant
skip = Passer
keep = Enregistrer
keep-it = Non, je garde ça
undo = Annuler
remove = Enlever
delete = Supprimer
delete-question = Supprimer pour de bon? Ça ne pourra pas revenir.
delete-yes = Oui, supprimer
print = Imprimer
show-more = Montrer plus
read-more = Lire la suite
leave-out = Laisser de côté
add-a-line = Ajouter une ligne
add-a-person = Ajouter une personne
opening = Un instant…
crisis-lines = Lignes d’aide
emergency-and-lines = Urgence et lignes d’aide
open-plan = Ouvrir mon plan
go-on = Continuer
what = Quoi
as-table = En tableau
minutes = { $n ->
    [one] { $n } minute.
   *[other] { $n } minutes.
}

## Les premiers écrans
welcome-urge-now = Besoin de quelque chose tout de suite?
welcome-language = Quelle langue?
welcome-country = Où es-tu?
welcome-country-hint = Ça met seulement les bonnes lignes d’aide en premier. Ça reste sur cet appareil.
welcome-passcode = Veux-tu un code?
welcome-passcode-hint = Il garde fermé ce que tu écris ici quand quelqu’un d’autre prend cet appareil. Si tu l’oublies, personne ne peut l’ouvrir, et nous non plus. L’aide pour une envie ne le demande jamais.
welcome-use-passcode = Utiliser ce code
welcome-no-passcode = Pas de code pour l’instant
welcome-nobody = Personne n’est appelé et rien n’est envoyé. Ce que tu écris reste sur cet appareil.
welcome-about = Ce qu’est Kindhold, et ce qu’il n’est pas
country-none = J’aime mieux ne pas le dire
passcode-new = Nouveau code
passcode-again = Le même encore une fois
passcode-differ = Les deux ne sont pas encore pareils.
passcode-shortest = Six caractères ou plus. Une courte phrase, c’est bien.

## Accueil
home-title = De quoi as-tu besoin?
door-urge = L’envie est là
door-decided = J’ai déjà décidé
door-happened = C’est déjà arrivé
door-people = Être avec quelqu’un
door-people-hint = tes proches d’abord
door-right-now = Tout de suite : une chose à faire dans la minute
home-build = Des choses plus lentes, pour les heures plus calmes
home-private = Tout ce qui est ici reste sur cet appareil.
door-plan = Mon plan
door-plan-hint = quoi faire et à qui demander quand ça devient dur
door-diary = Journal
door-words = Mes mots à moi
door-words-hint = ce que dirait une amie, un message à envoyer, des raisons
door-letters = Lettres
door-practices = Toutes les pratiques
door-practices-hint = pour en essayer une quand c’est tranquille
door-helps = Ce qui m’aide
door-settings = Réglages

## Une envie
near-label = À portée de main
near-plan = Mon plan
near-people = Mes proches
urge-how-strong = Elle est forte comment?
urge-just-start = Commencer quelque chose, c’est tout
urge-nobody-called = Personne n’est appelé, peu importe ce que tu dis ici.
scale-of-ten = { $n } sur 10
scale-least = pas du tout
scale-most = au maximum
functions-title = Qu’est-ce que ça ferait pour toi?
functions-hint = Touche tout ce qui s’applique, ou rien.
functions-not-sure = Je ne sais pas trop
function-regulate-down = Faire descendre l’émotion
function-feel-something = Me faire ressentir quelque chose
function-punish-self = J’ai l’impression de le mériter
function-reach-others = Que quelqu’un le voie, ou me laisse tranquille
function-hold-off = Tenir loin quelque chose de pire
function-belong = Ça fait partie de qui je suis
offers-title = Trois choses à essayer
offers-people-first = Quelqu’un d’abord
offers-hold-off = C’est beaucoup pour une seule personne, et tu n’as pas à le porter sans aide. Quelqu’un d’abord. Ces choses-ci peuvent aller avec.
offers-meanwhile = En attendant, ou entre deux appels
offers-hidden = « { $title } » ne sera plus proposé.
offers-none = Il ne reste rien à proposer qui convienne en ce moment. Regarder autour, les yeux ouverts, ou être avec quelqu’un, c’est toujours ici.
be-with-someone = Être avec quelqu’un à la place
be-with-someone-hint = un appel, un message, ou juste être à côté
hide-for-good = Ne plus proposer ça
hide-named = Ne plus proposer « { $title } »
why-helped-before = Tu as dit que ça avait déjà aidé.
why-gentle = Une douce, pour commencer.
why-like-helped = Des choses de ce genre ont déjà aidé.
why-new = Du nouveau, qui pourrait convenir.
practice-gone = Une pratique qui n’est plus là
practice-gone-hint = Cette version ne l’a plus. Les autres sont encore ici.

## Une pratique
step-of = Étape { $n } sur { $all }
step-back = Une étape en arrière
step-finish = Voilà, c’est tout
ground-me = Ramène-moi ici
making-it-worse = C’est pire avec ça
stop-here = Arrêter ici
half-minute = Une demi-minute
without-words = Sans mots
read-aloud = Lire à voix haute
grounding-title = Ici, maintenant
grounding-worse = Alors ce n’est pas la bonne en ce moment. Tu n’as rien fait de mal. Elle ne sera plus proposée.
grounding-1 = Laisse tes yeux faire lentement le tour de l’endroit où tu es.
grounding-2 = Trouve quelque chose avec un bord droit. Puis quelque chose de rond. Puis quelque chose de loin.
grounding-3 = Sens ce qu’il y a sous tes pieds, ou sous toi. Ça porte ton poids.
grounding-4 = Dis où tu es et quel jour on est, à voix haute ou dans ta tête.

## Après
after-title = Comment c’est, maintenant?
kind-line = Peu importe comment c’était, tu peux continuer en douceur.
after-helped = Est-ce que ça a aidé?
helped-lot = Oui, beaucoup
helped-bit = Un peu
helped-no = Pas vraiment
helped-worse = C’est pire qu’avant
after-how-strong = Elle est forte comment, maintenant?
after-still-high = Elle est encore forte. Ça arrive. Il y a une autre porte, et il y a des gens.
another-door = En essayer une autre
something-else = Autre chose
enough-for-now = Assez pour l’instant

## Les proches
people-title = Être avec quelqu’un
people-lead = Pas besoin d’expliquer. « Je file pas, t’as rien à régler », ça suffit.
people-locked = Tes proches sont derrière le code. Les lignes plus bas sont toujours là.
people-unlock = Ouvrir avec le code
people-none = Il n’y a encore personne dans ton plan. Tu peux ajouter quelqu’un maintenant, ou essayer une ligne plus bas.
people-add = Ajouter quelqu’un
people-lines-hint = Chaque ligne dit ce qui arrive quand on la contacte.
people-near-title = Ou juste être près du monde
people-near = Une cuisine, un dépanneur ouvert, le divan d’une amie, un clavardage où quelqu’un est réveillé. Tu n’as pas à parler.
people-done = Continuer
call = Appeler
call-named = Appeler { $name }
message = Texter
message-named = Texter { $name }
message-copy = Copier le message
message-copied = Copié
message-default = Je file pas en ce moment. T’as rien à régler. Peux-tu me tenir compagnie un peu?

## Les deux autres portes
decided-title = J’ai déjà décidé
decided-1 = Pas besoin de changer d’idée pour être ici. Rien sur cette page ne va argumenter avec toi.
decided-2 = Autre chose peut être vrai aussi. Quelqu’un pourrait être avec toi, même juste pour dix minutes.
decided-meanwhile = Quelque chose pour ces dix minutes
happened-title = C’est déjà arrivé
happened-hurt = Si tu t’es fait mal et qu’il te faut de l’aide, ou si tu as pris quelque chose, va d’abord chercher de l’aide médicale. Appelle le numéro d’urgence, ou vas-y avec quelqu’un.
happened-1 = Tu es ici maintenant. Il n’y a rien à avouer et rien n’est compté.
happened-2 = La honte vient souvent après. Elle crie fort, et elle n’est pas toi au complet. Tu as encore droit à du chaud, à un verre d’eau, à quelqu’un près de toi.
happened-gentle = Quelque chose de doux pour ce que tu ressens
happened-write = Écrire là-dessus

## Le plan
plan-title = Mon plan
plan-empty = Il n’y a encore rien dedans. Quelques mots suffisent pour commencer. Tu peux l’écrire à ta façon, avec ou sans quelqu’un.
plan-write = Écrire dedans
plan-write-title = Écrire mon plan
plan-write-lead = Chaque partie peut rester vide. Tes mots, à ta manière.
plan-signs = Comment je remarque que ça devient dur
plan-signs-hint = Une pensée, une émotion, un moment du jour, un endroit.
plan-alone = Ce que je peux faire par moi-même
plan-alone-hint = Des choses qui aident à passer quelques minutes.
plan-places = Les gens et les endroits qui me changent les idées
plan-places-hint = Tu n’as pas à en parler là-bas.
plan-people = Les gens à qui je peux demander de l’aide
plan-people-hint = Quelqu’un qui voudrait le savoir. Une personne suffit.
plan-professionals = Les professionnels et les lignes d’aide
plan-professionals-hint = Une personne qui t’accompagne, un médecin, une ligne que tu prendrais.
plan-surroundings = Rendre l’endroit où je suis plus sûr
plan-surroundings-hint = Seulement ce que tu veux écrire. Tu peux demander à quelqu’un de t’aider.
plan-earlier = Versions d’avant
plan-bring-back = Reprendre celle-ci
plan-credit = Les six parties suivent un plan de sécurité de Barbara Stanley et Gregory Brown (2012). Les mots sont de nous.
contact-name = Nom
contact-phone = Numéro de téléphone
contact-note = Une note, par exemple ses heures de réveil

## Le journal
diary-title = Journal
diary-lead = Pour ce qui est là. Tu peux laisser passer des jours.
diary-new = Écrire quelque chose
diary-entry-title = { $when }
diary-feelings = Qu’est-ce que tu ressens, ou ne ressens pas?
diary-words = Dans tes mots à toi
diary-check-in = Y avait-il une envie? Tu peux laisser ça de côté.
feeling-sad = tristesse
feeling-afraid = peur
feeling-angry = colère
feeling-ashamed = honte
feeling-guilty = culpabilité
feeling-lonely = solitude
feeling-overwhelmed = trop
feeling-empty = vide
feeling-numb = engourdissement
feeling-tired = fatigue
feeling-restless = agitation
feeling-disgusted = dégoût
feeling-hurt = peine
feeling-calm = calme
feeling-relieved = soulagement
feeling-hopeful = espoir
feeling-warm = chaleur
feeling-proud = fierté
feeling-dont-know = je ne sais pas

## Les lettres
letters-title = Lettres
letters-lead = À toi, à quelqu’un, à la partie de toi qui crie. Elles n’ont jamais à être envoyées.
letter-new = Écrire une lettre
letter-untitled = Une lettre
letter-title = Une lettre
letter-to = À qui, ou à propos de quoi
letter-text = La lettre
letter-begin-hint = Si une première ligne t’aide :
letter-begin-see = Je vois à quel point ç’a été dur.
letter-begin-sense = C’est normal que je ressente ça, parce que
letter-begin-wish = Ce que je te souhaite, c’est

## Mes mots à moi
words-title = Mes mots à moi
words-lead = Écrits dans une heure plus calme, pour une heure plus dure. Ils reviennent là où ils peuvent aider.
words-friend = Ce que dirait une bonne amie, un bon ami
words-friend-hint = Avec sa voix. On te le montre après une pratique.
words-friend-label = Une phrase que dirait une bonne amie, un bon ami
words-message = Un message à envoyer
words-message-hint = Le premier se met dans les messages à tes proches. C’est quand même toi qui appuies sur Envoyer.
words-message-label = Un message à envoyer dans une heure dure
words-reason = Ce qui vaut un peu de douceur
words-reason-hint = Les petites choses comptent : un chat, une chanson, l’épisode de la semaine prochaine.
words-reason-label = Quelque chose qui vaut un peu de douceur
words-help = Comment m’aider
words-help-hint = Pour tes proches, si tu veux le leur montrer un jour. Qu’est-ce qui est bon à dire? Qu’est-ce qui aide dans une heure dure?
words-help-label = Comment quelqu’un peut t’aider

## Ce qui aide
helps-title = Ce qui m’aide
helps-nothing-yet = Il y aura des images ici quand tu auras essayé une pratique ou deux.
helps-goes = { $n ->
    [one] Tu t’es fait de la place { $n } fois.
   *[other] Tu t’es fait de la place { $n } fois.
}
helps-most = Ce qui a aidé
helps-by-function = Ce qui a aidé, selon ce que ça devait faire
helps-when = Quand l’envie est venue
helps-times = Fois où ça a aidé
helps-moments = Moments
helps-note = Ça ne fait que s’ajouter. Les semaines tranquilles et les semaines dures n’y enlèvent rien.
part-of-day-morning = Matin
part-of-day-afternoon = Après-midi
part-of-day-evening = Soir
part-of-day-night = Nuit

## Toutes les pratiques
practices-title = Toutes les pratiques
practices-lead = C’est plus facile d’en prendre une dans une minute dure si tu l’as déjà vue dans un moment tranquille.
practices-not-reviewed = Personne de formé ne les a encore révisées, ni leur traduction.
practices-partly-reviewed = Il y en a que personne de formé n’a encore révisées.
practices-filter = Montrer celles pour
practices-all = tout
practices-hidden = Pas proposées
show-again = Proposer de nouveau

## Le verrou
locked-title = C’est verrouillé
locked-help-first = L’aide ne demande pas de code. Tant que c’est verrouillé, rien de ce que tu fais ici n’est gardé.
locked-passcode = Code
locked-open = Ouvrir
locked-opening = Ça s’ouvre…
locked-passkey = Ouvrir avec une clé d’accès
locked-forgot = J’ai oublié le code
locked-forgot-hint = Personne ne peut l’ouvrir sans le code, et nous non plus. Si tu as un fichier gardé d’avant, tu peux repartir à neuf et le remettre ici. Repartir à neuf efface ce qui est sur cet appareil.
lock-title = Verrou et code
lock-has-passcode = Il y a un code.
lock-has-none = Il n’y a pas de code. Quiconque ouvre cette appli sur cet appareil peut lire ce qu’il y a dedans.
lock-set = Mettre un code
lock-change = Changer le code
lock-hint = Si tu l’oublies, personne ne peut rouvrir ce qui est ici. Garde une copie dans un endroit sûr.
lock-passcode-now = Ton code actuel
lock-passcode-why = Il le faut pour changer le code ou la clé d’accès. Ainsi, personne ne peut t’empêcher d’entrer.
lock-passcode-or = Ou laisse le champ vide et utilise ta clé d’accès.
lock-take-away = Enlever le code
lock-after = Verrouiller quand je m’absente pendant
lock-after-0 = un instant
lock-after-1 = 1 minute
lock-after-5 = 5 minutes
lock-after-30 = 30 minutes
lock-now = Verrouiller maintenant
passcode-is-set = Le code est mis.
passcode-is-gone = Le code est enlevé.
passkey-title = Clé d’accès
passkey-hint = Pour ouvrir avec ton empreinte, ton visage ou le code de l’appareil. Ton code continue de marcher.
passkey-add = Ajouter une clé d’accès
passkey-remove = Enlever la clé d’accès
passkey-is-set = La clé d’accès est prête.
passkey-is-gone = La clé d’accès est enlevée. Ton appareil peut encore la montrer; tu peux la supprimer là.

## Déplacer et garder
data-title = Faire une copie, ou en remettre une
export-title = Faire une copie
export-lead = Un fichier avec tout ce que tu gardes ici, fermé par une phrase de passe. Utile pour un nouveau téléphone, ou si tu perds celui-ci.
export-passphrase = La phrase de passe de ce fichier :
export-another = En faire une autre
export-own = Choisir plutôt la mienne
export-own-label = Au moins douze caractères. Quelques mots bizarres à la suite, c’est bien.
export-keep-words = Note-la ailleurs. Sans elle, personne ne peut ouvrir le fichier.
export-do = Enregistrer le fichier
export-making = Le fichier se prépare…
export-done = Le fichier est prêt. Ton navigateur le met là où vont les téléchargements.
export-failed = Le fichier n’a pas pu se faire. Rien n’est perdu ici. Essaie encore.
export-file = notes-{ $day }.age
export-open-elsewhere = Le fichier est au format ouvert age. D’autres outils peuvent l’ouvrir aussi.
import-title = Remettre une copie
import-lead = Ce qui est dans le fichier s’ajoute à ce qui est ici. Rien n’est écrasé.
import-file = Le fichier
import-passphrase = Sa phrase de passe
import-do = La remettre ici
import-pick-first = Choisis d’abord le fichier.
import-reading = Lecture du fichier…
import-unreadable = Ce fichier n’a pas pu être lu. Choisis-le encore une fois.
import-nothing-new = Tout ce qu’il y a dans ce fichier était déjà ici.
import-done = { $n ->
    [one] { $n } chose a été ramenée.
   *[other] { $n } choses ont été ramenées.
}
erase-title = Tout effacer
erase-what = Ça enlève de cet appareil tout ce que tu gardes dans Kindhold. Le plan, le journal, les lettres, tes mots à toi et tous les réglages s’en vont.
erase-not = Ça n’enlève pas les fichiers que tu as enregistrés, les messages que tu as envoyés, ni l’appli elle-même.
erase-sure = Oui, je veux que tout disparaisse
erase-do = Effacer maintenant

## Réglages
settings-title = Réglages
settings-theme = Couleurs
settings-theme-default = Comme sur cet appareil
settings-theme-light = Clair
settings-theme-dark = Sombre
settings-theme-contrast = Contraste élevé
settings-text = Taille du texte
settings-text-default = Normale
settings-text-2 = Grande
settings-text-3 = Très grande
settings-motion = Mouvement
settings-motion-default = Comme sur cet appareil
settings-motion-less = Moins
settings-voice = Voix
settings-voice-default = Silence
settings-voice-1 = Lire les étapes à voix haute
settings-wordless = Pratiques
settings-wordless-default = Avec des mots
settings-wordless-1 = Sans mots
settings-plain = Nom et icône
settings-plain-default = Kindhold
settings-plain-1 = Notes
settings-plain-hint = Ça compte à partir de la prochaine installation sur l’écran d’accueil.
settings-exit = Quitter vite
settings-exit-hint = Touche « Quitter vite », ou appuie deux fois sur Échap. Kindhold se ferme, et se verrouille s’il y a un code. Une page de mesures de cuisine prend sa place.
settings-install = La mettre sur l’écran d’accueil
settings-leaving = Ce que « Quitter vite » cache et ne cache pas
settings-about = À propos de Kindhold
storage-kept = Ton navigateur a promis de garder ce qui est ici.
storage-not-promised = Ton navigateur n’a pas promis de garder ce qui est ici si l’appareil manque d’espace. Fais une copie de temps en temps.

## Quand quelque chose va de travers
trouble-wrong-passcode = Ce n’est pas le code. Rien n’a changé. Essaie encore quand tu veux.
trouble-passkey = La clé d’accès ne l’a pas ouvert. Tu peux prendre le code.
trouble-full = Cet appareil n’a plus d’espace, alors ça n’a pas été gardé. Fais un peu de place, puis essaie encore. Ce que tu as écrit est encore à l’écran.
trouble-not-kept = Ça n’a pas été gardé, parce que le navigateur n’a pas voulu le noter. Ce que tu as écrit est encore à l’écran. Essaie encore.
trouble-no-store = Cette fenêtre ne peut rien garder, peut-être parce que c’est une fenêtre privée. Tout marche, et rien n’est gardé quand tu la fermes.
trouble-keys-gone = Les clés de ce navigateur ont disparu, alors ce qui était gardé ici ne s’ouvre plus. Si tu as une copie, efface ce qui est ici, puis remets la copie.
trouble-newer = Ça vient d’une version plus récente de Kindhold. Rien n’a changé. Ferme toutes ses fenêtres et rouvre-le pour le mettre à jour.
trouble-other-tab = Une autre fenêtre a changé le verrou. Ouvre Kindhold de nouveau.
trouble-file-not-ours = Ce fichier n’a pas été fait par Kindhold. Choisis-en un autre.
trouble-file-damaged = Ce fichier est abîmé. Rien n’a été changé. Si tu as une autre copie, essaie-la.
trouble-file-wrong-passphrase = Ce n’est pas la phrase de passe de ce fichier. Rien n’a été changé. Vérifie chaque caractère et essaie encore.
trouble-thrown-away = Ce navigateur a jeté ce qui était gardé ici, peut-être parce que l’espace manquait. Si tu as une copie, tu peux la remettre dans les Réglages.
trouble-file-too-hard = Ce fichier demande plus de mémoire que cet appareil n’en a, alors il n’a pas pu s’ouvrir. Rien n’a été changé. Essaie sur un autre appareil.
trouble-file-newer = Ce fichier vient d’une version plus récente de Kindhold. Fais la mise à jour, puis essaie encore.
notice-damaged = { $n ->
    [one] { $n } note n’a pas pu être lue et a été laissée comme elle est. Tout le reste est ici.
   *[other] { $n } notes n’ont pas pu être lues et ont été laissées comme elles sont. Tout le reste est ici.
}
notice-two-histories = Ce qui est gardé ici a été changé par autre chose que cette appli. Tout ce qui a pu être lu est ici. Fais une copie pour plus de sûreté.

## When words read like somebody who may want to die
signpost-lead = Ça a l’air très lourd. Si une partie de toi veut mourir, tu n’as pas à porter ça sans personne à tes côtés.
signpost-private = Seul cet appareil l’a remarqué. Kindhold n’avertit personne et n’en garde rien.
