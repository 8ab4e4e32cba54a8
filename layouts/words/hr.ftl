# Interface words: Croatian. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Nacrt – nije za objavu
draft-subject = [NACRT] { $subject }
waiting-for = Čeka: { $who }
sensitive-mark = Osjetljivo – samo za partnere i financijera

report-title = Izvješće o sinergijama
issue-line = Broj { $number } · { $period }
page-of = Stranica { $page } od { $pages }
not-supplied = nije navedeno
in-short = Ukratko
numbers = U brojkama
next-step = Sljedeći korak
next-steps = Sljedeći koraci
no-next-step = Nema otvorenih radnji.
asked = Što se traži od voditelja projekta pri EU-u
asked-nothing = Ništa: izvješće je informativno.
not-reported = Što nije obuhvaćeno
not-reported-lead = Nije uključeno jer nije zabilježeno:
not-reported-meetings = sastanci
not-reported-news = vijesti
not-reported-decisions = odluke
not-reported-events = događanja
not-reported-indicators = pokazatelji
not-reported-grants = brojevi sporazuma o dodjeli bespovratnih sredstava za { $projects }
not-reported-attendance = broj sudionika

number-projects = { $count-form ->
    [one] projekt
    [few] projekta
   *[other] projekata
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] održan sastanak
    [few] održana sastanka
   *[other] održanih sastanaka
 }
number-actions = { $count-form ->
    [one] otvorena radnja
    [few] otvorene radnje
   *[other] otvorenih radnji
 }
number-countries = { $count-form ->
    [one] zemlja koju navode projekti
    [few] zemlje koje navode projekti
   *[other] zemalja koje navode projekti
 }

news = Vijesti
meeting-kind = Sastanak
meeting-date = Datum
meeting-host = Domaćin
meeting-organiser = Sazvao
meeting-chair = Predsjeda
event-register = Prijava do { $date }
event-organised = Organizator: { $who }
event-attended = Sudjelovalo: { $count }
event-expected = Očekuje se: { $count }
meeting-mode = Način
meeting-place = Mjesto
meeting-present = Prisutni projekti
meeting-total = Prisutne osobe
meeting-agenda = Dnevni red
meeting-regrets = Ispričani
meeting-next = Sljedeći sastanak
mode-online = na internetu
mode-in-person = uživo
mode-hybrid = na internetu i uživo
decisions = Odluke
actions = Radnje
action-what = Što
action-who = Tko
action-due = Rok
action-state = Stanje
action-no-owner = bez nositelja
action-no-due = nije određen
state-open = otvoreno
state-open-since = otvoreno od { $date } ({ $days-form ->
    [one] { $days } dan
    [few] { $days } dana
   *[other] { $days } dana
 })
state-overdue = kasni
state-done = dovršeno { $date }
state-dropped = napušteno { $date }
events = Događanja
event-when = Kada
event-what = Što
event-where = Gdje
event-state = Stanje
event-planned = planirano
event-confirmed = potvrđeno
event-held = održano
event-postponed = odgođeno
event-cancelled = otkazano
indicators = Pokazatelji
indicator-what = Pokazatelj
indicator-value = Vrijednost
indicator-target = Cilj
indicator-period = Razdoblje

cluster = Klaster na prvi pogled
cluster-project = Projekt
cluster-programme = Program
cluster-grant = Sporazum
cluster-countries = Zemlje
cluster-dates = Trajanje
dates-from-to = { $from } – { $to }
dates-from = od { $from }
dates-to = do { $to }
profiles = Projekti
profile-programme = Program
profile-coordinator = Koordinator
eu = EU
profile-partners = Partneri
profile-countries = Zemlje
profile-themes = Teme
profile-groups = Za
profile-instruments = Alati
profile-budget = Proračun
profile-budget-eu = { $budget }, od čega EU { $part }
profile-code = Oznaka
profile-web = Mrežna stranica

acknowledgement = Financiranje
statement-for = { $projects }
disclaimers = Izjava o odricanju od odgovornosti
emblem-alt = Zastava Europske unije: krug od dvanaest zlatnih zvijezda na plavoj podlozi
footnotes = Bilješke
colophon = O ovom izvješću
colophon-made = Izrađeno alatom Bulletin { $version } iz izvora klastera na dan { $date }
colophon-hash = Izvori: SHA-256 { $hash }
colophon-data = Ovdje otisnuti podaci priloženi su datoteci kao report.json.
colophon-credits = Slike: { $credits }
attachment = Podaci otisnuti u izvješću
publisher = Izdavač: { $publisher }

mail-masthead-issue = Broj { $number }, { $period }
mail-note = Od uredništva
mail-projects = Tko što radi
mail-next = Što slijedi
mail-next-item = { $owner }: { $text }
mail-next-due = (do { $date })
mail-next-nothing = Nema otvorenih radnji.
mail-dates = Datumi i rokovi
mail-deadline = Rok
mail-ask = Jedno pitanje za vas
mail-answer = Odgovorite na ovu poruku: čita je čovjek.
mail-stories = Više vijesti
mail-why = Zašto ovo primate
mail-who = Tko smo
mail-privacy = Izjava o privatnosti
mail-unsubscribe = Odjava s biltena
left-done = Odjavljeni ste. Više vam se ništa neće slati.
subscribe-button = Pretplata
subscribe-address = Vaša adresa e-pošte
subscribe-consent = Želim primati { $name } e-poštom. Mogu se odjaviti u svakom trenutku.
subscribe-sent = Ako se na ovu adresu može pisati, poruka je na putu. Otvorite je i potvrdite.
subscribe-confirm = Da, pretplaćujem se
subscribe-done = Pretplaćeni ste. Hvala!
mail-unsubscribe-how = Dovoljna je jedna poruka; ništa se drugo s njom ne događa.
mail-no-tracking = Ova poruka ne sadržava praćenje: njezino otvaranje nikoga ne obavješćuje.
mail-reason-default = Ovaj bilten primate jer ste na popisu: { $cluster }.
text-links = Poveznice

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = bilješka
alert-note = Napomena
alert-tip = Savjet
alert-important = Važno
alert-warning = Upozorenje
alert-caution = Oprez
paste-links = ovdje | kliknite ovdje | više | pročitajte više | poveznica
paste-chrome = preskoči na sadržaj | pročitajte više | podijeli | na vrh | prihvati kolačiće
paste-and = i | ili | do | te | ni

# What two projects share.
shared-themes = oba o temi: { $list }
shared-groups = oba rade s: { $list }
shared-instruments = oba koriste: { $list }
shared-countries = oba u: { $list }

# Charts.
chart-target = cilj
chart-what = Što
chart-pair = Par
chart-overlap = Zajedničko

# What projects did together, what changed, what comes next.
joint = Zajedno
joint-meeting = Sastanak
joint-news = Vijest
joint-event = Događanje
joint-action = Dovršena radnja
joint-synergy = Sinergija
joint-kind = Vrsta
joint-who = Tko
joint-when = Kada
changes = Od prošlog broja
change-opened = { $count-form ->
    [one] dogovorena je { $count } radnja
    [few] dogovorene su { $count } radnje
   *[other] dogovoreno je { $count } radnji
 }
change-closed = { $count-form ->
    [one] zatvorena je { $count } radnja
    [few] zatvorene su { $count } radnje
   *[other] zatvoreno je { $count } radnji
 }
change-overdue = { $count-form ->
    [one] { $count } radnja kasni
    [few] { $count } radnje kasne
   *[other] { $count } radnji kasni
 }
change-started = { $project } počeo je { $date }
change-ended = { $project } završio je { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Zajednička osnova
common-topic = Tema
common-shared = Što dijele
common-state = Stanje
synergy-done = dovršeno
synergy-planned = planirano
synergy-suggested = predloženo
synergy-computed = izračunano, neodlučeno
matrix-title = Koliko zajedničkog ima svaki par projekata, u postocima
timeline-title = Održana i planirana događanja
coming = Što slijedi
coming-kind = Vrsta
next-action = rok za radnju
next-event = događanje
news-other = Ostale vijesti
credits = Izvori slika
silent = Nema vijesti od { $projects }.
a-partner = partner
programme-other = drugo

# A report over a period, and the note that goes with it.
meetings = Sastanci
activities = Komunikacija i diseminacija
activity-reported = Već u
activity-delivered = provedeno
activity-ongoing = u tijeku
activity-postponed = odgođeno
activity-cancelled = otkazano
activity-not-started = nije započelo
next-more = i još { $count }
cover-to = Voditelju projekta pri EU-u
cover-1 = U prilogu je izvješće o sinergijama: { $cluster }, { $period }
cover-2 = Zajednički rezultati: { $joint }, sastanci: { $meetings }, vijesti: { $news }.
cover-3 = Radnje: { $actions }, zatvorene: { $closed }, otvorene: { $open }.
cover-4 = Od Vas se ne traži ništa: izvješće je informativno.
cover-5 = Podaci su priloženi PDF-u kao report.json; pitanja na { $address }.
period-headline = Rad na sinergijama: { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Isporuka
deliverable-title = Puni naziv projekta
deliverable-number = Broj isporuke
deliverable-work-package = Radni paket
deliverable-due = Ugovoreni rok
deliverable-actual = Datum isporuke
deliverable-nature = Vrsta
deliverable-report = Izvješće
deliverable-level = Razina diseminacije
deliverable-level-public = PU – Javno
deliverable-level-sensitive = SEN – Osjetljivo
deliverable-lead = Vodeći korisnik
deliverable-authors = Autori
deliverable-contributors = Suradnici
history = Povijest dokumenta
history-version = Verzija
history-change = Promjena
history-by = Tko
history-first = Prva verzija
portal = Aktivnosti u stupcima portala financijera

# The web edition, and what the mail links to.
language-name = Hrvatski
web-skip = Preskoči na sadržaj
web-archive = Svi brojevi
web-report = Izvješće kao PDF
web-feed = Atom feed
web-calendar = Sva događanja kao kalendar
web-languages = Drugi jezici
web-in-report = u izvješću
mail-online = Pročitajte na webu
mail-calendar = Unos u kalendar: { $title }
mail-partners = Stranice projekata
mail-no-tracking-hosted = Poruka ne sadrži praćenje: njezine slike dolaze s { $host }, iste za sve čitatelje.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] osoba
    [few] osobe
   *[other] osoba
 }
state-open-for = otvoreno { $days } dana
overdue-count = { $count } u zakašnjenju
indicator-progress = { $percent } od { $target }
quarter = { $ordinal } tromjesečje { $year }.
map = Projekti po državama
map-other = Također: { $list }
code-alt = Kod koji vodi do ovog broja na internetu: { $url }
code-text = Ovaj broj na internetu
contents = U ovom izvješću
contacts = Kontakti
contact-publisher = Izdavač
contact-mail = Pitanja
contact-web = Svi brojevi
project-month = { $month }. mjesec od { $months }
project-begins = počinje { $date }
project-ended = završio { $date }
project-news = U ovom broju
project-silent = Nema novosti u ovom broju.
not-supplied-of = Nije dostavljeno: { $list }
strongest = Najviše zajedničkog
matrix-more = Svi parovi su u priloženim podacima.
meeting-kind-plural = Sastanci
all-values = Sve vrijednosti
chart-today = danas
actions-more = Sve otvorene radnje s rokovima nalaze se u odjeljku „{ $section }”.
photo = Fotografija
story-language = { $language }
mail-button = Pročitajte cijeli tekst
mail-figures = U brojkama
mail-brief = Ukratko
mail-all = { $count-form ->
    [one] Tekst na internetu: { $count }
    [few] Sva { $count } teksta na internetu
   *[other] Svih { $count } tekstova na internetu
 }
mail-minutes = { $minutes-form ->
    [one] { $minutes } minuta čitanja
    [few] { $minutes } minute čitanja
   *[other] { $minutes } minuta čitanja
 }
mail-report-pages = izvješće u PDF-u ({ $pages-form ->
    [one] { $pages } stranica
    [few] { $pages } stranice
   *[other] { $pages } stranica
 })
mail-report-pdf = izvješće u PDF-u
mail-online-short = na internetu
mail-add-calendar = u kalendar
mail-of-target = od { $target }
web-contents = Na ovoj stranici
web-read = Čitaj
web-pdf = PDF
web-intro = Novosti, izvješća i datumi: { $cluster }, broj po broj.
web-map = Gdje projekti djeluju
web-project-issues = U brojevima
web-back = Svi projekti i brojevi
web-subscribe = Pretplata
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = Prva stranica izvješća
