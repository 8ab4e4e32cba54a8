//! Handlebars, strict: a name that does not exist is an error with its place, in blocks too.

use std::sync::OnceLock;

use handlebars::{
    BlockContext, Context, Handlebars, Helper, HelperDef, HelperResult, JsonTruthy, Output, RenderContext,
    RenderErrorReason, Renderable,
};
use serde::Serialize;
use serde_json::Value;

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::layouts::Layouts;
use crate::markdown::escape_attribute;

/// `if` and `unless` that refuse an undefined name.
struct Condition {
    /// Whether the block stands where the value is true.
    when: bool,
}

impl HelperDef for Condition {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        registry: &'reg Handlebars<'reg>,
        context: &'rc Context,
        render: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let value = defined(helper)?;
        let chosen = match value.is_truthy(false) == self.when {
            true => helper.template(),
            false => helper.inverse(),
        };
        chosen.map_or(Ok(()), |template| template.render(registry, context, render, out))
    }
}

/// `each` over a list that refuses an undefined name.
struct Each;

impl HelperDef for Each {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        registry: &'reg Handlebars<'reg>,
        context: &'rc Context,
        render: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let value = defined(helper)?;
        let Value::Array(items) = value else {
            return Err(RenderErrorReason::ParamTypeMismatchForName("each", "0".into(), "list".into()).into());
        };
        let Some(template) = helper.template() else { return Ok(()) };
        for item in items {
            let mut block = BlockContext::new();
            block.set_base_value(item.clone());
            render.push_block(block);
            let rendered = template.render(registry, context, render, out);
            render.pop_block();
            rendered?;
        }
        Ok(())
    }
}

/// A helper's value, if its name exists.
fn defined<'a>(helper: &'a Helper<'_>) -> Result<&'a Value, RenderErrorReason> {
    let param = helper.param(0).ok_or(RenderErrorReason::ParamNotFoundForIndex("block", 0))?;
    match param.is_value_missing() {
        true => Err(RenderErrorReason::MissingVariable(param.relative_path().cloned())),
        false => Ok(param.value()),
    }
}

/// The templates of mail and web, each read when it is first asked for.
pub struct Templates {
    layouts: Layouts,
    mail: Folder,
    web: Folder,
}

/// The templates of one folder of the layouts.
struct Folder {
    /// The folder below `layouts/`, with its slash.
    path: &'static str,
    /// The templates by name, or what is wrong with them.
    registry: OnceLock<Result<Handlebars<'static>, Diagnostics>>,
}

impl Templates {
    /// The templates of some layouts.
    pub fn new(layouts: &Layouts) -> Self {
        let folder = |path| Folder { path, registry: OnceLock::new() };
        Self { layouts: layouts.clone(), mail: folder("newsletter/"), web: folder("web/") }
    }

    /// Whether they are those of some layouts.
    pub fn are_of(&self, layouts: &Layouts) -> bool {
        [&self.mail, &self.web]
            .iter()
            .all(|folder| self.layouts.below(folder.path).eq(layouts.below(folder.path)))
    }

    /// Renders a template of the mail; what is wrong with any of them is a finding.
    pub fn mail(&self, name: &str, data: &impl Serialize, findings: &mut Diagnostics) -> Option<String> {
        self.mail.render(name, data, &self.layouts, findings)
    }

    /// Renders a template of the web edition; what is wrong with any of them is a finding.
    pub fn web(&self, name: &str, data: &impl Serialize, findings: &mut Diagnostics) -> Option<String> {
        self.web.render(name, data, &self.layouts, findings)
    }
}

impl Folder {
    /// Reads all templates, or says what is wrong with them.
    fn load(&self, layouts: &Layouts) -> Result<Handlebars<'static>, Diagnostics> {
        let mut registry = Handlebars::new();
        registry.set_strict_mode(true);
        registry.register_escape_fn(escape_attribute);
        registry.register_helper("if", Box::new(Condition { when: true }));
        registry.register_helper("unless", Box::new(Condition { when: false }));
        registry.register_helper("each", Box::new(Each));
        let mut findings = Diagnostics::new();
        for (path, _) in layouts.below(self.path).filter(|(path, _)| path.ends_with(".hbs")) {
            let name = path.trim_start_matches(self.path).trim_end_matches(".hbs");
            if let Err(error) = registry.register_template_string(name, layouts.text(path)) {
                let at = error.pos().map_or((1, 1), |(line, column)| (line, column));
                findings.push(finding(layouts, path, at, &error.reason().to_string()));
            }
        }
        if findings.has_fatal() { Err(findings) } else { Ok(registry) }
    }

    /// Renders a template.
    fn render(
        &self,
        name: &str,
        data: &impl Serialize,
        layouts: &Layouts,
        findings: &mut Diagnostics,
    ) -> Option<String> {
        let registry = match self.registry.get_or_init(|| self.load(layouts)) {
            Ok(registry) => registry,
            Err(faults) => {
                findings.append(faults.clone());
                return None;
            }
        };
        match registry.render(name, data) {
            Ok(html) => Some(html),
            Err(error) => {
                let at = (error.line_no.unwrap_or(1), error.column_no.unwrap_or(1));
                let template = error.template_name.as_deref().unwrap_or(name).to_string();
                let path = format!("{}{template}.hbs", self.path);
                findings.push(finding(layouts, &path, at, &error.reason().to_string()));
                None
            }
        }
    }
}

/// A finding in a template; Handlebars counts lines and columns from 1.
fn finding(layouts: &Layouts, path: &str, (line, column): (usize, usize), reason: &str) -> Diagnostic {
    let text = layouts.text(path);
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let offset = text[start.min(text.len())..]
        .char_indices()
        .nth(column.saturating_sub(1))
        .map_or(start, |(at, _)| start + at);
    Diagnostic::fatal("template", reason.to_string())
        .at(Place::new(format!("layouts/{path}"), offset..offset))
        .hint("compare with the default template; a name that may be absent is `null`, never undefined")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a template makes of some data, or its error.
    fn rendered(template: &str, data: &Value) -> Result<String, String> {
        let mut registry = Handlebars::new();
        registry.set_strict_mode(true);
        registry.register_helper("if", Box::new(Condition { when: true }));
        registry.register_helper("each", Box::new(Each));
        registry.render_template(template, data).map_err(|error| error.to_string())
    }

    #[test]
    fn undefined_names_are_refused_in_blocks_too() {
        let data = serde_json::json!({"there": null, "list": [{"x": 1}, {"x": 2}]});
        assert_eq!(rendered("{{#if there}}a{{else}}b{{/if}}", &data), Ok("b".into()));
        assert_eq!(rendered("{{#each list}}{{x}};{{/each}}", &data), Ok("1;2;".into()));
        assert!(rendered("{{#if nowhere}}a{{/if}}", &data).is_err());
        assert!(rendered("{{#each nowhere}}a{{/each}}", &data).is_err());
        assert!(rendered("{{nowhere}}", &data).is_err());
    }
}
