# Interface words: German. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Entwurf – nicht zur Veröffentlichung
draft-subject = [ENTWURF] { $subject }
waiting-for = Wartet auf: { $who }
sensitive-mark = Vertraulich – nur für die Partner und den Fördergeber

report-title = Synergiebericht
issue-line = Ausgabe { $number } · { $period }
page-of = Seite { $page } von { $pages }
not-supplied = nicht angegeben
in-short = Kurz gefasst
numbers = In Zahlen
next-step = Nächster Schritt
next-steps = Nächste Schritte
no-next-step = Keine Maßnahme ist offen.
asked = Worum die Projektbetreuung gebeten wird
asked-nothing = Nichts: Dieser Bericht dient zur Information.
not-reported = Was nicht berichtet wird
not-reported-lead = Nicht in dieser Ausgabe, weil nichts erfasst wurde:
not-reported-meetings = Treffen
not-reported-news = Neuigkeiten
not-reported-decisions = Beschlüsse
not-reported-events = Veranstaltungen
not-reported-indicators = Indikatoren
not-reported-grants = die Nummern der Finanzhilfevereinbarungen von { $projects }
not-reported-attendance = die Zahl der Teilnehmenden

number-projects = { $count-form ->
    [one] Projekt
   *[other] Projekte
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] abgehaltenes Treffen
   *[other] abgehaltene Treffen
 }
number-actions = { $count-form ->
    [one] offene Maßnahme
   *[other] offene Maßnahmen
 }
number-countries = { $count-form ->
    [one] von Projekten genanntes Land
   *[other] von Projekten genannte Länder
 }

news = Neuigkeiten
meeting-kind = Treffen
meeting-date = Datum
meeting-host = Gastgeber
meeting-organiser = Einberufen von
meeting-chair = Leitung
event-register = Anmeldung bis { $date }
event-organised = Veranstalter: { $who }
event-attended = Teilgenommen: { $count }
event-expected = Erwartet: { $count }
meeting-mode = Form
meeting-place = Ort
meeting-present = Anwesende Projekte
meeting-total = Anwesende Personen
meeting-agenda = Tagesordnung
meeting-regrets = Entschuldigt
meeting-next = Nächstes Treffen
mode-online = online
mode-in-person = vor Ort
mode-hybrid = online und vor Ort
decisions = Beschlüsse
actions = Maßnahmen
action-what = Was
action-who = Wer
action-due = Bis
action-state = Stand
action-no-owner = niemand benannt
action-no-due = nicht festgelegt
state-open = offen
state-open-since = { $days-form ->
    [one] offen seit { $date } (1 Tag)
   *[other] offen seit { $date } ({ $days } Tage)
 }
state-overdue = überfällig
state-done = erledigt am { $date }
state-dropped = fallen gelassen am { $date }
events = Veranstaltungen
event-when = Wann
event-what = Was
event-where = Wo
event-state = Stand
event-planned = geplant
event-confirmed = bestätigt
event-held = durchgeführt
event-postponed = verschoben
event-cancelled = abgesagt
indicators = Indikatoren
indicator-what = Indikator
indicator-value = Wert
indicator-target = Zielwert
indicator-period = Zeitraum

cluster = Der Cluster auf einen Blick
cluster-project = Projekt
cluster-programme = Programm
cluster-grant = Finanzhilfevereinbarung
cluster-countries = Länder
cluster-dates = Laufzeit
dates-from-to = { $from } – { $to }
dates-from = ab { $from }
dates-to = bis { $to }
profiles = Die Projekte
profile-programme = Programm
profile-coordinator = Koordination
eu = EU
profile-partners = Partner
profile-countries = Länder
profile-themes = Themen
profile-groups = Für
profile-instruments = Instrumente
profile-budget = Budget
profile-budget-eu = { $budget }, davon EU { $part }
profile-code = Code
profile-web = Webseite

acknowledgement = Förderhinweis
statement-for = { $projects }
disclaimers = Haftungsausschluss
emblem-alt = Flagge der Europäischen Union: ein Kreis aus zwölf goldenen Sternen auf blauem Grund
footnotes = Anmerkungen
colophon = Über diesen Bericht
colophon-made = Erstellt mit Bulletin { $version } aus den Quellen des Clusters, Stand { $date }.
colophon-hash = Quellen: SHA-256 { $hash }
colophon-data = Die hier gedruckten Daten sind dieser Datei als report.json beigefügt.
colophon-credits = Bilder: { $credits }
attachment = Die in diesem Bericht gedruckten Daten
publisher = Herausgegeben von { $publisher }

mail-masthead-issue = Ausgabe { $number }, { $period }
mail-note = Aus der Redaktion
mail-projects = Wer was macht
mail-next = Wie es weitergeht
mail-next-item = { $owner }: { $text }
mail-next-due = (bis { $date })
mail-next-nothing = Keine Maßnahme ist offen.
mail-dates = Termine und Fristen
mail-deadline = Frist
mail-ask = Eine Frage an Sie
mail-answer = Antworten Sie auf diese E-Mail: Ein Mensch liest sie.
mail-stories = Weitere Neuigkeiten
mail-why = Warum Sie diese E-Mail erhalten
mail-who = Wer wir sind
mail-privacy = Datenschutzhinweise
mail-unsubscribe = Newsletter abbestellen
left-done = Sie sind abgemeldet. Es wird Ihnen nichts mehr zugesandt.
subscribe-button = Abonnieren
subscribe-address = Ihre E-Mail-Adresse
subscribe-consent = Ich möchte { $name } per E-Mail erhalten. Ich kann mich jederzeit abmelden.
subscribe-sent = Wenn an diese Adresse geschrieben werden kann, ist eine E-Mail unterwegs. Bitte öffnen Sie sie und bestätigen Sie.
subscribe-confirm = Ja, ich abonniere
subscribe-done = Sie sind angemeldet. Vielen Dank!
mail-unsubscribe-how = Eine E-Mail genügt; sonst geschieht damit nichts.
mail-no-tracking = Diese E-Mail enthält kein Tracking: Ihr Öffnen wird niemandem gemeldet.
mail-reason-default = Sie erhalten diesen Newsletter, weil Sie auf der Liste von { $cluster } stehen.
text-links = Links

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = Anmerkung
alert-note = Hinweis
alert-tip = Tipp
alert-important = Wichtig
alert-warning = Warnung
alert-caution = Vorsicht
paste-links = hier klicken | klicken sie hier | hier | mehr lesen | weiterlesen | mehr | mehr erfahren | dieser link | link
paste-chrome = nach oben | zum inhalt springen | zum hauptinhalt springen | teilen | auf facebook teilen | auf linkedin teilen | cookie-einstellungen | alle cookies akzeptieren | kommentar hinterlassen | vorheriger beitrag | nächster beitrag | weiterlesen | alle rechte vorbehalten
paste-and = und | oder | bis | sowie | bzw | aber | noch

# What two projects share.
shared-themes = beide zu { $list }
shared-groups = beide arbeiten mit { $list }
shared-instruments = beide nutzen { $list }
shared-countries = beide in { $list }

# Charts.
chart-target = Zielwert
chart-what = Was
chart-pair = Paar
chart-overlap = Gemeinsam

# What projects did together, what changed, what comes next.
joint = Gemeinsam
joint-meeting = Treffen
joint-news = Neuigkeiten
joint-event = Veranstaltung
joint-action = Erledigte Maßnahme
joint-synergy = Synergie
joint-kind = Art
joint-who = Wer
joint-when = Wann
changes = Seit der letzten Ausgabe
change-opened = { $count-form ->
    [one] { $count } Maßnahme wurde vereinbart
   *[other] { $count } Maßnahmen wurden vereinbart
 }
change-closed = { $count-form ->
    [one] { $count } Maßnahme wurde abgeschlossen
   *[other] { $count } Maßnahmen wurden abgeschlossen
 }
change-overdue = { $count-form ->
    [one] { $count } Maßnahme wurde überfällig
   *[other] { $count } Maßnahmen wurden überfällig
 }
change-started = { $project } begann am { $date }
change-ended = { $project } endete am { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Gemeinsamkeiten
common-topic = Thema
common-shared = Was sie verbindet
common-state = Stand
synergy-done = umgesetzt
synergy-planned = geplant
synergy-suggested = vorgeschlagen
synergy-computed = errechnet, noch nicht entschieden
matrix-title = Wie viel je zwei Projekte gemeinsam haben, in Prozent
timeline-title = Durchgeführte und geplante Veranstaltungen
coming = Was als Nächstes ansteht
coming-kind = Art
next-action = Frist einer Maßnahme
next-event = Veranstaltung
news-other = Weitere Neuigkeiten
credits = Bildnachweis
silent = Keine Neuigkeiten kamen von { $projects }.
a-partner = ein Partner
programme-other = Sonstiges

# A report over a period, and the note that goes with it.
meetings = Treffen
activities = Kommunikation und Verbreitung
activity-reported = Bereits berichtet in
activity-delivered = abgeschlossen
activity-ongoing = laufend
activity-postponed = verschoben
activity-cancelled = abgesagt
activity-not-started = nicht begonnen
next-more = { $count-form ->
    [one] und { $count } weitere
   *[other] und { $count } weitere
 }
cover-to = An die Projektbetreuung
cover-1 = Anbei der Synergiebericht von { $cluster } für { $period }.
cover-2 = Erfasste gemeinsame Ergebnisse: { $joint }; Treffen: { $meetings }; Neuigkeiten: { $news }.
cover-3 = Maßnahmen: { $actions }, davon abgeschlossen: { $closed }, offen: { $open }.
cover-4 = Sie müssen nichts tun: Der Bericht dient zur Information.
cover-5 = Die gedruckten Daten sind dem PDF als report.json beigefügt; Fragen bitte an { $address }.
period-headline = Die Synergiearbeit von { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Arbeitsergebnis (Deliverable)
deliverable-title = Vollständiger Titel des Projekts
deliverable-number = Nummer des Arbeitsergebnisses
deliverable-work-package = Arbeitspaket
deliverable-due = Fälligkeit (Vertrag)
deliverable-actual = Datum der Abgabe
deliverable-nature = Art
deliverable-report = Bericht
deliverable-level = Verbreitungsgrad
deliverable-level-public = PU – öffentlich
deliverable-level-sensitive = SEN – vertraulich
deliverable-lead = Federführender Begünstigter
deliverable-authors = Verfasst von
deliverable-contributors = Mitwirkende
history = Dokumenthistorie
history-version = Fassung
history-change = Änderung
history-by = Von
history-first = Erste Fassung
portal = Aktivitäten in den Spalten des Portals des Fördergebers

# The web edition, and what the mail links to.
language-name = Deutsch
web-skip = Zum Inhalt springen
web-archive = Alle Ausgaben
web-report = Der Bericht als PDF
web-feed = Atom-Feed
web-calendar = Alle Veranstaltungen als Kalender
web-languages = Andere Sprachen
web-in-report = im Bericht
mail-online = Im Browser lesen
mail-calendar = Kalendereintrag: { $title }
mail-partners = Die Seiten der Projekte
mail-no-tracking-hosted = Diese E-Mail enthält kein Tracking: Ihre Bilder kommen von { $host } und sind für alle dieselben.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] Person
   *[other] Personen
 }
state-open-for = { $days-form ->
    [one] seit { $days } Tag offen
   *[other] seit { $days } Tagen offen
 }
overdue-count = { $count } überfällig
indicator-progress = { $percent } von { $target }
quarter = { $ordinal } Quartal { $year }
map = Projekte nach Ländern
map-other = Außerdem: { $list }
code-alt = Code, der zu dieser Ausgabe im Web führt: { $url }
code-text = Diese Ausgabe im Web
contents = In diesem Bericht
contacts = Kontakt
contact-publisher = Herausgeber
contact-mail = Fragen
contact-web = Alle Ausgaben
project-month = Monat { $month } von { $months }
project-begins = beginnt am { $date }
project-ended = endete am { $date }
project-news = In dieser Ausgabe
project-silent = Keine Neuigkeiten in dieser Ausgabe.
not-supplied-of = Nicht angegeben: { $list }
strongest = Am meisten gemeinsam
matrix-more = Alle Paare stehen in den beigefügten Daten.
meeting-kind-plural = Treffen
all-values = Alle Werte
chart-today = heute
actions-more = Alle offenen Maßnahmen mit ihren Fristen stehen im Abschnitt „{ $section }“.
photo = Foto
story-language = auf { $language }
mail-button = Den ganzen Beitrag lesen
mail-figures = In Zahlen
mail-brief = Kurz gefasst
mail-all = { $count-form ->
    [one] Der Beitrag im Web
   *[other] Alle { $count } Beiträge im Web
 }
mail-minutes = { $minutes-form ->
    [one] { $minutes } Minute Lesezeit
   *[other] { $minutes } Minuten Lesezeit
 }
mail-report-pages = { $pages-form ->
    [one] Bericht als PDF ({ $pages } Seite)
   *[other] Bericht als PDF ({ $pages } Seiten)
 }
mail-report-pdf = Bericht als PDF
mail-online-short = im Web
mail-add-calendar = zum Kalender hinzufügen
mail-of-target = von { $target }
web-contents = Auf dieser Seite
web-read = Lesen
web-pdf = PDF
web-intro = Neuigkeiten, Berichte und Termine von { $cluster }, Ausgabe für Ausgabe.
web-map = Wo die Projekte arbeiten
web-project-issues = In den Ausgaben
web-back = Alle Projekte und Ausgaben
web-subscribe = Abonnieren
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = Erste Seite des Berichts
