//! The pictures of a page: which there are.

use crate::html::{Picture, Shows, of_file, that_shows};
use crate::issue::{CheckedIssue, Pictures};
use crate::model::Channel;

/// The emblem, the cluster's logo and the pictures of all texts that an output shows. `known` are the
/// files as they were read, `drawn` holds the emblem.
pub(super) fn shown_pictures(
    issue: &CheckedIssue<'_>,
    channel: Channel,
    known: &Pictures,
    drawn: &[Picture],
) -> Vec<Picture> {
    let mut pictures: Vec<Picture> = that_shows(drawn, &Shows::Emblem).into_iter().cloned().collect();
    let updates = issue.updates(channel).map(|update| update.body.clone());
    let meetings = issue.meetings(channel).map(|meeting| meeting.body.clone());
    let logo = crate::issue::logo(issue.cluster, issue.sources);
    for path in logo.into_iter().chain(crate::issue::dark_logo(issue.cluster, issue.sources)) {
        let mail = known.0.get(&path).and_then(|picture| picture.mail.as_ref());
        pictures.extend(mail.map(|mail| Picture::logo(&path, mail)));
    }
    for mut body in updates.chain(meetings) {
        for (_, image) in body.images_mut() {
            let mail = known.0.get(&image.url).and_then(|picture| picture.mail.as_ref());
            if let Some(mail) = mail.filter(|_| of_file(&pictures, &image.url).is_none()) {
                pictures.push(Picture::file(&image.url, mail));
            }
        }
    }
    pictures
}
