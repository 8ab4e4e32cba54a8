# Interface words: Dutch. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Ontwerp – niet voor publicatie
draft-subject = [CONCEPT] { $subject }
waiting-for = Wacht op: { $who }
sensitive-mark = Vertrouwelijk – alleen voor de partners en de subsidiegever

report-title = Synergieverslag
issue-line = Nummer { $number } · { $period }
page-of = Pagina { $page } van { $pages }
not-supplied = niet opgegeven
in-short = In het kort
numbers = In cijfers
next-step = Volgende stap
next-steps = Volgende stappen
no-next-step = Er staan geen actiepunten open.
asked = Wat van de projectfunctionaris wordt gevraagd
asked-nothing = Niets: dit verslag is ter informatie.
not-reported = Wat niet is opgenomen
not-reported-lead = Niet in dit nummer, omdat er niets is vastgelegd:
not-reported-meetings = bijeenkomsten
not-reported-news = nieuws
not-reported-decisions = besluiten
not-reported-events = evenementen
not-reported-indicators = indicatoren
not-reported-grants = de nummers van de subsidieovereenkomsten van { $projects }
not-reported-attendance = het aantal deelnemers

number-projects = { $count-form ->
    [one] project
   *[other] projecten
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] gehouden bijeenkomst
   *[other] gehouden bijeenkomsten
 }
number-actions = { $count-form ->
    [one] openstaand actiepunt
   *[other] openstaande actiepunten
 }
number-countries = { $count-form ->
    [one] land dat projecten noemen
   *[other] landen die projecten noemen
 }

news = Nieuws
meeting-kind = Bijeenkomst
meeting-date = Datum
meeting-host = Gastheer
meeting-organiser = Bijeengeroepen door
meeting-chair = Voorzitter
event-register = Aanmelden uiterlijk { $date }
event-organised = Organisatie: { $who }
event-attended = Deelgenomen: { $count }
event-expected = Verwacht: { $count }
meeting-mode = Vorm
meeting-place = Plaats
meeting-present = Aanwezige projecten
meeting-total = Aanwezige personen
meeting-agenda = Agenda
meeting-regrets = Afwezig met bericht
meeting-next = Volgende bijeenkomst
mode-online = online
mode-in-person = ter plaatse
mode-hybrid = online en ter plaatse
decisions = Besluiten
actions = Actiepunten
action-what = Wat
action-who = Wie
action-due = Uiterlijk
action-state = Stand
action-no-owner = niemand genoemd
action-no-due = niet vastgesteld
state-open = open
state-open-since = { $days-form ->
    [one] open sinds { $date } ({ $days } dag)
   *[other] open sinds { $date } ({ $days } dagen)
 }
state-overdue = te laat
state-done = afgerond op { $date }
state-dropped = vervallen op { $date }
events = Evenementen
event-when = Wanneer
event-what = Wat
event-where = Waar
event-state = Stand
event-planned = gepland
event-confirmed = bevestigd
event-held = gehouden
event-postponed = uitgesteld
event-cancelled = afgelast
indicators = Indicatoren
indicator-what = Indicator
indicator-value = Waarde
indicator-target = Streefwaarde
indicator-period = Periode

cluster = Het cluster in één oogopslag
cluster-project = Project
cluster-programme = Programma
cluster-grant = Subsidieovereenkomst
cluster-countries = Landen
cluster-dates = Looptijd
dates-from-to = { $from } – { $to }
dates-from = vanaf { $from }
dates-to = tot en met { $to }
profiles = De projecten
profile-programme = Programma
profile-coordinator = Coördinator
eu = EU
profile-partners = Partners
profile-countries = Landen
profile-themes = Thema’s
profile-groups = Voor
profile-instruments = Instrumenten
profile-budget = Begroting
profile-budget-eu = { $budget }, waarvan EU { $part }
profile-code = Code
profile-web = Webpagina

acknowledgement = Vermelding van de financiering
statement-for = { $projects }
disclaimers = Disclaimer
emblem-alt = Vlag van de Europese Unie: een cirkel van twaalf gouden sterren op een blauwe achtergrond
footnotes = Noten
colophon = Over dit verslag
colophon-made = Gemaakt met Bulletin { $version } op basis van de bronnen van het cluster, stand { $date }.
colophon-hash = Bronnen: SHA-256 { $hash }
colophon-data = De hier afgedrukte gegevens zijn als report.json bij dit bestand gevoegd.
colophon-credits = Afbeeldingen: { $credits }
attachment = De in dit verslag afgedrukte gegevens
publisher = Uitgegeven door { $publisher }

mail-masthead-issue = Nummer { $number }, { $period }
mail-note = Van de redactie
mail-projects = Wie doet wat
mail-next = Hoe het verdergaat
mail-next-item = { $owner }: { $text }
mail-next-due = (uiterlijk { $date })
mail-next-nothing = Er staan geen actiepunten open.
mail-dates = Data en termijnen
mail-deadline = Uiterste datum
mail-ask = Een vraag aan u
mail-answer = Beantwoord deze e-mail: een mens leest hem.
mail-stories = Meer nieuws
mail-why = Waarom u dit bericht krijgt
mail-who = Wie wij zijn
mail-privacy = Privacyverklaring
mail-unsubscribe = Afmelden voor deze nieuwsbrief
left-done = U bent uitgeschreven. U krijgt niets meer toegestuurd.
subscribe-button = Inschrijven
subscribe-address = Uw e-mailadres
subscribe-consent = Ik wil { $name } per e-mail ontvangen. Ik kan mij op elk moment uitschrijven.
subscribe-sent = Als naar dit adres geschreven kan worden, is er een bericht onderweg. Open het en bevestig.
subscribe-confirm = Ja, ik schrijf mij in
subscribe-done = U bent ingeschreven. Dank u!
mail-unsubscribe-how = Eén e-mail is genoeg; er gebeurt verder niets mee.
mail-no-tracking = Dit bericht bevat geen tracking: niemand krijgt te weten dat u het opent.
mail-reason-default = U ontvangt deze nieuwsbrief omdat u op de lijst van { $cluster } staat.
text-links = Koppelingen

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = noot
alert-note = Opmerking
alert-tip = Tip
alert-important = Belangrijk
alert-warning = Waarschuwing
alert-caution = Let op
paste-links = klik hier | hier | lees meer | meer lezen | meer | deze link | link | zie hier | meer informatie
paste-chrome = terug naar boven | naar de inhoud | ga naar de inhoud | delen | delen op facebook | delen op linkedin | cookie-instellingen | alle cookies accepteren | laat een reactie achter | vorig bericht | volgend bericht | verder lezen | alle rechten voorbehouden
paste-and = en | of | tot | maar | noch

# What two projects share.
shared-themes = beide over { $list }
shared-groups = beide werken met { $list }
shared-instruments = beide gebruiken { $list }
shared-countries = beide in { $list }

# Charts.
chart-target = streefwaarde
chart-what = Wat
chart-pair = Paar
chart-overlap = Gemeen

# What projects did together, what changed, what comes next.
joint = Samen
joint-meeting = Bijeenkomst
joint-news = Nieuws
joint-event = Evenement
joint-action = Afgerond actiepunt
joint-synergy = Synergie
joint-kind = Soort
joint-who = Wie
joint-when = Wanneer
changes = Sinds het vorige nummer
change-opened = { $count-form ->
    [one] { $count } actiepunt is afgesproken
   *[other] { $count } actiepunten zijn afgesproken
 }
change-closed = { $count-form ->
    [one] { $count } actiepunt is afgerond
   *[other] { $count } actiepunten zijn afgerond
 }
change-overdue = { $count-form ->
    [one] { $count } actiepunt is te laat
   *[other] { $count } actiepunten zijn te laat
 }
change-started = { $project } begon op { $date }
change-ended = { $project } eindigde op { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Raakvlakken
common-topic = Onderwerp
common-shared = Wat ze delen
common-state = Stand
synergy-done = uitgevoerd
synergy-planned = gepland
synergy-suggested = voorgesteld
synergy-computed = berekend, nog niet besloten
matrix-title = Hoeveel elk paar projecten gemeen heeft, in procenten
timeline-title = Gehouden en geplande evenementen
coming = Wat komt
coming-kind = Soort
next-action = termijn van een actiepunt
next-event = evenement
news-other = Verder nieuws
credits = Beeldverantwoording
silent = Er kwam geen nieuws van { $projects }.
a-partner = een partner
programme-other = overige

# A report over a period, and the note that goes with it.
meetings = Bijeenkomsten
activities = Communicatie en verspreiding
activity-reported = Eerder gemeld in
activity-delivered = afgerond
activity-ongoing = lopend
activity-postponed = uitgesteld
activity-cancelled = afgelast
activity-not-started = niet begonnen
next-more = { $count-form ->
    [one] en nog { $count }
   *[other] en nog { $count }
 }
cover-to = Aan de projectverantwoordelijke
cover-1 = Bijgaand het synergieverslag van { $cluster } over { $period }.
cover-2 = Vastgelegde gezamenlijke resultaten: { $joint }; bijeenkomsten: { $meetings }; nieuwsberichten: { $news }.
cover-3 = Actiepunten: { $actions }, waarvan afgerond: { $closed }, open: { $open }.
cover-4 = Er wordt niets van u gevraagd: het verslag is ter informatie.
cover-5 = De afgedrukte gegevens zijn als report.json bij de pdf gevoegd; vragen aan { $address }.
period-headline = Het synergiewerk van { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Te leveren product
deliverable-title = Volledige titel van het project
deliverable-number = Nummer van het te leveren product
deliverable-work-package = Werkpakket
deliverable-due = Vervaldatum (contract)
deliverable-actual = Datum van oplevering
deliverable-nature = Aard
deliverable-report = Verslag
deliverable-level = Verspreidingsniveau
deliverable-level-public = PU – Openbaar
deliverable-level-sensitive = SEN – Vertrouwelijk
deliverable-lead = Verantwoordelijke begunstigde
deliverable-authors = Auteurs
deliverable-contributors = Medewerkers
history = Geschiedenis van het document
history-version = Versie
history-change = Wijziging
history-by = Door
history-first = Eerste versie
portal = Activiteiten in de kolommen van het portaal van de subsidiegever

# The web edition, and what the mail links to.
language-name = Nederlands
web-skip = Naar de inhoud
web-archive = Alle nummers
web-report = Het verslag als pdf
web-feed = Atom-feed
web-calendar = Alle evenementen als agenda
web-languages = Andere talen
web-in-report = in het verslag
mail-online = Lees op het web
mail-calendar = Agenda-item: { $title }
mail-partners = De pagina’s van de projecten
mail-no-tracking-hosted = Deze e-mail bevat geen tracking: de afbeeldingen komen van { $host } en zijn voor alle lezers gelijk.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] persoon
   *[other] personen
 }
state-open-for = { $days-form ->
    [one] { $days } dag open
   *[other] { $days } dagen open
 }
overdue-count = { $count } te laat
indicator-progress = { $percent } van { $target }
quarter = { $ordinal } kwartaal { $year }
map = Projecten per land
map-other = Ook: { $list }
code-alt = Code die naar dit nummer op het web leidt: { $url }
code-text = Dit nummer op het web
contents = In dit verslag
contacts = Contact
contact-publisher = Uitgever
contact-mail = Vragen
contact-web = Alle nummers
project-month = maand { $month } van { $months }
project-begins = begint op { $date }
project-ended = eindigde op { $date }
project-news = In dit nummer
project-silent = Geen nieuws in dit nummer.
not-supplied-of = Niet opgegeven: { $list }
strongest = Meest gemeen
matrix-more = Alle paren staan in de bijgevoegde gegevens.
meeting-kind-plural = Bijeenkomsten
all-values = Alle waarden
chart-today = vandaag
actions-more = Alle openstaande actiepunten, met hun data, staan in het deel “{ $section }”.
photo = Foto
story-language = in het { $language }
mail-button = Lees het hele artikel
mail-figures = In cijfers
mail-brief = In het kort
mail-all = { $count-form ->
    [one] Het artikel op het web
   *[other] Alle { $count } artikelen op het web
 }
mail-minutes = { $minutes-form ->
    [one] { $minutes } minuut lezen
   *[other] { $minutes } minuten lezen
 }
mail-report-pages = { $pages-form ->
    [one] verslag als pdf ({ $pages } bladzijde)
   *[other] verslag als pdf ({ $pages } bladzijden)
 }
mail-report-pdf = verslag als pdf
mail-online-short = op het web
mail-add-calendar = toevoegen aan agenda
mail-of-target = van { $target }
web-contents = Op deze pagina
web-read = Lezen
web-pdf = PDF
web-intro = Nieuws, verslagen en data van { $cluster }, nummer voor nummer.
web-map = Waar de projecten werken
web-project-issues = In de nummers
web-back = Alle projecten en nummers
web-subscribe = Abonneren
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = Eerste bladzijde van het verslag
