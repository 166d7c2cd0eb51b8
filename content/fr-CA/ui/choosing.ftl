# SPDX-License-Identifier: CC-BY-4.0

## Ce qui est proposé devant une envie
choosing-title = Ce qui est proposé devant une envie
choosing-lead = Devant une envie, tu vois trois pratiques. Elles peuvent venir chaque fois dans le même ordre, ou Kindhold peut apprendre de ce que tu en dis.
choosing-same = Le même ordre chaque fois
choosing-learn = Apprendre de ce que je dis
choosing-looks-title = Ce qui est regardé
choosing-looks = Ce qui a aidé selon toi, ce qui n’a rien fait, ce qui a empiré les choses, et la force de l’envie avant et après.
choosing-never-looks = Jamais si tu t’es fait mal. Jamais combien de temps tu restes ici. Si tu ne dis rien, ça ne compte pour rien.
choosing-stays-title = Ce qui reste toujours pareil
choosing-stays = Ton plan, tes gens et les lignes de crise. Et quand te faire mal tient quelque chose de pire à distance, rien n’est essayé : ton plan et tes gens viennent d’abord.
choosing-leaves-out = Ce que tu as masqué, et ce qui a empiré les choses la dernière fois, n’est pas proposé.
choosing-how-title = Comment ça apprend
choosing-how = Ce qui t’a aidé vient plus souvent. De temps en temps, il y en a une que tu connais moins, au cas où elle convient. Une ligne sous chacune dit pourquoi elle est là.
choosing-kindness = Les pratiques pour être doux avec soi viennent à petits pas, après que de plus faciles se sont bien passées. Si l’une empire les choses, on recule aussitôt d’un pas.
choosing-kept = Tout se passe sur cet appareil. Ce qui a été proposé, et avec quelle chance, est gardé avec l’envie.
choosing-young = C’est éteint tant que tu ne l’allumes pas, et tu peux l’éteindre n’importe quand. Si tu as moins de 18 ans, tu peux d’abord demander à quelqu’un de confiance.
choosing-so-far = { $n ->
    [0] Pour l’instant, il n’y a rien dont apprendre.
    [one] Pour l’instant, il y a { $n } réponse de toi dont apprendre.
   *[other] Pour l’instant, il y a { $n } réponses de toi dont apprendre.
 }
choosing-forget = Oublier ce qui a été appris
choosing-forget-question = Ça recommencera sans rien savoir. Tout ce que tu as écrit reste.
choosing-forget-yes = Oui, recommencer
choosing-forgot = C’est fait. Ça recommence à partir d’ici.

## Études qui laissent le hasard choisir
trial-title = Une étude qui laisse le hasard choisir
trial-lead = Certaines études demandent plus : qu’une partie de ce qui est proposé devant une envie soit tirée au hasard, pour voir ce qui aide vraiment. Il faut pour ça un oui à part. La personne qui mène l’étude te donne un fichier.
trial-pick = Le fichier de l’étude
trial-look = Voir ce qu’elle demande
trial-by = De { $who }. Pour la joindre : { $contact }
trial-days = Elle va du { $first } au { $last }.
trial-share = { $n ->
    [10] Chaque fois, les trois pratiques sont tirées au hasard parmi celles qui conviennent.
    [one] À peu près { $n } fois sur 10, les trois pratiques sont tirées au hasard parmi celles qui conviennent.
   *[other] À peu près { $n } fois sur 10, les trois pratiques sont tirées au hasard parmi celles qui conviennent.
 }
trial-stays = Ton plan, tes gens et les lignes restent où ils sont. Quand te faire mal tient quelque chose de pire à distance, rien n’est tiré au hasard. Ce que tu as masqué, et ce qui a empiré les choses, ne vient pas.
trial-file = Ce qui a été proposé, et avec quelle chance, est gardé sur cet appareil avec l’envie. Rien n’est envoyé. L’étude ne le reçoit que dans un fichier que tu enregistres et donnes toi-même, et il faut pour ça l’autre oui, plus haut.
trial-agree = J’ai lu ceci, et le hasard peut choisir comme c’est écrit ici.
trial-yes = Dire oui à ça
trial-what = Ce qu’elle demande
trial-taken-back = Ton oui à « { $study } » est repris. À partir de maintenant, le hasard ne choisit plus rien pour elle.
trial-take-back-question = À partir de maintenant, le hasard ne choisit plus rien pour elle. Pas besoin de raison.
trial-bad-form = Ce n’est pas le fichier d’une telle étude, ou il est abîmé. Redemande-le à la personne qui te l’a donné. Rien n’a été changé.
trial-bad-version = Ce fichier demande une version plus récente de Kindhold. Reviens voir plus tard. Rien n’a été changé.
