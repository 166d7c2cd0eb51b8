# SPDX-License-Identifier: CC-BY-4.0
# The app's page before the app is there, and when it cannot start.

site-start-ready = These pages are here already.
site-start-doors = Pages that are here already
site-start-stopped = The app could not start here.
site-start-kept = Nothing it kept is lost. These pages work without it.
site-start-no-script = The app needs JavaScript, and that is off here. These pages work without it.
