# SPDX-License-Identifier: CC-BY-4.0
# Autour de la bibliothèque, du parcours des proches et du guide des conseillères et conseillers.

site-library = Bibliothèque
site-supporters = Pour les proches
site-guide = Pour les conseillères et conseillers
site-languages = Langues
site-tab-library = Lecture
site-tab-supporters = Lecture
site-tab-guide = Guide

shelf-understanding = Ce que c’est, et pourquoi
shelf-kindness = La bienveillance et la voix critique
shelf-help = Trouver de l’aide
shelf-life = Les jours, les soirs, les autres
shelf-others = Pour les proches

article-english = Ce texte est en anglais. Personne ne l’a encore traduit.
article-next = Suivant
article-see = Pour continuer à lire
article-practices = Quelque chose de court à essayer
article-written = Écrit par { $role }. Dernier changement : { $day }.
article-reviewed = Révisé par { $names } le { $day }.
article-not-reviewed = Personne de formé ne l’a encore révisé.
article-minutes = { $n ->
    [one] Environ une minute de lecture.
   *[other] Environ { $n } minutes de lecture.
 }
article-reading-age = Se lit à partir d’environ { $n } ans.
author-project-writer = des gens du projet, qui ne sont pas du milieu clinique
author-clinician = quelqu’un du milieu clinique
author-lived-experience = quelqu’un qui l’a vécu

search-label = Chercher quelque chose
search-none = Rien trouvé. On peut essayer un autre mot.
search-one = 1 texte trouvé
search-other = # textes trouvés
search-missing = La recherche n’a pas pu se charger. La liste complète est plus bas.
search-urgent = Si c’est pour toi, en ce moment : quelqu’un peut t’aider.

say-this = Des mots qui aident
say-rather-not = Plutôt pas ça

emergency-numbers-title = Numéros d’urgence
emergency-numbers-elsewhere = Ailleurs, il faut prendre le numéro du pays où on est. Dans bien des pays, le 112 marche avec un cellulaire.

map-caption = Toutes les pratiques, et à quoi elles servent
map-title = Pratique
map-functions = Répond à
map-skills = Travaille avec
map-kindness = Bienveillance
map-cautions = Prudence
map-kindness-none = aucune demandée
map-flow-to-others = vers les autres
map-flow-from-others = venant des autres
map-flow-to-self = vers soi

function-short-regulate-down = c’est trop
function-short-feel-something = engourdissement
function-short-punish-self = le mériter
function-short-reach-others = les autres
function-short-hold-off = tenir loin quelque chose de pire
function-short-belong = appartenance

skill-attention = attention
skill-imagery = imagerie
skill-feeling = émotion
skill-thinking = pensée
skill-behaviour = action
skill-body = corps

caution-not-when-numb = pas en plein engourdissement
caution-not-when-strongest = pas quand l’envie est au plus fort
caution-breath = regarde la respiration
caution-memory = regarde des souvenirs
caution-backdraft = peut réveiller de la peine
caution-needs-person = a besoin d’une personne
caution-movement = fait bouger tout le corps
caution-aloud = se dit à voix haute

date-long = { $day ->
    [1] 1er
   *[other] { $day }
 } { $month } { $year }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

door-library = Bibliothèque
door-library-hint = De courts textes pour une heure plus calme
door-programme = À petits pas
door-programme-hint = Des étapes courtes, cinq minutes chacune, dans n’importe quel ordre

reading-library = De courts textes pour une heure plus calme. Lis-en un, ou la moitié d’un.
reading-supporters = Six étapes, du premier jour jusqu’au long terme.
reading-guide = Dix courtes pages : l’approche, les pratiques, et où il faut de la prudence.
reading-missing = Ça n’a pas pu se charger. On peut réessayer quand il y a du réseau.
search-found = { $n ->
    [one] { $n } texte trouvé
   *[other] { $n } textes trouvés
 }

programme-title = À petits pas
programme-lead = Des étapes courtes pour les heures plus calmes. Ici, rien n’est obligatoire et rien n’est verrouillé. Commence par celle que tu veux. Si tu ne sais pas laquelle, commence en haut.
programme-private = Ce que tu écris est gardé sur cet appareil, et personne ne le lit, sauf si tu le montres.
programme-any-part = La partie que tu veux, dans l’ordre que tu veux. Tu peux arrêter après chacune.
programme-next = L’étape d’après
programme-on = Continuer :
programme-been = tu as déjà été ici
programme-kept = { $n ->
    [one] { $n } chose gardée
   *[other] { $n } choses gardées
 }
part-read = Lire
part-try = Essayer
part-keep = Garder

keepsake-begin = Commencer
keepsake-another = Encore une fois
keepsake-change = Changer
keepsake-hint = Chaque case peut rester vide. Tu pourras tout changer plus tard.
keepsake-to-letters = Mettre avec mes lettres
keepsake-in-letters = C’est maintenant avec tes lettres.
keepsake-to-messages = Garder avec mes messages
keepsake-in-messages = C’est maintenant dans tes mots à toi, prêt à envoyer.
keepsake-to-plan = Mettre ça dans mon plan
keepsake-in-plan = C’est maintenant dans ton plan, avec ce que tu peux faire par toi-même.
field-help = De l’aide pour commencer
list-last = { $first } et { $last }
systems-size = { $name } : { $n } sur 10
prefill-urge = Une partie de ceci vient de ce que tu as écrit le { $day }. C’est juste une supposition. Change tout ce qui ne colle pas.
prefill-own = Une partie de ceci est déjà à toi : ça vient de ton plan ou de tes mots à toi. Change ce que tu veux.
prefill-with-someone = Quelqu’un était avec moi

show-programme = Ce que j’ai gardé dans « À petits pas »
shows-programme = À petits pas
picture-programme = Tiré de « À petits pas »
offer-step = Une étape du programme « À petits pas »
offer-no-step = Aucune
notice-would-lose = Cette fenêtre ne garde rien. Si tu vas là, ce que tu as dit sera perdu. Fais d’abord une copie, dans les Réglages.

questions-door = Questions et commentaires des gens qui lisent
questions-door-hint = Lire ce que d’autres ont demandé, ou écrire à son tour
questions-heading = Questions et commentaires
questions-about = À propos de « { $title } »
questions-lead = Quelqu’un de la modération lit tout avant que d’autres puissent le voir. Ça peut prendre des jours. Ici, personne ne répond en cas de crise.
questions-none = Rien n’a encore été publié.
questions-by = { $name }, le { $day }
questions-by-nobody = Quelqu’un, le { $day }
questions-answer = Réponse
questions-form = Laisser une question ou un commentaire
questions-needed = Nécessaire. Tout le reste est facultatif.
questions-name = Un nom, si on veut. Pas le vrai.
questions-words = La question ou le commentaire
questions-words-hint = Jusqu’à { $n } caractères. Une fois que c’est publié, tout le monde peut le lire. Alors mieux vaut ne mettre ni noms, ni lieux, ni numéros, ni liens.
questions-terms = Je le sais : tout le monde pourra lire ceci. La modération peut décider de ne pas le publier. La personne qui gère ce serveur peut le lire aussi.
questions-send = L’envoyer à la modération
questions-back = Retour au texte

questions-sent = Merci. C’est maintenant entre les mains de la modération.
questions-sent-hint = Ça ne paraît pas encore. Si c’est publié, ça sera parmi les questions sur ce texte.
questions-code = Pour pouvoir retirer ça un jour, il faut garder ce code. On ne sait rien d’autre de la personne qui a écrit, alors ça ne peut pas se retrouver sans le code :
questions-take-back = Retirer quelque chose
questions-take-back-hint = Il suffit d’entrer le code reçu. Ce qui a été écrit est supprimé tout de suite, et il n’en reste rien.
questions-take-back-code = Le code
questions-take-back-do = Supprimer
questions-taken-back = C’est supprimé.
questions-no-such = Il n’y a rien avec ce code. C’est peut-être déjà supprimé.

questions-urgent-title = En danger, en ce moment?
questions-urgent = Ces mots donnent l’impression que ça va peut-être très mal en ce moment. Ils n’ont pas été envoyés : ici, personne ne les lirait à temps. Ce qui compte maintenant, c’est d’être avec quelqu’un, tout près ou au téléphone.
questions-urgent-still = S’il ne s’agit pas de maintenant, on peut quand même envoyer le texte, plus bas.
questions-reword = Est-ce que ça pourrait se dire un peu autrement?
questions-reword-hint = Des gens qui passent une mauvaise nuit liront peut-être ceci. Certains mots peuvent la rendre pire. Rien n’a été envoyé, et tout est encore écrit plus bas.
questions-reword-word = « { $word } » : { $reason } { $instead }
questions-contact = Il faudrait enlever les liens, les adresses et les numéros. Tout le monde pourrait les lire.
questions-empty = Il faut d’abord écrire quelque chose.
questions-long = C’est trop long. Il y a de la place pour { $n } caractères.
questions-name-long = Ce nom est trop long. Il y a de la place pour { $n } caractères.
questions-terms-missing = Il faut d’abord cocher la case.
questions-old = Le formulaire était ouvert depuis trop longtemps, ou l’envoi a été trop rapide. On peut l’envoyer encore une fois.
questions-often = Trop de messages sont venus d’ici en peu de temps. On peut réessayer dans une heure.
questions-full = La modération a trop de textes à lire en ce moment. On peut réessayer un autre jour.
questions-broken = Ça n’a pas marché. Rien n’est perdu. On peut réessayer plus tard.
part-about = De quoi il s’agit
