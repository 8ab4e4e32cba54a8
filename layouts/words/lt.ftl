# Interface words: Lithuanian. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Projektas – neskelbti
draft-subject = [JUODRAŠTIS] { $subject }
waiting-for = Laukiama: { $who }
sensitive-mark = Neskelbtina – tik partneriams ir finansuotojui

report-title = Sinergijos ataskaita
issue-line = Nr. { $number } · { $period }
page-of = { $page } puslapis iš { $pages }
not-supplied = nenurodyta
in-short = Trumpai
numbers = Skaičiais
next-step = Kitas žingsnis
next-steps = Kiti žingsniai
no-next-step = Neatliktų užduočių nėra.
asked = Ko prašoma iš projekto kuratoriaus
asked-nothing = Nieko: ataskaita skirta informacijai.
not-reported = Kas neįtraukta
not-reported-lead = Šiame numeryje nėra, nes nieko neužfiksuota:
not-reported-meetings = susitikimai
not-reported-news = naujienos
not-reported-decisions = sprendimai
not-reported-events = renginiai
not-reported-indicators = rodikliai
not-reported-grants = dotacijos susitarimų numeriai: { $projects }
not-reported-attendance = dalyvių skaičius

number-projects = { $count-form ->
    [one] projektas
    [few] projektai
   *[other] projektų
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] įvykęs susitikimas
    [few] įvykę susitikimai
   *[other] įvykusių susitikimų
 }
number-actions = { $count-form ->
    [one] neatlikta užduotis
    [few] neatliktos užduotys
   *[other] neatliktų užduočių
 }
number-countries = { $count-form ->
    [one] projektų nurodyta šalis
    [few] projektų nurodytos šalys
   *[other] projektų nurodytų šalių
 }

news = Naujienos
meeting-kind = Susitikimas
meeting-date = Data
meeting-host = Šeimininkas
meeting-organiser = Sušaukė
meeting-chair = Pirmininkauja
event-register = Registracija iki { $date }
event-organised = Organizatorius: { $who }
event-attended = Dalyvavo: { $count }
event-expected = Laukiama: { $count }
meeting-mode = Būdas
meeting-place = Vieta
meeting-present = Dalyvavę projektai
meeting-total = Dalyvavę žmonės
meeting-agenda = Darbotvarkė
meeting-regrets = Pranešė nedalyvausią
meeting-next = Kitas susitikimas
mode-online = internetu
mode-in-person = vietoje
mode-hybrid = vietoje ir internetu
decisions = Sprendimai
actions = Užduotys
action-what = Kas daroma
action-who = Kas atsakingas
action-due = Terminas
action-state = Būsena
action-no-owner = niekas nepaskirtas
action-no-due = nenustatyta
state-open = neatlikta
state-open-since = { $days-form ->
    [one] neatlikta, pradžia: { $date } ({ $days } diena)
    [few] neatlikta, pradžia: { $date } ({ $days } dienos)
   *[other] neatlikta, pradžia: { $date } ({ $days } dienų)
 }
state-overdue = vėluoja
state-done = atlikta { $date }
state-dropped = atsisakyta: { $date }
events = Renginiai
event-when = Kada
event-what = Kas
event-where = Kur
event-state = Būsena
event-planned = planuojama
event-confirmed = patvirtinta
event-held = įvyko
event-postponed = atidėta
event-cancelled = atšaukta
indicators = Rodikliai
indicator-what = Rodiklis
indicator-value = Reikšmė
indicator-target = Siektina reikšmė
indicator-period = Laikotarpis

cluster = Grupė trumpai
cluster-project = Projektas
cluster-programme = Programa
cluster-grant = Dotacijos susitarimas
cluster-countries = Šalys
cluster-dates = Trukmė
dates-from-to = { $from } – { $to }
dates-from = pradžia: { $from }
dates-to = pabaiga: { $to }
profiles = Projektai
profile-programme = Programa
profile-coordinator = Koordinatorius
eu = ES
profile-partners = Partneriai
profile-countries = Šalys
profile-themes = Temos
profile-groups = Kam
profile-instruments = Priemonės
profile-budget = Biudžetas
profile-budget-eu = { $budget }, iš jų ES { $part }
profile-code = Kodas
profile-web = Interneto puslapis

acknowledgement = Nuoroda apie finansavimą
statement-for = { $projects }
disclaimers = Atsakomybės ribojimas
emblem-alt = Europos Sąjungos vėliava: dvylikos auksinių žvaigždžių ratas mėlyname fone
footnotes = Pastabos
colophon = Apie šią ataskaitą
colophon-made = Parengta su Bulletin { $version } iš grupės šaltinių, būklė: { $date }.
colophon-hash = Šaltiniai: SHA-256 { $hash }
colophon-data = Čia išspausdinti duomenys pridėti prie failo kaip report.json.
colophon-credits = Paveikslai: { $credits }
attachment = Šioje ataskaitoje išspausdinti duomenys
publisher = Leidėjas: { $publisher }

mail-masthead-issue = Nr. { $number }, { $period }
mail-note = Redakcijos žodis
mail-projects = Kas ką daro
mail-next = Kas toliau
mail-next-item = { $owner }: { $text }
mail-next-due = (terminas: { $date })
mail-next-nothing = Neatliktų užduočių nėra.
mail-dates = Datos ir terminai
mail-deadline = Terminas
mail-ask = Klausimas jums
mail-answer = Atsakykite į šį laišką: jį skaito žmogus.
mail-stories = Daugiau naujienų
mail-why = Kodėl tai gaunate
mail-who = Kas mes
mail-privacy = Pranešimas apie privatumą
mail-unsubscribe = Atsisakyti naujienlaiškio
left-done = Jūsų prenumerata atšaukta. Daugiau nieko nesiųsime.
subscribe-button = Prenumeruoti
subscribe-address = Jūsų el. pašto adresas
subscribe-consent = Noriu gauti { $name } el. paštu. Galiu bet kada atsisakyti.
subscribe-sent = Jei šiuo adresu galima rašyti, laiškas jau pakeliui. Atidarykite jį ir patvirtinkite.
subscribe-confirm = Taip, prenumeruoju
subscribe-done = Prenumerata patvirtinta. Ačiū!
mail-unsubscribe-how = Užtenka vieno laiško; kitaip jis nenaudojamas.
mail-no-tracking = Šiame laiške nėra sekimo: apie jo atvėrimą niekas nesužino.
mail-reason-default = Gaunate šį naujienlaiškį, nes esate sąraše: { $cluster }.
text-links = Nuorodos

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = pastaba
alert-note = Pastaba
alert-tip = Patarimas
alert-important = Svarbu
alert-warning = Įspėjimas
alert-caution = Atsargiai
paste-links = spauskite čia | spausk čia | čia | skaityti daugiau | daugiau | ši nuoroda | nuoroda | žr. čia | sužinoti daugiau
paste-chrome = į viršų | pereiti prie turinio | eiti prie turinio | dalytis | dalytis facebook | dalytis linkedin | slapukų nustatymai | priimti visus slapukus | palikti komentarą | ankstesnis įrašas | kitas įrašas | skaityti toliau | visos teisės saugomos
paste-and = ir | arba | ar | iki | bet | nei

# What two projects share.
shared-themes = bendra tema: { $list }
shared-groups = bendra tikslinė grupė: { $list }
shared-instruments = bendra priemonė: { $list }
shared-countries = bendra šalis: { $list }

# Charts.
chart-target = tikslas
chart-what = Kas
chart-pair = Pora
chart-overlap = Bendra

# What projects did together, what changed, what comes next.
joint = Kartu
joint-meeting = Susitikimas
joint-news = Naujiena
joint-event = Renginys
joint-action = Atlikta užduotis
joint-synergy = Sinergija
joint-kind = Rūšis
joint-who = Kas
joint-when = Kada
changes = Nuo ankstesnio numerio
change-opened = { $count-form ->
    [one] sutarta { $count } užduotis
    [few] sutartos { $count } užduotys
   *[other] sutarta { $count } užduočių
 }
change-closed = { $count-form ->
    [one] užbaigta { $count } užduotis
    [few] užbaigtos { $count } užduotys
   *[other] užbaigta { $count } užduočių
 }
change-overdue = { $count-form ->
    [one] vėluoja { $count } užduotis
    [few] vėluoja { $count } užduotys
   *[other] vėluoja { $count } užduočių
 }
change-started = { $project }: pradžia { $date }
change-ended = { $project }: pabaiga { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Bendri dalykai
common-topic = Tema
common-shared = Kas bendra
common-state = Būsena
synergy-done = įgyvendinta
synergy-planned = planuojama
synergy-suggested = siūloma
synergy-computed = apskaičiuota, nenuspręsta
matrix-title = Kiek bendra turi kiekviena projektų pora, procentais
timeline-title = Įvykę ir planuojami renginiai
coming = Kas toliau
coming-kind = Rūšis
next-action = užduoties terminas
next-event = renginys
news-other = Kitos naujienos
credits = Vaizdų šaltiniai
silent = Naujienų nėra: { $projects }.
a-partner = partneris
programme-other = kita

# A report over a period, and the note that goes with it.
meetings = Susitikimai
activities = Komunikacija ir sklaida
activity-reported = Jau numeryje
activity-delivered = įgyvendinta
activity-ongoing = vykdoma
activity-postponed = atidėta
activity-cancelled = atšaukta
activity-not-started = nepradėta
next-more = { $count-form ->
    [one] ir dar { $count }
    [few] ir dar { $count }
   *[other] ir dar { $count }
 }
cover-to = Projekto kuratoriui
cover-1 = Pridedama sinergijos ataskaita: { $cluster }, { $period }.
cover-2 = Užfiksuoti bendri rezultatai: { $joint }; susitikimai: { $meetings }; naujienos: { $news }.
cover-3 = Užduotys: { $actions }, iš jų užbaigtos: { $closed }, neatliktos: { $open }.
cover-4 = Jūsų nieko neprašoma: ataskaita skirta susipažinti.
cover-5 = Išspausdinti duomenys pridėti prie PDF kaip report.json; klausimai: { $address }.
period-headline = Sinergijos darbas: { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Rezultatas
deliverable-title = Visas projekto pavadinimas
deliverable-number = Rezultato numeris
deliverable-work-package = Darbo paketas
deliverable-due = Terminas (sutartis)
deliverable-actual = Pateikimo data
deliverable-nature = Pobūdis
deliverable-report = Ataskaita
deliverable-level = Sklaidos lygis
deliverable-level-public = PU – viešas
deliverable-level-sensitive = SEN – neskelbtinas
deliverable-lead = Atsakingas gavėjas
deliverable-authors = Autoriai
deliverable-contributors = Bendraautoriai
history = Dokumento istorija
history-version = Versija
history-change = Pakeitimas
history-by = Kas
history-first = Pirmoji versija
portal = Veiklos finansuotojo portalo skiltyse

# The web edition, and what the mail links to.
language-name = Lietuvių
web-skip = Pereiti prie turinio
web-archive = Visi numeriai
web-report = Ataskaita PDF
web-feed = Atom srautas
web-calendar = Visi renginiai kalendoriuje
web-languages = Kitos kalbos
web-in-report = ataskaitoje
mail-online = Skaityti internete
mail-calendar = Kalendoriaus įrašas: { $title }
mail-partners = Projektų puslapiai
mail-no-tracking-hosted = Laiške nėra sekimo: paveikslai gaunami iš { $host } ir visiems skaitytojams yra tokie patys.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] žmogus
    [few] žmonės
   *[other] žmonių
 }
state-open-for = { $days-form ->
    [one] neatlikta { $days } dieną
    [few] neatlikta { $days } dienas
   *[other] neatlikta { $days } dienų
 }
overdue-count = vėluoja: { $count }
indicator-progress = { $percent } iš { $target }
quarter = { $year } m. { $quarter } ketvirtis
map = Projektai pagal šalis
map-other = Taip pat: { $list }
code-alt = Kodas, vedantis į šį numerį internete: { $url }
code-text = Šis numeris internete
contents = Šioje ataskaitoje
contacts = Kontaktai
contact-publisher = Leidėjas
contact-mail = Klausimai
contact-web = Visi numeriai
project-month = { $month } mėnuo iš { $months }
project-begins = pradžia: { $date }
project-ended = pabaiga: { $date }
project-news = Šiame numeryje
project-silent = Šiame numeryje naujienų nėra.
not-supplied-of = Nenurodyta: { $list }
strongest = Daugiausia bendro
matrix-more = Visos poros yra pridėtuose duomenyse.
meeting-kind-plural = Susitikimai
all-values = Visos reikšmės
chart-today = šiandien
actions-more = Visos neatliktos užduotys su terminais yra skyriuje „{ $section }“.
photo = Nuotrauka
story-language = kalba: { $language }
mail-button = Skaityti visą tekstą
mail-figures = Skaičiai
mail-brief = Trumpai
mail-all = { $count-form ->
    [one] Tekstas internete
    [few] Visi { $count } tekstai internete
   *[other] Visi { $count } tekstų internete
 }
mail-minutes = { $minutes-form ->
    [one] { $minutes } minutė skaitymo
    [few] { $minutes } minutės skaitymo
   *[other] { $minutes } minučių skaitymo
 }
mail-report-pages = { $pages-form ->
    [one] ataskaita PDF ({ $pages } puslapis)
    [few] ataskaita PDF ({ $pages } puslapiai)
   *[other] ataskaita PDF ({ $pages } puslapių)
 }
mail-report-pdf = ataskaita PDF
mail-online-short = internete
mail-add-calendar = pridėti prie kalendoriaus
mail-of-target = iš { $target }
web-contents = Šiame puslapyje
web-read = Skaityti
web-pdf = PDF
web-intro = Naujienos, ataskaitos ir datos numeris po numerio: { $cluster }.
web-map = Kur veikia projektai
web-project-issues = Numeriuose
web-back = Visi projektai ir numeriai
web-subscribe = Prenumeruoti
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = Pirmasis ataskaitos puslapis
