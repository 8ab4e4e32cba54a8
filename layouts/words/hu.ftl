# Interface words: Hungarian. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Tervezet – nem nyilvános
draft-subject = [VÁZLAT] { $subject }
waiting-for = Erre vár: { $who }
sensitive-mark = Bizalmas – csak a partnereknek és a támogatónak

report-title = Szinergiajelentés
issue-line = { $number }. szám · { $period }
page-of = { $page }. oldal, összesen { $pages }
not-supplied = nincs megadva
in-short = Röviden
numbers = Számokban
next-step = Következő lépés
next-steps = Következő lépések
no-next-step = Nincs nyitott feladat.
asked = Amit a projektfelelőstől kérünk
asked-nothing = Semmit: a jelentés tájékoztató jellegű.
not-reported = Ami nem szerepel a jelentésben
not-reported-lead = Nem szerepel ebben a számban, mert nem rögzítették:
not-reported-meetings = találkozók
not-reported-news = hírek
not-reported-decisions = döntések
not-reported-events = események
not-reported-indicators = mutatók
not-reported-grants = támogatási megállapodások száma: { $projects }
not-reported-attendance = a résztvevők száma

number-projects = { $count-form ->
    [one] projekt
   *[other] projekt
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] megtartott találkozó
   *[other] megtartott találkozó
 }
number-actions = { $count-form ->
    [one] nyitott feladat
   *[other] nyitott feladat
 }
number-countries = { $count-form ->
    [one] a projektek által megnevezett ország
   *[other] a projektek által megnevezett ország
 }

news = Hírek
meeting-kind = Találkozó
meeting-date = Dátum
meeting-host = Házigazda
meeting-organiser = Összehívta
meeting-chair = Elnök
event-register = Jelentkezési határidő: { $date }
event-organised = Szervező: { $who }
event-attended = Részt vett: { $count }
event-expected = Várható: { $count }
meeting-mode = Forma
meeting-place = Helyszín
meeting-present = Jelen lévő projektek
meeting-total = Jelen lévő személyek
meeting-agenda = Napirend
meeting-regrets = Kimentését kérte
meeting-next = Következő találkozó
mode-online = online
mode-in-person = személyesen
mode-hybrid = személyesen és online
decisions = Döntések
actions = Feladatok
action-what = Mit
action-who = Ki
action-due = Határidő
action-state = Állapot
action-no-owner = nincs felelős
action-no-due = nincs kitűzve
state-open = nyitott
state-open-since = { $days-form ->
    [one] nyitott, kezdete: { $date } ({ $days } nap)
   *[other] nyitott, kezdete: { $date } ({ $days } nap)
 }
state-overdue = lejárt
state-done = elvégezve: { $date }
state-dropped = elvetve: { $date }
events = Események
event-when = Mikor
event-what = Mi
event-where = Hol
event-state = Állapot
event-planned = tervezett
event-confirmed = megerősített
event-held = megtartott
event-postponed = elhalasztott
event-cancelled = lemondott
indicators = Mutatók
indicator-what = Mutató
indicator-value = Érték
indicator-target = Célérték
indicator-period = Időszak

cluster = A klaszter egy pillantásra
cluster-project = Projekt
cluster-programme = Program
cluster-grant = Támogatási megállapodás
cluster-countries = Országok
cluster-dates = Időtartam
dates-from-to = { $from } – { $to }
dates-from = kezdete: { $from }
dates-to = vége: { $to }
profiles = A projektek
profile-programme = Program
profile-coordinator = Koordinátor
eu = EU
profile-partners = Partnerek
profile-countries = Országok
profile-themes = Témák
profile-groups = Kinek
profile-instruments = Eszközök
profile-budget = Költségvetés
profile-budget-eu = { $budget }, ebből EU { $part }
profile-code = Kód
profile-web = Weboldal

acknowledgement = A finanszírozás feltüntetése
statement-for = { $projects }
disclaimers = Felelősségkizárás
emblem-alt = Az Európai Unió zászlaja: tizenkét arany csillag köre kék alapon
footnotes = Jegyzetek
colophon = A jelentésről
colophon-made = Készült a Bulletin { $version } programmal a klaszter forrásaiból, állapot: { $date }.
colophon-hash = Források: SHA-256 { $hash }
colophon-data = Az itt nyomtatott adatok report.json néven a fájlhoz vannak csatolva.
colophon-credits = Képek: { $credits }
attachment = A jelentésben nyomtatott adatok
publisher = Kiadja: { $publisher }

mail-masthead-issue = { $number }. szám, { $period }
mail-note = A szerkesztőtől
mail-projects = Ki mit csinál
mail-next = Mi következik
mail-next-item = { $owner }: { $text }
mail-next-due = (határidő: { $date })
mail-next-nothing = Nincs nyitott feladat.
mail-dates = Időpontok és határidők
mail-deadline = Határidő
mail-ask = Egy kérdés Önhöz
mail-answer = Válaszoljon erre a levélre: ember olvassa.
mail-stories = További hírek
mail-why = Miért kapja ezt az üzenetet
mail-who = Kik vagyunk
mail-privacy = Adatvédelmi tájékoztató
mail-unsubscribe = Leiratkozás a hírlevélről
left-done = Leiratkozott. Többé nem küldünk Önnek semmit.
subscribe-button = Feliratkozás
subscribe-address = Az Ön e-mail-címe
subscribe-consent = Szeretném e-mailben megkapni: { $name }. Bármikor leiratkozhatok.
subscribe-sent = Ha erre a címre lehet írni, egy levél már úton van. Nyissa meg, és erősítse meg.
subscribe-confirm = Igen, feliratkozom
subscribe-done = Feliratkozott. Köszönjük!
mail-unsubscribe-how = Egyetlen levél elég; más nem történik vele.
mail-no-tracking = Az üzenet nem tartalmaz nyomkövetést: megnyitásáról senki nem értesül.
mail-reason-default = Azért kapja ezt a hírlevelet, mert szerepel a következő listán: { $cluster }.
text-links = Hivatkozások

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = jegyzet
alert-note = Megjegyzés
alert-tip = Tipp
alert-important = Fontos
alert-warning = Figyelmeztetés
alert-caution = Vigyázat
paste-links = kattintson ide | kattints ide | ide | itt | tovább | bővebben | ez a link | link | lásd itt | tudjon meg többet
paste-chrome = vissza a tetejére | ugrás a tartalomhoz | tovább a tartalomra | megosztás | megosztás a facebookon | megosztás a linkedinen | sütibeállítások | összes süti elfogadása | hozzászólás írása | előző bejegyzés | következő bejegyzés | tovább olvasom | minden jog fenntartva
paste-and = és | vagy | illetve | de | sem

# What two projects share.
shared-themes = közös téma: { $list }
shared-groups = közös célcsoport: { $list }
shared-instruments = közös eszköz: { $list }
shared-countries = közös ország: { $list }

# Charts.
chart-target = cél
chart-what = Mi
chart-pair = Pár
chart-overlap = Közös

# What projects did together, what changed, what comes next.
joint = Együtt
joint-meeting = Találkozó
joint-news = Hír
joint-event = Esemény
joint-action = Elvégzett feladat
joint-synergy = Szinergia
joint-kind = Fajta
joint-who = Ki
joint-when = Mikor
changes = Az előző szám óta
change-opened = { $count-form ->
    [one] { $count } feladatban állapodtak meg
   *[other] { $count } feladatban állapodtak meg
 }
change-closed = { $count-form ->
    [one] { $count } feladat lezárult
   *[other] { $count } feladat lezárult
 }
change-overdue = { $count-form ->
    [one] { $count } feladat határideje lejárt
   *[other] { $count } feladat határideje lejárt
 }
change-started = { $project } kezdete: { $date }
change-ended = { $project } vége: { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Közös pontok
common-topic = Téma
common-shared = Mi a közös bennük
common-state = Állapot
synergy-done = megvalósult
synergy-planned = tervezett
synergy-suggested = javasolt
synergy-computed = számított, eldöntetlen
matrix-title = Mennyi a közös az egyes projektpárokban, százalékban
timeline-title = Megtartott és tervezett események
coming = Ami következik
coming-kind = Fajta
next-action = feladat határideje
next-event = esemény
news-other = Egyéb hírek
credits = Képek forrása
silent = Nem érkezett hír: { $projects }.
a-partner = egy partner
programme-other = egyéb

# A report over a period, and the note that goes with it.
meetings = Találkozók
activities = Kommunikáció és terjesztés
activity-reported = Már szerepelt
activity-delivered = megvalósult
activity-ongoing = folyamatban
activity-postponed = elhalasztott
activity-cancelled = lemondott
activity-not-started = el nem kezdett
next-more = { $count-form ->
    [one] és még { $count }
   *[other] és még { $count }
 }
cover-to = A projektfelelősnek
cover-1 = Mellékelve a szinergiajelentés: { $cluster }, { $period }.
cover-2 = Rögzített közös eredmények: { $joint }; találkozók: { $meetings }; hírek: { $news }.
cover-3 = Feladatok: { $actions }, ebből lezárt: { $closed }, nyitott: { $open }.
cover-4 = Nem kérünk Öntől semmit: a jelentés tájékoztatásul szolgál.
cover-5 = A nyomtatott adatok report.json néven a PDF-hez vannak csatolva; kérdések: { $address }.
period-headline = Szinergiamunka: { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Teljesítendő eredmény
deliverable-title = A projekt teljes címe
deliverable-number = Az eredmény száma
deliverable-work-package = Munkacsomag
deliverable-due = Határidő (szerződés)
deliverable-actual = Átadás napja
deliverable-nature = Jelleg
deliverable-report = Jelentés
deliverable-level = Terjesztési szint
deliverable-level-public = PU – nyilvános
deliverable-level-sensitive = SEN – bizalmas
deliverable-lead = Felelős kedvezményezett
deliverable-authors = Szerzők
deliverable-contributors = Közreműködők
history = A dokumentum története
history-version = Változat
history-change = Módosítás
history-by = Ki
history-first = Első változat
portal = Tevékenységek a támogató portáljának oszlopaiban

# The web edition, and what the mail links to.
language-name = Magyar
web-skip = Ugrás a tartalomhoz
web-archive = Minden szám
web-report = A jelentés PDF-ben
web-feed = Atom-hírcsatorna
web-calendar = Minden esemény naptárként
web-languages = Más nyelvek
web-in-report = a jelentésben
mail-online = Olvasás a weben
mail-calendar = Naptárbejegyzés: { $title }
mail-partners = A projektek oldalai
mail-no-tracking-hosted = A levél nem tartalmaz nyomkövetést: képei innen jönnek: { $host }, minden olvasónak ugyanazok.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] személy
   *[other] személy
 }
state-open-for = { $days-form ->
    [one] { $days } napja nyitott
   *[other] { $days } napja nyitott
 }
overdue-count = lejárt: { $count }
indicator-progress = { $percent } / { $target }
quarter = { $year }. { $ordinal } negyedév
map = Projektek országonként
map-other = Továbbá: { $list }
code-alt = Kód, amely ehhez a számhoz vezet a weben: { $url }
code-text = Ez a szám a weben
contents = Ebben a jelentésben
contacts = Kapcsolat
contact-publisher = Kiadó
contact-mail = Kérdések
contact-web = Minden szám
project-month = { $month }. hónap, összesen { $months }
project-begins = kezdete: { $date }
project-ended = vége: { $date }
project-news = Ebben a számban
project-silent = Nincs hír ebben a számban.
not-supplied-of = Nincs megadva: { $list }
strongest = A legtöbb közös
matrix-more = Az összes pár a csatolt adatokban található.
meeting-kind-plural = Találkozók
all-values = Minden érték
chart-today = ma
actions-more = Az összes nyitott feladat, határidőkkel, ebben a részben található: „{ $section }”.
photo = Fotó
story-language = nyelv: { $language }
mail-button = A teljes szöveg elolvasása
mail-figures = Számokban
mail-brief = Röviden
mail-all = { $count-form ->
    [one] A szöveg a weben
   *[other] Mind a { $count } szöveg a weben
 }
mail-minutes = { $minutes-form ->
    [one] { $minutes } perc olvasás
   *[other] { $minutes } perc olvasás
 }
mail-report-pages = { $pages-form ->
    [one] jelentés PDF-ben ({ $pages } oldal)
   *[other] jelentés PDF-ben ({ $pages } oldal)
 }
mail-report-pdf = jelentés PDF-ben
mail-online-short = a weben
mail-add-calendar = hozzáadás a naptárhoz
mail-of-target = cél: { $target }
web-contents = Ezen az oldalon
web-read = Elolvasom
web-pdf = PDF
web-intro = Hírek, jelentések és időpontok számról számra: { $cluster }.
web-map = Hol dolgoznak a projektek
web-project-issues = A számokban
web-back = Minden projekt és szám
web-subscribe = Feliratkozás
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = A jelentés első oldala
