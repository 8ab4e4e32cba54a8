# Interface words: Latvian. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Projekts – nav paredzēts publicēšanai
draft-subject = [MELNRAKSTS] { $subject }
waiting-for = Gaida: { $who }
sensitive-mark = Sensitīvs – tikai partneriem un finansētājam

report-title = Sinerģijas ziņojums
issue-line = { $number }. numurs · { $period }
page-of = { $page }. lappuse no { $pages }
not-supplied = nav norādīts
in-short = Īsumā
numbers = Skaitļos
next-step = Nākamais solis
next-steps = Nākamie soļi
no-next-step = Atvērtu uzdevumu nav.
asked = Kas tiek lūgts projekta uzraugam
asked-nothing = Nekas: ziņojums ir informācijai.
not-reported = Kas nav ziņots
not-reported-lead = Šajā numurā nav, jo nekas nav reģistrēts:
not-reported-meetings = sanāksmes
not-reported-news = jaunumi
not-reported-decisions = lēmumi
not-reported-events = pasākumi
not-reported-indicators = rādītāji
not-reported-grants = dotāciju nolīgumu numuri: { $projects }
not-reported-attendance = dalībnieku skaits

number-projects = { $count-form ->
    [zero] projektu
    [one] projekts
   *[other] projekti
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [zero] notikušu sanāksmju
    [one] notikusi sanāksme
   *[other] notikušas sanāksmes
 }
number-actions = { $count-form ->
    [zero] atvērtu uzdevumu
    [one] atvērts uzdevums
   *[other] atvērti uzdevumi
 }
number-countries = { $count-form ->
    [zero] projektu nosauktu valstu
    [one] projektu nosaukta valsts
   *[other] projektu nosauktas valstis
 }

news = Jaunumi
meeting-kind = Sanāksme
meeting-date = Datums
meeting-host = Rīkotājs
meeting-organiser = Sasauca
meeting-chair = Vada
event-register = Pieteikšanās līdz { $date }
event-organised = Rīkotājs: { $who }
event-attended = Piedalījās: { $count }
event-expected = Gaidāmi: { $count }
meeting-mode = Norise
meeting-place = Vieta
meeting-present = Klātesošie projekti
meeting-total = Klātesošie cilvēki
meeting-agenda = Darba kārtība
meeting-regrets = Attaisnoti nepiedalījās
meeting-next = Nākamā sanāksme
mode-online = tiešsaistē
mode-in-person = klātienē
mode-hybrid = klātienē un tiešsaistē
decisions = Lēmumi
actions = Uzdevumi
action-what = Kas jādara
action-who = Kurš
action-due = Termiņš
action-state = Stāvoklis
action-no-owner = neviens nav norādīts
action-no-due = nav noteikts
state-open = atvērts
state-open-since = { $days-form ->
    [zero] atvērts, sākums: { $date } ({ $days } dienu)
    [one] atvērts, sākums: { $date } ({ $days } diena)
   *[other] atvērts, sākums: { $date } ({ $days } dienas)
 }
state-overdue = nokavēts
state-done = izpildīts { $date }
state-dropped = atcelts: { $date }
events = Pasākumi
event-when = Kad
event-what = Kas
event-where = Kur
event-state = Stāvoklis
event-planned = plānots
event-confirmed = apstiprināts
event-held = noticis
event-postponed = pārcelts
event-cancelled = atcelts
indicators = Rādītāji
indicator-what = Rādītājs
indicator-value = Vērtība
indicator-target = Mērķrādītājs
indicator-period = Laikposms

cluster = Kopa īsumā
cluster-project = Projekts
cluster-programme = Programma
cluster-grant = Dotācijas nolīgums
cluster-countries = Valstis
cluster-dates = Ilgums
dates-from-to = { $from } – { $to }
dates-from = sākums: { $from }
dates-to = beigas: { $to }
profiles = Projekti
profile-programme = Programma
profile-coordinator = Koordinators
eu = ES
profile-partners = Partneri
profile-countries = Valstis
profile-themes = Temati
profile-groups = Kam
profile-instruments = Instrumenti
profile-budget = Budžets
profile-budget-eu = { $budget }, tostarp ES { $part }
profile-code = Kods
profile-web = Tīmekļa lapa

acknowledgement = Norāde par finansējumu
statement-for = { $projects }
disclaimers = Atruna
emblem-alt = Eiropas Savienības karogs: divpadsmit zelta zvaigžņu aplis uz zila fona
footnotes = Piezīmes
colophon = Par šo ziņojumu
colophon-made = Sagatavots ar Bulletin { $version } no kopas avotiem, stāvoklis: { $date }.
colophon-hash = Avoti: SHA-256 { $hash }
colophon-data = Šeit iespiestie dati ir pievienoti failam ar nosaukumu report.json.
colophon-credits = Attēli: { $credits }
attachment = Šajā ziņojumā iespiestie dati
publisher = Izdevējs: { $publisher }

mail-masthead-issue = { $number }. numurs, { $period }
mail-note = No redakcijas
mail-projects = Kas ko dara
mail-next = Kas notiks tālāk
mail-next-item = { $owner }: { $text }
mail-next-due = (termiņš: { $date })
mail-next-nothing = Neviens uzdevums nav atvērts.
mail-dates = Datumi un termiņi
mail-deadline = Termiņš
mail-ask = Jautājums jums
mail-answer = Atbildiet uz šo vēstuli: to lasa cilvēks.
mail-stories = Citi jaunumi
mail-why = Kāpēc jūs to saņemat
mail-who = Kas mēs esam
mail-privacy = Paziņojums par privātumu
mail-unsubscribe = Atteikties no biļetena
left-done = Jūs esat atrakstījies. Jums vairs nekas netiks sūtīts.
subscribe-button = Pieteikties
subscribe-address = Jūsu e-pasta adrese
subscribe-consent = Vēlos saņemt { $name } pa e-pastu. Varu jebkurā laikā atteikties.
subscribe-sent = Ja uz šo adresi var rakstīt, vēstule ir ceļā. Lūdzu, atveriet to un apstipriniet.
subscribe-confirm = Jā, piesakos
subscribe-done = Jūs esat pieteicies. Paldies!
mail-unsubscribe-how = Pietiek ar vienu vēstuli; citādi tā netiek izmantota.
mail-no-tracking = Šajā vēstulē nav izsekošanas: par tās atvēršanu neviens neuzzina.
mail-reason-default = Jūs saņemat šo biļetenu, jo esat sarakstā: { $cluster }.
text-links = Saites

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = piezīme
alert-note = Piezīme
alert-tip = Padoms
alert-important = Svarīgi
alert-warning = Brīdinājums
alert-caution = Uzmanību
paste-links = noklikšķiniet šeit | spied šeit | šeit | lasīt vairāk | vairāk | šī saite | saite | skatīt šeit | uzzināt vairāk
paste-chrome = uz augšu | pāriet uz saturu | dalīties | dalīties facebook | dalīties linkedin | sīkdatņu iestatījumi | pieņemt visas sīkdatnes | atstāt komentāru | iepriekšējais raksts | nākamais raksts | lasīt tālāk | visas tiesības aizsargātas
paste-and = un | vai | līdz | kā | bet | ne

# What two projects share.
shared-themes = kopīgs temats: { $list }
shared-groups = kopīga mērķgrupa: { $list }
shared-instruments = kopīgs instruments: { $list }
shared-countries = kopīga valsts: { $list }

# Charts.
chart-target = mērķis
chart-what = Kas
chart-pair = Pāris
chart-overlap = Kopīgs

# What projects did together, what changed, what comes next.
joint = Kopā
joint-meeting = Sanāksme
joint-news = Jaunums
joint-event = Pasākums
joint-action = Pabeigts uzdevums
joint-synergy = Sinerģija
joint-kind = Veids
joint-who = Kas
joint-when = Kad
changes = Kopš iepriekšējā numura
change-opened = { $count-form ->
    [zero] vienojās par { $count } uzdevumiem
    [one] vienojās par { $count } uzdevumu
   *[other] vienojās par { $count } uzdevumiem
 }
change-closed = { $count-form ->
    [zero] pabeigti { $count } uzdevumi
    [one] pabeigts { $count } uzdevums
   *[other] pabeigti { $count } uzdevumi
 }
change-overdue = { $count-form ->
    [zero] termiņu nokavēja { $count } uzdevumi
    [one] termiņu nokavēja { $count } uzdevums
   *[other] termiņu nokavēja { $count } uzdevumi
 }
change-started = { $project }: sākums { $date }
change-ended = { $project }: beigas { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Kopīgais
common-topic = Temats
common-shared = Kas kopīgs
common-state = Stāvoklis
synergy-done = īstenota
synergy-planned = plānota
synergy-suggested = ierosināta
synergy-computed = aprēķināta, nav izlemta
matrix-title = Cik daudz kopīga ir katram projektu pārim, procentos
timeline-title = Notikušie un plānotie pasākumi
coming = Kas gaidāms
coming-kind = Veids
next-action = uzdevuma termiņš
next-event = pasākums
news-other = Citas ziņas
credits = Attēlu avoti
silent = Jaunumu nav: { $projects }.
a-partner = partneris
programme-other = cits

# A report over a period, and the note that goes with it.
meetings = Sanāksmes
activities = Komunikācija un izplatīšana
activity-reported = Jau numurā
activity-delivered = īstenots
activity-ongoing = norit
activity-postponed = pārcelts
activity-cancelled = atcelts
activity-not-started = nav sākts
next-more = { $count-form ->
    [zero] un vēl { $count }
    [one] un vēl { $count }
   *[other] un vēl { $count }
 }
cover-to = Projekta pārraudzītājam
cover-1 = Pielikumā sinerģijas ziņojums: { $cluster }, { $period }.
cover-2 = Reģistrētie kopīgie rezultāti: { $joint }; sanāksmes: { $meetings }; jaunumi: { $news }.
cover-3 = Uzdevumi: { $actions }, tostarp pabeigti: { $closed }, atvērti: { $open }.
cover-4 = No jums nekas netiek lūgts: ziņojums ir informācijai.
cover-5 = Iespiestie dati ir pievienoti PDF failam ar nosaukumu report.json; jautājumi: { $address }.
period-headline = Sinerģijas darbs: { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Nodevums
deliverable-title = Pilns projekta nosaukums
deliverable-number = Nodevuma numurs
deliverable-work-package = Darba pakete
deliverable-due = Termiņš (līgums)
deliverable-actual = Iesniegšanas datums
deliverable-nature = Veids
deliverable-report = Ziņojums
deliverable-level = Izplatīšanas līmenis
deliverable-level-public = PU – publisks
deliverable-level-sensitive = SEN – sensitīvs
deliverable-lead = Atbildīgais saņēmējs
deliverable-authors = Autori
deliverable-contributors = Līdzautori
history = Dokumenta vēsture
history-version = Versija
history-change = Izmaiņa
history-by = Kas
history-first = Pirmā versija
portal = Darbības finansētāja portāla slejās

# The web edition, and what the mail links to.
language-name = Latviešu
web-skip = Pāriet uz saturu
web-archive = Visi numuri
web-report = Ziņojums PDF formātā
web-feed = Atom plūsma
web-calendar = Visi pasākumi kalendārā
web-languages = Citas valodas
web-in-report = ziņojumā
mail-online = Lasīt tīmeklī
mail-calendar = Kalendāra ieraksts: { $title }
mail-partners = Projektu lapas
mail-no-tracking-hosted = Vēstulē nav izsekošanas: attēli nāk no { $host } un visiem lasītājiem ir vienādi.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [zero] cilvēku
    [one] cilvēks
   *[other] cilvēki
 }
state-open-for = { $days-form ->
    [zero] atvērts { $days } dienu
    [one] atvērts { $days } dienu
   *[other] atvērts { $days } dienas
 }
overdue-count = kavējas: { $count }
indicator-progress = { $percent } no { $target }
quarter = { $year }. gada { $ordinal } ceturksnis
map = Projekti pa valstīm
map-other = Arī: { $list }
code-alt = Kods, kas ved uz šo numuru tīmeklī: { $url }
code-text = Šis numurs tīmeklī
contents = Šajā ziņojumā
contacts = Saziņa
contact-publisher = Izdevējs
contact-mail = Jautājumi
contact-web = Visi numuri
project-month = { $month }. mēnesis no { $months }
project-begins = sākums: { $date }
project-ended = beigas: { $date }
project-news = Šajā numurā
project-silent = Šajā numurā jaunumu nav.
not-supplied-of = Nav norādīts: { $list }
strongest = Visvairāk kopīga
matrix-more = Visi pāri ir pievienotajos datos.
meeting-kind-plural = Sanāksmes
all-values = Visas vērtības
chart-today = šodien
actions-more = Visi atvērtie uzdevumi ar termiņiem ir sadaļā “{ $section }”.
photo = Foto
story-language = valoda: { $language }
mail-button = Lasīt visu rakstu
mail-figures = Skaitļos
mail-brief = Īsumā
mail-all = { $count-form ->
    [zero] Visi { $count } raksti tīmeklī
    [one] Raksts tīmeklī
   *[other] Visi { $count } raksti tīmeklī
 }
mail-minutes = { $minutes-form ->
    [zero] { $minutes } minūšu lasāmviela
    [one] { $minutes } minūtes lasāmviela
   *[other] { $minutes } minūšu lasāmviela
 }
mail-report-pages = { $pages-form ->
    [zero] ziņojums PDF formātā ({ $pages } lappušu)
    [one] ziņojums PDF formātā ({ $pages } lappuse)
   *[other] ziņojums PDF formātā ({ $pages } lappuses)
 }
mail-report-pdf = ziņojums PDF formātā
mail-online-short = tīmeklī
mail-add-calendar = pievienot kalendāram
mail-of-target = no { $target }
web-contents = Šajā lapā
web-read = Lasīt
web-pdf = PDF
web-intro = Jaunumi, ziņojumi un datumi numuru pa numuram: { $cluster }.
web-map = Kur darbojas projekti
web-project-issues = Numuros
web-back = Visi projekti un numuri
web-subscribe = Abonēt
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = Ziņojuma pirmā lappuse
