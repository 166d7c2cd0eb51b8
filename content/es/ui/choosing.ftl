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
choosing-young = ¿Menos de 18? Sigue apagado hasta que lo actives. Antes puedes preguntar a alguien de confianza. Puedes apagarlo cuando quieras.
choosing-so-far = { $n ->
    [0] Por ahora no hay nada de lo que aprender.
    [one] Por ahora tiene { $n } respuesta tuya de la que aprender.
   *[other] Por ahora tiene { $n } respuestas tuyas de las que aprender.
 }
choosing-forget = Olvidar lo aprendido
choosing-forget-question = Empezará otra vez sin saber nada. Todo lo que escribiste se queda.
choosing-forget-yes = Sí, empezar de nuevo
choosing-forgot = Hecho. Empieza de nuevo desde aquí.
