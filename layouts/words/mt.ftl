# Interface words: Maltese. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Abbozz – mhux għall-pubblikazzjoni
draft-subject = [ABBOZZ] { $subject }
waiting-for = Qed jistenna lil: { $who }
sensitive-mark = Sensittiv – għas-sħab u l-finanzjatur biss

report-title = Rapport dwar is-sinerġiji
issue-line = Ħarġa { $number } · { $period }
page-of = Paġna { $page } minn { $pages }
not-supplied = mhux ipprovdut
in-short = Fil-qosor
numbers = F’numri
next-step = Il-pass li jmiss
next-steps = Il-passi li jmiss
no-next-step = L-ebda azzjoni mhi miftuħa.
asked = X’qed jintalab mill-uffiċjal tal-proġett
asked-nothing = Xejn: dan ir-rapport huwa għall-informazzjoni.
not-reported = X’mhux irrappurtat
not-reported-lead = Mhumiex f’din il-ħarġa, għax ma ġie rreġistrat xejn:
not-reported-meetings = laqgħat
not-reported-news = aħbarijiet
not-reported-decisions = deċiżjonijiet
not-reported-events = avvenimenti
not-reported-indicators = indikaturi
not-reported-grants = in-numri tal-ftehimiet ta’ għotja ta’ { $projects }
not-reported-attendance = in-numru ta’ parteċipanti

number-projects = { $count-form ->
    [one] proġett
    [few] proġetti
    [two] proġetti
   *[other] proġett
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] laqgħa miżmuma
    [few] laqgħat miżmuma
    [two] laqgħat miżmuma
   *[other] laqgħa miżmuma
 }
number-actions = { $count-form ->
    [one] azzjoni miftuħa
    [few] azzjonijiet miftuħa
    [two] azzjonijiet miftuħa
   *[other] azzjoni miftuħa
 }
number-countries = { $count-form ->
    [one] pajjiż imsemmi mill-proġetti
    [few] pajjiżi msemmija mill-proġetti
    [two] pajjiżi msemmija mill-proġetti
   *[other] pajjiż imsemmi mill-proġetti
 }

news = Aħbarijiet
meeting-kind = Laqgħa
meeting-date = Data
meeting-host = Ospitanti
meeting-organiser = Imsejħa minn
meeting-chair = Imexxi
event-register = Reġistrazzjoni sa { $date }
event-organised = Organizzat minn: { $who }
event-attended = Ħadu sehem: { $count }
event-expected = Mistennija: { $count }
meeting-mode = Modalità
meeting-place = Post
meeting-present = Proġetti preżenti
meeting-total = Persuni preżenti
meeting-agenda = Aġenda
meeting-regrets = Skużati
meeting-next = Il-laqgħa li jmiss
mode-online = onlajn
mode-in-person = wiċċ imb wiċċ
mode-hybrid = wiċċ imb wiċċ u onlajn
decisions = Deċiżjonijiet
actions = Azzjonijiet
action-what = X’għandu jsir
action-who = Min
action-due = Sa
action-state = Stat
action-no-owner = ħadd mhu msemmi
action-no-due = mhux stabbilit
state-open = miftuħa
state-open-since = { $days-form ->
    [one] miftuħa minn { $date } ({ $days } jum)
    [few] miftuħa minn { $date } ({ $days } ijiem)
    [two] miftuħa minn { $date } ({ $days } ijiem)
   *[other] miftuħa minn { $date } ({ $days } jum)
 }
state-overdue = tard
state-done = lesta fi { $date }
state-dropped = abbandunata fi { $date }
events = Avvenimenti
event-when = Meta
event-what = X’inhu
event-where = Fejn
event-state = Stat
event-planned = ippjanat
event-confirmed = ikkonfermat
event-held = miżmum
event-postponed = pospost
event-cancelled = ikkanċellat
indicators = Indikaturi
indicator-what = Indikatur
indicator-value = Valur
indicator-target = Mira
indicator-period = Perjodu

cluster = Il-grupp f’daqqa t’għajn
cluster-project = Proġett
cluster-programme = Programm
cluster-grant = Ftehim ta’ għotja
cluster-countries = Pajjiżi
cluster-dates = Tul
dates-from-to = { $from } – { $to }
dates-from = minn { $from }
dates-to = sa { $to }
profiles = Il-proġetti
profile-programme = Programm
profile-coordinator = Koordinatur
eu = UE
profile-partners = Sħab
profile-countries = Pajjiżi
profile-themes = Temi
profile-groups = Għal
profile-instruments = Strumenti
profile-budget = Baġit
profile-budget-eu = { $budget }, li minnhom UE { $part }
profile-code = Kodiċi
profile-web = Paġna web

acknowledgement = Rikonoxximent tal-finanzjament
statement-for = { $projects }
disclaimers = Ċaħda ta’ responsabbiltà
emblem-alt = Bandiera tal-Unjoni Ewropea: ċirku ta’ tnax-il stilla tad-deheb fuq sfond blu
footnotes = Noti
colophon = Dwar dan ir-rapport
colophon-made = Magħmul b’Bulletin { $version } mis-sorsi tal-grupp fi { $date }.
colophon-hash = Sorsi: SHA-256 { $hash }
colophon-data = Id-data stampata hawn hija mehmuża ma’ dan il-fajl bħala report.json.
colophon-credits = Stampi: { $credits }
attachment = Id-data stampata f’dan ir-rapport
publisher = Ippubblikat minn { $publisher }

mail-masthead-issue = Ħarġa { $number }, { $period }
mail-note = Mill-editur
mail-projects = Min jagħmel xiex
mail-next = X’jiġri wara
mail-next-item = { $owner }: { $text }
mail-next-due = (sa { $date })
mail-next-nothing = L-ebda azzjoni mhi miftuħa.
mail-dates = Dati u skadenzi
mail-deadline = Skadenza
mail-ask = Mistoqsija waħda għalik
mail-answer = Wieġeb għal dan il-messaġġ: taqrah persuna.
mail-stories = Aktar aħbarijiet
mail-why = Għaliex qed tirċievi dan
mail-who = Min aħna
mail-privacy = Avviż dwar il-privatezza
mail-unsubscribe = Neħħi l-abbonament minn dan il-bullettin
left-done = M'għadekx abbonat. Mhu se jintbagħatlek xejn aktar.
subscribe-button = Abbona
subscribe-address = L-indirizz elettroniku tiegħek
subscribe-consent = Nixtieq nirċievi { $name } bil-posta elettronika. Nista’ nieqaf meta rrid.
subscribe-sent = Jekk nistgħu niktbu lil dan l-indirizz, messaġġ jinsab fi triqtu. Iftħu u kkonferma.
subscribe-confirm = Iva, nabbona
subscribe-done = Int abbonat. Grazzi!
mail-unsubscribe-how = Messaġġ wieħed huwa biżżejjed; ma jsir xejn ieħor bih.
mail-no-tracking = Dan il-messaġġ ma fih l-ebda traċċar: il-ftuħ tiegħu ma jiġi rrappurtat lil ħadd.
mail-reason-default = Qed tirċievi dan il-bullettin għax qiegħed fil-lista ta’ { $cluster }.
text-links = Ħoloq

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = nota
alert-note = Nota
alert-tip = Parir
alert-important = Importanti
alert-warning = Twissija
alert-caution = Attenzjoni
paste-links = ikklikkja hawn | hawn | aqra aktar | aktar | din il-ħolqa | ħolqa | ara hawn
paste-chrome = lura fuq | aqbeż għall-kontenut | aqsam | issettjar tal-cookies | aċċetta l-cookies kollha | ħalli kumment | id-drittijiet kollha riżervati
paste-and = u | jew | sa | imma | lanqas

# What two projects share.
shared-themes = it-tnejn dwar { $list }
shared-groups = it-tnejn jaħdmu ma’ { $list }
shared-instruments = it-tnejn jużaw { $list }
shared-countries = it-tnejn fi { $list }

# Charts.
chart-target = mira
chart-what = X’inhu
chart-pair = Par
chart-overlap = Komuni

# What projects did together, what changed, what comes next.
joint = Flimkien
joint-meeting = Laqgħa
joint-news = Aħbar
joint-event = Avveniment
joint-action = Azzjoni lesta
joint-synergy = Sinerġija
joint-kind = Tip
joint-who = Min
joint-when = Meta
changes = Mill-aħħar ħarġa
change-opened = { $count-form ->
    [one] ġiet miftiehma { $count } azzjoni
    [few] ġew miftiehma { $count } azzjonijiet
    [two] ġew miftiehma { $count } azzjonijiet
   *[other] ġew miftiehma { $count } azzjoni
 }
change-closed = { $count-form ->
    [one] ingħalqet { $count } azzjoni
    [few] ingħalqu { $count } azzjonijiet
    [two] ingħalqu { $count } azzjonijiet
   *[other] ingħalqu { $count } azzjoni
 }
change-overdue = { $count-form ->
    [one] { $count } azzjoni qabżet l-iskadenza
    [few] { $count } azzjonijiet qabżu l-iskadenza
    [two] { $count } azzjonijiet qabżu l-iskadenza
   *[other] { $count } azzjoni qabżu l-iskadenza
 }
change-started = { $project } beda fi { $date }
change-ended = { $project } intemm fi { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Punti komuni
common-topic = Suġġett
common-shared = X’jaqsmu
common-state = Stat
synergy-done = magħmula
synergy-planned = ippjanata
synergy-suggested = proposta
synergy-computed = ikkalkulata, mhux deċiża
matrix-title = Kemm għandu komuni kull par ta’ proġetti, f’perċentwal
timeline-title = Avvenimenti miżmuma u ppjanati
coming = X’ġej wara
coming-kind = Tip
next-action = skadenza ta’ azzjoni
next-event = avveniment
news-other = Aħbarijiet oħra
credits = Krediti tal-istampi
silent = Ma waslux aħbarijiet minn { $projects }.
a-partner = sieħeb
programme-other = oħrajn

# A report over a period, and the note that goes with it.
meetings = Laqgħat
activities = Komunikazzjoni u tixrid
activity-reported = Diġà fi
activity-delivered = magħmula
activity-ongoing = għaddejja
activity-postponed = posposta
activity-cancelled = ikkanċellata
activity-not-started = mhux mibdija
next-more = { $count-form ->
    [one] u { $count } oħra
    [few] u { $count } oħra
    [two] u { $count } oħra
   *[other] u { $count } oħra
 }
cover-to = Lill-uffiċjal tal-proġett
cover-1 = Mehmuż hawn ir-rapport dwar is-sinerġiji ta’ { $cluster } għal { $period }.
cover-2 = Riżultati konġunti rreġistrati: { $joint }; laqgħat: { $meetings }; aħbarijiet: { $news }.
cover-3 = Azzjonijiet: { $actions }, li minnhom magħluqa: { $closed }, miftuħa: { $open }.
cover-4 = Ma jintalab xejn minnek: ir-rapport huwa għall-informazzjoni.
cover-5 = Id-data stampata hija mehmuża mal-PDF bħala report.json; mistoqsijiet lil { $address }.
period-headline = Ix-xogħol ta’ sinerġija: { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Riżultat tanġibbli
deliverable-title = Titlu sħiħ tal-proġett
deliverable-number = Numru tar-riżultat
deliverable-work-package = Pakkett ta’ xogħol
deliverable-due = Data dovuta (kuntratt)
deliverable-actual = Data tal-kunsinna
deliverable-nature = Natura
deliverable-report = Rapport
deliverable-level = Livell ta’ tixrid
deliverable-level-public = PU – Pubbliku
deliverable-level-sensitive = SEN – Sensittiv
deliverable-lead = Benefiċjarju ewlieni
deliverable-authors = Awturi
deliverable-contributors = Kontributuri
history = Storja tad-dokument
history-version = Verżjoni
history-change = Bidla
history-by = Minn
history-first = L-ewwel verżjoni
portal = Attivitajiet fil-kolonni tal-portal tal-finanzjatur

# The web edition, and what the mail links to.
language-name = Malti
web-skip = Aqbeż għall-kontenut
web-archive = Il-ħarġiet kollha
web-report = Ir-rapport bħala PDF
web-feed = Fluss Atom
web-calendar = L-avvenimenti kollha bħala kalendarju
web-languages = Lingwi oħra
web-in-report = fir-rapport
mail-online = Aqra fuq il-web
mail-calendar = Entrata fil-kalendarju: { $title }
mail-partners = Il-paġni tal-proġetti
mail-no-tracking-hosted = Dan il-messaġġ ma fih l-ebda traċċar: l-istampi jiġu minn { $host }, l-istess għall-qarrejja kollha.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] persuna
    [few] persuni
    [two] persuni
   *[other] persuna
 }
state-open-for = { $days-form ->
    [one] miftuħa għal { $days } jum
    [few] miftuħa għal { $days } ijiem
    [two] miftuħa għal { $days } ijiem
   *[other] miftuħa għal { $days } jum
 }
overdue-count = tard: { $count }
indicator-progress = { $percent } minn { $target }
quarter = Trimestru { $quarter } { $year }
map = Proġetti skont il-pajjiż
map-other = Ukoll: { $list }
code-alt = Kodiċi li jwassal għal din il-ħarġa fuq il-web: { $url }
code-text = Din il-ħarġa fuq il-web
contents = F’dan ir-rapport
contacts = Kuntatti
contact-publisher = Pubblikatur
contact-mail = Mistoqsijiet
contact-web = Il-ħarġiet kollha
project-month = xahar { $month } minn { $months }
project-begins = jibda fi { $date }
project-ended = intemm fi { $date }
project-news = F’din il-ħarġa
project-silent = L-ebda aħbar f’din il-ħarġa.
not-supplied-of = Mhux ipprovdut: { $list }
strongest = L-aktar komuni
matrix-more = Il-pari kollha jinsabu fid-data mehmuża.
meeting-kind-plural = Laqgħat
all-values = Il-valuri kollha
chart-today = illum
actions-more = L-azzjonijiet miftuħa kollha, bid-dati tagħhom, jinsabu fit-taqsima “{ $section }”.
photo = Ritratt
story-language = bil-lingwa: { $language }
mail-button = Aqra l-artiklu kollu
mail-figures = F’numri
mail-brief = Fil-qosor
mail-all = { $count-form ->
    [one] L-artiklu fuq il-web
    [few] L-{ $count } artikli kollha fuq il-web
    [two] L-{ $count } artikli kollha fuq il-web
   *[other] L-{ $count } artiklu kollha fuq il-web
 }
mail-minutes = { $minutes-form ->
    [one] { $minutes } minuta qari
    [few] { $minutes } minuti qari
    [two] { $minutes } minuti qari
   *[other] { $minutes } minuta qari
 }
mail-report-pages = { $pages-form ->
    [one] rapport bħala PDF ({ $pages } paġna)
    [few] rapport bħala PDF ({ $pages } paġni)
    [two] rapport bħala PDF ({ $pages } paġni)
   *[other] rapport bħala PDF ({ $pages } paġna)
 }
mail-report-pdf = rapport bħala PDF
mail-online-short = fuq il-web
mail-add-calendar = żid mal-kalendarju
mail-of-target = minn { $target }
web-contents = F’din il-paġna
web-read = Aqra
web-pdf = PDF
web-intro = Aħbarijiet, rapporti u dati ta’ { $cluster }, ħarġa wara ħarġa.
web-map = Fejn jaħdmu l-proġetti
web-project-issues = Fil-ħarġiet
web-back = Il-proġetti u l-ħarġiet kollha
web-subscribe = Abbona
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = L-ewwel paġna tar-rapport
