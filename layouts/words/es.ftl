# Interface words: Spanish. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Borrador: no publicar
draft-subject = [BORRADOR] { $subject }
waiting-for = Pendiente de: { $who }
sensitive-mark = Sensible: solo para los socios y la entidad financiadora

report-title = Informe de sinergias
issue-line = Número { $number } · { $period }
page-of = Página { $page } de { $pages }
not-supplied = no indicado
in-short = En síntesis
numbers = En cifras
next-step = Próximo paso
next-steps = Próximos pasos
no-next-step = No hay acciones pendientes.
asked = Qué se pide al responsable del proyecto en la agencia
asked-nothing = Nada: este informe se remite a título informativo.
not-reported = Lo que no se incluye
not-reported-lead = No figuran en este número, porque no se registró nada:
not-reported-meetings = reuniones
not-reported-news = noticias
not-reported-decisions = decisiones
not-reported-events = eventos
not-reported-indicators = indicadores
not-reported-grants = los números de los acuerdos de subvención de { $projects }
not-reported-attendance = el número de asistentes

number-projects = { $count-form ->
    [one] proyecto
   *[other] proyectos
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] reunión celebrada
   *[other] reuniones celebradas
 }
number-actions = { $count-form ->
    [one] acción pendiente
   *[other] acciones pendientes
 }
number-countries = { $count-form ->
    [one] país citado por los proyectos
   *[other] países citados por los proyectos
 }

news = Noticias
meeting-kind = Reunión
meeting-date = Fecha
meeting-host = Anfitrión
meeting-organiser = Convocada por
meeting-chair = Preside
event-register = Inscripción hasta el { $date }
event-organised = Organiza: { $who }
event-attended = Participaron: { $count }
event-expected = Se esperan: { $count }
meeting-mode = Modalidad
meeting-place = Lugar
meeting-present = Proyectos presentes
meeting-total = Personas presentes
meeting-agenda = Orden del día
meeting-regrets = Ausencias justificadas
meeting-next = Próxima reunión
mode-online = en línea
mode-in-person = presencial
mode-hybrid = presencial y en línea
decisions = Decisiones
actions = Acciones
action-what = Qué
action-who = Quién
action-due = Plazo
action-state = Estado
action-no-owner = sin responsable
action-no-due = sin fijar
state-open = pendiente
state-open-since = { $days-form ->
    [one] abierta desde el { $date } ({ $days } día)
   *[other] abierta desde el { $date } ({ $days } días)
 }
state-overdue = fuera de plazo
state-done = terminada el { $date }
state-dropped = abandonada el { $date }
events = Actos
event-when = Cuándo
event-what = Qué
event-where = Dónde
event-state = Estado
event-planned = previsto
event-confirmed = confirmado
event-held = celebrado
event-postponed = aplazado
event-cancelled = cancelado
indicators = Indicadores
indicator-what = Indicador
indicator-value = Valor
indicator-target = Meta
indicator-period = Período

cluster = El grupo de proyectos de un vistazo
cluster-project = Proyecto
cluster-programme = Programa
cluster-grant = Acuerdo de subvención
cluster-countries = Países
cluster-dates = Duración
dates-from-to = { $from } – { $to }
dates-from = desde { $from }
dates-to = hasta { $to }
profiles = Los proyectos
profile-programme = Programa
profile-coordinator = Coordinador
eu = UE
profile-partners = Socios
profile-countries = Países
profile-themes = Temas
profile-groups = Para
profile-instruments = Instrumentos
profile-budget = Presupuesto
profile-budget-eu = { $budget }, de los cuales UE { $part }
profile-code = Código
profile-web = Página web

acknowledgement = Mención de la financiación
statement-for = { $projects }
disclaimers = Descargo de responsabilidad
emblem-alt = Bandera de la Unión Europea: un círculo de doce estrellas doradas sobre fondo azul
footnotes = Notas
colophon = Acerca de este informe
colophon-made = Elaborado con Bulletin { $version } a partir de las fuentes del grupo de proyectos a { $date }.
colophon-hash = Fuentes: SHA-256 { $hash }
colophon-data = Los datos aquí impresos se adjuntan a este archivo como report.json.
colophon-credits = Imágenes: { $credits }
attachment = Los datos impresos en este informe
publisher = Publicado por { $publisher }

mail-masthead-issue = Número { $number }, { $period }
mail-note = De la redacción
mail-projects = Quién hace qué
mail-next = Qué viene después
mail-next-item = { $owner }: { $text }
mail-next-due = (plazo: { $date })
mail-next-nothing = No hay acciones abiertas.
mail-dates = Fechas y plazos
mail-deadline = Plazo
mail-ask = Una pregunta para usted
mail-answer = Responda a este correo: lo lee una persona.
mail-stories = Más noticias
mail-why = Por qué recibe este mensaje
mail-who = Quiénes somos
mail-privacy = Aviso de privacidad
mail-unsubscribe = Darse de baja de este boletín
left-done = Se ha dado de baja. No recibirá nada más.
subscribe-button = Suscribirse
subscribe-address = Su dirección de correo electrónico
subscribe-consent = Deseo recibir { $name } por correo electrónico. Puedo darme de baja en cualquier momento.
subscribe-sent = Si se puede escribir a esta dirección, un mensaje va en camino. Ábralo y confirme.
subscribe-confirm = Sí, me suscribo
subscribe-done = Se ha suscrito. ¡Gracias!
mail-unsubscribe-how = Basta un correo; no se hace nada más con él.
mail-no-tracking = Este mensaje no contiene rastreadores: abrirlo no avisa a nadie.
mail-reason-default = Recibe este boletín porque figura en la lista de { $cluster }.
text-links = Enlaces

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = nota
alert-note = Nota
alert-tip = Consejo
alert-important = Importante
alert-warning = Advertencia
alert-caution = Precaución
paste-links = haga clic aquí | haz clic aquí | aquí | leer más | más | este enlace | enlace | ver más | saber más
paste-chrome = volver arriba | ir al contenido | saltar al contenido | compartir | compartir en facebook | compartir en linkedin | configuración de cookies | aceptar todas las cookies | deja un comentario | entrada anterior | entrada siguiente | seguir leyendo | todos los derechos reservados
paste-and = y | e | o | u | a | ni | pero

# What two projects share.
shared-themes = ambos sobre { $list }
shared-groups = ambos trabajan con { $list }
shared-instruments = ambos utilizan { $list }
shared-countries = ambos en { $list }

# Charts.
chart-target = objetivo
chart-what = Qué
chart-pair = Par
chart-overlap = En común

# What projects did together, what changed, what comes next.
joint = En común
joint-meeting = Reunión
joint-news = Noticia
joint-event = Evento
joint-action = Acción terminada
joint-synergy = Sinergia
joint-kind = Tipo
joint-who = Quién
joint-when = Cuándo
changes = Desde el último número
change-opened = { $count-form ->
    [one] se acordó { $count } acción
   *[other] se acordaron { $count } acciones
 }
change-closed = { $count-form ->
    [one] se cerró { $count } acción
   *[other] se cerraron { $count } acciones
 }
change-overdue = { $count-form ->
    [one] { $count } acción se retrasó
   *[other] { $count } acciones se retrasaron
 }
change-started = { $project } empezó el { $date }
change-ended = { $project } terminó el { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Puntos en común
common-topic = Tema
common-shared = Qué comparten
common-state = Estado
synergy-done = realizada
synergy-planned = prevista
synergy-suggested = propuesta
synergy-computed = calculada, sin decidir
matrix-title = Cuánto tiene en común cada par de proyectos, en porcentaje
timeline-title = Eventos celebrados y previstos
coming = Lo que viene
coming-kind = Tipo
next-action = plazo de una acción
next-event = evento
news-other = Otras noticias
credits = Créditos de las imágenes
silent = No llegaron noticias de { $projects }.
a-partner = un socio
programme-other = otros

# A report over a period, and the note that goes with it.
meetings = Reuniones
activities = Comunicación y difusión
activity-reported = Ya en
activity-delivered = realizada
activity-ongoing = en curso
activity-postponed = aplazada
activity-cancelled = cancelada
activity-not-started = no iniciada
next-more = { $count-form ->
    [one] y { $count } más
   *[other] y { $count } más
 }
cover-to = A la persona responsable del proyecto
cover-1 = Adjuntamos el informe de sinergias de { $cluster } correspondiente a { $period }.
cover-2 = Resultados conjuntos registrados: { $joint }; reuniones: { $meetings }; noticias: { $news }.
cover-3 = Acciones: { $actions }, cerradas: { $closed }, abiertas: { $open }.
cover-4 = No se le pide nada: el informe es informativo.
cover-5 = Los datos impresos se adjuntan al PDF como report.json; preguntas a { $address }.
period-headline = El trabajo de sinergia: { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Entregable
deliverable-title = Título completo del proyecto
deliverable-number = Número del entregable
deliverable-work-package = Paquete de trabajo
deliverable-due = Fecha de entrega (contrato)
deliverable-actual = Fecha real de entrega
deliverable-nature = Naturaleza
deliverable-report = Informe
deliverable-level = Nivel de difusión
deliverable-level-public = PU – Público
deliverable-level-sensitive = SEN – Sensible
deliverable-lead = Beneficiario principal
deliverable-authors = Autores
deliverable-contributors = Colaboradores
history = Historial del documento
history-version = Versión
history-change = Cambio
history-by = Por
history-first = Primera versión
portal = Actividades en las columnas del portal de la entidad financiadora

# The web edition, and what the mail links to.
language-name = Español
web-skip = Saltar al contenido
web-archive = Todos los números
web-report = El informe en PDF
web-feed = Canal Atom
web-calendar = Todos los eventos como calendario
web-languages = Otros idiomas
web-in-report = en el informe
mail-online = Leer en la web
mail-calendar = Entrada de calendario: { $title }
mail-partners = Las páginas de los proyectos
mail-no-tracking-hosted = Este correo no contiene rastreo: sus imágenes proceden de { $host }, las mismas para todos los lectores.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] persona
   *[other] personas
 }
state-open-for = { $days-form ->
    [one] abierta desde hace { $days } día
   *[other] abierta desde hace { $days } días
 }
overdue-count = { $count } con retraso
indicator-progress = { $percent } de { $target }
quarter = { $ordinal } trimestre de { $year }
map = Proyectos por país
map-other = También: { $list }
code-alt = Código que lleva a este número en la web: { $url }
code-text = Este número en la web
contents = En este informe
contacts = Contactos
contact-publisher = Editor
contact-mail = Preguntas
contact-web = Todos los números
project-month = mes { $month } de { $months }
project-begins = empieza el { $date }
project-ended = terminó el { $date }
project-news = En este número
project-silent = Sin noticias en este número.
not-supplied-of = No indicado: { $list }
strongest = Más en común
matrix-more = Todos los pares están en los datos adjuntos.
meeting-kind-plural = Reuniones
all-values = Todos los valores
chart-today = hoy
actions-more = Todas las acciones abiertas, con sus fechas, están en la sección «{ $section }».
photo = Foto
story-language = en { $language }
mail-button = Leer el artículo completo
mail-figures = En cifras
mail-brief = En breve
mail-all = { $count-form ->
    [one] El artículo en la web
   *[other] Los { $count } artículos en la web
 }
mail-minutes = { $minutes-form ->
    [one] { $minutes } minuto de lectura
   *[other] { $minutes } minutos de lectura
 }
mail-report-pages = { $pages-form ->
    [one] informe en PDF ({ $pages } página)
   *[other] informe en PDF ({ $pages } páginas)
 }
mail-report-pdf = informe en PDF
mail-online-short = en la web
mail-add-calendar = añadir al calendario
mail-of-target = de { $target }
web-contents = En esta página
web-read = Leer
web-pdf = PDF
web-intro = Noticias, informes y fechas de { $cluster }, número a número.
web-map = Dónde trabajan los proyectos
web-project-issues = En los números
web-back = Todos los proyectos y números
web-subscribe = Suscribirse
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = Primera página del informe
