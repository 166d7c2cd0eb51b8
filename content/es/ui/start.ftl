# SPDX-License-Identifier: CC-BY-4.0
# La página de la app antes de que la app esté, y cuando no puede abrirse.

site-start-ready = Estas páginas ya están aquí.
site-start-doors = Páginas que ya están aquí
site-start-stopped = La app no pudo abrirse aquí.
site-start-kept = No se perdió nada de lo guardado. Estas páginas funcionan sin la app.
site-start-no-script = La app necesita JavaScript, y aquí está desactivado. Estas páginas funcionan sin él.
