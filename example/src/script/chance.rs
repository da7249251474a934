//! Meetings that come up: interviews, debriefs, customer escalations, launch reviews.

use jiff::civil::Date;
use rung_model::activity::Activity;

use super::series::{Every, Guest, Series, Work};
use crate::{
    clock::{City, TODAY},
    random::Random,
};

/// A kind of meeting that comes up now and then.
pub(crate) struct Occasion {
    /// Titles to choose from.
    titles: &'static [&'static str],
    /// Who calls it.
    organizer: &'static str,
    /// Who else is asked.
    asked: &'static [&'static str],
    /// Guests.
    guests: &'static [Guest],
    /// How many a week, on average.
    weekly: f64,
    /// Minutes.
    minutes: i32,
    /// What it is.
    work: Work,
    /// Whose working day it falls in.
    city: City,
    /// Earliest and latest start, minutes after midnight.
    between: (i32, i32),
    /// First day.
    from: Date,
}

const CANDIDATE: &[Guest] = &[("Candidate", "candidate@applicants.example")];
const BANK: &[Guest] = &[("Noor Velasquez", "noor.velasquez@brightwater-bank.example")];
const INTERVIEWS: &[&str] = &[
    "Interview: backend engineer",
    "Technical interview: senior engineer",
    "Interview: platform engineer",
    "Panel interview",
];
const MANAGER_INTERVIEWS: &[&str] = &["Hiring manager interview", "Interview: engineering manager", "Values interview"];
const DEBRIEFS: &[&str] = &["Interview debrief", "Candidate debrief: backend engineer"];

const fn occasion(
    titles: &'static [&'static str],
    organizer: &'static str,
    weekly: f64,
    minutes: i32,
    activity: Activity,
) -> Occasion {
    Occasion {
        titles,
        organizer,
        asked: &[],
        guests: &[],
        weekly,
        minutes,
        work: Work::All(activity),
        city: City::Berlin,
        between: (600, 960),
        from: crate::clock::FIRST,
    }
}

/// Everything that comes up now and then.
pub(crate) fn occasions() -> Vec<Occasion> {
    let interview = |titles, organizer, weekly| Occasion {
        guests: CANDIDATE,
        ..occasion(titles, organizer, weekly, 60, Activity::Hiring)
    };
    let new_york = |occasion: Occasion| Occasion { city: City::NewYork, between: (600, 930), ..occasion };
    let with = |asked, occasion: Occasion| Occasion { asked, ..occasion };
    vec![
        interview(MANAGER_INTERVIEWS, "marta-quintero", 2.6),
        interview(INTERVIEWS, "ines-halvorsen", 0.9),
        interview(INTERVIEWS, "priya-raman", 0.5),
        interview(INTERVIEWS, "jonas-meier-settlement", 0.4),
        interview(INTERVIEWS, "tobi-adeyemi", 0.4),
        interview(INTERVIEWS, "hana-sato", 0.6),
        new_york(interview(INTERVIEWS, "caleb-osei", 1.6)),
        new_york(interview(INTERVIEWS, "wren-castellano", 0.4)),
        new_york(interview(&["Leadership panel interview", "Interview: senior manager"], "ruth-okonedo", 1.6)),
        with(&["ines-halvorsen", "priya-raman"], occasion(DEBRIEFS, "marta-quintero", 0.5, 30, Activity::Hiring)),
        new_york(occasion(
            &["Performance review prep", "Promotion packet review"],
            "caleb-osei",
            0.6,
            45,
            Activity::Feedback,
        )),
        occasion(
            &["Promotion case review", "Performance review: write-up"],
            "marta-quintero",
            1.0,
            45,
            Activity::Feedback,
        ),
        with(
            &["ines-halvorsen", "hana-sato", "tobi-adeyemi"],
            occasion(
                &["Postmortem: late settlement file", "Postmortem: duplicate payout"],
                "priya-raman",
                0.25,
                60,
                Activity::Incident,
            ),
        ),
        with(
            &["priya-raman", "jonas-meier-settlement"],
            occasion(&["Release go/no-go", "Release readiness review"], "tobi-adeyemi", 0.5, 30, Activity::Release),
        ),
        Occasion {
            guests: BANK,
            ..occasion(
                &["Customer escalation: Brightwater", "Customer onboarding call"],
                "lena-brandt",
                1.2,
                45,
                Activity::Customer,
            )
        },
        new_york(Occasion {
            guests: BANK,
            ..occasion(&["Customer executive briefing"], "ruth-okonedo", 0.5, 60, Activity::Customer)
        }),
        occasion(
            &["Webinar: payment standards", "Course: distributed systems"],
            "sofia-lindgren",
            0.5,
            60,
            Activity::Learning,
        ),
        occasion(&["Expenses", "Compliance training"], "marta-quintero", 0.4, 30, Activity::Admin),
        with(&["sofia-lindgren"], occasion(&["Swing by"], "jonas-meier-settlement", 0.4, 30, Activity::Support)),
        with(&["lena-brandt"], occasion(&["Harbour walk"], "marta-quintero", 0.3, 40, Activity::OneOnOneUp)),
    ]
}

impl Occasion {
    /// The meetings of one working day, placed where `free` says that nobody asked is busy.
    pub(crate) fn on(
        &self,
        seed: u64,
        day: Date,
        mut free: impl FnMut(&'static str, i32, i32) -> bool,
    ) -> Option<Series> {
        let first_title = self.titles.first()?;
        let mut random = Random::of(seed, &["occasion", self.organizer, first_title, &day.to_string()]);
        if day < self.from || day >= TODAY || !random.chance(self.weekly / 5.0) {
            return None;
        }
        let title = *random.pick(self.titles)?;
        (0..24).find_map(|_| {
            let start = random.between(self.between.0 / 15, self.between.1 / 15) * 15;
            let series = Series {
                every: Every::Once(day),
                guests: self.guests,
                city: self.city,
                start,
                minutes: self.minutes,
                key: format!("{}-{day}", Series::new(title, self.organizer, &[], self.work).key),
                ..Series::new(title, self.organizer, self.asked, self.work)
            };
            let fits = series.people().all(|person| free(person, start, start + self.minutes));
            fits.then_some(series)
        })
    }
}
