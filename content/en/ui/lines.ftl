# SPDX-License-Identifier: CC-BY-4.0
# What happens when somebody gets in touch with a service, by kind of service and way in. The other
# strings about lines are in site.ftl. No promise of secrecy or of rescue: each service has its own
# rules, and these sentences have to be true of all of them.

lines-happens-summary-phone = What happens when I call?
lines-happens-summary-text = What happens when I text?
lines-happens-summary-web = What happens when I open it?

lines-happens-emergency-phone = Someone asks which help you need and where you are. Say what has happened. You don’t have to say why. They can send an ambulance, and they may ask you to stay on the line.
lines-happens-emergency-text = You write what has happened and where you are. They write back, and they can send help. If you can call, a call is often faster.
lines-happens-emergency-web = The page says how to reach emergency help. If you can call, call.

lines-happens-crisis-phone = It may ring for a while, or you may hear a message first. Then a trained person answers and listens. You can be quiet. You don’t have to give your name, and you can hang up at any time.
lines-happens-crisis-text = First you may get messages that send themselves. Then a trained person writes back. It can take some minutes. You don’t have to give your name, and you can stop at any time.
lines-happens-crisis-web = Their own page opens. You may have to wait, and they may ask a few things first. Look there for chat, and for what they keep.

lines-happens-clinical-phone = You may hear a menu first. Then a trained person asks how you are and if you are safe. They can tell you which care is near you. They can also send help. You can ask what they write down.
lines-happens-clinical-text = A trained person writes back and asks how you are and if you are safe. They can also send help. You can ask what they keep.
lines-happens-clinical-web = Their own page opens. It shows ways to reach a health worker. They may ask your name and where you are.

lines-happens-young-phone = It may ring for a while, or you may hear a message first. Then someone answers who is there for young people. You can be quiet, cry, or say “I don’t know how to start.” You don’t have to give your name.
lines-happens-young-text = First you may get messages that send themselves. Then a person writes back. It can take some minutes. You can ask them who they would tell, and when.
lines-happens-young-web = Their own page opens. You may have to make a name to log in, or wait your turn. It need not be your real name unless they say so.

lines-happens-medical-phone = You may hear a menu first. Then someone asks what is wrong and tells you where to go. They may ask your name and where you are. If you are hurt, or have taken something, call the emergency number.
lines-happens-medical-text = Someone writes back and asks what is wrong. If you are hurt, or have taken something, call the emergency number.
lines-happens-medical-web = Their own page opens and says where to get care. If you are hurt, or have taken something, call the emergency number.

lines-happens-directory-phone = Someone tells you which services there are near you.
lines-happens-directory-text = They write back with services near you.
lines-happens-directory-web = Their own page opens. You pick your country, and it shows who you can call, text or chat with.

lines-rules-title = Will they tell someone?
lines-rules = Each service has its own rules. If they think a life is in danger, some may send help or tell someone, even if you don’t want that. You can ask at the start: “When would you tell somebody?” They are used to being asked.

lines-first-words-title = If you don’t know how to start
lines-first-words-1 = “I don’t know what to say. Can you ask me things?”
lines-first-words-2 = “I have an urge to hurt myself and I don’t want to be alone with it.”
lines-first-words-3 = “It happened, and I need someone to be kind to me.”

lines-no-answer-title = If nobody answers
lines-no-answer = That is about how busy they are, not about you. Try again, try another one, or go to a person near you. If you are in danger, call the emergency number.
