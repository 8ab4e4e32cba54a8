//! Lists as spreadsheets, mail programs and hands leave them: either every line is accounted for, or
//! nobody is mailed; and whoever left (`left…@`) is mailed in no case.

use super::*;

/// What becomes of a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Then {
    /// Nobody is mailed, and the words say why.
    Refused(&'static str),
    /// So many of so many lines get it; the others are counted with their reason.
    Mailed(usize, usize),
    /// Either, as long as everybody is accounted for.
    Either,
}

use Then::{Either, Mailed, Refused};

/// The head that most lists have.
const HEAD: &str = "email,basis,unsubscribed_at\n";

/// The lists: what is wrong, the text, what becomes of it.
fn lists() -> Vec<(&'static str, Vec<u8>, Then)> {
    let with = |rows: &str| format!("{HEAD}{rows}").into_bytes();
    let plain = "a@example.org,staff,\nb@example.org,staff,\nleft@example.org,staff,2024-03-20\n";
    let many: String = (0..30).map(|i| format!("r{i}@example.org,staff,\n")).collect();
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(format!("{HEAD}{plain}").encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    vec![
        ("nothing is wrong", with(plain), Mailed(2, 3)),
        ("a mark of UTF-8 at the start", [b"\xEF\xBB\xBF".to_vec(), with(plain)].concat(), Mailed(2, 3)),
        ("lines end as on Windows", with(plain).into_iter().flat_map(|b| if b == b'\n' { vec![b'\r', b'\n'] } else { vec![b] }).collect(), Mailed(2, 3)),
        ("lines end as on old Macs", with(plain).into_iter().map(|b| if b == b'\n' { b'\r' } else { b }).collect(), Either),
        ("semicolons", String::from_utf8(with(plain)).expect("text").replace(',', ";").into_bytes(), Mailed(2, 3)),
        ("tabs", String::from_utf8(with(plain)).expect("text").replace(',', "\t").into_bytes(), Mailed(2, 3)),
        ("sep= in the first line, as Excel writes it", format!("sep=,\n{HEAD}{plain}").into_bytes(), Either),
        ("UTF-16", utf16, Either),
        ("Latin-1 letters", [with(plain), b"m\xFCller@example.org,staff,\n".to_vec()].concat(), Either),
        ("blank lines between", with("\na@example.org,staff,\n\n\nleft@example.org,staff,2024-03-20\n\n"), Mailed(1, 2)),
        ("lines of commas alone", with("a@example.org,staff,\n,,\n,,\n"), Either),
        ("no last line end", with("a@example.org,staff,\nleft@example.org,staff,2024-03-20"), Mailed(1, 2)),
        ("empty", vec![], Refused("")),
        ("a head alone", with(""), Either),
        ("no head", plain.as_bytes().to_vec(), Refused("")),
        ("an unclosed quotation mark", with(&format!("a@example.org,\"staff,\n{many}left@example.org,staff,2024-03-20\n")), Refused("line 2")),
        ("one that closes two lines further", with("a@example.org,\"staff,\nb@example.org,staff,\nleft@example.org,staff\",2024-03-20\nc@example.org,staff,\n"), Refused("line 2")),
        ("one inside of a cell", with("a@example.org,st\"aff,\nleft@example.org,staff,2024-03-20\n"), Either),
        ("one behind a cell", with("\"a@example.org\"x,staff,\nleft@example.org,staff,2024-03-20\n"), Either),
        ("curly quotation marks", with("“a@example.org”,staff,\nleft@example.org,staff,2024-03-20\n"), Either),
        ("a line break within marks", "email,basis,consent_source,unsubscribed_at\na@example.org,staff,\"fair\nBrussels\",\nleft@example.org,staff,x,2024-03-20\n".as_bytes().to_vec(), Mailed(1, 2)),
        ("a double column of those who left, the second filled", b"email,basis,unsubscribed_at,unsubscribed_at\na@example.org,staff,,\nleft@example.org,staff,,2024-03-20\n".to_vec(), Refused("unsubscribed_at")),
        ("a double column of addresses", b"email,email,basis\na@example.org,b@example.org,staff\n".to_vec(), Refused("email")),
        ("a column in another case twice", b"email,basis,Unsubscribed_At,unsubscribed_at\nleft@example.org,staff,2024-03-20,\na@example.org,staff,,\n".to_vec(), Refused("unsubscribed_at")),
        ("a comma too many before the date", with("a@example.org,staff,\nleft@example.org,staff,,2024-03-20\n"), Refused("line 3")),
        ("a comma too few", with("a@example.org,staff,\nleft@example.org,2024-03-20\n"), Refused("line 3")),
        ("a name with a comma", "name,email,basis,unsubscribed_at\nMuster, Eva,a@example.org,staff,\nPapa Maria,left@example.org,staff,2024-03-20\n".as_bytes().to_vec(), Refused("line 2")),
        ("a column of those who left that is misspelt", b"email,basis,unsubscribed\na@example.org,staff,\nleft@example.org,staff,2024-03-20\n".to_vec(), Refused("")),
        ("the same in other words", b"email,basis,unsubscribe date\na@example.org,staff,\nleft@example.org,staff,2024-03-20\n".to_vec(), Refused("")),
        ("words where the day should be", with("a@example.org,staff,\nleft@example.org,staff,yes\n"), Either),
        ("a mark where the day should be", with("a@example.org,staff,\nleft@example.org,staff,x\n"), Either),
        ("a blank where the day should be", with("a@example.org,staff, \nleft@example.org,staff,2024-03-20\n"), Either),
        ("days that can be read in two ways", with("a@example.org,staff,\nleft@example.org,staff,01/03/2024\n"), Either),
        ("days as in Germany", with("a@example.org,staff,\nleft@example.org,staff,20.03.2024\n"), Either),
        ("days as Excel counts them", with("a@example.org,staff,\nleft@example.org,staff,45371\n"), Either),
        ("days with an hour", with("a@example.org,staff,\nleft@example.org,staff,2024-03-20 10:00:00\n"), Either),
        ("a day to come", with("a@example.org,staff,\nleft@example.org,staff,2999-03-20\n"), Either),
        ("#####, as a narrow column shows", with("a@example.org,staff,\nleft@example.org,staff,#####\n"), Either),
        ("an address twice, once as left", with("left@example.org,staff,\nleft@example.org,staff,2024-03-20\na@example.org,staff,\n"), Mailed(1, 3)),
        ("an address twice, once as left, in other letters", with("Left@Example.ORG,staff,\nleft@example.org,staff,2024-03-20\na@example.org,staff,\n"), Mailed(1, 3)),
        ("an address with a blank that nobody sees", with("a@example.org\u{A0},staff,\nleft@example.org\u{200B},staff,2024-03-20\nleft@example.org,staff,\n"), Either),
        ("an address in angle brackets", with("Eva <a@example.org>,staff,\nleft@example.org,staff,2024-03-20\n"), Either),
        ("two addresses in a cell", with("a@example.org;b@example.org,staff,\nleft@example.org,staff,2024-03-20\n"), Either),
        ("half of the list without an address", with("a@example.org,staff,\n,staff,\n,staff,\n,staff,\n,staff,\nleft@example.org,staff,2024-03-20\n"), Refused("")),
        ("most of the basis unknown", with("a@example.org,staff,\nb@example.org,friend,\nc@example.org,friend,\nd@example.org,friend,\ne@example.org,friend,\n"), Refused("")),
        ("a formula", with("=HYPERLINK(\"x\"),staff,\na@example.org,staff,\nleft@example.org,staff,2024-03-20\n"), Either),
        ("a page of the web", b"<html><body>Sign in</body></html>".to_vec(), Refused("")),
        ("a spreadsheet's own file", b"PK\x03\x04\x14\x00\x06\x00".to_vec(), Refused("")),
        ("zeros inside", with("a@example.org,staff,\n\0\0\0,staff,\nleft@example.org,staff,2024-03-20\n"), Either),
    ]
}

#[test]
fn every_line_of_a_broken_list_is_accounted_for_or_nobody_is_mailed() {
    let lists = lists();
    assert!(lists.len() >= 40);
    for (what, bytes, then) in lists {
        let server = Server::plain();
        let desk = cluster(server.port, vec![]);
        desk.write("readers.csv", &bytes);
        let dry = send(&desk, &["2024-04", "--dry-run"], 0.01).ends();
        let outcome = send(&desk, &["2024-04", "--yes"], 0.01).ends();
        let copies = server.copies();
        for one in copies.keys() {
            assert!(!one.to_lowercase().starts_with("left"), "{what}: {one} left and is mailed");
            assert_eq!(copies[one], 1, "{what}");
        }
        let mailed = copies.len();
        if outcome.code != Some(0) {
            assert_eq!(mailed, 0, "{what}: {outcome:?}");
            let says_so = matches!(then, Refused(_)) && what != "empty";
            assert!(!says_so || dry.code != Some(0), "{what}: a dry run says the same: {}", dry.err);
        } else {
            // Records of more than one line are counted once; blank lines are nobody.
            let words = outcome.err.lines().find(|line| line.contains(" on the list, ")).expect("an account");
            let numbers: Vec<usize> =
                words.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
            assert_eq!(numbers[0], numbers[1] + numbers[2], "{what}: {words}");
            assert_eq!(numbers[1], mailed, "{what}: {words}");
            let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n").replace('\r', "\n");
            let lines =
                text.lines().skip(1).filter(|line| !line.trim_matches([',', ' ', '\0']).is_empty()).count();
            let broken_line = usize::from(what.starts_with("a line break within marks"));
            let head = usize::from(text.starts_with("sep="));
            if !what.starts_with("UTF-16") && !what.starts_with("zeros") {
                assert_eq!(numbers[0] + broken_line + head, lines, "{what}: {words}\n{}", outcome.err);
            }
        }
        match then {
            Refused(words) => {
                assert_ne!(outcome.code, Some(0), "{what} is refused: {}", outcome.err);
                assert!(outcome.err.contains(words), "{what}: no {words} in {}", outcome.err);
            }
            Mailed(get, all) => {
                assert_eq!(outcome.code, Some(0), "{what}: {}", outcome.err);
                assert_eq!(mailed, get, "{what}: {}", outcome.err);
                assert!(
                    outcome.err.contains(&format!("{all} on the list, {get} get it")),
                    "{what}: {}",
                    outcome.err
                );
            }
            Either => {}
        }
    }
}
