//! The head of the mail: the name, the picture, the title, the story that opens it, and where else to read it.

use serde_json::{Value, json};

use super::html::View;
use super::opening::utility;
use super::sections::{Shown, Story};
use crate::html::{HERO_WIDTH, Picture, THUMB_WIDTH, mark, of_file};

impl View<'_, '_> {
    /// The head of the sheet.
    pub(super) fn masthead(&self, opening: Option<&Story>, lead: Option<&Story>) -> (&'static str, Value) {
        let period = self.words.month(self.issue.period.0);
        let (name, title) = (self.issue.name(), self.issue.subject());
        let utility: Vec<Value> = utility(self.issue, self.words)
            .iter()
            .enumerate()
            .map(|(at, one)| json!({"text": one.text, "url": one.url, "mark": one.mark, "dot": at > 0}))
            .collect();
        let values = [("number", self.issue.number.into()), ("period", period.into())];
        (
            "masthead",
            json!({
                "cluster": name.text, "cluster_mark": mark(name.language.as_ref()),
                "issue_line": self.words.with("mail-masthead-issue", &values),
                "title": title.text, "title_mark": mark(title.language.as_ref()),
                "logo": self.logo(),
                "hero": lead.and_then(|story| self.hero(story)),
                "hero_first": self.styles.hero_first,
                "story": opening.map(|story| self.opened(story)),
                "button": self.theme.light("button").to_string(),
                "utility": utility,
            }),
        )
    }

    /// The cluster's logo, if it has one that mail programs show.
    fn logo(&self) -> Option<Value> {
        let path = crate::issue::logo(self.issue.cluster, self.issue.sources)?;
        let found = of_file(self.pictures, &path)?;
        let (width, height) = found.logo_size();
        Some(json!({"src": self.personal.picture(&found.name), "width": width, "height": height}))
    }

    /// The picture over the whole width, if the lead's is wide and large enough.
    pub(super) fn hero(&self, story: &Story) -> Option<Value> {
        let shown = story.picture.as_ref()?;
        let found = of_file(self.pictures, &shown.path).filter(|found| found.is_wide())?;
        Some(self.at_width(found, shown, HERO_WIDTH))
    }

    /// A story's picture, small.
    pub(super) fn thumbnail(&self, story: &Story) -> Option<Value> {
        let shown = story.picture.as_ref()?;
        let found = of_file(self.pictures, &shown.path)?;
        Some(self.at_width(found, shown, THUMB_WIDTH))
    }

    /// The lead's picture in its text, if it does not stand above it.
    pub(super) fn in_text(&self, story: &Story) -> Option<Value> {
        let shown = story.picture.as_ref()?;
        let found = of_file(self.pictures, &shown.path).filter(|found| !found.is_wide())?;
        Some(self.at_width(found, shown, found.width.min(HERO_WIDTH / 2)))
    }

    /// A picture at a width.
    fn at_width(&self, found: &Picture, shown: &Shown, width: u32) -> Value {
        let width = width.min(found.pixels.0);
        json!({
            "src": self.personal.picture(&found.name), "alt": shown.alt, "credit": shown.credit,
            "width": width, "height": found.height_at(width),
        })
    }

    /// The story that opens the mail.
    fn opened(&self, story: &Story) -> Value {
        let mut data = self.story(story, 2);
        let plain = story.url.is_some() && story.body.notes.is_empty();
        let standfirst = self.inline(&story.body, story.language.as_ref()).filter(|_| plain);
        data["standfirst"] = json!(standfirst);
        // Where it has a page, the button names it; a title that stands nowhere else stands here.
        let told = story.url.is_some() || story.title == self.issue.subject().text;
        data["headline"] = json!(Some(&story.title).filter(|_| !told));
        data
    }
}
