# SPDX-License-Identifier: CC-BY-4.0
# Qué pasa cuando alguien se pone en contacto con un servicio. Sin prometer secreto ni rescate.

lines-happens-summary-phone = ¿Qué pasa cuando llamo?
lines-happens-summary-text = ¿Qué pasa cuando envío un mensaje?
lines-happens-summary-web = ¿Qué pasa cuando la abro?

lines-happens-emergency-phone = Te preguntan qué ayuda necesitas y dónde estás. Di qué pasó. No tienes que decir por qué. Pueden enviar una ambulancia y pedirte que no cuelgues.
lines-happens-emergency-text = Escribes qué pasó y dónde estás. Te responden y pueden enviar ayuda. Si puedes llamar, suele ser más rápido.
lines-happens-emergency-web = La página dice cómo llegar a la ayuda de emergencia. Si puedes llamar, llama.

lines-happens-crisis-phone = Puede sonar un rato, o puede salir antes una grabación. Después contesta una persona con formación y te escucha. Puedes quedarte en silencio. No tienes que dar tu nombre, y puedes colgar cuando quieras.
lines-happens-crisis-text = Primero pueden llegarte mensajes automáticos. Después te escribe una persona con formación. Puede tardar unos minutos. No tienes que dar tu nombre, y puedes parar cuando quieras.
lines-happens-crisis-web = Se abre su propia página. Puede que haya que esperar, y que antes te pregunten algunas cosas. Mira ahí si hay chat y qué guardan.

lines-happens-clinical-phone = Puede que antes salga un menú. Después una persona con formación te pregunta cómo estás y si estás a salvo. Puede decirte qué atención tienes cerca. También puede enviar ayuda. Puedes preguntar qué apuntan.
lines-happens-clinical-text = Te responde una persona con formación y te pregunta cómo estás y si estás a salvo. También puede enviar ayuda. Puedes preguntar qué guardan.
lines-happens-clinical-web = Se abre su propia página. Muestra cómo hablar con personal de salud. Pueden preguntarte tu nombre y dónde estás.

lines-happens-young-phone = Puede sonar un rato, o puede salir antes una grabación. Después contesta alguien que está ahí para gente joven. Puedes callar, llorar o decir «No sé cómo empezar». No tienes que dar tu nombre.
lines-happens-young-text = Primero pueden llegarte mensajes automáticos. Después te escribe una persona. Puede tardar unos minutos. Puedes preguntarle a quién se lo diría, y cuándo.
lines-happens-young-web = Se abre su propia página. Puede que tengas que crear un nombre para entrar, o esperar tu turno. No tiene que ser tu nombre real, a menos que lo pidan.

lines-happens-medical-phone = Puede que antes salga un menú. Después alguien te pregunta qué te pasa y te dice a dónde ir. Pueden preguntarte tu nombre y dónde estás. Si te hiciste daño o te tomaste algo, llama al número de emergencias.
lines-happens-medical-text = Alguien te responde y te pregunta qué te pasa. Si te hiciste daño o te tomaste algo, llama al número de emergencias.
lines-happens-medical-web = Se abre su propia página y dice dónde te pueden atender. Si te hiciste daño o te tomaste algo, llama al número de emergencias.

lines-happens-directory-phone = Alguien te dice qué servicios hay cerca de ti.
lines-happens-directory-text = Te responden con servicios que están cerca de ti.
lines-happens-directory-web = Se abre su propia página. Eliges tu país y te muestra a quién puedes llamar o escribir, o con quién chatear.

lines-rules-title = ¿Se lo dirán a alguien?
lines-rules = Cada servicio tiene sus reglas. Si creen que hay una vida en peligro, algunos pueden enviar ayuda o avisar a alguien, aunque tú no quieras. Puedes preguntar al principio: «¿Cuándo se lo dirían a alguien?». Están acostumbrados a que se lo pregunten.

lines-first-words-title = Si no sabes cómo empezar
lines-first-words-1 = «No sé qué decir. ¿Me puedes ir preguntando?».
lines-first-words-2 = «Tengo el impulso de hacerme daño y no quiero estar a solas con eso».
lines-first-words-3 = «Pasó, y necesito que alguien me trate con cariño».

lines-no-answer-title = Si nadie contesta
lines-no-answer = Eso habla de cuánta gente está llamando, no de ti. Inténtalo otra vez, prueba otra línea o ve con alguien que esté cerca. Si estás en peligro, llama al número de emergencias.
