# Interface words: Swedish. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Utkast – inte för publicering
draft-subject = [UTKAST] { $subject }
waiting-for = Väntar på: { $who }
sensitive-mark = Känsligt – endast för partnerna och finansiären

report-title = Synergirapport
issue-line = Nummer { $number } · { $period }
page-of = Sida { $page } av { $pages }
not-supplied = inte angivet
in-short = I korthet
numbers = I siffror
next-step = Nästa steg
next-steps = Nästa steg
no-next-step = Inga åtgärder är öppna.
asked = Vad projekthandläggaren ombeds göra
asked-nothing = Ingenting: rapporten är för kännedom.
not-reported = Vad som inte redovisas
not-reported-lead = Saknas i detta nummer, eftersom inget har registrerats:
not-reported-meetings = möten
not-reported-news = nyheter
not-reported-decisions = beslut
not-reported-events = evenemang
not-reported-indicators = indikatorer
not-reported-grants = bidragsavtalens nummer för { $projects }
not-reported-attendance = antalet deltagare

number-projects = { $count-form ->
    [one] projekt
   *[other] projekt
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] hållet möte
   *[other] hållna möten
 }
number-actions = { $count-form ->
    [one] öppen åtgärd
   *[other] öppna åtgärder
 }
number-countries = { $count-form ->
    [one] land som projekten nämner
   *[other] länder som projekten nämner
 }

news = Nyheter
meeting-kind = Möte
meeting-date = Datum
meeting-host = Värd
meeting-organiser = Sammankallat av
meeting-chair = Ordförande
event-register = Anmälan senast { $date }
event-organised = Arrangör: { $who }
event-attended = Deltog: { $count }
event-expected = Väntas: { $count }
meeting-mode = Form
meeting-place = Plats
meeting-present = Närvarande projekt
meeting-total = Närvarande personer
meeting-agenda = Dagordning
meeting-regrets = Anmälda förhinder
meeting-next = Nästa möte
mode-online = på nätet
mode-in-person = på plats
mode-hybrid = på plats och på nätet
decisions = Beslut
actions = Åtgärder
action-what = Vad
action-who = Vem
action-due = Senast
action-state = Läge
action-no-owner = ingen utsedd
action-no-due = inte fastställt
state-open = öppen
state-open-since = { $days-form ->
    [one] öppen sedan { $date } ({ $days } dag)
   *[other] öppen sedan { $date } ({ $days } dagar)
 }
state-overdue = försenad
state-done = klar den { $date }
state-dropped = nedlagd den { $date }
events = Evenemang
event-when = När
event-what = Vad
event-where = Var
event-state = Läge
event-planned = planerat
event-confirmed = bekräftat
event-held = genomfört
event-postponed = uppskjutet
event-cancelled = inställt
indicators = Indikatorer
indicator-what = Indikator
indicator-value = Värde
indicator-target = Mål
indicator-period = Period

cluster = Klustret i korthet
cluster-project = Projekt
cluster-programme = Program
cluster-grant = Bidragsavtal
cluster-countries = Länder
cluster-dates = Löptid
dates-from-to = { $from } – { $to }
dates-from = från { $from }
dates-to = till { $to }
profiles = Projekten
profile-programme = Program
profile-coordinator = Samordnare
eu = EU
profile-partners = Partner
profile-countries = Länder
profile-themes = Teman
profile-groups = För
profile-instruments = Instrument
profile-budget = Budget
profile-budget-eu = { $budget }, varav EU { $part }
profile-code = Kod
profile-web = Webbsida

acknowledgement = Uppgift om finansiering
statement-for = { $projects }
disclaimers = Ansvarsfriskrivning
emblem-alt = Europeiska unionens flagga: en cirkel av tolv guldstjärnor på blå botten
footnotes = Noter
colophon = Om rapporten
colophon-made = Gjord med Bulletin { $version } av klustrets källor per den { $date }.
colophon-hash = Källor: SHA-256 { $hash }
colophon-data = De uppgifter som trycks här är bifogade till filen som report.json.
colophon-credits = Bilder: { $credits }
attachment = De uppgifter som trycks i rapporten
publisher = Utgivare: { $publisher }

mail-masthead-issue = Nummer { $number }, { $period }
mail-note = Från redaktionen
mail-projects = Vem gör vad
mail-next = Vad som händer härnäst
mail-next-item = { $owner }: { $text }
mail-next-due = (senast den { $date })
mail-next-nothing = Inga åtgärder är öppna.
mail-dates = Datum och tidsfrister
mail-deadline = Sista dag
mail-ask = En fråga till dig
mail-answer = Svara på mejlet: en människa läser det.
mail-stories = Fler nyheter
mail-why = Varför du får det här
mail-who = Vilka vi är
mail-privacy = Dataskyddsmeddelande
mail-unsubscribe = Avsluta prenumerationen på nyhetsbrevet
left-done = Du är avanmäld. Inget mer skickas till dig.
subscribe-button = Prenumerera
subscribe-address = Din e-postadress
subscribe-consent = Jag vill få { $name } med e-post. Jag kan avanmäla mig när som helst.
subscribe-sent = Om det går att skriva till den här adressen är ett meddelande på väg. Öppna det och bekräfta.
subscribe-confirm = Ja, jag prenumererar
subscribe-done = Du prenumererar. Tack!
mail-unsubscribe-how = Ett mejl räcker; inget annat händer med det.
mail-no-tracking = Mejlet innehåller ingen spårning: ingen får veta att du öppnar det.
mail-reason-default = Du får nyhetsbrevet eftersom du står på listan för { $cluster }.
text-links = Länkar

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = not
alert-note = Anmärkning
alert-tip = Tips
alert-important = Viktigt
alert-warning = Varning
alert-caution = Försiktigt
paste-links = klicka här | här | läs mer | mer | denna länk | den här länken | länk | se här | mer information
paste-chrome = till toppen | hoppa till innehållet | gå till innehållet | dela | dela på facebook | dela på linkedin | cookieinställningar | acceptera alla cookies | lämna en kommentar | föregående inlägg | nästa inlägg | fortsätt läsa | alla rättigheter förbehållna
paste-and = och | eller | till | samt | men

# What two projects share.
shared-themes = båda om { $list }
shared-groups = båda arbetar med { $list }
shared-instruments = båda använder { $list }
shared-countries = båda i { $list }

# Charts.
chart-target = mål
chart-what = Vad
chart-pair = Par
chart-overlap = Gemensamt

# What projects did together, what changed, what comes next.
joint = Tillsammans
joint-meeting = Möte
joint-news = Nyhet
joint-event = Evenemang
joint-action = Slutförd åtgärd
joint-synergy = Synergi
joint-kind = Slag
joint-who = Vem
joint-when = När
changes = Sedan förra numret
change-opened = { $count-form ->
    [one] { $count } åtgärd beslutades
   *[other] { $count } åtgärder beslutades
 }
change-closed = { $count-form ->
    [one] { $count } åtgärd avslutades
   *[other] { $count } åtgärder avslutades
 }
change-overdue = { $count-form ->
    [one] { $count } åtgärd blev försenad
   *[other] { $count } åtgärder blev försenade
 }
change-started = { $project } började den { $date }
change-ended = { $project } avslutades den { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Gemensamma nämnare
common-topic = Ämne
common-shared = Vad de delar
common-state = Läge
synergy-done = genomförd
synergy-planned = planerad
synergy-suggested = föreslagen
synergy-computed = beräknad, inte beslutad
matrix-title = Hur mycket varje par av projekt har gemensamt, i procent
timeline-title = Genomförda och planerade evenemang
coming = Vad som kommer
coming-kind = Slag
next-action = sista dag för en åtgärd
next-event = evenemang
news-other = Övriga nyheter
credits = Bildkällor
silent = Inga nyheter kom från { $projects }.
a-partner = en partner
programme-other = övrigt

# A report over a period, and the note that goes with it.
meetings = Möten
activities = Kommunikation och spridning
activity-reported = Redan i
activity-delivered = genomförd
activity-ongoing = pågår
activity-postponed = uppskjuten
activity-cancelled = inställd
activity-not-started = inte påbörjad
next-more = { $count-form ->
    [one] och { $count } till
   *[other] och { $count } till
 }
cover-to = Till projekthandläggaren
cover-1 = Här bifogas synergirapporten för { $cluster }, { $period }.
cover-2 = Registrerade gemensamma resultat: { $joint }; möten: { $meetings }; nyheter: { $news }.
cover-3 = Åtgärder: { $actions }, varav avslutade: { $closed }, öppna: { $open }.
cover-4 = Inget begärs av dig: rapporten är för kännedom.
cover-5 = De tryckta uppgifterna är bifogade till PDF-filen som report.json; frågor till { $address }.
period-headline = Synergiarbetet: { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Leverans
deliverable-title = Projektets fullständiga titel
deliverable-number = Leveransens nummer
deliverable-work-package = Arbetspaket
deliverable-due = Förfallodag (avtal)
deliverable-actual = Leveransdatum
deliverable-nature = Typ
deliverable-report = Rapport
deliverable-level = Spridningsnivå
deliverable-level-public = PU – Offentlig
deliverable-level-sensitive = SEN – Känslig
deliverable-lead = Ansvarig bidragsmottagare
deliverable-authors = Författare
deliverable-contributors = Medverkande
history = Dokumenthistorik
history-version = Version
history-change = Ändring
history-by = Av
history-first = Första versionen
portal = Verksamheter i kolumnerna i finansiärens portal

# The web edition, and what the mail links to.
language-name = Svenska
web-skip = Hoppa till innehållet
web-archive = Alla nummer
web-report = Rapporten som PDF
web-feed = Atom-flöde
web-calendar = Alla evenemang som kalender
web-languages = Andra språk
web-in-report = i rapporten
mail-online = Läs på webben
mail-calendar = Kalenderpost: { $title }
mail-partners = Projektens sidor
mail-no-tracking-hosted = Mejlet innehåller ingen spårning: bilderna kommer från { $host } och är desamma för alla läsare.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] person
   *[other] personer
 }
state-open-for = { $days-form ->
    [one] öppen i { $days } dag
   *[other] öppen i { $days } dagar
 }
overdue-count = { $count } försenade
indicator-progress = { $percent } av { $target }
quarter = kvartal { $quarter } { $year }
map = Projekt per land
map-other = Även: { $list }
code-alt = Kod som leder till detta nummer på webben: { $url }
code-text = Detta nummer på webben
contents = I denna rapport
contacts = Kontakt
contact-publisher = Utgivare
contact-mail = Frågor
contact-web = Alla nummer
project-month = månad { $month } av { $months }
project-begins = börjar den { $date }
project-ended = avslutades den { $date }
project-news = I detta nummer
project-silent = Inga nyheter i detta nummer.
not-supplied-of = Inte angivet: { $list }
strongest = Mest gemensamt
matrix-more = Alla par finns i de bifogade uppgifterna.
meeting-kind-plural = Möten
all-values = Alla värden
chart-today = i dag
actions-more = Alla öppna åtgärder, med datum, finns i avsnittet ”{ $section }”.
photo = Foto
story-language = på { $language }
mail-button = Läs hela texten
mail-figures = I siffror
mail-brief = I korthet
mail-all = { $count-form ->
    [one] Texten på webben
   *[other] Alla { $count } texter på webben
 }
mail-minutes = { $minutes-form ->
    [one] { $minutes } minuts läsning
   *[other] { $minutes } minuters läsning
 }
mail-report-pages = { $pages-form ->
    [one] rapport som PDF ({ $pages } sida)
   *[other] rapport som PDF ({ $pages } sidor)
 }
mail-report-pdf = rapport som PDF
mail-online-short = på webben
mail-add-calendar = lägg till i kalendern
mail-of-target = av { $target }
web-contents = På denna sida
web-read = Läs
web-pdf = PDF
web-intro = Nyheter, rapporter och datum från { $cluster }, nummer för nummer.
web-map = Var projekten arbetar
web-project-issues = I numren
web-back = Alla projekt och nummer
web-subscribe = Prenumerera
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = Rapportens första sida
