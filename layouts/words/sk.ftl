# Interface words: Slovak. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Návrh – neurčené na uverejnenie
draft-subject = [NÁVRH] { $subject }
waiting-for = Čaká na: { $who }
sensitive-mark = Dôverné – len pre partnerov a poskytovateľa dotácie

report-title = Správa o synergiách
issue-line = Číslo { $number } · { $period }
page-of = Strana { $page } z { $pages }
not-supplied = neuvedené
in-short = Stručne
numbers = V číslach
next-step = Ďalší krok
next-steps = Ďalšie kroky
no-next-step = Žiadna úloha nie je otvorená.
asked = O čo žiadame projektového úradníka
asked-nothing = O nič: správa je na informáciu.
not-reported = Čo nie je uvedené
not-reported-lead = V tomto čísle nie sú, lebo nič nebolo zaznamenané:
not-reported-meetings = stretnutia
not-reported-news = novinky
not-reported-decisions = rozhodnutia
not-reported-events = podujatia
not-reported-indicators = ukazovatele
not-reported-grants = čísla dohôd o grante projektov { $projects }
not-reported-attendance = počet účastníkov

number-projects = { $count-form ->
    [one] projekt
    [few] projekty
   *[other] projektov
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] uskutočnené stretnutie
    [few] uskutočnené stretnutia
   *[other] uskutočnených stretnutí
 }
number-actions = { $count-form ->
    [one] otvorená úloha
    [few] otvorené úlohy
   *[other] otvorených úloh
 }
number-countries = { $count-form ->
    [one] krajina uvedená projektmi
    [few] krajiny uvedené projektmi
   *[other] krajín uvedených projektmi
 }

news = Novinky
meeting-kind = Stretnutie
meeting-date = Dátum
meeting-host = Hostiteľ
meeting-organiser = Zvolal
meeting-chair = Predsedá
event-register = Prihlásenie do { $date }
event-organised = Organizuje: { $who }
event-attended = Zúčastnilo sa: { $count }
event-expected = Očakáva sa: { $count }
meeting-mode = Forma
meeting-place = Miesto
meeting-present = Prítomné projekty
meeting-total = Prítomné osoby
meeting-agenda = Program rokovania
meeting-regrets = Ospravedlnení
meeting-next = Ďalšie stretnutie
mode-online = online
mode-in-person = osobne
mode-hybrid = osobne aj online
decisions = Rozhodnutia
actions = Úlohy
action-what = Čo
action-who = Kto
action-due = Termín
action-state = Stav
action-no-owner = nikto neurčený
action-no-due = nestanovené
state-open = otvorené
state-open-since = { $days-form ->
    [one] otvorené od { $date } ({ $days } deň)
    [few] otvorené od { $date } ({ $days } dni)
   *[other] otvorené od { $date } ({ $days } dní)
 }
state-overdue = po termíne
state-done = splnené { $date }
state-dropped = zrušené { $date }
events = Podujatia
event-when = Kedy
event-what = Čo
event-where = Kde
event-state = Stav
event-planned = plánované
event-confirmed = potvrdené
event-held = uskutočnené
event-postponed = odložené
event-cancelled = zrušené
indicators = Ukazovatele
indicator-what = Ukazovateľ
indicator-value = Hodnota
indicator-target = Cieľ
indicator-period = Obdobie

cluster = Klaster v skratke
cluster-project = Projekt
cluster-programme = Program
cluster-grant = Dohoda o grante
cluster-countries = Krajiny
cluster-dates = Trvanie
dates-from-to = { $from } – { $to }
dates-from = od: { $from }
dates-to = do: { $to }
profiles = Projekty
profile-programme = Program
profile-coordinator = Koordinátor
eu = EÚ
profile-partners = Partneri
profile-countries = Krajiny
profile-themes = Témy
profile-groups = Pre
profile-instruments = Nástroje
profile-budget = Rozpočet
profile-budget-eu = { $budget }, z toho EÚ { $part }
profile-code = Kód
profile-web = Webová stránka

acknowledgement = Informácia o financovaní
statement-for = { $projects }
disclaimers = Vylúčenie zodpovednosti
emblem-alt = Vlajka Európskej únie: kruh dvanástich zlatých hviezd na modrom podklade
footnotes = Poznámky
colophon = O tejto správe
colophon-made = Vytvorené programom Bulletin { $version } zo zdrojov klastra, stav k: { $date }.
colophon-hash = Zdroje: SHA-256 { $hash }
colophon-data = Tu vytlačené údaje sú k súboru pripojené ako report.json.
colophon-credits = Obrázky: { $credits }
attachment = Údaje vytlačené v tejto správe
publisher = Vydal: { $publisher }

mail-masthead-issue = Číslo { $number }, { $period }
mail-note = Z redakcie
mail-projects = Kto čo robí
mail-next = Čo bude ďalej
mail-next-item = { $owner }: { $text }
mail-next-due = (do: { $date })
mail-next-nothing = Žiadna úloha nie je otvorená.
mail-dates = Dátumy a termíny
mail-deadline = Termín
mail-ask = Otázka pre vás
mail-answer = Odpovedzte na tento e-mail: číta ho človek.
mail-stories = Ďalšie novinky
mail-why = Prečo túto správu dostávate
mail-who = Kto sme
mail-privacy = Ochrana osobných údajov
mail-unsubscribe = Odhlásiť odber spravodajcu
left-done = Ste odhlásení. Nič ďalšie vám nepošleme.
subscribe-button = Odoberať
subscribe-address = Vaša e-mailová adresa
subscribe-consent = Chcem dostávať { $name } e-mailom. Kedykoľvek sa môžem odhlásiť.
subscribe-sent = Ak sa na túto adresu dá písať, e-mail je na ceste. Otvorte ho, prosím, a potvrďte.
subscribe-confirm = Áno, chcem odoberať
subscribe-done = Ste prihlásení. Ďakujeme!
mail-unsubscribe-how = Stačí jeden e-mail; nič iné sa s ním nedeje.
mail-no-tracking = Správa neobsahuje sledovacie prvky: o jej otvorení sa nikto nedozvie.
mail-reason-default = Tento spravodajca vám prišiel, lebo ste na zozname { $cluster }.
text-links = Odkazy

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = poznámka
alert-note = Poznámka
alert-tip = Tip
alert-important = Dôležité
alert-warning = Varovanie
alert-caution = Pozor
paste-links = kliknite sem | kliknite tu | tu | čítať ďalej | viac | tento odkaz | odkaz | pozri tu | zistiť viac
paste-chrome = späť hore | prejsť na obsah | preskočiť na obsah | zdieľať | zdieľať na facebooku | zdieľať na linkedin | nastavenia cookies | prijať všetky cookies | napísať komentár | predchádzajúci článok | nasledujúci článok | čítať ďalej | všetky práva vyhradené
paste-and = a | alebo | i | až | do | ale | ani

# What two projects share.
shared-themes = oba o: { $list }
shared-groups = oba pracujú s: { $list }
shared-instruments = oba používajú: { $list }
shared-countries = oba v: { $list }

# Charts.
chart-target = cieľ
chart-what = Čo
chart-pair = Dvojica
chart-overlap = Spoločné

# What projects did together, what changed, what comes next.
joint = Spoločne
joint-meeting = Stretnutie
joint-news = Novinka
joint-event = Podujatie
joint-action = Splnená úloha
joint-synergy = Synergia
joint-kind = Druh
joint-who = Kto
joint-when = Kedy
changes = Od minulého čísla
change-opened = { $count-form ->
    [one] dohodnutá { $count } úloha
    [few] dohodnuté { $count } úlohy
   *[other] dohodnutých { $count } úloh
 }
change-closed = { $count-form ->
    [one] uzavretá { $count } úloha
    [few] uzavreté { $count } úlohy
   *[other] uzavretých { $count } úloh
 }
change-overdue = { $count-form ->
    [one] po termíne { $count } úloha
    [few] po termíne { $count } úlohy
   *[other] po termíne { $count } úloh
 }
change-started = { $project }: začiatok { $date }
change-ended = { $project }: koniec { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Čo majú spoločné
common-topic = Téma
common-shared = Čo majú spoločné
common-state = Stav
synergy-done = uskutočnená
synergy-planned = plánovaná
synergy-suggested = navrhovaná
synergy-computed = vypočítaná, nerozhodnutá
matrix-title = Koľko spoločného má každá dvojica projektov, v percentách
timeline-title = Uskutočnené a plánované podujatia
coming = Čo bude nasledovať
coming-kind = Druh
next-action = termín úlohy
next-event = podujatie
news-other = Ostatné správy
credits = Zdroje obrázkov
silent = Žiadne novinky: { $projects }.
a-partner = partner
programme-other = iné

# A report over a period, and the note that goes with it.
meetings = Stretnutia
activities = Komunikácia a šírenie
activity-reported = Už v
activity-delivered = uskutočnené
activity-ongoing = prebieha
activity-postponed = odložené
activity-cancelled = zrušené
activity-not-started = nezačaté
next-more = { $count-form ->
    [one] a { $count } ďalšia
    [few] a { $count } ďalšie
   *[other] a { $count } ďalších
 }
cover-to = Zodpovednému pracovníkovi projektu
cover-1 = V prílohe správa o synergiách: { $cluster }, { $period }.
cover-2 = Zaznamenané spoločné výsledky: { $joint }; stretnutia: { $meetings }; novinky: { $news }.
cover-3 = Úlohy: { $actions }, z toho uzavreté: { $closed }, otvorené: { $open }.
cover-4 = Nič sa od vás nežiada: správa je na informáciu.
cover-5 = Vytlačené údaje sú k PDF pripojené ako report.json; otázky: { $address }.
period-headline = Práca na synergiách: { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Výstup (deliverable)
deliverable-title = Úplný názov projektu
deliverable-number = Číslo výstupu
deliverable-work-package = Pracovný balík
deliverable-due = Termín (zmluva)
deliverable-actual = Dátum odovzdania
deliverable-nature = Povaha
deliverable-report = Správa
deliverable-level = Úroveň šírenia
deliverable-level-public = PU – verejné
deliverable-level-sensitive = SEN – dôverné
deliverable-lead = Vedúci príjemca
deliverable-authors = Autori
deliverable-contributors = Spoluautori
history = História dokumentu
history-version = Verzia
history-change = Zmena
history-by = Kto
history-first = Prvá verzia
portal = Činnosti v stĺpcoch portálu poskytovateľa dotácie

# The web edition, and what the mail links to.
language-name = Slovenčina
web-skip = Prejsť na obsah
web-archive = Všetky čísla
web-report = Správa v PDF
web-feed = Kanál Atom
web-calendar = Všetky podujatia ako kalendár
web-languages = Iné jazyky
web-in-report = v správe
mail-online = Čítať na webe
mail-calendar = Záznam do kalendára: { $title }
mail-partners = Stránky projektov
mail-no-tracking-hosted = E-mail neobsahuje sledovanie: obrázky pochádzajú z { $host } a sú pre všetkých čitateľov rovnaké.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] osoba
    [few] osoby
   *[other] osôb
 }
state-open-for = { $days-form ->
    [one] otvorené { $days } deň
    [few] otvorené { $days } dni
   *[other] otvorené { $days } dní
 }
overdue-count = po termíne: { $count }
indicator-progress = { $percent } z { $target }
quarter = { $ordinal } štvrťrok { $year }
map = Projekty podľa krajín
map-other = Ďalej: { $list }
code-alt = Kód, ktorý vedie k tomuto číslu na webe: { $url }
code-text = Toto číslo na webe
contents = V tejto správe
contacts = Kontakty
contact-publisher = Vydavateľ
contact-mail = Otázky
contact-web = Všetky čísla
project-month = mesiac { $month } z { $months }
project-begins = začiatok: { $date }
project-ended = koniec: { $date }
project-news = V tomto čísle
project-silent = Žiadne novinky v tomto čísle.
not-supplied-of = Neuvedené: { $list }
strongest = Najviac spoločného
matrix-more = Všetky dvojice sú v pripojených údajoch.
meeting-kind-plural = Stretnutia
all-values = Všetky hodnoty
chart-today = dnes
actions-more = Všetky otvorené úlohy s termínmi sú v časti „{ $section }“.
photo = Foto
story-language = jazyk: { $language }
mail-button = Prečítať celý text
mail-figures = V číslach
mail-brief = V skratke
mail-all = { $count-form ->
    [one] Text na webe
    [few] Všetky { $count } texty na webe
   *[other] Všetkých { $count } textov na webe
 }
mail-minutes = { $minutes-form ->
    [one] { $minutes } minúta čítania
    [few] { $minutes } minúty čítania
   *[other] { $minutes } minút čítania
 }
mail-report-pages = { $pages-form ->
    [one] správa v PDF ({ $pages } strana)
    [few] správa v PDF ({ $pages } strany)
   *[other] správa v PDF ({ $pages } strán)
 }
mail-report-pdf = správa v PDF
mail-online-short = na webe
mail-add-calendar = pridať do kalendára
mail-of-target = z { $target }
web-contents = Na tejto stránke
web-read = Čítať
web-pdf = PDF
web-intro = Novinky, správy a termíny: { $cluster }, číslo po čísle.
web-map = Kde projekty pôsobia
web-project-issues = V číslach
web-back = Všetky projekty a čísla
web-subscribe = Odoberať
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = Prvá strana správy
