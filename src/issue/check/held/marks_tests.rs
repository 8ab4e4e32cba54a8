//! What holds a text back, and what does not.

use super::*;
use crate::sources::held::is_guard;

#[test]
fn attempts_to_hold_back_are_seen() {
    for line in [
        "audience: internal",
        "Audience: Internal",
        "**Audience:** internal",
        "audiance: internal",
        "audience = internal",
        "- audience: [internal]",
        "> status: draft",
        "Status – draft",
        "embargo_until: 2024-06-01T09:00+02:00",
        "Embargo: 1 June",
        "embargoed until 1 June 2024",
        "UNDER EMBARGO UNTIL MONDAY",
        "confidentiality: consortium",
        "expires: 2024-05-01",
        "INTERNAL",
        "[internal]",
        "(INTERNAL) The budget is short.",
        "[DRAFT] The budget is short.",
        "INTERNAL: the budget is short",
        "# INTERNAL: the budget is short",
        "# The budget is short (internal)",
        "# The budget is short [draft]",
        "# The budget is short – CONFIDENTIAL",
        "## Internal notes",
        "**Confidential**",
        "Not for publication",
        "Please do not publish before June.",
        "For partners only: the budget is short.",
        "::: internal",
        "ΕΜΠΙΣΤΕΥΤΙΚΟ",
        "Поверително",
        "Povjerljivo",
        "Da non pubblicare",
        "Nur intern",
        "<!-- audience: internal -->",
        "<!-- internal -->",
        "<!-- the budget is short",
        "<!- the budget is short ->",
        "<!— the budget is short —>",
        "the budget is short -->",
        "%% the budget is short %%",
        "/* the budget is short */",
        "// the budget is short",
        "{# the budget is short #}",
        "<div hidden>the budget is short</div>",
        "<p style=\"display:none\">the budget is short</p>",
        "<internal>the budget is short</internal>",
    ] {
        assert!(!marks(line).is_empty(), "{line}");
    }
}

#[test]
fn ordinary_texts_are_left_alone() {
    for line in [
        "# Draft plans of forty towns are public",
        "The draft: forty pages, one map",
        "The audience was large: two hundred people came.",
        "Audience: local authorities and citizens of the region",
        "Status of the plans: nine of ten are adopted",
        "The status: nine of ten plans are adopted.",
        "Internal energy market rules were discussed.",
        "An internal review confirmed this.",
        "Private companies and public bodies met.",
        "## Public consultation",
        "Public: citizens of all ages",
        "Access: the hall is open from 9:00",
        "Confidential computing for energy data",
        "Holding temperatures below 1.5 degrees",
        "Expires soon: the call for towns",
        "Embargoes on Russian gas were discussed",
        "<!-- a note to self -->",
        "- [ ] RECET: publish the draft (by 2024-05-31) {#plan}",
        "Use `<!--` to begin a comment.",
        "5*3 /year, http://example.org/a",
        "Interna is a village in Slovenia.",
        "Heat plan for Zagreb (draft) is open for comments",
        "Partners: RECET, IN-PLAN",
        "Published: 12 May 2024",
    ] {
        assert_eq!(marks(line), vec![], "{line}");
    }
}

#[test]
fn fields_that_guard_are_known_by_nearly_their_names() {
    for name in [
        "audience",
        "Audience",
        "audiences",
        "audiance",
        "embargo",
        "embargo-until",
        "internal",
        "statuss",
        "confidental",
        "visibility",
        "do_not_publish",
    ] {
        assert!(is_guard(name), "{name}");
    }
    for name in ["title", "projects", "date", "summary", "links", "priority", "foo", "place", "starts"] {
        assert!(!is_guard(name), "{name}");
    }
}
