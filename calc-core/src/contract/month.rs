//! The steady month in the form of the contract.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::explanation::ExplanationForm;
use super::written::{Cents, Iso};
use crate::engine::lines::{Lijn, Lijnen, Paar};
use crate::engine::totals::{JaarBedrag, PerJaar};
use crate::message::Melding;
use crate::money::PerYear;
use crate::month::{
    Alternatief, Fase, GemeenteRegeling, Month, Reden, TeDoen, Tussen, TussenPartner, VanGemeente,
    VanSituatie,
};
use crate::schemes::gemeente::{Bedrag, Uitkomst};
use crate::schemes::kinderopvangtoeslag::Kinderopvang;
use crate::texts::Language;

#[derive(serde::Serialize)]
pub(super) struct MonthForm<'a> {
    peildatum: Iso,
    status: &'static str,
    nu: Lines<'a>,
    met_baan: Lines<'a>,
    verschil: Lines<'a>,
    per_gewerkt_uur: Option<Cents>,
    volgende_100: Option<Cents>,
    fasen: Vec<FaseForm>,
    tussen: PaarForm<TussenForm>,
    per_jaar: Drie<YearForm<'a>>,
    kinderopvang: BillForm,
    gemeente: GemeenteForm,
    aannames: Vec<MeldingForm>,
    niet_berekend: Vec<MeldingForm>,
    waarschuwingen: Vec<MeldingForm>,
    te_doen: Vec<TeDoenForm>,
    waarom_nul: PaarForm<Vec<RedenForm>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    uitleg: Option<PaarForm<UitlegForm<'a>>>,
}

impl<'a> MonthForm<'a> {
    pub(super) fn of(month: &'a Month, language: Language) -> Self {
        let meldingen = |list: &[Melding]| {
            list.iter().map(|melding| MeldingForm::of(melding, language)).collect()
        };
        let redenen = |list: &Vec<Reden>| {
            list.iter().map(|reden| RedenForm::of(reden, language)).collect::<Vec<_>>()
        };
        Self {
            peildatum: Iso(month.peildatum),
            status: month.status.word(),
            nu: Lines(&month.nu),
            met_baan: Lines(&month.met_baan),
            verschil: Lines(&month.verschil),
            per_gewerkt_uur: month.per_gewerkt_uur.map(Cents::from),
            volgende_100: month.volgende_100.map(Cents::from),
            fasen: month.fasen.iter().map(FaseForm::of).collect(),
            tussen: PaarForm::of(&month.tussen, TussenForm::of),
            per_jaar: Drie {
                nu: YearForm(&month.per_jaar_nu),
                met_baan: YearForm(&month.per_jaar_met_baan),
                verschil: YearForm(&month.per_jaar_verschil),
            },
            kinderopvang: BillForm::of(&month.kinderopvang),
            gemeente: GemeenteForm::of(&month.gemeente, language),
            aannames: meldingen(&month.aannames),
            niet_berekend: meldingen(&month.niet_berekend),
            waarschuwingen: meldingen(&month.waarschuwingen),
            te_doen: month.te_doen.iter().map(|item| TeDoenForm::of(item, language)).collect(),
            waarom_nul: PaarForm::of(&month.waarom_nul, redenen),
            uitleg: month
                .uitleg
                .as_ref()
                .map(|uitleg| PaarForm::of(&uitleg.0, |van| UitlegForm { van, language })),
        }
    }
}

#[derive(serde::Serialize)]
struct PaarForm<T> {
    nu: T,
    met_baan: T,
}

impl<T> PaarForm<T> {
    fn of<'a, V>(paar: &'a Paar<V>, form: impl Fn(&'a V) -> T) -> Self {
        Self { nu: form(&paar.nu), met_baan: form(&paar.met_baan) }
    }
}

/// Now, with the job, and the difference.
#[derive(serde::Serialize)]
struct Drie<T> {
    nu: T,
    met_baan: T,
    verschil: T,
}

/// Every line by its name.
pub(super) struct Lines<'a>(pub(super) &'a Lijnen);

impl Serialize for Lines<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut lines = serializer.serialize_map(Some(Lijn::ALLE.len()))?;
        for lijn in Lijn::ALLE {
            lines.serialize_entry(lijn.word(), &Cents::from(self.0.bedrag(lijn)))?;
        }
        lines.end()
    }
}

struct YearForm<'a>(&'a PerJaar);

impl Serialize for YearForm<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut year = serializer.serialize_map(Some(JaarBedrag::ALLE.len()))?;
        for which in JaarBedrag::ALLE {
            year.serialize_entry(which.word(), &Cents::from(self.0.bedrag(which)))?;
        }
        year.end()
    }
}

#[derive(serde::Serialize)]
struct FaseForm {
    regel: &'static str,
    van_maand: u32,
    tot_maand: Option<u32>,
    besteedbaar: Cents,
    verschil: Cents,
    verschil_jaar: Cents,
    alternatief: Option<AlternatiefForm>,
}

impl FaseForm {
    fn of(fase: &Fase) -> Self {
        Self {
            regel: fase.regel,
            van_maand: fase.van_maand,
            tot_maand: fase.tot_maand,
            besteedbaar: fase.besteedbaar.into(),
            verschil: fase.verschil.into(),
            verschil_jaar: fase.verschil_jaar.into(),
            alternatief: fase.alternatief.as_ref().map(AlternatiefForm::of),
        }
    }
}

#[derive(serde::Serialize)]
struct AlternatiefForm {
    regel: &'static str,
    besteedbaar: Cents,
    verschil: Cents,
}

impl AlternatiefForm {
    fn of(ander: &Alternatief) -> Self {
        Self {
            regel: ander.regel,
            besteedbaar: ander.besteedbaar.into(),
            verschil: ander.verschil.into(),
        }
    }
}

#[derive(serde::Serialize)]
struct TussenForm {
    bruto: Cents,
    fiscaal_loon: Cents,
    loonheffing: Cents,
    ink: Cents,
    vrijlating: Cents,
    vrijlating_regel: &'static str,
    vakantiegeld_claim: Cents,
    norm: Cents,
    bijstand_inclusief: Cents,
    bruto_bijstand_jaar: Cents,
    toetsingsinkomen: Cents,
    toetsingsinkomen_samen: Cents,
    #[serde(skip_serializing_if = "Option::is_none")]
    partner: Option<TussenPartnerForm>,
}

impl TussenForm {
    fn of(tussen: &Tussen) -> Self {
        Self {
            bruto: tussen.bruto.into(),
            fiscaal_loon: tussen.fiscaal_loon.into(),
            loonheffing: tussen.loonheffing.into(),
            ink: tussen.ink.into(),
            vrijlating: tussen.vrijlating.into(),
            vrijlating_regel: tussen.vrijlating_regel,
            vakantiegeld_claim: tussen.vakantiegeld_claim.into(),
            norm: tussen.norm.into(),
            bijstand_inclusief: tussen.bijstand_inclusief.into(),
            bruto_bijstand_jaar: tussen.bruto_bijstand_jaar.into(),
            toetsingsinkomen: tussen.toetsingsinkomen.into(),
            toetsingsinkomen_samen: tussen.toetsingsinkomen_samen.into(),
            partner: tussen.partner.as_ref().map(TussenPartnerForm::of),
        }
    }
}

#[derive(serde::Serialize)]
struct TussenPartnerForm {
    loonheffing: Cents,
    netto_loon: Cents,
    vakantiegeld_claim: Cents,
}

impl TussenPartnerForm {
    fn of(partner: &TussenPartner) -> Self {
        Self {
            loonheffing: partner.loonheffing.into(),
            netto_loon: partner.netto_loon.into(),
            vakantiegeld_claim: partner.vakantiegeld_claim.into(),
        }
    }
}

#[derive(serde::Serialize)]
struct BillForm {
    rekening: Cents,
    toeslag: Cents,
    eigen_deel: Cents,
    boven_maximum: Cents,
    boven_230_uur: Cents,
}

impl BillForm {
    fn of(bill: &Kinderopvang) -> Self {
        Self {
            rekening: bill.rekening.into(),
            toeslag: bill.toeslag.maand.into(),
            eigen_deel: bill.eigen_deel.into(),
            boven_maximum: bill.boven_maximum.into(),
            boven_230_uur: bill.boven_230_uur.into(),
        }
    }
}

#[derive(serde::Serialize)]
struct GemeenteForm {
    naam: &'static str,
    regelingen: Vec<RegelingForm>,
    besteedbaar_jaar_met_gemeente: Option<Drie<Cents>>,
}

impl GemeenteForm {
    fn of(gemeente: &VanGemeente, language: Language) -> Self {
        let of = |regeling| RegelingForm::of(regeling, language);
        let drie = |jaar: &Paar<PerYear>| Drie {
            nu: jaar.nu.into(),
            met_baan: jaar.met_baan.into(),
            verschil: (jaar.met_baan - jaar.nu).into(),
        };
        Self {
            naam: gemeente.naam,
            regelingen: gemeente.regelingen.iter().map(of).collect(),
            besteedbaar_jaar_met_gemeente: gemeente.besteedbaar_jaar.as_ref().map(drie),
        }
    }
}

#[derive(serde::Serialize)]
struct RegelingForm {
    code: &'static str,
    naam: &'static str,
    tekst: String,
    nu: UitkomstForm,
    met_baan: UitkomstForm,
    telt_mee: bool,
    aangepast: bool,
    status: &'static str,
    artikel: &'static str,
    bron: super::explanation::SourceForm,
    jaar: i16,
}

impl RegelingForm {
    fn of(van: &GemeenteRegeling, language: Language) -> Self {
        let regeling = van.regeling;
        Self {
            code: regeling.code,
            naam: regeling.naam,
            tekst: van.tekst(language),
            nu: UitkomstForm::of(&van.uitkomst.nu),
            met_baan: UitkomstForm::of(&van.uitkomst.met_baan),
            telt_mee: van.telt_mee(),
            aangepast: van.aangepast.is_some(),
            status: regeling.status.as_str(),
            artikel: regeling.article,
            bron: super::explanation::SourceForm::of(regeling.source),
            jaar: regeling.jaar,
        }
    }
}

#[derive(serde::Serialize)]
struct UitkomstForm {
    antwoord: &'static str,
    bedrag: Option<Cents>,
    per: Option<&'static str>,
}

impl UitkomstForm {
    fn of(uitkomst: &Uitkomst) -> Self {
        Self {
            antwoord: uitkomst.antwoord.word(),
            bedrag: uitkomst.bedrag.map(|bedrag| bedrag.euro().into()),
            per: uitkomst.bedrag.map(Bedrag::per),
        }
    }
}

#[derive(serde::Serialize)]
struct MeldingForm {
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    naam: Option<&'static str>,
    tekst: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    richting: Option<&'static str>,
}

impl MeldingForm {
    fn of(melding: &Melding, language: Language) -> Self {
        Self {
            code: melding.code,
            naam: melding.naam(),
            tekst: melding.tekst(language),
            richting: melding.richting.map(crate::message::Richting::word),
        }
    }
}

#[derive(serde::Serialize)]
struct TeDoenForm {
    code: &'static str,
    tekst: String,
    uiterlijk: Option<Iso>,
    soort: &'static str,
    bij: &'static str,
    artikel: &'static str,
    bron: Option<String>,
}

impl TeDoenForm {
    fn of(item: &TeDoen, language: Language) -> Self {
        Self {
            code: item.code(),
            tekst: item.tekst(language),
            uiterlijk: item.uiterlijk.map(Iso),
            soort: item.soort.word(),
            bij: item.bij.word(),
            artikel: item.artikel,
            bron: item.bron(),
        }
    }
}

#[derive(serde::Serialize)]
struct RedenForm {
    lijn: &'static str,
    code: &'static str,
    tekst: String,
    artikel: &'static str,
}

impl RedenForm {
    fn of(reden: &Reden, language: Language) -> Self {
        Self {
            lijn: reden.lijn.word(),
            code: reden.reason.code,
            tekst: reden.tekst(language),
            artikel: reden.reason.article,
        }
    }
}

/// How every line came about, and below `per_jaar` what comes once a year.
struct UitlegForm<'a> {
    van: &'a VanSituatie,
    language: Language,
}

impl Serialize for UitlegForm<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let form = |explanation| ExplanationForm::of(explanation, self.language);
        let mut lines = serializer.serialize_map(None)?;
        for (lijn, explanation) in &self.van.lijnen {
            lines.serialize_entry(lijn.word(), &form(explanation))?;
        }
        let per_jaar = self.van.per_jaar.iter();
        let per_jaar = Named(per_jaar.map(|(which, it)| (which.word(), form(it))).collect());
        lines.serialize_entry("per_jaar", &per_jaar)?;
        lines.end()
    }
}

/// Things by their names, in order.
struct Named<T>(Vec<(&'static str, T)>);

impl<T: Serialize> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}
