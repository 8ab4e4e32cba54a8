# Interface words: Czech. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Návrh – není určeno ke zveřejnění
draft-subject = [KONCEPT] { $subject }
waiting-for = Čeká na: { $who }
sensitive-mark = Důvěrné – pouze pro partnery a poskytovatele dotace

report-title = Zpráva o synergiích
issue-line = Číslo { $number } · { $period }
page-of = Strana { $page } z { $pages }
not-supplied = neuvedeno
in-short = Stručně
numbers = V číslech
next-step = Další krok
next-steps = Další kroky
no-next-step = Žádný úkol není otevřený.
asked = O co žádáme projektového úředníka
asked-nothing = O nic: zpráva je pro informaci.
not-reported = Co není uvedeno
not-reported-lead = V tomto čísle nejsou, protože nebylo nic zaznamenáno:
not-reported-meetings = schůzky
not-reported-news = novinky
not-reported-decisions = rozhodnutí
not-reported-events = akce
not-reported-indicators = ukazatele
not-reported-grants = čísla grantových dohod projektů { $projects }
not-reported-attendance = počet účastníků

number-projects = { $count-form ->
    [one] projekt
    [few] projekty
   *[other] projektů
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] uskutečněná schůzka
    [few] uskutečněné schůzky
   *[other] uskutečněných schůzek
 }
number-actions = { $count-form ->
    [one] otevřený úkol
    [few] otevřené úkoly
   *[other] otevřených úkolů
 }
number-countries = { $count-form ->
    [one] země uvedená projekty
    [few] země uvedené projekty
   *[other] zemí uvedených projekty
 }

news = Novinky
meeting-kind = Schůzka
meeting-date = Datum
meeting-host = Hostitel
meeting-organiser = Svolal
meeting-chair = Předsedá
event-register = Přihlášení do { $date }
event-organised = Pořádá: { $who }
event-attended = Zúčastnilo se: { $count }
event-expected = Očekáváno: { $count }
meeting-mode = Forma
meeting-place = Místo
meeting-present = Přítomné projekty
meeting-total = Přítomné osoby
meeting-agenda = Program jednání
meeting-regrets = Omluveni
meeting-next = Příští schůzka
mode-online = online
mode-in-person = osobně
mode-hybrid = osobně i online
decisions = Rozhodnutí
actions = Úkoly
action-what = Co
action-who = Kdo
action-due = Termín
action-state = Stav
action-no-owner = nikdo neurčen
action-no-due = nestanoveno
state-open = otevřeno
state-open-since = { $days-form ->
    [one] otevřeno od { $date } ({ $days } den)
    [few] otevřeno od { $date } ({ $days } dny)
   *[other] otevřeno od { $date } ({ $days } dnů)
 }
state-overdue = po termínu
state-done = splněno { $date }
state-dropped = zrušeno { $date }
events = Akce
event-when = Kdy
event-what = Co
event-where = Kde
event-state = Stav
event-planned = plánováno
event-confirmed = potvrzeno
event-held = uskutečněno
event-postponed = odloženo
event-cancelled = zrušeno
indicators = Ukazatele
indicator-what = Ukazatel
indicator-value = Hodnota
indicator-target = Cíl
indicator-period = Období

cluster = Klastr v přehledu
cluster-project = Projekt
cluster-programme = Program
cluster-grant = Grantová dohoda
cluster-countries = Země
cluster-dates = Doba trvání
dates-from-to = { $from } – { $to }
dates-from = od: { $from }
dates-to = do: { $to }
profiles = Projekty
profile-programme = Program
profile-coordinator = Koordinátor
eu = EU
profile-partners = Partneři
profile-countries = Země
profile-themes = Témata
profile-groups = Pro
profile-instruments = Nástroje
profile-budget = Rozpočet
profile-budget-eu = { $budget }, z toho EU { $part }
profile-code = Kód
profile-web = Webová stránka

acknowledgement = Informace o financování
statement-for = { $projects }
disclaimers = Prohlášení o vyloučení odpovědnosti
emblem-alt = Vlajka Evropské unie: kruh dvanácti zlatých hvězd na modrém podkladu
footnotes = Poznámky
colophon = O této zprávě
colophon-made = Vytvořeno programem Bulletin { $version } ze zdrojů klastru, stav k: { $date }.
colophon-hash = Zdroje: SHA-256 { $hash }
colophon-data = Zde vytištěné údaje jsou k souboru připojeny jako report.json.
colophon-credits = Obrázky: { $credits }
attachment = Údaje vytištěné v této zprávě
publisher = Vydal: { $publisher }

mail-masthead-issue = Číslo { $number }, { $period }
mail-note = Z redakce
mail-projects = Kdo co dělá
mail-next = Co bude dál
mail-next-item = { $owner }: { $text }
mail-next-due = (do: { $date })
mail-next-nothing = Žádný úkol není otevřený.
mail-dates = Data a termíny
mail-deadline = Termín
mail-ask = Otázka pro vás
mail-answer = Odpovězte na tento e-mail: čte jej člověk.
mail-stories = Další novinky
mail-why = Proč tuto zprávu dostáváte
mail-who = Kdo jsme
mail-privacy = Ochrana osobních údajů
mail-unsubscribe = Odhlásit odběr zpravodaje
left-done = Jste odhlášeni. Nic dalšího vám nepošleme.
subscribe-button = Odebírat
subscribe-address = Vaše e-mailová adresa
subscribe-consent = Chci dostávat { $name } e-mailem. Kdykoli se mohu odhlásit.
subscribe-sent = Pokud lze na tuto adresu psát, je na cestě e-mail. Otevřete jej prosím a potvrďte.
subscribe-confirm = Ano, chci odebírat
subscribe-done = Jste přihlášeni. Děkujeme!
mail-unsubscribe-how = Stačí jeden e-mail; nic jiného se s ním neděje.
mail-no-tracking = Zpráva neobsahuje sledovací prvky: o jejím otevření se nikdo nedozví.
mail-reason-default = Tento zpravodaj dostáváte, protože jste na seznamu { $cluster }.
text-links = Odkazy

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = poznámka
alert-note = Poznámka
alert-tip = Tip
alert-important = Důležité
alert-warning = Varování
alert-caution = Pozor
paste-links = klikněte zde | klikněte sem | zde | číst dál | více | tento odkaz | odkaz | viz zde | zjistit více
paste-chrome = zpět nahoru | přejít k obsahu | přeskočit na obsah | sdílet | sdílet na facebooku | sdílet na linkedin | nastavení cookies | přijmout všechny cookies | napsat komentář | předchozí článek | další článek | číst dál | všechna práva vyhrazena
paste-and = a | nebo | i | až | do | ale | ani

# What two projects share.
shared-themes = oba o: { $list }
shared-groups = oba pracují s: { $list }
shared-instruments = oba používají: { $list }
shared-countries = oba v: { $list }

# Charts.
chart-target = cíl
chart-what = Co
chart-pair = Dvojice
chart-overlap = Společné

# What projects did together, what changed, what comes next.
joint = Společně
joint-meeting = Schůzka
joint-news = Novinka
joint-event = Akce
joint-action = Splněný úkol
joint-synergy = Synergie
joint-kind = Druh
joint-who = Kdo
joint-when = Kdy
changes = Od minulého čísla
change-opened = { $count-form ->
    [one] dohodnut { $count } úkol
    [few] dohodnuty { $count } úkoly
   *[other] dohodnuto { $count } úkolů
 }
change-closed = { $count-form ->
    [one] uzavřen { $count } úkol
    [few] uzavřeny { $count } úkoly
   *[other] uzavřeno { $count } úkolů
 }
change-overdue = { $count-form ->
    [one] po termínu { $count } úkol
    [few] po termínu { $count } úkoly
   *[other] po termínu { $count } úkolů
 }
change-started = { $project }: zahájení { $date }
change-ended = { $project }: ukončení { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Co mají společného
common-topic = Téma
common-shared = Co mají společné
common-state = Stav
synergy-done = uskutečněná
synergy-planned = plánovaná
synergy-suggested = navrhovaná
synergy-computed = vypočtená, nerozhodnutá
matrix-title = Kolik společného má každá dvojice projektů, v procentech
timeline-title = Uskutečněné a plánované akce
coming = Co bude dál
coming-kind = Druh
next-action = termín úkolu
next-event = akce
news-other = Ostatní zprávy
credits = Zdroje obrázků
silent = Žádné novinky: { $projects }.
a-partner = partner
programme-other = jiné

# A report over a period, and the note that goes with it.
meetings = Schůzky
activities = Komunikace a šíření
activity-reported = Již v
activity-delivered = uskutečněno
activity-ongoing = probíhá
activity-postponed = odloženo
activity-cancelled = zrušeno
activity-not-started = nezahájeno
next-more = { $count-form ->
    [one] a { $count } další
    [few] a { $count } další
   *[other] a { $count } dalších
 }
cover-to = Odpovědnému pracovníkovi projektu
cover-1 = V příloze zpráva o synergiích: { $cluster }, { $period }.
cover-2 = Zaznamenané společné výsledky: { $joint }; schůzky: { $meetings }; novinky: { $news }.
cover-3 = Úkoly: { $actions }, z toho uzavřené: { $closed }, otevřené: { $open }.
cover-4 = Nic se od vás nežádá: zpráva je pro informaci.
cover-5 = Vytištěné údaje jsou k PDF připojeny jako report.json; dotazy: { $address }.
period-headline = Práce na synergiích: { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Výstup (deliverable)
deliverable-title = Úplný název projektu
deliverable-number = Číslo výstupu
deliverable-work-package = Pracovní balíček
deliverable-due = Termín (smlouva)
deliverable-actual = Datum odevzdání
deliverable-nature = Povaha
deliverable-report = Zpráva
deliverable-level = Úroveň šíření
deliverable-level-public = PU – veřejné
deliverable-level-sensitive = SEN – důvěrné
deliverable-lead = Vedoucí příjemce
deliverable-authors = Autoři
deliverable-contributors = Spoluautoři
history = Historie dokumentu
history-version = Verze
history-change = Změna
history-by = Kdo
history-first = První verze
portal = Činnosti ve sloupcích portálu poskytovatele dotace

# The web edition, and what the mail links to.
language-name = Čeština
web-skip = Přejít k obsahu
web-archive = Všechna čísla
web-report = Zpráva v PDF
web-feed = Kanál Atom
web-calendar = Všechny akce jako kalendář
web-languages = Jiné jazyky
web-in-report = ve zprávě
mail-online = Číst na webu
mail-calendar = Záznam do kalendáře: { $title }
mail-partners = Stránky projektů
mail-no-tracking-hosted = E-mail neobsahuje sledování: obrázky pocházejí z { $host } a jsou pro všechny čtenáře stejné.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] osoba
    [few] osoby
   *[other] osob
 }
state-open-for = { $days-form ->
    [one] otevřeno { $days } den
    [few] otevřeno { $days } dny
   *[other] otevřeno { $days } dnů
 }
overdue-count = po termínu: { $count }
indicator-progress = { $percent } z { $target }
quarter = { $ordinal } čtvrtletí { $year }
map = Projekty podle zemí
map-other = Dále: { $list }
code-alt = Kód, který vede k tomuto číslu na webu: { $url }
code-text = Toto číslo na webu
contents = V této zprávě
contacts = Kontakty
contact-publisher = Vydavatel
contact-mail = Dotazy
contact-web = Všechna čísla
project-month = měsíc { $month } z { $months }
project-begins = začátek: { $date }
project-ended = konec: { $date }
project-news = V tomto čísle
project-silent = Žádné novinky v tomto čísle.
not-supplied-of = Neuvedeno: { $list }
strongest = Nejvíce společného
matrix-more = Všechny dvojice jsou v připojených údajích.
meeting-kind-plural = Schůzky
all-values = Všechny hodnoty
chart-today = dnes
actions-more = Všechny otevřené úkoly s termíny jsou v oddílu „{ $section }“.
photo = Foto
story-language = jazyk: { $language }
mail-button = Přečíst celý text
mail-figures = V číslech
mail-brief = Ve zkratce
mail-all = { $count-form ->
    [one] Text na webu
    [few] Všechny { $count } texty na webu
   *[other] Všech { $count } textů na webu
 }
mail-minutes = { $minutes-form ->
    [one] { $minutes } minuta čtení
    [few] { $minutes } minuty čtení
   *[other] { $minutes } minut čtení
 }
mail-report-pages = { $pages-form ->
    [one] zpráva v PDF ({ $pages } strana)
    [few] zpráva v PDF ({ $pages } strany)
   *[other] zpráva v PDF ({ $pages } stran)
 }
mail-report-pdf = zpráva v PDF
mail-online-short = na webu
mail-add-calendar = přidat do kalendáře
mail-of-target = z { $target }
web-contents = Na této stránce
web-read = Číst
web-pdf = PDF
web-intro = Novinky, zprávy a termíny: { $cluster }, číslo po čísle.
web-map = Kde projekty působí
web-project-issues = V číslech
web-back = Všechny projekty a čísla
web-subscribe = Odebírat
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = První strana zprávy
