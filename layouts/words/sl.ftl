# Interface words: Slovenian. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Osnutek – ni za objavo
draft-subject = [OSNUTEK] { $subject }
waiting-for = Čaka na: { $who }
sensitive-mark = Občutljivo – samo za partnerje in financerja

report-title = Poročilo o sinergijah
issue-line = Številka { $number } · { $period }
page-of = Stran { $page } od { $pages }
not-supplied = ni navedeno
in-short = Na kratko
numbers = V številkah
next-step = Naslednji korak
next-steps = Naslednji koraki
no-next-step = Ni odprtih nalog.
asked = Kaj se pričakuje od projektnega referenta
asked-nothing = Nič: poročilo je informativno.
not-reported = O čem ne poročamo
not-reported-lead = Ni vključeno, ker ni bilo zabeleženo:
not-reported-meetings = sestanki
not-reported-news = novice
not-reported-decisions = sklepi
not-reported-events = dogodki
not-reported-indicators = kazalniki
not-reported-grants = številke sporazumov o dodelitvi sredstev za { $projects }
not-reported-attendance = število udeležencev

number-projects = { $count-form ->
    [one] projekt
    [two] projekta
    [few] projekti
   *[other] projektov
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] izveden sestanek
    [two] izvedena sestanka
    [few] izvedeni sestanki
   *[other] izvedenih sestankov
 }
number-actions = { $count-form ->
    [one] odprta naloga
    [two] odprti nalogi
    [few] odprte naloge
   *[other] odprtih nalog
 }
number-countries = { $count-form ->
    [one] država, ki jo navajajo projekti
    [two] državi, ki ju navajajo projekti
    [few] države, ki jih navajajo projekti
   *[other] držav, ki jih navajajo projekti
 }

news = Novice
meeting-kind = Sestanek
meeting-date = Datum
meeting-host = Gostitelj
meeting-organiser = Sklicatelj
meeting-chair = Predseduje
event-register = Prijava do { $date }
event-organised = Organizator: { $who }
event-attended = Sodelovalo: { $count }
event-expected = Pričakovano: { $count }
meeting-mode = Način
meeting-place = Kraj
meeting-present = Prisotni projekti
meeting-total = Prisotne osebe
meeting-agenda = Dnevni red
meeting-regrets = Opravičeni
meeting-next = Naslednji sestanek
mode-online = na spletu
mode-in-person = v živo
mode-hybrid = na spletu in v živo
decisions = Sklepi
actions = Naloge
action-what = Kaj
action-who = Kdo
action-due = Rok
action-state = Stanje
action-no-owner = brez nosilca
action-no-due = ni določen
state-open = odprto
state-open-since = odprto; začetek: { $date } ({ $days-form ->
    [one] { $days } dan
    [two] { $days } dneva
    [few] { $days } dni
   *[other] { $days } dni
 })
state-overdue = zamuja
state-done = končano: { $date }
state-dropped = opuščeno: { $date }
events = Dogodki
event-when = Kdaj
event-what = Kaj
event-where = Kje
event-state = Stanje
event-planned = načrtovan
event-confirmed = potrjen
event-held = izveden
event-postponed = prestavljen
event-cancelled = odpovedan
indicators = Kazalniki
indicator-what = Kazalnik
indicator-value = Vrednost
indicator-target = Cilj
indicator-period = Obdobje

cluster = Grozd na kratko
cluster-project = Projekt
cluster-programme = Program
cluster-grant = Sporazum
cluster-countries = Države
cluster-dates = Trajanje
dates-from-to = { $from } – { $to }
dates-from = od { $from }
dates-to = do { $to }
profiles = Projekti
profile-programme = Program
profile-coordinator = Koordinator
eu = EU
profile-partners = Partnerji
profile-countries = Države
profile-themes = Teme
profile-groups = Za
profile-instruments = Orodja
profile-budget = Proračun
profile-budget-eu = { $budget }, od tega EU { $part }
profile-code = Oznaka
profile-web = Spletna stran

acknowledgement = Financiranje
statement-for = { $projects }
disclaimers = Izjava o omejitvi odgovornosti
emblem-alt = Zastava Evropske unije: krog dvanajstih zlatih zvezd na modri podlagi
footnotes = Opombe
colophon = O tem poročilu
colophon-made = Izdelano z orodjem Bulletin { $version } iz virov grozda. Stanje: { $date }.
colophon-hash = Viri: SHA-256 { $hash }
colophon-data = Tukaj natisnjeni podatki so priloženi datoteki kot report.json.
colophon-credits = Slike: { $credits }
attachment = Podatki, natisnjeni v poročilu
publisher = Izdajatelj: { $publisher }

mail-masthead-issue = Številka { $number }, { $period }
mail-note = Iz uredništva
mail-projects = Kdo dela kaj
mail-next = Kaj sledi
mail-next-item = { $owner }: { $text }
mail-next-due = (rok: { $date })
mail-next-nothing = Ni odprtih nalog.
mail-dates = Datumi in roki
mail-deadline = Rok
mail-ask = Vprašanje za vas
mail-answer = Odgovorite na to sporočilo: bere ga človek.
mail-stories = Več novic
mail-why = Zakaj to prejemate
mail-who = Kdo smo
mail-privacy = Izjava o zasebnosti
mail-unsubscribe = Odjava od novičnika
left-done = Odjavljeni ste. Nič več vam ne bomo pošiljali.
subscribe-button = Prijava
subscribe-address = Vaš elektronski naslov
subscribe-consent = Želim prejemati { $name } po elektronski pošti. Kadar koli se lahko odjavim.
subscribe-sent = Če je na ta naslov mogoče pisati, je sporočilo na poti. Odprite ga in potrdite.
subscribe-confirm = Da, prijavim se
subscribe-done = Prijavljeni ste. Hvala!
mail-unsubscribe-how = Dovolj je eno sporočilo; nič drugega se z njim ne zgodi.
mail-no-tracking = To sporočilo ne vsebuje sledenja: njegovo odpiranje nikogar ne obvesti.
mail-reason-default = Ta novičnik prejemate, ker ste na seznamu: { $cluster }.
text-links = Povezave

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = opomba
alert-note = Opomba
alert-tip = Nasvet
alert-important = Pomembno
alert-warning = Opozorilo
alert-caution = Pozor
paste-links = tukaj | kliknite tukaj | več | preberite več | povezava
paste-chrome = preskoči na vsebino | preberite več | deli | na vrh | sprejmi piškotke
paste-and = in | ali | do | ter | oziroma

# What two projects share.
shared-themes = oba o temi: { $list }
shared-groups = oba delata z: { $list }
shared-instruments = oba uporabljata: { $list }
shared-countries = oba v: { $list }

# Charts.
chart-target = cilj
chart-what = Kaj
chart-pair = Par
chart-overlap = Skupno

# What projects did together, what changed, what comes next.
joint = Skupaj
joint-meeting = Sestanek
joint-news = Novica
joint-event = Dogodek
joint-action = Opravljeno dejanje
joint-synergy = Sinergija
joint-kind = Vrsta
joint-who = Kdo
joint-when = Kdaj
changes = Od prejšnje številke
change-opened = { $count-form ->
    [one] dogovorjeno je { $count } dejanje
    [two] dogovorjeni sta { $count } dejanji
    [few] dogovorjena so { $count } dejanja
   *[other] dogovorjenih je { $count } dejanj
 }
change-closed = { $count-form ->
    [one] zaključeno je { $count } dejanje
    [two] zaključeni sta { $count } dejanji
    [few] zaključena so { $count } dejanja
   *[other] zaključenih je { $count } dejanj
 }
change-overdue = { $count-form ->
    [one] { $count } dejanje zamuja
    [two] { $count } dejanji zamujata
    [few] { $count } dejanja zamujajo
   *[other] { $count } dejanj zamuja
 }
change-started = { $project } se je začel: { $date }
change-ended = { $project } se je končal: { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Skupna podlaga
common-topic = Tema
common-shared = Kaj jim je skupno
common-state = Stanje
synergy-done = opravljeno
synergy-planned = načrtovano
synergy-suggested = predlagano
synergy-computed = izračunano, neodločeno
matrix-title = Koliko skupnega ima vsak par projektov, v odstotkih
timeline-title = Izvedeni in načrtovani dogodki
coming = Kaj sledi
coming-kind = Vrsta
next-action = rok za dejanje
next-event = dogodek
news-other = Druge novice
credits = Viri slik
silent = Ni novic od { $projects }.
a-partner = partner
programme-other = drugo

# A report over a period, and the note that goes with it.
meetings = Sestanki
activities = Komuniciranje in razširjanje
activity-reported = Že v
activity-delivered = izvedeno
activity-ongoing = v teku
activity-postponed = preloženo
activity-cancelled = odpovedano
activity-not-started = ni začeto
next-more = in še { $count }
cover-to = Skrbniku projekta
cover-1 = Priloženo je poročilo o sinergijah: { $cluster }, { $period }.
cover-2 = Skupni rezultati: { $joint }, sestanki: { $meetings }, novice: { $news }.
cover-3 = Dejanja: { $actions }, zaključena: { $closed }, odprta: { $open }.
cover-4 = Od vas se ne pričakuje nič: poročilo je informativno.
cover-5 = Podatki so priloženi datoteki PDF kot report.json; vprašanja na { $address }.
period-headline = Delo pri sinergijah: { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Rezultat
deliverable-title = Polni naslov projekta
deliverable-number = Številka rezultata
deliverable-work-package = Delovni sklop
deliverable-due = Pogodbeni rok
deliverable-actual = Datum predaje
deliverable-nature = Vrsta
deliverable-report = Poročilo
deliverable-level = Raven razširjanja
deliverable-level-public = PU – Javno
deliverable-level-sensitive = SEN – Občutljivo
deliverable-lead = Vodilni upravičenec
deliverable-authors = Avtorji
deliverable-contributors = Sodelavci
history = Zgodovina dokumenta
history-version = Različica
history-change = Sprememba
history-by = Kdo
history-first = Prva različica
portal = Dejavnosti v stolpcih portala financerja

# The web edition, and what the mail links to.
language-name = Slovenščina
web-skip = Preskoči na vsebino
web-archive = Vse številke
web-report = Poročilo kot PDF
web-feed = Vir Atom
web-calendar = Vsi dogodki kot koledar
web-languages = Drugi jeziki
web-in-report = v poročilu
mail-online = Preberite na spletu
mail-calendar = Vnos v koledar: { $title }
mail-partners = Strani projektov
mail-no-tracking-hosted = Sporočilo ne vsebuje sledenja: njegove slike prihajajo s { $host } in so enake za vse bralce.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] oseba
    [two] osebi
    [few] osebe
   *[other] oseb
 }
state-open-for = odprto { $days } dni
overdue-count = { $count } z zamudo
indicator-progress = { $percent } od { $target }
quarter = { $ordinal } četrtletje { $year }
map = Projekti po državah
map-other = Tudi: { $list }
code-alt = Koda, ki vodi do te številke na spletu: { $url }
code-text = Ta številka na spletu
contents = V tem poročilu
contacts = Stiki
contact-publisher = Izdajatelj
contact-mail = Vprašanja
contact-web = Vse številke
project-month = { $month }. mesec od { $months }
project-begins = začne se { $date }
project-ended = končan { $date }
project-news = V tej številki
project-silent = V tej številki ni novic.
not-supplied-of = Ni podano: { $list }
strongest = Največ skupnega
matrix-more = Vsi pari so v priloženih podatkih.
meeting-kind-plural = Srečanja
all-values = Vse vrednosti
chart-today = danes
actions-more = Vse odprte naloge z roki so v razdelku »{ $section }«.
photo = Fotografija
story-language = { $language }
mail-button = Preberite celotno besedilo
mail-figures = V številkah
mail-brief = Na kratko
mail-all = { $count-form ->
    [one] Besedilo na spletu: { $count }
    [two] Obe besedili na spletu
    [few] Vsa { $count } besedila na spletu
   *[other] Vseh { $count } besedil na spletu
 }
mail-minutes = { $minutes-form ->
    [one] { $minutes } minuta branja
    [two] { $minutes } minuti branja
    [few] { $minutes } minute branja
   *[other] { $minutes } minut branja
 }
mail-report-pages = poročilo v PDF ({ $pages-form ->
    [one] { $pages } stran
    [two] { $pages } strani
    [few] { $pages } strani
   *[other] { $pages } strani
 })
mail-report-pdf = poročilo v PDF
mail-online-short = na spletu
mail-add-calendar = v koledar
mail-of-target = od { $target }
web-contents = Na tej strani
web-read = Preberi
web-pdf = PDF
web-intro = Novice, poročila in datumi: { $cluster }, številka za številko.
web-map = Kje projekti delujejo
web-project-issues = V številkah
web-back = Vsi projekti in številke
web-subscribe = Naročite se
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = Prva stran poročila
