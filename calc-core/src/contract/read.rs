//! Reads a situation through the door: one function per object of the contract, in its order.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::checks::{
    Dagen, adult, adult_below_pension_age, amount, amount_or_null, amount_to, child_or_expected,
    each, given, of_empty, optional_object, required_amount, required_date, required_object,
    required_word, whole_number, word, word_among, yes_no,
};
use super::fields;
#[cfg(feature = "weekplan")]
use super::read_around::Around;
use super::read_baan::baan;
#[cfg(feature = "calendar")]
use super::read_kalender::{alleen_kalender, kalender};
#[cfg(feature = "weekplan")]
use super::{read_weekplan, read_zorg};
use crate::contract::door::{Door, Field, Object};
use crate::coverage;
use crate::dates;
use crate::error::{Error, Problem};
use crate::money::{Euro, HoursPerMonth, PerHour, PerMonth, PerYear};
use crate::parameters::gemeenten::{Gemeente, Regeling, Versie};
use crate::parameters::{Book, bijstandsnorm};
use crate::schemes::bijstand::inkomensvrijlating::art_34a_vanaf;
use crate::situatie::{
    BedragMetHand, Bijstand, Defaulted, Gebruikt, Huishouden, IackUitbetaling, Inwonende, Kind,
    Opvang, OpvangSchaalt, Partner, Relatie, Schulden, Situatie, SoortOpvang, SoortSchulden,
};

/// Without the week plan nothing has to be known beforehand, and a contract has hours only.
#[cfg(not(feature = "weekplan"))]
type Around = ();
#[cfg(not(feature = "weekplan"))]
type Read = Opvang;
#[cfg(feature = "weekplan")]
type Read = (Opvang, Agreement);
#[cfg(feature = "weekplan")]
use crate::weekplan::computed_hours;
#[cfg(feature = "weekplan")]
use crate::weekplan::plan::Agreement;

impl Situatie {
    /// Reads and checks a situation. Every problem is listed, each with its path.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        Self::from_json_by(Book::PUBLISHED, json)
    }

    /// The same, to be computed by the amounts of a book.
    pub fn from_json_by(book: Book, json: &str) -> Result<Self, Error> {
        situatie(book, json, Doel::VasteMaand).map_err(Error::Refused)
    }

    /// Reads and checks a situation for a calendar, which refuses more. Every problem is listed, each with its path.
    #[cfg(feature = "calendar")]
    pub fn for_calendar(json: &str) -> Result<Self, Error> {
        Self::for_calendar_by(Book::PUBLISHED, json)
    }

    /// The same, to be computed by the amounts of a book.
    #[cfg(feature = "calendar")]
    pub fn for_calendar_by(book: Book, json: &str) -> Result<Self, Error> {
        situatie(book, json, Doel::Kalender).map_err(Error::Refused)
    }
}

/// What a situation is read for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Doel {
    /// A month, which takes any start of the job.
    VasteMaand,
    /// Thirteen months.
    #[cfg(feature = "calendar")]
    Kalender,
}

fn situatie(book: Book, json: &str, doel: Doel) -> Result<Situatie, Vec<Problem>> {
    let mut door = Door::default();
    let situatie = door.open(json).and_then(|object| whole(&mut door, object, doel, book));
    let (mut situatie, defaulted) = door.close(situatie)?;
    // What only a calendar asks is no choice of the month.
    let is_of_calendar = |it: &Defaulted| fields::is_of_calendar(&it.path);
    let (of_calendar, rest) = defaulted.into_iter().partition(is_of_calendar);
    situatie.defaulted = rest;
    #[cfg(feature = "calendar")]
    {
        situatie.kalender.defaulted = of_calendar;
    }
    #[cfg(not(feature = "calendar"))]
    let _: Vec<Defaulted> = of_calendar;
    Ok(situatie)
}

fn whole(door: &mut Door, mut object: Object, doel: Doel, book: Book) -> Option<Situatie> {
    let peildatum = peildatum(door, &mut object);
    let dagen = Dagen::van(peildatum, book);
    #[cfg(feature = "weekplan")]
    let around = Around::van(&object, book);
    #[cfg(not(feature = "weekplan"))]
    let around = ();
    let mut geboren = None;
    let huishouden = required_object(door, &mut object, &fields::HUISHOUDEN, |door, inner| {
        huishouden(door, inner, dagen, around, &mut geboren)
    });
    let who = geboren.map(|geboren| (geboren, dagen));
    let bijstand = bijstand(door, &mut object, who, dagen);
    let baan_nu = optional_object(door, &mut object, &fields::BAAN_NU, |door, inner| {
        baan(door, inner, false)
    });
    let baan =
        required_object(door, &mut object, &fields::BAAN, |door, inner| baan(door, inner, true));
    let wanneer = [IackUitbetaling::Maandelijks, IackUitbetaling::Niet];
    let iack = word(door, &mut object, &fields::IACK, &wanneer);
    let opvang_schaalt = word(door, &mut object, &fields::OPVANG_SCHAALT, OpvangSchaalt::ALLE);
    #[cfg(feature = "weekplan")]
    if opvang_schaalt == Some(OpvangSchaalt::Dagen) && !around.has_one_week() {
        let path = fields::OPVANG_SCHAALT.path.to_owned();
        door.refuse(path, "dagen_zonder_week", &[], "vast_of_naar_uren", &[]);
    }
    #[cfg(feature = "weekplan")]
    let weekplan = read_weekplan::weekplan(door, &mut object, around);
    // Without the week plan it is carried and not looked at.
    #[cfg(not(feature = "weekplan"))]
    let _ = object.take(fields::WEEKPLAN.name());
    // Without the scheme the month says that it left debts out.
    let schulden = schulden(door, &mut object);
    #[cfg(feature = "calendar")]
    let kalender = {
        let gemeente = huishouden.as_ref().map(|huishouden| huishouden.gemeente);
        kalender(door, &mut object, gemeente)
    };
    // Without the calendar the block is carried and not looked at.
    #[cfg(not(feature = "calendar"))]
    let _ = (object.take(fields::KALENDER.name()), doel);
    door.end(object);
    #[cfg(feature = "calendar")]
    if doel == Doel::Kalender {
        let partner = huishouden.as_ref().and_then(|huishouden| huishouden.partner);
        let adults =
            [(geboren, &fields::GEBOREN), (partner.map(|it| it.geboren), &fields::PARTNER_GEBOREN)];
        alleen_kalender(door, peildatum, baan.as_ref(), kalender.as_ref(), adults, book);
    }
    let situatie = Situatie {
        book,
        peildatum: peildatum?,
        huishouden: huishouden?,
        bijstand: bijstand?,
        baan_nu: baan_nu?,
        baan: baan?,
        schulden: schulden?,
        iack: iack?,
        opvang_schaalt: opvang_schaalt?,
        #[cfg(feature = "calendar")]
        kalender: kalender?,
        #[cfg(feature = "weekplan")]
        weekplan: weekplan?,
        defaulted: Vec::new(),
    };
    #[cfg(feature = "weekplan")]
    let situatie = with_hours(situatie);
    Some(situatie)
}

fn peildatum(door: &mut Door, object: &mut Object) -> Option<Date> {
    let Some(field) = object.take(fields::PEILDATUM.name()) else {
        door.missing(object, fields::PEILDATUM.name(), "een_datum");
        return None;
    };
    let path = field.path.clone();
    let date = door.date(field)?;
    if coverage::amounts_of(date).is_ok() {
        return Some(date);
    }
    let (eerste, laatste) = coverage::days();
    let bounds = [("van", dates::iso(eerste)), ("tot", dates::iso(laatste))];
    door.refuse(
        path,
        "buiten_dekking",
        &[("waarde", dates::iso(date))],
        "een_datum_tussen",
        &bounds,
    );
    None
}

/// Debts; an amount of a letter is refused without any.
fn schulden(door: &mut Door, outer: &mut Object) -> Option<Schulden> {
    let Some(field) = given(door, outer, &fields::SCHULDEN) else {
        return Some(Schulden::default());
    };
    let mut object = door.object(field)?;
    let soorten = [SoortSchulden::Geen, SoortSchulden::Beslag, SoortSchulden::Schuldregeling];
    let soort = word(door, &mut object, &fields::SOORT_SCHULDEN, &soorten);
    let vrij = [&fields::VRIJ_NU, &fields::VRIJ_MET_BAAN].map(|field| {
        let path = object.path_of(field.name());
        let amount = amount_or_null(door, &mut object, field)?;
        if amount.is_some() && soort == Some(SoortSchulden::Geen) {
            door.refuse(path, "zonder_schulden", &[], "alleen_met_schulden", &[]);
            return None;
        }
        Some(amount.map(PerMonth::new))
    });
    door.end(object);
    let [vrij_nu, vrij_met_baan] = vrij;
    Some(Schulden { soort: soort?, vrij_nu: vrij_nu?, vrij_met_baan: vrij_met_baan? })
}

/// `geboren` is told apart, so that what depends on her age is checked even when something else is wrong.
fn huishouden(
    door: &mut Door,
    mut object: Object,
    dagen: Dagen,
    around: Around,
    geboren: &mut Option<Date>,
) -> Option<Huishouden> {
    *geboren = required_date(door, &mut object, &fields::GEBOREN)
        .and_then(|(date, path)| adult_below_pension_age(door, date, path, dagen));
    let partner = optional_object(door, &mut object, &fields::PARTNER, |door, inner| {
        partner(door, inner, dagen)
    });
    let kinderen =
        each(door, &mut object, &fields::KINDEREN, |door, inner| kind(door, inner, dagen, around));
    let inwonenden =
        each(door, &mut object, &fields::INWONENDEN, |door, inner| inwonende(door, inner, dagen));
    let kale_huur = amount_or_null(door, &mut object, &fields::KALE_HUUR);
    let zelfstandige_woning = yes_no(door, &mut object, &fields::ZELFSTANDIGE_WONING);
    let vaste_lasten = amount(door, &mut object, &fields::VASTE_LASTEN).map(PerMonth::new);
    let vermogen = amount(door, &mut object, &fields::VERMOGEN).map(Euro::new);
    let bekend = dagen.book.gemeenten();
    let gemeenten: Vec<_> = bekend.iter().map(|gemeente| gemeente.code).collect();
    let gemeente = word_among(door, &mut object, &fields::GEMEENTE, &gemeenten);
    let gemeente = gemeente.and_then(|at| bekend.get(at));
    let gemeente_meetellen = yes_no(door, &mut object, &fields::GEMEENTE_MEETELLEN);
    let gemeente_bedragen = gemeente_bedragen(door, &mut object, gemeente, dagen);
    let alimentatie_kinderen =
        amount(door, &mut object, &fields::ALIMENTATIE_KINDEREN).map(PerMonth::new);
    let alimentatie_partner =
        amount(door, &mut object, &fields::ALIMENTATIE_PARTNER).map(PerMonth::new);
    let medische_urenbeperking = yes_no(door, &mut object, &fields::MEDISCHE_URENBEPERKING);
    door.end(object);
    Some(Huishouden {
        geboren: (*geboren)?,
        partner: partner?,
        kinderen: kinderen?,
        inwonenden: inwonenden?,
        kale_huur: kale_huur?.map(PerMonth::new),
        zelfstandige_woning: zelfstandige_woning?,
        vaste_lasten: vaste_lasten?,
        vermogen: vermogen?,
        gemeente: gemeente?,
        gemeente_meetellen: gemeente_meetellen?,
        gemeente_bedragen: gemeente_bedragen?,
        alimentatie_kinderen: alimentatie_kinderen?,
        alimentatie_partner: alimentatie_partner?,
        medische_urenbeperking: medische_urenbeperking?,
    })
}

/// Amounts by the code of a scheme of the municipality, when that is known.
fn gemeente_bedragen(
    door: &mut Door,
    outer: &mut Object,
    gemeente: Option<&'static Gemeente>,
    dagen: Dagen,
) -> Option<Vec<BedragMetHand>> {
    let Some(field) = given(door, outer, &fields::GEMEENTE_BEDRAGEN) else {
        return Some(Vec::new());
    };
    let named = door.named(field)?;
    let met_geld: Option<Vec<&'static Regeling>> = gemeente.map(|gemeente| {
        let amounts_of = |day| coverage::amounts_of(day).map_or(day, |(day, _)| day);
        let (eerste, laatste) = (amounts_of(dagen.eerste), amounts_of(dagen.laatste));
        let kan_gelden =
            |versie: &&Versie| versie.geldig_van <= laatste && eerste <= versie.geldig_tot;
        let versies = gemeente.versies.iter().filter(kan_gelden);
        let regelingen = versies.flat_map(|versie| versie.regelingen);
        regelingen.filter(|regeling| regeling.soort.is_geld()).collect()
    });
    let mut one = |(code, field): (String, Field)| {
        let path = field.path.clone();
        let bedrag = door.decimal(field, Decimal::ZERO, fields::GEMEENTE_BEDRAG.most().into());
        let bedrag = bedrag.map(Euro::new);
        let met_geld = met_geld.as_ref()?;
        let regeling = met_geld.iter().find(|regeling| regeling.code == code);
        if regeling.is_none() {
            let codes: Vec<&str> = met_geld.iter().map(|regeling| regeling.code).collect();
            let words = [("woorden", codes.join(", "))];
            door.refuse(path, "onbekende_regeling", &[], "een_van", &words);
        }
        Some(BedragMetHand { regeling: regeling?, bedrag: bedrag? })
    };
    // Every amount is looked at before the first that is wrong ends it.
    let read: Vec<Option<BedragMetHand>> = named.into_iter().map(&mut one).collect();
    read.into_iter().collect()
}

fn partner(door: &mut Door, mut object: Object, dagen: Dagen) -> Option<Partner> {
    let geboren = required_date(door, &mut object, &fields::PARTNER_GEBOREN)
        .and_then(|(date, path)| adult_below_pension_age(door, date, path, dagen));
    let maandloon = amount(door, &mut object, &fields::PARTNER_MAANDLOON).map(PerMonth::new);
    door.end(object);
    Some(Partner { geboren: geboren?, maandloon: maandloon? })
}

fn kind(door: &mut Door, mut object: Object, dagen: Dagen, around: Around) -> Option<Kind> {
    let geboren = required_date(door, &mut object, &fields::KIND_GEBOREN)
        .and_then(|(date, path)| child_or_expected(door, date, path, dagen));
    let opvang =
        each(door, &mut object, &fields::OPVANG, |door, inner| opvang(door, inner, around));
    #[cfg(feature = "weekplan")]
    let plan = read_zorg::child(door, &mut object, around);
    #[cfg(not(feature = "weekplan"))]
    for carried in [&fields::NAAR_SCHOOL, &fields::SCHOOL, &fields::FAMILIE] {
        let _ = object.take(carried.name());
    }
    door.end(object);
    #[cfg(feature = "weekplan")]
    let (opvang, agreements): (Vec<Opvang>, Vec<Agreement>) = opvang?.into_iter().unzip();
    #[cfg(not(feature = "weekplan"))]
    let opvang = opvang?;
    Some(Kind {
        geboren: geboren?,
        opvang,
        #[cfg(feature = "weekplan")]
        plan: crate::weekplan::plan::ChildPlan { opvang: agreements, ..plan? },
    })
}

fn opvang(door: &mut Door, mut object: Object, around: Around) -> Option<Read> {
    let soorten = [SoortOpvang::Dagopvang, SoortOpvang::Bso, SoortOpvang::Gastouder];
    let soort =
        required_word(door, &mut object, &fields::SOORT_OPVANG, "een_soort_opvang", &soorten);
    let uren = uren(door, &mut object, soort, around);
    let uurprijs = required_amount(door, &mut object, &fields::UURPRIJS).map(PerHour::new);
    door.end(object);
    #[cfg(feature = "weekplan")]
    let (uren, agreement) = uren?;
    #[cfg(not(feature = "weekplan"))]
    let uren = uren?;
    let opvang = Opvang { soort: soort?, uren, uurprijs: uurprijs? };
    #[cfg(feature = "weekplan")]
    let opvang = (opvang, agreement);
    Some(opvang)
}

/// The hours that were typed, or nothing yet where a contract gives them.
#[cfg(feature = "weekplan")]
fn uren(
    door: &mut Door,
    object: &mut Object,
    soort: Option<SoortOpvang>,
    around: Around,
) -> Option<(HoursPerMonth, Agreement)> {
    let (typed, agreement) = read_zorg::agreement(door, object, soort, around)?;
    Some((HoursPerMonth::new(typed.unwrap_or_default()), agreement))
}

/// The hours; how they came about is carried and not looked at.
#[cfg(not(feature = "weekplan"))]
fn uren(
    door: &mut Door,
    object: &mut Object,
    _: Option<SoortOpvang>,
    (): Around,
) -> Option<HoursPerMonth> {
    let uren = required_amount(door, object, &fields::UREN_OPVANG).map(HoursPerMonth::new);
    let _ = object.take(fields::CONTRACT.name());
    uren
}

/// Fills in the hours that follow from a week or from a contract with its days.
#[cfg(feature = "weekplan")]
fn with_hours(mut situatie: Situatie) -> Situatie {
    for (kind, opvang, uren) in computed_hours(&situatie) {
        let kind = situatie.huishouden.kinderen.get_mut(kind);
        if let Some(opvang) = kind.and_then(|kind| kind.opvang.get_mut(opvang)) {
            opvang.uren = uren;
        }
    }
    situatie
}

fn inwonende(door: &mut Door, mut object: Object, dagen: Dagen) -> Option<Inwonende> {
    let geboren = required_date(door, &mut object, &fields::INWONENDE_GEBOREN)
        .and_then(|(date, path)| adult(door, date, path, dagen));
    let relatie = required_word(door, &mut object, &fields::RELATIE, "een_relatie", &Relatie::ALLE);
    let inkomen_jaar = required_amount(door, &mut object, &fields::INKOMEN_JAAR);
    let field = &fields::ARBEIDSINKOMEN_JAAR;
    let most = inkomen_jaar.unwrap_or(Decimal::from(field.most()));
    let arbeidsinkomen_jaar = amount_to(door, &mut object, field, most);
    let werkt = yes_no(door, &mut object, &fields::WERKT);
    let studeert = yes_no(door, &mut object, &fields::STUDEERT);
    let huurt_zakelijk = yes_no(door, &mut object, &fields::HUURT_ZAKELIJK);
    door.end(object);
    Some(Inwonende {
        geboren: geboren?,
        relatie: relatie?,
        inkomen_jaar: inkomen_jaar.map(PerYear::new)?,
        arbeidsinkomen_jaar: arbeidsinkomen_jaar.map(PerYear::new)?,
        werkt: werkt?,
        studeert: studeert?,
        huurt_zakelijk: huurt_zakelijk?,
    })
}

/// `who` is her date of birth and the reference date, when she can have an age that is computed.
fn bijstand(
    door: &mut Door,
    outer: &mut Object,
    who: Option<(Date, Dagen)>,
    dagen: Dagen,
) -> Option<Bijstand> {
    let path = outer.path_of(fields::BEROEP_OP_OUDERS.path);
    let Some(mut object) = of_empty(door, outer, &fields::BIJSTAND) else {
        // What stands here is no object: what has to be in one is told as if nothing stood here.
        beroep_op_ouders(door, None, path, who);
        return None;
    };
    let ontvangt = yes_no(door, &mut object, &fields::ONTVANGT);
    let given = object.take(fields::BEROEP_OP_OUDERS.name());
    let beroep_op_ouders = beroep_op_ouders(door, given, path, who);
    let n = whole_number(door, &mut object, &fields::VRIJLATING_N_MAANDEN);
    let r_path = object.path_of(fields::VRIJLATING_R_MAANDEN.name());
    let r_written = object.written_number(fields::VRIJLATING_R_MAANDEN.name());
    let r = whole_number(door, &mut object, &fields::VRIJLATING_R_MAANDEN);
    if let (Some(n), Some(r)) = (n, r_written)
        && r > 0
        && i64::from(n) < fields::VRIJLATING_N_MAANDEN.most()
    {
        let found = [("waarde", r.to_string()), ("n", n.to_string())];
        door.refuse(r_path, "r_zonder_n", &found, "r_na_n", &[]);
    }
    let vrijlating_toegekend = yes_no(door, &mut object, &fields::VRIJLATING_TOEGEKEND);
    let art_34a = maanden_34a(door, &mut object, dagen);
    door.end(object);
    Some(Bijstand {
        ontvangt: ontvangt?,
        beroep_op_ouders: beroep_op_ouders?,
        gebruikt: Gebruikt { n: n?, r: r?, art_34a: art_34a? },
        vrijlating_toegekend: vrijlating_toegekend?,
    })
}

/// Months of a rule that begins in 2027 cannot have been used before it.
fn maanden_34a(door: &mut Door, object: &mut Object, dagen: Dagen) -> Option<u32> {
    let path = object.path_of(fields::VRIJLATING_34A_MAANDEN.name());
    let written = object.written_number(fields::VRIJLATING_34A_MAANDEN.name());
    let maanden = whole_number(door, object, &fields::VRIJLATING_34A_MAANDEN);
    let vanaf = art_34a_vanaf();
    if let Some(written) = written.filter(|written| *written > 0 && dagen.laatste < vanaf) {
        let found = [("waarde", written.to_string()), ("vanaf", dates::iso(vanaf))];
        door.refuse(path, "regel_nog_niet_begonnen", &found, "nul", &[]);
        return None;
    }
    maanden
}

/// Asked of who is 18 to 20, refused from others.
fn beroep_op_ouders(
    door: &mut Door,
    given: Option<Field>,
    path: String,
    who: Option<(Date, Dagen)>,
) -> Option<bool> {
    let young = who.and_then(|(geboren, dagen)| {
        let (amounts, _) = coverage::amounts_of(dagen.laatste).ok()?;
        let norm_vanaf = bijstandsnorm::by(dagen.book, amounts).ok()?.norm_vanaf.value;
        let can_be =
            (dagen.kan_jonger_zijn(geboren, norm_vanaf), dagen.kan_zijn(geboren, norm_vanaf));
        match can_be {
            (is_young, is_older) if is_young != is_older => Some(is_young),
            _ => None,
        }
    });
    match (given, young) {
        (Some(field), Some(false)) => {
            door.refuse(field.path, "alleen_onder_21", &[], "weglaten", &[]);
            None
        }
        (Some(field), _) => door.yes_no(field),
        (None, Some(true)) => {
            door.refuse(path, "ontbreekt_onder_21", &[], "ja_of_nee", &[]);
            None
        }
        (None, _) => Some(false),
    }
}
