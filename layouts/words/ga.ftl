# Interface words: Irish. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Dréacht – ní lena fhoilsiú
draft-subject = [DRÉACHT] { $subject }
waiting-for = Ag fanacht le: { $who }
sensitive-mark = Íogair – do na comhpháirtithe agus don mhaoinitheoir amháin

report-title = Tuarascáil ar shineirgí
issue-line = Eagrán { $number } · { $period }
page-of = Leathanach { $page } as { $pages }
not-supplied = gan soláthar
in-short = Go hachomair
numbers = I bhfigiúirí
next-step = An chéad chéim eile
next-steps = Na chéad chéimeanna eile
no-next-step = Níl aon ghníomh oscailte.
asked = Cad atá á iarraidh ar an oifigeach tionscadail
asked-nothing = Tada: tá an tuarascáil seo mar eolas.
not-reported = Cad nach bhfuil tuairiscithe
not-reported-lead = Níl siad seo san eagrán, toisc nár taifeadadh aon rud:
not-reported-meetings = cruinnithe
not-reported-news = nuacht
not-reported-decisions = cinntí
not-reported-events = imeachtaí
not-reported-indicators = táscairí
not-reported-grants = uimhreacha chomhaontuithe deontais { $projects }
not-reported-attendance = líon na rannpháirtithe

number-projects = { $count-form ->
    [one] tionscadal
    [few] thionscadal
    [two] thionscadal
    [many] dtionscadal
   *[other] tionscadal
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] cruinniú a tionóladh
    [few] chruinniú a tionóladh
    [two] chruinniú a tionóladh
    [many] gcruinniú a tionóladh
   *[other] cruinniú a tionóladh
 }
number-actions = { $count-form ->
    [one] gníomh oscailte
    [few] ghníomh oscailte
    [two] ghníomh oscailte
    [many] ngníomh oscailte
   *[other] gníomh oscailte
 }
number-countries = { $count-form ->
    [one] tír atá luaite ag tionscadail
    [few] thír atá luaite ag tionscadail
    [two] thír atá luaite ag tionscadail
    [many] dtír atá luaite ag tionscadail
   *[other] tír atá luaite ag tionscadail
 }

news = Nuacht
meeting-kind = Cruinniú
meeting-date = Dáta
meeting-host = Óstach
meeting-organiser = Tionólaithe ag
meeting-chair = Cathaoirleach
event-register = Clárú faoi { $date }
event-organised = Eagraí: { $who }
event-attended = Ghlac páirt: { $count }
event-expected = Táthar ag súil le: { $count }
meeting-mode = Modh
meeting-place = Áit
meeting-present = Tionscadail i láthair
meeting-total = Daoine i láthair
meeting-agenda = Clár oibre
meeting-regrets = Leithscéalta
meeting-next = An chéad chruinniú eile
mode-online = ar líne
mode-in-person = i láthair
mode-hybrid = i láthair agus ar líne
decisions = Cinntí
actions = Gníomhartha
action-what = Cad
action-who = Cé
action-due = Faoi
action-state = Stádas
action-no-owner = níor ainmníodh aon duine
action-no-due = níor socraíodh
state-open = oscailte
state-open-since = { $days-form ->
    [one] oscailte ó { $date } ({ $days } lá)
    [few] oscailte ó { $date } ({ $days } lá)
    [two] oscailte ó { $date } ({ $days } lá)
    [many] oscailte ó { $date } ({ $days } lá)
   *[other] oscailte ó { $date } ({ $days } lá)
 }
state-overdue = thar téarma
state-done = déanta an { $date }
state-dropped = caite i dtraipisí an { $date }
events = Imeachtaí
event-when = Cathain
event-what = Cad
event-where = Cá háit
event-state = Stádas
event-planned = beartaithe
event-confirmed = deimhnithe
event-held = tionólta
event-postponed = curtha siar
event-cancelled = cealaithe
indicators = Táscairí
indicator-what = Táscaire
indicator-value = Luach
indicator-target = Sprioc
indicator-period = Tréimhse

cluster = An braisle go hachomair
cluster-project = Tionscadal
cluster-programme = Clár
cluster-grant = Comhaontú deontais
cluster-countries = Tíortha
cluster-dates = Tréimhse
dates-from-to = { $from } – { $to }
dates-from = ó { $from }
dates-to = go dtí { $to }
profiles = Na tionscadail
profile-programme = Clár
profile-coordinator = Comhordaitheoir
eu = AE
profile-partners = Comhpháirtithe
profile-countries = Tíortha
profile-themes = Téamaí
profile-groups = Do
profile-instruments = Uirlisí
profile-budget = Buiséad
profile-budget-eu = { $budget }, agus AE { $part } de
profile-code = Cód
profile-web = Leathanach gréasáin

acknowledgement = Admháil maoinithe
statement-for = { $projects }
disclaimers = Séanadh
emblem-alt = Bratach an Aontais Eorpaigh: ciorcal de dhá réalta dhéag órga ar chúlra gorm
footnotes = Nótaí
colophon = Maidir leis an tuarascáil seo
colophon-made = Arna dhéanamh le Bulletin { $version } ó fhoinsí an bhraisle, amhail an { $date }.
colophon-hash = Foinsí: SHA-256 { $hash }
colophon-data = Tá na sonraí atá clóite anseo ceangailte den chomhad seo mar report.json.
colophon-credits = Íomhánna: { $credits }
attachment = Na sonraí atá clóite sa tuarascáil seo
publisher = Arna fhoilsiú ag { $publisher }

mail-masthead-issue = Eagrán { $number }, { $period }
mail-note = Ón eagarthóir
mail-projects = Cé atá ag déanamh cad
mail-next = Cad a tharlóidh ina dhiaidh seo
mail-next-item = { $owner }: { $text }
mail-next-due = (faoi { $date })
mail-next-nothing = Níl aon ghníomh oscailte.
mail-dates = Dátaí agus spriocdhátaí
mail-deadline = Spriocdháta
mail-ask = Ceist amháin ort
mail-answer = Freagair an teachtaireacht seo: léann duine í.
mail-stories = Tuilleadh nuachta
mail-why = Cén fáth a bhfuil sé seo á fháil agat
mail-who = Cé sinn féin
mail-privacy = Fógra príobháideachais
mail-unsubscribe = Díliostáil ón nuachtlitir seo
left-done = Tá tú díliostáilte. Ní sheolfar aon rud eile chugat.
subscribe-button = Liostáil
subscribe-address = Do sheoladh ríomhphoist
subscribe-consent = Ba mhaith liom { $name } a fháil tríd an ríomhphost. Is féidir liom díliostáil am ar bith.
subscribe-sent = Más féidir scríobh chuig an seoladh seo, tá teachtaireacht ar an mbealach. Oscail í agus deimhnigh.
subscribe-confirm = Liostáil mé
subscribe-done = Tá tú liostáilte. Go raibh maith agat!
mail-unsubscribe-how = Is leor teachtaireacht amháin; ní dhéantar aon rud eile léi.
mail-no-tracking = Níl aon rianú sa teachtaireacht seo: ní chuirtear in iúl d’aon duine gur osclaíodh í.
mail-reason-default = Tá an nuachtlitir seo á fháil agat toisc go bhfuil tú ar liosta { $cluster }.
text-links = Naisc

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = nóta
alert-note = Nóta
alert-tip = Leid
alert-important = Tábhachtach
alert-warning = Rabhadh
alert-caution = Aire
paste-links = cliceáil anseo | anseo | léigh tuilleadh | tuilleadh | an nasc seo | nasc | féach anseo
paste-chrome = ar ais go barr | léim go dtí an t-ábhar | comhroinn | socruithe fianán | glac le gach fianán | fág trácht | gach ceart ar cosaint
paste-and = agus | nó | go | ach | ná

# What two projects share.
shared-themes = an dá cheann faoi { $list }
shared-groups = an dá cheann ag obair le { $list }
shared-instruments = an dá cheann ag úsáid { $list }
shared-countries = an dá cheann in { $list }

# Charts.
chart-target = sprioc
chart-what = Cad
chart-pair = Péire
chart-overlap = I gcoiteann

# What projects did together, what changed, what comes next.
joint = Le chéile
joint-meeting = Cruinniú
joint-news = Nuacht
joint-event = Imeacht
joint-action = Gníomh déanta
joint-synergy = Sineirge
joint-kind = Cineál
joint-who = Cé
joint-when = Cathain
changes = Ón eagrán deireanach
change-opened = { $count-form ->
    [one] comhaontaíodh { $count } ghníomh
    [few] comhaontaíodh { $count } ghníomh
    [two] comhaontaíodh { $count } ghníomh
    [many] comhaontaíodh { $count } ngníomh
   *[other] comhaontaíodh { $count } gníomh
 }
change-closed = { $count-form ->
    [one] dúnadh { $count } ghníomh
    [few] dúnadh { $count } ghníomh
    [two] dúnadh { $count } ghníomh
    [many] dúnadh { $count } ngníomh
   *[other] dúnadh { $count } gníomh
 }
change-overdue = { $count-form ->
    [one] chuaigh { $count } ghníomh thar téarma
    [few] chuaigh { $count } ghníomh thar téarma
    [two] chuaigh { $count } ghníomh thar téarma
    [many] chuaigh { $count } ngníomh thar téarma
   *[other] chuaigh { $count } gníomh thar téarma
 }
change-started = thosaigh { $project } an { $date }
change-ended = chríochnaigh { $project } an { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Pointí comhchoiteanna
common-topic = Topaic
common-shared = Cad atá i gcoiteann acu
common-state = Stádas
synergy-done = déanta
synergy-planned = beartaithe
synergy-suggested = molta
synergy-computed = ríofa, gan chinneadh
matrix-title = An méid atá i gcoiteann ag gach péire tionscadal, faoin gcéad
timeline-title = Imeachtaí a tionóladh agus atá beartaithe
coming = Cad atá le teacht
coming-kind = Cineál
next-action = spriocdháta gnímh
next-event = imeacht
news-other = Nuacht eile
credits = Creidiúintí íomhánna
silent = Níor tháinig aon nuacht ó { $projects }.
a-partner = comhpháirtí
programme-other = eile

# A report over a period, and the note that goes with it.
meetings = Cruinnithe
activities = Cumarsáid agus scaipeadh
activity-reported = Cheana in
activity-delivered = déanta
activity-ongoing = ar siúl
activity-postponed = curtha siar
activity-cancelled = cealaithe
activity-not-started = gan tosú
next-more = { $count-form ->
    [one] agus { $count } eile
    [few] agus { $count } eile
    [two] agus { $count } eile
    [many] agus { $count } eile
   *[other] agus { $count } eile
 }
cover-to = Chuig an oifigeach tionscadail
cover-1 = Faoi iamh tá an tuarascáil ar shineirgí ó { $cluster } do { $period }.
cover-2 = Torthaí comhpháirteacha taifeadta: { $joint }; cruinnithe: { $meetings }; píosaí nuachta: { $news }.
cover-3 = Gníomhartha: { $actions }, dúnta: { $closed }, oscailte: { $open }.
cover-4 = Níl aon rud á iarraidh ort: tá an tuarascáil mar eolas.
cover-5 = Tá na sonraí clóite ceangailte den PDF mar report.json; ceisteanna chuig { $address }.
period-headline = An obair shineirge: { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Toradh insoláthartha
deliverable-title = Teideal iomlán an tionscadail
deliverable-number = Uimhir an toraidh
deliverable-work-package = Pacáiste oibre
deliverable-due = Dáta dlite (conradh)
deliverable-actual = Dáta seachadta
deliverable-nature = Nádúr
deliverable-report = Tuarascáil
deliverable-level = Leibhéal scaipthe
deliverable-level-public = PU – Poiblí
deliverable-level-sensitive = SEN – Íogair
deliverable-lead = Príomhthairbhí
deliverable-authors = Údair
deliverable-contributors = Rannchuiditheoirí
history = Stair an doiciméid
history-version = Leagan
history-change = Athrú
history-by = Ag
history-first = An chéad leagan
portal = Gníomhaíochtaí i gcolúin thairseach an mhaoinitheora

# The web edition, and what the mail links to.
language-name = Gaeilge
web-skip = Léim go dtí an t-ábhar
web-archive = Gach eagrán
web-report = An tuarascáil mar PDF
web-feed = Fotha Atom
web-calendar = Gach imeacht mar fhéilire
web-languages = Teangacha eile
web-in-report = sa tuarascáil
mail-online = Léigh ar an ngréasán
mail-calendar = Iontráil féilire: { $title }
mail-partners = Leathanaigh na dtionscadal
mail-no-tracking-hosted = Níl aon rianú sa teachtaireacht seo: tagann na híomhánna ó { $host }, mar an gcéanna do gach léitheoir.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] duine
    [few] daoine
    [two] daoine
    [many] daoine
   *[other] duine
 }
state-open-for = { $days-form ->
    [one] oscailte le { $days } lá
    [few] oscailte le { $days } lá
    [two] oscailte le { $days } lá
    [many] oscailte le { $days } lá
   *[other] oscailte le { $days } lá
 }
overdue-count = thar téarma: { $count }
indicator-progress = { $percent } de { $target }
quarter = Ráithe { $quarter } { $year }
map = Tionscadail de réir tíre
map-other = Freisin: { $list }
code-alt = Cód a threoraíonn chuig an eagrán seo ar an ngréasán: { $url }
code-text = An t-eagrán seo ar an ngréasán
contents = Sa tuarascáil seo
contacts = Teagmháil
contact-publisher = Foilsitheoir
contact-mail = Ceisteanna
contact-web = Gach eagrán
project-month = mí { $month } as { $months }
project-begins = tosaíonn an { $date }
project-ended = chríochnaigh an { $date }
project-news = San eagrán seo
project-silent = Níl aon nuacht san eagrán seo.
not-supplied-of = Gan soláthar: { $list }
strongest = Is mó i gcoiteann
matrix-more = Tá gach péire sna sonraí ceangailte.
meeting-kind-plural = Cruinnithe
all-values = Gach luach
chart-today = inniu
actions-more = Tá gach gníomh oscailte, lena ndátaí, sa chuid “{ $section }”.
photo = Grianghraf
story-language = i dteanga: { $language }
mail-button = Léigh an scéal ar fad
mail-figures = I bhfigiúirí
mail-brief = Go hachomair
mail-all = { $count-form ->
    [one] An scéal ar an ngréasán
    [few] Gach ceann den { $count } scéal ar an ngréasán
    [two] Gach ceann den { $count } scéal ar an ngréasán
    [many] Gach ceann de na { $count } scéal ar an ngréasán
   *[other] Gach ceann de na { $count } scéal ar an ngréasán
 }
mail-minutes = { $minutes-form ->
    [one] { $minutes } nóiméad léitheoireachta
    [few] { $minutes } nóiméad léitheoireachta
    [two] { $minutes } nóiméad léitheoireachta
    [many] { $minutes } nóiméad léitheoireachta
   *[other] { $minutes } nóiméad léitheoireachta
 }
mail-report-pages = { $pages-form ->
    [one] tuarascáil mar PDF ({ $pages } leathanach)
    [few] tuarascáil mar PDF ({ $pages } leathanach)
    [two] tuarascáil mar PDF ({ $pages } leathanach)
    [many] tuarascáil mar PDF ({ $pages } leathanach)
   *[other] tuarascáil mar PDF ({ $pages } leathanach)
 }
mail-report-pdf = tuarascáil mar PDF
mail-online-short = ar an ngréasán
mail-add-calendar = cuir leis an bhféilire
mail-of-target = de { $target }
web-contents = Ar an leathanach seo
web-read = Léigh
web-pdf = PDF
web-intro = Nuacht, tuarascálacha agus dátaí ó { $cluster }, eagrán i ndiaidh eagráin.
web-map = Cá bhfuil na tionscadail ag obair
web-project-issues = Sna heagráin
web-back = Gach tionscadal agus eagrán
web-subscribe = Liostáil
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = Céad leathanach na tuarascála
