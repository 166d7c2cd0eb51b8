# SPDX-License-Identifier: CC-BY-4.0
# Ce qui arrive quand quelqu’un contacte un service, selon le service et la façon. Aucune promesse de
# secret ni de sauvetage : chaque service a ses règles, et ces phrases doivent être vraies pour tous.

lines-happens-summary-phone = Qu’est-ce qui arrive quand j’appelle?
lines-happens-summary-text = Qu’est-ce qui arrive quand je texte?
lines-happens-summary-web = Qu’est-ce qui arrive quand je l’ouvre?

lines-happens-emergency-phone = Quelqu’un te demande de quelle aide tu as besoin et où tu es. Dis ce qui est arrivé. Tu n’as pas à dire pourquoi. On peut envoyer une ambulance, et te demander de rester en ligne.
lines-happens-emergency-text = Tu écris ce qui est arrivé et où tu es. On te répond, et on peut envoyer de l’aide. Si tu peux appeler, c’est souvent plus vite.
lines-happens-emergency-web = La page dit comment joindre les urgences. Si tu peux appeler, appelle.

lines-happens-crisis-phone = Ça peut sonner un moment, ou tu peux tomber sur un message. Puis une personne formée répond et écoute. Tu peux ne rien dire. Tu n’as pas à donner ton nom, et tu peux raccrocher n’importe quand.
lines-happens-crisis-text = Tu peux d’abord recevoir des messages automatiques. Puis une personne formée te répond. Ça peut prendre quelques minutes. Tu n’as pas à donner ton nom, et tu peux arrêter n’importe quand.
lines-happens-crisis-web = Leur page s’ouvre. Il faut parfois attendre, et on peut d’abord te poser quelques questions. Regarde là s’il y a du clavardage, et ce qu’on garde de toi.

lines-happens-clinical-phone = Il y a peut-être un menu d’abord. Puis une personne formée te demande comment tu vas et si tu es en sécurité. Elle peut te dire quels soins il y a près de toi. Elle peut aussi envoyer de l’aide. Tu peux demander ce qui est noté.
lines-happens-clinical-text = Une personne formée te répond et te demande comment tu vas et si tu es en sécurité. Elle peut aussi envoyer de l’aide. Tu peux demander ce qui est gardé.
lines-happens-clinical-web = Leur page s’ouvre. Elle montre comment joindre quelqu’un du milieu de la santé. On peut te demander ton nom et où tu es.

lines-happens-young-phone = Ça peut sonner un moment, ou tu peux tomber sur un message. Puis quelqu’un qui est là pour les jeunes te répond. Tu peux te taire, pleurer, ou dire : « Je ne sais pas comment commencer. » Tu n’as pas à donner ton nom.
lines-happens-young-text = Tu peux d’abord recevoir des messages automatiques. Puis une personne te répond. Ça peut prendre quelques minutes. Tu peux lui demander à qui elle en parlerait, et quand.
lines-happens-young-web = Leur page s’ouvre. Il faut peut-être te créer un nom pour entrer, ou attendre ton tour. Ça n’a pas à être ton vrai nom, sauf si on le demande.

lines-happens-medical-phone = Il y a peut-être un menu d’abord. Puis quelqu’un te demande ce qui ne va pas et te dit où aller. On peut te demander ton nom et où tu es. Si tu t’es fait mal, ou si tu as pris quelque chose, appelle le numéro d’urgence.
lines-happens-medical-text = Quelqu’un te répond et te demande ce qui ne va pas. Si tu t’es fait mal, ou si tu as pris quelque chose, appelle le numéro d’urgence.
lines-happens-medical-web = Leur page s’ouvre et dit où avoir des soins. Si tu t’es fait mal, ou si tu as pris quelque chose, appelle le numéro d’urgence.

lines-happens-directory-phone = Quelqu’un te dit quels services il y a près de toi.
lines-happens-directory-text = On te répond avec des services près de toi.
lines-happens-directory-web = Leur page s’ouvre. Tu choisis ton pays, et elle montre qui tu peux appeler, texter ou joindre par clavardage.

lines-rules-title = Est-ce qu’ils vont le dire à quelqu’un?
lines-rules = Chaque service a ses règles. S’ils pensent qu’une vie est en danger, certains peuvent envoyer de l’aide ou prévenir quelqu’un, même si tu ne veux pas. Tu peux demander au début : « Quand est-ce que vous le diriez à quelqu’un? » Ils ont l’habitude de la question.

lines-first-words-title = Si tu ne sais pas comment commencer
lines-first-words-1 = « Je ne sais pas quoi dire. Pouvez-vous me poser des questions? »
lines-first-words-2 = « J’ai envie de me faire du mal, et j’ai besoin que quelqu’un soit avec moi. »
lines-first-words-3 = « C’est arrivé, et j’ai besoin que quelqu’un soit gentil avec moi. »

lines-no-answer-title = Si personne ne répond
lines-no-answer = C’est parce qu’il y a trop d’appels, pas à cause de toi. Essaie encore, essaie une autre ligne, ou va vers quelqu’un près de toi. Si tu es en danger, appelle le numéro d’urgence.
