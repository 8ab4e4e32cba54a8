//! The words that minutes use.

/// The words that minutes use, all languages together: none of them means something else in
/// another of these languages.
pub struct Vocabulary;

impl Vocabulary {
    /// Headings above a list of actions.
    pub const ACTIONS: &[&str] = &[
        "action",
        "actions",
        "action items",
        "action points",
        "next steps",
        "to do",
        "todo",
        "tasks",
        "ενέργειες",
        "δράσεις",
        "επόμενα βήματα",
        "действия",
        "следващи стъпки",
        "задачи",
        "radnje",
        "akcije",
        "sljedeći koraci",
        "zadaci",
        "aktivnosti",
        "azioni",
        "prossimi passi",
        "attività",
        "naloge",
        "ukrepi",
        "naslednji koraki",
    ];

    /// Headings above a list of decisions.
    pub const DECISIONS: &[&str] = &[
        "decision",
        "decisions",
        "decisions taken",
        "agreed",
        "αποφάσεις",
        "решения",
        "odluke",
        "decisioni",
        "sklepi",
        "odločitve",
    ];

    /// Words that make a heading one of actions wherever they stand in it, if what is listed below it
    /// looks like actions: `3. Agreed actions and next steps`.
    pub const SOME_ACTIONS: &[&str] = &[
        "action",
        "actions",
        "next steps",
        "next step",
        "to do",
        "to-do",
        "to-dos",
        "todo",
        "todos",
        "follow-up",
        "follow-ups",
        "ενέργειες",
        "δράσεις",
        "επόμενα βήματα",
        "действия",
        "следващи стъпки",
        "radnje",
        "akcije",
        "sljedeći koraci",
        "zadaci",
        "azioni",
        "prossimi passi",
        "naloge",
        "ukrepi",
        "naslednji koraki",
        "à faire",
        "aufgaben",
        "nächste schritte",
        "acciones",
    ];

    /// Words that make a heading one of decisions.
    pub const SOME_DECISIONS: &[&str] = &[
        "decision",
        "decisions",
        "agreed",
        "agreements",
        "αποφάσεις",
        "решения",
        "odluke",
        "decisioni",
        "sklepi",
        "beschlüsse",
        "décisions",
        "decisiones",
    ];

    /// Words before a date: `(by 2024-05-31)`.
    pub const BY: &[&str] = &[
        "by",
        "due",
        "due by",
        "due on",
        "until",
        "till",
        "before",
        "deadline",
        "no later than",
        "έως",
        "μέχρι",
        "ως",
        "до",
        "срок",
        "do",
        "najkasnije do",
        "entro",
        "entro il",
        "bis",
        "jusqu'au",
        "avant le",
        "antes de",
        "najpozneje do",
    ];

    /// Words between two owners.
    pub const AND: &[&str] = &[" and ", " & ", " και ", " и ", " i ", " e ", " ed ", " in ", " und ", " et "];

    /// What is typed in a list of which there is none.
    pub const NONE: &[&str] = &[
        "none",
        "no actions",
        "no action",
        "no decisions",
        "nothing",
        "n/a",
        "na",
        "–",
        "-",
        "—",
        "none agreed",
        "no new actions",
        "καμία",
        "κανένα",
        "няма",
        "nema",
        "nessuna",
        "nessuno",
        "ni",
        "keine",
        "aucune",
        "ninguna",
    ];
}
