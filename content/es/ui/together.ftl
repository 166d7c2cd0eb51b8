# SPDX-License-Identifier: CC-BY-4.0
## Puertas que llevan aquí
door-together = Otros dispositivos y personas
door-together-hint = usa Kindhold en dos dispositivos, o muéstrale una parte a alguien
welcome-other-device = Ya uso Kindhold en otro dispositivo
home-private-together = Todo lo que hay aquí está en tus dispositivos y, cifrado, en el servidor. Solo tú y las personas que elegiste pueden leerlo.
erase-relay = La copia cifrada del servidor se queda, para tus otros dispositivos. Si quieres borrarla también, desactívala antes en «Otros dispositivos y personas».
offers-door = De personas a las que les mostraste algo
offers-door-hint = { $n ->
    [one] una propuesta
   *[other] { $n } propuestas
}
show-more-of = Mostrar más (quedan { $n })

## Dispositivos y personas
hub-title = Otros dispositivos y personas
hub-hint-seat = usar este espacio en más de un dispositivo
hub-lead = Puedes usar Kindhold en más de un dispositivo, y mostrarles partes a las personas que elijas. Todo se cifra en este dispositivo antes de salir. El servidor que está en medio no puede leer nada.
hub-lead-seat = Este espacio se puede usar en más de un dispositivo. Todo se cifra en este dispositivo antes de salir. El servidor que está en medio no puede leer nada.
line-busy = Hablando ahora con el servidor…
line-done = Todo está a salvo también en el servidor. Última vez: { $time }.
device-name = Cómo llamar a este dispositivo
device-default = Este dispositivo
on-title = Tener una copia cifrada en el servidor
on-hint = Así la puede tener también un segundo dispositivo, y si se pierde el teléfono no se pierde nada. Sin nombre, sin correo, sin contraseña.
on-code = Código de invitación de este servidor
on-do = Activarla
on-busy = Activándola…
on-done = Está activada. A partir de ahora hay una copia cifrada en el servidor.
off-title = Desactivarla
off-hint = Se borra la copia cifrada del servidor. Lo que hay en este dispositivo se queda. Nadie a quien le mostraste algo podrá leerlo más.
off-ask = Borrar la copia del servidor
off-question = ¿Borrarla del servidor? Tus otros dispositivos y las personas a las que les mostraste algo ya no encontrarán nada ahí.
off-yes = Sí, borrarla de ahí
off-done = La copia del servidor ya no está. Lo que hay en este dispositivo sigue aquí.
invited-title = ¿Te llegó una invitación?
invited-hint = Apunta a su código con la cámara de tu teléfono, o pega el enlace que te mandaron.
invited-link = El enlace
invited-open = Abrir la invitación
link-copy = Copiar el enlace
link-copied = Copiado

## Dispositivos
devices-title = Mis dispositivos
devices-hint = verlos, añadir uno, sacar uno perdido
devices-lead = Todos estos tienen todo lo que guardas aquí. Si uno se pierde o lo tiene otra persona, sácalo: desde entonces no recibe nada nuevo.
devices-this = El que tienes en la mano
devices-since = Desde el { $day }
devices-take-out = Sacar este dispositivo
devices-take-out-question = ¿Sacarlo? Ya no recibe nada nuevo. Lo que ya está en él se queda en él. Las 12 palabras cambian.
devices-take-out-yes = Sí, sacarlo
devices-taken-out = Ese dispositivo está fuera. Hay palabras nuevas para tu próximo dispositivo; las de antes ya no abren nada.
way-in-title = Añadir un dispositivo
way-in-hint = En el otro dispositivo abre Kindhold y elige «Ya uso Kindhold en otro dispositivo». Después escanea allí este código, o escribe estas 12 palabras.
way-in-keep = Quien tenga estas palabras puede leerlo todo. No se las muestres a nadie. En papel y en un lugar seguro, también lo recuperan todo si se pierde este dispositivo.
way-in-show = Mostrar el código y las palabras
way-in-hide = Ocultarlos
way-in-qr = La entrada para tu próximo dispositivo, como código para escanear
door-passkey-hint = Algunos teléfonos comparten una llave de acceso con tus otros dispositivos. Puede abrir todo esto en uno nuevo, sin las palabras.
door-passkey-add = Añadir una llave de acceso para dispositivos nuevos
door-passkey-set = La llave de acceso está puesta. En un dispositivo nuevo, elige «Usar mejor una llave de acceso».
door-passkey-not = No se creó ninguna llave de acceso. Las palabras y el código lo abren igual.
door-passkey-use = Usar mejor una llave de acceso
door-passkey-none = La llave de acceso no lo abrió. Las 12 palabras sí.
words-renew = Crear palabras nuevas
words-renew-question = ¿Crear palabras nuevas? Las de antes, y las llaves de acceso para dispositivos nuevos, ya no abrirán nada. Tus dispositivos se quedan como están.
words-renew-yes = Sí, crearlas
words-renewed = Ya hay palabras nuevas.
join-title = Traerlo todo a este dispositivo
join-lead = En el otro dispositivo, mira en «Otros dispositivos y personas», y ahí en «Mis dispositivos». Escanea el código que sale, o escribe aquí sus 12 palabras.
join-words = Las 12 palabras
join-passcode = Una clave para este dispositivo, si quieres
join-passcode-must = Una clave para este dispositivo
join-do = Traerlo aquí
join-busy = Trayéndolo…
join-nothing-lost = En tu otro dispositivo no cambia nada.
join-count = { $n ->
    [one] Hay 1 palabra. Hacen falta 12.
   *[other] Hay { $n } palabras. Hacen falta 12.
}
join-unknown = La palabra número { $n } no está entre las palabras posibles. Mírala otra vez, por favor.
join-checksum = Las palabras no encajan entre sí. Quizá dos cambiaron de lugar, o alguna es otra.

## Responder a una invitación
answer-title = Una invitación
answer-to-hub = Otros dispositivos y personas
answer-no-invitation = Eso no es una invitación, o no está completa. Pide otra vez el código o el enlace.
answer-who = A «{ $name }» le gustaría que le mostraras algo tuyo, como tu { $seat }.
answer-sure = Sigue solo si sabes quién es y si quieres. Nadie puede obligarte. Puedes parar en cualquier momento.
seat-counsellor = terapeuta
seat-supporter = persona cercana
answer-what = ¿Qué puede ver?
show-help = Cómo ayudarme
show-plan = Mi plan
show-urges = Mis impulsos, y lo que probé
show-diary = Mi diario
show-letters = Mis cartas
answer-never = Todo lo demás se queda contigo.
answer-from = ¿Desde cuándo?
answer-from-now = Desde ahora
answer-from-past = También todo lo de antes
answer-until = ¿Hasta cuándo?
answer-until-30 = 1 mes
answer-until-90 = 3 meses
answer-until-365 = 1 año
answer-until-0 = Hasta que yo lo retire
answer-back-any-time = Puedes retirarlo en cualquier momento, con un toque.
answer-names = Nombres
answer-own-name = ¿Con qué nombre quieres que te vea?
answer-their-name = ¿Qué nombre le pones tú?
answer-preview = Mirar exactamente lo que vería ahora
answer-preview-now = Todavía nada. Ve lo que escribas a partir de ahora.
answer-do = Mostrárselo
answer-busy = Cifrándolo para esa persona…
answer-no = No, ahora no
answer-done = Ya está. Aquí están todas las personas a las que les muestras algo.
answer-stopped = Se detuvo. Nadie puede ver nada con esa invitación.
same-words-title = ¿Salen las mismas palabras en las dos pantallas?
same-words-person = Léele estas seis palabras a { $name }, o mira con esa persona la otra pantalla. Si son las mismas, nadie más puede leerlo.
same-words-seat = { $name } respondió. Conviene leer estas seis palabras en voz alta con esa persona. Si en las dos pantallas son las mismas, no hay nadie en medio.
same-words-yes = Sí, son las mismas
same-words-no = No, son distintas

## Quién ve qué
shares-title = Quién ve qué
shares-hint = mirar, cambiar de idea, retirarlo
shares-lead = Estas personas ven lo que elegiste, y nada más.
shares-nobody = Nadie ve nada tuyo.
shares-what = Ve: { $what }
shares-since = Desde el { $day }.
shares-on-its-way = Va en camino. Llega en cuanto este dispositivo tenga conexión.
shares-see = Mirar exactamente lo que ve
shares-take-back = Retirárselo a { $name }
shares-taken-back = Retirado. A partir de ahora no ve nada nuevo. Lo que ya leyó, puede recordarlo.
shares-ended = Lo que terminó
shares-over = { $name }: terminó el { $day }
shares-cannot = Nadie puede hacer que otra persona olvide lo que leyó. Todo lo que venga a partir de ahora queda cerrado.
until-no-end = Hasta que lo retires.
until-no-end-seat = Sin fecha de fin.
until-day = Hasta el { $day }.
seen-title = Lo que ve { $name }
seen-lead = Esto es lo que ve, tal como lo ve.
seen-not-now = Ahora mismo no se puede mostrar. Inténtalo otra vez dentro de un momento.

## Propuestas
offered-lead = Puedes tomarlas, dejarlas o mirarlas más tarde. No se le dice a nadie cuáles.
offered-none = Aquí no hay nada.
offered-somebody = alguien
offered-from = De { $name }
offered-look = Mirar «{ $what }»
offered-aside = Dejarla a un lado

## Lo que se ve
picture-empty = Todavía no hay nada que ver.
picture-help = Cómo ayudarme
plan-title-theirs = El plan
picture-urges = Impulsos que se anotaron
picture-urges-hint = Por semanas; la barra más alta es { $n }. Una semana vacía puede significar solo que no se anotó nada.
picture-week-of = Semana del
picture-strengths = Qué fuerza tenían, antes y después
picture-strengths-hint = { $n ->
    [one] El más reciente con una fuerza anotada, de 0 a 10.
   *[other] Los { $n } más recientes con una fuerza anotada, de 0 a 10.
}
picture-when = Cuándo
picture-before = Antes
picture-after = Después
picture-functions = Qué haría
picture-functions-hint = Por semanas. Un impulso puede tener varias respuestas.
picture-tried = Qué se probó, y qué cambió
picture-tried-hint = Los números con una flecha son la fuerza media antes y después, cuando se dijeron las dos y no se probó nada más.
picture-times = { $n ->
    [one] se probó una vez
   *[other] se probó { $n } veces
}
picture-not-said = no se dijo nada
picture-changed = { $before } → { $after }
picture-systems = Tres sistemas
picture-systems-hint = Se dibuja a partir de los sentimientos que se anotaron. Es un dibujo para conversar, no una medición.
system-threat = Amenaza
system-drive = Motivación
system-soothing = Calma
system-away = Lejos de todo
picture-episodes = Uno por uno
picture-episodes-hint = Primero los más recientes. Abre uno para ver sus eslabones.
picture-urge = Impulso: { $n } de 10
chain-urge = Un impulso.
chain-decided = Entró por «Ya lo tengo decidido».
chain-happened = Entró después de que pasara.
chain-check-in = Un momento sin impulso.
chain-strength = Fuerza: { $n } de 10.
chain-for = Haría esto: { $what }
chain-not-sure = No sabía bien qué haría.
chain-felt = Sintió: { $what }
chain-tried = Probó «{ $what }».
chain-whole = La hizo hasta el final.
chain-left = La dejó a la mitad, y está bien.
chain-grounded = La dejó para volver al aquí y ahora.
chain-worse = «Esto lo está empeorando».
chain-helped = ¿Ayudó? { $answer }.
chain-someone = Eligió estar con alguien.
chain-after = Después: { $n } de 10.

## Preguntas
questions-title = Quizá valga la pena preguntar
questions-hint = Contado a partir de lo que se anotó en las últimas dos semanas. Son preguntas para conversar, no resultados.
question-holds-off = { $n ->
    [one] Una vez fue para mantener lejos algo peor.
   *[other] { $n } veces fue para mantener lejos algo peor.
}
question-holds-off-might = Se puede preguntar abiertamente por ideas de morir, y mirar el plan en compañía: ¿todavía sirve?, ¿falta alguien?
question-stronger = Los impulsos tuvieron más fuerza: { $now } de media en las últimas dos semanas ({ $ofnow } impulsos), { $before } en las cuatro semanas anteriores ({ $ofbefore }).
question-stronger-might = ¿Qué fue distinto? ¿El sueño, la escuela o el trabajo, alguien que ya no está? Se puede preguntar a qué responden ahora los impulsos que antes no.
question-more-often = { $now } impulsos en las últimas dos semanas, { $before } en las cuatro semanas anteriores.
question-more-often-might = Puede que esté siendo más difícil, o que se anote más. Se puede preguntar cuál de las dos cosas, y qué ayudó en los días de en medio.
question-made-worse = { $n } veces se dijo que una práctica lo empeoraba: { $what }.
question-made-worse-might = Se puede recorrer una de ellas en compañía, despacio, y dejar fuera lo que no encaje. La amabilidad puede sentirse peligrosa al principio.
question-nothing-helped = { $n } veces se probó algo y no ayudó.
question-nothing-helped-might = Se puede buscar algo muy distinto: movimiento, gente o solo atravesar la hora. Probar cuenta.

## Los espacios
banner = Nadie vigila esto entre sesiones.
banner-more = No salta ninguna alarma, se escriba lo que se escriba aquí. Conviene acordar en la sesión qué hacer cuando sea urgente.
banner-supporter = Nadie vigila esto.
banner-more-supporter = Ves lo que alguien eligió mostrarte, y no todo. Si su vida puede estar en peligro, llama al número de emergencias.
seat-welcome-title = El espacio para terapeutas
seat-welcome-lead = Sus consultantes pueden mostrarle partes de lo que guardan en Kindhold. Eligen qué, desde cuándo y hasta cuándo, y pueden retirarlo en cualquier momento.
seat-welcome-1 = Usted invita; la otra persona decide. Si ambas pantallas muestran las mismas seis palabras, nadie más puede leerlo.
seat-welcome-2 = Puede proponer una práctica o unas palabras para la próxima vez. Son propuestas: no se le dice cuál se tomó.
seat-welcome-3 = Sus notas se quedan en su propio lugar cifrado, en este dispositivo. Nadie de quienes ve aquí puede leerlas.
seat-welcome-title-supporter = El espacio para personas cercanas
seat-welcome-lead-supporter = Alguien que te importa puede mostrarte una parte de lo que guarda en Kindhold: su plan, por ejemplo, o cómo ayudarle.
seat-welcome-1-supporter = Esa persona elige qué, y puede retirarlo en cualquier momento. Que te muestre algo es una señal de confianza.
seat-welcome-2-supporter = No tienes que vigilarlo. Nadie puede.
seat-welcome-3-supporter = También hay orientación para ti, y para cuidarte.
welcome-passcode-seat = Una clave para este espacio
seat-passcode-hint = Lo que otras personas le muestran es de ellas. Una clave lo mantiene cerrado cuando alguien más tiene este dispositivo. Si la olvida, nadie puede volver a abrirlo; después puede invitar de nuevo a sus consultantes.
seat-passcode-hint-supporter = Lo que alguien te muestra es suyo. Una clave lo mantiene cerrado cuando otra persona tiene este dispositivo.
caseload-title = Consultantes
caseload-title-supporter = Lo que te muestran
caseload-empty = Nadie le ha mostrado nada todavía.
caseload-empty-supporter = Nadie te ha mostrado nada todavía.
caseload-invite = Invitar a una persona
caseload-invite-supporter = Pedirle a alguien que te muestre algo
caseload-looked = Se buscaron novedades: { $time }.
client-new = Hay algo nuevo desde la última mirada, el { $day }
client-nothing-new = Nada nuevo desde el { $day }
client-new-first = Todavía sin mirar
client-nothing-yet = Todavía no hay nada que ver
client-ended = Retirado o terminado
client-ended-hint = Lo que se mostró antes sigue en este dispositivo, hasta que se quite.
shows-help = Cómo ayudar
shows-plan = Plan
shows-urges = Impulsos
shows-diary = Diario
shows-letters = Cartas
client-gone = Esto ya no está aquí.
client-damaged = Una parte de lo que hay en este dispositivo no se pudo leer. El resto está como se escribió.
client-renamed = Guardado.
client-keeping = Nombre, y quitar
client-forget-hint = Al quitarlo se borra de este dispositivo la copia de lo que { $name } mostró.
client-forget = Quitarlo de este dispositivo
client-forget-question = ¿Quitarlo? Para volver a verlo haría falta una invitación nueva.
client-forget-yes = Sí, quitarlo
supporter-guidance = Para ti: qué ayuda, y qué no
supporter-guidance-hint = palabras, escuchar y cuidarte
invite-title = Una invitación
invite-lead = Una invitación sirve para una persona. Lo mejor es hacerla en la misma habitación. Si se envía, conviene comparar las seis palabras por teléfono.
invite-own-name = Nombre, tal como lo conoce la otra persona
invite-own-name-hint = Aparece en la invitación. El servidor nunca lo ve.
invite-make = Crear la invitación
invite-step-scan = La otra persona apunta a este código con la cámara de su teléfono, o abre el enlace.
invite-step-choose = Esa persona elige qué mostrar, desde cuándo y hasta cuándo.
invite-step-words = Las dos pantallas muestran seis palabras. Hay que compararlas.
invite-qr = La invitación, como código para escanear
invite-once = Se puede responder una vez. El código por sí solo no muestra nada de la otra persona.
invite-waiting = Esperando una respuesta…
invite-made = Creada: { $time }
invite-withdraw = Retirar la invitación
invite-withdraw-question = ¿Retirarla? Quien la tenga ya no podrá hacer nada con ella.
invite-withdraw-yes = Sí, retirarla
invite-refused = No entró nada. La invitación ya no existe; conviene crear una nueva estando en el mismo lugar.
invite-forged = Hay una respuesta que no viene de alguien con esta invitación. No hay que usarla. Conviene crear una invitación nueva, en la misma habitación si se puede.
invite-start-again = Descartarla
invite-their-name = Nombre que tendrá en esta lista
invite-done = { $name } ya está en la lista.
offer-title = Proponer algo
offer-hint = Aparece como propuesta. La otra persona puede tomarla, dejarla o mirarla más tarde, y aquí no se dice cuál.
offer-practice = Una práctica
offer-no-practice = Ninguna
offer-words = Unas palabras, por ejemplo para la próxima sesión
offer-do = Proponerlo
offer-done = Va en camino.
offer-made = Propuesto hasta ahora
notes-title = Mis notas
notes-hint = En su propio lugar cifrado. Nadie más puede leerlas.
sheet-title = Hoja para la sesión
sheet-of = Para la sesión: { $name }
sheet-hint = Una página, a partir de lo que le mostraron. Imprímala solo si puede guardarla en un lugar seguro.
sheet-span = Hacia atrás
sheet-days = { $n } días
sheet-with-notes = Con mis notas
sheet-made = { $day }, los últimos { $n } días.
sheet-urges = { $n ->
    [0] No se anotó ningún impulso. También puede significar que no se escribió nada.
    [one] Se anotó 1 impulso.
   *[other] Se anotaron { $n } impulsos.
}
sheet-strength = Fuerza de { $least } a { $most }, la del medio { $middle }.
sheet-tried = { $n ->
    [one] { $what }: una vez; se dijo que ayudó: { $helped }; que lo empeoró: { $worse }.
   *[other] { $what }: { $n } veces; se dijo que ayudó: { $helped }; que lo empeoró: { $worse }.
}
sheet-plan = Del plan
sheet-room = Espacio para lo que surja
sheet-foot = Se hizo con lo que su consultante eligió mostrar. Siempre hay más que esta página, y no predice nada.

## Lo que puede ir mal entre dispositivos
snag-away = Ahora mismo no se llega al servidor. Todo está guardado en este dispositivo y después irá allí por su cuenta.
snag-no-relay = Este servidor no guarda nada para otras personas. Quien lo administra puede activarlo.
snag-code = Este servidor pide un código de invitación. Pídeselo a quien lo administra, o a tu terapeuta.
snag-later = Esta vez no funcionó. Inténtalo otra vez dentro de un momento; no se perdió nada.
snag-relay-full = El servidor ya no tiene sitio para tu copia. Todo sigue en este dispositivo. Avisa a quien administra el servidor.
snag-not-you = El servidor no conoce estas palabras, o el acceso terminó. Revísalas otra vez, por favor.
snag-answered = Esta invitación ya se respondió, o la respondió otra persona. Pide una nueva.
snag-taken-out = Otro de tus dispositivos sacó este. Lo que hay aquí se queda aquí, pero no llega nada nuevo.
snag-ended = Se retiró, o se acabó el plazo. Lo que se mostró antes sigue abajo.
snag-untrue = Lo que envió el servidor no lo hizo quien debía, así que no se creyó nada. Lo que ves aquí es verdadero. Avisa, por favor, a quien administra el servidor.
suspicion-less = El servidor tiene menos de lo que tenía. Quizá volvió a un estado anterior. Este dispositivo vuelve a llevar lo que falta.
suspicion-fork = Dos copias de este dispositivo escribieron a la vez. Las dos se guardaron, y no se perdió nada.
suspicion-emptied = El servidor vació algo que nadie borró. Lo que hay en este dispositivo sigue entero.
suspicion-untrue = El servidor envió algo que no escribió ninguno de tus dispositivos. No se creyó. Avisa, por favor, a quien administra el servidor.
