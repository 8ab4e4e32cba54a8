//! Colours as `#rrggbb`, and how well one can be read on another.

use serde::{Serialize, Serializer};

use super::parse::{Complaint, Parse, Shape};

/// The least contrast of text with its ground (WCAG 2.2, success criterion 1.4.3).
pub const CONTRAST: f64 = 4.5;

/// How full a colour is at most that was made light for a dark ground.
const MOST_SATURATED: f64 = 0.55;

/// A colour of red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour([u8; 3]);

impl Colour {
    /// White.
    pub const WHITE: Self = Self([255, 255, 255]);

    /// Black.
    pub const BLACK: Self = Self([0, 0, 0]);

    /// The contrast with another colour, from 1 to 21 (WCAG 2.2, "contrast ratio").
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The relative luminance, from 0 to 1 (WCAG 2.2, "relative luminance").
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|byte| {
            let value = f64::from(byte) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Made darker by so many per cent of itself.
    #[must_use]
    pub fn darker(self, per_cent: u8) -> Self {
        self.over(Self::BLACK, 100_u8.saturating_sub(per_cent))
    }

    /// So many per cent of it laid over another.
    #[must_use]
    pub fn over(self, ground: Self, per_cent: u8) -> Self {
        let share = u32::from(per_cent.min(100));
        let mut mixed = self.0;
        for (channel, below) in mixed.iter_mut().zip(ground.0) {
            let sum = u32::from(*channel) * share + u32::from(below) * (100 - share);
            *channel = u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX);
        }
        Self(mixed)
    }

    /// Made lighter, or on a light ground darker, as little as gives it a contrast with the ground; its hue
    /// stays.
    #[must_use]
    pub fn readable(self, ground: Self, contrast: f64) -> Self {
        if self.contrast(ground) >= contrast {
            return self;
        }
        let is_dark = ground.luminance() < 0.18;
        let (hue, saturation, lightness) = self.hsl();
        // A light colour glares where it is as full as a dark one may be.
        let saturation = if is_dark { saturation.min(MOST_SATURATED) } else { saturation };
        let end = if is_dark { 1.0 } else { 0.0 };
        let steps = (0..=200_u8).map(|step| lightness + (end - lightness) * f64::from(step) / 200.0);
        let mut colours = steps.map(|lightness| Self::of_hsl(hue, saturation, lightness));
        colours.find(|colour| colour.contrast(ground) >= contrast).unwrap_or(if is_dark {
            Self::WHITE
        } else {
            Self::BLACK
        })
    }

    /// Hue in degrees, saturation and lightness from 0 to 1 (CSS Color 4, section 7).
    fn hsl(self) -> (f64, f64, f64) {
        let [red, green, blue] = self.0.map(|byte| f64::from(byte) / 255.0);
        let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
        let (lightness, range) = (f64::midpoint(most, least), most - least);
        if range <= f64::EPSILON {
            return (0.0, 0.0, lightness);
        }
        let saturation = range / (1.0 - (2.0 * lightness - 1.0).abs());
        let sixth = if most <= red {
            ((green - blue) / range).rem_euclid(6.0)
        } else if most <= green {
            (blue - red) / range + 2.0
        } else {
            (red - green) / range + 4.0
        };
        (sixth * 60.0, saturation, lightness)
    }

    /// The colour of a hue, a saturation and a lightness (CSS Color 4, section 7.1).
    fn of_hsl(hue: f64, saturation: f64, lightness: f64) -> Self {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // from 0 to 255
        let byte = |value: f64| (value * 255.0).round().clamp(0.0, 255.0) as u8;
        let channel = |at: f64| {
            let place = (at + hue / 30.0).rem_euclid(12.0);
            let reach = saturation * lightness.min(1.0 - lightness);
            byte(lightness - reach * (place - 3.0).min(9.0 - place).clamp(-1.0, 1.0))
        };
        Self([channel(0.0), channel(8.0), channel(4.0)])
    }
}

impl Parse for Colour {
    const SHAPE: Shape = Shape::Form { what: "a colour", pattern: "^#[0-9A-Fa-f]{6}$", example: "#0b5d4e" };

    fn parse(text: &str) -> Result<Self, Complaint> {
        let byte = |at: usize| u8::from_str_radix(text.get(at..at + 2)?, 16).ok();
        let digits = text.strip_prefix('#').unwrap_or_default();
        let whole = digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit());
        match (byte(1), byte(3), byte(5)) {
            (Some(red), Some(green), Some(blue)) if whole => Ok(Self([red, green, blue])),
            _ => Err(Complaint::new(format!("`{text}` is no colour"), "type it in quotes as `\"#0b5d4e\"`")),
        }
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Serialize for Colour {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A colour of a test.
    fn colour(text: &str) -> Colour {
        Colour::parse(text).expect("a colour")
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        assert!((Colour::WHITE.contrast(Colour::BLACK) - 21.0).abs() < 1e-9);
        // The accessibility guidelines' own border case: the lightest grey that passes on white.
        assert!(colour("#767676").contrast(Colour::WHITE) >= CONTRAST);
        assert!(colour("#777777").contrast(Colour::WHITE) < CONTRAST);
    }

    #[test]
    fn colours_are_mixed_and_made_readable() {
        assert_eq!(colour("#0a5c4d").darker(34).to_string(), "#073d33");
        assert_eq!(colour("#ff0000").over(Colour::WHITE, 10).to_string(), "#ffe6e6");
        let ground = colour("#151f24");
        let light = colour("#7a1f5c").readable(ground, 7.0);
        assert!(light.contrast(ground) >= 7.0 && light.contrast(ground) < 7.5);
        assert!(
            Colour::parse("#12345").is_err()
                && Colour::parse("0b5d4e").is_err()
                && Colour::parse("#+1+2+3").is_err()
        );
    }
}
