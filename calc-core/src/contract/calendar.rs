//! The calendar in the form of the contract.

use std::sync::Arc;

use jiff::civil::Date;

use super::explanation::explanation;
use super::scenario::marked;
use super::written::{Json, cents, day, hours, list, object, or_null, text, word};
use crate::calendar::{
    Alternatief, Bericht, Bijstand, Blok, Calendar, Jaar, Laagste, Later, Maand, Nooit, Reden,
    Samenvatting, Soort, Stroom, TeDoen, Terug, Toeslagjaar, UitlegJaar, UitlegMaand, VanSchulden,
    Waarde, WatAls,
};
use crate::explain::Explanation;
use crate::money::Euro;
use crate::texts::Language;

/// Thirteen months.
pub(super) fn calendar(calendar: &Calendar, language: Language) -> Json {
    let jaren = Json::List(calendar.jaren_voortgezet.iter().map(|it| year(*it)).collect());
    let wat_als = calendar.wat_als.iter().map(|(naam, kaart)| (*naam, kaart_van(kaart))).collect();
    let fields = vec![
        ("start", day(calendar.start)),
        ("jaren_voortgezet", jaren),
        ("maanden", list(&calendar.maanden, |it| maand(it, language))),
        ("jaren", list(&calendar.jaren, |it| jaar(it, language))),
        ("later", list(&calendar.later, |it| later(it, language))),
        ("samenvatting", samenvatting(&calendar.samenvatting)),
        ("wat_als", object(wat_als)),
        ("te_doen", list(&calendar.te_doen, |it| te_doen(it, language))),
        ("aannames", list(&calendar.aannames, |it| bericht(it, language))),
        ("niet_berekend", list(&calendar.niet_berekend, |it| bericht(it, language))),
        ("waarschuwingen", list(&calendar.waarschuwingen, |it| bericht(it, language))),
    ];
    object(marked(fields, calendar.book))
}

fn bericht(bericht: &Bericht, language: Language) -> Json {
    let zin = &bericht.zin;
    let mut velden = vec![("code", word(zin.code))];
    velden.extend(zin.naam().map(|naam| ("naam", word(naam))));
    velden.extend(bericht.maand.map(|maand| ("maand", Json::Number(maand.unsigned_abs()))));
    velden.extend(bericht.jaar.map(|jaar| ("jaar", year(jaar))));
    velden.extend(bericht.toeslag.map(|soort| ("toeslag", word(soort.word()))));
    velden.extend(bericht.bedrag.map(|bedrag| ("bedrag", euro(bedrag))));
    velden.push(("tekst", text(zin.tekst(language))));
    velden.extend(zin.richting.map(|richting| ("richting", word(richting.word()))));
    object(velden)
}

fn te_doen(item: &TeDoen, language: Language) -> Json {
    object(vec![
        ("datum", day(item.datum)),
        ("code", word(item.code())),
        ("bij", word(item.bij.word())),
        ("bedrag", or_null(item.bedrag, euro)),
        ("tekst", text(item.zin.tekst(language))),
    ])
}

fn reden(reden: &Reden, language: Language) -> Json {
    object(vec![
        ("lijn", word(reden.lijn.word())),
        ("verschil", euro(reden.verschil)),
        ("codes", list(&reden.codes, |code| word(code))),
        ("tekst", text(reden.tekst(language))),
    ])
}

fn euro(bedrag: Euro) -> Json {
    cents(bedrag.amount())
}

fn year(jaar: i16) -> Json {
    text(jaar.to_string())
}

/// A month: `2026-12`.
fn month(dag: Date) -> Json {
    text(format!("{:04}-{:02}", dag.year(), dag.month()))
}

fn laagste(laagste: &Laagste) -> Json {
    object(vec![("datum", day(laagste.datum)), ("bedrag", euro(laagste.bedrag))])
}

fn maand(maand: &Maand, language: Language) -> Json {
    let (eind, nog_terug) = maand.nooit;
    let mut velden = vec![
        ("nummer", Json::Number(maand.nummer.unsigned_abs())),
        ("maand", month(maand.maand)),
        ("status", word(maand.status.word())),
        ("werk", word(maand.werk.word())),
        ("uren", or_null(maand.uren, |uren| hours(uren.amount()))),
        ("stromen", list(&maand.stromen, stroom)),
        (
            "lijnen",
            object(
                maand.lijnen.iter().map(|(code, bedrag)| (code.word(), euro(*bedrag))).collect(),
            ),
        ),
        ("begin", euro(maand.begin)),
        ("eind", euro(maand.eind)),
        ("laagste", laagste(&maand.laagste)),
        ("nog_terug", euro(maand.nog_terug)),
        ("echt_van_haar", euro(maand.echt_van_haar)),
        ("opzij", euro(maand.opzij)),
        (
            "nooit",
            object(vec![
                ("eind", euro(eind)),
                ("nog_terug", euro(nog_terug)),
                ("verschil", euro(maand.eind - eind)),
            ]),
        ),
        ("waarde", or_null(maand.waarde.as_ref(), waarde)),
        ("bijstand", bijstand(&maand.bijstand)),
        ("redenen", list(&maand.redenen, |it| reden(it, language))),
    ];
    velden.extend(maand.uitleg.as_ref().map(|it| ("uitleg", uitleg_maand(it, language))));
    object(velden)
}

fn stroom(stroom: &Stroom) -> Json {
    object(vec![
        ("datum", day(stroom.datum)),
        ("code", word(stroom.code.word())),
        ("bedrag", euro(stroom.bedrag)),
    ])
}

fn waarde(waarde: &Waarde) -> Json {
    object(vec![
        ("nooit", euro(waarde.nooit)),
        ("werkelijk", euro(waarde.werkelijk)),
        ("verschil", euro(waarde.verschil())),
    ])
}

fn bijstand(bijstand: &Bijstand) -> Json {
    object(vec![
        ("norm", cents(bijstand.norm.amount())),
        ("ink", cents(bijstand.ink.amount())),
        ("regel", word(bijstand.regel)),
        ("vrijlating", cents(bijstand.vrijlating.amount())),
        ("vakantiegeld_claim", cents(bijstand.vakantiegeld_claim.amount())),
        ("recht", cents(bijstand.recht.amount())),
        ("uitbetaald_recht", cents(bijstand.uitbetaald_recht.amount())),
        ("geschat", cents(bijstand.geschat.amount())),
        ("ingehouden", cents(bijstand.ingehouden.amount())),
        ("nabetaald", cents(bijstand.nabetaald.amount())),
        ("openstaand", cents(bijstand.openstaand.amount())),
        ("alternatief", or_null(bijstand.alternatief.as_ref(), alternatief)),
    ])
}

fn alternatief(ander: &Alternatief) -> Json {
    object(vec![
        ("regel", word(ander.regel)),
        ("uitbetaald", cents(ander.uitbetaald.amount())),
        ("verschil", cents(ander.verschil.amount())),
    ])
}

fn jaar(jaar: &Jaar, language: Language) -> Json {
    let [oud, nieuw] = jaar.geschat_toetsingsinkomen.map(|bedrag| cents(bedrag.amount()));
    let toeslagen =
        jaar.toeslagen.iter().map(|(soort, van)| (soort.word(), toeslagjaar(van))).collect();
    let mut velden = vec![
        ("jaar", year(jaar.jaar)),
        ("status", word(jaar.status.word())),
        ("maanden_werk", Json::Number(jaar.maanden_werk)),
        ("fiscaal_loon", cents(jaar.fiscaal_loon.amount())),
        ("bruto_bijstand", cents(jaar.bruto_bijstand.amount())),
        ("toetsingsinkomen", cents(jaar.toetsingsinkomen.amount())),
        ("geschat_toetsingsinkomen", object(vec![("oud", oud), ("nieuw", nieuw)])),
        ("iack_maand", cents(jaar.iack_maand.amount())),
        (
            "belasting",
            object(vec![
                ("ingehouden", cents(jaar.ingehouden.amount())),
                ("verschuldigd", cents(jaar.verschuldigd.amount())),
                ("iack_verrekend", cents(jaar.iack_verrekend.amount())),
                ("saldo", euro(jaar.saldo)),
                ("naar_gemeente", euro(jaar.naar_gemeente)),
                ("gemeente_bij_aanslag", euro(jaar.gemeente_bij_aanslag)),
                ("datum", or_null(jaar.datum, day)),
            ]),
        ),
        ("toeslagen", object(toeslagen)),
        ("opzij_per_maand", euro(jaar.opzij_per_maand)),
    ];
    velden.extend(jaar.uitleg.as_ref().map(|it| ("uitleg", uitleg_jaar(it, language))));
    object(velden)
}

fn uitleg_maand(uitleg: &UitlegMaand, language: Language) -> Json {
    let boom = |it: &Arc<Explanation>| explanation(it, language);
    let lijnen = uitleg.lijnen.iter().map(|(code, it)| (code.word(), boom(it))).collect();
    let waarde = |[nooit, werkelijk]: &[Arc<Explanation>; 2]| {
        object(vec![("nooit", boom(nooit)), ("werkelijk", boom(werkelijk))])
    };
    object(vec![
        ("lijnen", object(lijnen)),
        ("bijstand", boom(&uitleg.bijstand)),
        ("nog_terug", boom(&uitleg.nog_terug)),
        ("waarde", or_null(uitleg.waarde.as_ref(), waarde)),
    ])
}

fn uitleg_jaar(uitleg: &UitlegJaar, language: Language) -> Json {
    let bomen = |all: &[Arc<Explanation>]| list(all, |it| explanation(it, language));
    let toeslag =
        |(soort, it): &(Soort, Arc<Explanation>)| (soort.word(), explanation(it, language));
    let mut velden = vec![
        ("bruto_bijstand", bomen(&uitleg.bruto_bijstand)),
        ("toetsingsinkomen", bomen(&uitleg.toetsingsinkomen)),
        ("saldo", bomen(&uitleg.saldo)),
        ("toeslagen", object(uitleg.toeslagen.iter().map(toeslag).collect())),
    ];
    velden.extend(uitleg.bedragen.iter().map(|(naam, it)| (*naam, explanation(it, language))));
    object(velden)
}

fn toeslagjaar(jaar: &Toeslagjaar) -> Json {
    object(vec![
        ("recht", cents(jaar.recht.amount())),
        ("betaald", cents(jaar.betaald.amount())),
        ("afrekening", euro(jaar.afrekening)),
        ("kwijt", euro(jaar.kwijt)),
        ("datum", day(jaar.datum)),
    ])
}

fn later(later: &Later, language: Language) -> Json {
    object(vec![
        ("datum", or_null(later.datum, day)),
        ("jaar", or_null(later.jaar, year)),
        ("code", word(later.code.word())),
        ("bedrag", euro(later.bedrag)),
        ("tekst", text(later.tekst(language))),
    ])
}

fn samenvatting(samen: &Samenvatting) -> Json {
    let [nu, met_baan] = samen.om_van_te_leven;
    let blokken = samen.blokken.as_ref();
    object(vec![
        ("verschil_met_nooit", or_null(samen.verschil_met_nooit, euro)),
        ("verschil_op_de_rekening", euro(samen.verschil_op_de_rekening)),
        ("komt_nog", or_null(samen.komt_nog, euro)),
        ("verschil_als_gemeente_bijspringt", or_null(samen.verschil_als_gemeente_bijspringt, euro)),
        ("verschil_bij_oude_vrijlating", or_null(samen.verschil_bij_oude_vrijlating, euro)),
        ("per_maand", or_null(samen.per_maand, euro)),
        ("om_van_te_leven", object(vec![("nu", euro(nu)), ("met_baan", euro(met_baan))])),
        ("blokken", or_null(blokken, |blokken| list(blokken, blok))),
        ("laagste", laagste(&samen.laagste)),
        ("beginsaldo", euro(samen.beginsaldo)),
        ("leefgeld", cents(samen.leefgeld.amount())),
        ("nooit", nooit(&samen.nooit)),
        ("schulden", or_null(samen.schulden.as_ref(), schulden)),
    ])
}

fn schulden([nooit, werkelijk]: &[VanSchulden; 2]) -> Json {
    let van = |van: &VanSchulden| {
        object(vec![
            ("naar_schuldeisers", euro(van.naar_schuldeisers)),
            ("over_per_maand", euro(van.over_per_maand)),
        ])
    };
    let verschil = werkelijk.over_per_maand - nooit.over_per_maand;
    object(vec![
        ("nooit", van(nooit)),
        ("werkelijk", van(werkelijk)),
        ("verschil_per_maand", euro(verschil)),
    ])
}

fn blok(blok: &Blok) -> Json {
    object(vec![
        ("van", month(blok.van)),
        ("tot", or_null(blok.tot, month)),
        ("regel", word(blok.regel)),
        ("per_maand", euro(blok.per_maand)),
    ])
}

fn terug(terug: &Terug) -> Json {
    object(vec![
        ("belasting", euro(terug.belasting)),
        ("toeslagen", euro(terug.toeslagen)),
        ("bijstand", euro(terug.bijstand)),
    ])
}

fn nooit(nooit: &Nooit) -> Json {
    let jaar = |(jaar, saldo, naar_gemeente, afrekening): &(i16, Euro, Euro, Euro)| {
        object(vec![
            ("jaar", year(*jaar)),
            ("saldo", euro(*saldo)),
            ("naar_gemeente", euro(*naar_gemeente)),
            ("afrekening_toeslagen", euro(*afrekening)),
        ])
    };
    object(vec![
        ("eind", euro(nooit.eind)),
        ("nog_terug", euro(nooit.nog_terug)),
        ("echt_van_haar", euro(nooit.echt_van_haar)),
        ("laagste", laagste(&nooit.laagste)),
        ("terug", terug(&nooit.terug)),
        ("jaren", list(&nooit.jaren, jaar)),
    ])
}

fn kaart_van(kaart: &WatAls) -> Json {
    let mut velden = Vec::new();
    velden.extend(kaart.na.map(|maanden| ("na", Json::Number(maanden))));
    velden.extend([
        ("echt_van_haar", euro(kaart.echt_van_haar)),
        ("terug", terug(&kaart.terug)),
        ("eind", euro(kaart.eind)),
        ("laagste", laagste(&kaart.laagste)),
        ("verschil_met_nooit", or_null(kaart.verschil_met_nooit, euro)),
        ("verschil_als_gemeente_bijspringt", or_null(kaart.verschil_als_gemeente_bijspringt, euro)),
    ]);
    object(velden)
}
