//! From now to the job in steps: what every line adds to what is left or takes from it, the smallest together in
//! one step.

use super::result::Month;
use crate::engine::lines::{Lijn, Lijnen};
use crate::money::PerMonth;

/// One step from what is left now to what is left with the job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stap {
    /// The lines that change, in the order of the contract: one, or those that are taken together.
    pub lijnen: Vec<Lijn>,
    /// What the step adds to what is left; below zero when it takes from it.
    pub bedrag: PerMonth,
    /// What is left after the step.
    pub stand: PerMonth,
}

/// The steps of a month, at most so many (and at least one), in the order of the contract. When more lines change,
/// the smallest are one step at the end.
pub fn stappen(month: &Month, most: usize) -> Vec<Stap> {
    verdeeld(&month.nu, &month.verschil, most)
}

fn verdeeld(nu: &Lijnen, verschil: &Lijnen, most: usize) -> Vec<Stap> {
    let bijdrage = |lijn: Lijn| verschil.bijdrage(lijn);
    let mut veranderd = Lijn::POSTEN.to_vec();
    veranderd.retain(|lijn| !bijdrage(*lijn).is_zero());
    let mut klein = Vec::new();
    if veranderd.len() > most {
        veranderd.sort_unstable_by_key(|lijn| {
            (std::cmp::Reverse(bijdrage(*lijn).amount().abs()), *lijn)
        });
        klein = veranderd.split_off(most.saturating_sub(1));
        // As they are declared: the order of the contract.
        veranderd.sort_unstable();
        klein.sort_unstable();
    }
    let groepen = veranderd.into_iter().map(|lijn| vec![lijn]);
    let mut stand = nu.besteedbaar();
    groepen
        .chain((!klein.is_empty()).then_some(klein))
        .map(|lijnen| {
            let bedrag = lijnen.iter().map(|lijn| bijdrage(*lijn)).sum();
            stand += bedrag;
            Stap { lijnen, bedrag, stand }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::explain::Explain;

    fn lijnen(posten: [i64; Lijn::POSTEN.len()]) -> Lijnen {
        Lijnen::of(PerMonth::ZERO, |lijn| PerMonth::new(Decimal::new(posten[lijn as usize], 2)))
    }

    fn steps(
        nu: [i64; Lijn::POSTEN.len()],
        met_baan: [i64; Lijn::POSTEN.len()],
        most: usize,
    ) -> Vec<Stap> {
        let (nu, met_baan) = (lijnen(nu), lijnen(met_baan));
        let steps = verdeeld(&nu, &(met_baan - nu), most);
        let total: PerMonth = steps.iter().map(|step| step.bedrag).sum();
        assert_eq!(nu.besteedbaar() + total, met_baan.besteedbaar());
        assert_eq!(steps.last().map(|step| step.stand), Some(met_baan.besteedbaar()));
        assert!(steps.len() <= most.max(1));
        steps
    }

    const NOW: [i64; Lijn::POSTEN.len()] =
        [0, 134_849, 0, 0, 12_900, 40_000, 60_000, 24_156, 0, 0, 0];
    const THEN: [i64; Lijn::POSTEN.len()] =
        [130_000, 20_001, 15_000, 5, 12_800, 39_000, 60_000, 24_156, 90_000, 131_450, 4_000];

    #[test]
    fn a_line_that_does_not_change_is_no_step() {
        let steps = steps(NOW, THEN, 11);
        assert_eq!(steps.len(), 9);
        assert!(steps.iter().all(|step| step.lijnen.len() == 1 && !step.bedrag.is_zero()));
        assert!(!steps.iter().any(|step| step.lijnen == [Lijn::Kinderbijslag]));
    }

    #[test]
    fn what_is_subtracted_is_a_step_down() {
        let steps = steps(NOW, THEN, 11);
        let care = steps.iter().find(|step| step.lijnen == [Lijn::KinderopvangKosten]);
        assert_eq!(care.map(|step| step.bedrag.amount()), Some(Decimal::new(-131_450, 2)));
    }

    #[test]
    fn the_smallest_are_one_step_at_the_end() {
        let steps = steps(NOW, THEN, 6);
        assert_eq!(steps.len(), 6);
        let last = steps.last().expect("a step");
        let small = [Lijn::Alimentatie, Lijn::Zorgtoeslag, Lijn::Huurtoeslag, Lijn::Reiskosten];
        assert_eq!(last.lijnen, small);
        assert_eq!(last.bedrag.amount(), Decimal::new(5 - 100 - 1_000 - 4_000, 2));
        let own: Vec<Lijn> = steps.iter().take(5).flat_map(|step| step.lijnen.clone()).collect();
        assert!(own.is_sorted(), "in the order of the contract: {own:?}");
    }

    #[test]
    fn as_many_lines_as_steps_stay_apart() {
        let steps = steps(NOW, THEN, 9);
        assert!(steps.iter().all(|step| step.lijnen.len() == 1));
        assert!(steps.is_sorted_by_key(|step| step.lijnen[0]), "in the order of the contract");
    }

    #[test]
    fn all_fit_in_one_step() {
        for most in [0, 1] {
            assert_eq!(steps(NOW, THEN, most).len(), 1);
        }
    }

    #[test]
    fn no_change_is_no_step() {
        assert!(verdeeld(&lijnen(NOW), &(lijnen(NOW) - lijnen(NOW)), 8).is_empty());
    }

    #[test]
    fn the_steps_of_a_whole_household_add_up() {
        let json = include_str!("../../../fixtures/households/three-children.json");
        let month = crate::month(json, Explain::No).expect("accepted");
        let all = stappen(&month, Lijn::POSTEN.len());
        assert!(all.len() > 3, "it changes much");
        for most in 1..=Lijn::POSTEN.len() {
            let total: PerMonth = stappen(&month, most).iter().map(|step| step.bedrag).sum();
            assert_eq!(total, month.verschil.besteedbaar());
        }
    }
}
