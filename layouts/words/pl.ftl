# Interface words: Polish. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Wersja robocza – nie do publikacji
draft-subject = [PROJEKT] { $subject }
waiting-for = Czeka na: { $who }
sensitive-mark = Poufne – tylko dla partnerów i instytucji finansującej

report-title = Sprawozdanie z synergii
issue-line = Numer { $number } · { $period }
page-of = Strona { $page } z { $pages }
not-supplied = nie podano
in-short = W skrócie
numbers = W liczbach
next-step = Następny krok
next-steps = Następne kroki
no-next-step = Nie ma otwartych działań.
asked = O co prosimy opiekuna projektu
asked-nothing = O nic: sprawozdanie ma charakter informacyjny.
not-reported = Czego nie ujęto
not-reported-lead = Nie ma w tym numerze, bo niczego nie odnotowano:
not-reported-meetings = spotkania
not-reported-news = aktualności
not-reported-decisions = decyzje
not-reported-events = wydarzenia
not-reported-indicators = wskaźniki
not-reported-grants = numery umów o udzielenie dotacji projektów { $projects }
not-reported-attendance = liczba uczestników

number-projects = { $count-form ->
    [one] projekt
    [few] projekty
   *[other] projektów
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] odbyte spotkanie
    [few] odbyte spotkania
   *[other] odbytych spotkań
 }
number-actions = { $count-form ->
    [one] otwarte działanie
    [few] otwarte działania
   *[other] otwartych działań
 }
number-countries = { $count-form ->
    [one] kraj wskazany przez projekty
    [few] kraje wskazane przez projekty
   *[other] krajów wskazanych przez projekty
 }

news = Aktualności
meeting-kind = Spotkanie
meeting-date = Data
meeting-host = Gospodarz
meeting-organiser = Zwołane przez
meeting-chair = Przewodniczy
event-register = Zapisy do { $date }
event-organised = Organizator: { $who }
event-attended = Wzięło udział: { $count }
event-expected = Oczekiwanych: { $count }
meeting-mode = Forma
meeting-place = Miejsce
meeting-present = Obecne projekty
meeting-total = Obecne osoby
meeting-agenda = Porządek obrad
meeting-regrets = Usprawiedliwieni
meeting-next = Następne spotkanie
mode-online = online
mode-in-person = stacjonarnie
mode-hybrid = stacjonarnie i online
decisions = Decyzje
actions = Działania
action-what = Co
action-who = Kto
action-due = Termin
action-state = Stan
action-no-owner = nikogo nie wskazano
action-no-due = nie ustalono
state-open = otwarte
state-open-since = { $days-form ->
    [one] otwarte od { $date } ({ $days } dzień)
    [few] otwarte od { $date } ({ $days } dni)
   *[other] otwarte od { $date } ({ $days } dni)
 }
state-overdue = po terminie
state-done = wykonano { $date }
state-dropped = zaniechane { $date }
events = Wydarzenia
event-when = Kiedy
event-what = Co
event-where = Gdzie
event-state = Stan
event-planned = planowane
event-confirmed = potwierdzone
event-held = odbyło się
event-postponed = przełożone
event-cancelled = odwołane
indicators = Wskaźniki
indicator-what = Wskaźnik
indicator-value = Wartość
indicator-target = Wartość docelowa
indicator-period = Okres

cluster = Klaster w skrócie
cluster-project = Projekt
cluster-programme = Program
cluster-grant = Umowa o udzielenie dotacji
cluster-countries = Kraje
cluster-dates = Czas trwania
dates-from-to = { $from } – { $to }
dates-from = od { $from }
dates-to = do { $to }
profiles = Projekty
profile-programme = Program
profile-coordinator = Koordynator
eu = UE
profile-partners = Partnerzy
profile-countries = Kraje
profile-themes = Tematy
profile-groups = Dla
profile-instruments = Narzędzia
profile-budget = Budżet
profile-budget-eu = { $budget }, w tym UE { $part }
profile-code = Kod
profile-web = Strona internetowa

acknowledgement = Informacja o finansowaniu
statement-for = { $projects }
disclaimers = Zastrzeżenie prawne
emblem-alt = Flaga Unii Europejskiej: okrąg z dwunastu złotych gwiazd na niebieskim tle
footnotes = Przypisy
colophon = O tym sprawozdaniu
colophon-made = Przygotowano w programie Bulletin { $version } ze źródeł klastra, stan na: { $date }.
colophon-hash = Źródła: SHA-256 { $hash }
colophon-data = Wydrukowane tu dane są dołączone do tego pliku jako report.json.
colophon-credits = Ilustracje: { $credits }
attachment = Dane wydrukowane w tym sprawozdaniu
publisher = Wydawca: { $publisher }

mail-masthead-issue = Numer { $number }, { $period }
mail-note = Od redakcji
mail-projects = Kto co robi
mail-next = Co dalej
mail-next-item = { $owner }: { $text }
mail-next-due = (do: { $date })
mail-next-nothing = Żadne działanie nie jest otwarte.
mail-dates = Daty i terminy
mail-deadline = Termin
mail-ask = Pytanie do Państwa
mail-answer = Prosimy odpowiedzieć na tę wiadomość: czyta ją człowiek.
mail-stories = Więcej aktualności
mail-why = Dlaczego otrzymują Państwo tę wiadomość
mail-who = Kim jesteśmy
mail-privacy = Informacja o ochronie danych
mail-unsubscribe = Rezygnacja z biuletynu
left-done = Subskrypcja została anulowana. Nic więcej nie zostanie wysłane.
subscribe-button = Zapisz się
subscribe-address = Adres e-mail
subscribe-consent = Chcę otrzymywać { $name } pocztą elektroniczną. Mogę zrezygnować w każdej chwili.
subscribe-sent = Jeśli pod ten adres można pisać, wiadomość jest w drodze. Proszę ją otworzyć i potwierdzić.
subscribe-confirm = Tak, zapisuję się
subscribe-done = Zapis potwierdzony. Dziękujemy!
mail-unsubscribe-how = Wystarczy jedna wiadomość; nie robimy z nią nic więcej.
mail-no-tracking = Ta wiadomość nie zawiera elementów śledzących: nikt nie dowie się o jej otwarciu.
mail-reason-default = Otrzymują Państwo ten biuletyn, ponieważ są Państwo na liście { $cluster }.
text-links = Odnośniki

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = przypis
alert-note = Uwaga
alert-tip = Wskazówka
alert-important = Ważne
alert-warning = Ostrzeżenie
alert-caution = Ostrożnie
paste-links = kliknij tutaj | tutaj | czytaj więcej | czytaj dalej | więcej | ten link | link | zobacz tutaj | dowiedz się więcej
paste-chrome = powrót do góry | przejdź do treści | przejdź do głównej treści | udostępnij | udostępnij na facebooku | udostępnij na linkedin | ustawienia plików cookie | akceptuj wszystkie pliki cookie | dodaj komentarz | poprzedni wpis | następny wpis | czytaj dalej | wszelkie prawa zastrzeżone
paste-and = i | lub | oraz | albo | do | ale | ani

# What two projects share.
shared-themes = oba o: { $list }
shared-groups = oba współpracują z: { $list }
shared-instruments = oba korzystają z: { $list }
shared-countries = oba w: { $list }

# Charts.
chart-target = wartość docelowa
chart-what = Co
chart-pair = Para
chart-overlap = Wspólne

# What projects did together, what changed, what comes next.
joint = Wspólnie
joint-meeting = Spotkanie
joint-news = Aktualność
joint-event = Wydarzenie
joint-action = Wykonane działanie
joint-synergy = Synergia
joint-kind = Rodzaj
joint-who = Kto
joint-when = Kiedy
changes = Od poprzedniego numeru
change-opened = { $count-form ->
    [one] uzgodniono { $count } działanie
    [few] uzgodniono { $count } działania
   *[other] uzgodniono { $count } działań
 }
change-closed = { $count-form ->
    [one] zamknięto { $count } działanie
    [few] zamknięto { $count } działania
   *[other] zamknięto { $count } działań
 }
change-overdue = { $count-form ->
    [one] po terminie: { $count } działanie
    [few] po terminie: { $count } działania
   *[other] po terminie: { $count } działań
 }
change-started = { $project }: początek { $date }
change-ended = { $project }: koniec { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Wspólne obszary
common-topic = Temat
common-shared = Co je łączy
common-state = Stan
synergy-done = zrealizowana
synergy-planned = planowana
synergy-suggested = proponowana
synergy-computed = obliczona, nierozstrzygnięta
matrix-title = Ile wspólnego ma każda para projektów, w procentach
timeline-title = Wydarzenia, które się odbyły, i planowane
coming = Co dalej
coming-kind = Rodzaj
next-action = termin działania
next-event = wydarzenie
news-other = Inne wiadomości
credits = Źródła ilustracji
silent = Brak wiadomości od: { $projects }.
a-partner = partner
programme-other = inne

# A report over a period, and the note that goes with it.
meetings = Spotkania
activities = Komunikacja i upowszechnianie
activity-reported = Już w
activity-delivered = zrealizowane
activity-ongoing = w toku
activity-postponed = przełożone
activity-cancelled = odwołane
activity-not-started = nierozpoczęte
next-more = { $count-form ->
    [one] i { $count } inne
    [few] i { $count } inne
   *[other] i { $count } innych
 }
cover-to = Do opiekuna projektu
cover-1 = W załączeniu sprawozdanie z synergii: { $cluster }, { $period }.
cover-2 = Odnotowane wspólne wyniki: { $joint }; spotkania: { $meetings }; wiadomości: { $news }.
cover-3 = Działania: { $actions }, w tym zamknięte: { $closed }, otwarte: { $open }.
cover-4 = O nic Państwa nie prosimy: sprawozdanie ma charakter informacyjny.
cover-5 = Wydrukowane dane są dołączone do PDF jako report.json; pytania: { $address }.
period-headline = Praca nad synergiami: { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Rezultat (deliverable)
deliverable-title = Pełny tytuł projektu
deliverable-number = Numer rezultatu
deliverable-work-package = Pakiet roboczy
deliverable-due = Termin (umowa)
deliverable-actual = Data przekazania
deliverable-nature = Charakter
deliverable-report = Sprawozdanie
deliverable-level = Poziom upowszechniania
deliverable-level-public = PU – publiczny
deliverable-level-sensitive = SEN – poufny
deliverable-lead = Beneficjent wiodący
deliverable-authors = Autorzy
deliverable-contributors = Współautorzy
history = Historia dokumentu
history-version = Wersja
history-change = Zmiana
history-by = Kto
history-first = Pierwsza wersja
portal = Działania w kolumnach portalu instytucji finansującej

# The web edition, and what the mail links to.
language-name = Polski
web-skip = Przejdź do treści
web-archive = Wszystkie numery
web-report = Sprawozdanie w PDF
web-feed = Kanał Atom
web-calendar = Wszystkie wydarzenia jako kalendarz
web-languages = Inne języki
web-in-report = w sprawozdaniu
mail-online = Czytaj w przeglądarce
mail-calendar = Wpis do kalendarza: { $title }
mail-partners = Strony projektów
mail-no-tracking-hosted = Ta wiadomość nie zawiera elementów śledzących: obrazy pochodzą z { $host } i są takie same dla wszystkich czytelników.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] osoba
    [few] osoby
   *[other] osób
 }
state-open-for = { $days-form ->
    [one] otwarte od { $days } dnia
    [few] otwarte od { $days } dni
   *[other] otwarte od { $days } dni
 }
overdue-count = po terminie: { $count }
indicator-progress = { $percent } z { $target }
quarter = { $ordinal } kwartał { $year }
map = Projekty według krajów
map-other = Także: { $list }
code-alt = Kod prowadzący do tego numeru w internecie: { $url }
code-text = Ten numer w internecie
contents = W tym sprawozdaniu
contacts = Kontakt
contact-publisher = Wydawca
contact-mail = Pytania
contact-web = Wszystkie numery
project-month = miesiąc { $month } z { $months }
project-begins = początek: { $date }
project-ended = koniec: { $date }
project-news = W tym numerze
project-silent = Brak wiadomości w tym numerze.
not-supplied-of = Nie podano: { $list }
strongest = Najwięcej wspólnego
matrix-more = Wszystkie pary są w dołączonych danych.
meeting-kind-plural = Spotkania
all-values = Wszystkie wartości
chart-today = dziś
actions-more = Wszystkie otwarte działania z terminami są w części „{ $section }”.
photo = Zdjęcie
story-language = język: { $language }
mail-button = Przeczytaj cały tekst
mail-figures = W liczbach
mail-brief = W skrócie
mail-all = { $count-form ->
    [one] Tekst w internecie
    [few] Wszystkie { $count } teksty w internecie
   *[other] Wszystkie { $count } tekstów w internecie
 }
mail-minutes = { $minutes-form ->
    [one] { $minutes } minuta czytania
    [few] { $minutes } minuty czytania
   *[other] { $minutes } minut czytania
 }
mail-report-pages = { $pages-form ->
    [one] sprawozdanie w PDF ({ $pages } strona)
    [few] sprawozdanie w PDF ({ $pages } strony)
   *[other] sprawozdanie w PDF ({ $pages } stron)
 }
mail-report-pdf = sprawozdanie w PDF
mail-online-short = w internecie
mail-add-calendar = dodaj do kalendarza
mail-of-target = z { $target }
web-contents = Na tej stronie
web-read = Czytaj
web-pdf = PDF
web-intro = Aktualności, sprawozdania i daty: { $cluster }, numer po numerze.
web-map = Gdzie działają projekty
web-project-issues = W numerach
web-back = Wszystkie projekty i numery
web-subscribe = Zapisz się
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = Pierwsza strona sprawozdania
