# Interface words: Portuguese. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Projeto de documento – não publicar
draft-subject = [RASCUNHO] { $subject }
waiting-for = A aguardar: { $who }
sensitive-mark = Sensível – apenas para os parceiros e a entidade financiadora

report-title = Relatório de sinergias
issue-line = Número { $number } · { $period }
page-of = Página { $page } de { $pages }
not-supplied = não indicado
in-short = Em resumo
numbers = Em números
next-step = Próximo passo
next-steps = Próximos passos
no-next-step = Não há ações em aberto.
asked = O que se pede ao gestor do projeto na agência
asked-nothing = Nada: este relatório é enviado para informação.
not-reported = O que não é comunicado
not-reported-lead = Não constam deste número, porque nada foi registado:
not-reported-meetings = reuniões
not-reported-news = notícias
not-reported-decisions = decisões
not-reported-events = eventos
not-reported-indicators = indicadores
not-reported-grants = os números das convenções de subvenção de { $projects }
not-reported-attendance = o número de participantes

number-projects = { $count-form ->
    [one] projeto
   *[other] projetos
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] reunião realizada
   *[other] reuniões realizadas
 }
number-actions = { $count-form ->
    [one] ação em aberto
   *[other] ações em aberto
 }
number-countries = { $count-form ->
    [one] país referido pelos projetos
   *[other] países referidos pelos projetos
 }

news = Notícias
meeting-kind = Reunião
meeting-date = Data
meeting-host = Anfitrião
meeting-organiser = Convocada por
meeting-chair = Preside
event-register = Inscrição até { $date }
event-organised = Organização: { $who }
event-attended = Participaram: { $count }
event-expected = Esperam-se: { $count }
meeting-mode = Modalidade
meeting-place = Local
meeting-present = Projetos presentes
meeting-total = Pessoas presentes
meeting-agenda = Ordem de trabalhos
meeting-regrets = Ausências justificadas
meeting-next = Próxima reunião
mode-online = em linha
mode-in-person = presencial
mode-hybrid = presencial e em linha
decisions = Decisões
actions = Ações
action-what = O quê
action-who = Quem
action-due = Prazo
action-state = Estado
action-no-owner = sem responsável
action-no-due = não fixado
state-open = em aberto
state-open-since = { $days-form ->
    [one] em aberto desde { $date } ({ $days } dia)
   *[other] em aberto desde { $date } ({ $days } dias)
 }
state-overdue = em atraso
state-done = concluída em { $date }
state-dropped = abandonada em { $date }
events = Eventos
event-when = Quando
event-what = O quê
event-where = Onde
event-state = Estado
event-planned = previsto
event-confirmed = confirmado
event-held = realizado
event-postponed = adiado
event-cancelled = cancelado
indicators = Indicadores
indicator-what = Indicador
indicator-value = Valor
indicator-target = Meta
indicator-period = Período

cluster = O grupo de projetos num relance
cluster-project = Projeto
cluster-programme = Programa
cluster-grant = Convenção de subvenção
cluster-countries = Países
cluster-dates = Duração
dates-from-to = { $from } – { $to }
dates-from = a partir de { $from }
dates-to = até { $to }
profiles = Os projetos
profile-programme = Programa
profile-coordinator = Coordenador
eu = UE
profile-partners = Parceiros
profile-countries = Países
profile-themes = Temas
profile-groups = Para
profile-instruments = Instrumentos
profile-budget = Orçamento
profile-budget-eu = { $budget }, dos quais UE { $part }
profile-code = Código
profile-web = Página Web

acknowledgement = Menção do financiamento
statement-for = { $projects }
disclaimers = Declaração de exoneração de responsabilidade
emblem-alt = Bandeira da União Europeia: um círculo de doze estrelas douradas sobre fundo azul
footnotes = Notas
colophon = Sobre este relatório
colophon-made = Elaborado com Bulletin { $version } a partir das fontes do grupo de projetos em { $date }.
colophon-hash = Fontes: SHA-256 { $hash }
colophon-data = Os dados aqui impressos estão anexados a este ficheiro como report.json.
colophon-credits = Imagens: { $credits }
attachment = Os dados impressos neste relatório
publisher = Publicado por { $publisher }

mail-masthead-issue = Número { $number }, { $period }
mail-note = Nota da redação
mail-projects = Quem faz o quê
mail-next = O que se segue
mail-next-item = { $owner }: { $text }
mail-next-due = (prazo: { $date })
mail-next-nothing = Não há ações em aberto.
mail-dates = Datas e prazos
mail-deadline = Prazo
mail-ask = Uma pergunta para si
mail-answer = Responda a esta mensagem: é lida por uma pessoa.
mail-stories = Mais notícias
mail-why = Porque recebe esta mensagem
mail-who = Quem somos
mail-privacy = Aviso de privacidade
mail-unsubscribe = Cancelar a subscrição deste boletim
left-done = A sua subscrição foi cancelada. Nada mais lhe será enviado.
subscribe-button = Subscrever
subscribe-address = O seu endereço eletrónico
subscribe-consent = Desejo receber { $name } por correio eletrónico. Posso cancelar a qualquer momento.
subscribe-sent = Se for possível escrever para este endereço, uma mensagem vai a caminho. Abra-a e confirme.
subscribe-confirm = Sim, subscrevo
subscribe-done = A subscrição está confirmada. Obrigado!
mail-unsubscribe-how = Basta uma mensagem; nada mais é feito com ela.
mail-no-tracking = Esta mensagem não contém rastreio: abri-la não informa ninguém.
mail-reason-default = Recebe este boletim porque consta da lista de { $cluster }.
text-links = Ligações

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = nota
alert-note = Nota
alert-tip = Sugestão
alert-important = Importante
alert-warning = Aviso
alert-caution = Atenção
paste-links = clique aqui | aqui | ler mais | leia mais | mais | esta ligação | ligação | link | saber mais | saiba mais
paste-chrome = voltar ao topo | ir para o conteúdo | saltar para o conteúdo | partilhar | partilhar no facebook | partilhar no linkedin | definições de cookies | aceitar todos os cookies | deixe um comentário | artigo anterior | artigo seguinte | continuar a ler | todos os direitos reservados
paste-and = e | ou | a | nem | mas

# What two projects share.
shared-themes = ambos sobre { $list }
shared-groups = ambos trabalham com { $list }
shared-instruments = ambos utilizam { $list }
shared-countries = ambos em { $list }

# Charts.
chart-target = meta
chart-what = O quê
chart-pair = Par
chart-overlap = Em comum

# What projects did together, what changed, what comes next.
joint = Em conjunto
joint-meeting = Reunião
joint-news = Notícia
joint-event = Evento
joint-action = Ação concluída
joint-synergy = Sinergia
joint-kind = Tipo
joint-who = Quem
joint-when = Quando
changes = Desde o último número
change-opened = { $count-form ->
    [one] foi acordada { $count } ação
   *[other] foram acordadas { $count } ações
 }
change-closed = { $count-form ->
    [one] foi concluída { $count } ação
   *[other] foram concluídas { $count } ações
 }
change-overdue = { $count-form ->
    [one] { $count } ação passou o prazo
   *[other] { $count } ações passaram o prazo
 }
change-started = { $project } começou em { $date }
change-ended = { $project } terminou em { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Pontos em comum
common-topic = Tema
common-shared = O que partilham
common-state = Estado
synergy-done = realizada
synergy-planned = prevista
synergy-suggested = proposta
synergy-computed = calculada, por decidir
matrix-title = Quanto tem em comum cada par de projetos, em percentagem
timeline-title = Eventos realizados e previstos
coming = O que se segue
coming-kind = Tipo
next-action = prazo de uma ação
next-event = evento
news-other = Outras notícias
credits = Créditos das imagens
silent = Não houve notícias de { $projects }.
a-partner = um parceiro
programme-other = outros

# A report over a period, and the note that goes with it.
meetings = Reuniões
activities = Comunicação e divulgação
activity-reported = Já em
activity-delivered = realizada
activity-ongoing = em curso
activity-postponed = adiada
activity-cancelled = cancelada
activity-not-started = não iniciada
next-more = { $count-form ->
    [one] e mais { $count }
   *[other] e mais { $count }
 }
cover-to = Ao responsável pelo projeto
cover-1 = Segue em anexo o relatório de sinergias de { $cluster } relativo a { $period }.
cover-2 = Resultados conjuntos registados: { $joint }; reuniões: { $meetings }; notícias: { $news }.
cover-3 = Ações: { $actions }, concluídas: { $closed }, em aberto: { $open }.
cover-4 = Nada lhe é pedido: o relatório é informativo.
cover-5 = Os dados impressos estão anexados ao PDF como report.json; perguntas para { $address }.
period-headline = O trabalho de sinergia: { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Produto a entregar
deliverable-title = Título completo do projeto
deliverable-number = Número do produto a entregar
deliverable-work-package = Pacote de trabalho
deliverable-due = Data de entrega (contrato)
deliverable-actual = Data efetiva de entrega
deliverable-nature = Natureza
deliverable-report = Relatório
deliverable-level = Nível de divulgação
deliverable-level-public = PU – Público
deliverable-level-sensitive = SEN – Sensível
deliverable-lead = Beneficiário responsável
deliverable-authors = Autores
deliverable-contributors = Colaboradores
history = Histórico do documento
history-version = Versão
history-change = Alteração
history-by = Por
history-first = Primeira versão
portal = Atividades nas colunas do portal da entidade financiadora

# The web edition, and what the mail links to.
language-name = Português
web-skip = Saltar para o conteúdo
web-archive = Todos os números
web-report = O relatório em PDF
web-feed = Canal Atom
web-calendar = Todos os eventos em calendário
web-languages = Outras línguas
web-in-report = no relatório
mail-online = Ler na Web
mail-calendar = Entrada de calendário: { $title }
mail-partners = As páginas dos projetos
mail-no-tracking-hosted = Esta mensagem não contém rastreio: as imagens vêm de { $host }, iguais para todos os leitores.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] pessoa
   *[other] pessoas
 }
state-open-for = { $days-form ->
    [one] em aberto há { $days } dia
   *[other] em aberto há { $days } dias
 }
overdue-count = { $count } em atraso
indicator-progress = { $percent } de { $target }
quarter = { $ordinal } trimestre de { $year }
map = Projetos por país
map-other = Também: { $list }
code-alt = Código que conduz a este número na Web: { $url }
code-text = Este número na Web
contents = Neste relatório
contacts = Contactos
contact-publisher = Editor
contact-mail = Perguntas
contact-web = Todos os números
project-month = mês { $month } de { $months }
project-begins = começa em { $date }
project-ended = terminou em { $date }
project-news = Neste número
project-silent = Sem notícias neste número.
not-supplied-of = Não indicado: { $list }
strongest = Mais em comum
matrix-more = Todos os pares constam dos dados anexados.
meeting-kind-plural = Reuniões
all-values = Todos os valores
chart-today = hoje
actions-more = Todas as ações em aberto, com as suas datas, estão na secção «{ $section }».
photo = Fotografia
story-language = em { $language }
mail-button = Ler o artigo completo
mail-figures = Em números
mail-brief = Em resumo
mail-all = { $count-form ->
    [one] O artigo na Web
   *[other] Os { $count } artigos na Web
 }
mail-minutes = { $minutes-form ->
    [one] { $minutes } minuto de leitura
   *[other] { $minutes } minutos de leitura
 }
mail-report-pages = { $pages-form ->
    [one] relatório em PDF ({ $pages } página)
   *[other] relatório em PDF ({ $pages } páginas)
 }
mail-report-pdf = relatório em PDF
mail-online-short = na Web
mail-add-calendar = adicionar ao calendário
mail-of-target = de { $target }
web-contents = Nesta página
web-read = Ler
web-pdf = PDF
web-intro = Notícias, relatórios e datas de { $cluster }, número a número.
web-map = Onde trabalham os projetos
web-project-issues = Nos números
web-back = Todos os projetos e números
web-subscribe = Subscrever
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = Primeira página do relatório
