//! What the steady month says beside its amounts: the choices it rests on, what it left out, what she should
//! know. One condition per code; the codes are listed in `docs/codes.md`.

use super::minimumloon::onder_minimumloon;
use super::phases::Fase;
use super::schulden::Schulden;
use super::schulden_messages;
#[cfg(feature = "weekplan")]
use super::weekplan::{self, Weekplan};
use crate::coverage::Standing;
use crate::dates::{age, is_born};
use crate::engine::house::House;
use crate::engine::huishouden::{Samen, medebewoners};
use crate::engine::lines::Lijn;
use crate::engine::outcome::Outcome;
use crate::engine::rights::{norm_deelt_kosten, vermogensgrens_bijstand};
use crate::message::{Arg, Melding, Richting};
use crate::money::PerYear;
use crate::parameters::{Param, Status};
use crate::schemes::bijstand::inkomensvrijlating::Regel;
use crate::situatie::{
    Baan, Defaulted, IackUitbetaling, Inwonende, Kind, LoonAfspraak, Relatie, SoortBaan,
    SoortOpvang, UitbetalingVakantiegeld,
};
use crate::value::{Shown, Years};

/// From this age a child goes to school: day care is before it, out-of-school care after (art. 1.1 Wet
/// kinderopvang).
const SCHOOLLEEFTIJD: Years = Years(4);
/// The ages of a toddler group (peutergroep).
const PEUTER: [Years; 2] = [Years(2), Years(3)];
/// A year balance beyond this many euros, either way, deserves a warning.
const GROOT_SALDO: u32 = 50;

/// Everything a message may depend on.
pub(super) struct Facts<'a> {
    pub(super) house: &'a House<'a>,
    pub(super) nu: &'a Outcome,
    pub(super) met_baan: &'a Outcome,
    pub(super) fasen: &'a [Fase],
    pub(super) schulden: Option<&'a Schulden>,
    #[cfg(feature = "weekplan")]
    pub(super) weekplan: Option<Weekplan>,
}

impl Facts<'_> {
    fn uitkomsten(&self) -> [&Outcome; 2] {
        [self.nu, self.met_baan]
    }

    fn in_een_van_beide(&self, is_zo: impl Fn(&Outcome) -> bool) -> bool {
        self.uitkomsten().into_iter().any(is_zo)
    }

    fn banen(&self) -> impl Iterator<Item = &Baan> {
        let situatie = self.house.situatie;
        situatie
            .baan_nu
            .iter()
            .chain(std::iter::once(&situatie.baan))
            .filter(|baan| baan.heeft_uren())
    }

    fn betaalde_banen(&self) -> impl Iterator<Item = &Baan> {
        self.banen().filter(|baan| baan.is_betaald())
    }

    fn geboren_kinderen(&self) -> impl Iterator<Item = (&Kind, Years)> {
        let day = self.house.day;
        self.house
            .situatie
            .huishouden
            .geboren_kinderen(day)
            .map(move |kind| (kind, age(kind.geboren, day)))
    }

    /// Whether a rule stands in the result: tried in either situation, or in a phase or its other reading.
    fn regel_gebruikt(&self, regel: Regel) -> bool {
        let in_fase = |fase: &Fase| {
            fase.regel == regel.word()
                || fase.alternatief.is_some_and(|ander| ander.regel == regel.word())
        };
        self.in_een_van_beide(|uitkomst| uitkomst.regel == regel) || self.fasen.iter().any(in_fase)
    }
}

/// What the steady month of a household on any day says beside its amounts.
pub(crate) struct Meldingen {
    pub(crate) aannames: Vec<Melding>,
    pub(crate) niet_berekend: Vec<Melding>,
    pub(crate) waarschuwingen: Vec<Melding>,
}

impl Meldingen {
    pub(super) fn of(facts: &Facts) -> Self {
        Self {
            aannames: aannames(facts),
            niet_berekend: niet_berekend(facts),
            waarschuwingen: waarschuwingen(facts),
        }
    }
}

/// Adds a message when its condition holds.
fn als(meldingen: &mut Vec<Melding>, geldt: bool, melding: impl FnOnce() -> Melding) {
    if geldt {
        meldingen.push(melding());
    }
}

/// Every choice and default that touched the result.
pub(super) fn aannames(f: &Facts) -> Vec<Melding> {
    let house = f.house;
    let in_fase = |fase: &Fase| fase.regel != Regel::Geen.word() || fase.alternatief.is_some();
    let vrijgelaten = f.in_een_van_beide(|u| u.middelen.vrijlating.value.is_positive())
        || house.situatie.baan.is_betaald() && f.fasen.iter().any(in_fase);
    let in_mei = |baan: &Baan| baan.vakantiegeld == UitbetalingVakantiegeld::Mei;
    let inhouding = |baan: &Baan| {
        baan.verplichte_inhoudingen.is_positive() || baan.overige_inhoudingen.is_positive()
    };
    let meer_contracten = f.geboren_kinderen().any(|(kind, _)| kind.opvang.len() > 1);
    let iack_in_bijstand =
        |u: &Outcome| u.lijnen.bedrag(Lijn::Iack).is_positive() && house.situatie.bijstand.ontvangt;
    // A partner's holiday pay comes in May.
    let partner = house.situatie.huishouden.partner;
    let partner_werkt = partner.is_some_and(|partner| partner.maandloon.is_positive());
    let partner_woont_in = house.bewoners.toeslagpartner.inwonende().is_some();

    let choices = [
        ("keuze_1", partner_werkt || f.betaalde_banen().any(in_mei)),
        ("keuze_2", vrijgelaten),
        ("keuze_3", f.in_een_van_beide(|u| u.middelen.claim.value.is_positive())),
        ("keuze_4", f.in_een_van_beide(|u| u.bijstand.value.is_positive())),
        ("keuze_5", meer_contracten && f.banen().next().is_some()),
        ("keuze_7", f.in_een_van_beide(iack_in_bijstand)),
        ("keuze_8", house.situatie.bijstand.ontvangt && f.betaalde_banen().any(inhouding)),
        ("keuze_9", vrijgelaten && house.day.day() > 1),
        ("keuze_10", house.bewoners.meer_kandidaten),
        (
            "keuze_11",
            partner_woont_in
                && f.in_een_van_beide(|u| u.lijnen.bedrag(Lijn::Zorgtoeslag).is_positive()),
        ),
        ("keuze_12", f.in_een_van_beide(|u| u.bijstand.value.is_positive())),
        ("vrijlating_toegekend", vrijgelaten),
        ("zorg_en_kinderbijslag_bij_haar", f.regel_gebruikt(Regel::R)),
        (
            "partner_geen_vrijlating",
            f.in_een_van_beide(|u| u.middelen.partner.is_some() && u.bijstand.value.is_positive()),
        ),
        (
            "overgang_2027",
            f.fasen
                .iter()
                .any(|fase| fase.regel == Regel::Art34a.word() || fase.alternatief.is_some()),
        ),
        ("bedrag_aangekondigd", f.regel_gebruikt(Regel::Art34a)),
        ("voortgezet_2027", house.amounts.standing == Standing::Continued),
    ];
    let mut meldingen: Vec<Melding> = choices
        .into_iter()
        .filter(|(_, geldt)| *geldt)
        .map(|(code, _)| Melding::aanname(code))
        .collect();
    meldingen.extend(afgeleide_bedragen(f));
    for met_hand in &house.situatie.huishouden.gemeente_bedragen {
        let melding = Melding::aanname("gemeente_bedrag_aangepast")
            .met("naam", Arg::Text(met_hand.regeling.naam.to_owned()))
            .met("bedrag", Arg::Value(met_hand.bedrag.shown()));
        meldingen.push(melding);
    }
    meldingen.extend(schulden_messages::aannames(house, f.schulden, f.uitkomsten()));
    #[cfg(feature = "weekplan")]
    meldingen.extend(f.weekplan.iter().flat_map(|plan| weekplan::aannames(house, plan)));
    meldingen.extend(house.situatie.defaulted.iter().map(standaardwaarde));
    meldingen
}

/// A field that was left out, and what it took.
pub(crate) fn standaardwaarde(left_out: &Defaulted) -> Melding {
    Melding::aanname("standaardwaarde")
        .met("veld", Arg::Text(left_out.path.clone()))
        .met("waarde", Arg::of_default(left_out.value))
}

/// The caps of the disregards that were worked out, not published.
fn afgeleide_bedragen(f: &Facts) -> Option<Melding> {
    let p = f.house.amounts.vrijlating.n_r_y;
    let caps = [(Regel::N, &p.n_maximum), (Regel::R, &p.r_maximum), (Regel::Y, &p.y_maximum)];
    let (_, cap) =
        caps.into_iter().find(|(regel, cap)| is_afgeleid(cap) && f.regel_gebruikt(*regel))?;
    Some(Melding::aanname("bedrag_afgeleid").met("bedrag", Arg::Value(cap.value.shown())))
}

fn is_afgeleid<T>(param: &Param<T>) -> bool {
    param.about.status == Status::Derived
}

/// What was left out, and which way it would move the result.
pub(super) fn niet_berekend(f: &Facts) -> Vec<Melding> {
    use Richting::{Meer, Minder, Onbekend};
    let house = f.house;
    let (situatie, h) = (house.situatie, &house.situatie.huishouden);
    let ontvangt = situatie.bijstand.ontvangt;
    let tot_2027 = !house.amounts.vrijlating.is_art_34a(house.day);
    let onder_27 = house.leeftijd < house.amounts.vrijlating.n_r_y.vanaf_leeftijd.value;
    let kinderen = f.geboren_kinderen().next().is_some();
    let zonder_recht_door_partner = h.partner.is_some_and(|partner| partner.maandloon.is_zero())
        && f.geboren_kinderen().any(|(kind, _)| !kind.opvang.is_empty());
    let mut meldingen = Vec::new();
    let mut noem = |geldt: bool, code: &'static str, richting: Richting| {
        als(&mut meldingen, geldt, || Melding::niet_berekend(code, richting));
    };
    noem(house.amounts.standing == Standing::Continued, "bedragen_2027", Onbekend);
    let betaald = f.betaalde_banen().next().is_some();
    noem(ontvangt && tot_2027 && onder_27 && betaald, "vrijlating_onder_27", Meer);
    noem(vrijlating_eindigt(f), "vrijlating_opnieuw", Meer);
    noem(
        ontvangt && h.partner.is_some_and(|p| p.maandloon.is_positive()),
        "vrijlating_partner",
        Meer,
    );
    noem(zonder_recht_door_partner, "opvang_partner_in_traject", Meer);
    noem(ontvangt, "andere_uitkering", Minder);
    let twee_banen =
        situatie.baan.heeft_uren() && situatie.baan_nu.is_some_and(|nu| nu.heeft_uren());
    noem(twee_banen, "twee_banen", Onbekend);
    noem(f.betaalde_banen().any(is_misschien_all_in), "all_in_loon", Minder);
    let peuter = |(_, leeftijd): (&Kind, Years)| PEUTER.contains(&leeftijd);
    noem(
        situatie.baan.heeft_uren() && f.geboren_kinderen().any(peuter),
        "gemeente_peutergroep",
        Meer,
    );
    noem(ontvangt && h.kale_huur.is_none(), "norm_zonder_woonkosten", Minder);
    noem(ontvangt, "loonkostensubsidie", Meer);
    noem(ontvangt, "premie_gemeente", Meer);
    noem(ontvangt, "bijzondere_bijstand", Meer);
    noem(ontvangt, "sancties", Minder);
    noem(true, "gemeentelijke_regelingen", Onbekend);
    let zonder_gegevens = h.gemeente.op(house.amounts.van).is_none();
    noem(zonder_gegevens, "gemeente_zonder_gegevens", Onbekend);
    noem(true, "kwijtschelding", Onbekend);
    meldingen.extend(schulden_messages::niet_berekend(house));
    let mut noem = |geldt: bool, code: &'static str, richting: Richting| {
        als(&mut meldingen, geldt, || Melding::niet_berekend(code, richting));
    };
    noem(true, "ww", Meer);
    noem(true, "pensioenopbouw", Meer);
    noem(betaald, "vierwekenloon", Onbekend);
    noem(betaald, "eindejaarsuitkering", Onbekend);
    noem(
        f.betaalde_banen().any(|baan| baan.reisvergoeding.is_positive()),
        "belaste_reisvergoeding",
        Minder,
    );
    noem(kinderen, "dubbele_kinderbijslag", Meer);
    noem(kinderen, "co_ouderschap", Onbekend);
    van_inwonenden(f, &mut meldingen);
    let zonder_loon = |baan: &Baan| baan.heeft_uren() && baan.soort != SoortBaan::Dienstverband;
    let aanbod = zonder_loon(&situatie.baan);
    if aanbod || situatie.baan_nu.as_ref().is_some_and(zonder_loon) {
        let u = if aanbod { f.met_baan } else { f.nu };
        let zelf = u.kinderopvang.value.eigen_deel;
        let melding = Melding::niet_berekend("eigen_deel_opvang_gemeente", Meer);
        meldingen.push(melding.met("bedrag", Arg::Value(zelf.shown())));
    }
    #[cfg(feature = "weekplan")]
    meldingen.extend(f.weekplan.iter().flat_map(weekplan::niet_berekend));
    meldingen
}

/// What is not asked of who lives in, each where it applies to somebody.
fn van_inwonenden(f: &Facts, meldingen: &mut Vec<Melding>) {
    let (house, h) = (f.house, &f.house.situatie.huishouden);
    let ontvangt = house.situatie.bijstand.ontvangt;
    let minder = |code| Melding::niet_berekend(code, Richting::Minder);
    let huurder = h.inwonenden.iter().any(|wie| wie.huurt_zakelijk);
    als(meldingen, ontvangt && huurder, || minder("huur_van_inwonende"));
    // Parents and children are no joint household, nor is who rents on business terms (art. 3 Participatiewet).
    let samen = |wie: &Inwonende| {
        !wie.huurt_zakelijk && !matches!(wie.relatie, Relatie::Ouder | Relatie::Kind)
    };
    let gezamenlijk = ontvangt && h.partner.is_none() && h.inwonenden.iter().any(samen);
    als(meldingen, gezamenlijk, || minder("gezamenlijke_huishouding"));
    if medebewoners(h).next().is_none() {
        return;
    }
    let grens = house.amounts.huurtoeslag_grenzen.vermogensgrens.value;
    let vermogen = minder("vermogen_inwonende").met("grens", Arg::Value(grens.shown()));
    meldingen.push(if house.bewoners.toeslagpartner.inwonende().is_some() {
        vermogen.voor("toeslagpartner").met("samen", Arg::Value((grens * 2).shown()))
    } else {
        vermogen
    });
    meldingen.push(minder("verblijfsrecht_inwonende"));
}

/// Whether the disregard of 2027 is used up, now or in a later phase.
fn vrijlating_eindigt(f: &Facts) -> bool {
    let bijstand = f.house.situatie.bijstand;
    let p = f.house.amounts.vrijlating.art_34a;
    let op = bijstand.gebruikt.art_34a >= p.maanden.value.0;
    let eindigt = |fase: &Fase| fase.regel == Regel::Art34a.word() && fase.tot_maand.is_some();
    let kan = f.betaalde_banen().next().is_some() && bijstand.ontvangt;
    let zonder_einde = f.house.situatie.huishouden.medische_urenbeperking;
    bijstand.vrijlating_toegekend && (kan && op && !zonder_einde || f.fasen.iter().any(eindigt))
}

/// An hourly wage may have the holiday pay in it, as on-call workers often have it.
fn is_misschien_all_in(baan: &Baan) -> bool {
    matches!(baan.loon, LoonAfspraak::PerUur(_))
        && baan.vakantiegeld != UitbetalingVakantiegeld::Inbegrepen
}

/// What she should know before she decides.
pub(super) fn waarschuwingen(f: &Facts) -> Vec<Melding> {
    let house = f.house;
    let (situatie, h) = (house.situatie, &house.situatie.huishouden);
    let mut meldingen = Vec::new();
    als(&mut meldingen, !situatie.baan.heeft_uren(), || Melding::waarschuwing("geen_uren"));
    // Of the offer, which she can still ask about; else of the job she has.
    meldingen.extend(f.betaalde_banen().filter_map(|baan| onder_minimumloon(house, baan)).last());
    als(&mut meldingen, kan_aanvullen(f), || {
        Melding::waarschuwing("bijstand_kan_aanvullen")
            .met("norm", Arg::Value(house.norm.value.shown()))
    });
    van_kinderen(f, &mut meldingen);
    let waarschuw = |code: &'static str| move || Melding::waarschuwing(code);
    let niet_per_maand = situatie.iack == IackUitbetaling::Niet;
    als(&mut meldingen, niet_per_maand, waarschuw("iack_teruggave_telt_mee"));
    let zonder_inhouding =
        h.alimentatie_partner.is_positive() && f.in_een_van_beide(|u| u.bijstand.value.is_zero());
    als(&mut meldingen, zonder_inhouding, waarschuw("partneralimentatie_zonder_inhouding"));
    meldingen.extend(saldo_belasting_groot(f));
    meldingen.extend(schulden_messages::waarschuwingen(house, f.schulden));
    if situatie.bijstand.ontvangt && h.vermogen > vermogensgrens_bijstand(house) {
        let grens = Arg::Value(vermogensgrens_bijstand(house).shown());
        meldingen.push(Melding::waarschuwing("vermogen_boven_bijstandsgrens").met("grens", grens));
    }
    let inwonende = |samen: Samen| samen.inwonende().is_some();
    als(
        &mut meldingen,
        inwonende(house.bewoners.toeslagpartner),
        waarschuw("inwonende_is_toeslagpartner"),
    );
    als(
        &mut meldingen,
        inwonende(house.bewoners.fiscaal_partner),
        waarschuw("inwonende_is_fiscaal_partner"),
    );
    let ouder_woont_in = h.inwonenden.iter().any(|wie| wie.relatie == Relatie::Ouder);
    als(&mut meldingen, ouder_woont_in, waarschuw("schoonouder_verzoek"));
    let delen_kosten = situatie.bijstand.ontvangt && norm_deelt_kosten(house);
    als(&mut meldingen, delen_kosten, waarschuw("kostendeler_verlaagt_norm"));
    let jong = house.leeftijd < house.amounts.norm.norm.norm_vanaf.value;
    let ouders = jong && situatie.bijstand.beroep_op_ouders;
    als(&mut meldingen, ouders, waarschuw("onderhoud_ouders_telt_mee"));
    #[cfg(feature = "weekplan")]
    meldingen.extend(f.weekplan.iter().flat_map(|plan| weekplan::waarschuwingen(situatie, plan)));
    meldingen
}

/// Without bijstand, a wage that stays below the norm: the municipality may add to it (art. 19(1) Participatiewet).
fn kan_aanvullen(f: &Facts) -> bool {
    let loon = |u: &Outcome| u.loon().ink + u.partner().0.ink;
    !f.house.situatie.bijstand.ontvangt && loon(f.met_baan) < f.house.norm.value
}

fn van_kinderen(f: &Facts, meldingen: &mut Vec<Melding>) {
    let day = f.house.day;
    let p = f.house.amounts.kinderopvang.opvang;
    let ongeboren =
        f.house.situatie.huishouden.kinderen.iter().any(|kind| !is_born(kind.geboren, day));
    als(meldingen, ongeboren, || Melding::waarschuwing("kind_niet_geboren"));
    let met_opvang = || f.geboren_kinderen().filter(|(kind, _)| !kind.opvang.is_empty());
    let past_niet = met_opvang().any(|(kind, leeftijd)| {
        kind.opvang.iter().any(|opvang| match opvang.soort {
            SoortOpvang::Bso => leeftijd < SCHOOLLEEFTIJD,
            SoortOpvang::Dagopvang => leeftijd >= SCHOOLLEEFTIJD,
            SoortOpvang::Gastouder => false,
        })
    });
    als(meldingen, past_niet, || Melding::waarschuwing("opvang_past_niet_bij_leeftijd"));
    let (stopt, voorbij) = (p.waarschuwing_vanaf.value, p.geen_recht_vanaf.value);
    let bijna = met_opvang().any(|(_, leeftijd)| stopt <= leeftijd && leeftijd < voorbij);
    als(meldingen, bijna, || Melding::waarschuwing("opvang_stopt_bij_voortgezet_onderwijs"));
    let te_oud = met_opvang().any(|(_, leeftijd)| leeftijd >= voorbij);
    als(meldingen, te_oud, || Melding::waarschuwing("opvang_zonder_toeslag_vanaf_13"));
}

fn saldo_belasting_groot(f: &Facts) -> Option<Melding> {
    let [nu, met_baan] = f.uitkomsten().map(|uitkomst| uitkomst.per_jaar.saldo_belasting);
    let groot = |saldo: &PerYear| saldo.amount().abs() > GROOT_SALDO.into();
    let saldo = [met_baan, nu].into_iter().find(groot)?;
    let (soort, raad) = if saldo.is_positive() {
        ("teruggave", "doe_aangifte")
    } else {
        ("bijbetaling", "leg_opzij")
    };
    Some(
        Melding::waarschuwing("saldo_belasting_groot")
            .met("bedrag", Arg::Value(PerYear::new(saldo.amount().abs()).shown()))
            .met("soort", Arg::Value(soort.shown()))
            .met("raad", Arg::Value(raad.shown())),
    )
}
