# SPDX-License-Identifier: CC-BY-4.0
## En todas partes
exit = Salir rápido
back = Atrás
next = Siguiente
skip = Saltar
keep = Guardar
keep-it = No, dejarlo como está
undo = Deshacer
remove = Quitar
delete = Borrar
delete-question = ¿Borrarlo para siempre? No se puede recuperar.
delete-yes = Sí, borrarlo
print = Imprimir
show-more = Mostrar más
read-more = Leer más
leave-out = Dejarlo fuera
add-a-line = Añadir una línea
add-a-person = Añadir una persona
opening = Un momento…
crisis-lines = Líneas de ayuda
emergency-and-lines = Emergencias y líneas de ayuda
open-plan = Abrir mi plan
go-on = Seguir
what = Qué
as-table = Como tabla
minutes = { $n ->
    [one] 1 minuto.
   *[other] { $n } minutos.
}

## Las primeras pantallas
welcome-urge-now = ¿Necesitas algo ahora mismo?
welcome-language = ¿Qué idioma?
welcome-country = ¿Dónde estás?
welcome-country-hint = Esto solo pone primero las líneas de ayuda que te tocan. Se queda en este dispositivo.
welcome-passcode = ¿Quieres poner una clave?
welcome-passcode-hint = Lo que escribes aquí queda cerrado cuando otra persona toma este dispositivo. Si la olvidas, nadie puede volver a abrirlo; nosotros tampoco. La ayuda para un impulso nunca la pide.
welcome-use-passcode = Usar esta clave
welcome-no-passcode = Por ahora sin clave
welcome-nobody = No se llama a nadie y no se envía nada. Lo que escribes se queda en este dispositivo.
welcome-about = Qué es Kindhold, y qué no es
country-none = Prefiero no decirlo
passcode-new = Clave nueva
passcode-again = La misma otra vez
passcode-differ = Las dos todavía no son iguales.
passcode-shortest = Seis caracteres o más. Una frase corta va bien.

## Inicio
home-title = ¿Qué necesitas?
door-urge = Tengo un impulso
door-decided = Ya lo tengo decidido
door-happened = Ya pasó
door-people = Estar con alguien
door-people-hint = primero, tu gente
door-right-now = Ahora mismo: algo que hacer en este minuto
home-build = Cosas más lentas, para horas más tranquilas
home-private = Todo lo que hay aquí se queda en este dispositivo.
door-plan = Mi plan
door-plan-hint = qué hacer y a quién pedir ayuda cuando se pone difícil
door-diary = Diario
door-words = Mis propias palabras
door-words-hint = lo que diría una voz amiga, un mensaje que mandar, motivos
door-letters = Cartas
door-practices = Todas las prácticas
door-practices-hint = prueba una cuando haya calma
door-helps = Lo que me ayuda
door-settings = Ajustes

## Un impulso
near-label = A mano
near-plan = Mi plan
near-people = Gente
urge-how-strong = ¿Qué fuerza tiene?
urge-just-start = Empezar con algo y ya
urge-nobody-called = No se llama a nadie, digas lo que digas aquí.
scale-of-ten = { $n } de 10
scale-least = nada
scale-most = lo más fuerte que puede ser
functions-title = ¿Qué haría por ti?
functions-hint = Toca todo lo que encaje, o nada.
functions-not-sure = No sé bien
function-regulate-down = Bajar lo que siento
function-feel-something = Hacerme sentir algo
function-punish-self = Siento que me lo merezco
function-reach-others = Que alguien lo vea, o que me dejen en paz
function-hold-off = Mantener lejos algo peor
function-belong = Es parte de quien soy
offers-title = Tres cosas para probar
offers-people-first = Primero, personas
offers-hold-off = Eso es mucho que cargar, y no tienes que cargarlo a solas. Primero va una persona. Estas cosas pueden acompañar.
offers-meanwhile = Mientras esperas, o entre una llamada y otra
offers-hidden = «{ $title }» no se volverá a proponer.
offers-none = Ahora mismo no queda nada que proponer que encaje. Mirar a tu alrededor con los ojos abiertos, o estar con alguien, siempre está aquí.
be-with-someone = Mejor estar con alguien
be-with-someone-hint = una llamada, un mensaje o solo sentarse cerca
hide-for-good = No proponerla más
hide-named = No proponer más: «{ $title }»
why-helped-before = Dijiste que esto te ayudó antes.
why-gentle = Una suave para empezar.
why-like-helped = Cosas como esta te han ayudado.
why-new = Algo nuevo que puede encajar.
practice-gone = Una práctica que ya no está
practice-gone-hint = Esta versión ya no la tiene. Las demás siguen aquí.

## Una práctica
step-of = Paso { $n } de { $all }
step-back = Un paso atrás
step-finish = Ya está
ground-me = Tráeme de vuelta
making-it-worse = Esto lo está empeorando
stop-here = Parar aquí
half-minute = Medio minuto
without-words = Sin palabras
read-aloud = Leer en voz alta
grounding-title = Aquí, ahora
grounding-worse = Entonces no es para este momento. No hiciste nada mal. No se volverá a proponer.
grounding-1 = Deja que tus ojos recorran despacio el lugar donde estás.
grounding-2 = Busca algo con un borde recto. Después algo redondo. Después algo que esté lejos.
grounding-3 = Siente lo que hay bajo tus pies, o debajo de ti. Está sosteniendo tu peso.
grounding-4 = Di dónde estás y qué día es, en voz alta o por dentro.

## Después
after-title = ¿Cómo va ahora?
kind-line = Haya ido como haya ido, desde aquí puedes ir despacio y con cariño.
after-helped = ¿Ayudó?
helped-lot = Sí, mucho
helped-bit = Un poco
helped-no = La verdad, no
helped-worse = Lo empeoró
after-how-strong = ¿Qué fuerza tiene ahora?
after-still-high = Sigue fuerte. Eso pasa. Hay otra puerta, y hay personas.
another-door = Probar otra
something-else = Otra cosa
enough-for-now = Por ahora es suficiente

## Personas
people-title = Estar con alguien
people-lead = No tienes que explicar nada. Con «Lo estoy pasando mal, no hay nada que arreglar» basta.
people-locked = Tu gente está detrás de la clave. Las líneas de abajo siempre están aquí.
people-unlock = Abrir con la clave
people-none = Todavía no hay nadie en tu plan. Puedes añadir a una persona ahora, o usar una línea de abajo.
people-add = Añadir una persona
people-lines-hint = Cada línea dice qué pasa cuando te pones en contacto.
people-near-title = O solo estar cerca de gente
people-near = Una cocina, una tienda abierta, el sofá de alguien que te cae bien, un chat donde haya alguien despierto. No tienes que hablar.
people-done = Seguir
call = Llamar
call-named = Llamar a { $name }
message = Escribir
message-named = Escribir a { $name }
message-copy = Copiar el mensaje
message-copied = Copiado
message-default = Ahora mismo lo estoy pasando mal. No hay nada que arreglar. ¿Me haces compañía un rato?

## Las otras dos puertas
decided-title = Ya lo tengo decidido
decided-1 = Para estar aquí no hace falta que cambies de idea. Nada de esta página te va a discutir.
decided-2 = Otra cosa puede ser verdad también. Alguien podría estar contigo, aunque sea los próximos diez minutos.
decided-meanwhile = Algo para estos diez minutos
happened-title = Ya pasó
happened-hurt = Si te hiciste daño y necesitas ayuda, o te tomaste algo, busca primero ayuda médica. Llama al número de emergencias, o ve con alguien.
happened-1 = Ya estás aquí. No hay nada que confesar y no se cuenta nada.
happened-2 = Después suele venir la vergüenza. Hace mucho ruido, y no es todo lo que eres. Te sigues mereciendo abrigo, un poco de agua y a alguien cerca.
happened-gentle = Algo suave para lo que sientes
happened-write = Escribir sobre eso

## El plan
plan-title = Mi plan
plan-empty = Todavía no hay nada. Unas pocas palabras bastan para empezar. Puedes escribirlo a solas o con alguien.
plan-write = Escribir en él
plan-write-title = Escribir mi plan
plan-write-lead = Cada parte puede quedarse vacía. Con tus palabras, a tu manera.
plan-signs = En qué noto que se pone difícil
plan-signs-hint = Un pensamiento, un sentimiento, una hora del día, un lugar.
plan-alone = Cosas que puedo hacer por mi cuenta
plan-alone-hint = Cosas que te llevan a través de unos minutos.
plan-places = Gente y lugares que me distraen
plan-places-hint = Ahí no tienes que hablar de eso.
plan-people = Personas a las que puedo pedir ayuda
plan-people-hint = Alguien que querría saberlo. Con una persona basta.
plan-professionals = Profesionales y líneas de ayuda
plan-professionals-hint = Tu terapeuta, tu médico, una línea que usarías.
plan-surroundings = Que el lugar donde estoy sea más seguro
plan-surroundings-hint = Solo lo que quieras escribir. Puedes pedirle a alguien que te ayude.
plan-earlier = Versiones anteriores
plan-bring-back = Recuperar esta
plan-credit = Las seis partes siguen un plan de seguridad de Barbara Stanley y Gregory Brown (2012). Las palabras son nuestras.
contact-name = Nombre
contact-phone = Número de teléfono
contact-note = Una nota, por ejemplo a qué horas contesta

## El diario
diary-title = Diario
diary-lead = Para lo que haya. Puedes dejar días en blanco.
diary-new = Escribir algo
diary-entry-title = { $when }
diary-feelings = ¿Qué sientes, o no sientes?
diary-words = Con tus palabras
diary-check-in = ¿Hubo un impulso? Puedes dejarlo fuera.
feeling-sad = tristeza
feeling-afraid = miedo
feeling-angry = rabia
feeling-ashamed = vergüenza
feeling-guilty = culpa
feeling-lonely = soledad
feeling-overwhelmed = demasiado de todo
feeling-empty = vacío
feeling-numb = no siento nada
feeling-tired = cansancio
feeling-restless = inquietud
feeling-disgusted = asco
feeling-hurt = dolor por dentro
feeling-calm = calma
feeling-relieved = alivio
feeling-hopeful = esperanza
feeling-warm = calidez
feeling-proud = orgullo
feeling-dont-know = no lo sé

## Cartas
letters-title = Cartas
letters-lead = Para ti, para alguien, para la parte que hace más ruido. No hay que enviarlas nunca.
letter-new = Escribir una carta
letter-untitled = Una carta
letter-title = Una carta
letter-to = Para quién, o sobre qué
letter-text = La carta
letter-begin-hint = Por si ayuda una primera línea:
letter-begin-see = Veo lo difícil que ha sido esto.
letter-begin-sense = Tiene sentido que sienta esto, porque
letter-begin-wish = Lo que deseo para ti es

## Palabras propias
words-title = Mis propias palabras
words-lead = Escritas en una hora tranquila, para una más difícil. Aparecen donde pueden ayudar.
words-friend = Lo que diría una voz amiga
words-friend-hint = Con su voz. Se te muestra después de una práctica.
words-friend-label = Una frase que diría una voz amiga
words-message = Un mensaje que mandar
words-message-hint = El primero se pone en los mensajes a tu gente. Enviarlo lo haces tú.
words-message-label = Un mensaje para una hora difícil
words-reason = Por qué vale la pena cuidarme
words-reason-hint = Las cosas pequeñas cuentan: un gato, una canción, el capítulo de la semana que viene.
words-reason-label = Algo por lo que vale la pena cuidarme
words-help = Cómo ayudarme
words-help-hint = Para la gente cercana, si un día se lo quieres mostrar. ¿Qué está bien decir? ¿Qué ayuda en una hora difícil?
words-help-label = Cómo te pueden ayudar

## Lo que ayuda
helps-title = Lo que me ayuda
helps-nothing-yet = Aquí habrá dibujos cuando hayas probado una práctica o dos.
helps-goes = { $n ->
    [one] Te diste un espacio una vez.
   *[other] Te diste un espacio { $n } veces.
}
helps-most = Lo que ayudó
helps-by-function = Lo que ayudó, según para qué era
helps-when = Cuándo llegaron los impulsos
helps-times = Veces que ayudó
helps-moments = Momentos
helps-note = Esto solo suma. Las semanas tranquilas y las difíciles lo dejan como está.
part-of-day-morning = Mañana
part-of-day-afternoon = Tarde
part-of-day-evening = Noche
part-of-day-night = Madrugada

## Todas las prácticas
practices-title = Todas las prácticas
practices-lead = Es más fácil usar una en un minuto difícil si ya la conociste en uno tranquilo.
practices-not-reviewed = Nadie con formación las ha revisado todavía, ni su traducción.
practices-partly-reviewed = Algunas no las ha revisado todavía nadie con formación.
practices-filter = Mostrar las que sirven para
practices-all = cualquier cosa
practices-hidden = No se proponen
show-again = Volver a proponerla

## La clave
locked-title = Está cerrado con clave
locked-help-first = La ayuda no necesita clave. Mientras esté cerrado, nada de lo que hagas aquí se guarda.
locked-passcode = Clave
locked-open = Abrir
locked-opening = Abriendo…
locked-passkey = Abrir con una llave de acceso
locked-forgot = Olvidé la clave
locked-forgot-hint = Nadie puede abrirlo sin la clave; nosotros tampoco. Si tienes un archivo que guardaste antes, puedes empezar de nuevo y traerlo aquí. Al empezar de nuevo se borra lo que hay en este dispositivo.
lock-title = Bloqueo y clave
lock-has-passcode = Hay una clave.
lock-has-none = No hay clave. Quien abra esta app en este dispositivo puede leer lo que contiene.
lock-set = Poner una clave
lock-change = Cambiar la clave
lock-hint = Si la olvidas, nadie puede volver a abrir lo que hay aquí. Guarda una copia en un lugar seguro.
lock-passcode-now = Tu clave de ahora
lock-passcode-why = Hace falta para cambiar la clave o la llave de acceso. Así nadie puede dejarte fuera.
lock-passcode-or = O déjalo vacío y usa tu llave de acceso.
lock-take-away = Quitar la clave
lock-after = Cerrar con clave cuando me vaya durante
lock-after-0 = un momento
lock-after-1 = 1 minuto
lock-after-5 = 5 minutos
lock-after-30 = 30 minutos
lock-now = Cerrar con clave ahora
passcode-is-set = La clave está puesta.
passcode-is-gone = Ya no hay clave.
passkey-title = Llave de acceso
passkey-hint = Abre con tu huella, tu cara o el código del dispositivo. La clave sigue funcionando.
passkey-add = Añadir una llave de acceso
passkey-remove = Quitar la llave de acceso
passkey-is-set = La llave de acceso está puesta.
passkey-is-gone = Ya no hay llave de acceso. Puede que tu dispositivo la siga mostrando; ahí puedes borrarla.

## Llevar y guardar
data-title = Guardar una copia, o traer una
export-title = Guardar una copia
export-lead = Un archivo con todo lo que guardas aquí, cerrado con una frase secreta. Sirve para un teléfono nuevo, o por si este se pierde.
export-passphrase = La frase secreta de este archivo:
export-another = Crear otra
export-own = Prefiero elegir la mía
export-own-label = Al menos doce caracteres. Unas cuantas palabras raras seguidas van bien.
export-keep-words = Apúntala en otro lugar. Sin ella nadie puede abrir el archivo.
export-do = Guardar el archivo
export-making = Creando el archivo…
export-done = El archivo está listo. Tu navegador lo deja donde van las descargas.
export-failed = No se pudo crear el archivo. Aquí no se perdió nada. Inténtalo otra vez.
export-file = notas-{ $day }.age
export-open-elsewhere = El archivo usa el formato abierto age, así que también se puede abrir con otras herramientas.
import-title = Traer una copia
import-lead = Lo que hay en el archivo se suma a lo que hay aquí. No se sobrescribe nada.
import-file = El archivo
import-passphrase = Su frase secreta
import-do = Traerla
import-pick-first = Primero elige el archivo.
import-reading = Leyendo el archivo…
import-unreadable = No se pudo leer este archivo. Elígelo otra vez, por favor.
import-nothing-new = Todo lo que hay en este archivo ya estaba aquí.
import-done = { $n ->
    [one] Se trajo una cosa.
   *[other] Se trajeron { $n } cosas.
}
erase-title = Borrarlo todo
erase-what = Esto quita de este dispositivo todo lo que guardas en Kindhold. Se van el plan, el diario, las cartas, tus propias palabras y todos los ajustes.
erase-not = No quita los archivos que guardaste, los mensajes que enviaste ni la app.
erase-sure = Sí, quiero que no quede nada
erase-do = Borrarlo ahora

## Ajustes
settings-title = Ajustes
settings-theme = Colores
settings-theme-default = Como en este dispositivo
settings-theme-light = Claro
settings-theme-dark = Oscuro
settings-theme-contrast = Contraste alto
settings-text = Tamaño del texto
settings-text-default = Normal
settings-text-2 = Grande
settings-text-3 = Muy grande
settings-motion = Movimiento
settings-motion-default = Como en este dispositivo
settings-motion-less = Menos
settings-voice = Voz
settings-voice-default = En silencio
settings-voice-1 = Leer los pasos en voz alta
settings-wordless = Prácticas
settings-wordless-default = Con palabras
settings-wordless-1 = Sin palabras
settings-plain = Nombre e icono
settings-plain-default = Kindhold
settings-plain-1 = Notas
settings-plain-hint = Vale a partir de la próxima vez que la instales en la pantalla de inicio.
settings-exit = Salir rápido
settings-exit-hint = Toca «Salir rápido», o pulsa Escape dos veces. Kindhold se cierra, y queda bajo clave si hay una. En su lugar aparece una página con medidas de cocina.
settings-install = Ponerla en la pantalla de inicio
settings-leaving = Qué oculta y qué no oculta salir rápido
settings-about = Sobre Kindhold
storage-kept = Tu navegador ha prometido conservar lo que hay aquí.
storage-not-promised = Tu navegador no ha prometido conservar lo que hay aquí si el dispositivo se queda sin espacio. Guarda una copia de vez en cuando.

## Cuando algo va mal
trouble-wrong-passcode = Esa no es la clave. No ha cambiado nada. Inténtalo otra vez cuando quieras.
trouble-passkey = La llave de acceso no lo abrió. Puedes usar la clave.
trouble-full = Este dispositivo no tiene espacio, así que esto no se guardó. Libera un poco y vuelve a intentarlo. Lo que escribiste sigue en la pantalla.
trouble-not-kept = Esto no se guardó, porque el navegador no quiso anotarlo. Lo que escribiste sigue en la pantalla. Inténtalo otra vez.
trouble-no-store = Esta ventana no puede guardar nada, quizá porque es privada. Todo funciona, y al cerrarla no se guarda nada.
trouble-keys-gone = Las llaves de cifrado de este navegador ya no están, así que no se puede abrir lo que había aquí. Si guardaste una copia, borra lo que hay aquí y después trae la copia.
trouble-newer = Esto se escribió con una versión más nueva de Kindhold. No ha cambiado nada. Cierra todas sus ventanas y ábrelo otra vez para actualizarlo.
trouble-other-tab = Otra ventana cambió la clave. Abre Kindhold otra vez, por favor.
trouble-file-not-ours = Este archivo no lo guardó Kindhold. Elige otro, por favor.
trouble-file-damaged = Este archivo está dañado. No se cambió nada. Si tienes otra copia, prueba con esa.
trouble-file-wrong-passphrase = Esa no es la frase secreta de este archivo. No se cambió nada. Revisa cada letra y vuelve a intentarlo.
trouble-thrown-away = Este navegador tiró lo que se guardaba aquí, quizá por falta de espacio. Si guardaste una copia, puedes traerla desde Ajustes.
trouble-file-too-hard = Este archivo pide más memoria de la que tiene este dispositivo, así que no se pudo abrir. No se cambió nada. Prueba en otro dispositivo.
trouble-file-newer = Este archivo se guardó con una versión más nueva de Kindhold. Actualiza y vuelve a intentarlo.
notice-damaged = { $n ->
    [one] Una entrada no se pudo leer y quedó como estaba. Todo lo demás está aquí.
   *[other] { $n } entradas no se pudieron leer y quedaron como estaban. Todo lo demás está aquí.
}
notice-two-histories = Lo que se guarda aquí se cambió desde fuera de esta app. Está todo lo que se pudo leer. Guarda una copia por si acaso.

## When words read like somebody who may want to die
signpost-lead = Esto suena muy duro. Si una parte de ti quiere morir, no tienes que estar a solas con eso.
signpost-private = Solo lo ha notado este aparato. Kindhold no avisa a nadie ni guarda nada de ello.
