# Interface words: Estonian. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Kavand – mitte avaldada
draft-subject = [MUSTAND] { $subject }
waiting-for = Ootab: { $who }
sensitive-mark = Tundlik – ainult partneritele ja rahastajale

report-title = Sünergiaaruanne
issue-line = Number { $number } · { $period }
page-of = Lehekülg { $page }/{ $pages }
not-supplied = esitamata
in-short = Lühidalt
numbers = Arvudes
next-step = Järgmine samm
next-steps = Järgmised sammud
no-next-step = Avatud ülesandeid ei ole.
asked = Mida palutakse projektikonsultandilt
asked-nothing = Mitte midagi: aruanne on teadmiseks.
not-reported = Mida ei kajastata
not-reported-lead = Selles numbris puuduvad, sest midagi ei ole kirja pandud:
not-reported-meetings = koosolekud
not-reported-news = uudised
not-reported-decisions = otsused
not-reported-events = üritused
not-reported-indicators = näitajad
not-reported-grants = toetuslepingute numbrid: { $projects }
not-reported-attendance = osalejate arv

number-projects = { $count-form ->
    [one] projekt
   *[other] projekti
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] toimunud koosolek
   *[other] toimunud koosolekut
 }
number-actions = { $count-form ->
    [one] avatud ülesanne
   *[other] avatud ülesannet
 }
number-countries = { $count-form ->
    [one] projektide nimetatud riik
   *[other] projektide nimetatud riiki
 }

news = Uudised
meeting-kind = Koosolek
meeting-date = Kuupäev
meeting-host = Võõrustaja
meeting-organiser = Kokku kutsus
meeting-chair = Juhataja
event-register = Registreerumine kuni { $date }
event-organised = Korraldaja: { $who }
event-attended = Osales: { $count }
event-expected = Oodatakse: { $count }
meeting-mode = Vorm
meeting-place = Koht
meeting-present = Kohal olnud projektid
meeting-total = Kohal olnud inimesed
meeting-agenda = Päevakord
meeting-regrets = Puudumisest teatanud
meeting-next = Järgmine koosolek
mode-online = veebis
mode-in-person = kohapeal
mode-hybrid = kohapeal ja veebis
decisions = Otsused
actions = Ülesanded
action-what = Mis
action-who = Kes
action-due = Tähtaeg
action-state = Seis
action-no-owner = kedagi ei ole nimetatud
action-no-due = määramata
state-open = avatud
state-open-since = { $days-form ->
    [one] avatud, algus: { $date } ({ $days } päev)
   *[other] avatud, algus: { $date } ({ $days } päeva)
 }
state-overdue = tähtaja ületanud
state-done = tehtud { $date }
state-dropped = loobutud: { $date }
events = Üritused
event-when = Millal
event-what = Mis
event-where = Kus
event-state = Seis
event-planned = kavas
event-confirmed = kinnitatud
event-held = toimunud
event-postponed = edasi lükatud
event-cancelled = ära jäetud
indicators = Näitajad
indicator-what = Näitaja
indicator-value = Väärtus
indicator-target = Sihtväärtus
indicator-period = Ajavahemik

cluster = Klaster ühe pilguga
cluster-project = Projekt
cluster-programme = Programm
cluster-grant = Toetusleping
cluster-countries = Riigid
cluster-dates = Kestus
dates-from-to = { $from } – { $to }
dates-from = algus: { $from }
dates-to = lõpp: { $to }
profiles = Projektid
profile-programme = Programm
profile-coordinator = Koordinaator
eu = EL
profile-partners = Partnerid
profile-countries = Riigid
profile-themes = Teemad
profile-groups = Kellele
profile-instruments = Vahendid
profile-budget = Eelarve
profile-budget-eu = { $budget }, sellest EL { $part }
profile-code = Kood
profile-web = Veebileht

acknowledgement = Märge rahastamise kohta
statement-for = { $projects }
disclaimers = Vastutuse välistamine
emblem-alt = Euroopa Liidu lipp: kaheteistkümne kuldse tähe ring sinisel taustal
footnotes = Märkused
colophon = Aruande kohta
colophon-made = Tehtud programmiga Bulletin { $version } klastri allikatest, seis: { $date }.
colophon-hash = Allikad: SHA-256 { $hash }
colophon-data = Siin trükitud andmed on failile lisatud nimega report.json.
colophon-credits = Pildid: { $credits }
attachment = Selles aruandes trükitud andmed
publisher = Väljaandja: { $publisher }

mail-masthead-issue = Number { $number }, { $period }
mail-note = Toimetuselt
mail-projects = Kes mida teeb
mail-next = Mis saab edasi
mail-next-item = { $owner }: { $text }
mail-next-due = (tähtaeg: { $date })
mail-next-nothing = Ühtegi ülesannet ei ole lahti.
mail-dates = Kuupäevad ja tähtajad
mail-deadline = Tähtaeg
mail-ask = Küsimus teile
mail-answer = Vastake sellele kirjale: seda loeb inimene.
mail-stories = Veel uudiseid
mail-why = Miks te selle kirja saate
mail-who = Kes me oleme
mail-privacy = Andmekaitseteade
mail-unsubscribe = Loobu uudiskirjast
left-done = Teie tellimus on lõpetatud. Teile ei saadeta enam midagi.
subscribe-button = Telli
subscribe-address = Teie e-posti aadress
subscribe-consent = Soovin saada väljaannet { $name } e-postiga. Võin igal ajal loobuda.
subscribe-sent = Kui sellele aadressile saab kirjutada, on kiri teel. Palun avage see ja kinnitage.
subscribe-confirm = Jah, tellin
subscribe-done = Olete tellija. Täname!
mail-unsubscribe-how = Piisab ühest kirjast; muuks seda ei kasutata.
mail-no-tracking = Kirjas ei ole jälgimist: selle avamisest ei saa keegi teada.
mail-reason-default = Saate selle uudiskirja, sest olete nimekirjas: { $cluster }.
text-links = Lingid

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = märkus
alert-note = Märkus
alert-tip = Nõuanne
alert-important = Tähtis
alert-warning = Hoiatus
alert-caution = Ettevaatust
paste-links = klõpsake siin | kliki siia | siit | siin | loe edasi | loe lähemalt | rohkem | see link | link | vaata siit
paste-chrome = tagasi üles | liigu sisu juurde | hüppa sisu juurde | jaga | jaga facebookis | jaga linkedinis | küpsiste seaded | nõustu kõigi küpsistega | jäta kommentaar | eelmine postitus | järgmine postitus | loe edasi | kõik õigused kaitstud
paste-and = ja | või | ning | kuni | aga | ega

# What two projects share.
shared-themes = ühine teema: { $list }
shared-groups = ühine sihtrühm: { $list }
shared-instruments = ühine vahend: { $list }
shared-countries = ühine riik: { $list }

# Charts.
chart-target = eesmärk
chart-what = Mis
chart-pair = Paar
chart-overlap = Ühist

# What projects did together, what changed, what comes next.
joint = Koos
joint-meeting = Koosolek
joint-news = Uudis
joint-event = Üritus
joint-action = Tehtud ülesanne
joint-synergy = Sünergia
joint-kind = Liik
joint-who = Kes
joint-when = Millal
changes = Eelmisest numbrist alates
change-opened = { $count-form ->
    [one] lepiti kokku { $count } ülesanne
   *[other] lepiti kokku { $count } ülesannet
 }
change-closed = { $count-form ->
    [one] lõpetati { $count } ülesanne
   *[other] lõpetati { $count } ülesannet
 }
change-overdue = { $count-form ->
    [one] { $count } ülesanne ületas tähtaja
   *[other] { $count } ülesannet ületas tähtaja
 }
change-started = { $project }: algus { $date }
change-ended = { $project }: lõpp { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Ühisosa
common-topic = Teema
common-shared = Mis on ühist
common-state = Seis
synergy-done = tehtud
synergy-planned = kavas
synergy-suggested = välja pakutud
synergy-computed = arvutatud, otsustamata
matrix-title = Kui palju on igal projektipaaril ühist, protsentides
timeline-title = Toimunud ja kavandatud üritused
coming = Mis on tulemas
coming-kind = Liik
next-action = ülesande tähtaeg
next-event = üritus
news-other = Muud uudised
credits = Pildiallikad
silent = Uudiseid ei tulnud: { $projects }.
a-partner = partner
programme-other = muu

# A report over a period, and the note that goes with it.
meetings = Koosolekud
activities = Teavitamine ja levitamine
activity-reported = Juba numbris
activity-delivered = tehtud
activity-ongoing = käimas
activity-postponed = edasi lükatud
activity-cancelled = ära jäetud
activity-not-started = alustamata
next-more = { $count-form ->
    [one] ja veel { $count }
   *[other] ja veel { $count }
 }
cover-to = Projekti kuraatorile
cover-1 = Lisatud on sünergiaaruanne: { $cluster }, { $period }.
cover-2 = Kirja pandud ühised tulemused: { $joint }; koosolekud: { $meetings }; uudised: { $news }.
cover-3 = Ülesanded: { $actions }, neist lõpetatud: { $closed }, lahti: { $open }.
cover-4 = Teilt ei paluta midagi: aruanne on teadmiseks.
cover-5 = Trükitud andmed on PDF-ile lisatud nimega report.json; küsimused: { $address }.
period-headline = Sünergiatöö: { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Väljund
deliverable-title = Projekti täielik nimi
deliverable-number = Väljundi number
deliverable-work-package = Tööpakett
deliverable-due = Tähtaeg (leping)
deliverable-actual = Üleandmise kuupäev
deliverable-nature = Laad
deliverable-report = Aruanne
deliverable-level = Levitamise tase
deliverable-level-public = PU – avalik
deliverable-level-sensitive = SEN – tundlik
deliverable-lead = Vastutav toetusesaaja
deliverable-authors = Autorid
deliverable-contributors = Kaasautorid
history = Dokumendi ajalugu
history-version = Versioon
history-change = Muudatus
history-by = Kes
history-first = Esimene versioon
portal = Tegevused rahastaja portaali veergudes

# The web edition, and what the mail links to.
language-name = Eesti
web-skip = Liigu sisu juurde
web-archive = Kõik numbrid
web-report = Aruanne PDF-ina
web-feed = Atomi voog
web-calendar = Kõik üritused kalendrina
web-languages = Teised keeled
web-in-report = aruandes
mail-online = Loe veebis
mail-calendar = Kalendrikirje: { $title }
mail-partners = Projektide lehed
mail-no-tracking-hosted = Kirjas ei ole jälgimist: pildid tulevad aadressilt { $host } ja on kõigile lugejatele samad.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] inimene
   *[other] inimest
 }
state-open-for = { $days-form ->
    [one] lahti { $days } päev
   *[other] lahti { $days } päeva
 }
overdue-count = üle tähtaja: { $count }
indicator-progress = { $percent } / { $target }
quarter = { $year }. aasta { $ordinal } kvartal
map = Projektid riigiti
map-other = Lisaks: { $list }
code-alt = Kood, mis viib selle numbri juurde veebis: { $url }
code-text = See number veebis
contents = Selles aruandes
contacts = Kontakt
contact-publisher = Väljaandja
contact-mail = Küsimused
contact-web = Kõik numbrid
project-month = kuu { $month }/{ $months }
project-begins = algus: { $date }
project-ended = lõpp: { $date }
project-news = Selles numbris
project-silent = Selles numbris uudiseid ei ole.
not-supplied-of = Esitamata: { $list }
strongest = Kõige rohkem ühist
matrix-more = Kõik paarid on lisatud andmetes.
meeting-kind-plural = Koosolekud
all-values = Kõik väärtused
chart-today = täna
actions-more = Kõik lahtised ülesanded koos kuupäevadega on osas „{ $section }“.
photo = Foto
story-language = keel: { $language }
mail-button = Loe kogu teksti
mail-figures = Arvudes
mail-brief = Lühidalt
mail-all = { $count-form ->
    [one] Tekst veebis
   *[other] Kõik { $count } teksti veebis
 }
mail-minutes = { $minutes-form ->
    [one] { $minutes } minut lugemist
   *[other] { $minutes } minutit lugemist
 }
mail-report-pages = { $pages-form ->
    [one] aruanne PDF-ina ({ $pages } lehekülg)
   *[other] aruanne PDF-ina ({ $pages } lehekülge)
 }
mail-report-pdf = aruanne PDF-ina
mail-online-short = veebis
mail-add-calendar = lisa kalendrisse
mail-of-target = eesmärk: { $target }
web-contents = Sellel lehel
web-read = Loe
web-pdf = PDF
web-intro = Uudised, aruanded ja kuupäevad numbri kaupa: { $cluster }.
web-map = Kus projektid töötavad
web-project-issues = Numbrites
web-back = Kõik projektid ja numbrid
web-subscribe = Telli
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = Aruande esimene lehekülg
