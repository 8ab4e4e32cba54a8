//! Countries by their codes.

use serde::Serialize;

use super::parse::{Complaint, Parse, Shape};

/// The officially assigned two-letter country codes of ISO 3166-1.
const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// A country, ISO 3166-1 alpha-2. `EL` and `UK` are accepted as the EU writes them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Country(String);

impl Country {
    /// The code as ISO 3166-1 has it.
    pub fn iso(&self) -> &str {
        &self.0
    }

    /// The code as EU publications write it: `EL` for Greece, `UK` for the United Kingdom
    /// (Interinstitutional Style Guide, 7.1.1).
    pub fn eu(&self) -> &str {
        match self.0.as_str() {
            "GR" => "EL",
            "GB" => "UK",
            code => code,
        }
    }
}

impl Parse for Country {
    const SHAPE: Shape = Shape::Form { what: "a country's code", pattern: "^[A-Za-z]{2}$", example: "IT" };

    fn parse(text: &str) -> Result<Self, Complaint> {
        let code = match text.to_uppercase().as_str() {
            "EL" => "GR".to_string(),
            "UK" => "GB".to_string(),
            code => code.to_string(),
        };
        match code.len() == 2 && COUNTRIES.split(' ').any(|known| known == code) {
            true => Ok(Self(code)),
            false => Err(Complaint::new(
                format!("`{text}` is no country code"),
                "type the two letters of ISO 3166-1, such as `HR` for Croatia or `EL` for Greece",
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greece_and_the_united_kingdom_are_shown_as_the_eu_does() {
        assert_eq!(Country::parse("gr").expect("Greece").eu(), "EL");
        assert_eq!(Country::parse("UK").expect("United Kingdom").iso(), "GB");
        assert!(Country::parse("XX").is_err());
    }
}
