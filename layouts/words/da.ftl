# Interface words: Danish. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Udkast – ikke til offentliggørelse
draft-subject = [UDKAST] { $subject }
waiting-for = Afventer: { $who }
sensitive-mark = Fortroligt – kun for partnerne og bevillingsgiveren

report-title = Synergirapport
issue-line = Nummer { $number } · { $period }
page-of = Side { $page } af { $pages }
not-supplied = ikke oplyst
in-short = Kort fortalt
numbers = I tal
next-step = Næste skridt
next-steps = Næste skridt
no-next-step = Ingen opgaver er åbne.
asked = Hvad projektmedarbejderen bedes om
asked-nothing = Intet: rapporten er til orientering.
not-reported = Hvad der ikke er med
not-reported-lead = Ikke med i dette nummer, fordi intet er registreret:
not-reported-meetings = møder
not-reported-news = nyheder
not-reported-decisions = beslutninger
not-reported-events = arrangementer
not-reported-indicators = indikatorer
not-reported-grants = numrene på tilskudsaftalerne for { $projects }
not-reported-attendance = antallet af deltagere

number-projects = { $count-form ->
    [one] projekt
   *[other] projekter
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] afholdt møde
   *[other] afholdte møder
 }
number-actions = { $count-form ->
    [one] åben opgave
   *[other] åbne opgaver
 }
number-countries = { $count-form ->
    [one] land, som projekterne nævner
   *[other] lande, som projekterne nævner
 }

news = Nyheder
meeting-kind = Møde
meeting-date = Dato
meeting-host = Vært
meeting-organiser = Indkaldt af
meeting-chair = Mødeleder
event-register = Tilmelding senest { $date }
event-organised = Arrangør: { $who }
event-attended = Deltog: { $count }
event-expected = Forventet: { $count }
meeting-mode = Form
meeting-place = Sted
meeting-present = Fremmødte projekter
meeting-total = Fremmødte personer
meeting-agenda = Dagsorden
meeting-regrets = Afbud
meeting-next = Næste møde
mode-online = online
mode-in-person = med fysisk fremmøde
mode-hybrid = med fysisk fremmøde og online
decisions = Beslutninger
actions = Opgaver
action-what = Hvad
action-who = Hvem
action-due = Frist
action-state = Status
action-no-owner = ingen nævnt
action-no-due = ikke fastsat
state-open = åben
state-open-since = { $days-form ->
    [one] åben siden { $date } ({ $days } dag)
   *[other] åben siden { $date } ({ $days } dage)
 }
state-overdue = overskredet
state-done = afsluttet den { $date }
state-dropped = opgivet den { $date }
events = Arrangementer
event-when = Hvornår
event-what = Hvad
event-where = Hvor
event-state = Status
event-planned = planlagt
event-confirmed = bekræftet
event-held = afholdt
event-postponed = udskudt
event-cancelled = aflyst
indicators = Indikatorer
indicator-what = Indikator
indicator-value = Værdi
indicator-target = Mål
indicator-period = Periode

cluster = Klyngen i overblik
cluster-project = Projekt
cluster-programme = Program
cluster-grant = Tilskudsaftale
cluster-countries = Lande
cluster-dates = Løbetid
dates-from-to = { $from } – { $to }
dates-from = fra { $from }
dates-to = til { $to }
profiles = Projekterne
profile-programme = Program
profile-coordinator = Koordinator
eu = EU
profile-partners = Partnere
profile-countries = Lande
profile-themes = Emner
profile-groups = For
profile-instruments = Instrumenter
profile-budget = Budget
profile-budget-eu = { $budget }, heraf EU { $part }
profile-code = Kode
profile-web = Webside

acknowledgement = Oplysning om finansiering
statement-for = { $projects }
disclaimers = Ansvarsfraskrivelse
emblem-alt = Den Europæiske Unions flag: en cirkel af tolv gyldne stjerner på blå bund
footnotes = Noter
colophon = Om denne rapport
colophon-made = Lavet med Bulletin { $version } af klyngens kilder pr. { $date }.
colophon-hash = Kilder: SHA-256 { $hash }
colophon-data = De data, der er trykt her, er vedhæftet filen som report.json.
colophon-credits = Billeder: { $credits }
attachment = De data, der er trykt i rapporten
publisher = Udgivet af { $publisher }

mail-masthead-issue = Nummer { $number }, { $period }
mail-note = Fra redaktionen
mail-projects = Hvem gør hvad
mail-next = Hvad der nu sker
mail-next-item = { $owner }: { $text }
mail-next-due = (senest { $date })
mail-next-nothing = Ingen opgaver er åbne.
mail-dates = Datoer og frister
mail-deadline = Frist
mail-ask = Et spørgsmål til dig
mail-answer = Svar på denne mail: et menneske læser den.
mail-stories = Flere nyheder
mail-why = Hvorfor du får denne mail
mail-who = Hvem vi er
mail-privacy = Databeskyttelse
mail-unsubscribe = Afmeld nyhedsbrevet
left-done = Du er afmeldt. Du får ikke tilsendt mere.
subscribe-button = Tilmeld
subscribe-address = Din e-mailadresse
subscribe-consent = Jeg vil gerne modtage { $name } pr. e-mail. Jeg kan til enhver tid afmelde mig.
subscribe-sent = Hvis der kan skrives til denne adresse, er en e-mail på vej. Åbn den, og bekræft.
subscribe-confirm = Ja, tilmeld mig
subscribe-done = Du er tilmeldt. Tak!
mail-unsubscribe-how = Én mail er nok; der sker ikke andet med den.
mail-no-tracking = Mailen indeholder ingen sporing: ingen får at vide, at du åbner den.
mail-reason-default = Du får dette nyhedsbrev, fordi du står på listen for { $cluster }.
text-links = Links

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = note
alert-note = Bemærk
alert-tip = Tip
alert-important = Vigtigt
alert-warning = Advarsel
alert-caution = Forsigtig
paste-links = klik her | her | læs mere | mere | dette link | link | se her | få mere at vide
paste-chrome = til toppen | gå til indhold | spring til indhold | del | del på facebook | del på linkedin | cookieindstillinger | accepter alle cookies | skriv en kommentar | forrige indlæg | næste indlæg | læs videre | alle rettigheder forbeholdes
paste-and = og | eller | til | samt | men

# What two projects share.
shared-themes = begge om { $list }
shared-groups = begge arbejder med { $list }
shared-instruments = begge bruger { $list }
shared-countries = begge i { $list }

# Charts.
chart-target = mål
chart-what = Hvad
chart-pair = Par
chart-overlap = Fælles

# What projects did together, what changed, what comes next.
joint = Sammen
joint-meeting = Møde
joint-news = Nyhed
joint-event = Arrangement
joint-action = Afsluttet opgave
joint-synergy = Synergi
joint-kind = Type
joint-who = Hvem
joint-when = Hvornår
changes = Siden sidste nummer
change-opened = { $count-form ->
    [one] { $count } opgave blev aftalt
   *[other] { $count } opgaver blev aftalt
 }
change-closed = { $count-form ->
    [one] { $count } opgave blev afsluttet
   *[other] { $count } opgaver blev afsluttet
 }
change-overdue = { $count-form ->
    [one] { $count } opgave overskred fristen
   *[other] { $count } opgaver overskred fristen
 }
change-started = { $project } begyndte den { $date }
change-ended = { $project } sluttede den { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Fælles træk
common-topic = Emne
common-shared = Hvad de deler
common-state = Status
synergy-done = gennemført
synergy-planned = planlagt
synergy-suggested = foreslået
synergy-computed = beregnet, ikke besluttet
matrix-title = Hvor meget hvert par projekter har til fælles, i procent
timeline-title = Afholdte og planlagte arrangementer
coming = Hvad der kommer
coming-kind = Type
next-action = frist for en opgave
next-event = arrangement
news-other = Øvrige nyheder
credits = Billedkilder
silent = Der kom ingen nyheder fra { $projects }.
a-partner = en partner
programme-other = andet

# A report over a period, and the note that goes with it.
meetings = Møder
activities = Kommunikation og formidling
activity-reported = Allerede i
activity-delivered = gennemført
activity-ongoing = i gang
activity-postponed = udskudt
activity-cancelled = aflyst
activity-not-started = ikke begyndt
next-more = { $count-form ->
    [one] og { $count } til
   *[other] og { $count } til
 }
cover-to = Til den projektansvarlige
cover-1 = Vedlagt er synergirapporten for { $cluster }, { $period }.
cover-2 = Registrerede fælles resultater: { $joint }; møder: { $meetings }; nyheder: { $news }.
cover-3 = Opgaver: { $actions }, heraf afsluttede: { $closed }, åbne: { $open }.
cover-4 = Du bliver ikke bedt om noget: rapporten er til orientering.
cover-5 = De trykte data er vedhæftet PDF-filen som report.json; spørgsmål til { $address }.
period-headline = Synergiarbejdet: { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Leverance
deliverable-title = Projektets fulde titel
deliverable-number = Leverancens nummer
deliverable-work-package = Arbejdspakke
deliverable-due = Frist (kontrakt)
deliverable-actual = Leveringsdato
deliverable-nature = Art
deliverable-report = Rapport
deliverable-level = Formidlingsniveau
deliverable-level-public = PU – Offentlig
deliverable-level-sensitive = SEN – Fortrolig
deliverable-lead = Ansvarlig støttemodtager
deliverable-authors = Forfattere
deliverable-contributors = Bidragydere
history = Dokumentets historik
history-version = Version
history-change = Ændring
history-by = Af
history-first = Første version
portal = Aktiviteter i kolonnerne i bevillingsgiverens portal

# The web edition, and what the mail links to.
language-name = Dansk
web-skip = Gå til indholdet
web-archive = Alle numre
web-report = Rapporten som PDF
web-feed = Atom-feed
web-calendar = Alle arrangementer som kalender
web-languages = Andre sprog
web-in-report = i rapporten
mail-online = Læs på nettet
mail-calendar = Kalenderpost: { $title }
mail-partners = Projekternes sider
mail-no-tracking-hosted = Mailen indeholder ingen sporing: billederne kommer fra { $host } og er ens for alle læsere.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] person
   *[other] personer
 }
state-open-for = { $days-form ->
    [one] åben i { $days } dag
   *[other] åben i { $days } dage
 }
overdue-count = { $count } over fristen
indicator-progress = { $percent } af { $target }
quarter = { $ordinal } kvartal { $year }
map = Projekter efter land
map-other = Desuden: { $list }
code-alt = Kode, der fører til dette nummer på nettet: { $url }
code-text = Dette nummer på nettet
contents = I denne rapport
contacts = Kontakt
contact-publisher = Udgiver
contact-mail = Spørgsmål
contact-web = Alle numre
project-month = måned { $month } af { $months }
project-begins = begynder den { $date }
project-ended = sluttede den { $date }
project-news = I dette nummer
project-silent = Ingen nyheder i dette nummer.
not-supplied-of = Ikke oplyst: { $list }
strongest = Mest til fælles
matrix-more = Alle par står i de vedhæftede data.
meeting-kind-plural = Møder
all-values = Alle værdier
chart-today = i dag
actions-more = Alle åbne opgaver står med deres datoer i afsnittet »{ $section }«.
photo = Foto
story-language = på { $language }
mail-button = Læs hele teksten
mail-figures = I tal
mail-brief = Kort sagt
mail-all = { $count-form ->
    [one] Teksten på nettet
   *[other] Alle { $count } tekster på nettet
 }
mail-minutes = { $minutes-form ->
    [one] { $minutes } minuts læsning
   *[other] { $minutes } minutters læsning
 }
mail-report-pages = { $pages-form ->
    [one] rapport som PDF ({ $pages } side)
   *[other] rapport som PDF ({ $pages } sider)
 }
mail-report-pdf = rapport som PDF
mail-online-short = på nettet
mail-add-calendar = føj til kalender
mail-of-target = af { $target }
web-contents = På denne side
web-read = Læs
web-pdf = PDF
web-intro = Nyheder, rapporter og datoer fra { $cluster }, nummer for nummer.
web-map = Hvor projekterne arbejder
web-project-issues = I numrene
web-back = Alle projekter og numre
web-subscribe = Abonner
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = Rapportens første side
