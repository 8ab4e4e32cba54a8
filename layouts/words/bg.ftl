# Interface words: Bulgarian. Not read by a native yet: then add a line `verified-by = NAME`.

draft-mark = Чернова – не е за публикуване
draft-subject = [ЧЕРНОВА] { $subject }
waiting-for = Очаква се: { $who }
sensitive-mark = Поверително – само за партньорите и финансиращия орган

report-title = Доклад за полезните взаимодействия
issue-line = Брой { $number } · { $period }
page-of = Страница { $page } от { $pages }
not-supplied = не е посочено
in-short = Накратко
numbers = В числа
next-step = Следваща стъпка
next-steps = Следващи стъпки
no-next-step = Няма отворени действия.
asked = Какво се иска от служителя по проекта
asked-nothing = Нищо: докладът е за информация.
not-reported = Какво не е докладвано
not-reported-lead = Липсват, защото не са записани:
not-reported-meetings = срещи
not-reported-news = новини
not-reported-decisions = решения
not-reported-events = събития
not-reported-indicators = показатели
not-reported-grants = номерата на споразуменията за безвъзмездни средства на { $projects }
not-reported-attendance = броят на участниците

number-projects = { $count-form ->
    [one] проект
   *[other] проекта
 }
number-programmes = { $split }
number-meetings = { $count-form ->
    [one] проведена среща
   *[other] проведени срещи
 }
number-actions = { $count-form ->
    [one] отворено действие
   *[other] отворени действия
 }
number-countries = { $count-form ->
    [one] държава, посочена от проектите
   *[other] държави, посочени от проектите
 }

news = Новини
meeting-kind = Среща
meeting-date = Дата
meeting-host = Домакин
meeting-organiser = Свикана от
meeting-chair = Председател
event-register = Записване до { $date }
event-organised = Организатор: { $who }
event-attended = Участвали: { $count }
event-expected = Очаквани: { $count }
meeting-mode = Начин
meeting-place = Място
meeting-present = Участвали проекти
meeting-total = Участници
meeting-agenda = Дневен ред
meeting-regrets = Отсъстващи
meeting-next = Следваща среща
mode-online = онлайн
mode-in-person = присъствено
mode-hybrid = онлайн и присъствено
decisions = Решения
actions = Действия
action-what = Какво
action-who = Кой
action-due = Срок
action-state = Състояние
action-no-owner = без отговорник
action-no-due = не е определен
state-open = отворено
state-open-since = отворено от { $date } ({ $days-form ->
    [one] 1 ден
   *[other] { $days } дни
 })
state-overdue = просрочено
state-done = изпълнено на { $date }
state-dropped = отпаднало на { $date }
events = Събития
event-when = Кога
event-what = Какво
event-where = Къде
event-state = Състояние
event-planned = планирано
event-confirmed = потвърдено
event-held = проведено
event-postponed = отложено
event-cancelled = отменено
indicators = Показатели
indicator-what = Показател
indicator-value = Стойност
indicator-target = Цел
indicator-period = Период

cluster = Клъстерът накратко
cluster-project = Проект
cluster-programme = Програма
cluster-grant = Споразумение
cluster-countries = Държави
cluster-dates = Срок
dates-from-to = { $from } – { $to }
dates-from = от { $from }
dates-to = до { $to }
profiles = Проектите
profile-programme = Програма
profile-coordinator = Координатор
eu = ЕС
profile-partners = Партньори
profile-countries = Държави
profile-themes = Теми
profile-groups = За
profile-instruments = Инструменти
profile-budget = Бюджет
profile-budget-eu = { $budget }, от които ЕС { $part }
profile-code = Код
profile-web = Уебстраница

acknowledgement = Финансиране
statement-for = { $projects }
disclaimers = Декларация за освобождаване от отговорност
emblem-alt = Знаме на Европейския съюз: кръг от дванадесет златни звезди на син фон
footnotes = Бележки
colophon = За този доклад
colophon-made = Изготвено с Bulletin { $version } към { $date } от източниците на клъстера.
colophon-hash = Източници: SHA-256 { $hash }
colophon-data = Отпечатаните данни са приложени към файла като report.json.
colophon-credits = Снимки: { $credits }
attachment = Данните, отпечатани в доклада
publisher = Издател: { $publisher }

mail-masthead-issue = Брой { $number }, { $period }
mail-note = От редакцията
mail-projects = Кой какво прави
mail-next = Какво следва
mail-next-item = { $owner }: { $text }
mail-next-due = (до { $date })
mail-next-nothing = Няма отворени действия.
mail-dates = Дати и срокове
mail-deadline = Краен срок
mail-ask = Един въпрос към вас
mail-answer = Отговорете на това писмо: чете го човек.
mail-stories = Още новини
mail-why = Защо получавате това
mail-who = Кои сме ние
mail-privacy = Декларация за поверителност
mail-unsubscribe = Отписване от бюлетина
left-done = Отписахте се. Повече няма да получавате нищо.
subscribe-button = Абониране
subscribe-address = Вашият имейл адрес
subscribe-consent = Искам да получавам { $name } по имейл. Мога да се откажа по всяко време.
subscribe-sent = Ако на този адрес може да се пише, към него пътува писмо. Моля, отворете го и потвърдете.
subscribe-confirm = Да, абонирам се
subscribe-done = Абонирани сте. Благодарим!
mail-unsubscribe-how = Достатъчно е едно писмо; с него не се прави нищо друго.
mail-no-tracking = Това писмо не съдържа проследяване: отварянето му не уведомява никого.
mail-reason-default = Получавате този бюлетин, защото сте в списъка на { $cluster }.
text-links = Връзки

# Titles of alerts, and what text pasted from web pages leaves behind: alternatives between `|`.
footnote = бележка
alert-note = Бележка
alert-tip = Съвет
alert-important = Важно
alert-warning = Предупреждение
alert-caution = Внимание
paste-links = тук | кликнете тук | натиснете тук | повече | прочетете повече | връзка
paste-chrome = към съдържанието | прочетете повече | сподели | нагоре | приемам бисквитките
paste-and = и | или | до

# What two projects share.
shared-themes = и двата за: { $list }
shared-groups = и двата работят с: { $list }
shared-instruments = и двата използват: { $list }
shared-countries = и двата в: { $list }

# Charts.
chart-target = цел
chart-what = Какво
chart-pair = Двойка
chart-overlap = Общо

# What projects did together, what changed, what comes next.
joint = Заедно
joint-meeting = Среща
joint-news = Новина
joint-event = Събитие
joint-action = Изпълнено действие
joint-synergy = Взаимодействие
joint-kind = Вид
joint-who = Кой
joint-when = Кога
changes = От предишния брой
change-opened = { $count-form ->
    [one] договорено е 1 действие
   *[other] договорени са { $count } действия
 }
change-closed = { $count-form ->
    [one] приключено е 1 действие
   *[other] приключени са { $count } действия
 }
change-overdue = { $count-form ->
    [one] 1 действие е просрочено
   *[other] { $count } действия са просрочени
 }
change-started = { $project } започна на { $date }
change-ended = { $project } приключи на { $date }
change-indicator = { $label }: { $before } → { $now } { $unit }
common = Обща основа
common-topic = Тема
common-shared = Какво споделят
common-state = Състояние
synergy-done = изпълнено
synergy-planned = планирано
synergy-suggested = предложено
synergy-computed = изчислено, нерешено
matrix-title = Колко общо има всяка двойка проекти, в проценти
timeline-title = Проведени и планирани събития
coming = Какво следва
coming-kind = Вид
next-action = срок за действие
next-event = събитие
news-other = Други новини
credits = Източници на изображенията
silent = Няма новини от { $projects }.
a-partner = партньор
programme-other = друга

# A report over a period, and the note that goes with it.
meetings = Срещи
activities = Комуникация и разпространение
activity-reported = Вече в
activity-delivered = изпълнено
activity-ongoing = в ход
activity-postponed = отложено
activity-cancelled = отменено
activity-not-started = незапочнато
next-more = { $count-form ->
    [one] и още 1
   *[other] и още { $count }
 }
cover-to = До служителя по проекта
cover-1 = Приложен е докладът за полезните взаимодействия: { $cluster }, { $period }.
cover-2 = Общи резултати: { $joint }, срещи: { $meetings }, новини: { $news }.
cover-3 = Действия: { $actions }, приключени: { $closed }, отворени: { $open }.
cover-4 = Нищо не се иска от Вас: докладът е за информация.
cover-5 = Данните са приложени в PDF файла като report.json; въпроси на { $address }.
period-headline = Работата по полезните взаимодействия: { $who }, { $period }

# The cover sheet of a deliverable, and the portal's table.
deliverable = Краен резултат
deliverable-title = Пълно наименование на проекта
deliverable-number = Номер на резултата
deliverable-work-package = Работен пакет
deliverable-due = Срок по договор
deliverable-actual = Дата на предаване
deliverable-nature = Вид
deliverable-report = Доклад
deliverable-level = Ниво на разпространение
deliverable-level-public = PU – Публично
deliverable-level-sensitive = SEN – Чувствително
deliverable-lead = Водещ бенефициер
deliverable-authors = Автори
deliverable-contributors = Сътрудници
history = История на документа
history-version = Версия
history-change = Промяна
history-by = От
history-first = Първа версия
portal = Дейности в колоните на портала на финансиращия орган

# The web edition, and what the mail links to.
language-name = Български
web-skip = Към съдържанието
web-archive = Всички броеве
web-report = Докладът като PDF
web-feed = Емисия Atom
web-calendar = Всички събития като календар
web-languages = Други езици
web-in-report = в доклада
mail-online = Прочетете в интернет
mail-calendar = Запис в календара: { $title }
mail-partners = Страниците на проектите
mail-no-tracking-hosted = Писмото не съдържа проследяване: изображенията му идват от { $host } и са едни и същи за всички читатели.

# The look of the second release: first page, profiles, mail and web.
people = { $count-form ->
    [one] човек
   *[other] души
 }
state-open-for = отворено от { $days } дни
overdue-count = { $count } просрочени
indicator-progress = { $percent } от { $target }
quarter = { $ordinal } тримесечие { $year }
map = Проекти по държави
map-other = Също: { $list }
code-alt = Код, който води към този брой в интернет: { $url }
code-text = Броят в интернет
contents = В този доклад
contacts = Контакти
contact-publisher = Издател
contact-mail = Въпроси
contact-web = Всички броеве
project-month = месец { $month } от { $months }
project-begins = започва на { $date }
project-ended = завърши на { $date }
project-news = В този брой
project-silent = Няма новини в този брой.
not-supplied-of = Не са дадени: { $list }
strongest = Най-много общо
matrix-more = Всички двойки са в приложените данни.
meeting-kind-plural = Срещи
all-values = Всички стойности
chart-today = днес
actions-more = Всички отворени действия с датите им са в раздел „{ $section }“.
photo = Снимка
story-language = { $language }
mail-button = Прочетете целия текст
mail-figures = В числа
mail-brief = Накратко
mail-all = { $count-form ->
    [one] Текстът в интернет
   *[other] Всичките { $count } текста в интернет
 }
mail-minutes = { $minutes-form ->
    [one] 1 минута четене
   *[other] { $minutes } минути четене
 }
mail-report-pages = доклад в PDF ({ $pages-form ->
    [one] 1 страница
   *[other] { $pages } страници
 })
mail-report-pdf = доклад в PDF
mail-online-short = в интернет
mail-add-calendar = в календара
mail-of-target = от { $target }
web-contents = На тази страница
web-read = Четене
web-pdf = PDF
web-intro = Новини, доклади и дати: { $cluster }, брой по брой.
web-map = Къде работят проектите
web-project-issues = В броевете
web-back = Всички проекти и броеве
web-subscribe = Абонамент
web-share-alt = { $title }, { $cluster }
web-thumbnail-alt = Първа страница на доклада
