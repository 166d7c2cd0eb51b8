# SPDX-License-Identifier: CC-BY-4.0

## Lo que se ofrece ante un impulso
choosing-title = Lo que se ofrece ante un impulso
choosing-lead = Ante un impulso ves tres prácticas. Pueden venir siempre en el mismo orden, o Kindhold puede aprender de lo que dices sobre ellas.
choosing-same = Siempre el mismo orden
choosing-learn = Aprender de lo que digo
choosing-looks-title = En qué se fija
choosing-looks = Lo que dijiste que ayudó, lo que no hizo nada, lo que lo empeoró, y lo fuerte que era el impulso antes y después.
choosing-never-looks = Nunca en si te hiciste daño. Nunca en cuánto tiempo estás aquí. Si no dices nada, no cuenta como nada.
choosing-stays-title = Lo que siempre sigue igual
choosing-stays = Tu plan, tu gente y las líneas de crisis. Y cuando hacerte daño mantiene lejos algo peor, no se prueba nada: tu plan y tu gente van primero.
choosing-leaves-out = Lo que has ocultado, y lo que la última vez lo empeoró, no se ofrece.
choosing-how-title = Cómo aprende
choosing-how = Lo que te ayudó viene más a menudo. De vez en cuando hay una que conoces menos, por si encaja. Una línea debajo de cada una dice por qué está ahí.
choosing-kindness = Las prácticas de ser amable contigo vienen en pasos pequeños, cuando otras más suaves han ido bien. Si una lo empeora, se da un paso atrás enseguida.
choosing-kept = Todo ocurre en este aparato. Lo que se ofreció, y lo probable que era, se guarda junto al impulso.
choosing-young = Está apagado hasta que lo actives, y puedes apagarlo cuando quieras. Si tienes menos de 18, antes puedes preguntar a alguien de confianza.
choosing-so-far = { $n ->
    [0] Por ahora no hay nada de lo que aprender.
    [one] Por ahora tiene { $n } respuesta tuya de la que aprender.
   *[other] Por ahora tiene { $n } respuestas tuyas de las que aprender.
 }
choosing-forget = Olvidar lo aprendido
choosing-forget-question = Empezará otra vez sin saber nada. Todo lo que escribiste se queda.
choosing-forget-yes = Sí, empezar de nuevo
choosing-forgot = Hecho. Empieza de nuevo desde aquí.

## Estudios que dejan elegir al azar
trial-title = Un estudio que deja elegir al azar
trial-lead = Algunos estudios piden más: que una parte de lo que se ofrece ante un impulso se elija al azar, para ver qué ayuda de verdad. Para eso hace falta un sí aparte. Quien hace el estudio te da un archivo.
trial-pick = El archivo del estudio
trial-look = Ver qué pide
trial-by = De { $who }. Para contactar: { $contact }
trial-days = Va del { $first } al { $last }.
trial-share = { $n ->
    [10] Cada vez, las tres prácticas se eligen al azar entre las que encajan.
    [one] Más o menos { $n } vez de cada 10, las tres prácticas se eligen al azar entre las que encajan.
   *[other] Más o menos { $n } veces de cada 10, las tres prácticas se eligen al azar entre las que encajan.
 }
trial-stays = Tu plan, tu gente y las líneas se quedan donde están. Cuando hacerte daño mantiene lejos algo peor, no se elige nada al azar. Lo que has ocultado, y lo que lo empeoró, no viene.
trial-file = Lo que se ofreció, y lo probable que era, se guarda en este aparato junto al impulso. No se envía nada. Solo llega al estudio en un archivo que guardas y entregas tú, y para eso hace falta el otro sí de arriba.
trial-agree = He leído esto, y el azar puede elegir como dice aquí.
trial-yes = Decir que sí a esto
trial-what = Qué pide
trial-taken-back = Tu sí a «{ $study }» está retirado. Desde ahora el azar no elige nada para él.
trial-take-back-question = Desde ahora el azar no elige nada para él. No hace falta ningún motivo.
trial-bad-form = Este no es el archivo de un estudio así, o está dañado. Pídelo otra vez a quien te lo dio. No se ha cambiado nada.
trial-bad-version = Este archivo necesita una versión más nueva de Kindhold. Vuelve a mirar más adelante. No se ha cambiado nada.
