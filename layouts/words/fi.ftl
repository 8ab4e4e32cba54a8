# Interface words: Finnish. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Luonnos – ei julkaistavaksi
draft-subject = [LUONNOS] { $subject }
waiting-for = Odottaa: { $who }
sensitive-mark = Luottamuksellinen – vain kumppaneille ja rahoittajalle

report-title = Synergiaraportti
issue-line = Numero { $number } · { $period }
page-of = Sivu { $page }/{ $pages }
not-supplied = ei ilmoitettu
in-short = Lyhyesti
numbers = Lukuina
next-step = Seuraava vaihe
next-steps = Seuraavat vaiheet
no-next-step = Avoimia toimenpiteitä ei ole.
asked = Mitä hankevastaavalta pyydetään
asked-nothing = Ei mitään: raportti on tiedoksi.
not-reported = Mitä ei raportoida
not-reported-lead = Ei tässä numerossa, koska mitään ei ole kirjattu:
not-reported-meetings = kokoukset
not-reported-news = uutiset
not-reported-decisions = päätökset
not-reported-events = tapahtumat
not-reported-indicators = indikaattorit
not-reported-grants = avustussopimusten numerot: { $projects }
not-reported-attendance = osallistujien määrä

number-projects = { $count-form ->
    [one] hanke
   *[other] hanketta
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] pidetty kokous
   *[other] pidettyä kokousta
 }
number-actions = { $count-form ->
    [one] avoin toimenpide
   *[other] avointa toimenpidettä
 }
number-countries = { $count-form ->
    [one] hankkeiden nimeämä maa
   *[other] hankkeiden nimeämää maata
 }

news = Uutisia
meeting-kind = Kokous
meeting-date = Päivämäärä
meeting-host = Isäntä
meeting-organiser = Kutsuja
meeting-chair = Puheenjohtaja
event-register = Ilmoittautuminen viimeistään { $date }
event-organised = Järjestäjä: { $who }
event-attended = Osallistui: { $count }
event-expected = Odotetaan: { $count }
meeting-mode = Toteutus
meeting-place = Paikka
meeting-present = Läsnä olleet hankkeet
meeting-total = Läsnä olleet henkilöt
meeting-agenda = Asialista
meeting-regrets = Poissaolosta ilmoittaneet
meeting-next = Seuraava kokous
mode-online = verkossa
mode-in-person = paikan päällä
mode-hybrid = paikan päällä ja verkossa
decisions = Päätökset
actions = Toimenpiteet
action-what = Mitä
action-who = Kuka
action-due = Määräaika
action-state = Tila
action-no-owner = ei nimetty
action-no-due = ei asetettu
state-open = avoin
state-open-since = { $days-form ->
    [one] avoinna, alkaen { $date } ({ $days } päivä)
   *[other] avoinna, alkaen { $date } ({ $days } päivää)
 }
state-overdue = myöhässä
state-done = tehty { $date }
state-dropped = luovuttu: { $date }
events = Tapahtumat
event-when = Milloin
event-what = Mitä
event-where = Missä
event-state = Tila
event-planned = suunniteltu
event-confirmed = vahvistettu
event-held = pidetty
event-postponed = siirretty
event-cancelled = peruttu
indicators = Indikaattorit
indicator-what = Indikaattori
indicator-value = Arvo
indicator-target = Tavoite
indicator-period = Jakso

cluster = Klusteri yhdellä silmäyksellä
cluster-project = Hanke
cluster-programme = Ohjelma
cluster-grant = Avustussopimus
cluster-countries = Maat
cluster-dates = Kesto
dates-from-to = { $from } – { $to }
dates-from = alkaa: { $from }
dates-to = päättyy: { $to }
profiles = Hankkeet
profile-programme = Ohjelma
profile-coordinator = Koordinaattori
eu = EU
profile-partners = Kumppanit
profile-countries = Maat
profile-themes = Aiheet
profile-groups = Kenelle
profile-instruments = Välineet
profile-budget = Talousarvio
profile-budget-eu = { $budget }, josta EU { $part }
profile-code = Koodi
profile-web = Verkkosivu

acknowledgement = Rahoitusmaininta
statement-for = { $projects }
disclaimers = Vastuuvapauslauseke
emblem-alt = Euroopan unionin lippu: kahdentoista kultaisen tähden ympyrä sinisellä pohjalla
footnotes = Viitteet
colophon = Tietoa raportista
colophon-made = Tehty ohjelmalla Bulletin { $version } klusterin lähteistä, tilanne { $date }.
colophon-hash = Lähteet: SHA-256 { $hash }
colophon-data = Tässä painetut tiedot on liitetty tiedostoon nimellä report.json.
colophon-credits = Kuvat: { $credits }
attachment = Tässä raportissa painetut tiedot
publisher = Julkaisija: { $publisher }

mail-masthead-issue = Numero { $number }, { $period }
mail-note = Toimitukselta
mail-projects = Kuka tekee mitä
mail-next = Mitä seuraavaksi
mail-next-item = { $owner }: { $text }
mail-next-due = (määräaika: { $date })
mail-next-nothing = Avoimia toimenpiteitä ei ole.
mail-dates = Päivämäärät ja määräajat
mail-deadline = Määräaika
mail-ask = Kysymys teille
mail-answer = Vastatkaa tähän viestiin: sen lukee ihminen.
mail-stories = Lisää uutisia
mail-why = Miksi saat tämän viestin
mail-who = Keitä olemme
mail-privacy = Tietosuojaseloste
mail-unsubscribe = Peru uutiskirjeen tilaus
left-done = Tilauksesi on peruttu. Sinulle ei lähetetä enää mitään.
subscribe-button = Tilaa
subscribe-address = Sähköpostiosoitteesi
subscribe-consent = Haluan saada julkaisun { $name } sähköpostitse. Voin perua tilauksen milloin tahansa.
subscribe-sent = Jos tähän osoitteeseen voi kirjoittaa, viesti on matkalla. Avaa se ja vahvista.
subscribe-confirm = Kyllä, tilaan
subscribe-done = Tilaus on vahvistettu. Kiitos!
mail-unsubscribe-how = Yksi viesti riittää; sitä ei käytetä muuhun.
mail-no-tracking = Viestissä ei ole seurantaa: sen avaamisesta ei ilmoiteta kenellekään.
mail-reason-default = Saatte tämän uutiskirjeen, koska olette seuraavan listalla: { $cluster }.
text-links = Linkit

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = viite
alert-note = Huomautus
alert-tip = Vinkki
alert-important = Tärkeää
alert-warning = Varoitus
alert-caution = Varo
paste-links = klikkaa tästä | napsauta tästä | tästä | tässä | lue lisää | lisää | tämä linkki | linkki | katso täältä
paste-chrome = takaisin ylös | siirry sisältöön | hyppää sisältöön | jaa | jaa facebookissa | jaa linkedinissä | evästeasetukset | hyväksy kaikki evästeet | jätä kommentti | edellinen artikkeli | seuraava artikkeli | jatka lukemista | kaikki oikeudet pidätetään
paste-and = ja | tai | sekä | eli | mutta

# What two projects share.
shared-themes = molempien aihe: { $list }
shared-groups = molemmat työskentelevät: { $list }
shared-instruments = molempien väline: { $list }
shared-countries = molempien maa: { $list }

# Charts.
chart-target = tavoite
chart-what = Mitä
chart-pair = Pari
chart-overlap = Yhteistä

# What projects did together, what changed, what comes next.
joint = Yhdessä
joint-meeting = Kokous
joint-news = Uutinen
joint-event = Tapahtuma
joint-action = Tehty toimenpide
joint-synergy = Synergia
joint-kind = Laji
joint-who = Kuka
joint-when = Milloin
changes = Edellisen numeron jälkeen
change-opened = { $count-form ->
    [one] sovittiin { $count } toimenpide
   *[other] sovittiin { $count } toimenpidettä
 }
change-closed = { $count-form ->
    [one] päätettiin { $count } toimenpide
   *[other] päätettiin { $count } toimenpidettä
 }
change-overdue = { $count-form ->
    [one] { $count } toimenpide myöhästyi
   *[other] { $count } toimenpidettä myöhästyi
 }
change-started = { $project } alkoi { $date }
change-ended = { $project } päättyi { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Yhteistä
common-topic = Aihe
common-shared = Mikä on yhteistä
common-state = Tila
synergy-done = toteutettu
synergy-planned = suunniteltu
synergy-suggested = ehdotettu
synergy-computed = laskettu, ei päätetty
matrix-title = Kuinka paljon yhteistä kullakin hankeparilla on, prosentteina
timeline-title = Pidetyt ja suunnitellut tapahtumat
coming = Tulossa
coming-kind = Laji
next-action = toimenpiteen määräaika
next-event = tapahtuma
news-other = Muita uutisia
credits = Kuvalähteet
silent = Ei uutisia seuraavilta: { $projects }.
a-partner = kumppani
programme-other = muu

# A report over a period, and the note that goes with it.
meetings = Kokoukset
activities = Viestintä ja levittäminen
activity-reported = Jo numerossa
activity-delivered = toteutettu
activity-ongoing = käynnissä
activity-postponed = siirretty
activity-cancelled = peruttu
activity-not-started = ei aloitettu
next-more = { $count-form ->
    [one] ja { $count } muu
   *[other] ja { $count } muuta
 }
cover-to = Hankevastaavalle
cover-1 = Liitteenä synergiaraportti: { $cluster }, { $period }.
cover-2 = Kirjatut yhteiset tulokset: { $joint }; kokoukset: { $meetings }; uutiset: { $news }.
cover-3 = Toimenpiteet: { $actions }, joista päätetty: { $closed }, avoinna: { $open }.
cover-4 = Teiltä ei pyydetä mitään: raportti on tiedoksi.
cover-5 = Painetut tiedot on liitetty PDF-tiedostoon nimellä report.json; kysymykset: { $address }.
period-headline = Synergiatyö: { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Tuotos
deliverable-title = Hankkeen koko nimi
deliverable-number = Tuotoksen numero
deliverable-work-package = Työpaketti
deliverable-due = Määräpäivä (sopimus)
deliverable-actual = Toimituspäivä
deliverable-nature = Luonne
deliverable-report = Raportti
deliverable-level = Levitystaso
deliverable-level-public = PU – Julkinen
deliverable-level-sensitive = SEN – Luottamuksellinen
deliverable-lead = Vastuullinen edunsaaja
deliverable-authors = Tekijät
deliverable-contributors = Avustajat
history = Asiakirjan historia
history-version = Versio
history-change = Muutos
history-by = Tekijä
history-first = Ensimmäinen versio
portal = Toiminta rahoittajan portaalin sarakkeissa

# The web edition, and what the mail links to.
language-name = Suomi
web-skip = Siirry sisältöön
web-archive = Kaikki numerot
web-report = Raportti PDF-muodossa
web-feed = Atom-syöte
web-calendar = Kaikki tapahtumat kalenterina
web-languages = Muut kielet
web-in-report = raportissa
mail-online = Lue verkossa
mail-calendar = Kalenterimerkintä: { $title }
mail-partners = Hankkeiden sivut
mail-no-tracking-hosted = Viestissä ei ole seurantaa: kuvat tulevat osoitteesta { $host } ja ovat samat kaikille lukijoille.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] henkilö
   *[other] henkilöä
 }
state-open-for = { $days-form ->
    [one] avoinna { $days } päivän
   *[other] avoinna { $days } päivää
 }
overdue-count = myöhässä: { $count }
indicator-progress = { $percent } / { $target }
quarter = { $ordinal } neljännes { $year }
map = Hankkeet maittain
map-other = Lisäksi: { $list }
code-alt = Koodi, joka johtaa tähän numeroon verkossa: { $url }
code-text = Tämä numero verkossa
contents = Tässä raportissa
contacts = Yhteystiedot
contact-publisher = Julkaisija
contact-mail = Kysymykset
contact-web = Kaikki numerot
project-month = kuukausi { $month }/{ $months }
project-begins = alkaa: { $date }
project-ended = päättyi: { $date }
project-news = Tässä numerossa
project-silent = Ei uutisia tässä numerossa.
not-supplied-of = Ei ilmoitettu: { $list }
strongest = Eniten yhteistä
matrix-more = Kaikki parit ovat liitetyissä tiedoissa.
meeting-kind-plural = Kokoukset
all-values = Kaikki arvot
chart-today = tänään
actions-more = Kaikki avoimet toimenpiteet päivämäärineen ovat osiossa ”{ $section }”.
photo = Kuva
story-language = kieli: { $language }
mail-button = Lue koko teksti
mail-figures = Lukuina
mail-brief = Lyhyesti
mail-all = { $count-form ->
    [one] Teksti verkossa
   *[other] Kaikki { $count } tekstiä verkossa
 }
mail-minutes = { $minutes-form ->
    [one] { $minutes } minuutin luettava
   *[other] { $minutes } minuutin luettava
 }
mail-report-pages = { $pages-form ->
    [one] raportti PDF-muodossa ({ $pages } sivu)
   *[other] raportti PDF-muodossa ({ $pages } sivua)
 }
mail-report-pdf = raportti PDF-muodossa
mail-online-short = verkossa
mail-add-calendar = lisää kalenteriin
mail-of-target = tavoite: { $target }
web-contents = Tällä sivulla
web-read = Lue
web-pdf = PDF
web-intro = Uutisia, raportteja ja päivämääriä: { $cluster }, numero numerolta.
web-map = Missä hankkeet toimivat
web-project-issues = Numeroissa
web-back = Kaikki hankkeet ja numerot
web-subscribe = Tilaa
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = Raportin ensimmäinen sivu
