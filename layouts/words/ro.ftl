# Interface words: Romanian. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Proiect de document – a nu se publica
draft-subject = [CIORNĂ] { $subject }
waiting-for = În așteptare: { $who }
sensitive-mark = Sensibil – numai pentru parteneri și finanțator

report-title = Raport privind sinergiile
issue-line = Numărul { $number } · { $period }
page-of = Pagina { $page } din { $pages }
not-supplied = nefurnizat
in-short = Pe scurt
numbers = În cifre
next-step = Pasul următor
next-steps = Pașii următori
no-next-step = Nu există acțiuni deschise.
asked = Ce i se cere responsabilului de proiect
asked-nothing = Nimic: raportul este transmis spre informare.
not-reported = Ce nu este raportat
not-reported-lead = Nu apar în acest număr, deoarece nu s-a înregistrat nimic:
not-reported-meetings = reuniuni
not-reported-news = noutăți
not-reported-decisions = decizii
not-reported-events = evenimente
not-reported-indicators = indicatori
not-reported-grants = numerele acordurilor de grant ale { $projects }
not-reported-attendance = numărul de participanți

number-projects = { $count-form ->
    [one] proiect
    [few] proiecte
   *[other] de proiecte
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] reuniune desfășurată
    [few] reuniuni desfășurate
   *[other] de reuniuni desfășurate
 }
number-actions = { $count-form ->
    [one] acțiune deschisă
    [few] acțiuni deschise
   *[other] de acțiuni deschise
 }
number-countries = { $count-form ->
    [one] țară indicată de proiecte
    [few] țări indicate de proiecte
   *[other] de țări indicate de proiecte
 }

news = Noutăți
meeting-kind = Reuniune
meeting-date = Data
meeting-host = Gazdă
meeting-organiser = Convocată de
meeting-chair = Prezidează
event-register = Înscriere până la { $date }
event-organised = Organizator: { $who }
event-attended = Au participat: { $count }
event-expected = Așteptați: { $count }
meeting-mode = Mod de desfășurare
meeting-place = Loc
meeting-present = Proiecte prezente
meeting-total = Persoane prezente
meeting-agenda = Ordinea de zi
meeting-regrets = Absenți motivați
meeting-next = Următoarea reuniune
mode-online = online
mode-in-person = față în față
mode-hybrid = față în față și online
decisions = Decizii
actions = Acțiuni
action-what = Ce
action-who = Cine
action-due = Termen
action-state = Stadiu
action-no-owner = nimeni desemnat
action-no-due = nestabilit
state-open = deschisă
state-open-since = { $days-form ->
    [one] deschisă din { $date } ({ $days } zi)
    [few] deschisă din { $date } ({ $days } zile)
   *[other] deschisă din { $date } ({ $days } de zile)
 }
state-overdue = întârziată
state-done = încheiată la { $date }
state-dropped = abandonată la { $date }
events = Evenimente
event-when = Când
event-what = Ce
event-where = Unde
event-state = Stadiu
event-planned = planificat
event-confirmed = confirmat
event-held = desfășurat
event-postponed = amânat
event-cancelled = anulat
indicators = Indicatori
indicator-what = Indicator
indicator-value = Valoare
indicator-target = Țintă
indicator-period = Perioadă

cluster = Grupul de proiecte pe scurt
cluster-project = Proiect
cluster-programme = Program
cluster-grant = Acord de grant
cluster-countries = Țări
cluster-dates = Durată
dates-from-to = { $from } – { $to }
dates-from = din { $from }
dates-to = până în { $to }
profiles = Proiectele
profile-programme = Program
profile-coordinator = Coordonator
eu = UE
profile-partners = Parteneri
profile-countries = Țări
profile-themes = Teme
profile-groups = Pentru
profile-instruments = Instrumente
profile-budget = Buget
profile-budget-eu = { $budget }, din care UE { $part }
profile-code = Cod
profile-web = Pagină web

acknowledgement = Mențiunea finanțării
statement-for = { $projects }
disclaimers = Declinarea responsabilității
emblem-alt = Drapelul Uniunii Europene: un cerc de douăsprezece stele aurii pe fond albastru
footnotes = Note
colophon = Despre acest raport
colophon-made = Realizat cu Bulletin { $version } din sursele clusterului la data de { $date }.
colophon-hash = Surse: SHA-256 { $hash }
colophon-data = Datele tipărite aici sunt atașate acestui fișier sub numele report.json.
colophon-credits = Imagini: { $credits }
attachment = Datele tipărite în acest raport
publisher = Publicat de { $publisher }

mail-masthead-issue = Numărul { $number }, { $period }
mail-note = Din partea redacției
mail-projects = Cine ce face
mail-next = Ce urmează
mail-next-item = { $owner }: { $text }
mail-next-due = (termen: { $date })
mail-next-nothing = Nicio acțiune nu este deschisă.
mail-dates = Date și termene
mail-deadline = Termen
mail-ask = O întrebare pentru dumneavoastră
mail-answer = Răspundeți la acest mesaj: îl citește o persoană.
mail-stories = Alte noutăți
mail-why = De ce primiți acest mesaj
mail-who = Cine suntem
mail-privacy = Notă privind protecția datelor
mail-unsubscribe = Dezabonare de la acest buletin
left-done = V-ați dezabonat. Nu vi se va mai trimite nimic.
subscribe-button = Abonare
subscribe-address = Adresa dumneavoastră de e-mail
subscribe-consent = Doresc să primesc { $name } prin e-mail. Mă pot dezabona oricând.
subscribe-sent = Dacă se poate scrie la această adresă, un mesaj este pe drum. Deschideți-l și confirmați.
subscribe-confirm = Da, mă abonez
subscribe-done = Sunteți abonat. Mulțumim!
mail-unsubscribe-how = Un singur mesaj este de ajuns; nu se întâmplă nimic altceva cu el.
mail-no-tracking = Acest mesaj nu conține elemente de urmărire: deschiderea lui nu este comunicată nimănui.
mail-reason-default = Primiți acest buletin pentru că figurați pe lista { $cluster }.
text-links = Legături

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = notă
alert-note = Notă
alert-tip = Sfat
alert-important = Important
alert-warning = Avertisment
alert-caution = Atenție
paste-links = click aici | clic aici | aici | citește mai mult | mai mult | această legătură | link | vezi aici | află mai multe
paste-chrome = înapoi sus | sari la conținut | mergi la conținut | distribuie | distribuie pe facebook | distribuie pe linkedin | setări cookie | acceptă toate cookie-urile | lasă un comentariu | articolul anterior | articolul următor | citește în continuare | toate drepturile rezervate
paste-and = și | sau | până | ori | dar | nici

# What two projects share.
shared-themes = ambele despre { $list }
shared-groups = ambele lucrează cu { $list }
shared-instruments = ambele folosesc { $list }
shared-countries = ambele în { $list }

# Charts.
chart-target = țintă
chart-what = Ce
chart-pair = Pereche
chart-overlap = În comun

# What projects did together, what changed, what comes next.
joint = Împreună
joint-meeting = Reuniune
joint-news = Noutate
joint-event = Eveniment
joint-action = Acțiune încheiată
joint-synergy = Sinergie
joint-kind = Tip
joint-who = Cine
joint-when = Când
changes = De la numărul precedent
change-opened = { $count-form ->
    [one] s-a convenit { $count } acțiune
    [few] s-au convenit { $count } acțiuni
   *[other] s-au convenit { $count } de acțiuni
 }
change-closed = { $count-form ->
    [one] s-a încheiat { $count } acțiune
    [few] s-au încheiat { $count } acțiuni
   *[other] s-au încheiat { $count } de acțiuni
 }
change-overdue = { $count-form ->
    [one] { $count } acțiune a depășit termenul
    [few] { $count } acțiuni au depășit termenul
   *[other] { $count } de acțiuni au depășit termenul
 }
change-started = { $project } a început la { $date }
change-ended = { $project } s-a încheiat la { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Puncte comune
common-topic = Temă
common-shared = Ce au în comun
common-state = Stadiu
synergy-done = realizată
synergy-planned = planificată
synergy-suggested = propusă
synergy-computed = calculată, nedecisă
matrix-title = Cât are în comun fiecare pereche de proiecte, în procente
timeline-title = Evenimente desfășurate și planificate
coming = Ce urmează
coming-kind = Tip
next-action = termenul unei acțiuni
next-event = eveniment
news-other = Alte știri
credits = Surse foto
silent = Nu au venit noutăți de la { $projects }.
a-partner = un partener
programme-other = altele

# A report over a period, and the note that goes with it.
meetings = Reuniuni
activities = Comunicare și diseminare
activity-reported = Deja în
activity-delivered = realizată
activity-ongoing = în curs
activity-postponed = amânată
activity-cancelled = anulată
activity-not-started = neîncepută
next-more = { $count-form ->
    [one] și încă { $count }
    [few] și încă { $count }
   *[other] și încă { $count }
 }
cover-to = Către ofițerul de proiect
cover-1 = Alăturat, raportul privind sinergiile: { $cluster }, { $period }.
cover-2 = Rezultate comune înregistrate: { $joint }; reuniuni: { $meetings }; noutăți: { $news }.
cover-3 = Acțiuni: { $actions }, din care încheiate: { $closed }, deschise: { $open }.
cover-4 = Nu vi se cere nimic: raportul este spre informare.
cover-5 = Datele tipărite sunt atașate fișierului PDF sub numele report.json; întrebări la { $address }.
period-headline = Activitatea de sinergie: { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Livrabil
deliverable-title = Titlul complet al proiectului
deliverable-number = Numărul livrabilului
deliverable-work-package = Pachet de lucru
deliverable-due = Termen (contract)
deliverable-actual = Data livrării
deliverable-nature = Natură
deliverable-report = Raport
deliverable-level = Nivel de diseminare
deliverable-level-public = PU – Public
deliverable-level-sensitive = SEN – Sensibil
deliverable-lead = Beneficiar responsabil
deliverable-authors = Autori
deliverable-contributors = Colaboratori
history = Istoricul documentului
history-version = Versiune
history-change = Modificare
history-by = De către
history-first = Prima versiune
portal = Activități în coloanele portalului finanțatorului

# The web edition, and what the mail links to.
language-name = Română
web-skip = Sari la conținut
web-archive = Toate numerele
web-report = Raportul în format PDF
web-feed = Flux Atom
web-calendar = Toate evenimentele în format calendar
web-languages = Alte limbi
web-in-report = în raport
mail-online = Citiți online
mail-calendar = Înregistrare în calendar: { $title }
mail-partners = Paginile proiectelor
mail-no-tracking-hosted = Acest mesaj nu conține urmărire: imaginile vin de la { $host }, aceleași pentru toți cititorii.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] persoană
    [few] persoane
   *[other] de persoane
 }
state-open-for = { $days-form ->
    [one] deschisă de { $days } zi
    [few] deschisă de { $days } zile
   *[other] deschisă de { $days } de zile
 }
overdue-count = { $count } cu termen depășit
indicator-progress = { $percent } din { $target }
quarter = Trimestrul { $quarter } { $year }
map = Proiecte pe țări
map-other = De asemenea: { $list }
code-alt = Cod care duce la acest număr pe web: { $url }
code-text = Acest număr pe web
contents = În acest raport
contacts = Contact
contact-publisher = Editor
contact-mail = Întrebări
contact-web = Toate numerele
project-month = luna { $month } din { $months }
project-begins = începe la { $date }
project-ended = s-a încheiat la { $date }
project-news = În acest număr
project-silent = Nicio noutate în acest număr.
not-supplied-of = Nefurnizat: { $list }
strongest = Cele mai multe în comun
matrix-more = Toate perechile sunt în datele atașate.
meeting-kind-plural = Reuniuni
all-values = Toate valorile
chart-today = astăzi
actions-more = Toate acțiunile deschise, cu datele lor, sunt în secțiunea „{ $section }”.
photo = Foto
story-language = limba: { $language }
mail-button = Citiți tot articolul
mail-figures = În cifre
mail-brief = Pe scurt
mail-all = { $count-form ->
    [one] Articolul pe web
    [few] Toate cele { $count } articole pe web
   *[other] Toate cele { $count } de articole pe web
 }
mail-minutes = { $minutes-form ->
    [one] { $minutes } minut de citit
    [few] { $minutes } minute de citit
   *[other] { $minutes } de minute de citit
 }
mail-report-pages = { $pages-form ->
    [one] raport în format PDF ({ $pages } pagină)
    [few] raport în format PDF ({ $pages } pagini)
   *[other] raport în format PDF ({ $pages } de pagini)
 }
mail-report-pdf = raport în format PDF
mail-online-short = pe web
mail-add-calendar = adaugă în calendar
mail-of-target = din { $target }
web-contents = Pe această pagină
web-read = Citește
web-pdf = PDF
web-intro = Noutăți, rapoarte și date: { $cluster }, număr de număr.
web-map = Unde lucrează proiectele
web-project-issues = În numere
web-back = Toate proiectele și numerele
web-subscribe = Abonare
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = Prima pagină a raportului
