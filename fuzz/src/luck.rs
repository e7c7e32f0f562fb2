//! Random numbers from one seed, the same on every machine (splitmix64).

/// A row of random numbers.
pub struct Luck(u64);

impl Luck {
    /// The row of a seed.
    pub fn new(seed: u32) -> Self {
        Self(u64::from(seed))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `most`; 0 when that is 0.
    pub fn below(&mut self, most: u64) -> u64 {
        self.next().checked_rem(most).unwrap_or(0)
    }

    /// A number from `least` to `most`.
    pub fn within(&mut self, least: u64, most: u64) -> u64 {
        least + self.below((most + 1).saturating_sub(least))
    }

    /// Once in so many times.
    pub fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    /// The place of one of so many things.
    pub fn place(&mut self, of: usize) -> usize {
        let of = u64::try_from(of).unwrap_or(u64::MAX);
        usize::try_from(self.below(of)).unwrap_or(0)
    }

    /// One of these things; there must be one.
    pub fn pick<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.place(things.len())]
    }
}
