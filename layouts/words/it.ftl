# Interface words: Italian. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Bozza – non destinata alla pubblicazione
draft-subject = [BOZZA] { $subject }
waiting-for = In attesa di: { $who }
sensitive-mark = Riservato – solo per i partner e il finanziatore

report-title = Rapporto sulle sinergie
issue-line = Numero { $number } · { $period }
page-of = Pagina { $page } di { $pages }
not-supplied = non indicato
in-short = In breve
numbers = In cifre
next-step = Prossimo passo
next-steps = Prossimi passi
no-next-step = Nessuna azione è aperta.
asked = Che cosa si chiede al funzionario di progetto
asked-nothing = Nulla: il rapporto è a titolo informativo.
not-reported = Che cosa non è riportato
not-reported-lead = Non compaiono, perché non registrati:
not-reported-meetings = riunioni
not-reported-news = notizie
not-reported-decisions = decisioni
not-reported-events = eventi
not-reported-indicators = indicatori
not-reported-grants = i numeri delle convenzioni di sovvenzione di { $projects }
not-reported-attendance = il numero dei partecipanti

number-projects = { $count-form ->
    [one] progetto
   *[other] progetti
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] riunione tenuta
   *[other] riunioni tenute
 }
number-actions = { $count-form ->
    [one] azione aperta
   *[other] azioni aperte
 }
number-countries = { $count-form ->
    [one] paese citato dai progetti
   *[other] paesi citati dai progetti
 }

news = Notizie
meeting-kind = Riunione
meeting-date = Data
meeting-host = Ospite
meeting-organiser = Convocata da
meeting-chair = Presiede
event-register = Iscrizione entro il { $date }
event-organised = Organizzazione: { $who }
event-attended = Partecipanti: { $count }
event-expected = Attesi: { $count }
meeting-mode = Modalità
meeting-place = Luogo
meeting-present = Progetti presenti
meeting-total = Persone presenti
meeting-agenda = Ordine del giorno
meeting-regrets = Assenti giustificati
meeting-next = Prossima riunione
mode-online = online
mode-in-person = in presenza
mode-hybrid = online e in presenza
decisions = Decisioni
actions = Azioni
action-what = Che cosa
action-who = Chi
action-due = Scadenza
action-state = Stato
action-no-owner = nessun responsabile
action-no-due = non fissata
state-open = aperta
state-open-since = aperta; inizio: { $date } ({ $days-form ->
    [one] 1 giorno
   *[other] { $days } giorni
 })
state-overdue = in ritardo
state-done = conclusa: { $date }
state-dropped = abbandonata: { $date }
events = Eventi
event-when = Quando
event-what = Che cosa
event-where = Dove
event-state = Stato
event-planned = previsto
event-confirmed = confermato
event-held = svolto
event-postponed = rinviato
event-cancelled = annullato
indicators = Indicatori
indicator-what = Indicatore
indicator-value = Valore
indicator-target = Obiettivo
indicator-period = Periodo

cluster = Il cluster in sintesi
cluster-project = Progetto
cluster-programme = Programma
cluster-grant = Convenzione
cluster-countries = Paesi
cluster-dates = Durata
dates-from-to = { $from } – { $to }
dates-from = dal { $from }
dates-to = fino al { $to }
profiles = I progetti
profile-programme = Programma
profile-coordinator = Coordinatore
eu = UE
profile-partners = Partner
profile-countries = Paesi
profile-themes = Temi
profile-groups = Per
profile-instruments = Strumenti
profile-budget = Bilancio
profile-budget-eu = { $budget }, di cui UE { $part }
profile-code = Codice
profile-web = Pagina web

acknowledgement = Finanziamento
statement-for = { $projects }
disclaimers = Clausola di esclusione della responsabilità
emblem-alt = Bandiera dell’Unione europea: un cerchio di dodici stelle d’oro su sfondo blu
footnotes = Note
colophon = Informazioni sul rapporto
colophon-made = Realizzato con Bulletin { $version } dalle fonti del cluster in data { $date }.
colophon-hash = Fonti: SHA-256 { $hash }
colophon-data = I dati qui stampati sono allegati al file come report.json.
colophon-credits = Immagini: { $credits }
attachment = I dati stampati nel rapporto
publisher = Pubblicato da { $publisher }

mail-masthead-issue = Numero { $number }, { $period }
mail-note = Dalla redazione
mail-projects = Chi fa che cosa
mail-next = Che cosa succede ora
mail-next-item = { $owner }: { $text }
mail-next-due = (scadenza: { $date })
mail-next-nothing = Nessuna azione è aperta.
mail-dates = Date e scadenze
mail-deadline = Scadenza
mail-ask = Una domanda per voi
mail-answer = Rispondete a questo messaggio: lo legge una persona.
mail-stories = Altre notizie
mail-why = Perché ricevete questo messaggio
mail-who = Chi siamo
mail-privacy = Informativa sulla privacy
mail-unsubscribe = Annullare l’iscrizione alla newsletter
left-done = La disiscrizione è avvenuta. Non riceverà più nulla.
subscribe-button = Iscriviti
subscribe-address = Il suo indirizzo di posta elettronica
subscribe-consent = Desidero ricevere { $name } per posta elettronica. Posso disiscrivermi in ogni momento.
subscribe-sent = Se a questo indirizzo si può scrivere, un messaggio è in viaggio. Lo apra e confermi.
subscribe-confirm = Sì, mi iscrivo
subscribe-done = L’iscrizione è confermata. Grazie!
mail-unsubscribe-how = Basta un messaggio; non ne facciamo altro uso.
mail-no-tracking = Questo messaggio non contiene tracciamento: aprirlo non avvisa nessuno.
mail-reason-default = Ricevete questa newsletter perché siete nell’elenco di { $cluster }.
text-links = Collegamenti

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = nota
alert-note = Nota
alert-tip = Consiglio
alert-important = Importante
alert-warning = Avviso
alert-caution = Attenzione
paste-links = qui | clicca qui | leggi tutto | leggi di più | di più | link
paste-chrome = torna su | vai al contenuto | leggi tutto | condividi | accetta i cookie
paste-and = e | o | ed | a

# What two projects share.
shared-themes = entrambi su { $list }
shared-groups = entrambi lavorano con { $list }
shared-instruments = entrambi usano { $list }
shared-countries = entrambi in { $list }

# Charts.
chart-target = obiettivo
chart-what = Che cosa
chart-pair = Coppia
chart-overlap = In comune

# What projects did together, what changed, what comes next.
joint = Insieme
joint-meeting = Riunione
joint-news = Notizia
joint-event = Evento
joint-action = Azione conclusa
joint-synergy = Sinergia
joint-kind = Tipo
joint-who = Chi
joint-when = Quando
changes = Dal numero precedente
change-opened = { $count-form ->
    [one] 1 azione concordata
   *[other] { $count } azioni concordate
 }
change-closed = { $count-form ->
    [one] 1 azione conclusa
   *[other] { $count } azioni concluse
 }
change-overdue = { $count-form ->
    [one] 1 azione è in ritardo
   *[other] { $count } azioni sono in ritardo
 }
change-started = { $project } è iniziato: { $date }
change-ended = { $project } è terminato: { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Terreno comune
common-topic = Tema
common-shared = Che cosa condividono
common-state = Stato
synergy-done = conclusa
synergy-planned = prevista
synergy-suggested = proposta
synergy-computed = calcolata, non decisa
matrix-title = Quanto ha in comune ogni coppia di progetti, in percentuale
timeline-title = Eventi svolti e previsti
coming = Che cosa segue
coming-kind = Tipo
next-action = scadenza
next-event = evento
news-other = Altre notizie
credits = Crediti delle immagini
silent = Nessuna notizia da { $projects }.
a-partner = un partner
programme-other = altro

# A report over a period, and the note that goes with it.
meetings = Riunioni
activities = Comunicazione e divulgazione
activity-reported = Già in
activity-delivered = svolta
activity-ongoing = in corso
activity-postponed = rinviata
activity-cancelled = annullata
activity-not-started = non iniziata
next-more = { $count-form ->
    [one] e un’altra
   *[other] e altre { $count }
 }
cover-to = Al funzionario di progetto
cover-1 = In allegato il rapporto sulle sinergie: { $cluster }, { $period }.
cover-2 = Risultati comuni: { $joint }, riunioni: { $meetings }, notizie: { $news }.
cover-3 = Azioni: { $actions }, concluse: { $closed }, aperte: { $open }.
cover-4 = Non Le è chiesto nulla: il rapporto è informativo.
cover-5 = I dati sono allegati al PDF come report.json; domande a { $address }.
period-headline = Il lavoro sulle sinergie: { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Deliverable
deliverable-title = Titolo completo del progetto
deliverable-number = Numero del deliverable
deliverable-work-package = Pacchetto di lavoro
deliverable-due = Scadenza contrattuale
deliverable-actual = Data di consegna
deliverable-nature = Natura
deliverable-report = Rapporto
deliverable-level = Livello di diffusione
deliverable-level-public = PU – Pubblico
deliverable-level-sensitive = SEN – Sensibile
deliverable-lead = Beneficiario capofila
deliverable-authors = Autori
deliverable-contributors = Contributori
history = Storia del documento
history-version = Versione
history-change = Modifica
history-by = Da
history-first = Prima versione
portal = Attività nelle colonne del portale del finanziatore

# The web edition, and what the mail links to.
language-name = Italiano
web-skip = Vai al contenuto
web-archive = Tutti i numeri
web-report = Il rapporto in PDF
web-feed = Feed Atom
web-calendar = Tutti gli eventi come calendario
web-languages = Altre lingue
web-in-report = nel rapporto
mail-online = Leggi sul web
mail-calendar = Voce di calendario: { $title }
mail-partners = Le pagine dei progetti
mail-no-tracking-hosted = Il messaggio non contiene tracciamento: le immagini vengono da { $host }, uguali per tutti i lettori.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] persona
   *[other] persone
 }
state-open-for = aperta da { $days } giorni
overdue-count = { $count } in ritardo
indicator-progress = { $percent } di { $target }
quarter = { $ordinal } trimestre { $year }
map = Progetti per paese
map-other = Anche: { $list }
code-alt = Codice che porta a questo numero sul web: { $url }
code-text = Questo numero sul web
contents = In questo rapporto
contacts = Contatti
contact-publisher = Editore
contact-mail = Domande
contact-web = Tutti i numeri
project-month = mese { $month } di { $months }
project-begins = inizia il { $date }
project-ended = concluso il { $date }
project-news = In questo numero
project-silent = Nessuna notizia in questo numero.
not-supplied-of = Non forniti: { $list }
strongest = Più in comune
matrix-more = Tutte le coppie sono nei dati allegati.
meeting-kind-plural = Riunioni
all-values = Tutti i valori
chart-today = oggi
actions-more = Tutte le azioni aperte, con le loro date, sono nella sezione «{ $section }».
photo = Foto
story-language = { $language }
mail-button = Leggi tutto il testo
mail-figures = In cifre
mail-brief = In breve
mail-all = { $count-form ->
    [one] Il testo sul web
   *[other] Tutti i { $count } testi sul web
 }
mail-minutes = { $minutes-form ->
    [one] 1 minuto di lettura
   *[other] { $minutes } minuti di lettura
 }
mail-report-pages = rapporto in PDF ({ $pages-form ->
    [one] 1 pagina
   *[other] { $pages } pagine
 })
mail-report-pdf = rapporto in PDF
mail-online-short = sul web
mail-add-calendar = aggiungi al calendario
mail-of-target = di { $target }
web-contents = In questa pagina
web-read = Leggi
web-pdf = PDF
web-intro = Notizie, rapporti e date di { $cluster }, numero per numero.
web-map = Dove lavorano i progetti
web-project-issues = Nei numeri
web-back = Tutti i progetti e i numeri
web-subscribe = Iscriviti
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = Prima pagina del rapporto
