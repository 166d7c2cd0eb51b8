# SPDX-License-Identifier: CC-BY-4.0
# Alrededor de la biblioteca, el camino para personas cercanas y la guía para terapeutas.

site-library = Biblioteca
site-supporters = Para personas cercanas
site-guide = Para terapeutas
site-languages = Idiomas
site-tab-library = Lectura
site-tab-supporters = Lectura
site-tab-guide = Guía

shelf-understanding = Qué es, y por qué
shelf-kindness = La amabilidad, y la voz crítica
shelf-help = Recibir ayuda
shelf-life = Días, noches, otra gente
shelf-others = Si alguien te importa

article-english = Este texto está en inglés. Nadie lo ha traducido todavía.
article-next = Siguiente
article-see = Para seguir leyendo
article-practices = Algo corto para probar
article-written = Texto de { $role }, último cambio: { $day }.
article-reviewed = Revisado por { $names } el { $day }.
article-not-reviewed = Nadie con formación lo ha revisado todavía.
article-minutes = { $n ->
    [one] Se lee en un minuto, más o menos.
   *[other] Se lee en unos { $n } minutos.
 }
article-reading-age = Se entiende desde los { $n } años, más o menos.
author-project-writer = quienes escriben en este proyecto, que no son profesionales clínicos
author-clinician = un profesional clínico
author-lived-experience = alguien que lo ha vivido

search-label = Buscar algo
search-none = No se encontró nada. Prueba otra palabra.
search-one = Se encontró 1 texto
search-other = Se encontraron # textos
search-missing = No se pudo cargar la búsqueda. La lista entera está abajo.
search-urgent = Si esto te pasa a ti, ahora mismo: una persona puede ayudarte.

say-this = Ayuda oír esto
say-rather-not = Esto mejor no

emergency-numbers-title = Números de emergencias
emergency-numbers-elsewhere = En cualquier otro lugar, el número del país donde estás. En muchos países, desde un teléfono móvil funciona el 112.

map-caption = Todas las prácticas, y para qué es cada una
map-title = Práctica
map-functions = Responde a
map-skills = Trabaja con
map-kindness = Amabilidad
map-cautions = Con cuidado
map-kindness-none = no se pide
map-flow-to-others = hacia otras personas
map-flow-from-others = de otras personas
map-flow-to-self = hacia sí

function-short-regulate-down = demasiado
function-short-feel-something = no sentir nada
function-short-punish-self = creer merecerlo
function-short-reach-others = otras personas
function-short-hold-off = mantener lejos algo peor
function-short-belong = ser parte

skill-attention = atención
skill-imagery = imágenes
skill-feeling = sentir
skill-thinking = pensar
skill-behaviour = hacer
skill-body = cuerpo

caution-not-when-numb = no cuando no se siente nada
caution-not-when-strongest = no con los impulsos más fuertes
caution-breath = se fija en la respiración
caution-memory = se fija en recuerdos
caution-backdraft = puede remover tristeza
caution-needs-person = necesita a una persona
caution-movement = mueve todo el cuerpo
caution-aloud = se habla en voz alta

date-long = { $day } de { $month } de { $year }
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
door-library = Biblioteca
door-library-hint = Textos cortos para una hora más tranquila
door-programme = Más despacio
door-programme-hint = Pasos pequeños, de cinco minutos, en cualquier orden

reading-library = Textos cortos para una hora más tranquila. Lee uno, o la mitad de uno.
reading-supporters = Seis pasos, desde el primer día hasta el largo plazo.
reading-guide = Diez páginas cortas sobre el enfoque, las prácticas y dónde conviene ir con cuidado.
reading-missing = Esto no se pudo cargar. Inténtalo otra vez cuando haya conexión.
search-found = { $n ->
    [one] Se encontró 1 texto
   *[other] Se encontraron { $n } textos
 }

programme-title = Más despacio
programme-lead = Pasos pequeños para horas más tranquilas. Aquí nada es un deber y nada está cerrado. Empieza por el que quieras. Si no lo tienes claro, empieza por el de arriba.
programme-private = Lo que escribes se guarda en este dispositivo, y nadie lo lee si tú no se lo muestras.
programme-any-part = Cualquier parte, en cualquier orden. Puedes parar después de cada una.
programme-next = El paso siguiente
programme-on = Seguir:
programme-been = ya estuviste aquí
programme-kept = { $n ->
    [one] 1 cosa guardada
   *[other] { $n } cosas guardadas
 }
part-read = Leer
part-try = Probar
part-keep = Guardar

keepsake-begin = Empezar
keepsake-another = Escribir otra vez
keepsake-change = Cambiarlo
keepsake-hint = Puedes dejar vacío lo que quieras, y cambiarlo todo más tarde.
keepsake-to-letters = Ponerlo entre mis cartas
keepsake-in-letters = Ya está entre tus cartas.
keepsake-to-messages = Guardarlo entre mis mensajes
keepsake-in-messages = Ya está entre tus propias palabras, listo para enviar.
keepsake-to-plan = Poner esto en mi plan
keepsake-in-plan = Ya está en tu plan, con las cosas que puedes hacer por tu cuenta.
field-help = Ayuda para empezar
list-last = { $first } y { $last }
systems-size = { $name }: { $n } de 10
prefill-urge = Una parte de esto viene de lo que escribiste el { $day }. Es solo una suposición. Cambia lo que no encaje.
prefill-own = Una parte de esto ya es tuya: viene de tu plan o de tus propias palabras. Cambia lo que quieras.
prefill-with-someone = Había alguien conmigo

show-programme = Lo que guardé en «Más despacio»
shows-programme = Más despacio
picture-programme = De «Más despacio»
offer-step = Un paso del programa «Más despacio»
offer-no-step = Ninguno
notice-would-lose = Esta ventana no guarda nada, y al ir allí se perdería lo que has dicho. Guarda antes una copia, en «Ajustes».

questions-door = Preguntas y comentarios de quienes leen
questions-door-hint = Leer lo que preguntaron otras personas, o escribir algo
questions-heading = Preguntas y comentarios
questions-about = Sobre «{ $title }»
questions-lead = Quien modera lo lee todo antes de que alguien más pueda verlo. Puede tardar días. Aquí nadie responde en una crisis.
questions-none = Todavía no hay nada publicado.
questions-by = De { $name }, { $day }
questions-by-nobody = De alguien, { $day }
questions-answer = Respuesta
questions-form = Dejar una pregunta o un comentario
questions-needed = Hace falta. Todo lo demás es opcional.
questions-name = Un nombre, si se quiere. Que no sea el verdadero.
questions-words = La pregunta o el comentario
questions-words-hint = Hasta { $n } caracteres. Cuando se publique, podrá leerlo todo el mundo: mejor sin nombres, lugares, números ni enlaces.
questions-terms = Lo sé: esto puede leerlo todo el mundo. Quien modera puede decidir no publicarlo. Quien administra este servidor también puede leerlo.
questions-send = Enviar a moderación
questions-back = Volver al texto

questions-sent = Gracias. Ahora falta que lo lea quien modera.
questions-sent-hint = Todavía no se ve. Si se publica, aparecerá entre las preguntas sobre ese texto.
questions-code = Para poder retirarlo algún día, hay que guardar este código. No se sabe nada más de quien escribe, así que nadie puede encontrarlo sin el código:
questions-take-back = Retirar algo
questions-take-back-hint = Basta con poner el código recibido. Lo escrito se borra al momento y no queda nada de ello.
questions-take-back-code = El código
questions-take-back-do = Borrarlo
questions-taken-back = Está borrado.
questions-no-such = No hay nada con ese código. Quizá ya se borró.

questions-urgent-title = ¿Hay peligro ahora mismo?
questions-urgent = Estas palabras suenan a que ahora mismo todo puede estar muy mal. No se enviaron: aquí nadie las leería a tiempo. Lo primero ahora es estar con alguien, cerca o por teléfono.
questions-urgent-still = Si no se trata de este momento, todavía se puede enviar el texto, más abajo.
questions-reword = ¿Se podría decir de una manera un poco distinta?
questions-reword-hint = Quizá lea esto alguien que está pasando una mala noche. Algunas palabras pueden empeorarla. No se envió nada, y lo escrito sigue abajo.
questions-reword-word = «{ $word }»: { $reason } { $instead }
questions-contact = Mejor sin enlaces, direcciones ni números: podría leerlos todo el mundo. Se pueden quitar abajo.
questions-empty = Primero hay que escribir algo.
questions-long = Es demasiado largo. Caben hasta { $n } caracteres.
questions-name-long = Ese nombre es demasiado largo. Caben hasta { $n } caracteres.
questions-terms-missing = Primero hay que marcar la casilla.
questions-old = El formulario llevaba demasiado tiempo abierto, o se envió demasiado rápido. Se puede enviar otra vez.
questions-often = Llegaron demasiados mensajes desde aquí en poco tiempo. Se puede probar otra vez dentro de una hora.
questions-full = Ahora mismo hay demasiados mensajes esperando moderación. Se puede probar otra vez otro día.
questions-broken = No funcionó. No se perdió nada. Se puede probar otra vez más tarde.
part-about = De qué se trata
