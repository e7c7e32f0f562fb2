//! What a week plan is made of, as it was checked: types only. Everything is in whole minutes.

use super::time::{Dag, Days, Minutes, Span};

/// The week of a job: when she works, how she travels, and what is taken for granted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The weeks of a rota that repeats, 1 to 4; one is the same every week.
    pub weken: Vec<Vec<Shift>>,
    /// Straight from home to work.
    pub huis_werk: Minutes,
    /// Where children are brought, in the order of her route from home.
    pub plekken: Vec<Place>,
    /// From one place to the next.
    pub tussen: Minutes,
    /// How long after the bell she may come.
    pub wachten: Minutes,
    /// Weeks of school holiday that she covers with her own leave.
    pub verlof_weken: u32,
    /// What is taken for granted beside what is asked.
    pub regels: Rules,
    /// The school and the contract that are taken where nothing was told.
    pub standaard: Standard,
}

/// What is taken where nothing was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standard {
    /// A school.
    pub school: School,
    /// A contract by the block.
    pub blok: Contract,
    /// A contract by the hour.
    pub uur: Contract,
}

/// One stretch of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The day it begins.
    pub dag: Dag,
    /// From when, from midnight of that day.
    pub van: Minutes,
    /// Until when, counted on past midnight.
    pub tot: Minutes,
    /// The unpaid break.
    pub pauze: Minutes,
}

impl Shift {
    /// What is paid.
    pub const fn net(&self) -> Minutes {
        self.tot - self.van - self.pauze
    }

    /// From when until when on the line of the week.
    pub const fn span(&self) -> Span {
        Span { van: self.van, tot: self.tot }.moved(self.dag.midnight())
    }
}

/// A place where children are brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// From there to work.
    pub naar_werk: Minutes,
    /// From home to there.
    pub van_huis: Minutes,
    /// Handing over, for all children there together.
    pub overdracht: Minutes,
}

/// What is taken for granted of every plan of a municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Weeks of school holiday in a year.
    pub vakantieweken: u32,
    /// Bringing a child and going to work is one trip within so much of the bell.
    pub een_rit: Minutes,
    /// Less room than this is tight.
    pub krap_onder: Minutes,
    /// The longest working day that is proposed.
    pub werkdag: Minutes,
    /// A break is needed above so much work.
    pub pauze_boven: Minutes,
    /// That break.
    pub pauze: Minutes,
}

/// What the plan asks of one child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChildPlan {
    /// Whether it goes to school, when that was said.
    pub naar_school: Option<bool>,
    /// Its school.
    pub school: School,
    /// Unpaid help.
    pub familie: Vec<Family>,
    /// Of each contract for care, in their order.
    pub opvang: Vec<Agreement>,
}

/// Of one contract for care: what is known of how it is sold, and whether its hours were typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// How it is sold.
    pub contract: Option<Contract>,
    /// Whether hours were typed: then those count.
    pub is_typed: bool,
}

/// A school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School {
    /// Monday to Friday; `None` is a free day.
    pub tijden: [Option<Span>; 5],
    /// Where it is: a place of the plan.
    pub plek: usize,
    /// How long before the bell the door opens.
    pub deur: Minutes,
    /// Whether the child goes and comes alone.
    pub alleen: bool,
    /// The longest it is alone at a stretch.
    pub alleen_thuis: Minutes,
    /// Whether its times were told.
    pub is_told: bool,
}

/// Unpaid help by people of her own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Family {
    /// On which days it begins.
    pub dagen: Days,
    /// From when until when, counted on past midnight.
    pub span: Span,
    /// In which weeks.
    pub weken: FamilyWeeks,
}

/// In which weeks her own people help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FamilyWeeks {
    /// In all.
    Alle,
    /// In school weeks.
    School,
    /// In holidays.
    Vakantie,
}

/// How care is sold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contract {
    /// By the block or by the hour.
    pub afname: Afname,
    /// Where it is: a place of the plan.
    pub plek: usize,
    /// School weeks in a year.
    pub schoolweken: u32,
    /// Holiday weeks in a year.
    pub vakantieweken: u32,
    /// The days in the contract, bought whether needed or not; `None`: those she needs.
    pub dagen: Option<Days>,
    /// What can be bought on a day without school.
    pub blokken: Vec<Span>,
    /// Start of care before school; `None`: not offered.
    pub voorschool_van: Option<Minutes>,
    /// On which days care before school is bought; `None`: where it is needed.
    pub voorschool_dagen: Option<Days>,
    /// From when care after school is sold; `None`: from the bell.
    pub middag_van: Option<Minutes>,
    /// Closing on a school day.
    pub middag_tot: Minutes,
    /// The days on which it is open.
    pub open_dagen: Days,
    /// When it is open, by the hour.
    pub open: Span,
    /// Minutes of a day are rounded up to a multiple of this, by the hour.
    pub afronden: Minutes,
    /// The least of a day, by the hour.
    pub minimum: Minutes,
    /// Minutes a week that the city pays.
    pub gratis: Minutes,
    /// Study days of the school in a year that are bought.
    pub studiedagen: u32,
    /// Whether opening hours or weeks were left out.
    pub is_proposed: bool,
}

/// How care is sold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Afname {
    /// Whole parts of a day.
    Blok,
    /// By the hour.
    Uur,
}
