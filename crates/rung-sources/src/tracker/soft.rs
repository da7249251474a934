//! Values of JSON that may be of another shape than promised: what cannot be used is absent, not an error.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{
        Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
        value::{MapAccessDeserializer, SeqAccessDeserializer},
    },
};

/// A text; numbers count as text, all else as an empty one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Text<'a>(Cow<'a, str>);

impl Text<'_> {
    /// The text without blanks around it; `None` where nothing is left.
    pub(super) fn get(&self) -> Option<&str> {
        Some(self.0.trim()).filter(|text| !text.is_empty())
    }
}

/// A record; all that is no object is absent.
#[derive(Clone, Debug)]
pub(super) struct Soft<T>(pub(super) Option<T>);

impl<T> Default for Soft<T> {
    fn default() -> Self {
        Self(None)
    }
}

/// A list; all that is no list is an absent one.
#[derive(Clone, Debug)]
pub(super) struct List<T>(pub(super) Option<Vec<T>>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> List<T> {
    /// Its elements.
    pub(super) fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.as_deref().unwrap_or_default().iter()
    }
}

/// A whole number; `None` where there is none.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Whole(pub(super) Option<i64>);

/// Whether a value is there and is not null or false, whatever it is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct There(pub(super) bool);

/// Takes every shape and keeps none, but for those that are named.
macro_rules! absent {
    ($($shape:ident: $value:ty),*; $absent:expr) => {
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("any value")
        }
        $(fn $shape<E: Error>(self, _: $value) -> Result<Self::Value, E> {
            Ok($absent)
        })*
        fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
            Ok($absent)
        }
    };
}

fn skip_map<'de, A: MapAccess<'de>>(mut map: A) -> Result<(), A::Error> {
    while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
    Ok(())
}

fn skip_seq<'de, A: SeqAccess<'de>>(mut seq: A) -> Result<(), A::Error> {
    while seq.next_element::<IgnoredAny>()?.is_some() {}
    Ok(())
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Text<'de>;
            absent!(visit_bool: bool; Text::default());
            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Borrowed(text)))
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(number.to_string())))
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(number.to_string())))
            }
            fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(number.to_string())))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                skip_map(map).map(|()| Text::default())
            }
            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
                skip_seq(seq).map(|()| Text::default())
            }
        }
        deserializer.deserialize_any(Any)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Soft<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Any<T> {
            type Value = Soft<T>;
            absent!(visit_bool: bool, visit_str: &str, visit_u64: u64, visit_i64: i64, visit_f64: f64; Soft(None));
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(|record| Soft(Some(record)))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
                skip_seq(seq).map(|()| Soft(None))
            }
        }
        deserializer.deserialize_any(Any(PhantomData))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Any<T> {
            type Value = List<T>;
            absent!(visit_bool: bool, visit_str: &str, visit_u64: u64, visit_i64: i64, visit_f64: f64; List(None));
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                skip_map(map).map(|()| List(None))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(|list| List(Some(list)))
            }
        }
        deserializer.deserialize_any(Any(PhantomData))
    }
}

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(deserializer)?;
        Ok(Self(text.get().and_then(|text| text.parse().ok())))
    }
}

impl<'de> Deserialize<'de> for There {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = There;
            absent!(; There(false));
            fn visit_bool<E: Error>(self, is: bool) -> Result<Self::Value, E> {
                Ok(There(is))
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(There(!text.is_empty()))
            }
            fn visit_u64<E: Error>(self, _: u64) -> Result<Self::Value, E> {
                Ok(There(true))
            }
            fn visit_i64<E: Error>(self, _: i64) -> Result<Self::Value, E> {
                Ok(There(true))
            }
            fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
                Ok(There(true))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                skip_map(map).map(|()| There(true))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
                skip_seq(seq).map(|()| There(true))
            }
        }
        deserializer.deserialize_any(Any)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize, Default)]
    #[serde(default)]
    struct Sample<'a> {
        #[serde(borrow)]
        text: Text<'a>,
        list: List<Text<'a>>,
        soft: Soft<Box<Sample<'a>>>,
        whole: Whole,
        there: There,
    }

    #[test]
    fn other_shapes_are_absent() {
        for other in ["null", "true", "false", "1", "-1", "1.5", "\"x\"", "[1, {}]", "{\"a\": [1]}"] {
            let text = format!(
                "{{\"text\": {other}, \"list\": {other}, \"soft\": {other}, \"whole\": {other}, \"there\": {other}}}"
            );
            let sample: Sample<'_> = serde_json::from_str(&text).unwrap();
            assert_eq!(sample.list.0.is_some(), other.starts_with('['), "{other}");
            assert_eq!(sample.soft.0.is_some(), other.starts_with('{'), "{other}");
            assert_eq!(sample.whole.0.is_some(), matches!(other, "1" | "-1"), "{other}");
            assert_eq!(sample.there.0, !matches!(other, "null" | "false"), "{other}");
            let text = matches!(other, "1" | "-1" | "1.5" | "\"x\"");
            assert_eq!(sample.text.get().is_some(), text, "{other}");
        }
    }
}
