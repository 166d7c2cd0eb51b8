# SPDX-License-Identifier: CC-BY-4.0
# The app's page before the app is there, and when it cannot start.

site-start-ready = Diese Seiten sind schon da.
site-start-doors = Seiten, die schon da sind
site-start-stopped = Die App konnte hier nicht starten.
site-start-kept = Nichts, was gesichert war, ist verloren. Diese Seiten gehen auch ohne die App.
site-start-no-script = Die App braucht JavaScript, und das ist hier ausgeschaltet. Diese Seiten gehen auch ohne.
