//! A typeset document as the bytes of a PDF/A-3a and PDF/UA-1 file.

use comemo::Track;
use jiff::tz::TimeZone;
use typst_layout::PagedDocument;
use typst_library::foundations::{Datetime, NativeElement, Smart};
use typst_library::introspection::Introspector;
use typst_library::model::{HeadingElem, LateLinkResolver};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::compile::finding;
use super::inspect::{self, PageText, page_text};
use super::world::ReportWorld;
use crate::diagnostic::Diagnostics;
use crate::issue::AsOf;

/// A PDF with what is known of it.
pub(super) struct Pdf {
    pub(super) bytes: Vec<u8>,
    /// What stands on each page.
    pub(super) pages: Vec<PageText>,
    /// The names of the places in it that links may lead to.
    pub(super) destinations: Vec<String>,
}

/// The names of the places in a document that links may lead to.
pub(super) fn destinations(document: &PagedDocument) -> Vec<String> {
    let anchors = inspect::anchors(document);
    let headings = document.introspector().query(&HeadingElem::ELEM.select());
    let headings = headings.iter().filter_map(|heading| heading.label());
    let headings = headings.map(|label| label.resolve().to_string());
    headings.chain(anchors.into_iter().map(|(_, name)| name)).collect()
}

/// A document as PDF, with every place in it that a link may lead to.
pub(super) fn export(
    document: &PagedDocument,
    world: &ReportWorld,
    options: &PdfOptions,
) -> Result<Pdf, Diagnostics> {
    let destinations = destinations(document);
    let anchors: Vec<_> =
        inspect::anchors(document).into_iter().map(|(at, name)| (at, name.into())).collect();
    let resolver = LateLinkResolver::new(None, document.introspector().as_ref());
    match typst_pdf::pdf_in_bundle(document, options, &anchors, resolver.track()) {
        Ok(pdf) => {
            let pages = document.pages().iter().map(|page| page_text(&page.frame)).collect();
            Ok(Pdf { bytes: pdf, pages, destinations })
        }
        Err(errors) => {
            let mut findings = Diagnostics::new();
            errors.iter().for_each(|error| findings.push(finding(error, world)));
            Err(findings)
        }
    }
}

/// PDF/A-3a with PDF/UA-1, with a timestamp from outside.
pub(super) fn options(ident: String, as_of: AsOf) -> Option<PdfOptions> {
    let moment = as_of.stamp.to_zoned(TimeZone::UTC).datetime();
    let small = i8::unsigned_abs;
    let datetime = Datetime::from_ymd_hms(
        moment.year().into(),
        small(moment.month()),
        small(moment.day()),
        small(moment.hour()),
        small(moment.minute()),
        small(moment.second()),
    )?;
    Some(PdfOptions {
        ident: Smart::Custom(ident),
        creator: Smart::Custom(Some(format!("Bulletin {}", env!("CARGO_PKG_VERSION")))),
        timestamp: Some(Timestamp::new_utc(datetime)),
        standards: PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]).ok()?,
        ..PdfOptions::default()
    })
}
