# SPDX-License-Identifier: CC-BY-4.0
# La page de l’appli avant que l’appli soit là, et quand elle ne peut pas démarrer.

site-start-ready = Ces pages sont déjà là.
site-start-doors = Pages déjà là
site-start-stopped = L’appli n’a pas pu démarrer ici.
site-start-kept = Rien de ce qu’elle gardait n’est perdu. Ces pages marchent sans elle.
site-start-no-script = L’appli a besoin de JavaScript, et il est désactivé ici. Ces pages marchent sans lui.
